// The shortest schedule of faults that still breaks what a failing seed broke: faults are taken out one by one while it does.

import type { Engine } from "./engine.ts";
import type { Fault } from "./faults.ts";
import type { ProfileName } from "./profiles.ts";
import { type Simulated, simulate } from "./simulate.ts";
import { emptyTally } from "./tally.ts";

const ROUNDS_MAX = 20;

export function shrink(failed: Simulated, engine: Engine, profile: ProfileName | null): Simulated {
  let best = failed;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const shorter = shorten(best, engine, profile);
    if (shorter === null) return best;
    best = shorter;
  }
  return best;
}

function shorten(failed: Simulated, engine: Engine, profile: ProfileName | null): Simulated | null {
  for (let out = failed.faults.length - 1; out >= 0; out--) {
    const faults: Fault[] = failed.faults.filter((_, at) => at !== out);
    const tried = simulate({ seed: failed.seed, engine, tally: emptyTally(), profile, faults });
    if (tried.broken?.invariant === failed.broken?.invariant) return tried;
  }
  return null;
}
