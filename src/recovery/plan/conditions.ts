// The conditions that steps need before and promise after: a table from name to words, the parts of the world that it reads,
// and its verdict. "unknown" counts as failed for whoever acts.

import type { RegionName } from "../../core/origin.ts";
import type { SeenDatabase, SeenLease, Sight, WorldPart } from "./world.ts";

export type ConditionState = "yes" | "no" | "unknown";

/** What a condition is asked about besides the world. */
export type About = {
  self: RegionName;
  peer: RegionName;
  run: string;
  /** The plan's effects carry this one; 0 until the lease is held. */
  epoch: number;
  aboveEpoch: number;
  voter: number | null;
};

type Condition = {
  /** What is true when it holds; for people. */
  says: string;
  reads: readonly WorldPart[];
  holds: (sight: Sight, about: About) => ConditionState;
};

/** A standby this close counts as in step; the rest is flushed by the clean stop of a hand-over. */
const IN_STEP_LAG_MS_MAX = 2_000;

const MAJORITY = 2;

const LEASE = ["lease"] as const;
const DATABASE = ["database"] as const;
const PEER = ["peer"] as const;
const PROCESSES = ["processes"] as const;

const known = (value: boolean | null | undefined): ConditionState =>
  value === null || value === undefined ? "unknown" : value ? "yes" : "no";

/** The lease is this region's, for this run's epoch, and hasn't run out. */
const holds = (lease: SeenLease | null, epoch: number): ConditionState => {
  if (lease === null) return "unknown";
  return lease.state === "held" && lease.epoch === epoch && (lease.remainingMs ?? 0) > 0 ? "yes" : "no";
};

export const votersHeard = (lease: SeenLease): number => {
  let heard = 0;
  for (const vote of lease.votes) if (vote.kind === "register") heard += 1;
  return heard;
};

/**
 * The record with the highest epoch that any voter shows; null where two regions have equal ones. It is a hint: an attempt that
 * failed, or a holder that slept and outbid at its own voter, leave such records, too.
 */
export function newestRecord({ votes }: SeenLease): { epoch: number; holder: RegionName } | null {
  let newest: { epoch: number; holder: RegionName } | null = null;
  let tied = false;
  for (const vote of votes) {
    if (vote.kind !== "register") continue;
    const { epoch, holder } = vote.register;
    if (newest !== null && epoch === newest.epoch && holder !== newest.holder) tied = true;
    if (epoch <= (newest?.epoch ?? -1)) continue;
    newest = vote.register;
    tied = false;
  }
  return tied ? null : newest;
}

/** Running as a primary, or stopped as one: it starts once this region holds the lease. */
export function isPrimaryHere(database: SeenDatabase | null): boolean {
  return database?.kind === "primary" || (database?.kind === "down" && database.onDisk === "primary");
}

