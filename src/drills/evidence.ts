// The evidence of a drill: a directory that a reader can check without trusting who gives it. SHA256SUMS names every file,
// the signature is over SHA256SUMS, the public key lies beside it, and both regions' buckets keep a copy.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { writeWhole } from "../drivers/installation.ts";
import { syncDirectory } from "../drivers/log/durable-file.ts";
import type { DrillRecord } from "./record.ts";
import { reportOf } from "./report.ts";
import type { DrillResult } from "./run-drill.ts";
import { timelineSvg } from "./timeline-svg.ts";

const SUMS = "SHA256SUMS";
const SIGNATURE = "signature";
const PUBLIC_KEY = "public-key.pem";
const RUNNING = "history.ndjson";
const KEY_FILE = "evidence.key";

export const evidenceDirectory = (installation: Installation): string => join(installation.directory, "evidence");

/** Writes everything beside the history and signs it; then copies it into the buckets of both regions. */
export async function writeEvidence(
  installation: Installation,
  directory: string,
  result: DrillResult,
  record: DrillRecord,
): Promise<{ copies: string[]; missed: string[] }> {
  await pipeline(
    createReadStream(join(directory, RUNNING)),
    createGzip(),
    createWriteStream(join(directory, `${RUNNING}.gz`), { mode: 0o600 }),
  );
  await rm(join(directory, RUNNING));
  await writeFile(join(directory, "timeline.svg"), timelineSvg(result));
  await writeFile(join(directory, "report.md"), reportOf(record));
  await writeFile(join(directory, "record.json"), `${JSON.stringify(record, null, 1)}\n`);
  const key = signingKey(installation);
  await writeFile(join(directory, PUBLIC_KEY), createPublicKey(key).export({ type: "spki", format: "pem" }));
  const sums = await sumsOf(directory);
  await writeFile(join(directory, SUMS), sums);
  await writeFile(join(directory, SIGNATURE), `${sign(null, Buffer.from(sums), key).toString("base64")}\n`);
  await syncDirectory(directory);
  return copyToBuckets(installation, directory);
}

async function sumsOf(directory: string): Promise<string> {
  const names = (await readdir(directory)).filter((name) => name !== SUMS && name !== SIGNATURE).sort();
  const lines = names.map(async (name) => `${await digestOf(join(directory, name))}  ${name}\n`);
  return (await Promise.all(lines)).join("");
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** The installation's own key pair; its private half is readable by its owner only and never leaves the machine. */
function signingKey(installation: Installation): KeyObject {
  const file = join(installation.directory, KEY_FILE);
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeWhole(file, privateKey.export({ type: "pkcs8", format: "pem" }) as string, 0o600);
  }
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    throw new Refused(`${file} holds no key. Restore it, or remove it: then a new one is made.`, EXIT.badInput, {
      cause: error,
    });
  }
}

/** A bucket that can't be written to is named, and doesn't make the drill fail: the evidence lies in the other places. */
async function copyToBuckets(
  installation: Installation,
  directory: string,
): Promise<{ copies: string[]; missed: string[] }> {
  const copies: string[] = [];
  const missed: string[] = [];
  for (const region of installation.regions) {
    const target = join(region.directory, "bucket", "evidence", basename(directory));
    const incoming = `${target}.incoming`;
    try {
      await rm(incoming, { recursive: true, force: true });
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      for (const name of await readdir(directory)) await copyFile(join(directory, name), join(incoming, name));
      await syncDirectory(incoming);
      await rename(incoming, target);
      copies.push(target);
    } catch (error) {
      missed.push(`${region.name}: ${(error as Error).message}`);
    }
  }
  return { copies, missed };
}

export type Verified = { kind: "good"; files: number; id: string } | { kind: "bad"; because: string };

/**
 * Digests and signature of a directory of evidence. `key`: the public key that it must be signed with; without it the one
 * beside it is taken, which proves only that nobody changed a part of it.
 */
export async function verifyEvidence(directory: string, key?: string): Promise<Verified> {
  const text = (name: string) => readFile(join(directory, name), "utf8").catch(() => undefined);
  const [sums, signature, beside] = [await text(SUMS), await text(SIGNATURE), await text(PUBLIC_KEY)];
  if (sums === undefined || signature === undefined || beside === undefined) {
    return { kind: "bad", because: `${directory} lacks ${SUMS}, ${SIGNATURE} or ${PUBLIC_KEY}` };
  }
  const publicKey = readPublicKey(key ?? beside);
  if (!publicKey || !verify(null, Buffer.from(sums), publicKey, Buffer.from(signature.trim(), "base64"))) {
    return {
      kind: "bad",
      because: `the signature isn't that of ${SUMS} by ${key === undefined ? PUBLIC_KEY : "the key given"}`,
    };
  }
  const named = new Map(
    sums
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const names = (await readdir(directory)).filter((name) => name !== SUMS && name !== SIGNATURE);
  for (const name of names) {
    const digest = named.get(name);
    if (digest === undefined) return { kind: "bad", because: `${name} isn't named in ${SUMS}` };
    if ((await digestOf(join(directory, name))) !== digest) return { kind: "bad", because: `${name} was changed` };
  }
  const missing = [...named.keys()].find((name) => !names.includes(name));
  if (missing !== undefined) return { kind: "bad", because: `${missing} is missing` };
  return { kind: "good", files: names.length, id: basename(directory) };
}

function readPublicKey(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}
