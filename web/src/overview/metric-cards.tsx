// The figures on top: value, change against the compared period, definition; a click plots the figure.

import type { Answer, Metric } from "../../../src/core/question.ts";
import { METRIC_DEFINITIONS, METRIC_NAMES } from "../format/names.ts";
import { changeOf, durationSpoken, metricValue } from "../format/number.ts";
import type { Loaded } from "../state/load.ts";
import { Failure } from "../ui/notice.tsx";
import { Tip } from "../ui/tip.tsx";

export const CARD_METRICS = [
  "visitors",
  "visits",
  "pageviews",
  "views_per_visit",
  "bounce_rate",
  "visit_duration",
] as const satisfies Metric[];

type Props = { totals: Loaded<Answer>; metric: Metric; onMetric: (metric: Metric) => void };

export function MetricCards({ totals, metric, onMetric }: Props) {
  const { data, problem, stale, retry } = totals;
  if (problem && !data) return <Failure problem={problem} onRetry={retry} />;
  const row = data?.rows[0] ?? data?.totals;
  const warnings = data?.meta.warnings ?? [];
  return (
    <div className="cards" data-stale={stale || undefined}>
      {CARD_METRICS.map((name, index) => {
        const value = row?.[name] ?? null;
        const was = row?.was?.[name];
        const exact = name === "visit_duration" ? durationSpoken(value) : metricValue(name, value, "exact");
        const notes = warnings.filter((warning) => warning.field === name);
        return (
          <div key={name} className="card" data-chosen={name === metric || undefined}>
            <span className="card-name">
              {METRIC_NAMES[name]}
              <Tip label={`What “${METRIC_NAMES[name]}” means`} side={index > 2 ? "end" : "start"}>
                {METRIC_DEFINITIONS[name]}
                {notes.map((note) => (
                  <span key={note.code} className="tip-note">
                    {note.text}
                  </span>
                ))}
                <span className="tip-note">Exactly: {exact}</span>
              </Tip>
            </span>
            <button
              type="button"
              className="card-button"
              aria-pressed={name === metric}
              aria-label={`${METRIC_NAMES[name]}: ${exact}. Plot`}
              onClick={() => onMetric(name)}
            />
            <span className="card-value figures" title={exact}>
              {row ? metricValue(name, value) : <span className="skeleton skeleton-value" />}
            </span>
            <span className="card-change">{row ? <ChangeMark metric={name} now={value} was={was} /> : "\u00a0"}</span>
          </div>
        );
      })}
    </div>
  );
}

/** More is better for most; less is better for bounces; a longer visit is neither. */
const GOOD: Partial<Record<Metric, 1 | -1>> = { visitors: 1, visits: 1, pageviews: 1, bounce_rate: -1 };

export function ChangeMark(props: { metric: Metric; now: number | null; was: number | null | undefined }) {
  const change = changeOf(props.now, props.was);
  if (change.kind === "none") return <span className="muted">{"\u00a0"}</span>;
  if (change.kind === "new") return <span className="muted">new</span>;
  const sense = (GOOD[props.metric] ?? 0) * Math.sign(change.share);
  const tone = Math.abs(change.share) < 0.0005 || sense === 0 ? "muted" : sense > 0 ? "good" : "bad";
  return (
    <span className={`change ${tone}`} title={`Before: ${metricValue(props.metric, props.was, "exact")}`}>
      {change.share > 0.0005 ? "↑" : change.share < -0.0005 ? "↓" : "→"} {change.text}
      <span className="quiet">
        {change.share > 0 ? "more" : "less"} than before, {metricValue(props.metric, props.was, "exact")}
      </span>
    </span>
  );
}
