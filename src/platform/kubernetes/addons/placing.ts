// Where add-ons run and how they are taken down: on the nodes that Terraform keeps, spread over zones, never all at once.
import type { Platform } from "../../../blueprint/platform.ts";
import { POOL_LABEL, SYSTEM_NODES, SYSTEM_TAINT } from "../../names/cluster.ts";

export type Toleration = {
  readonly key?: string;
  readonly operator: "Exists";
  readonly effect?: "NoSchedule" | "NoExecute";
};
export type Spread = {
  readonly maxSkew: number;
  readonly topologyKey: "topology.kubernetes.io/zone" | "kubernetes.io/hostname";
  readonly whenUnsatisfiable: "ScheduleAnyway" | "DoNotSchedule";
  readonly labelSelector: { readonly matchLabels: Readonly<Record<string, string>> };
};

/** What the fixed nodes refuse to others; where there are none, it matches nothing. */
export const ON_SYSTEM_NODES: readonly Toleration[] = [{ key: SYSTEM_TAINT.key, operator: "Exists" }];
/** Agents run on every node, whatever it refuses. */
export const ON_EVERY_NODE: readonly Toleration[] = [{ operator: "Exists" }];

/** Only the fixed nodes: Karpenter can't run on a node that it would have to make first. */
export const fixedNodes = ({ cluster }: Platform): Readonly<Record<string, string>> =>
  cluster.nodes.kind === "karpenter" ? { [POOL_LABEL]: SYSTEM_NODES } : {};

/** Over zones and over hosts, as far as there are any: a zone's loss may leave room for all replicas in the other two. */
export function spread(labels: Readonly<Record<string, string>>): readonly Spread[] {
  const labelSelector = { matchLabels: labels };
  return (["topology.kubernetes.io/zone", "kubernetes.io/hostname"] as const).map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector,
  }));
}

/** The label that charts put on their pods by Helm's own convention. */
export const instanceLabel = (release: string): Readonly<Record<string, string>> => ({
  "app.kubernetes.io/instance": release,
});

export const ONE_AT_A_TIME = { maxUnavailable: 1 } as const;

/** Critical to the cluster: placed before any workload. */
export const CLUSTER_CRITICAL = "system-cluster-critical";
export const NODE_CRITICAL = "system-node-critical";
