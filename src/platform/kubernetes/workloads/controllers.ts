// What keeps a workload's pods running: a Deployment, a Rollout that watches each new version before it goes on, a StatefulSet
// where the pods own a log, or a CronJob.
import { Rollout } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout";
import type { IRolloutStrategy } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/RolloutStrategy";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import type { IDeploymentStrategy } from "kubernetes-models/apps/v1/DeploymentStrategy";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import type { IPodTemplateSpec } from "kubernetes-models/v1/PodTemplateSpec";
import type { Workload } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { headlessName, STORAGE_CLASS, selectorOf } from "../../names/kubernetes.ts";
import { canaryAnalysis, previewAnalysis } from "./analysis.ts";
import { GRACE_SECONDS, podSpecOf } from "./pod.ts";
import { isScaled } from "./scaling.ts";
import { previewName } from "./services.ts";
import { fingerprint, SETTINGS_ANNOTATION, settingsOf } from "./settings.ts";
import { controllerKind, isAsleep, type KubernetesSite, labelsOf, metadataOf, placeOf, replicasMin } from "./site.ts";

const REVISIONS_KEPT = 5;
/** A new pod counts once it was ready for so long: a load balancer has checked it twice by then. */
const READY_SECONDS = 20;
/** A version whose pods don't get ready within this is taken back. */
const PROGRESS_SECONDS = 600;

export function controllerManifest(site: KubernetesSite, workload: Workload): Manifest {
  switch (controllerKind(site, workload)) {
    case "Deployment":
      return deployment(site, workload);
    case "Rollout":
      return rollout(site, workload);
    case "StatefulSet":
      return statefulSet(site, workload);
    case "CronJob":
      return cronJob(site, workload);
  }
}

/** None beside an autoscaler, which would be overruled at each sync; nought in a region that sleeps, and nothing else is a
 *  number that recovery may leave alone. */
function replicasOf(site: KubernetesSite, workload: Workload): { replicas?: number } {
  if (isAsleep(site, workload)) return { replicas: 0 };
  return isScaled(workload) ? {} : { replicas: replicasMin(site, workload) };
}

function templateOf(site: KubernetesSite, workload: Workload): IPodTemplateSpec {
  const annotations = {
    [SETTINGS_ANNOTATION]: fingerprint(settingsOf(site, workload)),
    // A guardian that moves to another node lets its lease lapse, and the other region may take over for no reason.
    ...(workload.name === "guardian"
      ? { "karpenter.sh/do-not-disrupt": "true", "cluster-autoscaler.kubernetes.io/safe-to-evict": "false" }
      : {}),
  };
  const version = site.release === null ? {} : { "app.kubernetes.io/version": site.release.version };
  return {
    metadata: { labels: { ...labelsOf(site, workload), ...version }, annotations },
    spec: podSpecOf(site, workload),
  };
}

