// The recoverer of a region: watches, decides, and runs one plan at a time. Sans I/O: events in, effects out, time and chance as
// arguments; plain data that survives JSON. SPEC.md parts 6 to 8 say what it promises; the table below is part 7.

import type { RegionName } from "../../core/origin.ts";
import { newDetector } from "../detector/detector.ts";
import {
  isRepeated,
  onApprove,
  onCommandWritten,
  onPause,
  onResumeAutomatic,
  onStart,
  onStop,
  owedAgain,
  refuse,
} from "./commands.ts";
import { decide, observeOnly } from "./deciding.ts";
import {
  onEndWritten,
  onReleased,
  onReleaseFailed,
  onUndoSeen,
  onUndoTick,
  onUndoWritten,
  writeAgain,
} from "./ending.ts";
import { onDone, onFailed, onSeen, onTick, onWritten, wakeAtMs } from "./executor.ts";
import { onLoaded } from "./loading.ts";
import { lookWhenDue, NOTHING_SEEN, takeIn } from "./looking.ts";
import { isOvertaken } from "./overtaking.ts";
import type { Command, Recovered, RecovererEvent } from "./protocol.ts";
import { RUN_RULES, type RunRules } from "./rules.ts";
import { copyRun, type Run } from "./run.ts";
import { givesWay, isUnanswered } from "./seconding.ts";
import { type Recoverer, RUN_TIMES, type State, type StateKind, type Turn } from "./turn.ts";

export type { Recoverer } from "./turn.ts";

/** Of the local regions, where nothing else is asked for: the figures to reach for the loss of a region. */
const OBJECTIVES = { rtoMs: 10_000, rpoEvents: 0 };
const VOTERS = ["region 0", "region 1", "witness"];

export function newRecoverer(
  region: RegionName,
  peer: RegionName,
  {
    objectives = OBJECTIVES,
    voters = VOTERS,
    secondPerson = false,
  }: { objectives?: Recoverer["objectives"]; voters?: readonly string[]; secondPerson?: boolean } = {},
): Recoverer {
  return {
    region,
    peer,
    objectives,
    voters,
    secondPerson,
    state: { kind: "loading" },
    sight: NOTHING_SEEN,
    detector: newDetector(),
    look: null,
    nextLookAtMs: Number.NEGATIVE_INFINITY,
    nextFullLookAtMs: Number.NEGATIVE_INFINITY,
    nextNumber: 1,
    wallOffsetMs: 0,
    paused: null,
    quietUntilMs: Number.NEGATIVE_INFINITY,
    failuresInARow: 0,
    strayLooks: 0,
    followFailedEpoch: null,
    blockedBecause: null,
    history: [],
    answered: [],
    owed: [],
  };
}

type StateOf<S extends StateKind> = Extract<State, { kind: S }>;
type EventKind = RecovererEvent["kind"];
type EventOf<E extends EventKind> = Extract<RecovererEvent, { kind: E }>;
type Cell<S extends StateKind, E extends EventKind> = {
  /** What happens, in words: SPEC.md part 7 is made of these. */
  says: string;
  take: (turn: Turn, state: StateOf<S>, event: EventOf<E>) => void;
};
type Table = { [S in StateKind]: { [E in EventKind]: Cell<S, E> } };

const nothing = (says: string) => ({ says, take: () => {} });

const loadedTwice = nothing("ignored: the journals were read at the start");
const noEffect = nothing("ignored: no effect of a run is awaited");
const idleCommand = {
  says: "starts the plan that was asked for, or pauses, or refuses in words; written down first",
  take: (turn: Turn, _: unknown, event: EventOf<"command">) => onIdleCommand(turn, event),
};

