// What is told of a data directory holds for one directory, also while plans rename them.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { POSTGRES_MAJOR } from "./binaries.ts";
import { inspectCluster } from "./inspect.ts";

const LOOKS = 400;

function makeCluster(data: string, role: "primary" | "standby"): void {
  mkdirSync(join(data, "global"), { recursive: true });
  writeFileSync(join(data, "PG_VERSION"), `${POSTGRES_MAJOR}\n`);
  if (role === "standby") writeFileSync(join(data, "standby.signal"), "");
  const control = Buffer.alloc(8_192);
  control.writeBigUInt64LE(role === "primary" ? 1n : 2n, 0);
  control.writeUInt32LE(Number(POSTGRES_MAJOR) * 100, 8);
  writeFileSync(join(data, "global/pg_control"), control);
}

test("a directory that is put aside and replaced while it is looked at is never called damaged, nor mixed up", async () => {
  const directory = mkdtempSync(join(tmpdir(), "tandem-inspect-"));
  const [data, primary, standby] = ["data", "primary", "standby"].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  makeCluster(primary, "primary");
  makeCluster(standby, "standby");
  const moves: [string, string][] = [
    [primary, data],
    [data, primary],
    [standby, data],
    [data, standby],
  ];
  const seen = new Set<string>();
  try {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      const looking = inspectCluster(data);
      // Each look meets one move, at another moment of it.
      for (let turns = looks % 13; turns > 0; turns -= 1) await turn();
      const [from, to] = moves[looks % moves.length] as [string, string];
      renameSync(from, to);
      const cluster = await looking;
      seen.add(cluster.kind === "absent" ? "absent" : `${cluster.role} ${cluster.systemId}`);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  assert.equal(seen.size, 3, [...seen].join(", "));
  for (const one of seen) assert.ok(["absent", "primary 1", "standby 2"].includes(one), one);
});

test("a directory that stays and lacks its control file is refused, untouched", async () => {
  const directory = mkdtempSync(join(tmpdir(), "tandem-inspect-"));
  try {
    makeCluster(directory, "primary");
    rmSync(join(directory, "global/pg_control"));
    await assert.rejects(inspectCluster(directory), /can't be used: the control file .*ENOENT/);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
