// The plans as the engine makes them in the situations that they are for. What is said of a plan beforehand (its time, its
// commands, its picture) is said of these, and never of a copy.

import { assert } from "../../core/errors.ts";
import type { PlanKind } from "../../core/recovery-view.ts";
import { planFor } from "./plans.ts";
import type { Situation } from "./situation.ts";
import type { Plan } from "./step.ts";
import type { SeenDatabase, SeenLease } from "./world.ts";

type Names = { readonly self: string; readonly peer: string };

/** In `self`, which follows `peer`; all is well. */
function normal({ self, peer }: Names): Situation {
  const lease: SeenLease = {
    region: self,
    incarnation: `${self}-1`,
    state: "passive",
    epoch: 7,
    holder: peer,
    remainingMs: null,
    open: false,
    solo: { marked: 0, unmarked: 3 },
    wanted: 0,
    stillMs: [100, 100, 100],
    votes: [],
    seenPeerIncarnation: null,
    because: "it watches",
  };
  return {
    self,
    peer,
    lease,
    epoch: 7,
    holder: peer,
    newest: peer,
    heard: 3,
    renews: true,
    solo: false,
    database: { kind: "standby", streaming: true, lagMs: 0, lagBytes: 0, beatAgeMs: 400 },
    peerDatabase: null,
    peerLease: null,
    loss: { events: 0, ms: 0 },
    voter: null,
    voterName: null,
    followFailed: false,
  };
}

/** A database that was a primary when its region was lost. */
const FORMER: SeenDatabase = {
  kind: "down",
  onDisk: "primary",
  stoppedCleanly: false,
  endsInPeerHistory: null,
  tailListed: false,
  because: "it waits for the lease",
};

/** What of a normal day is different when this plan is made. */
function changes(kind: PlanKind, { lease, self, peer }: Situation): Partial<Situation> {
  switch (kind) {
    case "fail-over":
      return { renews: false };
    case "switch-over":
      return { peerLease: lease };
    case "fail-back":
      return { peerLease: lease, database: FORMER };
    case "rejoin":
      return { database: FORMER };
    case "resume":
      return { holder: self, newest: self };
    case "evict":
      return {};
    case "readmit": {
      const says = { epoch: 7, holder: peer, incarnation: `${peer}-1`, beat: 3, marks: { solo: false, wanted: false } };
      const vote = { kind: "register", register: { format: 2, ...says } } as const;
      const votes: SeenLease["votes"] = [vote, vote, { kind: "abstains", because: "its register is missing" }];
      return { voter: 2, lease: lease && { ...lease, votes } };
    }
  }
}

/** The plan of this kind that `self` would make. */
export function ordinaryPlan(kind: PlanKind, names: Names): Plan {
  const situation = normal(names);
  const plan = planFor(kind, { ...situation, ...changes(kind, situation) });
  assert("steps" in plan, `the engine refuses to ${kind} in the situation that it is for; see changes`);
  return plan;
}
