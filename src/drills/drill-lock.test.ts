import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { layOut } from "../drivers/installation.ts";
import { lockDrills, runningDrill } from "./drill-lock.ts";

test("one drill at a time: a second one is refused by name, and one whose process is gone is in nobody's way", () => {
  const data = mkdtempSync(join(tmpdir(), "tandem-drill-lock-"));
  try {
    const installation = layOut(data, 20_000, (region) => join(region.directory, "postgres"));
    assert.equal(runningDrill(installation), null);
    const letGo = lockDrills(installation, "region-loss", "ada");
    assert.equal(runningDrill(installation)?.who, "ada");
    assert.throws(() => lockDrills(installation, "cycle", "bob"), /region-loss, begun by ada, is still running/);
    letGo();
    assert.equal(runningDrill(installation), null);
    const gone = { pid: process.pid, began: "long ago", scenario: "cycle", who: "eve", startedAt: 1 };
    writeFileSync(join(data, "evidence/.running.json"), JSON.stringify(gone));
    assert.equal(runningDrill(installation), null);
    lockDrills(installation, "cycle", "bob")();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
