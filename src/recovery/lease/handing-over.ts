// Handing the lease over without losing a write: stop the database cleanly while still renewing, give the lease up, and only
// then write the receiver's name. If the stop isn't clean or takes too long, the holder goes on as before.

import { passive } from "./contention.ts";
import type { Ending, Held, Keeper, Voter, Yielding } from "./keeper.ts";
import { refuseConfirms, settleRenewal } from "./renewal.ts";
import { type Answer, beginRound, hearSet, type Writing } from "./round.ts";
import { forgetOverdue, highestEpoch, isOwn, readVoters, VOTERS } from "./stillness.ts";
import { retryAtMs, type Turn } from "./turn.ts";

export function beginYield(keeper: Held, to: { region: string; incarnation: string }, turn: Turn): Yielding {
  const { kind: _, gate, health: __, healthyOnce: ___, ...common } = keeper;
  turn.effects.push({ kind: "stop-database", mode: "fast" });
  const { epoch } = keeper.tenure;
  turn.effects.push({ kind: "say", event: "yield-begun", details: { epoch, to: to.region } });
  return {
    ...common,
    kind: "yielding",
    to: to.region,
    toIncarnation: to.incarnation,
    sinceMs: turn.nowMs,
    gate,
    stopped: false,
    because: `it hands epoch ${epoch} over to ${to.region}: its database is being stopped`,
  };
}

/** L9: only a clean stop has given the receiver every write that was ever answered. */
export function databaseStoppedYielding(keeper: Yielding, clean: boolean, turn: Turn): Keeper {
  if (!clean && turn.rules.grantsOnlyClean) return goOn(keeper, "its database didn't stop cleanly", turn);
  return { ...keeper, stopped: true };
}

export function settleYielding(before: Yielding, turn: Turn): Keeper {
  const keeper = settleRenewal(before, turn);
  const { times } = turn.rules;
  const { round, waiting } = keeper.tenure;
  // What was committed before the stop is still confirmed under the old epoch.
  if (keeper.stopped && round === null && waiting.length === 0) return grant(keeper, turn);
  if (!keeper.stopped && turn.nowMs - keeper.sinceMs >= times.yieldMsMax) {
    return goOn(keeper, `its database didn't stop within ${times.yieldMsMax} ms`, turn);
  }
  return keeper;
}

/** The hand-over is given up. The lease was never interrupted; the database starts anew under it. */
function goOn(keeper: Yielding, because: string, turn: Turn): Held {
  const { kind: _, to, toIncarnation: __, sinceMs: ___, stopped: ____, ...rest } = keeper;
  turn.effects.push({ kind: "say", event: "yield-given-up", details: { epoch: keeper.tenure.epoch, to, because } });
  const tenure = { ...keeper.tenure, takenAtMs: turn.nowMs };
  return {
    ...rest,
    kind: "held",
    tenure,
    gate: keeper.gate === "closed" ? "closed" : "when-healthy",
    health: { ok: false, sinceMs: turn.nowMs, because: "its database was stopped for a hand-over" },
    healthyOnce: false,
    because: `the hand-over to ${to} was given up: ${because}`,
  };
}

function grant(keeper: Yielding, turn: Turn): Ending {
  const { tenure, to, toIncarnation } = keeper;
  turn.effects.push({ kind: "watchdog-stop" });
  refuseConfirms([...tenure.joined, ...tenure.waiting], "the lease was handed over", turn);
  const epoch = turn.rules.epochAbove(highestEpoch(keeper));
  const writing = writingOf(to, toIncarnation, epoch);
  const common = passive(keeper, `it gave up epoch ${tenure.epoch} and gives epoch ${epoch} to ${to}`);
  const voters = VOTERS.filter((voter) => mayWrite(common, voter));
  const begun = beginRound(common, voters, writing, turn);
  turn.effects.push({ kind: "say", event: "lease-given", details: { from: tenure.epoch, epoch, to } });
  return {
    ...begun.keeper,
    kind: "ending",
    epoch: tenure.epoch,
    task: { kind: "grant", to, toIncarnation, round: begun.round, untilMs: turn.nowMs + turn.rules.times.grantMsMax },
  };
}

export function hearSetEnding(keeper: Ending, answer: Answer, turn: Turn): Ending {
  const { task } = keeper;
  if (task.kind === "stop") return hearSet(keeper, null, answer, null, turn).keeper;
  const heard = hearSet(keeper, task.round, answer, writingOf(task.to, task.toIncarnation, task.round.epoch), turn);
  return { ...heard.keeper, task: { ...task, round: heard.round ?? task.round } };
}

/** Without a lease, as time passes: the database is told again to stop, or the receiver's name is written again. */
export function settleEnding(before: Ending, turn: Turn): Keeper {
  let keeper = forgetOverdue(before, turn);
  const { task } = before;
  if (task.kind === "grant") return settleGrant(keeper, task, turn);
  const overdue = task.mode === "fast" && turn.nowMs >= task.untilMs;
  if (overdue || turn.nowMs >= task.againAtMs) {
    const mode = overdue ? "immediate" : task.mode;
    if (mode === "immediate") turn.effects.push({ kind: "watchdog-stop" });
    turn.effects.push({ kind: "stop-database", mode });
    keeper = { ...keeper, task: { ...task, mode, againAtMs: turn.nowMs + turn.rules.times.stopAgainMs } };
  }
  return turn.nowMs >= keeper.nextAskAtMs ? readVoters(keeper, turn) : keeper;
}

type Grant = Extract<Ending["task"], { kind: "grant" }>;

function settleGrant(keeper: Ending, task: Grant, turn: Turn): Keeper {
  const { round, to } = task;
  const given = VOTERS.filter((voter) => round.set[voter] || namesReceiver(keeper, task, voter));
  if (given.length >= turn.rules.setsMin) return passive(keeper, `${to} was given epoch ${round.epoch}`);
  if (turn.nowMs >= task.untilMs) {
    turn.effects.push({ kind: "say", event: "grant-failed", details: { epoch: round.epoch, to } });
    return passive(keeper, `two voters didn't take the name of ${to} for epoch ${round.epoch}`);
  }
  if (turn.nowMs < keeper.retryAtMs) return keeper;
  const left = VOTERS.filter((voter) => !given.includes(voter) && mayWrite(keeper, voter));
  if (left.length === 0) return keeper;
  const begun = beginRound(keeper, left, writingOf(to, task.toIncarnation, round.epoch), turn);
  const again = { ...begun.round, set: round.set, resent: round.resent };
  return { ...begun.keeper, retryAtMs: retryAtMs(turn), task: { ...task, round: again } };
}

/** It was written although its answer was lost; the receiver may have renewed it since. */
function namesReceiver({ heard }: Keeper, { to, toIncarnation, round }: Grant, voter: Voter): boolean {
  const { last } = heard[voter];
  return last?.epoch === round.epoch && last.holder === to && last.incarnation === toIncarnation;
}

/** Only what is still its own can be given: whatever else a voter shows may be a holder's by now. */
function mayWrite(keeper: Keeper, voter: Voter): boolean {
  const { asked, last, backwards } = keeper.heard[voter];
  return asked === null && last !== null && !backwards && isOwn(keeper, last);
}

function writingOf(to: string, incarnation: string, epoch: number): Writing {
  // L9: the receiver starts alone; its former standby is this region, and it comes back by a plan.
  return { epoch, holder: to, incarnation, beat: 0, solo: true, keepWanted: false, counts: () => true };
}
