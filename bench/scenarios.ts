// Every drill once, on one installation: what was lost, counted twice, stale or written by two over all of them, seen from
// outside. About fifteen minutes. TANDEM_BENCH_SCENARIOS names some of them, with commas between.

import { drill } from "../src/drills/drill.ts";
import type { DrillRecord } from "../src/drills/record.ts";
import { SCENARIOS } from "../src/drills/scenarios.ts";
import type { FindingKind } from "../src/recovery/history/finding.ts";
import { RunningInstallation } from "../test/scenarios/running-installation.ts";
import type { BenchTable } from "./run.ts";

const chosen = process.env.TANDEM_BENCH_SCENARIOS?.split(",");

export async function run(): Promise<BenchTable> {
  const tandem = await RunningInstallation.prepare();
  const rows: BenchTable["rows"] = [];
  try {
    await tandem.start();
    const place = { installation: await tandem.installation(), linkKey: await tandem.linkKey() };
    for (const scenario of SCENARIOS.filter((one) => chosen?.includes(one.name) ?? true)) {
      const { record } = await drill(place, scenario, { who: "benchmark" });
      process.stdout.write(`${scenario.name}: ${record.summary.outcome}. ${record.summary.verdict}\n`);
      rows.push(rowOf(record));
    }
  } finally {
    await tandem.remove();
  }
  return { name: "Every drill once, under 500 events/s", rows };
}

function rowOf(record: DrillRecord): BenchTable["rows"][number] {
  const count = (kind: FindingKind) => record.counts.find((one) => one.kind === kind)?.count ?? Number.NaN;
  const longest = (of: "writes" | "events") => {
    const pauses = record.measured.map((one) => one[of].outageMs);
    return pauses.includes(null) ? "no end" : Math.round(Math.max(0, ...pauses.map((one) => one ?? 0)));
  };
  return {
    drill: record.scenario.name,
    outcome: record.summary.outcome,
    "changes silent ms": longest("writes"),
    "events silent ms": longest("events"),
    events: record.events.sent,
    changes: record.intents.write.acknowledged,
    "tries of events failed": record.tries.ingest.failed + record.tries.ingest.unknown,
    "tries of changes failed or unknown": record.tries.write.failed + record.tries.write.unknown,
    "batches never acknowledged": record.intents.ingest.intents - record.intents.ingest.acknowledged,
    "lost of both regions'": record.losses.promised.operations,
    "lost of those at risk": record.losses.atRisk.operations,
    "counted twice": record.repeats.operations,
    "stale reads": count("stale-read") + count("own-write-unread"),
    "two writers": count("two-writers") + count("lower-epoch-after-higher"),
    seconds: Math.round(record.summary.lastedMs / 1_000),
  };
}
