// What keeps a workload whole while nodes come and go, and private while it speaks: its disruption budget, its certificate.
import { Certificate } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { Workload } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { clusterHost } from "../../names/dns.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { CERTIFICATE_ISSUER, headlessName, selectorOf } from "../../names/kubernetes.ts";
import { calledByPeer } from "../../names/peer.ts";
import { certificateSecret } from "./pod.ts";
import { previewName } from "./services.ts";
import { type KubernetesSite, metadataOf, placeOf, replicasMin } from "./site.ts";

/** One that is alone has none: a budget that lets nothing go blocks every drain of its node, and one that lets one go says nothing. */
export function budgetManifests(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  if (workload.scaling.kind === "cron" || replicasMin(site, workload) < 2) return [];
  return [
    manifest(
      placeOf(
        workload,
        `Whoever drains nodes takes one pod of ${workload.name} at a time; sick ones don't hold a drain up.`,
      ),
      new PodDisruptionBudget({
        metadata: metadataOf(site, workload, workload.name),
        spec: {
          maxUnavailable: 1,
          unhealthyPodEvictionPolicy: "AlwaysAllow",
          selector: { matchLabels: selectorOf(workload) },
        },
      }),
    ),
  ];
}

/** Renewed after two thirds of its time, so an issuer may be away for a month before anybody notices. */
export const LIFETIME = { duration: "2160h", renewBefore: "720h" };

export function certificateManifests(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  if (workload.ports.length === 0) return [];
  return [
    manifest(
      placeOf(workload, `The certificate that ${workload.name} serves with, from the region's own authority.`),
      new Certificate({
        metadata: metadataOf(site, workload, workload.name),
        spec: {
          secretName: certificateSecret(workload),
          ...LIFETIME,
          privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
          usages: ["server auth", "digital signature"],
          dnsNames: namesOf(site, workload),
          issuerRef: { group: "cert-manager.io", kind: "ClusterIssuer", name: CERTIFICATE_ISSUER },
        },
      }),
    ),
  ];
}

/** Every name that somebody calls it by, in its region and from the other one. */
function namesOf({ platform, region }: KubernetesSite, workload: Workload): string[] {
  const services = [workload.name, ...(platform.delivery.rollout === "blue-green" ? [previewName(workload)] : [])];
  return [
    ...services.flatMap((name) => [
      name,
      `${name}.${WORKLOAD_NAMESPACE}.svc`,
      `${name}.${WORKLOAD_NAMESPACE}.svc.cluster.local`,
    ]),
    ...(calledByPeer(platform, workload)
      ? [
          `*.${headlessName(workload)}.${WORKLOAD_NAMESPACE}.svc.cluster.local`,
          clusterHost(platform, region.name, workload.name),
        ]
      : []),
  ];
}
