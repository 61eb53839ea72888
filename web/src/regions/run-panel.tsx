// One run, step by step: what is done, what it waits for, and until when it can still be stopped.

import { useState } from "react";
import { isSamePerson } from "../../../src/core/person.ts";
import type { QuestionView, RunView, StepView } from "../../../src/core/recovery-view.ts";
import { milliseconds } from "../format/number.ts";
import { clock, instantLong } from "../format/time.ts";
import { useSession } from "../state/session.tsx";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { Notice, Quiet } from "../ui/notice.tsx";
import { AnswerDialog } from "./answer-dialog.tsx";

export const RUN_STATES: Record<RunView["state"], [sign: string, tone: string, words: string]> = {
  running: ["▶", "accent", "running"],
  asking: ["?", "warn", "waits for a person"],
  undoing: ["↩", "warn", "being undone"],
  finished: ["✓", "good", "finished"],
  failed: ["✗", "bad", "failed"],
  stopped: ["■", "warn", "stopped"],
  superseded: ["↷", "warn", "superseded"],
};
const STEP_SIGNS: Record<StepView["state"], [sign: string, tone: string, words: string]> = {
  waiting: ["○", "muted", "waits"],
  running: ["▶", "accent", "runs"],
  done: ["✓", "good", "done"],
  failed: ["✗", "bad", "failed"],
  skipped: ["–", "muted", "skipped"],
};

type Props = {
  run: RunView;
  question: QuestionView | null;
  /** Of the region that runs it: goes back with an approval. */
  stateVersion: string;
  whyNot: string | undefined;
  onSaid: (says: string) => void;
};

export function RunPanel({ run, question, stateVersion, whyNot, onSaid }: Props) {
  const [open, setOpen] = useState<"stop" | "approve" | null>(null);
  const asked = question?.run === run.id ? question : null;
  const { user } = useSession();
  // The engine refuses it, too.
  const isOwn = run.steps[0]?.approval === "ask-another" && isSamePerson(run.who, user.name);
  return (
    <section className="surface part run" aria-labelledby="run-head" data-state={run.state}>
      <header className="panel-head">
        <h2 id="run-head">
          {run.title} <span className="muted">{run.id}</span>
        </h2>
        <RunState run={run} />
      </header>
      <p>
        {run.automatic ? "By itself" : `By ${run.who}`}: “{run.reason}”.{" "}
        <span className="figures">
          {milliseconds(run.elapsedMs)} of at most {milliseconds(run.budgetMs)}
        </span>
        {run.epoch > 0 && <span className="muted"> · epoch {run.epoch}</span>}
      </p>
      {!run.steps.some((step) => step.because === run.because) && (
        <p className={run.state === "failed" ? "bad" : "muted"}>{run.because}</p>
      )}
      {asked && (
        <Notice tone="warning">
          <strong>It asks you:</strong> {asked.question}
        </Notice>
      )}
      <RunSteps run={run} />
      <div aria-live="polite">
        <Quiet>{announcement(run)}</Quiet>
      </div>
      {run.endedAt === null && (
        <div className="button-row run-actions">
          <GuardedButton
            className="button"
            why={whyNot ?? (run.stoppable ? undefined : run.stopSays)}
            onClick={() => setOpen("stop")}
          >
            Stop and go back …
          </GuardedButton>
          {(asked || run.state === "asking") && (
            <GuardedButton
              className="button button-primary"
              why={whyNot ?? (isOwn ? "You began it, so another person answers." : undefined)}
              onClick={() => setOpen("approve")}
            >
              Answer …
            </GuardedButton>
          )}
          <span className="muted">{run.stopSays}</span>
        </div>
      )}
      {open && (
        <AnswerDialog
          kind={open}
          run={run}
          question={asked}
          stateVersion={stateVersion}
          onSaid={onSaid}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

export function RunState({ run }: { run: RunView }) {
  const [sign, tone, words] = RUN_STATES[run.state];
  return (
    <span className={`state ${tone}`}>
      <span aria-hidden="true">{sign}</span> {words}
    </span>
  );
}

export function RunSteps({ run }: { run: RunView }) {
  return (
    <ol className="steps">
      {run.steps.map((step) => {
        const [sign, tone, words] = STEP_SIGNS[step.state];
        return (
          <li key={step.id} data-state={step.state} data-last-exit={step.pointOfNoReturn || undefined}>
            <p className="step-head">
              <span className={tone}>
                <span aria-hidden="true">{sign}</span>
                <Quiet>{words}: </Quiet>
              </span>
              <strong>{step.title}</strong>
              {step.approval === "ask" && <span className="badge">asks first</span>}
              {step.approval === "ask-another" && <span className="badge">another person agrees first</span>}
              {step.pointOfNoReturn && <span className="badge badge-exit">point of no return</span>}
              <span
                className={`figures step-time ${(step.elapsedMs ?? 0) > step.budgetMs ? "warn" : "muted"}`}
                title={step.startedAt === null ? undefined : `since ${instantLong(step.startedAt)}`}
              >
                {step.elapsedMs === null ? "" : milliseconds(step.elapsedMs)} / {milliseconds(step.budgetMs)}
              </span>
            </p>
            {step.because && <p className={step.state === "failed" ? "bad" : "muted"}>{withoutTitle(step)}</p>}
          </li>
        );
      })}
    </ol>
  );
}

/** The title stands above it already. */
const withoutTitle = ({ title, because }: StepView): string => {
  const rest = because?.startsWith(`${title}: `) ? because.slice(title.length + 2) : (because ?? "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
};

function announcement(run: RunView): string {
  const at = run.steps.findIndex((step) => step.state === "running");
  const step = run.steps[at];
  if (run.endedAt !== null) return `${run.title} ${RUN_STATES[run.state][2]} at ${clock(run.endedAt)}.`;
  return step ? `Step ${at + 1} of ${run.steps.length}: ${step.title}.` : `${run.title}: ${RUN_STATES[run.state][2]}.`;
}
