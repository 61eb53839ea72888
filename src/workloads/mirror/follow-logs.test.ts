import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { followLogs } from "./follow-logs.ts";
import { peerAt } from "./peer.ts";

const WAIT_MS = 5_000;

test("a peer that lost its log and began another one is followed there, and the lost one holds nothing up", async () => {
  const directory = await mkdtemp(join(tmpdir(), "tandem-follow-"));
  /** What the peer has now: an origin and how many events, none of which it sends. */
  let served = { origin: "there~1-aaaaaa", end: 10 };
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    open.add(response);
    const { pathname } = new URL(request.url ?? "/", "http://peer");
    if (pathname === "/link/log") {
      response.end(JSON.stringify({ origins: [{ ...served, first: 0, sealed: false, seed: 1 }] }));
    } else if (decodeURIComponent(pathname) === `/link/log/${served.origin}`) {
      response.writeHead(200, { "x-end": String(served.end), "x-sealed": "false" }).flushHeaders();
    } else response.writeHead(404).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ending = new AbortController();
  const peer = peerAt({ log: url, bucket: url }, "key");
  const logs = followLogs({ peer, directory, log: () => {}, signal: ending.signal });
  const until = async (what: string, holds: () => boolean) => {
    const deadline = performance.now() + WAIT_MS;
    while (!holds()) {
      assert.ok(performance.now() < deadline, `${what}: ${JSON.stringify(logs.status(Date.now()))}`);
      await wait(20);
    }
  };
  try {
    await until("it is behind", () => logs.status(Date.now()).behindEvents === 10);
    served = { origin: "there~1-bbbbbb", end: 0 };
    for (const response of open) response.destroy();
    await until("it is level with the new log", () => {
      const { behindEvents, behindMs, origins } = logs.status(Date.now());
      return behindEvents === 0 && behindMs === 0 && origins.map(({ origin }) => origin).join() === served.origin;
    });
  } finally {
    ending.abort();
    peer.close();
    server.closeAllConnections();
    server.close();
    await logs.ended;
    await rm(directory, { recursive: true });
  }
});
