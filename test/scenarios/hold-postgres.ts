// A stand-in for a supervisor: starts a region's PostgreSQL as the test says, tells its pid, and waits to be killed.

import { readFileSync } from "node:fs";
import { type Installation, regionOf } from "../../src/core/installation.ts";
import { startPostgres } from "../../src/drivers/postgres/cluster.ts";

const [file, name] = process.argv.slice(2) as [string, string];
const installation = JSON.parse(readFileSync(file, "utf8")) as Installation;
const server = await startPostgres({
  installation,
  region: regionOf(installation, name),
  onExit: () => process.exit(1),
  onLine: () => undefined,
});
process.stdout.write(`${server.pid}\n`);
