// The lease in bad weather: whatever is late, lost, doubled, cut, suspended or started anew, R1 holds; and each rule is needed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LEASE_RULES, type LeaseRules } from "./rules.ts";
import { storm } from "./test-storm.ts";

const SEEDS = 150;
const SEEDS_MAX = 400;

test("R1, R5, L3, L5: in any weather at most one region holds or confirms, and in a calm one does", () => {
  let taken = 0;
  let confirmed = 0;
  const visited = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { broken, world } = storm(seed);
    assert.equal(broken, undefined, `seed ${seed}`);
    taken += world.epochs.length;
    confirmed += world.confirmed.length;
    for (const cell of world.visited) visited.add(cell);
  }
  // Weather in which nothing happens would prove nothing.
  assert.ok(
    taken >= 2 * SEEDS && confirmed >= 5 * SEEDS && visited.size >= 60,
    `${taken}, ${confirmed}, ${visited.size}`,
  );
});

test("L2 to L7: an engine without one of the rules is caught by the same weather", () => {
  const broken: Record<string, Partial<LeaseRules>> = {
    "L2 half-grabbed voters are enough": { setsMin: 1 },
    "L3 a lapsed holder renews": { mayRenew: () => true },
    "L4 nobody needs to stand still": { standsStill: () => true },
    "L4 one that stands still is enough": { stillMin: 1, writes: "all" },
    "L7 a write is answered without a round": { confirmedBy: "no-round" },
  };
  for (const [name, rules] of Object.entries(broken)) {
    let seed = 1;
    while (seed <= SEEDS_MAX && storm(seed, { ...LEASE_RULES, ...rules }).broken === undefined) seed += 1;
    assert.ok(seed <= SEEDS_MAX, `"${name}" went unnoticed in ${SEEDS_MAX} seeds`);
  }
});

test("V3: an attempt that doesn't go above what it saw takes nothing from anybody", () => {
  const { broken } = storm(1, { ...LEASE_RULES, epochAbove: (highest) => highest });
  assert.match(broken ?? "", /^R5/);
});

test("a keeper is plain data: written to JSON and read back between any two events, it does the same", () => {
  for (let seed = 1; seed <= 10; seed += 1) assert.equal(storm(seed, LEASE_RULES, true).broken, undefined);
});
