// Local time in any IANA zone, by the platform's own zone data. Exact over gaps and repeats of the clock: the start of a local
// day is the first instant whose local date is that day or later.

import type { InstantMs } from "../../core/time.ts";

/** YYYY-MM-DD in some zone. */
export type LocalDate = string;

const HOUR_MS = 3_600_000;
const ZONES_MAX = 200;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    era: "short",
  });
  if (formatters.size >= ZONES_MAX) formatters.clear();
  formatters.set(zone, made);
  return made;
}

/** IANA names only: "+05:30" and the like have no daylight saving and no place, so they are refused. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(zone)) return false;
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Local minus UTC at an instant. */
export function offsetMs(zone: string, instant: InstantMs): number {
  if (zone === "UTC") return 0;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) part[type] = Number(value);
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return local - Math.floor(instant / 1000) * 1000;
}

/** The wall clock at an instant, written as if it were UTC. */
export function wallClock(zone: string, instant: InstantMs): number {
  return instant + offsetMs(zone, instant);
}

export function localDate(zone: string, instant: InstantMs): LocalDate {
  return new Date(wallClock(zone, instant)).toISOString().slice(0, 10);
}

/** The first instant whose wall clock reads `wall` or later, near it: exact for skipped and for repeated times. */
export function instantOf(zone: string, wall: number): InstantMs {
  const before = offsetMs(zone, wall - 26 * HOUR_MS);
  const after = offsetMs(zone, wall + 26 * HOUR_MS);
  const fitting = [wall - before, wall - after].filter((instant) => wallClock(zone, instant) === wall);
  if (fitting.length > 0) return Math.min(...fitting);
  return transition(zone, wall - Math.max(before, after) - HOUR_MS, wall - Math.min(before, after) + HOUR_MS);
}

export function dayStartIn(zone: string, date: LocalDate): InstantMs {
  return instantOf(zone, Date.parse(`${date}T00:00:00.000Z`));
}

/** The first instant in (from, to] whose offset differs from that at `from`. There must be one. */
export function transition(zone: string, from: InstantMs, to: InstantMs): InstantMs {
  const offset = offsetMs(zone, from);
  let same = from;
  let other = to;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetMs(zone, middle) === offset) same = middle;
    else other = middle;
  }
  return other;
}

/** "2026-11-13T14:00+05:30": the wall clock at an instant, with its offset, to the minute. */
export function localMinute(zone: string, instant: InstantMs): string {
  const offset = Math.round(offsetMs(zone, instant) / 60_000);
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, "0");
  const wall = new Date(instant + offset * 60_000).toISOString().slice(0, 16);
  return `${wall}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
