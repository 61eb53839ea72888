// Which objects say nothing that others don't say better. Pure.

import type { OffsetRange, OriginId } from "../../core/origin.ts";
import type { LakeObject } from "./lake-object.ts";
import { contains, union } from "./offset-ranges.ts";
import { before } from "./plan-read.ts";

/**
 * Of one day's objects those whose cover others hold, entry by entry (so that what is whole stays whole), which are asked
 * before it (so that two never replace each other). Only objects that `mayReplace` count as replacements.
 */
export function replacedAmong(
  ofDay: readonly LakeObject[],
  mayReplace: (object: LakeObject) => boolean = () => true,
): Set<LakeObject> {
  const alone = new Map<OriginId, OffsetRange[]>();
  const shared = new Set<string>();
  const replaced = new Set<LakeObject>();
  for (const object of [...ofDay].sort(before)) {
    const isHeld = object.cover.every((entry) =>
      entry.parts > 1 ? shared.has(sharedName(entry)) : contains(alone.get(entry.origin) ?? [], entry),
    );
    if (isHeld) replaced.add(object);
    if (!mayReplace(object)) continue;
    for (const entry of object.cover) {
      if (entry.parts > 1) shared.add(sharedName(entry));
      else alone.set(entry.origin, union([...(alone.get(entry.origin) ?? []), entry]));
    }
  }
  return replaced;
}

function sharedName({ origin, from, to, parts }: LakeObject["cover"][number]): string {
  return `${origin}/${from}-${to}/${parts}`;
}

export function byDay<T>(list: readonly T[], dayOf: (item: T) => string): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const item of list) {
    const known = days.get(dayOf(item));
    if (known) known.push(item);
    else days.set(dayOf(item), [item]);
  }
  return days;
}
