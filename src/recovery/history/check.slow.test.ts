// A drill of hours must be judged while its people wait.

import assert from "node:assert/strict";
import { test } from "node:test";
import { judge } from "./check.ts";
import { addTry, cleanHistory, stateOf } from "./planted-faults.ts";

const OPERATIONS = 1_000_000;
/** Two seconds on an idle machine; the tests' machine is busy. */
const MS_MAX = 20_000;

test("a million operations are judged in seconds", () => {
  let state = 1;
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const told = cleanHistory({ registers: 10, epochs: 60, writeEveryMs: 100 }, chance);
  for (let index = 0; told.operations.length < OPERATIONS; index += 1) {
    const ask = { kind: "ingest", project: "shop", class: "region", ids: [`m${index}`] } as const;
    const promised = { kind: "ingest", acknowledged: "region" } as const;
    const common = { intent: `m${index}`, ask, invokedAtMs: index, endedAtMs: index + 1 };
    addTry(told, { ...common, ending: "ok", region: "north", promised });
    for (const held of told.events) {
      if (held.project !== "shop") continue;
      held.ids.set(`m${index}`, 1);
      held.counted += 1;
    }
  }
  const began = performance.now();
  const { findings, tries } = judge(told.operations, stateOf(told));
  const tookMs = performance.now() - began;
  assert.deepEqual(findings, []);
  assert.equal(tries.ingest.tries + tries.write.tries + tries.read.tries, OPERATIONS);
  assert.ok(tookMs < MS_MAX, `${Math.round(tookMs)} ms`);
});
