// Ranked rows with bars. A click or Enter filters on the value; Shift-Enter or Alt-click leaves it out. Arrows move between rows.

import type { KeyboardEvent, MouseEvent } from "react";
import type { Answer, AnswerRow } from "../../../src/core/question.ts";
import { METRIC_NAMES, valueName } from "../format/names.ts";
import { metricValue, percent } from "../format/number.ts";
import { Quiet } from "../ui/notice.tsx";
import { type PanelTab, type Pick, ROWS } from "./panel-question.ts";

type Props = { answer: Answer | undefined; tab: PanelTab; onPick: Pick; rows?: number };

export function BreakdownList({ answer, tab, onPick, rows = ROWS }: Props) {
  const [first, second] = tab.metrics;
  if (!answer) {
    return (
      <div className="rows" aria-busy="true">
        <div className="row-head">{"\u00a0"}</div>
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className="row row-skeleton">
            <span className="skeleton" style={{ width: `${72 - index * 6}%` }} />
          </div>
        ))}
      </div>
    );
  }
  if (answer.rows.length === 0) {
    return <p className="panel-empty muted">{tab.empty ?? "Nothing here in this range."}</p>;
  }
  const top = Math.max(1, ...answer.rows.map((row) => row[first] ?? 0));
  const total = answer.totals?.[first];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside.
    <div className="rows" onKeyDown={walk}>
      <div className="row-head">
        <span />
        <span>{METRIC_NAMES[first]}</span>
        <span>{METRIC_NAMES[second]}</span>
      </div>
      <ul>
        {answer.rows.map((row) => {
          const value = row[tab.by] as string | null;
          const share = total ? (row[first] ?? 0) / total : undefined;
          return (
            <li key={String(value)}>
              <RowButton
                name={valueName(tab.by, value)}
                row={row}
                tab={tab}
                width={(row[first] ?? 0) / top}
                share={share}
                onPick={(exclude) => onPick(tab.by, value ?? null, exclude)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function RowButton(props: {
  name: string;
  row: AnswerRow;
  tab: PanelTab;
  width: number;
  share: number | undefined;
  onPick: (exclude: boolean) => void;
}) {
  const { name, row, tab, width, share, onPick } = props;
  const [first, second] = tab.metrics;
  const exact = (metric: typeof first) => metricValue(metric, row[metric], "exact");
  return (
    <button
      type="button"
      className="row"
      title={`${name}\n${METRIC_NAMES[first]} ${exact(first)}${share === undefined ? "" : ` (${percent(share)})`}\nClick: only this. Alt-click: without this.`}
      onClick={(event: MouseEvent) => onPick(event.altKey)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !event.shiftKey) return;
        event.preventDefault();
        onPick(true);
      }}
    >
      <span className="row-bar" style={{ width: `${width * 100}%` }} />
      <span className="row-name">{name}</span>
      <span className="row-value figures">
        {metricValue(first, row[first])} <Quiet>{METRIC_NAMES[first]},</Quiet>
      </span>
      <span className="row-value row-second figures">
        {metricValue(second, row[second])} <Quiet>{METRIC_NAMES[second]}. Filter</Quiet>
      </span>
    </button>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("button.row")];
  const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
