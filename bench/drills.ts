// RTO as a distribution: the loss of the active region, again and again, A to B and B to A in turns, under load, on one
// installation; split by term, against the floor, with and without distance between the regions. Everything is measured by the
// drills' own clients, from outside. Each drill is judged as any other: a broken promise ends the benchmark.
//
// TANDEM_BENCH_DRILLS: how many at each distance (5; DESIGN asks for 50). TANDEM_BENCH_RTT_MS: the distances ("0,25,80").
// TANDEM_BENCH_MINUTES: no drill is begun later than that (15). TANDEM_BENCH_RESUME=1: those already in
// bench/results/drills.ndjson count.

import { appendFileSync, cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Installation } from "../src/core/installation.ts";
import { drill } from "../src/drills/drill.ts";
import { evidenceDirectory } from "../src/drills/evidence.ts";
import type { DrillRecord } from "../src/drills/record.ts";
import type { Scenario } from "../src/drills/scenario.ts";
import { scenarioNamed } from "../src/drills/scenarios.ts";
import { inject } from "../src/local/faults/inject.ts";
import { TERMS } from "../src/recovery/history/rto.ts";
import { RunningInstallation } from "../test/scenarios/running-installation.ts";
import type { BenchTable } from "./run.ts";

const DRILLS = Number(process.env.TANDEM_BENCH_DRILLS ?? 5);
const RTTS_MS = (process.env.TANDEM_BENCH_RTT_MS ?? "0,25,80").split(",").map(Number);
const MINUTES = Number(process.env.TANDEM_BENCH_MINUTES ?? 15);
const KEPT = fileURLToPath(new URL("results/drills.ndjson", import.meta.url));
/** Longer than any drill; the link's fault is made anew before each. */
const LINK_MS = 590_000;

type Kept = { rttMs: number; record: DrillRecord };

export async function run(): Promise<BenchTable> {
  const kept = process.env.TANDEM_BENCH_RESUME === "1" ? readKept() : [];
  if (kept.length === 0) rmSync(KEPT, { force: true });
  const until = performance.now() + MINUTES * 60_000;
  const tandem = await RunningInstallation.prepare();
  try {
    await tandem.start();
    const place = { installation: await tandem.installation(), linkKey: await tandem.linkKey() };
    for (const rttMs of RTTS_MS) {
      const already = kept.filter((one) => one.rttMs === rttMs).length;
      for (let turn = already; turn < DRILLS && performance.now() < until; turn += 1) {
        const record = await drillAt(place, rttMs);
        kept.push({ rttMs, record });
        appendFileSync(KEPT, `${JSON.stringify({ rttMs, record: { ...record, happenings: [], runs: [] } })}\n`);
        const { outcome, verdict, rtoMs } = record.summary;
        process.stdout.write(`${rttMs} ms, drill ${turn + 1} of ${DRILLS}: ${outcome}, ${rtoMs} ms. ${verdict}\n`);
        if (outcome !== "passed") keepEvidence(place.installation, record.summary.id);
        if (record.counts.some((one) => one.severity === "violation" && one.count > 0)) {
          throw new Error(`A promise was broken: ${verdict}`);
        }
      }
    }
  } finally {
    await tandem.remove();
  }
  return {
    name: "The loss of a region under 500 events/s, seen from outside",
    rows: RTTS_MS.flatMap((rttMs) => rowsOf(kept, rttMs)),
  };
}

async function drillAt(place: { installation: Installation; linkKey: string }, rttMs: number): Promise<DrillRecord> {
  const healing = rttMs === 0 ? [] : await slowLinks(place, rttMs);
  try {
    return (await drill(place, shortened(), { who: "benchmark" })).record;
  } finally {
    for (const heal of healing) await heal();
  }
}

