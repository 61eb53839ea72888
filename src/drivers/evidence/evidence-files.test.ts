import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { listEvidence, readEvidence } from "./evidence-files.ts";

function regionWith(drills: Record<string, Record<string, string>>): string {
  const region = mkdtempSync(join(tmpdir(), "tandem-evidence-"));
  for (const [id, files] of Object.entries(drills)) {
    mkdirSync(join(region, "bucket/evidence", id), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(region, "bucket/evidence", id, name), text);
  }
  return region;
}
const record = (startedAt: number) => JSON.stringify({ format: 1, summary: { scenario: "region-loss", startedAt } });

test("drills are listed newest first, with their files, also those whose record can't be read", async () => {
  const region = regionWith({
    "region-loss-20261121T120000Z": { "record.json": record(1), "timeline.svg": "<svg/>", SHA256SUMS: "" },
    "region-loss-20261121T130000Z": { "record.json": record(2) },
    "cycle-20261121T110000Z": { "record.json": "{", ".hidden": "" },
  });
  const found = await listEvidence(region);
  assert.deepEqual(
    found.map(({ id, summary }) => [id, summary?.startedAt ?? null]),
    [
      ["region-loss-20261121T130000Z", 2],
      ["region-loss-20261121T120000Z", 1],
      ["cycle-20261121T110000Z", null],
    ],
  );
  assert.deepEqual(
    found[1]?.files.map(({ name }) => name),
    ["SHA256SUMS", "record.json", "timeline.svg"],
  );
  assert.deepEqual(await listEvidence(join(region, "nothing-here")), []);
  rmSync(region, { recursive: true });
});

test("nothing outside of a drill's directory is read, whatever the name", async () => {
  const region = regionWith({ "drill-1": { "record.json": "{}" } });
  writeFileSync(join(region, "link.key"), "secret");
  mkdirSync(join(region, "bucket/evidence/drill-1/deeper"));
  symlinkSync(join(region, "link.key"), join(region, "bucket/evidence/drill-1/.link"));
  assert.equal((await readEvidence(region, "drill-1", "record.json"))?.toString(), "{}");
  for (const [id, file] of [
    ["..", "link.key"],
    ["../..", "link.key"],
    ["drill-1", "../../../link.key"],
    ["drill-1", "..%2Flink.key"],
    ["drill-1", ".link"],
    ["drill-1", "deeper"],
    ["drill-1", ""],
    ["", "record.json"],
    ["drill-1/.", "record.json"],
    ["drill-1", "record.json\0.svg"],
  ] as const) {
    assert.equal(await readEvidence(region, id, file), undefined, `${id}/${file}`);
  }
  rmSync(region, { recursive: true });
});
