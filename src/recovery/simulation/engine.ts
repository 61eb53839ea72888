// The engine that a simulated world runs: the true rules, or one of them broken on purpose.

import type { MayWrite } from "../lease/gate.ts";
import { LEASE_RULES, type LeaseRules } from "../lease/rules.ts";
import type { LeaseView } from "../lease/view.ts";
import { RUN_RULES, type RunRules } from "../run/rules.ts";

export type Engine = {
  leaseRules: LeaseRules;
  runRules: RunRules;
  mayWrite(view: LeaseView, truly: (view: LeaseView) => MayWrite): MayWrite;
  /** A write is answered only after a round that began after its COMMIT. */
  confirmBeforeAnswer: boolean;
  /** A guardian hears of the mark `wanted`. */
  wantedSeen: boolean;
  /** The watchdog ends a primary at its lease's end. */
  watchdog: boolean;
  driver: {
    /** A register that was put back from a copy votes as if nothing had been. */
    trustRestored: boolean;
    /** A hand asks the guardian for the epoch before it promotes. */
    checkEpoch: boolean;
  };
  /** R7: less than this between two changes of role that nobody asked for is flapping. */
  dwellMsMin: number;
};

export const ENGINE: Engine = {
  leaseRules: LEASE_RULES,
  runRules: RUN_RULES,
  mayWrite: (view, truly) => truly(view),
  confirmBeforeAnswer: true,
  wantedSeen: true,
  watchdog: true,
  driver: { trustRestored: false, checkEpoch: true },
  dwellMsMin: 9_500,
};
