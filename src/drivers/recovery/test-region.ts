// A region's directory for tests of what recovery keeps on disk.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { portsFrom, type RegionLayout } from "../../core/installation.ts";

export async function regionForTest(): Promise<{ region: RegionLayout; end(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "tandem-recovery-"));
  const region: RegionLayout = {
    name: "north",
    configured: "primary",
    directory,
    postgresDirectory: join(directory, "postgres"),
    ports: portsFrom(24_000).regions[0],
  };
  return { region, end: () => rm(directory, { recursive: true, force: true }) };
}
