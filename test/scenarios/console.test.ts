// The console's processes of two regions on real PostgreSQL: sign-in in the active one, the same session on the standby,
// changes refused there, questions cancelled when their caller goes away.
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { after, before, test } from "node:test";
import type { RegionLayout } from "../../src/core/installation.ts";
import type { InstallationStatus } from "../../src/core/resources.ts";
import { migrate } from "../../src/drivers/catalogue/migrate.ts";
import { monotonicMs } from "../../src/drivers/clock.ts";
import { linkHeaders } from "../../src/drivers/http/serve.ts";
import { ensureCluster, startPostgres } from "../../src/drivers/postgres/cluster.ts";
import { postgresPool } from "../../src/drivers/postgres/connect.ts";
import { HEARD_VOTES_PATH, votesTeller } from "../../src/drivers/register/heard-votes.ts";
import { unheardTelemetry } from "../../src/drivers/telemetry/telemetry.ts";
import type { LeaseView } from "../../src/recovery/lease/view.ts";
import { initialRegister, type Vote } from "../../src/recovery/register.ts";
import { start } from "../../src/workloads/console/start.ts";
import { makeScene, type Scene, until } from "./pair-of-regions.ts";

const API = "/api/2026-11";
const ending: (() => Promise<unknown>)[] = [];
let scene: Scene;
let cookie = "";
let csrf = "";
/** Questions that the stand-in for the query process has open. */
let open = 0;

before(async () => {
  scene = await makeScene();
  const { installation, primary, standby, linkKey } = scene;
  for (const region of [primary, standby]) {
    await ensureCluster({ installation, region, onStep: () => {} });
    const server = await startPostgres({ installation, region, onExit: () => {}, onLine: () => {} });
    ending.unshift(() => server.stop("immediate"));
  }
  const pool = postgresPool(installation, primary.name, { max: 1, applicationName: "test" });
  await migrate(pool);
  await pool.end();
  for (const region of [primary, standby]) await listen(guardianOf(region, primary), region.ports.guardian);
  await listen(
    createServer((_, response) => void response.end(JSON.stringify(initialRegister(primary.name)))),
    installation.witness.port,
  );
  await listen(
    createServer((request, response) => {
      open += 1;
      response.on("close", () => {
        open -= 1;
      });
      request.resume();
    }),
    primary.ports.query,
  );
  for (const [region, peer] of [
    [primary, standby],
    [standby, primary],
  ] as const) {
    const running = await start({ installation, region, peer, linkKey, log: () => {}, telemetry: unheardTelemetry() });
    ending.unshift(() => running.stop());
  }
});

after(async () => {
  for (const end of ending) await end();
  await scene?.end();
});

