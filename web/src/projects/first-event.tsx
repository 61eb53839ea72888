// Waiting for the first event: listens live, and then shows what came, its messageId, and why it is marked if it is.

import { useEffect, useState } from "react";
import type { Question } from "../../../src/core/question.ts";
import type { Project } from "../../../src/core/resources.ts";
import { whole } from "../format/number.ts";
import { type EventRow, eventRow, flagsOf } from "../live/event-row.ts";
import { Link } from "../route/link.tsx";
import { overviewPath, tracePath } from "../route/routes.ts";
import { useAnswer } from "../state/load.ts";
import { useBeat } from "../state/refresh.ts";
import { CodeBlock } from "../ui/copy.tsx";
import { Dialog } from "../ui/dialog.tsx";

const LISTEN_MS = 2_000;
const COUNT: Question = { kind: "totals", range: "all", metrics: ["events"], bots: true };
const NEWEST: Question = { kind: "events", range: "all", limit: 1, bots: true };

export function FirstEvent({ project }: { project: Project }) {
  const [waited, setWaited] = useState(false);
  const [waiting, setWaiting] = useState(true);
  const [shown, setShown] = useState(false);
  const beat = useBeat(LISTEN_MS, waiting);
  const count = useAnswer(project.id, COUNT, beat);
  const events = count.data?.rows[0]?.events;
  const some = (events ?? 0) > 0;
  const newest = useAnswer(project.id, some ? NEWEST : null, 0);
  useEffect(() => {
    if (events === 0) setWaited(true);
    if (events) setWaiting(false);
  }, [events]);
  const row = newest.data?.rows[0];
  const event = row ? eventRow(row) : undefined;
  if (events === undefined && !count.problem) return <div className="surface first-event" aria-busy="true" />;
  if (!some) {
    return (
      <section className="surface first-event" aria-label="First event" role="status">
        <span className="dot dot-waiting" aria-hidden="true" />
        <div>
          <strong>Waiting for the first event</strong>
          <p className="muted">
            {count.problem
              ? `Can't listen right now: ${count.problem.message}`
              : "Listening. Run one of the snippets below; it shows here within seconds."}
          </p>
        </div>
      </section>
    );
  }
  return (
    <section className="surface first-event" aria-label="First event" role="status">
      <span className="dot dot-good" aria-hidden="true" />
      <div>
        <strong>{waited ? "The first event has arrived" : `Receiving: ${whole(events)} events so far`}</strong>
        <p className="first-event-links">
          {event && (
            <>
              <code className="clip">{event.messageId}</code>
              {flagsOf(event).length > 0 && (
                <span className="badge" title={flagsOf(event).join("; ")}>
                  marked
                </span>
              )}
              <button type="button" className="link-button" onClick={() => setShown(true)}>
                Show it
              </button>
              <Link to={tracePath(project.id, event.messageId)}>Trace it</Link>
            </>
          )}
          <Link to={overviewPath(project.id)}>Go to the overview</Link>
        </p>
      </div>
      {shown && event && <StoredEvent event={event} onClose={() => setShown(false)} />}
    </section>
  );
}

/** The event as the lake keeps it, and why it is marked if it is. */
function StoredEvent({ event, onClose }: { event: EventRow; onClose: () => void }) {
  const flags = flagsOf(event);
  return (
    <Dialog title="The event as stored" onClose={onClose}>
      <p>{flags.length > 0 ? `Marked: ${flags.join("; ")}.` : "Not marked: it counts everywhere."}</p>
      <CodeBlock label={event.messageId} text={JSON.stringify(event.raw, null, 2)} />
    </Dialog>
  );
}
