// What goes into a recoverer and what comes out of it. It does no I/O itself: whoever drives it (the recoverer's process, the
// simulator) carries out the effects and brings their answers back as events. Any answer may be lost, late or doubled.

import type { RegionName } from "../../core/origin.ts";
import type { PlanKind } from "../../core/recovery-view.ts";
import type { InstantMs } from "../../core/time.ts";
import type { Action, Plan } from "../plan/step.ts";
import type { World, WorldPart } from "../plan/world.ts";

/** What a person asks for. The server decides and checks again. */
export type Command =
  | {
      kind: "start";
      plan: PlanKind;
      reason: string;
      who: string;
      /** `stateVersion` of the view that the person looked at. */
      seen: string;
      /** `lose`: accepts that acknowledged changes may be lost; `checks`: failed checks accepted one by one, by name. */
      confirm?: { lose?: boolean; checks?: readonly string[] };
      voter?: number;
    }
  | { kind: "approve"; run: string; who: string; reason: string; seen: string }
  | { kind: "stop"; run: string; who: string; reason: string }
  | { kind: "pause-automatic"; untilMs: number; who: string; reason: string }
  | { kind: "resume-automatic"; who: string; reason: string };

export type CommandOutcome =
  | { kind: "accepted"; run: string | null; says: string }
  | { kind: "refused"; because: string };

export type RunOutcome = "finished" | "failed" | "stopped" | "superseded";

/** Appended to the run's journal and durable before the effect that follows. `atMs` is monotonic, `at` the wall clock. */
export type JournalEntry = { atMs: number; at: InstantMs } & (
  | {
      kind: "begun";
      format: 1;
      run: string;
      region: RegionName;
      plan: Plan;
      automatic: boolean;
      who: string;
      reason: string;
      /** Command that asked for it; a repeated command finds its run. */
      command: string | null;
      /** When the signals first looked bad; null for a run that a person started. */
      suspectedAtMs: number | null;
    }
  | { kind: "approved"; step: string | null; who: string; reason: string }
  | { kind: "intent"; step: string; attempt: number; epoch: number }
  | { kind: "done"; step: string; epoch: number; because: string }
  | { kind: "skipped"; step: string; because: string }
  | { kind: "retried"; step: string; because: string }
  | { kind: "epoch"; epoch: number; because: string }
  | { kind: "asked"; step: string | null; question: string }
  | { kind: "undoing"; outcome: RunOutcome; because: string }
  | { kind: "ended"; outcome: RunOutcome; because: string }
  /** Of commands: written before they act, in `run`'s journal or in the one of commands without a run. */
  | { kind: "command"; id: string; command: Command; outcome: CommandOutcome }
);

/** Parameters of an effect beyond its epoch; null where the action doesn't use it. */
export type DoWith = {
  /** `contend`: take an epoch above this one, marked `solo` or not. `release`: let go of what was taken above it. */
  above: number;
  solo: boolean;
  /** A person accepts that a holder that wrote alone is displaced. */
  overSolo: boolean;
  why: string;
  from: RegionName;
  to: RegionName;
  /** `yield`: incarnation of the receiving guardian. */
  incarnation: string | null;
  voter: number | null;
};

export type RecovererEvent =
  | { kind: "tick" }
  /** First of all events: every journal found on disk, each in the order it was written, and a pause in force. */
  | { kind: "loaded"; at: InstantMs; journals: readonly (readonly JournalEntry[])[] }
  | { kind: "observed"; request: number; world: World }
  | { kind: "journalled"; entry: number }
  | { kind: "effect-done"; call: number; detail: string }
  /** `final`: trying again can't help. */
  | { kind: "effect-failed"; call: number; because: string; final: boolean }
  | { kind: "command"; id: string; command: Command };

export type RecovererEffect =
  /** Look at these parts, side by side, and answer with `observed`, unknown parts null. */
  | { kind: "observe"; request: number; parts: readonly WorldPart[]; deadlineMs: number }
  /** Make durable, then answer `journalled`. `run` null: the journal of commands that belong to no run. */
  | { kind: "journal"; entry: number; run: string | null; line: JournalEntry }
  /** Ensure: doing it twice equals doing it once. Answer `effect-done` or `effect-failed`, at the latest at the deadline. */
  | {
      kind: "do";
      call: number;
      run: string;
      step: string;
      action: Action;
      epoch: number;
      deadlineMs: number;
      with: DoWith;
    }
  | { kind: "answer"; command: string; outcome: CommandOutcome }
  /** For the log and for people; never waited for. */
  | { kind: "tell"; what: string; run: string | null; says: string };

export type Recovered<R> = { recoverer: R; effects: RecovererEffect[]; wakeAtMs: number };
