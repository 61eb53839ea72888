// Every platform that the tests try: the six reference blueprints, in their smallest environment and in prod.
import { readdirSync } from "node:fs";
import type { Blueprint } from "../../src/blueprint/blueprint.ts";
import { type Platform, resolve } from "../../src/blueprint/platform.ts";

const folder = new URL("../../blueprints/", import.meta.url);
export const BLUEPRINTS = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -3));

export const ENVIRONMENTS = ["dev", "prod"] as const;

export async function platformOf(name: string, environment: (typeof ENVIRONMENTS)[number] = "prod"): Promise<Platform> {
  const { blueprint } = (await import(new URL(`${name}.ts`, folder).href)) as { blueprint: Blueprint };
  return resolve(blueprint, environment);
}

export const PLATFORMS: readonly (readonly [name: string, platform: Platform])[] = await Promise.all(
  BLUEPRINTS.flatMap((name) =>
    ENVIRONMENTS.map(async (environment) => [`${name} ${environment}`, await platformOf(name, environment)] as const),
  ),
);
