// Countries: a map beside its ranked list (the list is what keyboard and screen reader use), or the list alone.

import { lazy, Suspense, useId, useMemo, useState } from "react";
import type { Question } from "../../../src/core/question.ts";
import { useAnswer } from "../state/load.ts";
import { Icon } from "../ui/icon.tsx";
import { Failure } from "../ui/notice.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { BreakdownDialog } from "./breakdown-dialog.tsx";
import { BreakdownList } from "./breakdown-list.tsx";
import { type PanelTab, type Pick, questionOf, ROWS } from "./panel-question.ts";
import { RequestButton } from "./request-dialog.tsx";

const WorldMap = lazy(() => import("./world-map.tsx").then((module) => ({ default: module.WorldMap })));

const TAB: PanelTab = { id: "country", label: "Countries", by: "visit.country", metrics: ["visitors", "visits"] };
const COUNTRIES_MAX = 250;
const ROWS_BESIDE_MAP = 3;

type Props = {
  project: string;
  common: Partial<Question>;
  beat: number;
  open: string;
  onOpen: (id: string) => void;
  onPick: Pick;
};

export function PlacesPanel({ project, common, beat, open, onOpen, onPick }: Props) {
  const id = useId();
  const [full, setFull] = useState(false);
  const question = useMemo(() => questionOf(TAB, common, COUNTRIES_MAX), [common]);
  const { data, problem, stale, busy, retry } = useAnswer(project, question, beat);
  const rows = open === "map" ? ROWS_BESIDE_MAP : ROWS;
  const listed = useMemo(() => data && { ...data, rows: data.rows.slice(0, rows) }, [data, rows]);
  const failed = problem && !data;
  return (
    <section className="surface panel" aria-label="Countries">
      {busy && stale && data && <div className="bar" aria-hidden="true" />}
      <header className="panel-head">
        <Tabs
          name="Countries"
          panelId={id}
          tabs={[
            { id: "map", label: "Map" },
            { id: "country", label: "Countries" },
          ]}
          value={open}
          onChange={onOpen}
        />
        <div className="tile-tools">
          <RequestButton project={project} question={question} answer={data} />
          <button
            type="button"
            className="button icon-button"
            aria-label="All countries as a table"
            title="Full table"
            onClick={() => setFull(true)}
          >
            <Icon name="expand" />
          </button>
        </div>
      </header>
      <div className="panel-body" id={id} role="tabpanel" aria-label="Countries" data-stale={stale || undefined}>
        {failed && <Failure problem={problem} onRetry={retry} />}
        {!failed && open === "map" && (
          <div className="map">
            <Suspense fallback={null}>
              <WorldMap
                rows={data?.rows ?? []}
                onPick={(country, exclude) => onPick("visit.country", country, exclude)}
              />
            </Suspense>
          </div>
        )}
        {!failed && <BreakdownList answer={listed} tab={TAB} rows={rows} onPick={onPick} />}
      </div>
      {full && (
        <BreakdownDialog project={project} tab={TAB} common={common} onClose={() => setFull(false)} onPick={onPick} />
      )}
    </section>
  );
}
