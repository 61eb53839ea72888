// The deadline in a file, so that a watchdog that is started again knows at once what its predecessor was told, and neither
// stops a primary under a lease nor lets one run past it. Only a crash of the machine loses it, and that ends PostgreSQL too.

import { constants, readFileSync } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { type Deadline, UNTOLD } from "../../recovery/lease/deadline.ts";

/** Nothing told, or nothing that can be believed, is no lease. `aheadMsMax`: no lease reaches further. */
export function readDeadline(file: string, nowMs: number, aheadMsMax: number): Deadline {
  try {
    const { epoch, untilMs } = JSON.parse(readFileSync(file, "utf8")) as Partial<Deadline>;
    if (typeof epoch !== "number" || !Number.isSafeInteger(epoch) || epoch < 0) return UNTOLD;
    // The clock began anew with the machine: what lies further ahead than a lease was told before that.
    const known = typeof untilMs === "number" && untilMs <= nowMs + aheadMsMax;
    return { epoch, untilMs: known ? untilMs : null };
  } catch {
    return UNTOLD;
  }
}

/** Longer than any deadline as text: each one covers the one before it. */
const TEXT_BYTES = 96;

/**
 * Never waits for the disk: a slow one must not hold back a deadline. What is told meanwhile is written next. In its place and
 * in one piece: a lease is told twice a second, and a text that a crash had cut would count as nothing told.
 */
export function keepDeadline(file: string, onFailure: (error: Error) => void): (deadline: Deadline) => void {
  let next: Deadline | undefined;
  let writing = false;
  let kept: FileHandle | undefined;
  const write = async (): Promise<void> => {
    writing = true;
    while (next) {
      const text = `${JSON.stringify(next).padEnd(TEXT_BYTES - 1)}\n`;
      next = undefined;
      try {
        kept ??= await openKept(file);
        await kept.write(text, 0);
      } catch (error) {
        await kept?.close().catch(() => undefined);
        kept = undefined;
        onFailure(error as Error);
      }
    }
    writing = false;
  };
  return (deadline) => {
    next = deadline;
    if (!writing) void write();
  };
}

async function openKept(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true });
  return await open(file, constants.O_WRONLY | constants.O_CREAT, 0o600);
}
