// A line of the catalogue of alerts (alerts.ts): one thing that Prometheus can see going wrong. It is data: the rule, its unit
// test, the panel that draws it and the page for people on call are all made of it. Alarms (alarm-rule.ts) are CloudWatch's;
// what CloudWatch tells already isn't told twice (`told`).
import type { Platform } from "../../blueprint/platform.ts";
import type { Severity } from "../names/safety.ts";
import type { Owner } from "./alarm-rule.ts";

/** What a value is counted in; dashboards know how to draw each. */
export type Unit =
  | "seconds"
  | "milliseconds"
  | "bytes"
  | "share"
  | "percent"
  | "events"
  | "events/s"
  | "requests/s"
  | "bytes/s"
  | "count"
  | "yes or no"
  | "usd";

export const DASHBOARDS = ["overview", "ingest", "query", "data", "recovery", "cost", "logs"] as const;
export type DashboardName = (typeof DASHBOARDS)[number];

/** Of a platform, or the same for all. */
export type Told<T> = T | ((platform: Platform) => T);
export const told = <T extends string | number | object>(platform: Platform, value: Told<T>): T =>
  typeof value === "function" ? (value as (platform: Platform) => T)(platform) : value;

/** Series by selector, each with promtool's notation of its values, a sample every `everySeconds`. */
export type Series = Readonly<Record<string, string>>;
/**
 * What the alert's unit test feeds in. `fires`: it fires at `atSeconds`, and with these labels beside its own; `quiet`: what
 * looks like it and is none.
 */
export type Proof = {
  readonly everySeconds: number;
  readonly atSeconds: number;
  readonly fires: Series;
  /** Where the expression has further ways to be true: each alone. */
  readonly alsoFires?: readonly Series[];
  /** Null: it always fires, on purpose. */
  readonly quiet: Series | null;
  /** Labels that the expression leaves on the alert. */
  readonly labels?: Readonly<Record<string, string>>;
};

export type Alert = {
  /** Unique among alerts; the anchor of its paragraph. Its name is the same in one word. */
  readonly id: string;
  readonly component: string;
  readonly owner: Owner;
  /** "none": told to nobody; it keeps others quiet, or shows that alerting lives. */
  readonly severity: Severity | "none";
  /** "pair": whatever tells that the regions have lost each other is one incident. */
  readonly incident: "region" | "pair";
  /** Kept quiet while the regions have lost each other, and for half an hour after: it then says the same once more. */
  readonly follows?: "region-lost";
  /** CloudWatch has an alarm for it, which reaches the pager by its own way. */
  readonly told?: "by CloudWatch";
  readonly when?: (platform: Platform) => boolean;
  /** Without a full stop. `%region%` and `%peer%` become names. */
  readonly says: string;
  /** What a person on call looks at first, in words. */
  readonly first: string;
  /** What is measured: also the panel's query. */
  readonly reading: Told<string>;
  readonly unit: Unit;
  readonly comparison: ">" | ">=" | "<" | "<=" | "==";
  readonly threshold: Told<number>;
  /** Where the threshold comes from. */
  readonly formula: string;
  /** A second condition, with what it is matched on: `on (region) (...)`. */
  readonly and?: Told<string>;
  /** How long it must last. */
  readonly lastsSeconds: Told<number>;
  readonly because: string;
  readonly dashboard: DashboardName;
  readonly proof: Told<Proof>;
};

/** `CamelCase` of the id: Prometheus's custom for names of alerts. */
export const alertName = ({ id }: Pick<Alert, "id">): string =>
  id
    .split("-")
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join("");

export const expressionOf = (platform: Platform, alert: Alert): string => {
  const judged = `${told(platform, alert.reading)} ${alert.comparison} ${decimal(told(platform, alert.threshold))}`;
  return alert.and === undefined ? judged : `(${judged}) and ${told(platform, alert.and)}`;
};

/** PromQL knows numbers like 0.00072, and 1e-7 too; rounding errors of binary fractions are nobody's threshold. */
const decimal = (value: number): string => String(Number(value.toPrecision(12)));
