// Confirmations and challenges, made and checked without a database: a standby can't be written, and it is there that a
// fail-over is asked for. Each is an HMAC of the installation's key over session, deed and end, so either region's console
// takes what the other's has given. Within its time it may be sent again, by the same session for the same deed: a repeated
// command finds its run.

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { CONFIRMATION_HEADER, type Confirmation, type Deed } from "../../core/confirmation.ts";
import type { InstantMs } from "../../core/time.ts";
import { type Caller, type ConsoleParts, sessionOf } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";

/** Long enough for the ten seconds of a planned switch and for a second thought. */
export const CONFIRMATION_MS = 120_000;
/** Of what an authenticator is asked to sign: a person has to find it first. */
export const CHALLENGE_MS = 120_000;
const CHARACTERS_MAX = 200;
const NONCE_BYTES = 16;
const UNTIL_BYTES = 6;

/** What a confirmation is bound to: `session` is the digest of its token, empty before there is one. */
type Bound = { linkKey: string; session: string; deed: Deed | "sign-in" };
type ChallengeUse = "passkey asked" | "passkey made";
type Use = "confirmation" | ChallengeUse;

export function newConfirmation(bound: Bound, now: InstantMs): Confirmation {
  const expiresAt = now + CONFIRMATION_MS;
  const mac = seal("confirmation", bound, expiresAt).toString("base64url");
  return { confirmation: `${expiresAt}.${mac}`, lastsMs: CONFIRMATION_MS };
}

export function isConfirmed(bound: Bound, given: string, now: InstantMs): boolean {
  const [, until = "", mac = ""] = /^(\d{1,15})\.([\w-]{43})$/.exec(given.slice(0, CHARACTERS_MAX)) ?? [];
  const expiresAt = Number(until);
  if (!(expiresAt > now && expiresAt <= now + CONFIRMATION_MS)) return false;
  return isEqual(Buffer.from(mac, "base64url"), seal("confirmation", bound, expiresAt));
}

/** Nonce, end and seal, base64url: the authenticator signs it, so it comes back with what is to be checked. */
export function newChallenge(use: ChallengeUse, bound: Bound, now: InstantMs, chance: ConsoleParts["chance"]): string {
  const until = Buffer.alloc(UNTIL_BYTES);
  until.writeUIntBE(now + CHALLENGE_MS, 0, UNTIL_BYTES);
  const head = Buffer.concat([chance(NONCE_BYTES), until]);
  return Buffer.concat([head, seal(use, bound, now + CHALLENGE_MS, head)]).toString("base64url");
}

export function isChallenge(use: ChallengeUse, bound: Bound, challenge: string, now: InstantMs): boolean {
  const bytes = Buffer.from(challenge.slice(0, CHARACTERS_MAX), "base64url");
  const head = bytes.subarray(0, NONCE_BYTES + UNTIL_BYTES);
  if (head.length < NONCE_BYTES + UNTIL_BYTES) return false;
  const until = head.readUIntBE(NONCE_BYTES, UNTIL_BYTES);
  if (!(until > now && until <= now + CHALLENGE_MS)) return false;
  return isEqual(bytes.subarray(head.length), seal(use, bound, until, head));
}

function seal(use: Use, { linkKey, session, deed }: Bound, until: InstantMs, nonce = Buffer.alloc(0)): Buffer {
  const what = JSON.stringify(["confirm a deed", use, session, wordsOf(deed), until, nonce.toString("hex")]);
  return createHmac("sha256", linkKey).update(what).digest();
}

/** In one order, however the request wrote its members. */
function wordsOf(deed: Deed | "sign-in"): string[] {
  if (deed === "sign-in") return [deed];
  if (deed.kind === "start") return [deed.kind, deed.plan, deed.to];
  if (deed.kind === "approve") return [deed.kind, deed.run];
  return deed.kind === "remove-passkey" ? [deed.kind, deed.passkey] : [deed.kind];
}

const isEqual = (given: Buffer, wanted: Buffer): boolean =>
  given.length === wanted.length && timingSafeEqual(given, wanted);

/** Of an endpoint that says what must have been confirmed. */
export function refuseUnconfirmed(c: Context, parts: ConsoleParts, caller: Caller, deed: Deed): void {
  const bound = { linkKey: parts.linkKey, session: sessionOf(caller).digest, deed };
  const given = c.req.header(CONFIRMATION_HEADER);
  if (given !== undefined && isConfirmed(bound, given, parts.now())) return;
  throw new ProblemError(
    "confirmation-needed",
    `${given === undefined ? "This takes a confirmation" : "The confirmation is older than two minutes, or of something else"}: ` +
      `confirm by passkey or password (POST /session/confirmation) and send what that answers in ${CONFIRMATION_HEADER}. ` +
      "Nothing was done. The command line asks in the terminal instead: `tandem failover`.",
  );
}
