// What a person says to a run: go on, where it asks; or stop, while that is still possible. Both with a reason.

import { useState } from "react";
import type { QuestionView, RunView } from "../../../src/core/recovery-view.ts";
import { ConfirmStep } from "../confirm/confirm-step.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Changed } from "./changed.tsx";
import { ConfirmButton } from "./confirm-button.tsx";
import { PlanSteps } from "./plan-steps.tsx";
import { approveRun, stopRun } from "./recovery-calls.ts";
import { ReasonField, Refusal, TypedField } from "./request-parts.tsx";
import { useRequest } from "./use-request.ts";

type Props = {
  kind: "approve" | "stop";
  run: RunView;
  question: QuestionView | null;
  stateVersion: string;
  onSaid: (says: string) => void;
  onClose: () => void;
};

export function AnswerDialog({ kind, run, question, stateVersion, onSaid, onClose }: Props) {
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const [seen, setSeen] = useState(stateVersion);
  const [confirmation, setConfirmation] = useState<string | null>(null);
  const request = useRequest();
  const approving = kind === "approve";
  const changed = approving && seen !== stateVersion;
  const ready =
    reason.trim() !== "" && (!approving || (typed === run.to && confirmation !== null)) && !changed && !request.busy;
  const send = () =>
    request.run(async (key) => {
      const { says } = approving
        ? await approveRun(run.id, reason.trim(), seen, { key, confirmation: confirmation ?? "" })
        : await stopRun(run.id, reason.trim(), key);
      onSaid(says);
      onClose();
    });
  return (
    <Dialog title={approving ? `Let it go on: ${run.title}` : `Stop: ${run.title}`} onClose={onClose} wide={approving}>
      <div className="form">
        {changed && <Changed onLooked={() => setSeen(stateVersion)} />}
        <p>{approving ? (question?.question ?? run.because) : run.stopSays}</p>
        {approving && question && (
          <details>
            <summary>The plan, {question.plan.steps.length} steps</summary>
            <PlanSteps plan={question.plan} />
          </details>
        )}
        <ReasonField value={reason} onChange={setReason} />
        {approving && <TypedField word={run.to} what="to let it go on there" value={typed} onChange={setTyped} />}
        {approving && (
          <ConfirmStep deed={{ kind: "approve", run: run.id }} given={confirmation} onGiven={setConfirmation} />
        )}
        <Refusal request={request} />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            {approving ? "Leave it waiting" : "Let it run"}
          </button>
          <ConfirmButton disabled={!ready} onPress={send}>
            {approving ? "Go on" : "Stop and go back"}
          </ConfirmButton>
        </div>
      </div>
    </Dialog>
  );
}
