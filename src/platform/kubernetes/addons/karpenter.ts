// What makes nodes: Karpenter, or the Cluster Autoscaler where the blueprint keeps managed groups. Never both, since each
// would undo what the other did.

import type { Manifest } from "../../manifest/manifest.ts";
import { clusterName, interruptionQueue } from "../../names/cluster.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { MONITOR_LABEL } from "../../names/observability.ts";
import { IMAGES, imageRepository } from "../../names/upstream-images.ts";
import { addonApplication, type ServiceAccountValues, type Site, serviceAccount } from "./application.ts";
import {
  fixedNodes,
  instanceLabel,
  ON_SYSTEM_NODES,
  ONE_AT_A_TIME,
  type Spread,
  spread,
  type Toleration,
} from "./placing.ts";
import { type Resources, replicasOf, resourcesOf } from "./sizes.ts";

type KarpenterValues = {
  replicas: number;
  serviceAccount: ServiceAccountValues;
  serviceMonitor: { enabled: true; additionalLabels: typeof MONITOR_LABEL };
  nodeSelector: Readonly<Record<string, string>>;
  tolerations: readonly Toleration[];
  /** The tag alone: the chart pins the digest, which a cached image keeps. */
  controller: { image: { repository: string; tag: string }; resources: Resources };
  settings: {
    clusterName: string;
    interruptionQueue: string;
    featureGates: { spotToSpotConsolidation: boolean; nodeRepair: boolean };
  };
};

export function karpenter(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const { namespace } = ADDON_ACCOUNTS.karpenter;
  return [
    addonApplication(site, {
      chart: "karpenter-crd",
      namespace,
      why: "What a NodePool and a node class are, kept by a chart of its own, since Helm never updates a chart's definitions.",
      values: {},
    }),
    addonApplication<KarpenterValues>(site, {
      chart: "karpenter",
      namespace,
      why: "Makes the nodes that pods ask for, and takes away those that nobody needs.",
      values: {
        replicas: replicasOf("karpenter"),
        serviceAccount: serviceAccount(site, "karpenter"),
        serviceMonitor: { enabled: true, additionalLabels: MONITOR_LABEL },
        nodeSelector: { "kubernetes.io/os": "linux", ...fixedNodes(platform) },
        tolerations: ON_SYSTEM_NODES,
        controller: {
          image: { repository: imageRepository(platform, region, "karpenter"), tag: IMAGES.karpenter.tag },
          resources: resourcesOf("karpenter"),
        },
        settings: {
          clusterName: clusterName(platform, region),
          interruptionQueue: interruptionQueue(platform, region),
          // Replacing spot by cheaper spot churns; a node that its monitor calls ill is replaced.
          featureGates: { spotToSpotConsolidation: false, nodeRepair: true },
        },
      },
    }),
  ];
}

type AutoscalerValues = {
  cloudProvider: "aws";
  awsRegion: string;
  autoDiscovery: { clusterName: string };
  replicaCount: number;
  image: { repository: string; tag: string };
  rbac: { serviceAccount: ServiceAccountValues };
  extraArgs: Readonly<Record<string, string | boolean>>;
  podDisruptionBudget: { maxUnavailable: number };
  priorityClassName: string;
  resources: Resources;
  tolerations: readonly Toleration[];
  topologySpreadConstraints: readonly Spread[];
  serviceMonitor: { enabled: true; namespace: string; selector: typeof MONITOR_LABEL };
};

export function clusterAutoscaler(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const { namespace } = ADDON_ACCOUNTS["cluster-autoscaler"];
  return [
    addonApplication<AutoscalerValues>(site, {
      chart: "cluster-autoscaler",
      namespace,
      why: "Adds nodes to the managed groups when pods wait for room, and takes empty ones away.",
      values: {
        cloudProvider: "aws",
        awsRegion: region.name,
        autoDiscovery: { clusterName: clusterName(platform, region) },
        replicaCount: replicasOf("cluster-autoscaler"),
        image: {
          repository: imageRepository(platform, region, "cluster-autoscaler"),
          tag: IMAGES["cluster-autoscaler"].tag,
        },
        rbac: { serviceAccount: serviceAccount(site, "cluster-autoscaler") },
        extraArgs: {
          expander: "least-waste",
          "balance-similar-node-groups": true,
          // Our pods' own volumes are temporary; what mustn't move has a budget.
          "skip-nodes-with-local-storage": false,
          "skip-nodes-with-system-pods": false,
          // The list of instance types comes from EC2, not from what the image was built with.
          "aws-use-static-instance-list": false,
        },
        podDisruptionBudget: ONE_AT_A_TIME,
        priorityClassName: "system-cluster-critical",
        resources: resourcesOf("cluster-autoscaler"),
        tolerations: ON_SYSTEM_NODES,
        topologySpreadConstraints: spread(instanceLabel("cluster-autoscaler")),
        serviceMonitor: { enabled: true, namespace, selector: MONITOR_LABEL },
      },
    }),
  ];
}
