import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type AfterDeath, afterDeath, type Deaths, NO_DEATHS } from "./restart-policy.ts";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("a restart is never later than 5 s and never at once", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 300_000 }), chance), { maxLength: 50 }), (lives) => {
      let deaths: Deaths = NO_DEATHS;
      let now = 0;
      for (const [lived, luck] of lives) {
        const after: AfterDeath = afterDeath(deaths, now, now + lived, luck);
        now += lived;
        deaths = after.deaths;
        if (after.kind === "restart") assert.ok(after.inMs >= 50 && after.inMs <= 5_000, `${after.inMs} ms`);
      }
    }),
  );
});

test("each death in a row doubles the delay, and a minute of health begins anew", () => {
  let deaths = NO_DEATHS;
  const delays: number[] = [];
  let now = 0;
  for (const lived of [10, 10, 10, 10, 60_000]) {
    const after = afterDeath(deaths, now, now + lived, 0);
    now += lived;
    deaths = after.deaths;
    if (after.kind === "restart") delays.push(after.inMs);
  }
  assert.deepEqual(delays, [50, 100, 200, 400, 50]);
});

test("the eighth death within two minutes gives up, eight in an hour don't", () => {
  const kinds = (everyMs: number) => {
    let deaths = NO_DEATHS;
    return Array.from({ length: 8 }, (_, index) => {
      const after = afterDeath(deaths, index * everyMs, (index + 1) * everyMs, 0.5);
      deaths = after.deaths;
      return after.kind;
    });
  };
  assert.deepEqual(kinds(1_000), [...Array(7).fill("restart"), "give-up"]);
  assert.deepEqual(kinds(450_000), Array(8).fill("restart"));
});
