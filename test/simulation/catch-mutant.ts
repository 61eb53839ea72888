// Looks for the first seed in which the judge notices a broken engine.

import type { Mutant } from "../../src/recovery/simulation/mutants.ts";
import { simulate } from "../../src/recovery/simulation/simulate.ts";
import { emptyTally } from "../../src/recovery/simulation/tally.ts";

export type Caught = { seed: number; profile: string; invariant: string; says: string };

/** undefined when none of its seeds shows it. */
export function catchMutant({ engine, profiles, seedsMax }: Mutant): Caught | undefined {
  for (let seed = 1; seed <= seedsMax; seed++) {
    const profile = profiles[seed % profiles.length] ?? null;
    const { broken } = simulate({ seed, engine, tally: emptyTally(), profile });
    if (broken) return { seed, profile: String(profile), invariant: broken.invariant, says: broken.says };
  }
  return undefined;
}
