// The alerts and objectives as rules of Prometheus: the very same groups in files for promtool and in objects for the
// operator. Both regions have the same rules: a region is known by the labels of what it scrapes, and by its Prometheus's own.
import type { Platform } from "../../blueprint/platform.ts";
import { pairIncident, regionIncident } from "../names/observability.ts";
import { type Alert, alertName, expressionOf, told } from "./alert.ts";
import { alertsOf } from "./alerts.ts";
import { dashboardPath } from "./dashboard-names.ts";
import { alertUrl } from "./runbook.ts";
import { recordings } from "./slo.ts";

export type Rule =
  | { readonly record: string; readonly expr: string; readonly labels?: Readonly<Record<string, string>> }
  | {
      readonly alert: string;
      readonly expr: string;
      readonly for?: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations: Readonly<Record<string, string>>;
    };
export type RuleGroup = { readonly name: string; readonly interval: string; readonly rules: readonly Rule[] };
/** One file, and one object, for each of these. */
export const RULE_FILES = ["recovery", "objectives", "services", "platform"] as const;
export type RuleFile = (typeof RULE_FILES)[number];

const PLATFORM_COMPONENTS = new Set(["cluster", "delivery", "alerting", "queues", "backups", "database"]);
export const fileOf = ({ component }: Alert): RuleFile =>
  component === "recovery" || component === "objectives"
    ? component
    : PLATFORM_COMPONENTS.has(component)
      ? "platform"
      : "services";

/** Half a minute of a page's minute would be lost to a slow look; a budget of days needs no more than a minute. */
const INTERVALS: Readonly<Record<RuleFile, string>> = {
  recovery: "5s",
  objectives: "1m",
  services: "30s",
  platform: "30s",
};

export function ruleGroups(platform: Platform): Readonly<Record<RuleFile, RuleGroup>> {
  const alerts = alertsOf(platform);
  const group = (file: RuleFile): RuleGroup => ({
    name: `tandem-${file}`,
    interval: INTERVALS[file],
    rules: [
      ...(file === "objectives" ? recordings(platform) : []),
      ...alerts.filter((alert) => fileOf(alert) === file).map((alert) => ruleOf(platform, alert)),
    ],
  });
  return {
    recovery: group("recovery"),
    objectives: group("objectives"),
    services: group("services"),
    platform: group("platform"),
  };
}

function ruleOf(platform: Platform, alert: Alert): Rule {
  const seconds = told(platform, alert.lastsSeconds);
  const template = (text: string): string => withTemplates(platform, text);
  return {
    alert: alertName(alert),
    expr: expressionOf(platform, alert),
    ...(seconds > 0 && { for: `${seconds}s` }),
    labels: mapValues(labelsOf(platform, alert), template),
    annotations: mapValues(annotationsOf(platform, alert), template),
  };
}

/** `%region%` and `%peer%` still in it. */
export function labelsOf(platform: Platform, alert: Alert): Readonly<Record<string, string>> {
  return {
    severity: alert.severity,
    owner: alert.owner,
    component: alert.component,
    incident:
      alert.incident === "pair" ? incidentOfPair(platform, alert) : regionIncident(platform, "%region%", alert.id),
    ...(alert.follows !== undefined && { follows: alert.follows }),
    ...(alert.told !== undefined && { told: "cloudwatch" }),
  };
}

/** What says that the regions have lost each other is one incident; other matters of the pair have one each, for both regions. */
const OF_LOSS = new Set(["region-lost", "region-lost-lately", "active-none", "recovery-waits", "recovery-late"]);
const incidentOfPair = (platform: Platform, { id }: Alert): string =>
  OF_LOSS.has(id) ? pairIncident(platform) : `${platform.name}-${id}`;

export function annotationsOf(platform: Platform, alert: Alert): Readonly<Record<string, string>> {
  return {
    summary: `${alert.says}.`,
    description: `First: ${alert.first} Threshold: ${alert.formula}.`,
    runbook_url: alertUrl(platform, alert.id),
    dashboard: dashboardPath(alert.dashboard),
  };
}

/** Each region's Prometheus knows its own name by its external labels. */
function withTemplates({ regions }: Platform, text: string): string {
  const peer = `{{ if eq $externalLabels.region "${regions.primary.name}" }}${regions.standby.name}{{ else }}${regions.primary.name}{{ end }}`;
  return text.replaceAll("%region%", "{{ $externalLabels.region }}").replaceAll("%peer%", peer);
}

const mapValues = <T, U>(values: Readonly<Record<string, T>>, make: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, make(value)]));
