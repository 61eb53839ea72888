// Where the region's workloads log: a group per workload and the agent's own, all with an end and our key, made before
// anything writes to them (AWS makes missing ones by itself, kept for ever). Errors in them are counted, so that a
// workload that complains is seen before it fails. The stores', the cluster's and the network's groups lie with them.
import { clusterName } from "../../names/cluster.ts";
import { TRACED_SHARE } from "../../names/observability.ts";
import { insightsLogGroup, METRICS_NAMESPACE, workloadLogGroup } from "../../names/safety.ts";
import { terraformName } from "../language/identifier.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

/** Metric of error lines per workload, in the program's own namespace. */
export const LOG_ERRORS_METRIC = "LogErrors";
/** Slower than this is worth a look in the traces. */
const SLOW_SECONDS = 1;

export function buildLogs(site: Site): void {
  const { platform, region } = site;
  if (region.holds.cluster) {
    buildWorkloadLogs(site);
    const tf = site.stack.file("logs", "");
    for (const kind of ["application", "dataplane", "host", "performance"] as const) {
      declareLogGroup(site, tf, `insights_${kind}`, insightsLogGroup(clusterName(platform, region), kind));
    }
  }
  if (region.holds.cluster && platform.observability.tracing === "x-ray") buildTracing(site);
}

function buildWorkloadLogs(site: Site): void {
  const { platform } = site;
  const tf = site.stack.file("logs", "Log groups of the workloads and of the cluster's agent; errors in them counted.");
  for (const { name } of platform.workloads) {
    const key = terraformName(name);
    const group = declareLogGroup(site, tf, key, workloadLogGroup(platform, name));
    tf.resource("aws_cloudwatch_log_metric_filter", `${key}_errors`, {
      name: `${name}-errors`,
      log_group_name: group.name,
      // Fluent Bit ships the programs' JSON lines as they are; a line with a level of its own is theirs.
      pattern: '{ $.level = "error" || $.level = "fatal" }',
      metric_transformation: {
        namespace: METRICS_NAMESPACE,
        name: `${LOG_ERRORS_METRIC}-${name}`,
        value: "1",
        default_value: "0",
      },
    });
  }
}

function buildTracing({ platform, stack }: Site): void {
  const tf = stack.file("tracing", "Traces arrive by OpenTelemetry; X-Ray only keeps, groups and samples them.");
  tf.resource(
    "aws_xray_group",
    "slow_or_failed",
    {
      group_name: `${platform.name}-slow-or-failed`,
      filter_expression: `responsetime > ${SLOW_SECONDS} OR fault = true`,
      insights_configuration: { insights_enabled: true, notifications_enabled: true },
    },
    { comment: "Insights open an incident of its own when faults gather, and tell EventBridge." },
  );
  tf.resource(
    "aws_xray_sampling_rule",
    "all",
    {
      rule_name: platform.name,
      priority: 9000,
      version: 1,
      reservoir_size: 1,
      fixed_rate: TRACED_SHARE,
      service_name: "*",
      service_type: "*",
      host: "*",
      http_method: "*",
      url_path: "*",
      resource_arn: "*",
    },
    { comment: `The first request of each second, and ${TRACED_SHARE * 100} % of the rest.` },
  );
}
