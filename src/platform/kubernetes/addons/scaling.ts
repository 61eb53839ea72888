// What scaling and rollouts rest on: the metrics of pods, queues' depths as metrics, and versions that come in step by step.

import type { Manifest } from "../../manifest/manifest.ts";
import { clusterName } from "../../names/cluster.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { MONITOR_LABEL } from "../../names/observability.ts";
import { IMAGES, type ImageName, imagePlace, imageRepository } from "../../names/upstream-images.ts";
import { addonApplication, roleAnnotations, type Site } from "./application.ts";
import {
  CLUSTER_CRITICAL,
  instanceLabel,
  ON_SYSTEM_NODES,
  ONE_AT_A_TIME,
  type Spread,
  spread,
  type Toleration,
} from "./placing.ts";
import { type Resources, replicasOf, resourcesOf } from "./sizes.ts";

type MetricsServerValues = {
  replicas: number;
  image: { repository: string; tag: string };
  podDisruptionBudget: { enabled: true; maxUnavailable: 1 };
  resources: Resources;
  tolerations: readonly Toleration[];
  topologySpreadConstraints: readonly Spread[];
  apiService: { insecureSkipTLSVerify: false };
  tls: { type: "cert-manager" };
  metrics: { enabled: true };
  serviceMonitor: { enabled: true; additionalLabels: typeof MONITOR_LABEL };
};

export const metricsServer = (site: Site): readonly Manifest[] => [
  addonApplication<MetricsServerValues>(site, {
    chart: "metrics-server",
    namespace: "kube-system",
    why: "Says how busy each pod is; without it nothing scales.",
    values: {
      replicas: replicasOf("metrics-server"),
      image: {
        repository: imageRepository(site.platform, site.region, "metrics-server"),
        tag: IMAGES["metrics-server"].tag,
      },
      podDisruptionBudget: { enabled: true, ...ONE_AT_A_TIME },
      resources: resourcesOf("metrics-server"),
      tolerations: ON_SYSTEM_NODES,
      topologySpreadConstraints: spread(instanceLabel("metrics-server")),
      apiService: { insecureSkipTLSVerify: false },
      tls: { type: "cert-manager" },
      metrics: { enabled: true },
      serviceMonitor: { enabled: true, additionalLabels: MONITOR_LABEL },
    },
  }),
];

type Registry = { registry: string; repository: string; tag: string };
type KedaValues = {
  clusterName: string;
  image: { keda: Registry; metricsApiServer: Registry; webhooks: Registry; pullPolicy: "IfNotPresent" };
  operator: { replicaCount: number };
  metricsServer: { replicaCount: number };
  webhooks: { replicaCount: number };
  serviceAccount: { operator: { create: true; name: string; annotations: Readonly<Record<string, string>> } };
  podDisruptionBudget: Readonly<Record<"operator" | "metricServer" | "webhooks", typeof ONE_AT_A_TIME>>;
  resources: Readonly<Record<"operator" | "metricServer" | "webhooks", Resources>>;
  topologySpreadConstraints: Readonly<Record<"operator" | "metricsServer" | "webhooks", readonly Spread[]>>;
  tolerations: readonly Toleration[];
  priorityClassName: string;
  prometheus: {
    operator: { enabled: true; serviceMonitor: { enabled: true; additionalLabels: typeof MONITOR_LABEL } };
  };
};

const placed = ({ platform, region }: Site, name: ImageName): Registry => {
  const { registry, path, tag } = imagePlace(platform, region, name);
  return { registry, repository: path, tag };
};

