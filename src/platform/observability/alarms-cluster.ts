// Alarms of the clusters, as Container Insights sees them. The program's own metrics have alerts of their own in
// Prometheus; these are what is left when Prometheus is gone with its cluster.
import { clusterName } from "../names/cluster.ts";
import { METRICS_NAMESPACE } from "../names/safety.ts";
import { type AlarmRule, SUSTAINED, type Subject } from "./alarm-rule.ts";

const INSIGHTS = "ContainerInsights";

const ofCluster = ({ platform, region }: Subject) => ({
  ClusterName: region === undefined ? "" : clusterName(platform, region),
});
const hasNodes = ({ region }: Subject): boolean => region?.holds.cluster === true && region.holds.nodes !== "none";

export const CLUSTER_ALARMS: readonly AlarmRule[] = [
  {
    id: "nodes-failed",
    component: "cluster",
    on: "region",
    when: hasNodes,
    dimensions: ofCluster,
    says: "Nodes of the cluster are failed",
    reading: {
      kind: "metric",
      metric: { namespace: INSIGHTS, name: "cluster_failed_node_count", statistic: "Maximum" },
    },
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: ">",
    threshold: () => 0,
    unit: "nodes",
    formula: "any for five minutes; a replaced node is gone sooner",
    missing: "missing",
    severity: "ticket",
    ill: false,
    owner: "platform",
    first: "kubectl describe node: disk, memory, kubelet? Karpenter replaces it; does it get capacity?",
  },
  {
    id: "cluster-silent",
    component: "cluster",
    on: "region",
    when: hasNodes,
    dimensions: ofCluster,
    says: "The cluster reports fewer nodes than its three zones need, or nothing at all",
    reading: { kind: "metric", metric: { namespace: INSIGHTS, name: "cluster_node_count", statistic: "Minimum" } },
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: "<",
    threshold: () => 2,
    unit: "nodes",
    formula: "three zones, of which one may be lost",
    missing: "breaching",
    severity: "page",
    ill: true,
    owner: "platform",
    first:
      "Is it the agent that is silent (entrances still answer) or the cluster? eks describe-cluster, then the node group's health.",
  },
  {
    id: "nodes-busy",
    component: "cluster",
    on: "region",
    when: hasNodes,
    dimensions: ofCluster,
    says: "The nodes' processors are nearly all in use",
    reading: { kind: "metric", metric: { namespace: INSIGHTS, name: "node_cpu_utilization", statistic: "Average" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 85,
    unit: "%",
    formula: "with one of three zones lost, 85 % is 127 % of what is left",
    missing: "missing",
    severity: "ticket",
    ill: false,
    owner: "platform",
    first: "Does Karpenter reach its limits, or is capacity refused?",
  },
  {
    id: "nodes-memory",
    component: "cluster",
    on: "region",
    when: hasNodes,
    dimensions: ofCluster,
    says: "The nodes' memory is nearly all in use",
    reading: { kind: "metric", metric: { namespace: INSIGHTS, name: "node_memory_utilization", statistic: "Average" } },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 85,
    unit: "%",
    formula: "the kubelet begins to evict at 100 MiB free; below 15 % a burst gets there",
    missing: "missing",
    severity: "ticket",
    ill: false,
    owner: "platform",
    first: "kubectl top pods: who grew? Requests and limits of memory are equal, so a pod can't take another's.",
  },
  {
    id: "nodes-disk",
    component: "cluster",
    on: "region",
    when: hasNodes,
    dimensions: ofCluster,
    says: "The nodes' disks fill",
    reading: {
      kind: "metric",
      metric: { namespace: INSIGHTS, name: "node_filesystem_utilization", statistic: "Average" },
    },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 80,
    unit: "%",
    formula: "the kubelet collects images from 85 % on",
    missing: "missing",
    severity: "ticket",
    ill: false,
    owner: "platform",
    first: "Logs or images? Karpenter's expiry replaces full nodes; a volume that is too small is a blueprint's.",
  },
  {
    id: "pods-restart",
    component: "cluster",
    on: "region",
    when: hasNodes,
    dimensions: (subject) => ({ ...ofCluster(subject), Namespace: "tandem" }),
    says: "Containers of the platform restart again and again",
    reading: {
      kind: "metric",
      metric: { namespace: INSIGHTS, name: "pod_number_of_container_restarts", statistic: "Maximum" },
    },
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 5,
    unit: "restarts",
    formula: "five in five minutes is a crash loop",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    owner: "platform",
    first: "kubectl get pods -n tandem: the last state says whether it was memory, a probe or an error.",
  },
  {
    id: "log-errors",
    component: "cluster",
    on: "aws_cloudwatch_log_metric_filter",
    when: ({ resource }) => metricOf(resource.args).namespace === METRICS_NAMESPACE,
    dimensions: () => ({}),
    says: "A workload writes errors into its log",
    reading: ({ resource }) => ({
      kind: "metric",
      metric: { namespace: METRICS_NAMESPACE, name: metricOf(resource.args).name ?? "", statistic: "Sum" },
    }),
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 10,
    unit: "lines",
    formula: "more than two a minute for a quarter of an hour; a single error has a retry",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    owner: "platform",
    first: "The log group that the alarm's name tells; the first error of the burst, not the last.",
  },
];

/** A filter's metric is its own argument. */
export const metricOf = (
  args: Subject["resource"]["args"],
): { readonly namespace?: string; readonly name?: string } => {
  const transformation = Array.isArray(args.metric_transformation)
    ? args.metric_transformation[0]
    : args.metric_transformation;
  return (transformation ?? {}) as { namespace?: string; name?: string };
};
