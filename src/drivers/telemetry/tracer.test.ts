import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { isTracingWanted, openTracer, tracedId } from "./tracer.ts";

type Sent = {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
  status: { code: number };
};
const parent = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", spanId: "00f067aa0ba902b7", sampled: true };

/** What a collector at the endpoint is sent until the tracer stops. */
async function exported(
  environment: NodeJS.ProcessEnv,
  sampleAll: boolean,
  work: (tracer: Awaited<ReturnType<typeof openTracer>>) => void,
): Promise<Sent[]> {
  const spans: Sent[] = [];
  const collector = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      assert.equal(request.url, "/v1/traces");
      const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Sent[] }[] }[] };
      for (const { scopeSpans } of resourceSpans) for (const one of scopeSpans) spans.push(...one.spans);
      response.end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(collector, "listening");
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = endpoint;
  try {
    const tracer = await openTracer(
      { "service.name": "test" },
      { ...environment, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
      sampleAll,
    );
    work(tracer);
    await tracer.stop();
  } finally {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
    collector.closeAllConnections();
    collector.close();
  }
  return spans;
}

test("without a collector's address nothing is traced, and spans cost nothing", async () => {
  assert.equal(isTracingWanted({}), false);
  assert.equal(isTracingWanted({ OTEL_EXPORTER_OTLP_ENDPOINT: "" }), false);
  assert.equal(isTracingWanted({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c:4318", OTEL_SDK_DISABLED: "true" }), false);
  assert.equal(isTracingWanted({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://c:4318/v1/traces" }), true);
  const tracer = await openTracer({}, {}, true);
  assert.equal(tracer.on, false);
  assert.equal(tracer.start("edge carry").context, undefined);
});

test("spans go to the collector under their parent, with a given id where there is none, and failures are marked", async () => {
  const given = "0123456789abcdef0123456789abcdef";
  const spans = await exported({}, false, (tracer) => {
    const child = tracer.start("collector ingest", { parent });
    child.set({ "tandem.events": 3 });
    child.end();
    child.end({ failed: "ended twice" });
    tracer.start("recovery run", { traceId: given }).end({ failed: "it was lost" });
    tracer.start("edge carry").end();
  });
  assert.deepEqual(
    spans.map(({ name, kind }) => [name, kind]),
    [
      ["collector ingest", 2],
      ["recovery run", 1],
      ["edge carry", 2],
    ],
  );
  const [child, run, edge] = spans as [Sent, Sent, Sent];
  assert.deepEqual([child.traceId, child.parentSpanId, child.status.code], [parent.traceId, parent.spanId, 0]);
  assert.deepEqual([run.traceId, run.parentSpanId, run.status.code], [given, undefined, 2]);
  assert.notEqual(edge.traceId, given);
});

test("the standard's sampler variables are obeyed, and what is always wanted is exported whatever they say", async () => {
  const work = (tracer: Awaited<ReturnType<typeof openTracer>>) => {
    const own = tracer.start("edge carry");
    own.end();
    const within = tracer.start("collector ingest", { parent });
    within.end();
    return [own, within].map(({ context }) => tracedId(context) !== undefined);
  };
  const names = async (environment: NodeJS.ProcessEnv, sampleAll = false) =>
    (await exported(environment, sampleAll, work)).map(({ name }) => name);
  assert.deepEqual(await names({ OTEL_TRACES_SAMPLER: "parentbased_traceidratio", OTEL_TRACES_SAMPLER_ARG: "0" }), [
    "collector ingest",
  ]);
  assert.deepEqual(await names({ OTEL_TRACES_SAMPLER: "traceidratio", OTEL_TRACES_SAMPLER_ARG: "0" }), []);
  assert.deepEqual(await names({ OTEL_TRACES_SAMPLER: "always_off" }, true), ["edge carry", "collector ingest"]);
});

test("a collector that is away keeps no process from ending", async () => {
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" };
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  const tracer = await openTracer({}, environment, false);
  tracer.start("edge carry").end();
  const began = performance.now();
  await tracer.stop();
  assert.ok(performance.now() - began < 2_000);
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
});
