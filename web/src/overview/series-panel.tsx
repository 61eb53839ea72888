// The course of one figure over the range: chart (loaded when needed), the same as a table, and a sentence that says it.

import { lazy, Suspense, useMemo, useState } from "react";
import type { Answer, Grain, Metric, Question } from "../../../src/core/question.ts";
import { METRIC_NAMES } from "../format/names.ts";
import { metricValue } from "../format/number.ts";
import { bucketLong } from "../format/time.ts";
import type { Loaded } from "../state/load.ts";
import { Icon } from "../ui/icon.tsx";
import { Failure } from "../ui/notice.tsx";
import { addDays, type RangeChoice } from "../view/ranges.ts";
import { type Series, seriesOf, valueAt } from "../view/series.ts";
import { RequestButton } from "./request-dialog.tsx";
import { SeriesTable } from "./series-table.tsx";

const Chart = lazy(() => import("./chart.tsx").then((module) => ({ default: module.Chart })));

type Props = {
  project: string;
  series: Loaded<Answer>;
  question: Question | null;
  metric: Metric;
  grain: Grain;
  tz: string;
  onZoom: (range: RangeChoice) => void;
};

export function SeriesPanel({ project, series, question, metric, grain, tz, onZoom }: Props) {
  const [asTable, setAsTable] = useState(false);
  const { data, problem, stale, busy, retry } = series;
  // The answer's own grain: while a new question is under way, the old answer is still drawn.
  const shownGrain = data?.meta.range.grain ?? grain;
  const drawn = useMemo(() => (data ? seriesOf(data, shownGrain) : undefined), [data, shownGrain]);
  const zoom = (label: string) => {
    const date = label.slice(0, 10);
    if (shownGrain === "day") onZoom({ from: date, to: addDays(date, 1) });
    if (shownGrain === "week") onZoom({ from: date, to: addDays(date, 7) });
    if (shownGrain === "month")
      onZoom({ from: `${date.slice(0, 7)}-01`, to: `${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01` });
  };
  const summary = drawn ? summaryOf(drawn, metric) : "";
  return (
    <div className="series" data-stale={stale || undefined}>
      {busy && data && stale && <div className="bar" aria-hidden="true" />}
      <div className="series-head">
        <h2>{METRIC_NAMES[metric]}</h2>
        <span className="muted series-zone">{tz}</span>
        <div className="tile-tools">
          <button
            type="button"
            className="button icon-button"
            aria-pressed={asTable}
            aria-label={asTable ? "View as chart" : "View as table"}
            title={asTable ? "View as chart" : "View as table"}
            onClick={() => setAsTable(!asTable)}
          >
            <Icon name={asTable ? "chart" : "table"} />
          </button>
          {question && <RequestButton project={project} question={question} answer={data} />}
        </div>
      </div>
      <p className="quiet" id="series-summary">
        {summary}
      </p>
      <div className="series-body">
        {problem && !data && <Failure problem={problem} onRetry={retry} />}
        {!data && !problem && <div className="skeleton skeleton-chart" />}
        {drawn && asTable && <SeriesTable series={drawn} metric={metric} />}
        {drawn && !asTable && (
          <Suspense fallback={<div className="skeleton skeleton-chart" />}>
            <Chart series={drawn} metric={metric} summaryId="series-summary" onPick={zoom} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

/** "Visitors by day, from … to …: 412 at most on Tuesday …; 380 before." */
function summaryOf({ points, grain }: Series, metric: Metric): string {
  const known = points.filter((point) => valueAt(point.now, metric) !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${METRIC_NAMES[metric]}: nothing in this range.`;
  const top = known.reduce((best, point) =>
    (valueAt(point.now, metric) ?? 0) > (valueAt(best.now, metric) ?? 0) ? point : best,
  );
  const words = [
    `${METRIC_NAMES[metric]} by ${grain}, ${bucketLong(first.label, grain)} to ${bucketLong(last.label, grain)}.`,
    `Highest: ${metricValue(metric, valueAt(top.now, metric), "exact")}, ${bucketLong(top.label, grain)}.`,
  ];
  if (last.soFar) words.push("The last one isn't over yet.");
  return words.join(" ");
}
