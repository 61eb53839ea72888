// When a dead process is started again. Pure: time and chance are arguments.

import type { InstantMs } from "../core/time.ts";

const DELAY_FIRST_MS = 100;
const DELAY_MAX_MS = 5_000;
/** A process that lived this long is well again: its next death starts from the shortest delay. */
const HEALTHY_AFTER_MS = 60_000;
/** This many deaths within the window, and its region is stopped: something is wrong that restarting doesn't mend. */
const DEATHS_MAX = 8;
const DEATHS_WINDOW_MS = 120_000;

export type Deaths = { at: InstantMs[]; inRow: number };
export const NO_DEATHS: Deaths = { at: [], inRow: 0 };

export type AfterDeath = { kind: "restart"; inMs: number; deaths: Deaths } | { kind: "give-up"; deaths: Deaths };

/** `chance` in [0, 1): spreads restarts over half of the delay, so that processes which died together don't return together. */
export function afterDeath(before: Deaths, startedAt: InstantMs, now: InstantMs, chance: number): AfterDeath {
  const at = [...before.at.filter((death) => now - death < DEATHS_WINDOW_MS), now];
  const inRow = now - startedAt >= HEALTHY_AFTER_MS ? 1 : before.inRow + 1;
  const deaths = { at, inRow };
  if (at.length >= DEATHS_MAX) return { kind: "give-up", deaths };
  const full = Math.min(DELAY_MAX_MS, DELAY_FIRST_MS * 2 ** (inRow - 1));
  return { kind: "restart", inMs: Math.round(full * (0.5 + chance / 2)), deaths };
}
