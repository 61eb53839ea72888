// Everything on: both regions, edge, mirror, lake writers and query processes on one machine while events come in. How many
// are accepted, and how long until an answer of either region holds an event after its acknowledgement.
// TANDEM_BENCH_SECONDS sets the length of each phase (30 where absent; DESIGN asks for 600).

import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { RunningInstallation } from "../test/scenarios/running-installation.ts";
import type { BenchTable } from "./run.ts";

const SECONDS = Number(process.env.TANDEM_BENCH_SECONDS ?? 30);
const PROBE_EVERY_MS = 500;
const PROBE_MAX_MS = 30_000;

/** Events a second asked for; 0: as many as it takes with 16 batches of 100 in flight. */
const PHASES = [
  { name: "500 events/s, singly", perSecond: 500, batch: 1 },
  { name: "10,000 events/s in batches of 100", perSecond: 10_000, batch: 100 },
  { name: "as many as it takes, batches of 100", perSecond: 0, batch: 100 },
];

export async function run(): Promise<BenchTable> {
  const tandem = await RunningInstallation.prepare();
  const rows: BenchTable["rows"] = [];
  try {
    await tandem.start();
    const key = await tandem.writeKey("web");
    for (const phase of PHASES) {
      const stopping = new AbortController();
      const probing = probe(tandem, key, stopping.signal);
      const load = await sendFor(tandem.url, key, phase, SECONDS);
      stopping.abort();
      const { delays, lost } = await probing;
      rows.push({
        phase: phase.name,
        "accepted events/s": Math.round(load.accepted / load.seconds),
        "answers not 200": load.failed,
        "answer p50 ms": round(quantile(load.latencies, 0.5)),
        "answer p99 ms": round(quantile(load.latencies, 0.99)),
        "visible p50 ms": round(quantile(delays, 0.5)),
        "visible p99 ms": round(quantile(delays, 0.99)),
        "probes not seen in 30 s": lost,
      });
    }
  } finally {
    await tandem.remove();
  }
  return { name: `Everything on, ${SECONDS} s a phase, load and both regions on the same cores`, rows };
}

type Load = { accepted: number; failed: number; latencies: number[]; seconds: number };

async function sendFor(url: string, key: string, phase: (typeof PHASES)[number], seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const load: Load = { accepted: 0, failed: 0, latencies: [], seconds };
  const began = performance.now();
  const end = began + seconds * 1000;
  let serial = 0;
  const send = async (dueAt: number) => {
    const events = Array.from({ length: phase.batch }, () => eventOf(`bench-${phase.batch}-${began}-${serial++}`));
    const status = await post(agent, `${url}/v1/batch`, key, JSON.stringify({ batch: events }));
    load.latencies.push(performance.now() - dueAt);
    if (status === 200) load.accepted += phase.batch;
    else load.failed += 1;
  };
  if (phase.perSecond === 0) {
    const sender = async () => {
      while (performance.now() < end) await send(performance.now());
    };
    await Promise.all(Array.from({ length: 16 }, sender));
  } else {
    // Open loop: a request is due when it is due, whatever became of the last one.
    const everyMs = (1000 * phase.batch) / phase.perSecond;
    const underWay = new Set<Promise<void>>();
    for (let index = 0; began + index * everyMs < end; index += 1) {
      const dueAt = began + index * everyMs;
      if (dueAt > performance.now() + 1) await wait(dueAt - performance.now());
      const sending: Promise<void> = send(dueAt).finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
    await Promise.all(underWay);
  }
  load.seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return load;
}

function eventOf(messageId: string): object {
  return {
    type: "page",
    messageId,
    anonymousId: `a${messageId.length}${messageId.slice(-3)}`,
    timestamp: new Date().toISOString(),
    properties: { url: `https://bench.example/p/${messageId.slice(-2)}`, referrer: "https://www.google.com/" },
    context: { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", locale: "en" },
  };
}

function post(agent: Agent, url: string, key: string, body: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
    };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", () => resolve(0));
    sent.end(body);
  });
}

/** One named event at a time: from its acknowledgement until the answer of the region asked holds it, regions in turn. */
async function probe(
  tandem: RunningInstallation,
  key: string,
  signal: AbortSignal,
): Promise<{ delays: number[]; lost: number }> {
  const agent = new Agent({ keepAlive: true });
  const delays: number[] = [];
  let lost = 0;
  for (let turn = 0; !signal.aborted; turn += 1) {
    const name = `probe-${performance.now()}`;
    const body = JSON.stringify({ type: "track", event: name, userId: "probe", messageId: name });
    if ((await post(agent, `${tandem.url}/v1/track`, key, body)) !== 200) continue;
    const acknowledgedAt = performance.now();
    let seen = false;
    while (!seen && performance.now() - acknowledgedAt < PROBE_MAX_MS) {
      const answer = await tandem.ask((turn % 2) as 0 | 1, "web", {
        kind: "totals",
        range: "today" as const,
        tz: "UTC",
        metrics: ["events"],
        where: { field: "event.name", op: "is", value: [name] },
      });
      seen = (((answer.totals ?? answer.rows[0])?.events ?? 0) as number) > 0;
      if (!seen) await wait(20);
    }
    if (seen) delays.push(performance.now() - acknowledgedAt);
    else lost += 1;
    await wait(PROBE_EVERY_MS);
  }
  agent.destroy();
  return { delays, lost };
}

function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

const round = (value: number): number => Math.round(value * 10) / 10;
