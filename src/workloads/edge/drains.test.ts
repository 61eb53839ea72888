import assert from "node:assert/strict";
import { appendFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import type { Asked } from "./drain.ts";
import { drainJournal } from "./drain-journal.ts";
import { type Drains, openDrains } from "./drains.ts";
import type { RegionHealth } from "./routing.ts";

const ASKED: Asked = {
  id: "d-1",
  region: "a",
  sharePercent: 50,
  forMs: 600_000,
  who: "olga",
  reason: "its disk is slow",
  seen: null,
};
let directory: string;
let file: string;
let now: number;
let lines: string[];
const open: Drains[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tandem-drains-"));
  file = join(directory, "edge", "drains.ndjson");
  now = Date.now();
  lines = [];
});
afterEach(async () => {
  for (const drains of open.splice(0)) drains.stop();
  await rm(directory, { recursive: true, force: true });
});

const regions = (change: Partial<RegionHealth> = {}): RegionHealth[] => [
  { name: "a", configured: "primary", accepting: true, serving: true, active: true, epoch: 1 },
  { name: "b", configured: "standby", accepting: true, serving: true, active: false, epoch: 1, ...change },
];

async function started(): Promise<Drains> {
  const drains = await openDrains({ journal: drainJournal(file), now: () => now, log: (event) => lines.push(event) });
  open.push(drains);
  return drains;
}

const firsts = (drains: Drains, among = regions()) => Array.from({ length: 10 }, () => drains.order(among).regions[0]);

test("a drain gives its share to the other region, and ended it gives nothing more", async () => {
  const drains = await started();
  assert.deepEqual(new Set(firsts(drains)), new Set(["a"]));
  assert.ok("says" in (await drains.begin(ASKED, regions())));
  assert.deepEqual(firsts(drains).join(""), "ababababab");
  const { drain } = drains.view(regions());
  assert.deepEqual([drain?.sending, drain?.requests], [true, 5]);
  assert.ok("says" in (await drains.end({ who: "ada", reason: "well again" })));
  assert.deepEqual(new Set(firsts(drains)), new Set(["a"]));
  assert.match(drains.view(regions()).past[0]?.ended ?? "", /ended by ada: well again/);
  assert.match(JSON.stringify(await drains.end({ who: "ada", reason: "" })), /No drain is in force/);
});

test("the region that is drained is still tried second: a drain loses no event", async () => {
  const drains = await started();
  await drains.begin({ ...ASKED, sharePercent: 100 }, regions());
  assert.deepEqual(drains.order(regions()), { regions: ["b", "a"], drained: "a" });
});

test("an unhealthy other region gets nothing, and the drain says so and goes on when it is well", async () => {
  const drains = await started();
  await drains.begin({ ...ASKED, sharePercent: 100 }, regions());
  const ill = regions({ accepting: false });
  assert.deepEqual(new Set(firsts(drains, ill)), new Set(["a"]));
  assert.deepEqual(drains.order(ill), { regions: ["a", "b"], drained: null });
  const { drain } = drains.view(ill);
  assert.equal(drain?.sending, false);
  assert.match(drain?.says ?? "", /ignored/);
  assert.deepEqual(new Set(firsts(drains)), new Set(["b"]));
});

test("it ends by itself when its time is up", async () => {
  const drains = await started();
  await drains.begin(ASKED, regions());
  now += ASKED.forMs;
  assert.deepEqual(new Set(firsts(drains)), new Set(["a"]));
  assert.equal(drains.view(regions()).drain, null);
});

test("a restarted edge goes on with a drain whose time isn't up, and only then", async () => {
  await (await started()).begin(ASKED, regions());
  now += 60_000;
  const again = await started();
  assert.equal(again.view(regions()).drain?.id, "d-1");
  assert.deepEqual(firsts(again).join(""), "ababababab");
  assert.ok(lines.includes("drain-taken-up"));
  now += ASKED.forMs;
  const late = await started();
  const { drain, past } = late.view(regions());
  assert.equal(drain, null);
  assert.match(past[0]?.ended ?? "", /while the edge was away/);
  assert.equal((await started()).view(regions()).past.length, 1, "its end is told once");
});

test("a drain that a person ended stays ended over a restart, also after a line that was torn", async () => {
  const drains = await started();
  await drains.begin(ASKED, regions());
  await drains.end({ who: "ada", reason: "" });
  await appendFile(file, '\n{"kind":"begun","format":1,"id":"torn"');
  const again = await started();
  assert.equal(again.view(regions()).drain, null);
  await again.begin({ ...ASKED, id: "d-2" }, regions());
  assert.equal((await started()).view(regions()).drain?.id, "d-2");
});

test("the same command sent twice is one drain, and a page that saw another one is refused", async () => {
  const drains = await started();
  await drains.begin(ASKED, regions());
  now += 1_000;
  assert.ok("says" in (await drains.begin(ASKED, regions())));
  const stale = await drains.begin({ ...ASKED, id: "d-2" }, regions());
  assert.match(JSON.stringify(stale), /Look again/);
  const seen = await drains.begin({ ...ASKED, id: "d-2", sharePercent: 100, seen: "d-1" }, regions());
  assert.ok("says" in seen);
  const { drain, past } = drains.view(regions());
  assert.deepEqual([drain?.id, drain?.sharePercent, past.map(({ id }) => id)], ["d-2", 100, ["d-1"]]);
  const begun = (await readFile(file, "utf8")).split("\n").filter((line) => line.includes('"begun"'));
  assert.equal(begun.length, 2);
});

test("an edge that can't read what it wrote of drains starts without one, and says so", async () => {
  await mkdir(file, { recursive: true });
  const drains = await started();
  assert.equal(drains.view(regions()).drain, null);
  assert.deepEqual(lines, ["drain-not-read"]);
});

test("what can't be written down isn't begun", async () => {
  await appendFile(join(directory, "edge"), "a file where the directory should be");
  const drains = await openDrains({
    journal: { read: async () => ({ standing: null, past: [] }), append: drainJournal(file).append },
    now: () => now,
    log: () => {},
  });
  assert.match(JSON.stringify(await drains.begin(ASKED, regions())), /couldn't be written down, so it isn't begun/);
  assert.deepEqual(new Set(firsts(drains)), new Set(["a"]));
});
