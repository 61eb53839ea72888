// One `tandem up` per data directory: the file up.lock names the process that holds it, by number and beginning, so a lock
// left by a crash is seen to be stale.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Refused } from "../core/errors.ts";
import { unwritable } from "../drivers/installation.ts";
import { identify, isAlive, type ProcessIdentity } from "../drivers/process/identity.ts";

export type UpHolder = ProcessIdentity & { edgePort: number };

const lockFile = (directory: string) => join(directory, "up.lock");

/** The running `tandem up` of a data directory, if there is one. */
export function readUpHolder(directory: string): UpHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(lockFile(directory), "utf8")) as UpHolder;
    return Number.isInteger(holder.pid) && isAlive(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

export function refuseSecondUp(directory: string): void {
  const holder = readUpHolder(directory);
  if (!holder) return;
  throw new Refused(
    `Tandem is already running on ${directory}: process ${holder.pid}, console at http://127.0.0.1:${holder.edgePort}. ` +
      "Stop it with 'tandem stop', or start another installation with --data DIR --port N.",
    EXIT.conflict,
  );
}

/** Taken by exclusive creation; returns the way to give it back. */
export function takeUpLock(directory: string, edgePort: number): () => void {
  const holder: UpHolder = { ...(identify(process.pid) as ProcessIdentity), edgePort };
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(lockFile(directory), `${JSON.stringify(holder)}\n`, { flag: "wx" });
      return () => rmSync(lockFile(directory), { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt > 0) throw unwritable(directory, error);
      refuseSecondUp(directory);
      rmSync(lockFile(directory), { force: true });
    }
  }
}
