// Monotonic time, comparable between the processes of one machine: CLOCK_MONOTONIC in milliseconds. Leases, deadlines and
// waits use this; an instant for people is `wallMs()`. Both run wrong together in all processes of a region whose clocks a
// fault has got hold of (docs/manual/faults.md).

import { shownAt, wallShiftAt } from "../recovery/faults/clock-course.ts";
import { clockCourse } from "./faults/region-faults.ts";

/** Milliseconds with fractions, from an arbitrary beginning that all processes of this machine share. */
export function monotonicMs(): number {
  const realMs = realMonotonicMs();
  const course = clockCourse();
  return course ? shownAt(course, realMs) : realMs;
}

/** `Date.now()` of a host whose clock may be wrong. */
export function wallMs(): number {
  const course = clockCourse();
  return Date.now() + (course ? Math.round(wallShiftAt(course, realMonotonicMs())) : 0);
}

/** What no fault touches: for whoever makes faults, or measures from outside. */
export function realMonotonicMs(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000;
}
