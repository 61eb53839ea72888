// What the console, the API and the command line show besides answers.

import type { DrainView } from "./drain.ts";
import type { RegionName } from "./origin.ts";
import type { InstantMs } from "./time.ts";

export type AcknowledgementClass = "region" | "pair";
/** What a `pair` project does when the other region can't be reached for 1 s. */
export type PairPolicy = "degrade" | "refuse";

export type WriteKey = { key: string; name: string; createdAt: InstantMs; revokedAt: InstantMs | null };

export type Project = {
  /** Short, URL-safe, never changes. */
  id: string;
  name: string;
  timeZone: string;
  acknowledgement: AcknowledgementClass;
  pairPolicy: PairPolicy;
  /** Events are synthetic (the demo shop); labelled wherever they are shown. */
  demo: boolean;
  createdAt: InstantMs;
  keys: WriteKey[];
  /** Secret keys for reading answers; only the last four characters are ever shown again. */
  readKeys: { id: string; name: string; ending: string; createdAt: InstantMs; revokedAt: InstantMs | null }[];
};

/** Each may do what the next may: an owner changes projects and keys, an operator moves regions, an analyst reads and asks. */
export type UserRole = "owner" | "operator" | "analyst";

export type SessionView = {
  user: { id: string; name: string; role: UserRole };
  /** Sent back in `x-tandem-csrf` with every request that changes something. */
  csrf: string;
  /** The region that answered. */
  region: RegionName;
  /** False in a passive region or without its database: changes are refused there with 503. */
  writable: boolean;
  /** The host that SDKs should send to, as this browser reached it. */
  collectUrl: string;
};

export type ProcessStatus = {
  name: string;
  pid: number | null;
  /** "waiting": nothing is wrong with it; a database that was a primary waits for its region's lease. */
  state: "running" | "starting" | "restarting" | "waiting" | "stopped" | "failed";
  restarts: number;
  since: InstantMs;
  /** Why it last ended, or what it is waiting for. */
  detail: string | null;
};

export type RegionStatus = {
  name: RegionName;
  configured: "primary" | "standby";
  /** Of the program that its console runs; absent where that can't be asked. */
  version?: string | undefined;
  role: "active" | "passive";
  /** Whether its own guardian holds an open lease right now; absent where that can't be asked. */
  serving?: boolean | undefined;
  /** Whether the asking process could reach it; everything below is the last that was heard. */
  reachable: boolean;
  heardAt: InstantMs | null;
  health: { ok: boolean; detail: string | null };
  /** Accepts events durably right now. */
  accepting: boolean;
  /** atRisk: answered as `pair; degraded` by this region, and not in the other one yet. */
  events: { acceptedTotal: number; perSecond: number; atRisk: number };
  database: {
    state: "primary" | "standby" | "down";
    /** Of the standby behind the primary; null where it isn't known. */
    lagMs: number | null;
    lagBytes: number | null;
    synchronous: boolean;
    solo: boolean;
  };
  mirror: {
    /** Events of the other region that this one hasn't on disk yet, and their age. */
    behindEvents: number | null;
    behindMs: number | null;
  };
  lake: {
    objects: number;
    bytes: number;
    events: number;
    /** Objects of the other bucket that are still missing here. */
    missingObjects: number | null;
    completeUntil: InstantMs | null;
    setAside: number;
    damaged: number;
  };
  processes: ProcessStatus[];
};

export type InstallationStatus = {
  at: InstantMs;
  version: string;
  epoch: number | null;
  holder: RegionName | null;
  edge: {
    reachable: boolean;
    url: string;
    processes: ProcessStatus[];
    /** What it makes of the regions: whom it sends changes to, the share of failed answers of the last ten seconds, changes held. */
    traffic?:
      | {
          active: RegionName | null;
          errorShare: number | null;
          held: number;
          /** A share of one region's events that goes to the other one for a while. */
          drain: DrainView | null;
        }
      | undefined;
  };
  witness: { reachable: boolean; processes: ProcessStatus[] };
  /** Voters that answer and don't vote, since their record is missing, damaged or put back from a copy: a person re-admits them. */
  abstaining?: { voter: string; says: string }[] | undefined;
  /** The process that holds the links; a region that asks doesn't know it, no more than it would on AWS. */
  network?: { reachable: boolean; processes: ProcessStatus[] };
  regions: RegionStatus[];
  /** One sentence: who serves, whether anything is wrong, and what to do about it. */
  verdict: string;
};

/** One event's way through the platform, for `tandem trace` and the console. */
export type TraceStep = {
  step: "received" | "mirrored" | "stored" | "merged" | "counted";
  region: RegionName;
  at: InstantMs | null;
  origin?: string;
  offset?: number;
  file?: string;
  /** Of the request that brought it, for a trace that was exported: 32 hex digits. Known while its record is in the log. */
  traceId?: string;
  detail: string;
};
export type Trace = { messageId: string; project: string; steps: TraceStep[] };
