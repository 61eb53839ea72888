// Which epoch a run acts under: the one that its leader holds now. A lease that is lost on the way sends the run back to its fence.

import type { SeenLease } from "../plan/world.ts";
import { MAJORITY } from "../register.ts";
import { giveUp } from "./ending.ts";
import { namedEpoch } from "./overtaking.ts";
import { fenceIndex, type Run, rewind } from "./run.ts";
import { note, RUN_TIMES, stamp, type Turn, tell } from "./turn.ts";

/** `anew`: the run stands at another step, to be begun by looking. `ended`: it is over. */
export type Followed = "goes-on" | "anew" | "ended";

/** Takes on the epoch that the run's leader holds now, and sends the run back where its lease was lost. */
export function followLease(turn: Turn, run: Run): Followed {
  const lease = turn.r.sight.lease.value;
  if (lease === null) return "goes-on";
  const { plan } = run;
  if (plan.leader === "peer") {
    if (lease.holder === turn.r.peer && namedEpoch(lease) > run.epoch)
      takeOn(turn, run, namedEpoch(lease), `${turn.r.peer} holds it`);
    return "goes-on";
  }
  if (plan.leader === "any") return "goes-on";
  if (lease.state !== "held") {
    if (run.epoch === 0 && lease.holder === turn.r.peer && namedEpoch(lease) > run.above) {
      // A planned hand-over, or an eviction, is from whatever epoch the holder has by now.
      run.above = namedEpoch(lease);
      if (evictAgain(turn, run)) return "anew";
    }
    return run.epoch > 0 ? whenLost(turn, run, lease) : "goes-on";
  }
  run.lostSinceMs = null;
  if (lease.epoch <= Math.max(run.epoch, run.epoch === 0 ? run.above : 0)) return "goes-on";
  const again = run.epoch > 0;
  takeOn(turn, run, lease.epoch, again ? "the guardian took its own record again" : "taken by this run");
  // What was promised under the older epoch is looked at again under the newer one.
  if (again && run.index > fenceIndex(plan) + 1) {
    rewind(run, fenceIndex(plan) + 1, turn.nowMs);
    return "anew";
  }
  // A run that is taken up after a restart meets what its fence has changed: what led up to the fence was seen before.
  const waits = run.phase.kind === "looking" || run.phase.kind === "pausing";
  if (!again && waits && run.index < fenceIndex(plan)) {
    for (const state of run.steps.slice(run.index, fenceIndex(plan))) {
      state.state = "done";
      state.endedAtMs = turn.nowMs;
      state.because = "it was so before the lease was taken";
    }
    run.index = fenceIndex(plan);
    return "anew";
  }
  return "goes-on";
}

/** A mark is for one epoch: a holder that has taken another one since is marked again. */
function evictAgain(turn: Turn, run: Run): boolean {
  const at = run.plan.steps.findIndex((step) => step.action === "evict");
  if (at < 0 || run.index <= at) return false;
  rewind(run, at, turn.nowMs);
  return true;
}

/** The lease is gone: first the guardian may take its record again, then a plan that contends does so anew. */
function whenLost(turn: Turn, run: Run, lease: SeenLease): Followed {
  run.lostSinceMs ??= turn.nowMs;
  if (turn.nowMs - run.lostSinceMs < RUN_TIMES.leaseLostMsMax) return "goes-on";
  if (run.phase.kind === "writing") return "goes-on";
  const fence = fenceIndex(run.plan);
  if (lease.wanted >= MAJORITY && lease.holder === turn.r.region) {
    giveUp(turn, run, "superseded", `two voters want ${turn.r.region} to stop: the other region is to take over`);
    return "ended";
  }
  if (run.plan.steps[fence]?.action !== "contend") {
    giveUp(
      turn,
      run,
      "failed",
      `the lease of epoch ${run.epoch} was lost (${lease.because}); what is left to do is taken up anew`,
    );
    return "ended";
  }
  if (run.index <= fence) return "goes-on";
  run.above = Math.max(run.above, run.epoch, namedEpoch(lease));
  run.lostSinceMs = null;
  rewind(run, fence, turn.nowMs);
  tell(
    turn,
    "lease-lost",
    run.id,
    `The lease of epoch ${run.epoch} was lost (${lease.because}); the run contends again.`,
  );
  return "anew";
}

function takeOn(turn: Turn, run: Run, epoch: number, because: string): void {
  run.epoch = epoch;
  note(turn, run, { ...stamp(turn), kind: "epoch", epoch, because });
}
