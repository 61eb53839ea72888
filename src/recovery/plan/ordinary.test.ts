import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPlan } from "./check-plan.ts";
import { ordinaryPlan } from "./ordinary.ts";

const KINDS = ["fail-over", "switch-over", "fail-back", "rejoin", "resume", "evict", "readmit"] as const;

test("each kind of plan can be made in the situation that it is for, and is a safe one", () => {
  for (const kind of KINDS) {
    const plan = ordinaryPlan(kind, { self: "south", peer: "north" });
    assert.equal(plan.kind, kind);
    assert.deepEqual(checkPlan(plan), [], kind);
  }
});

test("the way back after a loss brings the lost region into step before it hands over", () => {
  const actions = ordinaryPlan("fail-back", { self: "south", peer: "north" }).steps.map(({ action }) => action);
  assert.ok(actions.indexOf("rebuild") !== -1 && actions.indexOf("rebuild") < actions.indexOf("yield"));
});
