// Images, the cluster, and what must come up around it, in the one order that works: roles before the add-ons that take them, the
// pods' network before the first node, what runs on nodes after it.
import { buildEarlyAddons, buildLateAddons } from "./addons.ts";
import { buildCluster, type Cluster } from "./cluster.ts";
import { buildClusterBootstrap } from "./cluster-bootstrap.ts";
import { buildIdentity } from "./identity.ts";
import { buildImages } from "./images.ts";
import { buildKarpenter } from "./karpenter.ts";
import type { Network } from "./network.ts";
import { buildNodeGroups } from "./node-groups.ts";
import { buildPeopleAccess } from "./people-access.ts";
import type { Site } from "./site.ts";
import { buildSourceMirror } from "./source-mirror.ts";

/** The region's cluster, or nothing where it holds none before a rebuild. */
export function buildCompute(site: Site, network: Network): Cluster | undefined {
  buildImages(site);
  buildSourceMirror(site);
  const cluster = buildCluster(site, network);
  if (!cluster) return undefined;
  const identities = buildIdentity(site, cluster);
  const early = buildEarlyAddons(site, cluster, identities);
  const nodes = buildNodeGroups(site, network, cluster, early);
  buildLateAddons(site, cluster, nodes);
  buildKarpenter(site, cluster);
  buildClusterBootstrap(site, network, cluster);
  buildPeopleAccess(site, network, cluster);
  return cluster;
}
