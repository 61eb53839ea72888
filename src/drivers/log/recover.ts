// After an unclean stop: finds the last whole record of an origin, cuts off what follows it, and puts the rest on disk.

import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { FRAME_HEADER_BYTES, PAYLOAD_BYTES_MAX, SEGMENT_HEADER_BYTES, segmentName } from "../../app/log/frame.ts";
import { type FoundDamage, scan, type Walk } from "../../app/log/scan.ts";
import type { OriginId } from "../../core/origin.ts";
import { crc32 } from "./disk.ts";
import { OpenSegment } from "./open-segment.ts";
import { listSegments } from "./origins.ts";

const CHUNK_BYTES = PAYLOAD_BYTES_MAX + FRAME_HEADER_BYTES;

export type Recovered = {
  /** Offsets below this are in whole records, or were in damaged ones with whole records behind them. */
  end: number;
  /** The last segment, as it is now; undefined where there is none. */
  last: { first: number; bytes: number } | undefined;
  seed: number | undefined;
  /** Bytes cut off. */
  tornBytes: number;
  damage: FoundDamage[];
};

/** Only the last segment can be torn: the ones before it were on disk whole when their follower was begun. */
export async function recoverTail(directory: string, origin: OriginId): Promise<Recovered> {
  const segments = await listSegments(directory);
  const first = segments.at(-1);
  const segment = first === undefined ? undefined : await OpenSegment.open(directory, origin, first);
  if (first === undefined || !segment) {
    return { end: 0, last: undefined, seed: undefined, tornBytes: 0, damage: [] };
  }
  try {
    const seed = segment.seed ?? (await seedOfOthers(directory, origin, segments));
    const size = await segment.size();
    if (seed === undefined && size <= SEGMENT_HEADER_BYTES) {
      // A power cut before the header was on disk; nothing was ever acknowledged from this file.
      await rm(join(directory, segmentName(first)));
      return { end: first, last: undefined, seed, tornBytes: size, damage: [] };
    }
    if (seed === undefined) return { end: first, last: { first, bytes: size }, seed, tornBytes: 0, damage: [] };
    const { whole, damage } = await lastWhole(segment, seed, size);
    const tornBytes = Math.max(0, size - whole.byte);
    await settle(join(directory, segmentName(first)), tornBytes > 0 ? whole.byte : undefined);
    return { end: whole.expected, last: { first, bytes: whole.byte }, seed, tornBytes, damage };
  } finally {
    await segment.close();
  }
}

/** Where the last whole record ends, damage before it passed over. */
async function lastWhole(
  segment: OpenSegment,
  seed: number,
  size: number,
): Promise<{ whole: { byte: number; expected: number }; damage: FoundDamage[] }> {
  let walk: Walk = { byte: SEGMENT_HEADER_BYTES, expected: segment.first, bad: undefined };
  let whole = { byte: Math.min(size, walk.byte), expected: walk.expected };
  const damage: FoundDamage[] = [];
  for (;;) {
    const chunk = await segment.chunk(walk.byte, Math.max(0, Math.min(CHUNK_BYTES, size - walk.byte)));
    const result = scan(chunk, walk, { seed, crc32, check: "payloads" });
    const last = result.frames.at(-1);
    if (last) whole = { byte: last.byte + last.bytes.length, expected: last.header.offset + last.header.count };
    damage.push(...result.damage);
    const moved = result.walk.byte > walk.byte;
    walk = result.walk;
    // A chunk holds the largest record: no step means that what is left isn't a whole one.
    if (!moved) return { whole, damage };
  }
}

async function seedOfOthers(directory: string, origin: OriginId, segments: number[]): Promise<number | undefined> {
  for (const first of segments) {
    const segment = await OpenSegment.open(directory, origin, first);
    await segment?.close();
    if (segment?.seed !== undefined) return segment.seed;
  }
  return undefined;
}

/** Also what is whole may so far be in the system's memory only, and is spoken of as durable from now on. */
async function settle(file: string, cutAt: number | undefined): Promise<void> {
  const handle = await open(file, "r+");
  try {
    if (cutAt !== undefined) await handle.truncate(cutAt);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
