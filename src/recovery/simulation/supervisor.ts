// A region's supervisor in a simulated world: starts what isn't running. A database that is a primary on disk is started only
// under a lease; a standby always; an absent one is made from the peer's primary.

import { later } from "./agenda.ts";
import { between, skewed } from "./chance.ts";
import { isPrimaryUp, rebuild, start } from "./database.ts";
import { startGuardian, viewOf } from "./guardian.ts";
import { isUp, kill, type Process, revive } from "./machine.ts";
import { linkOf } from "./network.ts";
import { startRecoverer } from "./recoverer-host.ts";
import { startWatchdog } from "./watchdog.ts";
import { otherOf, type Region, type World } from "./world.ts";

const LAUNCH_LOOK_MS = 120;
const RESTART_MS_MIN = 100;
const RESTART_MS_MAX = 2_500;

/** Goes on until the database runs; called whenever it has ended. */
export function superviseDatabase(world: World, region: Region): void {
  later(world.agenda, region.supervisor, LAUNCH_LOOK_MS, () => {
    const { database } = region;
    if (database.state !== "down") return;
    if (!region.databaseHeld && !database.inHand) launch(world, region);
    if ((database.state as string) === "down") superviseDatabase(world, region);
  });
}

function launch(world: World, region: Region): void {
  const { database } = region;
  const peer = otherOf(world, region);
  if (database.role === "primary") {
    const view = viewOf(world, region);
    if (view !== null && view.state === "held" && (view.remainingMs ?? 0) > 0) start(world, database);
  } else if (database.role === "standby") {
    if (database.cantFollow) database.role = "absent";
    else start(world, database);
  } else if (isPrimaryUp(peer.database) && reaches(world, region, peer)) {
    rebuild(world, database, peer.database, () => undefined);
  }
}

export function reaches(world: World, from: Region, to: Region): boolean {
  return (
    !linkOf(world.network, from.place, to.place).cut &&
    !linkOf(world.network, to.place, from.place).cut &&
    !to.machine.suspended
  );
}

export type PartName = "guardian" | "watchdog" | "recoverer" | "console" | "supervisor";

export function processOf(region: Region, part: PartName): Process {
  if (part === "guardian") return region.guardian.process;
  if (part === "watchdog") return region.watchdog.process;
  if (part === "recoverer") return region.recoverer.process;
  return part === "console" ? region.console : region.supervisor;
}

/** Dies now; its supervisor starts it again a little later. */
export function killPart(world: World, region: Region, part: PartName): void {
  const process = processOf(region, part);
  if (process.state === "dead") return;
  world.note(region.place, `the ${part} is killed`);
  kill(process);
  later(world.agenda, null, skewed(world.chance, RESTART_MS_MIN, RESTART_MS_MAX), () => {
    if (!region.lost && process.state === "dead") startPart(world, region, part);
  });
}

export function startPart(world: World, region: Region, part: PartName): void {
  revive(processOf(region, part), world.agenda.nowMs);
  if (part === "guardian") startGuardian(world, region);
  else if (part === "watchdog") startWatchdog(world, region);
  else if (part === "recoverer") startRecoverer(world, region);
  else if (part === "supervisor") superviseDatabase(world, region);
}

export const PARTS: readonly PartName[] = ["supervisor", "watchdog", "guardian", "console", "recoverer"];

/** All of a region starts, in no particular order. */
export function startRegion(world: World, region: Region): void {
  region.lost = false;
  for (const part of PARTS) {
    const process = processOf(region, part);
    later(world.agenda, null, between(world.chance, 1, 300), () => {
      if (!region.lost && !isUp(process) && process.state === "dead") startPart(world, region, part);
    });
  }
}

/** Power fails: every process of the region ends between two instructions. Disks stay. */
export function loseRegion(world: World, region: Region, endDatabase: () => void): void {
  world.note(region.place, "the region is lost");
  region.lost = true;
  for (const part of PARTS) kill(processOf(region, part));
  endDatabase();
}
