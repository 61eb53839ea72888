// One dimension as a full table: more figures, sorting by any of them, a search, and further pages.

import { useEffect, useState } from "react";
import type { AnswerRow, Metric, Question } from "../../../src/core/question.ts";
import { ask } from "../api/calls.ts";
import { METRIC_NAMES, valueName } from "../format/names.ts";
import { metricValue } from "../format/number.ts";
import { useAnswer } from "../state/load.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Failure } from "../ui/notice.tsx";
import { Scroll } from "../ui/scroll.tsx";
import { type PanelTab, type Pick, questionOf } from "./panel-question.ts";

const PAGE = 100;
const VISIT_METRICS: Metric[] = ["visitors", "visits", "pageviews", "bounce_rate", "visit_duration"];
const EVENT_METRICS: Metric[] = ["visitors", "visits", "events"];

type Props = {
  project: string;
  tab: PanelTab;
  common: Partial<Question>;
  onPick: Pick;
  onClose: () => void;
};

export function BreakdownDialog({ project, tab, common, onPick, onClose }: Props) {
  const metrics = tab.by.startsWith("visit.") || tab.by === "event.page" ? VISIT_METRICS : EVENT_METRICS;
  const [order, setOrder] = useState<[Metric, "asc" | "desc"]>([metrics[0] as Metric, "desc"]);
  const [text, setText] = useState("");
  const [more, setMore] = useState<{ rows: AnswerRow[]; next: string | null } | null>(null);
  const where = text.trim() ? { field: tab.by, op: "contains" as const, value: [text.trim()] } : undefined;
  const narrowed: PanelTab = {
    ...tab,
    ...(where ? { where: tab.where ? { all: [tab.where, where] } : where } : {}),
  };
  const question: Question = { ...questionOf(narrowed, common, PAGE), metrics, order: [order] };
  const key = JSON.stringify(question);
  const { data, problem, stale, retry } = useAnswer(project, question, 0);
  useEffect(() => setMore(null), [key]);

  const rows = [...(data?.rows ?? []), ...(more?.rows ?? [])];
  const next = more ? more.next : (data?.next ?? null);
  const loadMore = async () => {
    if (!next) return;
    const page = await ask(project, { ...question, cursor: next });
    setMore({ rows: [...(more?.rows ?? []), ...page.rows], next: page.next });
  };
  const sort = (metric: Metric) => setOrder([metric, order[0] === metric && order[1] === "desc" ? "asc" : "desc"]);
  return (
    <Dialog title={tab.label} onClose={onClose} wide>
      <input
        type="search"
        className="search"
        placeholder="Search"
        aria-label={`Search in ${tab.label.toLowerCase()}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {problem && !data && <Failure problem={problem} onRetry={retry} />}
      <Scroll className="table-scroll tall" stale={stale} label={tab.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{tab.label}</th>
              {metrics.map((metric) => (
                <th
                  key={metric}
                  scope="col"
                  className="number"
                  aria-sort={order[0] === metric ? (order[1] === "desc" ? "descending" : "ascending") : "none"}
                >
                  <button type="button" className="sort" onClick={() => sort(metric)}>
                    {METRIC_NAMES[metric]} {order[0] === metric ? (order[1] === "desc" ? "↓" : "↑") : ""}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const value = (row[tab.by] ?? null) as string | null;
              return (
                <tr key={String(value)}>
                  <th scope="row">
                    <button
                      type="button"
                      className="link-button clip"
                      onClick={(event) => {
                        onPick(tab.by, value, event.altKey);
                        onClose();
                      }}
                    >
                      {valueName(tab.by, value)}
                    </button>
                  </th>
                  {metrics.map((metric) => (
                    <td key={metric} className="number">
                      {metricValue(metric, row[metric], "exact")}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
        {data && rows.length === 0 && <p className="muted">Nothing matches.</p>}
      </Scroll>
      <footer className="dialog-foot">
        <span className="muted">A visitor may be in several rows; visits add up.</span>
        {next && (
          <button type="button" className="button button-small" onClick={() => void loadMore()}>
            Further rows
          </button>
        )}
      </footer>
    </Dialog>
  );
}
