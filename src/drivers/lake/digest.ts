// The digest in an object's name: the first 16 hex digits of the SHA-256 of its bytes.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

const DIGEST_DIGITS = 16;
const CHUNK_BYTES = 1024 * 1024;

export function digestOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, DIGEST_DIGITS);
}

export async function digestOfFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) hash.update(chunk as Buffer);
  return hash.digest("hex").slice(0, DIGEST_DIGITS);
}
