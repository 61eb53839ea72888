// Monotonic time, comparable between the processes of one machine: CLOCK_MONOTONIC in milliseconds. Leases, deadlines and
// waits use this; an instant for people is `Date.now()`.

/** Milliseconds with fractions, from an arbitrary beginning that all processes of this machine share. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000;
}