export const CONDITIONS = {
  "guardian-answers": {
    says: "this region's guardian answers",
    reads: LEASE,
    holds: ({ lease }) => known(lease.value !== null),
  },
  "two-voters-heard": {
    says: "at least two of the three voters are heard",
    reads: LEASE,
    holds: ({ lease }) => (lease.value === null ? "unknown" : known(votersHeard(lease.value) >= MAJORITY)),
  },
  "lease-not-here": {
    says: "this region holds no lease",
    reads: LEASE,
    holds: ({ lease }) =>
      lease.value === null ? "unknown" : known(lease.value.state === "passive" || lease.value.state === "ending"),
  },
  "lease-taken": {
    says: "this region holds the lease, under an epoch above the one before",
    reads: LEASE,
    holds: ({ lease: { value } }, { aboveEpoch }) =>
      value === null ? "unknown" : holds(value, Math.max(value.epoch, aboveEpoch + 1)),
  },
  "lease-held": {
    says: "this region holds the lease for this run's epoch",
    reads: LEASE,
    holds: ({ lease }, { epoch }) => holds(lease.value, epoch),
  },
  "lease-open": {
    says: "the lease is open for writes",
    reads: LEASE,
    holds: ({ lease }, { epoch }) => (lease.value?.open === false ? "no" : holds(lease.value, epoch)),
  },
  evicted: {
    says: "two voters carry the mark `wanted`, or the former holder's epoch is over",
    reads: LEASE,
    holds: ({ lease: { value } }, { aboveEpoch }) =>
      value === null ? "unknown" : known(value.wanted >= MAJORITY || value.epoch > aboveEpoch),
  },
  "peer-holds": {
    says: "two voters name the other region",
    reads: LEASE,
    holds: ({ lease: { value } }, { peer }) => (value === null ? "unknown" : known(value.holder === peer)),
  },
  "database-here": {
    says: "this region's PostgreSQL is there: a standby that can be promoted, or the primary, which is started under the lease",
    reads: DATABASE,
    holds: ({ database: { value } }) =>
      value === null ? "unknown" : known(value.kind !== "down" || value.onDisk === "primary"),
  },
  "database-promotable": {
    says: "this region's PostgreSQL runs as a standby, or as the primary under this region's own lease: never a former primary",
    reads: ["lease", "database"],
    holds: ({ lease: { value: lease }, database: { value } }) => {
      if (value === null || lease === null) return "unknown";
      return known(value.kind === "standby" || (value.kind === "primary" && lease.state === "held"));
    },
  },
  "data-may-lead": {
    says: "this region has a standby, or a primary that no other region has written past",
    reads: ["lease", "database"],
    holds: ({ lease: { value: lease }, database: { value } }, { self }) => {
      if (lease === null || value === null) return "unknown";
      if (value.kind === "standby") return "yes";
      return known(isPrimaryHere(value) && (lease.holder === self || newestRecord(lease)?.holder === self));
    },
  },
  "database-up": {
    says: "this region's PostgreSQL runs",
    reads: DATABASE,
    holds: ({ database: { value } }) => (value === null ? "unknown" : known(value.kind !== "down")),
  },
  "database-primary": {
    says: "this region's PostgreSQL is a primary that accepts writes",
    reads: DATABASE,
    holds: ({ database: { value } }) =>
      value === null ? "unknown" : known(value.kind === "primary" && value.writable),
  },
  "epoch-recorded": {
    says: "where the old epoch ended is recorded",
    reads: DATABASE,
    holds: ({ database: { value } }, { epoch }) =>
      value === null ? "unknown" : known(value.kind === "primary" && (value.recordedEpoch ?? -1) >= epoch),
  },
  "write-verified": {
    says: "a real write was read back under this epoch",
    reads: DATABASE,
    holds: ({ database: { value } }, { epoch }) =>
      value === null ? "unknown" : known(value.kind === "primary" && epoch > 0 && value.verifiedEpoch === epoch),
  },
  "database-standby": {
    says: "this region's PostgreSQL runs as a standby",
    reads: DATABASE,
    holds: ({ database: { value } }) => (value === null ? "unknown" : known(value.kind === "standby")),
  },
  "not-primary": {
    says: "this region's PostgreSQL doesn't run as a primary",
    reads: DATABASE,
    holds: ({ database: { value } }) => (value === null ? "unknown" : known(value.kind !== "primary")),
  },
  "tail-listed": {
    says: "what the former primary had alone is listed, or there is nothing to list",
    reads: DATABASE,
    holds: ({ database: { value } }) => {
      if (value === null) return "unknown";
      if (value.kind === "primary") return "no";
      return known(value.kind === "standby" || value.onDisk !== "primary" || value.tailListed);
    },
  },
  "former-aside": {
    says: "no former primary's data is in the server's place",
    reads: DATABASE,
    holds: ({ database: { value } }) => {
      if (value === null) return "unknown";
      if (value.kind === "primary") return "no";
      return known(value.kind === "standby" || value.onDisk !== "primary");
    },
  },
  "in-step": {
    says: "the standby streams, is close behind, and no voter says `solo`",
    reads: ["lease", "database"],
    holds: ({ lease: { value: lease }, database: { value } }) => {
      if (value === null || lease === null) return "unknown";
      if (value.kind !== "standby" || !value.streaming || lease.solo.marked > 0) return "no";
      return value.lagMs === null ? "unknown" : known(value.lagMs <= IN_STEP_LAG_MS_MAX);
    },
  },
  "peer-guardian-answers": {
    says: "the other region's guardian answers and holds an open lease",
    reads: PEER,
    holds: ({ peer: { value } }) => {
      if (value?.lease == null) return "unknown";
      return known(value.guardian && value.lease.state === "held" && value.lease.open);
    },
  },
  "peer-database-primary": {
    says: "the other region's PostgreSQL is the primary",
    reads: PEER,
    holds: ({ peer: { value } }) =>
      value?.database == null ? "unknown" : known(value.database.kind === "primary" && value.database.writable),
  },
  "capacity-here": {
    says: "all of this region's processes run, and questions are answered in time",
    reads: PROCESSES,
    holds: ({ processes: { value } }) => {
      if (value === null) return "unknown";
      if (value.running < value.wanted || value.failing.length > 0) return "no";
      return known(value.answering);
    },
  },
  "accepts-events": {
    says: "this region's collector can durably accept events",
    reads: PROCESSES,
    holds: ({ processes: { value } }) => known(value?.accepting),
  },
  "serves-here": {
    says: "this region's /healthz/active answers 200",
    reads: PROCESSES,
    holds: ({ processes: { value } }) => known(value?.active),
  },
  "caches-warm": {
    says: "the overview questions were asked once under this epoch",
    reads: PROCESSES,
    holds: ({ processes: { value } }, { epoch }) => (value === null ? "unknown" : known(value.warmedEpoch === epoch)),
  },
  announced: {
    says: "the announcement of this run was sent",
    reads: PROCESSES,
    holds: ({ processes: { value } }, { run }) =>
      value === null ? "unknown" : known(value.announcedRuns.includes(run)),
  },
  "voter-abstains": {
    says: "the voter abstains",
    reads: LEASE,
    holds: ({ lease: { value } }, { voter }) => {
      if (value === null || voter === null) return "unknown";
      return known(value.votes[voter]?.kind === "abstains");
    },
  },
  "voter-readmitted": {
    says: "the voter votes again",
    reads: LEASE,
    holds: ({ lease: { value } }, { voter }) => {
      if (value === null || voter === null) return "unknown";
      return known(value.votes[voter]?.kind === "register");
    },
  },
  "others-agree": {
    says: "the two other voters agree on holder and epoch",
    reads: LEASE,
    holds: ({ lease: { value } }) => (value === null ? "unknown" : known(value.holder !== null)),
  },
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof CONDITIONS;

export const conditionOf = (name: ConditionName): Condition => CONDITIONS[name];
