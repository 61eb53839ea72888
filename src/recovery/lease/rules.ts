// The rules that make the lease safe, one decision each, so that a simulation can show what happens without one of them.
// Production passes nothing and gets `LEASE_RULES`; the numbers are those of SPEC.md.

import { MAJORITY } from "../register.ts";
import { LEASE_TIMES, type LeaseTimes, stillMsMin } from "./times.ts";

export type LeaseRules = {
  times: LeaseTimes;
  /** L1: the moment that a lease runs from. Counted from the answer, a message that took long makes two holders. */
  leaseFromMs(sentAtMs: number, answeredAtMs: number): number;
  /** L2: how many voters must answer "set" to the same round, to take and to renew. */
  setsMin: number;
  /** L3: whether a holder may still renew, and its late answers still count. */
  mayRenew(untilMs: number, nowMs: number): boolean;
  /** L4: whether a voter that showed nothing new for `stillForMs` lets itself be taken. */
  standsStill(stillForMs: number, times: LeaseTimes): boolean;
  /** L4: how many must stand still, and which voters an attempt then writes. */
  stillMin: number;
  writes: "still" | "all";
  /** L5: which epoch an attempt writes, above the highest one seen at any voter. */
  epochAbove(highest: number): number;
  /** L6: whether what this run wrote without ever holding it counts as still. */
  ownIsStill: boolean;
  /** L7: which round a confirmation waits for. */
  confirmedBy: "next-round" | "present-round" | "no-round";
  /** L8: whether a holder takes a newer epoch than any it meets. */
  outbids: boolean;
  /**
   * L8: when a holder may write over a voter that shows another's record. Only after a round of its own that began since it saw
   * that record: then the attempt behind the record can't succeed any more, even if the holder's clock stood still meanwhile.
   */
  repairs: "after-own-round" | "at-once";
  /** L4, R4: whether a holder that wrote alone is displaced only when the contender was told that a person accepts it. */
  sparesSolo: boolean;
  /** L9: whether only a clean stop lets a hand-over go on. */
  grantsOnlyClean: boolean;
  /** V5: whether a voter that moved backwards abstains. */
  backwardsAbstains: boolean;
};

export const LEASE_RULES: LeaseRules = {
  times: LEASE_TIMES,
  leaseFromMs: (sentAtMs) => sentAtMs,
  setsMin: MAJORITY,
  mayRenew: (untilMs, nowMs) => nowMs < untilMs,
  standsStill: (stillForMs, times) => stillForMs >= stillMsMin(times),
  stillMin: MAJORITY,
  writes: "still",
  epochAbove: (highest) => highest + 1,
  ownIsStill: true,
  confirmedBy: "next-round",
  outbids: true,
  repairs: "after-own-round",
  sparesSolo: true,
  grantsOnlyClean: true,
  backwardsAbstains: true,
};
