// Brief C: the 500 requests/s stack, with the sizes that it names. Where they don't carry what it asks, the platform has
// what is needed, and says so: `tandem synth` prints each raise.
import { defineBlueprint } from "../src/blueprint/blueprint.ts";
import { smallerEnvironments } from "../src/blueprint/environments.ts";

const name = "requests-500";
const domain = "orders.example.com";

export const blueprint = defineBlueprint({
  name,
  domain,
  title: "Brief C: 500 requests a second",
  objectives: {
    requestsPerSecond: 500,
    // 400 reads and 100 writes a second.
    writeShare: 0.2,
    // One request, one message: about 500 a second of about 1 KB; its arithmetic takes the rate as constant.
    eventsPerSecond: 500,
    eventBytes: 1_000,
    meanShare: 1,
    // "With room for growth" and no figure.
    growthPerYear: 0.2,
    // The brief draws one region: the other one holds copies, and these are what copies can keep.
    rtoSeconds: 14_400,
    rpoSeconds: 3_600,
  },
  edge: { cdn: { kind: "none" }, staticSite: false },
  cluster: {
    nodes: { kind: "managed", architecture: "amd64", instanceTypes: ["m5.large"], min: 3, max: 5 },
    identity: "irsa",
    cpuTargetPercent: 70,
    podsPerService: 10,
    requestsPerSecondPerPod: 50,
    pod: { cpuMillis: 500, memoryMib: 1_024 },
    spotShare: 0.7,
  },
  data: {
    // 3,000 operations per second are gp3's baseline and can't be set below 400 GiB, so the volume gets them untold.
    relational: { kind: "rds", instanceClass: "db.t4g.large", storageGib: 100, iops: 3_000, readReplicas: 2 },
    pooling: { kind: "rds-proxy" },
    globalTables: false,
    cache: { kind: "redis", nodeType: "cache.m6g.large", replicas: 1, sessionTtlSeconds: 300 },
    stream: {
      kind: "msk",
      brokerType: "kafka.t3.small",
      brokers: 3,
      retentionHours: 24,
      topics: [
        { name: "user-events", partitions: 4 },
        { name: "logs", partitions: 2 },
      ],
    },
    queues: { kind: "catalogue" },
    search: { kind: "opensearch" },
  },
  network: { interfaceEndpoints: "needed" },
  observability: { grafana: "in-cluster", tracing: "none", pager: { kind: "email", address: "on-call@example.com" } },
  delivery: { rollout: "rolling" },
  recovery: { approach: "backup-restore", faultExperiments: true },
  cost: { commitment: { kind: "savings-plan", years: 1, upfront: "none" }, rightSizing: true },
  notes: {
    substitutions: [
      {
        asked: "Fluentd",
        instead: "Fluent Bit",
        because: "The same pipeline in a tenth of the memory on every node.",
      },
      {
        asked: "2-3 brokers",
        instead: "3 brokers",
        because: "Three copies need three brokers; with two, the first loss stops writes.",
      },
    ],
    corrections: [
      {
        claim: "10 pods at about 50 requests/s carry 500 requests/s with room for growth.",
        recomputed:
          "15 pods at the target of 70 %; 23 to hold 70 % after the loss of one of three zones, 15 to carry it at 100 %.",
        because: "10 × 50 is 500 with nothing to spare: 500 / (50 × 0.7) = 14.3, and 15 / (2/3) = 22.5.",
      },
      {
        claim: "3-5 m5.large nodes carry ten pods of 0.5 vCPU and 1 GiB per service.",
        recomputed:
          "About three such pods fit beside the node's own agents: 9 to 15 in all, one service and no Prometheus. The node group is sized from the pods.",
        because: "2 vCPU less the system's share leave 1.58, and one zone must be spare.",
      },
      {
        claim: "A small cluster takes 500 messages/s for 24 hours in 2-4 partitions.",
        recomputed: "43.2 million messages a day; at 1 KB 43 GB, with three copies 130 GB of broker disk.",
        because: "500 × 86,400 × 1 KB × 3.",
      },
      {
        claim: "100 GiB of gp3 for profiles and orders.",
        recomputed: "Full after 6.2 days of 500 rows/s at 400 B. At 100 writes/s, rolled up after 14 days, it lasts.",
        because: "500 × 86,400 × 400 B is 17 GB a day.",
      },
      {
        claim: "gp3 with IOPS configured for 3,000, adjusted to the write load.",
        recomputed: "3,000 without configuring; adjusting begins at 400 GiB, where the baseline is 12,000.",
        because: "RDS stripes gp3 from 400 GiB and refuses the argument below.",
      },
      {
        claim: "MSK's default throughput is about 1 MB/s per broker.",
        recomputed: "Taken as kafka.t3.small's lasting rate; kafka.m7g.large takes about 4.8 MB/s.",
        because: "The small brokers live on processor credits.",
      },
    ],
  },
  environments: smallerEnvironments({
    name,
    domain,
    small: {
      data: {
        relational: { instanceClass: "db.t4g.medium", storageGib: 20, readReplicas: 1 },
        cache: { nodeType: "cache.t4g.small" },
        search: { instanceType: "t3.small.search" },
      },
      cluster: { nodes: { min: 1, max: 3 } },
    },
  }),
});
