// The watchdog of a simulated region: the real rule on a virtual clock. It ends a primary whose lease nobody told it to extend.

import { type Deadline, mayRun, tellStop, tellUntil, UNTOLD } from "../lease/deadline.ts";
import { later } from "./agenda.ts";
import { between } from "./chance.ts";
import { endDatabase } from "./database.ts";
import { type Process, shownMs } from "./machine.ts";
import type { Region, World } from "./world.ts";

export type Watchdog = { process: Process; deadline: Deadline; looksAtMs: number };

const LOOK_AGAIN_MS = 100;

export function makeWatchdog(process: Process): Watchdog {
  return { process, deadline: UNTOLD, looksAtMs: 0 };
}

/** What it was told last lies on disk: a watchdog that starts anew neither ends a rightful primary nor spares another. */
export function startWatchdog(world: World, region: Region): void {
  region.watchdog.looksAtMs = Number.NEGATIVE_INFINITY;
  lookIn(world, region, 0);
}

/** False where it refuses. */
export function untilOf(world: World, region: Region, told: { epoch: number; untilMs: number }): boolean {
  const { watchdog } = region;
  const nowMs = shownMs(region.machine, world.agenda.nowMs);
  const { deadline, refused } = tellUntil(watchdog.deadline, told, nowMs);
  watchdog.deadline = deadline;
  lookIn(world, region, Math.max(0, (deadline.untilMs ?? nowMs) - nowMs));
  return refused === null;
}

export function stopNow(world: World, region: Region): void {
  region.watchdog.deadline = tellStop(region.watchdog.deadline);
  look(world, region);
}

/** One look is always due: at the deadline, or soon while nothing is held. */
function lookIn(world: World, region: Region, inMs: number): void {
  const { watchdog } = region;
  const atMs = world.agenda.nowMs + inMs / region.machine.rate;
  if (watchdog.looksAtMs > world.agenda.nowMs && watchdog.looksAtMs <= atMs) return;
  watchdog.looksAtMs = atMs;
  later(world.agenda, watchdog.process, inMs / region.machine.rate, () => {
    if (watchdog.looksAtMs === atMs) look(world, region);
  });
}

function look(world: World, region: Region): void {
  const { watchdog, database } = region;
  watchdog.looksAtMs = Number.NEGATIVE_INFINITY;
  const nowMs = shownMs(region.machine, world.agenda.nowMs);
  if (mayRun(watchdog.deadline, nowMs)) {
    lookIn(world, region, (watchdog.deadline.untilMs ?? nowMs) - nowMs);
    return;
  }
  if (world.engine.watchdog && database.role === "primary" && database.state !== "down") {
    world.note(region.place, "the watchdog ends postgres: no lease");
    const { life } = database.process;
    later(world.agenda, watchdog.process, between(world.chance, 0.5, 15), () => {
      if (database.process.life === life && database.state !== "down") endDatabase(world, database, false);
    });
  }
  lookIn(world, region, LOOK_AGAIN_MS);
}
