// What drills have shown, from the `record.json` of their evidence: when the last one was passed, and how long the passed
// ones took. A drill on one machine times the logic, not AWS; whoever gives its record for prod says that this is enough.
import * as z from "zod";
import type { DrillResult } from "./view.ts";

const recordSchema = z.object({
  format: z.literal(1),
  summary: z.object({
    outcome: z.string(),
    startedAt: z.number().positive(),
    rtoMs: z.number().nonnegative().nullable(),
  }),
});

/** Undefined when none of them was passed. Throws with the field of the first mistake. */
export function readDrillRecords(texts: readonly string[]): DrillResult | undefined {
  const passed = texts
    .map((text) => recordSchema.parse(JSON.parse(text)).summary)
    .filter(({ outcome }) => outcome === "passed");
  const newest = Math.max(...passed.map(({ startedAt }) => startedAt));
  if (passed.length === 0) return undefined;
  const times = passed.flatMap(({ rtoMs }) => (rtoMs === null ? [] : [rtoMs])).sort((a, b) => a - b);
  // The nearest rank: of fewer than twenty, the longest.
  const rank = Math.max(Math.ceil(times.length * 0.95) - 1, 0);
  return { on: new Date(newest).toISOString().slice(0, 10), rtoSecondsP95: (times[rank] ?? 0) / 1_000 };
}
