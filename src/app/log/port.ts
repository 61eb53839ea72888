// The event log, as the application needs it. Embedded: segment files (drivers/log). At scale: Kafka, one message a record.

import type { OffsetRange, OriginId } from "../../core/origin.ts";
import type { InstantMs } from "../../core/time.ts";

/** One record holds the accepted events of one request: `count` events at offsets `offset` … `offset + count - 1`. */
export type LogRecord = {
  offset: number;
  count: number;
  receivedAt: InstantMs;
  /** An encoded ingest record (app/events/ingest-record.ts). */
  payload: Uint8Array;
};

export type AppendResult =
  | { kind: "durable"; offset: number }
  /** Nothing was stored: the disk is full or below its floor, or the log is closing. The request is answered 503. */
  | { kind: "refused"; because: string };

/** The writing side; one process per region holds it. */
export interface EventLog {
  readonly origin: OriginId;
  /** Answers when the record is on disk (group commit: write, fdatasync, then answer; back to back, no timer). */
  append(record: { receivedAt: InstantMs; count: number; payload: Uint8Array[] }): Promise<AppendResult>;
  /** Offsets below this are on disk. */
  durableEnd(): number;
  /** Why appends are refused at the moment (the disk's floor, a failed write), for health checks; undefined when they aren't. */
  refusing(): string | undefined;
  /** Called after each group commit with the new durable end; returns the way to stop listening. */
  onDurable(listener: (end: number) => void): () => void;
  close(): Promise<void>;
}

/** Damage found while reading: offsets that can't be served from this copy, and where it lies. */
export type LogDamage = {
  origin: OriginId;
  range: OffsetRange | "unknown";
  file: string;
  byte: number;
  reason: string;
};

/** The reading side of one origin's log, own or mirrored; any process of the region may open it. */
export interface LogReader {
  readonly origin: OriginId;
  /** The first offset still kept, and the end of what has been written (not necessarily durable). */
  bounds(): Promise<OffsetRange & { sealed: boolean }>;
  /**
   * Whole records from the one that holds `offset` on, up to about `bytesMax`; at least one if there is one. A record with a
   * wrong checksum is left out and named in `damage`. `released` when `offset` lies below what is kept.
   */
  read(
    offset: number,
    bytesMax: number,
  ): Promise<
    { kind: "records"; records: LogRecord[]; damage: LogDamage[]; next: number } | { kind: "released"; first: number }
  >;
  close(): Promise<void>;
}
