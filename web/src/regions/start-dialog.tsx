// Starting a plan, with guards that escalate. Either way the person confirms by passkey or password who they are. A graceful
// switch: all preconditions green, the target typed, a reason, and ten seconds in which to think again. An emergency: each red precondition accepted by itself, and what is lost typed out; no
// countdown, since every second of it would be outage. A state that has changed since the dialog was opened disarms it.

import { useEffect, useRef, useState } from "react";
import type { CheckView, PlanView, RecoveryView } from "../../../src/core/recovery-view.ts";
import { ConfirmStep } from "../confirm/confirm-step.tsx";
import { milliseconds, whole } from "../format/number.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { Changed } from "./changed.tsx";
import { ConfirmButton } from "./confirm-button.tsx";
import { PlanSteps } from "./plan-steps.tsx";
import { startRun, type Taken } from "./recovery-calls.ts";
import { ReasonField, Refusal, TypedField } from "./request-parts.tsx";
import { type ActionKind, isRed, type Loss, lossWords } from "./room.ts";
import { CheckMark } from "./state-mark.tsx";
import { useRequest } from "./use-request.ts";

const ARMED_S = 10;
const VERBS: Record<ActionKind, string> = {
  "switch-over": "Switch to",
  "fail-back": "Fail back to",
  "fail-over": "Fail over to",
  evict: "Evict the active region, go on in",
};

type Props = {
  kind: ActionKind;
  plan: PlanView;
  view: RecoveryView;
  loss: Loss;
  /** Why it can't be started any more; the page learns of it while the dialog is open. */
  why: string | undefined;
  onStarted: (taken: Taken) => void;
  onClose: () => void;
};

