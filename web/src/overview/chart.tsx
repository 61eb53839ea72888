// A line chart on uPlot. Comparison is dashed, the bucket that isn't over is dotted and says "so far"; colours come from the
// style sheet; arrow keys walk the points, Enter picks one. The horizontal axis counts buckets, so clock changes can't bend it.

import "uplot/dist/uPlot.min.css";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import UPlot from "uplot";
import type { Metric } from "../../../src/core/question.ts";
import { metricValue } from "../format/number.ts";
import { bucketShort } from "../format/time.ts";
import { useColours } from "../shell/theme.ts";
import { type Series, valueAt } from "../view/series.ts";
import { ChartNote, noteWords } from "./chart-note.tsx";

type Props = { series: Series; metric: Metric; summaryId: string; onPick?: (label: string) => void };
type Line = (number | null)[];
const AXIS_LABEL_PX = 84;

export function Chart({ series, metric, summaryId, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const [at, setAt] = useState<{ index: number; left: number } | null>(null);
  const colours = useColours();
  const data = useMemo(() => linesOf(series, metric), [series, metric]);
  const latest = useRef({ series, metric, onPick, data });
  latest.current = { series, metric, onPick, data };
  // The plot is made anew where its shape differs; new values of the same shape are only set.
  const shape = `${metric} ${series.grain} ${colours} ${series.points.some((point) => point.was)}`;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const options = optionsOf(
      element,
      () => latest.current,
      (index, left) => setAt(index === null ? null : { index, left }),
    );
    const made = new UPlot(options, latest.current.data as UPlot.AlignedData, element);
    plot.current = made;
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [shape]);
  useEffect(() => {
    const [first] = plot.current?.data ?? [];
    if (plot.current && first) plot.current.setData(data as UPlot.AlignedData);
    setAt((before) => (before && before.index < data[0].length ? before : null));
  }, [data]);

  const point = at ? series.points[at.index] : undefined;
  const keys = (event: KeyboardEvent) => {
    const end = series.points.length - 1;
    const from = at?.index ?? (event.key === "ArrowLeft" ? end + 1 : -1);
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: end }[event.key];
    if (to !== undefined && plot.current) {
      event.preventDefault();
      const index = Math.max(0, Math.min(end, to));
      setAt({ index, left: plot.current.valToPos(index, "x") });
      plot.current.setCursor({ left: plot.current.valToPos(index, "x"), top: 0 }, false);
    }
    if (event.key === "Enter" && point) onPick?.(point.label);
    if (event.key === "Escape" && at) {
      event.preventDefault();
      setAt(null);
    }
  };
  return (
    <section
      className="chart"
      aria-roledescription="chart"
      aria-label="Chart; arrow keys walk the points"
      aria-describedby={summaryId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys need a place to be; the table is the plain alternative.
      tabIndex={0}
      onKeyDown={keys}
      onBlur={() => setAt(null)}
    >
      <div className="chart-plot" ref={box} aria-hidden="true" />
      {at && point && (
        <ChartNote
          point={point}
          grain={series.grain}
          metric={metric}
          left={at.left}
          width={box.current?.clientWidth ?? 0}
        />
      )}
      <span className="quiet" aria-live="polite">
        {point ? noteWords(point, series.grain, metric) : ""}
      </span>
    </section>
  );
}

/** Index, compared values, values of finished buckets, and the stretch that leads into the unfinished one. */
function linesOf({ points }: Series, metric: Metric): [number[], Line, Line, Line] {
  const open = points.findIndex((point) => point.soFar);
  const now = points.map((point) => valueAt(point.now, metric));
  return [
    points.map((_, index) => index),
    points.map((point) => valueAt(point.was, metric)),
    now.map((value, index) => (index === open ? null : value)),
    now.map((value, index) => (open >= 0 && (index === open || index === open - 1) ? value : null)),
  ];
}

type Latest = { series: Series; metric: Metric; onPick: Props["onPick"] };

