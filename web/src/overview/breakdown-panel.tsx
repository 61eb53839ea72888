// A tile with a ranked list: loads alone, fails alone with Retry, shows its request, opens as a full table.

import { useId, useMemo, useState } from "react";
import type { Question } from "../../../src/core/question.ts";
import { useAnswer } from "../state/load.ts";
import { Icon } from "../ui/icon.tsx";
import { Failure } from "../ui/notice.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { BreakdownDialog } from "./breakdown-dialog.tsx";
import { BreakdownList } from "./breakdown-list.tsx";
import { type PanelTab, type Pick, questionOf, ROWS } from "./panel-question.ts";
import { RequestButton } from "./request-dialog.tsx";

type Props = {
  project: string;
  common: Partial<Question>;
  beat: number;
  name: string;
  tabs: PanelTab[];
  open: string;
  onOpen: (id: string) => void;
  onPick: Pick;
};
export function BreakdownPanel({ project, common, beat, name, tabs, open, onOpen, onPick }: Props) {
  const id = useId();
  const [full, setFull] = useState(false);
  const tab = (tabs.find((candidate) => candidate.id === open) ?? tabs[0]) as PanelTab;
  const question = useMemo(() => questionOf(tab, common, ROWS), [tab, common]);
  const { data, problem, stale, busy, retry } = useAnswer(project, question, beat);
  // The list that is shown while another tab loads would carry the wrong names.
  const shown = data && (!stale || data.rows.every((row) => tab.by in row)) ? data : undefined;
  return (
    <section className="surface panel" aria-label={name}>
      {busy && stale && data && <div className="bar" aria-hidden="true" />}
      <header className="panel-head">
        {tabs.length > 1 ? (
          <Tabs name={name} panelId={id} tabs={tabs} value={tab.id} onChange={onOpen} />
        ) : (
          <h2>{tab.label}</h2>
        )}
        <div className="tile-tools">
          <RequestButton project={project} question={question} answer={data} />
          <button
            type="button"
            className="button icon-button"
            aria-label={`All ${tab.label.toLowerCase()} as a table`}
            title="Full table"
            onClick={() => setFull(true)}
          >
            <Icon name="expand" />
          </button>
        </div>
      </header>
      <div
        className="panel-body"
        id={id}
        {...(tabs.length > 1 ? { role: "tabpanel", "aria-label": tab.label } : {})}
        data-stale={(stale && shown !== undefined) || undefined}
      >
        {problem && !shown ? (
          <Failure problem={problem} onRetry={retry} />
        ) : (
          <BreakdownList answer={shown} tab={tab} onPick={onPick} />
        )}
      </div>
      {full && (
        <BreakdownDialog project={project} tab={tab} common={common} onClose={() => setFull(false)} onPick={onPick} />
      )}
    </section>
  );
}
