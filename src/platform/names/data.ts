// What the stores of data are called, in either region, before anything exists. Terraform, identity, Kubernetes and the
// recovery plan all ask here, so that a name is made in one place only. The same store has the same name in both
// regions: after a fail-over nothing that refers to it changes.
import type { Platform } from "../../blueprint/platform.ts";
import type { Access, BucketPurpose, QueueName, SecretName, TableName } from "../../blueprint/workloads.ts";
import { arnOf, baseName } from "./base.ts";

type Named = Pick<Platform, "name">;
type Owned = Named & Pick<Platform, "accountId">;

// The relational database.

export const DATABASE_PORT = 5432;
/** The database inside the server, and its two users: the owner migrates it, the application works in it. */
export const DATABASE = "tandem";
export const DATABASE_OWNER = "tandem_owner";
export const DATABASE_APPLICATION = "tandem_application";

/** The writer in the region that is active, the replica in the other: one identifier, since the role is data. */
export const databaseName = (platform: Named): string => `${baseName(platform)}-database`;
/** A read replica in the same region; counted from 1. */
export const databaseReaderName = (platform: Named, index: number): string =>
  `${databaseName(platform)}-reader-${index}`;
/** An instance of an Aurora cluster; any of them may be its writer. Counted from 1. */
export const auroraInstanceName = (platform: Named, index: number): string => `${databaseName(platform)}-${index}`;
export const auroraGlobalName = (platform: Named): string => `${baseName(platform)}-global`;
export const databaseProxyName = (platform: Named): string => `${baseName(platform)}-database-proxy`;

export const databaseArn = (platform: Owned & Pick<Platform, "data">, region: string): string =>
  arnOf(
    platform,
    "rds",
    region,
    `${platform.data.relational.kind === "rds" ? "db" : "cluster"}:${databaseName(platform)}`,
  );

// DynamoDB tables.

export const tableName = (platform: Named, table: TableName): string => `${baseName(platform)}-${table}`;
export const tableArn = (platform: Owned, table: TableName, region: string): string =>
  arnOf(platform, "dynamodb", region, `table/${tableName(platform, table)}`);

// ElastiCache. What may be evicted and what must not be lie on servers of their own.

export const CACHE_PORT = 6379;
export const CACHE_PURPOSES = ["cache", "tasks"] as const;
export type CachePurpose = (typeof CACHE_PURPOSES)[number];
export const CACHE_USER = "tandem";

export const cacheName = (platform: Named, purpose: CachePurpose): string => `${baseName(platform)}-${purpose}`;
export const cacheUserArn = (platform: Owned, region: string): string =>
  arnOf(platform, "elasticache", region, `user:${cacheUserId(platform)}`);
export const cacheUserId = (platform: Named): string => `${baseName(platform)}-application`;

// MSK. AWS appends a UUID of its own to a cluster's ARN, hence the stars.

/** Clients that come by TLS and IAM. */
export const BROKERS_PORT = 9098;
export const brokersName = (platform: Named): string => `${baseName(platform)}-brokers`;
export const brokersArn = (platform: Owned, region: string): string =>
  arnOf(platform, "kafka", region, `cluster/${brokersName(platform)}/*`);
export const topicArn = (platform: Owned, topic: string, region: string): string =>
  arnOf(platform, "kafka", region, `topic/${brokersName(platform)}/*/${topic}`);
export const consumerGroupArn = (platform: Owned, group: string, region: string): string =>
  arnOf(platform, "kafka", region, `group/${brokersName(platform)}/*/${group}`);

// SQS.

export const queueName = (platform: Named, queue: QueueName): string => `${baseName(platform)}-${queue}`;
export const deadLetterQueueName = (platform: Named, queue: QueueName): string => `${queueName(platform, queue)}-dead`;
export const queueArn = (platform: Owned, queue: QueueName, region: string): string =>
  arnOf(platform, "sqs", region, queueName(platform, queue));
export const deadLetterQueueArn = (platform: Owned, queue: QueueName, region: string): string =>
  arnOf(platform, "sqs", region, deadLetterQueueName(platform, queue));
