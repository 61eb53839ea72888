// Visits, as docs/manual/definitions.md has them: built from all of a project's activity first, filtered afterwards.

import { addDays, DAY_MS, dayStart, type InstantMs, utcDay } from "../../core/time.ts";
import type { VisitColumn } from "./fields.ts";
import { column, join, type Sql, sql } from "./sql.ts";
import type { Stretch } from "./time-range.ts";

/** Version of the definitions, told in every answer. */
export const DEFINITIONS = "2026-11";

export const PAUSE_MAX_MS = 30 * 60_000;
/** Between two events that carry the same session id. */
export const SESSION_PAUSE_MAX_MS = DAY_MS;
export const ACTIVITY_TYPES = ["page", "screen", "track"] as const;

/**
 * The instants whose events decide the visits that begin in a range or hold events of it: two UTC days before, for where the
 * first visits began; through the UTC day after, for where the last ones end.
 */
export function windowOf(range: Stretch): Stretch {
  const last = utcDay(Math.max(range.from, range.to - 1));
  return { from: dayStart(addDays(utcDay(range.from), -2)), to: dayStart(addDays(last, 2)) };
}

export const instantSql = (instant: InstantMs): Sql => sql`make_timestamp(CAST(${instant} AS BIGINT) * 1000)`;

/** Activity of a window: of people only, unless bots are asked for. `source` is a relation of stored events, each once. */
export function activitySql(source: Sql, columns: readonly string[], window: Stretch, bots: boolean): Sql {
  return sql`SELECT ${join(columns.map(column), ", ")} FROM ${source}
    WHERE "type" IN ('page', 'screen', 'track') AND "time" >= ${instantSql(window.from)} AND "time" < ${instantSql(window.to)}
    ${bots ? sql`` : sql`AND "bot_reason" IS NULL`}`;
}

export const ORDER_COLUMNS = ["time", "origin", "offset"] as const;
/** What `hitsSql` reads from each event besides the columns that are asked for. */
export const HIT_COLUMNS = [
  "device",
  "visitor",
  "type",
  "session_id",
  "non_interactive",
  "path",
  ...ORDER_COLUMNS,
] as const;

/**
 * Events with the visit they belong to: (device, chain, part), and `first` on the event that begins it. A chain is what pauses
 * and session ids leave together; a part is the chain's first two UTC days, or one later UTC day.
 */
export function hitsSql(activity: Sql): Sql {
  const order = sql`PARTITION BY "device" ORDER BY "time", "origin", "offset"`;
  return sql`
    SELECT *, ("breaks" = 1 OR ("part" > 0 AND date_trunc('day', "before") < date_trunc('day', "time"))) AS "first"
    FROM (
      SELECT *, greatest(0, date_diff('day', "begun", "time") - 1) AS "part"
      FROM (
        SELECT *, sum("breaks") OVER past AS "chain", max("time") FILTER ("breaks" = 1) OVER past AS "begun"
        FROM (
          SELECT *, CASE
            WHEN "before" IS NULL THEN 1
            WHEN "session_id" = "session_before" THEN ("time" - "before" > to_milliseconds(${SESSION_PAUSE_MAX_MS}))::INTEGER
            WHEN "session_id" <> "session_before" THEN 1
            ELSE ("time" - "before" > to_milliseconds(${PAUSE_MAX_MS}))::INTEGER END AS "breaks"
          FROM (
            SELECT *, lag("time") OVER w AS "before", lag("session_id") OVER w AS "session_before", row_number() OVER w AS "turn"
            FROM ${activity} WINDOW w AS (${order})
          )
        ) WINDOW past AS (${order} ROWS UNBOUNDED PRECEDING)
      )
    )`;
}

/** One row a visit, with the columns asked for: measures always, dimensions of the first event, entry and exit page. */
export function visitsSql(hits: Sql, columns: readonly VisitColumn[]): Sql {
  const dimension = (name: VisitColumn): Sql => {
    const view = sql`FILTER ("type" IN ('page', 'screen'))`;
    if (name === "entry_page") return sql`arg_min_null("path", "turn") ${view} AS "entry_page"`;
    if (name === "exit_page") return sql`arg_max_null("path", "turn") ${view} AS "exit_page"`;
    return sql`max(${column(name)}) FILTER ("first") AS ${column(name)}`;
  };
  return sql`
    SELECT "device", "chain", "part", min("time") AS "start",
      date_diff('millisecond', min("time"), max("time")) AS "ms",
      count(*) FILTER ("type" IN ('page', 'screen')) AS "views",
      (count(*) FILTER ("type" IN ('page', 'screen')) < 2 AND count(*) FILTER ("type" = 'track' AND NOT "non_interactive") = 0) AS "bounced"
      ${join(
        columns.map((name) => sql`, ${dimension(name)}`),
        "",
      )}
    FROM ${hits} GROUP BY "device", "chain", "part"`;
}
