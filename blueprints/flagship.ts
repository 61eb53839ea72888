// The flagship: the union of the five briefs, and what `tandem synth` builds when it is told nothing else. Where briefs
// name alternatives, it takes the one that recovers best.
import { defineBlueprint } from "../src/blueprint/blueprint.ts";
import { smallerEnvironments } from "../src/blueprint/environments.ts";

const name = "tandem";
const domain = "tandem.example.com";

export const blueprint = defineBlueprint({
  name,
  domain,
  title: "Analytics that survives the loss of a region, and proves it",
  objectives: { rtoSeconds: 300, rpoSeconds: 30, requestsPerSecond: 500, eventsPerSecond: 2_000 },
  edge: {
    audiences: [
      { name: "mobile", route: "api", answer: { kind: "latency" } },
      { name: "board", route: "api", answer: { kind: "fail-over" } },
    ],
    cdn: { kind: "cloudfront" },
  },
  webTier: { kind: "nginx" },
  cluster: { nodes: { kind: "karpenter" }, mesh: "istio-ambient" },
  data: {
    relational: { kind: "aurora-global" },
    pooling: { kind: "pgbouncer" },
    globalTables: true,
    cache: { kind: "redis" },
    stream: { kind: "msk" },
    queues: { kind: "sqs" },
    search: { kind: "opensearch" },
  },
  onPremises: {
    kind: "connected",
    cidr: ["192.168.0.0/16"],
    vpnAddresses: ["198.51.100.10", "203.0.113.10"],
    sqlServer: { host: "sql.corp.example.com", database: "reference" },
  },
  observability: { tracing: "x-ray", chat: "slack", externalProbe: "pingdom", onPremisesMonitor: "zabbix" },
  delivery: {
    pipelines: ["github", "gitlab", "jenkins"],
    rollout: "canary",
    approval: "prod",
    mirror: "codecommit",
    signOn: {
      kind: "oidc",
      issuer: "https://sign-on.example.com",
      clientId: "argo-cd",
      onCallGroup: "platform-on-call",
      viewerGroup: "engineering",
    },
  },
  recovery: { approach: "warm-standby", standbyShare: 0.5 },
  cost: { commitment: { kind: "savings-plan", years: 1, upfront: "none" }, monthlyBudgetUsd: 15_000 },
  environments: smallerEnvironments({
    name,
    domain,
    small: {
      webTier: { instanceType: "t4g.small" },
      edge: { audiences: [{ name: "board", route: "api", answer: { kind: "fail-over" } }] },
      data: {
        cache: { nodeType: "cache.t4g.small" },
        stream: { brokerType: "kafka.t3.small" },
        search: { instanceType: "t3.small.search" },
      },
      onPremises: { kind: "none" },
    },
  }),
});
