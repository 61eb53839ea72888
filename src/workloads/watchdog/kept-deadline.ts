// The deadline in a file, so that a watchdog that is started again knows at once what its predecessor was told, and neither
// stops a primary under a lease nor lets one run past it. Only a crash of the machine loses it, and that ends PostgreSQL too.

import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
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

/** Never waits for the disk: a slow one must not hold back a deadline. What is told meanwhile is written next. */
export function keepDeadline(file: string, onFailure: (error: Error) => void): (deadline: Deadline) => void {
  let next: Deadline | undefined;
  let writing = false;
  const write = async (): Promise<void> => {
    writing = true;
    while (next) {
      const text = `${JSON.stringify(next)}\n`;
      next = undefined;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(`${file}.new`, text, { mode: 0o600 });
        await rename(`${file}.new`, file);
      } catch (error) {
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
