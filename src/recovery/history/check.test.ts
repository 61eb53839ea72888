// The checker is only worth its findings: whatever is planted is found, all of it, and where nothing is wrong nothing is found.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { judge } from "./check.ts";
import { explain, FINDINGS, type FindingKind, isViolation } from "./finding.ts";
import { addTry, type Chance, cleanHistory, PLANTS, stateOf, type Told } from "./planted-faults.ts";

const SIZE = { registers: 3, epochs: 4, writeEveryMs: 150 };
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const judged = (told: Told) => judge(told.operations, stateOf(told));
const empty = (): Told => ({ operations: [], events: [], journal: [], solo: [] });

test("where nothing is wrong nothing is found", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const told = cleanHistory(SIZE, chanceOf(seed));
      const { findings, intents } = judged(told);
      assert.deepEqual(findings.filter(isViolation), []);
      assert.deepEqual(findings, []);
      assert.ok(
        intents.write.acknowledged > 100 && intents.ingest.acknowledged > 100 && intents.read.acknowledged > 100,
      );
      assert.ok(intents.write.unknownResolved > 0, "unknown outcomes occur and are resolved by a repeat");
    }),
    { numRuns: 20 },
  );
});

for (const [name, plant] of Object.entries(PLANTS)) {
  if (!plant) continue;
  const kind = name.split(" of ")[0] as FindingKind;
  test(`every planted ${name} is found, and nothing else is called broken`, () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 4 }), (seed, times) => {
        const chance = chanceOf(seed);
        const told = cleanHistory(SIZE, chance);
        const planted = plant(told, times, chance);
        assert.equal(planted, times, "there was room for all of them");
        const { findings, counts } = judged(told);
        assert.equal(counts[kind], planted);
        assert.deepEqual(new Set(findings.filter(isViolation).map((one) => one.kind)), violationOnly(kind));
      }),
      { numRuns: 8 },
    );
  });
}

const violationOnly = (kind: FindingKind): Set<FindingKind> =>
  new Set(FINDINGS[kind].severity === "violation" ? [kind] : []);

test("every kind of finding has a fault that is planted to be found", () => {
  const planted = new Set(
    Object.entries(PLANTS).flatMap(([name, plant]) => (plant ? [name.split(" of ")[0] as string] : [])),
  );
  assert.deepEqual(
    Object.keys(FINDINGS).filter((kind) => !planted.has(kind)),
    [],
  );
});

test("faults of several kinds at once are each counted", () => {
  const chance = chanceOf(7);
  const told = cleanHistory(SIZE, chance);
  for (const kind of [
    "acknowledged-and-lost of event",
    "counted-twice of write",
    "own-write-unread of read",
  ] as const) {
    PLANTS[kind]?.(told, 3, chance);
  }
  const { counts, violations } = judged(told);
  assert.equal(counts["acknowledged-and-lost"], 3);
  assert.equal(counts["counted-twice"], 3);
  assert.equal(counts["own-write-unread"], 3);
  assert.equal(violations, 9);
});

test("an event that was acknowledged as `pair` on its second try is promised as `pair`", () => {
  const told = empty();
  const ask = { kind: "ingest", project: "shop", class: "pair", ids: ["a"] } as const;
  const common = { intent: "one", ask, ending: "ok", region: "north" } as const;
  addTry(told, { ...common, invokedAtMs: 1, endedAtMs: 2, promised: { kind: "ingest", acknowledged: "degraded" } });
  addTry(told, { ...common, invokedAtMs: 3, endedAtMs: 4, promised: { kind: "ingest", acknowledged: "pair" } });
  told.events = [{ region: "north", project: "shop", ids: new Map(), counted: 0 }];
  const [finding] = judged(told).findings;
  assert.equal(finding?.kind, "acknowledged-and-lost");
  assert.deepEqual(finding?.operations, [1, 2], "both tries are named");
  assert.match(explain(finding), /The event a was acknowledged as durable in both regions, and is gone in north\./);
});

test("a write that was answered once outside of solo was promised, whatever else was answered", () => {
  const told = empty();
  const ask = { kind: "write", register: "r", serial: 1 } as const;
  const common = { intent: "one", ask, ending: "ok", region: "north" } as const;
  addTry(told, { ...common, invokedAtMs: 10, endedAtMs: 12, promised: { kind: "write", epoch: 1 } });
  addTry(told, { ...common, invokedAtMs: 30, endedAtMs: 32, promised: { kind: "write", epoch: 1 } });
  told.solo = [{ region: "north", fromMs: 5, untilMs: 20 }];
  assert.equal(judged(told).counts["acknowledged-and-lost"], 1);
  told.solo = [{ region: "north", fromMs: 5, untilMs: 40 }];
  assert.equal(judged(told).counts["at-risk-and-lost"], 1);
});

test("acknowledgements that overlap in time may have come in either order, so nobody is accused", () => {
  const told = empty();
  const at = (register: string, epoch: number, region: string, invokedAtMs: number, endedAtMs: number) => {
    const ask = { kind: "write", register, serial: 1 } as const;
    const promised = { kind: "write", epoch } as const;
    addTry(told, { intent: register, ask, ending: "ok", region, promised, invokedAtMs, endedAtMs });
    told.journal.push({ row: told.journal.length + 1, epoch, register, serial: 1 });
  };
  at("a", 1, "north", 0, 10);
  at("b", 2, "south", 5, 20);
  assert.deepEqual(judged(told).findings, []);
  at("c", 1, "north", 21, 30);
  const kinds = judged(told).findings.map((one) => one.kind);
  assert.deepEqual(kinds, ["lower-epoch-after-higher"]);
  at("d", 2, "south", 40, 50);
  at("e", 1, "north", 51, 60);
  assert.ok(
    judged(told).findings.some((one) => one.kind === "two-writers"),
    "in turns for longer than an instant",
  );
});
