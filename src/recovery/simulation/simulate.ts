// One simulated world from its seed to its verdict. Equal seeds, engines and faults give equal runs, event by event.

import { later, step } from "./agenda.ts";
import { startClients } from "./clients.ts";
import { isPrimaryUp, start } from "./database.ts";
import { startEdge } from "./edge.ts";
import type { Engine } from "./engine.ts";
import { type Fault, healAll, scheduleFaults } from "./faults.ts";
import { viewOf } from "./guardian.ts";
import type { Broken } from "./judge.ts";
import { helpOut } from "./operator.ts";
import { drawFaults, type ProfileName } from "./profiles.ts";
import { PARTS, startPart } from "./supervisor.ts";
import type { Tally } from "./tally.ts";
import { makeWorld, type Region, type World } from "./world.ts";

export type Simulated = {
  seed: number;
  profile: ProfileName;
  faults: Fault[];
  events: number;
  /** Virtual milliseconds. */
  tookMs: number;
  broken: Broken | null;
  /** At least one plan of this world ran to its end. */
  finished: boolean;
};

export type SimulateOptions = {
  seed: number;
  engine: Engine;
  tally: Tally;
  profile?: ProfileName | null;
  /** Instead of those drawn from the seed. */
  faults?: readonly Fault[];
  trace?: ((line: string) => void) | null;
};

const HEAL_MS_MIN = 9_000;
const HEAL_MS_MAX = 40_000;
/** R5: from the last fault's end until a region is active, open, and answers writes. */
export const LIVE_MS_MAX = 90_000;
/** It must stay so for this long, and whatever runs must have ended. */
const STEADY_MS = 2_500;
const LOOK_MS = 250;
const EVENTS_MAX = 400_000;

export function simulate({ seed, engine, tally, profile = null, faults, trace = null }: SimulateOptions): Simulated {
  const drawn = drawFaults(seed, profile);
  const schedule = faults ? [...faults] : drawn.faults;
  const world = makeWorld({ seed, engine, tally, trace });
  const { agenda, judge } = world;
  const finishedBefore = finishedRuns(tally);
  begin(world);
  scheduleFaults(world, schedule);
  const healAtMs = Math.min(
    HEAL_MS_MAX,
    Math.max(HEAL_MS_MIN, ...schedule.map(({ atMs, forMs }) => atMs + (forMs ?? 6_000) + 500)),
  );
  later(agenda, null, healAtMs, () => {
    healAll(world, schedule);
    helpOut(world);
  });
  try {
    run(world, healAtMs, schedule);
  } catch (error) {
    judge.break("bug", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return {
    seed,
    profile: drawn.profile,
    faults: schedule,
    events: agenda.happened,
    tookMs: agenda.nowMs,
    broken: judge.broken,
    finished: finishedRuns(tally) > finishedBefore,
  };
}

function begin(world: World): void {
  for (const region of world.regions) {
    for (const part of PARTS) {
      later(world.agenda, null, part === "recoverer" ? 150 : 1 + region.place, () => startPart(world, region, part));
    }
    if (region.place === 1) start(world, region.database);
  }
  startEdge(world);
  startClients(world);
}

function run(world: World, healAtMs: number, faults: readonly Fault[]): void {
  const { agenda, judge } = world;
  const untilMs = healAtMs + LIVE_MS_MAX;
  let lookAtMs = healAtMs;
  let steadySinceMs = Number.POSITIVE_INFINITY;
  while (step(agenda, untilMs)) {
    if (judge.broken !== null) return;
    if (agenda.happened > EVENTS_MAX) throw new RangeError(`More than ${EVENTS_MAX} events in one world.`);
    if (agenda.nowMs < lookAtMs) continue;
    lookAtMs = agenda.nowMs + LOOK_MS;
    if (restless(world) !== null) steadySinceMs = Number.POSITIVE_INFINITY;
    else if (steadySinceMs === Number.POSITIVE_INFINITY) steadySinceMs = agenda.nowMs;
    else if (agenda.nowMs - steadySinceMs >= STEADY_MS) return;
  }
  const why = restless(world);
  if (why !== null && !isHopeless(world, faults)) {
    judge.break(why.invariant, `${LIVE_MS_MAX} ms after the last fault: ${why.says}`);
  }
}

/** Null once a region is active and answers writes, and no plan runs. */
function restless(world: World): { invariant: string; says: string } | null {
  const { agenda, clients, regions } = world;
  const active = regions.filter((region) => isOpen(world, region));
  if (active.length === 0)
    return {
      invariant: "R5",
      says: `no region is active and open (${regions.map((one) => stateOf(world, one)).join("; ")})`,
    };
  if (agenda.nowMs - clients.lastOkAtMs > STEADY_MS) {
    return {
      invariant: "R5",
      says: `no write has been acknowledged for ${Math.round(agenda.nowMs - clients.lastOkAtMs)} ms (${regions.map((one) => stateOf(world, one)).join("; ")})`,
    };
  }
  for (const region of regions) {
    if (region.lost) continue;
    const { recoverer } = region.recoverer;
    if (recoverer !== null && recoverer.state.kind !== "watching" && recoverer.state.kind !== "suspecting") {
      return {
        invariant: "R6",
        says: `the recoverer of ${region.name} is still ${recoverer.state.kind} (${regions.map((one) => stateOf(world, one)).join("; ")})`,
      };
    }
  }
  return null;
}

function isOpen(world: World, region: Region): boolean {
  const view = viewOf(world, region);
  return view !== null && view.state === "held" && view.open && isPrimaryUp(region.database);
}

function stateOf(world: World, region: Region): string {
  if (region.lost) return `${region.name} is lost`;
  const view = viewOf(world, region);
  const { database, recoverer } = region;
  const lease = view === null ? "no guardian" : `${view.state} ${view.epoch} open ${view.open}: ${view.because}`;
  return `${region.name}: ${lease}; postgres ${database.state} ${database.role}; recoverer ${recoverer.recoverer?.state.kind}`;
}

/** More is lost than the promise covers: of {primary, standby, witness} fewer than two are well, or no copy of the data is left. */
function isHopeless(world: World, faults: readonly Fault[]): boolean {
  const abstaining = world.voters.filter(
    ({ disk, process }) => disk.kind !== "register" || process.state === "dead",
  ).length;
  if (abstaining > 1) return true;
  const gone = faults.some((fault) => fault.lasts && fault.kind === "lose-region");
  if (!gone) return world.regions.every(({ database }) => database.role === "absent");
  return world.regions.every(({ lost, database }) => lost || database.role === "absent");
}

function finishedRuns(tally: Tally): number {
  let finished = 0;
  for (const [key, times] of tally.runs) if (key.endsWith(" finished")) finished += times;
  return finished;
}
