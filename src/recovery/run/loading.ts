// After a start: what the journals tell. A run without an end goes on, from its first step, by looking (R6).

import { undo } from "./ending.ts";
import { lookBefore } from "./executor.ts";
import type { JournalEntry, RecovererEvent } from "./protocol.ts";
import { type Found, foldJournal, rewind } from "./run.ts";
import { awaitsSecond, begunSays } from "./second-question.ts";
import { ANSWERED_MAX, HISTORY_MAX, note, RUN_TIMES, stamp, type Turn, tell } from "./turn.ts";

type Loaded = Extract<RecovererEvent, { kind: "loaded" }>;

export function onLoaded(turn: Turn, { at, journals }: Loaded): void {
  const { r, nowMs, rules } = turn;
  r.wallOffsetMs = at - nowMs;
  r.state = { kind: "watching" };
  const found = journals
    .flatMap((lines) => foldJournal(lines) ?? [])
    .sort((a, b) => b.run.startedAt - a.run.startedAt || (b.run.id < a.run.id ? -1 : 1));
  const unbegun = found.filter(({ run }) => awaitsSecond(run)).map(({ run }) => run.id);
  recall(turn, journals.flat(), new Set(unbegun));
  r.history = found.flatMap(({ ended }) => ended ?? []).slice(0, HISTORY_MAX);
  if (!rules.journalFirst) return;
  const [open, ...others] = found.filter(({ ended }) => ended === null);
  for (const other of others) {
    // One run at a time: an older one without an end was cut off before its last line, and a later one has begun since.
    note(turn, other.run, { ...stamp(turn), kind: "ended", outcome: "failed", because: "a later run had begun" });
  }
  if (open) takeUp(turn, open);
}

/** Commands that were answered before, and a pause that is still in force. `unbegun`: runs that no second person agreed to. */
function recall(turn: Turn, lines: readonly JournalEntry[], unbegun: ReadonlySet<string>): void {
  const { r } = turn;
  const commands = lines.flatMap((line) => (line.kind === "command" ? [line] : [])).sort((a, b) => a.at - b.at);
  const answered = new Set(commands.map(({ id }) => id));
  r.answered = [
    ...begunUnanswered(lines, answered),
    ...commands.map(({ id, outcome }) => ({ command: id, outcome })),
  ].slice(-ANSWERED_MAX);
  for (const { command, outcome, at } of commands) {
    if (outcome.kind === "refused") continue;
    if (command.kind === "pause-automatic") {
      r.paused = { untilAt: command.untilMs, who: command.who, reason: command.reason, everything: false };
    } else if (command.kind === "resume-automatic") r.paused = null;
    else if (command.kind === "stop" && !unbegun.has(command.run)) {
      const reason = `a run was stopped: ${command.reason}`;
      r.paused = { untilAt: at + RUN_TIMES.stopPauseMs, who: command.who, reason, everything: true };
    }
  }
}

/** A run whose first line is durable was begun, although its recoverer ended before the answer was written down. */
function begunUnanswered(lines: readonly JournalEntry[], answered: ReadonlySet<string>) {
  return lines.flatMap((line) => {
    if (line.kind !== "begun" || line.command === null || answered.has(line.command)) return [];
    const outcome = { kind: "accepted" as const, run: line.run, says: begunSays(line.plan) };
    return [{ command: line.command, outcome }];
  });
}

function takeUp(turn: Turn, { run, undoing }: Found): void {
  const { r, nowMs, rules } = turn;
  tell(
    turn,
    "run-taken-up",
    run.id,
    `${run.plan.title}: taken up again after a restart, at "${run.plan.steps[run.index]?.title}".`,
  );
  // Monotonic times of another boot mean nothing here.
  if (run.startedAtMs > nowMs) run.startedAtMs = nowMs;
  if (run.countedFromMs > nowMs) run.countedFromMs = nowMs;
  if (run.askedAtMs !== null && run.askedAtMs > nowMs) run.askedAtMs = nowMs;
  run.freshMs = nowMs;
  if (undoing) {
    undo(turn, run, undoing.outcome, undoing.because);
    return;
  }
  // What the journal remembers is for people; each step is looked at again.
  if (rules.resumedByObserving) rewind(run, 0, nowMs);
  r.state = { kind: "running", run };
  lookBefore(turn, run);
}
