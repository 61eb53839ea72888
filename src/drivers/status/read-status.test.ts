import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Installation, RegionLayout, RegionPorts } from "../../core/installation.ts";
import { initialRegister } from "../../recovery/register.ts";
import { type Memory, readStatus } from "./read-status.ts";

const holder = mkdtempSync(join(tmpdir(), "tandem-status-"));
const servers = new Set<Server>();
after(() => {
  for (const server of servers) server.close();
  rmSync(holder, { recursive: true });
});

const LINK_KEY = "key";
const register = initialRegister("one");
/** What each process tells, as their own tests promise it. */
const TOLD: Record<keyof RegionPorts, Record<string, unknown>> = {
  console: {},
  collector: { accepting: true, acceptedTotal: 7, perSecond: 2, atRisk: 1 },
  query: {},
  guardian: { database: { state: "primary", lagMs: 3, lagBytes: 4, synchronous: true, solo: false } },
  mirror: { mirror: { behindEvents: 5, behindMs: 6 }, missingObjects: 8 },
  lakeWriter: { lake: { objects: 9, bytes: 10, events: 11, completeUntil: 12, setAside: 13, damaged: 0 } },
  postgres: {},
  recoverer: {},
  watchdog: {},
};

test("a region whose console is silent is asked process by process, and what each told is put together", async () => {
  const one = await region("one");
  await stop(one.servers.console);
  const [status] = await statusOf(one, await region("two"));
  const { role, reachable, accepting, health, events, database, mirror, lake, processes } = status;
  assert.deepEqual(
    { role, reachable, accepting, health },
    { role: "active", reachable: true, accepting: true, health: { ok: true, detail: null } },
  );
  assert.deepEqual(events, { acceptedTotal: 7, perSecond: 2, atRisk: 1 });
  assert.deepEqual(database, { state: "primary", lagMs: 3, lagBytes: 4, synchronous: true, solo: false });
  assert.deepEqual(mirror, { behindEvents: 5, behindMs: 6 });
  const expected = {
    objects: 9,
    bytes: 10,
    events: 11,
    missingObjects: 8,
    completeUntil: 12,
    setAside: 13,
    damaged: 0,
  };
  assert.deepEqual(lake, expected);
  assert.deepEqual(
    processes.map(({ name }) => name),
    ["collector"],
  );
});

test("a silent process is named, and what it would have told is neutral", async () => {
  const one = await region("one");
  await stop(one.servers.console);
  await stop(one.servers.guardian);
  const [status] = await statusOf(one, await region("two"));
  assert.deepEqual(status.health, { ok: false, detail: "the guardian doesn't answer" });
  assert.equal(status.database.state, "down");
});

test("a region that can't be reached keeps the last that was heard, with its instant, and accepts nothing", async () => {
  const [one, two] = [await region("one"), await region("two")];
  const memory: Memory = new Map();
  await stop(two.servers.console);
  const [, before] = await statusOf(one, two, memory);
  for (const server of Object.values(two.servers)) await stop(server);
  const [, later] = await statusOf(one, two, memory);
  assert.deepEqual([later.reachable, later.accepting, later.health.ok], [false, false, false]);
  assert.equal(later.heardAt, before.heardAt);
  assert.deepEqual(later.lake, before.lake);
});

test("a voter that answers without a record is told, and one that is silent isn't taken for it", async () => {
  const [one, two] = [await region("one"), await region("two")];
  const says = "The register /w can't be used: it isn't JSON.";
  const damaged = await installationOf(one, two, await serve(() => ({ detail: says }), 503));
  assert.deepEqual((await readStatus(damaged, LINK_KEY)).abstaining, [{ voter: "witness", says }]);
  const silent = await serve(() => register);
  const whole = await installationOf(one, two, silent);
  assert.equal((await readStatus(whole, LINK_KEY)).abstaining, undefined);
  await stop(silent);
  assert.equal((await readStatus(whole, LINK_KEY)).abstaining, undefined);
});

test("regions are asked while the voters still think: whoever looks in a loss waits for the slowest alone", async () => {
  const [one, two] = [await region("one"), await region("two")];
  const asked = Promise.withResolvers<void>();
  const slow = createServer(async (_, response) => {
    await asked.promise;
    response.setHeader("content-type", "application/json").end(JSON.stringify(register));
  });
  const console = createServer((_, response) => {
    asked.resolve();
    response.end("{}");
  });
  for (const server of [slow, console]) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    server.unref();
    servers.add(server);
  }
  for (const { layout } of [one, two])
    Object.assign(layout.ports, { console: portOf(console), guardian: portOf(slow) });
  const status = await readStatus(await installationOf(one, two, slow), LINK_KEY);
  assert.equal(status.holder, "one");
});

async function installationOf(one: Region, two: Region, witness: Server): Promise<Installation> {
  return {
    format: 1,
    directory: holder,
    edgePort: portOf(await serve(() => ({}))),
    witness: { directory: join(holder, "witness"), port: portOf(witness) },
    regions: [one.layout, two.layout],
    linkKeyFile: join(holder, "link.key"),
  };
}

async function statusOf(one: Region, two: Region, memory?: Memory) {
  const installation = await installationOf(one, two, await serve(() => register));
  const status = await readStatus(installation, LINK_KEY, memory);
  assert.equal(status.holder, "one");
  return status.regions as [(typeof status.regions)[number], (typeof status.regions)[number]];
}

type Region = { layout: RegionLayout; servers: Record<keyof RegionPorts, Server> };

async function region(name: string): Promise<Region> {
  const directory = mkdtempSync(join(holder, name));
  mkdirSync(join(directory, "run"));
  const process = { name: "collector", pid: 1, state: "running", restarts: 0, since: 0, detail: null };
  writeFileSync(join(directory, "run", "supervisor.json"), JSON.stringify({ format: 1, processes: [process] }));
  const kinds = Object.keys(TOLD) as (keyof RegionPorts)[];
  const made = await Promise.all(
    kinds.map(async (kind) => [kind, await serve((path) => (path === "/register" ? register : TOLD[kind]))] as const),
  );
  const servers = Object.fromEntries(made) as Region["servers"];
  const ports = Object.fromEntries(made.map(([kind, server]) => [kind, portOf(server)])) as RegionPorts;
  const configured = name === "one" ? "primary" : "standby";
  return { layout: { name, configured, directory, postgresDirectory: directory, ports }, servers };
}

async function serve(answer: (path: string) => object, status = 200): Promise<Server> {
  const server = createServer((request, response) => {
    response.statusCode = status;
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer(request.url ?? "")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  servers.add(server);
  return server;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
