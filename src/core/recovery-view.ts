// What a region's recoverer tells people and programs about recovery: one JSON value, shown by the command line and the console.
// Nothing in it is needed to act: whoever acts observes anew, and a command carries `stateVersion`, so that a stale page is refused.

import type { RegionName } from "./origin.ts";
import type { InstantMs } from "./time.ts";

export const PLAN_KINDS = ["fail-over", "switch-over", "fail-back", "rejoin", "resume", "evict", "readmit"] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export type VoterView = {
  /** A region's name, or "witness". */
  name: string;
  /** What it says in words: "epoch 7, north, beat 412", or why it abstains. */
  says: string;
  heard: boolean;
  /** How long its record hasn't moved, as this region's guardian saw it. */
  stillMs: number | null;
};

/** Of what a voter that abstains says: whether its record is the trouble, so that a person has to let it vote again. */
export const wantsReadmission = (says: string): boolean => /\bregister\b/i.test(says);

export type LeaseSeen = {
  /** State of this region's keeper: passive, contending, held, yielding, ending. */
  state: string;
  epoch: number;
  holder: RegionName | null;
  /** Of this region's own lease; null while it holds none. */
  remainingMs: number | null;
  open: boolean;
  solo: { marked: number; unmarked: number };
  wanted: number;
  voters: VoterView[];
  because: string;
};

export type VerdictView = { level: "ok" | "warn" | "bad" | "unknown"; says: string };

export type SignalView = {
  name: string;
  says: string;
  state: "good" | "bad" | "unknown";
  weight: number;
  /** Looks in a row with this state. */
  looks: number;
};

/** Unknown counts as failed wherever a plan depends on it. */
export type CheckView = {
  name: string;
  state: "pass" | "warn" | "fail" | "unknown";
  value: string | null;
  /** Age of the reading. */
  ageMs: number | null;
  says: string;
};

/** `ask`: a person is asked first. `ask-another`: a person other than the one who began the run. */
export type Approval = "automatic" | "ask" | "ask-another";

export type StepView = {
  id: string;
  action: string;
  title: string;
  explains: string;
  state: "waiting" | "running" | "done" | "failed" | "skipped";
  /** `ask`: a person approves before it is taken. */
  approval: Approval;
  pointOfNoReturn: boolean;
  startedAt: InstantMs | null;
  elapsedMs: number | null;
  budgetMs: number;
  /** Why it waits or failed, or how its end was found ("it was so already"); null where there is nothing to say. */
  because: string | null;
};

export type PlanView = {
  kind: PlanKind;
  /** The region that acts and, but for rejoin and readmit, becomes active. */
  to: RegionName;
  title: string;
  budgetMs: number;
  steps: (Omit<StepView, "startedAt" | "elapsedMs" | "state"> & {
    /** In words: what has to be so before this step, and what is seen to be so after it. */
    before?: string[];
    after?: string[];
  })[];
  /** What a person has to know or confirm before it starts; empty when nothing. */
  warnings: string[];
};

export type PlanRefusal = { refused: string; checks: string[] };

export type RunView = {
  id: string;
  /** Of its trace, where traces are exported: 32 hex digits. */
  traceId: string;
  plan: PlanKind;
  title: string;
  to: RegionName;
  state: "running" | "asking" | "undoing" | "finished" | "failed" | "stopped" | "superseded";
  automatic: boolean;
  who: string;
  reason: string;
  /** 0 until the plan's lease is held. */
  epoch: number;
  startedAt: InstantMs;
  /** When the signals first looked bad; null for a run that a person started. */
  suspectedAt: InstantMs | null;
  endedAt: InstantMs | null;
  elapsedMs: number;
  budgetMs: number;
  steps: StepView[];
  /** Why it waits, or how it ended. */
  because: string;
  /** Whether `stop` would still be obeyed, and why not. */
  stoppable: boolean;
  stopSays: string;
};

export type QuestionView = { run: string; question: string; since: InstantMs; plan: PlanView };

export type RecoveryView = {
  region: RegionName;
  peer: RegionName;
  at: InstantMs;
  /** Changes whenever a person would have to look again; sent back with each command. */
  stateVersion: string;
  lease: LeaseSeen | null;
  verdict: VerdictView;
  signals: SignalView[];
  checks: CheckView[];
  objectives: { rtoMs: number; rpoEvents: number };
  /** What would be lost if the active region were lost now; null where it isn't known. */
  rpoNow: { events: number | null; ms: number | null };
  automatic: { on: boolean; pausedUntil: InstantMs | null; reason: string | null };
  /** The plans as they would run now in this region, or why not. */
  planNow: {
    failOver: PlanView | PlanRefusal;
    switchOver: PlanView | PlanRefusal;
    failBack: PlanView | PlanRefusal;
    evict: PlanView | PlanRefusal;
  };
  run: RunView | null;
  question: QuestionView | null;
  /** Newest first. */
  history: RunView[];
  tail: { epoch: number; rows: number; exported: boolean } | null;
};
