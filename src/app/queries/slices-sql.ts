// Slices: what stored events become once their visits are known. Event slices are events with the visit's fields on each row;
// visit slices are visits cut by quarters of an hour (and by visitor, should one sign in on the way). They answer in any time
// zone, since all zones are multiples of a quarter. Slices of past days follow from files that never change, so they are kept.
//
// Visitors are told apart by 64 bits of a digest: among ten million visitors two share them once in some 400,000 projects.

import { addDays, dayStart, type InstantMs, type UtcDay, utcDay } from "../../core/time.ts";
import type { Aggregation } from "./compile.ts";
import { EVENT_FIELD_COLUMNS, FIRST_EVENT_COLUMNS, type Field, fieldOf, fieldsIn, type VisitColumn } from "./fields.ts";
import { type Source, sourceSql } from "./source-sql.ts";
import { column, join, type Sql, sql } from "./sql.ts";
import type { Stretch } from "./time-range.ts";
import { activitySql, HIT_COLUMNS, hitsSql, instantSql, visitsSql, windowOf } from "./visits-sql.ts";
import { jsonPointer, propertySql } from "./where-sql.ts";

export const SLICE_MS = 15 * 60_000;
/** Part of the name of what is kept: another definition or shape is another name. */
export const SLICES_FORMAT = "2.2026-11";
export const VISIT_COLUMNS: VisitColumn[] = [...FIRST_EVENT_COLUMNS, "entry_page", "exit_page"];
/** Properties of a project that have a column of their own; questions about others read the events themselves. */
export const PROPERTIES_MAX = 16;
/** The name under which the database of kept slices is attached. */
export const KEPT = "kept";

/** UTC days, both included. */
export type DaySpan = { first: UtcDay; last: UtcDay };

/** Slices of some days of a project. `cuts` are numbers, from and to included; `properties` tells the columns of properties. */
export type KeptSlices = {
  table: number;
  cuts: readonly (readonly [from: number, to: number])[];
  properties: ReadonlyMap<string, number>;
};

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

export const fieldsAsked = (ask: Pick<Aggregation, "dimensions" | "where">): Field[] => [
  ...ask.dimensions.map(fieldOf),
  ...fieldsIn(ask.where),
];

/** Whether slices hold all that a question needs. A property is known when it has a column, or when all that there are have one. */
export function slicesAnswer(ask: Aggregation, propertyKnown: (name: string) => boolean): boolean {
  const edges = [ask.range.from, ask.range.to, ...(ask.buckets ?? []).map((bucket) => bucket.from)];
  const known = (field: Field): boolean =>
    field.level !== "property" || (field.path.length === 1 && propertyKnown(field.path[0] as string));
  return !ask.bots && ask.asOf === null && edges.every(isWhole) && fieldsAsked(ask).every(known);
}

/** Columns of event slices besides the fields. */
export const EVENT_MEASURES = ["cut", "visit", "slot", "start_slot", "visitor", "type", "ms", "visit_views", "bounced"];
export const VISIT_MEASURES = ["slot", "visitor", "views", "events", "first", "ms", "visit_views", "bounced"];

const slotSql = (time: Sql): Sql => sql`CAST(epoch_ms(${time}) // ${SLICE_MS} AS INTEGER)`;

export type FreshColumns = {
  visit: readonly VisitColumn[];
  event: readonly string[];
  /** Named q0, q1, …. */
  properties: readonly string[];
};

const measuresSql = (first: Sql): Sql => sql`0 AS "cut", CAST(v."visit" AS INTEGER) AS "visit",
  ${slotSql(sql`e."time"`)} AS "slot", ${slotSql(sql`v."start"`)} AS "start_slot",
  md5_number_lower(e."visitor") AS "visitor", e."type", ${first}, v."ms", CAST(v."views" AS INTEGER) AS "visit_views", v."bounced"`;
const numbered = (visits: Sql): Sql => sql`SELECT *, row_number() OVER () AS "visit" FROM (${visits})`;
const beginsIn = ({ from, to }: Stretch): Sql =>
  sql`v."start" >= ${instantSql(from)} AND v."start" < ${instantSql(to)}`;

/** Event slices of the visits that begin in a span, cut now. Their `cut` is 0, which no kept one has. */
export function freshSql(project: string, span: DaySpan, source: Source, columns: FreshColumns): Sql {
  const window = spanWindow(span);
  const firsts = columns.visit.filter((name) => name !== "entry_page" && name !== "exit_page");
  const props = columns.properties.length > 0 ? ["props"] : [];
  const read = [...new Set<string>([...HIT_COLUMNS, ...firsts, ...columns.event, ...props])];
  const stored = sourceSql(source, { project, columns: [...read, "bot_reason"], window, asOf: null });
  const fields = [
    ...columns.event.filter((name) => name !== "type").map((name) => sql`, e.${column(name)}`),
    ...columns.visit.map((name) => sql`, v.${column(name)}`),
    ...columns.properties.map((name, index) => sql`, ${propertySql(sql`e.`, [name])} AS ${column(`q${index}`)}`),
  ];
  return sql`WITH "hits" AS (${hitsSql(sql`(${activitySql(sql`(${stored})`, read, window, false)})`)}),
      "visits" AS (${numbered(visitsSql(sql`"hits"`, columns.visit))})
    SELECT ${measuresSql(sql`e."first"`)} ${join(fields, "")}
    FROM "hits" e JOIN "visits" v USING ("device", "chain", "part") WHERE ${beginsIn(spanStretch(span))}`;
}

