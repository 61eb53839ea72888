// What a drain means for a request, and what is refused of one. Pure: which regions can take events is the health checks' word, and
// the time an argument. The edge alone has drains; recovery knows nothing of them.

import { DRAIN_LIMITS, type Drain } from "../../core/drain.ts";
import type { RegionName } from "../../core/origin.ts";
import type { InstantMs } from "../../core/time.ts";
import { candidates, type RegionHealth } from "./routing.ts";

export type Asked = {
  /** Of the command: the same one sent again is one drain. */
  id: string;
  region: RegionName;
  sharePercent: number;
  forMs: number;
  who: string;
  reason: string;
  /** Id of the drain that the person saw in force; null for none. */
  seen: string | null;
};

/** The drain, or why not, in a sentence that says what to do. */
export function drainAsked(
  asked: Asked,
  standing: Drain | null,
  regions: RegionHealth[],
  now: InstantMs,
): Drain | { refused: string } {
  const { id, region, sharePercent, forMs, who, reason } = asked;
  const refused = (why: string) => ({ refused: why });
  const other = regions.find(({ name }) => name !== region);
  if (!other || !regions.some(({ name }) => name === region)) {
    return refused(`There is no region "${region}"; there are ${regions.map(({ name }) => name).join(" and ")}.`);
  }
  const { percentMin, percentMax, forMsMin, forMsMax, reasonCharactersMax } = DRAIN_LIMITS;
  if (!Number.isInteger(sharePercent) || sharePercent < percentMin || sharePercent > percentMax) {
    return refused(`The share is a whole number of percent from ${percentMin} to ${percentMax}.`);
  }
  if (!(forMs >= forMsMin && forMs <= forMsMax)) {
    return refused(`A drain lasts from ${forMsMin / 1_000} s to ${forMsMax / 3_600_000} h, and ends by itself.`);
  }
  if (reason.trim() === "" || reason.length > reasonCharactersMax) {
    return refused(`Say why, in up to ${reasonCharactersMax} characters: the next person on call reads it.`);
  }
  if (asked.seen !== (standing?.id ?? null)) {
    return refused("Another drain is in force than the one that you saw. Look again before you decide.");
  }
  if (!other.accepting) return refused(`${other.name} can't take events now, so nothing can be sent there.`);
  const [first] = candidates("ingest", regions);
  if (first !== region) return refused(`The edge gives ${region} no events now; ${first} gets them.`);
  return { id, region, to: other.name, sharePercent, who, reason, startedAt: now, endsAt: now + forMs };
}

export const isOver = ({ endsAt }: Drain, now: InstantMs): boolean => now >= endsAt;

/** Why a drain changes nothing at the moment; undefined while it does. */
export function whyIdle({ region, to }: Drain, regions: RegionHealth[]): string | undefined {
  if (regions.find(({ name }) => name === to)?.accepting !== true) {
    return `${to} can't take events, so the drain is ignored until it can.`;
  }
  const [first] = candidates("ingest", regions);
  return first === region ? undefined : `${region} gets no events by the edge now; ${first} gets all of them.`;
}

/**
 * Whether the next request is one of the share. `owed` is carried from one to the next, so that any hundred requests in a row hold
 * exactly so many of them.
 */
export function nextOfShare(owed: number, sharePercent: number): { owed: number; drains: boolean } {
  const more = owed + sharePercent;
  return more >= 100 ? { owed: more - 100, drains: true } : { owed: more, drains: false };
}
