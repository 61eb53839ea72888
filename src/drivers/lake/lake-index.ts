// What a bucket holds, from its names and footers alone. Names are immutable, so each footer is read once; while nothing
// changes, `refresh` costs one stat. An object whose footer can't be used is named in `unusable` and left out of answers.

import { open } from "node:fs/promises";
import { type LakeKey, type LakeObject, parseFooter, parseLakeKey } from "../../app/lake/lake-object.ts";
import { footerLength, parseParquetFooter, TRAILER_BYTES } from "../../app/lake/parquet-footer.ts";
import { newestWatermarks, parseWatermarkKey, type Watermark } from "../../app/lake/watermark.ts";
import type { OriginId } from "../../core/origin.ts";
import type { Bucket, Listed } from "./bucket.ts";
import { digestOf } from "./digest.ts";

export type LakeSnapshot = {
  /** Equal versions hold equal objects; exact, so a cached answer of this version is too. */
  version: string;
  objects: LakeObject[];
  /** The newest of each origin. */
  watermarks: Map<OriginId, Watermark>;
  /** All watermarks' keys. */
  watermarkKeys: string[];
  unusable: { key: string; because: string }[];
};

export type LakeIndex = { refresh(): Promise<LakeSnapshot> };

/** Changes made past the driver (a file copied in by hand) are seen after this. */
const LISTING_AGE_MS_MAX = 5_000;
/** One read gets most footers whole. */
const TAIL_BYTES = 32 * 1024;
const READS_AT_ONCE = 16;

export function openLakeIndex(bucket: Bucket): LakeIndex {
  const known = new Map<string, LakeObject | { key: string; because: string }>();
  let last: { at: number; bucketVersion: string; snapshot: LakeSnapshot } | undefined;
  let running: Promise<LakeSnapshot> | undefined;

  const look = async (): Promise<LakeSnapshot> => {
    const bucketVersion = await bucket.version();
    const now = performance.now();
    if (last && last.bucketVersion === bucketVersion && now - last.at < LISTING_AGE_MS_MAX) return last.snapshot;
    const snapshot = await readListing(bucket, await bucket.list(), known);
    last = {
      at: now,
      bucketVersion,
      snapshot: last?.snapshot.version === snapshot.version ? reuse(last.snapshot, snapshot) : snapshot,
    };
    return last.snapshot;
  };
  return {
    refresh() {
      running ??= look().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** The same array of objects for the same version, so that readers can keep what they derived from it. */
function reuse(previous: LakeSnapshot, next: LakeSnapshot): LakeSnapshot {
  return { ...next, objects: previous.objects };
}

async function readListing(
  bucket: Bucket,
  listing: Listed[],
  known: Map<string, LakeObject | { key: string; because: string }>,
): Promise<LakeSnapshot> {
  const names = listing.flatMap((listed) => {
    const name = parseLakeKey(listed.key);
    return name ? [{ ...listed, name }] : [];
  });
  const keys = new Set(names.map(({ key }) => key));
  for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
  const fresh = names.filter(({ key }) => !known.has(key));
  for (let start = 0; start < fresh.length; start += READS_AT_ONCE) {
    const batch = fresh.slice(start, start + READS_AT_ONCE);
    const read = await Promise.all(batch.map(({ name, bytes }) => readObject(bucket, name, bytes)));
    for (const object of read) if (object) known.set(object.key, object);
  }
  const objects: LakeObject[] = [];
  const unusable: LakeSnapshot["unusable"] = [];
  for (const { key } of names) {
    const object = known.get(key);
    if (object === undefined) continue;
    if ("because" in object) unusable.push(object);
    else objects.push(object);
  }
  const watermarkKeys = listing.map(({ key }) => key).filter((key) => parseWatermarkKey(key) !== undefined);
  const watermarks = newestWatermarks(watermarkKeys.map((key) => parseWatermarkKey(key) as Watermark));
  return { version: digestOf(objects.map(({ key }) => key).join("\n")), objects, watermarks, watermarkKeys, unusable };
}

/** undefined for an object that was removed meanwhile. */
export async function readObject(
  bucket: Bucket,
  name: LakeKey,
  bytes: number,
): Promise<LakeObject | { key: string; because: string } | undefined> {
  const tail = await readTail(bucket.path(name.key), bytes).catch((error: NodeJS.ErrnoException) => error);
  if (tail instanceof Error) {
    if (tail.code === "ENOENT") return undefined;
    return { key: name.key, because: `its footer can't be read (${tail.message})` };
  }
  const facts = parseFooter(tail.facts);
  if ("because" in facts) return { key: name.key, because: facts.because };
  if (name.cover !== "in footer" && JSON.stringify(name.cover) !== JSON.stringify(facts.cover)) {
    return { key: name.key, because: "the cover in its footer isn't the one in its name" };
  }
  return { ...name, cover: facts.cover, time: facts.time, rows: tail.rows, bytes };
}

async function readTail(file: string, bytes: number): Promise<{ rows: number; facts: Map<string, string> }> {
  const handle = await open(file);
  try {
    const tailBytes = Math.min(bytes, TAIL_BYTES);
    const tail = Buffer.alloc(tailBytes);
    await handle.read(tail, 0, tailBytes, bytes - tailBytes);
    const length = footerLength(tail.subarray(tailBytes - TRAILER_BYTES));
    if (length === undefined || length + TRAILER_BYTES > bytes)
      throw new RangeError("this is not the end of a Parquet file");
    const start = tailBytes - TRAILER_BYTES - length;
    if (start >= 0) return parseParquetFooter(tail.subarray(start, start + length));
    const footer = Buffer.alloc(length);
    await handle.read(footer, 0, length, bytes - TRAILER_BYTES - length);
    return parseParquetFooter(footer);
  } finally {
    await handle.close();
  }
}
