import assert from "node:assert/strict";
import { test } from "node:test";
import { deepHealth } from "../../recovery/detector/deep-health.ts";
import { type Moved, moved, watchLakes } from "./lake-watch.ts";

test("a lake that is behind but moves is well; one that stands still or isn't heard ages from its last move", () => {
  let lake: Moved;
  const ages: (number | undefined)[] = [];
  for (const [index, steps] of [null, 100, 101, 101, null, 101].entries()) {
    lake = moved(lake, steps, index * 10_000);
    ages.push(lake && index * 10_000 - lake.atMs);
  }
  assert.deepEqual(ages, [undefined, 0, 0, 10_000, 20_000, 30_000]);
});

test("a holder whose lake stands still is ill only while the other region's moves", async () => {
  const well = {
    database: "primary",
    beatAgeMs: 100,
    waitingForStandby: false,
    watchdogAnswers: true,
  } as const;
  assert.equal(deepHealth({ ...well, lakeAgeMs: 120_000, peerLakeAgeMs: 5_000 }).ok, false);
  assert.equal(deepHealth({ ...well, lakeAgeMs: 120_000, peerLakeAgeMs: 120_000 }).ok, true);
  assert.equal(deepHealth({ ...well, lakeAgeMs: null, peerLakeAgeMs: 5_000 }).ok, true);
});

test("both lakes are looked at from the start, and nobody looks after the end", async () => {
  const asked = Promise.withResolvers<void>();
  const lakes = watchLakes(
    async () => 7,
    async () => {
      asked.resolve();
      return null;
    },
  );
  await asked.promise;
  await new Promise(setImmediate);
  const { lakeAgeMs, peerLakeAgeMs } = lakes.ages();
  assert.ok(lakeAgeMs !== null && lakeAgeMs < 5_000);
  assert.equal(peerLakeAgeMs, null);
  await lakes.stop();
});
