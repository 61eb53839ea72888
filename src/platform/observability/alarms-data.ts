// Alarms of the stores of data. Which region's database is the writer is data, not code, so every line holds for either
// role: a metric that only a replica has is missing at the writer, and that is well.
import { baseName } from "../names/base.ts";
import { type AlarmPartRule, type AlarmRule, own, SUSTAINED, type Subject } from "./alarm-rule.ts";

const RDS = "AWS/RDS";
const CACHE = "AWS/ElastiCache";
const KAFKA = "AWS/Kafka";
const SEARCH = "AWS/ES";
/** AWS's formula of max_connections: bytes of memory per connection. */
const BYTES_PER_CONNECTION = 9_531_392;
const GIB = 2 ** 30;
/** Share of the connections that pools may take before people can't get in to look. */
const CONNECTIONS_SHARE = 0.85;

const ofInstance = (subject: Subject) => ({ DBInstanceIdentifier: own(subject, "identifier") });
const DATABASES = ["aws_db_instance", "aws_rds_cluster_instance"] as const;
const isBurstable = ({ resource }: Subject): boolean => String(resource.args.instance_class).startsWith("db.t");

/** The same line for an RDS instance and for an instance of an Aurora cluster. */
const ofDatabases = (line: Omit<AlarmRule, "on" | "dimensions" | "component" | "owner">): AlarmRule[] =>
  DATABASES.map((on) => ({ ...line, on, component: "database", owner: "data", dimensions: ofInstance }));

