// One call of the recoverer while it is being worked on: the state that becomes the next one, and the effects so far.

import type { RegionName } from "../../core/origin.ts";
import type { Detector } from "../detector/detector.ts";
import type { Sight, WorldPart } from "../plan/world.ts";
import type { CommandOutcome, JournalEntry, RecovererEffect, RunOutcome } from "./protocol.ts";
import type { RunRules } from "./rules.ts";
import type { EndedRun, Run } from "./run.ts";

export type State =
  /** Until the journals are read nothing is known, so nothing is done. */
  | { kind: "loading" }
  | { kind: "watching" }
  /** Something looks wrong, and it isn't yet decided. */
  | { kind: "suspecting" }
  /** A run has begun and waits for a person. */
  | { kind: "asking"; run: Run }
  | { kind: "running"; run: Run }
  /** A run is given up before its point of no return: what it took is let go of. */
  | { kind: "undoing"; run: Run; outcome: RunOutcome; because: string; sinceMs: number }
  /** The run is over, and its last line isn't durable yet. */
  | { kind: "ended"; run: Run; outcome: RunOutcome; because: string; endedAtMs: number };

export type StateKind = State["kind"];

export type Paused = {
  /** Wall clock, as people say it. */
  untilAt: number;
  who: string;
  reason: string;
  /** Nothing automatic at all, not even what changes no role: after a person stopped a run. */
  everything: boolean;
};

/** An answer that is owed to whoever sent a command, once its line is durable. */
export type Owed = {
  entry: number;
  run: string | null;
  line: JournalEntry;
  command: string;
  outcome: CommandOutcome;
  sentAtMs: number;
};

export type Recoverer = {
  region: RegionName;
  peer: RegionName;
  objectives: { rtoMs: number; rpoEvents: number };
  /** The voters' names in their order: the installation's two regions, then the witness. */
  voters: readonly string[];
  /** What a person begins that changes who is active waits for another person. */
  secondPerson: boolean;
  state: State;
  sight: Sight;
  detector: Detector;
  /** The observation that hasn't been answered yet. */
  look: { request: number; parts: readonly WorldPart[]; deadlineMs: number } | null;
  nextLookAtMs: number;
  nextFullLookAtMs: number;
  /** Numbers of requests, calls and journal lines; never used twice by one process. */
  nextNumber: number;
  /** Wall clock minus monotonic clock, as last seen. */
  wallOffsetMs: number;
  paused: Paused | null;
  /** No automatic run before this, after one that failed. */
  quietUntilMs: number;
  failuresInARow: number;
  /** Looks in a row that found a former primary here. */
  strayLooks: number;
  /** The epoch in which a former primary didn't manage to follow; the next rejoin copies instead. */
  followFailedEpoch: number | null;
  /** Why nothing is done about a trouble, as told last. */
  blockedBecause: string | null;
  /** Newest first. */
  history: readonly EndedRun[];
  answered: readonly { command: string; outcome: CommandOutcome }[];
  owed: readonly Owed[];
};

export type Turn = {
  r: Recoverer;
  nowMs: number;
  /** In [0, 1). */
  chance: number;
  rules: RunRules;
  effects: RecovererEffect[];
};

export const RUN_TIMES = {
  /** Light looks while all is well, and full ones. */
  lookMs: 500,
  fullLookMs: 5_000,
  suspectLookMs: 150,
  /** Between two looks of a step that waits. */
  stepLookMs: 100,
  /** A step that waits for minutes is looked at less often. */
  longStepLookMs: 1_000,
  longStepMs: 60_000,
  /** After this an observation counts as lost. */
  observeMsMax: 1_500,
  /** A line that isn't durable by then is sent again. */
  journalMsMax: 2_000,
  /** How long one attempt may take; long steps may use their whole budget. */
  attemptMsMax: 10_000,
  /** How long an effect that succeeded may take to show before it is done again. */
  showMsMax: 1_000,
  retryMs: 250,
  /** Past the point of no return giving up leaves nobody active: a step may take this many times its budget. */
  overrun: 6,
  overrunMsMin: 60_000,
  undoMsMax: 20_000,
  /** A lease that was taken in this run and isn't held any more is awaited for so long: the guardian takes its record again. */
  leaseLostMsMax: 1_500,
  quietMs: 5_000,
  quietMsMax: 60_000,
  /** After a person stopped a run. */
  stopPauseMs: 600_000,
  /** For so long another person may agree to what somebody began. */
  secondPersonMsMax: 600_000,
  pauseMsMax: 4 * 3_600_000,
} as const;

export const HISTORY_MAX = 30;
export const ANSWERED_MAX = 100;

export function number(turn: Turn): number {
  const given = turn.r.nextNumber;
  turn.r.nextNumber = given + 1;
  return given;
}

export const wallMs = (r: Recoverer, atMs: number): number => Math.round(atMs + r.wallOffsetMs);

/** Stamp of a journal line. */
export const stamp = ({ r, nowMs }: Turn): { atMs: number; at: number } => ({ atMs: nowMs, at: wallMs(r, nowMs) });

/** A line that nothing waits for; it is durable before any later line is. */
export function note(turn: Turn, run: Run, line: JournalEntry): void {
  if (!turn.rules.journalFirst) return;
  turn.effects.push({ kind: "journal", entry: number(turn), run: run.id, line });
}

export function tell(turn: Turn, what: string, run: string | null, says: string): void {
  turn.effects.push({ kind: "tell", what, run, says });
}
