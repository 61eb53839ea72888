// Which nodes Karpenter may make, how many, and when it may take one away. Two pools: on demand for everything, and spot for
// what retries. The fixed nodes that carry Karpenter itself are Terraform's.
import { NodePool } from "@kubernetes-models/karpenter/karpenter.sh/v1/NodePool";
import type { Platform } from "../../../blueprint/platform.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { POOL_LABEL, SPOT_NODES, SPOT_TAINT } from "../../names/cluster.ts";
import { NODE_CLASS } from "./node-class.ts";
import { nodePoolProblems, refuse } from "./rules.ts";

const GENERAL_NODES = "general";
/** Kubernetes' own words for what EKS writes in capitals. */
const EFFECTS = { NO_SCHEDULE: "NoSchedule" } as const;

/** Smaller ones carry a few pods beside a node's agents, larger ones take too many along when they go. */
const PROCESSORS_LEAST = 2;
const PROCESSORS_MOST = 16;
/** Of these sizes a zone has some when another is lost; spot needs more to choose from than on demand does. */
const SPOT_TYPES_MIN = 10;
const DRAIN_HOURS = 1;

type Nodes = Extract<Platform["cluster"]["nodes"], { kind: "karpenter" }>;
type Requirement = {
  key: string;
  operator: "In" | "Gt" | "Lt" | "Exists";
  values?: string[];
  minValues?: number;
};

export function nodePools(platform: Platform): readonly Manifest[] {
  const { nodes, spotShare } = platform.cluster;
  if (nodes.kind !== "karpenter") return [];
  const anySpot = spotShare > 0 && platform.workloads.some(({ spot }) => spot);
  return [
    pool(nodes, {
      name: GENERAL_NODES,
      why: "On demand: what answers clients and what keeps data never runs on a node that may be taken away.",
      capacity: "on-demand",
      share: 1,
      taints: [],
    }),
    ...(anySpot
      ? [
          pool(nodes, {
            name: SPOT_NODES,
            why: "Spot, for what retries: a taint keeps everything else off.",
            capacity: "spot",
            share: spotShare,
            taints: [{ key: SPOT_TAINT.key, value: SPOT_TAINT.value, effect: EFFECTS[SPOT_TAINT.effect] }],
          }),
        ]
      : []),
  ];
}

type Pool = {
  readonly name: string;
  readonly why: string;
  readonly capacity: "on-demand" | "spot";
  /** Of the most that all pods need. */
  readonly share: number;
  readonly taints: readonly { key: string; value: string; effect: "NoSchedule" }[];
};

function pool(nodes: Nodes, { name, why, capacity, share, taints }: Pool): Manifest {
  const spec = {
    template: {
      metadata: { labels: { [POOL_LABEL]: name } },
      spec: {
        nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: NODE_CLASS },
        requirements: requirementsOf(nodes, capacity),
        ...(taints.length === 0 ? {} : { taints: taints.map((taint) => ({ ...taint })) }),
        expireAfter: `${nodes.expireAfterHours}h`,
        // A pod whose budget never allows its eviction doesn't keep an old node for ever.
        terminationGracePeriod: `${DRAIN_HOURS}h`,
      },
    },
    limits: {
      cpu: String(Math.ceil(nodes.processorsMax * share)),
      memory: `${Math.ceil(nodes.memoryGibMax * share)}Gi`,
    },
    disruption: {
      consolidationPolicy: "WhenEmptyOrUnderutilized" as const,
      consolidateAfter: `${nodes.consolidateAfterSeconds}s`,
      budgets: BUDGETS.map((budget) => ({ ...budget })),
    },
  };
  refuse(name, nodePoolProblems(spec));
  return manifest({ component: "nodes", wave: 2, why }, new NodePool({ metadata: { name }, spec }));
}

type Budget = {
  readonly nodes: string;
  readonly reasons?: ("Underutilized" | "Empty" | "Drifted")[];
  readonly schedule?: string;
  readonly duration?: string;
};

/**
 * The strictest that applies is the one that counts. A zone's loss takes a third of the nodes: whatever Karpenter takes
 * away of its own will must be small beside that. Old nodes (`expireAfter`) go whatever a budget says.
 */
const BUDGETS: readonly Budget[] = [
  { nodes: "10%" },
  // A new release of the system comes in node by node.
  { nodes: "1", reasons: ["Drifted"] },
  // The busiest hours, in UTC: packing closer saves little then and moves pods that answer. What is empty may go.
  { nodes: "0", reasons: ["Underutilized"], schedule: "0 3 * * mon-fri", duration: "12h" },
];

function requirementsOf(nodes: Nodes, capacity: Pool["capacity"]): Requirement[] {
  return [
    { key: "kubernetes.io/os", operator: "In", values: ["linux"] },
    { key: "kubernetes.io/arch", operator: "In", values: [nodes.architecture] },
    { key: "karpenter.sh/capacity-type", operator: "In", values: [capacity] },
    // Spot lives on choice: that many families, or none is chosen.
    {
      key: "karpenter.k8s.aws/instance-family",
      operator: "In",
      values: [...nodes.families],
      ...(capacity === "spot" ? { minValues: Math.min(nodes.families.length, 3) } : {}),
    },
    { key: "karpenter.k8s.aws/instance-cpu", operator: "Gt", values: [String(PROCESSORS_LEAST - 1)] },
    { key: "karpenter.k8s.aws/instance-cpu", operator: "Lt", values: [String(PROCESSORS_MOST + 1)] },
    ...(capacity === "spot"
      ? [{ key: "node.kubernetes.io/instance-type", operator: "Exists" as const, minValues: SPOT_TYPES_MIN }]
      : []),
  ];
}
