import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { sql } from "../../app/queries/sql.ts";
import { type Engine, openEngine } from "../../drivers/duckdb/engine.ts";
import type { SliceStore } from "../../drivers/duckdb/slice-store.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";
import { createTailIndex } from "../../drivers/tail/tail-index.ts";
import { unheardTelemetry } from "../../drivers/telemetry/telemetry.ts";
import { createAnswerer } from "./answerer.ts";
import type { Reading } from "./reading.ts";
import { queryRoutes } from "./routes.ts";

const LINK_KEY = "k".repeat(64);
const WAIT_MS_MAX = 2_000;
/** Each statement takes minutes, whatever was asked. */
const ENDLESS = sql`SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range`;

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + WAIT_MS_MAX;
  while (!holds()) {
    assert.ok(performance.now() < end, `not within ${WAIT_MS_MAX} ms`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test("a running question ends when its connection closes, unless another waits for the same answer", async () => {
  const directory = mkdtempSync(join(tmpdir(), "tandem-cancel-"));
  const limits = { slots: 1, waitingMax: 1, timeMsMax: 60_000, rowsMax: 10, memory: "100MB", threads: 1 };
  const engine = await openEngine(join(directory, "scratch"), limits);
  const endless: Engine = { ...engine, rows: (_, signal) => engine.rows(ENDLESS, signal) };
  const view = { version: "1", plan: new Map(), complete: new Map(), watermarks: new Map(), unusable: [] };
  const reading = {
    hold: () => ({ view, tail: createTailIndex(), release: () => {} }),
    check: async () => [],
    warnings: () => [],
  } as unknown as Reading;
  const slices = { cut: () => undefined, propertyKnown: () => true, want: () => {} } as unknown as SliceStore;
  const answerer = createAnswerer({
    engine: endless,
    reading,
    slices,
    region: "north-1",
    now: () => Date.UTC(2026, 10, 20),
    freshness: () => [],
  });
  const routes = queryRoutes({
    linkKey: LINK_KEY,
    answerer,
    trace: () => Promise.reject(new Error("not asked")),
    status: () => ({}),
    log: () => {},
    telemetry: unheardTelemetry(),
  });
  const server = createServer(getRequestListener(routes.fetch)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const ask = () => {
    const sent = request({ port, method: "POST", path: "/query/shop", headers: linkHeaders(LINK_KEY) });
    sent.on("error", () => {});
    sent.end(JSON.stringify({ kind: "totals", metrics: ["visitors"], range: "7d" }));
    return sent;
  };
  try {
    const first = ask();
    await until(() => engine.load().running === 1);
    const second = ask();
    await until(() => answerer.hitRate() === 0.5);
    first.destroy();
    const bystander = performance.now() + 100;
    await until(() => performance.now() > bystander);
    assert.equal(engine.load().running, 1, "the other caller still waits");
    second.destroy();
    await until(() => engine.load().running === 0);
  } finally {
    server.closeAllConnections();
    server.close();
    await engine.close();
    rmSync(directory, { recursive: true, force: true });
  }
});
