// Part 3: data stores.
import { by, file, type Row, resource, row, source } from "./row.ts";

const STORES = by("P0", "src/platform/terraform/region/stores.test.ts");
const BRIEFS = by("P0", "test/blueprints/briefs.test.ts");
const PAIR = by("P3", "test/scenarios/postgres-pair.test.ts");
const NO_DRIVER = "The program keeps its data in files and PostgreSQL so far: it has no driver for this store.";

export const STORE_ROWS: readonly Row[] = [
  row(43, "A, C, E", "RDS PostgreSQL in several zones", resource("A", "aws_db_instance"), [...STORES, ...PAIR]),
  row(44, "A", "A read replica in the other region, promoted on fail-over", resource("A", "aws_db_instance"), [
    ...by("P0", "src/platform/terraform/role.test.ts"),
    ...by("P3", "test/scenarios/recovery.test.ts"),
  ]),
  row(
    45,
    "C, D, E",
    "Replicas for reads and fail-over; 400 reads and 100 writes a second",
    resource("D", "aws_rds_cluster_instance"),
    [...by("P0", "src/blueprint/sizing/sizing.test.ts"), ...by("P3", "src/workloads/console/read-your-writes.test.ts")],
  ),
  row(46, "C", "db.t4g.large, 100 GiB gp3, 3,000 IOPS", resource("C", "aws_db_instance"), BRIEFS, {
    instead: "3,000 is gp3's baseline and can't be set below 400 GiB.",
  }),
  row(
    47,
    "C",
    "PgBouncer or RDS Proxy, 100 to 200 connections",
    [...file("D", "gitops/rendered/*/*/pgbouncer/*.yaml"), ...resource("C", "aws_db_proxy")],
    BRIEFS,
    {
      lacks: "A thousand clients against 200 connections wasn't tried: PgBouncer runs nowhere here.",
    },
  ),
  row(
    48,
    "C",
    "Tuned queries and indexes",
    source("src/drivers/duckdb"),
    by("P3", "src/drivers/duckdb/statements.test.ts"),
    {
      lacks: "No test reads the catalogue's query plans.",
    },
  ),
  row(49, "D", "Aurora with read replicas, and what their lag means", resource("D", "aws_rds_cluster"), [
    ...STORES,
    ...by("P3", "src/workloads/console/read-your-writes.test.ts"),
  ]),
  row(50, "A", "DynamoDB global tables", resource("A", "aws_dynamodb_table", "aws_dynamodb_table_replica"), STORES, {
    instead: "Only merges that commute lie there: the last writer wins.",
  }),
  row(
    51,
    "C, E",
    "ElastiCache for Redis, primary and replica",
    resource("C", "aws_elasticache_replication_group"),
    STORES,
    { lacks: NO_DRIVER },
  ),
  row(52, "C", "Sessions live for 5 minutes in the cache", source("src/blueprint/schema/data.ts"), BRIEFS, {
    lacks: NO_DRIVER,
  }),
  row(
    53,
    "D",
    "Lazy loading through the cache",
    source("src/drivers/duckdb/answer-cache.ts"),
    by("P3", "src/drivers/duckdb/answer-cache.test.ts"),
    {
      instead: "Answers by the lake's version and one flight for many askers, in the query process.",
      lacks: "No shared cache before Aurora or the SQL Server.",
    },
  ),
  row(
    54,
    "D",
    "A job that warms the cache from the SQL Server",
    file("D", "gitops/rendered/*/*/cache-warmer/cronjob.*.yaml"),
    [...by("P0", "src/platform/kubernetes/checks/checks.test.ts"), ...by("P1", "src/recovery/plan/plans.test.ts")],
    { lacks: "The program has no `cache-warmer` yet; the plan's own warming step runs in drills." },
  ),
  row(
    55,
    "E",
    "Redis as store, broker and queue",
    resource("E", "aws_elasticache_replication_group"),
    by("P0", "src/assess/recoverability/recoverability.test.ts"),
    {
      instead: "No queue on nodes that evict.",
    },
  ),
  row(56, "C", "MSK, 2 to 3 brokers", resource("C", "aws_msk_cluster"), BRIEFS, {
    instead: "Three: two can't keep three copies.",
  }),
  row(57, "C", "Topics `user-events` and `logs`", file("C", "gitops/rendered/*/*/topics/job.topics.yaml"), BRIEFS),
  row(58, "C", "About 500 messages a second", source("src/blueprint/sizing/stores.ts"), [
    ...by("P0", "src/blueprint/sizing/sizing.test.ts"),
    ...by("P3", "npm run bench"),
  ]),
  row(
    59,
    "C",
    "Kept for 24 hours",
    resource("C", "aws_msk_configuration"),
    by("P0", "src/assess/recoverability/recoverability.test.ts"),
  ),
  row(60, "C", "TLS and IAM for the brokers", resource("C", "aws_msk_cluster"), STORES),
  row(
    61,
    "C",
    "Consumers for analytics and notifications",
    source("src/workloads/lake-writer"),
    [...by("P3", "test/scenarios/lake-kill.test.ts", "test/scenarios/every-event-once.test.ts")],
    { lacks: "Notifications on events aren't in the program yet." },
  ),
  row(62, "E", "An SQS queue", resource("E", "aws_sqs_queue", "aws_sqs_queue_redrive_policy"), STORES, {
    lacks: NO_DRIVER,
  }),
  row(
    63,
    "A, D, E",
    "S3 for lake, reports, logs, backups, static files",
    resource("A", "aws_s3_bucket", "aws_s3_bucket_lifecycle_configuration"),
    STORES,
  ),
  row(64, "A", "S3 replication, both ways", resource("A", "aws_s3_bucket_replication_configuration"), [
    ...by("P0", "src/assess/recoverability/recoverability.test.ts"),
    ...by("P3", "src/workloads/mirror/mirror.test.ts"),
  ]),
  row(
    65,
    "D",
    "SQL Server on the premises, its backups in S3",
    [...resource("D", "aws_s3_bucket"), ...source("src/blueprint/schema/edge.ts")],
    BRIEFS,
    {
      lacks: "No SQL Server is at hand: its backup and restore were never run.",
    },
  ),
  row(
    66,
    "B",
    "Snapshots of persistent volumes",
    file("B", "gitops/rendered/*/*/cluster-backups/schedule.*.yaml"),
    by("P0", "src/platform/kubernetes/crds/velero.test.ts"),
  ),
];
