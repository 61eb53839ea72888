// Keeping the lease: one round after the other, the confirmations that ride on them, and the reasons to stop.

import { MAJORITY, type Owner, type Register } from "../register.ts";
import { passive } from "./contention.ts";
import type { Confirm, Ending, Heard, Held, Keeper, Round, Tenure, Voter, Yielding } from "./keeper.ts";
import { type Answer, beginRound, hearSet, isOver, setsOf, type Writing } from "./round.ts";
import { forgetOverdue, highestEpoch, isOwn, majorityOf, readVoter, VOTERS } from "./stillness.ts";
import { retryAtMs, type Turn } from "./turn.ts";

/** Who has a lease. */
export type Tenant = Held | Yielding;

/** More are refused: the guardian hands on what it is asked at once, so this many means that no round ends. */
const CONFIRMS_MAX = 10_000;
/** The watchdog hears of a longer lease in steps of this much; it may stop that much too soon, never too late. */
const WATCHDOG_STEP_MS = 200;

/** L3: past the end of its lease a holder never renews, whatever answers come late. */
export function hasLapsed({ tenure }: Tenant, { nowMs, rules }: Turn): boolean {
  return !rules.mayRenew(tenure.untilMs, nowMs);
}

/** The lease is given up for good: nothing waits any more, and the database is told to stop. */
export function end(keeper: Tenant, mode: "fast" | "immediate", because: string, turn: Turn): Ending {
  const { tenure } = keeper;
  refuseConfirms([...tenure.joined, ...tenure.waiting], `the lease of epoch ${tenure.epoch} ended: ${because}`, turn);
  if (mode === "immediate") turn.effects.push({ kind: "watchdog-stop" });
  turn.effects.push({ kind: "stop-database", mode });
  turn.effects.push({ kind: "say", event: "lease-ended", details: { epoch: tenure.epoch, because, mode } });
  const task = {
    kind: "stop",
    mode,
    untilMs: tenure.untilMs,
    againAtMs: turn.nowMs + turn.rules.times.stopAgainMs,
  } as const;
  return { ...passive(keeper, because), kind: "ending", epoch: tenure.epoch, task };
}

export function refuseConfirms(confirms: readonly Confirm[], because: string, { effects }: Turn): void {
  for (const { id } of confirms) effects.push({ kind: "unconfirmed", id, because });
}

/** L7: it waits for the next round to begin, since the present one may have been sent before the write was committed. */
export function confirm(keeper: Tenant, { id, epoch }: { id: string; epoch: number }, turn: Turn): Tenant {
  const { tenure } = keeper;
  const { confirmedBy } = turn.rules;
  if (epoch !== tenure.epoch) {
    const because = `the write began under epoch ${epoch}, and epoch ${tenure.epoch} is held`;
    turn.effects.push({ kind: "unconfirmed", id, because });
    return keeper;
  }
  if (confirmedBy === "no-round") {
    turn.effects.push({ kind: "confirmed", id, epoch });
    return keeper;
  }
  if (tenure.waiting.length >= CONFIRMS_MAX) {
    turn.effects.push({ kind: "unconfirmed", id, because: `${CONFIRMS_MAX} others wait for a renewal already` });
    return keeper;
  }
  const asked: Confirm = { id, epoch, askedAtMs: turn.nowMs };
  if (confirmedBy === "present-round" && tenure.round) return withTenure(keeper, { joined: [...tenure.joined, asked] });
  return withTenure(keeper, { waiting: [...tenure.waiting, asked] });
}

/** A voter answered a renewal. */
export function hearSetRenewing<K extends Tenant>(keeper: K, answer: Answer, turn: Turn): K {
  const { round } = keeper.tenure;
  const heard = hearSet(keeper, round, answer, round && writingOf(keeper, round.epoch, round.beat, turn), turn);
  return withTenure(heard.keeper, { round: heard.round });
}

/** With a lease, as time passes: a round ends, and the next one begins when it is due or somebody waits for it. */
export function settleRenewal<K extends Tenant>(before: K, turn: Turn): K {
  let keeper = expireConfirms(forgetOverdue(before, turn), turn);
  const { round } = keeper.tenure;
  if (round) {
    if (setsOf(round) >= turn.rules.setsMin) keeper = renewed(keeper, round, turn);
    else if (isOver(keeper, round)) keeper = failed(keeper, turn);
    else return keeper;
  }
  keeper = outbid(keeper, turn);
  return mayBegin(keeper, turn) ? begin(keeper, turn) : keeper;
}