/** The installation goes when the benchmark ends; why a drill failed must not go with it. */
function keepEvidence(installation: Installation, id: string): void {
  const target = join(tmpdir(), id);
  cpSync(join(evidenceDirectory(installation), id), target, { recursive: true });
  process.stdout.write(`Its evidence is kept in ${target}.\n`);
}

/** Half of the round trip each way, between all three places. */
async function slowLinks(
  { installation, linkKey }: { installation: Installation; linkKey: string },
  rttMs: number,
): Promise<(() => Promise<void>)[]> {
  const [a, b] = installation.regions.map((region) => region.name) as [string, string];
  const ways = [
    [a, b],
    [a, "witness"],
    [b, "witness"],
  ] as const;
  const slow = {
    name: "slow",
    latencyMs: rttMs / 2,
    jitterMs: 0,
    loss: 0,
    bytesPerSecond: null,
    services: null,
  } as const;
  const faults = ways.map(([from, to], index) =>
    inject(installation, linkKey, { ...slow, from, to }, { id: `bench-${index}`, forMs: LINK_MS }),
  );
  return (await Promise.all(faults)).map((one) => one.heal);
}

/** The drill of the loss of a region, with less waiting around it. */
function shortened(): Scenario {
  const scenario = scenarioNamed("region-loss") as Scenario;
  const steps = scenario.steps.map((step) => (step.do === "run" ? { ...step, forMs: 1_500 } : step));
  // The moment of the loss falls anywhere in the lease's beat.
  return { ...scenario, steps: [{ do: "run", forMs: Math.round(Math.random() * 1_000) }, ...steps] };
}

function readKept(): Kept[] {
  if (!existsSync(KEPT)) return [];
  return readFileSync(KEPT, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as Kept);
}

function rowsOf(kept: Kept[], rttMs: number): BenchTable["rows"] {
  const records = kept.filter((one) => one.rttMs === rttMs).map((one) => one.record);
  const row = (measure: string, values: (number | null | undefined)[], goal = "") => {
    const known = values.filter((one): one is number => typeof one === "number").sort((x, y) => x - y);
    const at = (q: number) => Math.round(known[Math.min(known.length - 1, Math.floor(known.length * q))] ?? Number.NaN);
    return { "round trip ms": rttMs, measure, drills: known.length, p50: at(0.5), p95: at(0.95), worst: at(1), goal };
  };
  const splits = records.flatMap((one) => one.rto.slice(0, 1));
  const counted = (kind: string) => records.map((one) => one.counts.find((count) => count.kind === kind)?.count);
  return [
    row(
      "changes silent, ms",
      records.map((one) => one.measured[0]?.writes.outageMs),
      "p50 ≤ 5000, worst ≤ 10000",
    ),
    ...TERMS.map((term) =>
      row(
        `  ${term}, ms`,
        splits.map((one) => one.terms[term]),
      ),
    ),
    row(
      "  floor (lease + promote), ms",
      splits.map((one) => one.floorMs),
    ),
    row(
      "events silent, ms",
      records.map((one) => one.measured[0]?.events.outageMs),
    ),
    row(
      "event batches never acknowledged",
      records.map((one) => one.intents.ingest.intents - one.intents.ingest.acknowledged),
      "0",
    ),
    row(
      "tries of events that failed",
      records.map((one) => one.tries.ingest.failed + one.tries.ingest.unknown),
    ),
    row(
      "tries of changes that failed or are unknown",
      records.map((one) => one.tries.write.failed + one.tries.write.unknown),
    ),
    row(
      "events lost of those in both regions",
      records.map((one) => one.summary.lostEvents),
      "0",
    ),
    row(
      "changes lost",
      records.map((one) => one.summary.lostWrites),
      "0",
    ),
    row("counted twice", counted("counted-twice"), "0"),
    row("stale reads", counted("stale-read"), "0"),
    row("two writers", counted("two-writers"), "0"),
    row(
      "drills failed",
      records.map((one) => (one.summary.outcome === "passed" ? 0 : 1)),
      "0",
    ),
  ];
}
