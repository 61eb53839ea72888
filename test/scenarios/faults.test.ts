// Faults of processes, clocks and records on a real installation: each does what the catalogue says, is no death of its own, and
// ends; what was promised holds meanwhile. Those of links are in links.test.ts.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { Installation } from "../../src/core/installation.ts";
import { identify, isAlive } from "../../src/drivers/process/identity.ts";
import { type Injected, inject } from "../../src/local/faults/inject.ts";
import type { Fault } from "../../src/recovery/faults/catalogue.ts";
import { stateOf } from "./installation-processes.ts";
import { RunningInstallation } from "./running-installation.ts";

const BACK_MAX_MS = 60_000;

let tandem: RunningInstallation;
let installation: Installation;
let linkKey: string;
let first: string;
let second: string;
const standing: Injected[] = [];

before(async () => {
  tandem = await RunningInstallation.prepare();
  await tandem.start();
  installation = await tandem.installation();
  linkKey = await tandem.linkKey();
  [first, second] = installation.regions.map(({ name }) => name) as [string, string];
});
afterEach(async () => {
  for (const fault of standing.splice(0)) await fault.heal();
  await wellAgain();
});
after(() => tandem.remove());

async function make(fault: Fault, forMs = 120_000): Promise<Injected> {
  const made = await inject(installation, linkKey, fault, { forMs });
  standing.push(made);
  return made;
}

async function wellAgain(): Promise<void> {
  await tandem.until("everything is well again", BACK_MAX_MS, async () => {
    const { regions, witness, edge } = await tandem.status();
    const well = regions.every(({ health, database }) => health.ok && database.synchronous && !database.solo);
    return well && witness.reachable && edge.reachable;
  });
}

async function processOf(region: string, name: string) {
  const { processes } = await stateOf(installation.directory, region);
  return processes.find((one) => one.name === name) as (typeof processes)[number];
}

test("a process that is killed stays down until the fault ends, and nine times in a row are no reason to give up", async () => {
  for (let round = 0; round < 9; round += 1) {
    await tandem.until("it runs", BACK_MAX_MS, async () => (await processOf(second, "mirror")).state === "running");
    const { pid } = await processOf(second, "mirror");
    const fault = await make({ name: "kill", region: second, process: "mirror", silent: false });
    assert.equal(identify(pid as number), undefined);
    assert.equal((await processOf(second, "mirror")).pid, null);
    await fault.heal();
  }
  await tandem.until(
    "it runs at last",
    BACK_MAX_MS,
    async () => (await processOf(second, "mirror")).state === "running",
  );
  assert.equal((await stateOf(installation.directory, second)).state, "running");
});

test("a database that is held down comes back by itself when the time is over", async () => {
  await make({ name: "hold-database", region: second }, 4_000);
  await tandem.until("it is down", 10_000, async () => (await processOf(second, "postgres")).pid === null);
  await tandem.until("the status says why", 10_000, async () => {
    const { regions } = await tandem.status();
    const one = regions[1]?.processes.find(({ name }) => name === "postgres");
    return /held down by a fault until/.test(one?.detail ?? "");
  });
  await tandem.until("it is back", BACK_MAX_MS, async () => (await processOf(second, "postgres")).state === "running");
});

test("a passive region whose clocks run fast and have jumped takes nothing over", async () => {
  const { epoch, holder } = await tandem.status();
  const fault = await make({ name: "clock", region: second, jumpMs: 3_600_000, drift: 0.01 });
  const end = performance.now() + 8_000;
  while (performance.now() < end) {
    const seen = await tandem.status();
    assert.deepEqual([seen.epoch, seen.holder], [epoch, holder]);
  }
  await fault.heal();
});

test("a witness that is lost takes nothing with it, and votes again when it is back", async () => {
  const { epoch, holder } = await tandem.status();
  const fault = await make({ name: "witness-loss" });
  await tandem.until("it is gone", 5_000, async () => !(await tandem.status()).witness.reachable);
  const seen = await tandem.status();
  assert.deepEqual([seen.epoch, seen.holder], [epoch, holder]);
  await fault.heal();
});

test("what isn't there can't be hit, and the sentence says so", async () => {
  const hits: [Fault, RegExp][] = [
    [{ name: "kill", region: first, process: "zeppelin", silent: false }, /has no process "zeppelin"; it has postgres/],
    [{ name: "corrupt-record", region: first, what: "lake" }, /no objects in its lake yet/],
  ];
  for (const [fault, words] of hits) {
    await assert.rejects(inject(installation, linkKey, fault), words);
  }
  await assert.rejects(inject(installation, linkKey, { name: "witness-loss" }, { forMs: 3_600_000 }), /A fault lasts/);
  const { pid } = await processOf(first, "guardian");
  assert.ok(pid !== null && isAlive(identify(pid) ?? { pid: 0, began: "" }), "nothing was hit");
});
