// The lists of what former primaries had alone: one file per epoch in <region>/recovery, there as a whole or not at all, kept until
// a person has exported it. The head says which data directory it was read from, and how many rows follow. A list may be as long
// as a journal, so it is written and read piece by piece.

import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";
import type { RegionLayout } from "../../core/installation.ts";
import { printPosition } from "../../core/log-position.ts";
import type { InstantMs } from "../../core/time.ts";
import { requireDiskSpace } from "../faults/region-faults.ts";
import { readJson, syncDirectory, writeDurably } from "../log/durable-file.ts";
import type { ControlFile } from "../postgres/control-file.ts";
import type { PutRows, TailRow } from "../postgres/journal-tail.ts";

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

/** Room for the number of rows, which is known last and stands first. */
const NUMBER_CHARACTERS = String(Number.MAX_SAFE_INTEGER).length;
/** Of one page: whichever is met first, but at least one row. */
const PAGE_ROWS_MAX = 1_000;
const PAGE_BYTES_MAX = 4 * 1024 * 1024;

/** `fill` puts the rows, oldest first; their number when all are on disk. */
export async function writeTail(
  region: RegionLayout,
  epoch: number,
  control: ControlFile,
  fill: (put: PutRows) => Promise<void>,
  events: number | null = null,
): Promise<number> {
  await mkdir(recoveryDirectory(region), { recursive: true });
  const file = tailFile(region, epoch);
  const draft = `${file}.new`;
  const from = markOf(control);
  const headOf = (rows: number): string =>
    JSON.stringify({ format: 1, region: region.name, epoch, from, listedAt, rows, events } satisfies TailHead);
  const listedAt = Date.now();
  const headCharacters = headOf(0).length + NUMBER_CHARACTERS;
  let rows = 0;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.appendFile(`${headOf(0).padEnd(headCharacters)}\n`);
    await fill(async (some) => {
      requireDiskSpace(file);
      await handle.appendFile(some.map((row) => `${JSON.stringify(row)}\n`).join(""));
      rows += some.length;
    });
    requireDiskSpace(file);
    await handle.write(headOf(rows).padEnd(headCharacters), 0);
    await handle.datasync();
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rm(exportedFile(region, epoch), { force: true });
  await rename(draft, file);
  await syncDirectory(recoveryDirectory(region));
  return rows;
}

/** Epochs with a list, oldest first. */
export async function listTails(region: RegionLayout): Promise<number[]> {
  const names = await readdir(recoveryDirectory(region)).catch(() => []);
  return names
    .flatMap((name) => /^tail-(\d+)\.ndjson$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export type Tail = { head: TailHead; exportedAt: InstantMs | null };

/** What is known of a list without its rows; undefined when there is none. */
export async function readTail(region: RegionLayout, epoch: number): Promise<Tail | undefined> {
  const file = tailFile(region, epoch);
  if (!(await stat(file).catch(() => undefined))) return undefined;
  let head: Partial<TailHead> = {};
  for await (const { text } of linesFrom(file, 0)) {
    head = JSON.parse(text) as TailHead;
    break;
  }
  if (head.format !== 1) {
    throw new Refused(`${file} has format ${String(head.format)}, and this version reads format 1.`, EXIT.badInput);
  }
  const exported = (await readJson(exportedFile(region, epoch))) as { at?: InstantMs } | undefined;
  return { head: head as TailHead, exportedAt: exported?.at ?? null };
}

/** `next`: where the page after this one begins; null when there is none. */
export type TailPage = { rows: TailRow[]; next: number | null };

/** Some rows of a list that is there, oldest first; `from`: 0, or what the page before said. */
export async function readTailPage(region: RegionLayout, epoch: number, from = 0): Promise<TailPage> {
  const file = tailFile(region, epoch);
  const { size } = await stat(file);
  const rows: TailRow[] = [];
  let end = from;
  let isHead = from === 0;
  for await (const { text, next } of linesFrom(file, from)) {
    end = next;
    if (!isHead) rows.push(JSON.parse(text) as TailRow);
    isHead = false;
    if (rows.length >= PAGE_ROWS_MAX || (rows.length > 0 && end - from >= PAGE_BYTES_MAX)) break;
  }
  return { rows, next: end < size ? end : null };
}

/** All rows of a list that is there, oldest first. */
export async function* tailRows(region: RegionLayout, epoch: number): AsyncGenerator<TailRow> {
  for (let from: number | null = 0; from !== null; ) {
    const { rows, next }: TailPage = await readTailPage(region, epoch, from);
    yield* rows;
    from = next;
  }
}

/** `next`: the byte behind the line. */
async function* linesFrom(file: string, from: number): AsyncGenerator<{ text: string; next: number }> {
  let next = from;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { start: from }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      next += end + 1;
      yield { text: rest.toString("utf8", 0, end), next };
      rest = rest.subarray(end + 1);
    }
  }
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

/** A person has the list, all `rows` of it: from now on the former primary's files may be dropped. */
export async function markExported(region: RegionLayout, epoch: number, rows: number, who: string): Promise<void> {
  const tail = await readTail(region, epoch);
  if (!tail) throw new Refused(`There is no list of epoch ${epoch} in ${region.name}.`, EXIT.missing);
  if (tail.head.rows !== rows) {
    throw new Refused(
      `The list of epoch ${epoch} holds ${tail.head.rows} changes, and ${rows} of them were exported, so it doesn't count as ` +
        "exported. Export it again: tandem recovery tail --export FILE.",
    );
  }
  await writeDurably(exportedFile(region, epoch), `${JSON.stringify({ at: Date.now(), who })}\n`);
}
