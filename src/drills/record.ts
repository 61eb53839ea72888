// The record of a drill: one JSON value with everything that was measured, judged and said, for programs and for the report.
// record.json has a format number; a reader refuses a newer one.

import { readFileSync } from "node:fs";
import { cpus, release } from "node:os";
import type { PastDrill } from "../core/drills-view.ts";
import type { Installation } from "../core/installation.ts";
import type { RunView } from "../core/recovery-view.ts";
import type { Judgement } from "../recovery/history/check.ts";
import { explain, FINDINGS, type Finding, type FindingKind, type Severity } from "../recovery/history/finding.ts";
import type { RtoSplit } from "../recovery/history/rto.ts";
import type { Held, Measured } from "./expectations.ts";
import type { DrillResult } from "./run-drill.ts";
import { expectationWords, type Step, stepWords } from "./scenario.ts";
import type { Happening } from "./timeline.ts";

export const RECORD_FORMAT = 1;
/** Of each kind; the counts tell how many there are, and history.ndjson.gz holds all that is needed to find them again. */
const FINDINGS_LISTED_MAX = 50;

const VERSION: string = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

export type Amount = { events: number; operations: number };

export type DrillRecord = {
  format: typeof RECORD_FORMAT;
  summary: PastDrill;
  scenario: { name: string; words: string; steps: string[]; holds: string[] };
  repeat: string;
  versions: { tandem: string; node: string; system: string; processor: string };
  installation: { regions: [string, string]; active: string; witness: true };
  load: DrillResult["load"] & { seconds: number };
  objective: { rtoMs: number; lostInBoth: 0; writers: 1 };
  stoppedBecause: string | null;
  held: Held[];
  measured: Measured[];
  rto: RtoSplit[];
  counts: { kind: FindingKind; severity: Severity; says: string; count: number }[];
  findings: (Finding & { says: string })[];
  /** Each event once, however many regions lack it; operations are batches of events and changes. */
  losses: { promised: Amount; atRisk: Amount };
  repeats: Amount;
  tries: Judgement["tries"];
  intents: Judgement["intents"];
  events: Judgement["events"];
  writers: Judgement["writers"];
  runs: (RunView & { region: string })[];
  faults: DrillResult["faults"];
  messages: unknown[];
  /** `beganAtMs`: the drill's beginning on the monotonic clock that all instants but `…At` are of. */
  beganAtMs: number;
  happenings: Happening[];
};

export function recordOf(result: DrillResult, installation: Installation, id: string, repeat: string): DrillRecord {
  const { judgement, scenario } = result;
  const [a, b] = installation.regions;
  return {
    format: RECORD_FORMAT,
    summary: summaryOf(result, id),
    scenario: {
      name: scenario.name,
      words: scenario.words,
      steps: scenario.steps.map((step: Step) => stepWords(step)),
      holds: scenario.holds.map(expectationWords),
    },
    repeat,
    versions: {
      tandem: VERSION,
      node: process.version,
      system: `${process.platform} ${release()} ${process.arch}`,
      processor: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
    },
    installation: { regions: [a.name, b.name], active: result.first, witness: true },
    load: { ...result.load, seconds: result.lastedMs / 1_000 },
    objective: { rtoMs: 10_000, lostInBoth: 0, writers: 1 },
    stoppedBecause: result.stoppedBecause,
    held: result.held,
    measured: result.measured,
    rto: result.rto,
    counts: (Object.keys(FINDINGS) as FindingKind[]).map((kind) => {
      return { kind, ...FINDINGS[kind], count: judgement.counts[kind] };
    }),
    findings: firstOfEach(judgement.findings),
    losses: {
      promised: amountOf(judgement.findings, ["acknowledged-and-lost"]),
      atRisk: amountOf(judgement.findings, ["at-risk-and-lost", "lost-with-region"]),
    },
    repeats: amountOf(judgement.findings, ["counted-twice"]),
    tries: judgement.tries,
    intents: judgement.intents,
    events: judgement.events,
    writers: judgement.writers,
    runs: result.runs,
    faults: result.faults,
    messages: result.messages,
    beganAtMs: result.beganAtMs,
    happenings: result.happenings,
  };
}

function amountOf(findings: readonly Finding[], kinds: readonly FindingKind[]): Amount {
  const meant = findings.filter((one) => kinds.includes(one.kind));
  const events = new Set(meant.filter((one) => one.of === "event").map((one) => one.subject));
  // The first try names its operation; all tries of one are found together.
  const operations = new Set(meant.map((one) => one.operations[0] ?? one.subject));
  return { events: events.size, operations: operations.size };
}

function firstOfEach(findings: readonly Finding[]): DrillRecord["findings"] {
  const listed = new Map<FindingKind, number>();
  return findings.flatMap((finding) => {
    const before = listed.get(finding.kind) ?? 0;
    listed.set(finding.kind, before + 1);
    return before < FINDINGS_LISTED_MAX ? [{ ...finding, says: explain(finding) }] : [];
  });
}

function summaryOf(result: DrillResult, id: string): PastDrill {
  const { scenario, who, startedAt, lastedMs, outcome, measured, judgement } = result;
  const lost = judgement.findings.filter((one) => one.kind === "acknowledged-and-lost");
  return {
    id,
    scenario: scenario.name,
    who,
    startedAt,
    lastedMs,
    outcome,
    verdict: verdictOf(result),
    rtoMs: longestMs(measured),
    // Each region's answer is held against what was promised: an event that both lack is one event.
    lostEvents: new Set(lost.filter((one) => one.of === "event").map((one) => one.subject)).size,
    lostWrites: lost.filter((one) => one.of === "write").length,
  };
}

function verdictOf({ outcome, held, stoppedBecause, judgement, measured }: DrillResult): string {
  if (outcome === "broken-off") return "It was broken off by a person; what was broken is healed.";
  const failed = held.filter((one) => !one.holds);
  if (stoppedBecause !== null) return `It didn't come to its end. ${stoppedBecause}`;
  if (failed[0]) {
    return `${failed.length} of ${held.length} expectations didn't hold; first, that ${failed[0].words}: ${failed[0].says}.`;
  }
  const outage = longestMs(measured);
  const paused = outage === null ? "" : ` Changes paused for ${(outage / 1_000).toFixed(2)} s at most.`;
  return `All ${held.length} expectations held; of ${judgement.events.sent} events and ${judgement.intents.write.acknowledged} acknowledged changes ${lossWords(judgement)}.${paused}`;
}

/** The longest silence of changes; null when nothing was measured, or one has no end. */
function longestMs(measured: readonly Measured[]): number | null {
  const outages = measured.map((one) => one.writes.outageMs).filter((one) => one !== null);
  return outages.length > 0 && outages.length === measured.length ? Math.max(...outages) : null;
}

/** Losses that nobody was promised against are losses all the same, and are said. */
function lossWords({ findings }: Judgement): string {
  const lost = (of: "event" | "write") =>
    new Set(
      findings
        .filter((one) => one.of === of && (one.kind === "at-risk-and-lost" || one.kind === "lost-with-region"))
        .map((one) => one.subject),
    ).size;
  const [events, writes] = [lost("event"), lost("write")];
  if (events + writes === 0) return "none is lost or counted twice";
  return `${events} events and ${writes} changes are lost that were in one region only, as their answers or the voters said; none else, and none is counted twice`;
}
