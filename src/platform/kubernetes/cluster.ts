// Everything that runs in one region's cluster, as manifests: the workloads with what guards them, and the add-ons.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { assert } from "../../core/errors.ts";
import { type Manifest, manifestPath } from "../manifest/manifest.ts";
import { ruleManifests } from "../observability/rule-manifests.ts";
import type { Release } from "../release.ts";
import { addonManifests } from "./addons/addons.ts";
import { dumpManifests } from "./jobs/database-dump.ts";
import { drillManifests } from "./jobs/drill.ts";
import { topicManifests } from "./jobs/topics.ts";
import { policyManifests } from "./policies/policy-manifests.ts";
import { poolingManifests } from "./pooling/pgbouncer.ts";
import { gatewayManifests } from "./traffic/gateway.ts";
import { openKubernetesSite } from "./workloads/site.ts";
import { workloadManifests } from "./workloads/workload-manifests.ts";

/** A synth asks twice, for the checks and for the files; the same platform and release give the same manifests. */
const made = new WeakMap<Platform, Map<string, readonly Manifest[]>>();

/** None for a region without a cluster: one that is rebuilt from copies gets its manifests when the blueprint gives it one. */
export function clusterManifests(platform: Platform, region: Region, release: Release | null): readonly Manifest[] {
  if (!region.holds.cluster) return [];
  const known = made.get(platform) ?? new Map<string, readonly Manifest[]>();
  made.set(platform, known);
  const key = `${region.configured} ${JSON.stringify(release)}`;
  const manifests = known.get(key) ?? make(platform, region, release);
  known.set(key, manifests);
  return manifests;
}

function make(platform: Platform, region: Region, release: Release | null): readonly Manifest[] {
  const site = openKubernetesSite(platform, region.configured, release);
  const manifests = [
    ...addonManifests(platform, region),
    ...policyManifests(site),
    ...ruleManifests(platform, region),
    ...topicManifests(site),
    ...poolingManifests(site),
    ...workloadManifests(site),
    ...gatewayManifests(site),
    ...dumpManifests(site),
    ...drillManifests(site),
  ];
  const paths = new Set<string>();
  for (const one of manifests) {
    const path = manifestPath(one);
    assert(!paths.has(path), `two manifests of ${region.name} are written to ${path}`);
    paths.add(path);
  }
  return manifests;
}
