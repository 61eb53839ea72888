// The dashboards: what a person wants to see first, then a panel for each alert that belongs there, drawn from the alert's own
// line with its threshold, so that what rings is what one looks at.
import type { Platform } from "../../blueprint/platform.ts";
import { workloadLogGroup } from "../names/safety.ts";
import { type Alert, DASHBOARDS, type DashboardName, told, type Unit } from "./alert.ts";
import { alertsOf } from "./alerts.ts";
import { cluster, metric } from "./catalogue.ts";
import { CLOUDWATCH_METRICS, type CloudWatchSeries, cloudWatch } from "./cloudwatch-metrics.ts";
import type { Dashboard, Panel, Row } from "./dashboard.ts";
import { badShare, OBJECTIVES } from "./slo.ts";

const IN = '{region=~"$region"}';
const and = (labels: string): string => `{region=~"$region",${labels}}`;
/** A rate over what Grafana draws between two points. */
const R = "$__rate_interval";

const curve = (title: string, says: string, unit: Unit, expr: string, legend: string): Panel => ({
  title,
  says,
  unit,
  view: "timeseries",
  width: 8,
  queries: [{ kind: "prometheus", expr, legend }],
});
const figure = (title: string, says: string, unit: Unit, expr: string, legend = "{{region}}"): Panel => ({
  ...curve(title, says, unit, expr, legend),
  view: "stat",
  width: 4,
});
/** Of CloudWatch, where the platform has what is measured. */
const stored = (
  platform: Platform,
  name: CloudWatchSeries,
  title: string,
  says: string,
  unit: Unit,
  legend: string,
): readonly Panel[] =>
  CLOUDWATCH_METRICS[name].when(platform) ? [curve(title, says, unit, cloudWatch(name), legend)] : [];

const TITLES: Readonly<Record<DashboardName, readonly [title: string, says: string]>> = {
  overview: ["Overview", "Does it serve, who is active, what rings."],
  ingest: ["Events in", "From the clients' requests to durable events in both regions."],
  query: ["Answers", "Questions: how many, how fast, from what."],
  data: ["Stores of data", "The lake, the other region's copy, the database, caches, brokers and queues."],
  recovery: ["Recovery", "Voters, lease, replication, runs and drills: whether a region could be lost now."],
  cost: ["Cost", "What is asked for and what is used: where sizes can shrink."],
  logs: ["Logs", "Errors of every workload, from CloudWatch Logs and OpenSearch."],
};

export const dashboardsOf = (platform: Platform): readonly Dashboard[] =>
  DASHBOARDS.map((name) => {
    const [title, says] = TITLES[name];
    const alerts = alertsOf(platform).filter(({ dashboard }) => dashboard === name);
    const rows: readonly Row[] = [
      ...ROWS[name](platform),
      ...(alerts.length === 0 ? [] : [{ title: "What alerts look at", panels: drawn(platform, alerts) }]),
    ];
    return { name, title, says, rows };
  });

/** Alerts that read the same, such as an objective's four speeds, each keep their own panel: their thresholds differ. */
const drawn = (platform: Platform, alerts: readonly Alert[]): readonly Panel[] =>
  alerts.map((alert) => ({
    title: alert.id,
    says: `${alert.says
      .replaceAll("%region%", "this region")
      .replaceAll("%peer%", "The other region")
      .replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, "the $1")}. ${alert.first}`,
    unit: alert.unit,
    view: "timeseries",
    width: 8,
    queries: [{ kind: "prometheus", expr: told(platform, alert.reading), legend: "__auto" }],
    threshold: { value: told(platform, alert.threshold), red: alert.comparison.startsWith("<") ? "below" : "above" },
    alert: alert.id,
  }));

