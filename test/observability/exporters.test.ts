// The exporters' configurations against what rules, alarms and panels rely on.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { entrances } from "../../src/platform/names/dns.ts";
import { CONFIGURATIONS, MONITOR_LABEL } from "../../src/platform/names/observability.ts";
import { workloadLogGroup } from "../../src/platform/names/safety.ts";
import { RECOVERY_ALARMS } from "../../src/platform/observability/alarms-recovery.ts";
import { CLOUDWATCH_METRICS } from "../../src/platform/observability/cloudwatch-metrics.ts";
import { fluentBitConfig, logsAreSearched } from "../../src/platform/observability/fluent-bit.ts";
import { watchedRegions } from "../../src/platform/observability/observability-files.ts";
import { pingdomChecks } from "../../src/platform/observability/pingdom.ts";
import { RECOVERY_METRICS, recoveryMetricName } from "../../src/platform/observability/recovery-metrics.ts";
import { ruleManifests } from "../../src/platform/observability/rule-manifests.ts";
import { collectorConfig } from "../../src/platform/observability/telemetry-collector.ts";
import { yaceConfig } from "../../src/platform/observability/yace.ts";
import { uuid, zabbixTemplate, zabbixWebhook } from "../../src/platform/observability/zabbix.ts";
import { ZABBIX_SCRIPT } from "../../src/platform/observability/zabbix-script.ts";
import { PLATFORMS } from "./platforms.ts";

const everyRegion = PLATFORMS.flatMap(([name, platform]) =>
  watchedRegions(platform).map((region) => ({ name: `${name} ${region.name}`, platform, region })),
);

test("the collector writes exactly those metrics into CloudWatch that the alarms of recovery read", () => {
  const read = new Set(
    RECOVERY_ALARMS.flatMap(({ reading }) =>
      typeof reading !== "function" && reading.kind === "metric" ? [reading.metric.name] : [],
    ),
  );
  assert.deepEqual([...read].sort(), Object.keys(RECOVERY_METRICS).sort());
  assert.equal(recoveryMetricName("tandem_events_at_risk"), "EventsAtRisk");
  for (const { name, platform, region } of everyRegion) {
    const { exporters } = collectorConfig(platform, region);
    const [declared] = (exporters.awsemf as { metric_declarations: { metric_name_selectors: string[] }[] })
      .metric_declarations;
    assert.deepEqual(declared?.metric_name_selectors.map((one) => one.slice(1, -1)).sort(), [...read].sort(), name);
  }
});

test("each pipeline of the collector is made of parts that are there, limits its memory first and batches last", () => {
  for (const { name, platform, region } of everyRegion) {
    const { receivers, processors, exporters, service, extensions } = collectorConfig(platform, region);
    assert(service.extensions.every((one) => one in extensions));
    assert.equal("traces" in service.pipelines, platform.observability.tracing === "x-ray", name);
    for (const pipeline of Object.values(service.pipelines)) {
      assert(
        pipeline.receivers.every((one) => one in receivers),
        name,
      );
      assert(
        pipeline.processors.every((one) => one in processors),
        name,
      );
      assert(
        pipeline.exporters.every((one) => one in exporters),
        name,
      );
      assert.equal(pipeline.processors[0], "memory_limiter");
      assert.equal(pipeline.processors.at(-1), "batch");
    }
  }
});

test("YACE asks its own region alone, for every metric that this platform has", () => {
  for (const { name, platform, region } of everyRegion) {
    const { discovery, customNamespace } = yaceConfig(platform, region);
    const jobs = [...discovery.jobs, ...customNamespace];
    assert(
      jobs.every(({ regions }) => regions.length === 1 && regions[0] === region.name),
      name,
    );
    const asked = jobs.flatMap((job) =>
      job.metrics.map((metric) => `${"type" in job ? job.type : job.namespace} ${metric.name} ${metric.statistics[0]}`),
    );
    const wanted = Object.values(CLOUDWATCH_METRICS)
      .filter(({ when }) => when(platform))
      .map((one) => `${one.namespace} ${one.name} ${one.statistic}`);
    assert.deepEqual(asked.sort(), wanted.sort(), name);
  }
});

test("Fluent Bit sends each workload's lines to the group that Terraform made, and to OpenSearch only where it is asked to", () => {
  for (const { name, platform, region } of everyRegion) {
    const { pipeline } = fluentBitConfig(platform, region);
    for (const workload of platform.workloads) {
      const tag = `workload.${workload.name}`;
      assert(
        pipeline.inputs.some((input) => input.tag === tag),
        name,
      );
      assert.equal(
        pipeline.outputs.find(({ match, log_group_name }) => match === tag && log_group_name !== undefined)
          ?.log_group_name,
        workloadLogGroup(platform, workload.name),
      );
    }
    const groups = pipeline.outputs.flatMap(({ auto_create_group }) =>
      auto_create_group === undefined ? [] : [auto_create_group],
    );
    assert(
      groups.every((made) => made === "off"),
      "Fluent Bit may make no group: it would have no key and no end",
    );
    assert.equal(
      pipeline.outputs.some((one) => one.name === "opensearch"),
      logsAreSearched(platform, region),
      name,
    );
  }
});

