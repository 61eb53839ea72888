// Asks the compiled statement in DuckDB and the naive recount the same question, and holds their answers against each other.

import assert from "node:assert/strict";
import { type Aggregation, compile, readWindow } from "../../src/app/queries/compile.ts";
import { planQuestion } from "../../src/app/queries/plan-question.ts";
import { planSource } from "../../src/app/queries/plan-source.ts";
import { shapeAggregation } from "../../src/app/queries/shape-answer.ts";
import { slicesAnswer } from "../../src/app/queries/slices-sql.ts";
import type { Dimension, Grain, Metric, MetricValues, Question } from "../../src/core/question.ts";
import type { Engine } from "../../src/drivers/duckdb/engine.ts";
import type { SliceStore } from "../../src/drivers/duckdb/slice-store.ts";
import type { Prepared } from "./lake-of-events.ts";
import { recount } from "./recount.ts";
import { rowsThroughSlices } from "./through-slices.ts";

const LIMIT = 1_000;

export async function assertSameAnswer(
  engine: Engine,
  lake: Prepared,
  project: string,
  question: Question,
  slices?: { store: SliceStore; keptShare: number },
): Promise<number> {
  const range = question.range as { from: string; to: string };
  const planning = planQuestion(project, { ...question, limit: LIMIT }, { now: Date.UTC(2040, 0, 1), earliest: null });
  assert.equal(planning.kind, "planned", JSON.stringify(planning));
  if (planning.kind !== "planned") return 0;
  const ask = planning.planned.ask as Aggregation;
  const { source } = planSource(lake.plan, lake.tail, project, readWindow(ask), lake.path);
  const shaped = shapeAggregation(planning.planned, ask, await engine.rows(compile(ask, source)), null);

  if (slices && slicesAnswer(ask, (name) => slices.store.propertyKnown(project, name))) {
    const rows = await rowsThroughSlices(engine, slices.store, lake, ask, slices.keptShare);
    const sliced = shapeAggregation(planning.planned, ask, rows, null);
    assert.deepEqual(sliced, shaped, `through slices: ${JSON.stringify(question)}`);
  }

  const grain = planning.planned.grain as Grain | null;
  const counted = recount(lake.present, {
    project,
    tz: planning.planned.zone,
    range,
    metrics: [...ask.metrics],
    dimensions: [...ask.dimensions],
    grain: grain ?? undefined,
    where: question.where,
    bots: question.bots,
  });
  const where = JSON.stringify(question);
  const roundedRow = (row: MetricValues): MetricValues =>
    Object.fromEntries(Object.entries(row).map(([metric, value]) => [metric, rounded(value)]));
  const expected = new Map([...counted].map(([key, row]) => [key, roundedRow(row)]));
  const pick = (row: MetricValues): MetricValues =>
    Object.fromEntries(ask.metrics.map((metric: Metric) => [metric, rounded(row[metric])]));
  if (question.kind === "totals") {
    assert.deepEqual(pick(shaped.rows[0] as MetricValues), expected.get("total"), where);
    return 1;
  }
  assert.deepEqual(pick(shaped.totals as MetricValues), expected.get("total"), `totals of ${where}`);
  const keyOf = (row: Record<string, unknown>): string =>
    grain ? String(row[`time.${grain}`]) : JSON.stringify(ask.dimensions.map((one: Dimension) => row[one] ?? null));
  const answered = new Map(shaped.rows.map((row) => [keyOf(row), pick(row as MetricValues)]));
  const empty = (row: MetricValues): boolean => Object.values(row).every((value) => value === 0 || value === null);
  // A series also has its empty buckets; each label is there once.
  assert.equal(answered.size, shaped.rows.length, `labels repeat in ${where}`);
  if (grain) for (const [key, row] of answered) if (empty(row) && !expected.has(key)) answered.delete(key);
  // A group of visits that began in the range, whose matching events lie after it, has nothing to show.
  for (const [key, row] of expected) if (empty(row) && !answered.has(key)) expected.delete(key);
  expected.delete("total");
  if (shaped.more) dropBelow(expected, answered, ask.metrics[0] as Metric);
  const sorted = (map: Map<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(sorted(answered), sorted(expected), where);
  return shaped.rows.length;
}

/** Twelve digits: a mean's last bit depends on the order of its divisions. */
function rounded<T>(value: T): T | number {
  return typeof value === "number" ? Number(value.toPrecision(12)) : value;
}

/** Of more rows than a page holds, those that aren't on the first page have no more of the first metric. */
function dropBelow(expected: Map<string, MetricValues>, answered: Map<string, MetricValues>, metric: Metric): void {
  const least = Math.min(...[...answered.values()].map((row) => row[metric] ?? 0));
  for (const [key, row] of expected) {
    if (answered.has(key)) continue;
    assert.ok((row[metric] ?? 0) <= least, `${key} is missing`);
    expected.delete(key);
  }
}
