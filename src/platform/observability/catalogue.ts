// What rules and dashboards may ask for: the program's own metrics by the catalogue in `core/telemetry`, CloudWatch's through
// YACE, and those of the cluster's exporters in the table below. A name that is none of these doesn't compile, and a test
// reads every expression for names that were written past these functions.
import { METRICS, type MetricName, type NamesOf } from "../../core/telemetry/metrics.ts";

type Histogram = NamesOf<"histogram">;
/** What Prometheus stores of the program's metrics: a histogram has three series and none of its own name. */
export type ProgramSeries = Exclude<MetricName, Histogram> | `${Histogram}_${"bucket" | "sum" | "count"}`;

/** The name as it is; that it is one is the compiler's to say. */
export const metric = <N extends ProgramSeries>(name: N): N => name;

export const PROGRAM_SERIES: readonly ProgramSeries[] = (Object.keys(METRICS) as MetricName[]).flatMap(
  (name): ProgramSeries[] =>
    METRICS[name].kind === "histogram"
      ? (["bucket", "sum", "count"] as const).map((part) => `${name as Histogram}_${part}` as const)
      : [name as Exclude<MetricName, Histogram>],
);

/** Metrics that others export, and who does. Names are those of the exporters' own documentation, listed in decision 0045. */
export const CLUSTER_METRICS = {
  up: "prometheus",
  ALERTS: "prometheus",
  prometheus_rule_evaluation_failures_total: "prometheus",
  prometheus_tsdb_head_series: "prometheus",
  prometheus_notifications_dropped_total: "prometheus",
  alertmanager_notifications_failed_total: "alertmanager",
  alertmanager_notifications_total: "alertmanager",
  kube_pod_container_status_restarts_total: "kube-state-metrics",
  kube_pod_container_status_waiting_reason: "kube-state-metrics",
  kube_pod_status_phase: "kube-state-metrics",
  kube_deployment_spec_replicas: "kube-state-metrics",
  kube_deployment_status_replicas_available: "kube-state-metrics",
  kube_statefulset_replicas: "kube-state-metrics",
  kube_statefulset_status_replicas_ready: "kube-state-metrics",
  rollout_info_replicas_desired: "argo-rollouts",
  rollout_info_replicas_available: "argo-rollouts",
  kube_horizontalpodautoscaler_status_current_replicas: "kube-state-metrics",
  kube_horizontalpodautoscaler_spec_max_replicas: "kube-state-metrics",
  kube_poddisruptionbudget_status_pod_disruptions_allowed: "kube-state-metrics",
  kube_poddisruptionbudget_status_current_healthy: "kube-state-metrics",
  kube_poddisruptionbudget_status_desired_healthy: "kube-state-metrics",
  kube_node_status_condition: "kube-state-metrics",
  kube_node_status_allocatable: "kube-state-metrics",
  kube_job_status_failed: "kube-state-metrics",
  kube_pod_container_resource_requests: "kube-state-metrics",
  kubelet_volume_stats_available_bytes: "kubelet",
  kubelet_volume_stats_capacity_bytes: "kubelet",
  container_cpu_usage_seconds_total: "kubelet",
  container_memory_working_set_bytes: "kubelet",
  container_cpu_cfs_throttled_periods_total: "kubelet",
  container_cpu_cfs_periods_total: "kubelet",
  argocd_app_info: "argo-cd",
  certmanager_certificate_expiration_timestamp_seconds: "cert-manager",
  certmanager_certificate_ready_status: "cert-manager",
  externalsecret_status_condition: "external-secrets",
  otelcol_exporter_send_failed_spans: "opentelemetry-collector",
  otelcol_exporter_send_failed_metric_points: "opentelemetry-collector",
  fluentbit_output_errors_total: "fluent-bit",
  fluentbit_output_proc_records_total: "fluent-bit",
  fluentbit_output_dropped_records_total: "fluent-bit",
  yace_cloudwatch_requests_total: "yace",
} as const satisfies Record<string, string>;
export type ClusterMetric = keyof typeof CLUSTER_METRICS;
export const cluster = <N extends ClusterMetric>(name: N): N => name;
