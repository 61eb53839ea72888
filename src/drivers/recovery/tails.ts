// The lists of what former primaries had alone: one file per epoch in <region>/recovery, written whole, kept until a person has
// exported it. The head says which data directory it was read from.

import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";
import type { RegionLayout } from "../../core/installation.ts";
import { printPosition } from "../../core/log-position.ts";
import type { InstantMs } from "../../core/time.ts";
import { readJson, writeDurably } from "../log/durable-file.ts";
import type { ControlFile } from "../postgres/control-file.ts";
import type { TailRow } from "../postgres/journal-tail.ts";

export type TailHead = {
  format: 1;
  region: string;
  /** The epoch of the region that took over. */
  epoch: number;
  /** Which data directory it was read from. */
  from: string;
  listedAt: InstantMs;
  rows: number;
  /** Events that only this region had when it came back, merged once since; null where nobody could tell. */
  events: number | null;
};

export const recoveryDirectory = (region: RegionLayout): string => join(region.directory, "recovery");
const tailFile = (region: RegionLayout, epoch: number): string =>
  join(recoveryDirectory(region), `tail-${epoch}.ndjson`);
const exportedFile = (region: RegionLayout, epoch: number): string =>
  join(recoveryDirectory(region), `tail-${epoch}.exported.json`);

/** Tells one state of a data directory from any later one. */
export const markOf = ({ systemId, timeline, checkpoint, state }: ControlFile): string =>
  `${systemId} ${timeline} ${printPosition(checkpoint)} ${state}`;

export async function writeTail(
  region: RegionLayout,
  epoch: number,
  control: ControlFile,
  rows: TailRow[],
  events: number | null = null,
): Promise<void> {
  await mkdir(recoveryDirectory(region), { recursive: true });
  const head: TailHead = {
    format: 1,
    region: region.name,
    epoch,
    from: markOf(control),
    listedAt: Date.now(),
    rows: rows.length,
    events,
  };
  await rm(exportedFile(region, epoch), { force: true });
  await writeDurably(tailFile(region, epoch), [head, ...rows].map((line) => `${JSON.stringify(line)}\n`).join(""));
}

/** Epochs with a list, oldest first. */
export async function listTails(region: RegionLayout): Promise<number[]> {
  const names = await readdir(recoveryDirectory(region)).catch(() => []);
  return names
    .flatMap((name) => /^tail-(\d+)\.ndjson$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export type Tail = { head: TailHead; rows: TailRow[]; exportedAt: InstantMs | null };

export async function readTail(region: RegionLayout, epoch: number): Promise<Tail | undefined> {
  const text = await readFile(tailFile(region, epoch), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const [head, ...rows] = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
  const { format } = (head ?? {}) as { format?: unknown };
  if (format !== 1) {
    throw new Refused(
      `${tailFile(region, epoch)} has format ${String(format)}, and this version reads format 1.`,
      EXIT.badInput,
    );
  }
  const exported = (await readJson(exportedFile(region, epoch))) as { at?: InstantMs } | undefined;
  return { head: head as TailHead, rows: rows as TailRow[], exportedAt: exported?.at ?? null };
}

/** The newest list of which a person still has to decide something; else the newest. */
export async function newestTail(region: RegionLayout): Promise<Tail | undefined> {
  let found: Tail | undefined;
  for (const epoch of (await listTails(region)).reverse()) {
    const tail = await readTail(region, epoch);
    if (tail && tail.head.rows > 0 && tail.exportedAt === null) return tail;
    found ??= tail;
  }
  return found;
}

/** The epoch under which exactly this data directory was listed; undefined when it wasn't. */
export async function listedEpoch(region: RegionLayout, control: ControlFile): Promise<number | undefined> {
  for (const epoch of (await listTails(region)).reverse()) {
    if ((await readTail(region, epoch))?.head.from === markOf(control)) return epoch;
  }
  return undefined;
}

/** A person has the list: from now on the former primary's files may be dropped. */
export async function markExported(region: RegionLayout, epoch: number, who: string): Promise<void> {
  if (!(await readTail(region, epoch))) {
    throw new Refused(`There is no list of epoch ${epoch} in ${region.name}.`, EXIT.missing);
  }
  await writeDurably(exportedFile(region, epoch), `${JSON.stringify({ at: Date.now(), who })}\n`);
}