export const keda = (site: Site): readonly Manifest[] => [
  addonApplication<KedaValues>(site, {
    chart: "keda",
    namespace: ADDON_ACCOUNTS.keda.namespace,
    why: "Scales workers on how many tasks wait.",
    values: {
      clusterName: clusterName(site.platform, site.region),
      image: {
        keda: placed(site, "keda"),
        metricsApiServer: placed(site, "keda-metrics"),
        webhooks: placed(site, "keda-webhooks"),
        pullPolicy: "IfNotPresent",
      },
      operator: { replicaCount: replicasOf("keda") },
      metricsServer: { replicaCount: replicasOf("keda-metrics") },
      webhooks: { replicaCount: replicasOf("keda-webhooks") },
      serviceAccount: {
        operator: { create: true, name: ADDON_ACCOUNTS.keda.name, annotations: kedaRole(site) },
      },
      podDisruptionBudget: { operator: ONE_AT_A_TIME, metricServer: ONE_AT_A_TIME, webhooks: ONE_AT_A_TIME },
      resources: {
        operator: resourcesOf("keda"),
        metricServer: resourcesOf("keda-metrics"),
        webhooks: resourcesOf("keda-webhooks"),
      },
      topologySpreadConstraints: {
        operator: spread({ app: "keda-operator" }),
        metricsServer: spread({ app: "keda-operator-metrics-apiserver" }),
        webhooks: spread({ app: "keda-admission-webhooks" }),
      },
      tolerations: ON_SYSTEM_NODES,
      priorityClassName: CLUSTER_CRITICAL,
      prometheus: {
        operator: { enabled: true, serviceMonitor: { enabled: true, additionalLabels: MONITOR_LABEL } },
      },
    },
  }),
];

/** A Redis that holds the tasks asks for a password and no role. */
const kedaRole = (site: Site): Readonly<Record<string, string>> =>
  site.platform.data.queues.kind === "sqs" ? roleAnnotations(site, "keda") : {};

type RolloutsValues = {
  keepCRDs: true;
  controller: {
    replicas: number;
    image: Registry;
    resources: Resources;
    tolerations: readonly Toleration[];
    topologySpreadConstraints: readonly Spread[];
    priorityClassName: string;
    pdb: { enabled: true; maxUnavailable: 1 };
    metrics: {
      enabled: true;
      serviceMonitor: {
        enabled: true;
        additionalLabels: typeof MONITOR_LABEL;
        metricRelabelings: readonly Relabeling[];
      };
    };
  };
  providerRBAC: { providers: Readonly<Record<string, boolean>> };
};

type Relabeling = {
  action: "replace" | "labeldrop";
  sourceLabels?: readonly string[];
  regex: string;
  targetLabel?: string;
};
/** The namespace of a Rollout, not the controller's: the chart can't set `honorLabels`, so Prometheus has put it aside. */
const OWN_NAMESPACE: readonly Relabeling[] = [
  { action: "replace", sourceLabels: ["exported_namespace"], regex: "(.+)", targetLabel: "namespace" },
  { action: "labeldrop", regex: "exported_namespace" },
];

/** Meshes and balancers that it could steer; it needs rights for none of them, since versions share traffic by their pods. */
const UNUSED_PROVIDERS = [
  "istio",
  "smi",
  "ambassador",
  "awsLoadBalancerController",
  "awsAppMesh",
  "traefik",
  "apisix",
  "contour",
  "glooPlatform",
  "gatewayAPI",
] as const;

export const argoRollouts = (site: Site): readonly Manifest[] => [
  addonApplication<RolloutsValues>(site, {
    chart: "argo-rollouts",
    namespace: "argo-rollouts",
    why: "Brings a new version in step by step, asks Prometheus after each, and goes back by itself.",
    values: {
      keepCRDs: true,
      controller: {
        replicas: replicasOf("argo-rollouts"),
        image: placed(site, "argo-rollouts"),
        resources: resourcesOf("argo-rollouts"),
        tolerations: ON_SYSTEM_NODES,
        topologySpreadConstraints: spread(instanceLabel("argo-rollouts")),
        priorityClassName: CLUSTER_CRITICAL,
        pdb: { enabled: true, ...ONE_AT_A_TIME },
        metrics: {
          enabled: true,
          serviceMonitor: { enabled: true, additionalLabels: MONITOR_LABEL, metricRelabelings: OWN_NAMESPACE },
        },
      },
      providerRBAC: { providers: Object.fromEntries(UNUSED_PROVIDERS.map((name) => [name, false])) },
    },
  }),
];
