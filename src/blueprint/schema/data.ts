// Where data lives: the relational database, global tables, cache, brokers, queues, buckets, search.
import { z } from "zod";
import { cidr, count, part, way } from "./field.ts";

const readReplicas = count(0, 5).optional().describe("Read replicas in the region. Left out: derived from the reads.");
const engineVersion = z.enum(["16.6", "16.8", "17.2", "17.4"]).default("17.4").describe("The PostgreSQL version.");
const backupDays = count(1, 35).default(14).describe("Days of automatic backups; any moment in them can be restored.");

const relational = z
  .discriminatedUnion("kind", [
    way("rds", {
      engineVersion,
      instanceClass: z.string().default("db.m7g.large").describe("The instances' class."),
      storageGib: count(20, 65_536).optional().describe("gp3 storage. Left out: derived."),
      iops: count(3_000, 64_000)
        .optional()
        .describe(
          "gp3 operations per second. Below 400 GiB AWS gives 3,000 and lets nobody set it. Left out: derived.",
        ),
      readReplicas,
      backupDays,
    }),
    way("aurora", {
      engineVersion,
      instanceClass: z.string().default("db.r7g.large").describe("The instances' class."),
      readReplicas,
      backupDays,
    }),
    way("aurora-global", {
      engineVersion,
      instanceClass: z.string().default("db.r7g.large").describe("The instances' class."),
      readReplicas,
      backupDays,
      rpoSeconds: count(20, 86_400)
        .optional()
        .describe("`rds.global_db_rpo`: commits wait when the other region is further behind. Left out: not set."),
    }),
  ])
  .prefault({ kind: "rds" })
  .describe("PostgreSQL: RDS with a replica in the other region, Aurora in one region, or an Aurora Global Database.");

const pooling = z
  .discriminatedUnion("kind", [
    way("pgbouncer", {
      serverConnectionsMax: count(10, 5_000)
        .optional()
        .describe("Connections to the database, over all of PgBouncer's pods. Left out: derived."),
    }),
    way("rds-proxy", {
      connectionsPercentMax: count(10, 100)
        .default(85)
        .describe("The share of the database's connections that the proxy may take."),
    }),
    way("none"),
  ])
  .prefault({ kind: "pgbouncer" })
  .describe("What keeps connections to the database few.");

const cache = z
  .discriminatedUnion("kind", [
    way("redis", {
      nodeType: z.string().default("cache.m7g.large").describe("The nodes' type."),
      replicas: count(1, 5).default(1).describe("Replicas beside the primary node, in other zones."),
      sessionTtlSeconds: count(10, 86_400).default(300).describe("How long cached sessions and answers live."),
      taskBroker: z
        .boolean()
        .default(false)
        .describe("Also run a second replication group that evicts nothing and carries the task queue."),
    }),
    way("none"),
  ])
  .prefault({ kind: "redis" })
  .describe("ElastiCache for Redis.");

const topic = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,100}$/)
    .describe("The topic's name."),
  partitions: count(1, 500).describe("Partitions; order holds within one."),
});

const stream = z
  .discriminatedUnion("kind", [
    way("msk", {
      brokerType: z.string().default("kafka.m7g.large").describe("The brokers' type."),
      replicator: z
        .enum(["mirror", "msk-replicator"])
        .default("mirror")
        .describe(
          "What copies records between the regions: our own mirror. MSK Replicator is refused: ap-south-2 hasn't got it.",
        ),
      brokers: count(3, 30).optional().describe("Brokers per region, a multiple of three. Left out: derived."),
      storageGibPerBroker: count(10, 16_384).optional().describe("Left out: derived from rate, size and retention."),
      retentionHours: count(1, 8_760)
        .default(24)
        .describe("How long a record stays; must outlast the recovery time and the catching-up after it."),
      topics: z
        .array(topic)
        .min(1)
        .max(100)
        .default([
          { name: "user-events", partitions: 12 },
          { name: "logs", partitions: 3 },
        ])
        .describe("The topics."),
      version: z.enum(["3.8.x", "3.9.x", "4.0.x.kraft"]).default("3.9.x").describe("The Kafka version."),
    }),
    way("embedded"),
  ])
  .prefault({ kind: "msk" })
  .describe("The log of events at scale: MSK, mirrored by our own mirror; or the collector's own log on its volume.");

