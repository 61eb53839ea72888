// Writes the events of one origin's range as Parquet objects, one for each UTC day, sorted by project and time. Equal ranges
// give equal names and bytes, so a range that is written twice (a crash, the other region's hand) is there once.

import { randomBytes } from "node:crypto";
import { unlink } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { StoredEvent } from "../../app/events/stored-event.ts";
import { type Cover, footerFacts, lakeKey } from "../../app/lake/lake-object.ts";
import type { UtcDay } from "../../core/time.ts";
import type { Bucket } from "./bucket.ts";
import { digestOfFile } from "./digest.ts";
import { CHUNK_ROWS, chunkOf, EVENT_TABLE } from "./event-chunk.ts";
import { literal, structLiteral } from "./lake-database.ts";

/** Events that wait in memory for their table. */
const FLUSH_ROWS = 2 * CHUNK_ROWS;
/** A raw object may be written by either region, so no role's epoch is in its name. */
const RAW_EPOCH = 0;

/**
 * A new table each time, and never TRUNCATE: DuckDB keeps the blocks of truncated rows of a table in memory, spills them, and
 * has no room left after some fifteen million events.
 */
const CREATE = `CREATE OR REPLACE TEMP TABLE staged (${EVENT_TABLE})`;

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

  /** Whole chunks only, unless it is the last time: a small one costs as much as a full one. */
  const flush = async (last: boolean): Promise<void> => {
    const end = last ? waiting.length : waiting.length - (waiting.length % CHUNK_ROWS);
    if (end === 0) return;
    const appender = await connection.createAppender("staged");
    try {
      for (let start = 0; start < end; start += CHUNK_ROWS) {
        appender.appendDataChunk(chunkOf(waiting.slice(start, Math.min(start + CHUNK_ROWS, end))));
      }
    } finally {
      appender.closeSync();
    }
    waiting = waiting.slice(end);
  };

  return {
    async begin() {
      waiting = [];
      days = new Map();
      await connection.run(CREATE);
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
      if (waiting.length >= FLUSH_ROWS) await flush(false);
    },
    async finish(range, emptyDay) {
      await flush(true);
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
      await connection.run(CREATE);
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
  // Numbering the rows keeps all of them in memory once more and takes two thirds of the time, and repeats are rare.
  const first =
    'QUALIFY row_number() OVER (PARTITION BY project, message_id ORDER BY received_at, origin, "offset") = 1';
  await connection.run(
    `COPY (
       SELECT * FROM staged WHERE day = ${literal(day)} ${(await hasRepeats(connection, day)) ? first : ""}
       ORDER BY ${PARQUET_ORDER}
     ) TO ${literal(file)} (${PARQUET_FORMAT}, KV_METADATA ${structLiteral(facts)})`,
  );
}

async function hasRepeats(connection: DuckDBConnection, day: UtcDay): Promise<boolean> {
  const found = await connection.runAndReadAll(
    `SELECT 1 FROM staged WHERE day = ${literal(day)} GROUP BY project, message_id HAVING count(*) > 1 LIMIT 1`,
  );
  return found.currentRowCount > 0;
}