/** One that must not be doubled is replaced whole; all others come in one by one, with the old ones there until then. */
const strategyOf = (site: KubernetesSite, workload: Workload): IDeploymentStrategy =>
  replicasMin(site, workload) === 1 && workload.scaling.kind === "fixed"
    ? { type: "Recreate" }
    : { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

const deployment = (site: KubernetesSite, workload: Workload): Manifest =>
  manifest(
    placeOf(workload, workload.why),
    new Deployment({
      metadata: metadataOf(site, workload, workload.name),
      spec: {
        ...replicasOf(site, workload),
        revisionHistoryLimit: REVISIONS_KEPT,
        progressDeadlineSeconds: PROGRESS_SECONDS,
        minReadySeconds: workload.ports.length > 0 ? READY_SECONDS : 0,
        strategy: strategyOf(site, workload),
        selector: { matchLabels: selectorOf(workload) },
        template: templateOf(site, workload),
      },
    }),
  );

const rollout = (site: KubernetesSite, workload: Workload): Manifest =>
  manifest(
    placeOf(
      workload,
      site.platform.delivery.rollout === "canary"
        ? `${workload.why} A new version gets a fifth of the pods, then half, and is taken back by itself when it answers worse.`
        : `${workload.why} A new version stands beside the old one, is checked, takes over at once, and can go back for ten minutes.`,
    ),
    new Rollout({
      metadata: metadataOf(site, workload, workload.name),
      spec: {
        ...replicasOf(site, workload),
        revisionHistoryLimit: REVISIONS_KEPT,
        // Back to one of the last two versions without steps: they have been through them.
        rollbackWindow: { revisions: 2 },
        progressDeadlineSeconds: PROGRESS_SECONDS,
        progressDeadlineAbort: true,
        minReadySeconds: READY_SECONDS,
        selector: { matchLabels: selectorOf(workload) },
        strategy: site.platform.delivery.rollout === "canary" ? canary(workload) : blueGreen(workload),
        template: templateOf(site, workload),
      },
    }),
  );

/** Weights are shares of the pods: the load balancer and the gateway send each pod the same. */
const canary = (workload: Workload): IRolloutStrategy => ({
  canary: {
    maxSurge: "25%",
    maxUnavailable: 0,
    steps: [
      { setWeight: 20 },
      { analysis: canaryAnalysis(workload) },
      { setWeight: 50 },
      { analysis: canaryAnalysis(workload) },
    ],
  },
});

/** The old version stays for ten minutes, so that going back is a change of one selector. */
const PREVIOUS_KEPT_SECONDS = 600;

const blueGreen = (workload: Workload): IRolloutStrategy => ({
  blueGreen: {
    activeService: workload.name,
    previewService: previewName(workload),
    autoPromotionEnabled: true,
    prePromotionAnalysis: previewAnalysis(workload),
    postPromotionAnalysis: canaryAnalysis(workload),
    scaleDownDelaySeconds: Math.max(PREVIOUS_KEPT_SECONDS, GRACE_SECONDS),
    abortScaleDownDelaySeconds: GRACE_SECONDS,
  },
});

function statefulSet(site: KubernetesSite, workload: Workload): Manifest {
  const { stream } = site.platform.data;
  const volumeGib = stream.kind === "embedded" ? stream.volumeGib : 0;
  return manifest(
    placeOf(workload, `${workload.why} Each pod keeps its own log, on a volume that comes back to it.`),
    new StatefulSet({
      metadata: metadataOf(site, workload, workload.name),
      spec: {
        ...replicasOf(site, workload),
        serviceName: headlessName(workload),
        revisionHistoryLimit: REVISIONS_KEPT,
        minReadySeconds: READY_SECONDS,
        podManagementPolicy: "Parallel",
        updateStrategy: { type: "RollingUpdate" },
        // Nothing that was accepted goes with a pod or with the whole set.
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
        selector: { matchLabels: selectorOf(workload) },
        template: templateOf(site, workload),
        volumeClaimTemplates: [
          {
            apiVersion: "v1",
            kind: "PersistentVolumeClaim",
            metadata: { name: "data", labels: selectorOf(workload) },
            spec: {
              accessModes: ["ReadWriteOnce"],
              storageClassName: STORAGE_CLASS,
              resources: { requests: { storage: `${volumeGib}Gi` } },
            },
          },
        ],
      },
    }),
  );
}

const STARTING_LATE_SECONDS = 300;
const RUN_SECONDS_MAX = 600;

function cronJob(site: KubernetesSite, workload: Workload): Manifest {
  const schedule = workload.scaling.kind === "cron" ? workload.scaling.schedule : "";
  return manifest(
    placeOf(workload, `${workload.why} Never two at a time; one that comes too late is left out.`),
    new CronJob({
      metadata: metadataOf(site, workload, workload.name),
      spec: {
        schedule,
        timeZone: "Etc/UTC",
        concurrencyPolicy: "Forbid",
        startingDeadlineSeconds: STARTING_LATE_SECONDS,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        suspend: isAsleep(site, workload),
        jobTemplate: {
          spec: {
            backoffLimit: 2,
            activeDeadlineSeconds: RUN_SECONDS_MAX,
            ttlSecondsAfterFinished: 86_400,
            template: jobTemplate(site, workload),
          },
        },
      },
    }),
  );
}

function jobTemplate(site: KubernetesSite, workload: Workload): IPodTemplateSpec {
  const { metadata, spec } = templateOf(site, workload);
  return { metadata: metadata ?? {}, spec: { ...(spec as NonNullable<typeof spec>), restartPolicy: "Never" } };
}
