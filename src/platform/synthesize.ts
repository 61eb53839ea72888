// Everything that is generated from a platform, as text by path. Pure: no clock, no network; the same platform gives the
// same bytes.
import type { Platform } from "../blueprint/platform.ts";
import type { Finding } from "./kubernetes/checks/check.ts";
import { refuseBrokenManifests } from "./kubernetes/checks/check-manifests.ts";
import { clusterManifests } from "./kubernetes/cluster.ts";
import type { OutputFile } from "./output-file.ts";
import { makeOutputs } from "./outputs.ts";
import type { Release } from "./release.ts";
import type { Stack } from "./terraform/language/stack.ts";
import { type Model, modelOf, writeModel } from "./terraform/model.ts";
import { refuseWhatAwsRefuses } from "./terraform/refusals/table.ts";
import { filesOf, synthesizeTerraform } from "./terraform/stacks.ts";
import { unprotect } from "./terraform/unprotect.ts";

/** The graph of all that was made, beside it. */
export const MODEL_FILE = "tandem.synth.json";
export const TERRAFORM_DIRECTORY = "terraform";

export type Synthesis = {
  readonly stacks: readonly Stack[];
  readonly model: Model;
  /** Each file with why it is there. */
  readonly outputs: readonly OutputFile[];
  /** Path below the output directory → text. */
  readonly files: ReadonlyMap<string, string>;
  /** What the checks of the manifests found that is no error; an error is refused. */
  readonly warnings: readonly Finding[];
};

export type SynthesisOptions = {
  /** As it is applied once before it is taken down. */
  readonly unprotected?: boolean;
  readonly release?: Release | null;
  /** Every environment of the blueprint; the platform alone where nothing else is known. */
  readonly environments?: readonly Platform[];
};

export function synthesize(platform: Platform, options: SynthesisOptions = {}): Synthesis {
  const made = synthesizeTerraform(platform);
  const stacks = options.unprotected === true ? unprotect(made) : made;
  refuseWhatAwsRefuses(stacks);
  const model = modelOf(platform, stacks);
  const { release = null, environments = [platform] } = options;
  const { primary, standby } = platform.regions;
  const clusters = [primary, standby].map((region) => ({
    region,
    manifests: clusterManifests(platform, region, release),
  }));
  const warnings = refuseBrokenManifests(platform, clusters, stacks);
  const outputs: readonly OutputFile[] = [
    ...terraformOutputs(stacks),
    ...makeOutputs({ platform, environments, release }),
    {
      path: MODEL_FILE,
      text: writeModel(model),
      why: "The graph of every resource as data: what `tandem diff` compares the next synth with.",
    },
  ];
  return { stacks, model, outputs, files: new Map(outputs.map(({ path, text }) => [path, text])), warnings };
}

/** A file's own first comment says why it is there. */
function terraformOutputs(stacks: readonly Stack[]): readonly OutputFile[] {
  const comments = new Map<string, string>(
    stacks.flatMap(({ name, settings, files, assets }) => [
      [`${name}/main.tf`, settings.comment] as const,
      ...files.map((file) => [`${name}/${file.name}.tf`, file.comment] as const),
      ...[...assets.keys()].map((path) => [`${name}/${path}`, "Text that the Terraform beside it reads."] as const),
    ]),
  );
  return [...filesOf(stacks)].map(([path, text]) => ({
    path: `${TERRAFORM_DIRECTORY}/${path}`,
    text,
    why: oneLine(comments.get(path) ?? ""),
  }));
}

const oneLine = (comment: string): string => comment.replaceAll(/\s*\n\s*/g, " ");
