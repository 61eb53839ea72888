// What a region may let go of. Pure.
//
// L4: an object goes only when others that are asked before it hold all it covers, entry by entry, and lie in both buckets.
// L5: a log segment goes only when this bucket holds its offsets whole; the region's own also waits for the other bucket,
//     unless the log has grown beyond its bound.

import type { OriginId } from "../../core/origin.ts";
import type { InstantMs } from "../../core/time.ts";
import { completeRanges } from "./complete.ts";
import type { LakeObject } from "./lake-object.ts";
import type { Seen } from "./merge-plan.ts";
import { contiguousEnd } from "./offset-ranges.ts";
import { byDay, replacedAmong } from "./replaced.ts";

/** A question that was planned before a merge may still be reading the sources. */
export const REPLACED_AGE_MS = 60_000;

/** The objects that go. `inPeer`: keys of the other bucket. */
export function removable(
  seen: readonly Seen[],
  inPeer: ReadonlySet<string>,
  now: InstantMs,
  ageMs: number = REPLACED_AGE_MS,
): LakeObject[] {
  const gone: LakeObject[] = [];
  for (const ofDay of byDay(seen, ({ object }) => object.day).values()) {
    const fit = new Set(
      ofDay.filter(({ object, since }) => inPeer.has(object.key) && since + ageMs <= now).map(({ object }) => object),
    );
    const objects = ofDay.map(({ object }) => object);
    gone.push(...replacedAmong(objects, (object) => fit.has(object)));
  }
  return gone;
}

export type LogKept = { origin: OriginId; own: boolean; first: number; bytes: number };

/** Offset below which each log may go; a log that may not is left out. */
export function planRelease(
  logs: readonly LogKept[],
  seen: readonly Seen[],
  inPeer: ReadonlySet<string>,
  policy: { ownBytesMax: number; ageMs: number },
  now: InstantMs,
): { origin: OriginId; below: number }[] {
  // Young objects don't count: a question that is running may have planned to take their events from the log.
  const settled = seen.filter(({ since }) => since + policy.ageMs <= now).map(({ object }) => object);
  const here = completeRanges(settled);
  const both = completeRanges(settled.filter(({ key }) => inPeer.has(key)));
  return logs.flatMap(({ origin, own, first, bytes }) => {
    const whole = (own && bytes <= policy.ownBytesMax ? both : here).get(origin) ?? [];
    const below = contiguousEnd(whole, first);
    return below > first ? [{ origin, below }] : [];
  });
}