export const queueUrl = (platform: Owned, queue: QueueName, region: string): string =>
  `https://sqs.${region}.amazonaws.com/${platform.accountId}/${queueName(platform, queue)}`;

// S3. Bucket names are the world's, so the account and the region are in them.

export const bucketName = (platform: Owned, purpose: BucketPurpose, region: string): string =>
  `${baseName(platform)}-${purpose}-${region}-${platform.accountId}`;
export const bucketArn = (platform: Owned, purpose: BucketPurpose, region: string): string =>
  `arn:aws:s3:::${bucketName(platform, purpose, region)}`;
/** The role that S3 takes on to copy a bucket's objects into the other region. */
export const bucketReplicationRoleName = (platform: Named, region: string): string =>
  `${baseName(platform)}-${region}-bucket-replication`;

/** First parts of keys, by who writes there; lifecycle and permissions are given by them. */
export const LOG_PREFIXES = { flow: "flow", config: "config", sessions: "sessions", brokers: "brokers" } as const;
/** Logical dumps of the catalogue: readable by any PostgreSQL, whatever becomes of snapshots. */
export const DUMPS_PREFIX = "catalogue";
export const SQL_SERVER_BACKUPS_PREFIX = "sql-server";
/** Velero's part of the backups' bucket, and each cluster's part of that: the buckets copy to each other, so all are in both. */
export const VELERO_PREFIX = "velero";
export const veleroPrefix = (region: string): string => `${VELERO_PREFIX}/${region}`;

// OpenSearch. A domain's name has at most 28 characters.

export const searchName = (platform: Named): string => `${baseName(platform)}-search`;
export const searchArn = (platform: Owned, region: string): string =>
  arnOf(platform, "es", region, `domain/${searchName(platform)}`);

// Secrets and parameters.

export const secretName = (platform: Named, secret: SecretName): string => `${baseName(platform)}/${secret}`;
/** Secrets Manager appends six characters of its own; a replica has the same ones. */
export const secretArn = (platform: Owned, secret: SecretName, region: string): string =>
  arnOf(platform, "secretsmanager", region, `secret:${secretName(platform, secret)}-??????`);
/** A parameter's full name. `path` is as in the table of parameters: "database/host". */
export const parameterName = (platform: Named, path: string): string => `/${baseName(platform)}/${path}`;
export const parameterArn = (platform: Owned, path: string, region: string): string =>
  arnOf(platform, "ssm", region, `parameter${parameterName(platform, path)}`);
/** Where a credential lies when the blueprint keeps secrets in SSM. */
export const secretParameter = (secret: SecretName): string => `secrets/${secret}`;
/** Where pods, and what brings credentials to them, look one up: in the store that the blueprint names. */
export const credentialKey = (platform: Pick<Platform, "name" | "secrets">, secret: SecretName): string =>
  platform.secrets.store === "ssm" ? parameterName(platform, secretParameter(secret)) : secretName(platform, secret);

/** What a workload must be told of its region to use what it declared: paths of parameters, in one order. */
export function factsFor(platform: Pick<Platform, "data">, access: readonly Access[]): readonly string[] {
  const touches = (...kinds: readonly Access["to"][]) => access.some(({ to }) => kinds.includes(to));
  const { cache, queues } = platform.data;
  const taskBroker = cache.kind === "redis" && (cache.taskBroker || queues.kind === "redis");
  return [
    "platform",
    ...(touches("bucket") ? ["buckets"] : []),
    ...(touches("database") ? ["database"] : []),
    ...(touches("cache") ? ["cache/cache", ...(taskBroker ? ["cache/tasks"] : [])] : []),
    ...(touches("topic") ? ["brokers/bootstrap"] : []),
    ...(touches("queue") ? ["queues/tasks"] : []),
  ];
}

// How each instance of PostgreSQL is watched and known: by Terraform, and by whoever makes a copy by hand.

/** Enhanced Monitoring's grain. Alarms look at minutes; more would be paid for in log lines. */
export const MONITORING_SECONDS = 60;
/** The free retention of Performance Insights. */
export const INSIGHTS_DAYS = 7;
/** The certificate authority that clients are given; its roots end in 2061. */
export const CERTIFICATE_AUTHORITY = "rds-ca-rsa2048-g1";
