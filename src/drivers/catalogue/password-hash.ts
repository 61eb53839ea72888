// Passwords as scrypt hashes, in a text that carries its own parameters so that they can grow.

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's second choice of equal strength: 64 MiB and about 0.3 s of one core per password. */
const COST = { N: 2 ** 16, r: 8, p: 2 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MEMORY_BYTES_MAX = 256 * 1024 * 1024;

/** scrypt at work side by side, each with its 64 MiB, and waiting. Beyond that a caller is told to come back. */
const AT_WORK_MAX = 2;
const WAITING_MAX = 16;

export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Takes as long for a user that isn't there (`null`) as for one that is. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const parts = (stored ?? NOBODY).split("$");
  const [, N, r, p] = parts.map(Number);
  const salt = Buffer.from(parts[4] ?? "", "base64url");
  const expected = Buffer.from(parts[5] ?? "", "base64url");
  const hash = await derive(password, salt, { N: N ?? COST.N, r: r ?? COST.r, p: p ?? COST.p });
  return expected.length === hash.length && timingSafeEqual(hash, expected) && stored !== null;
}

/** The hash of no password: compared with where there is no user, or none with a password. */
const NOBODY = ["scrypt", COST.N, COST.r, COST.p, Buffer.alloc(SALT_BYTES).toString("base64url"), ""].join("$");

let atWork = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (atWork >= AT_WORK_MAX) {
    if (waiting.length >= WAITING_MAX) throw new TooBusy("Too many passwords are being checked at once.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  atWork += 1;
  try {
    const options: ScryptOptions = { ...cost, maxmem: MEMORY_BYTES_MAX };
    // Unicode forms of the same text are the same password.
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize("NFKC"), salt, HASH_BYTES, options, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    );
  } finally {
    atWork -= 1;
    waiting.shift()?.();
  }
}
