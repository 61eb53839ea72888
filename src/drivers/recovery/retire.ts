// Takes away what src/recovery/retention.ts says has outlived its time: journals of runs, in their own place and in the bucket, and
// directories of evidence. Each place is judged by what lies in it, so regions that hold the same keep the same. A directory of
// evidence goes out of sight in one step before it is deleted: nobody ever reads a part of what was signed.

import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RegionLayout } from "../../core/installation.ts";
import type { InstantMs } from "../../core/time.ts";
import { type Kept, keptDrill, keptRun, outlived, RETENTION } from "../../recovery/retention.ts";
import { syncDirectory } from "../log/durable-file.ts";
import { keptDirectory, keptRuns } from "./kept-runs.ts";
import { recoveryDirectory } from "./tails.ts";

/** At one look; what is left goes with the next ones. */
const RETIRED_MAX = 50;
const RETIRING = ".retiring-";
const JOURNAL = /^(.+)\.ndjson(?:\.damaged)?$/;

/** Ids of the runs whose journals were deleted. */
export async function retireRuns(region: RegionLayout, now: InstantMs): Promise<string[]> {
  const own = join(recoveryDirectory(region), "runs");
  const names = await readdir(own).catch(() => []);
  const ids = new Set([...(await keptRuns(region)), ...names.flatMap((name) => JOURNAL.exec(name)?.[1] ?? [])]);
  const gone = outlived(known([...ids], keptRun), RETENTION.runs, now).slice(0, RETIRED_MAX);
  for (const id of gone) {
    await rm(join(keptDirectory(region), `${id}.ndjson`), { force: true });
    for (const ending of ["ndjson", "ndjson.damaged"]) await rm(join(own, `${id}.${ending}`), { force: true });
  }
  return gone;
}

/** Names of the drills whose evidence was deleted from `directory`. */
export async function retireEvidence(directory: string, now: InstantMs): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names) {
    // What a look before this one had no time to delete.
    if (name.startsWith(RETIRING)) await rm(join(directory, name), { recursive: true, force: true });
  }
  const drills = known(names, keptDrill);
  // Records are large: only those are read that can hold one back.
  const kinds = new Set(outlived(drills, RETENTION.drills, now).map((id) => keptDrill(id)?.kind));
  const passed = new Set<string>();
  for (const kind of kinds) {
    const last = await lastPassed(
      directory,
      drills.filter((drill) => drill.kind === kind),
    );
    if (last !== undefined) passed.add(last);
  }
  const judged = drills.map((drill) => ({ ...drill, passed: passed.has(drill.id) }));
  const gone = outlived(judged, RETENTION.drills, now).slice(0, RETIRED_MAX);
  for (const id of gone) await rename(join(directory, id), join(directory, `${RETIRING}${id}`));
  if (gone.length > 0) await syncDirectory(directory);
  for (const id of gone) await rm(join(directory, `${RETIRING}${id}`), { recursive: true, force: true });
  return gone;
}

const known = (ids: readonly string[], read: (id: string) => Kept | undefined): Kept[] =>
  ids.map(read).filter((one) => one !== undefined);

async function lastPassed(directory: string, drills: readonly Kept[]): Promise<string | undefined> {
  for (const { id } of [...drills].sort((a, b) => b.at - a.at)) if (await wasPassed(join(directory, id))) return id;
  return undefined;
}

async function wasPassed(directory: string): Promise<boolean> {
  try {
    const { summary } = JSON.parse(await readFile(join(directory, "record.json"), "utf8")) as {
      summary?: { outcome?: unknown };
    };
    return summary?.outcome === "passed";
  } catch {
    return false;
  }
}
