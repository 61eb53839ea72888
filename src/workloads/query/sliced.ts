// Whether a question can be answered from kept slices, and from which: the days that files alone decide and that are cut
// already; the others are cut with the question. What could be kept and isn't yet is asked for in the background.

import { createHash } from "node:crypto";
import type { Aggregation } from "../../app/queries/compile.ts";
import { planSource, tailMatters } from "../../app/queries/plan-source.ts";
import { type DaySpan, slicesAnswer, spanStretch, spanWindow, startDaysOf } from "../../app/queries/slices-sql.ts";
import { addDays, dayStart, type InstantMs, type UtcDay } from "../../core/time.ts";
import type { SliceDay, SliceStore } from "../../drivers/duckdb/slice-store.ts";
import type { LakeView } from "../../drivers/tail/lake-view.ts";
import { createTailIndex } from "../../drivers/tail/tail-index.ts";
import type { Held, Reading } from "./reading.ts";

/** Longer ranges are rare and are read whole. */
const DAYS_MAX = 800;

export type Slicing = {
  files: string[];
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
  if (!slicesAnswer(ask) || ask.range.to - ask.range.from > DAYS_MAX * 86_400_000) return undefined;
  const slicing: Slicing = { files: [], fresh: null, missing: [], worth: false };
  let kept = 0;
  const byDay = new Map<UtcDay, string>();
  for (const day of startDaysOf(ask.range)) {
    const span = { first: day, last: day };
    const digest = digestOf(held.view, day, reading);
    const open = tailMatters(held.view.plan, held.tail, ask.project, spanWindow(span));
    if (!open && digest === "") continue;
    const file = open ? undefined : store.file(ask.project, { day, digest });
    if (file) {
      byDay.set(day, file);
      kept += 1;
      continue;
    }
    slicing.fresh = { first: slicing.fresh?.first ?? day, last: day };
    // Visits that begin on a day are over when the next day is.
    if (!open && dayStart(addDays(day, 2)) <= now) slicing.missing.push({ day, digest });
  }
  const { fresh } = slicing;
  const inFresh = (day: UtcDay): boolean => fresh !== null && day >= fresh.first && day <= fresh.last;
  slicing.files = [...byDay].flatMap(([day, file]) => (inFresh(day) ? [] : [file]));
  slicing.worth =
    fresh === null ? kept > 0 : slicing.files.length * 2 > kept && slicing.files.length * 86_400_000 > lengthOf(fresh);
  return slicing;
}

const lengthOf = (span: DaySpan): number => spanStretch(span).to - spanStretch(span).from;

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
