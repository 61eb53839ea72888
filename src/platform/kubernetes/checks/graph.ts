// A cluster's objects as the checks see them: by kind and name, and the pods that they make.
import type { IContainer } from "kubernetes-models/v1/Container";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import { called, type KubernetesObject, type Manifest } from "../../manifest/manifest.ts";

export type Labels = Readonly<Record<string, string>>;

/** What some object makes pods of. */
export type PodSet = {
  readonly owner: KubernetesObject;
  readonly called: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly selector: Labels | undefined;
  readonly spec: IPodSpec;
  /** Those that stay; a job's are gone when it is done. */
  readonly lasting: boolean;
};

export type Graph = {
  readonly objects: readonly KubernetesObject[];
  readonly ofKind: (...kinds: readonly string[]) => readonly KubernetesObject[];
  readonly find: (kind: string, namespace: string | undefined, name: string) => KubernetesObject | undefined;
  readonly pods: readonly PodSet[];
  readonly podsSelected: (namespace: string, selector: Labels) => readonly PodSet[];
};

export function graphOf(manifests: readonly Manifest[]): Graph {
  const objects = manifests.map(({ object }) => object);
  const byKind = Map.groupBy(objects, ({ kind }) => kind);
  const keyed = new Map(
    objects.map((object) => [keyOf(object.kind, object.metadata.namespace, object.metadata.name), object]),
  );
  const pods = objects.flatMap(podsOf);
  return {
    objects,
    ofKind: (...kinds) => kinds.flatMap((kind) => byKind.get(kind) ?? []),
    find: (kind, namespace, name) => keyed.get(keyOf(kind, namespace, name)),
    pods,
    podsSelected: (namespace, selector) =>
      pods.filter((one) => one.namespace === namespace && matches(one.labels, selector)),
  };
}

const keyOf = (kind: string, namespace: string | undefined, name: string): string =>
  `${kind}/${namespace ?? ""}/${name}`;

export const matches = (labels: Labels, selector: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

type Template = { metadata?: { labels?: Labels }; spec?: IPodSpec };
const LASTING = new Set(["Deployment", "StatefulSet", "DaemonSet", "Rollout"]);

function podsOf(object: KubernetesObject): PodSet[] {
  const spec = object.spec as
    | { template?: Template; jobTemplate?: { spec?: { template?: Template } }; selector?: { matchLabels?: Labels } }
    | undefined;
  const template =
    object.kind === "CronJob"
      ? spec?.jobTemplate?.spec?.template
      : LASTING.has(object.kind) || object.kind === "Job"
        ? spec?.template
        : undefined;
  if (template?.spec === undefined) return [];
  return [
    {
      owner: object,
      called: called(object),
      kind: object.kind,
      name: object.metadata.name,
      namespace: object.metadata.namespace ?? "",
      labels: template.metadata?.labels ?? {},
      selector: spec?.selector?.matchLabels,
      spec: template.spec,
      lasting: LASTING.has(object.kind),
    },
  ];
}

/** Main ones and those before them. */
export const containersOf = ({ spec }: PodSet): readonly IContainer[] => [
  ...(spec.containers as readonly IContainer[]),
  ...((spec.initContainers ?? []) as readonly IContainer[]),
];

export const specOf = <T>(object: KubernetesObject): T => object.spec as T;

/** How many of a set there are at least: its own number, or its autoscaler's. */
export function leastOf(graph: Graph, pods: PodSet): number {
  const scaler = scalersOf(graph, pods)[0];
  if (scaler?.kind === "HorizontalPodAutoscaler") return specOf<{ minReplicas?: number }>(scaler).minReplicas ?? 1;
  if (scaler?.kind === "ScaledObject") return specOf<{ minReplicaCount?: number }>(scaler).minReplicaCount ?? 0;
  return specOf<{ replicas?: number }>(pods.owner).replicas ?? 1;
}

export const scalersOf = (graph: Graph, { namespace, kind, name }: PodSet): readonly KubernetesObject[] =>
  graph.ofKind("HorizontalPodAutoscaler", "ScaledObject").filter((scaler) => {
    const target = specOf<{ scaleTargetRef: { kind?: string; name: string } }>(scaler).scaleTargetRef;
    return scaler.metadata.namespace === namespace && target.name === name && (target.kind ?? "Deployment") === kind;
  });
