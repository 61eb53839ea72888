// One run of a plan: how far it is, under which epoch, what it waits for. Plain data; rebuilt from its journal after a crash.

import type { InstantMs } from "../../core/time.ts";
import type { Plan, Step } from "../plan/step.ts";
import type { JournalEntry, RunOutcome } from "./protocol.ts";

export type StepRun = {
  state: "waiting" | "running" | "done" | "failed" | "skipped";
  startedAtMs: number | null;
  endedAtMs: number | null;
  /** Intents written: how often it was begun. */
  attempts: number;
  because: string | null;
};

export type Phase =
  /** Waits until this line is durable. */
  | { kind: "writing"; entry: number; line: JournalEntry; sentAtMs: number; next: "look" | "act" }
  /** Waits for an observation: before the effect, or after it and then for so long until it is done again. */
  | { kind: "looking"; when: "before" }
  | { kind: "looking"; when: "after"; againAtMs: number }
  | { kind: "acting"; call: number; deadlineMs: number }
  | { kind: "pausing"; untilMs: number; next: "before" }
  | { kind: "pausing"; untilMs: number; next: "after"; againAtMs: number }
  /** Waits for a person. */
  | { kind: "answering" };

export type Run = {
  id: string;
  plan: Plan;
  automatic: boolean;
  who: string;
  reason: string;
  command: string | null;
  startedAtMs: number;
  startedAt: InstantMs;
  /** Since when its time is counted: the time that a person took to answer isn't the run's. */
  countedFromMs: number;
  suspectedAtMs: number | null;
  /** 0 until the plan's lease is held. */
  epoch: number;
  /** The epoch that is to be left behind. */
  above: number;
  approved: boolean;
  /** Another person has agreed to it. */
  seconded: boolean;
  asked: boolean;
  askedAtMs: number | null;
  index: number;
  steps: StepRun[];
  phase: Phase;
  /** What was seen before this doesn't count any more: an effect has ended since. */
  freshMs: number;
  /** Since when the lease taken in this run isn't held any more; null while it is. */
  lostSinceMs: number | null;
  overBudgetTold: boolean;
  because: string;
};

export type EndedRun = { run: Run; outcome: RunOutcome; because: string; endedAtMs: number; endedAt: InstantMs };

type Begun = Extract<JournalEntry, { kind: "begun" }>;

export function newRun(begun: Begun, approved: boolean, phase: Phase): Run {
  return {
    id: begun.run,
    plan: begun.plan,
    automatic: begun.automatic,
    who: begun.who,
    reason: begun.reason,
    command: begun.command,
    startedAtMs: begun.atMs,
    startedAt: begun.at,
    countedFromMs: begun.atMs,
    suspectedAtMs: begun.suspectedAtMs,
    epoch: begun.plan.leader === "self" ? 0 : begun.plan.aboveEpoch,
    above: begun.plan.aboveEpoch,
    approved,
    seconded: false,
    asked: false,
    askedAtMs: null,
    index: 0,
    steps: begun.plan.steps.map(() => ({
      state: "waiting",
      startedAtMs: null,
      endedAtMs: null,
      attempts: 0,
      because: null,
    })),
    phase,
    freshMs: begun.atMs,
    lostSinceMs: null,
    overBudgetTold: false,
    because: "it begins",
  };
}

/** A copy whose parts may be changed. */
export function copyRun(run: Run): Run {
  return { ...run, steps: run.steps.map((step) => ({ ...step })) };
}

export function stepAt(run: Run): { step: Step; state: StepRun } {
  const step = run.plan.steps[run.index];
  const state = run.steps[run.index];
  if (!step || !state) throw new Error(`Bug: the run ${run.id} has no step ${run.index}`);
  return { step, state };
}

/** Whether the way back is closed: the step that closes it was begun. */
export function isPastReturn(run: Run): boolean {
  const at = run.plan.steps.findIndex((step) => step.pointOfNoReturn);
  return at >= 0 && (run.steps[at]?.attempts ?? 0) > 0;
}

/** Index of the step that fences; -1 in plans without one. */
export function fenceIndex(plan: Plan): number {
  return plan.steps.findIndex((step) => step.action === "contend" || step.action === "yield");
}

/** Whether this run may hold a lease, or contend for one, that nothing was built on yet: it is let go of when the run ends. */
export function hasToRelease({ plan, steps }: Run): boolean {
  const begun = (action: string) =>
    plan.steps.some((step, index) => step.action === action && (steps[index]?.attempts ?? 0) > 0);
  return begun("contend") && !begun("promote");
}

/** Back to an earlier step; what was done stays done and is found so by looking. */
export function rewind(run: Run, index: number, nowMs: number): void {
  run.index = index;
  run.freshMs = nowMs;
  for (const [at, state] of run.steps.entries()) {
    if (at >= index && state.state !== "waiting") {
      state.state = "waiting";
      state.endedAtMs = null;
    }
  }
}

type Undoing = { outcome: RunOutcome; because: string };
export type Found = { run: Run; undoing: Undoing | null; ended: EndedRun | null };

/** A run as its journal tells it; undefined without a beginning. Lines that came twice, or after the end, change nothing. */
export function foldJournal(lines: readonly JournalEntry[]): Found | undefined {
  let found: Found | undefined;
  for (const line of lines) {
    if (line.kind === "begun") {
      found ??= { run: newRun(line, !line.automatic, { kind: "looking", when: "before" }), undoing: null, ended: null };
    } else if (found && !found.ended) {
      fold(found, line);
    }
  }
  return found;
}

function fold(found: Found, line: JournalEntry): void {
  const { run } = found;
  if (line.kind === "approved") {
    if (run.plan.steps.find(({ id }) => id === line.step)?.approval === "ask-another") run.seconded = true;
    else run.approved = true;
    run.countedFromMs = line.atMs;
  } else if (line.kind === "asked") {
    run.asked = true;
    run.askedAtMs ??= line.atMs;
  } else if (line.kind === "epoch") run.epoch = Math.max(run.epoch, line.epoch);
  else if (line.kind === "undoing") found.undoing = { outcome: line.outcome, because: line.because };
  else if (line.kind === "ended") {
    const { outcome, because, atMs: endedAtMs, at: endedAt } = line;
    found.ended = { run: { ...run, because }, outcome, because, endedAtMs, endedAt };
  } else if (line.kind === "intent" || line.kind === "done" || line.kind === "skipped" || line.kind === "retried") {
    foldStep(run, line);
  }
}

function foldStep(run: Run, line: JournalEntry & { step: string }): void {
  const index = run.plan.steps.findIndex((step) => step.id === line.step);
  const state = run.steps[index];
  if (!state) return;
  state.startedAtMs ??= line.atMs;
  if (line.kind === "intent") {
    state.state = "running";
    state.attempts = Math.max(state.attempts, line.attempt);
    run.index = index;
  } else if (line.kind === "done" || line.kind === "skipped") {
    state.state = line.kind;
    state.endedAtMs = line.atMs;
    state.because = line.because;
    run.index = Math.min(index + 1, run.steps.length - 1);
  } else if (line.kind === "retried") {
    state.because = line.because;
  }
}
