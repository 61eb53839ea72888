// The catalogue of alerts, whole, and what each looks like in one platform.
import type { Platform } from "../../blueprint/platform.ts";
import type { Alert } from "./alert.ts";
import { PLATFORM_ALERTS } from "./alerts-platform.ts";
import { RECOVERY_ALERTS } from "./alerts-recovery.ts";
import { SERVICE_ALERTS } from "./alerts-service.ts";
import { BURN_ALERTS } from "./slo.ts";

export const ALERTS: readonly Alert[] = [...RECOVERY_ALERTS, ...BURN_ALERTS, ...SERVICE_ALERTS, ...PLATFORM_ALERTS];

export const alertsOf = (platform: Platform): readonly Alert[] =>
  ALERTS.filter(({ when }) => when === undefined || when(platform));
