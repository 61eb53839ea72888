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

/** What others saw of the drill, such as the alerting's own timeline: signed together with all else. */
export type Attachment = { name: string; text: string };
const ATTACHMENT_NAME = /^[a-z0-9][a-z0-9.-]{0,63}$/;
/** Names that the evidence has itself; "signature" and the sums could otherwise be replaced before they are made. */
const OWN_NAMES = new Set([
  SUMS,
  SIGNATURE,
  PUBLIC_KEY,
  `${RUNNING}.gz`,
  RUNNING,
  "timeline.svg",
  "report.md",
  "record.json",
]);

/** Writes everything beside the history and signs it; then copies it into the buckets of both regions. */
export async function writeEvidence(
  installation: Installation,
  directory: string,
  result: DrillResult,
  record: DrillRecord,
  attachments: readonly Attachment[] = [],
): Promise<{ copies: string[]; missed: string[] }> {
  for (const { name } of attachments) {
    if (!ATTACHMENT_NAME.test(name) || OWN_NAMES.has(name)) {
      throw new Refused(
        `"${name}" can't be attached to evidence: give it a name of small letters, digits, dots and hyphens that the evidence doesn't have itself.`,
        EXIT.usage,
      );
    }
  }
  await pipeline(
    createReadStream(join(directory, RUNNING)),
    createGzip(),
    createWriteStream(join(directory, `${RUNNING}.gz`), { mode: 0o600 }),
  );
  await rm(join(directory, RUNNING));
  // Who asked for what and when is nobody else's to read; whoever should read it is given a copy.
  const put = (name: string, text: string) => writeFile(join(directory, name), text, { mode: 0o600 });
  await put("timeline.svg", timelineSvg(result));
  await put("report.md", reportOf(record));
  await put("record.json", `${JSON.stringify(record, null, 1)}\n`);
  for (const { name, text } of attachments) await put(name, text);
  const key = signingKey(installation);
  await put(PUBLIC_KEY, publicPem(key));
  const sums = await sumsOf(directory);
  await put(SUMS, sums);
  await put(SIGNATURE, `${sign(null, Buffer.from(sums), key).toString("base64")}\n`);
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

const publicPem = (key: KeyObject): string => createPublicKey(key).export({ type: "spki", format: "pem" }) as string;

/** What an auditor asks the installation's owner for, by another way than the evidence itself. */
export function evidencePublicKey(installation: Installation): string {
  return publicPem(signingKey(installation));
}

/** Short enough to be read out over a telephone: the SHA-256 of the public key as DER. */
function fingerprintOf(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");
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

export type Verified =
  | { kind: "good"; files: number; id: string /** Of the key that signed. */; fingerprint: string }
  | { kind: "bad"; because: string };

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
  if (!publicKey) {
    const whose = key === undefined ? PUBLIC_KEY : "the key given";
    return { kind: "bad", because: `${whose} isn't a public key of Ed25519 as PEM` };
  }
  if (!verify(null, Buffer.from(sums), publicKey, Buffer.from(signature.trim(), "base64"))) {
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
  const entries = (await readdir(directory, { withFileTypes: true })).filter(
    ({ name }) => name !== SUMS && name !== SIGNATURE,
  );
  const names = entries.map(({ name }) => name);
  for (const entry of entries) {
    const { name } = entry;
    const digest = named.get(name);
    if (digest === undefined) return { kind: "bad", because: `${name} isn't named in ${SUMS}` };
    // A link could show one file to the digest and another to the reader.
    if (!entry.isFile()) return { kind: "bad", because: `${name} isn't a plain file` };
    if ((await digestOf(join(directory, name))) !== digest) return { kind: "bad", because: `${name} was changed` };
  }
  const missing = [...named.keys()].find((name) => !names.includes(name));
  if (missing !== undefined) return { kind: "bad", because: `${missing} is missing` };
  return { kind: "good", files: names.length, id: await signedId(directory), fingerprint: fingerprintOf(publicKey) };
}

/** As the signed record says it: a directory can be given any name. */
async function signedId(directory: string): Promise<string> {
  const record = JSON.parse(await readFile(join(directory, "record.json"), "utf8")) as Pick<DrillRecord, "summary">;
  return record.summary.id;
}

/** Of Ed25519 only: with another kind "verify" would take another scheme, or throw. */
function readPublicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : undefined;
  } catch {
    return undefined;
  }
}
