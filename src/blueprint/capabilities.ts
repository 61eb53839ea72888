// What each AWS region offers, as far as it could be read: a dated table with the source and the confidence of each
// line. What a region doesn't offer is refused when a blueprint is resolved; what isn't known is a warning, never silence.

/** The day on which the table was last gone through. */
export const CAPABILITIES_AS_OF = "2026-11-20";

/** yes: read to be offered. no: read not to be. unknown: not established. */
export type Offer = "yes" | "no" | "unknown";
/** endpoint: AWS's own list of endpoints. documentation: its pages. third-party: others' material. memory: to be confirmed. */
export type Confidence = "endpoint" | "documentation" | "third-party" | "memory";

export type Capability = {
  readonly service: string;
  /** By region; one that isn't named here is unknown. */
  readonly offer: Readonly<Record<string, Offer>>;
  readonly confidence: Confidence;
  readonly source: string;
  /** What to ask for instead, where it isn't offered. */
  readonly instead: string;
};

const ENDPOINTS = "endpoints.json of botocore 1.43.11, 2026-05-20";
const READ = ["ap-south-1", "ap-south-2", "ap-southeast-1", "us-east-1"] as const;
const all = (offer: Offer, regions: readonly string[] = READ): Record<string, Offer> =>
  Object.fromEntries(regions.map((region) => [region, offer]));
const allBut = (missing: readonly string[]): Record<string, Offer> => ({ ...all("yes"), ...all("no", missing) });
const listed = (service: string, missing: readonly string[], instead: string): Capability => ({
  service,
  offer: allBut(missing),
  confidence: "endpoint",
  source: ENDPOINTS,
  instead,
});
const KEEP = "Choose another region";

export const CAPABILITIES = {
  eks: listed("EKS and Pod Identity", [], KEEP),
  rds: listed("RDS for PostgreSQL, Multi-AZ", [], KEEP),
  aurora: listed("Aurora PostgreSQL", [], 'data.relational.kind "rds"'),
  "aurora-global": {
    service: "Aurora Global Database for PostgreSQL",
    offer: all("yes"),
    confidence: "documentation",
    source: "AWS's page of regions for Aurora Global Database (the MySQL table was read, the PostgreSQL one wasn't)",
    instead: 'data.relational.kind "rds", with a replica in the other region',
  },
  "rds-proxy": {
    service: "RDS Proxy for PostgreSQL",
    offer: all("yes"),
    confidence: "documentation",
    source: "AWS's page of regions for RDS Proxy (the MySQL table was read, the PostgreSQL one wasn't)",
    instead: 'data.pooling.kind "pgbouncer"',
  },
  "dynamodb-eventual": {
    service: "DynamoDB global tables, eventually consistent",
    offer: all("yes"),
    confidence: "memory",
    source: "offered wherever DynamoDB is; an opt-in region must be enabled",
    instead: "data.globalTables false",
  },
  "dynamodb-strong": {
    service: "DynamoDB global tables, strongly consistent",
    offer: {
      ...all("no", ["ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2"]),
      ...all("yes", [
        "us-east-1",
        "us-east-2",
        "us-west-2",
        "eu-west-1",
        "eu-west-2",
        "eu-central-1",
        "ap-northeast-1",
      ]),
    },
    confidence: "documentation",
    source: "botocore 1.43.11, text of the DynamoDB model; CloudFormation's page on GlobalTableWitness",
    instead:
      'data.globalTablesConsistency "eventual": what both regions write are merges that commute, and the voters keep what must not',
  },
  elasticache: listed("ElastiCache", [], KEEP),
  msk: listed("MSK with brokers of one's own", [], 'data.stream.kind "embedded"'),
  "msk-replicator": {
    service: "MSK Replicator",
    offer: {
      ...all("no", ["ap-south-2"]),
      ...all("yes", [
        "ap-south-1",
        "ap-southeast-1",
        "us-east-1",
        "us-east-2",
        "us-west-2",
        "eu-west-1",
        "eu-west-2",
        "eu-central-1",
        "ap-northeast-1",
        "ap-southeast-2",
      ]),
    },
    confidence: "documentation",
    source: "AWS's page on MSK Replicator; Japanese and Korean copies agree",
    instead: 'data.stream.replicator "mirror": our own, which copies each event exactly once',
  },
  sqs: listed("SQS", [], 'data.queues.kind "catalogue"'),
  opensearch: listed("OpenSearch", [], 'data.search.kind "none": CloudWatch Logs alone'),
  grafana: listed("Managed Grafana", ["ap-south-1", "ap-south-2"], 'observability.grafana "in-cluster"'),
  "x-ray": listed("X-Ray", [], 'observability.tracing "none"'),
  synthetics: listed("CloudWatch Synthetics", [], "observability.canaries false"),
  "guard-duty": listed("GuardDuty", [], "security.guardDuty false"),
  "direct-connect": listed("Direct Connect", [], KEEP),
  fis: {
    service: "Fault Injection Service",
    offer: { ...all("yes"), "ap-south-2": "unknown" },
    confidence: "memory",
    source: "not in the list of endpoints; to be confirmed for ap-south-2",
    instead: "recovery.faultExperiments false",
  },
  "restore-testing": {
    service: "AWS Backup restore testing",
    offer: { ...all("yes"), "ap-south-2": "unknown" },
    confidence: "memory",
    source: "AWS's page of Backup's features by region exists; its rows weren't read",
    instead: 'backups.restoreTests "none"',
  },
  codecommit: {
    service: "CodeCommit",
    offer: { ...all("yes"), "ap-south-2": "unknown" },
    confidence: "memory",
    source: "closed to new customers in 2024, said to be open again since late 2025",
    instead: 'delivery.mirror "none"',
  },
  "s3-replication-time": {
    service: "S3 Replication Time Control",
    offer: all("unknown"),
    confidence: "memory",
    source: "said to be in all commercial regions; not read",
    instead: "data.buckets.replicationTimeControl false",
  },
} as const satisfies Record<string, Capability>;

export type CapabilityName = keyof typeof CAPABILITIES;

export const offerOf = (name: CapabilityName, region: string): Offer =>
  (CAPABILITIES[name] as Capability).offer[region] ?? "unknown";
