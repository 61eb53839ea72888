// The split-brain guard: how many regions hold a lease at one instant, by what each says of its own. R1: never two.

import type { RegionName } from "../../core/origin.ts";
import type { RegionHeard, WriterGuard } from "../../core/recovery-room.ts";
import type { InstantMs } from "../../core/time.ts";

/** Two voters that stood still for that long: whoever held a lease holds it no more. */
const VOTERS_NEEDED = 2;

/**
 * A lease is told once and runs on: what is left of it is less by the age of the telling. `asked`: what is left of a region's
 * lease by its guardian's own word, asked after both views had come, which counts for more than its view. `stillMsMin`: how
 * long two voters must stand still until no lease can be in force.
 */
export function guardWriters(
  regions: readonly RegionHeard[],
  now: InstantMs,
  { stillMsMin, asked = new Map() }: { stillMsMin: number; asked?: ReadonlyMap<RegionName, number> },
): WriterGuard {
  const writers = regions.flatMap((heard) => {
    const told = heard.kind === "heard" ? heard : heard.last;
    const lease = told?.view.lease;
    if (!told || !lease || lease.remainingMs === null) return [];
    const remainingMs = asked.get(heard.region) ?? lease.remainingMs - Math.max(0, now - told.heardAt);
    return remainingMs > 0 ? [{ region: heard.region, epoch: lease.epoch, remainingMs, open: lease.open }] : [];
  });
  const [first, second] = writers;
  if (first && second) {
    const both = writers.map(({ region, epoch }) => `${region} (epoch ${epoch})`).join(" and ");
    return {
      kind: "two",
      says: `TWO regions hold a lease: ${both}. This must never be: stop one of them now, and keep all logs.`,
      writers,
    };
  }
  if (first) {
    const says = `${first.region} alone may take changes, under epoch ${first.epoch}${first.open ? "" : "; it isn't open yet"}.`;
    return { kind: "one", says, writers };
  }
  const stillMs = Math.max(0, ...regions.map((heard) => stillForMs(heard)));
  const unheard = regions.filter((heard) => heard.kind === "silent" || heard.view.lease === null);
  if (unheard.length > 0 && stillMs >= stillMsMin) {
    const seconds = Math.floor(stillMs / 1_000);
    const says = `No region holds a lease: two voters have stood still for ${seconds} s, longer than any lease lasts. Nobody takes changes now.`;
    return { kind: "none", says, writers };
  }
  if (unheard.length > 0) {
    const names = unheard.map((heard) => heard.region).join(" and ");
    return {
      kind: "unknown",
      says: `No lease is seen from here, and ${names} can't be asked: whether it holds one isn't known.`,
      writers,
    };
  }
  return { kind: "none", says: "No region holds a lease: nobody takes changes now.", writers };
}

/** How long the second-stillest voter has stood still, as a region that can be heard sees it. */
function stillForMs(heard: RegionHeard): number {
  const voters = heard.kind === "heard" ? (heard.view.lease?.voters ?? []) : [];
  const still = voters.flatMap((voter) => (voter.heard && voter.stillMs !== null ? [voter.stillMs] : []));
  return still.sort((a, b) => b - a)[VOTERS_NEEDED - 1] ?? 0;
}
