// The rules that keep a run safe, one name each, so that the simulation can break them singly and show that it notices.
// Production passes nothing and gets the true ones.

import type { Plan } from "../plan/step.ts";

export type RunRules = {
  /** Only for broken engines: rearranges each plan before it runs. */
  arranged: ((plan: Plan) => Plan) | null;
  /** R2: the plan's order is checked before it runs. */
  orderChecked: boolean;
  /** R2: a step begins only when its pre-conditions were seen to hold (fence before promote, verify before route). */
  preconditionsChecked: boolean;
  /** R2: a step is done only when its post-conditions were seen to hold. */
  postconditionsChecked: boolean;
  /** R6: nothing is done before its intent is durable. */
  journalFirst: boolean;
  /** R3: a run ends when another region holds a higher epoch. */
  epochChecked: boolean;
  /** R4: a standby that a voter calls left behind (`solo`) is promoted only by a person. */
  soloAsked: boolean;
  /** E12: what a person begins waits for another one, where an installation wants that. */
  secondAwaited: boolean;
  /** R7: no automatic change of role within the dwell after the last one. */
  dwellKept: boolean;
  /** R7: so many bad looks in a row before anything happens. */
  hysteresisKept: boolean;
  /** R6: after a crash a run goes on by observing, never by what the journal remembers. */
  resumedByObserving: boolean;
};

export const RUN_RULES: RunRules = {
  arranged: null,
  orderChecked: true,
  preconditionsChecked: true,
  postconditionsChecked: true,
  journalFirst: true,
  epochChecked: true,
  soloAsked: true,
  secondAwaited: true,
  dwellKept: true,
  hysteresisKept: true,
  resumedByObserving: true,
};
