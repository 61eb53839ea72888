// A plan in words: its steps in order, what each does and may take, and where it can't be turned back any more.

import type { PlanView } from "../../../src/core/recovery-view.ts";
import { milliseconds } from "../format/number.ts";

export function PlanSteps({ plan }: { plan: PlanView }) {
  return (
    <>
      <ol className="steps">
        {plan.steps.map((step) => (
          <li key={step.id} data-last-exit={step.pointOfNoReturn || undefined}>
            <p className="step-head">
              <strong>{step.title}</strong>
              {step.approval === "ask" && <span className="badge">asks first</span>}
              {step.approval === "ask-another" && <span className="badge">another person agrees first</span>}
              {step.pointOfNoReturn && <span className="badge badge-exit">point of no return</span>}
              <span className="muted figures step-time">≤ {milliseconds(step.budgetMs)}</span>
            </p>
            <p className="muted">{step.explains}</p>
          </li>
        ))}
      </ol>
      {plan.warnings.map((warning) => (
        <p key={warning} className="warn">
          <span aria-hidden="true">! </span>
          {warning}
        </p>
      ))}
      <p className="muted">
        At most <strong className="figures">{milliseconds(plan.budgetMs)}</strong> in all. It is observed anew at each
        step; this is how it would run now.
      </p>
    </>
  );
}
