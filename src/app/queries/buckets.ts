// Buckets of a series: half-open stretches of local time that cover a range without a gap, however clocks jump.

import type { Grain } from "../../core/question.ts";
import { addDays, type InstantMs } from "../../core/time.ts";
import { join, type Sql, sql } from "./sql.ts";
import { dayStartIn, localDate, localMinute, offsetMs, transition, wallClock } from "./time-zone.ts";

export type Bucket = { from: InstantMs; to: InstantMs; label: string };

export const BUCKETS_MAX = 2_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * The buckets of [from, to), the first and last cut to the range. Labels: hours and minutes carry their offset
 * ("2026-10-25T02:00+02:00"), so a repeated hour is two; days, weeks (their Monday) and months (their first day) are dates.
 * undefined when there would be more than BUCKETS_MAX.
 */
export function bucketsOf(zone: string, grain: Grain, from: InstantMs, to: InstantMs): Bucket[] | undefined {
  const buckets: Bucket[] = [];
  for (let start = from; start < to; ) {
    if (buckets.length >= BUCKETS_MAX) return undefined;
    const end = Math.min(nextStart(zone, grain, start), to);
    buckets.push({ from: start, to: end, label: labelOf(zone, grain, start) });
    start = end;
  }
  return buckets;
}

function nextStart(zone: string, grain: Grain, at: InstantMs): InstantMs {
  if (grain === "minute") return at - (at % MINUTE_MS) + MINUTE_MS;
  if (grain === "hour") return nextHour(zone, at);
  for (let date = dateLabel(grain, localDate(zone, at)); ; ) {
    date = nextDate(grain, date);
    // A local day can be missing as a whole (Samoa, 30 December 2011): then the next one begins at the same instant.
    const start = dayStartIn(zone, date);
    if (start > at) return start;
  }
}

function nextHour(zone: string, at: InstantMs): InstantMs {
  const wall = wallClock(zone, at);
  const next = at + HOUR_MS - (((wall % HOUR_MS) + HOUR_MS) % HOUR_MS);
  // Zones that jump by half an hour end the bucket at the jump.
  return offsetMs(zone, next - 1) === offsetMs(zone, at) ? next : transition(zone, at, next);
}

export function labelOf(zone: string, grain: Grain, at: InstantMs): string {
  if (grain === "minute") return localMinute(zone, at);
  if (grain === "hour") return localMinute(zone, at).replace(/T(\d\d):\d\d/, "T$1:00");
  return dateLabel(grain, localDate(zone, at));
}

function dateLabel(grain: Grain, date: string): string {
  if (grain === "month") return `${date.slice(0, 8)}01`;
  if (grain !== "week") return date;
  const weekday = (new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

function nextDate(grain: Grain, date: string): string {
  if (grain === "day") return addDays(date, 1);
  if (grain === "week") return addDays(date, 7);
  return `${addDays(date, 31).slice(0, 8)}01`;
}

/** The index of the bucket that a column of milliseconds falls in: arithmetic over runs of equally long buckets. */
export function bucketIndexSql(buckets: readonly Bucket[], ms: Sql): Sql {
  type Run = { first: number; from: InstantMs; step: number; to: InstantMs };
  const runs: Run[] = [];
  for (const [index, bucket] of buckets.entries()) {
    const run = runs.at(-1);
    const length = bucket.to - bucket.from;
    // A shorter last bucket of a run still divides to the right index.
    if (run && length <= run.step && (run.to - run.from) % run.step === 0) run.to = bucket.to;
    else runs.push({ first: index, from: bucket.from, step: length, to: bucket.to });
  }
  const cases = runs.map((run) => sql`WHEN ${ms} < ${run.to} THEN ${run.first} + (${ms} - ${run.from}) // ${run.step}`);
  return cases.length === 0 ? sql`0` : sql`CASE ${join(cases, " ")} END`;
}

/** The grain that a console would choose for a range: about a hundred points at most. */
export function grainFor(from: InstantMs, to: InstantMs): Grain {
  const hours = (to - from) / HOUR_MS;
  if (hours <= 2) return "minute";
  if (hours <= 50) return "hour";
  if (hours <= 24 * 100) return "day";
  return hours <= 24 * 750 ? "week" : "month";
}