const queues = z
  .discriminatedUnion("kind", [
    way("sqs", {
      visibilitySeconds: count(30, 43_200)
        .default(300)
        .describe("How long a worker may hold a task before it is given to another."),
      receivesMax: count(1, 100).default(5).describe("Deliveries after which a task goes to the dead-letter queue."),
    }),
    way("redis"),
    way("catalogue"),
  ])
  .prefault({ kind: "sqs" })
  .describe("The queue of tasks: SQS with a dead-letter queue, Redis, or the catalogue database itself.");

export const data = part({
  relational,
  pooling,
  globalTables: z
    .boolean()
    .default(true)
    .describe(
      "DynamoDB global tables for what both regions write at any time. Last writer wins, so only merges that commute are kept there.",
    ),
  globalTablesConsistency: z
    .enum(["eventual", "strong"])
    .default("eventual")
    .describe(
      "Strong consistency exists only within AWS's sets of US, European and a few Pacific regions; refused elsewhere.",
    ),
  cache,
  stream,
  queues,
  buckets: part({
    replicationTimeControl: z
      .boolean()
      .default(false)
      .describe("Pay for S3's promise of replication in 15 minutes, with metrics."),
    archiveAfterDays: count(30, 3_650).default(90).describe("Age at which objects move to a colder class."),
  }).describe(
    "S3 buckets by purpose: lake, reports, logs, backups, static files. All are versioned, encrypted and replicated both ways.",
  ),
  search: z
    .discriminatedUnion("kind", [
      way("opensearch", {
        instanceType: z.string().default("m7g.large.search").describe("The data nodes' type."),
        nodes: count(1, 30).optional().describe("Data nodes. Left out: three, or more if the logs need them."),
        logDays: count(1, 365).default(14).describe("How long logs can be searched."),
      }),
      way("none"),
    ])
    .prefault({ kind: "opensearch" })
    .describe("OpenSearch for logs."),
}).describe("The data stores.");

const connection = (region: string) =>
  z
    .strictObject({
      id: z
        .string()
        .regex(/^dxcon-[0-9a-z]+$/, {
          error: "a connection's id begins with dxcon-; `aws directconnect describe-connections` prints it",
        })
        .describe("The connection's id."),
      vlan: count(1, 4_094).describe("The VLAN on it that is ours."),
    })
    .describe(`The line that ends in the ${region} region.`);

export const onPremises = z
  .discriminatedUnion("kind", [
    way("connected", {
      cidr: z.array(cidr(8, 32)).min(1).max(20).describe("The networks on the premises."),
      bgpAsn: count(1, 4_294_967_294).default(65_010).describe("The autonomous system number there."),
      directConnectGbps: z.enum(["1", "10", "100"]).default("1").describe("The dedicated connection's size in Gbit/s."),
      connections: z
        .strictObject({ primary: connection("primary"), standby: connection("standby") })
        .optional()
        .describe(
          "The dedicated connections of Direct Connect, one per region, once they are patched through. Left out: the gateways stand ready, and the VPN carries everything.",
        ),
      vpnAddresses: z
        .array(z.string())
        .min(1)
        .max(2)
        .describe("Public addresses of the customer gateways of the back-up VPN."),
      sqlServer: z
        .strictObject({
          host: z.string().describe("The server's name on the premises."),
          port: count(1, 65_535).default(1_433).describe("Its port."),
          database: z.string().describe("The database that reference data comes from."),
          backupDays: count(1, 3_650).default(35).describe("How long its backups in S3 are kept."),
          warmEveryMinutes: count(1, 1_440).default(15).describe("How often the cache is warmed from it."),
        })
        .optional()
        .describe("A SQL Server there: a source of reference data, its backups kept in S3."),
    }),
    way("none"),
  ])
  .prefault({ kind: "none" })
  .describe("A network on the company's premises: Direct Connect with a VPN as its back-up, from both regions.");
