// Which instants a question is about. Presets and local dates become half-open stretches of instants in the question's time
// zone; "now" is an argument. A range that isn't over yet is compared with the same elapsed part.

import type { Compare, Range } from "../../core/question.ts";
import { addDays, DAY_MS, dayStart, type InstantMs } from "../../core/time.ts";
import { dayStartIn, instantOf, type LocalDate, localDate, wallClock } from "./time-zone.ts";

/** from included, to excluded. */
export type Stretch = { from: InstantMs; to: InstantMs };

export const RANGE_YEARS_MAX = 10;
const RANGE_MAX_MS = RANGE_YEARS_MAX * 366 * DAY_MS;

export type ResolvedRange = Stretch & {
  /** Local dates where the range consists of whole local days. */
  dates: { from: LocalDate; to: LocalDate } | null;
};

type Resolved<T> = { kind: "resolved"; value: T } | { kind: "wrong"; because: string };

/** `earliest` is the first event's instant, for "all". */
export function resolveRange(
  range: Range,
  zone: string,
  now: InstantMs,
  earliest: InstantMs | null,
): Resolved<ResolvedRange> {
  if (typeof range === "string") return { kind: "resolved", value: preset(range, zone, now, earliest) };
  const from = edge(range.from, zone);
  const to = edge(range.to, zone);
  if (from === undefined)
    return {
      kind: "wrong",
      because: `"${range.from}" is neither a date (2026-11-01) nor an instant (2026-11-01T09:30:00Z).`,
    };
  if (to === undefined)
    return {
      kind: "wrong",
      because: `"${range.to}" is neither a date (2026-11-08) nor an instant (2026-11-08T09:30:00Z).`,
    };
  // A local day that clocks skipped as a whole is an empty range, not a wrong one.
  const turned = from.date && to.date ? from.date >= to.date : from.at >= to.at;
  if (turned) {
    const because = "The range ends before it begins; `to` is excluded, so one day is {from: that day, to: the next}.";
    return { kind: "wrong", because };
  }
  if (to.at - from.at > RANGE_MAX_MS)
    return { kind: "wrong", because: `A range spans at most ${RANGE_YEARS_MAX} years.` };
  const dates = from.date && to.date ? { from: from.date, to: to.date } : null;
  return { kind: "resolved", value: { from: from.at, to: to.at, dates } };
}

function preset(name: string, zone: string, now: InstantMs, earliest: InstantMs | null): ResolvedRange {
  const today = localDate(zone, now);
  const tomorrow = addDays(today, 1);
  const days = /^(\d+)d(\+today)?$/.exec(name);
  if (days) return whole(zone, addDays(today, -Number(days[1])), days[2] ? tomorrow : today);
  if (name === "today") return whole(zone, today, tomorrow);
  if (name === "yesterday") return whole(zone, addDays(today, -1), today);
  if (name === "month") return whole(zone, `${today.slice(0, 8)}01`, tomorrow);
  if (name === "year") return whole(zone, `${today.slice(0, 5)}01-01`, tomorrow);
  const first = earliest === null ? today : localDate(zone, earliest);
  // An event ahead of its time must not turn the range round.
  return first > today ? whole(zone, today, tomorrow) : whole(zone, first, tomorrow);
}

function whole(zone: string, from: LocalDate, to: LocalDate): ResolvedRange {
  return { from: dayStartIn(zone, from), to: dayStartIn(zone, to), dates: { from, to } };
}

function edge(value: string, zone: string): { at: InstantMs; date?: LocalDate } | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    if (!isDate(value)) return undefined;
    return { at: dayStartIn(zone, value), date: value };
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : { at };
}

/** 2026-02-30 parses in JavaScript but is no date. */
function isDate(value: string): boolean {
  const at = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === value && value >= "1970-01-01";
}

/**
 * The stretch to compare with. `whole` is what the compared buckets cover; `counted` ends early when the asked range isn't
 * over: at the same wall-clock time as now, shifted by as many days.
 */
export type Comparison = { whole: Stretch; counted: Stretch };

export function resolveCompare(
  compare: Compare,
  range: ResolvedRange,
  zone: string,
  now: InstantMs,
): Resolved<Comparison> {
  if (typeof compare === "object" && "from" in compare) {
    const custom = resolveRange(compare, zone, now, null);
    if (custom.kind === "wrong") return custom;
    const { from, to } = custom.value;
    return { kind: "resolved", value: { whole: { from, to }, counted: { from, to } } };
  }
  const to = typeof compare === "string" ? compare : compare.to;
  const align = typeof compare === "string" ? "weekday" : compare.align;
  return { kind: "resolved", value: shifted(range, zone, now, shiftOf(range, zone, to, align)) };
}

/** A local date → the date that it is compared with. */
type Shift = (date: LocalDate) => LocalDate;

function shiftOf(range: ResolvedRange, zone: string, to: "previous" | "year", align: "weekday" | "date"): Shift {
  const first = range.dates?.from ?? localDate(zone, range.from);
  const end = range.dates?.to ?? addDays(localDate(zone, range.to - 1), 1);
  const days = Math.max(1, Math.round((dayStart(end) - dayStart(first)) / DAY_MS));
  if (to === "year") return align === "weekday" ? (date) => addDays(date, -364) : (date) => months(date, -12);
  if (align === "weekday") return (date) => addDays(date, -7 * Math.ceil(days / 7));
  // The first days of a month are compared with the first days of the month before.
  if (first.endsWith("-01") && end <= months(first, 1)) {
    const before = months(first, -1);
    const last = first;
    return (date) => {
      const moved = addDays(before, Math.round((dayStart(date) - dayStart(first)) / DAY_MS));
      if (date === end && end === months(first, 1)) return last;
      if (moved > last) return last;
      return moved;
    };
  }
  return (date) => addDays(date, -days);
}

function shifted(range: ResolvedRange, zone: string, now: InstantMs, shift: Shift): Comparison {
  const move = (at: InstantMs): InstantMs => {
    const date = localDate(zone, at);
    const timeOfDay = wallClock(zone, at) - Date.parse(`${date}T00:00:00.000Z`);
    return instantOf(zone, Date.parse(`${shift(date)}T00:00:00.000Z`) + timeOfDay);
  };
  const from = range.dates ? dayStartIn(zone, shift(range.dates.from)) : move(range.from);
  const to = range.dates ? dayStartIn(zone, shift(range.dates.to)) : move(range.to);
  const whole = { from, to: Math.max(to, from) };
  const elapsed = now > range.from && now < range.to ? Math.min(Math.max(move(now), from), whole.to) : whole.to;
  return { whole, counted: { from, to: elapsed } };
}

/** The same day some months away; the 31st becomes the last day of a shorter month. */
function months(date: LocalDate, count: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}
