// Slices: a visit cut by quarters of an hour (and by visitor, should one sign in on the way), with the visit's fields on each
// row. They answer every question that is about visits' fields alone, in any time zone, since all zones are multiples of a
// quarter. Slices of past days follow from files that never change, so they are kept; the youngest days are cut when asked.

import type { Metric } from "../../core/question.ts";
import { addDays, dayStart, type InstantMs, type UtcDay, utcDay } from "../../core/time.ts";
import { bucketIndexSql } from "./buckets.ts";
import { type Aggregation, limitSql, onlySql, orderSql } from "./compile.ts";
import { FIRST_EVENT_COLUMNS, type Field, fieldOf, fieldsIn, type VisitColumn, visitColumnsOf } from "./fields.ts";
import { type Source, sourceSql } from "./source-sql.ts";
import { column, join, type Sql, sql } from "./sql.ts";
import type { Stretch } from "./time-range.ts";
import { activitySql, HIT_COLUMNS, hitsSql, instantSql, visitsSql, windowOf } from "./visits-sql.ts";
import { fieldSql, whereSql } from "./where-sql.ts";

export const SLICE_MS = 15 * 60_000;
/** Part of the names of kept slices: another definition or shape is another name. */
export const SLICES_FORMAT = "1.2026-11";
const ALL_COLUMNS: VisitColumn[] = [...FIRST_EVENT_COLUMNS, "entry_page", "exit_page"];

/** UTC days, both included. */
export type DaySpan = { first: UtcDay; last: UtcDay };

