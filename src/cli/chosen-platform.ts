// The platform that a command means: a blueprint by name or path, and an environment.
import { type Blueprint, BlueprintError, ENVIRONMENTS, type EnvironmentName } from "../blueprint/blueprint.ts";
import { type Platform, resolve } from "../blueprint/platform.ts";
import { EXIT, Refused } from "../core/errors.ts";
import { loadBlueprint } from "../drivers/synthesis/blueprint-file.ts";

export async function choosePlatform(which: string, environment: string | undefined): Promise<Platform> {
  if (environment !== undefined && !isEnvironment(environment)) {
    throw new Refused(`There is no environment "${environment}"; there are ${ENVIRONMENTS.join(", ")}.`, EXIT.usage);
  }
  const { blueprint, file } = await loadBlueprint(which);
  return resolved(blueprint, environment, file);
}

/** Every environment that the blueprint describes, in the order in which a release travels; prod is always one. */
export async function chooseEnvironments(which: string): Promise<readonly Platform[]> {
  const { blueprint, file } = await loadBlueprint(which);
  const named = ENVIRONMENTS.filter(
    (name) => name === (blueprint.environment ?? "prod") || blueprint.environments?.[name] !== undefined,
  );
  return named.map((name) => resolved(blueprint, name, `${file}, environment ${name}`));
}

/** `where` stands before the problems, since a blueprint may be whole in one environment and not in another. */
function resolved(blueprint: Blueprint, environment: EnvironmentName | undefined, where: string): Platform {
  try {
    return resolve(blueprint, environment);
  } catch (cause) {
    if (cause instanceof BlueprintError) throw new Refused(`${where}\n${cause.message}`, EXIT.badInput, { cause });
    throw cause;
  }
}

const isEnvironment = (name: string): name is EnvironmentName => (ENVIRONMENTS as readonly string[]).includes(name);
