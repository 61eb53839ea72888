// What a region's Argo CD and the people around it must know of its cluster, as data: account, names, roles, registry, peer.
// Sizes follow `configured`, a name from the blueprint. Which region is active is asked of the voters, never of Git.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { clusterArn, clusterName } from "../names/cluster.ts";
import { ROUTES, regionOriginHost } from "../names/dns.ts";
import { targetGroup } from "../names/edge.ts";
import { imagePushRole, roleArn, workloadRoleArn } from "../names/identity.ts";
import { imageUrl, registryHost } from "../names/images.ts";
import { voterRegions, voterTable } from "../names/voters.ts";
import type { OutputFile } from "../output-file.ts";
import type { WaveElement } from "./application-sets.ts";
import type { Component } from "./component.ts";
import { clusterFolder, GITOPS_DIRECTORY, renderedFolder, waveFile } from "./layout.ts";

export function clusterFacts(platform: Platform, region: Region) {
  const peer = region.configured === "primary" ? platform.regions.standby : platform.regions.primary;
  return {
    environment: platform.environment,
    account: platform.accountId,
    region: region.name,
    configured: region.configured,
    peer: peer.name,
    witness: platform.regions.witness.name,
    zones: region.zones.map(({ id }) => id),
    cluster: {
      name: clusterName(platform, region),
      arn: clusterArn(platform, region),
      kubernetes: platform.cluster.version,
    },
    registry: { host: registryHost(platform, region), app: imageUrl(platform, region, "app") },
    origin: regionOriginHost(platform, region.name),
    targetGroups: Object.fromEntries(ROUTES.map((route) => [route, targetGroup(platform, route)])),
    voters: { table: voterTable(platform), regions: voterRegions(platform) },
    roles: {
      imagePush: roleArn(platform, imagePushRole(platform)),
      workloads: Object.fromEntries(
        platform.workloads.map(({ name }) => [name, workloadRoleArn(platform, region, name)]),
      ),
    },
  };
}

export function clusterFiles(platform: Platform, region: Region, components: readonly Component[]): OutputFile[] {
  const lists = Map.groupBy(components, ({ wave }) => wave);
  return [
    {
      path: `${GITOPS_DIRECTORY}/${clusterFolder(platform, region)}/cluster.json`,
      text: `${JSON.stringify(clusterFacts(platform, region), null, 2)}\n`,
      why: `Facts about the cluster of ${region.name}: account, names, roles, registry, peer; not which region is active.`,
    },
    ...[...lists].map(([wave, own]) => ({
      path: `${GITOPS_DIRECTORY}/${waveFile(platform, region, wave)}`,
      text: `${JSON.stringify(
        own.map((one) => element(platform, region, one)),
        null,
        2,
      )}\n`,
      why: `The components of wave ${wave}, each of which the wave's ApplicationSet makes an Application of.`,
    })),
  ];
}

const element = (platform: Platform, region: Region, component: Component): WaveElement => ({
  component: component.name,
  project: component.project,
  namespace: component.namespace,
  folder: `${renderedFolder(platform, region)}/${component.name}`,
});
