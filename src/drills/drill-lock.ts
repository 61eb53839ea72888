// One drill at a time: two would judge each other's faults.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunningDrill } from "../core/drills-view.ts";
import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { identify, isAlive, type ProcessIdentity } from "../drivers/process/identity.ts";
import { evidenceDirectory } from "./evidence.ts";

type Holder = ProcessIdentity & { scenario: string; who: string; startedAt: number };

const lockFile = (installation: Installation): string => join(evidenceDirectory(installation), ".running.json");

/** The drill that runs now, whoever began it. */
export function runningDrill(installation: Installation): RunningDrill | null {
  const holder = read(lockFile(installation));
  if (!holder || !isAlive(holder)) return null;
  const { scenario, who, startedAt } = holder;
  return { scenario, who, startedAt, lines: [] };
}

/** Throws `Refused` while another drill runs; answers how to let go. */
export function lockDrills(installation: Installation, scenario: string, who: string): () => void {
  mkdirSync(evidenceDirectory(installation), { recursive: true, mode: 0o700 });
  const file = lockFile(installation);
  const self = identify(process.pid);
  if (!self) throw new Error("Bug: this process can't be found");
  const text = `${JSON.stringify({ ...self, scenario, who, startedAt: Date.now() } satisfies Holder)}\n`;
  for (let tries = 0; ; tries += 1) {
    try {
      writeFileSync(file, text, { flag: "wx", mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 1) throw error;
      const other = read(file);
      if (other && isAlive(other)) {
        throw new Refused(
          `The drill ${other.scenario}, begun by ${other.who}, is still running (process ${other.pid}). Wait for its end.`,
          EXIT.conflict,
        );
      }
      // Its drill is gone; what it broke ends by itself, and this one waits for it.
      rmSync(file, { force: true });
    }
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}
