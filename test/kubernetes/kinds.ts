// Where each kind's type and validator are: in one of the packages, or, for kinds that none of them knows, in a file of ours.
import { BACKUP_STORAGE_LOCATION, SCHEDULE, VOLUME_SNAPSHOT_CLASS } from "../../src/platform/kubernetes/crds/velero.ts";
import { SECRET_PROVIDER_CLASS } from "../../src/platform/kubernetes/secret-provider-class.ts";
import { TARGET_GROUP_BINDING } from "../../src/platform/kubernetes/target-group-binding.ts";
import type { CustomKind } from "../../src/platform/manifest/kinds.ts";
import type { KubernetesModel, KubernetesObject } from "../../src/platform/manifest/manifest.ts";

/** API group → package. Kubernetes' own groups are in one package, each below its name. */
const PACKAGES: Readonly<Record<string, string>> = {
  "argoproj.io": "@kubernetes-models/argo-cd",
  "cert-manager.io": "@kubernetes-models/cert-manager",
  "external-secrets.io": "@kubernetes-models/external-secrets",
  "gateway.networking.k8s.io": "@kubernetes-models/gateway-api",
  "karpenter.k8s.aws": "@kubernetes-models/karpenter",
  "karpenter.sh": "@kubernetes-models/karpenter",
  "keda.sh": "@kubernetes-models/keda",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator",
  "networking.istio.io": "@kubernetes-models/istio",
  "security.istio.io": "@kubernetes-models/istio",
  "telemetry.istio.io": "@kubernetes-models/istio",
};
/** Argo's group is two projects'. */
const ROLLOUTS = new Set(["AnalysisRun", "AnalysisTemplate", "ClusterAnalysisTemplate", "Experiment", "Rollout"]);

/** Our own types, with the name that each goes by and the file that it is in. */
const OWN: Readonly<Record<string, { kind: CustomKind<never>; type: string; file: string }>> = {
  "velero.io/v1 BackupStorageLocation": {
    kind: BACKUP_STORAGE_LOCATION as CustomKind<never>,
    type: "BackupStorageLocation",
    file: "kubernetes/crds/velero.ts",
  },
  "velero.io/v1 Schedule": { kind: SCHEDULE as CustomKind<never>, type: "Schedule", file: "kubernetes/crds/velero.ts" },
  "snapshot.storage.k8s.io/v1 VolumeSnapshotClass": {
    kind: VOLUME_SNAPSHOT_CLASS as CustomKind<never>,
    type: "VolumeSnapshotClass",
    file: "kubernetes/crds/velero.ts",
  },
  "secrets-store.csi.x-k8s.io/v1 SecretProviderClass": {
    kind: SECRET_PROVIDER_CLASS as CustomKind<never>,
    type: "SecretProviderClass",
    file: "kubernetes/secret-provider-class.ts",
  },
  "elbv2.k8s.aws/v1beta1 TargetGroupBinding": {
    kind: TARGET_GROUP_BINDING as CustomKind<never>,
    type: "TargetGroupBinding",
    file: "kubernetes/target-group-binding.ts",
  },
};

export type TypeOf = { readonly module: string; readonly type: string; readonly own: boolean };
const ownOf = ({ apiVersion, kind }: Pick<KubernetesObject, "apiVersion" | "kind">) => OWN[`${apiVersion} ${kind}`];

/** Where the compiler finds the type. `sources` is the folder of the platform. */
export function typeOf(object: Pick<KubernetesObject, "apiVersion" | "kind">, sources: string): TypeOf {
  const own = ownOf(object);
  if (own !== undefined) return { module: `${sources}/${own.file}`, type: own.type, own: true };
  return { module: moduleOf(object), type: `I${object.kind}`, own: false };
}

function moduleOf({ apiVersion, kind }: Pick<KubernetesObject, "apiVersion" | "kind">): string {
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  if (group === "" || !group.includes(".") || (group.endsWith(".k8s.io") && PACKAGES[group] === undefined))
    return `kubernetes-models/${apiVersion}/${kind}`;
  const found = ROLLOUTS.has(kind) && group === "argoproj.io" ? "@kubernetes-models/argo-rollouts" : PACKAGES[group];
  if (found === undefined)
    throw new Error(`No package is known for ${apiVersion} ${kind}: name one in test/kubernetes/kinds.ts.`);
  return `${found}/${apiVersion}/${kind}`;
}

type Model = new (data: KubernetesObject) => KubernetesModel;

/** What the kind's own validator refuses; nothing, when all is well. */
export async function refusals(object: KubernetesObject): Promise<readonly string[]> {
  const own = ownOf(object);
  if (own !== undefined) {
    const { apiVersion: _, kind: __, ...written } = object;
    return own.kind.problems(written as never);
  }
  const loaded = (await import(moduleOf(object))) as Record<string, Model>;
  const Kind = loaded[object.kind] as Model;
  try {
    new Kind(object).validate();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
