// The pipelines of one blueprint for each system that it names, with the scripts that all of them run. Laid out as they lie
// in the source repository: `cp -R pipelines/. REPOSITORY/`.
import type { Platform } from "../../blueprint/platform.ts";
import { assert } from "../../core/errors.ts";
import type { OutputFile } from "../output-file.ts";
import { factsText } from "./facts.ts";
import { githubFiles } from "./github.ts";
import { gitlabFiles } from "./gitlab.ts";
import { jenkinsFiles } from "./jenkins.ts";
import { type Pipeline, problemsOf } from "./model.ts";
import { pipelinesOf } from "./pipelines.ts";
import { CHECK_SCRIPTS } from "./scripts/check-scripts.ts";
import { DELIVERY_SCRIPTS } from "./scripts/delivery-scripts.ts";
import { IDENTITY_SCRIPTS } from "./scripts/identity-scripts.ts";
import { IMAGE_SCRIPTS } from "./scripts/image-scripts.ts";
import { SCRIPTS_DIRECTORY, scriptText } from "./scripts/script.ts";
import { TERRAFORM_SCRIPTS } from "./scripts/terraform-scripts.ts";

const SYSTEMS = { github: githubFiles, gitlab: gitlabFiles, jenkins: jenkinsFiles } as const satisfies Record<
  Platform["delivery"]["pipelines"][number],
  (pipelines: readonly Pipeline[], environments: readonly Platform[]) => readonly OutputFile[]
>;

const SCRIPTS = [...IDENTITY_SCRIPTS, ...IMAGE_SCRIPTS, ...DELIVERY_SCRIPTS, ...TERRAFORM_SCRIPTS, ...CHECK_SCRIPTS];

/** `environments`: in the order in which a release travels. */
export function pipelineFiles(platform: Platform, environments: readonly Platform[]): readonly OutputFile[] {
  const pipelines = pipelinesOf(environments);
  const problems = pipelines.flatMap(problemsOf);
  assert(problems.length === 0, `the pipelines can't work: ${problems.join("; ")}`);
  return [
    ...platform.delivery.pipelines.flatMap((system) => SYSTEMS[system](pipelines, environments)),
    ...SCRIPTS.map((script) => ({
      path: `pipelines/${SCRIPTS_DIRECTORY}/${script.name}`,
      text: scriptText(script),
      why: script.why,
    })),
    {
      path: `pipelines/${SCRIPTS_DIRECTORY}/environments.json`,
      text: factsText(environments),
      why: "What the scripts know of each environment: accounts, regions, roles, registries, roots, copies.",
    },
  ];
}
