// Numbers for people, by Intl and the reader's own locale. null is "–", never 0; a tiny share is "< 0.1 %", never 0.

import type { Metric } from "../../../src/core/question.ts";

export const NONE = "–";
const exact = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: "compact", maximumSignificantDigits: 3 });
const ratio = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
const percentFine = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });
const percentCoarse = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });
const COMPACT_FROM = 10_000;

export const whole = (value: number | null | undefined): string => (value == null ? NONE : exact.format(value));

export function short(value: number | null | undefined): string {
  if (value == null) return NONE;
  return Math.abs(value) < COMPACT_FROM ? exact.format(value) : compact.format(value);
}

/** 0–1 as a percentage; one decimal below 10 %. */
export function percent(share: number | null | undefined): string {
  if (share == null) return NONE;
  if (share > 0 && share < 0.001) return `< ${percentFine.format(0.001)}`;
  return Math.abs(share) < 0.1 ? percentFine.format(share) : percentCoarse.format(share);
}

const seconds = (value: number) => Math.round(value);

/** Seconds as "3m 12s"; `spoken` for screen readers. */
export function duration(value: number | null | undefined): string {
  if (value == null) return NONE;
  const whole = seconds(value);
  if (whole < 60) return `${whole}s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)}m ${String(whole % 60).padStart(2, "0")}s`;
  return `${Math.floor(whole / 3_600)}h ${String(Math.floor((whole % 3_600) / 60)).padStart(2, "0")}m`;
}

export function durationSpoken(value: number | null | undefined): string {
  if (value == null) return "no value";
  const whole = seconds(value);
  const parts = [
    [Math.floor(whole / 3_600), "hour"],
    [Math.floor((whole % 3_600) / 60), "minute"],
    [whole % 60, "second"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`);
  return said.join(" ") || "0 seconds";
}

export function metricValue(
  metric: Metric,
  value: number | null | undefined,
  form: "short" | "exact" = "short",
): string {
  if (value == null) return NONE;
  if (metric === "bounce_rate") return percent(value);
  if (metric === "visit_duration") return duration(value);
  if (metric === "views_per_visit") return ratio.format(value);
  return form === "exact" ? whole(value) : short(value);
}

export type Change = { kind: "none" } | { kind: "new" } | { kind: "by"; share: number; text: string };

/** Against a base of 0 there is no percentage: it is "new". */
export function changeOf(now: number | null | undefined, was: number | null | undefined): Change {
  if (now == null || was == null) return { kind: "none" };
  if (was === 0) return now === 0 ? { kind: "by", share: 0, text: percentCoarse.format(0) } : { kind: "new" };
  const share = (now - was) / was;
  return { kind: "by", share, text: percent(Math.abs(share)) };
}

const BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];
/** Binary units, said so. */
export function bytes(value: number | null | undefined): string {
  if (value == null) return NONE;
  const power = value < 1 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log2(value) / 10));
  const scaled = value / 1_024 ** power;
  return `${new Intl.NumberFormat(undefined, { maximumFractionDigits: scaled < 10 && power > 0 ? 1 : 0 }).format(scaled)} ${BYTE_UNITS[power]}`;
}

/** Milliseconds for machines: 340 ms, 1.2 s, 3m 05s. */
export function milliseconds(value: number | null | undefined): string {
  if (value == null) return NONE;
  if (value < 1_000) return `${Math.round(value)} ms`;
  if (value < 60_000)
    return `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(value / 1_000)} s`;
  return duration(value / 1_000);
}
