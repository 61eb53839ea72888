// A drain as a person on call uses it: a share of the events goes to the other region for a while, no event is lost by it, recovery
// decides nothing because of it, and it ends.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { EdgeDrains } from "../../src/core/drain.ts";
import { Load } from "./load.ts";
import { readMetrics } from "./metrics-text.ts";
import { RunningInstallation } from "./running-installation.ts";

const [FIRST, OTHER] = ["ap-south-1", "ap-south-2"] as const;
/** Requests with events at the edge; the load sends some twenty a second. */
const REQUESTS_MIN = 40;
const REQUESTS_MS_MAX = 60_000;
let tandem: RunningInstallation;
let load: Load;
let epoch: number | null;
/** What recovery had done before anything was drained: on a busy machine a region may be slow to serve at first. */
let runsBefore: string[];

before(async () => {
  tandem = await RunningInstallation.prepare();
  await tandem.start();
  await tandem.untilReadyToHandOver();
  runsBefore = await runIds();
  epoch = (await tandem.status()).epoch;
  load = new Load(tandem.url, await tandem.writeKey("web"), "drain");
});
after(() => tandem.remove());

async function runIds(): Promise<string[]> {
  const { stdout, stderr } = await tandem.tandem("history", "--json");
  const { runs, silent } = JSON.parse(stdout) as { runs: { id: string }[]; silent: string[] };
  assert.deepEqual(silent, [], stderr);
  return runs.map(({ id }) => id);
}

/** Requests with events by the region that answered them, since the edge last started. */
async function answered(): Promise<Record<string, number>> {
  const text = await (await fetch(`${tandem.url}/metrics`)).text();
  const family = readMetrics(text, "prometheus").find(({ name }) => name === "tandem_edge_ingest_total");
  return Object.fromEntries((family?.samples ?? []).map(({ labels, value }) => [labels.peer_region, value]));
}

/** The share that the other region answers of the next requests, in percent. */
async function shareOfOther(): Promise<number> {
  const began = await answered();
  let more = { first: 0, other: 0 };
  await tandem.until("enough requests were answered", REQUESTS_MS_MAX, async () => {
    const now = await answered();
    more = {
      first: (now[FIRST] ?? 0) - (began[FIRST] ?? 0),
      other: (now[OTHER] ?? 0) - (began[OTHER] ?? 0),
    };
    return more.first + more.other >= REQUESTS_MIN;
  });
  return (100 * more.other) / (more.first + more.other);
}

async function look(): Promise<EdgeDrains> {
  const { code, stdout, stderr } = await tandem.tandem("drain", "--json");
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as EdgeDrains;
}

test("a preview says in figures what would change, and changes nothing", async () => {
  const { code, stdout } = await tandem.tandem("drain", FIRST, "--share", "50", "--dry-run");
  assert.equal(code, 0);
  assert.match(
    stdout,
    /Now: ap-south-1 takes \d.* events\/s.*\nThen: ap-south-1 about \d.*\n(?:.*\n)*Nothing was changed/,
  );
  assert.equal((await look()).drain, null);
  assert.equal(await shareOfOther(), 0);
});

test("the share goes to the other region, and is told by status and metrics", async () => {
  const unsure = await tandem.tandem("drain", FIRST, "--share", "50", "--reason", "its disk is slow");
  assert.equal(unsure.code, 77, unsure.stdout);
  const begun = await tandem.tandem(
    "drain",
    FIRST,
    "--share",
    "50",
    "--for",
    "10m",
    "--reason",
    "its disk is slow",
    "--yes",
  );
  assert.equal(begun.code, 0, begun.stderr);
  const share = await shareOfOther();
  // The edges of the measurement cut through pairs of requests that are under way.
  assert.ok(share > 40 && share < 60, `${share} %`);
  const { drain } = (await tandem.status()).edge.traffic ?? {};
  assert.deepEqual([drain?.region, drain?.to, drain?.sharePercent, drain?.sending], [FIRST, OTHER, 50, true]);
  assert.match((await tandem.tandem("status")).stdout, /drain {6}50 % of the events for ap-south-1 go to ap-south-2/);
});

test("a killed edge goes on with it", async () => {
  const pid = (await tandem.status()).edge.processes.find(({ name }) => name === "edge")?.pid;
  assert.ok(pid);
  process.kill(pid, "SIGKILL");
  await tandem.until("another edge answers", 30_000, async () => {
    const { edge } = await tandem.status();
    return (
      edge.reachable && edge.processes.some((one) => one.name === "edge" && one.pid !== pid && one.state === "running")
    );
  });
  await tandem.until("both regions pass its checks", 30_000, async () => (await look()).drain?.sending === true);
  const share = await shareOfOther();
  assert.ok(share > 40 && share < 60, `${share} %`);
});

test("while the other region can't take events it is ignored, says so, and goes on afterwards", async () => {
  const killed = await tandem.tandem("fault", "kill", "--region", OTHER, "--process", "collector", "--for", "8s");
  assert.equal(killed.code, 0, killed.stderr);
  await tandem.until("the drain is ignored", 20_000, async () => (await look()).drain?.sending === false);
  assert.match((await tandem.tandem("drain")).stdout, /Not now: ap-south-2 can't take events/);
  await tandem.until("the drain goes on", 60_000, async () => (await look()).drain?.sending === true);
});

test("it is ended at once, the next one ends by itself, and both are told afterwards", async () => {
  const ended = await tandem.tandem("drain", "--end", "--reason", "the disk is well");
  assert.equal(ended.code, 0, ended.stderr);
  assert.equal(await shareOfOther(), 0);
  const again = await tandem.tandem("drain", FIRST, "--share", "100", "--for", "10s", "--reason", "once more", "--yes");
  assert.equal(again.code, 0, again.stderr);
  await tandem.until("its time is up", 30_000, async () => (await look()).drain === null);
  assert.equal(await shareOfOther(), 0);
  const { stdout } = await tandem.tandem("history");
  assert.match(stdout, /50 % of ap-south-1 to ap-south-2 \(.*its disk is slow\), ended by .*the disk is well/);
  assert.match(stdout, /100 % of ap-south-1 to ap-south-2 \(.*once more\), its time was up/);
});

test("every acknowledged event is counted once in both regions, and the role never moved", async () => {
  const promised = await load.stop();
  for (const region of [0, 1] as const) {
    await tandem.until("both regions count what was acknowledged", 60_000, async () => {
      const { totals, rows } = await tandem.ask(region, "web", { kind: "totals", range: "all", metrics: ["events"] });
      const count = Number((totals ?? rows[0])?.events);
      assert.ok(count <= load.attempted.size, `${count} counted of ${load.attempted.size} that were sent`);
      return count === promised.size;
    });
  }
  assert.equal((await tandem.status()).epoch, epoch);
  assert.deepEqual(await runIds(), runsBefore);
});
