import assert from "node:assert/strict";
import { Agent, createServer } from "node:http";
import { test } from "node:test";
import { type Forwarded, tryRegion } from "./forward.ts";

const what: Forwarded = { method: "GET", url: "/", headers: {}, body: Buffer.alloc(0) };

test("a try that ends by our own limit says nothing about the region, one that can't connect does", async () => {
  const server = createServer(() => {
    // Never answers: its one connection stays in use.
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const to = { port, agent: new Agent({ keepAlive: true, maxSockets: 1 }) };
  const { signal } = new AbortController();
  const tries = await Promise.all([200, 50].map((ms) => tryRegion(what, to, ms, signal)));
  assert.deepEqual(
    tries.map((one) => one.kind === "failed" && [one.sent, one.late]),
    [
      [true, true],
      [false, true],
    ],
  );
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const gone = await tryRegion(what, to, 1_000, signal);
  assert.deepEqual(gone.kind === "failed" && [gone.sent, gone.late], [false, false]);
  to.agent.destroy();
});
