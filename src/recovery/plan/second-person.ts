// A second person, where an installation wants one: what somebody begins waits before its first step until another one agrees.

import type { PlanKind } from "../../core/recovery-view.ts";
import type { Plan } from "./step.ts";

/** What changes who is active. A return, a resume and a readmitted voter take nothing from anybody. */
const SECONDED: readonly PlanKind[] = ["fail-over", "switch-over", "fail-back", "evict"];

/** P6: nothing is looked at or done before the other person has answered. */
export function withSecondPerson(plan: Plan): Plan {
  if (!SECONDED.includes(plan.kind)) return plan;
  const steps = plan.steps.map((step, index) => (index === 0 ? { ...step, approval: "ask-another" as const } : step));
  return { ...plan, steps };
}

export const isSeconded = ({ steps }: Pick<Plan, "steps">): boolean => steps[0]?.approval === "ask-another";
