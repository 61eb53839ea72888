// Reads: never older than the bound, nor than the answer says of itself, nor than the write whose token the reader sent.

import { writeName } from "./check-writes.ts";
import type { Operation } from "./entry.ts";
import type { FinalState } from "./final-state.ts";
import type { Finding, FindingKind } from "./finding.ts";
import type { Intent } from "./intents.ts";

export type ReadLimits = {
  /** Above this age an answer has to be refused. */
  staleMsMax: number;
  /** An answer's own age is told by a heartbeat of a second. */
  ageSlackMs: number;
};

/** One register's acknowledged writes that are still held, by the end of their acknowledgement; serials grow with it. */
type Written = { endedAtMs: number; serial: number }[];

export function checkReads(
  operations: readonly Operation[],
  intents: Iterable<Intent>,
  state: FinalState,
  limits: ReadLimits,
): Finding[] {
  const { written, highest } = registersOf(intents, state);
  const findings: Finding[] = [];
  for (const one of operations) {
    if (one.ask.kind !== "read" || one.promised?.kind !== "read") continue;
    const { register, after } = one.ask;
    const { serial, ageMs } = one.promised;
    const find = (kind: FindingKind, detail: string): void => {
      const subject = writeName(register, serial);
      findings.push({ kind, subject, of: "read", region: one.region, operations: [one.id], detail });
    };
    if (serial > (highest.get(register) ?? 0)) find("invented", "no such write was ever sent");
    if (after !== null && serial < after) find("own-write-unread", `the token stood for serial ${after}`);
    const saidMs = ageMs === null ? Number.POSITIVE_INFINITY : ageMs + limits.ageSlackMs;
    const boundMs = Math.min(limits.staleMsMax, saidMs);
    const due = serialAt(written.get(register) ?? [], one.invokedAtMs - boundMs);
    if (serial < due) {
      const bound = saidMs < limits.staleMsMax ? `its own age of ${ageMs} ms` : `the bound of ${limits.staleMsMax} ms`;
      find("stale-read", `serial ${due} had been acknowledged for longer than ${bound}`);
    }
  }
  return findings;
}

function registersOf(
  intents: Iterable<Intent>,
  { journal }: FinalState,
): { written: Map<string, Written>; highest: Map<string, number> } {
  const held = new Set(journal.map((one) => writeName(one.register, one.serial)));
  const written = new Map<string, Written>();
  const highest = new Map<string, number>();
  for (const { ask, tries } of intents) {
    if (ask.kind !== "write") continue;
    const { register, serial } = ask;
    highest.set(register, Math.max(serial, highest.get(register) ?? 0));
    // What was lost can't be read any more; that it was lost is a finding of its own.
    if (!held.has(writeName(register, serial))) continue;
    const ends = tries.filter((one) => one.ending === "ok").map((one) => one.endedAtMs);
    if (ends.length === 0) continue;
    const list = written.get(register) ?? [];
    list.push({ endedAtMs: Math.min(...ends), serial });
    written.set(register, list);
  }
  for (const list of written.values()) {
    list.sort((a, b) => a.endedAtMs - b.endedAtMs);
    let before = 0;
    for (const one of list) {
      one.serial = Math.max(one.serial, before);
      before = one.serial;
    }
  }
  return { written, highest };
}

/** The highest serial that had been acknowledged by an instant; 0 before the first. */
function serialAt(written: Written, atMs: number): number {
  let low = 0;
  let high = written.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((written[middle] as Written[number]).endedAtMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (written[low - 1] as Written[number]).serial;
}
