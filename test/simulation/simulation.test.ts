// Recovery's real engine in simulated worlds: a fixed set, fresh ones each time, and engines that are broken on purpose.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINE } from "../../src/recovery/simulation/engine.ts";
import { coverageOf, explore } from "../../src/recovery/simulation/explore.ts";
import { MUTANTS } from "../../src/recovery/simulation/mutants.ts";
import { catchMutant } from "./catch-mutant.ts";

const FIXED_SEEDS = 2_000;
const FRESH_SEEDS = 500;
/** DESIGN: at least so many events in a seed on average, and this share of seeds with a finished plan. */
const EVENTS_PER_SEED_MIN = 1_000;
const FINISHED_SHARE_MIN = 0.6;

const from = (first: number, seeds: number): number[] => Array.from({ length: seeds }, (_, at) => first + at);

test("R1 to R7 hold in every fixed world, and every cell of both tables is visited", () => {
  const explored = explore(from(1, FIXED_SEEDS), ENGINE);
  assert.deepEqual(explored.failures, []);
  assert.deepEqual(coverageOf(explored.tally).unvisited, []);
  assert.ok(explored.events / explored.seeds >= EVENTS_PER_SEED_MIN);
  assert.ok(explored.finished / explored.seeds >= FINISHED_SHARE_MIN, `${explored.finished} of ${explored.seeds}`);
});

test("R1 to R7 hold in worlds that nobody has seen before", (context) => {
  const first = Math.floor(Math.random() * 0x7fff_0000);
  context.diagnostic(`npm run simulate -- --from ${first} --seeds ${FRESH_SEEDS}`);
  assert.deepEqual(explore(from(first, FRESH_SEEDS), ENGINE).failures, []);
});

for (const mutant of MUTANTS) {
  test(`the judge catches, within ${mutant.seedsMax} seeds, an engine with "${mutant.name}": ${mutant.says}`, (context) => {
    const caught = catchMutant(mutant);
    assert.ok(caught, "no seed shows it");
    context.diagnostic(`seed ${caught.seed}, ${caught.profile}: ${caught.invariant}`);
  });
}
