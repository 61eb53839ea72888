import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { addDays, DAY_MS, dayStart } from "../../core/time.ts";
import { listSalts, readSalt } from "../../drivers/salts/salt-files.ts";
import { type AskPeer, keepSalts } from "./salt-keeper.ts";

const TODAY = "2026-11-21";
const NOON = dayStart(TODAY) + DAY_MS / 2;
let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "tandem-keeper-"));
});
after(() => rm(root, { recursive: true, force: true }));
const home = () => mkdtemp(join(root, "home-"));
const of =
  (directory: string): AskPeer =>
  async (day) =>
    (await readSalt(directory, day)) ?? null;
const unheard: AskPeer = async () => undefined;

test("the active region makes today's salt and two days ahead, and a second round changes nothing", async () => {
  const directory = await home();
  assert.equal(await keepSalts(directory, "active", NOON, unheard), true);
  const days = await listSalts(directory);
  assert.deepEqual(days, [TODAY, addDays(TODAY, 1), addDays(TODAY, 2)]);
  const first = await Promise.all(days.map((day) => readSalt(directory, day)));
  assert.equal(new Set(first.map((salt) => salt?.toString("hex"))).size, 3);
  await keepSalts(directory, "active", NOON, unheard);
  assert.deepEqual(await Promise.all(days.map((day) => readSalt(directory, day))), first);
});

test("the passive region makes none, and ends up with the active one's", async () => {
  const [active, passive] = [await home(), await home()];
  assert.equal(await keepSalts(passive, "passive", NOON, unheard), false);
  assert.equal(await keepSalts(passive, "passive", NOON, of(active)), false);
  assert.deepEqual(await listSalts(passive), []);
  await keepSalts(active, "active", NOON, of(passive));
  assert.equal(await keepSalts(passive, "passive", NOON, of(active)), true);
  for (const day of await listSalts(active))
    assert.deepEqual(await readSalt(passive, day), await readSalt(active, day));
});

test("an active region that lost its salts takes its peer's, so no visitor is counted twice", async () => {
  const [active, passive] = [await home(), await home()];
  await keepSalts(active, "active", NOON, unheard);
  await keepSalts(passive, "passive", NOON, of(active));
  const before = await readSalt(passive, TODAY);
  await rm(active, { recursive: true });
  await keepSalts(active, "active", NOON, of(passive));
  assert.deepEqual(await readSalt(active, TODAY), before);
});
