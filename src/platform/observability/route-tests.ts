// Which receiver an alert must reach: worked out from the catalogue's words alone, and held against Alertmanager's own
// routing by amtool. Each alert has a case, so none can fall through to a place that nobody reads.
import type { Platform } from "../../blueprint/platform.ts";
import { alertName } from "./alert.ts";
import { RECEIVERS, type ReceiverName } from "./alertmanager.ts";
import { alertsOf } from "./alerts.ts";
import { labelsOf } from "./rules.ts";

export type RouteTest = { readonly labels: Readonly<Record<string, string>>; readonly receiver: ReceiverName };

export const routeTests = (platform: Platform): readonly RouteTest[] =>
  alertsOf(platform).map((alert) => ({
    labels: { alertname: alertName(alert), environment: platform.environment, ...labelsOf(platform, alert) },
    receiver:
      alert.id === "watchdog"
        ? RECEIVERS.heartbeat
        : alert.severity === "none" || alert.told === "by CloudWatch"
          ? RECEIVERS.nobody
          : RECEIVERS[alert.severity],
  }));

/** As `amtool config routes test` is called: the receiver first, then the labels. */
export const routeTestsText = (platform: Platform): string =>
  `${routeTests(platform)
    .map(({ labels, receiver }) =>
      [receiver, ...Object.entries(labels).map(([name, value]) => `${name}=${value}`)].join(" "),
    )
    .join("\n")}\n`;