/**
 * What is kept of events: all columns, and the properties as they came. Visits are found with the few columns that decide
 * them; the others join by (origin, offset), which is one event: sorting wide rows would take ten times as long.
 */
export function keptSlicesSql(project: string, span: DaySpan, source: Source): Sql {
  const window = spanWindow(span);
  const stretch = spanStretch(span);
  const stored = (columns: readonly string[], during: Stretch): Sql =>
    sql`(${sourceSql(source, { project, columns, window: during, asOf: null })})`;
  const narrow = activitySql(stored([...HIT_COLUMNS, "bot_reason"], window), HIT_COLUMNS, window, false);
  // A visit that begins in the span ends on the day after it at the latest.
  const wide = { from: stretch.from, to: dayStart(addDays(span.last, 2)) };
  const own = EVENT_FIELD_COLUMNS.filter((name) => name !== "type" && name !== "path");
  const firsts = FIRST_EVENT_COLUMNS.map(column);
  return sql`WITH "hits" AS (${hitsSql(sql`(${narrow})`)}),
      "visits" AS (${numbered(visitsSql(sql`"hits"`, ["entry_page", "exit_page"]))}),
      "found" AS MATERIALIZED (SELECT ${measuresSql(sql`e."first"`)}, e."path", v."entry_page", v."exit_page", e."origin", e."offset"
        FROM "hits" e JOIN "visits" v USING ("device", "chain", "part") WHERE ${beginsIn(stretch)}),
      "begun" AS (SELECT f."visit", ${join(
        FIRST_EVENT_COLUMNS.map((name) => sql`w.${column(name)}`),
        ", ",
      )}
        FROM (SELECT "visit", "origin", "offset" FROM "found" WHERE "first") f
        JOIN ${stored(["origin", "offset", ...FIRST_EVENT_COLUMNS], stretch)} w USING ("origin", "offset"))
    SELECT f.* EXCLUDE ("origin", "offset"), ${join(
      own.map((name) => sql`w.${column(name)}`),
      ", ",
    )}, w."props",
      ${join(firsts, ", ")}
    FROM "found" f JOIN ${stored(["origin", "offset", ...own, "props"], wide)} w USING ("origin", "offset")
    JOIN "begun" USING ("visit")`;
}

/** Visit slices out of event slices. */
export function visitSlicesSql(events: Sql, columns: readonly VisitColumn[]): Sql {
  const fields = columns.map((name) => sql`, any_value(${column(name)}) AS ${column(name)}`);
  return sql`SELECT "cut", "slot", "visitor",
      CAST(count(*) FILTER ("type" IN ('page', 'screen')) AS INTEGER) AS "views", CAST(count(*) AS INTEGER) AS "events",
      bool_or("first") AS "first", any_value("ms") AS "ms", any_value("visit_views") AS "visit_views",
      any_value("bounced") AS "bounced" ${join(fields, "")}
    FROM ${events} GROUP BY "cut", "visit", "slot", "visitor"`;
}

const SLOT_MEASURES = `"cut" INTEGER, "slot" INTEGER, "visitor" UBIGINT, "ms" BIGINT, "visit_views" INTEGER, "bounced" BOOLEAN`;
const texts = (names: readonly string[]): string => names.map((name) => `"${name}" VARCHAR`).join(", ");
const PROPERTY_COLUMNS = Array.from({ length: PROPERTIES_MAX }, (_, index) => `p${index}`);

/** Statements that make the tables of one project. */
export function keptTables(table: number): string[] {
  const events = texts([...EVENT_FIELD_COLUMNS, ...VISIT_COLUMNS, ...PROPERTY_COLUMNS]);
  return [
    `CREATE TABLE ${KEPT}."events_${table}" (${SLOT_MEASURES}, "visit" INTEGER, "start_slot" INTEGER, ${events})`,
    `CREATE TABLE ${KEPT}."visits_${table}" (${SLOT_MEASURES}, "views" INTEGER, "events" INTEGER, "first" BOOLEAN, ${texts(VISIT_COLUMNS)})`,
  ];
}

/** Statements that keep the rows of `built` that begin on a day, as one cut. Rows of one page lie together: distinct counts like it. */
export function keepSql(table: number, cut: number, day: UtcDay, properties: readonly string[]): Sql[] {
  const first = dayStart(day) / SLICE_MS;
  const rows = sql`(SELECT * REPLACE (CAST(${cut} AS INTEGER) AS "cut") FROM "built"
    WHERE "start_slot" >= ${first} AND "start_slot" < ${dayStart(addDays(day, 1)) / SLICE_MS})`;
  const names = ["cut", "visit", "slot", "start_slot", "visitor", "ms", "visit_views", "bounced"];
  const columns = [...names, ...EVENT_FIELD_COLUMNS, ...VISIT_COLUMNS].map(column);
  const extracted = properties.map((_, index) => sql`"list"[${index + 1}] AS ${column(`p${index}`)}`);
  const list =
    properties.length > 0
      ? sql`, json_extract_string("props", ${properties.map((one) => jsonPointer([one]))}) AS "list"`
      : sql``;
  return [
    sql`INSERT INTO ${keptTable("events", table)} BY NAME SELECT ${join([...columns, ...extracted], ", ")}
      FROM (SELECT * ${list} FROM ${rows}) ORDER BY "path", "slot"`,
    sql`INSERT INTO ${keptTable("visits", table)} BY NAME SELECT * FROM (${visitSlicesSql(rows, VISIT_COLUMNS)}) ORDER BY "slot"`,
  ];
}

export const keptTable = (kind: "events" | "visits", table: number): Sql => sql`"kept".${column(`${kind}_${table}`)}`;
