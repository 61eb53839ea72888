// Many simulated worlds in a row, and what they came to: figures that add up over runs and processes.

import { TABLE as KEEPER_TABLE } from "../lease/table.ts";
import { TABLE as RECOVERER_TABLE } from "../run/recoverer.ts";
import type { Engine } from "./engine.ts";
import type { ProfileName } from "./profiles.ts";
import { simulate } from "./simulate.ts";
import { count, emptyTally, type Tally } from "./tally.ts";

export type Failure = { seed: number; profile: ProfileName; invariant: string; says: string };

export type Explored = {
  seeds: number;
  events: number;
  /** Of the seed with the fewest. */
  eventsMin: number;
  virtualMs: number;
  /** Seeds in which at least one plan ran to its end. */
  finished: number;
  failures: Failure[];
  tally: Tally;
};

const FAILURES_MAX = 50;

export function nothingExplored(): Explored {
  return {
    seeds: 0,
    events: 0,
    eventsMin: Number.POSITIVE_INFINITY,
    virtualMs: 0,
    finished: 0,
    failures: [],
    tally: emptyTally(),
  };
}

export function explore(seeds: Iterable<number>, engine: Engine, profile: ProfileName | null = null): Explored {
  const explored = nothingExplored();
  for (const seed of seeds) {
    const one = simulate({ seed, engine, tally: explored.tally, profile });
    explored.seeds++;
    explored.events += one.events;
    explored.eventsMin = Math.min(explored.eventsMin, one.events);
    explored.virtualMs += one.tookMs;
    if (one.finished) explored.finished++;
    if (one.broken !== null && explored.failures.length < FAILURES_MAX) {
      const { invariant, says } = one.broken;
      explored.failures.push({ seed, profile: one.profile, invariant, says });
    }
  }
  return explored;
}

export function addUp(all: readonly Explored[]): Explored {
  const sum = nothingExplored();
  for (const one of all) {
    sum.seeds += one.seeds;
    sum.events += one.events;
    sum.eventsMin = Math.min(sum.eventsMin, one.eventsMin);
    sum.virtualMs += one.virtualMs;
    sum.finished += one.finished;
    sum.failures.push(...one.failures);
    sum.tally.acknowledged += one.tally.acknowledged;
    sum.tally.unknown += one.tally.unknown;
    sum.tally.roles += one.tally.roles;
    for (const counts of ["keeperCells", "recovererCells", "runs"] as const) {
      for (const [key, times] of one.tally[counts]) count(sum.tally[counts], key, times);
    }
  }
  return sum;
}

export type Coverage = { cells: number; unvisited: string[] };

/** Cells of both tables, and those that no world has come to. */
export function coverageOf(tally: Tally): Coverage {
  const unvisited: string[] = [];
  let cells = 0;
  const tables = [
    { name: "keeper", table: KEEPER_TABLE as Record<string, object>, seen: tally.keeperCells },
    { name: "recoverer", table: RECOVERER_TABLE as Record<string, object>, seen: tally.recovererCells },
  ];
  for (const { name, table, seen } of tables) {
    for (const [state, events] of Object.entries(table)) {
      for (const event of Object.keys(events)) {
        cells++;
        if (!seen.has(`${state} ${event}`)) unvisited.push(`${name}: ${state} × ${event}`);
      }
    }
  }
  return { cells, unvisited };
}