export function StartDialog({ kind, plan, view, loss, why, onStarted, onClose }: Props) {
  const graceful = kind === "switch-over" || kind === "fail-back";
  const title = `${VERBS[kind]} ${plan.to}`;
  const [seen, setSeen] = useState(view.stateVersion);
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const [lose, setLose] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [confirmation, setConfirmation] = useState<string | null>(null);
  const request = useRequest();
  const changed = seen !== view.stateVersion;
  const red = graceful ? [] : view.checks.filter(isRed);
  const words = graceful ? null : lossWords(loss, plan);
  const missing = missingOf({ why, changed, red, ticked, typed, to: plan.to, lose, words, reason, confirmation });
  const start = () =>
    request.run(async (key) => {
      const confirm = { ...(words === null ? {} : { lose: true }), ...(red.length > 0 ? { checks: [...ticked] } : {}) };
      const more = graceful ? {} : { confirm };
      const body = { plan: kind, to: plan.to, reason: reason.trim(), seen, ...more };
      onStarted(await startRun(body, { key, confirmation: confirmation ?? "" }));
    });
  return (
    <Dialog title={title} onClose={onClose} wide>
      <div className="form">
        {why && <Notice tone="danger">{why}</Notice>}
        {changed && (
          <Changed
            onLooked={() => {
              setSeen(view.stateVersion);
              setTicked(new Set());
            }}
          />
        )}
        {!graceful && <LossNotice loss={loss} />}
        <details open={graceful}>
          <summary>The plan, {plan.steps.length} steps</summary>
          <PlanSteps plan={plan} />
        </details>
        {red.length > 0 && <RedChecks red={red} ticked={ticked} onChange={setTicked} />}
        <ReasonField value={reason} onChange={setReason} />
        <TypedField word={plan.to} what="to name the region that will be active" value={typed} onChange={setTyped} />
        {words !== null && (
          <TypedField word={words} what="to accept what may be lost" value={lose} onChange={setLose} />
        )}
        <ConfirmStep deed={{ kind: "start", plan: kind, to: plan.to }} given={confirmation} onGiven={setConfirmation} />
        <Refusal request={request} />
        {missing && <p className="muted">{missing}</p>}
        {graceful ? (
          <Armed label={title} ready={!missing && !request.busy} onFire={start} onClose={onClose} />
        ) : (
          <div className="form-actions">
            <button type="button" className="button" onClick={onClose}>
              Do nothing
            </button>
            <ConfirmButton disabled={missing !== undefined || request.busy} onPress={start}>
              {title} now
            </ConfirmButton>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function LossNotice({ loss }: { loss: Loss }) {
  return (
    <Notice tone={loss.events === 0 && !loss.solo ? "info" : "danger"}>
      <strong>
        At risk: {loss.events === null ? "unknown" : `${whole(loss.events)} events`}
        {loss.solo && ", and changes that the other region acknowledged alone"}
      </strong>
      {lossMeans(loss)}
    </Notice>
  );
}

function lossMeans({ events, ms, solo }: Loss): string {
  if (events === 0 && !solo) {
    return ". Everything acknowledged in both regions is here. Changes under way get the answer “outcome unknown”.";
  }
  const age = ms === null ? "" : `, of the last ${milliseconds(ms)}`;
  const back = solo ? " Such changes are listed for a person when it returns; events are merged." : "";
  return `${age}: acknowledged there and not here. They come back only if that region's disks do.${back}`;
}

function RedChecks(props: {
  red: CheckView[];
  ticked: ReadonlySet<string>;
  onChange: (next: ReadonlySet<string>) => void;
}) {
  const toggle = (name: string) => {
    const next = new Set(props.ticked);
    if (!next.delete(name)) next.add(name);
    props.onChange(next);
  };
  return (
    <fieldset className="options">
      <legend>These preconditions don't pass. Accept each by itself:</legend>
      {props.red.map((check) => (
        <label className="check" key={check.name}>
          <input type="checkbox" checked={props.ticked.has(check.name)} onChange={() => toggle(check.name)} />
          <span>
            <CheckMark state={check.state} /> <strong>{check.name}</strong>
            <small>{check.says.charAt(0).toUpperCase() + check.says.slice(1)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The first thing that still keeps it from being started. */
function missingOf(given: {
  why: string | undefined;
  changed: boolean;
  red: CheckView[];
  ticked: ReadonlySet<string>;
  typed: string;
  to: string;
  lose: string;
  words: string | null;
  reason: string;
  confirmation: string | null;
}): string | undefined {
  if (given.why) return given.why;
  if (given.changed) return "Look at the changed state first.";
  const open = given.red.filter((check) => !given.ticked.has(check.name)).length;
  if (open > 0) return `${open} of ${given.red.length} red preconditions are not accepted.`;
  if (given.reason.trim() === "") return "A reason is missing.";
  if (given.typed !== given.to) return `The target isn't typed: ${given.to}.`;
  if (given.words !== null && given.lose !== given.words) return `What may be lost isn't typed: ${given.words}.`;
  return given.confirmation === null ? "You haven't confirmed that it is you." : undefined;
}

/** Arm, then ten seconds with Cancel where Arm was: a second press of the same place takes it back. */
function Armed(props: { label: string; ready: boolean; onFire: () => void; onClose: () => void }) {
  const { label, ready, onFire, onClose } = props;
  const [left, setLeft] = useState<number | null>(null);
  const fire = useRef(onFire);
  fire.current = onFire;
  const cancel = useRef<HTMLButtonElement>(null);
  const armed = left !== null;
  useEffect(() => {
    if (!ready) setLeft(null);
  }, [ready]);
  useEffect(() => {
    if (!armed) return;
    cancel.current?.focus();
    const timer = setInterval(() => setLeft((before) => (before === null ? null : before - 1)), 1_000);
    return () => clearInterval(timer);
  }, [armed]);
  useEffect(() => {
    if (left !== null && left <= 0) {
      setLeft(null);
      fire.current();
    }
  }, [left]);
  return (
    <div className="form-actions armed">
      {armed ? (
        <>
          <p role="timer">
            {label} in <strong className="figures">{left} s</strong>
          </p>
          <p className="quiet" role="status">
            Armed: {label} in {ARMED_S} seconds unless cancelled.
          </p>
          <button type="button" className="button" ref={cancel} onClick={() => setLeft(null)}>
            Cancel
          </button>
        </>
      ) : (
        <>
          <button type="button" className="button" onClick={onClose}>
            Do nothing
          </button>
          <ConfirmButton disabled={!ready} onPress={() => setLeft(ARMED_S)}>
            {label} in {ARMED_S} s …
          </ConfirmButton>
        </>
      )}
    </div>
  );
}
