// Tokens and keys: how they are made, and the digests that are kept of them.

import { createHash, createHmac, type randomBytes } from "node:crypto";

type Chance = typeof randomBytes;

/** 144 bits; lies open in web pages, so it only has to be hard to guess. Letters and digits, `_` and `-`. */
export function newWriteKey(chance: Chance): string {
  return `wk_${chance(18).toString("base64url")}`;
}

/** 256 bits, for sessions, links and CSRF. */
export function newToken(chance: Chance): string {
  return chance(32).toString("base64url");
}

/**
 * A read key. With an idempotency key it follows from that and the installation's key, so that a repeated request gets the
 * same secret again although only its digest is kept.
 */
export function newReadKey(chance: Chance, repeatable?: { linkKey: string; scope: string; key: string }): string {
  const secret = repeatable
    ? createHmac("sha256", repeatable.linkKey).update(`read key\n${repeatable.scope}\n${repeatable.key}`).digest()
    : chance(32);
  return `rk_${secret.toString("base64url")}`;
}

export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
