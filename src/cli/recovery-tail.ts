// `tandem recovery tail`: the changes that only a former primary had, for a person to re-apply or drop. Its files stay until the
// list is exported and a person drops them.

import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { EXIT, Refused } from "../core/errors.ts";
import type { RegionLayout } from "../core/installation.ts";
import type { TailRow } from "../drivers/postgres/journal-tail.ts";
import { askRecoverer, type Place } from "./ask-recoverers.ts";
import { who } from "./recovery.ts";
import type { TailOptions } from "./recovery-commands.ts";

type ToldTail = {
  region: string;
  epoch: number | null;
  listedAt: number | null;
  events: number | null;
  exported: boolean;
  /** Of the whole list; `rows` are its first ones, and `next` says where the others begin. */
  total: number;
  rows: TailRow[];
  next: number | null;
  formers: { epoch: number; directory: string }[];
};
/** Of the changes of one list on a terminal; a file gets all of them. */
const SHOWN_MAX = 20;

type Heard = { region: RegionLayout; tail: ToldTail };

export async function runTail(
  place: Place,
  what: string,
  options: TailOptions,
  out: NodeJS.WriteStream,
): Promise<number> {
  if (what !== "tail") throw new Refused(`There is no "recovery ${what}"; there is "recovery tail".`, EXIT.usage);
  const { heard, silent } = await find(place, options);
  // Silence is no empty list: a lost region's own recoverer is the one that would have it.
  const unknown = `The recoverer of ${silent.join(" and of ")} doesn't answer, so whether it has such a list isn't known. Start it, then ask again: ${silent.map((name) => `tandem start ${name}`).join(", ")}`;
  if (silent.length > 0 && heard.length === 0) throw new Refused(unknown, EXIT.missing);
  if (silent.length > 0) process.stderr.write(`${unknown}\n`);
  if (heard.length === 0) {
    out.write("No region has such a list: nothing that was acknowledged there is missing here.\n");
    return EXIT.ok;
  }
  if (options.json) out.write(`${JSON.stringify(await Promise.all(heard.map((one) => wholeTail(place, one))))}\n`);
  else if (options.export === undefined && !options.drop) {
    for (const one of heard) out.write(`${tailText(one)}\n`);
  }
  for (const one of heard) {
    if (options.export !== undefined) await exportTail(place, one, options.export, out);
    if (options.drop) await drop(place, one, options.yes ?? false, out);
  }
  return EXIT.ok;
}

/** Regions with a list or with a former primary's files; with several and something to do, one must be named. */
async function find(
  place: Place,
  { region: wanted, epoch, export: file, drop: dropping }: TailOptions,
): Promise<{ heard: Heard[]; silent: string[] }> {
  const regions = place.installation.regions.filter(({ name }) => wanted === undefined || name === wanted);
  if (regions.length === 0) throw new Refused(`There is no region "${wanted}" in this installation.`, EXIT.usage);
  if (epoch !== undefined && !/^\d{1,15}$/.test(epoch))
    throw new Refused(`--epoch takes a number as 'tandem history' shows it; "${epoch}" is none.`, EXIT.usage);
  const found: Heard[] = [];
  const silent: string[] = [];
  for (const region of regions) {
    const answer = await askRecoverer<ToldTail>(
      place,
      region,
      epoch === undefined ? "/tail" : `/tail?epoch=${Number(epoch)}`,
    );
    if (answer?.status === 200) {
      if (answer.told.epoch !== null || answer.told.formers.length > 0) found.push({ region, tail: answer.told });
    } else silent.push(region.name);
  }
  if (found.length > 1 && (file !== undefined || dropping)) {
    throw new Refused("Both regions have a list. Say which one with --region.", EXIT.usage);
  }
  return { heard: found, silent };
}

function tailText({ region, tail }: Heard): string {
  const { epoch, rows, total, exported, listedAt, events, formers } = tail;
  const lines: string[] = [];
  if (epoch === null) lines.push(`${region.name}: no list`);
  else {
    const merged = events ? `; ${events} events that only it had were merged` : "";
    const when = listedAt === null ? "" : `, listed ${new Date(listedAt).toISOString()}`;
    lines.push(
      `${region.name}, lost when epoch ${epoch} took over${when}: ${total} changes${exported ? ", exported" : ""}${merged}`,
    );
  }
  for (const { id, at, who: by, what, before, after } of rows.slice(0, SHOWN_MAX)) {
    lines.push(`  ${id}  ${new Date(at).toISOString()}  ${by}: ${what}`);
    if (before !== null) lines.push(`      before ${JSON.stringify(before)}`);
    if (after !== null) lines.push(`      after  ${JSON.stringify(after)}`);
  }
  if (total > SHOWN_MAX) lines.push(`  and ${total - SHOWN_MAX} more: --export FILE writes all of them`);
  for (const former of formers)
    lines.push(`  the former primary's files of epoch ${former.epoch} are kept in ${former.directory}`);
  return lines.join("\n");
}

