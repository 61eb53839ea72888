// Walks over the frames of a segment, chunk by chunk, and never believes a byte that its checksums don't vouch for. Pure.
//
// The offsets of an origin follow each other without a gap, so whatever is missing shows: a frame that begins beyond the
// expected offset proves that the offsets between can't be read here, whatever lies in the bytes between.

import type { OffsetRange } from "../../core/origin.ts";
import { type Crc32, decodeFrameHeader, FRAME_HEADER_BYTES, type FrameHeader, nextFrameCandidate } from "./frame.ts";

/** Where a walk stands within a file. */
export type Walk = {
  /** The next byte to look at. */
  byte: number;
  /** The offset that the next frame should begin with. */
  expected: number;
  /** The first byte that couldn't be read since the last good frame, and why. */
  bad: { byte: number; reason: string } | undefined;
};

export type FoundFrame = {
  header: FrameHeader;
  /** Header and payload; where only headers are read, what of them lies in the chunk. */
  bytes: Uint8Array;
  /** Where it lies in the file. */
  byte: number;
};

/** "absent": nothing stands where the offsets should be; "wrong": bytes that the checksums don't vouch for. */
export type FoundDamage = { range: OffsetRange; byte: number; bytes: "absent" | "wrong"; reason: string };

export type ScanOptions = {
  seed: number;
  crc32: Crc32;
  /** "headers" passes over payloads without checking them, also past the end of the chunk. */
  check: "headers" | "payloads";
  /** Stop after about so many bytes of frames (at least one frame). */
  bytesMax?: number;
  /** Stop before the frame that holds this offset. */
  until?: number;
  /** Stop before a frame that begins at this offset or beyond. */
  below?: number;
  /** Length of the whole file: a frame that reaches past it isn't there yet. */
  fileBytes?: number;
};

export type Scan = {
  frames: FoundFrame[];
  damage: FoundDamage[];
  walk: Walk;
  /** "more": the chunk ends within a frame; give at least `needBytes` from `walk.byte` on. */
  stopped: { kind: "more"; needBytes: number } | { kind: "enough" };
};

/** Scans `chunk`, which begins at byte `walk.byte` of the file. Frames refer to the chunk, without a copy. */
export function scan(chunk: Uint8Array, from: Walk, options: ScanOptions): Scan {
  const walk: Walk = { ...from };
  const base = from.byte;
  const frames: FoundFrame[] = [];
  const damage: FoundDamage[] = [];
  let bytesTaken = 0;
  for (;;) {
    const at = walk.byte - base;
    if (chunk.length - at < FRAME_HEADER_BYTES) {
      return { frames, damage, walk, stopped: { kind: "more", needBytes: FRAME_HEADER_BYTES } };
    }
    const header = decodeFrameHeader(chunk, at, options.seed, options.crc32);
    if (!header || header.offset < walk.expected) {
      walk.bad ??= { byte: walk.byte, reason: header ? "a record out of order" : "the head of a record is damaged" };
      walk.byte = base + nextFrameCandidate(chunk, at + 1);
      continue;
    }
    const wholeBytes = FRAME_HEADER_BYTES + header.payloadBytes;
    if (isEnough(header, bytesTaken, options)) return { frames, damage, walk, stopped: { kind: "enough" } };
    if (options.fileBytes !== undefined && walk.byte + wholeBytes > options.fileBytes) {
      return { frames, damage, walk, stopped: { kind: "more", needBytes: wholeBytes } };
    }
    if (options.check === "payloads") {
      if (chunk.length - at < wholeBytes) {
        return { frames, damage, walk, stopped: { kind: "more", needBytes: wholeBytes } };
      }
      const payload = chunk.subarray(at + FRAME_HEADER_BYTES, at + wholeBytes);
      if (options.crc32(payload) !== header.payloadCrc) {
        walk.bad ??= { byte: walk.byte, reason: "the checksum of a record's payload is wrong" };
        walk.byte += wholeBytes;
        continue;
      }
    }
    const missed = gapBefore(header.offset, walk);
    if (missed) damage.push(missed);
    frames.push({ header, bytes: chunk.subarray(at, at + wholeBytes), byte: walk.byte });
    bytesTaken += wholeBytes;
    walk.byte += wholeBytes;
    walk.expected = header.offset + header.count;
    walk.bad = undefined;
  }
}

function isEnough(header: FrameHeader, bytesTaken: number, options: ScanOptions): boolean {
  if (options.until !== undefined && header.offset + header.count > options.until) return true;
  if (options.below !== undefined && header.offset >= options.below) return true;
  if (options.bytesMax === undefined || bytesTaken === 0) return false;
  return bytesTaken + FRAME_HEADER_BYTES + header.payloadBytes > options.bytesMax;
}

/** The damage that a frame (or segment, or end) at `offset` proves, if any. */
export function gapBefore(offset: number, walk: Walk): FoundDamage | undefined {
  if (offset <= walk.expected) return undefined;
  return {
    range: { from: walk.expected, to: offset },
    byte: walk.bad?.byte ?? walk.byte,
    bytes: walk.bad ? "wrong" : "absent",
    reason: walk.bad?.reason ?? "these offsets are missing in this copy",
  };
}
