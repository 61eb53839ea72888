// The objects as they lie in the repository: final, one per file. Two things that only Git's order needs are written in
// here and not where an object is made: the wave inside its component, and what must never be pruned.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { type Manifest, manifestPath, WAVES } from "../manifest/manifest.ts";
import { manifestText } from "../manifest/manifest-text.ts";
import type { OutputFile } from "../output-file.ts";
import type { Component } from "./component.ts";
import { GITOPS_DIRECTORY, renderedFolder } from "./layout.ts";

/** With one of these goes what can't be made again from Git: all objects of a kind, of a namespace, or a disk. */
const NEVER_PRUNED = new Set([
  "CustomResourceDefinition",
  "Namespace",
  "PersistentVolumeClaim",
  "StorageClass",
  "ClusterSecretStore",
]);

export function renderedFiles(platform: Platform, region: Region, components: readonly Component[]): OutputFile[] {
  const folder = `${GITOPS_DIRECTORY}/${renderedFolder(platform, region)}`;
  return components.flatMap((component) =>
    component.manifests.map((one) => ({
      path: `${folder}/${manifestPath(one)}`,
      text: manifestText(delivered(component, one)),
      why: `${sentence(one.why)} (wave ${one.wave}: ${WAVES[one.wave]}).`,
    })),
  );
}

/** The manifest with the annotations that Argo CD reads. */
export function delivered(component: Component, one: Manifest): Manifest {
  const annotations: Record<string, string> = { ...one.object.metadata.annotations };
  if (one.wave > component.wave) annotations["argocd.argoproj.io/sync-wave"] = String(one.wave);
  if (NEVER_PRUNED.has(one.object.kind)) annotations["argocd.argoproj.io/sync-options"] = "Prune=false,Delete=false";
  if (Object.keys(annotations).length === Object.keys(one.object.metadata.annotations ?? {}).length) return one;
  return { ...one, object: { ...one.object, metadata: { ...one.object.metadata, annotations } } };
}

/** Without its full stop, since more follows. */
const sentence = (why: string): string => why.replace(/\.$/, "");
