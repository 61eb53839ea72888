import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ensureInstallation, layOut } from "./installation.ts";

test("what holds people's data or secrets is closed to other users, also after someone opened it", () => {
  const holder = mkdtempSync(join(tmpdir(), "tandem-modes-"));
  try {
    const installation = layOut(join(holder, "data"), 41_000, ({ directory }) => join(directory, "postgres"));
    ensureInstallation(installation);
    const [region] = installation.regions;
    chmodSync(join(region.directory, "bucket"), 0o755);
    ensureInstallation(installation);
    for (const part of ["salts", "log", "bucket", "aside", "cache", "run"]) {
      assert.equal(statSync(join(region.directory, part)).mode & 0o777, 0o700, part);
    }
    assert.equal(statSync(installation.linkKeyFile).mode & 0o777, 0o600);
    for (const directory of [installation.directory, region.directory]) {
      assert.equal(statSync(directory).mode & 0o066, 0, "others may pass through at most, never list");
    }
  } finally {
    rmSync(holder, { recursive: true });
  }
});
