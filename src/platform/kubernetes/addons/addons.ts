// All of a cluster's own software that Argo CD installs, for one region: charts, what stands beside them, nodes, the mesh,
// backups. Only what the blueprint asks for (names/charts.ts says when); what EKS itself keeps is Terraform's.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { assert } from "../../../core/errors.ts";
import type { Manifest } from "../../manifest/manifest.ts";
import { type ChartName, chartsOf } from "../../names/charts.ts";
import { velero } from "../backup/velero.ts";
import { istio } from "../mesh/istio.ts";
import { meshManifests } from "../mesh/policies.ts";
import { nodeClass } from "../nodes/node-class.ts";
import { nodePools } from "../nodes/node-pools.ts";
import { addonApplication, type Site } from "./application.ts";
import { certificates } from "./certificates.ts";
import { externalDns } from "./external-dns.ts";
import { clusterAutoscaler, karpenter } from "./karpenter.ts";
import { loadBalancers } from "./load-balancers.ts";
import { monitoring } from "./monitoring.ts";
import { addonNamespaces } from "./namespaces.ts";
import { registryCredential } from "./registry-credential.ts";
import { argoRollouts, keda, metricsServer } from "./scaling.ts";
import { externalSecrets, secretsStoreDriver } from "./secrets.ts";
import { storage } from "./storage.ts";
import { collector, fluentBit, yace } from "./telemetry.ts";

type Maker = (site: Site) => readonly Manifest[];

const gatewayApi: Maker = (site) => [
  addonApplication(site, {
    chart: "gateway-api",
    namespace: "kube-system",
    why: "What a Gateway and a route are: upstream's own files, packed as a chart by the pipeline that copies it.",
    values: {},
  }),
];

/** Chart → who installs it. A maker may answer for several; the bootstrap build installs Argo CD. */
const MAKERS: Readonly<Record<Exclude<ChartName, "argo-cd">, Maker>> = {
  "gateway-api": gatewayApi,
  "prometheus-operator-crds": monitoring,
  "karpenter-crd": karpenter,
  "istio-base": istio,
  karpenter,
  "cluster-autoscaler": clusterAutoscaler,
  "aws-load-balancer-controller": loadBalancers,
  "external-secrets": externalSecrets,
  "secrets-store-csi-driver": secretsStoreDriver,
  "secrets-store-csi-driver-provider-aws": secretsStoreDriver,
  "metrics-server": metricsServer,
  keda,
  "argo-rollouts": argoRollouts,
  "cert-manager": certificates,
  istiod: istio,
  "istio-cni": istio,
  ztunnel: istio,
  "external-dns": externalDns,
  velero,
  "kube-prometheus-stack": monitoring,
  "opentelemetry-collector": collector,
  yace,
  "fluent-bit": fluentBit,
};

export function addonManifests(platform: Platform, region: Region): readonly Manifest[] {
  const site: Site = { platform, region };
  const makers = new Set(
    chartsOf(platform)
      .filter((name) => name !== "argo-cd")
      .map((name) => MAKERS[name]),
  );
  const manifests = [
    ...addonNamespaces(platform),
    ...registryCredential(site),
    ...[...makers].flatMap((make) => make(site)),
    ...storage(site),
    ...(chartsOf(platform).includes("karpenter") ? [nodeClass(platform, region), ...nodePools(platform)] : []),
    ...meshManifests(site),
  ];
  for (const [component, own] of Map.groupBy(manifests, (one) => one.component)) {
    assert(new Set(own.map(({ wave }) => wave)).size === 1, `${component} is in two waves; one Application has one`);
  }
  return manifests;
}
