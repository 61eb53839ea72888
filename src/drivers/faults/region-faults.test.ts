import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { bent, RIGHT } from "../../recovery/faults/clock-course.ts";
import { monotonicMs, realMonotonicMs, wallMs } from "../clock.ts";
import {
  forgetRegionFaults,
  isDiskFull,
  obeyFaultsOf,
  readRegionFaults,
  requireDiskSpace,
  writeRegionFaults,
} from "./region-faults.ts";

const holder = mkdtempSync(join(tmpdir(), "tandem-faults-"));
mkdirSync(join(holder, "run"));
after(() => rmSync(holder, { recursive: true }));

const until = async (what: string, holds: () => boolean) => {
  const end = performance.now() + 10_000;
  while (!holds()) {
    assert.ok(performance.now() < end, what);
    await wait(10);
  }
};

test("a process obeys a full disk soon after it is made, and no longer than it lasts", async () => {
  const obeying = obeyFaultsOf(holder);
  try {
    requireDiskSpace("/a");
    writeRegionFaults(holder, { ...readRegionFaults(holder), fullDisk: { endsAt: Date.now() + 60_000 } });
    await until("full", isDiskFull);
    assert.throws(() => requireDiskSpace("/a"), { code: "ENOSPC" });
    writeRegionFaults(holder, { ...readRegionFaults(holder), fullDisk: { endsAt: Date.now() + 200 } });
    await until("space again", () => !isDiskFull());
  } finally {
    obeying.stop();
  }
});

test("both clocks follow the region's course, and real time doesn't", async () => {
  const now = realMonotonicMs();
  const clock = bent(RIGHT, { fromMs: now - 10_000, toMs: now + 60_000, drift: 0.5, jumpMs: -3_600_000 });
  writeRegionFaults(holder, { format: 1, fullDisk: null, clock });
  const obeying = obeyFaultsOf(holder);
  try {
    const gained = monotonicMs() - realMonotonicMs();
    assert.ok(gained >= 5_000 && gained < 6_000, `${gained}`);
    const shift = wallMs() - Date.now();
    assert.ok(shift > -3_596_000 && shift < -3_594_000, `${shift}`);
  } finally {
    obeying.stop();
  }
  assert.ok(Math.abs(monotonicMs() - realMonotonicMs()) < 5);
});

test("half a file is no fault", () => {
  writeFileSync(join(holder, "run", "faults", "region.json"), '{"format":1,"full');
  assert.equal(readRegionFaults(holder).fullDisk, null);
  forgetRegionFaults(holder);
  assert.deepEqual(readRegionFaults(holder).clock, RIGHT);
});
