// Live: who is here now, minute by minute, on which pages, and the newest events as they come.

import { useEffect, useState } from "react";
import type { Question } from "../../../src/core/question.ts";
import type { Project } from "../../../src/core/resources.ts";
import { valueName } from "../format/names.ts";
import { short, whole } from "../format/number.ts";
import { Freshness, LostRegion } from "../overview/freshness.tsx";
import { Link } from "../route/link.tsx";
import { projectPath } from "../route/routes.ts";
import { useAnswer } from "../state/load.ts";
import { useBeat } from "../state/refresh.ts";
import { Icon } from "../ui/icon.tsx";
import { Empty, Failure } from "../ui/notice.tsx";
import { EventStream } from "./event-stream.tsx";
import { MinuteBars } from "./minute-bars.tsx";

const REFRESH_MS = 5_000;
const ANNOUNCE_MS = 20_000;
const NOW: Question = { kind: "live", window: "5m", metrics: ["visitors"] };
const MINUTES: Question = { kind: "live", window: "30m", metrics: ["visitors", "pageviews"], by: ["time.minute"] };
const PAGES: Question = { kind: "live", window: "5m", metrics: ["visitors"], by: ["event.page"], limit: 8 };
const SOURCES: Question = { kind: "live", window: "30m", metrics: ["visitors"], by: ["visit.source"], limit: 8 };

export function LivePage({ project }: { project: Project }) {
  const [running, setRunning] = useState(true);
  const beat = useBeat(REFRESH_MS, running);
  const now = useAnswer(project.id, NOW, beat);
  const minutes = useAnswer(project.id, MINUTES, beat);
  const visitors = now.data?.totals?.visitors ?? now.data?.rows[0]?.visitors;
  const quiet = minutes.data?.rows.every((row) => !row.pageviews && !row.visitors) ?? false;
  return (
    <div className="page live">
      <div className="toolbar">
        <div className="toolbar-title">
          <h1>Live</h1>
          <span className="muted">{project.name}</span>
          {project.demo && <span className="badge">synthetic</span>}
        </div>
        <button type="button" className="button" aria-pressed={!running} onClick={() => setRunning(!running)}>
          <Icon name={running ? "pause" : "play"} size={14} /> {running ? "Pause" : "Go on"}
        </button>
      </div>
      <LostRegion meta={now.data?.meta} />
      <div className="live-grid">
        <section className="surface live-count" aria-label="Visitors now">
          <h2>Visitors now</h2>
          {now.problem && !now.data ? (
            <Failure problem={now.problem} onRetry={now.retry} />
          ) : (
            <p className="live-figure figures" title={whole(visitors)}>
              {now.data ? short(visitors) : <span className="skeleton skeleton-figure" />}
            </p>
          )}
          <p className="muted">in the last five minutes</p>
          <Announce visitors={visitors} />
        </section>
        <section className="surface live-minutes" aria-label="Last thirty minutes">
          <h2>Last 30 minutes</h2>
          {minutes.problem && !minutes.data ? (
            <Failure problem={minutes.problem} onRetry={minutes.retry} />
          ) : (
            <MinuteBars answer={minutes.data} />
          )}
        </section>
        <Ranked project={project.id} question={PAGES} name="Pages now" field="event.page" beat={beat} />
        <Ranked project={project.id} question={SOURCES} name="Sources, 30 minutes" field="visit.source" beat={beat} />
        <EventStream project={project} beat={beat} running={running} />
      </div>
      {quiet && (
        <Empty
          title="Nobody here in the last half hour"
          action={
            <Link to={projectPath(project.id)} className="button">
              How to send events
            </Link>
          }
        >
          Events appear here about a second after they are accepted.
        </Empty>
      )}
      <Freshness meta={now.data?.meta} problem={now.problem} />
    </div>
  );
}

/** Says the figure at most every twenty seconds: often enough to follow, seldom enough to work beside. */
function Announce({ visitors }: { visitors: number | null | undefined }) {
  const [said, setSaid] = useState("");
  const beat = useBeat(ANNOUNCE_MS);
  useEffect(() => {
    if (visitors != null) setSaid(`${short(visitors)} visitors now`);
  }, [beat]);
  return (
    <span className="quiet" aria-live="polite">
      {said}
    </span>
  );
}

type RankedProps = {
  project: string;
  question: Question;
  name: string;
  field: "event.page" | "visit.source";
  beat: number;
};
function Ranked({ project, question, name, field, beat }: RankedProps) {
  const { data, problem, retry } = useAnswer(project, question, beat);
  const top = Math.max(1, ...(data?.rows.map((row) => row.visitors ?? 0) ?? []));
  return (
    <section className="surface panel live-ranked" aria-label={name}>
      <header className="panel-head">
        <h2>{name}</h2>
      </header>
      {problem && !data && <Failure problem={problem} onRetry={retry} />}
      <ul className="rows">
        {data?.rows.map((row) => {
          const value = (row[field] ?? null) as string | null;
          return (
            <li key={String(value)} className="row row-plain">
              <span className="row-bar" style={{ width: `${((row.visitors ?? 0) / top) * 100}%` }} />
              <span className="row-name">{valueName(field, value)}</span>
              <span className="row-value figures">{short(row.visitors)}</span>
            </li>
          );
        })}
      </ul>
      {data?.rows.length === 0 && <p className="panel-empty muted">Nobody at the moment.</p>}
    </section>
  );
}
