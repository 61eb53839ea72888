// The times of a lease, in milliseconds of the reader's own monotonic clock. They belong together: see SPEC.md part 3.

export type LeaseTimes = {
  /** How long one renewal round lets its sender hold, counted from before it was sent. */
  leaseMs: number;
  /** From one renewal round to the next. */
  beatMs: number;
  /** From one reading of the voters to the next, while passive or contending. */
  pollMs: number;
  /** How much faster or slower than another one a clock may run: 0.01 is one in a hundred. */
  driftMax: number;
  marginMs: number;
  /** A voter that hasn't answered for this long is given up for the round. */
  voterMsMax: number;
  /** A holder whose deep health has been bad for this long stops. */
  unhealthyMsMax: number;
  /** The same right after taking, until it has been healthy once. Doubled after each failed start, up to `startMsCeiling`. */
  startMsMax: number;
  startMsCeiling: number;
  /** A holder that stopped because it was sick stays away for this long, so that the other one can take over. */
  sickMs: number;
  /** A hand-over whose database hasn't stopped within this time is given up. */
  yieldMsMax: number;
  /** How long the former holder tries to write the new one's name. */
  grantMsMax: number;
  /** A confirmation that no round could give within this time is refused. */
  confirmMsMax: number;
  /** Between two attempts to take an epoch: this much, plus as much again by chance. */
  retryMs: number;
  /** A database that is to stop is told so again after this long. */
  stopAgainMs: number;
};

export const LEASE_TIMES: LeaseTimes = {
  leaseMs: 3_000,
  beatMs: 500,
  pollMs: 500,
  driftMax: 0.01,
  marginMs: 250,
  voterMsMax: 700,
  unhealthyMsMax: 3_000,
  startMsMax: 10_000,
  startMsCeiling: 320_000,
  sickMs: 30_000,
  yieldMsMax: 2_000,
  grantMsMax: 3_000,
  confirmMsMax: 2_000,
  retryMs: 150,
  stopAgainMs: 1_000,
};

/**
 * How long a voter must stand still before its holder's lease is surely over: the lease as the slowest clock counts it on the
 * fastest one's, and a margin for what lies between reading a clock and sending.
 */
export function stillMsMin({ leaseMs, driftMax, marginMs }: LeaseTimes): number {
  return leaseMs * (1 + 2 * driftMax) + marginMs;
}
