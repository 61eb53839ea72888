import assert from "node:assert/strict";
import { test } from "node:test";
import { MetricsRegistry } from "./registry.ts";

const silent = () => assert.fail("no reader failed");

test("counters count from 0 on, and one series is one however it is come by", async () => {
  const metrics = new MetricsRegistry(silent);
  const counter = metrics.counter("tandem_events_received_total", { class: "pair", outcome: "accepted" });
  metrics.counter("tandem_events_received_total", { outcome: "refused", class: "pair" });
  counter.add();
  counter.add(4);
  metrics.counter("tandem_events_received_total", { outcome: "accepted", class: "pair" }).add();
  assert.equal(
    await metrics.text("prometheus"),
    `# HELP tandem_events_received_total Events that reached a project's front door, by what came of them: accepted or refused.
# TYPE tandem_events_received_total counter
tandem_events_received_total{class="pair",outcome="accepted"} 6
tandem_events_received_total{class="pair",outcome="refused"} 0
`,
  );
});

test("names and labels that the catalogue doesn't have are refused by the compiler", () => {
  const metrics = new MetricsRegistry(silent);
  // @ts-expect-error: there is no such metric.
  assert.throws(() => metrics.counter("tandem_made_up_total", {}));
  // @ts-expect-error: it is a gauge.
  metrics.counter("tandem_lease_epoch", {});
  // @ts-expect-error: a label is missing.
  metrics.counter("tandem_events_received_total", { class: "pair" });
  // @ts-expect-error: a label too many.
  metrics.counter("tandem_rate_limited_total", { project: "web" });
});

test("a histogram counts each value once, at the first bound that isn't below it, and keeps the newest trace of each", async () => {
  const metrics = new MetricsRegistry(silent);
  const histogram = metrics.histogram("tandem_log_append_duration_seconds", {});
  for (const seconds of [0, 0.0005, 0.000_500_1, 2.5, 7]) histogram.observe(seconds, "a".repeat(32));
  histogram.observe(9);
  const [family] = (await metrics.families()).filter(({ samples }) => samples.length > 0);
  const [sample] = family?.samples ?? [];
  assert.ok(sample?.kind === "histogram");
  assert.deepEqual(sample.counts, [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
  assert.equal(sample.exemplars[12]?.value, 7);
  assert.equal(sample.exemplars[4], undefined);
});

test("what is told at a scrape is what is so then, and nothing of the scrape before", async () => {
  const metrics = new MetricsRegistry(silent);
  const ages = [new Map([["north", 1]]), new Map([["south", 2]])];
  metrics.onScrape((tell) => {
    for (const [origin_region, age] of ages.shift() ?? [])
      tell("tandem_query_freshness_seconds", { origin_region }, age);
    tell("tandem_lease_held", {}, true);
    tell("tandem_mirror_lag_seconds", {}, null);
  });
  const lines = async () => (await metrics.text("prometheus")).split("\n").filter((line) => /^tandem/.test(line));
  assert.deepEqual(await lines(), ['tandem_query_freshness_seconds{origin_region="north"} 1', "tandem_lease_held 1"]);
  assert.deepEqual(await lines(), ['tandem_query_freshness_seconds{origin_region="south"} 2', "tandem_lease_held 1"]);
});

test("a part that can't be read is told of and missing; the rest is told all the same", async () => {
  const failed: string[] = [];
  const metrics = new MetricsRegistry(({ message }) => failed.push(message));
  metrics.onScrape(() => Promise.reject(new Error("the bucket is away")));
  metrics.onScrape((tell) => tell("tandem_lease_epoch", {}, 3));
  assert.match(await metrics.text("prometheus"), /^tandem_lease_epoch 3$/m);
  assert.deepEqual(failed, ["the bucket is away"]);
});

test("a label with endless values stops the process that made it, not the scraper's memory", () => {
  const metrics = new MetricsRegistry(silent);
  const add = (code: number) => metrics.counter("tandem_ingest_refused_total", { code: String(code) });
  for (let code = 0; code < 500; code += 1) add(code);
  assert.throws(() => add(500), /tandem_ingest_refused_total has 500 series already/);
});
