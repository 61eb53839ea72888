// What a check of a cluster's manifests is: a promise over the whole graph of objects, in both regions, and beside what
// Terraform makes. Schemas see one object; these see whether the objects fit each other.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import type { Manifest } from "../../manifest/manifest.ts";
import type { Resource } from "../../terraform/language/graph.ts";
import type { Graph } from "./graph.ts";

/** An error refuses the synth; a warning is told with it. */
export type Severity = "error" | "warning";

export type StackResources = {
  readonly name: string;
  readonly region: string;
  readonly resources: readonly Resource[];
};

/** One region's cluster. */
export type Cluster = { readonly region: Region; readonly manifests: readonly Manifest[]; readonly graph: Graph };

export type Checked = {
  readonly platform: Platform;
  /** Only regions that have a cluster. */
  readonly clusters: readonly Cluster[];
  readonly stacks: readonly StackResources[];
};

/** Which object, in which region, and what is wrong with it. */
export type Found = { readonly region: string; readonly object: string; readonly says: string };

export type Check = {
  /** "KUBE-07", for ever: messages, waivers and the manual name it. */
  readonly id: `KUBE-${number}`;
  readonly severity: Severity;
  /** The promise, as a sentence. */
  readonly holds: string;
  readonly why: string;
  readonly mend: string;
  readonly find: (checked: Checked) => readonly Found[];
};

export type Finding = Found & Pick<Check, "id" | "severity" | "holds" | "why" | "mend">;

/** A check that looks at one cluster at a time. */
export const inEach =
  (find: (cluster: Cluster, checked: Checked) => readonly Omit<Found, "region">[]): Check["find"] =>
  (checked) =>
    checked.clusters.flatMap((cluster) =>
      find(cluster, checked).map((found) => ({ region: cluster.region.name, ...found })),
    );