/** L1, L2, L7: two answers to one round. The lease is counted from before its sending, and what joined it is confirmed. */
function renewed<K extends Tenant>(keeper: K, round: Round, turn: Turn): K {
  const { tenure } = keeper;
  const { nowMs, rules, effects } = turn;
  const until = rules.leaseFromMs(round.sentAtMs, nowMs) + rules.times.leaseMs;
  const untilMs = Math.max(tenure.untilMs, until);
  const { epoch } = round;
  for (const { id, epoch: begun } of tenure.joined) {
    if (begun === epoch) effects.push({ kind: "confirmed", id, epoch });
    else
      effects.push({
        kind: "unconfirmed",
        id,
        because: `epoch ${begun} became epoch ${epoch} before it was confirmed`,
      });
  }
  const tell = epoch !== tenure.epoch || untilMs - tenure.toldUntilMs >= WATCHDOG_STEP_MS;
  if (tell) effects.push({ kind: "watchdog", epoch, untilMs });
  if (epoch !== tenure.epoch)
    effects.push({ kind: "say", event: "epoch-raised", details: { from: tenure.epoch, epoch } });
  const toldUntilMs = tell ? untilMs : tenure.toldUntilMs;
  const countedSentAtMs = round.sentAtMs;
  const after = withTenure(keeper, { epoch, untilMs, countedSentAtMs, toldUntilMs, round: null, joined: [] });
  return epoch === keeper.pastEpoch ? after : { ...after, pastEpoch: Math.max(epoch, keeper.pastEpoch) };
}

/** What had joined waits for the next round: that one begins later still. */
function failed<K extends Tenant>(keeper: K, turn: Turn): K {
  const { joined, waiting } = keeper.tenure;
  return {
    ...withTenure(keeper, { round: null, joined: [], waiting: [...joined, ...waiting] }),
    retryAtMs: retryAtMs(turn),
  };
}

/** L8: a voter that shows another's epoch, as high as the own or higher, is outbid: first where the own records stand. */
function outbid<K extends Tenant>(keeper: K, { rules, nowMs }: Turn): K {
  const { nextEpoch } = keeper.tenure;
  if (!rules.outbids) return keeper;
  for (const { last } of keeper.heard) {
    if (last === null || last.epoch < nextEpoch || isOfTenure(keeper, last)) continue;
    return { ...withTenure(keeper, { nextEpoch: rules.epochAbove(highestEpoch(keeper)) }), nextAskAtMs: nowMs };
  }
  return keeper;
}

function mayBegin(keeper: Tenant, { nowMs }: Turn): boolean {
  if (keeper.tenure.round !== null || nowMs < keeper.retryAtMs) return false;
  return nowMs >= keeper.nextAskAtMs || keeper.tenure.waiting.length > 0;
}

/**
 * Rounds are sequential. A voter that still owes an answer is left out; one that was silent is tried with each beat, not with
 * each confirmation; one that never answered, abstains, or shows another's record that may not be replaced yet is read.
 */
function begin<K extends Tenant>(before: K, turn: Turn): K {
  const due = turn.nowMs >= before.nextAskAtMs;
  let keeper = before;
  const own: Voter[] = [];
  const repaired: Voter[] = [];
  for (const voter of VOTERS) {
    const heard = keeper.heard[voter];
    const { asked, last, because, backwards } = heard;
    if (asked !== null || (because !== null && !due)) continue;
    if (last !== null && !backwards && isOfTenure(keeper, last)) own.push(voter);
    else if (mayRepair(keeper, heard, turn)) repaired.push(voter);
    else if (due) keeper = readVoter(keeper, voter, turn);
  }
  const counting = turn.rules.repairs === "at-once" ? own.length + repaired.length : own.length;
  if (counting < Math.min(MAJORITY, turn.rules.setsMin)) {
    // Without two a round can't succeed; one of those that owe an answer gives it or is given up.
    return { ...keeper, retryAtMs: retryAtMs(turn) };
  }
  const { tenure } = keeper;
  const beat = tenure.beat + 1;
  const writing = writingOf(keeper, tenure.nextEpoch, beat, turn);
  const begun = beginRound(keeper, [...own, ...repaired], writing, turn);
  const after = withTenure(begun.keeper, { beat, round: begun.round, joined: tenure.waiting, waiting: [] });
  return due ? { ...after, nextAskAtMs: turn.nowMs + turn.rules.times.beatMs } : after;
}

