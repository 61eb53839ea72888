// How a run ends: at once, or after what it took was let go of. It is over when its last line is durable.

import { conditionOf } from "../plan/conditions.ts";
import { LEASE_ONLY, look } from "./looking.ts";
import type { JournalEntry, RunOutcome } from "./protocol.ts";
import { hasToRelease, type Run } from "./run.ts";
import { HISTORY_MAX, number, RUN_TIMES, type State, stamp, type Turn, tell, wallMs } from "./turn.ts";

type Undoing = Extract<State, { kind: "undoing" }>;
type Ended = Extract<State, { kind: "ended" }>;

/** Ends the run, whatever the reason; a lease that it took without building on it is let go of first. */
export function giveUp(turn: Turn, run: Run, outcome: RunOutcome, because: string): void {
  if (outcome !== "finished" && hasToRelease(run)) {
    undo(turn, run, outcome, because);
    return;
  }
  end(turn, run, outcome, because);
}

export function undo(turn: Turn, run: Run, outcome: RunOutcome, because: string): void {
  run.because = `it lets go of the lease: ${because}`;
  turn.r.state = { kind: "undoing", run, outcome, because, sinceMs: turn.nowMs };
  tell(turn, "undoing", run.id, `${run.plan.title}: ${because}. The lease is let go of.`);
  const line: JournalEntry = { ...stamp(turn), kind: "undoing", outcome, because };
  const entry = number(turn);
  run.phase = { kind: "writing", entry, line, sentAtMs: turn.nowMs, next: "act" };
  if (turn.rules.journalFirst) turn.effects.push({ kind: "journal", entry, run: run.id, line });
  else release(turn, run);
}

function end(turn: Turn, run: Run, outcome: RunOutcome, because: string): void {
  run.because = because;
  turn.r.state = { kind: "ended", run, outcome, because, endedAtMs: turn.nowMs };
  tell(turn, `run-${outcome}`, run.id, `${run.plan.title}: ${outcome}, ${because}.`);
  const line: JournalEntry = { ...stamp(turn), kind: "ended", outcome, because };
  const entry = number(turn);
  run.phase = { kind: "writing", entry, line, sentAtMs: turn.nowMs, next: "look" };
  if (turn.rules.journalFirst) turn.effects.push({ kind: "journal", entry, run: run.id, line });
  else close(turn, turn.r.state);
}

export function onEndWritten(turn: Turn, state: Ended, entry: number): void {
  if (state.run.phase.kind === "writing" && state.run.phase.entry === entry) close(turn, state);
}

function close(turn: Turn, { run, outcome, because, endedAtMs }: Ended): void {
  const { r, nowMs } = turn;
  r.history = [{ run, outcome, because, endedAtMs, endedAt: wallMs(r, endedAtMs) }, ...r.history].slice(0, HISTORY_MAX);
  r.state = { kind: "watching" };
  r.nextLookAtMs = nowMs;
  // A change of role, or a return, changes every part of what is shown.
  r.nextFullLookAtMs = nowMs;
  r.strayLooks = 0;
  // What led to this run is over, or is seen anew.
  if (outcome === "superseded") r.detector = { ...r.detector, trouble: null };
  if (outcome === "failed") {
    r.failuresInARow += 1;
    r.quietUntilMs =
      nowMs + Math.min(RUN_TIMES.quietMsMax, RUN_TIMES.quietMs * 2 ** Math.min(r.failuresInARow - 1, 10));
    if (run.steps.some((step, index) => step.state === "failed" && run.plan.steps[index]?.action === "follow")) {
      r.followFailedEpoch = run.epoch;
    }
  } else if (outcome === "finished") r.failuresInARow = 0;
}

/** `release` converges: it disarms a contender and resigns a lease of this run, and does nothing where there is neither. */
function release(turn: Turn, run: Run): void {
  const call = number(turn);
  const deadlineMs = turn.nowMs + RUN_TIMES.showMsMax * 2;
  run.phase = { kind: "acting", call, deadlineMs };
  const { from, to, solo, voter } = run.plan;
  turn.effects.push({
    kind: "do",
    call,
    run: run.id,
    step: "release",
    action: "release",
    epoch: run.epoch,
    deadlineMs,
    with: { above: run.above, solo, overSolo: false, why: run.because, from, to, incarnation: null, voter },
  });
}

export function onUndoWritten(turn: Turn, { run }: Undoing, entry: number): void {
  if (run.phase.kind === "writing" && run.phase.entry === entry) release(turn, run);
}

export function onReleased(turn: Turn, { run }: Undoing, call: number): void {
  if (run.phase.kind !== "acting" || run.phase.call !== call) return;
  run.freshMs = turn.nowMs;
  run.phase = { kind: "looking", when: "after", againAtMs: turn.nowMs + RUN_TIMES.showMsMax };
  turn.r.look = null;
  look(turn, LEASE_ONLY);
}

export function onReleaseFailed(turn: Turn, { run }: Undoing, call: number, because: string): void {
  if (run.phase.kind !== "acting" || run.phase.call !== call) return;
  run.because = `letting go of the lease: ${because}; it is tried again`;
  run.phase = { kind: "pausing", untilMs: turn.nowMs + RUN_TIMES.retryMs * (1 + turn.chance), next: "before" };
}

export function onUndoSeen(turn: Turn, { run, outcome, because }: Undoing): void {
  if (run.phase.kind !== "looking") return;
  const { sight, region, peer } = turn.r;
  const about = { self: region, peer, run: run.id, epoch: run.epoch, aboveEpoch: run.above, voter: null };
  if (sight.lease.atMs >= run.freshMs && conditionOf("lease-not-here").holds(sight, about) === "yes") {
    end(turn, run, outcome, because);
    return;
  }
  run.phase = { kind: "pausing", untilMs: turn.nowMs + RUN_TIMES.stepLookMs, next: "before" };
}

export function onUndoTick(turn: Turn, state: Undoing): void {
  const { run, sinceMs, outcome, because } = state;
  const { nowMs, r } = turn;
  if (nowMs >= sinceMs + RUN_TIMES.undoMsMax) {
    end(turn, run, outcome, `${because}; letting go of the lease didn't show within ${RUN_TIMES.undoMsMax} ms`);
    return;
  }
  const { phase } = run;
  if (phase.kind === "writing") writeAgain(turn, run);
  else if (phase.kind === "acting" && nowMs >= phase.deadlineMs)
    onReleaseFailed(turn, state, phase.call, "no answer in time");
  else if (phase.kind === "pausing" && nowMs >= phase.untilMs) release(turn, run);
  else if (phase.kind === "looking" && (!r.look || nowMs >= r.look.deadlineMs)) look(turn, LEASE_ONLY);
}

/** A line that was waited for too long is sent again; the journal's reader takes the second one for nothing. */
export function writeAgain(turn: Turn, run: Run): void {
  const { phase } = run;
  if (phase.kind !== "writing" || turn.nowMs < phase.sentAtMs + RUN_TIMES.journalMsMax) return;
  run.phase = { ...phase, sentAtMs: turn.nowMs };
  turn.effects.push({ kind: "journal", entry: phase.entry, run: run.id, line: phase.line });
}
