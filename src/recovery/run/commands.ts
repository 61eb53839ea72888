// What people ask for. The recoverer decides with what it knows now, writes the request down before it acts, and refuses in
// words. A command that comes twice has one effect and one answer.

import { isSamePerson } from "../../core/person.ts";
import { withSecondPerson } from "../plan/second-person.ts";
import { type CheckState, checksOf } from "./checks.ts";
import { begin, planNow } from "./deciding.ts";
import { giveUp } from "./ending.ts";
import { lookBefore, write } from "./executor.ts";
import type { Command, CommandOutcome, JournalEntry } from "./protocol.ts";
import { isPastReturn, type Run, stepAt } from "./run.ts";
import { awaitsSecond, begunSays } from "./second-question.ts";
import { ANSWERED_MAX, number, RUN_TIMES, stamp, type Turn, tell, wallMs } from "./turn.ts";
import { stateVersion } from "./version.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** True when the command was answered before, or is being written down: nothing else is to be done. */
export function isRepeated(turn: Turn, id: string): boolean {
  const { r } = turn;
  if (r.owed.some((owed) => owed.command === id)) return true;
  const before = r.answered.find((answered) => answered.command === id);
  if (!before) return false;
  turn.effects.push({ kind: "answer", command: id, outcome: before.outcome });
  return true;
}

/** Answered once it is durable; refusals, too, are written down. */
function answer(turn: Turn, id: string, command: Command, outcome: CommandOutcome, run: string | null): void {
  const { r } = turn;
  const line: JournalEntry = { ...stamp(turn), kind: "command", id, command, outcome };
  if (!turn.rules.journalFirst) {
    settle(turn, id, outcome);
    return;
  }
  const entry = number(turn);
  r.owed = [...r.owed, { entry, run, line, command: id, outcome, sentAtMs: turn.nowMs }];
  turn.effects.push({ kind: "journal", entry, run, line });
}

function settle(turn: Turn, command: string, outcome: CommandOutcome): void {
  const { r } = turn;
  r.answered = [...r.answered, { command, outcome }].slice(-ANSWERED_MAX);
  turn.effects.push({ kind: "answer", command, outcome });
}

export function onCommandWritten(turn: Turn, entry: number): void {
  const { r } = turn;
  const owed = r.owed.find((one) => one.entry === entry);
  if (!owed) return;
  r.owed = r.owed.filter((one) => one !== owed);
  settle(turn, owed.command, owed.outcome);
}

export function owedAgain(turn: Turn): void {
  const { r, nowMs } = turn;
  if (!r.owed.some((owed) => nowMs >= owed.sentAtMs + RUN_TIMES.journalMsMax)) return;
  r.owed = r.owed.map((owed) => {
    if (nowMs < owed.sentAtMs + RUN_TIMES.journalMsMax) return owed;
    turn.effects.push({ kind: "journal", entry: owed.entry, run: owed.run, line: owed.line });
    return { ...owed, sentAtMs: nowMs };
  });
}

export function refuse(turn: Turn, id: string, command: Command, because: string): void {
  const run = "run" in command ? command.run : null;
  const { state } = turn.r;
  // Only into a journal that is there: a run of another name, or of the past, gets no further lines.
  const own = "run" in state && state.run.id === run ? run : null;
  answer(turn, id, command, { kind: "refused", because }, own);
}

/** With no run under way. */
export function onStart(turn: Turn, id: string, command: Of<"start">): void {
  const refused = whyNotStart(turn, command);
  if (refused !== null) {
    refuseAndLook(turn, id, command, refused);
    return;
  }
  const plan = planNow(turn.r, command.plan, command.voter ?? null);
  if ("refused" in plan) {
    refuse(turn, id, command, plan.refused);
    return;
  }
  const { who, reason } = command;
  const run = begin(turn, turn.r.secondPerson ? withSecondPerson(plan) : plan, {
    automatic: false,
    who,
    reason,
    command: id,
    suspectedAtMs: null,
  });
  answer(turn, id, command, { kind: "accepted", run: run.id, says: begunSays(run.plan) }, run.id);
}

/** What was seen may be some seconds old: whoever asks again soon is answered by a new look. */
function refuseAndLook(turn: Turn, id: string, command: Command, because: string): void {
  turn.r.nextFullLookAtMs = turn.nowMs;
  turn.r.nextLookAtMs = turn.nowMs;
  refuse(turn, id, command, because);
}

/** Of what a person decides upon what was shown. */
function whyNotHeard({ r, nowMs }: Turn, { who, reason, seen }: Of<"start" | "approve">): string | null {
  if (who.trim() === "" || reason.trim() === "") return "Say who asks for it and why: both are kept in its record.";
  if (seen === stateVersion(r, nowMs)) return null;
  return "Things have changed since the state that this command was given for. Look again, then repeat it if it is still wanted.";
}

