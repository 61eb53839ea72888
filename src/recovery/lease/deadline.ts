// The watchdog's rule: until when PostgreSQL may run as a primary. The watchdog decides nothing else; it is a process of its
// own so that a guardian that stands still can't keep its database writing past the lease.

import { LEASE_TIMES } from "./times.ts";

/**
 * `epoch`: the lowest that may still be told. Kept in memory only: a watchdog that starts has been told nothing, and nothing is
 * held.
 */
export type Deadline = { epoch: number; untilMs: number | null };

export const UNTOLD: Deadline = { epoch: 0, untilMs: null };

export type Told = { deadline: Deadline; refused: string | null };

/** `PUT /until`: a lower epoch is refused; within one, only a later time counts; never further ahead than one lease. */
export function tellUntil(
  deadline: Deadline,
  told: { epoch: number; untilMs: number },
  nowMs: number,
  leaseMs = LEASE_TIMES.leaseMs,
): Told {
  if (told.epoch < deadline.epoch)
    return { deadline, refused: `epoch ${told.epoch} is over; the lowest that may be told is ${deadline.epoch}` };
  if (told.untilMs > nowMs + leaseMs)
    return { deadline, refused: `a lease can't end ${Math.round(told.untilMs - nowMs)} ms from now` };
  const before = told.epoch === deadline.epoch ? deadline.untilMs : null;
  const untilMs = before === null ? told.untilMs : Math.max(before, told.untilMs);
  return { deadline: { epoch: told.epoch, untilMs }, refused: null };
}

/** `PUT /stop`: nothing is held from now on, and a late `until` of the epoch that ended is refused. */
export function tellStop({ epoch, untilMs }: Deadline): Deadline {
  return { epoch: untilMs === null ? epoch : epoch + 1, untilMs: null };
}

export function mayRun({ untilMs }: Deadline, nowMs: number): boolean {
  return untilMs !== null && nowMs < untilMs;
}
