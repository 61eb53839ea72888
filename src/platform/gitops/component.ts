// What one Argo CD Application delivers: the objects of one component, with the wave that it belongs to and the project
// whose rights are enough for it.

import { called, type Manifest, manifestPath, type Wave } from "../manifest/manifest.ts";
import { PLATFORM_PROJECT } from "../names/delivery.ts";
import { WORKLOAD_NAMESPACE } from "../names/identity.ts";

export type ProjectName = typeof PLATFORM_PROJECT | "workloads";

export type Component = {
  readonly name: string;
  /** That of its first object; later ones wait inside the component. */
  readonly wave: Wave;
  readonly project: ProjectName;
  /** Where its Application puts what names no namespace. */
  readonly namespace: string;
  readonly manifests: readonly Manifest[];
};

/** What the project of workloads may not hold beside what is the cluster's: what sets its limits or widens its rights. */
export const WORKLOAD_KINDS_REFUSED: readonly { readonly group: string; readonly kind: string }[] = [
  { group: "", kind: "ResourceQuota" },
  { group: "", kind: "LimitRange" },
  { group: "rbac.authorization.k8s.io", kind: "Role" },
  { group: "rbac.authorization.k8s.io", kind: "RoleBinding" },
];

export const groupOf = (apiVersion: string): string =>
  apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";

/** In the order of waves, then of names. Throws when two objects would be one file. */
export function componentsOf(manifests: readonly Manifest[]): readonly Component[] {
  const paths = new Map<string, Manifest>();
  for (const one of manifests) {
    const path = manifestPath(one);
    const other = paths.get(path);
    if (other)
      throw new Error(
        `${called(one.object)} and ${called(other.object)} of ${one.component} would both be ${path}. Rename one, or make them one component each.`,
      );
    paths.set(path, one);
  }
  return [...Map.groupBy(manifests, ({ component }) => component)]
    .map(([name, own]) => componentOf(name, own))
    .sort((one, other) => one.wave - other.wave || (one.name < other.name ? -1 : 1));
}

function componentOf(name: string, manifests: readonly Manifest[]): Component {
  const wave = Math.min(...manifests.map((one) => one.wave)) as Wave;
  const project = manifests.every(mayWorkload) ? "workloads" : PLATFORM_PROJECT;
  const namespace = manifests.find(({ object }) => object.metadata.namespace !== undefined)?.object.metadata.namespace;
  return { name, wave, project, namespace: namespace ?? "kube-system", manifests };
}

const mayWorkload = ({ object }: Manifest): boolean =>
  object.metadata.namespace === WORKLOAD_NAMESPACE &&
  !WORKLOAD_KINDS_REFUSED.some(({ group, kind }) => kind === object.kind && group === groupOf(object.apiVersion));
