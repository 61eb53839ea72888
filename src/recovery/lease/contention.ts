// Taking an epoch: its own record again, one that was given to it, or another's that has stood still for longer than any lease.

import { MAJORITY, type Register } from "../register.ts";
import type { Aim, Contending, Held, Keeper, Passive, Round, Voter } from "./keeper.ts";
import { type Answer, beginRound, hearSet, isOver, setsOf, type Writing } from "./round.ts";
import {
  forgetOverdue,
  highestEpoch,
  isStill,
  majorityOf,
  readVoters,
  VOTERS,
  votesOf,
  wantedMayStand,
} from "./stillness.ts";
import { retryAtMs, type Turn } from "./turn.ts";

/** Passive, as time passes: reads the voters, and takes what two of them say is its own. */
export function settlePassive(before: Passive, turn: Turn): Keeper {
  let keeper = forgetOverdue(before, turn);
  const aim = claimOf(keeper, turn);
  if (aim) {
    const contending: Contending = { ...keeper, kind: "contending", aim, round: null, because: wordsOf(aim) };
    const attempted = attempt(contending, namingOwn(keeper), turn);
    if (attempted.round) return attempted;
  }
  if (turn.nowMs >= keeper.nextAskAtMs) keeper = readVoters(keeper, turn);
  return keeper;
}

/**
 * L6: the region that two voters name takes its own record at once. Whoever held before it has stopped, since one of the two
 * was written by this region after that holder's last round; and if another one takes it meanwhile, a voter of the two differs.
 */
function claimOf(keeper: Passive, { nowMs }: Turn): Aim | undefined {
  if (nowMs < keeper.retryAtMs) return undefined;
  const majority = majorityOf(keeper);
  if (majority?.holder !== keeper.region || wantedMayStand(keeper, majority)) return undefined;
  const { epoch, incarnation, solo } = majority;
  if (incarnation === keeper.incarnation && epoch > keeper.pastEpoch) return { kind: "adopt", epoch, solo };
  return nowMs < keeper.awayUntilMs ? undefined : { kind: "retake", solo };
}

/** The voters behind the majority that names this region. */
function namingOwn(keeper: Passive): Voter[] {
  const majority = majorityOf(keeper);
  const votes = votesOf(keeper);
  return VOTERS.filter((voter) => {
    const vote = votes[voter];
    return (
      vote.kind === "register" && vote.register.epoch === majority?.epoch && vote.register.holder === keeper.region
    );
  });
}

/** Contending, as time passes: an attempt ends, or the next one begins once enough voters stand still. */
export function settleContending(before: Contending, turn: Turn): Keeper {
  let keeper = forgetOverdue(before, turn);
  const { round } = keeper;
  if (round) {
    if (setsOf(round) >= turn.rules.setsMin) return take(keeper, round, turn);
    if (!isOver(keeper, round)) return keeper;
    keeper = { ...keeper, round: null, retryAtMs: retryAtMs(turn) };
    turn.effects.push({ kind: "say", event: "attempt-failed", details: { epoch: round.epoch, sets: setsOf(round) } });
    if (keeper.aim.kind !== "displace")
      return passive(keeper, "its attempt to take its own record again failed; it tries again");
  }
  if (keeper.aim.kind === "displace") {
    // At whatever voter: the others that showed it may have lost it since, and it may have been written under.
    const newest = newestOfOthers(keeper);
    if (newest && newest.epoch > keeper.aim.above) {
      const because = `it was to displace epoch ${keeper.aim.above}, and a voter shows epoch ${newest.epoch} of ${newest.holder}`;
      turn.effects.push({ kind: "say", event: "contention-overtaken", details: { epoch: newest.epoch } });
      return passive(keeper, because);
    }
    if (turn.rules.sparesSolo && keeper.aim.overSolo !== true && isPeerSolo(keeper)) {
      // R4: marked after the plan was made. Its last beat, and with it the mark, is seen before its voters have stood still.
      turn.effects.push({ kind: "say", event: "contention-spares-solo", details: { above: keeper.aim.above } });
      return passive(
        keeper,
        "a voter says that the holder wrote alone (`solo`): a person has to accept what may be lost",
      );
    }
    const still = VOTERS.filter((voter) => isStill(keeper, keeper.heard[voter], turn.nowMs, turn.rules));
    if (turn.nowMs >= keeper.retryAtMs && still.length >= turn.rules.stillMin) {
      const attempted = attempt(keeper, turn.rules.writes === "all" ? VOTERS : still, turn);
      if (attempted.round) return attempted;
    }
  }
  return turn.nowMs >= keeper.nextAskAtMs ? readVoters(keeper, turn) : keeper;
}

