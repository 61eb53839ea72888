// Brief D: the hybrid web stack. Akamai before the load balancers, Nginx behind them, tasks over Redis, Aurora with
// readers, a SQL Server on the premises over Direct Connect, blue/green releases up to a whole region.
import { defineBlueprint } from "../src/blueprint/blueprint.ts";
import { smallerEnvironments } from "../src/blueprint/environments.ts";

const name = "hybrid-web";
const domain = "tickets.example.com";

export const blueprint = defineBlueprint({
  name,
  domain,
  title: "Brief D: hybrid web",
  objectives: { rtoSeconds: 300, rpoSeconds: 30, requestsPerSecond: 400, eventsPerSecond: 1_000 },
  edge: {
    audiences: [
      { name: "web", route: "app", answer: { kind: "geolocation", continents: ["EU", "NA"], prefer: "primary" } },
      { name: "mobile", route: "api", answer: { kind: "latency" } },
      { name: "board", route: "api", answer: { kind: "fail-over" } },
      { name: "partner", route: "api", answer: { kind: "weighted", primaryShare: 0.9 } },
    ],
    cdn: {
      kind: "external",
      provider: "akamai",
      originRanges: ["198.51.100.0/24", "203.0.113.0/24"],
      hosts: ["tickets.example.com.edgekey.net"],
    },
    shield: "advanced",
  },
  webTier: {
    kind: "nginx",
    instanceType: "c7g.large",
    rateLimit: { requestsPerSecondPerKey: 100, requestsPerSecondPerAddress: 20, burst: 40 },
  },
  // "All logs can be directed to AWS CloudWatch log groups": the network's too, though S3 would cost a fifth.
  network: { flowLogs: { to: "cloud-watch" } },
  cluster: { nodes: { kind: "karpenter" }, mesh: "none", identity: "pod-identity" },
  data: {
    relational: { kind: "aurora-global", readReplicas: 2 },
    pooling: { kind: "pgbouncer" },
    globalTables: false,
    // Celery's broker over PUB/SUB becomes a queue that keeps what nobody has heard: a group that evicts nothing.
    cache: { kind: "redis", taskBroker: true },
    stream: { kind: "embedded" },
    queues: { kind: "redis" },
    search: { kind: "none" },
  },
  onPremises: {
    kind: "connected",
    cidr: ["192.168.0.0/16"],
    directConnectGbps: "1",
    connections: { primary: { id: "dxcon-fg5678gh", vlan: 101 }, standby: { id: "dxcon-fh6ljcvo", vlan: 102 } },
    vpnAddresses: ["198.51.100.10", "203.0.113.10"],
    sqlServer: { host: "sql.corp.example.com", database: "reference", backupDays: 35, warmEveryMinutes: 15 },
  },
  secrets: { store: "ssm", intoPods: "external-secrets" },
  observability: {
    tracing: "x-ray",
    externalProbe: "pingdom",
    onPremisesMonitor: "zabbix",
    pager: { kind: "pagerduty" },
  },
  delivery: { pipelines: ["github", "gitlab", "jenkins"], rollout: "blue-green", approval: "all" },
  recovery: { approach: "warm-standby", standbyShare: 1 },
  notes: {
    substitutions: [
      { asked: "Django back end", instead: "TypeScript on Node", because: "One executable for every workload." },
      { asked: "React, Angular or Vue", instead: "React", because: "The brief leaves the choice." },
      {
        asked: "Celery over Redis PUB/SUB",
        instead: "A durable queue in a Redis that evicts nothing, its workers scaled on the queue's depth",
        because: "PUB/SUB drops what no subscriber hears, and Celery loses or doubles tasks when a worker dies.",
      },
      {
        asked: "Nginx ingress controller",
        instead: "Gateway API",
        because: "ingress-nginx was retired in March 2026 and gets no security fixes.",
      },
      {
        asked: "AWS X-Ray's SDK and daemon",
        instead: "OpenTelemetry with X-Ray as an exporter",
        because: "The SDK and the daemon reach their end of support in February 2027.",
      },
      {
        asked: "CloudFormation or Terraform",
        instead: "Terraform, and Ansible for Nginx",
        because: "One language for the whole platform.",
      },
    ],
  },
  environments: smallerEnvironments({
    name,
    domain,
    // Tests run in networks that the company has already, patched through to its premises by somebody else.
    qa: {
      regions: { primary: { cidr: "10.32.0.0/16" }, standby: { cidr: "10.33.0.0/16" } },
      existing: {
        vpcs: {
          primary: existingVpc("aps1", "0a"),
          standby: existingVpc("aps2", "0b"),
        },
      },
    },
    small: {
      webTier: { instanceType: "t4g.small" },
      edge: { audiences: [{ name: "board", route: "api", answer: { kind: "fail-over" } }] },
      data: { cache: { nodeType: "cache.t4g.small" }, relational: { readReplicas: 1 } },
      onPremises: { kind: "none" },
    },
  }),
});

/** Three subnets of each kind, in the order of the region's zones. */
function existingVpc(zones: string, digits: string) {
  const three = (kind: string): [string, string, string] => [
    `subnet-${digits}${kind}1`,
    `subnet-${digits}${kind}2`,
    `subnet-${digits}${kind}3`,
  ];
  return {
    vpcId: `vpc-${digits}0000000000000`,
    publicSubnetIds: three("a0000"),
    privateSubnetIds: three("b0000"),
    dataSubnetIds: three("c0000"),
    zoneIds: [`${zones}-az1`, `${zones}-az2`, `${zones}-az3`] as [string, string, string],
  };
}
