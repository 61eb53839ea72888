// Situations and the plans made for them: for the tests of plans and for the tables in SPEC.md.

import type { PlanKind } from "../../core/recovery-view.ts";
import type { Vote } from "../register.ts";
import { planFor } from "./plans.ts";
import type { Situation } from "./situation.ts";
import type { Action, Plan } from "./step.ts";
import type { SeenDatabase, SeenLease } from "./world.ts";

const STANDBY: SeenDatabase = { kind: "standby", streaming: true, lagMs: 0, lagBytes: 0, beatAgeMs: 400 };
export const FORMER: SeenDatabase = {
  kind: "down",
  onDisk: "primary",
  stoppedCleanly: false,
  endsInPeerHistory: null,
  tailListed: false,
  because: "it waits for the lease",
};
const away: Vote = { kind: "abstains", because: "it can't be reached" };
const named = (holder: string): Vote => ({
  kind: "register",
  register: { format: 2, epoch: 7, holder, incarnation: "a", beat: 3, marks: { solo: false, wanted: false } },
});

function lease(changes: Partial<SeenLease> = {}): SeenLease {
  const votes = [named("north"), named("north"), named("north")];
  return {
    region: "south",
    incarnation: "south-1",
    state: "passive",
    epoch: 7,
    holder: "north",
    remainingMs: null,
    open: false,
    solo: { marked: 0, unmarked: 3 },
    wanted: 0,
    stillMs: [100, 100, 100],
    votes,
    seenPeerIncarnation: "north-1",
    because: "it watches",
    ...changes,
  };
}

export function situation(changes: Partial<Situation> = {}): Situation {
  return {
    self: "south",
    peer: "north",
    lease: lease(),
    epoch: 7,
    holder: "north",
    newest: "north",
    heard: 3,
    renews: true,
    solo: false,
    database: STANDBY,
    peerDatabase: null,
    peerLease: lease({ region: "north", state: "held", open: true }),
    loss: { events: 12, ms: 4_000 },
    voter: null,
    voterName: null,
    followFailed: false,
    ...changes,
  };
}

export function made(kind: PlanKind, changes: Partial<Situation> = {}): Plan {
  const plan = planFor(kind, situation(changes));
  if ("refused" in plan) throw new Error(plan.refused);
  return plan;
}

export const lost = { renews: false } as const;
/** Each kind of plan, with the actions it must have in their order. */
export const PLANS: [string, Plan, Action[]][] = [
  [
    "fail-over",
    made("fail-over", lost),
    ["check", "contend", "promote", "verify", "scale", "open", "warm", "announce"],
  ],
  ["switch-over", made("switch-over"), ["check", "scale", "yield", "promote", "verify", "open", "warm", "announce"]],
  [
    "fail-back of a former primary",
    made("fail-back", { database: FORMER, solo: true }),
    [
      "check",
      "list-tail",
      "keep-former",
      "rebuild",
      "await-in-step",
      "scale",
      "yield",
      "promote",
      "verify",
      "open",
      "warm",
      "announce",
    ],
  ],
  [
    "fail-back of a standby",
    made("fail-back"),
    ["check", "await-in-step", "scale", "yield", "promote", "verify", "open", "warm", "announce"],
  ],
  [
    "rejoin after a crash",
    made("rejoin", { database: FORMER }),
    ["check", "list-tail", "keep-former", "rebuild", "await-in-step"],
  ],
  [
    "rejoin after a hand-over",
    made("rejoin", { database: { ...FORMER, stoppedCleanly: true, endsInPeerHistory: true } as SeenDatabase }),
    ["check", "follow", "await-in-step"],
  ],
  ["evict", made("evict"), ["check", "evict", "contend", "promote", "verify", "scale", "open", "warm", "announce"]],
  [
    "resume",
    made("resume", { holder: "south" }),
    ["check", "contend", "promote", "verify", "scale", "open", "warm", "announce"],
  ],
  [
    "readmit",
    made("readmit", { voter: 2, lease: lease({ votes: [named("north"), named("north"), away] }) }),
    ["readmit-voter"],
  ],
];
