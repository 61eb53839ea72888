// R4 for relational writes, and R3: a write is journalled once, acknowledged ones always, refused ones never.

import type { Operation } from "./entry.ts";
import type { FinalState, JournalledWrite, SoloSpan } from "./final-state.ts";
import type { Finding, FindingKind } from "./finding.ts";
import type { Intent } from "./intents.ts";

export const writeName = (register: string, serial: number): string => `${register}/${serial}`;

export function checkWrites(intents: Iterable<Intent>, { journal, solo }: FinalState): Finding[] {
  const rows = rowsByWrite(journal);
  const findings: Finding[] = [];
  const find = (kind: FindingKind, subject: string, intent: Intent | null, detail: string | null): void => {
    const operations = intent?.tries.map((one) => one.id) ?? [];
    findings.push({ kind, subject, of: "write", region: null, operations, detail });
  };
  const asked = new Set<string>();
  for (const intent of intents) {
    if (intent.ask.kind !== "write") continue;
    const name = writeName(intent.ask.register, intent.ask.serial);
    asked.add(name);
    const made = rows.get(name) ?? [];
    if (made.length > 1) find("counted-twice", name, intent, `journal rows ${made.map((one) => one.row).join(", ")}`);
    if (intent.known === "acknowledged" && made.length === 0) {
      const alone = wroteAlone(intent.tries, solo);
      find(alone ? "at-risk-and-lost" : "acknowledged-and-lost", name, intent, alone);
    }
    if (made.length > 0 && intent.known === "refused") find("refused-yet-made", name, intent, refusals(intent));
    if (made.length > 0 && intent.known === "unknown") find("survived-unacknowledged", name, intent, null);
  }
  for (const [name, made] of rows) {
    if (!asked.has(name)) find("invented", name, null, `journal row ${made[0]?.row}`);
  }
  return findings;
}

function rowsByWrite(journal: readonly JournalledWrite[]): Map<string, JournalledWrite[]> {
  const rows = new Map<string, JournalledWrite[]>();
  for (const one of journal) {
    const name = writeName(one.register, one.serial);
    const made = rows.get(name);
    if (made) made.push(one);
    else rows.set(name, [one]);
  }
  return rows;
}

/**
 * Why the write's loss was announced: each acknowledgement of it fell into a time in which its region wrote alone. An answer
 * that doesn't name its region counts as that of any.
 */
function wroteAlone(tries: readonly Operation[], solo: readonly SoloSpan[]): string | null {
  const acknowledged = tries.filter((one) => one.ending === "ok");
  const spanOf = (one: Operation) =>
    solo.find(
      (span) =>
        (one.region === null || span.region === one.region) &&
        span.fromMs <= one.endedAtMs &&
        span.untilMs >= one.invokedAtMs,
    );
  const spans = acknowledged.map(spanOf);
  const [first] = spans;
  return first && spans.every((span) => span !== undefined) ? `${first.region} wrote alone` : null;
}

function refusals(intent: Intent): string {
  return [...new Set(intent.tries.map((one) => one.because ?? "refused"))].join("; ");
}
