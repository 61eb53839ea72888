// What people read on a terminal at three in the morning.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckView, LeaseSeen, PlanView, RecoveryView } from "../core/recovery-view.ts";
import { checkLine, planText, readmitText, recoveryLines } from "./recovery-text.ts";

const voter = (name: string, says: string, heard: boolean) => ({ name, says, heard, stillMs: heard ? 100 : null });

function view(voters: LeaseSeen["voters"]): RecoveryView {
  const lease: LeaseSeen = {
    state: "held",
    epoch: 4,
    holder: "one",
    remainingMs: 2_500,
    open: true,
    solo: { marked: 0, unmarked: 2 },
    wanted: 0,
    voters,
    because: "",
  };
  return {
    lease,
    verdict: { level: "ok", says: "one is active under epoch 4." },
    rpoNow: { events: 0, ms: 0 },
    automatic: { on: true, pausedUntil: null, reason: null },
    run: null,
    tail: null,
  } as Partial<RecoveryView> as RecoveryView;
}

const good = [voter("one", "epoch 4, one, beat 9", true), voter("two", "epoch 4, one, beat 9", true)];
const damaged = voter(
  "witness",
  "abstains: The register /w/register.json can't be used: it isn't a JSON object.",
  false,
);
const silent = voter("witness", "abstains: witness: connect ECONNREFUSED 127.0.0.1:4601", false);

test("a voter that answers without a record is told with the command that lets it vote again; a silent one without", () => {
  assert.doesNotMatch(recoveryLines(view([...good])).join("\n"), /voter/);
  const lines = recoveryLines(view([...good, damaged])).join("\n");
  assert.match(
    lines,
    /the witness abstains: The register .* object\. See to its disk, then: tandem readmit witness --reason …$/m,
  );
  const other = recoveryLines(view([...good, silent])).join("\n");
  assert.match(other, /the witness abstains: connect ECONNREFUSED/);
  assert.doesNotMatch(other, /readmit/);
});

test("a re-admission says what would be given to whom, and that a voter that votes needs none", () => {
  assert.match(
    readmitText(view([...good, damaged]), "witness"),
    /^The witness abstains: .*\nIt would be given .* epoch 4, one\./,
  );
  assert.match(readmitText(view([...good, damaged]), "two"), /^The voter of two votes .* nothing to re-admit/);
});

test("what a plan goes on without is told apart from what it depends on", () => {
  const plan = {
    title: "Fail over",
    to: "two",
    budgetMs: 40_000,
    warnings: [],
    steps: [],
  } as Partial<PlanView> as PlanView;
  const check = (name: string, state: CheckView["state"]): CheckView => ({
    name,
    state,
    value: null,
    ageMs: 1,
    says: name,
  });
  const checks = [check("peer-answers", "fail"), check("two-voters-heard", "pass")];
  const lines = planText(plan, checks, (name) => name === "two-voters-heard").split("\n");
  const [needed, others] = ["What it depends on", "What else is seen"].map((head) =>
    lines.findIndex((line) => line.startsWith(head)),
  );
  assert.match(lines[(needed ?? 0) + 1] ?? "", /ok .*two-voters-heard/);
  assert.match(lines[(others ?? 0) + 1] ?? "", /FAIL .*peer-answers/);
  assert.doesNotMatch(
    planText(plan, checks, () => true),
    /What else is seen/,
  );
});

test("a check begins as a sentence, and ends with the name that --accept takes", () => {
  const line = checkLine({ name: "in-step", state: "fail", value: "9 ms", ageMs: 12, says: "not so: it streams" });
  assert.equal(line, "  FAIL Not so: it streams: 9 ms (in-step, 12 ms ago)");
});
