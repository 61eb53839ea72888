import assert from "node:assert/strict";
import { test } from "node:test";
import { type Family, formatFor, metricsText } from "./exposition.ts";
import { metricDefinition } from "./metrics.ts";

const counter: Family = {
  definition: { ...metricDefinition("tandem_ingest_refused_total"), help: 'Says "no"\\ twice.\nReally.' },
  samples: [{ kind: "value", labels: { code: 'a"b\\c\nd' }, value: 3 }],
};
const histogram: Family = {
  definition: { ...metricDefinition("tandem_recovery_run_duration_seconds"), help: "How long.", buckets: [0.5, 2] },
  samples: [
    {
      kind: "histogram",
      labels: { plan: "fail-over" },
      counts: [1, 0, 2],
      sum: 9.25,
      exemplars: [
        undefined,
        undefined,
        { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", value: 5, at: 1_795_000_000_123 },
      ],
    },
  ],
};
const gauge = (value: number): Family => ({
  definition: { ...metricDefinition("tandem_lease_epoch"), help: "The epoch." },
  samples: [{ kind: "value", labels: {}, value }],
});

test("text for Prometheus has escaped labels and cumulated buckets, and no exemplars", () => {
  assert.equal(
    metricsText([counter, histogram, gauge(7)], "prometheus"),
    `# HELP tandem_ingest_refused_total Says "no"\\\\ twice.\\nReally.
# TYPE tandem_ingest_refused_total counter
tandem_ingest_refused_total{code="a\\"b\\\\c\\nd"} 3
# HELP tandem_recovery_run_duration_seconds How long.
# TYPE tandem_recovery_run_duration_seconds histogram
tandem_recovery_run_duration_seconds_bucket{plan="fail-over",le="0.5"} 1
tandem_recovery_run_duration_seconds_bucket{plan="fail-over",le="2"} 1
tandem_recovery_run_duration_seconds_bucket{plan="fail-over",le="+Inf"} 3
tandem_recovery_run_duration_seconds_sum{plan="fail-over"} 9.25
tandem_recovery_run_duration_seconds_count{plan="fail-over"} 3
# HELP tandem_lease_epoch The epoch.
# TYPE tandem_lease_epoch gauge
tandem_lease_epoch 7
`,
  );
});

test("OpenMetrics names a counter's family without its suffix, has exemplars and ends with EOF", () => {
  assert.equal(
    metricsText([counter, histogram], "openmetrics"),
    `# HELP tandem_ingest_refused Says \\"no\\"\\\\ twice.\\nReally.
# TYPE tandem_ingest_refused counter
tandem_ingest_refused_total{code="a\\"b\\\\c\\nd"} 3
# HELP tandem_recovery_run_duration_seconds How long.
# TYPE tandem_recovery_run_duration_seconds histogram
tandem_recovery_run_duration_seconds_bucket{plan="fail-over",le="0.5"} 1
tandem_recovery_run_duration_seconds_bucket{plan="fail-over",le="2.0"} 1
tandem_recovery_run_duration_seconds_bucket{plan="fail-over",le="+Inf"} 3 # {trace_id="4bf92f3577b34da6a3ce929d0e0e4736"} 5 1795000000.123
tandem_recovery_run_duration_seconds_sum{plan="fail-over"} 9.25
tandem_recovery_run_duration_seconds_count{plan="fail-over"} 3
# EOF
`,
  );
});

test("numbers without end have the words that scrapers know, and a metric without samples isn't mentioned", () => {
  const last = (value: number) =>
    metricsText([gauge(value)], "prometheus")
      .trimEnd()
      .split(" ")
      .at(-1);
  assert.deepEqual([Number.NaN, Infinity, -Infinity, 1e21, 0.1].map(last), ["NaN", "+Inf", "-Inf", "1e+21", "0.1"]);
  assert.equal(metricsText([{ ...gauge(1), samples: [] }], "openmetrics"), "# EOF\n");
});

test("OpenMetrics is given to those who ask for it by name, Prometheus's own text to all others", () => {
  assert.equal(
    formatFor(
      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
    ),
    "openmetrics",
  );
  assert.equal(formatFor("text/plain;version=0.0.4"), "prometheus");
  assert.equal(formatFor("*/*"), "prometheus");
  assert.equal(formatFor(undefined), "prometheus");
});
