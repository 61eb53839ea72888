// What the processes of a live installation tell of themselves is exactly what the catalogues say: metrics, traces, log lines.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { RegionPorts } from "../../src/core/installation.ts";
import { ACKNOWLEDGED_HEADER, networkPort } from "../../src/core/installation.ts";
import type { RunView } from "../../src/core/recovery-view.ts";
import type { Trace } from "../../src/core/resources.ts";
import { LOG_EVENTS } from "../../src/core/telemetry/log-events.ts";
import type { Exporter } from "../../src/core/telemetry/metric.ts";
import { METRIC_NAMES, metricDefinition } from "../../src/core/telemetry/metrics.ts";
import { SPANS } from "../../src/core/telemetry/spans.ts";
import { insideOrigin } from "../../src/drivers/http/inside.ts";
import { makeAuthority, writeCertificates } from "../../src/drivers/http/test-certificates.ts";
import { type ReadFamily, readMetrics } from "./metrics-text.ts";
import { RunningInstallation } from "./running-installation.ts";
import { SpanSink } from "./span-sink.ts";

const WITHIN_MS = 20_000;
const CLIENT_TRACE = "0af7651916cd43dd8448eb211c80319c";
const traceparent = `00-${CLIENT_TRACE}-b7ad6b7169203331-01`;
const OPENMETRICS = "application/openmetrics-text;version=1.0.0";

/** Whether a metric's condition can't hold here. */
const NOT_HERE: readonly string[] = ["tandem_tls_certificate_expiry_seconds", "tandem_drill_age_seconds"];

let sink: SpanSink;
let running: RunningInstallation;

before(async () => {
  sink = await SpanSink.open();
  Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: sink.url, OTEL_BSP_SCHEDULE_DELAY: "100" });
  running = await RunningInstallation.prepare();
  await running.start();
});

after(async () => {
  await running?.remove();
  await sink?.close();
});

async function portsOf(): Promise<[exporter: Exporter, port: number][]> {
  const installation = await running.installation();
  const inRegion: [Exporter, keyof RegionPorts][] = [
    ["console", "console"],
    ["collector", "collector"],
    ["query", "query"],
    ["guardian", "guardian"],
    ["mirror", "mirror"],
    ["lake-writer", "lakeWriter"],
    ["recoverer", "recoverer"],
    ["watchdog", "watchdog"],
  ];
  return [
    ["edge", installation.edgePort],
    ["witness", installation.witness.port],
    ["network", networkPort(installation)],
    ...installation.regions.flatMap(({ ports }) =>
      inRegion.map(([exporter, name]): [Exporter, number] => [exporter, ports[name]]),
    ),
  ];
}

async function scrape(port: number, accept = "text/plain"): Promise<ReadFamily[]> {
  const response = await fetch(`${insideOrigin(port)}/metrics`, { headers: { accept } });
  assert.equal(response.status, 200);
  return readMetrics(await response.text(), accept === OPENMETRICS ? "openmetrics" : "prometheus");
}

async function track(messageId: string): Promise<string | null> {
  const writeKey = await running.writeKey("web");
  const response = await fetch(`${running.url}/v1/track`, {
    method: "POST",
    headers: { traceparent },
    body: JSON.stringify({ event: "Traced", userId: "u", messageId, writeKey }),
  });
  assert.equal(response.status, 200, await response.text());
  return response.headers.get(ACKNOWLEDGED_HEADER);
}

/** A client of the API: a user who came by a sign-in link. */
async function signedIn(): Promise<Record<string, string>> {
  const { stdout } = await running.tandem("sign-in-link");
  const token = /#([\w-]{43})/.exec(stdout)?.[1];
  const api = `${running.url}/api/2026-11`;
  const json = { "content-type": "application/json", origin: running.url };
  const response = await fetch(`${api}/session/link`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ token }),
  });
  assert.equal(response.status, 200, await response.clone().text());
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { csrf } = (await response.json()) as { csrf: string };
  const signed = { ...json, cookie, "x-tandem-csrf": csrf };
  const password = JSON.stringify({ password: "four unrelated words" });
  assert.equal(
    (await fetch(`${api}/session/password`, { method: "POST", headers: signed, body: password })).status,
    204,
  );
  return signed;
}

