import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bent, RIGHT, shownAt, straightened, wallShiftAt } from "./clock-course.ts";

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

test("a clock that is right shows real time", () => {
  assert.equal(shownAt(RIGHT, 12_345), 12_345);
  assert.equal(wallShiftAt(RIGHT, 12_345), 0);
});

test("a drift gains its share of the time it lasts, and what it gained stays", () => {
  const course = bent(RIGHT, { fromMs: 1_000, toMs: 11_000, drift: 0.05, jumpMs: 0 });
  near(shownAt(course, 500), 500);
  near(shownAt(course, 6_000), 6_250);
  near(shownAt(course, 20_000), 20_500);
});

test("a jump moves the wall clock alone, and ends with the fault", () => {
  const course = bent(RIGHT, { fromMs: 1_000, toMs: 11_000, drift: 0, jumpMs: -30_000 });
  assert.deepEqual(
    [500, 1_000, 10_999, 11_000].map((at) => wallShiftAt(course, at)),
    [0, -30_000, -30_000, 0],
  );
  near(shownAt(course, 5_000), 5_000);
});

test("the wall clock drifts with the other, and a later fault doesn't inherit what an earlier one gained", () => {
  const first = bent(RIGHT, { fromMs: 0, toMs: 10_000, drift: 0.1, jumpMs: 0 });
  near(wallShiftAt(first, 5_000), 500);
  near(wallShiftAt(first, 15_000), 0);
  const second = bent(first, { fromMs: 20_000, toMs: 30_000, drift: 0, jumpMs: 70 });
  near(wallShiftAt(second, 25_000), 70);
});

test("healed early, it runs right from then on", () => {
  const course = straightened(bent(RIGHT, { fromMs: 0, toMs: 60_000, drift: 0.5, jumpMs: 9 }), 10_000);
  near(shownAt(course, 20_000), 25_000);
  near(wallShiftAt(course, 20_000), 0);
  assert.deepEqual(straightened(course, 30_000), course);
});

test("whatever is done to it, monotonic time never runs backwards", () => {
  const deed = fc.record({
    fromMs: fc.integer({ min: 0, max: 1_000 }),
    lastsMs: fc.integer({ min: 1, max: 1_000 }),
    drift: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    healsAfterMs: fc.option(fc.integer({ min: 0, max: 900 })),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 6 }), (deeds) => {
      let course = RIGHT;
      let nowMs = 0;
      for (const { fromMs, lastsMs, drift, healsAfterMs } of deeds) {
        const begin = nowMs + fromMs;
        course = bent(course, { fromMs: begin, toMs: begin + lastsMs, drift, jumpMs: 0 });
        nowMs = begin;
        if (healsAfterMs !== null) course = straightened(course, begin + healsAfterMs);
      }
      let last = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < nowMs + 2_000; at += 7) {
        const shown = shownAt(course, at);
        assert.ok(shown >= last, `${shown} after ${last} at ${at}`);
        last = shown;
      }
    }),
  );
});
