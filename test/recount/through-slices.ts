// The same question through slices: the first days from kept files, the others cut with the question.

import { join } from "node:path";
import type { Aggregation } from "../../src/app/queries/compile.ts";
import { planSource } from "../../src/app/queries/plan-source.ts";
import {
  compileSliced,
  type DaySpan,
  keptSlicesSql,
  spanWindow,
  startDaysOf,
} from "../../src/app/queries/slices-sql.ts";
import type { Sql } from "../../src/app/queries/sql.ts";
import type { Engine, Row } from "../../src/drivers/duckdb/engine.ts";
import type { Prepared } from "./lake-of-events.ts";

let made = 0;

/** `keptShare` 0: nothing is kept; 1: everything is. */
export async function rowsThroughSlices(
  engine: Engine,
  lake: Prepared,
  directory: string,
  ask: Aggregation,
  keptShare: number,
): Promise<Row[]> {
  const days = startDaysOf(ask.range);
  const sourceOf = (span: DaySpan) => planSource(lake.plan, lake.tail, ask.project, spanWindow(span), lake.path).source;
  const kept = days.slice(0, Math.round(days.length * keptShare));
  const files: string[] = [];
  for (const day of kept) {
    const span = { first: day, last: day };
    made += 1;
    const file = join(directory, `slices-${made}.parquet`);
    await engine.rows(copyTo(keptSlicesSql(ask.project, span, sourceOf(span)), file));
    files.push(file);
  }
  const rest = days.slice(kept.length);
  const [first, last] = [rest[0], rest.at(-1)];
  const fresh = first && last ? { span: { first, last }, source: sourceOf({ first, last }) } : null;
  return engine.rows(compileSliced(ask, files, fresh));
}

function copyTo(query: Sql, file: string): Sql {
  const strings = [...query.strings];
  strings[0] = `COPY (SELECT * EXCLUDE ("start_day") FROM (${strings[0]}`;
  strings[strings.length - 1] += `)) TO '${file}' (FORMAT parquet)`;
  return { strings, values: query.values };
}