test("the cluster gets every configuration under the name that its add-on mounts, and nothing with a secret in it", () => {
  for (const { name, platform, region } of everyRegion) {
    const objects = ruleManifests(platform, region).map(({ object }) => object);
    for (const { name: called, namespace, file } of Object.values(CONFIGURATIONS)) {
      const found = objects.find(
        ({ kind, metadata }) => kind === "ConfigMap" && metadata.name === called && metadata.namespace === namespace,
      );
      assert(file in ((found?.data ?? {}) as object), `${name}: ${called}`);
    }
    for (const { kind, metadata } of objects) {
      if (["PrometheusRule", "PodMonitor", "ScrapeConfig"].includes(kind))
        assert.deepEqual(metadata.labels, MONITOR_LABEL, `${name}: ${metadata.name}`);
    }
    const text = JSON.stringify(objects);
    assert.doesNotMatch(text, /routing_key":"[^"]|aws_secret_access_key|BEGIN [A-Z ]*PRIVATE KEY/, name);
  }
});

const [, hybrid] = PLATFORMS.find(([name]) => name === "D prod") ?? [];
assert(hybrid?.onPremises.kind === "connected" && hybrid.onPremises.sqlServer);
const server = hybrid.onPremises.sqlServer;

test("a name's UUID is always the same, of version 4, and another name's is another", () => {
  assert.equal(uuid(""), "6c62272e07bb414262b821756295c58d".replace(/^(.{12}).(.{3}).(.*)$/, "$14$28$3"));
  const many = Array.from({ length: 1_000 }, (_, index) => uuid(`item ${index}`));
  assert.equal(new Set(many).size, many.length);
  for (const one of many) assert.match(one, /^[0-9a-f]{12}4[0-9a-f]{3}8[0-9a-f]{15}$/);
});

test("Zabbix's triggers look at items of their own template, and no password stands in it", () => {
  const text = JSON.stringify(zabbixTemplate(hybrid, server));
  type Item = {
    key: string;
    uuid: string;
    type: string;
    params?: string;
    triggers?: { expression: string; uuid: string }[];
  };
  const [made] = (
    JSON.parse(text) as {
      zabbix_export: {
        templates: { template: string; items: Item[]; macros: { macro: string; value?: string; type?: string }[] }[];
      };
    }
  ).zabbix_export.templates;
  assert(made);
  for (const item of made.items) {
    assert.equal(item.type === "ODBC", item.params !== undefined, item.key);
    for (const trigger of item.triggers ?? [])
      assert(trigger.expression.includes(`/${made.template}/${item.key}`), item.key);
  }
  const uuids = [...text.matchAll(/"uuid":"(\w+)"/g)].map((found) => found[1]);
  assert.equal(new Set(uuids).size, uuids.length);
  const password = made.macros.find(({ macro }) => macro === "{$SQLSERVER.PASSWORD}");
  assert.equal(password?.type, "SECRET_TEXT");
  assert.equal(password?.value, undefined);
});

/** Runs the webhook as Zabbix's server does, against a PagerDuty that answers `status`. */
function webhook(
  parameters: Readonly<Record<string, string>>,
  status = 202,
): { readonly url: string; readonly event: Record<string, unknown> } {
  const sent: { url: string; event: Record<string, unknown> }[] = [];
  class HttpRequest {
    addHeader(): void {}
    post(url: string, body: string): string {
      sent.push({ url, event: JSON.parse(body) as Record<string, unknown> });
      return "{}";
    }
    getStatus(): number {
      return status;
    }
  }
  const value = JSON.stringify({
    routing_key: "k",
    event_id: "7",
    event_value: "1",
    event_severity: "5",
    summary: "s",
    details: "d",
    source: "h",
    runbook: "https://x",
    platform: "p",
    ...parameters,
  });
  vm.runInNewContext(`(function () { ${ZABBIX_SCRIPT} })()`, { HttpRequest, value });
  const [one] = sent;
  assert(one);
  return one;
}

test("Zabbix's problem opens an incident and its recovery ends the same one", () => {
  const [opened, ended] = [webhook({}), webhook({ event_value: "0" })];
  assert.equal(opened.url, "https://events.pagerduty.com/v2/enqueue");
  assert.deepEqual([opened.event.event_action, ended.event.event_action], ["trigger", "resolve"]);
  assert.equal(opened.event.dedup_key, ended.event.dedup_key);
  assert.equal((opened.event.payload as { severity: string }).severity, "critical");
  assert.equal((webhook({ event_severity: "2" }).event.payload as { severity: string }).severity, "warning");
});

test("Zabbix is told in words when the key is missing or PagerDuty refuses", () => {
  assert.throws(() => webhook({ routing_key: "{ALERT.SENDTO}" }), /has no routing key/);
  assert.throws(() => webhook({}, 429), /PagerDuty answered 429/);
  assert.match(JSON.stringify(zabbixWebhook(hybrid)), /ALERT\.SENDTO/);
});

test("Pingdom visits each name that clients type, where only a region that serves answers", () => {
  const checks = pingdomChecks(hybrid);
  assert.equal(checks.length, entrances(hybrid).length);
  for (const check of checks) {
    assert.match(String(check.host), /\.tickets\.example\.com$/);
    assert.match(String(check.url), /^\/healthz/);
    assert.equal(check.encryption, true);
  }
});
