// Which of the peer's objects this bucket should fetch. Pure. What is in doubt is fetched: an object too many costs a file,
// one too few costs events.

import type { LakeObject } from "../../app/lake/lake-object.ts";
import { parseLakeKey } from "../../app/lake/lake-object.ts";
import { subtract, union } from "../../app/lake/offset-ranges.ts";
import { isNewer, newestWatermarks, parseWatermarkKey, type Watermark } from "../../app/lake/watermark.ts";
import type { OffsetRange } from "../../core/origin.ts";

export type OwnBucket = {
  /** Every key that is here, of whatever kind. */
  keys: ReadonlySet<string>;
  objects: readonly Pick<LakeObject, "day" | "level" | "cover">[];
  /** Removed here on purpose: replaced by merged objects, or past their retention. */
  removed: ReadonlySet<string>;
};

/** In the order in which to fetch them: events, the latest days first, then watermarks, since those speak of the events. */
export function wanted<T extends { key: string }>(peerObjects: readonly T[], own: OwnBucket): T[] {
  const missing = peerObjects.filter(({ key }) => !own.keys.has(key) && !own.removed.has(key));
  const watermarks = newWatermarks(missing, own.keys);
  const higher = coverByDayAndLevel(own.objects);
  const events = missing.filter(({ key }) => parseWatermarkKey(key) === undefined && !isCovered(key, higher));
  events.sort((a, b) => (a.key < b.key ? 1 : -1));
  return [...events, ...watermarks];
}

/** Of each origin only the newest, and only if it says more than the one here. */
function newWatermarks<T extends { key: string }>(missing: readonly T[], ownKeys: ReadonlySet<string>): T[] {
  const own = newestWatermarks([...ownKeys].map(parseWatermarkKey).filter((found) => found !== undefined));
  const newest = new Map<string, { object: T; watermark: Watermark }>();
  for (const object of missing) {
    const watermark = parseWatermarkKey(object.key);
    if (!watermark) continue;
    const known = newest.get(watermark.origin)?.watermark ?? own.get(watermark.origin);
    if (!known || isNewer(watermark, known)) newest.set(watermark.origin, { object, watermark });
  }
  return [...newest.values()].map(({ object }) => object);
}

type Covers = Map<string, OffsetRange[]>;

function coverByDayAndLevel(objects: OwnBucket["objects"]): Covers {
  const covers: Covers = new Map();
  for (const { day, level, cover } of objects) {
    for (const { origin, from, to } of cover) {
      for (let below = 0; below < level; below++) {
        const name = `${day}/${origin}/${below}`;
        covers.set(name, union([...(covers.get(name) ?? []), { from, to }]));
      }
    }
  }
  return covers;
}

/** Whether objects of higher levels here hold all of it already. A merged object's cover isn't in its name: it is fetched. */
function isCovered(key: string, higher: Covers): boolean {
  const facts = parseLakeKey(key);
  if (!facts || facts.cover === "in footer") return false;
  return facts.cover.every(({ origin, from, to }) => {
    const known = higher.get(`${facts.day}/${origin}/${facts.level}`);
    return known !== undefined && subtract([{ from, to }], known).length === 0;
  });
}
