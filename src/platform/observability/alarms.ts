// The catalogue of alarms, whole. CloudWatch alarms, dashboards and the page for people on call are made of it.
import type { AlarmRule } from "./alarm-rule.ts";
import { CLUSTER_ALARMS } from "./alarms-cluster.ts";
import { DATA_ALARMS } from "./alarms-data.ts";
import { ENTRY_ALARMS } from "./alarms-entry.ts";
import { RECOVERY_ALARMS } from "./alarms-recovery.ts";
import { SAFETY_ALARMS } from "./alarms-safety.ts";

export const ALARMS: readonly AlarmRule[] = [
  ...ENTRY_ALARMS,
  ...CLUSTER_ALARMS,
  ...DATA_ALARMS,
  ...RECOVERY_ALARMS,
  ...SAFETY_ALARMS,
];
