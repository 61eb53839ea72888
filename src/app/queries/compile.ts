// One question as one statement. Visits are built from all activity first; then conditions choose events (for visitors,
// pageviews and events) and visits that hold such an event (for visits, bounce rate, duration and views per visit).

import type { Dimension, Metric, Where } from "../../core/question.ts";
import type { InstantMs } from "../../core/time.ts";
import { type Bucket, bucketIndexSql } from "./buckets.ts";
import { eventColumnsOf, type Field, fieldOf, fieldsIn, type VisitColumn, visitColumnsOf } from "./fields.ts";
import { type Source, sourceSql } from "./source-sql.ts";
import { column, join, type Sql, sql } from "./sql.ts";
import type { Stretch } from "./time-range.ts";
import { activitySql, HIT_COLUMNS, hitsSql, instantSql, visitsSql, windowOf } from "./visits-sql.ts";
import { EVENT, fieldSql, JOINED, type Scope, VISIT, whereSql } from "./where-sql.ts";

export type Aggregation = {
  project: string;
  /** Events in here count, and visits that begin in here. */
  range: Stretch;
  metrics: readonly Metric[];
  dimensions: readonly Dimension[];
  /** null: not a series. */
  buckets: readonly Bucket[] | null;
  where: Where | undefined;
  bots: boolean;
  order: readonly (readonly [Metric | "time", "asc" | "desc"])[];
  limit: number | null;
  skip: number;
  /** Only these combinations of values of the dimensions, for the compared period. */
  only: readonly (readonly (string | null)[])[] | null;
  /** Besides the rows, one row over all of them. */
  totals: boolean;
  /** Only what had been received by then: pages of one list agree. */
  asOf: InstantMs | null;
};

export const EVENT_METRICS = { visitors: true, pageviews: true, events: true } as const;
const isEventMetric = (metric: Metric): boolean => metric in EVENT_METRICS;

/** Whether answering needs visits at all; without them only the range itself is read. */
export function needsVisits(ask: Pick<Aggregation, "metrics" | "dimensions" | "where">): boolean {
  return ask.metrics.some((metric) => !isEventMetric(metric)) || fieldsOf(ask).some((field) => field.level === "visit");
}

/** The instants whose events are read. */
export function readWindow(ask: Pick<Aggregation, "metrics" | "dimensions" | "where" | "range">): Stretch {
  return needsVisits(ask) ? windowOf(ask.range) : ask.range;
}

const fieldsOf = (ask: Pick<Aggregation, "dimensions" | "where">): Field[] => [
  ...ask.dimensions.map(fieldOf),
  ...fieldsIn(ask.where),
];

/**
 * Columns of the statement's rows: `row` ("row" or "total"), k0 … of the dimensions, `bucket` (index) of a series, and the metrics.
 */
export function compile(ask: Aggregation, source: Source): Sql {
  const fields = fieldsOf(ask);
  const visits = needsVisits(ask);
  const window = readWindow(ask);
  const visitColumns = [...new Set(fields.flatMap(visitColumnsOf))];
  const columns = columnsOf(fields, visitColumns);
  const read = sourceSql(source, {
    project: ask.project,
    columns: [...columns, "bot_reason"],
    window,
    asOf: ask.asOf,
  });
  const relations = [
    sql`"source" AS (${read})`,
    sql`"activity" AS (${activitySql(sql`"source"`, columns, window, ask.bots)})`,
  ];
  if (visits) {
    relations.push(sql`"hits" AS (${hitsSql(sql`"activity"`)})`);
    relations.push(sql`"visits" AS (${visitsSql(sql`"hits"`, visitColumns)})`);
  }
  const grouped = sql`SELECT 'row' AS "row", * FROM (${rowsSql(ask, rawRelations(ask, fields))}) ${orderSql(ask)} ${limitSql(ask)}`;
  if (!ask.totals) return sql`WITH ${join(relations, ", ")} ${grouped}`;
  const total = rowsSql({ ...ask, dimensions: [], buckets: null, only: null }, rawRelations(ask, fields));
  // Ordered once more: a union doesn't promise to keep the order of its parts.
  return sql`WITH ${join(relations, ", ")} SELECT * FROM
    ((${grouped}) UNION ALL BY NAME (SELECT 'total' AS "row", * FROM (${total}))) ${orderSql(ask, sql`"row", `)}`;
}

function columnsOf(fields: Field[], visitColumns: VisitColumn[]): string[] {
  const ofVisits = visitColumns.filter((name) => name !== "entry_page" && name !== "exit_page");
  return [...new Set<string>([...HIT_COLUMNS, ...fields.flatMap(eventColumnsOf), ...ofVisits])];
}

/** Where the events and visits of a question are found. */
export type Relations = {
  scope: Scope;
  events: { from: Sql; ms: Sql; inside: Sql };
  /** `identity` tells visits apart where a visit is there once for each of its events; null: it is there once. */
  visits: { from: Sql; ms: Sql; inside: Sql; identity: Sql | null; measures: Sql };
};

function rawRelations(ask: Aggregation, fields: Field[]): Relations {
  const both = sql`"hits" e JOIN "visits" v USING ("device", "chain", "part")`;
  const onlyVisits = fields.every((field) => field.level === "visit");
  return {
    scope: JOINED,
    events: {
      from: fields.some((field) => field.level === "visit") ? both : sql`"activity" e`,
      ms: sql`epoch_ms(${EVENT}"time")`,
      inside: during(sql`${EVENT}"time"`, ask.range),
    },
    visits: {
      from: onlyVisits ? sql`"visits" v` : both,
      ms: sql`epoch_ms(${VISIT}"start")`,
      inside: during(sql`${VISIT}"start"`, ask.range),
      identity: onlyVisits ? null : sql`v."device", v."chain", v."part"`,
      measures: sql`v."ms", v."views", v."bounced"`,
    },
  };
}

