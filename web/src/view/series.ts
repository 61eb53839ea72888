// A series as the chart, its table and its summary need it: labels, values, the compared values, and which bucket isn't over.

import type { Answer, AnswerRow, Grain, Metric, MetricValues } from "../../../src/core/question.ts";
import { bucketEnd, wallClock } from "../format/time.ts";

export type Point = {
  label: string;
  now: MetricValues | null;
  was: MetricValues | undefined;
  wasLabel: string | undefined;
  /** The bucket has begun and isn't over: "so far". */
  soFar: boolean;
};
export type Series = { grain: Grain; points: Point[] };

export function seriesOf(answer: Answer, grain: Grain): Series {
  const key = `time.${grain}` as const;
  const here = wallClock(Date.parse(answer.meta.dataAsOf) || Date.now(), answer.meta.range.tz);
  const points = answer.rows.map((row: AnswerRow): Point => {
    const label = String(row[key] ?? "");
    const local = label.slice(0, 16);
    const started = local <= here;
    return {
      label,
      // A bucket in the future has no value; a zero would be a claim.
      now: started ? row : null,
      was: row.was,
      wasLabel: row.was?.[key] as string | undefined,
      soFar: started && bucketEnd(local, grain) > here,
    };
  });
  return { grain, points };
}

export const valueAt = (values: MetricValues | null | undefined, metric: Metric): number | null =>
  values?.[metric] ?? null;