const ROWS: Readonly<Record<DashboardName, (platform: Platform) => readonly Row[]>> = {
  overview: (platform) => [
    {
      title: "Objectives",
      panels: OBJECTIVES.map(({ id, says, target }) =>
        figure(
          id,
          `${says}: the share of the budget of three days that is spent; at 1 it is used up.`,
          "share",
          `${badShare(id, "3d")} / ${Number((1 - told(platform, target)).toPrecision(12))}`,
        ),
      ),
    },
    {
      title: "Now",
      panels: [
        figure(
          "Active region",
          "Which region holds the lease, verified and open.",
          "yes or no",
          `max by (region) (${metric("tandem_lease_open")}${IN})`,
        ),
        figure(
          "Epoch",
          "Grows with each change of the active role.",
          "count",
          `max by (region) (${metric("tandem_lease_epoch")}${IN})`,
        ),
        figure(
          "Voters",
          "Answering, of three.",
          "count",
          `min by (region) (${metric("tandem_voters_answering")}${IN})`,
        ),
        figure(
          "Accepting",
          "Collectors that can durably accept events.",
          "count",
          `sum by (region) (${metric("tandem_accepting")}${IN})`,
        ),
        figure(
          "Alerts",
          "That fire now.",
          "count",
          `count by (severity) (${cluster("ALERTS")}{alertstate="firing",severity!="none"})`,
          "{{severity}}",
        ),
        figure(
          "Version",
          "That runs.",
          "count",
          `count by (version) (${metric("tandem_build_info")}${IN})`,
          "{{version}}",
        ),
      ],
    },
    {
      title: "Requests",
      panels: [
        curve(
          "Requests",
          "Answered, by workload.",
          "requests/s",
          `sum by (region, job) (rate(${metric("tandem_http_requests_total")}${IN}[${R}]))`,
          "{{region}} {{job}}",
        ),
        curve(
          "Errors of ours",
          "The share of answers with 5xx, health checks apart.",
          "share",
          `sum by (region, job) (rate(${metric("tandem_http_requests_total")}${and('code=~"5..",route!~"/healthz.*"')}[${R}])) / sum by (region, job) (rate(${metric("tandem_http_requests_total")}${and('route!~"/healthz.*"')}[${R}]))`,
          "{{region}} {{job}}",
        ),
        curve(
          "Time to answer",
          "The 99th percentile by workload.",
          "seconds",
          `histogram_quantile(0.99, sum by (region, job, le) (rate(${metric("tandem_http_request_duration_seconds_bucket")}${IN}[${R}])))`,
          "{{region}} {{job}}",
        ),
      ],
    },
    {
      title: "Processes",
      panels: [
        curve(
          "Processor",
          "Used by each workload.",
          "count",
          `sum by (region, job) (rate(${metric("process_cpu_seconds_total")}${IN}[${R}]))`,
          "{{region}} {{job}}",
        ),
        curve(
          "Memory",
          "Resident, the largest of each workload.",
          "bytes",
          `max by (region, job) (${metric("process_resident_memory_bytes")}${IN})`,
          "{{region}} {{job}}",
        ),
        curve(
          "Garbage collection",
          "The share of time it takes.",
          "share",
          `max by (region, job) (rate(${metric("nodejs_gc_duration_seconds_total")}${IN}[${R}]))`,
          "{{region}} {{job}}",
        ),
      ],
    },
  ],
  ingest: () => [
    {
      title: "Events",
      panels: [
        curve(
          "Received",
          "By what came of them.",
          "events/s",
          `sum by (region, outcome) (rate(${metric("tandem_events_received_total")}${IN}[${R}]))`,
          "{{region}} {{outcome}}",
        ),
        curve(
          "Acknowledged",
          "By the class reached; degraded: only this region had them.",
          "events/s",
          `sum by (region, class, degraded) (rate(${metric("tandem_events_acknowledged_total")}${IN}[${R}]))`,
          "{{region}} {{class}} degraded={{degraded}}",
        ),
        curve(
          "Time to acknowledge",
          "Median and 99th percentile, by class.",
          "seconds",
          `histogram_quantile(0.99, sum by (region, class, le) (rate(${metric("tandem_acknowledge_duration_seconds_bucket")}${IN}[${R}])))`,
          "{{region}} {{class}} p99",
        ),
        curve(
          "Refused",
          "Requests and events, by the problem's code.",
          "requests/s",
          `sum by (region, code) (rate(${metric("tandem_ingest_refused_total")}${IN}[${R}]))`,
          "{{region}} {{code}}",
        ),
        curve(
          "Log on disk",
          "What the lake hasn't released yet.",
          "bytes",
          `sum by (region) (${metric("tandem_log_size_bytes")}${IN})`,
          "{{region}}",
        ),
        curve(
          "Peer held away",
          "1: nothing waits for the other region's copy.",
          "yes or no",
          `max by (region) (${metric("tandem_peer_away")}${IN})`,
          "{{region}}",
        ),
      ],
    },
  ],
  query: () => [
    {
      title: "Questions",
      panels: [
        curve(
          "Questions",
          "By outcome.",
          "requests/s",
          `sum by (region, outcome) (rate(${metric("tandem_query_duration_seconds_count")}${IN}[${R}]))`,
          "{{region}} {{outcome}}",
        ),
        curve(
          "Time to answer",
          "The 99th percentile.",
          "seconds",
          `histogram_quantile(0.99, sum by (region, le) (rate(${metric("tandem_query_duration_seconds_bucket")}${IN}[${R}])))`,
          "{{region}}",
        ),
        curve(
          "From the cache",
          "The share of statements that a kept result answered.",
          "share",
          `sum by (region) (rate(${metric("tandem_query_cache_requests_total")}${and('outcome="hit"')}[${R}])) / sum by (region) (rate(${metric("tandem_query_cache_requests_total")}${IN}[${R}]))`,
          "{{region}}",
        ),
        curve(
          "Running and waiting",
          "Statements that have a slot, and those that wait for one.",
          "count",
          `sum by (region) (${metric("tandem_query_running")}${IN} + ${metric("tandem_query_waiting")}${IN})`,
          "{{region}}",
        ),
        curve(
          "Tail in memory",
          "Events younger than the lake.",
          "events",
          `max by (region) (${metric("tandem_query_tail_events")}${IN})`,
          "{{region}}",
        ),
        curve(
          "Freshness",
          "How old the data of each origin is in answers.",
          "seconds",
          `max by (region, origin_region) (${metric("tandem_query_freshness_seconds")}${IN})`,
          "{{region}} of {{origin_region}}",
        ),
      ],
    },
  ],
  data: (platform) => [
    {
      title: "Lake and mirror",
      panels: [
        curve(
          "Rows written",
          "Into Parquet, merges not counted.",
          "events/s",
          `sum by (region) (rate(${metric("tandem_lake_rows_written_total")}${IN}[${R}]))`,
          "{{region}}",
        ),
        curve(
          "Lake",
          "Parquet objects in the region's bucket.",
          "bytes",
          `max by (region) (${metric("tandem_lake_size_bytes")}${IN})`,
          "{{region}}",
        ),
        curve(
          "Missing here",
          "Objects of the other bucket.",
          "count",
          `max by (region) (${metric("tandem_mirror_missing_objects")}${IN})`,
          "{{region}}",
        ),
      ],
    },
    {
      title: "Relational",
      panels: [
        curve(
          "Writes",
          "By outcome.",
          "requests/s",
          `sum by (region, outcome) (rate(${metric("tandem_relational_writes_total")}${IN}[${R}]))`,
          "{{region}} {{outcome}}",
        ),
        curve(
          "Behind",
          "The standby's confirmed position.",
          "bytes",
          `max by (region) (${metric("tandem_relational_lag_bytes")}${IN})`,
          "{{region}}",
        ),
        ...stored(
          platform,
          "aws_rds_cpuutilization_average",
          "Database: processor",
          "Of each instance.",
          "percent",
          "{{dimension_DBInstanceIdentifier}}",
        ),
        ...stored(
          platform,
          "aws_rds_database_connections_maximum",
          "Database: connections",
          "Of each instance.",
          "count",
          "{{dimension_DBInstanceIdentifier}}",
        ),
        ...stored(
          platform,
          "aws_rds_free_storage_space_minimum",
          "Database: free storage",
          "Of each instance.",
          "bytes",
          "{{dimension_DBInstanceIdentifier}}",
        ),
        ...stored(
          platform,
          "aws_rds_freeable_memory_minimum",
          "Database: free memory",
          "Of each instance.",
          "bytes",
          "{{dimension_DBInstanceIdentifier}}",
        ),
        ...stored(
          platform,
          "aws_rds_read_iops_average",
          "Database: reads",
          "Operations a second.",
          "count",
          "{{dimension_DBInstanceIdentifier}}",
        ),
        ...stored(
          platform,
          "aws_rds_write_iops_average",
          "Database: writes",
          "Operations a second.",
          "count",
          "{{dimension_DBInstanceIdentifier}}",
        ),
      ],
    },
    ...rowOf("Cache, brokers, queues, search", [
      ...stored(
        platform,
        "aws_elasticache_engine_cpuutilization_average",
        "Cache: engine",
        "One thread does all the work.",
        "percent",
        "{{dimension_CacheClusterId}}",
      ),
      ...stored(
        platform,
        "aws_elasticache_database_memory_usage_percentage_maximum",
        "Cache: memory",
        "Beyond 85 % it evicts.",
        "percent",
        "{{dimension_CacheClusterId}}",
      ),
      ...stored(
        platform,
        "aws_elasticache_cache_hits_sum",
        "Cache: hits",
        "In a minute.",
        "count",
        "{{dimension_CacheClusterId}}",
      ),
      ...stored(
        platform,
        "aws_elasticache_cache_misses_sum",
        "Cache: misses",
        "In a minute.",
        "count",
        "{{dimension_CacheClusterId}}",
      ),
      ...stored(
        platform,
        "aws_elasticache_evictions_sum",
        "Cache: evictions",
        "In a minute.",
        "count",
        "{{dimension_CacheClusterId}}",
      ),
      ...stored(
        platform,
        "aws_kafka_bytes_in_per_sec_average",
        "Brokers: in",
        "Bytes a second, by broker.",
        "bytes/s",
        "{{dimension_Broker_ID}}",
      ),
      ...stored(
        platform,
        "aws_kafka_bytes_out_per_sec_average",
        "Brokers: out",
        "Bytes a second, by broker.",
        "bytes/s",
        "{{dimension_Broker_ID}}",
      ),
      ...stored(
        platform,
        "aws_kafka_kafka_data_logs_disk_used_maximum",
        "Brokers: disk",
        "A full broker stops.",
        "percent",
        "{{dimension_Broker_ID}}",
      ),
      ...stored(
        platform,
        "aws_kafka_under_replicated_partitions_maximum",
        "Brokers: copies missing",
        "Partitions.",
        "count",
        "{{dimension_Broker_ID}}",
      ),
      ...stored(
        platform,
        "aws_kafka_offline_partitions_count_maximum",
        "Brokers: without a leader",
        "Partitions.",
        "count",
        "brokers",
      ),
      ...stored(
        platform,
        "aws_es_free_storage_space_minimum",
        "Search: free disk",
        "MiB of the fullest node.",
        "count",
        "{{dimension_DomainName}}",
      ),
      ...stored(
        platform,
        "aws_es_cluster_status_red_maximum",
        "Search: red",
        "Shards are lost.",
        "yes or no",
        "{{dimension_DomainName}}",
      ),
    ]),
    {
      title: "Backups",
      panels: [
        ...stored(
          platform,
          "aws_backup_number_of_backup_jobs_completed_sum",
          "Backups finished",
          "In an hour.",
          "count",
          "{{dimension_ResourceType}}",
        ),
        ...stored(
          platform,
          "aws_backup_number_of_backup_jobs_failed_sum",
          "Backups failed",
          "In an hour.",
          "count",
          "{{dimension_ResourceType}}",
        ),
      ],
    },
  ],
  recovery: () => [
    {
      title: "Now",
      panels: [
        figure("Lease held", "By which region.", "yes or no", `max by (region) (${metric("tandem_lease_held")}${IN})`),
        figure(
          "Lease runs",
          "At least this long.",
          "seconds",
          `max by (region) (${metric("tandem_lease_remaining_seconds")}${IN})`,
        ),
        figure(
          "Peer heard",
          "The other region's log.",
          "yes or no",
          `max by (region) (${metric("tandem_mirror_peer_heard")}${IN})`,
        ),
        figure(
          "Solo",
          "Writes that only one region has.",
          "yes or no",
          `max by (region) (${metric("tandem_solo")}${IN})`,
        ),
        figure(
          "Primary",
          "Whose database is the primary.",
          "yes or no",
          `max by (region) (${metric("tandem_relational_primary")}${IN})`,
        ),
        figure(
          "Last drill",
          "Passed this long ago.",
          "seconds",
          `min by (region) (${metric("tandem_drill_age_seconds")}${IN})`,
        ),
      ],
    },
    {
      title: "Runs",
      panels: [
        curve(
          "Runs that ended",
          "By plan and outcome, in the last hour.",
          "count",
          `sum by (region, plan, outcome) (increase(${metric("tandem_recovery_runs_total")}${IN}[1h]))`,
          "{{region}} {{plan}} {{outcome}}",
        ),
        curve(
          "Duration of runs",
          "The longest of the last hour, by plan.",
          "seconds",
          `histogram_quantile(1, sum by (region, plan, le) (increase(${metric("tandem_recovery_run_duration_seconds_bucket")}${IN}[1h])))`,
          "{{region}} {{plan}}",
        ),
        curve(
          "Watchdog",
          "How long PostgreSQL may still run as a primary.",
          "seconds",
          `max by (region) (${metric("tandem_watchdog_remaining_seconds")}${IN})`,
          "{{region}}",
        ),
      ],
    },
  ],
  cost: (platform) => [
    {
      title: "Asked for and used",
      panels: [
        curve(
          "Processors asked for",
          "By workload, in cores.",
          "count",
          `sum by (container) (${cluster("kube_pod_container_resource_requests")}{namespace="tandem",resource="cpu"})`,
          "{{container}}",
        ),
        curve(
          "Processors used",
          "The share of what is asked for.",
          "share",
          `sum by (container) (rate(${cluster("container_cpu_usage_seconds_total")}{namespace="tandem",container!=""}[${R}])) / sum by (container) (${cluster("kube_pod_container_resource_requests")}{namespace="tandem",resource="cpu"})`,
          "{{container}}",
        ),
        curve(
          "Memory used",
          "The share of what is asked for.",
          "share",
          `sum by (container) (${cluster("container_memory_working_set_bytes")}{namespace="tandem",container!=""}) / sum by (container) (${cluster("kube_pod_container_resource_requests")}{namespace="tandem",resource="memory"})`,
          "{{container}}",
        ),
        curve(
          "Throttled",
          "The share of periods in which a container was held back.",
          "share",
          `sum by (container) (rate(${cluster("container_cpu_cfs_throttled_periods_total")}{namespace="tandem"}[${R}])) / sum by (container) (rate(${cluster("container_cpu_cfs_periods_total")}{namespace="tandem"}[${R}]))`,
          "{{container}}",
        ),
        curve(
          "Nodes' room",
          "Processors that the nodes offer and that pods have asked for.",
          "count",
          `sum(${cluster("kube_node_status_allocatable")}{resource="cpu"}) - sum(${cluster("kube_pod_container_resource_requests")}{resource="cpu"})`,
          "free",
        ),
        curve(
          "Pods",
          "By phase.",
          "count",
          `sum by (phase) (${cluster("kube_pod_status_phase")}{namespace="tandem"})`,
          "{{phase}}",
        ),
      ],
    },
    {
      title: "What is paid for by use",
      panels: [
        ...stored(
          platform,
          "aws_applicationelb_request_count_sum",
          "Requests at the load balancer",
          "In a minute.",
          "count",
          "{{dimension_LoadBalancer}}",
        ),
        curve(
          "Lake",
          "Bytes kept, which S3 is paid for.",
          "bytes",
          `max by (region) (${metric("tandem_lake_size_bytes")}${IN})`,
          "{{region}}",
        ),
        curve(
          "Questions to CloudWatch",
          "Each is paid for.",
          "count",
          `sum(increase(${cluster("yace_cloudwatch_requests_total")}[1h]))`,
          "in an hour",
        ),
        curve(
          "Series",
          "That Prometheus holds; memory follows.",
          "count",
          `sum(${cluster("prometheus_tsdb_head_series")})`,
          "series",
        ),
      ],
    },
  ],
  logs: (platform) => [
    {
      title: "Errors",
      panels: [
        {
          title: "Errors of all workloads",
          says: "The newest first, from CloudWatch Logs of the region that is chosen by the data source.",
          unit: "count",
          view: "logs",
          width: 24,
          queries: [
            {
              kind: "cloudwatch-logs",
              groups: platform.workloads.map(({ name }) => workloadLogGroup(platform, name)),
              expression:
                "fields @timestamp, workload, event, @message | filter level = 'error' | sort @timestamp desc | limit 200",
            },
          ],
        },
        ...searched(platform),
      ],
    },
    {
      title: "Shipping",
      panels: [
        curve(
          "Lines sent",
          "By destination.",
          "events/s",
          `sum by (name) (rate(${cluster("fluentbit_output_proc_records_total")}[${R}]))`,
          "{{name}}",
        ),
        curve(
          "Errors of destinations",
          "By destination.",
          "events/s",
          `sum by (name) (rate(${cluster("fluentbit_output_errors_total")}[${R}]))`,
          "{{name}}",
        ),
      ],
    },
  ],
};

const rowOf = (title: string, panels: readonly Panel[]): readonly Row[] =>
  panels.length === 0 ? [] : [{ title, panels }];

/** Only where pods' logs go there. */
function searched({ data, observability }: Platform): readonly Panel[] {
  if (data.search.kind === "none" || !observability.podLogsToSearch) return [];
  return [
    {
      title: "Search",
      says: "The same lines in OpenSearch, for words anywhere in them.",
      unit: "count",
      view: "logs",
      width: 24,
      queries: [{ kind: "opensearch", query: "level:error" }],
    },
  ];
}
