// What a plan is made from: the sight of the world, boiled down to the facts that decide between plans and refusals.

import type { RegionName } from "../../core/origin.ts";
import { newestRecord, votersHeard } from "./conditions.ts";
import type { SeenDatabase, SeenLease, Sight } from "./world.ts";

/** Two voters that haven't moved for longer than this: the holder doesn't renew. Beats come every 500 ms, looks as often. */
export const RENEWS_STILL_MS_MAX = 1_400;
const MAJORITY = 2;

export type Situation = {
  self: RegionName;
  peer: RegionName;
  lease: SeenLease | null;
  /** Highest epoch seen. */
  epoch: number;
  holder: RegionName | null;
  /** Whom the newest record of any voter names: it counts where no two agree. */
  newest: RegionName | null;
  heard: number;
  /** Two voters show beats; null where that can't be told. */
  renews: boolean | null;
  /** A voter says that the holder writes without its standby. */
  solo: boolean;
  database: SeenDatabase | null;
  peerDatabase: SeenDatabase | null;
  peerLease: SeenLease | null;
  /** What would be lost if the holder were given up now; null where it isn't known. */
  loss: { events: number | null; ms: number | null };
  voter: number | null;
  /** What people call it. */
  voterName: string | null;
  /** In this epoch a former primary didn't manage to follow: the next rejoin copies. */
  followFailed: boolean;
};

export function situationOf(
  sight: Sight,
  { self, peer }: { self: RegionName; peer: RegionName },
  more: { voter?: number | null; voterName?: string | null; followFailed?: boolean; loss?: Situation["loss"] } = {},
): Situation {
  const lease = sight.lease.value;
  return {
    self,
    peer,
    lease,
    epoch: lease?.epoch ?? 0,
    holder: lease?.holder ?? null,
    newest: lease ? (newestRecord(lease)?.holder ?? null) : null,
    heard: lease ? votersHeard(lease) : 0,
    renews: lease ? renews(lease) : null,
    solo: lease !== null && (lease.solo.marked > 0 || (lease.holder !== self && isPeerSolo(lease, self))),
    database: sight.database.value,
    peerDatabase: sight.peer.value?.database ?? null,
    peerLease: sight.peer.value?.lease ?? null,
    loss: more.loss ?? { events: null, ms: null },
    voter: more.voter ?? null,
    voterName: more.voterName ?? null,
    followFailed: more.followFailed ?? false,
  };
}

/** As the keeper asks it: what the other region wrote last, at whatever voter. This region's own attempts don't hide it. */
function isPeerSolo({ votes }: SeenLease, self: RegionName): boolean {
  let newest: { epoch: number; marks: { solo: boolean } } | null = null;
  for (const vote of votes) {
    if (vote.kind !== "register" || vote.register.holder === self) continue;
    if (newest === null || vote.register.epoch > newest.epoch) newest = vote.register;
    else if (vote.register.epoch === newest.epoch && vote.register.marks.solo) newest = vote.register;
  }
  return newest?.marks.solo === true;
}

/** Whether at most one of the voters heard has stood still: two that stand still are what lets another region in. */
export function renews(lease: SeenLease): boolean | null {
  let still = 0;
  let moving = 0;
  for (const ms of lease.stillMs) {
    if (ms === null) continue;
    if (ms > RENEWS_STILL_MS_MAX) still += 1;
    else moving += 1;
  }
  if (still >= MAJORITY) return false;
  return moving >= MAJORITY ? true : null;
}

/** How long the second of the still voters has stood: what counts towards the fence; null with fewer than two heard. */
export function stillMsOfTwo(lease: SeenLease): number | null {
  let first = -1;
  let second = -1;
  for (const ms of lease.stillMs) {
    if (ms === null) continue;
    if (ms > first) {
      second = first;
      first = ms;
    } else if (ms > second) second = ms;
  }
  return second < 0 ? null : second;
}
