// What is known of kinds beyond their schemas: which belong to the whole cluster rather than to a namespace, and how a
// kind is described that no package knows.

/** A hand-written kind. `problems` says what the cluster would refuse, or would take and then not do. */
export type CustomKind<T> = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly scope: "namespaced" | "cluster";
  readonly problems: (object: T) => readonly string[];
};

/** API group → its kinds that have no namespace. Groups without one are left out. */
const CLUSTER_SCOPED: Readonly<Record<string, readonly string[]>> = {
  "": ["Namespace", "Node", "PersistentVolume"],
  "admissionregistration.k8s.io": [
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
    "MutatingWebhookConfiguration",
  ],
  "apiextensions.k8s.io": ["CustomResourceDefinition"],
  "apiregistration.k8s.io": ["APIService"],
  "cert-manager.io": ["ClusterIssuer"],
  "external-secrets.io": ["ClusterSecretStore", "ClusterExternalSecret"],
  "gateway.networking.k8s.io": ["GatewayClass"],
  "karpenter.k8s.aws": ["EC2NodeClass"],
  "karpenter.sh": ["NodePool", "NodeClaim"],
  "keda.sh": ["ClusterTriggerAuthentication"],
  "argoproj.io": ["ClusterAnalysisTemplate"],
  "networking.k8s.io": ["IngressClass"],
  "node.k8s.io": ["RuntimeClass"],
  "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
  "scheduling.k8s.io": ["PriorityClass"],
  "storage.k8s.io": ["StorageClass", "CSIDriver"],
  "snapshot.storage.k8s.io": ["VolumeSnapshotClass"],
};

export const groupOf = (apiVersion: string): string =>
  apiVersion.includes("/") ? (apiVersion.split("/")[0] as string) : "";

export const isClusterScoped = (apiVersion: string, kind: string): boolean =>
  CLUSTER_SCOPED[groupOf(apiVersion)]?.includes(kind) ?? false;