/** Every row of the list, page by page; throws when it breaks off, so that nobody takes a part for the whole. */
async function* pagesOf(place: Place, { region, tail }: Heard): AsyncGenerator<TailRow[]> {
  let count = tail.rows.length;
  yield tail.rows;
  for (let next = tail.next; next !== null; ) {
    const page = () => askRecoverer<ToldTail>(place, region, `/tail?epoch=${tail.epoch}&from=${next}`);
    // A busy machine may be late once; a list of many pages shouldn't fall with one of them.
    const answer = (await page()) ?? (await page());
    if (answer?.status !== 200) break;
    count += answer.told.rows.length;
    yield answer.told.rows;
    next = answer.told.next;
  }
  if (count === tail.total) return;
  throw new Refused(
    `The list of ${region.name} has ${tail.total} changes, and it broke off after ${count}. Try again.`,
    EXIT.missing,
  );
}

async function wholeTail(place: Place, heard: Heard): Promise<Omit<ToldTail, "next">> {
  const rows: TailRow[] = [];
  for await (const page of pagesOf(place, heard)) for (const row of page) rows.push(row);
  const { next: _, ...tail } = heard.tail;
  return { ...tail, rows };
}

async function exportTail(place: Place, heard: Heard, file: string, out: NodeJS.WriteStream): Promise<void> {
  const { region, tail } = heard;
  if (tail.epoch === null) throw new Refused(`${region.name} has no list to export.`, EXIT.missing);
  const pages = pagesOf(place, heard);
  if (file === "-") for await (const rows of pages) out.write(textOf(rows));
  else await writeExport(file, pages);
  const body = { epoch: tail.epoch, rows: tail.total, who: who() };
  const told = await askRecoverer<{ because?: string }>(place, region, "/tail/exported", body);
  if (told?.status !== 200) {
    const why = told?.told.because ?? `${region.name} couldn't be told so. Try again.`;
    throw new Refused(`The list is in ${file}, but ${why}`, EXIT.missing);
  }
  if (file !== "-") out.write(`${tail.total} changes were written to ${file}.\n`);
}

const textOf = (rows: TailRow[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

/** A file that isn't whole isn't kept. */
async function writeExport(file: string, pages: AsyncIterable<TailRow[]>): Promise<void> {
  const refused = (error: unknown) =>
    new Refused(`The list couldn't be written to ${file}: ${(error as Error).message}`, EXIT.disk, { cause: error });
  let handle: number;
  try {
    handle = openSync(file, "wx", 0o600);
  } catch (error) {
    throw refused(error);
  }
  try {
    for await (const rows of pages) writeSync(handle, textOf(rows));
    fsyncSync(handle);
  } catch (error) {
    rmSync(file, { force: true });
    throw error instanceof Refused ? error : refused(error);
  } finally {
    closeSync(handle);
  }
}

async function drop(place: Place, { region, tail }: Heard, yes: boolean, out: NodeJS.WriteStream): Promise<void> {
  const former = tail.formers.find(({ epoch }) => epoch === tail.epoch) ?? tail.formers[0];
  if (!former) throw new Refused(`${region.name} keeps no former primary's files.`, EXIT.missing);
  if (!yes) {
    if (!process.stdin.isTTY)
      throw new Refused(`This deletes ${former.directory}. Confirm it with --yes.`, EXIT.refused);
    const asking = createInterface({ input: process.stdin, output: process.stdout });
    const typed = await asking.question(`This deletes ${former.directory} for good. Type ${region.name} to go on: `);
    asking.close();
    if (typed.trim() !== region.name) throw new Refused("Nothing was deleted.", EXIT.refused);
  }
  type Told = { because?: string };
  const told = await askRecoverer<Told>(place, region, "/tail/drop", { epoch: former.epoch, who: who() });
  if (told?.status !== 200)
    throw new Refused(told?.told.because ?? `The recoverer of ${region.name} doesn't answer.`, EXIT.refused);
  out.write(`${former.directory} is deleted.\n`);
}
