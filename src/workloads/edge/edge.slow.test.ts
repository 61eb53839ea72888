// The edge between two stand-in regions: what it passes on, what it tries again, what it never lets through.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { type Installation, portsFrom, regionOf } from "../../core/installation.ts";
import { freePorts } from "../../drivers/process/free-ports.ts";
import { unheardTelemetry } from "../../drivers/telemetry/telemetry.ts";
import type { RunningWorkload } from "../context.ts";
import { start } from "./start.ts";

type Seen = { region: string; method: string; url: string; headers: IncomingMessage["headers"]; body: string };
/** "cut": the connection ends without an answer; "silent": it stays open, as a stopped process leaves it. */
type Answer = { status: number; text?: string; headers?: Record<string, string> } | "cut" | "silent";

const ports = portsFrom(await freePorts(50));
const LINK_KEY = "k".repeat(64);
const NAMES = ["ap-south-1", "ap-south-2"] as const;
const installation = {
  format: 1,
  directory: mkdtempSync(join(tmpdir(), "tandem-edge-")),
  edgePort: ports.edge,
  witness: { directory: "/nowhere", port: ports.witness },
  regions: NAMES.map((name, index) => ({
    name,
    configured: index === 0 ? "primary" : "standby",
    directory: "/nowhere",
    postgresDirectory: "/nowhere",
    ports: ports.regions[index],
  })),
  linkKeyFile: "/nowhere",
} as unknown as Installation;

let seen: Seen[] = [];
/** "<region> <collector|console|active>" → how it answers; 200 where absent. */
const answers = new Map<string, Answer>();
const servers: Server[] = [];
const silent = new Set<ServerResponse>();
let edge: RunningWorkload;
const url = `http://127.0.0.1:${ports.edge}`;

before(async () => {
  for (const name of NAMES) {
    const region = regionOf(installation, name);
    for (const service of ["collector", "console"] as const)
      servers.push(await standIn(name, service, region.ports[service]));
  }
  answers.set("ap-south-2 active", { status: 503 });
  edge = await start({
    installation,
    region: installation.regions[0],
    peer: installation.regions[1],
    linkKey: LINK_KEY,
    log: () => {},
    telemetry: unheardTelemetry(),
  });
});
beforeEach(() => {
  seen = [];
  for (const name of NAMES) for (const service of ["collector", "console"]) answers.delete(`${name} ${service}`);
});
after(async () => {
  await edge.stop();
  for (const response of silent) response.destroy();
  for (const server of servers) server.close();
  rmSync(installation.directory, { recursive: true, force: true });
});

