// The blueprints as stacks, and stacks as directories.
import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Blueprint, EnvironmentName } from "../../src/blueprint/blueprint.ts";
import { type Platform, resolve } from "../../src/blueprint/platform.ts";
import type { Stack } from "../../src/platform/terraform/language/stack.ts";
import { filesOf, synthesizeTerraform } from "../../src/platform/terraform/stacks.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

export type Synthesized = {
  readonly blueprint: string;
  readonly platform: Platform;
  readonly stacks: readonly Stack[];
};

/** Every reference blueprint, the flagship first. */
export const blueprintNames = (): readonly string[] =>
  globSync("blueprints/*.ts", { cwd: root })
    .map((file) => basename(file, ".ts"))
    .sort((a, b) => Number(b === "flagship") - Number(a === "flagship") || a.localeCompare(b));

/** Without an environment: the one that the blueprint names. `change` may vary the blueprint. */
export async function synthesize(
  name: string,
  environment?: EnvironmentName,
  change: (blueprint: Blueprint) => Blueprint = (blueprint) => blueprint,
): Promise<Synthesized> {
  const file = pathToFileURL(join(root, "blueprints", `${name}.ts`)).href;
  const { blueprint } = (await import(file)) as { blueprint: Blueprint };
  const platform = resolve(change(blueprint), environment);
  return { blueprint: name, platform, stacks: synthesizeTerraform(platform) };
}

/** Writes stacks below a directory, each into one of its name. */
export function writeStacks(directory: string, stacks: readonly Stack[]): void {
  for (const [path, text] of filesOf(stacks)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}