const DATABASE_LINES: readonly AlarmRule[] = [
  ...ofDatabases({
    id: "database-cpu",
    says: "The database's processors are busy",
    reading: { kind: "metric", metric: { namespace: RDS, name: "CPUUtilization", statistic: "Average" } },
    periodSeconds: 60,
    datapoints: { beyond: 10, of: 10 },
    comparison: ">",
    threshold: () => 80,
    unit: "%",
    formula: "sized for half busy; at 80 % queues are four times as long as at 50 % (M/M/1)",
    missing: "breaching",
    severity: "ticket",
    ill: false,
    first:
      "Performance Insights: the top statement by load. A plan that changed, a missing index, a job at the wrong hour?",
  }),
  ...ofDatabases({
    id: "database-connections",
    says: "The database runs out of connections",
    reading: { kind: "metric", metric: { namespace: RDS, name: "DatabaseConnections", statistic: "Maximum" } },
    periodSeconds: 60,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: ({ platform }) => Math.floor(CONNECTIONS_SHARE * platform.data.relational.connectionsMax),
    unit: "connections",
    formula: "85 % of max_connections = LEAST(memory ÷ 9531392, 5000)",
    missing: "notBreaching",
    severity: "page",
    ill: true,
    first: "pg_stat_activity by application_name: who holds them, and are they idle in a transaction?",
  }),
  ...ofDatabases({
    id: "database-memory",
    says: "The database has little memory left",
    reading: { kind: "metric", metric: { namespace: RDS, name: "FreeableMemory", statistic: "Minimum" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: "<",
    threshold: ({ platform }) => Math.round(0.05 * platform.data.relational.connectionsMax * BYTES_PER_CONNECTION),
    unit: "bytes",
    formula: "5 % of the instance's memory",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "Connections first (each takes megabytes), then work_mem of the statements that sort.",
  }),
  ...ofDatabases({
    id: "database-credits",
    when: isBurstable,
    says: "A burstable database has nearly used up its processor credits",
    reading: { kind: "metric", metric: { namespace: RDS, name: "CPUCreditBalance", statistic: "Minimum" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: "<",
    threshold: () => 60,
    unit: "credits",
    formula: "an hour of one processor at full load",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "What keeps it busy? If that is its normal load, it needs a class that isn't burstable.",
  }),
  {
    id: "database-storage",
    component: "database",
    on: "aws_db_instance",
    when: ({ platform }) => platform.data.relational.kind === "rds",
    dimensions: ofInstance,
    says: "The database's storage is nearly full",
    reading: { kind: "metric", metric: { namespace: RDS, name: "FreeStorageSpace", statistic: "Minimum" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: "<",
    threshold: ({ platform: { data } }) =>
      data.relational.kind === "rds" ? Math.round(0.1 * data.relational.storageGib * GIB) : 0,
    unit: "bytes",
    formula: "10 % of the storage; RDS grows it by itself below that, at most once in six hours",
    missing: "notBreaching",
    severity: "page",
    ill: true,
    owner: "data",
    first:
      "Has storage grown (max_allocated_storage)? Else what grows: WAL kept for a replica that is away, or a table?",
  },
  {
    id: "database-iops",
    component: "database",
    on: "aws_db_instance",
    when: ({ platform }) => platform.data.relational.kind === "rds",
    dimensions: ofInstance,
    says: "The database's storage does as many operations as it may",
    reading: {
      kind: "math",
      expression: "reads + writes",
      metrics: {
        reads: { namespace: RDS, name: "ReadIOPS", statistic: "Average" },
        writes: { namespace: RDS, name: "WriteIOPS", statistic: "Average" },
      },
    },
    periodSeconds: 60,
    datapoints: { beyond: 10, of: 10 },
    comparison: ">",
    threshold: ({ platform }) => Math.floor(0.85 * iopsOf(platform)),
    unit: "operations/s",
    formula: "85 % of gp3's: 3,000 below 400 GiB, 12,000 above, or what the blueprint sets",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    owner: "data",
    first: "Reads: does the working set still fit in memory? Writes: checkpoints, or a job that rewrites a table?",
  },
  {
    id: "database-lag",
    component: "database",
    on: "aws_db_instance",
    dimensions: ofInstance,
    says: "A replica is so far behind that a loss of the region would cost more than allowed",
    reading: { kind: "metric", metric: { namespace: RDS, name: "ReplicaLag", statistic: "Maximum" } },
    periodSeconds: 60,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: ({ platform }) => platform.objectives.rpoSeconds,
    unit: "s",
    formula: "the blueprint's RPO; the active region refuses writes beyond it",
    missing: "notBreaching",
    severity: "page",
    ill: false,
    owner: "data",
    first: "Writes in bulk at the writer? A long query on the replica? The link between the regions?",
  },
  {
    id: "database-global-lag",
    component: "database",
    on: "aws_rds_cluster",
    when: ({ platform }) => platform.data.relational.kind === "aurora-global",
    dimensions: (subject) => ({ DBClusterIdentifier: own(subject, "cluster_identifier") }),
    says: "Aurora's other region is so far behind that its loss would cost more than allowed",
    reading: { kind: "metric", metric: { namespace: RDS, name: "AuroraGlobalDBReplicationLag", statistic: "Maximum" } },
    periodSeconds: 60,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: ({ platform }) => platform.objectives.rpoSeconds * 1000,
    unit: "ms",
    formula: "the blueprint's RPO; usual is below a second",
    missing: "notBreaching",
    severity: "page",
    ill: false,
    owner: "data",
    first: "AWS Health of both regions; then the writer's volume of writes.",
  },
  {
    id: "database-proxy-waits",
    component: "database",
    on: "aws_db_proxy",
    dimensions: (subject) => ({ ProxyName: own(subject, "name") }),
    says: "Clients wait for a connection of the proxy",
    reading: {
      kind: "metric",
      metric: { namespace: RDS, name: "DatabaseConnectionsBorrowLatency", statistic: "Average" },
    },
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: ">",
    threshold: () => 100_000,
    unit: "µs",
    formula: "100 ms, a third of the slowest panel's objective",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    owner: "data",
    first: "Pinned sessions (DatabaseConnectionsCurrentlySessionPinned): which client sets session state?",
  },
];

function iopsOf({ data: { relational } }: Subject["platform"]): number {
  if (relational.kind !== "rds") return 0;
  return relational.iops ?? (relational.storageGib < 400 ? 3_000 : 12_000);
}

const ofCacheNode = (_: Subject, part = "") => ({ CacheClusterId: part });
/** ElastiCache names the nodes of a group without shards by counting. */
const cacheNodes = ({ resource: { args } }: Subject): readonly string[] =>
  Array.from(
    { length: Number(args.num_cache_clusters ?? 1) },
    (_, index) => `${String(args.replication_group_id)}-${String(index + 1).padStart(3, "0")}`,
  );
const ofCache = (line: AlarmPartRule): AlarmRule => ({
  ...line,
  on: "aws_elasticache_replication_group",
  component: "cache",
  owner: "data",
  parts: cacheNodes,
  dimensions: ofCacheNode,
});
const isTaskBroker = ({ resource, platform }: Subject): boolean =>
  resource.args.replication_group_id === `${baseName(platform)}-tasks`;

const CACHE_LINES: readonly AlarmRule[] = [
  ofCache({
    id: "cache-cpu",
    says: "A cache node's engine is busy",
    reading: { kind: "metric", metric: { namespace: CACHE, name: "EngineCPUUtilization", statistic: "Average" } },
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: ">",
    threshold: () => 80,
    unit: "%",
    formula: "the engine has one thread; AWS advises to act from 90 % on",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "SLOWLOG GET: which command? Reads can go to replicas, writes can't.",
  }),
  ofCache({
    id: "cache-memory",
    says: "A cache node is nearly full",
    reading: {
      kind: "metric",
      metric: { namespace: CACHE, name: "DatabaseMemoryUsagePercentage", statistic: "Maximum" },
    },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 85,
    unit: "%",
    formula: "a quarter is kept for copies and fail-over by reserved-memory-percent; beyond 85 % eviction begins",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "Do keys carry their time to live? The right-sizing advice reads this metric.",
  }),
  ofCache({
    id: "cache-evictions",
    when: (subject) => !isTaskBroker(subject),
    says: "The cache throws out entries before their time",
    reading: { kind: "metric", metric: { namespace: CACHE, name: "Evictions", statistic: "Sum" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 1_000,
    unit: "entries",
    formula: "a thousand in five minutes: more than three a second would have been asked for again",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "Larger nodes or a shorter time to live; the database feels it first (database-cpu).",
  }),
  ofCache({
    id: "queue-evictions",
    when: isTaskBroker,
    says: "The server that carries tasks throws entries out: tasks are being lost",
    reading: { kind: "metric", metric: { namespace: CACHE, name: "Evictions", statistic: "Sum" } },
    periodSeconds: 60,
    datapoints: { beyond: 1, of: 1 },
    comparison: ">",
    threshold: () => 0,
    unit: "entries",
    formula: "none: its policy is noeviction",
    missing: "notBreaching",
    severity: "page",
    ill: false,
    first: "Its parameter group: maxmemory-policy must be noeviction. Lost tasks are put in again from the catalogue.",
  }),
  ofCache({
    id: "cache-hits",
    when: (subject) => !isTaskBroker(subject),
    says: "Most questions to the cache miss",
    reading: {
      kind: "math",
      expression: "IF(hits + misses > 1000, 100 * hits / (hits + misses), 100)",
      metrics: {
        hits: { namespace: CACHE, name: "CacheHits", statistic: "Sum" },
        misses: { namespace: CACHE, name: "CacheMisses", statistic: "Sum" },
      },
    },
    periodSeconds: 300,
    datapoints: { beyond: 6, of: 6 },
    comparison: "<",
    threshold: () => 50,
    unit: "% of lookups",
    formula:
      "half, for half an hour; the database is sized for the blueprint's share of hits, and a fail-over warms the cache",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "A release that changed keys? A fail-over without its warming step?",
  }),
];

/** MSK counts brokers from one. */
const brokers = ({ resource: { args } }: Subject): readonly string[] =>
  Array.from({ length: Number(args.number_of_broker_nodes ?? 0) }, (_, index) => String(index + 1));
const ofBroker = (subject: Subject, part?: string) => ({
  "Cluster Name": own(subject, "cluster_name"),
  ...(part !== undefined && { "Broker ID": part }),
});
const ofBrokers = (line: AlarmPartRule & { readonly each: boolean }): AlarmRule => {
  const { each, ...rest } = line;
  return {
    ...rest,
    on: "aws_msk_cluster",
    component: "brokers",
    owner: "data",
    dimensions: ofBroker,
    ...(each && { parts: brokers }),
  };
};
/** What a broker of this type carries, in and out together, before its network is the limit (AWS's sizing sheet). */
const BROKER_BYTES_PER_SECOND: Readonly<Record<string, number>> = {
  "kafka.t3.small": 3e6,
  "kafka.m5.large": 14.4e6,
  "kafka.m7g.large": 20e6,
};

const BROKER_LINES: readonly AlarmRule[] = [
  ofBrokers({
    id: "brokers-controller",
    each: false,
    says: "The cluster of brokers has no controller, or more than one",
    reading: { kind: "metric", metric: { namespace: KAFKA, name: "ActiveControllerCount", statistic: "Maximum" } },
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: "<",
    threshold: () => 1,
    unit: "controllers",
    formula: "exactly one; an election takes seconds",
    missing: "breaching",
    severity: "page",
    ill: true,
    first: "MSK's own state of the cluster; brokers that restart by turns are AWS's maintenance.",
  }),
  ofBrokers({
    id: "brokers-offline",
    each: false,
    says: "Partitions have no leader: nothing can be written to them",
    reading: { kind: "metric", metric: { namespace: KAFKA, name: "OfflinePartitionsCount", statistic: "Maximum" } },
    periodSeconds: 60,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 0,
    unit: "partitions",
    formula: "none; with three copies it takes two lost brokers",
    missing: "notBreaching",
    severity: "page",
    ill: true,
    first: "Which brokers are away? Events are still accepted in the other region.",
  }),
  ofBrokers({
    id: "brokers-under-replicated",
    each: true,
    says: "A broker's partitions lack copies",
    reading: { kind: "metric", metric: { namespace: KAFKA, name: "UnderReplicatedPartitions", statistic: "Maximum" } },
    periodSeconds: 60,
    datapoints: { beyond: 15, of: 15 },
    comparison: ">",
    threshold: () => 0,
    unit: "partitions",
    formula: "none for a quarter of an hour; AWS restarts a broker in 10 to 15 minutes",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "The other broker: its disk, its processor, its zone.",
  }),
  ofBrokers({
    id: "brokers-disk",
    each: true,
    says: "A broker's disk fills",
    reading: { kind: "metric", metric: { namespace: KAFKA, name: "KafkaDataLogsDiskUsed", statistic: "Maximum" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 85,
    unit: "%",
    formula: "AWS's advice for MSK; a full broker stops",
    missing: "notBreaching",
    severity: "page",
    ill: false,
    first: "Does storage scale by itself? Else shorten the retention of the largest topic, at once.",
  }),
  ofBrokers({
    id: "brokers-cpu",
    each: true,
    says: "A broker has no processor left for the loss of another",
    reading: {
      kind: "math",
      expression: "user + system",
      metrics: {
        user: { namespace: KAFKA, name: "CpuUser", statistic: "Average" },
        system: { namespace: KAFKA, name: "CpuSystem", statistic: "Average" },
      },
    },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 60,
    unit: "%",
    formula: "AWS's advice for MSK: with one of three brokers gone, the rest must carry its share",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "Are leaders spread evenly? Then larger brokers, one at a time.",
  }),
  ofBrokers({
    id: "brokers-throughput",
    each: true,
    says: "A broker moves nearly as much as its type can",
    reading: {
      kind: "math",
      expression: "received + sent",
      metrics: {
        received: { namespace: KAFKA, name: "BytesInPerSec", statistic: "Average" },
        sent: { namespace: KAFKA, name: "BytesOutPerSec", statistic: "Average" },
      },
    },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: ({ platform: { data } }) =>
      Math.round(0.8 * ((data.stream.kind === "msk" && BROKER_BYTES_PER_SECOND[data.stream.brokerType]) || 20e6)),
    unit: "bytes/s",
    formula: "80 % of what AWS's sizing sheet gives the type",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    first: "More brokers (a multiple of three) and partitions moved onto them, or a larger type.",
  }),
];

const isDeadLetters = ({ resource }: Subject): boolean => /-dead$/.test(String(resource.args.name));
const ofQueue = (subject: Subject) => ({ QueueName: own(subject, "name") });

const OTHER_LINES: readonly AlarmRule[] = [
  {
    id: "queue-age",
    component: "queues",
    on: "aws_sqs_queue",
    when: (subject) => !isDeadLetters(subject),
    dimensions: ofQueue,
    says: "Tasks wait too long",
    reading: {
      kind: "metric",
      metric: { namespace: "AWS/SQS", name: "ApproximateAgeOfOldestMessage", statistic: "Maximum" },
    },
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: ">",
    threshold: ({ platform: { data } }) => (data.queues.kind === "sqs" ? 2 * data.queues.visibilitySeconds : 600),
    unit: "s",
    formula: "twice the visibility: a task that one worker lost has by then been given to another",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    owner: "platform",
    first: "Do workers scale (KEDA reads this queue)? Do they get capacity, or do they fail and put tasks back?",
  },
  {
    id: "queue-dead",
    component: "queues",
    on: "aws_sqs_queue",
    when: (subject) => isDeadLetters(subject) && !/-pager-dead$/.test(String(subject.resource.args.name)),
    dimensions: ofQueue,
    says: "Tasks failed so often that they were set aside",
    reading: {
      kind: "metric",
      metric: { namespace: "AWS/SQS", name: "ApproximateNumberOfMessagesVisible", statistic: "Maximum" },
    },
    periodSeconds: 60,
    datapoints: { beyond: 1, of: 1 },
    comparison: ">",
    threshold: () => 0,
    unit: "tasks",
    formula: "any: none comes back by itself",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    owner: "platform",
    first: "Read one (the console shows its body): a broken task, or a broken worker? Then redrive.",
  },
  {
    id: "table-throttled",
    component: "tables",
    on: "aws_dynamodb_table",
    dimensions: (subject) => ({ TableName: own(subject, "name") }),
    says: "DynamoDB turns requests to a table away",
    reading: {
      kind: "math",
      expression: "FILL(reads, 0) + FILL(writes, 0)",
      metrics: {
        reads: { namespace: "AWS/DynamoDB", name: "ReadThrottleEvents", statistic: "Sum" },
        writes: { namespace: "AWS/DynamoDB", name: "WriteThrottleEvents", statistic: "Sum" },
      },
    },
    periodSeconds: 60,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 0,
    unit: "requests",
    formula: "any; these tables are small, and a voter that doesn't answer costs a vote",
    missing: "notBreaching",
    severity: "page",
    ill: false,
    owner: "recovery",
    first: "One hot item, or somebody who reads the whole table?",
  },
  {
    id: "table-lag",
    component: "tables",
    on: "aws_dynamodb_table",
    when: ({ resource, peer }) => resource.args.stream_enabled === true && peer !== undefined,
    dimensions: (subject) => ({
      TableName: own(subject, "name"),
      ReceivingRegion: subject.peer?.name ?? "",
    }),
    says: "A global table's other copy is behind",
    reading: {
      kind: "metric",
      metric: { namespace: "AWS/DynamoDB", name: "ReplicationLatency", statistic: "Average" },
    },
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: ">",
    threshold: () => 10_000,
    unit: "ms",
    formula: "usually about a second; salts are made two days ahead, so even minutes lose nothing",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    owner: "data",
    first: "AWS Health of both regions.",
  },
  {
    id: "search-red",
    component: "search",
    on: "aws_opensearch_domain",
    dimensions: ({ resource, platform }) => ({
      DomainName: { of: resource.address, attribute: "domain_name" },
      ClientId: platform.accountId,
    }),
    says: "The log search has lost shards",
    reading: { kind: "metric", metric: { namespace: SEARCH, name: "ClusterStatus.red", statistic: "Maximum" } },
    periodSeconds: 60,
    datapoints: SUSTAINED,
    comparison: ">=",
    threshold: () => 1,
    unit: "",
    formula: "AWS's recommended alarm",
    missing: "ignore",
    severity: "ticket",
    ill: false,
    owner: "data",
    first: "GET _cluster/allocation/explain. Logs are in CloudWatch too; nothing of customers is here.",
  },
  {
    id: "search-full",
    component: "search",
    on: "aws_opensearch_domain",
    dimensions: ({ resource, platform }) => ({
      DomainName: { of: resource.address, attribute: "domain_name" },
      ClientId: platform.accountId,
    }),
    says: "A node of the log search runs out of disk",
    reading: { kind: "metric", metric: { namespace: SEARCH, name: "FreeStorageSpace", statistic: "Minimum" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: "<",
    threshold: ({ platform: { data } }) =>
      data.search.kind === "opensearch" ? Math.round(0.2 * data.search.storageGibPerNode * 1024) : 0,
    unit: "MiB",
    formula: "a fifth of a node's disk; OpenSearch stops writing at 5 %",
    missing: "ignore",
    severity: "ticket",
    ill: false,
    owner: "data",
    first: "Does the index policy delete old days? Shorten `logDays`, or give the nodes more disk.",
  },
  {
    id: "search-memory",
    component: "search",
    on: "aws_opensearch_domain",
    dimensions: ({ resource, platform }) => ({
      DomainName: { of: resource.address, attribute: "domain_name" },
      ClientId: platform.accountId,
    }),
    says: "The log search's memory is under pressure",
    reading: { kind: "metric", metric: { namespace: SEARCH, name: "JVMMemoryPressure", statistic: "Maximum" } },
    periodSeconds: 60,
    datapoints: SUSTAINED,
    comparison: ">=",
    threshold: () => 95,
    unit: "%",
    formula: "AWS's recommended alarm",
    missing: "ignore",
    severity: "ticket",
    ill: false,
    owner: "data",
    first: "Too many shards for the nodes? Larger nodes, or fewer indices a day.",
  },
  {
    id: "bucket-copies-fail",
    component: "buckets",
    on: "aws_s3_bucket_replication_configuration",
    parts: replicationRules,
    dimensions: replicationDimensions,
    says: "Objects are not copied into the other region's bucket",
    reading: { kind: "metric", metric: { namespace: "AWS/S3", name: "OperationsFailedReplication", statistic: "Sum" } },
    periodSeconds: 300,
    datapoints: { beyond: 1, of: 1 },
    comparison: ">",
    threshold: () => 0,
    unit: "objects",
    formula: "any: S3 doesn't try a failed one again by itself",
    missing: "ignore",
    severity: "ticket",
    ill: false,
    owner: "data",
    first: "Permissions of the role and both keys; then S3 Batch Replication for what failed.",
  },
  {
    id: "bucket-copies-late",
    component: "buckets",
    on: "aws_s3_bucket_replication_configuration",
    parts: replicationRules,
    dimensions: replicationDimensions,
    says: "A bucket's copy in the other region is more than a quarter of an hour behind",
    reading: { kind: "metric", metric: { namespace: "AWS/S3", name: "ReplicationLatency", statistic: "Maximum" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 900,
    unit: "s",
    formula: "15 minutes, what S3 promises for 99.9 % of objects where its time control is paid for",
    missing: "ignore",
    severity: "ticket",
    ill: false,
    owner: "data",
    first: "AWS Health; a sudden mass of objects (a merge of the lake) takes its time.",
  },
];

function replicationRules({ resource: { args } }: Subject): readonly string[] {
  const rules = Array.isArray(args.rule) ? args.rule : [args.rule];
  return rules.flatMap((rule) => {
    const { id, destination } = (rule ?? {}) as { id?: string; destination?: unknown };
    const [to] = Array.isArray(destination) ? destination : [destination];
    const measured = (to as { metrics?: unknown } | undefined)?.metrics !== undefined;
    return id !== undefined && measured ? [id] : [];
  });
}

/** The copies' metrics are published in the region that receives them, under the names of both buckets. */
function replicationDimensions({ resource: { args } }: Subject, part = "") {
  const rules = (Array.isArray(args.rule) ? args.rule : [args.rule]) as { id: string; destination: unknown }[];
  const rule = rules.find(({ id }) => id === part);
  const to = (Array.isArray(rule?.destination) ? rule?.destination[0] : rule?.destination) as { bucket: string };
  return {
    SourceBucket: String(args.bucket),
    DestinationBucket: String(to.bucket).replace("arn:aws:s3:::", ""),
    RuleId: part,
  };
}

export const DATA_ALARMS: readonly AlarmRule[] = [...DATABASE_LINES, ...CACHE_LINES, ...BROKER_LINES, ...OTHER_LINES];
