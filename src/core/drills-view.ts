// Drills as people see them: what can be drilled, what runs now, what was measured. The network process tells it to the
// console (it starts the drills that the console asks for), and each drill's evidence holds its `PastDrill` in record.json.

import type { InstantMs } from "./time.ts";

/** `tandem drills --json` prints these. */
export type DrillScenario = {
  name: string;
  /** What happens, and why one would want to know, in a sentence or two. */
  words: string;
  /** The faults in the order of time, and what must hold afterwards, a sentence each. */
  faults: string[];
  holds: string[];
  /** The drill heals everything and ends by itself within this time. */
  lastsMsMax: number;
};

/** One line of the live timeline; `afterMs` counts from the start of the drill. */
export type DrillLine = { afterMs: number; text: string };

export type RunningDrill = {
  scenario: string;
  /** Who asked for it. */
  who: string;
  startedAt: InstantMs;
  /** The newest ones, oldest first. */
  lines: DrillLine[];
};

export type DrillOutcome = "passed" | "failed" | "broken-off";

/** The summary of a finished drill. What wasn't measured is null, never 0. */
export type PastDrill = {
  /** Of the evidence: the name of its directory. */
  id: string;
  scenario: string;
  who: string;
  startedAt: InstantMs;
  lastedMs: number;
  outcome: DrillOutcome;
  /** One sentence: what held, or what didn't. */
  verdict: string;
  /** From the last acknowledged write before the fault to the first one after it, seen from outside. */
  rtoMs: number | null;
  /** Acknowledged as durable in both regions, and gone. */
  lostEvents: number | null;
  lostWrites: number | null;
};

export type DrillsView = {
  scenarios: DrillScenario[];
  running: RunningDrill | null;
  /** Newest first. */
  past: PastDrill[];
};
