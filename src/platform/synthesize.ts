// Everything that is generated from a platform, as text by path. Pure: no clock, no network; the same platform gives the
// same bytes.
import type { Platform } from "../blueprint/platform.ts";
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
  /** Path below the output directory → text. */
  readonly files: ReadonlyMap<string, string>;
};

/** `unprotected`: as it is applied once before it is taken down. */
export function synthesize(platform: Platform, options: { readonly unprotected?: boolean } = {}): Synthesis {
  const made = synthesizeTerraform(platform);
  const stacks = options.unprotected === true ? unprotect(made) : made;
  refuseWhatAwsRefuses(stacks);
  const model = modelOf(platform, stacks);
  const terraform = [...filesOf(stacks)].map(([path, text]) => [`${TERRAFORM_DIRECTORY}/${path}`, text] as const);
  return { stacks, model, files: new Map([...terraform, [MODEL_FILE, writeModel(model)]]) };
}
