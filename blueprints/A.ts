// Brief A: multi-region analytics with disaster recovery. Active in Mumbai, a warm standby in Hyderabad; RDS with a
// cross-region replica, DynamoDB global tables, buckets replicated both ways, canary releases through GitOps.
import { defineBlueprint } from "../src/blueprint/blueprint.ts";
import { smallerEnvironments } from "../src/blueprint/environments.ts";

const name = "multi-region";
const domain = "analytics.example.com";

export const blueprint = defineBlueprint({
  name,
  domain,
  title: "Brief A: multi-region analytics with disaster recovery",
  regions: {
    primary: { name: "ap-south-1", cidr: "10.0.0.0/16" },
    standby: { name: "ap-south-2", cidr: "10.1.0.0/16" },
  },
  // The brief names no rates. These are the ones that an RDS replica and a warm standby can keep.
  objectives: { rtoSeconds: 600, rpoSeconds: 60, requestsPerSecond: 200, eventsPerSecond: 1_000 },
  edge: { cdn: { kind: "none" } },
  cluster: {
    // "EKS Worker Nodes (Node Groups)" and "IRSA" are the brief's own words.
    nodes: { kind: "managed" },
    identity: "irsa",
  },
  data: {
    relational: { kind: "rds" },
    pooling: { kind: "none" },
    globalTables: true,
    // "Internal services, Kafka/Redis if needed": an analytics log is needed, a cache isn't yet.
    stream: { kind: "msk" },
    cache: { kind: "none" },
    queues: { kind: "catalogue" },
    buckets: { replicationTimeControl: true },
    search: { kind: "none" },
  },
  secrets: { store: "secrets-manager", intoPods: "csi" },
  delivery: { pipelines: ["github", "gitlab", "jenkins"], rollout: "canary", approval: "none" },
  backups: { vaultLock: "compliance" },
  recovery: { approach: "warm-standby", standbyShare: 0.5 },
  // An analytics platform that replicates for compliance lives under the company's boundary of permissions.
  existing: { permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/company-boundary" },
  notes: {
    substitutions: [
      {
        asked: "Ingress controller",
        instead: "Gateway API inside, the public load balancer made by Terraform",
        because: "Records, alarms and certificates must know the load balancer before the cluster lives.",
      },
      {
        asked: "VPC 10.0.0.0/16, drawn once for both regions",
        instead: "10.0.0.0/16 and 10.1.0.0/16",
        because: "Regions that are peered can't share a range.",
      },
      {
        asked: "Two availability zones or more",
        instead: "Three",
        because: "A quorum of brokers needs three, and losing one of three costs a third of the capacity, not half.",
      },
    ],
    corrections: [
      {
        claim: "Route 53 starts routing to the other region, then the replica is promoted if needed (steps 2 to 4).",
        recomputed:
          "Fence, promote, verify, then route: the endpoint that DNS looks at is healthy only after the first three.",
        because: "In the brief's order traffic reaches a database that can't be written.",
      },
      {
        claim: "DynamoDB global tables are best for writes in several regions.",
        recomputed: "Eventually consistent, last writer wins; only merges that commute are kept there.",
        because: "Strong consistency isn't offered in Mumbai or Hyderabad.",
      },
    ],
  },
  environments: smallerEnvironments({
    name,
    domain,
    small: {
      data: { relational: { instanceClass: "db.t4g.medium" }, stream: { brokerType: "kafka.t3.small" } },
      cluster: { nodes: { instanceTypes: ["t4g.large"] } },
    },
  }),
});
