// The repository of manifests, whole, for both regions of one environment.
import { Application } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application";
import type { Platform, Region } from "../../blueprint/platform.ts";
import { type Manifest, manifest } from "../manifest/manifest.ts";
import { manifestText } from "../manifest/manifest-text.ts";
import type { OutputFile } from "../output-file.ts";
import type { Release } from "../release.ts";
import { applicationSets } from "./application-sets.ts";
import { clusterFiles } from "./cluster-facts.ts";
import { type Component, componentsOf } from "./component.ts";
import { gameDayFiles } from "./game-days.ts";
import { bootstrapFolder, GITOPS_DIRECTORY } from "./layout.ts";
import { projects } from "./projects.ts";
import { inputOf, releaseRecord } from "./release-record.ts";
import { renderedFiles } from "./rendered.ts";
import { rootApplication } from "./root-application.ts";

/** All objects of a region's cluster, whoever makes them. */
export type ManifestSource = (platform: Platform, region: Region, release: Release | null) => readonly Manifest[];

export function gitOpsFiles(
  platform: Platform,
  release: Release | null,
  sources: readonly ManifestSource[],
): readonly OutputFile[] {
  const { primary, standby } = platform.regions;
  const input = inputOf(platform, release);
  return [
    ...[primary, standby].flatMap((region) => regionFiles(platform, region, release, input, sources)),
    ...gameDayFiles(platform),
  ];
}

function regionFiles(
  platform: Platform,
  region: Region,
  release: Release | null,
  input: string,
  sources: readonly ManifestSource[],
): readonly OutputFile[] {
  const components = componentsOf(sources.flatMap((source) => source(platform, region, release)));
  const files = [
    ...bootstrapFiles(platform, region, components),
    ...clusterFiles(platform, region, components),
    ...renderedFiles(platform, region, components),
  ];
  return [...files, releaseRecord(platform, region, release, input, files)];
}

function bootstrapFiles(platform: Platform, region: Region, components: readonly Component[]): OutputFile[] {
  const folder = `${GITOPS_DIRECTORY}/${bootstrapFolder(platform, region)}`;
  const root = manifest(
    {
      component: "root",
      wave: 0,
      why: `What the Argo CD of ${region.name} reads first. The bootstrap build applied it; it now keeps itself.`,
    },
    new Application(rootApplication(platform, region)),
  );
  return [
    { path: `${folder}/root.yaml`, text: manifestText(root), why: root.why },
    ...[...projects(platform, region), ...applicationSets(platform, region, components)].map((one) => ({
      path: `${folder}/${one.component}/${one.object.metadata.name}.yaml`,
      text: manifestText(one),
      why: one.why,
    })),
  ];
}
