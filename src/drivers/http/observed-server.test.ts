import assert from "node:assert/strict";
import type { IncomingMessage, Server } from "node:http";
import { test } from "node:test";
import { TRACEPARENT_HEADER } from "../../core/telemetry/trace-context.ts";
import { freePorts } from "../process/free-ports.ts";
import { unheardTelemetry } from "../telemetry/telemetry.ts";
import type { Tracer } from "../telemetry/tracer.ts";
import { serveMetrics } from "./metrics-server.ts";
import { METRICS_PORT_VARIABLE, type Observing, observedServer, observing, traceOf } from "./observed-server.ts";

async function serving(
  observed: Observing,
  handle: (request: IncomingMessage) => number,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const port = await freePorts(1);
  const server: Server = observedServer({}, observed, (request, response) => {
    response.writeHead(handle(request)).end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  try {
    await work(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test("each request is counted by route, method and status, and timed; a scrape isn't", async () => {
  const observed = observing("guardian", unheardTelemetry());
  const handle = (request: IncomingMessage): number => (request.url === "/lease" ? 200 : 404);
  await serving(observed, handle, async (url) => {
    for (const path of ["/lease", "/lease", "/wp-login.php"]) await (await fetch(url + path)).arrayBuffer();
    await fetch(`${url}/metrics`);
    const text = await (await fetch(`${url}/metrics`)).text();
    assert.deepEqual(
      text.split("\n").filter((line) => /^tandem_http_requests_total|_count/.test(line)),
      [
        'tandem_http_requests_total{route="/lease",method="GET",code="200"} 2',
        'tandem_http_requests_total{route="other",method="GET",code="404"} 1',
        'tandem_http_request_duration_seconds_count{route="/lease",method="GET"} 2',
        'tandem_http_request_duration_seconds_count{route="other",method="GET"} 1',
      ],
    );
  });
});

test("whoever comes from elsewhere is told nothing: neither by a proxy's word, nor where metrics have a port of their own", async () => {
  const observed = observing("guardian", unheardTelemetry());
  await serving(
    observed,
    () => 404,
    async (url) => {
      const status = async (headers: Record<string, string> = {}) =>
        (await fetch(`${url}/metrics`, { headers })).status;
      assert.equal(await status(), 200);
      assert.equal(await status({ "x-forwarded-for": "203.0.113.9" }), 404);
      assert.equal(await status({ "x-tandem-client-address": "203.0.113.9" }), 404);
      const port = await freePorts(1);
      process.env[METRICS_PORT_VARIABLE] = String(port);
      const own = await serveMetrics(observed.telemetry.metrics, process.env);
      try {
        assert.equal(await status(), 404);
        const answer = await fetch(`http://127.0.0.1:${port}/metrics`, {
          headers: { accept: "application/openmetrics-text" },
        });
        assert.equal(answer.headers.get("content-type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
        assert.match(await answer.text(), /^tandem_http_requests_total\{/m);
        assert.equal((await fetch(`http://127.0.0.1:${port}/lease`)).status, 404);
      } finally {
        delete process.env[METRICS_PORT_VARIABLE];
        await own?.close();
      }
    },
  );
});

test("a metrics port that is none is refused with a sentence", async () => {
  const { metrics } = unheardTelemetry();
  assert.equal(await serveMetrics(metrics, {}), undefined);
  await assert.rejects(serveMetrics(metrics, { [METRICS_PORT_VARIABLE]: "http" }), { name: "Refused" });
});

test("a traced request goes on under the server's own span, whoever reads its headers", async () => {
  const began: unknown[] = [];
  const context = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", spanId: "00f067aa0ba902b7", sampled: true };
  const ended: unknown[] = [];
  const tracer: Tracer = {
    on: true,
    start(name, beginning) {
      began.push([name, beginning?.parent?.spanId]);
      return { context, set: () => undefined, end: (ending) => ended.push(ending) };
    },
    stop: async () => undefined,
  };
  const telemetry = { ...unheardTelemetry(), tracer };
  const seen: unknown[] = [];
  const handle = (request: IncomingMessage): number => {
    const raw = request.rawHeaders.filter((_, at, all) => all[at - 1]?.toLowerCase() === TRACEPARENT_HEADER);
    seen.push([traceOf(request)?.spanId, request.headers[TRACEPARENT_HEADER], ...raw]);
    return request.url?.includes("broken") ? 503 : 200;
  };
  const own = `00-${context.traceId}-${context.spanId}-01`;
  await serving(observing("query", telemetry), handle, async (url) => {
    const headers = { [TRACEPARENT_HEADER]: `00-${context.traceId}-b7ad6b7169203331-01` };
    for (const path of ["/query/web", "/healthz"]) await (await fetch(url + path, { headers })).arrayBuffer();
    await (await fetch(`${url}/query/broken`)).arrayBuffer();
  });
  assert.deepEqual(began, [
    ["query answer", "b7ad6b7169203331"],
    ["query answer", undefined],
  ]);
  assert.deepEqual(seen, [
    [context.spanId, own, own],
    [undefined, `00-${context.traceId}-b7ad6b7169203331-01`, `00-${context.traceId}-b7ad6b7169203331-01`],
    [context.spanId, own, own],
  ]);
  assert.deepEqual(ended, [{}, { failed: "answered 503" }]);
});
