// The directories of a log: one for each origin, with its segments and the markers `clean` and `sealed`.

import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseSegmentName } from "../../app/log/frame.ts";
import { type OriginId, parseOrigin } from "../../core/origin.ts";
import { readJson, syncDirectory, writeDurably } from "./durable-file.ts";

export type OriginDirectory = { origin: OriginId; directory: string; sealed: boolean };

/** Origins in the order in which they began. An empty or absent directory has none. */
export async function listOrigins(logDirectory: string): Promise<OriginDirectory[]> {
  const found: (OriginDirectory & { incarnation: number })[] = [];
  for (const name of await namesIn(logDirectory)) {
    const parsed = parseOrigin(name);
    if (!parsed) continue;
    const directory = join(logDirectory, name);
    const sealed = (await readSealed(directory)) !== undefined;
    found.push({ origin: name, directory, sealed, incarnation: parsed.incarnation });
  }
  found.sort((a, b) => a.incarnation - b.incarnation || (a.origin < b.origin ? -1 : 1));
  return found.map(({ origin, directory, sealed }) => ({ origin, directory, sealed }));
}

/** First offsets of the segments kept, ascending. */
export async function listSegments(originDirectory: string): Promise<number[]> {
  const firsts = (await namesIn(originDirectory)).map(parseSegmentName).filter((first) => first !== undefined);
  return firsts.sort((a, b) => a - b);
}

/** An ended origin: nothing is ever added below or above `end`. */
export async function readSealed(originDirectory: string): Promise<{ end: number } | undefined> {
  return readEnd(join(originDirectory, "sealed"));
}

export async function seal(originDirectory: string, end: number): Promise<void> {
  await writeDurably(join(originDirectory, "sealed"), `${JSON.stringify({ format: 1, end })}\n`);
}

/** What a clean stop leaves: with exactly these bytes in the last segment the origin may be continued. */
export type CleanStop = { end: number; segment: number; bytes: number };

export async function readCleanStop(originDirectory: string): Promise<CleanStop | undefined> {
  const marker = (await readJson(join(originDirectory, "clean"))) as Partial<CleanStop> | undefined;
  const whole = [marker?.end, marker?.segment, marker?.bytes].every(Number.isSafeInteger);
  return whole ? (marker as CleanStop) : undefined;
}

export async function writeCleanStop(originDirectory: string, stop: CleanStop): Promise<void> {
  await writeDurably(join(originDirectory, "clean"), `${JSON.stringify({ format: 1, ...stop })}\n`);
}

export async function removeCleanStop(originDirectory: string): Promise<void> {
  await rm(join(originDirectory, "clean"), { force: true });
  await syncDirectory(originDirectory);
}

async function readEnd(file: string): Promise<{ end: number } | undefined> {
  const marker = (await readJson(file)) as { end?: unknown } | undefined;
  return typeof marker?.end === "number" ? { end: marker.end } : undefined;
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
