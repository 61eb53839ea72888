// What a client saw: one entry when it asks and one when it knows, or has given up knowing. A history is a list of these in
// the order of happening, the drill's only witness of what was promised. Instants are milliseconds of one machine's clocks:
// `atMs` of the monotonic one, which all comparisons use, and `wallMs` since 1970 for people.

import type { RegionName } from "../../core/origin.ts";

export const HISTORY_FORMAT = 1;

/**
 * What was asked. Events carry their ids. A write gives a register its next serial number, and nobody else writes that
 * register: so a reader of it can tell what it should have seen. A read's `after` is the serial that its token stands for.
 */
export type Ask =
  | { kind: "ingest"; project: string; class: "region" | "pair"; ids: readonly string[] }
  | { kind: "write"; register: string; serial: number }
  | { kind: "read"; register: string; after: number | null };

/** What an answer promises. `epoch` and `ageMs` are null where the answer didn't tell. */
export type Promised =
  | { kind: "ingest"; acknowledged: "region" | "pair" | "degraded" }
  | { kind: "write"; epoch: number | null }
  | { kind: "read"; serial: number; ageMs: number | null };

export type Invoke = {
  kind: "invoke";
  /** Grows by one with each try. */
  operation: number;
  client: string;
  /** "edge", or the region that was asked directly. */
  to: string;
  /** The same for all tries of one intent: the batch's ids, or the Idempotency-Key. */
  intent: string;
  ask: Ask;
  atMs: number;
  wallMs: number;
};

/** How a try ended. `fail`: the answer says that nothing was done. `unknown`: it may or may not have been done. */
export type Ending = { operation: number; atMs: number; wallMs: number } & (
  | { kind: "ok"; region: RegionName | null; promised: Promised }
  | { kind: "fail"; because: string }
  | { kind: "unknown"; because: string }
);

export type HistoryEntry = Invoke | Ending;

/** One try, from asking to knowing. One that never ended is unknown, with an end beyond all instants. */
export type Operation = {
  id: number;
  client: string;
  to: string;
  intent: string;
  ask: Ask;
  invokedAtMs: number;
  endedAtMs: number;
  ending: Ending["kind"];
  region: RegionName | null;
  promised: Promised | null;
  because: string | null;
};

/** Joins the entries of each operation. A history that contradicts itself is worthless, so it is refused with a sentence. */
export function operationsOf(entries: Iterable<HistoryEntry>): Operation[] | { because: string } {
  const operations = new Map<number, Operation>();
  for (const entry of entries) {
    const known = operations.get(entry.operation);
    if (entry.kind === "invoke") {
      if (known) return { because: `operation ${entry.operation} was begun twice` };
      operations.set(entry.operation, begun(entry));
    } else {
      if (!known) return { because: `operation ${entry.operation} ended without having begun` };
      if (known.endedAtMs !== Number.POSITIVE_INFINITY) return { because: `operation ${entry.operation} ended twice` };
      if (entry.atMs < known.invokedAtMs) return { because: `operation ${entry.operation} ended before it began` };
      if (entry.kind === "ok" && entry.promised.kind !== known.ask.kind) {
        return {
          because: `operation ${entry.operation} asked for ${known.ask.kind}, was answered ${entry.promised.kind}`,
        };
      }
      known.ending = entry.kind;
      known.endedAtMs = entry.atMs;
      if (entry.kind === "ok") {
        known.region = entry.region;
        known.promised = entry.promised;
      } else known.because = entry.because;
    }
  }
  return [...operations.values()];
}

function begun({ operation, client, to, intent, ask, atMs }: Invoke): Operation {
  return {
    id: operation,
    client,
    to,
    intent,
    ask,
    invokedAtMs: atMs,
    endedAtMs: Number.POSITIVE_INFINITY,
    ending: "unknown",
    region: null,
    promised: null,
    because: "no answer before the end",
  };
}