test("only the active region's health says so, and only it makes sign-in links", async () => {
  const { primary, standby, linkKey } = scene;
  assert.equal((await fetch(address(primary, "/healthz/active"))).status, 200);
  assert.equal((await fetch(address(standby, "/healthz/active"))).status, 503);
  const ask = (region: RegionLayout) =>
    fetch(address(region, "/internal/sign-in-link"), {
      method: "POST",
      headers: { ...linkHeaders(linkKey), "content-type": "application/json" },
      body: "{}",
    });
  assert.equal((await ask(standby)).status, 503);
  const { path } = (await (await ask(primary)).json()) as { path: string };
  assert.match(path, /^\/welcome#[\w-]{43}$/);
  const signed = await send(primary, "POST", "/session/link", { token: path.split("#")[1] });
  assert.equal(signed.status, 200);
  cookie = (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  csrf = ((await signed.json()) as { csrf: string }).csrf;
  assert.equal((await send(primary, "POST", "/session/password", { password: "four unrelated words" })).status, 204);
});

test("a session opened in the active region is good on the standby, which reads and refuses changes", async () => {
  const { primary, standby } = scene;
  await until("the standby knows the session", 10_000, async () => (await send(standby, "GET", "/projects")).ok);
  const session = (await (await send(standby, "GET", "/session")).json()) as { region: string; writable: boolean };
  assert.deepEqual([session.region, session.writable], [standby.name, false]);
  const refused = await send(standby, "POST", "/projects", { name: "Shop" });
  const problem = (await refused.json()) as { type: string; active: string };
  assert.deepEqual([refused.status, problem.type, problem.active], [503, "/problems/not-active", primary.name]);
  assert.equal((await send(primary, "POST", "/projects", { name: "Shop" })).status, 201);
  await until("the standby has the project", 10_000, async () => (await send(standby, "GET", "/projects/shop")).ok);
});

test("a question ends in the query process when its caller goes away", async () => {
  const caller = new AbortController();
  const asked = send(scene.primary, "POST", "/projects/web/query", { kind: "totals" }, caller.signal);
  asked.catch(() => {});
  await until("the question arrives", 5_000, async () => open === 1);
  caller.abort();
  await until("the question is cancelled", 5_000, async () => open === 0);
});

test("the state of both regions is told by either console, with what can't be reached", async () => {
  for (const region of [scene.primary, scene.standby]) {
    const status = (await (await send(region, "GET", "/regions")).json()) as InstallationStatus;
    assert.equal(status.holder, scene.primary.name);
    assert.deepEqual(
      status.regions.map(({ name, role, accepting }) => ({ name, role, accepting })),
      [
        { name: scene.primary.name, role: "active", accepting: false },
        { name: scene.standby.name, role: "passive", accepting: false },
      ],
    );
    assert.equal(status.edge.reachable, false);
    assert.equal(status.witness.reachable, true);
    assert.match(status.verdict, new RegExp(`^${scene.primary.name} is active \\(epoch 1\\), but `));
  }
});

test("a lost database is told as such, and the console goes on by itself when it is back", async () => {
  const { installation, primary } = scene;
  await ending.splice(-1)[0]?.();
  await until("reads are refused", 5_000, async () => (await send(primary, "GET", "/projects")).status === 503);
  assert.equal((await fetch(address(primary, "/healthz"))).status, 200);
  assert.equal((await fetch(address(primary, "/healthz/active"))).status, 503);
  const server = await startPostgres({ installation, region: primary, onExit: () => {}, onLine: () => {} });
  ending.push(() => server.stop("immediate"));
  await until("reads are answered", 10_000, async () => (await send(primary, "GET", "/projects")).ok);
  await until("changes are taken", 10_000, async () => (await fetch(address(primary, "/healthz/active"))).ok);
});

/** Stands in for a guardian: votes, tells of a lease that `holder` holds for ever, and confirms its writes. */
function guardianOf(region: RegionLayout, holder: RegionLayout): Server {
  const register = initialRegister(holder.name);
  const vote: Vote = { kind: "register", register };
  const isHeld = region === holder;
  const lease: LeaseView = {
    region: region.name,
    incarnation: "run",
    state: isHeld ? "held" : "passive",
    epoch: register.epoch,
    holder: holder.name,
    remainingMs: isHeld ? 2_500 : null,
    open: isHeld,
    solo: { marked: 0, unmarked: 3 },
    wanted: 0,
    stillMs: [0, 0, 0],
    votes: [vote, vote, vote],
    seenPeerIncarnation: null,
    because: "",
  };
  const teller = votesTeller(() => ({ lease, at: monotonicMs() }));
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://guardian");
    request.resume();
    const told =
      url.pathname === HEARD_VOTES_PATH
        ? await teller.tell(url)
        : url.pathname === "/lease/confirm"
          ? { epoch: register.epoch }
          : register;
    response.setHeader("content-type", "application/json").end(JSON.stringify(told));
  });
}

function send(region: RegionLayout, method: string, path: string, body?: unknown, signal?: AbortSignal) {
  return fetch(address(region, API + path), {
    method,
    headers: { "content-type": "application/json", cookie, "x-tandem-csrf": csrf },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: signal ?? AbortSignal.timeout(20_000),
  });
}

function address(region: RegionLayout, path: string): string {
  return `http://127.0.0.1:${region.ports.console}${path}`;
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  ending.unshift(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}
