// The list of events, newest first: all types, with the marks that say how an event was treated.

import type { Where } from "../../core/question.ts";
import type { InstantMs } from "../../core/time.ts";
import { eventColumnsOf, fieldsIn, visitColumnsOf } from "./fields.ts";
import { type Source, sourceSql } from "./source-sql.ts";
import { column, join, type Sql, sql } from "./sql.ts";
import type { Stretch } from "./time-range.ts";
import { activitySql, HIT_COLUMNS, hitsSql, instantSql, visitsSql, windowOf } from "./visits-sql.ts";
import { whereSql } from "./where-sql.ts";

export type EventsAsk = {
  project: string;
  range: Stretch;
  where: Where | undefined;
  bots: boolean;
  limit: number;
  after: { time: InstantMs; origin: string; offset: number } | null;
  asOf: InstantMs | null;
};

/** What a row of the list shows; times as milliseconds. */
export const LISTED_COLUMNS = [
  "type",
  "name",
  "message_id",
  "origin",
  "offset",
  "device",
  "visitor",
  "user_id",
  "anonymous_id",
  "session_id",
  "hostname",
  "path",
  "title",
  "referrer",
  "source",
  "medium",
  "campaign",
  "country",
  "language",
  "browser",
  "os",
  "device_type",
  "library",
  "bot_reason",
  "clock_clamped",
  "props",
  "context",
] as const;

const hasVisits = (ask: EventsAsk): boolean => fieldsIn(ask.where).some((field) => field.level === "visit");

export function eventsWindow(ask: EventsAsk): Stretch {
  return hasVisits(ask) ? windowOf(ask.range) : ask.range;
}

export function eventsSql(ask: EventsAsk, source: Source): Sql {
  const fields = fieldsIn(ask.where);
  const window = eventsWindow(ask);
  const visitColumns = [...new Set(fields.flatMap(visitColumnsOf))];
  const firsts = visitColumns.filter((name) => name !== "entry_page" && name !== "exit_page");
  const columns = [
    ...new Set<string>([
      ...HIT_COLUMNS,
      ...fields.flatMap(eventColumnsOf),
      ...firsts,
      ...LISTED_COLUMNS,
      "received_at",
    ]),
  ];
  const read = sourceSql(source, { project: ask.project, columns, window, asOf: ask.asOf });
  const relations = [sql`"source" AS (${read})`];
  let visits = sql``;
  if (hasVisits(ask)) {
    const active = [...new Set<string>([...HIT_COLUMNS, ...firsts])];
    relations.push(sql`"hits" AS (${hitsSql(sql`(${activitySql(sql`"source"`, active, window, ask.bots)})`)})`);
    relations.push(sql`"visits" AS (${visitsSql(sql`"hits"`, visitColumns)})`);
    visits = sql`LEFT JOIN (SELECT "origin", "offset", "device", "chain", "part" FROM "hits") h USING ("origin", "offset")
      LEFT JOIN "visits" v ON v."device" = h."device" AND v."chain" = h."chain" AND v."part" = h."part"`;
  }
  const position = sql`(e."time", e."origin", e."offset")`;
  const after = ask.after
    ? sql`AND ${position} < (${instantSql(ask.after.time)}, ${ask.after.origin}, ${ask.after.offset})`
    : sql``;
  const listed = LISTED_COLUMNS.map((name) => sql`e.${column(name)} AS ${column(name)}`);
  return sql`WITH ${join(relations, ", ")}
    SELECT epoch_ms(e."time") AS "time", epoch_ms(e."received_at") AS "received_at", ${join(listed, ", ")}
    FROM "source" e ${visits}
    WHERE e."time" >= ${instantSql(ask.range.from)} AND e."time" < ${instantSql(ask.range.to)}
      ${ask.bots ? sql`` : sql`AND e."bot_reason" IS NULL`} AND ${whereSql(ask.where)} ${after}
    ORDER BY e."time" DESC, e."origin" DESC, e."offset" DESC LIMIT ${ask.limit + 1}`;
}
