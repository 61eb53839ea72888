// The same question through slices: the first days kept as the store keeps them, the others cut with the question.

import type { Aggregation } from "../../src/app/queries/compile.ts";
import { planSource } from "../../src/app/queries/plan-source.ts";
import { BOUNDS_MAX, compileBounds, compileSliced, type SlicesRead } from "../../src/app/queries/sliced-sql.ts";
import { type DaySpan, spanWindow, startDaysOf } from "../../src/app/queries/slices-sql.ts";
import type { UtcDay } from "../../src/core/time.ts";
import type { Engine, Row } from "../../src/drivers/duckdb/engine.ts";
import type { SliceStore } from "../../src/drivers/duckdb/slice-store.ts";
import type { Prepared } from "./lake-of-events.ts";

let made = 0;

/** `keptShare` 0: nothing is kept; 1: everything is. */
export async function rowsThroughSlices(
  engine: Engine,
  store: SliceStore,
  lake: Prepared,
  ask: Aggregation,
  keptShare: number,
): Promise<Row[]> {
  const days = startDaysOf(ask.range);
  const sourceOf = (span: DaySpan) => planSource(lake.plan, lake.tail, ask.project, spanWindow(span), lake.path).source;
  const kept = days.slice(0, Math.round(days.length * keptShare));
  const rest = days.slice(kept.length);
  const [first, last] = [rest[0], rest.at(-1)];
  const read: SlicesRead = {
    kept: await keep(store, ask.project, kept, sourceOf),
    fresh: first && last ? { span: { first, last }, source: sourceOf({ first, last }) } : null,
  };
  const rows = await engine.rows(compileSliced(ask, read));
  if (ask.dimensions.length > 0) await assertBounds(engine, ask, read, rows);
  return rows;
}

async function keep(
  store: SliceStore,
  project: string,
  days: UtcDay[],
  sourceOf: (span: DaySpan) => ReturnType<typeof planSource>["source"],
): Promise<SlicesRead["kept"]> {
  if (days.length === 0) return null;
  made += 1;
  const wanted = days.map((day) => ({ day, digest: `lake-${made}` }));
  store.want(project, wanted, async (span) => sourceOf(span), "asked");
  await store.idle();
  const cuts = wanted.map((day) => {
    const cut = store.cut(project, day);
    if (cut === undefined) throw new Error(`slices of ${project} on ${day.day} weren't made`);
    return cut;
  });
  return store.slices(project, cuts);
}

/** No group counts more than its bound says. */
async function assertBounds(engine: Engine, ask: Aggregation, read: SlicesRead, rows: Row[]): Promise<void> {
  const keyOf = (row: Row): string => JSON.stringify(ask.dimensions.map((_, index) => row[`k${index}`] ?? null));
  const bounds = new Map((await engine.rows(compileBounds(ask, read))).map((row) => [keyOf(row), Number(row.bound)]));
  for (const row of rows.filter((one) => one.row === "row")) {
    const bound = bounds.get(keyOf(row)) ?? (bounds.size < BOUNDS_MAX ? 0 : Number.POSITIVE_INFINITY);
    for (const metric of ["visitors", "visits", "pageviews", "events"])
      if (Number(row[metric] ?? 0) > bound) throw new Error(`${metric} of ${keyOf(row)} exceed the bound ${bound}`);
  }
}
