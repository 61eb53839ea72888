// What a chart says about the point under the pointer, for eyes and for screen readers.

import type { Grain, Metric } from "../../../src/core/question.ts";
import { METRIC_NAMES } from "../format/names.ts";
import { metricValue } from "../format/number.ts";
import { bucketLong } from "../format/time.ts";
import { type Point, valueAt } from "../view/series.ts";
import { ChangeMark } from "./metric-cards.tsx";

const WIDTH_PX = 200;

type Props = { point: Point; grain: Grain; metric: Metric; left: number; width: number };

export function ChartNote({ point, grain, metric, left, width }: Props) {
  const now = valueAt(point.now, metric);
  const was = point.was ? valueAt(point.was, metric) : undefined;
  const x = Math.max(4, Math.min(width - WIDTH_PX - 4, left + (left > width / 2 ? -WIDTH_PX - 14 : 14)));
  return (
    <div className="chart-note" aria-hidden="true" style={{ transform: `translateX(${x}px)`, width: WIDTH_PX }}>
      <div className="chart-note-row">
        <span className="key" />
        <span>
          {bucketLong(point.label, grain)}
          {point.soFar && <em> so far</em>}
        </span>
      </div>
      <div className="chart-note-value">
        <strong className="figures">{metricValue(metric, now, "exact")}</strong> {METRIC_NAMES[metric].toLowerCase()}
        <ChangeMark metric={metric} now={now} was={point.soFar ? undefined : was} />
      </div>
      {point.wasLabel && (
        <div className="chart-note-row muted">
          <span className="key key-dashed" />
          <span>
            {bucketLong(point.wasLabel, grain)}: <span className="figures">{metricValue(metric, was, "exact")}</span>
          </span>
        </div>
      )}
    </div>
  );
}

export function noteWords(point: Point, grain: Grain, metric: Metric): string {
  const value = metricValue(metric, valueAt(point.now, metric), "exact");
  const before = point.wasLabel ? `, before ${metricValue(metric, valueAt(point.was, metric), "exact")}` : "";
  return `${bucketLong(point.label, grain)}${point.soFar ? ", so far" : ""}: ${value}${before}`;
}
