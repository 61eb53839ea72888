// RTO split by term, from a fail-over's journal and what clients saw. Each term ends where its step was journalled as done and
// begins where the one before ended, so that they add up to the whole and no gap is nobody's.

import { LEASE_TIMES, stillMsMin } from "../lease/times.ts";
import type { Action } from "../plan/step.ts";
import type { JournalEntry } from "../run/protocol.ts";

export const TERMS = ["detect", "decide", "fence", "promote", "verify", "scale", "route", "warm"] as const;
export type Term = (typeof TERMS)[number];

const TERM_OF: Partial<Record<Action, Term>> = {
  check: "decide",
  contend: "fence",
  evict: "fence",
  yield: "fence",
  promote: "promote",
  verify: "verify",
  scale: "scale",
  open: "route",
  warm: "warm",
};

export type RtoSplit = {
  run: string;
  terms: Record<Term, number | null>;
  /** From the fault to the first acknowledged write. */
  totalMs: number | null;
  /**
   * The least that it could be: promotion, and before it the lease, which nobody can end for a holder that can't be reached. Of
   * a hand-over: its own fence instead.
   */
  floorMs: number | null;
};

/** `firstWriteAtMs`: the end of the first write that was acknowledged afterwards; it ends the routing. */
export function splitRto(
  journal: readonly JournalEntry[],
  faultAtMs: number,
  firstWriteAtMs: number | null,
): RtoSplit | undefined {
  const begun = journal.find((entry) => entry.kind === "begun");
  if (!begun) return undefined;
  const terms = Object.fromEntries(TERMS.map((term) => [term, null])) as Record<Term, number | null>;
  const add = (term: Term, ms: number): void => {
    terms[term] = (terms[term] ?? 0) + Math.max(0, ms);
  };
  const actions = new Map(begun.plan.steps.map((step) => [step.id, step.action]));
  const suspectedAtMs = Math.max(faultAtMs, Math.min(begun.suspectedAtMs ?? begun.atMs, begun.atMs));
  add("detect", suspectedAtMs - faultAtMs);
  add("decide", begun.atMs - suspectedAtMs);
  let atMs = begun.atMs;
  for (const entry of journal) {
    if (entry.kind !== "done" && entry.kind !== "skipped") continue;
    const term = TERM_OF[actions.get(entry.step) ?? "announce"];
    if (!term) continue;
    add(term, entry.atMs - atMs);
    atMs = Math.max(atMs, entry.atMs);
    // The door is open: from here to the first answer is the way that routing takes, and warming is no longer waited for.
    if (term === "route" && firstWriteAtMs !== null && firstWriteAtMs > atMs) add("route", firstWriteAtMs - atMs);
  }
  const { fence, promote } = terms;
  const leaseMs = begun.plan.kind === "fail-over" ? stillMsMin(LEASE_TIMES) : (fence ?? 0);
  return {
    run: begun.run,
    terms,
    totalMs: firstWriteAtMs === null ? null : firstWriteAtMs - faultAtMs,
    floorMs: fence === null || promote === null ? null : leaseMs + promote,
  };
}
