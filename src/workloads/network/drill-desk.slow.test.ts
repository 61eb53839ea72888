// Drills asked for over HTTP, with the real command as the drill: it is refused here, since nothing runs.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { ensureInstallation, layOut } from "../../drivers/installation.ts";
import { identify } from "../../drivers/process/identity.ts";
import { openDrillDesk } from "./drill-desk.ts";

const ENDED_MS_MAX = 20_000;
const holder = mkdtempSync(join(tmpdir(), "tandem-drill-desk-"));
after(() => rmSync(holder, { recursive: true, force: true }));
const installation = layOut(join(holder, "data"), 41_200, ({ directory }) => join(directory, "postgres"));
ensureInstallation(installation);
const evidence = join(installation.directory, "evidence");
mkdirSync(evidence);
const desk = openDrillDesk(installation, () => {});
after(() => desk.stop());

const asked = { scenario: "region-loss", who: "olga", confirm: "region-loss" };

test("a drill is begun only by its name, twice, and by somebody", async () => {
  for (const [wrong, words] of [
    [{ ...asked, scenario: "../up" }, /`scenario`/],
    [{ ...asked, confirm: "yes" }, /`confirm` repeats its name, "region-loss"/],
    [{ ...asked, who: "--fresh" }, /`who`/],
    [{ ...asked, who: undefined }, /`who`/],
  ] as const) {
    const begun = await desk.begin(wrong);
    assert.ok("because" in begun && begun.status === 400);
    assert.match(begun.because, words);
  }
});

test("one at a time, also beside one that was begun at a terminal", async () => {
  const lock = join(evidence, ".running.json");
  writeFileSync(lock, JSON.stringify({ ...identify(process.pid), scenario: "cycle", who: "ben" }));
  const refused = await desk.begin(asked);
  assert.ok("because" in refused && refused.status === 409);
  assert.match(refused.because, /"cycle", asked for by ben, is still running/);
  assert.equal((await desk.view()).running?.scenario, "cycle");
  rmSync(lock);
  const begun = await Promise.all([desk.begin(asked), desk.begin(asked)]);
  assert.deepEqual(
    begun.map((one) => ("because" in one ? one.status : one.who)),
    ["olga", 409],
  );
});

test("a drill that is refused is told with its reason, and the next may begin", async () => {
  const end = performance.now() + ENDED_MS_MAX;
  while ((await desk.view()).running) {
    assert.ok(performance.now() < end, "the drill ends");
    await wait(50);
  }
  const { past, scenarios } = await desk.view();
  assert.deepEqual([past[0]?.scenario, past[0]?.outcome], ["region-loss", "broken-off"]);
  assert.match(past[0]?.verdict ?? "", /^tandem: /);
  assert.ok(scenarios.some(({ name }) => name === "region-loss"));
  assert.ok("lines" in (await desk.begin(asked)));
});
