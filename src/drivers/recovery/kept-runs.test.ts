import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { observing } from "../http/observed-server.ts";
import { serveInternal } from "../http/serve-internal.ts";
import { layOut } from "../installation.ts";
import { freePorts } from "../process/free-ports.ts";
import { unheardTelemetry } from "../telemetry/telemetry.ts";
import { fetchRuns, keepRun, keptRuns, newestKeptRuns, readKeptRun } from "./kept-runs.ts";

const LINK_KEY = "0123456789abcdef".repeat(4);

test("a region fetches every finished run that the other one holds, long ones too, and none by a name that leads elsewhere", async () => {
  const data = mkdtempSync(join(tmpdir(), "tandem-kept-runs-"));
  const installation = layOut(data, await freePorts(50), (region) => join(region.directory, "postgres"));
  const [here, there] = installation.regions;
  const long = `${JSON.stringify({ kind: "skipped", because: "x".repeat(1_000) })}\n`.repeat(1_000);
  const runs = join(there.directory, "recovery", "runs");
  mkdirSync(runs, { recursive: true });
  for (const [run, text] of [
    ["20261121T140000Z-rejoin-0001", long],
    ["20261121T150000Z-fail-over-0002", "{}\n"],
  ] as const) {
    writeFileSync(join(runs, `${run}.ndjson`), text);
    await keepRun(there, run);
  }
  const server = await serveInternal({
    port: there.ports.recoverer,
    who: "the recoverer",
    linkKey: LINK_KEY,
    open: [],
    observing: observing("recoverer", unheardTelemetry()),
    handle: async ({ url }) => {
      if (url.pathname === "/runs")
        return { status: 200, json: { runs: [...(await newestKeptRuns(there)), "../../postgres.password"] } };
      const bytes = await readKeptRun(there, url.pathname.split("/")[2] ?? "");
      return bytes && { status: 200, bytes };
    },
  });
  try {
    assert.equal(await fetchRuns(installation, here, there, LINK_KEY), 2);
    assert.deepEqual(await keptRuns(here), await keptRuns(there));
    assert.equal((await readKeptRun(here, "20261121T140000Z-rejoin-0001"))?.toString(), long);
    assert.equal(await fetchRuns(installation, here, there, LINK_KEY), 0, "what is here isn't fetched again");
    assert.equal(await readKeptRun(here, "../../../link.key"), undefined);
  } finally {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
});

test("a run that has outlived its time isn't fetched back from a bucket that still holds it", async () => {
  const data = mkdtempSync(join(tmpdir(), "tandem-kept-runs-"));
  const installation = layOut(data, await freePorts(50), (region) => join(region.directory, "postgres"));
  const [here, there] = installation.regions;
  const kept = join(here.directory, "bucket", "recovery", "runs");
  mkdirSync(kept, { recursive: true });
  const hour = (index: number) => new Date(Date.UTC(2026, 10, 1, index)).toISOString().replace(/[-:]|\.\d+/g, "");
  for (let index = 0; index < 1_000; index += 1) writeFileSync(join(kept, `${hour(index)}-rejoin-0001.ndjson`), "{}\n");
  const told = ["20200101T000000Z-rejoin-0001", "20200101T000000Z-evict-0001"];
  const server = await serveInternal({
    port: there.ports.recoverer,
    who: "the recoverer",
    linkKey: LINK_KEY,
    open: [],
    observing: observing("recoverer", unheardTelemetry()),
    handle: async ({ url }) =>
      url.pathname === "/runs" ? { status: 200, json: { runs: told } } : { status: 200, bytes: Buffer.from("{}\n") },
  });
  try {
    assert.equal(await fetchRuns(installation, here, there, LINK_KEY), 1);
    assert.ok(await readKeptRun(here, "20200101T000000Z-evict-0001"), "the last of its kind");
    assert.equal(await readKeptRun(here, "20200101T000000Z-rejoin-0001"), undefined);
  } finally {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
});
