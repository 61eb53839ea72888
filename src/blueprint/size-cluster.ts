// The clusters' nodes: as many as the pods need, also after the loss of a zone, and addresses enough for all of them.
import type { FilledBlueprint } from "./blueprint.ts";
import type { Nodes, Platform } from "./platform.ts";
import { subnetsOf, usableAddresses } from "./sizing/addresses.ts";
import { instanceShape } from "./sizing/instances.ts";
import { ADD_ONS, addressesPerZone, nodesFor, type PodDemand, sum } from "./sizing/nodes.ts";
import { upToMultiple } from "./sizing/replicas.ts";
import type { Tally } from "./tally.ts";
import { type Load, perRegion } from "./workload-table.ts";
import type { Workload } from "./workloads.ts";

type Filled = FilledBlueprint;
type Ways = Filled["cluster"]["nodes"];

export function sizeCluster(
  blueprint: Filled,
  workloads: readonly Workload[],
  load: Load,
  tally: Tally,
): Platform["cluster"] {
  const least = sum([ADD_ONS, ...workloads.map((one) => demand(one, one.replicas.primary.min))]);
  const most = sum([ADD_ONS, ...workloads.map((one) => demand(one, one.replicas.primary.max))]);
  const { nodes } = blueprint.cluster;
  const { surviveZone } = blueprint.objectives;
  const sized =
    nodes.kind === "karpenter"
      ? karpenter(nodes, most, load, tally, surviveZone)
      : managed(nodes, least, most, load, tally, surviveZone);
  const nodesMost = sized.kind === "managed" ? sized.group.primary.max : Math.ceil(sized.processorsMax / 2);
  checkAddresses(blueprint, nodesMost, most.pods, tally);
  return { ...blueprint.cluster, nodes: sized };
}

const demand = (workload: Workload, replicas: number): PodDemand => ({
  pods: replicas,
  cpuMillis: replicas * workload.pod.cpuMillis,
  memoryMib: replicas * workload.pod.memoryMib,
});

/** Nodes of two processors stand for whatever Karpenter chooses: the smallest, so the most addresses. */
const HEADROOM = 1.3;

function karpenter(
  ways: Extract<Ways, { kind: "karpenter" }>,
  most: PodDemand,
  load: Load,
  tally: Tally,
  surviveZone: boolean,
): Nodes {
  const shape = instanceShape(ways.systemInstanceTypes[0] ?? "") ?? {
    vcpus: 2,
    memoryGib: 8,
    architecture: ways.architecture,
  };
  const system = nodesFor(ADD_ONS, shape, surviveZone);
  const processorsMax = Math.ceil((most.cpuMillis / 1_000) * HEADROOM);
  const memoryGibMax = Math.ceil((most.memoryMib / 1_024) * HEADROOM);
  tally.derived(
    "system nodes",
    system,
    "nodes",
    "add-ons ÷ allocatable, surviving a zone, a multiple of three",
    "kubelet's reservations; managed groups' cap of 110 pods",
  );
  tally.derived(
    "Karpenter: processors at most",
    processorsMax,
    "vCPU",
    "all pods at their most × 1.3",
    "NodePool limits",
  );
  const scale = perRegion({ min: system, max: system * 2 }, 1);
  return {
    ...ways,
    system: load.standbyShare === 0 ? { primary: scale.primary, standby: { min: 0, max: scale.standby.max } } : scale,
    processorsMax,
    memoryGibMax,
  };
}

function managed(
  ways: Extract<Ways, { kind: "managed" }>,
  least: PodDemand,
  most: PodDemand,
  load: Load,
  tally: Tally,
  surviveZone: boolean,
): Nodes {
  const shape = instanceShape(ways.instanceTypes[0] ?? "") ?? {
    vcpus: 2,
    memoryGib: 8,
    architecture: ways.architecture,
  };
  const source = "kubelet's reservations; managed groups' cap of 110 pods";
  const line = (what: string, value: number, formula: string) => ({ what, value, unit: "nodes", formula, source });
  const min = tally.atLeast(
    "cluster.nodes.min",
    ways.min,
    line(
      "nodes at least",
      surviveZone ? upToMultiple(nodesFor(least, shape, false), 3) : nodesFor(least, shape, false),
      "pods at their least + add-ons ÷ allocatable, a multiple of three",
    ),
  );
  const max = tally.atLeast(
    "cluster.nodes.max",
    ways.max,
    line(
      "nodes at most",
      Math.max(nodesFor(most, shape, surviveZone), min),
      "pods at their most + add-ons ÷ allocatable, surviving a zone",
    ),
  );
  const { kind, instanceTypes, architecture } = ways;
  return { kind, instanceTypes, architecture, group: perRegion({ min, max }, load.standbyShare) };
}

function checkAddresses(blueprint: Filled, nodes: number, pods: number, tally: Tally): void {
  const needed = addressesPerZone(nodes, pods);
  tally.derived(
    "addresses per zone",
    needed,
    "addresses",
    "prefixes of 16 for half of all pods + one warm per node + interfaces + endpoints",
    "VPC CNI with prefix delegation, one zone lost",
  );
  for (const configured of ["primary", "standby"] as const) {
    const { cidr } = blueprint.regions[configured];
    const usable = usableAddresses(subnetsOf(cidr, 0).private);
    if (usable < needed)
      tally.problems.push({
        field: `regions.${configured}.cidr`,
        value: cidr,
        wrong: `each zone's private subnet has ${usable} addresses and the pods need ${needed}`,
        instead: `Give the region a larger range, such as a /${Math.max(16, Number(cidr.split("/")[1]) - Math.ceil(Math.log2(needed / usable)))}`,
      });
  }
}
