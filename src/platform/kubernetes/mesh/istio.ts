// Istio: in every cluster the controller of the inner gateway; where the blueprint asks for a mesh, in ambient mode too. A
// mesh is one region's: across regions there is DNS and TLS, since a mesh over two clusters keeps its configuration in step
// by hand and makes each need the other (decision 0003).

import type { Manifest } from "../../manifest/manifest.ts";
import { clusterName } from "../../names/cluster.ts";
import { MONITOR_LABEL } from "../../names/observability.ts";
import { ISTIO_VERSION, imagePlace } from "../../names/upstream-images.ts";
import { addonApplication, type Site } from "../addons/application.ts";
import { ISTIO_NAMESPACE } from "../addons/namespaces.ts";
import { ON_EVERY_NODE, ON_SYSTEM_NODES, type Spread, spread, type Toleration } from "../addons/placing.ts";
import { type Resources, replicasOf, resourcesOf } from "../addons/sizes.ts";

type Global = { hub: string; tag: string; variant: "distroless" };
/** Bottlerocket confines containers by SELinux; what changes a node's network is let past it, as Istio's own notes have it. */
type Confined = { seLinuxOptions: { type: "spc_t" } };

type IstiodValues = {
  profile?: "ambient";
  global: Global & {
    istioNamespace: string;
    priorityClassName: string;
    multiCluster: { clusterName: string };
    logAsJson: true;
  };
  autoscaleEnabled: false;
  replicaCount: number;
  resources: Resources;
  tolerations: readonly Toleration[];
  topologySpreadConstraints: readonly Spread[];
  meshConfig: { accessLogFile: ""; enablePrometheusMerge: false };
  podLabels: typeof MONITOR_LABEL;
};
type BaseValues = { defaultRevision: "default" };
type CniValues = Confined & {
  profile: "ambient";
  global: Global;
  resources: Resources;
  tolerations: readonly Toleration[];
};
type ZtunnelValues = Global &
  Confined & {
    resources: Resources;
    istioNamespace: string;
    multiCluster: { clusterName: string };
  };

export function istio(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const cluster = clusterName(platform, region);
  return [
    addonApplication<BaseValues>(site, {
      chart: "istio-base",
      namespace: ISTIO_NAMESPACE,
      why: "What Istio's own resources are, before anything names one.",
      values: { defaultRevision: "default" },
      leaves: [
        {
          // istiod writes its authority and, once it is up, how strict it is.
          group: "admissionregistration.k8s.io",
          kind: "ValidatingWebhookConfiguration",
          jqPathExpressions: [".webhooks[].clientConfig.caBundle", ".webhooks[].failurePolicy"],
        },
      ],
    }),
    addonApplication<IstiodValues>(site, {
      chart: "istiod",
      namespace: ISTIO_NAMESPACE,
      why:
        platform.cluster.mesh === "istio-ambient"
          ? "Runs the inner gateway, and gives each pod of the mesh its certificate and its rules."
          : "Runs the inner gateway; there is no mesh.",
      values: {
        ...(platform.cluster.mesh === "istio-ambient" ? { profile: "ambient" as const } : {}),
        global: {
          ...globalOf(site),
          istioNamespace: ISTIO_NAMESPACE,
          priorityClassName: "system-cluster-critical",
          multiCluster: { clusterName: cluster },
          logAsJson: true,
        },
        autoscaleEnabled: false,
        replicaCount: replicasOf("istiod"),
        resources: resourcesOf("istiod"),
        tolerations: ON_SYSTEM_NODES,
        topologySpreadConstraints: spread({ app: "istiod" }),
        // The program logs its requests itself, with the trace that they belong to.
        meshConfig: { accessLogFile: "", enablePrometheusMerge: false },
        podLabels: MONITOR_LABEL,
      },
      leaves: [
        {
          group: "admissionregistration.k8s.io",
          kind: "MutatingWebhookConfiguration",
          jqPathExpressions: [".webhooks[].clientConfig.caBundle"],
        },
        {
          group: "admissionregistration.k8s.io",
          kind: "ValidatingWebhookConfiguration",
          jqPathExpressions: [".webhooks[].clientConfig.caBundle", ".webhooks[].failurePolicy"],
        },
      ],
    }),
    ...(platform.cluster.mesh === "istio-ambient" ? ambient(site, cluster) : []),
  ];
}

const ambient = (site: Site, cluster: string): readonly Manifest[] => [
  addonApplication<CniValues>(site, {
    chart: "istio-cni",
    namespace: ISTIO_NAMESPACE,
    why: "Leads the traffic of the mesh's pods through the node's tunnel, without a container in each pod.",
    values: {
      profile: "ambient",
      global: globalOf(site),
      seLinuxOptions: { type: "spc_t" },
      resources: resourcesOf("istio-cni"),
      tolerations: ON_EVERY_NODE,
    },
  }),
  addonApplication<ZtunnelValues>(site, {
    chart: "ztunnel",
    namespace: ISTIO_NAMESPACE,
    why: "The node's tunnel: mutual TLS between pods, and who may call whom.",
    values: {
      ...globalOf(site),
      seLinuxOptions: { type: "spc_t" },
      resources: resourcesOf("ztunnel"),
      istioNamespace: ISTIO_NAMESPACE,
      multiCluster: { clusterName: cluster },
    },
  }),
];

/** Istio names its images below one hub, each by its own last part. */
function globalOf({ platform, region }: Site): Global {
  const { registry, path } = imagePlace(platform, region, "istiod");
  return { hub: `${registry}/${path.slice(0, path.lastIndexOf("/"))}`, tag: ISTIO_VERSION, variant: "distroless" };
}
