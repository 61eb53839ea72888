// The links between the regions of a real installation: everything goes through them, a cut degrades what it should and
// nothing else, healing brings all of it back, PostgreSQL's replication included, and the network may itself be killed.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { type Installation, networkPort, PORTS_TAKEN } from "../../src/core/installation.ts";
import type { LinksStatus } from "../../src/core/link.ts";
import type { Project } from "../../src/core/resources.ts";
import { type Injected, inject } from "../../src/local/faults/inject.ts";
import type { Fault } from "../../src/recovery/faults/catalogue.ts";
import { stateOf } from "./installation-processes.ts";
import { RunningInstallation } from "./running-installation.ts";

const CATCH_UP_MAX_MS = 60_000;
/** Started again within a second; a machine of tests adds some. */
const NETWORK_BACK_MAX_MS = 3_000;

let tandem: RunningInstallation;
let installation: Installation;
let linkKey: string;
let writeKey: string;
let first: string;
let second: string;
let serial = 0;
const standing: Injected[] = [];

before(async () => {
  tandem = await RunningInstallation.prepare();
  await tandem.start();
  installation = await tandem.installation();
  linkKey = await tandem.linkKey();
  [first, second] = installation.regions.map(({ name }) => name) as [string, string];
  const response = await fetch(`http://127.0.0.1:${installation.regions[0].ports.console}/internal/projects`, {
    method: "POST",
    headers: { "x-tandem-link": linkKey, "content-type": "application/json" },
    body: JSON.stringify({ id: "linked", name: "linked", acknowledgement: "pair", pairPolicy: "degrade" }),
  });
  writeKey = ((await response.json()) as Project).keys[0]?.key ?? "";
  await inStep();
});
afterEach(async () => {
  for (const fault of standing.splice(0)) await fault.heal();
});
after(() => tandem.remove());

async function make(fault: Fault, forMs = 120_000): Promise<Injected> {
  const made = await inject(installation, linkKey, fault, { forMs });
  standing.push(made);
  return made;
}

const cut = (from: string, to: string): Fault => ({
  name: "cut",
  from,
  to,
  direction: "both",
  reset: false,
  services: null,
});

async function send(region: 0 | 1): Promise<string | null> {
  serial += 1;
  const response = await fetch(`http://127.0.0.1:${installation.regions[region].ports.collector}/v1/track`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}` },
    body: JSON.stringify({ event: "Linked", userId: "u", messageId: `linked-${serial}` }),
    signal: AbortSignal.timeout(20_000),
  });
  await response.arrayBuffer();
  return response.status === 200 ? response.headers.get("tandem-acknowledged") : String(response.status);
}

/** Both regions acknowledge for both, the standby is waited for, nothing is behind or at risk. */
async function inStep(): Promise<void> {
  await tandem.until("both regions are in step", CATCH_UP_MAX_MS, async () => {
    if ((await send(0)) !== "pair" || (await send(1)) !== "pair") return false;
    const { regions } = await tandem.status();
    return regions.every(
      ({ database, mirror, events, health }) =>
        health.ok && database.synchronous && !database.solo && mirror.behindEvents === 0 && events.atRisk === 0,
    );
  });
}

async function links(): Promise<LinksStatus> {
  const response = await fetch(`http://127.0.0.1:${networkPort(installation)}/links`, {
    headers: { "x-tandem-link": linkKey },
  });
  return (await response.json()) as LinksStatus;
}

const onLinux = { skip: process.platform === "linux" ? false : "connections are read from /proc" };

test("no process of a region reaches the other region or the witness but over a link", onLinux, () => {
  const seen = connections(installation.edgePort);
  assert.ok(
    seen.some(({ who }) => who.includes("walreceiver")),
    "the standby streams",
  );
  const wrong = seen.filter(({ region, port }) => {
    const mine = installation.regions.find(({ name }) => name === region);
    if (!mine) return false;
    const others = installation.regions.filter((one) => one !== mine).flatMap(({ ports }) => Object.values(ports));
    return others.includes(port) || port === installation.witness.port;
  });
  assert.deepEqual(wrong, []);
  for (const region of [first, second]) {
    assert.ok(seen.filter((one) => one.region === region).length > 10, `${region}'s connections are seen`);
  }
});

test("cut off from each other, both regions take events and say what they are worth; the active one stays active", async () => {
  const { epoch } = await tandem.status();
  const fault = await make(cut(first, second));
  await tandem.until("answers are degraded", 10_000, async () => (await send(0)) === "pair; degraded");
  assert.equal(await send(1), "pair; degraded");
  await tandem.until("the active region goes on alone", 20_000, async () => {
    const { regions } = await tandem.status();
    return regions[0]?.database.solo === true && regions[0].database.state === "primary";
  });
  const { regions, holder, epoch: now } = await tandem.status();
  assert.deepEqual([holder, now], [first, epoch], "the witness and its own vote are two of three");
  assert.ok(regions.every(({ events, accepting }) => accepting && events.atRisk > 0));
  await tandem.until("the standby knows that it hears nothing", 15_000, async () => {
    const { database } = (await tandem.status()).regions[1] as (typeof regions)[number];
    return database.state === "standby" && database.lagMs !== 0;
  });
  await fault.heal();
  await inStep();
});

