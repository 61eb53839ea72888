// What a region's Prometheus scrapes: each workload's pods, under the workload's own name as `job`, with the region and the
// environment on every series; YACE, the collector and Fluent Bit; cert-manager and the like bring monitors of their own. Who is active takes both sides
// to tell, so of the other region's guardian the lease alone is read.

import { PodMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor";
import { ScrapeConfig } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/ScrapeConfig";
import type { Platform, Region } from "../../blueprint/platform.ts";
import { PORTS } from "../../blueprint/workload-table.ts";
import type { Workload } from "../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../manifest/manifest.ts";
import { clusterHost } from "../names/dns.ts";
import { WORKLOAD_NAMESPACE } from "../names/identity.ts";
import { selectorOf } from "../names/kubernetes.ts";
import { regionsAreJoined } from "../names/network.ts";
import {
  COLLECTOR,
  externalLabels,
  LOGGING_NAMESPACE,
  MONITOR_LABEL,
  OBSERVABILITY_NAMESPACE,
  PEER_JOB,
  TELEMETRY_PORTS,
} from "../names/observability.ts";
import { metric } from "./catalogue.ts";

const COMPONENT = "monitors";
/** What a page waits for; and all else. */
const QUICK = "10s";
const USUAL = "30s";
const QUICK_WORKLOADS = new Set(["guardian", "mirror", "recoverer", "collector"]);
/** Of the other region's guardian. */
export const LEASE_METRICS = [metric("tandem_lease_open"), metric("tandem_lease_held"), metric("tandem_lease_epoch")];

export function monitorManifests(platform: Platform, region: Region): readonly Manifest[] {
  const scraped = platform.workloads.filter(({ ports }) => ports.some(({ name }) => name === "metrics"));
  return [
    ...scraped.map((workload) => workloadMonitor(platform, region, workload)),
    podMonitor(platform, region, {
      name: "yace",
      namespace: OBSERVABILITY_NAMESPACE,
      release: "yace",
      port: TELEMETRY_PORTS.yace,
      interval: "60s",
      why: "CloudWatch's metrics, as YACE copied them.",
    }),
    podMonitor(platform, region, {
      name: COLLECTOR,
      namespace: OBSERVABILITY_NAMESPACE,
      release: COLLECTOR,
      port: TELEMETRY_PORTS.collectorMetrics,
      interval: USUAL,
      why: "Whether the collector gets rid of its traces and metrics.",
    }),
    podMonitor(platform, region, {
      name: "fluent-bit",
      namespace: LOGGING_NAMESPACE,
      release: "fluent-bit",
      port: TELEMETRY_PORTS.fluentBit,
      path: "/api/v2/metrics/prometheus",
      interval: USUAL,
      why: "Whether log lines arrive.",
    }),
    ...(regionsAreJoined(platform) ? [peerLease(platform, region)] : []),
  ];
}

const ownLabels = (platform: Platform, region: Region) =>
  Object.entries(externalLabels(platform, region)).map(([targetLabel, replacement]) => ({
    targetLabel,
    replacement,
    action: "replace" as const,
  }));

function workloadMonitor(platform: Platform, region: Region, workload: Workload): Manifest {
  return manifest(
    {
      component: COMPONENT,
      wave: 3,
      why: `Scrapes every pod of ${workload.name}, under its own name and with the region's labels.`,
    },
    new PodMonitor({
      metadata: { name: workload.name, namespace: WORKLOAD_NAMESPACE, labels: MONITOR_LABEL },
      spec: {
        selector: { matchLabels: selectorOf(workload) },
        podMetricsEndpoints: [
          {
            port: "metrics",
            path: "/metrics",
            interval: QUICK_WORKLOADS.has(workload.name) ? QUICK : USUAL,
            relabelings: [
              { targetLabel: "job", replacement: workload.name, action: "replace" },
              ...ownLabels(platform, region),
            ],
          },
        ],
      },
    }),
  );
}

type Pods = {
  readonly name: string;
  readonly namespace: string;
  /** Of its chart, which labels the pods with it. */
  readonly release: string;
  readonly port: number;
  readonly path?: string;
  readonly interval: string;
  readonly why: string;
};

const podMonitor = (platform: Platform, region: Region, pods: Pods): Manifest =>
  manifest(
    { component: COMPONENT, wave: 3, why: pods.why },
    new PodMonitor({
      metadata: { name: pods.name, namespace: pods.namespace, labels: MONITOR_LABEL },
      spec: {
        selector: { matchLabels: { "app.kubernetes.io/instance": pods.release } },
        podMetricsEndpoints: [
          {
            portNumber: pods.port,
            path: pods.path ?? "/metrics",
            interval: pods.interval,
            relabelings: [
              { targetLabel: "job", replacement: pods.name, action: "replace" },
              ...ownLabels(platform, region),
            ],
          },
        ],
      },
    }),
  );

function peerLease(platform: Platform, region: Region): Manifest {
  const peer = region.configured === "primary" ? platform.regions.standby : platform.regions.primary;
  return manifest(
    {
      component: COMPONENT,
      wave: 3,
      why: `Reads of ${peer.name}'s guardian whether it holds the lease: that two regions are active, or none, takes both to tell.`,
    },
    new ScrapeConfig({
      metadata: { name: PEER_JOB, namespace: OBSERVABILITY_NAMESPACE, labels: MONITOR_LABEL },
      spec: {
        jobName: PEER_JOB,
        dnsSDConfigs: [{ names: [clusterHost(platform, peer.name, "guardian")], type: "A", port: PORTS.metrics }],
        scrapeInterval: QUICK,
        scrapeTimeout: "5s",
        relabelings: [
          // The operator names the job after the object.
          { targetLabel: "job", replacement: PEER_JOB, action: "replace" },
          ...ownLabels(platform, peer),
        ],
        metricRelabelings: [{ sourceLabels: ["__name__"], regex: LEASE_METRICS.join("|"), action: "keep" }],
      },
    }),
  );
}
