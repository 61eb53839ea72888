// How a step is taken: observe; if what it promises is true already, it is done; else write the intent down, ensure, observe
// again, verify. Never by memory: a run that goes on after a crash walks its steps from the first and finds them done (R6).

import { actionOf } from "../plan/actions.ts";
import { type About, type ConditionName, type ConditionState, conditionOf, isPrimaryHere } from "../plan/conditions.ts";
import { planBudgetMs } from "../plan/explain-plan.ts";
import type { Step } from "../plan/step.ts";
import type { Sight } from "../plan/world.ts";
import { giveUp, writeAgain } from "./ending.ts";
import { followLease } from "./following.ts";
import { look, partsOf } from "./looking.ts";
import { isOvertaken } from "./overtaking.ts";
import type { JournalEntry } from "./protocol.ts";
import { isPastReturn, type Phase, type Run, stepAt } from "./run.ts";
import { awaitsSecond, secondQuestion } from "./second-question.ts";
import { note, number, RUN_TIMES, stamp, type Turn, tell } from "./turn.ts";

/** Writes a line that the run waits for. */
export function write(turn: Turn, run: Run, line: JournalEntry, next: "look" | "act"): void {
  const entry = number(turn);
  run.phase = { kind: "writing", entry, line, sentAtMs: turn.nowMs, next };
  if (turn.rules.journalFirst) turn.effects.push({ kind: "journal", entry, run: run.id, line });
  else onWritten(turn, run, entry);
}

export function onWritten(turn: Turn, run: Run, entry: number): void {
  const { phase } = run;
  if (phase.kind !== "writing" || phase.entry !== entry) return;
  if (phase.next === "act") act(turn, run);
  else lookBefore(turn, run);
}

/** Begins the present step, or begins it again, by looking. */
export function lookBefore(turn: Turn, run: Run): void {
  const { state } = stepAt(run);
  if (state.state !== "running") {
    state.state = "running";
    state.startedAtMs = turn.nowMs;
    run.overBudgetTold = false;
  }
  run.phase = { kind: "looking", when: "before" };
  lookAtStep(turn, run);
}

function lookAtStep(turn: Turn, run: Run): void {
  look(turn, partsOf([run.plan.steps[run.index], run.plan.steps[run.index + 1]]));
}

/** An observation came while this run is under way. */
export function onSeen(turn: Turn, run: Run): void {
  if (turn.rules.epochChecked && isOvertaken(turn, run)) return;
  const followed = followLease(turn, run);
  if (followed === "anew") lookBefore(turn, run);
  if (followed !== "goes-on") return;
  if (run.phase.kind === "acting") {
    // The answer may be lost although the work is done: what is seen to be so needs no answer.
    const { step } = stepAt(run);
    const isSo = isFresh(turn, run, step) && firstMissing(step.after, turn.r.sight, aboutOf(turn, run)) === null;
    if (isSo) judge(turn, run, { kind: "looking", when: "after", againAtMs: turn.nowMs });
    return;
  }
  if (run.phase.kind !== "looking") return;
  if (isLate(turn, run)) return;
  judge(turn, run, run.phase);
}

/** As many steps as what was seen allows. */
function judge(turn: Turn, run: Run, phase: Phase & { kind: "looking" }): void {
  let { when }: { when: "before" | "after" } = phase;
  for (;;) {
    const { step, state } = stepAt(run);
    if (turn.rules.secondAwaited && awaitsSecond(run)) {
      ask(turn, run, step, secondQuestion(run));
      return;
    }
    if (!isFresh(turn, run, step)) {
      if (when === "before") run.phase = { kind: "looking", when };
      lookAtStep(turn, run);
      return;
    }
    const about = aboutOf(turn, run);
    const missing = firstMissing(step.after, turn.r.sight, about);
    if (missing === null) {
      if (!stepDone(turn, run, when === "before" && state.attempts === 0 ? "it was so already" : "seen to be so"))
        return;
      when = "before";
      continue;
    }
    if (phase.when === "after" && when === "after" && turn.nowMs < phase.againAtMs) {
      run.because = `${step.title}: waiting until ${conditionOf(missing).says}`;
      pause(turn, run, { kind: "pausing", untilMs: 0, next: "after", againAtMs: phase.againAtMs });
      return;
    }
    ensure(turn, run, step, missing, about);
    return;
  }
}