function newestOfOthers({ heard, region }: Contending): Register | null {
  let newest: Register | null = null;
  for (const { last } of heard) {
    if (last !== null && last.holder !== region && last.epoch > (newest?.epoch ?? -1)) newest = last;
  }
  return newest;
}

/** The newest record of another region that any voter shows says `solo`. */
function isPeerSolo({ heard, region }: Contending): boolean {
  const highest = heard.reduce(
    (epoch, { last }) => Math.max(epoch, last?.holder === region ? 0 : (last?.epoch ?? 0)),
    0,
  );
  return heard.some(({ last }) => last !== null && last.holder !== region && last.epoch === highest && last.marks.solo);
}

export function hearSetContending(keeper: Contending, answer: Answer, turn: Turn): Contending {
  // A contender's expectations are what it saw standing still, so what differs isn't written again.
  const heard = hearSet(keeper, keeper.round, answer, null, turn);
  return { ...heard.keeper, round: heard.round };
}

export function passive(keeper: Keeper, because: string): Passive {
  return {
    kind: "passive",
    region: keeper.region,
    incarnation: keeper.incarnation,
    heard: keeper.heard,
    nextRequest: keeper.nextRequest,
    nextAskAtMs: keeper.nextAskAtMs,
    retryAtMs: keeper.retryAtMs,
    pastEpoch: keeper.pastEpoch,
    awayUntilMs: keeper.awayUntilMs,
    startsFailed: keeper.startsFailed,
    wakeAtMs: keeper.wakeAtMs,
    because,
  };
}

function attempt(keeper: Contending, voters: readonly Voter[], turn: Turn): Contending {
  // L4: only these are written, and only when they have nothing left to answer.
  const free = voters.filter((voter) => keeper.heard[voter].asked === null && keeper.heard[voter].last !== null);
  if (free.length < Math.min(MAJORITY, turn.rules.setsMin)) return keeper;
  const { aim } = keeper;
  const epoch = aim.kind === "adopt" ? aim.epoch : turn.rules.epochAbove(highestEpoch(keeper));
  const begun = beginRound(
    keeper,
    free,
    writingOf(keeper, epoch, aim.kind === "adopt" ? beatAbove(keeper, epoch) : 0),
    turn,
  );
  return { ...begun.keeper, round: begun.round };
}

function beatAbove({ heard }: Contending, epoch: number): number {
  let beat = 0;
  for (const { last } of heard) if (last && last.epoch === epoch && last.beat >= beat) beat = last.beat + 1;
  return beat;
}

function writingOf({ region, incarnation, aim }: Contending, epoch: number, beat: number): Writing {
  return {
    epoch,
    holder: region,
    incarnation,
    beat,
    solo: aim.solo,
    keepWanted: aim.kind !== "displace",
    counts: () => true,
  };
}

/** L1, L2: enough voters said "set" to the same round, and the lease runs from before it was sent. */
function take(keeper: Contending, round: Round, turn: Turn): Keeper {
  const { nowMs, rules, effects } = turn;
  const untilMs = rules.leaseFromMs(round.sentAtMs, nowMs) + rules.times.leaseMs;
  if (!rules.mayRenew(untilMs, nowMs)) {
    return passive({ ...keeper, pastEpoch: round.epoch, retryAtMs: retryAtMs(turn) }, "the answers came too late");
  }
  const { epoch, beat } = round;
  effects.push({ kind: "watchdog", epoch, untilMs });
  effects.push({ kind: "say", event: "lease-taken", details: { epoch, aim: keeper.aim.kind, solo: keeper.aim.solo } });
  const held: Held = {
    ...passive(keeper, `it took epoch ${epoch}: ${wordsOf(keeper.aim)}`),
    kind: "held",
    pastEpoch: epoch,
    nextAskAtMs: nowMs,
    tenure: {
      epoch,
      takenEpoch: epoch,
      untilMs,
      takenAtMs: nowMs,
      countedSentAtMs: round.sentAtMs,
      nextEpoch: epoch,
      beat,
      solo: keeper.aim.solo,
      round: null,
      waiting: [],
      joined: [],
      toldUntilMs: untilMs,
    },
    gate: keeper.aim.kind === "retake" ? "when-healthy" : "closed",
    health: { ok: false, sinceMs: nowMs, because: "it hasn't been probed since the lease was taken" },
    healthyOnce: false,
  };
  return held;
}

function wordsOf(aim: Aim): string {
  if (aim.kind === "retake") return "two voters name this region, so it takes its own record again";
  if (aim.kind === "adopt") return `epoch ${aim.epoch} was given to this run`;
  return `it contends above epoch ${aim.above}: ${aim.why}`;
}
