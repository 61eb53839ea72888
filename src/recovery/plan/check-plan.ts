// Refuses unsafe plans when they are built, not when they run (R2, R6): orders that could lose data or serve two regions, steps
// that lean on the lost region or on a control plane, and steps that nobody could understand or wait for.

import type { PlanKind } from "../../core/recovery-view.ts";
import type { Action, Plan, Step } from "./step.ts";

/** Whatever fences: after it the other region can't acknowledge a write any more. */
const FENCES: readonly Action[] = ["contend", "yield"];

/** Wherever the later action is in a plan, one of the earlier ones must come before it, and the later one must need it. */
const MUST_COME_BEFORE: readonly { earlier: readonly Action[]; later: Action; because: string }[] = [
  { earlier: FENCES, later: "promote", because: "the other region could still acknowledge writes" },
  { earlier: ["promote"], later: "verify", because: "there is nothing to verify before" },
  { earlier: ["verify"], later: "open", because: "clients would be sent to a region that may not be able to write" },
  { earlier: ["list-tail"], later: "keep-former", because: "what the former primary had alone would be out of sight" },
];

/** Where both are in a plan, in this order. */
const IN_ORDER: readonly (readonly [Action, Action])[] = [
  ["check", "contend"],
  ["check", "yield"],
  ["check", "evict"],
  ["evict", "contend"],
  ["scale", "open"],
  ["open", "warm"],
  ["open", "announce"],
  ["keep-former", "rebuild"],
  ["rebuild", "await-in-step"],
  ["follow", "await-in-step"],
  ["await-in-step", "yield"],
];

/** Plans for a region that may be lost: nothing in them may lean on it, nor on a control plane, until clients are served. */
const UNPLANNED: readonly PlanKind[] = ["fail-over", "resume", "evict"];

/** How far a step may be into the future of a plan; a budget beyond it bounds nothing. */
const STEP_MS_MAX = 3_600_000;
const STEPS_MAX = 30;

/** Empty when the plan is safe; otherwise one sentence per fault. */
export function checkPlan(plan: Plan): string[] {
  const { steps } = plan;
  const wrong: string[] = [];
  if (steps.length === 0) wrong.push("It has no steps.");
  if (steps.length > STEPS_MAX) wrong.push(`It has ${steps.length} steps, more than ${STEPS_MAX}.`);
  for (const step of steps) wrong.push(...faultsOf(step));
  const order = needsOf(steps, wrong);
  if (order) wrong.push(...faultsOfOrder(steps, order));
  if (UNPLANNED.includes(plan.kind)) wrong.push(...forbidden(plan));
  if (steps.filter((step) => step.pointOfNoReturn).length > 1) wrong.push("It has more than one point of no return.");
  wrong.push(...faultsOfReturn(steps));
  // P6: another person agrees to all of it or to nothing.
  if (steps.slice(1).some((step) => step.approval === "ask-another"))
    wrong.push("Another person would be asked when it has begun already.");
  return wrong;
}

function faultsOf(step: Step): string[] {
  const wrong: string[] = [];
  const name = `The step "${step.id}"`;
  if (step.action === "release") wrong.push(`${name} undoes a fence; that is no way forward.`);
  if (!(step.budgetMs > 0 && step.budgetMs <= STEP_MS_MAX))
    wrong.push(`${name} has no budget between 1 ms and ${STEP_MS_MAX} ms.`);
  if (step.title.trim() === "" || step.explains.trim() === "") wrong.push(`${name} isn't explained.`);
  // What has to be awaited has to be seen.
  if (step.after.length === 0) wrong.push(`${name} promises nothing that could be seen.`);
  return wrong;
}

/** For each step all that come before it by need; undefined where needs are broken. */
function needsOf(steps: readonly Step[], wrong: string[]): Map<string, Set<string>> | undefined {
  const ids = new Set(steps.map((step) => step.id));
  if (ids.size < steps.length) {
    wrong.push("Two steps have the same id.");
    return undefined;
  }
  const all = new Map<string, Set<string>>();
  let sound = true;
  for (const step of steps) {
    const before = new Set<string>();
    for (const need of step.needs) {
      const earlier = all.get(need);
      if (earlier) {
        for (const one of earlier) before.add(one);
        before.add(need);
        continue;
      }
      sound = false;
      // An order with a circle has a step that needs a later one, wherever it is cut.
      wrong.push(
        ids.has(need)
          ? `The step "${step.id}" needs "${need}", which doesn't come before it: the order is wrong or goes in a circle.`
          : `The step "${step.id}" needs "${need}", which isn't in the plan.`,
      );
    }
    all.set(step.id, before);
  }
  return sound ? all : undefined;
}

function faultsOfOrder(steps: readonly Step[], needs: Map<string, Set<string>>): string[] {
  const wrong: string[] = [];
  const idsOf = (actions: readonly Action[]) =>
    steps.filter((step) => actions.includes(step.action)).map((step) => step.id);
  const needsOne = (later: Step, ids: string[]) => ids.some((id) => needs.get(later.id)?.has(id));
  for (const { earlier, later, because } of MUST_COME_BEFORE) {
    for (const step of steps.filter((one) => one.action === later)) {
      if (!needsOne(step, idsOf(earlier))) {
        wrong.push(`The step "${step.id}" comes without ${earlier.join(" or ")} before it: ${because}.`);
      }
    }
  }
  for (const [earlier, later] of IN_ORDER) {
    const ids = idsOf([earlier]);
    if (ids.length === 0) continue;
    for (const step of steps.filter((one) => one.action === later)) {
      if (!needsOne(step, ids)) wrong.push(`The step "${step.id}" must come after ${earlier} and need it.`);
    }
  }
  return wrong;
}

function forbidden({ kind, steps }: Plan): string[] {
  const wrong: string[] = [];
  for (const step of steps) {
    if (step.home === "other")
      wrong.push(`The step "${step.id}" needs the region that may be lost, in a plan for a ${kind}.`);
    // What only helps may lean on a control plane: the plan goes on without it.
    if (step.plane === "control" && step.whenLate === "fail") {
      wrong.push(`The step "${step.id}" depends on a control plane, in a plan for a ${kind}.`);
    }
  }
  return wrong;
}

/** A database once promoted has a history of its own: from there at the latest there is no way back. */
function faultsOfReturn(steps: readonly Step[]): string[] {
  const at = steps.findIndex((step) => step.pointOfNoReturn);
  const promoted = steps.findIndex((step) => step.action === "promote");
  if (promoted < 0) return [];
  if (at < 0) return ["It promotes a database and names no point of no return."];
  return at > promoted ? ["Its point of no return comes after the promotion."] : [];
}
