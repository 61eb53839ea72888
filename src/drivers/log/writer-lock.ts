// One writer for each log: a file that names the process holding it. A lock whose process is gone is taken over.

import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";

type Holder = { pid: number; started: string };

const TRIES_MAX = 5;

/** Returns the way to give the lock back. */
export async function lockForWriting(directory: string, what: string): Promise<() => Promise<void>> {
  const file = join(directory, "lock");
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? "" } satisfies Holder);
  // Linked into place whole, so that nobody reads half a lock.
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, "wx", 0o600);
  await handle.writeFile(mine);
  await handle.close();
  try {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      if (await linked(draft, file)) return () => rm(file, { force: true });
      const text = await readFile(file, "utf8").catch(() => undefined);
      if (text === undefined) continue;
      const holder = parse(text);
      if (holder && isRunning(holder)) {
        throw new Refused(
          `Can't open ${what} in ${directory}: process ${holder.pid} has it open. Stop that process first.`,
          EXIT.conflict,
        );
      }
      await takeAway(file, text);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new Refused(
    `Can't open ${what} in ${directory}: other processes are opening it too. Try again.`,
    EXIT.conflict,
  );
}

async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes the stale lock only: if somebody replaced it meanwhile, theirs is put back. */
async function takeAway(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, "utf8")) !== stale) await linked(aside, file);
  await rm(aside, { force: true });
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder;
    return Number.isSafeInteger(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return startOf(holder.pid) === holder.started;
}

/** When a process began, in the system's own words: process numbers are used again, these pairs aren't. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // Field 22 of proc(5) is the start time; 3 (state) is the first one here. A zombie holds nothing any more.
    if (fields[0] === "Z") return undefined;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
