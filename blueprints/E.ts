// Brief E: the analytics design with WAF, CloudFront and SQS, in one region and with copies in another. The brief names
// no region: Singapore, so that the union of the blueprints doesn't know Mumbai alone.
import { defineBlueprint } from "../src/blueprint/blueprint.ts";
import { smallerEnvironments } from "../src/blueprint/environments.ts";

const name = "analytics-design";
const domain = "insight.example.com";

export const blueprint = defineBlueprint({
  name,
  domain,
  title: "Brief E: analytics behind WAF and CloudFront",
  regions: {
    primary: { name: "ap-southeast-1", cidr: "10.2.0.0/16" },
    standby: { name: "us-east-1", cidr: "10.3.0.0/16" },
    witness: { name: "ap-south-1" },
  },
  objectives: {
    rtoSeconds: 14_400,
    rpoSeconds: 3_600,
    availability: 0.999,
    requestsPerSecond: 100,
    eventsPerSecond: 500,
  },
  edge: { cdn: { kind: "cloudfront", priceClass: "PriceClass_200" } },
  cluster: { nodes: { kind: "managed" }, identity: "pod-identity", volumeSnapshots: "none", spotShare: 0 },
  data: {
    // "Replica RDS Database: secondary database used for failover and read scalability": one that does both is Aurora's.
    relational: { kind: "aurora", readReplicas: 1 },
    pooling: { kind: "none" },
    globalTables: false,
    // "Redis ... as a database, message broker and queue": the cache evicts, so what mustn't be lost has a group of its own.
    cache: { kind: "redis", taskBroker: true },
    stream: { kind: "embedded" },
    queues: { kind: "sqs" },
    search: { kind: "none" },
  },
  observability: { grafana: "in-cluster", tracing: "none", pager: { kind: "email", address: "on-call@example.com" } },
  delivery: { rollout: "rolling", mirror: "codecommit" },
  backups: { restoreTests: "monthly" },
  recovery: { approach: "backup-restore" },
  // The zone is older than the platform.
  existing: { zoneId: "Z0123456789ABCDEFGHIJ" },
  notes: {
    substitutions: [
      {
        asked: "CodeCommit",
        instead: "A mirror of the repository in CodeCommit",
        because:
          "It was closed to new customers in 2024 and is said to be open again; the mirror also saves the Git host.",
      },
      {
        asked: "A replica of RDS for fail-over and reads",
        instead: "An Aurora cluster with a reader",
        because:
          "RDS's Multi-AZ standby answers no reads and its read replicas aren't failed over to; Aurora's readers do both.",
      },
    ],
  },
  environments: smallerEnvironments({
    name,
    domain,
    small: {
      data: { relational: { instanceClass: "db.t4g.medium" }, cache: { nodeType: "cache.t4g.small" } },
      cluster: { nodes: { instanceTypes: ["t4g.large"] } },
    },
  }),
});
