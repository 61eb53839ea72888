// Makes one object out of several of a day: each offset from one source, repeats of an event removed, sorted by project and
// time. Streams through DuckDB in bounded memory. The sources stay; `release-plan` says when they may go.

import { randomBytes } from "node:crypto";
import { stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { EVENT_COLUMNS } from "../../app/events/stored-event.ts";
import { footerFacts, type LakeObject, lakeKey, parseLakeKey } from "../../app/lake/lake-object.ts";
import { type Merge, mergedCover, mergedTime } from "../../app/lake/merge-plan.ts";
import { type FileRead, planRead } from "../../app/lake/plan-read.ts";
import { assert } from "../../core/errors.ts";
import type { Bucket } from "./bucket.ts";
import { digestOf, digestOfFile } from "./digest.ts";
import { literal, structLiteral } from "./lake-database.ts";
import { readObject } from "./lake-index.ts";
import { PARQUET_FORMAT, PARQUET_ORDER } from "./write-range.ts";

const COLUMNS = Object.keys(EVENT_COLUMNS)
  .map((name) => `"${name}"`)
  .join(", ");

export type Merged =
  | { kind: "merged"; key: string; made: "created" | "exists"; rows: number; repeats: number }
  /** Nothing was put; damaged sources are set aside, and the merge is planned again without them. */
  | { kind: "damaged"; keys: string[] }
  /** `mayPut` said no: the role went to the other region meanwhile. */
  | { kind: "given up" };

export async function mergeFiles(options: {
  connection: DuckDBConnection;
  bucket: Bucket;
  scratch: string;
  merge: Merge;
  epoch: number;
  mayPut: () => boolean;
}): Promise<Merged> {
  const { connection, bucket, scratch, merge, epoch, mayPut } = options;
  const damaged = await damagedOf(bucket, merge.sources);
  if (damaged.length > 0) {
    for (const key of damaged) await bucket.quarantine(key);
    return { kind: "damaged", keys: damaged };
  }
  const files = planRead(merge.sources).get(merge.day)?.files ?? [];
  const cover = mergedCover(merge.sources);
  const facts = footerFacts(cover, mergedTime(merge.sources));
  const file = join(scratch, `${randomBytes(8).toString("hex")}.parquet`);
  try {
    await connection.run(`CREATE OR REPLACE TEMP VIEW sources AS ${sourcesSql(files, bucket)}`);
    const repeats = await findRepeats(connection);
    const rows = await copyMerged(connection, file, repeats > 0, facts);
    const digest = await digestOfFile(file);
    const coverDigest = digestOf(facts["tandem.cover"] as string);
    const key = lakeKey({ kind: "merged", day: merge.day, level: merge.level, epoch, coverDigest, digest });
    if (!mayPut()) return { kind: "given up" };
    const made = await bucket.put(key, { file });
    await checkRows(bucket, key, rows);
    return { kind: "merged", key, made, rows, repeats };
  } finally {
    await connection.run("DROP VIEW IF EXISTS sources; DROP TABLE IF EXISTS repeats");
    await unlink(file).catch(() => undefined);
  }
}

/** Sources whose bytes aren't what their names say. A merge must never spread damage into a file that then stands for many. */
async function damagedOf(bucket: Bucket, sources: readonly LakeObject[]): Promise<string[]> {
  const damaged: string[] = [];
  for (const { key, digest } of sources) {
    if ((await digestOfFile(bucket.path(key))) !== digest) damaged.push(key);
  }
  return damaged;
}

function sourcesSql(files: readonly FileRead[], bucket: Bucket): string {
  const whole = files.filter(({ take }) => take === "all").map(({ object }) => literal(bucket.path(object.key)));
  const parts = files.flatMap(({ object, take }) => {
    if (take === "all") return [];
    const conditions = take.map(
      ({ origin, from, to }) => `(origin = ${literal(origin)} AND "offset" >= ${from} AND "offset" < ${to})`,
    );
    return [
      `SELECT ${COLUMNS} FROM read_parquet(${literal(bucket.path(object.key))}) WHERE ${conditions.join(" OR ")}`,
    ];
  });
  if (whole.length > 0) parts.unshift(`SELECT ${COLUMNS} FROM read_parquet([${whole.join(", ")}])`);
  return parts.join(" UNION ALL ");
}

/** Fills the table `repeats` with the places of events that another one with the same id precedes. Usually there are none. */
async function findRepeats(connection: DuckDBConnection): Promise<number> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE repeats AS
     WITH twice AS (SELECT project, message_id FROM sources GROUP BY ALL HAVING count(*) > 1),
          placed AS (
            SELECT origin, "offset",
                   row_number() OVER (PARTITION BY project, message_id ORDER BY received_at, origin, "offset") AS place
            FROM sources SEMI JOIN twice USING (project, message_id)
          )
     SELECT origin, "offset" FROM placed WHERE place > 1`,
  );
  return countIn(connection, "repeats");
}

async function copyMerged(
  connection: DuckDBConnection,
  file: string,
  withRepeats: boolean,
  facts: Record<string, string>,
): Promise<number> {
  const rows = withRepeats ? `sources ANTI JOIN repeats USING (origin, "offset")` : "sources";
  await connection.run(
    `COPY (SELECT ${COLUMNS} FROM ${rows} ORDER BY ${PARQUET_ORDER}) TO ${literal(file)}
     (${PARQUET_FORMAT}, KV_METADATA ${structLiteral(facts)})`,
  );
  return countIn(connection, rows);
}

async function countIn(connection: DuckDBConnection, rows: string): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT count(*) AS n FROM ${rows}`);
  return Number(reader.getRows()[0]?.[0]);
}

/** The sources will be removed because of this object: what it says must be what was read. */
async function checkRows(bucket: Bucket, key: string, rows: number): Promise<void> {
  const name = parseLakeKey(key);
  assert(name, `${key} is not a name of the lake`);
  const object = await readObject(bucket, name, (await stat(bucket.path(key))).size);
  assert(object && !("because" in object), `the merged object ${key} can't be read back`);
  assert(object.rows === rows, `the merged object ${key} has ${object.rows} rows instead of ${rows}`);
}
