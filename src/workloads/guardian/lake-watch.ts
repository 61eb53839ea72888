// Whether both regions' lakes advance, as a holder's guardian sees it. What counts is that a lake writer takes steps, not how old
// the end of its lake is: one that works through a large import, or a flood, is behind, and well.

import { setTimeout as wait } from "node:timers/promises";

const LOOK_MS = 10_000;

/** How many steps a region's lake writer has taken; null when it isn't heard. One that was started anew counts from the beginning. */
export type AskLake = () => Promise<number | null>;

/** How long a lake hasn't moved; null before it was ever heard. */
export type LakeAges = { lakeAgeMs: number | null; peerLakeAgeMs: number | null };

export type Moved = { steps: number; atMs: number } | undefined;

/** A lake that isn't heard has not been seen to move. */
export function moved(before: Moved, steps: number | null, nowMs: number): Moved {
  if (steps === null || steps === before?.steps) return before;
  return { steps, atMs: nowMs };
}

export function watchLakes(own: AskLake, peer: AskLake): { ages(): LakeAges; stop(): Promise<void> } {
  const end = new AbortController();
  let seen: { own: Moved; peer: Moved } = { own: undefined, peer: undefined };
  const look = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const [here, there] = await Promise.all([own(), peer()]);
      const nowMs = performance.now();
      seen = { own: moved(seen.own, here, nowMs), peer: moved(seen.peer, there, nowMs) };
      await wait(LOOK_MS, undefined, { signal: end.signal }).catch(() => undefined);
    }
  };
  const looking = look();
  const ageOf = (one: Moved) => (one ? performance.now() - one.atMs : null);
  return {
    ages: () => ({ lakeAgeMs: ageOf(seen.own), peerLakeAgeMs: ageOf(seen.peer) }),
    async stop() {
      end.abort();
      await looking;
    },
  };
}
