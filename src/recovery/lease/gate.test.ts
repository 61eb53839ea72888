import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, mayWrite } from "./gate.ts";
import { newKeeper } from "./keeper.ts";
import { type LeaseView, leaseView } from "./view.ts";

const passive = leaseView(newKeeper("north", "run-1", 0), 0);
const open: LeaseView = { ...passive, state: "held", epoch: 7, remainingMs: 900, open: true };

test("R1: a write begins only under a lease that is held, lasts, and is open", () => {
  assert.deepEqual(mayWrite(open), { ok: true, epoch: 7 });
  const refused: [Partial<LeaseView>, RegExp][] = [
    [{ state: "passive", remainingMs: null }, /doesn't hold the lease/],
    [{ state: "contending", remainingMs: null }, /doesn't hold/],
    [{ state: "yielding" }, /doesn't hold/],
    [{ state: "ending", remainingMs: null }, /doesn't hold/],
    [{ remainingMs: 0 }, /run out/],
    [{ remainingMs: null }, /run out/],
    [{ open: false }, /isn't open/],
  ];
  for (const [change, why] of refused) {
    const answer = mayWrite({ ...open, ...change });
    assert.ok(!answer.ok && why.test(answer.because), JSON.stringify([change, answer]));
  }
});

test("R1: a committed write is done only when its own epoch was confirmed; else its outcome is unknown, never failed", () => {
  assert.deepEqual(answerOf(7, { kind: "confirmed", epoch: 7 }), { kind: "done" });
  const unknown = [
    answerOf(7, { kind: "confirmed", epoch: 8 }),
    answerOf(7, { kind: "unconfirmed", because: "the lease ended" }),
    answerOf(7, { kind: "unheard" }),
  ];
  for (const answer of unknown) assert.equal(answer.kind, "outcome-unknown");
});
