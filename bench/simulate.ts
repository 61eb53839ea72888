// How fast recovery's real engine runs in simulated worlds, on one core, and what the worlds come to. DESIGN's goals: at least
// 200k simulated events/s, 1,000 events in a seed, 60 % of the seeds with a finished plan, every cell visited, nothing broken.
// The control is an agenda whose events do nothing but ask for the next one.
// TANDEM_BENCH_SEEDS sets how many.

import { emptyAgenda, later, step } from "../src/recovery/simulation/agenda.ts";
import { ENGINE } from "../src/recovery/simulation/engine.ts";
import { coverageOf, explore } from "../src/recovery/simulation/explore.ts";
import type { BenchTable } from "./run.ts";

const SEEDS = Number(process.env.TANDEM_BENCH_SEEDS ?? 5_000);
const CONTROL_EVENTS = 2_000_000;
/** As many as wait in a usual world. */
const CONTROL_WAITING = 60;

export async function run(): Promise<BenchTable> {
  const began = performance.now();
  const explored = explore(
    Array.from({ length: SEEDS }, (_, at) => at + 1),
    ENGINE,
  );
  const seconds = (performance.now() - began) / 1_000;
  const { cells, unvisited } = coverageOf(explored.tally);
  const rows: BenchTable["rows"] = [
    { measure: "seeds", value: explored.seeds, unit: "", goal: "" },
    { measure: "simulated events", value: Math.round(explored.events / seconds), unit: "1/s", goal: 200_000 },
    { measure: "control: an agenda alone", value: Math.round(control()), unit: "1/s", goal: "" },
    { measure: "events per seed", value: Math.round(explored.events / explored.seeds), unit: "", goal: 1_000 },
    { measure: "virtual time", value: Math.round(explored.virtualMs / 3_600_000), unit: "h", goal: "" },
    {
      measure: "seeds with a finished plan",
      value: Math.round((1_000 * explored.finished) / explored.seeds) / 10,
      unit: "%",
      goal: 60,
    },
    { measure: "cells visited", value: cells - unvisited.length, unit: `of ${cells}`, goal: cells },
    { measure: "writes acknowledged", value: explored.tally.acknowledged, unit: "", goal: "" },
    { measure: "broken invariants", value: explored.failures.length, unit: "", goal: 0 },
  ];
  return { name: "Recovery's engine in simulated worlds, one core", rows };
}

/** Events that only ask for the next one. */
function control(): number {
  const agenda = emptyAgenda();
  const again = (): void => later(agenda, null, 1 + (agenda.asked % 7), again);
  for (let at = 0; at < CONTROL_WAITING; at++) again();
  const began = performance.now();
  while (agenda.happened < CONTROL_EVENTS) step(agenda, Number.POSITIVE_INFINITY);
  return (CONTROL_EVENTS * 1_000) / (performance.now() - began);
}
