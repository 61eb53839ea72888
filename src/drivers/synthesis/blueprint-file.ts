// Blueprints are TypeScript: one of the shipped ones by its name, or a person's own file by its path. Loading one runs
// it, as loading any program does.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Blueprint, BlueprintError } from "../../blueprint/blueprint.ts";
import { EXIT, Refused } from "../../core/errors.ts";

const SHIPPED = fileURLToPath(new URL("../../../blueprints/", import.meta.url));

/** "A", "flagship" …: the reference blueprints that ship. */
export const shippedBlueprints = (): readonly string[] =>
  readdirSync(SHIPPED)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => basename(file, ".ts"))
    .sort();

/** A blueprint by the name of a shipped one, or by a file's path. */
export async function loadBlueprint(which: string): Promise<{ readonly blueprint: Blueprint; readonly file: string }> {
  const shipped = shippedBlueprints();
  const file = shipped.includes(which) ? resolve(SHIPPED, `${which}.ts`) : resolve(which);
  if (!existsSync(file)) {
    throw new Refused(
      `There is no blueprint "${which}": no file of that name, and the shipped ones are ${shipped.join(", ")}. \`tandem init FILE\` writes one to start from.`,
      EXIT.usage,
    );
  }
  let loaded: unknown;
  try {
    loaded = await import(pathToFileURL(file).href);
  } catch (cause) {
    if (cause instanceof BlueprintError) throw new Refused(`${file}\n${cause.message}`, EXIT.badInput, { cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Refused(`${file}${lineIn(file, cause)} could not be loaded: ${why}`, EXIT.badInput, { cause });
  }
  if (typeof loaded !== "object" || loaded === null || !("blueprint" in loaded)) {
    throw new Refused(
      `${file} exports no \`blueprint\`. It ends with: export const blueprint = defineBlueprint({ … });`,
      EXIT.badInput,
    );
  }
  return { blueprint: loaded.blueprint as Blueprint, file };
}

/** Node tells the place in the stack alone: before the message where the text can't be read, below it where it fails. */
function lineIn(file: string, cause: unknown): string {
  const stack = cause instanceof Error ? (cause.stack ?? "") : "";
  const line = [file, pathToFileURL(file).href]
    .map((name) => stack.split(`${name}:`)[1])
    .map((after) => /^\d+/.exec(after ?? "")?.[0])
    .find((found) => found !== undefined);
  return line === undefined ? "" : `:${line}`;
}

const SCHEMA = fileURLToPath(new URL("../../blueprint/blueprint.ts", import.meta.url));

/** Writes a new blueprint; `text` is told where to import from. Never over a file that is there. */
export function writeStarter(file: string, text: (from: string) => string): void {
  const path = relative(dirname(resolve(file)), SCHEMA).replaceAll("\\", "/");
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, text(path.startsWith(".") ? path : `./${path}`), { flag: "wx" });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new Refused(`${file} can't be written: ${(cause as Error).message}`, EXIT.usage, { cause });
    }
    throw new Refused(
      `${file} is there already, and nothing was written. Give \`tandem init\` the name of a new file.`,
      EXIT.conflict,
      { cause },
    );
  }
}
