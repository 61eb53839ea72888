import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { lastPassedDrill } from "./drill-age.ts";

test("the last drill that was passed counts, from its end on; failed ones and none tell nothing", async () => {
  const region = mkdtempSync(join(tmpdir(), "tandem-drills-"));
  const put = (id: string, outcome: string, startedAt: number) => {
    const directory = join(region, "bucket", "evidence", id);
    mkdirSync(directory, { recursive: true });
    const summary = { id, scenario: "region-loss", outcome, startedAt, lastedMs: 50 };
    writeFileSync(join(directory, "record.json"), JSON.stringify({ summary }));
  };
  try {
    const last = lastPassedDrill(region);
    assert.equal(await last(), undefined);
    put("first", "failed", 100);
    assert.equal(await last(), undefined);
    put("second", "passed", 200);
    put("third", "passed", 150);
    assert.equal(await last(), 250);
    put("fourth", "broken-off", 900);
    assert.equal(await last(), 250);
  } finally {
    rmSync(region, { recursive: true, force: true });
  }
});
