// The lease in much bad weather. The rules whose lack shows only now and then are looked for here, too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LEASE_RULES, type LeaseRules } from "./rules.ts";
import { storm } from "./test-storm.ts";

const SEEDS = 2_000;
const SEEDS_MAX = 4_000;

test("R1, R5, L3, L5: in two thousand storms at most one region holds or confirms, and in each calm one does", () => {
  for (let seed = 1_001; seed <= 1_000 + SEEDS; seed += 1) {
    assert.equal(storm(seed).broken, undefined, `seed ${seed}`);
  }
});

test("L1, L4: what is needed only in rare weather is needed", () => {
  const broken: Record<string, Partial<LeaseRules>> = {
    "L1 a lease runs from the answer": { leaseFromMs: (_, answeredAtMs) => answeredAtMs },
    "L4 a contender waits for less than a lease": {
      standsStill: (stillForMs, { leaseMs }) => stillForMs >= leaseMs * 0.75,
    },
    "L4 voters that don't stand still are written, too": { writes: "all" },
  };
  for (const [name, rules] of Object.entries(broken)) {
    let seed = 1;
    while (seed <= SEEDS_MAX && storm(seed, { ...LEASE_RULES, ...rules }).broken === undefined) seed += 1;
    assert.ok(seed <= SEEDS_MAX, `"${name}" went unnoticed in ${SEEDS_MAX} seeds`);
  }
});
