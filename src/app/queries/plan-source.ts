// Which files and which rows of the tail a question reads. Files go by the time of their rows; where repeats can be, all files
// of the day are read, since a repeat may carry another corrected time. Pure.

import type { OffsetRange, OriginId } from "../../core/origin.ts";
import type { UtcDay } from "../../core/time.ts";
import { intersect } from "../lake/offset-ranges.ts";
import type { DayRead } from "../lake/plan-read.ts";
import type { Source, Take } from "./source-sql.ts";
import type { Stretch } from "./time-range.ts";

/** What the tail holds: of each project its days, of each (day, origin) the offsets between which its rows lie. */
export type TailIndex = {
  days(project: string): ReadonlySet<UtcDay>;
  /** Between which instants the corrected times of a project's rows of a day lie. */
  times(project: string, day: UtcDay): { from: number; to: number } | undefined;
  extents: ReadonlyMap<UtcDay, ReadonlyMap<OriginId, OffsetRange>>;
};

export type SourcePlan = { source: Source; keys: string[] };

export function planSource(
  plan: ReadonlyMap<UtcDay, DayRead>,
  tail: TailIndex,
  project: string,
  window: Stretch,
  path: (key: string) => string,
): SourcePlan {
  const tailDays = tail.days(project);
  const source: Source = {
    clean: [],
    mixed: [],
    tail: tailDays.size > 0 ? { days: [...tailDays].sort(), covered: coveredInTail(plan, tail, tailDays) } : null,
  };
  const keys: string[] = [];
  for (const [day, read] of plan) {
    const near = filesNear(read, window);
    const mixed = read.dedupe || tailDays.has(day);
    // A day without files near may still hold the first copy of what the tail holds.
    if (near.length === 0 && !tailDays.has(day)) continue;
    const files = mixed ? read.files.filter(({ object }) => object.time !== null) : near;
    const list = mixed ? source.mixed : source.clean;
    for (const { object, take } of files) {
      keys.push(object.key);
      list.push({ path: path(object.key), take: take === "all" ? "all" : take.map(plain) });
    }
  }
  return { source, keys };
}

function filesNear(read: DayRead, window: Stretch): DayRead["files"] {
  return read.files.filter(
    ({ object: { time } }) => time !== null && time.last >= window.from && time.first < window.to,
  );
}

/** Whether rows of the tail can be in the window, or repeats of what is there. If not, files alone decide, for ever. */
export function tailMatters(
  plan: ReadonlyMap<UtcDay, DayRead>,
  tail: TailIndex,
  project: string,
  window: Stretch,
): boolean {
  for (const day of tail.days(project)) {
    const times = tail.times(project, day);
    if (times !== undefined && times.to > window.from && times.from < window.to) return true;
    const read = plan.get(day);
    if (read && filesNear(read, window).length > 0) return true;
  }
  return false;
}

const plain = ({ origin, from, to }: Take): Take => ({ origin, from, to });

/** Offsets of the tail that a file answers for by now: the tail lets go of them a moment later. */
function coveredInTail(
  plan: ReadonlyMap<UtcDay, DayRead>,
  tail: TailIndex,
  days: ReadonlySet<UtcDay>,
): (Take & { day: UtcDay })[] {
  const covered: (Take & { day: UtcDay })[] = [];
  for (const day of days) {
    for (const [origin, extent] of tail.extents.get(day) ?? []) {
      const ranges = intersect(plan.get(day)?.covered.get(origin) ?? [], [extent]);
      covered.push(...ranges.map((range) => ({ day, origin, ...range })));
    }
  }
  return covered;
}
