import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { UNTOLD } from "../../recovery/lease/deadline.ts";
import { keepDeadline, readDeadline } from "./kept-deadline.ts";

const AHEAD_MS_MAX = 3_000;
const TURNS_MAX = 100_000;

async function until(isSo: () => boolean): Promise<void> {
  for (let turns = 0; !isSo(); turns += 1) {
    assert.ok(turns < TURNS_MAX, "it never came");
    await nextTurn();
  }
}

test("the deadline told last is the one that a watchdog finds, shorter ones after longer ones too", async () => {
  const directory = mkdtempSync(join(tmpdir(), "tandem-deadline-"));
  const file = join(directory, "run", "watchdog.json");
  try {
    assert.deepEqual(readDeadline(file, 0, AHEAD_MS_MAX), UNTOLD);
    const keep = keepDeadline(file, (error) => assert.fail(error));
    const told = [
      { epoch: 12, untilMs: 1_234.567 },
      { epoch: 12, untilMs: null },
      { epoch: 13, untilMs: 2_000 },
      { epoch: Number.MAX_SAFE_INTEGER, untilMs: 2_345.678901 },
      { epoch: 14, untilMs: 7 },
    ];
    for (const deadline of told) {
      keep(deadline);
      await until(() => readDeadline(file, 0, AHEAD_MS_MAX).epoch === deadline.epoch);
      await until(() => readDeadline(file, 0, AHEAD_MS_MAX).untilMs === deadline.untilMs);
    }
    // Of many told at once the last one stays, over what a predecessor left.
    const another = keepDeadline(file, (error) => assert.fail(error));
    for (let epoch = 20; epoch <= 40; epoch += 1) another({ epoch, untilMs: epoch });
    await until(() => readDeadline(file, 0, AHEAD_MS_MAX).epoch === 40);
    assert.equal(readFileSync(file, "utf8").split("\n").length, 2);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test("what lies further ahead than a lease, or can't be read, promises nothing", () => {
  const directory = mkdtempSync(join(tmpdir(), "tandem-deadline-"));
  const file = join(directory, "watchdog.json");
  try {
    writeFileSync(file, '{"epoch":3,"untilMs":9000}');
    assert.deepEqual(readDeadline(file, 5_000, AHEAD_MS_MAX), { epoch: 3, untilMs: null });
    for (const text of ["", '{"epoch":3,"unt', '{"epoch":-1,"untilMs":6}', "null"]) {
      writeFileSync(file, text);
      assert.deepEqual(readDeadline(file, 5_000, AHEAD_MS_MAX), UNTOLD);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
