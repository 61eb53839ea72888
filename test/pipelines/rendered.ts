// The pipelines of every shipped blueprint, as files by path below the source repository.
import { ENVIRONMENTS } from "../../src/blueprint/blueprint.ts";
import { type Platform, resolve } from "../../src/blueprint/platform.ts";
import { loadBlueprint, shippedBlueprints } from "../../src/drivers/synthesis/blueprint-file.ts";
import { pipelineFiles } from "../../src/platform/pipelines/files.ts";

export type Rendered = {
  readonly name: string;
  readonly platform: Platform;
  readonly environments: readonly Platform[];
  readonly files: ReadonlyMap<string, string>;
};

export async function renderedPipelines(): Promise<readonly Rendered[]> {
  return await Promise.all(
    shippedBlueprints().map(async (name) => {
      const { blueprint } = await loadBlueprint(name);
      const environments = ENVIRONMENTS.filter((one) => one === "prod" || blueprint.environments?.[one]).map((one) =>
        resolve(blueprint, one),
      );
      const platform = resolve(blueprint, "prod");
      const files = new Map(
        pipelineFiles(platform, environments).map(({ path, text }) => [path.replace(/^pipelines\//, ""), text]),
      );
      return { name, platform, environments, files };
    }),
  );
}
