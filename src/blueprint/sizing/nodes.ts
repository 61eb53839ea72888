// How many nodes it takes to carry the pods, and how many addresses they take from the zone's private subnet.
import type { InstanceShape } from "./instances.ts";
import { replicasSurvivingZone, upToMultiple } from "./replicas.ts";

export type PodDemand = { pods: number; cpuMillis: number; memoryMib: number };

/** Agents on every node: VPC CNI, kube-proxy, Pod Identity agent, EBS CSI, Fluent Bit, OpenTelemetry, node exporter. */
export const AGENTS = { pods: 7, cpuMillis: 350, memoryMib: 600 } as const;
/** What runs once per cluster: CoreDNS, controllers, Argo CD, Prometheus, Grafana. A test holds it against what the add-ons'
 *  charts are told to ask for. */
export const ADD_ONS: PodDemand = { pods: 64, cpuMillis: 5_000, memoryMib: 12_800 };

/** EKS's managed node groups give a node below 30 processors at most 110 pods. */
const PODS_PER_NODE = 110;

/**
 * What a node has for pods. Kubelet keeps 6 % of the first processor, 1 % of the second, 0.5 % of the next two, and
 * 255 MiB + 11 MiB per possible pod; 100 MiB are for eviction, and about 5 % of the nominal memory never shows.
 */
export function allocatable(shape: InstanceShape): { cpuMillis: number; memoryMib: number; pods: number } {
  const reserved = 60 + (shape.vcpus > 1 ? 10 : 0) + Math.min(2, Math.max(0, shape.vcpus - 2)) * 5;
  return {
    cpuMillis: shape.vcpus * 1_000 - reserved - AGENTS.cpuMillis,
    memoryMib: Math.floor(shape.memoryGib * 1_024 * 0.95) - 255 - 11 * PODS_PER_NODE - 100 - AGENTS.memoryMib,
    pods: PODS_PER_NODE - AGENTS.pods,
  };
}

/** Nodes that hold the demand; with `survivingZone` a multiple of three, and enough also after the loss of one zone. */
export function nodesFor(demand: PodDemand, shape: InstanceShape, survivingZone: boolean): number {
  const room = allocatable(shape);
  const needed = Math.max(
    1,
    Math.ceil(demand.cpuMillis / room.cpuMillis),
    Math.ceil(demand.memoryMib / room.memoryMib),
    Math.ceil(demand.pods / room.pods),
  );
  return survivingZone ? upToMultiple(replicasSurvivingZone(needed), 3) : needed;
}

export const sum = (demands: readonly PodDemand[]): PodDemand =>
  demands.reduce(
    (total, one) => ({
      pods: total.pods + one.pods,
      cpuMillis: total.cpuMillis + one.cpuMillis,
      memoryMib: total.memoryMib + one.memoryMib,
    }),
    { pods: 0, cpuMillis: 0, memoryMib: 0 },
  );

/** A prefix of the VPC CNI: pods take addresses sixteen at a time, and each node keeps one prefix warm. */
const PREFIX_ADDRESSES = 16;
const INTERFACES_PER_NODE = 3;
/** Interface endpoints, load balancers, transit attachments, the control plane's interfaces, in one zone. */
export const OTHER_ADDRESSES = 60;

/** Addresses that one zone's private subnet must have when a second zone is lost and half of its nodes move here. */
export function addressesPerZone(nodes: number, pods: number): number {
  const nodesHere = Math.ceil(nodes / 2);
  const podsHere = Math.ceil(pods / 2) + nodesHere * AGENTS.pods;
  const prefixes = Math.ceil(podsHere / PREFIX_ADDRESSES) + nodesHere * 2;
  return prefixes * PREFIX_ADDRESSES + nodesHere * INTERFACES_PER_NODE + OTHER_ADDRESSES;
}
