// What the cluster's own software asks of its nodes: replicas, processor, memory. The values of the charts and the sizing
// of the nodes read the same numbers; a test holds their sum against what the nodes were sized for.
import type { Platform } from "../../../blueprint/platform.ts";

export type Size = {
  /** "node": one on each, as a DaemonSet. */
  readonly replicas: number | "node";
  readonly cpuMillis: number;
  /** Request and limit alike: a pod that is ended for its memory is ended for its own. */
  readonly memoryMib: number;
};

export const SIZES = {
  karpenter: { replicas: 2, cpuMillis: 250, memoryMib: 512 },
  "cluster-autoscaler": { replicas: 2, cpuMillis: 50, memoryMib: 256 },
  "load-balancers": { replicas: 2, cpuMillis: 50, memoryMib: 128 },
  "external-secrets": { replicas: 2, cpuMillis: 25, memoryMib: 128 },
  "external-secrets-webhook": { replicas: 2, cpuMillis: 10, memoryMib: 64 },
  "external-secrets-certificates": { replicas: 1, cpuMillis: 10, memoryMib: 128 },
  "metrics-server": { replicas: 2, cpuMillis: 100, memoryMib: 200 },
  keda: { replicas: 2, cpuMillis: 50, memoryMib: 192 },
  "keda-metrics": { replicas: 2, cpuMillis: 50, memoryMib: 128 },
  "keda-webhooks": { replicas: 2, cpuMillis: 10, memoryMib: 64 },
  "argo-rollouts": { replicas: 2, cpuMillis: 50, memoryMib: 128 },
  "cert-manager": { replicas: 2, cpuMillis: 25, memoryMib: 96 },
  "cert-manager-webhook": { replicas: 2, cpuMillis: 10, memoryMib: 48 },
  "cert-manager-cainjector": { replicas: 1, cpuMillis: 25, memoryMib: 192 },
  istiod: { replicas: 2, cpuMillis: 150, memoryMib: 512 },
  "external-dns": { replicas: 1, cpuMillis: 25, memoryMib: 64 },
  velero: { replicas: 1, cpuMillis: 100, memoryMib: 256 },
  prometheus: { replicas: 2, cpuMillis: 500, memoryMib: 2_048 },
  "prometheus-reloader": { replicas: 4, cpuMillis: 10, memoryMib: 32 },
  "prometheus-operator": { replicas: 1, cpuMillis: 50, memoryMib: 128 },
  alertmanager: { replicas: 2, cpuMillis: 25, memoryMib: 96 },
  "kube-state-metrics": { replicas: 1, cpuMillis: 50, memoryMib: 192 },
  grafana: { replicas: 1, cpuMillis: 100, memoryMib: 320 },
  "grafana-sidecar": { replicas: 2, cpuMillis: 10, memoryMib: 96 },
  telemetry: { replicas: 2, cpuMillis: 150, memoryMib: 384 },
  yace: { replicas: 1, cpuMillis: 50, memoryMib: 128 },
  "node-exporter": { replicas: "node", cpuMillis: 20, memoryMib: 32 },
  "fluent-bit": { replicas: "node", cpuMillis: 50, memoryMib: 96 },
  "istio-cni": { replicas: "node", cpuMillis: 20, memoryMib: 96 },
  ztunnel: { replicas: "node", cpuMillis: 100, memoryMib: 128 },
  "secrets-csi": { replicas: "node", cpuMillis: 20, memoryMib: 96 },
  "secrets-csi-helpers": { replicas: "node", cpuMillis: 10, memoryMib: 32 },
  "secrets-csi-aws": { replicas: "node", cpuMillis: 20, memoryMib: 64 },
} as const satisfies Record<string, Size>;
export type SizeName = keyof typeof SIZES;

export type Resources = {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly memory: string };
};

/** No limit of the processor: it would slow a controller just when it has most to do. */
export function resourcesOf(name: SizeName): Resources {
  const { cpuMillis, memoryMib } = SIZES[name];
  return { requests: { cpu: `${cpuMillis}m`, memory: `${memoryMib}Mi` }, limits: { memory: `${memoryMib}Mi` } };
}

/** Of what runs a fixed number of times. */
export type ReplicatedName = {
  [N in SizeName]: (typeof SIZES)[N]["replicas"] extends number ? N : never;
}[SizeName];
export const replicasOf = (name: ReplicatedName): number => SIZES[name].replicas;

/** Sizes of what one platform's clusters run, beside what EKS's own add-ons and Argo CD take. */
export function sizesOf(platform: Platform): readonly SizeName[] {
  const { cluster, delivery, observability, secrets, workloads } = platform;
  const karpenter = cluster.nodes.kind === "karpenter";
  const absent: readonly (SizeName | false)[] = [
    karpenter ? "cluster-autoscaler" : "karpenter",
    ...(secrets.intoPods === "csi"
      ? (["external-secrets", "external-secrets-webhook", "external-secrets-certificates"] as const)
      : (["secrets-csi", "secrets-csi-helpers", "secrets-csi-aws"] as const)),
    ...(workloads.some(({ scaling }) => scaling.kind === "queue")
      ? []
      : (["keda", "keda-metrics", "keda-webhooks"] as const)),
    delivery.rollout === "rolling" && "argo-rollouts",
    ...(cluster.mesh === "none" ? (["istio-cni", "ztunnel"] as const) : []),
    cluster.volumeSnapshots !== "velero" && "velero",
    ...(observability.grafana === "in-cluster" ? [] : (["grafana", "grafana-sidecar"] as const)),
  ];
  return (Object.keys(SIZES) as SizeName[]).filter((name) => !absent.includes(name));
}
