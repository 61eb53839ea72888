// What `tandem synth` renders for Argo CD, read back from its own text: a writer that loses a field would be seen here.
import { parse } from "yaml";
import type { Blueprint } from "../../src/blueprint/blueprint.ts";
import { type Platform, resolve } from "../../src/blueprint/platform.ts";
import { gitOpsFiles } from "../../src/platform/gitops/files.ts";
import { clusterManifests } from "../../src/platform/kubernetes/cluster.ts";
import type { KubernetesObject } from "../../src/platform/manifest/manifest.ts";
import { blueprintNames } from "../terraform/synthesized.ts";

export type Rendered = {
  /** The blueprint, its environment, and the path below the output directory. */
  readonly where: string;
  readonly path: string;
  readonly text: string;
  readonly object: KubernetesObject;
};

export const ENVIRONMENTS = ["prod", "dev"] as const;

export async function rendered(name: string, environment: (typeof ENVIRONMENTS)[number]): Promise<readonly Rendered[]> {
  const { blueprint } = (await import(`../../blueprints/${name}.ts`)) as { blueprint: Blueprint };
  const platform: Platform = resolve(blueprint, environment);
  return gitOpsFiles(platform, null, [clusterManifests])
    .filter(({ path }) => path.startsWith("gitops/") && path.endsWith(".yaml"))
    .map(({ path, text }) => ({ where: `${name}, ${environment}: ${path}`, path, text, object: parse(text) }))
    .filter(({ object }) => object?.apiVersion !== undefined && object.kind !== undefined);
}

export async function renderedAll(): Promise<readonly Rendered[]> {
  const all: Rendered[] = [];
  for (const name of blueprintNames())
    for (const environment of ENVIRONMENTS) all.push(...(await rendered(name, environment)));
  return all;
}
