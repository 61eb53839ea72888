// The links with real sockets: what a cut holds and gives back, what only one way holds, how late, how narrow, in which order.

import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Link } from "../../core/installation.ts";
import type { LinkFault, LinkTrouble } from "../../core/link.ts";
import { portsInUse } from "../../drivers/process/ports.ts";
import { type LinkProxy, openProxy } from "./proxy.ts";

/** What a machine of tests may add to a wait. */
const SLACK_MS = 400;
/** Long enough that something which isn't held would have come. */
const SILENCE_MS = 60;

let echo: Server;
let target: number;
let link: Link;
let proxy: LinkProxy;
const sockets = new Set<Socket>();

before(async () => {
  echo = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (bytes) => socket.write(bytes));
    socket.on("end", () => socket.end());
  });
  target = await listening(echo);
  link = { from: "north", to: "south", service: "mirror", port: await freePort(), target };
  proxy = await openProxy([link, { ...link, service: "postgres", port: await freePort() }]);
});
afterEach(() => {
  proxy.setFaults([]);
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});
after(() => {
  proxy.close();
  echo.close();
});

const there = [{ from: "north", to: "south" }];
const back = [{ from: "south", to: "north" }];
const both = [...there, ...back];
const cut: LinkTrouble = { kind: "cut", reset: false };
const slow = (given: object): LinkTrouble => ({
  kind: "slow",
  latencyMs: 0,
  jitterMs: 0,
  loss: 0,
  bytesPerSecond: null,
  ...given,
});

function put(ways: LinkFault["ways"], trouble: LinkTrouble, more: Partial<LinkFault> = {}): void {
  const since = Date.now();
  proxy.setFaults([{ id: "one", ways, services: null, trouble, since, endsAt: since + 60_000, ...more }]);
}

test("what is sent comes through whole, in both directions at once, and so does its end", async () => {
  const bytes = randomBytes(6 * 1024 * 1024);
  const client = await open();
  const answer = collect(client);
  client.end(bytes);
  assert.equal(digest(await answer), digest(bytes));
});

test("a cut holds bytes and breaks nothing; healing lets them flow on in order", async () => {
  const client = await open();
  assert.equal(await echoed(client, "before "), "before ");
  put(both, cut);
  client.write("during ");
  assert.equal(await heardWithin(client, SILENCE_MS), "");
  assert.equal(client.destroyed, false);
  assert.deepEqual(
    proxy.states().map(({ from, to, state, heldBytes }) => [from, to, state, heldBytes]),
    [
      ["north", "south", "cut", 7],
      ["south", "north", "cut", 0],
    ],
  );
  client.write("and after");
  proxy.setFaults([]);
  assert.equal(await heard(client, 16), "during and after");
});

test("cut one way, the other way still carries", async () => {
  const client = await open();
  await echoed(client, "begin");
  put(back, cut);
  const arrived = once([...sockets].at(-1) as Socket, "data");
  client.write("there");
  assert.equal(String((await arrived)[0]), "there");
  assert.equal(await heardWithin(client, SILENCE_MS), "");
  proxy.setFaults([]);
  assert.equal(await heard(client, 5), "there");
});

test("a connection opened during a cut stalls, and is served after it", async () => {
  put(back, cut);
  const client = connect({ port: link.port, host: "127.0.0.1" });
  await once(client, "connect");
  const known = sockets.size;
  client.write("hello");
  assert.equal(await heardWithin(client, SILENCE_MS), "");
  assert.equal(sockets.size, known, "the other side hears of no connection");
  proxy.setFaults([]);
  assert.equal(await heard(client, 5), "hello");
  client.destroy();
});

test("during a cut nobody hears that the other side is gone", async () => {
  const client = await open();
  await echoed(client, "x");
  const far = [...sockets].at(-1) as Socket;
  put(both, cut);
  far.destroy();
  assert.equal(await heardWithin(client, SILENCE_MS), "");
  assert.equal(client.destroyed || client.readableEnded, false);
  const ended = once(client, "end");
  proxy.setFaults([]);
  client.resume();
  await ended;
});

test("a cut with resets breaks what is open and refuses what is new", async () => {
  const client = await open();
  await echoed(client, "x");
  const closed = new Promise((resolve) => client.once("close", resolve));
  put(both, { kind: "cut", reset: true });
  await closed;
  const next = connect({ port: link.port, host: "127.0.0.1" });
  await assert.rejects(
    once(next, "end").then(() => assert.fail("it ended in order")),
    { code: "ECONNRESET" },
  );
});

test("a service that isn't there breaks the connection instead of holding it", async () => {
  const port = await freePort();
  const lost = await openProxy([{ ...link, port, target: await freePort() }]);
  const client = connect({ port, host: "127.0.0.1" });
  await assert.rejects(once(client, "end"), { code: "ECONNRESET" });
  lost.close();
});

