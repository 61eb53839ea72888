// What YACE copies out of CloudWatch into Prometheus: a table, of which its configuration is written, and the only names by
// which rules and dashboards ask for AWS's metrics. YACE makes them of the namespace, the metric and the statistic.
import type { Platform } from "../../blueprint/platform.ts";

type Statistic = "Average" | "Sum" | "Maximum" | "Minimum";
export type CloudWatchMetric = {
  readonly namespace: string;
  readonly name: string;
  readonly statistic: Statistic;
  /** CloudWatch's own unit, as the panels show it. */
  readonly unit: "percent" | "seconds" | "milliseconds" | "bytes" | "count" | "usd";
  /** Seconds between CloudWatch's own points. */
  readonly periodSeconds: number;
  readonly when: (platform: Platform) => boolean;
};

const always = (): boolean => true;
const rds = (name: string, statistic: Statistic, unit: CloudWatchMetric["unit"]): CloudWatchMetric => ({
  namespace: "AWS/RDS",
  name,
  statistic,
  unit,
  periodSeconds: 60,
  when: always,
});
const cache = (name: string, statistic: Statistic, unit: CloudWatchMetric["unit"]): CloudWatchMetric => ({
  namespace: "AWS/ElastiCache",
  name,
  statistic,
  unit,
  periodSeconds: 60,
  when: ({ data }) => data.cache.kind === "redis",
});
const kafka = (name: string, statistic: Statistic, unit: CloudWatchMetric["unit"]): CloudWatchMetric => ({
  namespace: "AWS/Kafka",
  name,
  statistic,
  unit,
  periodSeconds: 60,
  when: ({ data }) => data.stream.kind === "msk",
});
const sqs = (name: string, statistic: Statistic, unit: CloudWatchMetric["unit"]): CloudWatchMetric => ({
  namespace: "AWS/SQS",
  name,
  statistic,
  unit,
  periodSeconds: 60,
  when: always,
});
const balancer = (name: string, statistic: Statistic, unit: CloudWatchMetric["unit"]): CloudWatchMetric => ({
  namespace: "AWS/ApplicationELB",
  name,
  statistic,
  unit,
  periodSeconds: 60,
  when: always,
});
const search = (name: string, statistic: Statistic, unit: CloudWatchMetric["unit"]): CloudWatchMetric => ({
  namespace: "AWS/ES",
  name,
  statistic,
  unit,
  periodSeconds: 60,
  when: ({ data }) => data.search.kind === "opensearch",
});
const saved = (name: string): CloudWatchMetric => ({
  namespace: "AWS/Backup",
  name,
  statistic: "Sum",
  unit: "count",
  periodSeconds: 3_600,
  when: always,
});

export const CLOUDWATCH_METRICS = {
  aws_rds_cpuutilization_average: rds("CPUUtilization", "Average", "percent"),
  aws_rds_database_connections_maximum: rds("DatabaseConnections", "Maximum", "count"),
  aws_rds_freeable_memory_minimum: rds("FreeableMemory", "Minimum", "bytes"),
  aws_rds_free_storage_space_minimum: {
    ...rds("FreeStorageSpace", "Minimum", "bytes"),
    when: ({ data }) => data.relational.kind === "rds",
  },
  aws_rds_read_iops_average: rds("ReadIOPS", "Average", "count"),
  aws_rds_write_iops_average: rds("WriteIOPS", "Average", "count"),
  aws_rds_replica_lag_maximum: {
    ...rds("ReplicaLag", "Maximum", "seconds"),
    when: ({ data }) => data.relational.kind === "rds",
  },
  aws_rds_aurora_global_dbreplication_lag_maximum: {
    ...rds("AuroraGlobalDBReplicationLag", "Maximum", "milliseconds"),
    when: ({ data }) => data.relational.kind === "aurora-global",
  },
  aws_elasticache_engine_cpuutilization_average: cache("EngineCPUUtilization", "Average", "percent"),
  aws_elasticache_database_memory_usage_percentage_maximum: cache(
    "DatabaseMemoryUsagePercentage",
    "Maximum",
    "percent",
  ),
  aws_elasticache_cache_hits_sum: cache("CacheHits", "Sum", "count"),
  aws_elasticache_cache_misses_sum: cache("CacheMisses", "Sum", "count"),
  aws_elasticache_evictions_sum: cache("Evictions", "Sum", "count"),
  aws_kafka_bytes_in_per_sec_average: kafka("BytesInPerSec", "Average", "bytes"),
  aws_kafka_bytes_out_per_sec_average: kafka("BytesOutPerSec", "Average", "bytes"),
  aws_kafka_kafka_data_logs_disk_used_maximum: kafka("KafkaDataLogsDiskUsed", "Maximum", "percent"),
  aws_kafka_offline_partitions_count_maximum: kafka("OfflinePartitionsCount", "Maximum", "count"),
  aws_kafka_under_replicated_partitions_maximum: kafka("UnderReplicatedPartitions", "Maximum", "count"),
  aws_sqs_approximate_age_of_oldest_message_maximum: sqs("ApproximateAgeOfOldestMessage", "Maximum", "seconds"),
  aws_sqs_approximate_number_of_messages_visible_maximum: sqs("ApproximateNumberOfMessagesVisible", "Maximum", "count"),
  aws_applicationelb_request_count_sum: balancer("RequestCount", "Sum", "count"),
  aws_applicationelb_target_response_time_average: balancer("TargetResponseTime", "Average", "seconds"),
  aws_applicationelb_httpcode_target_5_xx_count_sum: balancer("HTTPCode_Target_5XX_Count", "Sum", "count"),
  aws_applicationelb_httpcode_elb_5_xx_count_sum: balancer("HTTPCode_ELB_5XX_Count", "Sum", "count"),
  aws_es_cluster_status_red_maximum: search("ClusterStatus.red", "Maximum", "count"),
  aws_es_free_storage_space_minimum: search("FreeStorageSpace", "Minimum", "bytes"),
  aws_backup_number_of_backup_jobs_completed_sum: saved("NumberOfBackupJobsCompleted"),
  aws_backup_number_of_backup_jobs_failed_sum: saved("NumberOfBackupJobsFailed"),
} as const satisfies Record<string, CloudWatchMetric>;
export type CloudWatchSeries = keyof typeof CLOUDWATCH_METRICS;
export const cloudWatch = <N extends CloudWatchSeries>(name: N): N => name;

/**
 * As YACE makes it: a dot before each capital that follows a small letter or a digit, then all in small letters, and what
 * Prometheus doesn't allow becomes an underscore (pkg/promutil/prometheus.go, `PromString`).
 */
export function seriesOf({ namespace, name, statistic }: CloudWatchMetric): string {
  const snake = (text: string): string =>
    text
      .replaceAll(/([a-z0-9])([A-Z])/g, "$1.$2")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "_");
  return `aws_${snake(namespace.replace("AWS/", "")).replaceAll("_", "")}_${snake(name)}_${snake(statistic)}`;
}
