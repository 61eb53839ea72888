// Which installation a command means: `--data DIR`, else TANDEM_DATA, else `.tandem` in the clone.

import { existsSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Installation } from "../core/installation.ts";
import { INSTALLATION_FILE, readInstallation, readLinkKey } from "../drivers/installation.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** npm runs scripts in the package's directory; the paths that a person types are meant from where they stand. */
export function goWhereThePersonStands(word: string | undefined): void {
  const { INIT_CWD: stands, npm_package_json: package_ } = process.env;
  // Of another package's script, or elsewhere than in the package's directory, it wasn't npm who chose for this command.
  const byNpm = package_ === join(ROOT, "package.json") && resolve(process.cwd()) === resolve(ROOT);
  // What runs for days holds no directory of anybody's.
  if (word === "up" || !byNpm || stands === undefined || !existsSync(stands)) return;
  process.chdir(stands);
}

export function dataDirectory(option: string | undefined): string {
  const named = option ?? process.env.TANDEM_DATA;
  if (named === undefined || named === "") return join(ROOT, ".tandem");
  // npm runs scripts in the package's directory; INIT_CWD is where the person stood.
  return isAbsolute(named) ? resolve(named) : resolve(process.env.INIT_CWD ?? process.cwd(), named);
}

export function openPlace(option: string | undefined): { installation: Installation; linkKey: string } {
  const installation = readInstallation(join(dataDirectory(option), INSTALLATION_FILE));
  return { installation, linkKey: readLinkKey(installation) };
}
