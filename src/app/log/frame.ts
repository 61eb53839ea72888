// The bytes of the event log: a header for each segment file, then frames, one for each record. Pure: bytes in, facts out.
// Numbers are little-endian. A reader accepts FORMAT and the one before it, once there is one, and refuses newer ones.

import { type OriginId, parseOrigin } from "../../core/origin.ts";

const FORMAT = 1;

/** Two equal copies, each with its own checksum: one flipped bit can't make a whole segment unreadable. */
const HEADER_COPY_BYTES = 96;
export const SEGMENT_HEADER_BYTES = 2 * HEADER_COPY_BYTES;
const SEGMENT_MAGIC = [0x54, 0x4e, 0x44, 0x4d, 0x4c, 0x4f, 0x47, 0x0a]; // "TNDMLOG\n"
const ORIGIN_BYTES_MAX = 60;

export const FRAME_HEADER_BYTES = 36;
/** The first byte never occurs in UTF-8, so payloads seldom hold it; the last is the format of the frame. */
const FRAME_MAGIC = [0xf5, 0x54, 0x46, FORMAT] as const;
/** A request's body is at most 5 MiB; whatever claims to be larger than this is damage. */
export const PAYLOAD_BYTES_MAX = 16 * 1024 * 1024;

/** CRC-32 as in zlib, continued from `from`. Injected, since the fast one is the platform's. */
export type Crc32 = (bytes: Uint8Array, from?: number) => number;

export type SegmentHeader = {
  origin: OriginId;
  /** Offset of the first record of this file. */
  first: number;
  /** Chosen by chance for each origin and mixed into the checksum of each frame's header, so that a payload can't forge frames. */
  seed: number;
};

/** Layout of a copy: magic 8, format 4, seed 4, first 8, length of origin 1, origin ≤ 60, zeros, crc 4 (at 92). */
export function encodeSegmentHeader(header: SegmentHeader, crc32: Crc32): Uint8Array {
  const bytes = new Uint8Array(SEGMENT_HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(SEGMENT_MAGIC, 0);
  view.setUint32(8, FORMAT, true);
  view.setUint32(12, header.seed, true);
  writeInteger(view, 16, header.first);
  const origin = new TextEncoder().encode(header.origin);
  if (origin.length > ORIGIN_BYTES_MAX)
    throw new RangeError(`The origin "${header.origin}" is too long for a segment.`);
  bytes[24] = origin.length;
  bytes.set(origin, 25);
  view.setUint32(HEADER_COPY_BYTES - 4, crc32(bytes.subarray(0, HEADER_COPY_BYTES - 4)), true);
  bytes.copyWithin(HEADER_COPY_BYTES, 0, HEADER_COPY_BYTES);
  return bytes;
}

export type DecodedSegmentHeader =
  | { kind: "header"; header: SegmentHeader }
  | { kind: "newer"; because: string }
  | { kind: "damaged" };

/** The layout of a copy is the same in every format up to its format number and its checksum. */
export function decodeSegmentHeader(bytes: Uint8Array, crc32: Crc32): DecodedSegmentHeader {
  for (const start of [0, HEADER_COPY_BYTES]) {
    const copy = bytes.subarray(start, start + HEADER_COPY_BYTES);
    if (copy.length < HEADER_COPY_BYTES || SEGMENT_MAGIC.some((byte, index) => copy[index] !== byte)) continue;
    const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
    if (view.getUint32(HEADER_COPY_BYTES - 4, true) !== crc32(copy.subarray(0, HEADER_COPY_BYTES - 4))) continue;
    const format = view.getUint32(8, true);
    if (format > FORMAT) {
      const because = `it has format ${format}, and this version of Tandem knows formats up to ${FORMAT}; use a newer version`;
      return { kind: "newer", because };
    }
    const origin = new TextDecoder().decode(copy.subarray(25, 25 + Math.min(copy[24] as number, ORIGIN_BYTES_MAX)));
    if (!parseOrigin(origin)) continue;
    return { kind: "header", header: { origin, first: readInteger(view, 16), seed: view.getUint32(12, true) } };
  }
  return { kind: "damaged" };
}

export type FrameHeader = {
  offset: number;
  count: number;
  receivedAt: number;
  payloadBytes: number;
  payloadCrc: number;
};

/** Layout: magic 4, payload bytes 4, count 4, payload crc 4, offset 8, receivedAt 8, crc of these 32 bytes (from the seed) 4. */
export function encodeFrameHeader(header: FrameHeader, seed: number, crc32: Crc32): Uint8Array {
  const bytes = new Uint8Array(FRAME_HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(FRAME_MAGIC, 0);
  view.setUint32(4, header.payloadBytes, true);
  view.setUint32(8, header.count, true);
  view.setUint32(12, header.payloadCrc, true);
  writeInteger(view, 16, header.offset);
  writeInteger(view, 24, header.receivedAt);
  view.setUint32(32, crc32(bytes.subarray(0, 32), seed), true);
  return bytes;
}

/** undefined where no whole, true frame header lies at `position`. */
export function decodeFrameHeader(
  bytes: Uint8Array,
  position: number,
  seed: number,
  crc32: Crc32,
): FrameHeader | undefined {
  if (position + FRAME_HEADER_BYTES > bytes.length) return undefined;
  for (let index = 0; index < FRAME_MAGIC.length; index++) {
    if (bytes[position + index] !== FRAME_MAGIC[index]) return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + position, FRAME_HEADER_BYTES);
  if (view.getUint32(32, true) !== crc32(bytes.subarray(position, position + 32), seed)) return undefined;
  const payloadBytes = view.getUint32(4, true);
  if (payloadBytes > PAYLOAD_BYTES_MAX) return undefined;
  return {
    offset: readInteger(view, 16),
    count: view.getUint32(8, true),
    receivedAt: readInteger(view, 24),
    payloadBytes,
    payloadCrc: view.getUint32(12, true),
  };
}

/** A frame without payload holds no events: its offsets were given to appends that failed and are never used again. */
export function isVoid(header: FrameHeader): boolean {
  return header.payloadBytes === 0;
}

/** Where the next frame may begin, from `from` on; the length of `bytes` if nowhere. Looks at the first byte only. */
export function nextFrameCandidate(bytes: Uint8Array, from: number): number {
  const found = bytes.indexOf(FRAME_MAGIC[0], from);
  return found < 0 ? bytes.length : found;
}

/** Segment files are named by their first offset, in sixteen digits, so that names sort as offsets do. */
export function segmentName(first: number): string {
  return `${String(first).padStart(16, "0")}.segment`;
}

/** undefined for a file that isn't a segment. */
export function parseSegmentName(name: string): number | undefined {
  const match = /^(\d{16})\.segment$/.exec(name);
  return match ? Number(match[1]) : undefined;
}

function writeInteger(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

function readInteger(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
