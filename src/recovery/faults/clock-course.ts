// How a region's clocks run while they are made to run wrong. Real time is CLOCK_MONOTONIC; what is shown follows from it by
// straight lines, so that all processes of a region show the same, and never run backwards. Pure.

/** From `realMs` on, shown time runs at `rate` (1: right) from `shownMs`. */
type Bend = { realMs: number; shownMs: number; rate: number };

export type ClockCourse = {
  /** In the order of real time; before the first, shown time is real time. */
  bends: Bend[];
  /** While it lasts the wall clock is off by this, and by what the drift has come to; then it is set right. */
  wall: { fromMs: number; toMs: number; jumpMs: number; shiftMs: number } | null;
};

export const RIGHT: ClockCourse = { bends: [], wall: null };

/** Bends of faults long past are joined; only the shift that they left stays. */
const BENDS_MAX = 16;

/** Monotonic time as it is shown. */
export function shownAt(course: ClockCourse, realMs: number): number {
  const bend = course.bends.findLast((one) => one.realMs <= realMs);
  return bend ? bend.shownMs + (realMs - bend.realMs) * bend.rate : realMs;
}

/** What to add to the wall clock. */
export function wallShiftAt({ bends, wall }: ClockCourse, realMs: number): number {
  if (!wall || realMs < wall.fromMs || realMs >= wall.toMs) return 0;
  return wall.jumpMs + shownAt({ bends, wall }, realMs) - realMs - wall.shiftMs;
}

/** Drifting and jumped between two instants of real time, both still to come. An earlier fault ends where this one begins. */
export function bent(
  course: ClockCourse,
  { fromMs, toMs, drift, jumpMs }: { fromMs: number; toMs: number; drift: number; jumpMs: number },
): ClockCourse {
  const before = course.bends.filter(({ realMs }) => realMs < fromMs);
  const shownMs = shownAt(course, fromMs);
  const rate = 1 + drift;
  const bends = [
    ...before.slice(-BENDS_MAX),
    { realMs: fromMs, shownMs, rate },
    { realMs: toMs, shownMs: shownMs + (toMs - fromMs) * rate, rate: 1 },
  ];
  return { bends, wall: { fromMs, toMs, jumpMs, shiftMs: shownMs - fromMs } };
}

/** Right again from `atMs` on: the rate at once, the wall clock too; what monotonic time has gained or lost stays. */
export function straightened(course: ClockCourse, atMs: number): ClockCourse {
  const isBent = course.bends.some(({ realMs }) => realMs > atMs);
  if (!isBent) return course;
  const bends = [
    ...course.bends.filter(({ realMs }) => realMs < atMs),
    { realMs: atMs, shownMs: shownAt(course, atMs), rate: 1 },
  ];
  return { bends, wall: course.wall && { ...course.wall, toMs: Math.min(course.wall.toMs, atMs) } };
}
