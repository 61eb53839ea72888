// One observation of the world, as a plan's conditions and the detector need it: the parts asked for, side by side, each within
// the deadline, null where it couldn't be learnt.

import { type Installation, linkPort, type RegionLayout } from "../../core/installation.ts";
import type { SeenPeer, World, WorldPart, WorldParts } from "../../recovery/plan/world.ts";
import { monotonicMs, wallMs } from "../clock.ts";
import { askLease } from "./ask-guardian.ts";
import { type DatabaseEye, databaseEye } from "./see-database.ts";
import { answers, behindPeer, lakeAgeMs, type Remembered, seeEdge, seeLake, seeProcesses } from "./see-region.ts";

/** Of one question to one process; an observation asks all of them at once. */
const ANSWER_MS_MAX = 300;

export type ObserveOptions = {
  installation: Installation;
  region: RegionLayout;
  peer: RegionLayout;
  linkKey: string;
  remembered: () => Remembered;
};

export type Observer = {
  observe(parts: readonly WorldPart[], deadlineMs: number): Promise<World>;
  /** The connection to the own region's server. */
  own: DatabaseEye;
  close(): void;
};

export function makeObserver(options: ObserveOptions): Observer {
  const { installation, region, peer, linkKey, remembered } = options;
  const peerEye = databaseEye({ installation, region: peer, from: region.name });
  const own = databaseEye({ installation, region, from: region.name, peerEye });
  const ways: { [P in WorldPart]: (msMax: number) => Promise<WorldParts[P] | null> } = {
    lease: async (msMax) => (await askLease(region.ports.guardian, linkKey, msMax)) ?? null,
    database: () => own.see(),
    peer: (msMax) => seePeer(options, peerEye, msMax),
    edge: (msMax) => seeEdge(installation, linkKey, msMax),
    lake: (msMax) => seeLake(region, linkKey, msMax),
    processes: (msMax) => seeProcesses(region, linkKey, msMax, remembered()),
  };
  return {
    own,
    async observe(parts, deadlineMs) {
      const world: World = { atMs: monotonicMs(), at: wallMs(), parts: {} };
      const msMax = Math.max(1, Math.min(ANSWER_MS_MAX, deadlineMs - world.atMs));
      await Promise.all(
        parts.map(async (part) => {
          const look: Promise<unknown> = ways[part](msMax).catch(() => null);
          // A part that is late is unknown; the others don't wait for it beyond the deadline.
          (world.parts as Record<WorldPart, unknown>)[part] = await within(look, deadlineMs - monotonicMs(), null);
        }),
      );
      return world;
    },
    close() {
      own.close();
      peerEye.close();
    },
  };
}

async function seePeer(options: ObserveOptions, eye: DatabaseEye, msMax: number): Promise<SeenPeer> {
  const { installation, region, peer, linkKey } = options;
  const port = (service: Parameters<typeof linkPort>[3]) => linkPort(installation, region.name, peer.name, service);
  const [lease, console, collector, database, lakeAge, behind] = await Promise.all([
    askLease(port("guardian"), linkKey, msMax),
    answers(port("console"), "/healthz", msMax),
    answers(port("collector"), "/healthz", msMax),
    within(eye.see(), msMax, null),
    lakeAgeMs(port("lakeWriter"), linkKey, msMax),
    behindPeer(region, linkKey, msMax),
  ]);
  return {
    guardian: lease !== undefined,
    console,
    collector,
    lease: lease ?? null,
    database,
    lakeAgeMs: lakeAge,
    ...behind,
  };
}

export async function within<T>(promise: Promise<T>, msMax: number, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), Math.max(0, msMax));
  });
  try {
    return await Promise.race([promise, overdue]);
  } finally {
    clearTimeout(timer);
  }
}
