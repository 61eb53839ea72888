// Instants and local labels for people. Bucket labels are wall-clock text ("2026-11-13", "2026-11-13T14:00"): they are
// shown as written, never moved through another zone.

import type { Grain } from "../../../src/core/question.ts";

const asWall = (label: string): Date => {
  const text = label.length <= 7 ? `${label}-01` : label;
  return new Date(`${text.slice(0, 10)}T${text.slice(11, 16) || "00:00"}:00Z`);
};
const wallFormat = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" });

const AXIS: Record<Grain, Intl.DateTimeFormat> = {
  minute: wallFormat({ hour: "2-digit", minute: "2-digit" }),
  hour: wallFormat({ hour: "2-digit", minute: "2-digit" }),
  day: wallFormat({ day: "numeric", month: "short" }),
  week: wallFormat({ day: "numeric", month: "short" }),
  month: wallFormat({ month: "short", year: "numeric" }),
};
const LONG: Record<Grain, Intl.DateTimeFormat> = {
  minute: wallFormat({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }),
  hour: wallFormat({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }),
  day: wallFormat({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
  week: wallFormat({ day: "numeric", month: "short", year: "numeric" }),
  month: wallFormat({ month: "long", year: "numeric" }),
};
const dayMonth = wallFormat({ day: "numeric", month: "short" });

const valid = (date: Date) => !Number.isNaN(date.getTime());

export function bucketShort(label: string, grain: Grain, withDay = false): string {
  const date = asWall(label);
  if (!valid(date)) return label;
  return withDay && (grain === "hour" || grain === "minute") ? dayMonth.format(date) : AXIS[grain].format(date);
}
export function bucketLong(label: string, grain: Grain): string {
  const date = asWall(label);
  if (!valid(date)) return label;
  return grain === "week" ? `Week of ${LONG.week.format(date)}` : LONG[grain].format(date);
}

/** The wall clock of a zone, as "2026-11-13T14:05". */
export function wallClock(instantMs: number, tz: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: tz,
    dateStyle: "short",
    timeStyle: "short",
  }).format(instantMs);
  return parts.replace(" ", "T");
}

/** The label at which the bucket that begins with `label` ends. */
export function bucketEnd(label: string, grain: Grain): string {
  const date = asWall(label);
  if (!valid(date)) return label;
  if (grain === "minute") date.setUTCMinutes(date.getUTCMinutes() + 1);
  if (grain === "hour") date.setUTCHours(date.getUTCHours() + 1);
  if (grain === "day") date.setUTCDate(date.getUTCDate() + 1);
  if (grain === "week") date.setUTCDate(date.getUTCDate() + 7);
  if (grain === "month") date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 16);
}

export function instantLong(instant: number | string, tz?: string): string {
  return new Intl.DateTimeFormat(undefined, {
    dateStyle: "medium",
    timeStyle: "medium",
    ...(tz ? { timeZone: tz } : {}),
  }).format(new Date(instant));
}
export function clock(instant: number | string, tz?: string): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: "medium", ...(tz ? { timeZone: tz } : {}) }).format(
    new Date(instant),
  );
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "narrow" });
/** "3s ago", "5m ago", "2d ago"; the absolute time belongs beside it in a title. */
export function ago(instant: number, now: number): string {
  const secondsAgo = Math.round((now - instant) / 1_000);
  if (secondsAgo < 1) return "now";
  if (secondsAgo < 60) return relative.format(-secondsAgo, "second");
  if (secondsAgo < 3_600) return relative.format(-Math.round(secondsAgo / 60), "minute");
  if (secondsAgo < 86_400) return relative.format(-Math.round(secondsAgo / 3_600), "hour");
  return relative.format(-Math.round(secondsAgo / 86_400), "day");
}

/** Half-open local dates [from, to) as people say them: "17 – 20 May 2015". */
export function dateRange(from: string, to: string): string {
  const first = asWall(from);
  const last = new Date(asWall(to).getTime() - 1);
  if (!valid(first) || !valid(last) || last < first) return `${from} – ${to}`;
  return wallFormat({ day: "numeric", month: "short", year: "numeric" }).formatRange(first, last);
}

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
