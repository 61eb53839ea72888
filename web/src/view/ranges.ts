// The ranges that people choose from, what each means in a question, and the grains that make sense for it.

import type { Grain, Range } from "../../../src/core/question.ts";

export const PRESETS = [
  { id: "today", label: "Today", key: "d", range: "today" },
  { id: "yesterday", label: "Yesterday", key: "e", range: "yesterday" },
  { id: "7d", label: "Last 7 days", key: "w", range: "6d+today" },
  { id: "28d", label: "Last 28 days", key: "t", range: "27d+today" },
  { id: "month", label: "Month to date", key: "m", range: "month" },
  { id: "year", label: "Year to date", key: "y", range: "year" },
  { id: "all", label: "All time", key: "a", range: "all" },
] as const satisfies { id: string; label: string; key: string; range: Range }[];
export type PresetId = (typeof PRESETS)[number]["id"];
/** Dates: half-open, `to` excluded, as in the query language. */
export type RangeChoice = PresetId | { from: string; to: string };

const DAY_MS = 86_400_000;

export const rangeOf = (choice: RangeChoice): Range =>
  typeof choice === "string" ? (PRESETS.find((preset) => preset.id === choice)?.range ?? "27d+today") : choice;

export const isPreset = (text: string): text is PresetId => PRESETS.some((preset) => preset.id === text);

/** Days of a choice; undefined for all time, whose length only the answer knows. */
function daysOf(choice: RangeChoice): number | undefined {
  if (typeof choice !== "string") return Math.max(1, (Date.parse(choice.to) - Date.parse(choice.from)) / DAY_MS);
  return { today: 1, yesterday: 1, "7d": 7, "28d": 28, month: 31, year: 366, all: undefined }[choice];
}

/** Finest first. A series stays under about 750 points. */
export function grainsFor(choice: RangeChoice, days = daysOf(choice)): Grain[] {
  if (days === undefined) return ["day", "week", "month"];
  if (days <= 1) return ["minute", "hour"];
  if (days <= 2) return ["hour", "day"];
  if (days <= 31) return ["hour", "day", "week"];
  if (days <= 800) return ["day", "week", "month"];
  return ["week", "month"];
}

export function grainBest(choice: RangeChoice, days = daysOf(choice)): Grain {
  if (days === undefined) return "month";
  if (days <= 2) return "hour";
  if (days <= 7) return days <= 4 && typeof choice !== "string" ? "hour" : "day";
  if (days <= 92) return "day";
  return days <= 400 ? "week" : "month";
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
