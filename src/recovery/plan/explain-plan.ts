// A plan in words, for --dry-run, runbooks and the console.

import type { PlanView } from "../../core/recovery-view.ts";
import { conditionOf } from "./conditions.ts";
import type { Plan, Step } from "./step.ts";

/** The time that its steps may take together. */
export function planBudgetMs({ steps }: Pick<Plan, "steps">): number {
  let sum = 0;
  for (const step of steps) sum += step.budgetMs;
  return sum;
}

export function planView(plan: Plan): PlanView {
  return {
    kind: plan.kind,
    to: plan.to,
    title: plan.title,
    budgetMs: planBudgetMs(plan),
    warnings: [...plan.warnings],
    steps: plan.steps.map((step) => ({
      id: step.id,
      action: step.action,
      title: step.title,
      explains: step.explains,
      approval: step.approval,
      pointOfNoReturn: step.pointOfNoReturn === true,
      budgetMs: step.budgetMs,
      because: null,
      before: step.before.map((name) => conditionOf(name).says),
      after: step.after.map((name) => conditionOf(name).says),
    })),
  };
}

export function explainPlan(plan: Plan): string {
  const lines = [`${plan.title}: ${plan.steps.length} steps, at most ${seconds(planBudgetMs(plan))} in all.`];
  for (const warning of plan.warnings) lines.push(`! ${warning}`);
  for (const [index, step] of plan.steps.entries()) lines.push(...explainStep(step, index + 1));
  return lines.join("\n");
}

function explainStep(step: Step, number: number): string[] {
  const lines = [`${String(number).padStart(2)}. ${step.title} (${step.id}, at most ${seconds(step.budgetMs)})`];
  lines.push(`    ${step.explains}`);
  if (step.before.length > 0)
    lines.push(`    Before: ${step.before.map((name) => conditionOf(name).says).join("; ")}.`);
  lines.push(`    After: ${step.after.map((name) => conditionOf(name).says).join("; ")}.`);
  if (step.approval === "ask") lines.push("    A person is asked first.");
  if (step.approval === "ask-another") lines.push("    Another person than the one who begins it is asked first.");
  if (step.pointOfNoReturn) lines.push("    From here on there is no way back but another plan.");
  if (step.whenLate === "go-on") lines.push("    If it fails or is late, that is noted and the plan goes on.");
  if (step.plane === "control") lines.push("    Depends on a control plane.");
  return lines;
}

const seconds = (ms: number): string => (ms < 10_000 ? `${ms / 1000} s` : `${Math.round(ms / 1000)} s`);
