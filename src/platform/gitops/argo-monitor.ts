// Argo CD's own metrics into the region's Prometheus, which has the alert for what doesn't become what Git says. Argo CD's
// notifications stay off: told by two ways, one incident would be two. Not a value of its chart, since the bootstrap installs
// that before there is any definition of a monitor.
import { ServiceMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor";
import type { Platform, Region } from "../../blueprint/platform.ts";
import { type Manifest, manifest } from "../manifest/manifest.ts";
import { ARGO_NAMESPACE } from "../names/delivery.ts";
import { externalLabels, MONITOR_LABEL } from "../names/observability.ts";

/** The chart's own label on everything it makes, and the name of its metrics' port (argo-cd 9.5.0). */
const CHART_LABEL = { "app.kubernetes.io/part-of": "argocd" };
const CHART_PORT = "http-metrics";

/** None where no cluster stands. */
export function argoMonitor(platform: Platform, region: Region): readonly Manifest[] {
  if (!region.holds.cluster) return [];
  const labels = { job: "argo-cd", ...externalLabels(platform, region) };
  return [
    manifest(
      {
        component: "argo-cd-monitor",
        wave: 3,
        why: "Scrapes Argo CD: an Application that doesn't become what Git says is somebody's ticket.",
      },
      new ServiceMonitor({
        metadata: { name: "argo-cd", namespace: ARGO_NAMESPACE, labels: MONITOR_LABEL },
        spec: {
          selector: { matchLabels: CHART_LABEL },
          endpoints: [
            {
              port: CHART_PORT,
              interval: "30s",
              relabelings: Object.entries(labels).map(([targetLabel, replacement]) => ({
                targetLabel,
                replacement,
                action: "replace" as const,
              })),
            },
          ],
        },
      }),
    ),
  ];
}