/** `chosen` is one more condition that events have to meet. */
export function rowsSql(ask: Aggregation, from: Relations, chosen: Sql = sql`true`): Sql {
  const keys = ask.dimensions.map((_, index) => column(`k${index}`));
  if (ask.buckets) keys.push(sql`"bucket"`);
  const parts = [];
  if (ask.metrics.some(isEventMetric)) parts.push(eventPart(ask, from, chosen));
  if (!ask.metrics.every(isEventMetric)) parts.push(visitPart(ask, from, chosen));
  const merged = ask.metrics.map((metric) => sql`max(${column(metric)}) AS ${column(metric)}`);
  const grouped = sql`SELECT ${join([...keys, ...merged], ", ")} FROM (${join(parts, " UNION ALL BY NAME ")})
    ${keys.length > 0 ? sql`GROUP BY ${join(keys, ", ")}` : sql``}`;
  return ask.only ? onlySql(grouped, ask.only, ask.dimensions.length) : grouped;
}

const during = (instant: Sql, range: Stretch): Sql =>
  sql`${instant} >= ${instantSql(range.from)} AND ${instant} < ${instantSql(range.to)}`;

const OF_EVENTS: Record<keyof typeof EVENT_METRICS, Sql> = {
  visitors: sql`count(DISTINCT e."visitor")`,
  pageviews: sql`count(*) FILTER (e."type" IN ('page', 'screen'))`,
  events: sql`count(*)`,
};

function eventPart(ask: Aggregation, { scope, events }: Relations, chosen: Sql): Sql {
  const metrics = ask.metrics.filter(isEventMetric) as (keyof typeof EVENT_METRICS)[];
  const keys = keysSql(ask, scope, events.ms);
  return sql`SELECT ${join([...keys.named, ...metrics.map((one) => sql`${OF_EVENTS[one]} AS ${column(one)}`)], ", ")}
    FROM ${events.from} WHERE ${events.inside} AND ${whereSql(ask.where, scope)} AND ${chosen} ${keys.groupBy}`;
}

const OF_VISITS: Partial<Record<Metric, Sql>> = {
  visits: sql`count(*)`,
  bounce_rate: sql`count(*) FILTER ("bounced") / nullif(count(*), 0)`,
  visit_duration: sql`sum("ms") / 1000.0 / nullif(count(*), 0)`,
  views_per_visit: sql`sum("views") / nullif(count(*), 0)`,
};

/** A visit counts once under each combination of values that one of its events has. */
function visitPart(ask: Aggregation, { scope, visits }: Relations, chosen: Sql): Sql {
  const metrics = ask.metrics.filter((metric) => !isEventMetric(metric));
  const keys = keysSql(ask, scope, visits.ms);
  const measured = metrics.map((one) => sql`${OF_VISITS[one] as Sql} AS ${column(one)}`);
  const identity = visits.identity ? sql`DISTINCT ${visits.identity}, ` : sql``;
  const perVisit = sql`SELECT ${identity}${join([...keys.named, visits.measures], ", ")} FROM ${visits.from}
    WHERE ${visits.inside} AND ${whereSql(ask.where, scope)} AND ${chosen}`;
  return sql`SELECT ${join([...keys.names, ...measured], ", ")} FROM (${perVisit}) ${keys.groupBy}`;
}

function keysSql(ask: Aggregation, scope: Scope, ms: Sql): { named: Sql[]; names: Sql[]; groupBy: Sql } {
  const named = ask.dimensions.map(
    (dimension, index) => sql`${fieldSql(fieldOf(dimension), scope)} AS ${column(`k${index}`)}`,
  );
  const names = ask.dimensions.map((_, index) => column(`k${index}`));
  if (ask.buckets) {
    named.push(sql`${bucketIndexSql(ask.buckets, ms)} AS "bucket"`);
    names.push(sql`"bucket"`);
  }
  return { named, names, groupBy: names.length > 0 ? sql`GROUP BY ${join(names, ", ")}` : sql`` };
}

export function onlySql(grouped: Sql, only: readonly (readonly (string | null)[])[], count: number): Sql {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const lists = indexes.map(
    (index) => sql`unnest(CAST(${only.map((keys) => keys[index] ?? null)} AS VARCHAR[])) AS ${column(`w${index}`)}`,
  );
  const equal = indexes.map((index) => sql`g.${column(`k${index}`)} IS NOT DISTINCT FROM w.${column(`w${index}`)}`);
  return sql`SELECT g.* FROM (${grouped}) g JOIN (SELECT ${join(lists, ", ")}) w ON ${join(equal, " AND ")}`;
}

export function orderSql(ask: Aggregation, first: Sql = sql``): Sql {
  const terms = ask.order
    .filter(([name]) => name !== "time")
    .map(([name, way]) => sql`${column(name)} ${way === "asc" ? sql`ASC` : sql`DESC`} NULLS LAST`);
  if (ask.buckets) return sql`ORDER BY ${first}"bucket"`;
  const keys = ask.dimensions.map((_, index) => sql`${column(`k${index}`)} ASC NULLS LAST`);
  const all = [...terms, ...keys];
  return all.length > 0 ? sql`ORDER BY ${first}${join(all, ", ")}` : sql``;
}

export function limitSql(ask: Aggregation): Sql {
  // One more than asked tells whether there is a next page.
  return ask.limit === null ? sql`` : sql`LIMIT ${ask.limit + 1} OFFSET ${ask.skip}`;
}
