// Copies to this bucket what the peer's has and this one lacks. A name promises its content: bytes whose digest differs
// from the one in the name are thrown away and said.

import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { parseLakeKey } from "../../app/lake/lake-object.ts";
import { Unavailable } from "../../core/errors.ts";
import type { Bucket, Listed } from "../../drivers/lake/bucket.ts";
import { openLakeIndex } from "../../drivers/lake/lake-index.ts";
import { backOffMs, pause } from "./pause.ts";
import { bytesOf, jsonOf, type Peer } from "./peer.ts";
import type { BucketPage } from "./serve-bucket.ts";
import { type OwnBucket, wanted } from "./wanted.ts";

const COPIES_AT_ONCE = 4;
/** How long the peer may hold an answer back while its bucket doesn't change; below the peer's silence bound. */
const WAIT_MS = 3_000;
/** Without regard to versions, for changes made by hand. */
const COMPARE_ALL_EVERY_MS = 60_000;
/** An object that came damaged is asked for again after this. */
const RETRY_DAMAGED_MS = 30_000;
const DAMAGED_MAX = 10_000;

export type CopyOptions = {
  peer: Peer;
  bucket: Bucket;
  /** On the same file system as the bucket. */
  scratch: string;
  log: (event: string, details?: Record<string, unknown>) => void;
  signal: AbortSignal;
};

export type CopiedObjects = {
  /** Objects of the peer still missing here; null before the first comparison or while the peer is away. */
  missing(): number | null;
  ended: Promise<void>;
};

export function copyObjects(options: CopyOptions): CopiedObjects {
  const index = openLakeIndex(options.bucket);
  const damaged = new Map<string, number>();
  let missing: number | null = null;
  let failures = 0;

  const own = async (): Promise<OwnBucket> => {
    const { objects, watermarkKeys, unusable } = await index.refresh();
    const keys = new Set([...objects.map(({ key }) => key), ...watermarkKeys, ...unusable.map(({ key }) => key)]);
    return { keys, objects, removed: await options.bucket.removedLately() };
  };

  const fetchAll = async (listed: Listed[]): Promise<void> => {
    const now = performance.now();
    const due = (key: string) => (damaged.get(key) ?? 0) <= now;
    const todo = wanted(listed, await own());
    missing = todo.length;
    const queue = todo.filter(({ key }) => due(key)).reverse();
    const copy = async (): Promise<void> => {
      for (let next = queue.pop(); next && !options.signal.aborted; next = queue.pop()) {
        const result = await copyOne(options, next);
        if (result === "damaged") {
          if (damaged.size >= DAMAGED_MAX) damaged.clear();
          damaged.set(next.key, performance.now() + RETRY_DAMAGED_MS);
        } else damaged.delete(next.key);
        if (result !== "damaged" && missing !== null) missing--;
      }
    };
    await Promise.all(Array.from({ length: COPIES_AT_ONCE }, copy));
  };

  const keep = async (): Promise<void> => {
    await rm(options.scratch, { recursive: true, force: true });
    await mkdir(options.scratch, { recursive: true });
    let peerVersion: string | undefined;
    let ownVersion: string | undefined;
    let listed: Listed[] = [];
    let comparedAllAt = Number.NEGATIVE_INFINITY;
    while (!options.signal.aborted) {
      try {
        const now = performance.now();
        const all = now - comparedAllAt >= COMPARE_ALL_EVERY_MS;
        const listing = await listPeer(options, all ? undefined : peerVersion);
        const version = await options.bucket.version();
        if (listing) listed = listing.objects;
        if (listing || version !== ownVersion || (missing ?? 1) > 0) await fetchAll(listed);
        if (all) comparedAllAt = now;
        if (listing) peerVersion = listing.version;
        // Taken before the comparison: what changed meanwhile is compared in the next round.
        ownVersion = version;
        failures = 0;
        // Only what came damaged is left: no hurry.
        if ((missing ?? 0) > 0) await pause(1_000, options.signal);
      } catch (error) {
        if (options.signal.aborted) return;
        missing = null;
        failures++;
        if ((failures & (failures - 1)) === 0) {
          options.log("mirror-bucket-broken", { because: (error as Error).message, failures });
        }
        await pause(backOffMs(failures, Math.random()), options.signal);
      }
    }
  };
  return { missing: () => missing, ended: keep() };
}

/** undefined when nothing has changed since `seen`. */
async function listPeer(
  { peer, signal }: CopyOptions,
  seen: string | undefined,
): Promise<{ version: string; objects: Listed[] } | undefined> {
  const objects: Listed[] = [];
  let version: string | undefined;
  let after = "";
  for (;;) {
    const query = new URLSearchParams({ after });
    if (seen !== undefined && after === "") {
      query.set("seen", seen);
      query.set("wait", String(WAIT_MS));
    }
    const response = await peer.bucket(`/link/bucket?${query}`, signal);
    if (response.statusCode === 204) {
      response.resume();
      return undefined;
    }
    const page = (await jsonOf(response, "list the peer's bucket")) as BucketPage;
    objects.push(...page.objects);
    version ??= page.version;
    if (!page.more) return { version, objects };
    after = page.objects.at(-1)?.key ?? "";
  }
}

async function copyOne(options: CopyOptions, { key, bytes }: Listed): Promise<"copied" | "gone" | "damaged"> {
  const response = await options.peer.bucket(`/link/bucket/${key}`, options.signal);
  if (response.statusCode === 404) {
    response.resume();
    return "gone";
  }
  if (response.statusCode !== 200) {
    await bytesOf(response, 64 * 1024);
    throw new Unavailable(`fetch ${key}: the peer answered ${response.statusCode}`);
  }
  const file = join(options.scratch, randomBytes(8).toString("hex"));
  try {
    const digest = await receive(response, file, bytes);
    const promised = parseLakeKey(key)?.digest;
    if (promised !== undefined && digest !== promised) {
      options.log("mirror-object-damaged", { key, digest });
      return "damaged";
    }
    await options.bucket.put(key, { file });
    return "copied";
  } finally {
    await rm(file, { force: true });
  }
}

/** Writes the body to a file, not to memory, and answers the first 16 hex digits of its SHA-256. */
async function receive(response: IncomingMessage, file: string, bytesMax: number): Promise<string> {
  const hash = createHash("sha256");
  const handle = await open(file, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const chunk of response) {
      bytes += (chunk as Buffer).length;
      if (bytes > bytesMax)
        throw new Unavailable(`fetch an object: it is longer than the ${bytesMax} bytes that were listed`);
      hash.update(chunk as Buffer);
      await handle.write(chunk as Buffer);
    }
  } finally {
    await handle.close();
  }
  return hash.digest("hex").slice(0, 16);
}
