// The minutes after something happens: a surge, the loss of a zone, the loss of a region. The horizontal autoscaler's own
// rule, and nodes that take their time, over a load given second by second. It says how much goes unanswered and for how long.

import type { Platform } from "../../blueprint/platform.ts";
import type { Workload } from "../../blueprint/workloads.ts";
import { perPod } from "./limits.ts";
import { type NodeShape, nodeShape } from "./packing.ts";

/** The load at a second, as a share of what is planned for. */
export type LoadProfile = { readonly name: string; at(second: number): number };
/** What is gone at a second: a zone's pods and nodes for good, or everything but the standby. */
export type Happening = { readonly kind: "nothing" | "zone-lost" | "region-lost"; readonly atSecond: number };

export const COURSE = {
  /** Kubernetes' defaults: the autoscaler looks every 15 s, at metrics of half a minute ago, and leaves 10 % alone. */
  syncSeconds: 15,
  metricsLagSeconds: 30,
  tolerance: 0.1,
  /** A pod starts, is ready, and is registered at the load balancer. */
  podReadySeconds: 35,
  /** Karpenter: a batch of 10 s, then an EC2 node of 40 to 90 s, then the image. Cluster Autoscaler is slower by its loop and the group's. */
  nodeReadySeconds: { karpenter: 100, managed: 180 },
  seconds: 1_800,
} as const;

export type Course = {
  /** The share of all requests over the whole time that found no pod free. */
  unansweredShare: number;
  /** The last second at which more than one request in a hundred was turned away; null: never. */
  shortUntilSecond: number | null;
  podsAtEnd: number;
  nodesAtEnd: number;
};

type Pending = { readyAt: number; count: number };

export function course(platform: Platform, workload: Workload, profile: LoadProfile, happening: Happening): Course {
  const standby = happening.kind === "region-lost";
  const { each } = perPod(platform, workload);
  const { unit } = perPod(platform, workload);
  const planned =
    unit === "events/s" ? platform.objectives.plannedEventsPerSecond : platform.objectives.plannedRequestsPerSecond;
  const target = workload.scaling.kind === "cpu" ? workload.scaling.cpuTargetPercent / 100 : 1;
  const scale = workload.replicas[standby ? "standby" : "primary"];
  const shape = nodeShape(nodeType(platform)) ?? { cpuMillis: 1_580, memoryMib: 6_000, pods: 100 };
  const bootSeconds = COURSE.nodeReadySeconds[platform.cluster.nodes.kind];

  let ready = Math.max(standby ? scale.min : steady(planned * profile.at(0), each, target, scale), 0);
  const perNode = podsPerNode(workload, shape);
  let nodes = Math.ceil(ready / perNode);
  let starting: Pending[] = [];
  const seen: number[] = [];
  let asked = 0;
  let unanswered = 0;
  let shortUntilSecond: number | null = null;
  for (let second = 0; second < COURSE.seconds; second += 1) {
    if (happening.kind === "zone-lost" && second === happening.atSecond) {
      const gone = Math.ceil(ready / 3);
      ready -= gone;
      nodes -= Math.ceil(nodes / 3);
      starting.push(...placed(gone, second, nodes, ready, perNode, bootSeconds));
    }
    for (const pending of starting) if (pending.readyAt === second) ready += pending.count;
    starting = starting.filter(({ readyAt }) => readyAt > second);
    nodes = Math.max(nodes, Math.ceil(ready / perNode));
    const load = planned * profile.at(second);
    const carried = Math.min(load, ready * each);
    seen.push(ready === 0 ? 0 : carried / (ready * each));
    asked += load;
    unanswered += load - carried;
    if (load > 0 && (load - carried) / load > 0.01) shortUntilSecond = second;
    if (second % COURSE.syncSeconds !== 0) continue;
    const metric = seen[Math.max(0, second - COURSE.metricsLagSeconds)] ?? 0;
    const coming = starting.reduce((sum, { count }) => sum + count, 0);
    const wanted = desired(ready + coming, ready, metric, target, scale);
    if (wanted > ready + coming)
      starting.push(...placed(wanted - ready - coming, second, nodes, ready + coming, perNode, bootSeconds));
  }
  return {
    unansweredShare: asked === 0 ? 0 : unanswered / asked,
    shortUntilSecond,
    podsAtEnd: ready,
    nodesAtEnd: nodes,
  };
}

/** desired = ceil(ready × metric / target), within 10 % left alone, at most doubled or four more at a time (Kubernetes' rule). */
export function desired(
  current: number,
  ready: number,
  metric: number,
  target: number,
  scale: { min: number; max: number },
): number {
  const ratio = metric / target;
  if (current < scale.min) return scale.min;
  if (Math.abs(ratio - 1) <= COURSE.tolerance) return current;
  const wanted = Math.ceil(ready * ratio);
  const most = Math.max(current * 2, current + 4);
  return Math.min(scale.max, Math.max(scale.min, Math.min(wanted, most)));
}

const steady = (load: number, each: number, target: number, scale: { min: number; max: number }): number =>
  Math.min(scale.max, Math.max(scale.min, Math.ceil(load / (each * target))));

const podsPerNode = ({ pod }: Workload, shape: NodeShape): number =>
  Math.max(1, Math.min(Math.floor(shape.cpuMillis / pod.cpuMillis), Math.floor(shape.memoryMib / pod.memoryMib)));

/** Pods that fit the nodes there are begin at once; the others wait for a node. */
function placed(
  count: number,
  second: number,
  nodes: number,
  already: number,
  perNode: number,
  bootSeconds: number,
): Pending[] {
  const fitting = Math.max(0, Math.min(count, nodes * perNode - already));
  return [
    { readyAt: second + COURSE.podReadySeconds, count: fitting },
    { readyAt: second + bootSeconds + COURSE.podReadySeconds, count: count - fitting },
  ].filter((pending) => pending.count > 0);
}

function nodeType({ cluster }: Platform): string {
  const { nodes } = cluster;
  return (nodes.kind === "managed" ? nodes.instanceTypes[0] : nodes.systemInstanceTypes[0]) ?? "m7g.large";
}

/** A day's usual load, the busiest hour, and twice of that at once. */
export const PROFILES = {
  busiest: { name: "the busiest hour as planned", at: () => 1 },
  surge: {
    name: "from the mean to twice the plan within a minute",
    at: (second: number) => (second < 300 ? 0.4 : Math.min(2, 0.4 + ((second - 300) / 60) * 1.6)),
  },
} as const satisfies Record<string, LoadProfile>;