function optionsOf(
  element: HTMLElement,
  latest: () => Latest,
  onPoint: (index: number | null, left: number) => void,
): UPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = `11.5px ${style.fontFamily}`;
  const [line, soft, muted, grid] = [
    colour("--series-1"),
    colour("--series-1-soft"),
    colour("--text-3"),
    colour("--line"),
  ];
  const spline = UPlot.paths.linear?.() as UPlot.Series.PathBuilder;
  const { metric } = latest();
  const whole = metric === "visitors" || metric === "visits" || metric === "pageviews";
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    legend: { show: false },
    padding: [12, 26, 0, 0],
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 9, fill: line, stroke: colour("--surface"), width: 2 },
    },
    scales: {
      x: { time: false, range: (_plot, min, max) => (max > min ? [min, max] : [min - 0.5, max + 0.5]) },
      y: { range: (_plot, _min, max) => [0, max > 0 ? max * 1.12 : 1] },
    },
    axes: [
      {
        stroke: muted,
        font,
        size: 30,
        gap: 6,
        grid: { show: false },
        ticks: { show: false },
        splits: (plot) => splitsOf(latest().series, plot.bbox.width / devicePixelRatio),
        values: (_plot, splits) => axisLabels(latest().series, splits),
      },
      {
        stroke: muted,
        font,
        size: 56,
        gap: 8,
        grid: { stroke: grid, width: 1 },
        ticks: { show: false },
        incrs: whole ? WHOLE_STEPS : FINE_STEPS,
        space: 44,
        values: (_plot, splits) => splits.map((value) => metricValue(metric, value)),
      },
    ],
    series: [
      {},
      { stroke: muted, width: 1.5, dash: [5, 4], paths: spline, points: { show: false } },
      {
        stroke: line,
        width: 2,
        fill: soft,
        paths: spline,
        points: { show: (plot) => plot.data[0].length <= 2, size: 6, fill: line },
      },
      {
        stroke: line,
        width: 2,
        dash: [2, 4],
        paths: spline,
        points: { show: true, size: 7, fill: colour("--surface"), width: 2, filter: lastOnly },
      },
    ],
    hooks: {
      setCursor: [
        (plot) => {
          const index = plot.cursor.idx;
          if (index == null || (plot.cursor.left ?? -1) < 0) onPoint(null, 0);
          else onPoint(index, plot.valToPos(index, "x") + plot.bbox.left / devicePixelRatio);
        },
      ],
      ready: [
        (plot) =>
          plot.over.addEventListener("click", () => {
            const point = latest().series.points[plot.cursor.idx ?? -1];
            if (point) latest().onPick?.(point.label);
          }),
      ],
    },
  };
}

const WHOLE_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].concat(
  [1e3, 1e4, 1e5, 1e6, 1e7, 1e8].flatMap((power) => [power, 2 * power, 5 * power]),
);
const FINE_STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

/** Of the line into the unfinished bucket only its end carries a mark. */
const lastOnly: UPlot.Series.Points.Filter = (plot, index) => {
  const values = plot.data[index] ?? [];
  for (let at = values.length - 1; at >= 0; at -= 1) if (values[at] != null) return [at];
  return null;
};

/** Steps of an axis of hours: whole days, or parts that a day has a whole number of. */
const HOUR_STEPS = [1, 2, 3, 4, 6, 12, 24, 48, 72, 168];

function splitsOf({ points, grain }: Series, width: number): number[] {
  const count = points.length;
  const least = Math.max(1, Math.ceil(count / Math.max(2, Math.floor(width / AXIS_LABEL_PX))));
  const step = grain === "hour" ? (HOUR_STEPS.find((hours) => hours >= least) ?? least) : least;
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

/** Over several days, midnight says its day. */
function axisLabels({ points, grain }: Series, splits: number[]): string[] {
  const several = points[0]?.label.slice(0, 10) !== points.at(-1)?.label.slice(0, 10);
  return splits.map((index) => {
    const label = points[index]?.label;
    return label === undefined ? "" : bucketShort(label, grain, several && label.slice(11, 16) === "00:00");
  });
}
