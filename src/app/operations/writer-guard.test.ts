import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { RegionHeard } from "../../core/recovery-room.ts";
import type { LeaseSeen, RecoveryView } from "../../core/recovery-view.ts";
import { guardWriters as guard } from "./writer-guard.ts";

const AT = 1_000_000;
const STILL_MS = 3_310;
const guardWriters = (regions: RegionHeard[], now: number, asked?: Map<string, number>) =>
  guard(regions, now, { stillMsMin: STILL_MS, ...(asked ? { asked } : {}) });
const lease = (remainingMs: number | null, epoch = 3): LeaseSeen => ({
  state: remainingMs === null ? "passive" : "held",
  epoch,
  holder: null,
  remainingMs,
  open: true,
  solo: { marked: 0, unmarked: 3 },
  wanted: 0,
  voters: [],
  because: "",
});
const view = (remainingMs: number | null, epoch?: number) => ({ lease: lease(remainingMs, epoch) }) as RecoveryView;
const heard = (region: string, remainingMs: number | null, epoch?: number): RegionHeard => ({
  region,
  kind: "heard",
  view: view(remainingMs, epoch),
  heardAt: AT,
});
const silent = (region: string, remainingMs: number | null, agoMs: number): RegionHeard => ({
  region,
  kind: "silent",
  because: "its recoverer doesn't answer",
  last: { view: view(remainingMs), heardAt: AT - agoMs },
});

test("one holder is the rule, none is said, and two are an alarm that names both epochs", () => {
  assert.equal(guardWriters([heard("a", 2_000), heard("b", null)], AT).kind, "one");
  assert.equal(guardWriters([heard("a", null), heard("b", null)], AT).kind, "none");
  const two = guardWriters([heard("a", 2_000, 3), heard("b", 1_000, 4)], AT);
  assert.equal(two.kind, "two");
  assert.match(two.says, /a \(epoch 3\) and b \(epoch 4\)/);
});

test("what a region said before it fell silent counts until its lease must have ended, and then nothing is known of it", () => {
  assert.equal(guardWriters([silent("a", 2_000, 500), heard("b", null)], AT).kind, "one");
  assert.equal(guardWriters([silent("a", 2_000, 2_000), heard("b", null)], AT).kind, "unknown");
  assert.equal(guardWriters([silent("a", 2_000, 9_000), heard("b", 1_500, 4)], AT).kind, "one");
  const never: RegionHeard = { region: "a", kind: "silent", because: "", last: null };
  assert.equal(guardWriters([never, heard("b", null)], AT).kind, "unknown");
});

test("with a region silent, nobody holds a lease once two voters have stood still for longer than any lasts, not before", () => {
  const seen = (...stillMs: (number | null)[]): RegionHeard => {
    const voters = stillMs.map((ms) => ({ name: "", says: "", heard: ms !== null, stillMs: ms }));
    return { ...heard("b", null), view: { lease: { ...lease(null), voters } } as RecoveryView } as RegionHeard;
  };
  const kind = (...stillMs: (number | null)[]) => guardWriters([silent("a", 2_000, 9_000), seen(...stillMs)], AT).kind;
  assert.equal(kind(null, STILL_MS, 20_000), "none");
  assert.equal(kind(null, STILL_MS - 1, 20_000), "unknown");
  assert.equal(kind(null, null, 20_000), "unknown");
});

test("a view from before a hand-over is no second writer when the guardian itself says so afterwards", () => {
  const regions = [heard("a", 2_000, 3), heard("b", 1_000, 4)];
  const after = guardWriters(regions, AT, new Map([["a", 0]]));
  assert.deepEqual([after.kind, after.writers[0]?.region], ["one", "b"]);
  assert.equal(guardWriters(regions, AT, new Map([["a", 900]])).kind, "two");
});

test("a region that takes no changes by its own word is never counted as a writer", () => {
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: -5, max: 4_000 })),
      fc.option(fc.integer({ min: -5, max: 4_000 })),
      (a, b) => {
        const { writers } = guardWriters([heard("a", a), heard("b", b)], AT);
        assert.deepEqual(
          writers.map(({ region }) => region),
          [...((a ?? 0) > 0 ? ["a"] : []), ...((b ?? 0) > 0 ? ["b"] : [])],
        );
      },
    ),
  );
});
