// How a workload is found: by its name in its region, by a name of its region's own from the other one, and in the load
// balancer's target group.

import { Service } from "kubernetes-models/v1/Service";
import type { Workload } from "../../../blueprint/workloads.ts";
import { customManifest, type Manifest, manifest } from "../../manifest/manifest.ts";
import { clusterHost, type Route } from "../../names/dns.ts";
import { targetGroup } from "../../names/edge.ts";
import { headlessName, selectorOf } from "../../names/kubernetes.ts";
import { calledByPeer } from "../../names/peer.ts";
import { TARGET_GROUP_BINDING } from "../target-group-binding.ts";
import { controllerKind, type KubernetesSite, keepsLog, metadataOf, placeOf, servedPort } from "./site.ts";

/** The version that isn't promoted yet, in a blue-green roll-out. */
export const previewName = (workload: Pick<Workload, "name">): string => `${workload.name}-preview`;

/** Load balancers find a group by its name; events go straight to the collectors, all else through the inner gateway. */
export const DIRECT_ROUTES: readonly Route[] = ["collect"];

export function serviceManifests(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  if (workload.ports.length === 0) return [];
  const blueGreen = controllerKind(site, workload) === "Rollout" && site.platform.delivery.rollout === "blue-green";
  return [
    service(site, workload, workload.name, `Where ${workload.name} is called inside the region.`),
    ...(blueGreen
      ? [service(site, workload, previewName(workload), "The version that waits to be promoted: only checks go there.")]
      : []),
    ...(calledByPeer(site.platform, workload) || keepsLog(site.platform, workload) ? [headless(site, workload)] : []),
    ...DIRECT_ROUTES.filter((route) => workload.entrances.includes(route) && site.region.holds.entry).map((route) =>
      binding(site, workload, route),
    ),
  ];
}

const portsOf = (workload: Workload) =>
  workload.ports.map(({ name, port }) => ({
    name,
    port,
    targetPort: name,
    protocol: "TCP" as const,
    // What the protocol is, for a mesh and for people: metrics come plainly, all else by TLS.
    appProtocol: name === "http" ? "https" : "http",
  }));

const service = (site: KubernetesSite, workload: Workload, name: string, why: string): Manifest =>
  manifest(
    placeOf(workload, why),
    new Service({
      metadata: metadataOf(site, workload, name),
      spec: {
        type: "ClusterIP",
        selector: selectorOf(workload),
        ports: portsOf(workload),
        // Between zones costs money and a millisecond: a caller's own zone first, while it has a pod.
        trafficDistribution: "PreferClose",
      },
    }),
  );

function headless(site: KubernetesSite, workload: Workload): Manifest {
  const { platform, region } = site;
  const published = calledByPeer(platform, workload);
  return manifest(
    placeOf(
      workload,
      published
        ? `The pods one by one: the other region's workloads find them under ${clusterHost(platform, region.name, workload.name)}, which ExternalDNS keeps.`
        : "The pods one by one, each under a name of its own.",
    ),
    new Service({
      metadata: {
        ...metadataOf(site, workload, headlessName(workload)),
        ...(published
          ? {
              annotations: {
                "external-dns.alpha.kubernetes.io/hostname": clusterHost(platform, region.name, workload.name),
                "external-dns.alpha.kubernetes.io/ttl": "10",
              },
            }
          : {}),
      },
      spec: { type: "ClusterIP", clusterIP: "None", selector: selectorOf(workload), ports: portsOf(workload) },
    }),
  );
}

const binding = (site: KubernetesSite, workload: Workload, route: Route): Manifest =>
  customManifest(
    placeOf(workload, `Puts the pods of ${workload.name} into the target group that Terraform made for ${route}.`),
    TARGET_GROUP_BINDING,
    {
      metadata: metadataOf(site, workload, targetGroup(site.platform, route)),
      spec: {
        targetGroupName: targetGroup(site.platform, route),
        targetType: "ip",
        serviceRef: { name: workload.name, port: servedPort(workload)?.name ?? "http" },
      },
    },
  );
