// Kill everything in turn, under load: whatever was acknowledged is in both regions' answers exactly once.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../../src/core/question.ts";
import { Load } from "./load.ts";
import { RunningInstallation } from "./running-installation.ts";

const REGIONS = ["ap-south-1", "ap-south-2"] as const;
const VISIBLE_MAX_MS = 60_000;

let tandem: RunningInstallation;
let writeKey = "";
const promised = new Set<string>();
const attempted = new Set<string>();
let round = 0;

before(async () => {
  tandem = await RunningInstallation.prepare();
  await tandem.start();
  writeKey = await tandem.writeKey("web");
});
after(() => tandem.remove());

/** Load around a deed; afterwards both regions must be whole again and tell the same, true story. */
async function underLoad(deed: () => Promise<void>): Promise<void> {
  round += 1;
  const load = new Load(tandem.url, writeKey, `round${round}`);
  await wait(700);
  await deed();
  await wait(1_500);
  for (const id of await load.stop()) promised.add(id);
  for (const id of load.attempted) attempted.add(id);
  await checkBothRegions();
}

async function checkBothRegions(): Promise<void> {
  for (const region of [0, 1] as const) {
    let ids: string[] = [];
    const whole = async () => {
      // Counting is cheap; listing is done once the count could be right.
      const { totals, rows } = await tandem.ask(region, "web", { kind: "totals", range: "all", metrics: ["events"] });
      if (Number((totals ?? rows[0])?.events) < promised.size) return false;
      ids = await idsIn(region);
      const found = new Set(ids);
      return [...promised].every((id) => found.has(id));
    };
    await tandem.until(`${REGIONS[region]} answers with every promised event`, VISIBLE_MAX_MS, whole).catch((error) => {
      const found = new Set(ids);
      const missing = [...promised].filter((id) => !found.has(id));
      throw new Error(`${REGIONS[region]} lacks ${missing.length} promised events, first ${missing[0]}`, {
        cause: error,
      });
    });
    assert.equal(new Set(ids).size, ids.length, `${REGIONS[region]} counts no event twice`);
    assert.deepEqual(
      ids.filter((id) => !attempted.has(id)),
      [],
      `${REGIONS[region]} invents nothing`,
    );
    const { totals, rows } = await tandem.ask(region, "web", { kind: "totals", range: "all", metrics: ["events"] });
    assert.equal(totals?.events ?? rows[0]?.events, ids.length, `${REGIONS[region]} counts what it lists`);
  }
}

async function idsIn(region: 0 | 1): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const answer: Answer = await tandem.ask(region, "web", {
      kind: "events",
      range: "all",
      limit: 1_000,
      ...(cursor ? { cursor } : {}),
    });
    ids.push(...answer.rows.map((row) => String(row.message_id)));
    cursor = answer.next;
  } while (cursor);
  return ids;
}

async function pidOf(region: string, name: string): Promise<number> {
  const state = JSON.parse(await readFile(join(tandem.directory, "data", region, "run/supervisor.json"), "utf8"));
  const found = state.processes.find((one: { name: string }) => one.name === name);
  if (!found?.pid) throw new Error(`${region} has no running ${name}: ${JSON.stringify(state.processes)}`);
  return found.pid;
}

async function healthy(): Promise<void> {
  await tandem.until("both regions are healthy again", 60_000, async () => {
    const { regions, edge } = await tandem.status();
    return edge.reachable && regions.every((one) => one.health.ok && one.accepting);
  });
}

for (const name of ["collector", "mirror", "lake-writer", "query", "console", "guardian", "postgres"]) {
  test(`kill -9 of ${name} in either region loses nothing and counts nothing twice`, async () => {
    await underLoad(async () => {
      for (const region of REGIONS) {
        process.kill(await pidOf(region, name), "SIGKILL");
        await wait(300);
      }
      await healthy();
    });
  });
}

test("kill -9 of the edge and of the witness loses nothing and counts nothing twice", async () => {
  await underLoad(async () => {
    process.kill(await pidOf("edge", "edge"), "SIGKILL");
    process.kill(await pidOf("witness", "witness"), "SIGKILL");
    await healthy();
  });
});

for (const region of REGIONS) {
  test(`the loss of ${region} as a whole stops neither events nor answers, and it catches up`, async () => {
    await underLoad(async () => {
      const killed = await tandem.tandem("kill", region);
      assert.equal(killed.code, 0, killed.stderr);
      const other = region === "ap-south-1" ? 1 : 0;
      const answer = await tandem.ask(other, "web", { kind: "totals", range: "all", metrics: ["events"] });
      assert.equal(answer.meta.region, REGIONS[other]);
      await wait(1_000);
      const started = await tandem.tandem("start", region);
      assert.equal(started.code, 0, started.stderr);
      await healthy();
    });
  });
}

test("a power cut of the whole machine loses nothing that was acknowledged", async () => {
  round += 1;
  const load = new Load(tandem.url, writeKey, `round${round}`);
  await wait(1_500);
  await tandem.killEverything();
  await tandem.start();
  for (const id of await load.stop()) promised.add(id);
  for (const id of load.attempted) attempted.add(id);
  await checkBothRegions();
});

test("the lake of either region proves its ranges, digests and counts after all of that", async () => {
  await tandem.until("tandem lake verify finds nothing wrong", 120_000, async () => {
    const { code, stdout, stderr } = await tandem.tandem("lake", "verify");
    if (code !== 0) throw new Error(stdout + stderr);
    return true;
  });
});
