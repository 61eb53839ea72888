// R1 as clients can see it. An acknowledgement happens at some instant between a try's beginning and its end. So one epoch is
// certainly over-lived by another when a try that was acknowledged under the lower one began after one under the higher one
// had ended; and a region certainly acknowledges from the first end of its tries to the last beginning.

import { writeName } from "./check-writes.ts";
import type { Operation } from "./entry.ts";
import type { FinalState } from "./final-state.ts";
import type { Finding } from "./finding.ts";
import type { Intent } from "./intents.ts";

/** One acknowledgement of a relational write. */
export type Acknowledgement = {
  operation: number;
  epoch: number;
  region: string | null;
  invokedAtMs: number;
  endedAtMs: number;
  write: string;
};

/** An answer that names no epoch has that of its journal row, unless it may be the repetition of an earlier answer. */
export function acknowledgementsOf(intents: Iterable<Intent>, { journal }: FinalState): Acknowledgement[] {
  const rows = new Map(journal.map((one) => [writeName(one.register, one.serial), one.epoch]));
  const found: Acknowledgement[] = [];
  for (const { ask, tries } of intents) {
    if (ask.kind !== "write") continue;
    const write = writeName(ask.register, ask.serial);
    for (const one of tries) {
      const epoch = epochOf(one) ?? (tries.length === 1 ? rows.get(write) : undefined);
      if (one.ending !== "ok" || epoch === undefined) continue;
      const { id: operation, region, invokedAtMs, endedAtMs } = one;
      found.push({ operation, epoch, region, invokedAtMs, endedAtMs, write });
    }
  }
  return found;
}

const epochOf = ({ promised }: Operation): number | undefined =>
  promised?.kind === "write" ? (promised.epoch ?? undefined) : undefined;

export function checkEpochs(acknowledgements: readonly Acknowledgement[]): Finding[] {
  return [...lowerAfterHigher(acknowledgements), ...twoWriters(acknowledgements)];
}

function lowerAfterHigher(acknowledgements: readonly Acknowledgement[]): Finding[] {
  const ended = [...acknowledgements].sort((a, b) => a.endedAtMs - b.endedAtMs);
  const begun = [...acknowledgements].sort((a, b) => a.invokedAtMs - b.invokedAtMs);
  const findings: Finding[] = [];
  let highest: Acknowledgement | undefined;
  let next = 0;
  for (const one of begun) {
    for (; (ended[next]?.endedAtMs ?? Number.POSITIVE_INFINITY) < one.invokedAtMs; next += 1) {
      const candidate = ended[next] as Acknowledgement;
      if (!highest || candidate.epoch > highest.epoch) highest = candidate;
    }
    if (!highest || highest.epoch <= one.epoch) continue;
    findings.push({
      kind: "lower-epoch-after-higher",
      subject: one.write,
      of: "write",
      region: one.region,
      operations: [one.operation, highest.operation],
      detail: `epoch ${one.epoch}, begun ${Math.round(one.invokedAtMs - highest.endedAtMs)} ms after epoch ${highest.epoch} had acknowledged ${highest.write}`,
    });
  }
  return findings;
}

/** A time in which a region certainly acknowledged under one epoch. */
export type WriterSpan = { region: string; epoch: number; fromMs: number; untilMs: number; operations: number[] };

/** In the order of time; two tries that overlap show an instant at most, which is a span without length. */
export function writerSpans(acknowledgements: readonly Acknowledgement[]): WriterSpan[] {
  const spans = new Map<string, WriterSpan>();
  for (const { operation, region, epoch, invokedAtMs, endedAtMs } of acknowledgements) {
    if (region === null) continue;
    const key = `${epoch} ${region}`;
    const span = spans.get(key);
    if (!span) {
      spans.set(key, { region, epoch, fromMs: endedAtMs, untilMs: invokedAtMs, operations: [operation, operation] });
      continue;
    }
    if (endedAtMs < span.fromMs) {
      span.fromMs = endedAtMs;
      span.operations[0] = operation;
    }
    if (invokedAtMs > span.untilMs) {
      span.untilMs = invokedAtMs;
      span.operations[1] = operation;
    }
  }
  const all = [...spans.values()].map((span) => ({ ...span, untilMs: Math.max(span.fromMs, span.untilMs) }));
  return all.sort((a, b) => a.fromMs - b.fromMs);
}

function twoWriters(acknowledgements: readonly Acknowledgement[]): Finding[] {
  const spans = writerSpans(acknowledgements);
  const findings: Finding[] = [];
  for (const [index, one] of spans.entries()) {
    for (const other of spans.slice(index + 1)) {
      if (one.region === other.region) continue;
      const overlapMs = Math.min(one.untilMs, other.untilMs) - Math.max(one.fromMs, other.fromMs);
      const sameEpoch = one.epoch === other.epoch;
      // Under one epoch two regions are too many, whenever that was.
      if (!sameEpoch && overlapMs <= 0) continue;
      const epochs = sameEpoch ? `epoch ${one.epoch}` : `epochs ${one.epoch} and ${other.epoch}`;
      findings.push({
        kind: "two-writers",
        subject: epochs,
        of: "write",
        region: null,
        operations: [...one.operations, ...other.operations],
        detail: `${one.region} and ${other.region}, together for ${Math.max(0, Math.round(overlapMs))} ms`,
      });
    }
  }
  return findings;
}