async function standIn(region: string, service: "collector" | "console", port: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const health = request.url?.startsWith("/healthz") ?? false;
    const answer =
      request.url === "/healthz/active" && answers.get(`${region} ${service} health`) === undefined
        ? answers.get(`${region} active`)
        : health
          ? answers.get(`${region} ${service} health`)
          : answers.get(`${region} ${service}`);
    const { method = "", url = "", headers } = request;
    if (!health) seen.push({ region, method, url, headers, body: Buffer.concat(chunks).toString() });
    if (answer === "cut") return void response.destroy();
    if (answer === "silent") return void silent.add(response);
    response.writeHead(answer?.status ?? 200, answer?.headers ?? {}).end(answer?.text ?? region);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

const tellDrain = (path: string, body: unknown, key = LINK_KEY) =>
  fetch(`${url}/internal/drain${path}`, {
    method: "POST",
    headers: { "x-tandem-link": key, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const DRAIN = { region: "ap-south-1", sharePercent: 50, forMs: 60_000, reason: "a test", who: "olga", seen: null };

test("with all events drained, failing reads are the share of failures that they would be without the drain", async () => {
  assert.equal((await tellDrain("", { ...DRAIN, sharePercent: 100 })).status, 200);
  answers.set("ap-south-1 console", { status: 500 });
  try {
    for (let index = 0; index < 60; index += 1) {
      await (await fetch(`${url}/v1/track`, { method: "POST", body: "{}" })).arrayBuffer();
      if (index % 3 === 0) await (await fetch(`${url}/api/2026-11/session`)).arrayBuffer();
    }
    const { errorShare } = await statusOf();
    assert.ok(errorShare !== null && errorShare > 0.2 && errorShare < 0.3, String(errorShare));
  } finally {
    await tellDrain("/end", { who: "olga", reason: "" });
  }
});

test("an event that one region can't take goes to the other with the same request id, and the sender sees one answer", async () => {
  for (const trouble of [{ status: 503 }, "cut"] as Answer[]) {
    seen = [];
    answers.set("ap-south-1 collector", trouble);
    const response = await fetch(`${url}/v1/batch`, {
      method: "POST",
      body: "{}",
      headers: { "x-tandem-request-id": "mine" },
    });
    assert.deepEqual([response.status, await response.text()], [200, "ap-south-2"]);
    assert.deepEqual(
      seen.map((one) => [one.region, one.body]),
      [
        ["ap-south-1", "{}"],
        ["ap-south-2", "{}"],
      ],
    );
    const ids = new Set(seen.map((one) => one.headers["x-tandem-request-id"]));
    assert.equal(ids.size, 1);
    assert.ok(!ids.has("mine"), "what only the edge may say can't come from outside");
  }
});

test("a 4xx or 429 is the sender's business: it is passed on, not tried elsewhere", async () => {
  for (const status of [400, 401, 413, 429]) {
    seen = [];
    answers.set("ap-south-1 collector", { status, headers: { "retry-after": "7" } });
    const response = await fetch(`${url}/v1/track`, { method: "POST", body: "{}" });
    assert.deepEqual([response.status, response.headers.get("retry-after"), seen.length], [status, "7", 1]);
  }
});

test("when neither region can take events the answer is 503 with Retry-After, never a 4xx", async () => {
  for (const name of NAMES) answers.set(`${name} collector`, "cut");
  const response = await fetch(`${url}/v1/batch`, { method: "POST", body: "{}" });
  assert.equal(response.status, 503);
  assert.ok(Number(response.headers.get("retry-after")) > 0);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
});

test("a question is asked again in the other region; a change is never made twice", async () => {
  answers.set("ap-south-1 console", "cut");
  const asked = await fetch(`${url}/api/2026-11/projects/web/query`, { method: "POST", body: "{}" });
  assert.deepEqual([asked.status, asked.headers.get("tandem-region")], [200, "ap-south-2"]);
  seen = [];
  const changed = await fetch(`${url}/api/2026-11/projects`, { method: "POST", body: "{}" });
  assert.equal(changed.status, 503);
  assert.match(await changed.text(), /outcome-unknown/);
  assert.deepEqual(
    seen.map((one) => one.region),
    ["ap-south-1"],
  );
});

test("without an active region changes are refused, and reads go on", async () => {
  answers.set("ap-south-1 active", { status: 503 });
  try {
    const deadline = performance.now() + 5_000;
    let text = "";
    while (!text.includes("not-active") && performance.now() < deadline) {
      text = await (await fetch(`${url}/api/2026-11/projects`, { method: "POST", body: "{}" })).text();
      await wait(50);
    }
    assert.match(text, /not-active/);
    assert.equal((await fetch(`${url}/api/2026-11/session`)).status, 200);
  } finally {
    answers.delete("ap-south-1 active");
  }
});

const active = (epoch: number): Answer => ({ status: 200, text: JSON.stringify({ ok: true, epoch }) });
const passive: Answer = { status: 503 };

type EdgeStatus = { active: string | null; epoch: number | null; errorShare: number | null; held: number };

async function statusOf(): Promise<EdgeStatus> {
  const response = await fetch(`${url}/internal/status`, { headers: { "x-tandem-link": LINK_KEY } });
  return (await response.json()) as EdgeStatus;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, what);
    await wait(10);
  }
}

test("a write that comes while the lease changes hands waits, and is answered once by the region that gets it", async () => {
  answers.set("ap-south-1 active", passive);
  try {
    await until("no region is active", async () => (await statusOf()).active === null);
    const write = fetch(`${url}/api/2026-11/projects`, { method: "POST", body: "{}" });
    await until("the write is held", async () => (await statusOf()).held === 1);
    assert.equal((await fetch(`${url}/api/2026-11/session`)).status, 200, "reads don't wait with it");
    answers.set("ap-south-2 active", active(8));
    const response = await write;
    assert.deepEqual([response.status, response.headers.get("tandem-region")], [200, "ap-south-2"]);
    const { epoch, held } = await statusOf();
    assert.deepEqual([epoch, held], [8, 0]);
    assert.equal(seen.filter(({ method }) => method === "POST").length, 1);
  } finally {
    answers.set("ap-south-2 active", passive);
    answers.delete("ap-south-1 active");
    await until("the first is active again", async () => (await statusOf()).active === "ap-south-1");
  }
});

test("a region that has just lost the lease refuses a write, and the one that has it takes it", async () => {
  answers.set("ap-south-1 active", active(1));
  answers.set("ap-south-2 active", passive);
  await until("the first is active", async () => (await statusOf()).active === "ap-south-1");
  answers.set("ap-south-1 console", { status: 503, text: '{"type":"/problems/not-active"}' });
  answers.set("ap-south-2 active", active(2));
  answers.set("ap-south-1 active", passive);
  try {
    const response = await fetch(`${url}/api/2026-11/projects`, { method: "POST", body: "{}" });
    assert.deepEqual([response.status, response.headers.get("tandem-region")], [200, "ap-south-2"]);
    answers.set("ap-south-2 console", { status: 503, text: '{"type":"/problems/outcome-unknown"}' });
    const unknown = await fetch(`${url}/api/2026-11/projects`, { method: "POST", body: "{}" });
    assert.match(await unknown.text(), /outcome-unknown/, "what may have been done is never tried again");
  } finally {
    answers.set("ap-south-2 active", passive);
    answers.delete("ap-south-1 active");
    await until("the first is active again", async () => (await statusOf()).active === "ap-south-1");
  }
});

test("a write that hangs in one region is given up as unknown once another is active: its sender may ask that one", async () => {
  answers.set("ap-south-1 active", active(1));
  await until("the first is active", async () => (await statusOf()).active === "ap-south-1");
  answers.set("ap-south-1 console", "silent");
  try {
    const write = fetch(`${url}/api/2026-11/projects`, { method: "POST", body: "{}" });
    await until("it has arrived", async () => seen.some(({ method }) => method === "POST"));
    answers.set("ap-south-1 active", passive);
    answers.set("ap-south-2 active", active(2));
    const response = await write;
    assert.match(await response.text(), /outcome-unknown/);
    assert.equal(seen.filter(({ method }) => method === "POST").length, 1, "nothing is sent twice by the edge");
  } finally {
    answers.set("ap-south-2 active", passive);
    answers.delete("ap-south-1 active");
    await until("the first is active again", async () => (await statusOf()).active === "ap-south-1");
    for (const response of silent) response.destroy();
  }
});

test("a drain sends its share of the events to the other region, and nothing but events; a stranger can't begin one", async () => {
  assert.equal((await tellDrain("", DRAIN, "guess")).status, 404);
  const begun = await tellDrain("", DRAIN);
  assert.equal(begun.status, 200, await begun.text());
  try {
    for (let index = 0; index < 10; index += 1) {
      await (await fetch(`${url}/v1/track`, { method: "POST", body: "{}" })).arrayBuffer();
      await (await fetch(`${url}/api/2026-11/session`)).arrayBuffer();
      await (await fetch(`${url}/api/2026-11/projects`, { method: "POST", body: "{}" })).arrayBuffer();
    }
    const of = (path: string) => seen.filter((one) => one.url === path).map((one) => one.region);
    const [first, second] = NAMES;
    assert.deepEqual(
      of("/v1/track"),
      Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? first : second)),
    );
    assert.deepEqual(new Set([...of("/api/2026-11/session"), ...of("/api/2026-11/projects")]), new Set([first]));
  } finally {
    assert.equal((await tellDrain("/end", { who: "olga", reason: "" })).status, 200);
  }
});

