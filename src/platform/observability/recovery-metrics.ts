// The program's metrics that CloudWatch must know too. What they are called there follows from what the program calls them, so
// an alarm can't look for one that nobody writes.
import type { Platform } from "../../blueprint/platform.ts";
import type { Workload } from "../../blueprint/workloads.ts";
import { METRICS, type MetricName } from "../../core/telemetry/metrics.ts";

export const RECOVERY_SOURCES = [
  "tandem_voters_answering",
  "tandem_relational_lag_seconds",
  "tandem_mirror_lag_seconds",
  "tandem_events_at_risk",
  "tandem_recovery_tail_writes",
  "tandem_drill_age_seconds",
] as const satisfies readonly MetricName[];
type Source = (typeof RECOVERY_SOURCES)[number];

type Joined<Text extends string> = Text extends `${infer First}_${infer Rest}`
  ? `${Capitalize<First>}${Joined<Rest>}`
  : Capitalize<Text>;
type WithoutPrefix<Name extends string> = Name extends `tandem_${infer Rest}` ? Rest : Name;
export type RecoveryMetric = Joined<WithoutPrefix<Source>>;

/** `tandem_events_at_risk` is `EventsAtRisk` in CloudWatch. */
export const recoveryMetricName = (name: Source): RecoveryMetric =>
  name
    .replace(/^tandem_/, "")
    .split("_")
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join("") as RecoveryMetric;

/** CloudWatch's name → what it says. */
export const RECOVERY_METRICS = Object.fromEntries(
  RECOVERY_SOURCES.map((name) => [recoveryMetricName(name), METRICS[name].help]),
) as Readonly<Record<RecoveryMetric, string>>;

/** The workloads that export one of them, where the platform has them. */
export const recoveryExporters = (platform: Platform): readonly Workload[] => {
  const exporters = new Set<string>(RECOVERY_SOURCES.flatMap((name) => METRICS[name].exportedBy));
  return platform.workloads.filter(({ name }) => exporters.has(name));
};
