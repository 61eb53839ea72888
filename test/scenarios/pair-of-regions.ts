// Two regions' PostgreSQL for scenarios: a throw-away installation on a free range of ports, its servers, and its end.

import { randomBytes, randomInt } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Installation, portsFrom, type RegionLayout } from "../../src/core/installation.ts";
import { postgresDirectoryFor, removePostgresDirectories } from "../../src/drivers/postgres/server-user.ts";
import { writeInitialRegisters } from "../../src/drivers/register/register-file.ts";

export type Scene = {
  installation: Installation;
  primary: RegionLayout;
  standby: RegionLayout;
  linkKey: string;
  end(): Promise<void>;
};

/** `mode` of the directory that holds everything: 0o700 as a home of root's has it, 0o755 as a server's user can enter. */
export async function makeScene(mode = 0o755): Promise<Scene> {
  const holder = await mkdtemp(join(tmpdir(), "tandem-scene-"));
  await chmod(holder, mode);
  const directory = join(holder, "data");
  const ports = portsFrom(await freeRange());
  const region = (name: string, configured: "primary" | "standby", index: 0 | 1): RegionLayout => ({
    name,
    configured,
    directory: join(directory, name),
    postgresDirectory: postgresDirectoryFor(directory, name),
    ports: ports.regions[index],
  });
  const primary = region("ap-south-1", "primary", 0);
  const standby = region("ap-south-2", "standby", 1);
  const installation: Installation = {
    format: 1,
    directory,
    edgePort: ports.edge,
    witness: { directory: join(directory, "witness"), port: ports.witness },
    regions: [primary, standby],
    linkKeyFile: join(directory, "link.key"),
  };
  await writeInitialRegisters(installation);
  const linkKey = randomBytes(32).toString("hex");
  await writeFile(installation.linkKeyFile, linkKey, { mode: 0o600 });
  return {
    installation,
    primary,
    standby,
    linkKey,
    async end() {
      await removePostgresDirectories(installation);
      await rm(holder, { recursive: true, force: true });
    },
  };
}

/** The first of thirty free ports in a row, far from the default installation's. */
async function freeRange(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const base = randomInt(20_000, 32_000);
    const taken = await Promise.all([1, 13, 16, 23, 26].map((offset) => isTaken(base + offset)));
    if (!taken.includes(true)) return base;
  }
  throw new Error("No free range of ports was found.");
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(true));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(false)));
  });
}

/** Looks until `look` gives something else than undefined or false; fails with `what` after `limitMs`. */
export async function until<T>(what: string, limitMs: number, look: () => Promise<T | undefined | false>): Promise<T> {
  const endAtMs = performance.now() + limitMs;
  let last: unknown;
  do {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await wait(25);
  } while (performance.now() < endAtMs);
  throw new Error(`Not within ${limitMs} ms: ${what}.`, { cause: last });
}