test("an event whose drained try fails is answered by the region that it was kept from", async () => {
  assert.equal((await tellDrain("", { ...DRAIN, sharePercent: 100 })).status, 200);
  answers.set("ap-south-2 collector", { status: 503 });
  try {
    const response = await fetch(`${url}/v1/track`, { method: "POST", body: "{}" });
    assert.deepEqual([response.status, response.headers.get("tandem-region")], [200, "ap-south-1"]);
  } finally {
    await tellDrain("/end", { who: "olga", reason: "" });
  }
});

test("the share of requests that fail in the active region is told", async () => {
  answers.set("ap-south-1 console", { status: 500 });
  for (let index = 0; index < 40; index += 1) await (await fetch(`${url}/api/2026-11/session`)).arrayBuffer();
  const { errorShare } = await statusOf();
  assert.ok(errorShare !== null && errorShare > 0.3, String(errorShare));
});

test("the link key never reaches a client, and no stranger's link key reaches a region", async () => {
  await fetch(`${url}/v1/t`, {
    method: "POST",
    body: "{}",
    headers: { "x-tandem-link": "guess", "x-tandem-client-address": "9.9.9.9" },
  });
  assert.equal(seen[0]?.headers["x-tandem-link"], LINK_KEY);
  assert.match(seen[0]?.headers["x-tandem-client-address"] as string, /^(::ffff:)?127\.0\.0\.1$/);
  const hidden = await fetch(`${url}/internal/projects`);
  assert.deepEqual([hidden.status, seen.length], [404, 1]);
});

