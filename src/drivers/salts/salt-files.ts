// The salts of cookieless visitor ids: one owner-only file a UTC day, outside database, log and backup. Created once, frozen
// from the moment its day begins, overwritten and removed 48 h after that moment, so that nobody can link visitors any more.

import { randomBytes } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { addDays, DAY_MS, dayStart, type InstantMs, type UtcDay, utcDay } from "../../core/time.ts";

export const SALT_BYTES = 32;
/** Days made ahead, so that a fail-over within them splits no visit. */
const SALT_DAYS_AHEAD = 2;
/** Counted from the beginning of the salt's day. */
const SALT_KEPT_MS = 2 * DAY_MS;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const isSaltDay = (text: string): text is UtcDay => DAY.test(text);

/** Days that a region should hold now: from the oldest not yet destroyed to the last made ahead. */
export function saltDaysAt(now: InstantMs): { kept: UtcDay[]; made: UtcDay[] } {
  const today = utcDay(now);
  const made = Array.from({ length: SALT_DAYS_AHEAD + 1 }, (_, ahead) => addDays(today, ahead));
  return { kept: [addDays(today, -1), ...made], made };
}

export async function listSalts(directory: string): Promise<UtcDay[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names.filter(isSaltDay).sort();
}

export async function readSalt(directory: string, day: UtcDay): Promise<Buffer | undefined> {
  if (!isSaltDay(day)) return undefined;
  try {
    const salt = await readFile(join(directory, day));
    return salt.length === SALT_BYTES ? salt : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Puts a day's salt in place and says whether it is now the one given. A day that has begun is frozen: what is there stays.
 * Before that, `replace` lets the active region's salt win over a different copy.
 */
export async function putSalt(
  directory: string,
  day: UtcDay,
  salt: Buffer,
  { now, replace }: { now: InstantMs; replace: boolean },
): Promise<boolean> {
  if (!isSaltDay(day) || salt.length !== SALT_BYTES)
    throw new RangeError(`A salt has ${SALT_BYTES} bytes and a UTC day.`);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const target = join(directory, day);
  const temporary = join(directory, `.${day}.${process.pid}.${randomBytes(4).toString("hex")}`);
  try {
    await writeSynced(temporary, salt);
    if (replace && now < dayStart(day)) await rename(temporary, target);
    else await link(temporary, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  await syncDirectory(directory);
  return (await readSalt(directory, day))?.equals(salt) === true;
}

/** Overwrites and removes the salts whose time is over; answers their days. */
export async function destroyOldSalts(directory: string, now: InstantMs): Promise<UtcDay[]> {
  const old = (await listSalts(directory)).filter((day) => now - dayStart(day) >= SALT_KEPT_MS);
  for (const day of old) {
    const path = join(directory, day);
    const file = await open(path, "r+");
    try {
      await file.write(Buffer.alloc(SALT_BYTES), 0, SALT_BYTES, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rm(path);
  }
  if (old.length > 0) await syncDirectory(directory);
  return old;
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const folder = await open(directory, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
