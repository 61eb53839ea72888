import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { type Platform, resolve } from "../../blueprint/platform.ts";

import { judge } from "../finding.ts";
import { course, desired, PROFILES } from "./course.ts";
import { LOSSES, limits } from "./limits.ts";
import { CAPACITY_RULES } from "./rules.ts";

const platform = resolve(flagship);
const broken = (change: (platform: Platform) => Platform): string[] =>
  judge(CAPACITY_RULES, change(structuredClone(platform))).map(({ id }) => id);
const most =
  (replicas: number) =>
  (given: Platform): Platform => ({
    ...given,
    workloads: given.workloads.map((one) =>
      one.name === "console"
        ? { ...one, replicas: { primary: { min: 1, max: replicas }, standby: { min: 1, max: replicas } } }
        : one,
    ),
  });

test("the flagship carries its plan, without a zone, and in the standby", () => {
  assert.deepEqual(
    judge(CAPACITY_RULES, platform).filter(({ severity }) => severity === "error"),
    [],
  );
});

test("what saturates first is named first, and the loss of a zone never makes anything carry more", () => {
  for (const loss of LOSSES) {
    const found = limits(platform, loss);
    assert.deepEqual(
      found.map(({ multiple }) => multiple),
      found.map(({ multiple }) => multiple).sort((a, b) => a - b),
    );
  }
  const whole = new Map(limits(platform, "nothing").map((one) => [one.what, one.carries]));
  for (const { what, carries } of limits(platform, "a zone")) assert.ok(carries <= (whole.get(what) ?? 0) + 1e-6, what);
});

test("too few replicas are found on a good day, without a zone, and in the standby", () => {
  const found = broken(most(2));
  for (const id of ["CAP-1", "CAP-2", "CAP-3", "CAP-4", "CAP-5"]) assert.ok(found.includes(id), `${id} of ${found}`);
});

test("brokers that just suffice don't without a zone", () => {
  const found = broken((given) => ({
    ...given,
    data: {
      ...given.data,
      stream: { ...given.data.stream, brokers: 3, brokerType: "kafka.t3.small" } as Platform["data"]["stream"],
    },
    objectives: { ...given.objectives, plannedEventsPerSecond: 2_500 },
  }));
  assert.ok(found.includes("CAP-2"), `${found}`);
  assert.ok(!found.includes("CAP-1"), `${found}`);
});

test("the autoscaler follows Kubernetes' rule: up to twice as many at once, 10 % left alone, limits kept", () => {
  const scale = { min: 3, max: 40 };
  assert.equal(desired(10, 10, 0.7, 0.7, scale), 10);
  assert.equal(desired(10, 10, 0.76, 0.7, scale), 10);
  assert.equal(desired(10, 10, 1, 0.7, scale), 15);
  assert.equal(desired(4, 4, 1, 0.1, scale), 8);
  assert.equal(desired(30, 30, 1, 0.5, scale), 40);
  assert.equal(desired(10, 10, 0, 0.7, scale), 3);
});

test("a surge turns some away until pods and nodes are there, and then nobody", () => {
  const console_ = platform.workloads.find(({ name }) => name === "console")!;
  const found = course(platform, console_, PROFILES.surge, { kind: "nothing", atSecond: 0 });
  const again = course(platform, console_, PROFILES.surge, { kind: "nothing", atSecond: 0 });
  assert.deepEqual(found, again);
  assert.ok(found.unansweredShare < 0.5);
  assert.ok(found.podsAtEnd > console_.replicas.primary.min);
});
