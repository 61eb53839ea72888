// One question as a statement over slices: those that are kept, and those of the youngest days, which are cut with it.

import type { Metric } from "../../core/question.ts";
import { bucketIndexSql } from "./buckets.ts";
import { type Aggregation, limitSql, onlySql, orderSql, type Relations, rowsSql } from "./compile.ts";
import { eventColumnsOf, fieldOf, fieldsIn, visitColumnsOf } from "./fields.ts";
import {
  type DaySpan,
  EVENT_MEASURES,
  fieldsAsked,
  freshSql,
  type KeptSlices,
  keptTable,
  SLICE_MS,
  VISIT_MEASURES,
  visitSlicesSql,
} from "./slices-sql.ts";
import type { Source } from "./source-sql.ts";
import { column, join, type Sql, sql } from "./sql.ts";
import { fieldSql, type Scope, whereSql } from "./where-sql.ts";

export type SlicesRead = { kept: KeptSlices | null; fresh: { span: DaySpan; source: Source } | null };
/** Values of dimensions, one list for each group. */
export type Keys = readonly (readonly (string | null)[])[];

/** Rows as `compile` gives them. `among`: the groups that can be on the page; others may or may not be listed. */
export function compileSliced(ask: Aggregation, read: SlicesRead, among: Keys | null = null): Sql {
  const slices = new Slices(ask, read);
  const rows = slices.onlyVisits
    ? visitRows(ask, among)
    : rowsSql(ask, eventRelations(ask, slices), slices.among(among));
  const grouped = sql`SELECT 'row' AS "row", * FROM (${rows}) ${orderSql(ask)} ${limitSql(ask)}`;
  if (!ask.totals) return sql`WITH ${slices.relations()} ${grouped}`;
  const whole = { ...ask, dimensions: [], buckets: null, only: null };
  // What all events give together is there with a fraction of the rows.
  const byVisits = fieldsIn(ask.where).every((field) => field.level === "visit");
  const total = byVisits ? visitRows(whole, null) : rowsSql(whole, eventRelations(ask, slices));
  return sql`WITH ${slices.relations()} SELECT * FROM
    ((${grouped}) UNION ALL BY NAME (SELECT 'total' AS "row", * FROM (${total}))) ${orderSql(ask, sql`"row", `)}`;
}

export const BOUNDS_MAX = 300;

/** Groups with a number that none of a group's counts exceeds, largest first: which groups can be on a page, for little. */
export function compileBounds(ask: Aggregation, read: SlicesRead): Sql {
  const slices = new Slices(ask, read);
  const { scope, from } = slices.onlyVisits
    ? { scope: VISIT_SCOPE, from: sql`"visit_slices" v` }
    : { scope: slices.scope, from: sql`"event_slices" e` };
  const keys = ask.dimensions.map((one, index) => sql`${fieldSql(fieldOf(one), scope)} AS ${column(`k${index}`)}`);
  const names = ask.dimensions.map((_, index) => column(`k${index}`));
  const inside = slices.onlyVisits
    ? insideSql(sql`v."slot"`, ask)
    : sql`(${insideSql(sql`e."slot"`, ask)} OR ${insideSql(sql`e."start_slot"`, ask)})`;
  const bound = slices.onlyVisits ? sql`sum(v."events")` : sql`count(*)`;
  return sql`WITH ${slices.relations()} SELECT ${join(keys, ", ")}, ${bound} AS "bound" FROM ${from}
    WHERE ${inside} AND ${whereSql(ask.where, scope)} GROUP BY ${join(names, ", ")} ORDER BY "bound" DESC LIMIT ${BOUNDS_MAX}`;
}

const insideSql = (slot: Sql, { range }: Aggregation): Sql =>
  sql`${slot} >= ${range.from / SLICE_MS} AND ${slot} < ${range.to / SLICE_MS}`;

const VISIT_SCOPE: Scope = {
  event: sql`v.`,
  visit: sql`v.`,
  property: () => {
    throw new RangeError("Bug: visit slices hold no properties");
  },
};

/** The relations "event_slices" and "visit_slices" with what a question needs of them. */
class Slices {
  readonly onlyVisits: boolean;
  readonly scope: Scope;
  readonly #ask: Aggregation;
  readonly #read: SlicesRead;
  readonly #properties: string[];

  constructor(ask: Aggregation, read: SlicesRead) {
    const fields = fieldsAsked(ask);
    this.#ask = ask;
    this.#read = read;
    this.onlyVisits = fields.every((field) => field.level === "visit");
    this.#properties = [
      ...new Set(fields.flatMap((field) => (field.level === "property" ? [field.path[0] as string] : []))),
    ];
    this.scope = {
      event: sql`e.`,
      visit: sql`e.`,
      property: (path) => sql`e.${column(`q${this.#properties.indexOf(path[0] as string)}`)}`,
    };
  }