/** Every state meets every event; a missing cell doesn't compile. */
export const TABLE: Table = {
  loading: {
    tick: nothing("waits for the journals: before them nothing is known, so nothing is done"),
    loaded: {
      says: "takes up the run that its journal left unfinished (running, asking or undoing), else watches",
      take: (turn, _, event) => onLoaded(turn, event),
    },
    observed: nothing("ignored: nothing was asked"),
    journalled: nothing("ignored: nothing was written"),
    "effect-done": noEffect,
    "effect-failed": noEffect,
    command: {
      says: "refused: the journals aren't read yet",
      take: (turn, _, { id, command }) => refuseUnwritten(turn, id, command),
    },
  },
  watching: {
    tick: {
      says: "looks when a look is due: light ones often, full ones now and then",
      take: (turn) => lookWhenDue(turn),
    },
    loaded: loadedTwice,
    observed: {
      says: "judges the signals: trouble leads to suspecting, a former primary here to a rejoin",
      take: (turn) => decide(turn),
    },
    journalled: { says: "answers the command whose line is durable now", take: () => {} },
    "effect-done": noEffect,
    "effect-failed": noEffect,
    command: idleCommand,
  },
  suspecting: {
    tick: { says: "looks more often, at the voters and its own database", take: (turn) => lookWhenDue(turn) },
    loaded: loadedTwice,
    observed: {
      says: "counts: enough bad looks begin a plan, enough good ones clear the suspicion",
      take: (turn) => decide(turn),
    },
    journalled: { says: "answers the command whose line is durable now", take: () => {} },
    "effect-done": noEffect,
    "effect-failed": noEffect,
    command: idleCommand,
  },
  asking: {
    tick: {
      says: "goes on looking, so that a holder that returns ends the question; one for another person ends after ten minutes",
      take: (turn, { run }) => {
        if (!isUnanswered(turn, run)) lookWhenDue(turn);
      },
    },
    loaded: loadedTwice,
    observed: {
      says: "ends as superseded when the holder renews again or another epoch was taken; gives way, where another person is awaited, to what would begin by itself; else goes on waiting",
      take: (turn, { run }) => {
        observeOnly(turn);
        if (givesWay(turn, run)) return;
        if (turn.rules.epochChecked) isOvertaken(turn, run);
      },
    },
    journalled: { says: "the question is durable; nothing else happens", take: () => {} },
    "effect-done": noEffect,
    "effect-failed": noEffect,
    command: {
      says: "approve: runs on once the approval is durable; stop: ends; others are refused while a run is under way",
      take: (turn, { run }, event) => onRunCommand(turn, run, event),
    },
  },
  running: {
    tick: {
      says: "keeps the time boxes: looks again, tries again, gives up",
      take: (turn, { run }) => onTick(turn, run),
    },
    loaded: loadedTwice,
    observed: {
      says: "ends when overtaken; follows the leader's epoch; takes as many steps as what was seen allows",
      take: (turn, { run }) => {
        observeOnly(turn);
        onSeen(turn, run);
      },
    },
    journalled: {
      says: "does what waited for this line: begins, or acts",
      take: (turn, { run }, { entry }) => onWritten(turn, run, entry),
    },
    "effect-done": { says: "looks whether it is so", take: (turn, { run }, { call }) => onDone(turn, run, call) },
    "effect-failed": {
      says: "tries again after a pause, or, when that can't help, skips the step or fails the run",
      take: (turn, { run }, { call, because, final }) => onFailed(turn, run, call, because, final),
    },
    command: {
      says: "stop: obeyed before the point of no return, refused with the reason after it; others are refused while a run is under way",
      take: (turn, { run }, event) => onRunCommand(turn, run, event),
    },
  },
  undoing: {
    tick: { says: "lets go again until it shows, for a bounded time", take: (turn, state) => onUndoTick(turn, state) },
    loaded: loadedTwice,
    observed: {
      says: "ends the run once the lease isn't held here",
      take: (turn, state) => {
        observeOnly(turn);
        onUndoSeen(turn, state);
      },
    },
    journalled: { says: "lets go of the lease", take: (turn, state, { entry }) => onUndoWritten(turn, state, entry) },
    "effect-done": { says: "looks whether it is so", take: (turn, state, { call }) => onReleased(turn, state, call) },
    "effect-failed": {
      says: "tries again after a pause",
      take: (turn, state, { call, because }) => onReleaseFailed(turn, state, call, because),
    },
    command: {
      says: "refused: the run is being given up already",
      take: (turn, _, { id, command }) =>
        refuse(turn, id, command, "The run is being given up already; wait for its end."),
    },
  },
  ended: {
    tick: {
      says: "writes the last line again when it isn't durable in time",
      take: (turn, { run }) => writeAgain(turn, run),
    },
    loaded: loadedTwice,
    observed: { says: "keeps what was seen for later", take: (turn) => observeOnly(turn) },
    journalled: {
      says: "the run becomes history; watching",
      take: (turn, state, { entry }) => onEndWritten(turn, state, entry),
    },
    "effect-done": noEffect,
    "effect-failed": noEffect,
    command: {
      says: "refused: the run's last line isn't durable yet",
      take: (turn, _, { id, command }) => refuse(turn, id, command, "A run is just ending; try again in a moment."),
    },
  },
};

