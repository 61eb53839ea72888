// A drill's result without a drill, for the tests of what is made of results.

import { judge } from "../recovery/history/check.ts";
import { addTry, type Told } from "../recovery/history/planted-faults.ts";
import type { DrillResult } from "./run-drill.ts";
import { scenarioNamed } from "./scenarios.ts";

export function madeUpResult(change: Partial<DrillResult> = {}): DrillResult {
  const told: Told = { operations: [], events: [], journal: [], solo: [] };
  for (let serial = 1; serial <= 20; serial += 1) {
    const ask = { kind: "write", register: "drill-e0", serial } as const;
    const invokedAtMs = 1_000 + serial * 200 + (serial > 10 ? 4_000 : 0);
    const epoch = serial > 10 ? 2 : 1;
    const common = { intent: `w${serial}`, ask, invokedAtMs, endedAtMs: invokedAtMs + 20, ending: "ok" as const };
    addTry(told, { ...common, region: epoch === 1 ? "north" : "south", promised: { kind: "write", epoch } });
    told.journal.push({ row: serial, epoch, register: "drill-e0", serial });
  }
  const outage = { lastBeforeMs: 3_020, firstAfterMs: 7_220, outageMs: 4_200, sinceFaultMs: 4_120 };
  const scenario = scenarioNamed("region-loss");
  if (!scenario) throw new Error("Bug: no such scenario");
  return {
    run: "20261121T140000Z",
    scenario,
    who: "tester",
    startedAt: Date.UTC(2026, 10, 21, 14),
    beganAtMs: 1_000,
    lastedMs: 10_000,
    outcome: "passed",
    stoppedBecause: null,
    first: "north",
    second: "south",
    load: { eventsPerSecond: 500, writersAtEdge: 4, notSent: 0 },
    measured: [{ words: "kill <everything> & more", atMs: 3_100, untilMs: 11_000, writes: outage, events: outage }],
    rto: [],
    held: [{ words: "nothing is lost", holds: true, says: "20 operations were judged" }],
    judgement: judge(told.operations, told),
    runs: [],
    faults: [{ words: "kill <everything> & more", fromMs: 3_100, untilMs: 8_000 }],
    happenings: [{ afterMs: 2_100, lane: "fault", text: "kill | everything" }],
    samples: new Map([
      ["north", [sample("north", 1_000, "held", 1, true), sample("north", 3_200, null, 0, null)]],
      ["south", [sample("south", 1_000, "passive", 1, false), sample("south", 6_900, "held", 2, true)]],
    ]),
    operations: told.operations,
    messages: [],
    ...change,
  };
}

function sample(region: string, atMs: number, state: "held" | "passive" | null, epoch: number, active: boolean | null) {
  return { atMs, region, lease: state && { state, epoch, open: state === "held", solo: false }, active };
}