function ensure(turn: Turn, run: Run, step: Step, missing: ConditionName, about: About): void {
  const { state } = stepAt(run);
  const blocked = turn.rules.preconditionsChecked ? firstMissing(step.before, turn.r.sight, about) : null;
  if (blocked !== null) {
    run.because = `${step.title}: waiting until ${conditionOf(blocked).says}`;
    pause(turn, run, { kind: "pausing", untilMs: 0, next: "before" });
    return;
  }
  if (step.approval === "ask" && !run.approved && turn.rules.soloAsked) {
    ask(turn, run, step, `Approve "${run.plan.title}"?`);
    return;
  }
  if (!actionOf(step.action).acts) {
    run.because = `${step.title}: waiting until ${conditionOf(missing).says}`;
    pause(turn, run, { kind: "pausing", untilMs: 0, next: "before" });
    return;
  }
  state.attempts += 1;
  run.because = `${step.title}: under way${state.attempts > 1 ? `, attempt ${state.attempts}` : ""}`;
  write(turn, run, { ...stamp(turn), kind: "intent", step: step.id, attempt: state.attempts, epoch: run.epoch }, "act");
}

function act(turn: Turn, run: Run): void {
  const { step, state } = stepAt(run);
  const endMs = (state.startedAtMs ?? turn.nowMs) + limitMs(run, step);
  const attemptMs = Math.max(RUN_TIMES.attemptMsMax, step.budgetMs);
  const deadlineMs = Math.min(turn.nowMs + attemptMs, Math.max(endMs, turn.nowMs + RUN_TIMES.showMsMax));
  const call = number(turn);
  run.phase = { kind: "acting", call, deadlineMs };
  run.freshMs = turn.nowMs;
  const { plan } = run;
  turn.effects.push({
    kind: "do",
    call,
    run: run.id,
    step: step.id,
    action: step.action,
    epoch: run.epoch,
    deadlineMs,
    with: {
      above: run.above,
      solo: plan.solo,
      // A primary of its own lacks nothing: plans with one on disk are made only for the newest record's region.
      overSolo: run.approved || !turn.rules.soloAsked || isPrimaryHere(turn.r.sight.database.value),
      why: `${run.reason} (${run.id})`,
      from: plan.from,
      to: plan.to,
      incarnation: turn.r.sight.lease.value?.incarnation ?? null,
      voter: plan.voter,
    },
  });
}

export function onDone(turn: Turn, run: Run, call: number): void {
  if (run.phase.kind !== "acting" || run.phase.call !== call) return;
  // What was seen before the effect ended says nothing about it.
  run.freshMs = turn.nowMs;
  const { step } = stepAt(run);
  if (!turn.rules.postconditionsChecked) {
    if (stepDone(turn, run, "said to be so")) lookBefore(turn, run);
    return;
  }
  run.because = `${step.title}: looking whether it is so`;
  run.phase = { kind: "looking", when: "after", againAtMs: turn.nowMs + actionOf(step.action).showMsMax };
  turn.r.look = null;
  lookAtStep(turn, run);
}

export function onFailed(turn: Turn, run: Run, call: number, because: string, final: boolean): void {
  if (run.phase.kind !== "acting" || run.phase.call !== call) return;
  const { step, state } = stepAt(run);
  run.freshMs = turn.nowMs;
  state.because = because;
  note(turn, run, { ...stamp(turn), kind: "retried", step: step.id, because });
  if (final) {
    stepFailed(turn, run, because);
    return;
  }
  run.because = `${step.title}: ${because}; it is tried again`;
  const backOffMs = Math.min(2_000, RUN_TIMES.retryMs * state.attempts) * (0.5 + turn.chance);
  run.phase = { kind: "pausing", untilMs: turn.nowMs + backOffMs, next: "before" };
}

/** Time has passed. */
export function onTick(turn: Turn, run: Run): void {
  const { nowMs, r } = turn;
  const { phase } = run;
  if (phase.kind === "writing") {
    writeAgain(turn, run);
    return;
  }
  if (isLate(turn, run)) return;
  if (phase.kind === "acting") {
    if (nowMs >= phase.deadlineMs) onFailed(turn, run, phase.call, "there was no answer in time", false);
    else if (nowMs >= r.nextLookAtMs) {
      // While an effect is under way, another region may take a newer epoch; and the effect may show before it is answered.
      r.nextLookAtMs = nowMs + RUN_TIMES.lookMs;
      look(turn, partsOf([stepAt(run).step]));
    }
  } else if (phase.kind === "pausing" && nowMs >= phase.untilMs) {
    run.phase =
      phase.next === "after"
        ? { kind: "looking", when: "after", againAtMs: phase.againAtMs }
        : { kind: "looking", when: "before" };
    run.freshMs = Math.max(run.freshMs, nowMs);
    lookAtStep(turn, run);
  } else if (phase.kind === "looking") {
    if (!r.look || nowMs >= r.look.deadlineMs) lookAtStep(turn, run);
  }
}

/** When the run wants to be called again. */
export function wakeAtMs(run: Run, lookDeadlineMs: number | null, nextLookAtMs: number): number {
  const { phase } = run;
  const lateMs = (stepAt(run).state.startedAtMs ?? Number.POSITIVE_INFINITY) + limitMs(run, stepAt(run).step);
  if (phase.kind === "writing") return phase.sentAtMs + RUN_TIMES.journalMsMax;
  if (phase.kind === "acting") return Math.min(phase.deadlineMs, nextLookAtMs, lateMs);
  if (phase.kind === "pausing") return Math.min(phase.untilMs, lateMs);
  if (phase.kind === "looking") return Math.min(lookDeadlineMs ?? 0, lateMs);
  return nextLookAtMs;
}

