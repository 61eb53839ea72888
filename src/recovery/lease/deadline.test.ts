import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Deadline, mayRun, tellStop, tellUntil, UNTOLD } from "./deadline.ts";
import { LEASE_TIMES } from "./times.ts";

test("without a lease told nothing may run, and a lease runs out by itself", () => {
  assert.equal(mayRun(UNTOLD, 0), false);
  const { deadline } = tellUntil(UNTOLD, { epoch: 3, untilMs: 2_000 }, 0);
  assert.equal(mayRun(deadline, 1_999), true);
  assert.equal(mayRun(deadline, 2_000), false);
});

test("R3: what an older epoch is told, or the one that was stopped, is refused", () => {
  const third = tellUntil(UNTOLD, { epoch: 3, untilMs: 2_000 }, 0).deadline;
  assert.match(tellUntil(third, { epoch: 2, untilMs: 2_500 }, 0).refused ?? "", /is over/);
  const stopped = tellStop(tellStop(third));
  assert.equal(mayRun(stopped, 0), false);
  assert.match(tellUntil(stopped, { epoch: 3, untilMs: 2_500 }, 0).refused ?? "", /is over/);
  assert.equal(tellUntil(stopped, { epoch: 4, untilMs: 2_500 }, 0).refused, null);
});

test("no order of messages lets a primary run longer than one lease from now, or past the end that its epoch was told", () => {
  const message = fc.record({
    stop: fc.boolean(),
    epoch: fc.nat({ max: 4 }),
    untilMs: fc.nat({ max: 8_000 }),
    afterMs: fc.nat({ max: 1_000 }),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 30 }), (messages) => {
      let deadline: Deadline = UNTOLD;
      let nowMs = 0;
      let toldMax = 0;
      for (const { stop, epoch, untilMs, afterMs } of messages) {
        nowMs += afterMs;
        const before = deadline;
        deadline = stop ? tellStop(deadline) : tellUntil(deadline, { epoch, untilMs }, nowMs).deadline;
        toldMax = Math.max(toldMax, stop ? 0 : untilMs);
        assert.ok(deadline.epoch >= before.epoch);
        assert.ok(deadline.untilMs === null || deadline.untilMs <= toldMax);
        assert.ok(!mayRun(deadline, nowMs + LEASE_TIMES.leaseMs));
      }
    }),
  );
});
