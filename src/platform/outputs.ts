// Who writes what: each part of the output beside the Terraform, in the order in which it is listed. A generator is pure
// and knows nothing of the others; two of them never write the same path.
import type { Platform } from "../blueprint/platform.ts";
import { assert } from "../core/errors.ts";
import { explainedFiles } from "./explained/explained.ts";
import { argoMonitor } from "./gitops/argo-monitor.ts";
import { gitOpsFiles, type ManifestSource } from "./gitops/files.ts";
import { clusterManifests } from "./kubernetes/cluster.ts";
import { nginxFiles } from "./nginx/files.ts";
import { observabilityFiles } from "./observability/observability-files.ts";
import type { OutputFile } from "./output-file.ts";
import { pictureFiles } from "./pictures/pictures.ts";
import { pipelineFiles } from "./pipelines/files.ts";
import type { Release } from "./release.ts";
import { runbookFiles } from "./runbooks/runbooks.ts";

export type Asked = {
  readonly platform: Platform;
  /** Every environment of the blueprint, the asked one among them: pipelines lead through all of them. */
  readonly environments: readonly Platform[];
  /** Null: nothing was built yet, so the manifests name an image that no cluster admits. */
  readonly release: Release | null;
};
type Generator = (asked: Asked) => readonly OutputFile[];

/** Who makes the objects of a region's cluster. */
const MANIFESTS: readonly ManifestSource[] = [clusterManifests, argoMonitor];

const GENERATORS: Readonly<Record<string, Generator>> = {
  pipelines: ({ platform, environments }) => pipelineFiles(platform, environments),
  gitops: ({ platform, release }) => gitOpsFiles(platform, release, MANIFESTS),
  observability: ({ platform }) => observabilityFiles(platform),
  nginx: ({ platform }) => nginxFiles(platform),
  pictures: ({ platform }) => pictureFiles(platform),
  runbooks: ({ platform }) => runbookFiles(platform),
  documents: ({ platform }) => explainedFiles(platform),
};

/** Everything but the Terraform. */
export function makeOutputs(asked: Asked): readonly OutputFile[] {
  const files = Object.values(GENERATORS).flatMap((make) => make(asked));
  const paths = new Set<string>();
  for (const { path, text, why } of files) {
    assert(!paths.has(path), `two generators write ${path}`);
    assert(!path.startsWith("/") && !path.split("/").includes(".."), `${path} leaves the output directory`);
    assert(text.endsWith("\n"), `${path} doesn't end with a line's end`);
    assert(/^[^\n]+\.$/.test(why), `${path} doesn't say in a sentence why it is there: ${JSON.stringify(why)}`);
    paths.add(path);
  }
  return files;
}
