// Which file answers for which offsets. Pure: the objects of one bucket in, exactly one file for each (origin, day, offset).
//
// L1: no offset of a (origin, day) is taken from two files, and none that some file covers is left out.
// L2: files go in the order of `before`: level, then the larger cover (a day merged again), then epoch, then name.
// L3: any order would be right, since a file that dropped a repeat covers the first of the two as well; the order only
//     decides how few files are read.

import type { OffsetRange, OriginId } from "../../core/origin.ts";
import type { UtcDay } from "../../core/time.ts";
import type { Cover, LakeObject } from "./lake-object.ts";
import { countOf, subtract, union } from "./offset-ranges.ts";

export type FileRead = { object: LakeObject; take: Cover[] | "all" };

export type DayRead = {
  files: FileRead[];
  /** What all files of the day cover together: the tail gives the other events of the day. */
  covered: Map<OriginId, OffsetRange[]>;
  /** False only where one file alone covers everything known of the day: no file holds an event twice by itself. */
  dedupe: boolean;
};

export function planRead(objects: readonly LakeObject[]): Map<UtcDay, DayRead> {
  const days = new Map<UtcDay, LakeObject[]>();
  for (const object of objects) {
    const day = days.get(object.day);
    if (day) day.push(object);
    else days.set(object.day, [object]);
  }
  return new Map([...days].map(([day, ofDay]) => [day, planDay(ofDay)]));
}

function planDay(objects: readonly LakeObject[]): DayRead {
  const covered = new Map<OriginId, OffsetRange[]>();
  const files: FileRead[] = [];
  for (const object of [...objects].sort(before)) {
    const cover = rangesByOrigin(object.cover);
    const take: Cover[] = [];
    let offsetsTaken = 0;
    for (const [origin, ranges] of cover) {
      const known = covered.get(origin) ?? [];
      const rest = subtract(ranges, known);
      if (rest.length === 0) continue;
      take.push(...rest.map((range) => ({ origin, ...range })));
      offsetsTaken += countOf(rest);
      covered.set(origin, union([...known, ...rest]));
    }
    const offsetsCovered = [...cover.values()].reduce((sum, ranges) => sum + countOf(ranges), 0);
    if (take.length > 0) files.push({ object, take: offsetsTaken === offsetsCovered ? "all" : take });
  }
  return { files, covered, dedupe: files.length > 1 };
}

/** L2: the first of two files is asked first. */
export function before(a: LakeObject, b: LakeObject): number {
  return (
    b.level - a.level ||
    offsetsOf(b) - offsetsOf(a) ||
    b.epoch - a.epoch ||
    (a.key < b.key ? 1 : a.key > b.key ? -1 : 0)
  );
}

/** How many offsets an object covers. */
function offsetsOf(object: LakeObject): number {
  return object.cover.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The ranges of a cover as one set for each origin. */
export function rangesByOrigin(cover: readonly Cover[]): Map<OriginId, OffsetRange[]> {
  const ranges = new Map<OriginId, OffsetRange[]>();
  for (const { origin, from, to } of cover) {
    const known = ranges.get(origin);
    if (known) known.push({ from, to });
    else ranges.set(origin, [{ from, to }]);
  }
  for (const [origin, known] of ranges) ranges.set(origin, union(known));
  return ranges;
}
