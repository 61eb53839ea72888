// What a keeper learns from its voters: what each says, for how long it has said so, and what two of them say together.

import { agreed, MAJORITY, type Majority, type Register, sameOwner, type Vote } from "../register.ts";
import type { Common, Heard, Voter } from "./keeper.ts";
import type { LeaseRules } from "./rules.ts";
import type { Turn } from "./turn.ts";

export const VOTERS: readonly Voter[] = [0, 1, 2];

export const UNHEARD: Heard = {
  last: null,
  because: "it hasn't been asked yet",
  backwards: false,
  stillSinceMs: 0,
  answeredAtMs: 0,
  asked: null,
};

/**
 * The answer of a voter. It stands still from the answer that first showed this owner and beat: beats never repeat, so nothing
 * was written in between, whether or not it was heard all the time. Marks don't count.
 */
export function learn(heard: Heard, present: Register, { nowMs, rules }: Turn): Heard {
  const { last } = heard;
  if (last && rules.backwardsAbstains && isBackwards(last, present)) {
    const because = `it moved backwards, from epoch ${last.epoch} beat ${last.beat} to epoch ${present.epoch} beat ${present.beat}, so it counts only when a plan has re-admitted it`;
    return { ...heard, because, backwards: true, answeredAtMs: nowMs, asked: null };
  }
  const still = last !== null && last.beat === present.beat && sameOwner(last, present);
  return {
    last: present,
    because: null,
    backwards: false,
    stillSinceMs: still ? heard.stillSinceMs : nowMs,
    answeredAtMs: nowMs,
    asked: null,
  };
}

/** V5: an older epoch, an older beat of the same one, or another owner in it. */
function isBackwards(last: Register, present: Register): boolean {
  if (present.epoch !== last.epoch) return present.epoch < last.epoch;
  return present.beat < last.beat || !sameOwner(present, last);
}

export function silent(heard: Heard, because: string): Heard {
  return { ...heard, because: heard.backwards ? heard.because : because, asked: null };
}

/** A voter answered a reading. An answer that isn't waited for any more says nothing: a newer one may have come before it. */
export function hearRead<K extends Common>(
  keeper: K,
  read: { voter: Voter; request: number; vote: Vote },
  turn: Turn,
): K {
  const heard = keeper.heard[read.voter];
  if (heard.asked?.request !== read.request || heard.asked.next !== null) return keeper;
  const { vote } = read;
  const after = vote.kind === "register" ? learn(heard, vote.register, turn) : silent(heard, vote.because);
  return withHeard(keeper, read.voter, after);
}

/** A keeper with one voter's part replaced. */
export function withHeard<K extends Common>(keeper: K, voter: Voter, heard: Heard): K {
  const [first, second, third] = keeper.heard;
  const all: Common["heard"] =
    voter === 0 ? [heard, second, third] : voter === 1 ? [first, heard, third] : [first, second, heard];
  return { ...keeper, heard: all };
}

/** Requests that have gone unanswered for too long are forgotten; whatever answers them later isn't heard. */
export function forgetOverdue<K extends Common>(keeper: K, { nowMs, rules }: Turn): K {
  let after = keeper;
  for (const voter of VOTERS) {
    const heard = keeper.heard[voter];
    if (heard.asked && nowMs - heard.asked.sentAtMs >= rules.times.voterMsMax) {
      after = withHeard(after, voter, silent(heard, "it didn't answer in time"));
    }
  }
  return after;
}

/** Reads every voter that has nothing left to answer. */
export function readVoters<K extends Common>(keeper: K, turn: Turn): K {
  let after = keeper;
  for (const voter of VOTERS) {
    if (after.heard[voter].asked === null) after = readVoter(after, voter, turn);
  }
  return { ...after, nextAskAtMs: turn.nowMs + turn.rules.times.pollMs };
}

export function readVoter<K extends Common>(keeper: K, voter: Voter, turn: Turn): K {
  const request = keeper.nextRequest;
  turn.effects.push({ kind: "read", voter, request });
  const asked = { request, sentAtMs: turn.nowMs, next: null };
  return { ...withHeard(keeper, voter, { ...keeper.heard[voter], asked }), nextRequest: request + 1 };
}

/** A voter's word as it counts now. */
export function voteOf({ last, because }: Heard): Vote {
  if (last !== null && because === null) return { kind: "register", register: last };
  return { kind: "abstains", because: because ?? "it hasn't answered yet" };
}

export function votesOf({ heard }: Common): [Vote, Vote, Vote] {
  return [voteOf(heard[0]), voteOf(heard[1]), voteOf(heard[2])];
}

export function majorityOf(keeper: Common): Majority | undefined {
  return agreed(votesOf(keeper));
}

/** Null for a voter that doesn't answer. */
export function stillForMs({ last, because, stillSinceMs }: Heard, nowMs: number): number | null {
  return last === null || because !== null ? null : nowMs - stillSinceMs;
}

/**
 * L4, L6: a voter that may be written by a contender. What this very run wrote without holding it counts at once: its write was
 * let in there only after the voter had stood still, and any holder's later write would have replaced it.
 */
export function isStill(keeper: Common, heard: Heard, nowMs: number, rules: LeaseRules): boolean {
  const stillMs = stillForMs(heard, nowMs);
  if (stillMs === null || heard.last === null || !isFresh(heard, nowMs, rules)) return false;
  const own = isOwn(keeper, heard.last) && heard.last.epoch > keeper.pastEpoch;
  return (own && rules.ownIsStill) || rules.standsStill(stillMs, rules.times);
}

/** What this very run wrote, or was given. */
export function isOwn(
  { region, incarnation }: Common,
  { holder, incarnation: run }: { holder: string; incarnation: string },
): boolean {
  return holder === region && run === incarnation;
}

/** Heard within the last two readings: a keeper that itself stood still asks anew before it acts on what it knew. */
function isFresh({ answeredAtMs }: Heard, nowMs: number, { times }: LeaseRules): boolean {
  return nowMs - answeredAtMs <= 2 * times.pollMs + times.voterMsMax;
}

/** The highest epoch that any voter has ever shown, whether it counts now or not. */
export function highestEpoch({ heard, pastEpoch }: Common): number {
  let highest = pastEpoch;
  for (const { last } of heard) if (last && last.epoch > highest) highest = last.epoch;
  return highest;
}

/** Two voters want the holder to stop; one that can't be heard may be the second. */
export function wantedMayStand({ heard }: Common, { epoch, holder }: { epoch: number; holder: string }): boolean {
  let marked = 0;
  let unknown = 0;
  for (const { last, because } of heard) {
    if (last === null || because !== null) unknown += 1;
    else if (last.marks.wanted && last.epoch === epoch && last.holder === holder) marked += 1;
  }
  return marked > 0 && marked + unknown >= MAJORITY;
}