function whyNotStart(turn: Turn, command: Of<"start">): string | null {
  const { r, nowMs } = turn;
  const unheard = whyNotHeard(turn, command);
  if (unheard !== null) return unheard;
  const plan = planNow(r, command.plan, command.voter ?? null);
  if ("refused" in plan) return plan.refused;
  const asks = plan.steps.some((step) => step.approval === "ask");
  if (asks && command.confirm?.lose !== true) return `${plan.warnings.join(" ")} Confirm that this may be lost.`;
  const failing = blockingChecks(checksOf(r, nowMs, plan.kind), command);
  if (failing.length === 0) return null;
  const list = failing.map(
    (check) => `${check.name} (${check.state === "unknown" ? "unknown, which counts as failed" : check.says})`,
  );
  return `These checks fail: ${list.join("; ")}. Mend them, or accept each by name where the plan allows it.`;
}

/** A hard check can't be accepted; a soft one only by its name. */
function blockingChecks(checks: readonly CheckState[], { confirm }: Of<"start">): CheckState[] {
  return checks.filter((check) => {
    if (check.weight === "told" || check.state === "pass" || check.state === "warn") return false;
    return check.weight === "hard" || confirm?.checks?.includes(check.name) !== true;
  });
}

export function onApprove(turn: Turn, id: string, command: Of<"approve">, run: Run): void {
  if (command.run !== run.id) {
    refuse(turn, id, command, `The run that waits for an answer is ${run.id}, not ${command.run}.`);
    return;
  }
  const unheard = whyNotHeard(turn, command);
  if (unheard !== null) {
    refuseAndLook(turn, id, command, unheard);
    return;
  }
  if (awaitsSecond(run)) {
    if (isSamePerson(command.who, run.who)) {
      refuse(
        turn,
        id,
        command,
        `${run.who} began it, so another person has to approve it; ${command.who} may stop it.`,
      );
      return;
    }
    run.seconded = true;
  } else run.approved = true;
  turn.r.state = { kind: "running", run };
  const step = stepAt(run).step.id;
  answer(turn, id, command, { kind: "accepted", run: run.id, says: `${run.plan.title} goes on.` }, run.id);
  // The time that a person took isn't the step's, nor the run's.
  const { state } = stepAt(run);
  state.startedAtMs = turn.nowMs;
  run.countedFromMs = turn.nowMs;
  run.freshMs = turn.nowMs;
  if (!turn.rules.journalFirst) {
    lookBefore(turn, run);
    return;
  }
  write(turn, run, { ...stamp(turn), kind: "approved", step, who: command.who, reason: command.reason }, "look");
}

export function onStop(turn: Turn, id: string, command: Of<"stop">, run: Run): void {
  const { r, nowMs } = turn;
  if (command.run !== run.id) {
    refuse(turn, id, command, `The run under way is ${run.id}, not ${command.run}.`);
    return;
  }
  if (isPastReturn(run)) {
    refuse(turn, id, command, pastReturnSays(run));
    return;
  }
  if (awaitsSecond(run)) {
    // Nothing had begun, so nothing could begin anew: what recovery does by itself isn't held off.
    answer(turn, id, command, { kind: "accepted", run: run.id, says: `${run.plan.title} isn't begun.` }, run.id);
    giveUp(turn, run, "stopped", `${command.who} stopped it before it began: ${command.reason}`);
    return;
  }
  const says =
    `${run.plan.title} is stopped. Nothing begins by itself for ${RUN_TIMES.stopPauseMs / 60_000} minutes, ` +
    'so that it isn\'t begun anew at once; "resume-automatic" ends that earlier.';
  answer(turn, id, command, { kind: "accepted", run: run.id, says }, run.id);
  const untilAt = wallMs(r, nowMs) + RUN_TIMES.stopPauseMs;
  r.paused = {
    untilAt,
    who: command.who,
    reason: `${run.plan.title} was stopped: ${command.reason}`,
    everything: true,
  };
  giveUp(turn, run, "stopped", `${command.who} stopped it: ${command.reason}`);
}

export function pastReturnSays(run: Run): string {
  const step = run.plan.steps.find((one) => one.pointOfNoReturn);
  return (
    `"${step?.title ?? "its point of no return"}" has begun, so the way back is closed: giving up now would leave nobody active. ` +
    "Let it end, then switch over or fail back."
  );
}

export function onPause(turn: Turn, id: string, command: Of<"pause-automatic">): void {
  const { r, nowMs } = turn;
  const forMs = command.untilMs - wallMs(r, nowMs);
  if (!(forMs > 0 && forMs <= RUN_TIMES.pauseMsMax)) {
    refuse(
      turn,
      id,
      command,
      `A pause ends by itself within ${RUN_TIMES.pauseMsMax / 3_600_000} hours; give an end between now and then.`,
    );
    return;
  }
  if (command.reason.trim() === "") {
    refuse(turn, id, command, "Say why: the reason is shown to everyone while it lasts.");
    return;
  }
  r.paused = { untilAt: command.untilMs, who: command.who, reason: command.reason, everything: false };
  tell(turn, "paused", null, `Automatic fail-over is paused by ${command.who}: ${command.reason}.`);
  answer(turn, id, command, { kind: "accepted", run: null, says: "Automatic fail-over is paused." }, null);
}

export function onResumeAutomatic(turn: Turn, id: string, command: Of<"resume-automatic">): void {
  turn.r.paused = null;
  tell(turn, "pause-ended", null, `${command.who} ended the pause of automatic recovery: ${command.reason}.`);
  answer(turn, id, command, { kind: "accepted", run: null, says: "Automatic recovery is on." }, null);
}
