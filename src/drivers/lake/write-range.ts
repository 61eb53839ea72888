// Writes the events of one origin's range as Parquet objects, one for each UTC day, sorted by project and time. Equal ranges
// give equal names and bytes, so a range that is written twice (a crash, the other region's hand) is there once.

import { randomBytes } from "node:crypto";
import { unlink } from "node:fs/promises";
import { join } from "node:path";
import { BOOLEAN, DOUBLE, type DuckDBConnection, DuckDBDataChunk, type DuckDBType, VARCHAR } from "@duckdb/node-api";
import { EVENT_COLUMNS, type StoredEvent } from "../../app/events/stored-event.ts";
import { type Cover, footerFacts, lakeKey } from "../../app/lake/lake-object.ts";
import type { UtcDay } from "../../core/time.ts";
import type { Bucket } from "./bucket.ts";
import { digestOfFile } from "./digest.ts";
import { literal, structLiteral } from "./lake-database.ts";

/** DuckDB's vector size: the most that one chunk holds. */
const CHUNK_ROWS = 2_048;
/** A raw object may be written by either region, so no role's epoch is in its name. */
const RAW_EPOCH = 0;

const COLUMNS = Object.entries(EVENT_COLUMNS) as [keyof StoredEvent, string][];
/** Numbers travel as DOUBLE, which holds whole milliseconds and offsets exactly and costs no BigInt each. */
const STAGED: Record<string, { type: DuckDBType; cast: (column: string) => string }> = {
  VARCHAR: { type: VARCHAR, cast: (column) => column },
  BOOLEAN: { type: BOOLEAN, cast: (column) => column },
  BIGINT: { type: DOUBLE, cast: (column) => `CAST(${column} AS BIGINT)` },
  TIMESTAMP: { type: DOUBLE, cast: (column) => `make_timestamp(CAST(${column} AS BIGINT) * 1000)` },
  DATE: { type: VARCHAR, cast: (column) => `CAST(${column} AS DATE)` },
};
const staged = (type: string) => STAGED[type] as (typeof STAGED)[string];
const TYPES = COLUMNS.map(([, type]) => staged(type).type);
const CREATE = `CREATE OR REPLACE TEMP TABLE staged (${COLUMNS.map(([name, type]) => `"${name}" ${staged(type).type}`).join(", ")})`;
const SELECT = COLUMNS.map(([name, type]) => `${staged(type).cast(`"${name}"`)} AS "${name}"`).join(", ");

export const PARQUET_ORDER = 'project, time, origin, "offset"';
export const PARQUET_FORMAT = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880";

export type RangeWriter = {
  /** Forgets what an attempt that failed may have left. */
  begin(): Promise<void>;
  add(events: readonly StoredEvent[]): Promise<void>;
  /** Puts the objects and begins anew. A range without events is an object without rows, of the day `emptyDay`. */
  finish(range: Cover, emptyDay: UtcDay): Promise<{ key: string; made: "created" | "exists" }[]>;
};

type DayFacts = { rows: number; first: number; last: number };

export async function openRangeWriter(
  connection: DuckDBConnection,
  bucket: Bucket,
  scratch: string,
): Promise<RangeWriter> {
  await connection.run(CREATE);
  let waiting: StoredEvent[] = [];
  let days = new Map<UtcDay, DayFacts>();

  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const appender = await connection.createAppender("staged");
    try {
      for (let start = 0; start < waiting.length; start += CHUNK_ROWS) {
        appender.appendDataChunk(chunkOf(waiting.slice(start, start + CHUNK_ROWS)));
      }
    } finally {
      appender.closeSync();
    }
    waiting = [];
  };

  return {
    async begin() {
      waiting = [];
      days = new Map();
      await connection.run("TRUNCATE staged");
    },
    async add(events) {
      for (const { day, time } of events) {
        const facts = days.get(day) ?? { rows: 0, first: time, last: time };
        facts.rows += 1;
        facts.first = Math.min(facts.first, time);
        facts.last = Math.max(facts.last, time);
        days.set(day, facts);
      }
      waiting.push(...events);
      if (waiting.length >= CHUNK_ROWS) await flush();
    },
    async finish(range, emptyDay) {
      await flush();
      const of = Math.max(days.size, 1);
      const list = days.size > 0 ? [...days].sort(([a], [b]) => (a < b ? -1 : 1)) : [[emptyDay, null] as const];
      const made: { key: string; made: "created" | "exists" }[] = [];
      for (const [index, [day, facts]] of list.entries()) {
        const part = { index: index + 1, of };
        const file = join(scratch, `${randomBytes(8).toString("hex")}.parquet`);
        try {
          await copyDay(connection, file, day, footerFacts([{ ...range, parts: of }], facts));
          const digest = await digestOfFile(file);
          const key = lakeKey({ kind: "raw", day, cover: range, epoch: RAW_EPOCH, part, digest });
          made.push({ key, made: await bucket.put(key, { file }) });
        } finally {
          await unlink(file).catch(() => undefined);
        }
      }
      days = new Map();
      await connection.run("TRUNCATE staged");
      return made;
    },
  };
}

/** The day's rows without repeats: of equal (project, message id) the first by (received_at, origin, offset) stays. */
async function copyDay(
  connection: DuckDBConnection,
  file: string,
  day: UtcDay,
  facts: Record<string, string>,
): Promise<void> {
  await connection.run(
    `COPY (
       SELECT ${SELECT} FROM staged WHERE day = ${literal(day)}
       QUALIFY row_number() OVER (PARTITION BY project, message_id ORDER BY received_at, origin, "offset") = 1
       ORDER BY ${PARQUET_ORDER}
     ) TO ${literal(file)} (${PARQUET_FORMAT}, KV_METADATA ${structLiteral(facts)})`,
  );
}

function chunkOf(events: readonly StoredEvent[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(TYPES, events.length);
  for (const [index, [name]] of COLUMNS.entries()) {
    chunk.setColumnValues(
      index,
      events.map((event) => event[name]),
    );
  }
  return chunk;
}
