// A round: one owner and one beat, written to several voters at once by compare-and-set on what each of them said last.

import { type Register, sameOwner } from "../register.ts";
import type { Common, KeeperEvent, Round, Voter } from "./keeper.ts";
import { isOwn, learn, silent, VOTERS, withHeard } from "./stillness.ts";
import type { Turn } from "./turn.ts";

/** How often, in one round, an unexpected answer of a voter is met with another request. */
const RESENT_MAX = 6;

/** What a round writes; of each voter's marks, `wanted` is somebody else's, and is kept where the owner's region stays. */
export type Writing = {
  epoch: number;
  holder: string;
  incarnation: string;
  beat: number;
  solo: boolean;
  keepWanted: boolean;
  /** L8: whether an answer counts where this record was replaced. */
  counts(replaced: Register): boolean;
};

export type Answer = Extract<KeeperEvent, { kind: "voter-set" }>;

export function beginRound<K extends Common>(
  keeper: K,
  voters: readonly Voter[],
  writing: Writing,
  turn: Turn,
): { keeper: K; round: Round } {
  const { epoch, beat } = writing;
  let round: Round = {
    epoch,
    beat,
    sentAtMs: turn.nowMs,
    requests: [null, null, null],
    counts: [false, false, false],
    set: [false, false, false],
    resent: 0,
  };
  let after = keeper;
  for (const voter of voters) ({ keeper: after, round } = write(after, round, voter, writing, turn));
  return { keeper: after, round };
}

function write<K extends Common>(keeper: K, round: Round, voter: Voter, writing: Writing, turn: Turn) {
  const heard = keeper.heard[voter];
  const expected = heard.last;
  if (expected === null) return { keeper, round };
  const next: Register = {
    format: 2,
    epoch: writing.epoch,
    holder: writing.holder,
    incarnation: writing.incarnation,
    beat: writing.beat,
    marks: { solo: writing.solo, wanted: writing.keepWanted && expected.marks.wanted },
  };
  const request = keeper.nextRequest;
  turn.effects.push({ kind: "set", voter, request, expected, next });
  const asked = { request, sentAtMs: turn.nowMs, next };
  const after: K = { ...withHeard(keeper, voter, { ...heard, asked }), nextRequest: request + 1 };
  const requests = replaced(round.requests, voter, request);
  const counts = replaced(round.counts, voter, writing.counts(expected));
  return { keeper: after, round: { ...round, requests, counts } };
}

/**
 * A voter's answer to a write, whichever round it belonged to. In `round`, a voter that differs although it shows this run's own
 * record is written again, so that a mark `wanted`, or a message of ours that came late, doesn't cost the round.
 */
export function hearSet<K extends Common>(
  keeper: K,
  round: Round | null,
  answer: Answer,
  writing: Writing | null,
  turn: Turn,
): { keeper: K; round: Round | null } {
  const { voter, request } = answer;
  const heard = keeper.heard[voter];
  if (heard.asked?.request !== request || heard.asked.next === null) return { keeper, round };
  const inRound = round !== null && round.requests[voter] === request;
  if (answer.outcome === "silent") {
    return { keeper: withHeard(keeper, voter, silent(heard, answer.because ?? "it can't be reached")), round };
  }
  if (answer.outcome === "set") {
    const after = withHeard(keeper, voter, learn(heard, heard.asked.next, turn));
    const counted = inRound && round.counts[voter];
    return { keeper: after, round: counted ? { ...round, set: replaced(round.set, voter, true) } : round };
  }
  const after = withHeard(keeper, voter, learn(heard, answer.present, turn));
  if (!inRound || writing === null || round.resent >= RESENT_MAX || after.heard[voter].backwards) {
    return { keeper: after, round };
  }
  if (!isOwn(keeper, answer.present) || !writing.counts(answer.present) || outbids(answer.present, writing))
    return { keeper: after, round };
  return write(after, { ...round, resent: round.resent + 1 }, voter, writing, turn);
}

/** Whether a register can't be replaced by what a round writes. */
function outbids(present: Register, writing: Writing): boolean {
  if (present.epoch !== writing.epoch) return present.epoch > writing.epoch;
  return !sameOwner(present, writing) || present.beat >= writing.beat;
}

export function setsOf({ set }: Round): number {
  return Number(set[0]) + Number(set[1]) + Number(set[2]);
}

/** Nothing more can come of it: every voter has answered, or was given up. */
export function isOver(keeper: Common, { requests, set }: Round): boolean {
  for (const voter of VOTERS) {
    const request = requests[voter];
    if (request !== null && !set[voter] && keeper.heard[voter].asked?.request === request) return false;
  }
  return true;
}

function replaced<T>(three: readonly [T, T, T], voter: Voter, value: T): readonly [T, T, T] {
  if (voter === 0) return [value, three[1], three[2]];
  return voter === 1 ? [three[0], value, three[2]] : [three[0], three[1], value];
}
