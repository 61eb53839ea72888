// Connections to a region's PostgreSQL. The password lies in an owner-only file of the installation and goes nowhere else.

import { randomBytes } from "node:crypto";
import { link, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Client, Pool } from "pg";
import { EXIT, Refused } from "../../core/errors.ts";
import { type Installation, linkPort, regionOf } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { ADMIN_USER, APPLICATION_USER, DATABASE } from "./settings.ts";

const CONNECT_MS_MAX = 3_000;
const IDLE_MS_MAX = 30_000;

/**
 * Connections of the application: database and user `tandem`. Nothing is connected before the first query, and a server
 * that goes away fails the queries under way, never the process.
 */
export function postgresPool(
  installation: Installation,
  region: RegionName,
  { max, applicationName }: { max: number; applicationName: string },
): Pool {
  const pool = new Pool({
    ...address(installation, region),
    user: APPLICATION_USER,
    database: DATABASE,
    application_name: applicationName,
    max,
    idleTimeoutMillis: IDLE_MS_MAX,
  });
  pool.on("error", () => {
    // An idle connection was lost; the next query opens another or fails with its own error.
  });
  return pool;
}

/**
 * One connection of the superuser, for set-up, base backup, guardian and recovery; end it. `from`: the region that asks, when
 * it isn't the server's own: then the way is the link between the two.
 */
export async function adminClient(
  installation: Installation,
  region: RegionName,
  {
    applicationName,
    queryMsMax,
    connectMsMax = CONNECT_MS_MAX,
    from = region,
  }: { applicationName: string; queryMsMax: number; connectMsMax?: number; from?: RegionName },
): Promise<Client> {
  const client = new Client({
    ...address(installation, region, from),
    connectionTimeoutMillis: connectMsMax,
    user: ADMIN_USER,
    database: DATABASE,
    application_name: applicationName,
    query_timeout: queryMsMax,
  });
  client.on("error", () => {
    // The connection was lost while idle; the next query says so.
  });
  await client.connect();
  return client;
}

/** The superuser's connection to a server on a port of its own, which belongs to no region. */
export async function isolatedClient(installation: Installation, port: number, queryMsMax: number): Promise<Client> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    password: () => readPassword(installation.directory),
    connectionTimeoutMillis: CONNECT_MS_MAX,
    user: ADMIN_USER,
    database: DATABASE,
    query_timeout: queryMsMax,
  });
  client.on("error", () => {
    // The connection was lost while idle; the next query says so.
  });
  await client.connect();
  return client;
}

function address(installation: Installation, region: RegionName, from = region) {
  const direct = regionOf(installation, region).ports.postgres;
  return {
    host: "127.0.0.1",
    port: from === region ? direct : linkPort(installation, from, region, "postgres"),
    password: () => readPassword(installation.directory),
    connectionTimeoutMillis: CONNECT_MS_MAX,
  };
}

const PASSWORD = /^[0-9a-f]{64}$/;
const passwordFile = (directory: string): string => join(directory, "postgres.password");

async function readPassword(directory: string): Promise<string> {
  const file = passwordFile(directory);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EACCES") throw error;
    throw new Refused(`${file} belongs to another user. Start Tandem as the user who made this installation.`);
  });
  if (PASSWORD.test(text.trim())) return text.trim();
  throw new Refused(`${file} doesn't hold 64 hex digits. Restore it, or begin anew with --fresh.`, EXIT.badInput);
}

/** The installation's password; made when there is none. Two processes that make it at once end up with the same one. */
export async function ensurePassword(directory: string): Promise<string> {
  try {
    return await readPassword(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const temporary = `${passwordFile(directory)}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const file = await open(temporary, "wx", 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString("hex")}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  // A link is create-only and atomic; the loser reads what the winner wrote.
  await link(temporary, passwordFile(directory)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(temporary, { force: true });
  return await readPassword(directory);
}
