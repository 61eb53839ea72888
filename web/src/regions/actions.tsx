// What a person can do now: the graceful ways on the left, the emergency apart from them. What can't be done says why.

import { useState } from "react";
import type { RecoveryRoom } from "../../../src/core/recovery-room.ts";
import type { PlanRefusal, PlanView } from "../../../src/core/recovery-view.ts";
import type { UserRole } from "../../../src/core/resources.ts";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { PlanSteps } from "./plan-steps.tsx";
import { type Action, type ActionKind, actionOf, isRefusal, lossNow, sightOf } from "./room.ts";
import { StartDialog } from "./start-dialog.tsx";

type Props = { room: RecoveryRoom; role: UserRole; stale: boolean; onSaid: (says: string) => void };

export function Actions({ room, role, stale, onSaid }: Props) {
  const [open, setOpen] = useState<ActionKind | null>(null);
  const of = (kind: ActionKind) => actionOf(kind, room, role, stale);
  const [move, back, over, evict] = [of("switch-over"), of("fail-back"), of("fail-over"), of("evict")];
  // Where a plain switch is possible it does the same; the other way first makes the old region a standby again.
  const offered = back.plan && !move.plan ? [move, back] : [move];
  const chosen = [move, back, over, evict].find(({ kind }) => kind === open);
  const planNow = sightOf(room, move.to)?.view.planNow;
  const sight = chosen && sightOf(room, chosen.to);
  return (
    <section className="surface part" aria-labelledby="actions-head">
      <h2 id="actions-head">Move the active role</h2>
      <div className="actions">
        <div className="action-group">
          <h3>Graceful</h3>
          <p className="muted">Loses nothing; changes pause for at most two seconds, events not at all.</p>
          {offered.map((action) => (
            <ActionButton
              key={action.kind}
              action={action}
              label={`${action.kind === "fail-back" ? "Fail back" : "Switch"} to ${action.to} …`}
              onPress={() => setOpen(action.kind)}
            />
          ))}
          <PlanNow summary={`What a switch to ${move.to} would do now`} plan={planNow?.switchOver} />
        </div>
        <div className="action-group action-emergency">
          <h3>Emergency</h3>
          <p className="muted">For a region that is lost, or sick and doesn't let go. May lose what only it has.</p>
          <ActionButton action={over} label={`Fail over to ${over.to} …`} onPress={() => setOpen("fail-over")} />
          <ActionButton action={evict} label="Evict a sick active region …" onPress={() => setOpen("evict")} />
          <PlanNow summary="What would happen if the active region were lost now" plan={planNow?.failOver} />
        </div>
      </div>
      {chosen?.plan && sight && (
        <StartDialog
          kind={chosen.kind}
          plan={chosen.plan}
          view={sight.view}
          loss={lossNow(room)}
          why={chosen.why}
          onStarted={(taken) => {
            onSaid(`${taken.region}: ${taken.says}`);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function ActionButton({ action, label, onPress }: { action: Action; label: string; onPress: () => void }) {
  return (
    <div className="action">
      <GuardedButton className="button" why={action.why} onClick={onPress}>
        {label}
      </GuardedButton>
      {action.why && (
        <p className="muted" aria-hidden="true">
          {action.why}
        </p>
      )}
    </div>
  );
}

/** As it would run at this moment, or why it wouldn't. */
function PlanNow({ summary, plan }: { summary: string; plan: PlanView | PlanRefusal | undefined }) {
  return (
    <details className="plan-now">
      <summary>{summary}</summary>
      {!plan && <p className="muted">Nothing is known: the region that would act can't be heard.</p>}
      {plan && isRefusal(plan) && (
        <>
          <p>{plan.refused}</p>
          {plan.checks.length > 0 && <p className="muted">What doesn't pass: {plan.checks.join(", ")}.</p>}
        </>
      )}
      {plan && !isRefusal(plan) && <PlanSteps plan={plan} />}
    </details>
  );
}
