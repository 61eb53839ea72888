// Acknowledgement class `pair`, end to end: what the answer's header promises, how long a silent or dead region can hold an
// answer up, what is told of events at risk, and that nothing promised in both regions goes with one of them.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { RegionLayout } from "../../src/core/installation.ts";
import type { Answer } from "../../src/core/question.ts";
import type { Project } from "../../src/core/resources.ts";
import { RunningInstallation } from "./running-installation.ts";

const CATCH_UP_MAX_MS = 60_000;
/** 1 s for the peer, a tick of 0.1 s, and what a busy machine of tests adds. */
const PAIR_ANSWER_MAX_MS = 2_000;
/** Known to be away, a peer costs no waiting; the test machine may. */
const AWAY_ANSWER_MAX_MS = 700;
/** Two health checks that time out (2.6 s), then the try at the other region. */
const EDGE_MOVES_MAX_MS = 6_000;

let tandem: RunningInstallation;
let first: RegionLayout;
let second: RegionLayout;
const keys = { degrade: "", refuse: "" };
/** Message ids of project "degrade" by what their answers promised. */
const promised = { pair: new Set<string>(), degraded: new Set<string>() };
let serial = 0;

before(async () => {
  tandem = await RunningInstallation.prepare();
  await tandem.start();
  [first, second] = (await tandem.installation()).regions;
  for (const pairPolicy of ["degrade", "refuse"] as const) {
    const response = await fetch(`http://127.0.0.1:${first.ports.console}/internal/projects`, {
      method: "POST",
      headers: { "x-tandem-link": await tandem.linkKey(), "content-type": "application/json" },
      body: JSON.stringify({ id: pairPolicy, name: pairPolicy, acknowledgement: "pair", pairPolicy }),
    });
    keys[pairPolicy] = ((await response.json()) as Project).keys[0]?.key ?? "";
  }
  for (const region of [first, second]) await acknowledgesPairs(region);
});
after(async () => {
  await signal(first, "SIGCONT").catch(() => {});
  await signal(second, "SIGCONT").catch(() => {});
  await tandem.remove();
});

type Sent = { status: number; acknowledged: string | null; retryAfter: string | null; ms: number; problem: string };

const at = (region: RegionLayout) => `http://127.0.0.1:${region.ports.collector}`;

async function send(url: string, policy: keyof typeof keys): Promise<Sent> {
  serial += 1;
  const messageId = `pair-${serial}`;
  const began = performance.now();
  const response = await fetch(`${url}/v1/track`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${keys[policy]}:`).toString("base64")}` },
    body: JSON.stringify({ event: "Paired", userId: "u", messageId, timestamp: new Date().toISOString() }),
    signal: AbortSignal.timeout(20_000),
  });
  const { type = "" } = (await response.json()) as { type?: string };
  const acknowledged = response.headers.get("tandem-acknowledged");
  if (policy === "degrade" && acknowledged === "pair") promised.pair.add(messageId);
  if (policy === "degrade" && acknowledged === "pair; degraded") promised.degraded.add(messageId);
  const retryAfter = response.headers.get("retry-after");
  return { status: response.status, acknowledged, retryAfter, ms: performance.now() - began, problem: type };
}

async function acknowledgesPairs(region: RegionLayout): Promise<void> {
  await tandem.until(`${region.name} acknowledges in both regions`, CATCH_UP_MAX_MS, async () => {
    const answers = await Promise.all([send(at(region), "degrade"), send(at(region), "refuse")]);
    return answers.every(({ acknowledged }) => acknowledged === "pair");
  });
}

async function signal(region: RegionLayout, name: "SIGSTOP" | "SIGCONT"): Promise<void> {
  const { pid } = JSON.parse(await readFile(join(region.directory, "run/supervisor.json"), "utf8")) as { pid: number };
  process.kill(-pid, name);
}

async function healthy(): Promise<void> {
  await tandem.until("both regions are healthy", CATCH_UP_MAX_MS, async () => {
    const { edge, regions } = await tandem.status();
    return edge.reachable && regions.every((region) => region.health.ok && region.accepting);
  });
}

const atRisk = async (name: string) =>
  (await tandem.status()).regions.find((region) => region.name === name)?.events.atRisk ?? -1;

test("with both regions up each acknowledges what is on disk in both", async () => {
  for (const url of [tandem.url, at(first), at(second)]) {
    const { status, acknowledged } = await send(url, "degrade");
    assert.deepEqual([status, acknowledged], [200, "pair"], url);
  }
});

