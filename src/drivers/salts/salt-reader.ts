// Salts as the collector asks for them on its hot path: from memory; from the file where a day is met for the first time.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { UtcDay } from "../../core/time.ts";
import { isSaltDay, SALT_BYTES } from "./salt-files.ts";

/** Yesterday, today, tomorrow and one to spare. */
const DAYS_MAX = 4;
/** A day without a salt is looked up again after this long, not with each event. */
const MISSING_MS = 500;

export type SaltReader = (day: UtcDay) => Buffer | undefined;

/** A salt once read stays as it is: its day has begun. `nowMs` is monotonic. */
export function saltReader(directory: string, nowMs: () => number = () => performance.now()): SaltReader {
  const known = new Map<UtcDay, { salt: Buffer | undefined; readAtMs: number }>();
  return (day) => {
    const cached = known.get(day);
    if (cached && (cached.salt || nowMs() - cached.readAtMs < MISSING_MS)) return cached.salt;
    if (!isSaltDay(day)) return undefined;
    const salt = readNow(join(directory, day));
    known.delete(day);
    known.set(day, { salt, readAtMs: nowMs() });
    if (known.size > DAYS_MAX) known.delete(known.keys().next().value as UtcDay);
    return salt;
  };
}

function readNow(path: string): Buffer | undefined {
  try {
    const salt = readFileSync(path);
    return salt.length === SALT_BYTES ? salt : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
