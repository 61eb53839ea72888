// The whole view of an overview as a value, and as an address: what the address bar holds can be sent, reloaded, undone.

import { GRAINS, type Grain, METRICS, type Metric, type Question } from "../../../src/core/question.ts";
import { type Filter, filterText, parseFilter, whereOf } from "./filters.ts";
import { isPreset, type RangeChoice, rangeOf } from "./ranges.ts";

export type CompareChoice = "off" | "previous" | "year";
/** Which tab of each panel is open; the first one is not written to the address. */
export const PANEL_TABS = {
  pages: ["page", "entry", "exit"],
  sources: ["source", "channel", "campaign"],
  places: ["map", "country"],
  systems: ["browser", "os", "device"],
} as const;
export type PanelId = keyof typeof PANEL_TABS;
export type View = {
  range: RangeChoice;
  /** null: the project's zone. */
  tz: string | null;
  /** null: what suits the range. */
  grain: Grain | null;
  compare: CompareChoice;
  metric: Metric;
  filters: Filter[];
  bots: boolean;
  tabs: Record<PanelId, string>;
};

const DEFAULT_TABS = Object.fromEntries(Object.entries(PANEL_TABS).map(([panel, tabs]) => [panel, tabs[0]])) as Record<
  PanelId,
  string
>;
export const DEFAULT_VIEW: View = {
  range: "28d",
  tz: null,
  grain: null,
  compare: "previous",
  metric: "visitors",
  filters: [],
  bots: false,
  tabs: DEFAULT_TABS,
};
const DATES = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

export function viewFrom(search: string): View {
  const query = new URLSearchParams(search);
  const dates = DATES.exec(query.get("range") ?? "");
  const preset = query.get("range") ?? "";
  const compare = query.get("compare");
  const tabs = { ...DEFAULT_TABS };
  for (const panel of Object.keys(PANEL_TABS) as PanelId[]) {
    const tab = query.get(panel);
    if (tab && (PANEL_TABS[panel] as readonly string[]).includes(tab)) tabs[panel] = tab;
  }
  return {
    range: dates
      ? { from: dates[1] as string, to: dates[2] as string }
      : isPreset(preset)
        ? preset
        : DEFAULT_VIEW.range,
    tz: knownZone(query.get("tz")),
    grain: GRAINS.find((grain) => grain === query.get("by")) ?? null,
    compare: compare === "off" || compare === "year" ? compare : DEFAULT_VIEW.compare,
    metric: METRICS.find((metric) => metric === query.get("metric")) ?? DEFAULT_VIEW.metric,
    filters: query.getAll("f").flatMap((text) => parseFilter(text) ?? []),
    bots: query.get("bots") === "1",
    tabs,
  };
}

/** Only what differs from the default is written; short, readable, in a fixed order. */
export function searchOf(view: View): string {
  const query = new URLSearchParams();
  const range = typeof view.range === "string" ? view.range : `${view.range.from}..${view.range.to}`;
  if (range !== DEFAULT_VIEW.range) query.set("range", range);
  if (view.tz) query.set("tz", view.tz);
  if (view.grain) query.set("by", view.grain);
  if (view.compare !== DEFAULT_VIEW.compare) query.set("compare", view.compare);
  if (view.metric !== DEFAULT_VIEW.metric) query.set("metric", view.metric);
  for (const filter of view.filters) query.append("f", filterText(filter));
  if (view.bots) query.set("bots", "1");
  for (const panel of Object.keys(PANEL_TABS) as PanelId[]) {
    if (view.tabs[panel] !== DEFAULT_TABS[panel]) query.set(panel, view.tabs[panel]);
  }
  return query.toString().replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%7C", "|").replaceAll("%21", "!");
}

/** What every question of this view has in common. */
export function commonOf(view: View): Pick<Question, "range" | "tz" | "where" | "bots"> {
  const where = whereOf(view.filters);
  return {
    range: rangeOf(view.range),
    ...(view.tz ? { tz: view.tz } : {}),
    ...(where ? { where } : {}),
    ...(view.bots ? { bots: true } : {}),
  };
}

/** Days are compared with the same weekdays where the range has whole weeks in it; all time has nothing before it. */
export function compareOf(view: View): Pick<Question, "compare"> {
  if (view.compare === "off" || view.range === "all") return {};
  return { compare: view.compare };
}

function knownZone(tz: string | null): string | null {
  if (!tz) return null;
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: tz });
    return tz;
  } catch {
    return null;
  }
}
