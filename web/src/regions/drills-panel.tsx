// Drills: what can be drilled, with what happens and what must hold; the one that runs, line by line.

import { useEffect, useRef, useState } from "react";
import type { DrillLine, DrillScenario, DrillsView, RunningDrill } from "../../../src/core/drills-view.ts";
import type { ApiProblem } from "../api/client.ts";
import { milliseconds } from "../format/number.ts";
import { ago } from "../format/time.ts";
import { Dialog } from "../ui/dialog.tsx";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { Failure, Quiet } from "../ui/notice.tsx";
import { Scroll } from "../ui/scroll.tsx";
import { ConfirmButton } from "./confirm-button.tsx";
import { startDrill } from "./recovery-calls.ts";
import { Refusal, TypedField } from "./request-parts.tsx";
import { useRequest } from "./use-request.ts";

/** As near to its end as this, the list is being followed. */
const FOLLOW_PX = 120;

type Props = {
  drills: DrillsView | undefined;
  problem: ApiProblem | undefined;
  now: number;
  whyNot: string | undefined;
  onStarted: (says: string) => void;
};

export function DrillsPanel({ drills, problem, now, whyNot, onStarted }: Props) {
  const [open, setOpen] = useState<DrillScenario | null>(null);
  const running = drills?.running ?? null;
  const why = whyNot ?? (running ? `The drill ${running.scenario} is running; one at a time.` : undefined);
  return (
    <section className="surface part" aria-labelledby="drills-head">
      <h2 id="drills-head">Drills</h2>
      <p className="muted">
        A drill takes real things away while load is running, and measures from outside. It heals everything at its end.
      </p>
      {problem && !drills && <Failure problem={problem} />}
      {running && <LiveDrill drill={running} now={now} />}
      {drills && (
        <ul className="scenarios">
          {drills.scenarios.map((scenario) => (
            <li key={scenario.name}>
              <div>
                <p>
                  <strong>{scenario.name}</strong>{" "}
                  <span className="muted figures">ends within {milliseconds(scenario.lastsMsMax)}</span>
                </p>
                <p className="muted">{scenario.words}</p>
              </div>
              <GuardedButton
                className="button button-small"
                why={why}
                aria-label={`Start the drill ${scenario.name}`}
                onClick={() => setOpen(scenario)}
              >
                Start …
              </GuardedButton>
            </li>
          ))}
        </ul>
      )}
      {open && <DrillDialog scenario={open} onStarted={onStarted} onClose={() => setOpen(null)} />}
    </section>
  );
}

function LiveDrill({ drill, now }: { drill: RunningDrill; now: number }) {
  const last = drill.lines.at(-1);
  const end = useRef<HTMLLIElement>(null);
  const shown = useRef(false);
  // Follows the newest line, unless someone has scrolled up to read.
  useEffect(() => {
    const box = end.current?.closest(".drill-lines");
    const isNear = box && box.scrollHeight - box.scrollTop - box.clientHeight < FOLLOW_PX;
    if (box && (isNear || !shown.current)) box.scrollTop = box.scrollHeight;
    shown.current = true;
  }, [drill.lines.length]);
  return (
    <div className="live-drill">
      <p>
        <span className="dot dot-live" aria-hidden="true" /> <strong>{drill.scenario}</strong> runs, started by{" "}
        {drill.who} {ago(drill.startedAt, now)}
      </p>
      <Scroll label={`Timeline of ${drill.scenario}`} className="drill-lines">
        <ol>
          {drill.lines.map((line) => (
            <li key={`${line.afterMs} ${line.text}`}>{timed(line)}</li>
          ))}
          <li ref={end} aria-hidden="true" />
        </ol>
      </Scroll>
      <div aria-live="polite">
        <Quiet>{last?.text}</Quiet>
      </div>
    </div>
  );
}

/** Most lines carry the drill's own time. */
const timed = ({ afterMs, text }: DrillLine): string =>
  /^\s*\+\d/.test(text) ? text : `+${(afterMs / 1_000).toFixed(3)} ${text}`;

type DialogProps = { scenario: DrillScenario; onStarted: (says: string) => void; onClose: () => void };

function DrillDialog({ scenario, onStarted, onClose }: DialogProps) {
  const [typed, setTyped] = useState("");
  const request = useRequest();
  const send = () =>
    request.run(async () => {
      await startDrill(scenario.name);
      onStarted(`The drill ${scenario.name} runs.`);
      onClose();
    });
  return (
    <Dialog title={`Drill: ${scenario.name}`} onClose={onClose}>
      <div className="form">
        <p>{scenario.words}</p>
        <div>
          <h3>What happens</h3>
          <ol className="plain-list">
            {scenario.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ol>
        </div>
        <div>
          <h3>What must hold</h3>
          <ul className="plain-list">
            {scenario.holds.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
        </div>
        <p className="warn">
          Real processes are taken down for up to {milliseconds(scenario.lastsMsMax)}. Whoever uses this installation
          meanwhile notices.
        </p>
        <TypedField word={scenario.name} what="to start it" value={typed} onChange={setTyped} />
        <Refusal request={request} />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Not now
          </button>
          <ConfirmButton disabled={typed !== scenario.name || request.busy} onPress={send}>
            Start the drill
          </ConfirmButton>
        </div>
      </div>
    </Dialog>
  );
}
