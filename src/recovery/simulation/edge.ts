// The edge of a simulated world: asks both regions who is active, and sends writes to the highest epoch that says so. It holds no truth.

import { later } from "./agenda.ts";
import { isPrimaryUp } from "./database.ts";
import { viewOf } from "./guardian.ts";
import type { Process } from "./machine.ts";
import { OUTSIDE, send } from "./network.ts";
import type { Region, World } from "./world.ts";

export type Edge = {
  process: Process;
  /** Per region: the epoch that it says to be active under, and when it said so; 0 when it says it isn't. */
  said: [{ epoch: number; atMs: number }, { epoch: number; atMs: number }];
};

const ASK_MS = 500;
const ASK_AGAIN_MS = 150;
const ANSWER_AGE_MS_MAX = 1_500;

export function makeEdge(process: Process): Edge {
  return {
    process,
    said: [
      { epoch: 0, atMs: 0 },
      { epoch: 0, atMs: 0 },
    ],
  };
}

export function startEdge(world: World): void {
  const { edge, network, agenda } = world;
  for (const region of world.regions) {
    send(network, OUTSIDE, region.place, region.console, () => {
      const epoch = isActive(world, region);
      send(network, region.place, OUTSIDE, edge.process, () => {
        edge.said[region.place] = { epoch, atMs: agenda.nowMs };
      });
    });
  }
  later(agenda, edge.process, activeAtEdge(world) === null ? ASK_AGAIN_MS : ASK_MS, () => startEdge(world));
}

/** The epoch under which `/healthz/active` says 200; 0 where it says 503. */
export function isActive(world: World, region: Region): number {
  const view = viewOf(world, region);
  if (view === null || view.state !== "held" || !view.open || (view.remainingMs ?? 0) <= 0) return 0;
  return isPrimaryUp(region.database) ? view.epoch : 0;
}

export function activeAtEdge(world: World): { region: Region; epoch: number } | null {
  const [first, second] = world.edge.said;
  const fresh = (said: { epoch: number; atMs: number }): number =>
    world.agenda.nowMs - said.atMs <= ANSWER_AGE_MS_MAX ? said.epoch : 0;
  const north = fresh(first);
  const south = fresh(second);
  if (north === 0 && south === 0) return null;
  return north >= south ? { region: world.regions[0], epoch: north } : { region: world.regions[1], epoch: south };
}
