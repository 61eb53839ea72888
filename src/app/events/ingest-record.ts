// What the collector writes to the log for one accepted request: a small JSON header, then the request's body as it was
// sent (inflated, without raw addresses). Parsing and enrichment happen after the answer, where the log is read.

import type { InstantMs } from "../../core/time.ts";

export const EVENT_TYPES = ["track", "page", "screen", "identify", "group", "alias"] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type IngestHeader = {
  /** Format number. Readers refuse a newer one. */
  v: 1;
  project: string;
  /** "batch": the body is {batch: […]}; otherwise the body is one event of this type. */
  kind: "batch" | EventType;
  receivedAt: InstantMs;
  /** An event without a messageId gets `<requestId>-<index>`. The edge stamps it, so that its retries agree. */
  requestId: string;
  /** User-Agent of the request; used for an event that brings no context.userAgent. */
  userAgent?: string;
  /** Two-letter country of the caller's address, and its cookieless visitor id. Absent for addresses that tell nothing. */
  country?: string;
  visitor?: string;
  /** Index in the batch → the same, for an event that carried its own context.ip (which was removed). */
  at?: Record<number, { country?: string; visitor?: string }>;
  /** Indexes in the batch that were refused and must be passed over, ascending. */
  refused?: number[];
  /** W3C traceparent of the span that stored it, for a trace that is exported: whoever reads the log goes on with it. */
  trace?: string;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Chunks of one payload: u32 little-endian length of the header, the header, the body. Not copied together. */
export function encodeIngestRecord(header: IngestHeader, body: Uint8Array): Uint8Array[] {
  // Four characters make the room for the length: each chunk less is a checksum and a part of a write less.
  const head = encoder.encode(`0000${JSON.stringify(header)}`);
  const length = head.length - 4;
  head[0] = length & 0xff;
  head[1] = (length >>> 8) & 0xff;
  head[2] = (length >>> 16) & 0xff;
  head[3] = length >>> 24;
  return [head, body];
}

/** The `trace` of a record, without reading its body; undefined where it has none or can't be read. */
export function traceparentIn(payload: Uint8Array): string | undefined {
  try {
    const { trace } = readHeader(payload).header;
    return typeof trace === "string" ? trace : undefined;
  } catch {
    return undefined;
  }
}

function readHeader(payload: Uint8Array): { header: IngestHeader; bodyAt: number } {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const bodyAt = 4 + view.getUint32(0, true);
  return { header: JSON.parse(decoder.decode(payload.subarray(4, bodyAt))) as IngestHeader, bodyAt };
}

export type DecodedRecord =
  | { kind: "record"; header: IngestHeader; body: unknown }
  | { kind: "unreadable"; reason: string };

/** Never throws: what can't be decoded is set aside by the caller, with the reason. */
export function decodeIngestRecord(payload: Uint8Array): DecodedRecord {
  try {
    const { header, bodyAt } = readHeader(payload);
    if (header.v !== 1)
      return { kind: "unreadable", reason: `format ${header.v} is newer than this program knows (1)` };
    return { kind: "record", header, body: JSON.parse(decoder.decode(payload.subarray(bodyAt))) };
  } catch (error) {
    return { kind: "unreadable", reason: error instanceof Error ? error.message : String(error) };
  }
}
