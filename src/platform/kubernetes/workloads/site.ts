// Where a workload's objects are made for: one region of one platform, and the release that shall run there.

import type { Platform, Region } from "../../../blueprint/platform.ts";
import type { Configured, Workload } from "../../../blueprint/workloads.ts";
import type { Place } from "../../manifest/manifest.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { imageUrl } from "../../names/images.ts";
import { selectorOf } from "../../names/kubernetes.ts";
import type { Release } from "../../release.ts";

export type KubernetesSite = {
  readonly platform: Platform;
  readonly region: Region;
  readonly peer: Region;
  /** Null: nothing was built yet. */
  readonly release: Release | null;
};

export const openKubernetesSite = (
  platform: Platform,
  configured: Configured,
  release: Release | null,
): KubernetesSite => ({
  platform,
  region: platform.regions[configured],
  peer: platform.regions[configured === "primary" ? "standby" : "primary"],
  release,
});

/** No repository has this tag, and admission refuses it: what wasn't built can't run by mistake. */
export const UNRELEASED = "unreleased";

/** The one image of all workloads, in the region's own registry. A digest can't be moved to another content; a tag can. */
export function appImage({ platform, region, release }: KubernetesSite): string {
  const repository = imageUrl(platform, region, "app");
  return release === null ? `${repository}:${UNRELEASED}` : `${repository}@${release.images.app}`;
}

export const labelsOf = ({ platform }: KubernetesSite, workload: Pick<Workload, "name" | "tier">) =>
  ({
    ...selectorOf(workload),
    "app.kubernetes.io/part-of": platform.name,
    "tandem/tier": String(workload.tier),
  }) as const;

export const metadataOf = (site: KubernetesSite, workload: Pick<Workload, "name" | "tier">, name: string) => ({
  name,
  namespace: WORKLOAD_NAMESPACE,
  labels: labelsOf(site, workload),
});

export const placeOf = (workload: Pick<Workload, "name">, why: string): Place => ({
  component: workload.name,
  wave: 4,
  why,
});

/** The port that a workload serves its callers on, "http"; or, where it has none, its metrics' port. */
export function servedPort(workload: Workload): Workload["ports"][number] | undefined {
  return workload.ports.find(({ name }) => name === "http") ?? workload.ports[0];
}

export const serves = (workload: Workload): boolean => workload.scaling.kind === "cpu";

/** The standby of a pilot light: everything is there, at nought, until recovery says otherwise. */
export const isAsleep = ({ region }: KubernetesSite, workload: Workload): boolean =>
  workload.replicas[region.configured].max > 0 && workload.replicas[region.configured].min === 0;

/** Replicas at least once awake: in a sleeping region those of the primary, which recovery brings it to. */
export const replicasMin = (site: KubernetesSite, workload: Workload): number =>
  workload.replicas[isAsleep(site, workload) ? "primary" : site.region.configured].min;
export const replicasMax = ({ region }: KubernetesSite, workload: Workload): number =>
  workload.replicas[region.configured].max;

/** Who holds the lease asks the server itself whether it may be written; all others go through the pool, where there is one.
 *  The region's fact "database" is the server: this is what a pod is told instead. */
export const speaksToPooler = ({ data }: Platform, { name, access }: Pick<Workload, "name" | "access">): boolean =>
  data.pooling.kind === "pgbouncer" && name !== "guardian" && access.some(({ to }) => to === "database");

export type ControllerKind = "Deployment" | "Rollout" | "StatefulSet" | "CronJob";

/** What keeps a workload's pods. Only what serves comes in by a Rollout: nobody sees the others' first minutes. A collector
 *  that keeps its own log needs the same volume back, which only a StatefulSet gives. */
export function controllerKind({ platform }: KubernetesSite, workload: Workload): ControllerKind {
  if (workload.scaling.kind === "cron") return "CronJob";
  if (keepsLog(platform, workload)) return "StatefulSet";
  return serves(workload) && platform.delivery.rollout !== "rolling" ? "Rollout" : "Deployment";
}

export const keepsLog = (platform: Platform, workload: Pick<Workload, "name">): boolean =>
  workload.name === "collector" && platform.data.stream.kind === "embedded";
