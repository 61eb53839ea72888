// What one observation saw, part by part. A part that wasn't looked at is absent; one that was and couldn't be learnt is null.
// Unknown counts as failed wherever a step depends on it.

import type { RegionName } from "../../core/origin.ts";
import type { InstantMs } from "../../core/time.ts";
import type { Vote } from "../register.ts";

/** A guardian's lease as its keeper tells it (a `LeaseView` fits). */
export type SeenLease = {
  region: RegionName;
  incarnation: string;
  state: "passive" | "contending" | "held" | "yielding" | "ending";
  /** The epoch held, else the highest seen. */
  epoch: number;
  /** Named by two voters at the same epoch; null without such a majority. */
  holder: RegionName | null;
  remainingMs: number | null;
  open: boolean;
  solo: { marked: number; unmarked: number };
  wanted: number;
  /** Per voter (region 0, region 1, witness): how long its record hasn't moved; null while unheard. */
  stillMs: readonly (number | null)[];
  votes: readonly Vote[];
  seenPeerIncarnation: string | null;
  because: string;
};

export type SeenDatabase =
  | {
      kind: "primary";
      /** Accepts writes by itself (the lease is another matter). */
      writable: boolean;
      /** Age of the last heartbeat that was written and read back; null when none is there. */
      beatAgeMs: number | null;
      /** Highest epoch with a row in `epochs`: where the old history ended here. */
      recordedEpoch: number | null;
      /** Epoch under which a real write was last written and read back (`verify`). */
      verifiedEpoch: number | null;
      standby: { streaming: boolean; synchronous: boolean; lagMs: number | null; lagBytes: number | null } | null;
    }
  | {
      kind: "standby";
      streaming: boolean;
      lagMs: number | null;
      lagBytes: number | null;
      /** Age of the newest heartbeat replayed here. */
      beatAgeMs: number | null;
    }
  | {
      kind: "down";
      onDisk: "primary" | "standby" | "absent";
      /** Of a former primary: its last stop was a clean one; null when it can't be told. */
      stoppedCleanly: boolean | null;
      /** Its end lies in the history of the peer's primary; null when it can't be told (the peer is away). */
      endsInPeerHistory: boolean | null;
      /** The tail of exactly this data directory has been listed. */
      tailListed: boolean;
      because: string;
    };

export type SeenPeer = {
  /** Each of its processes asked directly; null: not asked. */
  guardian: boolean;
  console: boolean | null;
  collector: boolean | null;
  lease: SeenLease | null;
  database: SeenDatabase | null;
  /** Age of the newest thing it wrote into its lake; null unknown. */
  lakeAgeMs: number | null;
  /** Events accepted there that this region hasn't on disk. */
  behindEvents: number | null;
  behindMs: number | null;
};

export type SeenEdge = {
  active: RegionName | null;
  epoch: number | null;
  /** Share of requests to the active region that failed lately, 0 to 1; null with too few to tell. */
  errorShare: number | null;
};

export type SeenLake = {
  /** Age of the newest thing this region wrote into its lake (objects or watermarks). */
  advancedMs: number | null;
  /** Events acknowledged in this region only. */
  atRiskEvents: number | null;
};

export type SeenProcesses = {
  wanted: number;
  running: number;
  /** Names of those that don't run or don't answer. */
  failing: readonly string[];
  /** The collector can durably accept. */
  accepting: boolean | null;
  /** The query process answers within its bound. */
  answering: boolean | null;
  /** This region's own `/healthz/active` is 200. */
  active: boolean | null;
  warmedEpoch: number | null;
  /** Ids of the runs whose announcement was sent. */
  announcedRuns: readonly string[];
  tail: { epoch: number; rows: number; exported: boolean } | null;
};

export type WorldParts = {
  lease: SeenLease;
  database: SeenDatabase;
  peer: SeenPeer;
  edge: SeenEdge;
  lake: SeenLake;
  processes: SeenProcesses;
};
export type WorldPart = keyof WorldParts;
export const WORLD_PARTS: readonly WorldPart[] = ["lease", "database", "peer", "edge", "lake", "processes"];

/** One observation. `atMs` is monotonic, of the moment before the looking began; `at` is the wall clock then. */
export type World = { atMs: number; at: InstantMs; parts: { [P in WorldPart]?: WorldParts[P] | null } };

/** What is known now: each part as it was seen last, and when. */
export type Sight = { [P in WorldPart]: { value: WorldParts[P] | null; atMs: number } };
