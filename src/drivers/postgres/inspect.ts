// What lies in a cluster's data directory, before anything is done with it: facts and refusals, nothing is ever changed.

import { existsSync, readFileSync } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";
import { POSTGRES_MAJOR } from "./binaries.ts";
import { runProgram } from "./run-program.ts";
import type { ServerUser } from "./server-user.ts";

export type Cluster = { kind: "absent" } | { kind: "present"; role: "primary" | "standby"; systemId: string };

const CONTROL_FILE_BYTES = 8_192;
const LOOKS_MAX = 5;

/** Throws `Refused` for a directory that holds something, but no whole cluster of our version. */
export async function inspectCluster(data: string): Promise<Cluster> {
  for (let looks = 1; ; looks += 1) {
    const before = await identityOf(data);
    const seen = await inspectOnce(data).catch((error: Error) => error);
    // A plan may put the directory aside, or another in its place, while it is looked at: then what was seen is of neither.
    if (looks < LOOKS_MAX && (await identityOf(data)) !== before) continue;
    if (seen instanceof Error) throw seen;
    return seen;
  }
}

async function identityOf(data: string): Promise<string> {
  const found = await stat(data, { bigint: true }).catch(() => undefined);
  return found ? `${found.dev} ${found.ino}` : "absent";
}

async function inspectOnce(data: string): Promise<Cluster> {
  let names: string[];
  try {
    names = await readdir(data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { kind: "absent" };
    throw new Refused(
      `PostgreSQL's data directory ${data} can't be read (${(error as NodeJS.ErrnoException).code}). ` +
        "If another user made this installation, start Tandem as that user, or choose another --data DIR.",
      EXIT.disk,
      { cause: error },
    );
  }
  if (names.length === 0) return { kind: "absent" };
  if (!names.includes("PG_VERSION")) throw damaged(data, "PG_VERSION is missing");
  const version = (await readFile(join(data, "PG_VERSION"), "utf8")).trim();
  if (version !== POSTGRES_MAJOR) {
    throw damaged(data, `PG_VERSION says "${version.slice(0, 20)}", and this Tandem runs PostgreSQL ${POSTGRES_MAJOR}`);
  }
  const systemId = await readSystemId(data);
  return { kind: "present", role: names.includes("standby.signal") ? "standby" : "primary", systemId };
}

/** The control file begins with the cluster's identity and its format: major version × 100. */
async function readSystemId(data: string): Promise<string> {
  const bytes = Buffer.alloc(CONTROL_FILE_BYTES);
  try {
    const file = await open(join(data, "global", "pg_control"), "r");
    try {
      const { bytesRead } = await file.read(bytes, 0, CONTROL_FILE_BYTES, 0);
      if (bytesRead < CONTROL_FILE_BYTES) throw damaged(data, "the control file global/pg_control is cut short");
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw damaged(data, `the control file global/pg_control can't be read (${(error as NodeJS.ErrnoException).code})`);
  }
  const format = bytes.readUInt32LE(8);
  if (Math.floor(format / 100) !== Number(POSTGRES_MAJOR)) {
    throw damaged(data, "the control file global/pg_control is damaged");
  }
  return bytes.readBigUInt64LE(0).toString();
}

/** PostgreSQL refuses files that aren't its own; taking them away from their owner would be harm, so nothing is changed. */
export async function requireOwner(data: string, user: ServerUser): Promise<void> {
  const { uid } = await stat(data);
  const wanted = user?.uid ?? process.getuid?.();
  if (uid === wanted) return;
  throw new Refused(
    `PostgreSQL's data directory ${data} belongs to the user with id ${uid}, and PostgreSQL would run as ${wanted} here. ` +
      "Start Tandem as the user who made this installation, or choose another --data DIR.",
  );
}

function damaged(data: string, why: string): Refused {
  return new Refused(
    `PostgreSQL's data directory ${data} can't be used: ${why}. It was left untouched. ` +
      "Restore it from a copy, or begin anew with --fresh.",
    EXIT.badInput,
  );
}

/** The pid in postmaster.pid when that process lives and is a PostgreSQL on this very directory. */
export async function livePostmaster(data: string): Promise<number | undefined> {
  const path = join(data, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const pid = Number(readFileSync(path, "utf8").split("\n")[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
  const command = await commandOf(pid);
  return command.includes("postgres") && command.includes(data) ? pid : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  // A dead child that nobody has waited for still has a pid, and harms nobody.
  const state = statusOf(pid);
  return state !== "Z" && state !== "X";
}

function statusOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2)[0];
  } catch {
    // No /proc (macOS), or gone this instant: then the signal's answer stands.
    return undefined;
  }
}

async function commandOf(pid: number): Promise<string> {
  if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  const listed = await runProgram("ps", ["-o", "command=", "-p", String(pid)], { user: undefined, cwd: "/" }).catch(
    () => ({ stdout: "" }),
  );
  return listed.stdout;
}
