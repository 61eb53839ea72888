// Names of what runs inside a region, below `<region>.cluster.<domain>` and nowhere else: the other region finds its mirror
// and its guardian by them. What clients resolve is Terraform's and the recovery plan's.

import type { Manifest } from "../../manifest/manifest.ts";
import { clusterName } from "../../names/cluster.ts";
import { clusterDomain } from "../../names/dns.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { MONITOR_LABEL } from "../../names/observability.ts";
import { IMAGES, imageRepository } from "../../names/upstream-images.ts";
import { addonApplication, type ServiceAccountValues, type Site, serviceAccount } from "./application.ts";
import { ON_SYSTEM_NODES, type Toleration } from "./placing.ts";
import { type Resources, resourcesOf } from "./sizes.ts";

type Values = {
  provider: { name: "aws" };
  image: { repository: string; tag: string };
  serviceAccount: ServiceAccountValues;
  env: readonly { name: string; value: string }[];
  sources: readonly "service"[];
  domainFilters: readonly string[];
  policy: "sync";
  registry: "txt";
  txtOwnerId: string;
  txtPrefix: string;
  resources: Resources;
  tolerations: readonly Toleration[];
  serviceMonitor: { enabled: true; additionalLabels: typeof MONITOR_LABEL };
};

export const externalDns = (site: Site): readonly Manifest[] => {
  const { platform, region } = site;
  return [
    addonApplication<Values>(site, {
      chart: "external-dns",
      namespace: ADDON_ACCOUNTS["external-dns"].namespace,
      why: "Gives services that the other region calls a name in this region's own branch of the domain.",
      values: {
        provider: { name: "aws" },
        image: { repository: imageRepository(platform, region, "external-dns"), tag: IMAGES["external-dns"].tag },
        serviceAccount: serviceAccount(site, "external-dns"),
        env: [{ name: "AWS_REGION", value: region.name }],
        sources: ["service"],
        domainFilters: [clusterDomain(platform, region.name)],
        // A service that is gone takes its name along; records of others bear another owner and are let be.
        policy: "sync",
        registry: "txt",
        txtOwnerId: clusterName(platform, region),
        txtPrefix: "owner-%{record_type}-",
        resources: resourcesOf("external-dns"),
        tolerations: ON_SYSTEM_NODES,
        serviceMonitor: { enabled: true, additionalLabels: MONITOR_LABEL },
      },
    }),
  ];
};