test("latency and jitter make each answer late by what they say, and keep the order", async () => {
  const client = await open();
  put(both, slow({ latencyMs: 40, jitterMs: 30 }));
  const pieces = Array.from({ length: 60 }, (_, index) => `${String(index).padStart(4, "0")} `);
  const began = performance.now();
  for (const piece of pieces) {
    client.write(piece);
    await wait(1);
  }
  assert.equal(await heard(client, 300), pieces.join(""));
  const tookMs = performance.now() - began;
  assert.ok(tookMs >= 80 && tookMs < 80 + 60 + 60 * 2 + SLACK_MS, `${Math.round(tookMs)} ms`);
});

test("a narrow link carries no more than it is wide", async () => {
  const client = await open();
  await echoed(client, "x");
  put(there, slow({ bytesPerSecond: 1_000_000 }));
  const began = performance.now();
  const bytes = randomBytes(150_000);
  client.write(bytes);
  await heard(client, bytes.length);
  const tookMs = performance.now() - began;
  assert.ok(tookMs > 100 && tookMs < 150 + SLACK_MS, `${Math.round(tookMs)} ms`);
});

test("a flapping link is cut and healed by its period, and is free when it ends", async () => {
  const client = await open();
  await echoed(client, "x");
  const since = Date.now();
  put(both, { kind: "flap", periodMs: 120, downShare: 0.5 }, { since, endsAt: since + 360 });
  const seen: string[] = [];
  while (Date.now() < since + 420) {
    const { state } = proxy.states()[0] as { state: string };
    if (seen.at(-1) !== state) seen.push(state);
    await wait(5);
  }
  assert.deepEqual(seen, ["cut", "free", "cut", "free", "cut", "free"]);
  assert.equal(await echoed(client, "after"), "after");
});

test("a fault ends by itself", async () => {
  const client = await open();
  put(both, cut, { endsAt: Date.now() + 100 });
  client.write("held");
  assert.equal(await heard(client, 4), "held");
  assert.equal(proxy.states()[0]?.state, "free");
});

test("a fault of one service leaves the others alone", async () => {
  put(both, cut, { services: ["postgres"] });
  const client = await open();
  assert.equal(await echoed(client, "free"), "free");
});

test("faults on one way add up", async () => {
  const since = Date.now();
  const fault = { ways: both, services: null, since, endsAt: since + 60_000 };
  proxy.setFaults([
    { ...fault, id: "near", trouble: slow({ latencyMs: 30 }) },
    { ...fault, id: "far", trouble: slow({ latencyMs: 50 }) },
  ]);
  const client = await open();
  const began = performance.now();
  assert.equal(await echoed(client, "late"), "late");
  const tookMs = performance.now() - began;
  assert.ok(tookMs >= 155 && tookMs < 2 * 160 + SLACK_MS, `${Math.round(tookMs)} ms`);
});

test("what a cut holds is bounded: a sender is slowed, not the network's memory filled", async () => {
  const client = await open();
  await echoed(client, "x");
  put(there, cut);
  const bytes = randomBytes(16 * 1024 * 1024);
  client.write(bytes);
  await wait(SILENCE_MS);
  const held = proxy.states()[0]?.heldBytes ?? 0;
  assert.ok(held > 0 && held < 6 * 1024 * 1024, `${held}`);
  const answer = heard(client, bytes.length);
  proxy.setFaults([]);
  assert.equal(digest(Buffer.from(await answer, "latin1")), digest(bytes));
});

async function open(): Promise<Socket> {
  const client = connect({ port: link.port, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
  client.on("error", () => {});
  sockets.add(client);
  const known = sockets.size;
  await once(client, "connect");
  // The other side has accepted it too, unless the link doesn't let it.
  const giveUpAt = performance.now() + 1_000;
  while (sockets.size === known && performance.now() < giveUpAt) await wait(1);
  return client;
}

async function echoed(client: Socket, text: string): Promise<string> {
  client.write(text);
  return await heard(client, text.length);
}

/** As latin1, so that a character is a byte. */
function heard(client: Socket, length: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const late = setTimeout(() => reject(new Error(`${bytes} of ${length} bytes came`)), 10_000);
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes < length) return;
      clearTimeout(late);
      client.off("data", take);
      resolve(Buffer.concat(chunks).toString("latin1"));
    };
    client.on("data", take);
  });
}

async function heardWithin(client: Socket, ms: number): Promise<string> {
  const chunks: Buffer[] = [];
  const take = (chunk: Buffer) => void chunks.push(chunk);
  client.on("data", take);
  await wait(ms);
  client.off("data", take);
  return Buffer.concat(chunks).toString();
}

async function collect(client: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of client) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  assert.deepEqual(await portsInUse([port]), []);
  return port;
}
