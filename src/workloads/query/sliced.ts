// Whether a question can be answered from kept slices, and from which: the days that files alone decide and that are cut
// already; the others are cut with the question. What could be kept and isn't yet is asked for in the background.

import { createHash } from "node:crypto";
import type { Aggregation } from "../../app/queries/compile.ts";
import { planSource, tailMatters } from "../../app/queries/plan-source.ts";
import {
  type DaySpan,
  type KeptSlices,
  slicesAnswer,
  spanStretch,
  spanWindow,
  startDaysOf,
} from "../../app/queries/slices-sql.ts";
import type { Stretch } from "../../app/queries/time-range.ts";
import { addDays, DAY_MS, dayStart, type InstantMs, type UtcDay } from "../../core/time.ts";
import type { SliceDay, SliceSource, SliceStore } from "../../drivers/duckdb/slice-store.ts";
import type { LakeView } from "../../drivers/tail/lake-view.ts";
import { createTailIndex } from "../../drivers/tail/tail-index.ts";
import type { Held, Reading } from "./reading.ts";

/** Longer ranges are rare and are read whole. */
const DAYS_MAX = 800;

export type Slicing = {
  kept: KeptSlices | null;
  /** Days that must be cut now; null: none. */
  fresh: DaySpan | null;
  /** Days that could be kept. */
  missing: SliceDay[];
  /** Whether kept slices spare enough to be used. */
  worth: boolean;
};

const EMPTY_TAIL = createTailIndex();
/** What decides a day, by view: worked out once for all questions. "" where the day holds nothing. */
const digests = new WeakMap<LakeView, Map<UtcDay, string>>();

export function sliceQuestion(
  ask: Aggregation,
  held: Held,
  reading: Reading,
  store: SliceStore,
  now: InstantMs,
): Slicing | undefined {
  if (!slicesAnswer(ask, (name) => store.propertyKnown(ask.project, name)) || lengthOf(ask.range) > DAYS_MAX * DAY_MS)
    return undefined;
  const slicing: Slicing = { kept: null, fresh: null, missing: [], worth: false };
  const byDay = new Map<UtcDay, number>();
  for (const { day, digest, open } of sliceDays(ask.project, ask.range, held, reading)) {
    const cut = open ? undefined : store.cut(ask.project, { day, digest });
    if (cut !== undefined) {
      byDay.set(day, cut);
      continue;
    }
    slicing.fresh = { first: slicing.fresh?.first ?? day, last: day };
    // Visits that begin on a day are over when the next day is.
    if (!open && dayStart(addDays(day, 2)) <= now) slicing.missing.push({ day, digest });
  }
  const { fresh } = slicing;
  const inFresh = (day: UtcDay): boolean => fresh !== null && day >= fresh.first && day <= fresh.last;
  const cuts = [...byDay].flatMap(([day, cut]) => (inFresh(day) ? [] : [cut]));
  if (cuts.length > 0) slicing.kept = store.slices(ask.project, cuts);
  slicing.worth =
    fresh === null
      ? cuts.length > 0
      : cuts.length * 2 > byDay.size && cuts.length * DAY_MS > lengthOf(spanStretch(fresh));
  return slicing;
}

/** The days with events on which visits begin that a range needs; open: the tail still decides. */
export function sliceDays(
  project: string,
  range: Stretch,
  held: Held,
  reading: Reading,
): (SliceDay & { open: boolean })[] {
  return startDaysOf(range).flatMap((day) => {
    const digest = digestOf(held.view, day, reading);
    const open = tailMatters(held.view.plan, held.tail, project, spanWindow({ first: day, last: day }));
    return open || digest !== "" ? [{ day, digest, open }] : [];
  });
}

/** What a span is cut from when its turn comes; undefined when the tail decides it after all. */
export function sliceSource(reading: Reading, project: string): SliceSource {
  return async (span) => {
    const held = reading.hold();
    try {
      const window = spanWindow(span);
      if (tailMatters(held.view.plan, held.tail, project, window)) return undefined;
      const { source, keys } = planSource(held.view.plan, EMPTY_TAIL, project, window, reading.path);
      return (await reading.check(keys)).length === 0 ? source : undefined;
    } finally {
      held.release();
    }
  };
}

const lengthOf = ({ from, to }: Stretch): number => to - from;

function digestOf(view: LakeView, day: UtcDay, reading: Reading): string {
  const known = digests.get(view) ?? new Map<UtcDay, string>();
  digests.set(view, known);
  const before = known.get(day);
  if (before !== undefined) return before;
  const { keys } = planSource(view.plan, EMPTY_TAIL, "", spanWindow({ first: day, last: day }), reading.path);
  const digest =
    keys.length === 0 ? "" : createHash("sha256").update(keys.sort().join("\n")).digest("hex").slice(0, 24);
  known.set(day, digest);
  return digest;
}