/**
 * L8: another's record is replaced only after a round that was sent since it was first seen and got two answers on own records.
 * That round changed two voters under whatever attempt wrote the record, so the attempt can't succeed any more.
 */
function mayRepair({ tenure }: Tenant, { last, backwards, stillSinceMs }: Heard, { rules }: Turn): boolean {
  if (last === null || backwards) return false;
  if (rules.repairs === "at-once") return true;
  return last.epoch < tenure.epoch && stillSinceMs < tenure.countedSentAtMs;
}

function writingOf(keeper: Tenant, epoch: number, beat: number, { rules }: Turn): Writing {
  const counts = (replaced: Register) => rules.repairs === "at-once" || isOfTenure(keeper, replaced);
  const { region: holder, incarnation, tenure } = keeper;
  return { epoch, holder, incarnation, beat, solo: tenure.solo, keepWanted: true, counts };
}

/**
 * L8: what this tenure itself wrote. A record that names this run may also be another holder's gift (L9), of a later epoch and
 * without a beat: it was displaced then without having noticed, and the gift is adopted by a tenure of its own.
 */
function isOfTenure(keeper: Tenant, register: Owner & { beat?: number }): boolean {
  const { takenEpoch, nextEpoch } = keeper.tenure;
  if (!isOwn(keeper, register) || register.epoch > nextEpoch) return false;
  return register.epoch <= takenEpoch || register.beat !== 0;
}

function expireConfirms<K extends Tenant>(keeper: K, turn: Turn): K {
  const { joined, waiting } = keeper.tenure;
  const sinceMs = turn.nowMs - turn.rules.times.confirmMsMax;
  const overdue = ({ askedAtMs }: Confirm) => askedAtMs <= sinceMs;
  if (!joined.some(overdue) && !waiting.some(overdue)) return keeper;
  const late = [...joined.filter(overdue), ...waiting.filter(overdue)];
  refuseConfirms(late, "no renewal round got two answers in time", turn);
  const inTime = (one: Confirm) => !overdue(one);
  return withTenure(keeper, { joined: joined.filter(inTime), waiting: waiting.filter(inTime) });
}

export function withTenure<K extends Tenant>(keeper: K, change: Partial<Tenure>): K {
  return { ...keeper, tenure: { ...keeper.tenure, ...change } };
}

/** Only a holder whose clock stood still lives to see it: it has nothing to renew any more. */
export function isDisplaced(keeper: Tenant): boolean {
  const majority = majorityOf(keeper);
  return majority !== undefined && majority.epoch > keeper.tenure.epoch && !isOfTenure(keeper, majority);
}

/** Two voters of the own epochs say that the holder is to stop. */
export function isWanted(keeper: Keeper): boolean {
  let marked = 0;
  for (const { last, because } of keeper.heard) {
    if (last?.marks.wanted && because === null && isOwn(keeper, last)) marked += 1;
  }
  return marked >= MAJORITY;
}

/** Why a holder's health makes it stop; undefined while it may go on. */
export function sickness(
  { health, healthyOnce, startsFailed, tenure }: Held,
  { nowMs, rules }: Turn,
): string | undefined {
  if (health.ok) return undefined;
  const badMs = nowMs - Math.max(health.sinceMs, tenure.takenAtMs);
  if (badMs < sickAfterMs(healthyOnce, startsFailed, rules.times)) return undefined;
  return `it has been unhealthy for ${Math.round(badMs)} ms: ${health.because}`;
}

/** Twice as long after each start that never became healthy: a database that needs a minute to recover gets it in the end. */
export function sickAfterMs(
  healthyOnce: boolean,
  startsFailed: number,
  times: { unhealthyMsMax: number; startMsMax: number; startMsCeiling: number },
): number {
  return healthyOnce ? times.unhealthyMsMax : Math.min(times.startMsMax * 2 ** startsFailed, times.startMsCeiling);
}
