// One ApplicationSet per wave: it reads the wave's list of components and makes an Application of each. The root
// Application begins a wave when the one before is healthy (argo-health.ts says what that is).
import { ApplicationSet } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet";
import type { Platform, Region } from "../../blueprint/platform.ts";
import { type Manifest, manifest, WAVES, type Wave } from "../manifest/manifest.ts";
import { ARGO_NAMESPACE, AUTOMATED, componentApplication, GITOPS_BRANCH, gitOpsUrl } from "../names/delivery.ts";
import type { Component } from "./component.ts";
import { waveFile } from "./layout.ts";
import { OWN_CLUSTER } from "./root-application.ts";

/**
 * What an element of a wave's list says; the template asks for each by its name and fails where one is missing. None may be
 * called `path`: the generator of Git files puts the list's own path there, over what an element says.
 * (argo-cd, docs/operator-manual/applicationset/Generators-Git.md.)
 */
export type WaveElement = {
  readonly component: string;
  readonly project: string;
  readonly namespace: string;
  readonly folder: string;
};

/**
 * What recovery changes and Git must not take back: a fail-over raises the survivor to the size that carries everything,
 * and an Argo CD that put the standby's size back in that minute would be the second disaster. The price: a new least
 * size for these reaches a running cluster through the autoscaler's own object being made anew, or by a person.
 */
export const LEFT_TO_RECOVERY = [
  { group: "autoscaling", kind: "HorizontalPodAutoscaler", jsonPointers: ["/spec/minReplicas"] },
  {
    group: "keda.sh",
    kind: "ScaledObject",
    // The second is how a region that sleeps sleeps, and taking it away is how it is woken.
    jsonPointers: ["/spec/minReplicaCount", "/metadata/annotations/autoscaling.keda.sh~1paused-replicas"],
  },
  { group: "apps", kind: "Deployment", jsonPointers: ["/spec/replicas"] },
  { group: "apps", kind: "StatefulSet", jsonPointers: ["/spec/replicas"] },
  { group: "argoproj.io", kind: "Rollout", jsonPointers: ["/spec/replicas"] },
  { group: "batch", kind: "CronJob", jsonPointers: ["/spec/suspend"] },
] as const;

/**
 * With blue-green the controller of roll-outs writes into both Services which of the two versions is theirs. Applied from the
 * server's side a selector is one value, so Git's would take that word out again, and clients would meet both versions. (argoproj/argo-rollouts#3437.)
 */
export const LEFT_TO_ROLLOUTS = [
  { kind: "Service", jsonPointers: ["/spec/selector/rollouts-pod-template-hash"] },
] as const;

const leftAlone = ({ delivery }: Platform) =>
  [...LEFT_TO_RECOVERY, ...(delivery.rollout === "blue-green" ? LEFT_TO_ROLLOUTS : [])].map((one) => ({
    ...one,
    jsonPointers: [...one.jsonPointers],
  }));

const RETRIES_MAX = 10;
const HISTORY_MAX = 10;

/** One for each wave that has a component. */
export function applicationSets(platform: Platform, region: Region, components: readonly Component[]): Manifest[] {
  const waves = [...new Set(components.map(({ wave }) => wave))].sort();
  return waves.map((wave) => applicationSet(platform, region, wave));
}

function applicationSet(platform: Platform, region: Region, wave: Wave): Manifest {
  const repoURL = gitOpsUrl(platform);
  return manifest(
    { component: "appsets", wave, why: `Makes an Application of each component of wave ${wave}: ${WAVES[wave]}.` },
    new ApplicationSet({
      metadata: {
        name: `wave-${wave}`,
        namespace: ARGO_NAMESPACE,
        annotations: { "argocd.argoproj.io/sync-wave": String(wave) },
      },
      spec: {
        goTemplate: true,
        goTemplateOptions: ["missingkey=error"],
        generators: [
          { git: { repoURL, revision: GITOPS_BRANCH, files: [{ path: waveFile(platform, region, wave) }] } },
        ],
        // A set that vanishes must not take what runs along.
        syncPolicy: { preserveResourcesOnDeletion: true },
        // Whoever is on call may stop one Application from synchronising, and isn't overruled.
        ignoreApplicationDifferences: [{ jsonPointers: ["/spec/syncPolicy/automated"] }],
        template: {
          metadata: {
            name: componentApplication("{{ .component }}"),
            labels: { "tandem/wave": String(wave), "tandem/environment": platform.environment },
            // Without a finalizer: deleting an Application leaves its objects where they are.
          },
          spec: {
            project: "{{ .project }}",
            source: { repoURL, targetRevision: GITOPS_BRANCH, path: "{{ .folder }}" },
            destination: { server: OWN_CLUSTER, namespace: "{{ .namespace }}" },
            revisionHistoryLimit: HISTORY_MAX,
            syncPolicy: {
              automated: { ...AUTOMATED },
              syncOptions: [
                "ServerSideApply=true",
                "RespectIgnoreDifferences=true",
                // What is gone from Git goes last, when all that replaces it is healthy.
                "PruneLast=true",
                // An object whose definition comes with a chart of the same wave isn't known at the first look.
                "SkipDryRunOnMissingResource=true",
              ],
              retry: { limit: RETRIES_MAX, backoff: { duration: "10s", factor: 2, maxDuration: "5m" } },
            },
            ...(wave === 4 ? { ignoreDifferences: leftAlone(platform) } : {}),
          },
        },
      },
    }),
  );
}
