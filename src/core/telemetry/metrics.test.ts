import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { LOG_EVENTS } from "./log-events.ts";
import { METRIC_NAMES, metricDefinition } from "./metrics.ts";
import { metricsPage } from "./metrics-page.ts";
import { SPANS } from "./spans.ts";

const PAGE = new URL("../../../docs/manual/metrics.md", import.meta.url);

test("names follow Prometheus's conventions: a prefix, base units, and _total for what only grows", () => {
  for (const name of METRIC_NAMES) {
    const { kind, unit, labels, help, exportedBy, buckets } = metricDefinition(name);
    assert.match(name, /^(?:tandem|process|nodejs)_[a-z_]+[a-z]$/);
    assert.equal(name.endsWith("_total"), kind === "counter", name);
    if (unit === "seconds" && kind !== "counter") assert.match(name, /_seconds$/);
    if (unit === "bytes") assert.match(name, /_bytes(?:_total)?$/);
    assert.match(help, /^[A-Z].*\.$/, name);
    assert.ok(exportedBy.length > 0, name);
    for (const label of labels) assert.doesNotMatch(label, /^(?:region|environment|job|instance|le|quantile)$/, name);
    assert.equal(buckets !== undefined, kind === "histogram", name);
    const ascending = (buckets ?? []).every((bound, index, all) => index === 0 || bound > (all[index - 1] as number));
    assert.ok(ascending, name);
  }
});

test("help of spans and log events is a sentence", () => {
  for (const { help } of [...Object.values(SPANS), ...Object.values(LOG_EVENTS)]) assert.match(help, /^[A-Z].*\.$/);
});

test("the manual's page of metrics, spans and log lines is printed from the catalogues", () => {
  const printed = metricsPage();
  if (process.env.TANDEM_WRITE_DOCS) writeFileSync(PAGE, printed);
  assert.equal(readFileSync(PAGE, "utf8"), printed);
});
