// How fresh an answer is, for each region: up to which instant the events that it received are in the answer. Pure.

import { type OriginId, parseOrigin, type RegionName } from "../../core/origin.ts";
import type { OriginFreshness } from "../../core/question.ts";
import { addDays, dayStart, type InstantMs, utcDay } from "../../core/time.ts";
import type { Watermark } from "../lake/watermark.ts";

/** What is known here of one origin's log. */
export type OriginSeen = {
  origin: OriginId;
  kind: "own" | "mirror";
  next: number;
  end: number;
  sealed: boolean;
  caughtUpAt: InstantMs | null;
  lastReceivedAt: InstantMs | null;
};

/** A region that hasn't been heard of for so long is lost; it writes a watermark every 10 s even when nothing happens. */
export const LOST_AFTER_MS = 20_000;

export type Heard = {
  seen: readonly OriginSeen[];
  watermarks: ReadonlyMap<OriginId, Watermark>;
  /** When the mirror last held everything that the other region had. */
  mirrorHeardAt: InstantMs | null;
  region: RegionName;
  startedAt: InstantMs;
  now: InstantMs;
};

export function freshnessOf(heard: Heard): OriginFreshness[] {
  const origins = new Map<OriginId, OriginSeen | undefined>();
  for (const origin of heard.watermarks.keys()) origins.set(origin, undefined);
  for (const one of heard.seen) origins.set(one.origin, one);
  const newest = new Map<RegionName, OriginId>();
  for (const origin of origins.keys()) {
    const { region, incarnation } = parseOrigin(origin) ?? { region: "", incarnation: 0 };
    const known = newest.get(region);
    if (!known || (parseOrigin(known)?.incarnation ?? 0) < incarnation) newest.set(region, origin);
  }
  const listed = [...origins].filter(([origin, seen]) => {
    if ([...newest.values()].includes(origin)) return true;
    // An ended origin is named only while something of it is still to be read.
    return seen !== undefined && seen.next < seen.end;
  });
  return listed.map(([origin, seen]) => one(origin, seen, heard)).sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

function one(origin: OriginId, seen: OriginSeen | undefined, heard: Heard): OriginFreshness {
  const region = parseOrigin(origin)?.region ?? "";
  const own = region === heard.region && (seen === undefined || seen.kind === "own");
  const instants: InstantMs[] = [];
  const watermark = heard.watermarks.get(origin);
  if (watermark && (seen === undefined || seen.next >= watermark.offset)) instants.push(watermark.at);
  const readToEnd = seen !== undefined && seen.next >= seen.end;
  if (seen?.lastReceivedAt) instants.push(seen.lastReceivedAt);
  if (own && readToEnd && seen.caughtUpAt !== null) instants.push(seen.caughtUpAt);
  if (!own && readToEnd && heard.mirrorHeardAt !== null)
    instants.push(Math.min(heard.mirrorHeardAt, seen.caughtUpAt ?? 0));
  const completeUntil = instants.length > 0 ? Math.max(...instants) : null;
  // After a start nothing has been heard yet: what lies in the lake is old, and that says nothing about the region.
  const since = Math.max(completeUntil ?? 0, heard.startedAt);
  return { region, origin, completeUntil, lost: heard.now - since > LOST_AFTER_MS };
}

/** The oldest instant of those that still move; a lost region holds nothing back. */
export function dataAsOf(freshness: readonly OriginFreshness[], now: InstantMs): InstantMs {
  const known = freshness.filter(({ lost }) => !lost).flatMap(({ completeUntil }) => completeUntil ?? []);
  return known.length > 0 ? Math.min(...known) : now;
}

/** A visit ends by the end of the UTC day after its first: those of the day before yesterday and earlier are over. */
export function sessionsFinalUntil(asOf: InstantMs): InstantMs {
  return dayStart(addDays(utcDay(asOf), -1));
}
