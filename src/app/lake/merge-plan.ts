// Which files of a day become one. Pure. Only the active region merges; two that both believe to be active do no harm, since
// whatever they make, `planRead` takes each offset from one file.

import { DAY_MS, dayStart, type InstantMs, type UtcDay } from "../../core/time.ts";
import type { CoverEntry, LakeObject } from "./lake-object.ts";
import { union } from "./offset-ranges.ts";
import { before } from "./plan-read.ts";
import { byDay, replacedAmong } from "./replaced.ts";

export type MergePolicy = {
  /** As many raw files of an (origin, day) are merged at once. */
  rawFilesMax: number;
  /** Rows of raw files that one merge sorts: after a flood a hundred files wait, and sorting all of them at once takes minutes. */
  rawRowsMax: number;
  /** Fewer, but at least two, once the oldest has waited so long. */
  rawAgeMsMax: number;
  /** A day is merged whole when it has been over for so long … */
  settleMs: number;
  /** … and its youngest file is so old: late files arrive in company. */
  quietMs: number;
};

export const MERGE_POLICY: MergePolicy = {
  rawFilesMax: 32,
  rawRowsMax: 2_000_000,
  rawAgeMsMax: 3_600_000,
  settleMs: 2 * 3_600_000,
  quietMs: 15 * 60_000,
};

/** Objects with the time since they have been in this bucket. */
export type Seen = { object: LakeObject; since: InstantMs };
export type Merge = { day: UtcDay; level: 1 | 2; sources: LakeObject[] };

/** At most `filesMax` sources each, so that one merge stays bounded; the rest has its turn in the next round. */
export function planMerges(seen: readonly Seen[], policy: MergePolicy, now: InstantMs, filesMax = 512): Merge[] {
  const since = new Map(seen.map(({ object, since: at }) => [object.key, at]));
  const merges: Merge[] = [];
  for (const [day, ofDay] of byDay(seen, ({ object }) => object.day)) {
    if (ofDay.length < 2) continue;
    const objects = ofDay.map(({ object }) => object);
    const replaced = replacedAmong(objects);
    // A file of which nothing would be read may still say what is whole, so it takes part.
    const files = objects.filter((object) => !replaced.has(object)).sort(before);
    if (files.length < 2) continue;
    const youngest = Math.max(...files.map(({ key }) => since.get(key) ?? now));
    const over = dayStart(day) + DAY_MS + policy.settleMs <= now;
    if (over && youngest + policy.quietMs <= now) {
      merges.push({ day, level: 2, sources: files.slice(0, filesMax) });
      continue;
    }
    for (const sources of withinOrigins(files)) {
      const oldest = Math.min(...sources.map(({ key }) => since.get(key) ?? now));
      const many = sources.length >= policy.rawFilesMax;
      const waited = sources.length >= 2 && oldest + policy.rawAgeMsMax <= now;
      const raw = sources.every(({ level }) => level === 0);
      const taken = (raw ? withinRows(sources, policy.rawRowsMax) : sources).slice(0, filesMax);
      if (many || waited) merges.push({ day, level: 1, sources: taken });
    }
  }
  return merges;
}

/** The first of the log, at least two, that hold so many rows together: neighbours, so that what is made covers one range. */
function withinRows(sources: readonly LakeObject[], rowsMax: number): LakeObject[] {
  const inOrder = sources.toSorted((a, b) => (a.cover[0]?.from ?? 0) - (b.cover[0]?.from ?? 0));
  let rows = 0;
  const end = inOrder.findIndex((source) => {
    rows += source.rows;
    return rows > rowsMax;
  });
  return end < 0 ? inOrder : inOrder.slice(0, Math.max(2, end));
}

/** The raw files of each origin; or, once they are many, its files of level 1. */
function withinOrigins(files: readonly LakeObject[]): LakeObject[][] {
  const groups = new Map<string, LakeObject[]>();
  for (const object of files) {
    const origin = object.cover[0]?.origin;
    if (object.level === 2 || origin === undefined) continue;
    const name = `${origin}/${object.level}`;
    groups.set(name, [...(groups.get(name) ?? []), object]);
  }
  const LEVEL_1_MAX = 32;
  return [...groups].flatMap(([name, group]) => (name.endsWith("/0") || group.length >= LEVEL_1_MAX ? [group] : []));
}

/** What a merge of these covers. Ranges that lie in one day are joined; the others keep their limits (`CoverEntry`). */
export function mergedCover(sources: readonly { cover: readonly CoverEntry[] }[]): CoverEntry[] {
  const alone = new Map<string, { from: number; to: number }[]>();
  const shared = new Map<string, CoverEntry>();
  for (const entry of sources.flatMap(({ cover }) => cover)) {
    if (entry.parts > 1) shared.set(`${entry.origin}/${entry.from}-${entry.to}/${entry.parts}`, entry);
    else alone.set(entry.origin, [...(alone.get(entry.origin) ?? []), entry]);
  }
  const joined = [...alone].flatMap(([origin, ranges]) =>
    union(ranges).map(({ from, to }) => ({ origin, from, to, parts: 1 })),
  );
  return [...joined, ...shared.values()].sort(
    (a, b) =>
      (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0) || a.from - b.from || a.to - b.to || a.parts - b.parts,
  );
}

/** Of sources that are merged: a span that holds every row. */
export function mergedTime(sources: readonly Pick<LakeObject, "time">[]): LakeObject["time"] {
  const times = sources.flatMap(({ time }) => (time ? [time] : []));
  if (times.length === 0) return null;
  return { first: Math.min(...times.map(({ first }) => first)), last: Math.max(...times.map(({ last }) => last)) };
}
