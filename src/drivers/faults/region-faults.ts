// Faults that a region's own processes obey: run/faults/region.json, written by whoever makes a fault, read by each process of
// the region as soon as it changes, or four times a second where the system tells of no changes. Both faults end by themselves.

import { type FSWatcher, mkdirSync, readFileSync, rmSync, statSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { InstantMs } from "../../core/time.ts";
import { type ClockCourse, RIGHT } from "../../recovery/faults/clock-course.ts";
import { writeWhole } from "../installation.ts";

export type RegionFaults = { format: 1; fullDisk: { endsAt: InstantMs } | null; clock: ClockCourse };

const NONE: RegionFaults = { format: 1, fullDisk: null, clock: RIGHT };
const LOOK_MS = 250;
/** Where the directory is watched. A help, never the truth: a watch may miss something. */
const WATCHED_LOOK_MS = 5_000;
/** A fault that begins or ends this much later is known to every process of the region before. */
export const KNOWN_AFTER_MS = 3 * LOOK_MS;

/** In a directory of its own, where nothing else is written: it is watched by every process of the region. */
const fileOf = (regionDirectory: string): string => join(regionDirectory, "run", "faults", "region.json");

/** No faults where there is no such file, or half of one. */
export function readRegionFaults(regionDirectory: string): RegionFaults {
  try {
    const told = JSON.parse(readFileSync(fileOf(regionDirectory), "utf8")) as RegionFaults;
    if (told.format === 1 && Array.isArray(told.clock?.bends)) return told;
  } catch {
    // None, then.
  }
  return NONE;
}

export function writeRegionFaults(regionDirectory: string, faults: RegionFaults): void {
  const file = fileOf(regionDirectory);
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, `${JSON.stringify(faults)}\n`, 0o600);
}

/** Also what the clocks have gained: only where none of the region's processes run. */
export function forgetRegionFaults(regionDirectory: string): void {
  rmSync(fileOf(regionDirectory), { force: true });
}

let obeyed: RegionFaults = NONE;

/** From now on this process is one of the region's, and its clock and its disk are as wrong as the region's. */
export function obeyFaultsOf(regionDirectory: string): { stop(): void } {
  // Not watchFile: its first look comes later, and takes a file written in between for what was there before.
  const file = fileOf(regionDirectory);
  let known: string | undefined;
  const look = () => {
    const found = statSync(file, { throwIfNoEntry: false });
    const version = found === undefined ? "none" : `${found.ino} ${found.mtimeMs}`;
    if (version === known) return;
    known = version;
    obeyed = readRegionFaults(regionDirectory);
  };
  const watcher = watchDirectory(dirname(file), look);
  look();
  const looking = setInterval(look, watcher ? WATCHED_LOOK_MS : LOOK_MS).unref();
  return {
    stop() {
      clearInterval(looking);
      watcher?.close();
      obeyed = NONE;
    },
  };
}

/** undefined where changes may go untold. It keeps no process alive. */
function watchDirectory(directory: string, onChange: () => void): FSWatcher | undefined {
  // Elsewhere changes are told late.
  if (process.platform !== "linux") return undefined;
  try {
    mkdirSync(directory, { recursive: true });
    return watch(directory, { persistent: false }, onChange).on("error", onChange);
  } catch {
    // It can't be written there, or the system has no watches left.
    return undefined;
  }
}

/** undefined while the clocks are right, and always were. */
export function clockCourse(): ClockCourse | undefined {
  return obeyed.clock.bends.length > 0 ? obeyed.clock : undefined;
}

export function isDiskFull(): boolean {
  return obeyed.fullDisk !== null && Date.now() < obeyed.fullDisk.endsAt;
}

/** As the system says it: throws ENOSPC while the region's disk is full. */
export function requireDiskSpace(path: string): void {
  if (!isDiskFull()) return;
  const error: NodeJS.ErrnoException = new Error(
    `ENOSPC: no space left on device, write '${path}' (a fault on purpose)`,
  );
  error.code = "ENOSPC";
  error.syscall = "write";
  error.path = path;
  throw error;
}
