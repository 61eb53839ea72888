// The history checker: what clients saw against what is held afterwards. It knows nothing of how the platform works, only
// what was promised, so it can't share the platform's mistakes. Milliseconds for a drill, seconds for a million operations.

import { acknowledgementsOf, checkEpochs, type WriterSpan, writerSpans } from "./check-epochs.ts";
import { checkEvents } from "./check-events.ts";
import { checkReads, type ReadLimits } from "./check-reads.ts";
import { checkWrites } from "./check-writes.ts";
import type { Ask, Operation } from "./entry.ts";
import type { FinalState } from "./final-state.ts";
import { FINDINGS, type Finding, type FindingKind } from "./finding.ts";
import { type Intent, intentsOf } from "./intents.ts";

/** R4's bound for answers of a standby: DESIGN's staleness of a replica. */
export const READ_LIMITS: ReadLimits = { staleMsMax: 30_000, ageSlackMs: 2_000 };

type AskKind = Ask["kind"];
export type TryCounts = { tries: number; ok: number; failed: number; unknown: number };
export type IntentCounts = {
  intents: number;
  acknowledged: number;
  refused: number;
  /** Of those with some unknown try: known in the end because a repeat with the same key was answered. */
  unknownResolved: number;
  /** Never answered; only the final state tells. */
  unknown: number;
};

export type Judgement = {
  /** In the order of the table of findings. */
  findings: Finding[];
  /** How many of each kind: operations or intents for writes and reads, events for events. Each kind is there. */
  counts: Record<FindingKind, number>;
  violations: number;
  tries: Record<AskKind, TryCounts>;
  intents: Record<AskKind, IntentCounts>;
  events: { sent: number; region: number; pair: number; degraded: number };
  writers: WriterSpan[];
};

export function judge(operations: readonly Operation[], state: FinalState, limits = READ_LIMITS): Judgement {
  const intents = [...intentsOf(operations).values()];
  const acknowledgements = acknowledgementsOf(intents, state);
  const found = [
    ...checkEvents(intents, state.events),
    ...checkWrites(intents, state),
    ...checkReads(operations, intents, state, limits),
    ...checkEpochs(acknowledgements),
  ];
  const order = Object.keys(FINDINGS) as FindingKind[];
  const counts = Object.fromEntries(order.map((kind) => [kind, 0])) as Record<FindingKind, number>;
  let violations = 0;
  for (const { kind } of found) {
    counts[kind] += 1;
    if (FINDINGS[kind].severity === "violation") violations += 1;
  }
  const rank = new Map(order.map((kind, index) => [kind, index]));
  const findings = found.sort((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0));
  return {
    findings,
    counts,
    violations,
    tries: triesOf(operations),
    intents: intentCounts(intents),
    events: eventCounts(intents),
    writers: writerSpans(acknowledgements),
  };
}

function triesOf(operations: readonly Operation[]): Record<AskKind, TryCounts> {
  const none = (): TryCounts => ({ tries: 0, ok: 0, failed: 0, unknown: 0 });
  const counts = { ingest: none(), write: none(), read: none() };
  for (const { ask, ending } of operations) {
    const one = counts[ask.kind];
    one.tries += 1;
    one[ending === "fail" ? "failed" : ending] += 1;
  }
  return counts;
}

function intentCounts(intents: readonly Intent[]): Record<AskKind, IntentCounts> {
  const none = (): IntentCounts => ({ intents: 0, acknowledged: 0, refused: 0, unknownResolved: 0, unknown: 0 });
  const counts = { ingest: none(), write: none(), read: none() };
  for (const { ask, known, wasUnknown } of intents) {
    const one = counts[ask.kind];
    one.intents += 1;
    one[known] += 1;
    if (known === "acknowledged" && wasUnknown) one.unknownResolved += 1;
  }
  return counts;
}

function eventCounts(intents: readonly Intent[]): Judgement["events"] {
  const counts = { sent: 0, region: 0, pair: 0, degraded: 0 };
  for (const { ask, tries } of intents) {
    if (ask.kind !== "ingest") continue;
    counts.sent += ask.ids.length;
    const promised = tries.flatMap((one) => (one.promised?.kind === "ingest" ? [one.promised.acknowledged] : []));
    const best = promised.includes("pair") ? "pair" : promised.includes("degraded") ? "degraded" : promised[0];
    if (best) counts[best] += ask.ids.length;
  }
  return counts;
}
