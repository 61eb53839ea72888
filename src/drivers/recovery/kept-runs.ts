// Finished runs in both regions' buckets: what was done must be readable in either region, whichever is lost next. A region puts
// its own at once, and fetches the other's from time to time, as the mirror does with the lake.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Installation, linkPort, type RegionLayout } from "../../core/installation.ts";
import { keptRun, outlived, RETENTION } from "../../recovery/retention.ts";
import { ask } from "../http/ask.ts";
import { linkHeaders } from "../http/link-key.ts";
import { makeDirectory, writeDurably } from "../log/durable-file.ts";
import { recoveryDirectory } from "./tails.ts";

const FETCH_MS_MAX = 2_000;
const RUN_ID = /^[A-Za-z0-9._-]{1,64}$/;
/** Of the newest that are told to the other region: it asks every few seconds and has the older ones long since. */
const TOLD_MAX = RETENTION.runs.newest;
/** A run's journal has a few kilobytes; one that was tried again and again for hours has some hundreds. */
const JOURNAL_BYTES_MAX = 16 * 1024 * 1024;

export const keptDirectory = (region: RegionLayout): string => join(region.directory, "bucket", "recovery", "runs");

/** Ids of the finished runs that this region's bucket holds, of either region; oldest first, as their names begin with their time. */
export async function keptRuns(region: RegionLayout): Promise<string[]> {
  const names = await readdir(keptDirectory(region)).catch(() => []);
  return names.flatMap((name) => (name.endsWith(".ndjson") ? [name.slice(0, -".ndjson".length)] : [])).sort();
}

/** What the other region is told of them. */
export const newestKeptRuns = async (region: RegionLayout): Promise<string[]> =>
  (await keptRuns(region)).slice(-TOLD_MAX);

/** A finished run's journal as it was written; undefined when this region has none of that name. */
export async function readKeptRun(region: RegionLayout, run: string): Promise<Buffer | undefined> {
  if (!RUN_ID.test(run)) return undefined;
  return await readFile(join(keptDirectory(region), `${run}.ndjson`)).catch(() => undefined);
}

/** Puts a finished run of this region into its bucket. */
export async function keepRun(region: RegionLayout, run: string): Promise<void> {
  const text = await readFile(join(recoveryDirectory(region), "runs", `${run}.ndjson`));
  await put(region, run, text);
}

async function put(region: RegionLayout, run: string, text: Uint8Array | string): Promise<void> {
  await makeDirectory(join(region.directory, "bucket", "recovery"));
  await makeDirectory(keptDirectory(region));
  await writeDurably(join(keptDirectory(region), `${run}.ndjson`), text);
}

/** Fetches what the peer's bucket holds and this one lacks; the number of runs fetched. Throws when the peer isn't heard. */
export async function fetchRuns(
  installation: Installation,
  region: RegionLayout,
  peer: RegionLayout,
  linkKey: string,
): Promise<number> {
  const port = linkPort(installation, region.name, peer.name, "recoverer");
  const headers = linkHeaders(linkKey);
  const { status, body } = await ask(port, "/runs", headers, FETCH_MS_MAX);
  if (status !== 200) return 0;
  const { runs } = JSON.parse(body) as { runs: string[] };
  const own = new Set(await keptRuns(region));
  // What has outlived its time here isn't brought back from a bucket that still holds it.
  const all = [...new Set([...own, ...runs])].map(keptRun).filter((one) => one !== undefined);
  const gone = new Set(outlived(all, RETENTION.runs, Date.now()));
  let fetched = 0;
  for (const run of runs) {
    if (own.has(run) || gone.has(run) || !RUN_ID.test(run)) continue;
    const journal = await ask(port, `/runs/${run}/journal`, headers, FETCH_MS_MAX, undefined, JOURNAL_BYTES_MAX);
    if (journal.status !== 200) continue;
    await put(region, run, journal.body);
    fetched += 1;
  }
  return fetched;
}