  relations(): Sql {
    const { kept, fresh } = this.#read;
    const fields = fieldsAsked(this.#ask);
    const visit = [...new Set(fields.flatMap(visitColumnsOf))];
    const event = [...new Set(fields.flatMap(eventColumnsOf))].filter((name) => name !== "props" && name !== "type");
    const all: Sql[] = [];
    if (fresh) {
      const columns = { visit, event, properties: this.#properties };
      all.push(sql`"fresh" AS MATERIALIZED (${freshSql(this.#ask.project, fresh.span, fresh.source, columns)})`);
    }
    // Not materialised: each reader takes its own columns straight from the tables.
    const visitColumns = join([...VISIT_MEASURES, ...visit].map(column), ", ");
    const ofVisits = kept ? [keptRows("visits", kept, visitColumns)] : [];
    if (fresh) ofVisits.push(sql`SELECT ${visitColumns} FROM (${visitSlicesSql(sql`"fresh"`, visit)})`);
    all.push(sql`"visit_slices" AS NOT MATERIALIZED (${join(ofVisits, " UNION ALL ")})`);
    if (this.onlyVisits) return join(all, ", ");
    const own = [...EVENT_MEASURES, ...event, ...visit].map(column);
    const named = this.#properties.map((_, index) => column(`q${index}`));
    const ofEvents = kept
      ? [
          keptRows(
            "events",
            kept,
            join([...own, ...this.#properties.map((one, index) => keptProperty(kept, one, index))], ", "),
          ),
        ]
      : [];
    if (fresh) ofEvents.push(sql`SELECT ${join([...own, ...named], ", ")} FROM "fresh"`);
    all.push(sql`"event_slices" AS NOT MATERIALIZED (${join(ofEvents, " UNION ALL ")})`);
    return join(all, ", ");
  }

  among(keys: Keys | null): Sql {
    return amongSql(this.#ask, keys, this.scope);
  }
}

function keptRows(kind: "events" | "visits", kept: KeptSlices, columns: Sql): Sql {
  const cuts = kept.cuts.map(([from, to]) => sql`("cut" >= ${from} AND "cut" <= ${to})`);
  return sql`SELECT ${columns} FROM ${keptTable(kind, kept.table)} WHERE (${join(cuts, " OR ")})`;
}

/** A property without a column was never there. */
function keptProperty(kept: KeptSlices, name: string, index: number): Sql {
  const place = kept.properties.get(name);
  const value = place === undefined ? sql`CAST(NULL AS VARCHAR)` : column(`p${place}`);
  return sql`${value} AS ${column(`q${index}`)}`;
}

/** Holds for every event of the groups, and perhaps for others': each dimension by itself has one of the values. */
function amongSql(ask: Aggregation, keys: Keys | null, scope: Scope): Sql {
  if (!keys || keys.length === 0) return sql`true`;
  const each = ask.dimensions.map((dimension, index) => {
    const field = fieldSql(fieldOf(dimension), scope);
    const values = [...new Set(keys.map((one) => one[index] ?? null))];
    const some = values.filter((value) => value !== null).map((value) => sql`${value}`);
    const tests = values.includes(null) ? [sql`${field} IS NULL`] : [];
    if (some.length > 0) tests.push(sql`${field} IN (${join(some, ", ")})`);
    return sql`(${join(tests, " OR ")})`;
  });
  return join(each, " AND ");
}

function eventRelations(ask: Aggregation, slices: Slices): Relations {
  const from = sql`"event_slices" e`;
  return {
    scope: slices.scope,
    events: { from, ms: sql`(e."slot" * ${SLICE_MS})`, inside: insideSql(sql`e."slot"`, ask) },
    visits: {
      from,
      ms: sql`(e."start_slot" * ${SLICE_MS})`,
      inside: insideSql(sql`e."start_slot"`, ask),
      identity: sql`e."cut", e."visit"`,
      measures: sql`e."ms", e."visit_views" AS "views", e."bounced"`,
    },
  };
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
function visitRows(ask: Aggregation, among: Keys | null): Sql {
  const keys = ask.dimensions.map(
    (dimension, index) => sql`${fieldSql(fieldOf(dimension), VISIT_SCOPE)} AS ${column(`k${index}`)}`,
  );
  const names = ask.dimensions.map((_, index) => column(`k${index}`));
  if (ask.buckets) {
    keys.push(sql`${bucketIndexSql(ask.buckets, sql`(v."slot" * ${SLICE_MS})`)} AS "bucket"`);
    names.push(sql`"bucket"`);
  }
  const metrics = ask.metrics.map((metric) => sql`${METRIC[metric]} AS ${column(metric)}`);
  const grouped = sql`SELECT ${join([...keys, ...metrics], ", ")} FROM "visit_slices" v
    WHERE ${insideSql(sql`v."slot"`, ask)} AND ${whereSql(ask.where, VISIT_SCOPE)} AND ${amongSql(ask, among, VISIT_SCOPE)}
    ${names.length > 0 ? sql`GROUP BY ${join(names, ", ")}` : sql``}`;
  return ask.only ? onlySql(grouped, ask.only, ask.dimensions.length) : grouped;
}
