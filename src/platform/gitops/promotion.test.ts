import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Release } from "../release.ts";
import { type Next, nextPromotion, refusalOf, type Seen, sameRelease } from "./promotion.ts";

const release = (number: number): Release => ({
  version: `1.${number}.0`,
  commit: String(number).padStart(40, "0"),
  images: { app: `sha256:${String(number).padStart(64, "0")}` },
});
const WAY = ["dev/a", "dev/b", "prod/a", "prod/b"].map((name) => name.split("/") as [string, string]);
const BAKE_MINUTES = 60;
const NOW_MS = 10_000 * 60_000;

/** What each stop runs, and since how many minutes. */
const seenOf = (...runs: [running: number | null, minutes: number, more?: Partial<Seen>][]): Seen[] =>
  runs.map(([running, minutes, more], index) => ({
    stop: { environment: WAY[index]![0], region: WAY[index]![1], bakeMinutes: BAKE_MINUTES },
    release: running === null ? null : release(running),
    sinceMs: running === null ? null : NOW_MS - minutes * 60_000,
    ill: null,
    proposed: false,
    ...more,
  }));
const told = (next: Next): string =>
  next.kind === "done" ? "done" : `${next.kind} ${next.stop.environment}/${next.stop.region}`;

test("a release takes the next region once it has baked in the one before", () => {
  const table: [string, Seen[], RegExp][] = [
    ["all run the same", seenOf([1, 90], [1, 90], [1, 90], [1, 90]), /^done$/],
    ["baked in the first region", seenOf([2, 61], [1, 900], [1, 900], [1, 900]), /^propose dev\/b$/],
    ["not baked yet", seenOf([2, 59], [1, 900], [1, 900], [1, 900]), /^wait dev\/b$/],
    ["baked in all of an environment", seenOf([2, 200], [2, 61], [1, 900], [1, 900]), /^propose prod\/a$/],
    ["its pull request is open", seenOf([2, 200], [2, 61], [1, 900, { proposed: true }], [1, 900]), /^wait prod\/a$/],
    ["the region before is ill", seenOf([2, 200, { ill: "an alarm" }], [1, 900], [1, 900], [1, 900]), /^held dev\/b$/],
    ["never delivered here", seenOf([1, 61], [null, 0], [null, 0], [null, 0]), /^propose dev\/b$/],
    ["nothing anywhere", seenOf([null, 0], [null, 0], [null, 0], [null, 0]), /^done$/],
    ["what is baked goes on before newer sets out", seenOf([3, 90], [2, 90], [2, 90], [1, 900]), /^propose prod\/b$/],
    ["a reverted region is a release like any other", seenOf([1, 61], [2, 90], [2, 90], [2, 90]), /^propose dev\/b$/],
  ];
  for (const [what, seen, says] of table) assert.match(told(nextPromotion(seen, NOW_MS)), says, what);
});

test("PROMO-1: whatever is seen, a release is proposed only after the bake time in a region that is well", () => {
  const stop = fc.tuple(fc.option(fc.integer({ min: 1, max: 3 })), fc.integer({ min: 0, max: 120 }), fc.boolean());
  const ways = fc.tuple(stop, stop, stop, stop);
  let proposed = 0;
  fc.assert(
    fc.property(ways, (way) => {
      const seen = seenOf(
        ...way.map(
          ([running, minutes, ill]) =>
            [running, minutes, { ill: ill ? "ill" : null }] as [number | null, number, Partial<Seen>],
        ),
      );
      const next = nextPromotion(seen, NOW_MS);
      if (next.kind !== "propose") return;
      proposed += 1;
      const at = seen.findIndex(({ stop }) => stop === next.stop);
      const before = seen[at - 1]!;
      assert.ok(sameRelease(before.release, next.release));
      assert.equal(before.ill, null);
      assert.ok(NOW_MS - before.sinceMs! >= BAKE_MINUTES * 60_000);
      assert.ok(!sameRelease(seen[at]!.release, next.release));
    }),
    { numRuns: 1_000 },
  );
  assert.ok(proposed > 50, `${proposed} of the made-up ways proposed something`);
});

test("a release is refused where the region before doesn't run it any more, and the first region takes any", () => {
  const seen = seenOf([3, 90], [2, 90], [1, 90], [1, 90]);
  const way = seen.map(({ stop }) => stop);
  const runs = (stop: Seen["stop"]) => seen.find((one) => one.stop === stop)?.release ?? null;
  const refusal = (index: number, number: number) => refusalOf(way, way[index]!, release(number), runs);
  assert.equal(refusal(0, 9), null);
  assert.equal(refusal(1, 3), null);
  assert.match(refusal(1, 2) ?? "", /dev in a runs 1\.3\.0, and 1\.2\.0 comes by way of it/);
  assert.equal(refusal(2, 2), null);
  assert.match(refusal(3, 2) ?? "", /prod in a runs 1\.1\.0/);
});

test("stepping until nothing is left brings every region to the first one's release", () => {
  let seen = seenOf([2, 61], [1, 900], [1, 900], [null, 0]);
  let nowMs = NOW_MS;
  const order: string[] = [];
  for (let steps = 0; steps < 20; steps += 1) {
    const next = nextPromotion(seen, nowMs);
    if (next.kind === "done") break;
    if (next.kind === "propose") {
      order.push(`${next.stop.environment}/${next.stop.region}`);
      seen = seen.map((one) => (one.stop === next.stop ? { ...one, release: next.release, sinceMs: nowMs } : one));
    }
    nowMs += 61 * 60_000;
  }
  assert.deepEqual(order.slice(-3), ["dev/b", "prod/a", "prod/b"]);
  assert.ok(seen.every((one) => sameRelease(one.release, release(2))));
});
