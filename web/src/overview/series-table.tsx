// The chart's data as a table, and as a CSV file made of the same rows.

import type { Metric } from "../../../src/core/question.ts";
import { METRIC_NAMES } from "../format/names.ts";
import { metricValue } from "../format/number.ts";
import { bucketLong } from "../format/time.ts";
import { Scroll } from "../ui/scroll.tsx";
import { type Series, valueAt } from "../view/series.ts";
import { ChangeMark } from "./metric-cards.tsx";

export function SeriesTable({ series, metric }: { series: Series; metric: Metric }) {
  const compared = series.points.some((point) => point.was);
  return (
    <Scroll className="table-scroll series-table" label={`${METRIC_NAMES[metric]} as a table`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{series.grain.slice(0, 1).toUpperCase() + series.grain.slice(1)}</th>
            <th scope="col" className="number">
              {METRIC_NAMES[metric]}
            </th>
            {compared && (
              <>
                <th scope="col" className="number">
                  Before
                </th>
                <th scope="col" className="number">
                  Change
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {series.points.map((point) => (
            <tr key={point.label}>
              <th scope="row">
                {bucketLong(point.label, series.grain)}
                {point.soFar && <em className="muted"> so far</em>}
              </th>
              <td className="number">{metricValue(metric, valueAt(point.now, metric), "exact")}</td>
              {compared && (
                <>
                  <td className="number">{metricValue(metric, valueAt(point.was, metric), "exact")}</td>
                  <td className="number">
                    <ChangeMark metric={metric} now={valueAt(point.now, metric)} was={valueAt(point.was, metric)} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <a className="button button-small" download={`${metric}.csv`} href={csvOf(series, metric)}>
        Save as CSV
      </a>
    </Scroll>
  );
}

function csvOf({ points, grain }: Series, metric: Metric): string {
  const lines = [`time.${grain},${metric},was.time.${grain},was.${metric}`];
  for (const point of points) {
    lines.push(
      [point.label, valueAt(point.now, metric) ?? "", point.wasLabel ?? "", valueAt(point.was, metric) ?? ""].join(","),
    );
  }
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`${lines.join("\n")}\n`)}`;
}
