// `tandem up --fresh`: deletes what a Tandem installation has made, and nothing that doesn't look like one.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Refused } from "../core/errors.ts";
import { INSTALLATION_FILE, layOut, readInstallation, unwritable, whatLiesAt } from "../drivers/installation.ts";
import { postgresDirectoryFor, removePostgresDirectories } from "../drivers/postgres/server-user.ts";
import { refuseSecondUp } from "./up-lock.ts";

/** What an installation has at its top; other files in the directory are somebody else's and stay. */
const OURS = [
  "ap-south-1",
  "ap-south-2",
  "witness",
  "edge",
  "network",
  "imports",
  "postgres.password",
  "link.key",
  "up.lock",
];

export function holdsData(directory: string): boolean {
  return whatLiesAt(directory) === "installation";
}

export async function removeInstallation(directory: string): Promise<void> {
  if (!holdsData(directory)) return;
  if (!existsSync(join(directory, "link.key")) && !existsSync(join(directory, "witness"))) {
    throw new Refused(
      `${directory} doesn't look like a Tandem installation (no link.key, no witness/), so nothing was deleted. ` +
        "Delete it yourself if you are sure.",
      EXIT.badInput,
    );
  }
  refuseSecondUp(directory);
  await removePostgresDirectories(readable(directory));
  try {
    for (const name of OURS) rmSync(join(directory, name), { recursive: true, force: true, maxRetries: 5 });
    // Last, so that an interrupted deletion is still known for what it is and can be repeated.
    rmSync(join(directory, INSTALLATION_FILE), { force: true });
  } catch (error) {
    throw unwritable(directory, error);
  }
}

/** A damaged description doesn't stop `--fresh`: the places follow from the directory. */
function readable(directory: string) {
  const usual = layOut(directory, 4600, (region) => postgresDirectoryFor(directory, region.name));
  try {
    const read = readInstallation(join(directory, INSTALLATION_FILE));
    return read.directory === directory ? read : usual;
  } catch {
    return usual;
  }
}
