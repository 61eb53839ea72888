// An overview without events says why — none yet, none in this range, all filtered out — and offers the one next step.

import { useState } from "react";
import type { Answer, AnswerRow, Question } from "../../../src/core/question.ts";
import type { Project } from "../../../src/core/resources.ts";
import { ask } from "../api/calls.ts";
import { Link } from "../route/link.tsx";
import { projectPath } from "../route/routes.ts";
import { useAnswer } from "../state/load.ts";
import { CodeBlock } from "../ui/copy.tsx";
import { Empty } from "../ui/notice.tsx";
import { addDays, type RangeChoice } from "../view/ranges.ts";
import type { View } from "../view/view.ts";

const EVER: Question = { kind: "totals", range: "all", metrics: ["events"], bots: true };
const SHOWN_DAYS_MAX = 28;

export function NothingHere(props: { project: Project; view: View; onChange: (part: Partial<View>) => void }) {
  const { project, view, onChange } = props;
  const ever = useAnswer(project.id, EVER, 0);
  const events = ever.data?.rows[0]?.events;
  if (view.filters.length > 0) {
    return (
      <Empty
        title="Everything is filtered out"
        action={
          <button type="button" className="button button-primary" onClick={() => onChange({ filters: [] })}>
            Clear the filters
          </button>
        }
      >
        No event of this range passes all {view.filters.length} filters.
      </Empty>
    );
  }
  if (events === undefined) return <div className="empty-place" aria-busy="true" />;
  if (events === 0) return <NoEvents project={project} />;
  return <NoneInRange project={project} onChange={onChange} />;
}

function NoEvents({ project }: { project: Project }) {
  return (
    <Empty
      title="No events yet"
      action={
        <Link to={projectPath(project.id)} className="button button-primary">
          Send the first event
        </Link>
      }
    >
      Point an SDK at this project, or import an access log you have already:
      <CodeBlock label="Import" text={`npm run -s tandem -- import access.log --project ${project.id}`} />
    </Empty>
  );
}

function NoneInRange({ project, onChange }: { project: Project; onChange: (part: Partial<View>) => void }) {
  const [busy, setBusy] = useState(false);
  const goToLatest = async () => {
    setBusy(true);
    try {
      onChange({ range: await latestRange(project.id), grain: null });
    } catch {
      onChange({ range: "all", grain: null });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Empty
      title="Nothing in this range"
      action={
        <span className="button-row">
          <button type="button" className="button button-primary" disabled={busy} onClick={goToLatest}>
            Go to the latest data
          </button>
          <button type="button" className="button" onClick={() => onChange({ range: "all", grain: null })}>
            Show all time
          </button>
        </span>
      }
    >
      This project has events, but from other days.
    </Empty>
  );
}

/** The last days that have events: the last such month first, then its days. */
async function latestRange(project: string): Promise<RangeChoice> {
  const months = await ask(project, { kind: "timeseries", range: "all", metrics: ["events"], by: ["time.month"] });
  const month = filled(months, "time.month").at(-1);
  if (!month) return "all";
  const first = addDays(`${month.slice(0, 7)}-01`, -SHOWN_DAYS_MAX);
  const end = `${addDays(`${month.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
  const range = { from: first, to: end };
  const days = filled(
    await ask(project, { kind: "timeseries", range, metrics: ["events"], by: ["time.day"] }),
    "time.day",
  );
  const last = days.at(-1);
  if (!last) return range;
  const from = days.find((day) => day > addDays(last, -SHOWN_DAYS_MAX)) ?? last;
  return { from, to: addDays(last, 1) };
}

const filled = (answer: Answer, key: string): string[] =>
  answer.rows.filter((row: AnswerRow) => (row.events ?? 0) > 0).map((row) => String(row[key]));
