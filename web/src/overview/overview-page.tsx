// Overview: one page that answers most questions about a project. Its whole state is the address.

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Dimension, Grain, Question } from "../../../src/core/question.ts";
import type { Project } from "../../../src/core/resources.ts";
import { navigate, usePath } from "../route/location.ts";
import { overviewPath } from "../route/routes.ts";
import { useCommands } from "../shell/commands.ts";
import { useAnswer } from "../state/load.ts";
import { useBeat } from "../state/refresh.ts";
import { type Filter, filterOn, withFilter } from "../view/filters.ts";
import { grainBest, grainsFor, PRESETS, type RangeChoice } from "../view/ranges.ts";
import { commonOf, compareOf, searchOf, type View, viewFrom } from "../view/view.ts";
import { FilterBar } from "./filter-bar.tsx";
import { Freshness, LostRegion } from "./freshness.tsx";
import { CARD_METRICS, MetricCards } from "./metric-cards.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Panels } from "./panels.tsx";
import { SeriesPanel } from "./series-panel.tsx";
import { Toolbar } from "./toolbar.tsx";

const REFRESH_MS = 10_000;
const DAY_MS = 86_400_000;

export function OverviewPage({ project }: { project: Project }) {
  const { search } = usePath();
  const view = useMemo(() => viewFrom(search), [search]);
  const beat = useBeat(REFRESH_MS);
  const filterButton = useRef<HTMLButtonElement>(null);
  const [announced, setAnnounced] = useState("");

  const change = useCallback(
    (part: Partial<View>, options?: { replace?: boolean }) =>
      navigate(overviewPath(project.id, searchOf({ ...view, ...part })), options),
    [project.id, view],
  );
  const addFilter = useCallback(
    (filter: Filter) => {
      change({ filters: withFilter(view.filters, filter) });
      setAnnounced("Filter added");
    },
    [change, view.filters],
  );
  const pick = useCallback(
    (field: Dimension, value: string | null, exclude: boolean) => addFilter(filterOn(field, value, exclude)),
    [addFilter],
  );

  const common = useMemo(() => commonOf(view), [view]);
  const compare = useMemo(() => compareOf(view), [view]);
  const totalsQuestion = useMemo<Question>(
    () => ({ kind: "totals", ...common, ...compare, metrics: [...CARD_METRICS, "events"] }),
    [common, compare],
  );
  const totals = useAnswer(project.id, totalsQuestion, beat);

  // All time: only the answer knows how long that is, and with it which grain suits.
  const asked = totals.data && !totals.stale ? totals.data.meta.range : undefined;
  const daysAll = asked ? Math.ceil((Date.parse(asked.to) - Date.parse(asked.from)) / DAY_MS) : undefined;
  const days = view.range === "all" ? daysAll : undefined;
  const grains = grainsFor(view.range, days);
  const grain: Grain = view.grain && grains.includes(view.grain) ? view.grain : grainBest(view.range, days);
  const seriesReady = view.range !== "all" || days !== undefined || totals.problem !== undefined;
  const seriesQuestion = useMemo<Question | null>(
    () =>
      seriesReady
        ? { kind: "timeseries", ...common, ...compare, metrics: [...CARD_METRICS], by: [`time.${grain}`] }
        : null,
    [seriesReady, common, compare, grain],
  );
  const series = useAnswer(project.id, seriesQuestion, beat);

  useCommands(
    "overview",
    useMemo(() => overviewCommands(change, filterButton), [change]),
  );
  useEscape(view, change);

  const meta = (series.data ?? totals.data)?.meta;
  const none = totals.data && !totals.stale && totals.data.rows[0]?.events === 0 && !totals.problem;
  return (
    <div className="page overview">
      <Toolbar project={project} view={view} grain={grain} grains={grains} asked={asked} onChange={change} />
      <FilterBar project={project.id} view={view} onChange={change} onAdd={addFilter} buttonRef={filterButton} />
      <LostRegion meta={meta} />
      <section className="surface hero" aria-label="Key figures and their course">
        <MetricCards
          totals={totals}
          metric={view.metric}
          onMetric={(metric) => change({ metric }, { replace: true })}
        />
        <SeriesPanel
          project={project.id}
          series={series}
          question={seriesQuestion}
          metric={view.metric}
          grain={grain}
          tz={view.tz ?? project.timeZone}
          onZoom={(range: RangeChoice) => change({ range, grain: null })}
        />
        <Freshness meta={meta} problem={series.problem ?? totals.problem} />
      </section>
      {none ? (
        <NothingHere project={project} view={view} onChange={change} />
      ) : (
        <Panels project={project} view={view} common={common} beat={beat} onPick={pick} onChange={change} />
      )}
      <div aria-live="polite" className="quiet">
        {announced}
      </div>
    </div>
  );
}

type Change = (part: Partial<View>, options?: { replace?: boolean }) => void;

function overviewCommands(change: Change, filterButton: React.RefObject<HTMLButtonElement | null>) {
  return [
    ...PRESETS.map((preset) => ({
      id: `range ${preset.id}`,
      group: "Range",
      label: preset.label,
      key: preset.key,
      run: () => change({ range: preset.id, grain: null }),
    })),
    { id: "filter", group: "Overview", label: "Filter", key: "/", run: () => filterButton.current?.click() },
    { id: "compare off", group: "Comparison", label: "No comparison", run: () => change({ compare: "off" }) },
    {
      id: "compare previous",
      group: "Comparison",
      label: "Compare with the period before",
      key: "x",
      run: () => change({ compare: "previous" }),
    },
    {
      id: "compare year",
      group: "Comparison",
      label: "Compare with last year",
      run: () => change({ compare: "year" }),
    },
  ];
}

/** Escape takes the last filter away when nothing else wants it. */
function useEscape(view: View, change: Change): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || view.filters.length === 0) return;
      if (document.querySelector("dialog[open], .popover-panel, .tip-text")) return;
      change({ filters: view.filters.slice(0, -1) });
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [view, change]);
}
