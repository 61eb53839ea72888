// False fail-overs: nothing is broken, and both cores are as busy as they can be. A drill without a fault watches leases, plans
// and promises, while a flood of events takes all that is left of the machine. The goal is none in an hour.
// TANDEM_BENCH_MINUTES sets the length (5 where absent; DESIGN asks for 60).

import { randomUUID } from "node:crypto";
import { drill } from "../src/drills/drill.ts";
import { newAgent, send } from "../src/drills/request.ts";
import type { Scenario } from "../src/drills/scenario.ts";
import { RunningInstallation } from "../test/scenarios/running-installation.ts";
import type { BenchTable } from "./run.ts";

const MINUTES = Number(process.env.TANDEM_BENCH_MINUTES ?? 5);
const SENDERS = 16;
const BATCH = 100;
const ANSWER_MS_MAX = 30_000;
/** The clients whose every operation is recorded and judged; the flood is only counted. */
const RECORDED_PER_SECOND = 100;

const QUIET: Scenario = {
  name: "full-load",
  words: "Nothing is broken, and both cores are as busy as they can be.",
  steps: [
    { do: "run", forMs: MINUTES * 60_000 },
    { do: "await", state: { kind: "in-step" }, withinMs: 180_000 },
  ],
  holds: [
    { kind: "no-violation" },
    { kind: "events-all-acknowledged" },
    { kind: "active-is", region: "first" },
    { kind: "no-fail-over" },
    { kind: "in-step-again" },
  ],
  lastsMsMax: MINUTES * 60_000 + 300_000,
};

export async function run(): Promise<BenchTable> {
  const tandem = await RunningInstallation.prepare();
  try {
    await tandem.start();
    const place = { installation: await tandem.installation(), linkKey: await tandem.linkKey() };
    const flood = startFlood(tandem.port, await tandem.writeKey("web"), MINUTES * 60_000);
    const load = { eventsPerSecond: RECORDED_PER_SECOND, writersAtEdge: 2 };
    const print = (one: { afterMs: number; lane: string; text: string }) =>
      process.stdout.write(`${(one.afterMs / 1_000).toFixed(1)} ${one.lane} ${one.text}\n`);
    const { record, result } = await drill(place, QUIET, { who: "benchmark", load, print });
    for (const finding of result.judgement.findings) process.stdout.write(`${JSON.stringify(finding)}\n`);
    const { accepted, failed } = await flood;
    const epochs = new Set([...result.samples.values()].flat().flatMap((one) => one.lease?.epoch ?? []));
    const pauses = writePauses(result.operations.filter((one) => one.to === "edge"));
    return {
      name: `${MINUTES} minutes at full load, nothing broken`,
      rows: [
        {
          measure: "plans that moved the role",
          value: record.runs.filter((one) => one.plan !== "rejoin").length,
          goal: "0",
        },
        { measure: "epochs seen", value: epochs.size, goal: "1" },
        { measure: "broken promises", value: result.judgement.violations, goal: "0" },
        { measure: "flood, events/s accepted", value: Math.round(accepted / (MINUTES * 60)), goal: "" },
        { measure: "flood, batches refused or unanswered", value: failed, goal: "" },
        { measure: "changes acknowledged", value: record.intents.write.acknowledged, goal: "" },
        {
          measure: "longest time without an acknowledged change, ms",
          value: Math.round(Math.max(0, ...pauses)),
          goal: "",
        },
        { measure: "passed", value: record.summary.outcome === "passed" ? 1 : 0, goal: "1" },
      ],
    };
  } finally {
    await tandem.remove();
  }
}

function writePauses(operations: readonly { ask: { kind: string }; ending: string; endedAtMs: number }[]): number[] {
  const ends = operations
    .filter((one) => one.ask.kind === "write" && one.ending === "ok")
    .map((one) => one.endedAtMs)
    .sort((a, b) => a - b);
  return ends.slice(1).map((end, index) => end - (ends[index] as number));
}

async function startFlood(
  port: number,
  writeKey: string,
  forMs: number,
): Promise<{ accepted: number; failed: number }> {
  const agent = newAgent(SENDERS);
  const headers = { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}` };
  const until = performance.now() + forMs;
  let accepted = 0;
  let failed = 0;
  const sender = async (): Promise<void> => {
    while (performance.now() < until) {
      const timestamp = new Date().toISOString();
      const batch = Array.from({ length: BATCH }, (_, index) => {
        return { type: "track", event: "Flood", userId: `u${index % 50}`, messageId: randomUUID(), timestamp };
      });
      const body = JSON.stringify({ batch });
      const request = { port, method: "POST", path: "/v1/batch", headers, body, timeoutMs: ANSWER_MS_MAX, agent };
      const outcome = await send(request);
      if (outcome.kind === "answer" && outcome.status === 200) accepted += BATCH;
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  agent.destroy();
  return { accepted, failed };
}
