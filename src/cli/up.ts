// `tandem up`: reads its options and asks before anything is deleted.

import { createInterface } from "node:readline/promises";
import { EXIT, Refused } from "../core/errors.ts";
import { checkPort } from "../local/preflight.ts";
import { holdsData } from "../local/remove-installation.ts";
import { up } from "../local/up.ts";
import { dataDirectory } from "./place.ts";

type Options = { data?: string; port?: string; fresh?: boolean; yes?: boolean; demo?: boolean };

export async function runUp(options: Options): Promise<number> {
  const directory = dataDirectory(options.data);
  const port = options.port === undefined ? undefined : checkPort(options.port);
  const fresh = options.fresh ?? false;
  if (fresh && !options.yes && holdsData(directory) && !(await agreesToDelete(directory))) {
    throw new Refused(`Nothing was deleted and nothing was started; ${directory} is as it was.`);
  }
  // On a signal the process must end even if a library still holds a handle.
  const data = options.data === undefined ? undefined : directory;
  const code = await up({ directory, port, fresh, demo: options.demo ?? false, data }, process.stdout);
  process.exit(code);
}

async function agreesToDelete(directory: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Refused(
      `--fresh deletes all data in ${directory}. Nobody can be asked here, so say --yes as well to do it.`,
      EXIT.usage,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Delete all data in ${directory}? Type "yes": `);
  terminal.close();
  return answer.trim().toLowerCase() === "yes";
}