/** One event. Nothing given is changed; `chance` lies in [0, 1). */
export function recover(
  before: Recoverer,
  event: RecovererEvent,
  nowMs: number,
  chance: number,
  rules: RunRules = RUN_RULES,
): Recovered<Recoverer> {
  const r: Recoverer = { ...before, state: copyState(before.state) };
  const turn: Turn = { r, nowMs, chance, rules, effects: [] };
  if (isMeant(turn, event)) {
    const cell = TABLE[r.state.kind][event.kind] as Cell<StateKind, EventKind>;
    cell.take(turn, r.state, event);
  }
  if (event.kind === "tick") owedAgain(turn);
  // A state that needs to look asks for it at once, whatever event led to it.
  if (r.state.kind === "watching" || r.state.kind === "suspecting" || r.state.kind === "asking") lookWhenDue(turn);
  return { recoverer: r, effects: turn.effects, wakeAtMs: wakeOf(r) };
}

/** Late and doubled answers, and commands that were answered before, end here. */
function isMeant(turn: Turn, event: RecovererEvent): boolean {
  if (event.kind === "observed") return takeIn(turn, event.request, event.world);
  if (event.kind === "command") return !isRepeated(turn, event.id);
  if (event.kind === "journalled") onCommandWritten(turn, event.entry);
  return true;
}

function copyState(state: State): State {
  return "run" in state ? { ...state, run: copyRun(state.run) } : state;
}

function wakeOf(r: Recoverer): number {
  const { state } = r;
  const lookDeadlineMs = r.look?.deadlineMs ?? null;
  let wake = Number.POSITIVE_INFINITY;
  if (state.kind === "loading") return wake;
  if (state.kind === "watching" || state.kind === "suspecting" || state.kind === "asking") {
    wake = Math.max(r.nextLookAtMs, lookDeadlineMs ?? Number.NEGATIVE_INFINITY);
  } else if (state.kind === "undoing") wake = undoWakeAtMs(state, lookDeadlineMs);
  else wake = wakeAtMs(state.run, lookDeadlineMs, r.nextLookAtMs);
  for (const owed of r.owed) wake = Math.min(wake, owed.sentAtMs + RUN_TIMES.journalMsMax);
  return wake;
}

/** The step's own time box is over or was never begun: only letting go counts now. */
function undoWakeAtMs({ run: { phase }, sinceMs }: StateOf<"undoing">, lookDeadlineMs: number | null): number {
  const lastMs = sinceMs + RUN_TIMES.undoMsMax;
  if (phase.kind === "writing") return Math.min(lastMs, phase.sentAtMs + RUN_TIMES.journalMsMax);
  if (phase.kind === "acting") return Math.min(lastMs, phase.deadlineMs);
  if (phase.kind === "pausing") return Math.min(lastMs, phase.untilMs);
  return phase.kind === "looking" ? Math.min(lastMs, lookDeadlineMs ?? 0) : lastMs;
}

function refuseUnwritten(turn: Turn, id: string, _command: Command): void {
  const because = "The recoverer has just started and is still reading its journals; try again in a moment.";
  turn.effects.push({ kind: "answer", command: id, outcome: { kind: "refused", because } });
}

function onIdleCommand(turn: Turn, { id, command }: EventOf<"command">): void {
  if (command.kind === "start") onStart(turn, id, command);
  else if (command.kind === "pause-automatic") onPause(turn, id, command);
  else if (command.kind === "resume-automatic") onResumeAutomatic(turn, id, command);
  else refuse(turn, id, command, `No run is under way, so there is nothing to ${command.kind}.`);
}

function onRunCommand(turn: Turn, run: Run, { id, command }: EventOf<"command">): void {
  const asking = turn.r.state.kind === "asking";
  if (command.kind === "stop") onStop(turn, id, command, run);
  else if (command.kind === "approve" && asking) onApprove(turn, id, command, run);
  else if (command.kind === "pause-automatic") onPause(turn, id, command);
  else if (command.kind === "resume-automatic") onResumeAutomatic(turn, id, command);
  else if (command.kind === "approve") refuse(turn, id, command, `${run.id} isn't waiting for an approval.`);
  else refuse(turn, id, command, `${run.plan.title} is under way (${run.id}), and only one run goes on at a time.`);
}
