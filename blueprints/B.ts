// Brief B: scalable microservices. Karpenter, spread and three replicas; a mesh; Velero; pull-based delivery. Its
// recommendations are built too: defined objectives, backups by importance with restore tests, a second region.
import { defineBlueprint } from "../src/blueprint/blueprint.ts";
import { smallerEnvironments } from "../src/blueprint/environments.ts";

const name = "microservices";
const domain = "shop.example.com";

export const blueprint = defineBlueprint({
  name,
  domain,
  title: "Brief B: scalable microservices with Karpenter",
  // "Define RTO and RPO": what a pilot light of an Aurora Global Database can keep.
  objectives: { rtoSeconds: 1_800, rpoSeconds: 60, availability: 0.999, requestsPerSecond: 150, eventsPerSecond: 500 },
  edge: { cdn: { kind: "none" } },
  cluster: {
    nodes: { kind: "karpenter" },
    replicasMin: 3,
    mesh: "istio-ambient",
    volumeSnapshots: "velero",
    identity: "pod-identity",
  },
  data: {
    // "Automated fail-over mechanisms for database systems."
    relational: { kind: "aurora-global" },
    pooling: { kind: "rds-proxy" },
    globalTables: false,
    cache: { kind: "none" },
    // The log lies on a persistent volume: the one whose snapshots the brief asks for.
    stream: { kind: "embedded" },
    queues: { kind: "catalogue" },
    search: { kind: "opensearch" },
  },
  secrets: { store: "secrets-manager", intoPods: "external-secrets" },
  delivery: { rollout: "rolling", approval: "none" },
  backups: {
    plans: [
      { importance: "critical", everyHours: 1, keepDays: 35, copyToOtherRegion: true },
      { importance: "important", everyHours: 12, keepDays: 365, coldAfterDays: 30, copyToOtherRegion: true },
      { importance: "ordinary", everyHours: 24, keepDays: 14, copyToOtherRegion: false },
    ],
    restoreTests: "weekly",
  },
  recovery: { approach: "pilot-light", drillEveryDays: 30 },
  notes: {
    substitutions: [
      {
        asked: "AWS App Mesh",
        instead: "Istio in ambient mode",
        because: "App Mesh ended on 30 September 2026.",
      },
      {
        asked: "The ELK stack",
        instead: "Fluent Bit, OpenSearch and Grafana",
        because: "OpenSearch is its successor among AWS's managed services.",
      },
      {
        asked: "Velero",
        instead: "Velero for cluster objects and volumes; nothing that recovery needs lies on a volume alone",
        because: "Velero can't restore EBS snapshots in another region by itself (its issue 103, open since 2017).",
      },
    ],
  },
  environments: smallerEnvironments({
    name,
    domain,
    // Tests run in clusters that the company has already.
    qa: { existing: { clusters: { primary: "shared-mumbai", standby: "shared-hyderabad" } } },
    small: { data: { relational: { instanceClass: "db.r7g.large" }, search: { instanceType: "t3.small.search" } } },
  }),
});