test("a peer that is silent with its connections open holds an answer up for one second, once", async () => {
  await signal(second, "SIGSTOP");
  try {
    const [degraded, refused] = await Promise.all([send(at(first), "degrade"), send(at(first), "refuse")]);
    assert.deepEqual([degraded.status, degraded.acknowledged], [200, "pair; degraded"]);
    assert.deepEqual([refused.status, refused.problem], [503, "/problems/peer-unavailable"]);
    for (const { ms } of [degraded, refused]) assert.ok(ms < PAIR_ANSWER_MAX_MS, `${Math.round(ms)} ms`);
    for (let again = 0; again < 3; again += 1) {
      const next = await send(at(first), "degrade");
      assert.equal(next.acknowledged, "pair; degraded");
      assert.ok(next.ms < AWAY_ANSWER_MAX_MS, `${Math.round(next.ms)} ms`);
    }
    const throughEdge = await send(tandem.url, "refuse");
    assert.deepEqual([throughEdge.status, throughEdge.problem], [503, "/problems/peer-unavailable"]);
    assert.ok(Number(throughEdge.retryAfter) > 0);
    assert.ok(throughEdge.ms < EDGE_MOVES_MAX_MS, `${Math.round(throughEdge.ms)} ms`);
    assert.equal(await atRisk(first.name), 4, "status tells what lies in one region alone");
  } finally {
    await signal(second, "SIGCONT");
  }
  await acknowledgesPairs(first);
  await tandem.until("nothing is at risk any more", CATCH_UP_MAX_MS, async () => (await atRisk(first.name)) === 0);
  promised.degraded.clear();
  await healthy();
});

test("when the region that serves falls silent, events and questions go to the other within seconds", async () => {
  await signal(first, "SIGSTOP");
  try {
    const began = performance.now();
    const [event, page] = await Promise.all([send(tandem.url, "degrade"), fetch(`${tandem.url}/`)]);
    assert.equal(event.acknowledged, "pair; degraded");
    assert.deepEqual([page.status, page.headers.get("tandem-region")], [200, second.name]);
    assert.ok(performance.now() - began < EDGE_MOVES_MAX_MS, `${Math.round(performance.now() - began)} ms`);
    const next = await send(tandem.url, "degrade");
    assert.ok(next.ms < AWAY_ANSWER_MAX_MS, `${Math.round(next.ms)} ms`);
  } finally {
    await signal(first, "SIGCONT");
  }
  await healthy();
  await acknowledgesPairs(second);
});

test("nothing acknowledged as pair is missing when a region is killed under load and its events are lost", async () => {
  const killing = { done: false };
  const senders = Array.from({ length: 4 }, async () => {
    while (!killing.done) await send(at(first), "degrade").catch(() => undefined);
  });
  const before = promised.pair.size;
  await tandem.until("some hundred are promised", 20_000, async () => promised.pair.size > before + 200);
  const killed = await tandem.tandem("kill", first.name);
  killing.done = true;
  assert.equal(killed.code, 0, killed.stderr);
  await Promise.all(senders);
  for (const lost of ["log", "bucket", "cache", "aside"]) {
    await rm(join(first.directory, lost), { recursive: true, force: true });
  }
  const degraded = await send(tandem.url, "degrade");
  assert.equal(degraded.acknowledged, "pair; degraded");
  await holdsAllPromised(1);
});

test("a region that lost its events begins a new origin and gets them back, each once", async () => {
  const started = await tandem.tandem("start", first.name);
  assert.equal(started.code, 0, started.stderr);
  await healthy();
  for (const region of [first, second]) await acknowledgesPairs(region);
  // The lake writer would do this by itself a minute after the events came.
  const flushed = await fetch(`http://127.0.0.1:${second.ports.lakeWriter}/internal/flush?mirror=true`, {
    method: "POST",
    headers: { "x-tandem-link": await tandem.linkKey() },
  });
  assert.equal(flushed.status, 200);
  await holdsAllPromised(0);
  await holdsAllPromised(1);
  await tandem.until("each mirror is in step again", CATCH_UP_MAX_MS, async () =>
    (await tandem.status()).regions.every(({ mirror, events }) => mirror.behindMs === 0 && events.atRisk === 0),
  );
});

async function holdsAllPromised(region: 0 | 1): Promise<void> {
  let ids: string[] = [];
  await tandem.until(
    `region ${region} answers with every event of ${promised.pair.size}`,
    CATCH_UP_MAX_MS,
    async () => {
      ids = await idsIn(region);
      const found = new Set(ids);
      return [...promised.pair].every((id) => found.has(id));
    },
  );
  assert.equal(new Set(ids).size, ids.length, "no event is counted twice");
}

async function idsIn(region: 0 | 1): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const question = { kind: "events" as const, range: "all" as const, limit: 1_000, ...(cursor ? { cursor } : {}) };
    const answer: Answer = await tandem.ask(region, "degrade", question);
    ids.push(...answer.rows.map((row) => String(row.message_id)));
    cursor = answer.next;
  } while (cursor);
  return ids;
}
