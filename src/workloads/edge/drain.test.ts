import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DRAIN_LIMITS, type Drain } from "../../core/drain.ts";
import { type Asked, drainAsked, isOver, nextOfShare, whyIdle } from "./drain.ts";
import type { RegionHealth } from "./routing.ts";

const NOW = 1_700_000_000_000;
const region = (name: string, change: Partial<RegionHealth> = {}): RegionHealth => ({
  name,
  configured: name === "a" ? "primary" : "standby",
  accepting: true,
  serving: true,
  active: name === "a",
  epoch: 1,
  ...change,
});
const BOTH = [region("a"), region("b")];
const ASKED: Asked = {
  id: "d-1",
  region: "a",
  sharePercent: 25,
  forMs: 600_000,
  who: "olga",
  reason: "its disk is slow",
  seen: null,
};
const drain = (): Drain => {
  const made = drainAsked(ASKED, null, BOTH, NOW);
  assert.ok(!("refused" in made));
  return made;
};

test("any hundred requests in a row hold exactly the share", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 500 }), (percent, before) => {
      let owed = 0;
      const drains: boolean[] = [];
      for (let index = 0; index < before + 100; index += 1) {
        const next = nextOfShare(owed, percent);
        owed = next.owed;
        drains.push(next.drains);
      }
      assert.equal(drains.slice(-100).filter(Boolean).length, percent);
    }),
  );
});

test("a drain goes from the region that gets the events to the other one, and is over when its time is up", () => {
  const made = drain();
  assert.deepEqual([made.region, made.to, made.endsAt], ["a", "b", NOW + 600_000]);
  assert.equal(isOver(made, NOW + 599_999), false);
  assert.equal(isOver(made, NOW + 600_000), true);
});

test("what can't be drained is refused with what to do", () => {
  const refusedFor = (change: Partial<Asked>, regions = BOTH, standing: Drain | null = null) => {
    const made = drainAsked({ ...ASKED, ...change }, standing, regions, NOW);
    return "refused" in made ? made.refused : "taken";
  };
  assert.match(refusedFor({ region: "c" }), /There is no region "c"; there are a and b/);
  for (const sharePercent of [0, 101, 2.5, Number.NaN])
    assert.match(refusedFor({ sharePercent }), /percent from 1 to 100/);
  for (const forMs of [0, DRAIN_LIMITS.forMsMax + 1, Number.NaN])
    assert.match(refusedFor({ forMs }), /lasts from 10 s to 4 h/);
  assert.match(refusedFor({ reason: " " }), /Say why/);
  assert.match(refusedFor({}, [region("a"), region("b", { accepting: false })]), /b can't take events now/);
  assert.match(refusedFor({ region: "b" }), /gives b no events now; a gets them/);
  assert.match(refusedFor({ seen: "d-0" }), /Look again/);
  assert.match(refusedFor({}, BOTH, drain()), /Look again/);
  assert.equal(refusedFor({ seen: "d-1", id: "d-2" }, BOTH, drain()), "taken");
});

test("a drain is ignored, and says so, while the other region can't take events or this one gets none anyway", () => {
  assert.equal(whyIdle(drain(), BOTH), undefined);
  assert.match(
    whyIdle(drain(), [region("a"), region("b", { accepting: false })]) ?? "",
    /b can't take events.*ignored/,
  );
  assert.match(whyIdle(drain(), [region("a", { accepting: false }), region("b")]) ?? "", /b gets all of them/);
  assert.equal(whyIdle(drain(), [region("a", { active: false }), region("b", { active: true })]), undefined);
});
