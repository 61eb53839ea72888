// Part 2: compute and Kubernetes.
import { by, file, type Row, resource, row, source } from "./row.ts";

const WORKLOADS = by("P0", "src/platform/kubernetes/checks/checks.test.ts", "npm run proof:kubernetes");
const NODES = by("P0", "src/platform/kubernetes/nodes/rules.test.ts");

export const COMPUTE_ROWS: readonly Row[] = [
  row(26, "A-E", "An EKS cluster", resource("A", "aws_eks_cluster", "aws_eks_access_entry"), [
    ...by("P0", "src/platform/terraform/region/compute.test.ts", "npm run proof:terraform"),
  ]),
  row(27, "B, C, E", "Managed node groups in private subnets; 3 to 5 m5.large", resource("C", "aws_eks_node_group"), [
    ...by("P0", "test/blueprints/briefs.test.ts"),
    ...by("P1", "src/assess/capacity/packing.test.ts"),
  ]),
  row(
    28,
    "B",
    "Karpenter",
    file("B", "gitops/rendered/*/*/*/nodepool.*.yaml", "gitops/rendered/*/*/*/ec2nodeclass.*.yaml"),
    [...NODES, ...by("P1", "src/assess/capacity/packing.test.ts")],
  ),
  row(29, "C", "Cluster Autoscaler", file("C", "gitops/rendered/*/*/cluster-autoscaler/application.*.yaml"), NODES, {
    instead: "Where the nodes are managed groups; never beside Karpenter.",
  }),
  row(
    30,
    "B, C, D",
    "Autoscaling on processor, memory and the queue",
    file("B", "gitops/rendered/*/*/console/horizontalpodautoscaler.*.yaml"),
    [...WORKLOADS, ...by("P1", "src/assess/capacity/capacity.test.ts")],
  ),
  row(31, "B", "3 replicas a deployment", file("B", "gitops/rendered/*/*/collector/*.collector.yaml"), [
    ...by("P0", "test/blueprints/briefs.test.ts"),
    ...WORKLOADS,
  ]),
  row(
    32,
    "C",
    "10 pods a service, about 50 requests a second each",
    source("src/blueprint/sizing/replicas.ts"),
    by("P0", "src/blueprint/sizing/sizing.test.ts"),
    {
      instead: "15, and 23 where a zone's loss shall not be felt: ten leave no room at all.",
    },
  ),
  row(
    33,
    "C",
    "Pods of half a processor and 1 GiB",
    file("C", "gitops/rendered/*/*/console/*.console.yaml"),
    by("P0", "test/blueprints/briefs.test.ts"),
    {
      lacks: "What a process needs under 50 requests a second wasn't measured by itself.",
    },
  ),
  row(34, "B", "Topology spread constraints", file("B", "gitops/rendered/*/*/collector/*.collector.yaml"), [
    ...by("P0", "src/platform/kubernetes/checks/checks.test.ts"),
    ...by("P1", "src/assess/capacity/packing.test.ts"),
  ]),
  row(35, "B", "Pod disruption budgets", file("B", "gitops/rendered/*/*/collector/poddisruptionbudget.*.yaml"), [
    ...by("P0", "src/platform/kubernetes/checks/checks.test.ts"),
  ]),
  row(
    36,
    "B",
    "Failed containers are replaced",
    [...file("B", "gitops/rendered/*/*/collector/*.collector.yaml"), ...source("src/local/supervisor.ts")],
    [...WORKLOADS, ...by("P3", "test/scenarios/kill.test.ts")],
  ),
  row(37, "A, D", "Stateless services", file("A", "gitops/rendered/*/*/console/service.*.yaml"), [
    ...WORKLOADS,
    ...by("P3", "test/scenarios/kill.test.ts"),
  ]),
  row(
    38,
    "A",
    "Rolling and canary deployment",
    file("A", "gitops/rendered/*/*/console/rollout.console.yaml", "gitops/rendered/*/*/*/analysistemplate.*.yaml"),
    WORKLOADS,
    { lacks: "No bad build was rolled out and stopped: there is no cluster here." },
  ),
  row(
    39,
    "D",
    "Blue/green",
    file("D", "gitops/rendered/*/*/console/rollout.console.yaml"),
    [...WORKLOADS, ...by("P3", "test/scenarios/recovery.test.ts")],
    {
      instead: "Of a whole region: a planned switch-over, which loses nothing.",
      lacks: "Between pods of one region it ran nowhere: there is no cluster here.",
    },
  ),
  row(
    40,
    "B, D",
    "A service mesh",
    file("B", "gitops/rendered/*/*/*/application.istiod-chart.yaml"),
    by("P0", "src/platform/kubernetes/mesh/policies.test.ts"),
    {
      instead: "Istio's ambient mode: App Mesh ended in September 2026.",
    },
  ),
  row(41, "C", "Spot for what isn't critical", file("flagship", "gitops/rendered/*/*/*/nodepool.spot.yaml"), NODES, {
    instead: "Only what retries and is waited for by nobody.",
  }),
  row(
    42,
    "D",
    "Encrypted storage of nodes and Nginx instances",
    resource("D", "aws_launch_template"),
    by("P0", "src/platform/terraform/region/compute.test.ts"),
  ),
];
