// The query language: one typed question, one typed answer, shared by API, console, command line and tests.

import type { InstantMs } from "./time.ts";

export const QUESTION_KINDS = ["totals", "timeseries", "breakdown", "live", "events"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const METRICS = [
  "visitors",
  "visits",
  "pageviews",
  "events",
  "bounce_rate",
  "visit_duration",
  "views_per_visit",
] as const;
export type Metric = (typeof METRICS)[number];

/** `event.*` describe one event, `visit.*` the visit it belongs to (fixed by its first event; entry and exit page excepted). */
export const DIMENSIONS = [
  "event.type",
  "event.name",
  "event.page",
  "event.hostname",
  "event.title",
  "visit.source",
  "visit.channel",
  "visit.referrer",
  "visit.medium",
  "visit.campaign",
  "visit.term",
  "visit.content",
  "visit.entry_page",
  "visit.exit_page",
  "visit.country",
  "visit.language",
  "visit.browser",
  "visit.browser_version",
  "visit.os",
  "visit.os_version",
  "visit.device",
  "visit.screen",
] as const;
export type BuiltInDimension = (typeof DIMENSIONS)[number];
/** A property of the event, e.g. "prop.plan"; nested ones with dots. */
export type Dimension = BuiltInDimension | `prop.${string}`;

export const GRAINS = ["minute", "hour", "day", "week", "month"] as const;
export type Grain = (typeof GRAINS)[number];

export const OPERATORS = ["is", "contains", "starts", "matches", "gt", "gte", "lt", "lte", "exists"] as const;
export type Operator = (typeof OPERATORS)[number];

/** `is`, `contains`, `starts`, `matches`: any of the values. `exists`: value is [true] or [false]. Comparisons: one number. */
export type Leaf = { field: Dimension; op: Operator; value: (string | number | boolean)[] };
export type Where = { all: Where[] } | { any: Where[] } | { not: Where } | Leaf;

/** Presets `Nd` are the N local days before today; "+today" adds today. A range of local dates excludes `to`. */
export type RangePreset = "today" | "yesterday" | "month" | "year" | "all" | `${number}d` | `${number}d+today`;
export type Range = RangePreset | { from: string; to: string };

export type Compare =
  | "previous"
  | "year"
  | { to: "previous" | "year"; align: "weekday" | "date" }
  | { from: string; to: string };

export type Question = {
  kind: QuestionKind;
  range?: Range;
  /** IANA name; the project's where absent. */
  tz?: string;
  compare?: Compare;
  metrics?: Metric[];
  /** timeseries: ["time.<grain>"]. breakdown: one to three dimensions. */
  by?: (Dimension | `time.${Grain}`)[];
  where?: Where;
  order?: [Metric | "time", "asc" | "desc"][];
  /** 1 … 1000; breakdown and live 10, events 100 where absent. */
  limit?: number;
  cursor?: string;
  /** live: how far back, e.g. "5m", "30m". */
  window?: string;
  /** Include events marked as bots; false where absent. */
  bots?: boolean;
};

/** null: can't be computed (a rate of nothing), with a warning that says why; never left out and never a false 0. */
export type MetricValues = Partial<Record<Metric, number | null>>;

export type AnswerRow = MetricValues & {
  /** "time.day": "2026-11-13" and dimension values; null is "none". */
  [key: string]: string | number | boolean | null | undefined | MetricValues | Record<string, unknown>;
  /** The same values in the compared period, with its own bucket label. */
  was?: MetricValues & { [key: `time.${string}`]: string };
};

export type OriginFreshness = {
  region: string;
  origin: string;
  /** Events received up to this instant are in the answer. */
  completeUntil: InstantMs | null;
  /** The region can't be reached or has stopped writing; its last instant stands, and it holds nothing else back. */
  lost: boolean;
};

export type Warning = { code: string; field?: string; text: string };

export type AnswerMeta = {
  /** Instants as ISO 8601 UTC; `from` included, `to` excluded. */
  range: { from: string; to: string; tz: string; grain?: Grain };
  compare?: { from: string; to: string };
  /** The region that answered. */
  region: string;
  dataAsOf: string;
  /** Visits that began before this instant can't change any more but by late events. */
  sessionsFinalUntil: string;
  freshness: OriginFreshness[];
  /** Version of the definitions (docs/manual/definitions.md) and of the channel rules. */
  definitions: string;
  channelRules: string;
  warnings: Warning[];
  cost: { ms: number; files: number; cached: boolean };
  queryId: string;
};

export type Answer = {
  kind: QuestionKind;
  rows: AnswerRow[];
  totals?: MetricValues & { was?: MetricValues };
  next: string | null;
  meta: AnswerMeta;
};

/** RFC 9457. `detail` says what to do next; `pointer` is the JSON pointer of the offending member. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  pointer?: string;
  instance?: string;
  errors?: { index?: number; pointer?: string; code: string; detail: string }[];
};
