// Names of what answers hold: countries, languages, metrics, dimensions; and the sentence that defines each metric.

import type { Dimension, Metric } from "../../../src/core/question.ts";

const countries = new Intl.DisplayNames(undefined, { type: "region", fallback: "code" });
const languages = new Intl.DisplayNames(undefined, { type: "language", fallback: "code" });

const safely = (name: () => string | undefined, otherwise: string) => {
  try {
    return name() ?? otherwise;
  } catch {
    return otherwise;
  }
};
export const countryName = (code: string) => safely(() => countries.of(code), code);

export const METRIC_NAMES: Record<Metric, string> = {
  visitors: "Visitors",
  visits: "Visits",
  pageviews: "Pageviews",
  events: "Events",
  bounce_rate: "Bounce rate",
  visit_duration: "Visit duration",
  views_per_visit: "Views per visit",
};

/** Version 2026-11 of the definitions, in a sentence each. */
export const METRIC_DEFINITIONS: Record<Metric, string> = {
  visitors:
    "People, by user id where there is one, else by device. Without cookies a device is known for one UTC day only, so longer ranges add up daily visitors.",
  visits: "A visit ends after a pause of more than 30 minutes. It belongs whole to the local day on which it began.",
  pageviews: "Pages and screens seen.",
  events: "Everything received: pages, screens and custom events.",
  bounce_rate: "Visits with a single pageview and no interactive custom event, as a share of all visits.",
  visit_duration: "Last minus first event of a visit, averaged. Visits with one event count as 0 seconds.",
  views_per_visit: "Pageviews divided by visits.",
};

export const DIMENSION_NAMES: Record<string, string> = {
  "event.type": "Event type",
  "event.name": "Event",
  "event.page": "Page",
  "event.hostname": "Host name",
  "event.title": "Page title",
  "visit.source": "Source",
  "visit.channel": "Channel",
  "visit.referrer": "Referrer",
  "visit.medium": "Medium",
  "visit.campaign": "Campaign",
  "visit.term": "Term",
  "visit.content": "Content",
  "visit.entry_page": "Entry page",
  "visit.exit_page": "Exit page",
  "visit.country": "Country",
  "visit.language": "Language",
  "visit.browser": "Browser",
  "visit.browser_version": "Browser version",
  "visit.os": "System",
  "visit.os_version": "System version",
  "visit.device": "Device",
  "visit.screen": "Screen",
};
export const dimensionName = (dimension: Dimension | string): string =>
  DIMENSION_NAMES[dimension] ?? dimension.replace(/^prop\./, "Property ");

/** A dimension's value for people; null is said according to what it means there. */
export function valueName(dimension: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return NONE_NAMES[dimension] ?? "(none)";
  const text = String(value);
  if (dimension === "visit.country") return countryName(text);
  if (dimension === "visit.language") return safely(() => languages.of(text), text);
  return text;
}
const NONE_NAMES: Record<string, string> = {
  "visit.source": "Direct / none",
  "visit.country": "Unknown",
  "visit.browser": "Unknown",
  "visit.os": "Unknown",
  "visit.device": "Unknown",
};
