// R3: what makes a run end because the world went on without it: another region took a newer epoch, the lost holder is
// back, the leader that it waits for is lost.

import { isDecided } from "../detector/detector.ts";
import { newestRecord } from "../plan/conditions.ts";
import { renews } from "../plan/situation.ts";
import type { SeenLease } from "../plan/world.ts";
import { agreed } from "../register.ts";
import { giveUp } from "./ending.ts";
import { fenceIndex, type Run } from "./run.ts";
import type { Turn } from "./turn.ts";

/** True when another region has overtaken this run, or the reason for it is gone. */
export function isOvertaken(turn: Turn, run: Run): boolean {
  const lease = turn.r.sight.lease.value;
  if (lease === null || turn.r.sight.lease.atMs < run.startedAtMs) return false;
  const { plan } = run;
  if (plan.leader === "any") return false;
  if (isLeaderLost(turn, run)) return true;
  const { self, peer } = { self: turn.r.region, peer: turn.r.peer };
  if (plan.leader === "peer") {
    if (lease.state !== "held" && lease.holder !== self) return false;
    giveUp(turn, run, "superseded", `two voters name ${self} itself now, under epoch ${lease.epoch}`);
    return true;
  }
  if (isWrittenPast(turn, run, lease)) return true;
  const led = lease.holder === peer && lease.state !== "held" && lease.state !== "yielding";
  if (!led) return false;
  const epoch = namedEpoch(lease);
  if (run.epoch > 0 && epoch > run.epoch) {
    giveUp(turn, run, "superseded", `${peer} holds epoch ${epoch}, above this run's epoch ${run.epoch}`);
    return true;
  }
  if (run.epoch > 0) return false;
  return isNotNeeded(turn, run, lease) || isSoloNow(turn, run, lease);
}

/** R4: a newer record of the other region, at whatever voter: it may have written under it, and what to do is decided anew. */
function isWrittenPast(turn: Turn, run: Run, lease: SeenLease): boolean {
  const { kind } = run.plan;
  if (kind !== "fail-over" && kind !== "resume") return false;
  if (lease.state === "held" || lease.state === "yielding") return false;
  const newest = newestRecord(lease);
  if (newest?.holder !== turn.r.peer || newest.epoch <= Math.max(run.above, run.epoch)) return false;
  giveUp(
    turn,
    run,
    "superseded",
    `a voter shows epoch ${newest.epoch} of ${turn.r.peer}, which is newer than this run`,
  );
  return true;
}

/** R4: marked after the plan was made: the next one asks. The keeper doesn't displace such a holder for an unapproved run. */
function isSoloNow(turn: Turn, run: Run, lease: SeenLease): boolean {
  const { plan, approved, asked } = run;
  if (approved || asked || !turn.rules.soloAsked || lease.solo.marked === 0) return false;
  if (turn.r.sight.database.value?.kind !== "standby") return false;
  if (plan.steps[fenceIndex(plan)]?.action !== "contend") return false;
  if (plan.steps.some(({ approval }) => approval === "ask")) return false;
  giveUp(turn, run, "superseded", `a voter says now that ${turn.r.peer} wrote alone (solo); a person has to accept it`);
  return true;
}

/** A return, or a planned hand-over, waits for a leader: when that is lost, a fail-over comes first. */
function isLeaderLost(turn: Turn, run: Run): boolean {
  const { kind, leader } = run.plan;
  const planned = kind === "switch-over" || kind === "fail-back";
  if (leader !== "peer" && !(planned && run.epoch === 0)) return false;
  const { trouble } = turn.r.detector;
  if (trouble?.kind !== "lost" || !isDecided(trouble, turn.nowMs, turn.rules.hysteresisKept)) return false;
  if (turn.r.sight.database.value?.kind !== "standby") return false;
  giveUp(turn, run, "superseded", `${turn.r.peer} doesn't renew its lease any more, so a fail-over comes first`);
  return true;
}

/** Before the fence of a run for a lost holder: it is back, or has taken a newer epoch. */
function isNotNeeded(turn: Turn, run: Run, lease: SeenLease): boolean {
  const { kind } = run.plan;
  const { peer } = turn.r;
  if (kind === "fail-over" && renews(lease) === true) {
    giveUp(turn, run, "superseded", `${peer} renews its lease again; nothing was changed`);
    return true;
  }
  return false;
}

/** The epoch that two voters name. The highest one seen may be this region's own attempt at a single voter: that is nobody's. */
export const namedEpoch = (lease: SeenLease): number => agreed(lease.votes)?.epoch ?? 0;