test("a body beyond 5 MiB is answered 413, readably, and never reaches a region", async () => {
  const response = await fetch(`${url}/v1/batch`, { method: "POST", body: Buffer.alloc(16 * 2 ** 20) });
  const problem = (await response.json()) as { type: string };
  assert.deepEqual([response.status, problem.type], [413, "/problems/body-too-large"]);
  assert.deepEqual(seen, []);
});

test("what isn't HTTP gets a problem document, as from a collector", async () => {
  const socket = connect(ports.edge, "127.0.0.1");
  socket.write("NOT HTTP\r\n\r\n");
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  assert.match(text, /^HTTP\/1\.1 400 .*application\/problem\+json.*\/problems\/bad-request/s);
});

test("a region's own 503 reaches the sender when the other region can't be reached", async () => {
  const refused = { status: 503, text: '{"type":"/problems/peer-unavailable"}', headers: { "retry-after": "1" } };
  answers.set("ap-south-1 collector", refused);
  answers.set("ap-south-2 collector", "cut");
  const response = await fetch(`${url}/v1/track`, { method: "POST", body: "{}" });
  assert.deepEqual(
    [response.status, response.headers.get("retry-after"), await response.text()],
    [503, "1", refused.text],
  );
});

test("a region's own 503 waits for a silent region no longer than that one's health checks do", async () => {
  answers.set("ap-south-1 collector", { status: 503, text: "peer away" });
  answers.set("ap-south-2 collector", "silent");
  answers.set("ap-south-2 collector health", "silent");
  try {
    const began = performance.now();
    const response = await fetch(`${url}/v1/track`, { method: "POST", body: "{}" });
    assert.deepEqual([response.status, await response.text()], [503, "peer away"]);
    assert.ok(performance.now() - began < 4_500, `${Math.round(performance.now() - began)} ms`);
  } finally {
    answers.delete("ap-south-2 collector health");
    for (const response of silent) response.destroy();
  }
  const deadline = performance.now() + 5_000;
  const isUp = async () =>
    /"name":"ap-south-2"[^}]*"accepting":true/.test(await (await fetch(`${url}/healthz`)).text());
  while (!(await isUp()) && performance.now() < deadline) await wait(50);
});

test("a region that falls silent loses its requests to the other as soon as its health checks fail", async () => {
  const services = { collector: "/v1/track", console: "/api/2026-11/projects/web/query" };
  for (const service of Object.keys(services)) {
    answers.set(`ap-south-1 ${service}`, "silent");
    answers.set(`ap-south-1 ${service} health`, "silent");
  }
  try {
    const began = performance.now();
    // More than the edge keeps connections: health checks must not stand in the same queue.
    const many = Array.from({ length: 300 }, (_, index) =>
      fetch(url + (index % 2 === 0 ? services.collector : services.console), { method: "POST", body: "{}" }),
    );
    for (const response of await Promise.all(many)) {
      assert.deepEqual([response.status, response.headers.get("tandem-region")], [200, "ap-south-2"]);
    }
    assert.ok(performance.now() - began < 4_500, `${Math.round(performance.now() - began)} ms`);
    // A region known to be silent costs no waiting, also when the other one says 503.
    answers.set("ap-south-2 collector", { status: 503, text: "full" });
    const asked = performance.now();
    const full = await fetch(url + services.collector, { method: "POST", body: "{}" });
    assert.deepEqual([full.status, await full.text()], [503, "full"]);
    assert.ok(performance.now() - asked < 2_000, `${Math.round(performance.now() - asked)} ms`);
  } finally {
    for (const service of Object.keys(services)) answers.delete(`ap-south-1 ${service} health`);
    for (const response of silent) response.destroy();
  }
});
