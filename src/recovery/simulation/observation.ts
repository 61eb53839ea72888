// What a simulated region's recoverer sees: its own lease and database, the peer over the network, the edge, its processes. What
// doesn't answer in time is unknown, never guessed.

import type { SeenDatabase, SeenPeer, SeenProcesses, WorldPart, WorldParts } from "../plan/world.ts";
import { later } from "./agenda.ts";
import { type Database, isPrimaryUp, liesIn } from "./database.ts";
import { activeAtEdge, isActive } from "./edge.ts";
import { viewOf } from "./guardian.ts";
import { isUp, shownMs } from "./machine.ts";
import { OUTSIDE, send } from "./network.ts";
import { reaches } from "./supervisor.ts";
import { otherOf, type Region, type World } from "./world.ts";

const NEAR_MS = 0.8;
const PROCESSES = 6;
const ENTRY_BYTES = 200;

export type Parts = { [P in WorldPart]?: WorldParts[P] | null };

/** `done` runs in the recoverer's process, at the deadline at the latest. */
export function observe(
  world: World,
  region: Region,
  parts: readonly WorldPart[],
  deadlineMs: number,
  done: (parts: Parts) => void,
): void {
  const { agenda, network } = world;
  const { process } = region.recoverer;
  const seen: Parts = {};
  let outstanding = 1;
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    done(seen);
  };
  const arrived = (): void => {
    outstanding--;
    if (outstanding === 0) end();
  };
  for (const part of parts) {
    seen[part] = null;
    if (part === "peer") {
      const peer = otherOf(world, region);
      seen.peer = SILENT_PEER;
      outstanding++;
      askPeer(world, region, peer, (answer) => {
        if (ended) return;
        seen.peer = answer;
        arrived();
      });
    } else if (part === "edge") {
      outstanding++;
      send(network, region.place, OUTSIDE, world.edge.process, () => {
        const active = activeAtEdge(world);
        const answer = { active: active?.region.name ?? null, epoch: active?.epoch ?? null, errorShare: null };
        send(network, OUTSIDE, region.place, process, () => {
          if (ended) return;
          seen.edge = answer;
          arrived();
        });
      });
    }
  }
  later(agenda, process, NEAR_MS, () => {
    for (const part of parts) {
      if (part === "lease") seen.lease = viewOf(world, region);
      else if (part === "database") seen.database = seeDatabase(world, region);
      else if (part === "lake") seen.lake = { advancedMs: 500, atRiskEvents: 0 };
      else if (part === "processes") seen.processes = seeProcesses(world, region);
    }
    arrived();
  });
  const nowMs = shownMs(region.machine, agenda.nowMs);
  later(agenda, process, Math.max(1, deadlineMs - nowMs) / region.machine.rate, end);
}

const SILENT_PEER: SeenPeer = {
  guardian: false,
  console: false,
  collector: false,
  lease: null,
  database: null,
  lakeAgeMs: null,
  behindEvents: null,
  behindMs: null,
};

/** The guardian and the console are asked apart: either may be dead while the other answers. */
function askPeer(world: World, region: Region, peer: Region, done: (answer: SeenPeer) => void): void {
  const { network } = world;
  const { process } = region.recoverer;
  const answer: SeenPeer = { ...SILENT_PEER };
  let outstanding = 2;
  const arrived = (): void => {
    outstanding--;
    if (outstanding === 0) done(answer);
  };
  const silentMs = 250;
  let heard = 0;
  later(world.agenda, process, silentMs, () => {
    if (outstanding > 0 && heard < 2) {
      outstanding = 1;
      arrived();
    }
  });
  send(network, region.place, peer.place, peer.guardian.process, () => {
    const lease = viewOf(world, peer);
    const database = seeDatabase(world, peer);
    send(network, peer.place, region.place, process, () => {
      if (answer.guardian) return;
      answer.guardian = true;
      answer.lease = lease;
      answer.database = database;
      heard++;
      arrived();
    });
  });
  send(network, region.place, peer.place, peer.console, () => {
    send(network, peer.place, region.place, process, () => {
      if (answer.console === true) return;
      answer.console = true;
      answer.collector = true;
      answer.lakeAgeMs = 500;
      answer.behindEvents = 0;
      answer.behindMs = 0;
      heard++;
      arrived();
    });
  });
}

export function seeDatabase(world: World, region: Region): SeenDatabase | null {
  const { database, guardian, machine } = region;
  if (database.process.state === "paused") return null;
  const nowMs = shownMs(machine, world.agenda.nowMs);
  const beatAgeMs = guardian.beatAtMs === null ? null : nowMs - guardian.beatAtMs;
  if (database.state === "up" && database.role === "primary") {
    const { stream } = database;
    const behind = stream === null ? 0 : Math.max(0, database.entries.length - stream.flushed);
    return {
      kind: "primary",
      writable: true,
      beatAgeMs,
      recordedEpoch: database.recordedEpoch,
      verifiedEpoch: database.verifiedEpoch,
      standby:
        stream === null || stream.heard === 0
          ? null
          : { streaming: true, synchronous: database.waiting, lagMs: behind * 10, lagBytes: behind * ENTRY_BYTES },
    };
  }
  if (database.state === "up" && database.role === "standby") {
    const streaming = database.following?.streaming === true;
    return { kind: "standby", streaming, lagMs: streaming ? 5 : null, lagBytes: 0, beatAgeMs: null };
  }
  return {
    kind: "down",
    onDisk: database.role,
    stoppedCleanly: database.role === "primary" ? database.stoppedCleanly : null,
    endsInPeerHistory: endsInPeerHistory(world, region, database),
    tailListed: database.tailListed,
    because: `it is ${database.state}`,
  };
}

function endsInPeerHistory(world: World, region: Region, database: Database): boolean | null {
  const peer = otherOf(world, region);
  if (!isPrimaryUp(peer.database) || !reaches(world, region, peer)) return null;
  return liesIn(database.entries, peer.database.entries);
}

function seeProcesses(world: World, region: Region): SeenProcesses {
  const { guardian, watchdog, console, recoverer, database } = region;
  const failing: string[] = [];
  if (!isUp(guardian.process)) failing.push("guardian");
  if (!isUp(watchdog.process)) failing.push("watchdog");
  if (!isUp(console)) failing.push("console");
  if (database.state !== "up") failing.push("postgres");
  return {
    wanted: PROCESSES,
    running: PROCESSES - failing.length,
    failing,
    accepting: isUp(console),
    answering: isUp(console),
    active: isUp(console) ? isActive(world, region) > 0 : null,
    warmedEpoch: recoverer.warmedEpoch,
    announcedRuns: recoverer.announcedRuns,
    tail: null,
  };
}
