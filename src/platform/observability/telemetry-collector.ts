// The collector of OpenTelemetry in each region, as ADOT ships it. It takes the workloads' traces and hands them to X-Ray, and
// it reads the few metrics of recovery from the workloads themselves and writes them into CloudWatch under the names that the
// alarms look for: those must be seen when the cluster's Prometheus is gone.

import type { Platform, Region } from "../../blueprint/platform.ts";
import { PORTS } from "../../blueprint/workload-table.ts";
import { clusterName } from "../names/cluster.ts";
import { WORKLOAD_NAMESPACE } from "../names/identity.ts";
import { headlessName } from "../names/kubernetes.ts";
import { TELEMETRY_PORTS } from "../names/observability.ts";
import { calledByPeer } from "../names/peer.ts";
import { insightsLogGroup, METRICS_NAMESPACE } from "../names/safety.ts";
import { RECOVERY_SOURCES, recoveryExporters, recoveryMetricName } from "./recovery-metrics.ts";

/** A share of the container's limit: beyond the first it refuses what comes, and clients keep it. */
const MEMORY = { check_interval: "1s", limit_percentage: 75, spike_limit_percentage: 20 } as const;
const BATCH = { timeout: "5s", send_batch_size: 512, send_batch_max_size: 2_048 } as const;
const SCRAPE = "30s";

type Component = Readonly<Record<string, unknown>>;
type Pipeline = {
  readonly receivers: readonly string[];
  readonly processors: readonly string[];
  readonly exporters: readonly string[];
};
export type CollectorConfiguration = {
  readonly extensions: Component;
  readonly receivers: Component;
  readonly processors: Component;
  readonly exporters: Component;
  readonly service: {
    readonly extensions: readonly string[];
    readonly telemetry: Component;
    readonly pipelines: Readonly<Record<string, Pipeline>>;
  };
};

export function collectorConfig(platform: Platform, region: Region): CollectorConfiguration {
  const traced = platform.observability.tracing === "x-ray";
  return {
    extensions: { health_check: { endpoint: `0.0.0.0:${TELEMETRY_PORTS.collectorHealth}` } },
    receivers: {
      ...(traced && {
        otlp: {
          protocols: {
            grpc: { endpoint: `0.0.0.0:${TELEMETRY_PORTS.otlpGrpc}` },
            http: { endpoint: `0.0.0.0:${TELEMETRY_PORTS.otlpHttp}` },
          },
        },
      }),
      prometheus: { config: { scrape_configs: [recoveryScrape(platform)] } },
    },
    processors: {
      memory_limiter: MEMORY,
      batch: BATCH,
      resource: {
        attributes: [
          { key: "cloud.region", value: region.name, action: "upsert" },
          { key: "deployment.environment.name", value: platform.environment, action: "upsert" },
        ],
      },
      "metricstransform/cloudwatch": {
        transforms: RECOVERY_SOURCES.map((name) => ({
          include: name,
          match_type: "strict",
          action: "update",
          new_name: recoveryMetricName(name),
          operations: [{ action: "add_label", new_label: "Region", new_value: region.name }],
        })),
      },
    },
    exporters: {
      ...(traced && { awsxray: { region: region.name } }),
      awsemf: {
        region: region.name,
        namespace: METRICS_NAMESPACE,
        log_group_name: insightsLogGroup(clusterName(platform, region), "performance"),
        log_stream_name: "tandem-recovery",
        dimension_rollup_option: "NoDimensionRollup",
        metric_declarations: [
          {
            dimensions: [["Region"]],
            metric_name_selectors: RECOVERY_SOURCES.map((name) => `^${recoveryMetricName(name)}$`),
          },
        ],
      },
    },
    service: {
      extensions: ["health_check"],
      telemetry: {
        metrics: {
          readers: [
            { pull: { exporter: { prometheus: { host: "0.0.0.0", port: TELEMETRY_PORTS.collectorMetrics } } } },
          ],
        },
      },
      pipelines: {
        ...(traced && {
          traces: { receivers: ["otlp"], processors: ["memory_limiter", "resource", "batch"], exporters: ["awsxray"] },
        }),
        metrics: {
          receivers: ["prometheus"],
          processors: ["memory_limiter", "metricstransform/cloudwatch", "batch"],
          exporters: ["awsemf"],
        },
      },
    },
  };
}

/** Straight from the pods, by the names that their services give; no permission in the cluster is needed. */
const recoveryScrape = (platform: Platform) => ({
  job_name: "recovery",
  scrape_interval: SCRAPE,
  dns_sd_configs: [
    {
      names: recoveryExporters(platform).map(
        (workload) =>
          `${calledByPeer(platform, workload) ? headlessName(workload) : workload.name}.${WORKLOAD_NAMESPACE}.svc.cluster.local`,
      ),
      type: "A",
      port: PORTS.metrics,
    },
  ],
  metric_relabel_configs: [{ source_labels: ["__name__"], regex: RECOVERY_SOURCES.join("|"), action: "keep" }],
});
