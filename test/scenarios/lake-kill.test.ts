// The lake writer is killed at any moment of writing and merging; afterwards each accepted event is in the lake exactly once.
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { verifyLake } from "../../src/drivers/lake/verify.ts";
import {
  appendBatches,
  idsInLake,
  type TestEvent,
  testRegion,
  withDirectory,
} from "../../src/workloads/lake-writer/test-region.ts";

const NOON = Date.UTC(2026, 10, 13, 12);
const PROGRAM = fileURLToPath(new URL("lake-writer-to-kill.ts", import.meta.url));
const ROUNDS = 6;
const DONE_WITHIN_MS = 30_000;

test("a lake writer that is killed while it writes and merges loses nothing and counts nothing twice", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    const all: TestEvent[] = [];
    let seed = 1;
    const chance = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let cut = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const batches = Array.from({ length: 12 }, (_, batch) =>
        Array.from({ length: 25 }, (_, index) => ({
          id: `${round}-${batch}-${index}`,
          at: NOON + index - (index % 3) * 86_400_000,
        })),
      );
      all.push(...batches.flat());
      await appendBatches(region, NOON, batches);
      // The last round may finish.
      if (await runAndKill(root, round === ROUNDS - 1 ? undefined : chance() * 250)) cut++;
    }
    assert.ok(cut >= 2, `only ${cut} rounds were cut off: nothing was proved`);
    assert.deepEqual(await idsInLake(region.bucket), all.map(({ id }) => id).sort());
    const { findings, regions } = await verifyLake([{ region: region.name, directory: region.directory }]);
    assert.deepEqual(findings, []);
    assert.equal(
      regions[0]?.origins.reduce((sum, { inObjects }) => sum + inObjects, 0),
      all.length,
    );
  }));

/** True when the process was killed before it was done. */
async function runAndKill(root: string, afterMs: number | undefined): Promise<boolean> {
  const child = fork(PROGRAM, [root, "ap-south-1"], { execPath: process.execPath });
  const ended = once(child, "exit");
  let done = false;
  child.on("message", (message) => {
    done ||= message === "done";
  });
  const [first] = (await Promise.race([once(child, "message"), ended])) as [unknown];
  assert.equal(first, "writing", "the writer ended before it began");
  // The moment is what is tested here, so this waits for time and not for a state.
  if (afterMs !== undefined) {
    await delay(afterMs);
    child.kill("SIGKILL");
  } else {
    await Promise.race([ended, delay(DONE_WITHIN_MS, undefined, { ref: false })]);
    assert.ok(done, "the writer wasn't done in time");
  }
  await ended;
  return !done;
}
