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
    const near = read.files.filter(
      ({ object }) => object.time !== null && object.time.last >= window.from && object.time.first < window.to,
    );
    const mixed = read.dedupe || tailDays.has(day);
    if (near.length === 0 && !(tailDays.has(day) && mixed)) continue;
    const files = mixed ? read.files.filter(({ object }) => object.time !== null) : near;
    const list = mixed ? source.mixed : source.clean;
    for (const { object, take } of files) {
      keys.push(object.key);
      list.push({ path: path(object.key), take: take === "all" ? "all" : take.map(plain) });
    }
  }
  return { source, keys };
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
