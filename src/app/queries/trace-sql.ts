// Every copy of one event that a region holds, in files and in the tail.

import { TAIL_TABLE } from "./source-sql.ts";
import { column, join, type Sql, sql } from "./sql.ts";

const COLUMNS = ["day", "origin", "offset", "type", "bot_reason"] as const;

/** Columns: file (null: the tail), day, origin, offset, type, bot_reason, received_at and time as milliseconds. */
export function traceSql(project: string, messageId: string, files: readonly string[]): Sql {
  const copies = (file: Sql, from: Sql): Sql => sql`SELECT ${file} AS "file", CAST("day" AS VARCHAR) AS "day",
      ${join(COLUMNS.slice(1).map(column), ", ")}, epoch_ms("received_at") AS "received_at", epoch_ms("time") AS "time"
    FROM ${from} WHERE "project" = ${project} AND "message_id" = ${messageId}`;
  const tail = copies(sql`CAST(NULL AS VARCHAR)`, column(TAIL_TABLE));
  const lake = copies(sql`"filename"`, sql`read_parquet(${files}, hive_partitioning = false, filename = true)`);
  const all = files.length > 0 ? sql`${tail} UNION ALL ${lake}` : tail;
  return sql`SELECT * FROM (${all}) ORDER BY "received_at", "origin", "offset", "file"`;
}