function stepDone(turn: Turn, run: Run, because: string): boolean {
  const { step, state } = stepAt(run);
  state.state = "done";
  state.endedAtMs = turn.nowMs;
  state.because = because;
  note(turn, run, { ...stamp(turn), kind: "done", step: step.id, epoch: run.epoch, because });
  return nextStep(turn, run);
}

/** False when there is none: the run is finished. */
function nextStep(turn: Turn, run: Run): boolean {
  if (run.index === run.steps.length - 1) {
    giveUp(turn, run, "finished", "every step was taken and seen to be so");
    return false;
  }
  run.index += 1;
  const { state } = stepAt(run);
  state.state = "running";
  state.startedAtMs = turn.nowMs;
  run.overBudgetTold = false;
  return true;
}

function stepFailed(turn: Turn, run: Run, because: string): void {
  const { step, state } = stepAt(run);
  if (step.whenLate === "go-on") {
    skip(turn, run, because);
    return;
  }
  state.state = "failed";
  state.endedAtMs = turn.nowMs;
  state.because = because;
  giveUp(turn, run, "failed", `${step.title} failed: ${because}`);
}

function skip(turn: Turn, run: Run, because: string): void {
  const { step, state } = stepAt(run);
  state.state = "skipped";
  state.endedAtMs = turn.nowMs;
  state.because = because;
  note(turn, run, { ...stamp(turn), kind: "skipped", step: step.id, because });
  tell(turn, "step-skipped", run.id, `${step.title}: ${because}. The plan goes on without it.`);
  if (nextStep(turn, run)) lookBefore(turn, run);
}

/** The time that the step may take: its budget, and more where giving up would leave nobody active. */
function limitMs(run: Run, step: Step): number {
  // A hand-over that isn't given leaves the other region active.
  const safe = step.whenLate === "go-on" || step.action === "yield" || !isPastReturn(run);
  if (safe) return step.budgetMs;
  return Math.max(step.budgetMs * RUN_TIMES.overrun, RUN_TIMES.overrunMsMin);
}

/** True when the step ran out of time and the run went on or ended because of that. */
function isLate(turn: Turn, run: Run): boolean {
  if (run.phase.kind === "answering" || run.phase.kind === "writing") return false;
  const { step, state } = stepAt(run);
  const tookMs = turn.nowMs - (state.startedAtMs ?? turn.nowMs);
  if (tookMs >= step.budgetMs && !run.overBudgetTold) {
    run.overBudgetTold = true;
    tell(turn, "over-budget", run.id, `${step.title} has taken more than ${step.budgetMs} ms. ${run.because}.`);
  }
  const planMs = (planBudgetMs(run.plan) + RUN_TIMES.overrunMsMin) * RUN_TIMES.overrun;
  const over = turn.nowMs - run.countedFromMs > planMs;
  if (tookMs < limitMs(run, step) && !over) return false;
  const because = `it wasn't done within ${over ? planMs : limitMs(run, step)} ms (${run.because})`;
  stepFailed(turn, run, because);
  return true;
}

function ask(turn: Turn, run: Run, step: Step, asks: string): void {
  const question = [...run.plan.warnings, asks].join(" ");
  if (!run.asked) {
    run.asked = true;
    run.askedAtMs = turn.nowMs;
    note(turn, run, { ...stamp(turn), kind: "asked", step: step.id, question });
    tell(turn, "asked", run.id, question);
  }
  run.because = question;
  run.phase = { kind: "answering" };
  turn.r.state = { kind: "asking", run };
}

function pause(turn: Turn, run: Run, phase: Phase & { kind: "pausing" }): void {
  const long = stepAt(run).step.budgetMs >= RUN_TIMES.longStepMs;
  run.phase = { ...phase, untilMs: turn.nowMs + (long ? RUN_TIMES.longStepLookMs : RUN_TIMES.stepLookMs) };
}

export function aboutOf(turn: Turn, run: Run): About {
  const { r } = turn;
  return { self: r.region, peer: r.peer, run: run.id, epoch: run.epoch, aboveEpoch: run.above, voter: run.plan.voter };
}

/** Every part that the step's conditions read was seen since the last effect ended. */
function isFresh(turn: Turn, run: Run, step: Step): boolean {
  for (const part of partsOf([step])) if (turn.r.sight[part].atMs < run.freshMs) return false;
  return true;
}

function firstMissing(names: readonly ConditionName[], sight: Sight, about: About): ConditionName | null {
  for (const name of names) {
    const state: ConditionState = conditionOf(name).holds(sight, about);
    if (state !== "yes") return name;
  }
  return null;
}
