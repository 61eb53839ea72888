// How a workload grows and shrinks. The processor and memory by the HorizontalPodAutoscaler; where they say too little (a
// collector's events, a worker's queue), KEDA, which makes the same object for itself. Never both for one target.
import { ScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import type { IScaleTriggers } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaleTriggers";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import type { IHorizontalPodAutoscalerBehavior } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerBehavior";
import { EVENTS_PER_POD } from "../../../blueprint/workload-table.ts";
import type { Workload } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { PROMETHEUS_URL } from "../../names/kubernetes.ts";
import { metric } from "../../observability/catalogue.ts";
import { queueManifests, queueTrigger, scalesOnQueue } from "./queue-scaling.ts";
import {
  controllerKind,
  isAsleep,
  type KubernetesSite,
  keepsLog,
  metadataOf,
  placeOf,
  replicasMax,
  replicasMin,
} from "./site.ts";

/** Node's heap rests well below this; above it a pod is short of memory and another one helps. */
const MEMORY_TARGET_PERCENT = 80;
/** Failed scrapes of a trigger in a row before the number below stands in for it. */
const FALLBACK_AFTER = 5;
const POLL_SECONDS = 15;
/** Queues empty in bursts: a worker waits so long for the next one. */
const COOLDOWN_SECONDS = 300;

export function scalingManifests(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  if (scalesOnQueue(workload)) return [...queueManifests(site, workload), scaledOnQueue(site, workload)];
  if (workload.scaling.kind !== "cpu") return [];
  const { cpuTargetPercent } = workload.scaling;
  return [
    workload.name === "collector"
      ? scaledOnEvents(site, workload, cpuTargetPercent)
      : scaledOnLoad(site, workload, cpuTargetPercent),
  ];
}

export const isScaled = (workload: Workload): boolean =>
  workload.scaling.kind === "queue" || workload.scaling.kind === "cpu";

const targetOf = (site: KubernetesSite, workload: Workload) => {
  const kind = controllerKind(site, workload);
  return { apiVersion: kind === "Rollout" ? "argoproj.io/v1alpha1" : "apps/v1", kind, name: workload.name };
};

/** Up at once and by half; down by a tenth a minute, after five quiet minutes: the second wave of a fail-over's clients comes late. */
const BEHAVIOUR: IHorizontalPodAutoscalerBehavior = {
  scaleUp: {
    stabilizationWindowSeconds: 0,
    selectPolicy: "Max",
    policies: [
      { type: "Percent", value: 50, periodSeconds: 30 },
      { type: "Pods", value: 4, periodSeconds: 30 },
    ],
  },
  scaleDown: {
    stabilizationWindowSeconds: 300,
    policies: [{ type: "Percent", value: 10, periodSeconds: 60 }],
  },
};

/** A collector's own log lies on its volume: one that is taken away keeps events that nobody has read. A person does that. */
const NEVER_DOWN: IHorizontalPodAutoscalerBehavior = { ...BEHAVIOUR, scaleDown: { selectPolicy: "Disabled" } };

const utilization = (name: "cpu" | "memory", averageUtilization: number) => ({
  type: "Resource" as const,
  resource: { name, target: { type: "Utilization" as const, averageUtilization } },
});

const scaledOnLoad = (site: KubernetesSite, workload: Workload, cpuTargetPercent: number): Manifest =>
  manifest(
    placeOf(
      workload,
      `${workload.name} grows at ${cpuTargetPercent} % of its processors. Recovery raises the minimum of the region that takes over.`,
    ),
    new HorizontalPodAutoscaler({
      metadata: metadataOf(site, workload, workload.name),
      spec: {
        scaleTargetRef: targetOf(site, workload),
        minReplicas: replicasMin(site, workload),
        maxReplicas: replicasMax(site, workload),
        metrics: [utilization("cpu", cpuTargetPercent), utilization("memory", MEMORY_TARGET_PERCENT)],
        behavior: BEHAVIOUR,
      },
    }),
  );

/** Nothing of a sleeping region is scaled, until recovery takes the annotation away. */
const pausing = (site: KubernetesSite, workload: Workload) =>
  isAsleep(site, workload) ? { annotations: { "autoscaling.keda.sh/paused-replicas": "0" } } : {};

function scaledOnEvents(site: KubernetesSite, workload: Workload, cpuTargetPercent: number): Manifest {
  const { platform } = site;
  const eventsTarget = Math.floor((EVENTS_PER_POD * cpuTargetPercent) / 100);
  const received = metric("tandem_events_received_total");
  const utilizationTrigger = (type: "cpu" | "memory", percent: number): IScaleTriggers => ({
    type,
    metricType: "Utilization",
    metadata: { value: String(percent) },
  });
  return manifest(
    placeOf(
      workload,
      `Collectors grow with the events that arrive (${eventsTarget} a second each), their processors and their memory.`,
    ),
    new ScaledObject({
      metadata: { ...metadataOf(site, workload, workload.name), ...pausing(site, workload) },
      spec: {
        scaleTargetRef: targetOf(site, workload),
        minReplicaCount: replicasMin(site, workload),
        maxReplicaCount: replicasMax(site, workload),
        pollingInterval: POLL_SECONDS,
        advanced: {
          horizontalPodAutoscalerConfig: {
            name: workload.name,
            behavior: keepsLog(platform, workload) ? NEVER_DOWN : BEHAVIOUR,
          },
        },
        // Without Prometheus the other two go on: an autoscaler takes the largest answer that it gets.
        triggers: [
          utilizationTrigger("cpu", cpuTargetPercent),
          utilizationTrigger("memory", MEMORY_TARGET_PERCENT),
          {
            type: "prometheus",
            metadata: {
              serverAddress: PROMETHEUS_URL,
              query: `sum(rate(${received}{job="${workload.name}"}[1m]))`,
              threshold: String(eventsTarget),
            },
          },
        ],
      },
    }),
  );
}

function scaledOnQueue(site: KubernetesSite, workload: Parameters<typeof queueTrigger>[1]): Manifest {
  const least = replicasMin(site, workload);
  return manifest(
    placeOf(workload, `One ${workload.name} for each ${workload.scaling.tasksPerReplica} tasks that wait.`),
    new ScaledObject({
      metadata: { ...metadataOf(site, workload, workload.name), ...pausing(site, workload) },
      spec: {
        scaleTargetRef: targetOf(site, workload),
        minReplicaCount: least,
        maxReplicaCount: replicasMax(site, workload),
        pollingInterval: POLL_SECONDS,
        cooldownPeriod: COOLDOWN_SECONDS,
        // A queue that can't be asked isn't an empty one: what runs goes on, and there are enough for an ordinary day.
        fallback: { failureThreshold: FALLBACK_AFTER, replicas: least, behavior: "currentReplicasIfHigher" },
        advanced: { horizontalPodAutoscalerConfig: { name: workload.name, behavior: BEHAVIOUR } },
        triggers: [queueTrigger(site, workload)],
      },
    }),
  );
}
