// One observation of the world, as a plan's conditions and the detector need it: the parts asked for, side by side, each within
// the deadline, null where it couldn't be learnt.

import { type Installation, linkPort, type RegionLayout } from "../../core/installation.ts";
import type { SeenPeer, World, WorldPart, WorldParts } from "../../recovery/plan/world.ts";
import { monotonicMs, wallMs } from "../clock.ts";
import { type Conversation, converse } from "../http/conversation.ts";
import { linkHeaders } from "../http/link-key.ts";
import { askLeaseIn } from "./ask-guardian.ts";
import { type DatabaseEye, databaseEye } from "./see-database.ts";
import {
  answers,
  behindPeer,
  type Looking,
  lakeAgeMs,
  lookingFor,
  type Remembered,
  seeEdge,
  seeLake,
  seeProcesses,
} from "./see-region.ts";

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
  const guardian = converse(region.ports.guardian, linkHeaders(linkKey));
  const peerGuardian = converse(linkPort(installation, region.name, peer.name, "guardian"), linkHeaders(linkKey));
  const ways: { [P in WorldPart]: (looking: Looking) => Promise<WorldParts[P] | null> } = {
    lease: async ({ msMax }) => (await askLeaseIn(guardian, msMax)) ?? null,
    database: () => own.see(),
    peer: (looking) => seePeer(options, { eye: peerEye, guardian: peerGuardian }, looking),
    edge: ({ msMax }) => seeEdge(installation, linkKey, msMax),
    lake: (looking) => seeLake(region, looking),
    processes: (looking) => seeProcesses(region, looking, remembered()),
  };
  return {
    own,
    async observe(parts, deadlineMs) {
      const world: World = { atMs: monotonicMs(), at: wallMs(), parts: {} };
      const looking = lookingFor(linkKey, Math.max(1, Math.min(ANSWER_MS_MAX, deadlineMs - world.atMs)));
      await Promise.all(
        parts.map(async (part) => {
          const look: Promise<unknown> = ways[part](looking).catch(() => null);
          // A part that is late is unknown; the others don't wait for it beyond the deadline.
          (world.parts as Record<WorldPart, unknown>)[part] = await within(look, deadlineMs - monotonicMs(), null);
        }),
      );
      return world;
    },
    close() {
      own.close();
      peerEye.close();
      guardian.close();
      peerGuardian.close();
    },
  };
}

type PeerWays = { eye: DatabaseEye; guardian: Conversation };

async function seePeer(options: ObserveOptions, { eye, guardian }: PeerWays, looking: Looking): Promise<SeenPeer> {
  const { installation, region, peer } = options;
  const { msMax } = looking;
  const port = (service: Parameters<typeof linkPort>[3]) => linkPort(installation, region.name, peer.name, service);
  const [lease, console, collector, database, lakeAge, behind] = await Promise.all([
    askLeaseIn(guardian, msMax),
    answers(port("console"), "/healthz", msMax),
    answers(port("collector"), "/healthz", msMax),
    within(eye.see(), msMax, null),
    lakeAgeMs(port("lakeWriter"), looking),
    behindPeer(region, looking),
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
