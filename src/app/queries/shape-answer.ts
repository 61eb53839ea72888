// Rows of statements into an answer: missing buckets filled, rates of nothing null with a warning, the compared period beside.

import type { AnswerRow, Metric, MetricValues, Warning } from "../../core/question.ts";
import type { Bucket } from "./buckets.ts";
import type { Aggregation } from "./compile.ts";
import type { Planned } from "./plan-question.ts";

export type Row = Record<string, unknown>;
export type Shaped = {
  rows: AnswerRow[];
  totals: (MetricValues & { was?: MetricValues }) | undefined;
  more: boolean;
  warnings: Warning[];
};

/** Of no visits there is no rate; counts of nothing are 0. */
const RATES: ReadonlySet<Metric> = new Set(["bounce_rate", "visit_duration", "views_per_visit"]);

function valuesOf(row: Row | undefined, metrics: readonly Metric[]): MetricValues {
  const values: MetricValues = {};
  for (const metric of metrics) {
    const value = row?.[metric];
    values[metric] = typeof value === "number" ? value : RATES.has(metric) ? null : 0;
  }
  return values;
}

export function shapeAggregation(planned: Planned, ask: Aggregation, rows: Row[], compared: Row[] | null): Shaped {
  const listed = rows.filter((row) => row.row === "row");
  const before = compared?.filter((row) => row.row === "row") ?? null;
  const more = ask.limit !== null && listed.length > ask.limit;
  const shaped = ask.buckets
    ? seriesRows(planned, ask, ask.buckets, listed, before)
    : ask.dimensions.length > 0
      ? breakdownRows(ask, listed.slice(0, ask.limit ?? undefined), before)
      : [withWas(valuesOf(listed[0], ask.metrics), before && valuesOf(before[0], ask.metrics)) as AnswerRow];
  const isTotal = (row: Row): boolean => row.row === "total";
  const totals = ask.totals
    ? withWas(valuesOf(rows.find(isTotal), ask.metrics), compared && valuesOf(compared.find(isTotal), ask.metrics))
    : undefined;
  return { rows: shaped, totals, more, warnings: warningsOf(planned, ask, totals ?? (shaped[0] as MetricValues)) };
}

function withWas(values: MetricValues, was: MetricValues | null): MetricValues & { was?: MetricValues } {
  return was ? { ...values, was } : values;
}

function seriesRows(
  planned: Planned,
  ask: Aggregation,
  buckets: readonly Bucket[],
  rows: Row[],
  before: Row[] | null,
): AnswerRow[] {
  const key = `time.${planned.grain}` as const;
  const byIndex = new Map(rows.map((row) => [row.bucket as number, row]));
  const beforeByIndex = new Map(before?.map((row) => [row.bucket as number, row]));
  const ended = planned.comparison?.counted.to ?? 0;
  const series = buckets.map((bucket, index): AnswerRow => {
    const row: AnswerRow = { [key]: bucket.label, ...valuesOf(byIndex.get(index), ask.metrics) };
    const then = planned.comparison && before ? compareBucket(planned, index) : undefined;
    // Beyond the same elapsed part there is nothing to compare with yet.
    if (then && then.from < ended) row.was = { [key]: then.label, ...valuesOf(beforeByIndex.get(index), ask.metrics) };
    return row;
  });
  const [name, way] = ask.order[0] ?? ["time", "asc"];
  return name === "time" && way === "desc" ? series.reverse() : series;
}

const compareBucket = (planned: Planned, index: number): Bucket | undefined => planned.compared?.buckets?.[index];

function breakdownRows(ask: Aggregation, rows: Row[], before: Row[] | null): AnswerRow[] {
  const keyOf = (row: Row): string => JSON.stringify(ask.dimensions.map((_, index) => row[`k${index}`] ?? null));
  const beforeByKey = new Map(before?.map((row) => [keyOf(row), row]));
  return rows.map((row) => {
    const dimensions = Object.fromEntries(
      ask.dimensions.map((name, index) => [name, (row[`k${index}`] ?? null) as string | null]),
    );
    const was = before ? valuesOf(beforeByKey.get(keyOf(row)), ask.metrics) : null;
    return { ...dimensions, ...withWas(valuesOf(row, ask.metrics), was) } as AnswerRow;
  });
}

/** The combinations of values that the compared period is asked for. */
export function keysOf(ask: Aggregation, rows: Row[]): (string | null)[][] {
  const listed = rows.filter((row) => row.row === "row").slice(0, ask.limit ?? undefined);
  return listed.map((row) => ask.dimensions.map((_, index) => (row[`k${index}`] ?? null) as string | null));
}

const DAY_MS = 86_400_000;

function warningsOf(planned: Planned, ask: Aggregation, totals: MetricValues): Warning[] {
  const warnings: Warning[] = [];
  for (const metric of ask.metrics) {
    if (RATES.has(metric) && totals[metric] === null) {
      warnings.push({
        code: "no-visits",
        field: metric,
        text: "There are no visits in this range, so there is no rate.",
      });
    }
  }
  if (ask.metrics.includes("visitors") && planned.range.to - planned.range.from > DAY_MS) {
    warnings.push({
      code: "identity-scope-day",
      field: "visitors",
      text: "Visitors without an id of their own (cookieless) are known for one UTC day; on each further day they count anew.",
    });
  }
  return warnings;
}

export function shapeEvents(rows: Row[], limit: number): { rows: AnswerRow[]; last: Row | undefined; more: boolean } {
  const listed = rows.slice(0, limit);
  return { rows: listed.map(eventRow), last: listed.at(-1), more: rows.length > limit };
}

function eventRow(row: Row): AnswerRow {
  return {
    ...row,
    time: new Date(row.time as number).toISOString(),
    received_at: new Date(row.received_at as number).toISOString(),
    props: parsed(row.props),
    context: parsed(row.context),
  } as AnswerRow;
}

function parsed(json: unknown): Record<string, unknown> {
  try {
    return JSON.parse(String(json)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
