// Certificates inside a region: cert-manager, and an authority of the region's own. Its key is made in the cluster and never
// leaves it, so a region issues and renews without the other one and without the internet. A rebuilt cluster has a new one.
import { Certificate } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate";
import { ClusterIssuer } from "@kubernetes-models/cert-manager/cert-manager.io/v1/ClusterIssuer";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { baseName } from "../../names/base.ts";
import { CERTIFICATE_ISSUER } from "../../names/kubernetes.ts";
import { MONITOR_LABEL } from "../../names/observability.ts";
import { IMAGES, type ImageName, imageRepository } from "../../names/upstream-images.ts";
import { addonApplication, type Site } from "./application.ts";
import { CLUSTER_CRITICAL, ON_SYSTEM_NODES, ONE_AT_A_TIME, type Spread, spread, type Toleration } from "./placing.ts";
import { type Resources, replicasOf, resourcesOf } from "./sizes.ts";

const NAMESPACE = "cert-manager";
/** Signs the authority's own certificate, once, and nothing else. */
const FIRST_ISSUER = "self-signed";
const AUTHORITY = "region-authority";
/** Five years, renewed half a year before: each renewal is trusted anew by whoever mounts it. */
const AUTHORITY_HOURS = 43_800;
const AUTHORITY_RENEW_HOURS = 4_380;

type Part = {
  image: { repository: string; tag: string };
  replicaCount: number;
  resources: Resources;
  tolerations: readonly Toleration[];
  topologySpreadConstraints: readonly Spread[];
  podDisruptionBudget: { enabled: true; maxUnavailable: 1 };
};
type Values = Part & {
  crds: { enabled: true; keep: true };
  global: { priorityClassName: string; leaderElection: { namespace: string } };
  webhook: Part;
  cainjector: Part;
  startupapicheck: { enabled: false };
  prometheus: { enabled: true; servicemonitor: { enabled: true; labels: typeof MONITOR_LABEL; honorLabels: true } };
};

export function certificates(site: Site): readonly Manifest[] {
  const part = (
    name: Extract<ImageName, "cert-manager" | "cert-manager-webhook" | "cert-manager-cainjector">,
    component: string,
  ): Part => ({
    image: { repository: imageRepository(site.platform, site.region, name), tag: IMAGES[name].tag },
    replicaCount: replicasOf(name),
    resources: resourcesOf(name),
    tolerations: ON_SYSTEM_NODES,
    topologySpreadConstraints: spread({ "app.kubernetes.io/component": component }),
    podDisruptionBudget: { enabled: true, ...ONE_AT_A_TIME },
  });
  return [
    addonApplication<Values>(site, {
      chart: "cert-manager",
      namespace: NAMESPACE,
      why: "Issues and renews the certificates of pods and of webhooks.",
      values: {
        ...part("cert-manager", "controller"),
        crds: { enabled: true, keep: true },
        global: { priorityClassName: CLUSTER_CRITICAL, leaderElection: { namespace: NAMESPACE } },
        webhook: part("cert-manager-webhook", "webhook"),
        cainjector: part("cert-manager-cainjector", "cainjector"),
        // A hook of Helm's; Argo CD looks at the health of what was installed anyway.
        startupapicheck: { enabled: false },
        // A certificate's metrics keep the certificate's namespace; else they would have cert-manager's.
        prometheus: { enabled: true, servicemonitor: { enabled: true, labels: MONITOR_LABEL, honorLabels: true } },
      },
    }),
    ...authority(site),
  ];
}

function authority({ platform, region }: Site): readonly Manifest[] {
  const place = (why: string) => ({ component: "certificates", wave: 2, why }) as const;
  return [
    manifest(
      place("Signs the region's authority itself, once."),
      new ClusterIssuer({ metadata: { name: FIRST_ISSUER }, spec: { selfSigned: {} } }),
    ),
    manifest(
      place("The region's own authority; its key lies in this cluster and nowhere else."),
      new Certificate({
        metadata: { name: AUTHORITY, namespace: NAMESPACE },
        spec: {
          isCA: true,
          commonName: `${baseName(platform)} ${region.name}`,
          secretName: AUTHORITY,
          duration: `${AUTHORITY_HOURS}h`,
          renewBefore: `${AUTHORITY_RENEW_HOURS}h`,
          privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
          issuerRef: { name: FIRST_ISSUER, kind: "ClusterIssuer", group: "cert-manager.io" },
        },
      }),
    ),
    manifest(
      place("Issues every certificate of the region's pods."),
      new ClusterIssuer({ metadata: { name: CERTIFICATE_ISSUER }, spec: { ca: { secretName: AUTHORITY } } }),
    ),
  ];
}
