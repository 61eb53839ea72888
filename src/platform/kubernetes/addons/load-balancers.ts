// The AWS Load Balancer Controller, for one task: it keeps the pods that are ready in the target groups that Terraform made
// (decision 0003). It makes no load balancer, no security group and no certificate, and its role couldn't.

import type { Manifest } from "../../manifest/manifest.ts";
import { clusterName } from "../../names/cluster.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { vpcName } from "../../names/network.ts";
import { MONITOR_LABEL } from "../../names/observability.ts";
import { IMAGES, imageRepository } from "../../names/upstream-images.ts";
import { addonApplication, type ServiceAccountValues, type Site, serviceAccount } from "./application.ts";
import { instanceLabel, ON_SYSTEM_NODES, ONE_AT_A_TIME, type Spread, spread, type Toleration } from "./placing.ts";
import { type Resources, replicasOf, resourcesOf } from "./sizes.ts";

type Values = {
  clusterName: string;
  region: string;
  /** Pods can't ask their node where it is (IMDS answers one hop), so the network is named. */
  vpcId?: string;
  vpcTags?: Readonly<Record<string, string>>;
  replicaCount: number;
  image: { repository: string; tag: string };
  serviceAccount: ServiceAccountValues;
  resources: Resources;
  tolerations: readonly Toleration[];
  topologySpreadConstraints: readonly Spread[];
  podDisruptionBudget: typeof ONE_AT_A_TIME;
  enableCertManager: true;
  createIngressClassResource: false;
  ingressClassParams: { create: false };
  enableServiceMutatorWebhook: false;
  enableBackendSecurityGroup: false;
  enableShield: false;
  enableWaf: false;
  enableWafv2: false;
  controllerConfig: { featureGates: Readonly<Record<string, boolean>> };
  serviceMonitor: { enabled: true; additionalLabels: typeof MONITOR_LABEL };
};

export function loadBalancers(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const vpcId = platform.existing.vpcs?.[region.configured]?.vpcId;
  return [
    addonApplication<Values>(site, {
      chart: "aws-load-balancer-controller",
      namespace: ADDON_ACCOUNTS["load-balancers"].namespace,
      why: "Registers the pods that are ready in the target groups that Terraform made, and takes them out before they end.",
      values: {
        clusterName: clusterName(platform, region),
        region: region.name,
        ...(vpcId === undefined ? { vpcTags: { Name: vpcName(platform) } } : { vpcId }),
        replicaCount: replicasOf("load-balancers"),
        image: { repository: imageRepository(platform, region, "load-balancers"), tag: IMAGES["load-balancers"].tag },
        serviceAccount: serviceAccount(site, "load-balancers"),
        resources: resourcesOf("load-balancers"),
        tolerations: ON_SYSTEM_NODES,
        topologySpreadConstraints: spread(instanceLabel("aws-load-balancer-controller")),
        podDisruptionBudget: ONE_AT_A_TIME,
        // By itself the chart makes a new certificate at each rendering, which Argo CD would take for a change.
        enableCertManager: true,
        createIngressClassResource: false,
        ingressClassParams: { create: false },
        // It would stand in the way of each new Service, for balancers that we don't have.
        enableServiceMutatorWebhook: false,
        enableBackendSecurityGroup: false,
        enableShield: false,
        enableWaf: false,
        enableWafv2: false,
        controllerConfig: {
          featureGates: {
            EnableServiceController: false,
            ALBGatewayAPI: false,
            NLBGatewayAPI: false,
            GlobalAcceleratorController: false,
          },
        },
        serviceMonitor: { enabled: true, additionalLabels: MONITOR_LABEL },
      },
    }),
  ];
}
