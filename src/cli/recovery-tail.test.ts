// The list of what a former primary had alone, longer than one page, as the command line takes it from a recoverer's own routes.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { EXIT } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { observing } from "../drivers/http/observed-server.ts";
import { type InternalServer, serveInternal } from "../drivers/http/serve-internal.ts";
import { layOut } from "../drivers/installation.ts";
import { freePorts } from "../drivers/process/free-ports.ts";
import { readTail, writeTail } from "../drivers/recovery/tails.ts";
import { unheardTelemetry } from "../drivers/telemetry/telemetry.ts";
import { recovererRoutes } from "../workloads/recoverer/routes.ts";
import { runTail } from "./recovery-tail.ts";

const LINK_KEY = "0123456789abcdef".repeat(4);
const ROWS = 2_500;
const row = (id: number) => ({
  id,
  epoch: 2,
  who: "ada",
  what: "a change",
  before: null,
  after: {},
  at: 0,
  idempotencyKey: null,
});

let data = "";
let installation: Installation;
let server: InternalServer;
/** From this page on the recoverer fails. */
let failsFrom = Number.POSITIVE_INFINITY;
let written: string[] = [];
const out = { write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
const tail = (options: Parameters<typeof runTail>[2]) => {
  const region = installation.regions[0].name;
  return runTail({ installation, linkKey: LINK_KEY }, "tail", { region, ...options }, out);
};

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "tandem-tail-"));
  installation = layOut(data, await freePorts(50), (region) => join(region.directory, "postgres"));
  [failsFrom, written] = [Number.POSITIVE_INFINITY, []];
  const [region] = installation.regions;
  const control = { systemId: "7", state: "running", checkpoint: 90n, timeline: 2 } as const;
  await writeTail(region, 5, control, (put) => put(Array.from({ length: ROWS }, (_, id) => row(id))));
  const unused = (): never => assert.fail("not asked for");
  const parts = { region, view: unused, run: unused, traced: unused, command: unused, newId: unused };
  const routes = recovererRoutes({ ...parts, tailChanged: async () => {} });
  server = await serveInternal({
    port: region.ports.recoverer,
    who: "the recoverer",
    linkKey: LINK_KEY,
    open: [],
    observing: observing("recoverer", unheardTelemetry()),
    handle: (request) =>
      Number(request.url.searchParams.get("from") ?? 0) >= failsFrom ? { status: 500, json: {} } : routes(request),
  });
});
afterEach(async () => {
  await server.close();
  rmSync(data, { recursive: true, force: true });
});

test("a screen shows the first changes and says how many there are; a file gets every one, and counts as the export", async () => {
  await tail({});
  assert.match(written.join(""), /2500 changes[\s\S]*and 2480 more: --export FILE writes all of them/);
  const file = join(data, "tail.ndjson");
  await tail({ export: file });
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  assert.deepEqual([lines.length, JSON.parse(lines.at(-1) ?? "")], [ROWS, row(ROWS - 1)]);
  assert.notEqual((await readTail(installation.regions[0], 5))?.exportedAt, null);
  written = [];
  await tail({ json: true });
  const [told] = JSON.parse(written.join("")) as { total: number; rows: unknown[] }[];
  assert.deepEqual([told?.total, told?.rows.length], [ROWS, ROWS]);
});

test("a list that breaks off is no export: no file is left of it, and nothing may be dropped", async () => {
  failsFrom = 1;
  const file = join(data, "tail.ndjson");
  await assert.rejects(tail({ export: file }), {
    exitCode: EXIT.missing,
    message: /2500 changes, and it broke off after 1000/,
  });
  assert.equal(existsSync(file), false);
  assert.equal((await readTail(installation.regions[0], 5))?.exportedAt, null);
});
