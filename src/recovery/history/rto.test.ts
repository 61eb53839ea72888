import assert from "node:assert/strict";
import { test } from "node:test";
import { LEASE_TIMES, stillMsMin } from "../lease/times.ts";
import type { Action, Plan } from "../plan/step.ts";
import type { JournalEntry } from "../run/protocol.ts";
import { outageOf } from "./outage.ts";
import { addTry, type Told } from "./planted-faults.ts";
import { splitRto } from "./rto.ts";

const plan = (actions: Action[]): Plan =>
  ({ kind: "fail-over", steps: actions.map((action) => ({ id: action, action })) }) as unknown as Plan;

function journal(begunAtMs: number, done: [Action, number][]): JournalEntry[] {
  const begun = {
    kind: "begun",
    run: "r1",
    atMs: begunAtMs,
    suspectedAtMs: 1_400,
    plan: plan(done.map(([action]) => action)),
  } as unknown as JournalEntry;
  return [begun, ...done.map(([step, atMs]) => ({ kind: "done", step, atMs }) as unknown as JournalEntry)];
}

test("the terms of an RTO add up to the time from the fault to the first acknowledged write", () => {
  const split = splitRto(
    journal(2_000, [
      ["check", 2_010],
      ["contend", 4_000],
      ["promote", 4_300],
      ["verify", 4_350],
      ["scale", 4_360],
      ["open", 4_400],
      ["warm", 6_000],
    ]),
    1_000,
    4_450,
  );
  const { warm, ...before } = split?.terms ?? {};
  assert.equal(warm, 1_600);
  assert.equal(
    Object.values(before).reduce<number>((sum, ms) => sum + (ms ?? 0), 0),
    3_450,
  );
  assert.equal(split?.totalMs, 3_450);
  assert.equal(split?.floorMs, stillMsMin(LEASE_TIMES) + 300, "no fence is shorter than the lease of a silent holder");
  assert.deepEqual(before, { detect: 400, decide: 610, fence: 1_990, promote: 300, verify: 50, scale: 10, route: 90 });
});

test("a term that was never reached is not measured, which is not the same as zero", () => {
  const split = splitRto(journal(2_000, [["check", 2_010]]), 1_000, null);
  assert.equal(split?.terms.promote, null);
  assert.equal(split?.totalMs, null);
  assert.equal(split?.floorMs, null);
});

const told = (ends: number[]): Told => {
  const made: Told = { operations: [], events: [], journal: [], solo: [] };
  for (const [index, endedAtMs] of ends.entries()) {
    const ask = { kind: "write", register: "r", serial: index + 1 } as const;
    const promised = { kind: "write", epoch: 1 } as const;
    addTry(made, {
      intent: `${index}`,
      ask,
      ending: "ok",
      region: "n",
      promised,
      invokedAtMs: endedAtMs - 1,
      endedAtMs,
    });
  }
  return made;
};

test("an outage is the longest silence that ends after the fault, though an answer was still on its way then", () => {
  const { operations } = told([100, 200, 300, 1_000, 1_020, 5_000, 5_100, 5_200]);
  assert.deepEqual(outageOf(operations, "write", 1_000, 5_250), {
    lastBeforeMs: 1_020,
    firstAfterMs: 5_000,
    outageMs: 3_980,
    sinceFaultMs: 4_000,
  });
});

test("an outage that hasn't ended has no length", () => {
  const { operations } = told([100, 200, 300, 400]);
  assert.equal(outageOf(operations, "write", 350, 9_000).outageMs, null);
});