test("one trace runs from the edge through the collector and the log into the lake, and through a question", async () => {
  const signed = await signedIn();
  const change = { method: "PATCH", headers: signed, body: JSON.stringify({ acknowledgement: "pair" }) };
  assert.equal((await fetch(`${running.url}/api/2026-11/projects/web`, change)).status, 200);
  await running.until("both regions confirm", WITHIN_MS, async () => (await track("traced-1")) === "pair");
  const { regions } = await running.installation();
  const headers = { "x-tandem-link": await running.linkKey() };
  for (const { ports } of regions) {
    const response = await fetch(`http://127.0.0.1:${ports.lakeWriter}/internal/flush`, { method: "POST", headers });
    assert.equal(response.status, 200);
  }
  const asked = await fetch(`${running.url}/api/2026-11/projects/web/query`, {
    method: "POST",
    headers: { ...signed, traceparent },
    body: JSON.stringify({ kind: "totals", range: "today", metrics: ["events"] }),
  });
  assert.equal(asked.status, 200, await asked.text());
  const wanted = [
    "edge carry",
    "collector ingest",
    "log append",
    "mirror acknowledge",
    "lake store",
    "console request",
    "query answer",
  ];
  await running.until("all spans have come", WITHIN_MS, async () =>
    wanted.every((name) => sink.named(name, CLIENT_TRACE).length > 0),
  );
  const [carry] = sink.named("edge carry", CLIENT_TRACE);
  const [ingest] = sink.named("collector ingest", CLIENT_TRACE);
  const [stored] = sink.named("lake store", CLIENT_TRACE);
  assert.equal(carry?.parentSpanId, "b7ad6b7169203331");
  assert.equal(ingest?.parentSpanId, carry?.spanId);
  assert.equal(sink.named("log append", CLIENT_TRACE)[0]?.parentSpanId, ingest?.spanId);
  assert.equal(stored?.parentSpanId, ingest?.spanId);
  assert.ok(sink.named("lake write").some(({ links }) => links.includes(CLIENT_TRACE)));
  const question = sink.named("query answer", CLIENT_TRACE)[0];
  const atConsole = sink.named("console request", CLIENT_TRACE).find(({ spanId }) => spanId === question?.parentSpanId);
  const atEdge = sink.named("edge carry", CLIENT_TRACE).find(({ spanId }) => spanId === atConsole?.parentSpanId);
  assert.ok(atEdge, "the question's spans hang together");
});

test("tandem trace names the trace of the request that brought an event", async () => {
  await track("traced-2");
  let told: Trace | undefined;
  await running.until("the event is known", WITHIN_MS, async () => {
    told = JSON.parse((await running.tandem("trace", "traced-2", "--json")).stdout) as Trace;
    return told.steps.some(({ step }) => step === "received");
  });
  assert.equal(told?.steps.find(({ step }) => step === "received")?.traceId, CLIENT_TRACE);
});

test("a switch-over is one trace with a span for each step, under the id in its record", async () => {
  const { regions } = await running.installation();
  await running.untilReadyToHandOver();
  const { code, stdout, stderr } = await running.tandem("switchover", "--yes", "--reason", "to be traced");
  assert.equal(code, 0, stdout + stderr);
  const { stdout: history } = await running.tandem("history", "--json");
  const runs = (JSON.parse(history) as { runs: RunView[] }).runs ?? (JSON.parse(history) as RunView[]);
  const run = runs.find(({ plan }) => plan === "switch-over");
  assert.ok(run, history.slice(0, 500));
  await running.until("its spans have come", WITHIN_MS, async () => sink.named("recovery run", run.traceId).length > 0);
  const [root] = sink.named("recovery run", run.traceId);
  assert.deepEqual(
    [root?.attributes["tandem.run"], root?.attributes["tandem.outcome"], root?.failed, root?.region],
    [run.id, "finished", false, regions[1].name],
  );
  const steps = sink.named("recovery step", run.traceId);
  assert.deepEqual(
    steps.map(({ attributes, parentSpanId }) => [attributes["tandem.step"], parentSpanId]).sort(),
    run.steps
      .filter(({ startedAt }) => startedAt !== null)
      .map(({ id }) => [id, root?.spanId])
      .sort(),
  );
});

