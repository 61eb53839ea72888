// A drain: for a while, and at a person's word, the edge gives a share of one region's events to the other one. Both accept events
// at all times, so nothing waits and nothing is lost by it; changes and questions stay where they are.

import type { RegionName } from "./origin.ts";
import type { InstantMs } from "./time.ts";

export const DRAIN_LIMITS = {
  percentMin: 1,
  percentMax: 100,
  forMsMin: 10_000,
  /** As a pause of automatic fail-over: nobody forgets it for longer. */
  forMsMax: 4 * 3_600_000,
  reasonCharactersMax: 500,
} as const;

export type Drain = {
  id: string;
  /** The region that gets fewer events. */
  region: RegionName;
  to: RegionName;
  sharePercent: number;
  who: string;
  reason: string;
  startedAt: InstantMs;
  endsAt: InstantMs;
};

export type DrainView = Drain & {
  /** False while the other region can't take events: then the drain is as if it weren't. */
  sending: boolean;
  /** Where the events go now, and why not elsewhere. */
  says: string;
  /** Requests that went to the other region because of it, since the edge last started. */
  requests: number;
};

export type PastDrain = Drain & { endedAt: InstantMs; ended: string };

export type EdgeDrains = {
  drain: DrainView | null;
  /** Newest first. */
  past: PastDrain[];
};

/** A region as far as a drain is concerned. */
type Taking = { name: RegionName; accepting: boolean; perSecond: number };

/** What a drain would change, in figures, a sentence each; `standing`: one that is in force already. */
export function drainPreview(
  regions: readonly [Taking, Taking],
  asked: { region: RegionName; sharePercent: number },
  standing: Pick<Drain, "region" | "sharePercent"> | null,
): string[] {
  const [from, to] = regions[0].name === asked.region ? regions : [regions[1], regions[0]];
  const before = standing?.region === from.name ? standing.sharePercent / 100 : 0;
  // What it would take without the drain that stands. All of its events may be elsewhere now.
  const whole = before < 1 ? from.perSecond / (1 - before) : from.perSecond + to.perSecond;
  const moved = (whole * asked.sharePercent) / 100;
  const movedNow = whole - from.perSecond;
  const lines = [
    `Now: ${from.name} takes ${rate(from.perSecond)}, ${to.name} ${rate(to.perSecond)}.`,
    `Then: ${from.name} about ${rate(whole - moved)}, ${to.name} about ${rate(Math.max(0, to.perSecond - movedNow) + moved)}.`,
    "Changes and questions go where they went before; no event waits.",
  ];
  if (!to.accepting) lines.push(`${to.name} can't take events now, so this would be refused.`);
  return lines;
}

const rate = (perSecond: number): string =>
  `${perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond)} events/s`;

/** One line for people. */
export function drainText({ region, to, sharePercent, endsAt, who, reason, sending, says }: DrainView): string {
  const until = new Date(endsAt).toISOString().slice(0, 19).replace("T", " ");
  const what = `${sharePercent} % of the events for ${region} go to ${to} until ${until} UTC, by ${who}: ${reason}`;
  return sending ? what : `${what}. Not now: ${says}`;
}
