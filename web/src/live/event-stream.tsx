// The newest events, newest first; each opens to what was received, and leads to its trace.

import { useState } from "react";
import type { Question } from "../../../src/core/question.ts";
import type { Project } from "../../../src/core/resources.ts";
import { countryName } from "../format/names.ts";
import { clock, instantLong } from "../format/time.ts";
import { Link } from "../route/link.tsx";
import { tracePath } from "../route/routes.ts";
import { useAnswer } from "../state/load.ts";
import { Failure } from "../ui/notice.tsx";
import { Scroll } from "../ui/scroll.tsx";
import { type EventRow, eventRow, flagsOf } from "./event-row.ts";

const QUESTION: Question = { kind: "events", range: "today", limit: 40, bots: true };

export function EventStream({ project, beat, running }: { project: Project; beat: number; running: boolean }) {
  const { data, problem, retry } = useAnswer(project.id, QUESTION, beat);
  const events = data?.rows.map(eventRow) ?? [];
  return (
    <section className="surface stream" aria-label="Newest events">
      <header className="panel-head">
        <h2>Newest events</h2>
        <span className="muted">{running ? "every 5 s" : "paused"}</span>
      </header>
      {problem && !data && <Failure problem={problem} onRetry={retry} />}
      <ul className="stream-list">
        {events.map((event) => (
          <StreamRow key={event.messageId} project={project.id} event={event} />
        ))}
      </ul>
      {data && events.length === 0 && <p className="panel-empty muted">No events today yet.</p>}
    </section>
  );
}

function StreamRow({ project, event }: { project: string; event: EventRow }) {
  const [open, setOpen] = useState(false);
  const flags = flagsOf(event);
  return (
    <li>
      <button type="button" className="stream-row" aria-expanded={open} onClick={() => setOpen(!open)}>
        <time
          className="figures muted"
          dateTime={event.time ?? undefined}
          title={event.time ? instantLong(event.time) : ""}
        >
          {event.time ? clock(event.time) : "–"}
        </time>
        <span className={`type type-${event.type}`}>{event.type}</span>
        <span className="stream-what clip">
          {event.name ?? event.page ?? ""}
          {event.name && event.page ? <span className="muted"> {event.page}</span> : null}
        </span>
        <span className="stream-who muted clip">
          {[event.country && countryName(event.country), event.browser, event.source].filter(Boolean).join(" · ")}
        </span>
        {flags.length > 0 && (
          <span className="badge" title={flags.join("; ")}>
            {event.botReason ? "bot" : "clock"}
          </span>
        )}
      </button>
      {open && (
        <div className="stream-detail">
          {flags.map((flag) => (
            <p key={flag}>Marked: {flag}.</p>
          ))}
          <p>
            <code>{event.messageId}</code> <Link to={tracePath(project, event.messageId)}>Trace</Link>
          </p>
          <Scroll className="code-scroll" label="The event as stored">
            <pre>
              <code>{JSON.stringify(event.raw, null, 2)}</code>
            </pre>
          </Scroll>
        </div>
      )}
    </li>
  );
}
