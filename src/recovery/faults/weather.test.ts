import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { LinkFault, LinkTrouble } from "../../core/link.ts";
import { bearsOn, CALM, delayMs, isSlow, weatherAt } from "./weather.ts";

const fault = (trouble: LinkTrouble, more: Partial<LinkFault> = {}): LinkFault => ({
  id: "one",
  ways: [{ from: "north", to: "south" }],
  services: null,
  trouble,
  since: 1_000,
  endsAt: 61_000,
  ...more,
});
const slow = (given: object): LinkTrouble => ({
  kind: "slow",
  latencyMs: 0,
  jitterMs: 0,
  loss: 0,
  bytesPerSecond: null,
  ...given,
});

test("without faults, and after their end, a way is calm for ever", () => {
  assert.deepEqual(weatherAt([], 5), CALM);
  assert.deepEqual(weatherAt([fault({ kind: "cut", reset: true })], 61_000), CALM);
});

test("a fault bears on its own direction and its own services only", () => {
  const one = fault({ kind: "cut", reset: false }, { services: ["postgres"] });
  assert.equal(bearsOn(one, "north", "south", "postgres"), true);
  assert.equal(bearsOn(one, "north", "south", "mirror"), false);
  assert.equal(bearsOn(one, "south", "north", "postgres"), false);
  assert.equal(bearsOn(one, "north", "witness", "postgres"), false);
});

test("a flap is cut for its share of each period, and says when that changes", () => {
  const flap = fault({ kind: "flap", periodMs: 1_000, downShare: 0.3 });
  const at = (now: number) => {
    const { cut, changesAt } = weatherAt([flap], now);
    return [cut, changesAt];
  };
  assert.deepEqual(at(1_000), [true, 1_300]);
  assert.deepEqual(at(1_299), [true, 1_300]);
  assert.deepEqual(at(1_300), [false, 2_000]);
  assert.deepEqual(at(2_000), [true, 2_300]);
  assert.deepEqual(at(60_500), [false, 61_000]);
});

test("faults add up: latencies and losses together, the narrowest width, any cut", () => {
  const weather = weatherAt(
    [
      fault(slow({ latencyMs: 20, loss: 0.5, bytesPerSecond: 5_000 })),
      fault(slow({ latencyMs: 5, jitterMs: 7, loss: 0.5, bytesPerSecond: 9_000 })),
      fault({ kind: "cut", reset: false }, { endsAt: 2_000 }),
    ],
    1_500,
  );
  assert.deepEqual(weather, {
    cut: true,
    reset: false,
    latencyMs: 25,
    jitterMs: 7,
    loss: 0.75,
    bytesPerSecond: 5_000,
    changesAt: 2_000,
  });
  assert.ok(isSlow(weather));
});

test("each loss of a piece costs a retransmission, and luck ends", () => {
  const chances =
    (...given: number[]) =>
    () =>
      given.shift() ?? 0.99;
  assert.equal(delayMs({ ...CALM, latencyMs: 10, loss: 0.5 }, chances(0.1, 0.2, 0.7)), 10 + 2 * 200);
  assert.equal(delayMs({ ...CALM, latencyMs: 10, jitterMs: 8 }, chances(0.5)), 14);
  assert.equal(
    delayMs({ ...CALM, loss: 0.9 }, () => 0),
    15 * 200,
  );
});

test("whatever the faults, a change that is announced lies ahead", () => {
  const trouble = fc.oneof(
    fc.constant<LinkTrouble>({ kind: "cut", reset: false }),
    fc.record({
      kind: fc.constant("flap" as const),
      periodMs: fc.integer({ min: 50, max: 5_000 }),
      downShare: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(trouble, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1_000, max: 60_999 }),
      (all, now) => {
        assert.ok(
          weatherAt(
            all.map((one) => fault(one)),
            now,
          ).changesAt > now,
        );
      },
    ),
  );
});
