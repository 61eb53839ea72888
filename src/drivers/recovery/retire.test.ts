import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { RegionLayout } from "../../core/installation.ts";
import { DAY_MS } from "../../core/time.ts";
import { retireEvidence, retireRuns } from "./retire.ts";
import { regionForTest } from "./test-region.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const stamp = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS).toISOString().replace(/[-:]|\.\d+/g, "");
const runId = (daysAgo: number, plan: string) => `${stamp(daysAgo)}-${plan}-00a1`;

async function putRuns(region: RegionLayout, ids: readonly string[]): Promise<void> {
  for (const directory of [
    ["recovery", "runs"],
    ["bucket", "recovery", "runs"],
  ]) {
    const path = join(region.directory, ...directory);
    await mkdir(path, { recursive: true });
    for (const id of ids) await writeFile(join(path, `${id}.ndjson`), "{}\n");
  }
}

async function putDrill(directory: string, id: string, outcome: string): Promise<void> {
  await mkdir(join(directory, id), { recursive: true });
  await writeFile(join(directory, id, "record.json"), JSON.stringify({ summary: { outcome } }));
  await writeFile(join(directory, id, "signature"), `of ${id}`);
}

test("journals of runs that have outlived their time go from both places, the commands and damaged ones' younger kin stay", async () => {
  const { region, end } = await regionForTest();
  try {
    const young = Array.from({ length: 1_000 }, (_, index) => runId(index / 10, "rejoin"));
    const old = [runId(500, "rejoin"), runId(450, "rejoin"), runId(600, "fail-over")];
    await putRuns(region, [...young, ...old]);
    const own = join(region.directory, "recovery", "runs");
    await writeFile(join(own, "commands.ndjson"), "{}\n");
    await writeFile(join(own, `${runId(700, "rejoin")}.ndjson.damaged`), "nonsense\n");
    assert.deepEqual(await retireRuns(region, NOW), [runId(700, "rejoin"), runId(500, "rejoin"), runId(450, "rejoin")]);
    const left = new Set([...young, runId(600, "fail-over")].map((id) => `${id}.ndjson`));
    assert.deepEqual(new Set(await readdir(join(region.directory, "bucket", "recovery", "runs"))), left);
    assert.deepEqual(new Set(await readdir(own)), new Set([...left, "commands.ndjson"]));
    assert.deepEqual(await retireRuns(region, NOW), [], "a second look finds nothing more");
  } finally {
    await end();
  }
});

test("evidence goes whole or not at all; the last drill of a scenario and the last that was passed stay, as does what isn't evidence", async () => {
  const { region, end } = await regionForTest();
  const directory = join(region.directory, "bucket", "evidence");
  try {
    for (let index = 0; index < 200; index += 1) {
      await putDrill(directory, `region-loss-${stamp(index / 10)}`, "passed");
    }
    const cycle = (daysAgo: number) => `cycle-${stamp(daysAgo)}`;
    await putDrill(directory, cycle(410), "failed");
    await putDrill(directory, cycle(420), "passed");
    await putDrill(directory, cycle(430), "passed");
    await putDrill(directory, cycle(440), "failed");
    await putDrill(directory, "notes-of-the-auditor", "passed");
    await putDrill(directory, `.retiring-${cycle(900)}`, "passed");
    const untouched = await readFile(join(directory, cycle(420), "record.json"), "utf8");
    assert.deepEqual(await retireEvidence(directory, NOW), [cycle(440), cycle(430)]);
    const left = (await readdir(directory)).filter((name) => !name.startsWith("region-loss-"));
    assert.deepEqual(left.sort(), [cycle(410), cycle(420), "notes-of-the-auditor"].sort());
    assert.deepEqual((await readdir(join(directory, cycle(420)))).sort(), ["record.json", "signature"]);
    assert.equal(await readFile(join(directory, cycle(420), "record.json"), "utf8"), untouched);
    assert.equal((await readdir(directory)).filter((name) => name.startsWith("region-loss-")).length, 200);
    assert.deepEqual(await retireEvidence(join(directory, "nothing-here"), NOW), []);
  } finally {
    await end();
  }
});

test("two regions that hold the same keep the same, though one looks a day later", async () => {
  const [here, there] = [await regionForTest(), await regionForTest()];
  try {
    const ids = Array.from({ length: 1_040 }, (_, index) => runId(380 + index, "rejoin"));
    for (const { region } of [here, there]) await putRuns(region, ids);
    const gone = await retireRuns(here.region, NOW);
    assert.equal(gone.length, 40);
    assert.deepEqual(await retireRuns(there.region, NOW + DAY_MS), gone);
  } finally {
    await Promise.all([here.end(), there.end()]);
  }
});
