// Clients of a simulated world, and the console that serves them: a write begins under the gate, is committed, and is answered
// only after the confirmation, exactly as SPEC.md says. The judge hears of each acknowledgement at its real time.

import { answerOf, mayWrite } from "../lease/gate.ts";
import { later } from "./agenda.ts";
import { between, type Chance, happens, pick, skewed } from "./chance.ts";
import { commit } from "./database.ts";
import { activeAtEdge } from "./edge.ts";
import { confirmAt, viewOf } from "./guardian.ts";
import type { Process } from "./machine.ts";
import { OUTSIDE, send } from "./network.ts";
import type { Region, World } from "./world.ts";

export type Clients = {
  process: Process;
  chance: Chance;

  lastOkAtMs: number;
  lastOkEpoch: number;
};

const WRITERS = 2;
const PAUSE_MS_MIN = 40;
const PAUSE_MS_MAX = 500;
const ANSWER_MS_MAX = 2_500;
const CONFIRM_MS_MAX = 2_000;
/** Share of requests that go to a region's own address. */
const DIRECT_SHARE = 0.2;
const STALL_SHARE = 0.03;
const STALL_MS_MAX = 6_000;

export function makeClients(process: Process, chance: Chance): Clients {
  return { process, chance, lastOkAtMs: Number.NEGATIVE_INFINITY, lastOkEpoch: 0 };
}

export function startClients(world: World): void {
  for (let writer = 0; writer < WRITERS; writer++) writeAgain(world);
}

function writeAgain(world: World): void {
  const { clients } = world;
  later(world.agenda, clients.process, between(clients.chance, PAUSE_MS_MIN, PAUSE_MS_MAX), () => write(world));
}

function write(world: World): void {
  const { clients, network, agenda } = world;
  const active = activeAtEdge(world);
  const direct = active === null || happens(clients.chance, DIRECT_SHARE);
  const region = direct ? pick(clients.chance, world.regions) : active.region;
  const entry = world.entriesMade++;
  let ended = false;
  const end = (ok: boolean, epoch: number): void => {
    if (ended) return;
    ended = true;
    if (ok) {
      clients.lastOkAtMs = agenda.nowMs;
      clients.lastOkEpoch = epoch;
    }
    writeAgain(world);
  };
  later(agenda, clients.process, ANSWER_MS_MAX, () => end(false, 0));
  send(network, OUTSIDE, region.place, region.console, () => serve(world, region, entry, end));
}

function serve(world: World, region: Region, entry: number, end: (ok: boolean, epoch: number) => void): void {
  const { agenda, network, engine, clients, tally } = world;
  const view = viewOf(world, region);
  const may =
    view === null ? { ok: false as const, because: "the guardian doesn't answer" } : engine.mayWrite(view, mayWrite);
  const answer = (ok: boolean, epoch: number): void =>
    send(network, region.place, OUTSIDE, clients.process, () => end(ok, epoch));
  if (!may.ok) {
    answer(false, 0);
    return;
  }
  const { epoch } = may;
  const { database } = region;
  const stallMs =
    world.weather.stalls && happens(world.chance, STALL_SHARE) ? skewed(world.chance, 1, STALL_MS_MAX) : 0.1;
  later(agenda, region.console, stallMs, () => {
    commit(world, database, entry, (waited) => {
      const committedAtMs = agenda.nowMs;
      const acknowledge = (): void => {
        tally.acknowledged++;
        world.judge.acknowledged(region, epoch, entry, committedAtMs, waited);
        answer(true, epoch);
      };
      if (!engine.confirmBeforeAnswer) {
        later(agenda, region.console, 0.1, acknowledge);
        return;
      }
      later(agenda, region.console, 0.1, () => {
        let heard = false;
        later(agenda, region.console, CONFIRM_MS_MAX, () => {
          if (!heard) tally.unknown++;
          heard = true;
        });
        confirmAt(world, region, epoch, (confirmation) => {
          if (heard) return;
          heard = true;
          if (answerOf(epoch, confirmation).kind === "done") acknowledge();
          else tally.unknown++;
        });
      });
    });
  });
}