/** The days on which visits begin that hold events of the range. */
export function startDaysOf(range: Stretch): UtcDay[] {
  const days: UtcDay[] = [];
  const last = utcDay(range.to - 1);
  for (let day = addDays(utcDay(range.from), -1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export const spanStretch = (span: DaySpan): Stretch => ({
  from: dayStart(span.first),
  to: dayStart(addDays(span.last, 1)),
});
/** What decides the visits that begin in a span. */
export const spanWindow = (span: DaySpan): Stretch => windowOf(spanStretch(span));

const isWhole = (instant: InstantMs): boolean => instant % SLICE_MS === 0;

/** Whether slices hold all that a question needs. */
export function slicesAnswer(ask: Aggregation): boolean {
  const fields: Field[] = [...ask.dimensions.map(fieldOf), ...fieldsIn(ask.where)];
  const edges = [ask.range.from, ask.range.to, ...(ask.buckets ?? []).map((bucket) => bucket.from)];
  return !ask.bots && ask.asOf === null && edges.every(isWhole) && fields.every((field) => field.level === "visit");
}

/** Slices of the visits that begin in a span, with the columns asked for. */
function freshSql(project: string, span: DaySpan, source: Source, columns: readonly VisitColumn[]): Sql {
  const window = spanWindow(span);
  const stretch = spanStretch(span);
  const firsts = columns.filter((name) => name !== "entry_page" && name !== "exit_page");
  const read = [...new Set<string>([...HIT_COLUMNS, ...firsts])];
  const stored = sourceSql(source, { project, columns: [...read, "bot_reason"], window, asOf: null });
  const visitFields = columns.map((name) => sql`, any_value(v.${column(name)}) AS ${column(name)}`);
  return sql`WITH "hits" AS (${hitsSql(sql`(${activitySql(sql`(${stored})`, read, window, false)})`)}),
      "visits" AS (${visitsSql(sql`"hits"`, columns)})
    SELECT CAST(epoch_ms(e."time") // ${SLICE_MS} AS BIGINT) AS "slot", md5_number_lower(e."visitor") AS "visitor",
      count(*) FILTER (e."type" IN ('page', 'screen')) AS "views", count(*) AS "events", bool_or(e."first") AS "first",
      any_value(CAST(v."start" AS DATE)) AS "start_day", any_value(v."ms") AS "ms", any_value(v."views") AS "visit_views",
      any_value(v."bounced") AS "bounced" ${join(visitFields, "")}
    FROM "hits" e JOIN "visits" v USING ("device", "chain", "part")
    WHERE v."start" >= ${instantSql(stretch.from)} AND v."start" < ${instantSql(stretch.to)}
    GROUP BY e."device", e."chain", e."part", "slot", md5_number_lower(e."visitor")`;
}

/** What is kept: all columns. */
export function keptSlicesSql(project: string, span: DaySpan, source: Source): Sql {
  return freshSql(project, span, source, ALL_COLUMNS);
}

/** `files` hold the slices of whole days; `fresh` are the days that are to be cut now. */
export function compileSliced(ask: Aggregation, files: string[], fresh: { span: DaySpan; source: Source } | null): Sql {
  const fields = [...ask.dimensions.map(fieldOf), ...fieldsIn(ask.where)];
  const visitColumns = [...new Set(fields.flatMap(visitColumnsOf))];
  const columns = join(
    ["slot", "visitor", "views", "events", "first", "ms", "visit_views", "bounced", ...visitColumns].map(column),
    ", ",
  );
  const slots = sql`"slot" >= ${ask.range.from / SLICE_MS} AND "slot" < ${ask.range.to / SLICE_MS}`;
  const parts = files.length > 0 ? [sql`SELECT ${columns} FROM read_parquet(${files}) WHERE ${slots}`] : [];
  if (fresh)
    parts.push(
      sql`SELECT ${columns} FROM (${freshSql(ask.project, fresh.span, fresh.source, visitColumns)}) WHERE ${slots}`,
    );
  const slices = sql`SELECT * FROM (${join(parts, " UNION ALL ")}) v WHERE ${whereSql(ask.where)}`;
  const grouped = sql`SELECT 'row' AS "row", * FROM (${groupedSql(ask)}) ${orderSql(ask)} ${limitSql(ask)}`;
  if (!ask.totals) return sql`WITH "slices" AS (${slices}) ${grouped}`;
  const total = groupedSql({ ...ask, dimensions: [], buckets: null, only: null });
  return sql`WITH "slices" AS (${slices}) SELECT * FROM
    ((${grouped}) UNION ALL BY NAME (SELECT 'total' AS "row", * FROM (${total}))) ${orderSql(ask, sql`"row", `)}`;
}

const VISITS = sql`nullif(count(*) FILTER (v."first"), 0)`;
const METRIC: Record<Metric, Sql> = {
  visitors: sql`count(DISTINCT v."visitor")`,
  pageviews: sql`sum(v."views")`,
  events: sql`sum(v."events")`,
  visits: sql`count(*) FILTER (v."first")`,
  bounce_rate: sql`count(*) FILTER (v."first" AND v."bounced") / ${VISITS}`,
  visit_duration: sql`sum(v."ms") FILTER (v."first") / 1000.0 / ${VISITS}`,
  views_per_visit: sql`sum(v."visit_views") FILTER (v."first") / ${VISITS}`,
};

/** A visit begins in the slice that holds its first event, so one pass counts events and visits alike. */
function groupedSql(ask: Aggregation): Sql {
  const keys = ask.dimensions.map((dimension, index) => sql`${fieldSql(fieldOf(dimension))} AS ${column(`k${index}`)}`);
  const names = ask.dimensions.map((_, index) => column(`k${index}`));
  if (ask.buckets) {
    keys.push(sql`${bucketIndexSql(ask.buckets, sql`(v."slot" * ${SLICE_MS})`)} AS "bucket"`);
    names.push(sql`"bucket"`);
  }
  const metrics = ask.metrics.map((metric) => sql`${METRIC[metric]} AS ${column(metric)}`);
  const grouped = sql`SELECT ${join([...keys, ...metrics], ", ")} FROM "slices" v
    ${names.length > 0 ? sql`GROUP BY ${join(names, ", ")}` : sql``}`;
  return ask.only ? onlySql(grouped, ask.only, ask.dimensions.length) : grouped;
}
