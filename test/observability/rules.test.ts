// What of the rules can be told without promtool: syntax, names, words and completeness, over every platform.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alertName, expressionOf, told } from "../../src/platform/observability/alert.ts";
import { RECEIVERS } from "../../src/platform/observability/alertmanager.ts";
import { ALERTS, alertsOf } from "../../src/platform/observability/alerts.ts";
import { CLUSTER_METRICS, PROGRAM_SERIES } from "../../src/platform/observability/catalogue.ts";
import { CLOUDWATCH_METRICS, seriesOf } from "../../src/platform/observability/cloudwatch-metrics.ts";
import { routeTests } from "../../src/platform/observability/route-tests.ts";
import { ruleTests } from "../../src/platform/observability/rule-tests.ts";
import { RULE_FILES, ruleGroups } from "../../src/platform/observability/rules.ts";
import { recordings } from "../../src/platform/observability/slo.ts";
import { PLATFORMS } from "./platforms.ts";
import { readPromql } from "./promql.ts";

const EXPORTED = new Set<string>([
  ...PROGRAM_SERIES,
  ...Object.keys(CLUSTER_METRICS),
  ...Object.keys(CLOUDWATCH_METRICS),
]);

/** Complaints about an expression: its syntax, and names that nobody exports or records. */
function wrong(expression: string, recorded: ReadonlySet<string>): readonly string[] {
  const read = readPromql(expression);
  if (read.kind === "broken") return [`can't be read near ${JSON.stringify(read.near)}`];
  return read.metrics.filter((name) => !EXPORTED.has(name) && !recorded.has(name)).map((name) => `${name} is nobody's`);
}

test("every expression can be read, and asks only for what is exported or recorded", () => {
  for (const [name, platform] of PLATFORMS) {
    const recorded = new Set(recordings(platform).map(({ record }) => record));
    for (const group of Object.values(ruleGroups(platform))) {
      for (const rule of group.rules) {
        assert.deepEqual(wrong(rule.expr, recorded), [], `${name}: ${"alert" in rule ? rule.alert : rule.record}`);
      }
    }
  }
});

test("an expression with a slip, or with a name that nobody exports, is found", () => {
  assert.deepEqual(wrong("sum(rate(tandem_lake_rows_written_total[5m]))", new Set()), []);
  assert.equal(wrong("sum(rate(tandem_lake_rows_written_total[5m])", new Set()).length, 1);
  assert.deepEqual(wrong("tandem_lake_rows_written > 1", new Set()), ["tandem_lake_rows_written is nobody's"]);
  assert.deepEqual(wrong('up{job="tandem_made_up"} == 1', new Set()), []);
});

test("every alert has words, an owner, a reason for its wait, and a unit test that fires and one that is quiet", () => {
  for (const [, platform] of PLATFORMS) {
    for (const alert of alertsOf(platform)) {
      for (const words of [alert.says, alert.first, alert.formula, alert.because, alert.owner])
        assert(words.length > 2, `${alert.id} leaves a person on call alone`);
      assert(!alert.says.endsWith("."), `${alert.id}: the full stop is added`);
      assert.match(alert.id, /^[a-z]+(-[a-z]+)*$/);
      const proof = told(platform, alert.proof);
      assert(proof.quiet !== null || alert.id === "watchdog", `${alert.id} can't be seen quiet`);
      assert.notDeepEqual(proof.fires, proof.quiet, alert.id);
      assert(proof.atSeconds >= told(platform, alert.lastsSeconds), `${alert.id}: its test ends before its wait`);
    }
  }
});

test("each alert has a test in which it fires", () => {
  for (const [name, platform] of PLATFORMS) {
    const firing = RULE_FILES.flatMap((file) =>
      ruleTests(platform, file).tests.flatMap((one) =>
        one.alert_rule_test.filter(({ exp_alerts }) => exp_alerts.length > 0).map(({ alertname }) => alertname),
      ),
    );
    assert.deepEqual([...new Set(firing)].sort(), alertsOf(platform).map(alertName).sort(), name);
  }
});

test("two alerts never share a name, and none says the same as another", () => {
  const ids = ALERTS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, platform] of PLATFORMS) {
    const judged = alertsOf(platform).map(
      (alert) => `${expressionOf(platform, alert)} ${told(platform, alert.lastsSeconds)}`,
    );
    assert.equal(new Set(judged).size, judged.length);
  }
});

test("what only follows from the loss of a region never belongs to its incident, or it would keep itself quiet", () => {
  for (const { id, follows } of ALERTS) if (id.startsWith("region-lost")) assert.equal(follows, undefined);
});

test("AWS's metrics are called in Prometheus as YACE calls them", () => {
  for (const [series, metric] of Object.entries(CLOUDWATCH_METRICS)) assert.equal(series, seriesOf(metric));
});

test("each alert's route is told, and every receiver but the quiet one is somebody's", () => {
  for (const [name, platform] of PLATFORMS) {
    const receivers = new Set(routeTests(platform).map(({ receiver }) => receiver));
    assert.deepEqual([...receivers].sort(), Object.values(RECEIVERS).sort(), name);
  }
});
