// RTO from outside: how long nobody was answered around a fault. Detection, decision and everything after it lie inside.

import type { Ask, Operation } from "./entry.ts";

export type Outage = {
  /** The last answer before, and the first one after; null when there was none. */
  lastBeforeMs: number | null;
  firstAfterMs: number | null;
  /** Between the two: what a client waited. null: it has not come back. */
  outageMs: number | null;
  /** From the fault to the first answer after the gap. */
  sinceFaultMs: number | null;
};

/**
 * The longest time without an acknowledgement that ends after the fault. The first answer after a fault may be one that was
 * on its way, so the gap is looked for, not assumed to begin at the fault. `untilMs`: when the load ended.
 */
export function outageOf(
  operations: readonly Operation[],
  kind: Ask["kind"],
  faultAtMs: number,
  untilMs: number,
  to = "edge",
): Outage {
  const ends = operations
    .filter((one) => one.ending === "ok" && one.ask.kind === kind && one.to === to && one.endedAtMs <= untilMs)
    .map((one) => one.endedAtMs)
    .sort((a, b) => a - b);
  const lastMs = ends.at(-1);
  if (lastMs === undefined) return { lastBeforeMs: null, firstAfterMs: null, outageMs: null, sinceFaultMs: null };
  let best: [number, number] | undefined;
  for (const [index, endMs] of ends.entries()) {
    const beforeMs = ends[index - 1];
    if (beforeMs === undefined || endMs <= faultAtMs) continue;
    if (!best || endMs - beforeMs > best[1] - best[0]) best = [beforeMs, endMs];
  }
  // Nothing was answered for longer at the end than ever before: it isn't over.
  if (!best || untilMs - Math.max(lastMs, faultAtMs) > best[1] - best[0]) {
    return { lastBeforeMs: lastMs, firstAfterMs: null, outageMs: null, sinceFaultMs: null };
  }
  const [beforeMs, afterMs] = best;
  return {
    lastBeforeMs: beforeMs,
    firstAfterMs: afterMs,
    outageMs: afterMs - beforeMs,
    sinceFaultMs: afterMs - faultAtMs,
  };
}