test("each process exports the metrics that the catalogue names for it, and nothing else", async () => {
  const seen = new Set<string>();
  for (const [exporter, port] of await portsOf()) {
    const families = await scrape(port);
    const exported = families.map(({ name }) => name).sort();
    const named = METRIC_NAMES.map(metricDefinition).filter(({ exportedBy }) => exportedBy.includes(exporter));
    for (const name of exported) seen.add(name);
    const always = named.filter(({ when }) => when === undefined).map(({ name }) => name);
    const missing = always.filter((name) => !exported.includes(name));
    const undocumented = exported.filter((name) => !named.some((definition) => definition.name === name));
    assert.deepEqual({ exporter, missing, undocumented }, { exporter, missing: [], undocumented: [] });
    for (const { name, kind, help, samples } of families) {
      const definition = metricDefinition(name as (typeof METRIC_NAMES)[number]);
      assert.deepEqual([kind, help], [definition.kind, definition.help]);
      for (const { labels } of samples) {
        const own = Object.keys(labels).filter((label) => !(kind === "histogram" && label === "le"));
        assert.deepEqual(own, [...definition.labels], name);
      }
    }
  }
  // What is told only when it is known comes with the standby that follows again.
  await running.until("every metric that can be told here was told", WITHIN_MS, async () => {
    for (const [, port] of await portsOf()) for (const { name } of await scrape(port)) seen.add(name);
    return METRIC_NAMES.every((name) => seen.has(name) || NOT_HERE.includes(name));
  });
});

test("exemplars name traces that were exported", async () => {
  const { regions } = await running.installation();
  const families = await scrape(regions[0].ports.collector, OPENMETRICS);
  const exemplars = families
    .find(({ name }) => name === "tandem_acknowledge_duration_seconds")
    ?.samples.flatMap(({ exemplar }) => (exemplar ? [exemplar.traceId] : []));
  assert.ok(exemplars?.includes(CLIENT_TRACE), JSON.stringify(exemplars));
  assert.ok(sink.named("collector ingest", CLIENT_TRACE).length > 0);
});

test("metrics are for whoever is on this machine: the edge doesn't carry a request for a region's", async () => {
  const response = await fetch(`${running.url}/metrics`, { headers: { "x-forwarded-for": "203.0.113.1" } });
  assert.equal(response.status, 404);
});

test("every span that was exported is in the catalogue, with its attributes and its maker", () => {
  for (const span of sink.spans) {
    const definition = SPANS[span.name as keyof typeof SPANS];
    assert.ok(definition, span.name);
    assert.ok((definition.madeBy as readonly string[]).includes(span.service.replace(/^tandem-/, "")), span.service);
    const unknown = Object.keys(span.attributes).filter(
      (key) => !(definition.attributes as readonly string[]).includes(key),
    );
    assert.deepEqual(unknown, [], span.name);
  }
});

test("every line that a process has written is JSON with its level, and an event of the catalogue", async () => {
  const wrong: string[] = [];
  for (const place of ["ap-south-1", "ap-south-2", "witness", "edge", "network"]) {
    for (const [exporter] of await portsOf()) {
      const file = join(running.directory, "data", place, "run", `${exporter}.log`);
      for (const line of (await readFile(file, "utf8").catch(() => "")).split("\n")) {
        if (line === "") continue;
        const told = JSON.parse(line) as Record<string, unknown>;
        const known = LOG_EVENTS[told.event as keyof typeof LOG_EVENTS];
        if (known?.level !== told.level || told.workload !== exporter || typeof told.at !== "string") wrong.push(line);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test("with certificates all processes speak TLS to each other, and events and questions go their way", async () => {
  await running.stop();
  const directory = join(running.directory, "tls");
  const authority = makeAuthority();
  writeCertificates(directory, authority.issue(["localhost", "127.0.0.1"]), authority);
  process.env.TANDEM_TLS_DIRECTORY = directory;
  try {
    await running.start();
    await track("in-private");
    const { regions } = await running.installation();
    await assert.rejects(fetch(`http://127.0.0.1:${regions[0].ports.console}/healthz`));
    for (const [exporter, port] of await portsOf()) {
      if (exporter === "edge") continue;
      const expiry = (await scrape(port)).find(({ name }) => name === "tandem_tls_certificate_expiry_seconds");
      assert.ok((expiry?.samples[0]?.value ?? 0) > 80_000, exporter);
    }
    await running.until(
      "the event is known",
      WITHIN_MS,
      async () => (await running.tandem("trace", "in-private")).code === 0,
    );
  } finally {
    await running.stop();
    delete process.env.TANDEM_TLS_DIRECTORY;
  }
});
