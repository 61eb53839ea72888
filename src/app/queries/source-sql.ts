// One relation of a project's stored events, each once, out of lake files and the open tail. Where repeats can be, it keeps the
// first of equal (day, message id) by (received_at, origin, offset): before anything is filtered, since a repeat may carry
// another corrected time.

import type { OriginId } from "../../core/origin.ts";
import type { InstantMs, UtcDay } from "../../core/time.ts";
import { column, join, type Sql, sql } from "./sql.ts";
import type { Stretch } from "./time-range.ts";
import { instantSql } from "./visits-sql.ts";

export type Take = { origin: OriginId; from: number; to: number };
/** A file, and the offsets of it that no other file answers for. */
export type FileRead = { path: string; take: "all" | Take[] };

export type Source = {
  /** Files of days that hold no repeats, neither among themselves nor with the tail. */
  clean: FileRead[];
  /** Files of days where repeats can be. All files of such a day, whatever their time. */
  mixed: FileRead[];
  /** Whether the tail holds events of the project, and which of them a file already answers for. */
  tail: { days: UtcDay[]; covered: (Take & { day: UtcDay })[] } | null;
};

export const TAIL_TABLE = "tail";
const IDENTITY = ["day", "message_id", "received_at", "origin", "offset", "time"] as const;

export function sourceSql(
  source: Source,
  want: { project: string; columns: readonly string[]; window: Stretch; asOf: InstantMs | null },
): Sql {
  const inWindow = sql`"time" >= ${instantSql(want.window.from)} AND "time" < ${instantSql(want.window.to)}`;
  const known = want.asOf === null ? sql`` : sql` AND "received_at" <= ${instantSql(want.asOf)}`;
  const mine = sql`"project" = ${want.project}${known}`;
  const columns = join(want.columns.map(column), ", ");
  const parts = readsOf(source.clean).map(
    (read) => sql`SELECT ${columns} FROM ${read.from} WHERE ${mine} AND ${inWindow}${read.cut}`,
  );

  const wide = join([...new Set<string>([...want.columns, ...IDENTITY])].map(column), ", ");
  const repeated = readsOf(source.mixed).map((read) => sql`SELECT ${wide} FROM ${read.from} WHERE ${mine}${read.cut}`);
  if (source.tail)
    repeated.push(sql`SELECT ${wide} FROM ${column(TAIL_TABLE)} WHERE ${mine}
      AND list_contains(${source.tail.days}, CAST("day" AS VARCHAR))${uncovered(source.tail.covered)}`);
  if (repeated.length > 0) {
    parts.push(sql`SELECT ${columns} FROM (
      SELECT * FROM (${join(repeated, " UNION ALL ")})
      QUALIFY row_number() OVER (PARTITION BY "day", "message_id" ORDER BY "received_at", "origin", "offset") = 1
    ) WHERE ${inWindow}`);
  }
  if (parts.length === 0) return sql`SELECT ${columns} FROM ${column(TAIL_TABLE)} WHERE false`;
  return join(parts, " UNION ALL ");
}

function readsOf(files: FileRead[]): { from: Sql; cut: Sql }[] {
  const wholes = files.filter((file) => file.take === "all").map((file) => file.path);
  const reads = wholes.length > 0 ? [{ from: parquet(wholes), cut: sql`` }] : [];
  for (const file of files) {
    if (file.take === "all") continue;
    const ranges = file.take.map((take) => sql`(${within(take)})`);
    reads.push({
      from: parquet([file.path]),
      cut: ranges.length > 0 ? sql` AND (${join(ranges, " OR ")})` : sql` AND false`,
    });
  }
  return reads;
}

const within = (take: Take): Sql =>
  sql`"origin" = ${take.origin} AND "offset" >= ${take.from} AND "offset" < ${take.to}`;

/** Paths hold "day=…", which isn't a column to be made up by the reader: the files carry their own. */
const parquet = (paths: string[]): Sql => sql`read_parquet(${paths}, hive_partitioning = false)`;

function uncovered(covered: (Take & { day: UtcDay })[]): Sql {
  return join(
    covered.map((one) => sql` AND NOT ("day" = CAST(${one.day} AS DATE) AND ${within(one)})`),
    "",
  );
}