test("a slow link for PostgreSQL makes a change wait, and leaves events alone", async () => {
  const plain = await changeMs();
  const fault = await make({
    name: "slow",
    from: first,
    to: second,
    latencyMs: 150,
    jitterMs: 0,
    loss: 0,
    bytesPerSecond: null,
    services: ["postgres"],
  });
  const slowed = await changeMs();
  assert.ok(slowed >= 300, `a change took ${Math.round(slowed)} ms, and ${Math.round(plain)} ms before`);
  assert.equal(await send(0), "pair");
  await fault.heal();
  await inStep();
});

test("a killed network is back at once, and what was cut is cut still", async () => {
  const fault = await make(cut(first, second));
  const before = (await stateOf(installation.directory, "network")).processes[0]?.pid as number;
  process.kill(before, "SIGKILL");
  const began = performance.now();
  await tandem.until("the network answers", NETWORK_BACK_MAX_MS, async () => (await links()).links.length > 0);
  const tookMs = performance.now() - began;
  assert.deepEqual(
    (await links()).faults.map(({ id }) => id),
    [fault.id],
  );
  assert.equal((await links()).links.find(({ to }) => to === second)?.state, "cut");
  await fault.heal();
  await inStep();
  const { restarts } = (await stateOf(installation.directory, "network")).processes[0] as { restarts: number };
  assert.ok(restarts >= 1, `back after ${Math.round(tookMs)} ms`);
});

test("the command makes a fault that ends by itself, lists it, and 'tandem heal' ends all at once", async () => {
  const short = await tandem.tandem("fault", "cut", "--direction", "one-way", "--for", "1s");
  assert.equal(short.code, 0, short.stderr);
  assert.match(short.stdout, /^cut-\S+: all traffic from ap-south-1 to ap-south-2 is held\.\nEnds by itself at /);
  await tandem.until("it has ended", 5_000, async () => (await links()).faults.length === 0);
  const made = await Promise.all([
    tandem.tandem("fault", "slow", "--latency-ms", "5", "--to", "witness"),
    tandem.tandem("fault", "hold-database", "--region", second),
    tandem.tandem("fault", "full-disk", "--region", second),
    tandem.tandem("fault", "witness-loss"),
  ]);
  for (const { code, stderr } of made) assert.equal(code, 0, stderr);
  const listed = await tandem.tandem("faults");
  for (const words of [/slow-\S+: link slowed/, /postgres is held down/, /disk is full/, /witness is held down/]) {
    assert.match(listed.stdout, words);
  }
  assert.equal(await send(1), "503", "a full disk accepts nothing");
  const healed = await tandem.tandem("heal");
  assert.equal(healed.code, 0, healed.stderr);
  assert.match((await tandem.tandem("faults")).stdout, /Standing now: nothing\./);
  await inStep();
  const wrong = await tandem.tandem("fault", "cut", "--latency-ms", "5");
  assert.deepEqual([wrong.code, wrong.stderr.includes("has no --latency-ms")], [64, true], wrong.stderr);
});

test("a region that stands still goes on as if nothing had been, and is let go when its time is over", async () => {
  const state = await stateOf(installation.directory, second);
  const pids = [state.pid, ...state.processes.flatMap(({ pid }) => (pid === null ? [] : [pid]))];
  await make({ name: "stop", region: second, process: null }, 3_000);
  assert.equal(await send(0), "pair; degraded");
  await tandem.until("it goes on", 10_000, async () => (await links()).pauses.length === 0);
  await inStep();
  const now = await stateOf(installation.directory, second);
  assert.deepEqual([now.pid, ...now.processes.flatMap(({ pid }) => (pid === null ? [] : [pid]))], pids);
});

/** How long one change of the catalogue takes to be acknowledged. */
async function changeMs(): Promise<number> {
  serial += 1;
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${installation.regions[0].ports.console}/internal/projects`, {
    method: "POST",
    headers: { "x-tandem-link": linkKey, "content-type": "application/json" },
    body: JSON.stringify({ id: `project-${serial}`, name: "x", acknowledgement: "region" }),
  });
  assert.equal(response.ok, true, await response.text());
  return performance.now() - began;
}

type Connection = { who: string; region: string; port: number };

/** Who holds which connection to a port of this installation, from /proc. A region is known by the process's words. */
function connections(edgePort: number): Connection[] {
  const owners = new Map<string, { who: string; region: string }>();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const who = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      const region = installation.regions.find(
        ({ name }) => who.endsWith(name) || who.includes(`region ${name}`),
      )?.name;
      const standby = who.includes("walreceiver") ? second : undefined;
      for (const handle of readdirSync(`/proc/${pid}/fd`)) {
        const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${handle}`))?.[1];
        if (inode) owners.set(inode, { who, region: standby ?? region ?? "" });
      }
    } catch {
      // It ended, or belongs to somebody else.
    }
  }
  return readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .flatMap((fields) => {
      const port = Number.parseInt(fields[2]?.split(":")[1] ?? "", 16);
      const owner = owners.get(fields[9] ?? "");
      const isOurs = fields[3] === "01" && port >= edgePort && port < edgePort + PORTS_TAKEN;
      return isOurs && owner ? [{ ...owner, port }] : [];
    });
}
