import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import type { Deed } from "../../core/confirmation.ts";
import {
  CHALLENGE_MS,
  CONFIRMATION_MS,
  isChallenge,
  isConfirmed,
  newChallenge,
  newConfirmation,
} from "./confirmations.ts";

const AT = Date.UTC(2026, 10, 21, 12);
const DEED: Deed = { kind: "start", plan: "fail-over", to: "ap-south-2" };
const BOUND = { linkKey: "a".repeat(64), session: "b".repeat(64), deed: DEED };
/** Each differs in one thing. */
const OTHERS = [
  { ...BOUND, linkKey: "c".repeat(64) },
  { ...BOUND, session: "c".repeat(64) },
  { ...BOUND, deed: { ...DEED, to: "ap-south-1" } },
  { ...BOUND, deed: { ...DEED, plan: "evict" as const } },
  { ...BOUND, deed: { kind: "approve" as const, run: "fail-over" } },
  { ...BOUND, deed: { kind: "add-passkey" as const } },
];

test("a confirmation holds for its session and its deed, for two minutes, and for nothing else", () => {
  const { confirmation, lastsMs } = newConfirmation(BOUND, AT);
  const expiresAt = AT + lastsMs;
  assert.equal(lastsMs, CONFIRMATION_MS);
  assert.equal(isConfirmed(BOUND, confirmation, AT), true);
  assert.equal(
    isConfirmed({ ...BOUND, deed: { to: "ap-south-2", plan: "fail-over", kind: "start" } }, confirmation, AT),
    true,
  );
  assert.equal(isConfirmed(BOUND, confirmation, expiresAt - 1), true);
  assert.equal(isConfirmed(BOUND, confirmation, expiresAt), false);
  for (const other of OTHERS) assert.equal(isConfirmed(other, confirmation, AT), false, JSON.stringify(other));
  const later = confirmation.replace(/^\d+/, String(expiresAt + 1));
  for (const forged of ["", ".", "x", later, `${confirmation}x`, confirmation.slice(0, -1), "9".repeat(300)]) {
    assert.equal(isConfirmed(BOUND, forged, AT), false, forged);
  }
});

test("a challenge is known again without having been kept, for its use, its session, its deed and its time", () => {
  const challenge = newChallenge("passkey asked", BOUND, AT, randomBytes);
  assert.notEqual(challenge, newChallenge("passkey asked", BOUND, AT, randomBytes));
  assert.equal(isChallenge("passkey asked", BOUND, challenge, AT), true);
  assert.equal(isChallenge("passkey asked", BOUND, challenge, AT + CHALLENGE_MS), false);
  assert.equal(isChallenge("passkey made", BOUND, challenge, AT), false);
  for (const other of OTHERS) assert.equal(isChallenge("passkey asked", other, challenge, AT), false);
  for (const forged of ["", "AAAA", challenge.slice(4), `A${challenge.slice(1, -1)}B`]) {
    assert.equal(isChallenge("passkey asked", BOUND, forged, AT), false, forged);
  }
});
