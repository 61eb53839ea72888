// What a keeper shows of itself: to its region's processes, to the detector, to people.

import type { RegionName } from "../../core/origin.ts";
import type { Vote } from "../register.ts";
import type { Keeper } from "./keeper.ts";
import { highestEpoch, majorityOf, stillForMs, VOTERS, votesOf } from "./stillness.ts";
import { LEASE_TIMES, stillMsMin } from "./times.ts";

export type LeaseView = {
  region: RegionName;
  incarnation: string;
  state: Keeper["kind"];
  /** The epoch held; else the highest one seen at any voter, 0 before any was heard. */
  epoch: number;
  /** The region that two voters name, whoever runs there. */
  holder: RegionName | null;
  /** Of the own lease; null without one. */
  remainingMs: number | null;
  /** Relational writes are let in. */
  open: boolean;
  /** Of the voters that answer in the holder's epoch: how many say `solo`, how many don't. */
  solo: { marked: number; unmarked: number };
  /** How many voters say that the holder is to stop. */
  wanted: number;
  /** How long each voter has stood still; null for one that doesn't answer. */
  stillMs: [number | null, number | null, number | null];
  votes: [Vote, Vote, Vote];
  /** The peer's run as a voter names it; null when none does. */
  seenPeerIncarnation: string | null;
  /** The state in words. */
  because: string;
};

export function leaseView(keeper: Keeper, nowMs: number, times = LEASE_TIMES): LeaseView {
  const tenure = keeper.kind === "held" || keeper.kind === "yielding" ? keeper.tenure : null;
  const votes = votesOf(keeper);
  const majority = majorityOf(keeper);
  const epoch = tenure?.epoch ?? highestEpoch(keeper);
  const remainingMs = tenure && Math.max(0, tenure.untilMs - nowMs);
  const [first, second, third] = keeper.heard;
  // Without a majority nobody is named, and a mark in the newest record must not go unseen (R4).
  const counted = countMarks(votes, tenure?.epoch ?? majority?.epoch ?? highestEpoch(keeper));
  return {
    region: keeper.region,
    incarnation: keeper.incarnation,
    state: keeper.kind,
    epoch,
    holder: majority?.holder ?? null,
    remainingMs,
    open: keeper.kind === "held" && keeper.gate === "open" && remainingMs !== null && remainingMs > 0,
    solo: { marked: counted.solo, unmarked: counted.named - counted.solo },
    wanted: counted.wanted,
    stillMs: [stillForMs(first, nowMs), stillForMs(second, nowMs), stillForMs(third, nowMs)],
    votes,
    seenPeerIncarnation: peerIncarnation(keeper.region, votes),
    because: keeper.kind === "contending" ? `${keeper.because}; ${waitsFor(keeper, nowMs, times)}` : keeper.because,
  };
}

/** The marks of the voters that name this epoch. */
function countMarks(votes: readonly Vote[], epoch: number | undefined) {
  const counted = { named: 0, solo: 0, wanted: 0 };
  for (const vote of votes) {
    if (vote.kind !== "register" || vote.register.epoch !== epoch) continue;
    counted.named += 1;
    if (vote.register.marks.solo) counted.solo += 1;
    if (vote.register.marks.wanted) counted.wanted += 1;
  }
  return counted;
}

function peerIncarnation(region: RegionName, votes: readonly Vote[]): string | null {
  let newest: { epoch: number; incarnation: string } | undefined;
  for (const vote of votes) {
    if (vote.kind !== "register" || vote.register.holder === region || vote.register.incarnation === "") continue;
    if (!newest || vote.register.epoch > newest.epoch) newest = vote.register;
  }
  return newest?.incarnation ?? null;
}

function waitsFor(keeper: Keeper, nowMs: number, times: typeof LEASE_TIMES): string {
  const seen = VOTERS.map((voter) => {
    const stillMs = stillForMs(keeper.heard[voter], nowMs);
    return stillMs === null
      ? `voter ${voter}: ${keeper.heard[voter].because}`
      : `voter ${voter}: ${Math.round(stillMs)} ms`;
  });
  return `two voters must stand still for ${Math.round(stillMsMin(times))} ms (${seen.join(", ")})`;
}
