// What every scenario promises by its shape.

import assert from "node:assert/strict";
import { test } from "node:test";
import { scenarioViews } from "./past-drills.ts";
import { expectationWords, faultWords, type Scenario, stepWords } from "./scenario.ts";
import { SCENARIOS, scenarioNamed } from "./scenarios.ts";

const each = (name: string, holds: (scenario: Scenario) => void) => {
  for (const scenario of SCENARIOS) test(`${scenario.name}: ${name}`, () => holds(scenario));
};

test("the drills that a region's recovery is judged by are all there", () => {
  const wanted = [
    "region-loss",
    "database-loss",
    "full-partition",
    "one-way-partition",
    "witness-loss",
    "witness-then-region-loss",
    "slow-standby",
    "guardian-killed-at-each-step",
    "tail-returns",
    "flapping-link",
    "operator-evicts",
    "cycle",
  ];
  assert.deepEqual(
    wanted.filter((name) => !scenarioNamed(name)),
    [],
  );
  assert.equal(new Set(SCENARIOS.map((one) => one.name)).size, SCENARIOS.length, "no two have one name");
});

each("heals what it breaks, and waits for both regions to be in step after the last healing", ({ steps }) => {
  const standing = new Set<string>();
  let lastHealing = -1;
  for (const [index, step] of steps.entries()) {
    if (step.do === "inject") {
      assert.ok(!standing.has(step.id), `${step.id} is made twice`);
      standing.add(step.id);
    }
    if (step.do === "heal") {
      assert.ok(standing.delete(step.id), `${step.id} is healed without having been made`);
      lastHealing = index;
    }
  }
  assert.deepEqual([...standing], []);
  assert.ok(steps.slice(lastHealing + 1).some((step) => step.do === "await" && step.state.kind === "in-step"));
});

each("asks for no broken promise and for whole regions, whatever else it asks for", ({ holds }) => {
  const kinds = holds.map((one) => one.kind);
  for (const kind of ["no-violation", "events-all-acknowledged", "in-step-again"] as const) {
    assert.ok(kinds.includes(kind), kind);
  }
});

each("what is measured is something that is done", ({ steps, holds }) => {
  const measures = holds.some((one) => "ms" in one);
  const measured = steps.filter((step) => (step.do === "inject" || step.do === "order") && step.measured);
  assert.ok(!measures || measured.length > 0);
});

each("every step, fault and expectation has words without a gap", (scenario) => {
  for (const text of [...scenario.steps.map(stepWords), ...scenario.holds.map(expectationWords), scenario.words]) {
    assert.ok(text.length > 8 && !/undefined|null|NaN/.test(text), text);
  }
  for (const step of scenario.steps) {
    if (step.do === "inject") assert.doesNotMatch(faultWords(step.fault), /undefined/);
  }
});

test("people see for each scenario what is done and what must hold", () => {
  for (const view of scenarioViews()) {
    assert.ok(view.faults.length > 0 && view.holds.length > 0 && view.lastsMsMax >= 60_000, view.name);
  }
});
