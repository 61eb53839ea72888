// How credentials and facts of the region reach pods, always out of the region's own stores: External Secrets copies them
// into Secrets, or the Secrets Store driver mounts them as files and nothing of them lies in etcd.
import { ClusterSecretStore } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ClusterSecretStore";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { NAMESPACES, SECRET_STORES } from "../../names/kubernetes.ts";
import { LOGGING_NAMESPACE, MONITOR_LABEL, OBSERVABILITY_NAMESPACE } from "../../names/observability.ts";
import { IMAGES, imageRepository } from "../../names/upstream-images.ts";
import { addonApplication, type ServiceAccountValues, type Site, serviceAccount } from "./application.ts";
import {
  CLUSTER_CRITICAL,
  NODE_CRITICAL,
  ON_EVERY_NODE,
  ON_SYSTEM_NODES,
  type Spread,
  spread,
  type Toleration,
} from "./placing.ts";
import { type Resources, replicasOf, resourcesOf } from "./sizes.ts";

type Image = { repository: string; tag: string };
type Part = {
  image: Image;
  replicaCount: number;
  resources: Resources;
  tolerations: readonly Toleration[];
  topologySpreadConstraints?: readonly Spread[];
  podDisruptionBudget?: { enabled: true; minAvailable: 1 };
  priorityClassName: string;
};
type ExternalSecretsValues = Part & {
  leaderElect: true;
  serviceAccount: ServiceAccountValues;
  processPushSecret: false;
  processClusterPushSecret: false;
  serviceMonitor: { enabled: true; additionalLabels: typeof MONITOR_LABEL; honorLabels: true };
  webhook: Part;
  certController: Part;
};

/** Where our own objects ask each store. */
const STORE_NAMESPACES: Readonly<Record<keyof typeof SECRET_STORES, readonly string[]>> = {
  credentials: [NAMESPACES.workloads, NAMESPACES.pooling, NAMESPACES.maintenance, OBSERVABILITY_NAMESPACE],
  parameters: [
    NAMESPACES.workloads,
    NAMESPACES.pooling,
    NAMESPACES.maintenance,
    OBSERVABILITY_NAMESPACE,
    LOGGING_NAMESPACE,
  ],
};

export function externalSecrets(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const { namespace } = ADDON_ACCOUNTS["external-secrets"];
  const image = {
    repository: imageRepository(platform, region, "external-secrets"),
    tag: IMAGES["external-secrets"].tag,
  };
  const common = { image, tolerations: ON_SYSTEM_NODES, priorityClassName: CLUSTER_CRITICAL };
  const budget = { enabled: true, minAvailable: 1 } as const;
  const store = (which: keyof typeof SECRET_STORES, service: "SecretsManager" | "ParameterStore", why: string) =>
    manifest(
      { component: "secret-stores", wave: 2, why },
      new ClusterSecretStore({
        metadata: { name: SECRET_STORES[which] },
        spec: {
          // Without "auth" it is the controller's own role, by IRSA or Pod Identity alike: that role may read this
          // platform's secrets in this region, and nothing else.
          provider: { aws: { service, region: region.name } },
          // Whoever else may write an ExternalSecret in a cluster shared with others gets nothing of ours by it.
          conditions: [{ namespaces: [...STORE_NAMESPACES[which]] }],
        },
      }),
    );
  return [
    addonApplication<ExternalSecretsValues>(site, {
      chart: "external-secrets",
      namespace,
      why: "Copies credentials and facts of the region out of its own stores into the cluster.",
      values: {
        ...common,
        replicaCount: replicasOf("external-secrets"),
        leaderElect: true,
        resources: resourcesOf("external-secrets"),
        topologySpreadConstraints: spread({ "app.kubernetes.io/name": "external-secrets" }),
        podDisruptionBudget: budget,
        serviceAccount: serviceAccount(site, "external-secrets"),
        // Nothing in a cluster writes a secret back into its store.
        processPushSecret: false,
        processClusterPushSecret: false,
        // A secret's metrics keep the secret's namespace; else they would have the controller's.
        serviceMonitor: { enabled: true, additionalLabels: MONITOR_LABEL, honorLabels: true },
        webhook: {
          ...common,
          replicaCount: replicasOf("external-secrets-webhook"),
          resources: resourcesOf("external-secrets-webhook"),
          topologySpreadConstraints: spread({ "app.kubernetes.io/name": "external-secrets-webhook" }),
          podDisruptionBudget: budget,
        },
        certController: {
          ...common,
          replicaCount: replicasOf("external-secrets-certificates"),
          resources: resourcesOf("external-secrets-certificates"),
        },
      },
    }),
    store(
      "credentials",
      platform.secrets.store === "ssm" ? "ParameterStore" : "SecretsManager",
      "Credentials of this region, by the controller's own role: never another region's copy.",
    ),
    store("parameters", "ParameterStore", "Facts of this region: where its database, cache and brokers answer."),
  ];
}

type DriverValues = {
  linux: {
    image: Image;
    crds: { image: Image };
    registrarImage: Image;
    livenessProbeImage: Image;
    driver: { resources: Resources };
    registrar: { resources: Resources };
    livenessProbe: { resources: Resources };
    tolerations: readonly Toleration[];
    priorityClassName: string;
  };
  syncSecret: { enabled: false };
  enableSecretRotation: true;
  rotationPollInterval: string;
  tokenRequests: readonly { audience: string }[];
};
type ProviderValues = {
  image: Image;
  awsRegion: string;
  "secrets-store-csi-driver": { install: false };
  tolerations: readonly Toleration[];
  priorityClassName: string;
  resources: Resources;
};

export function secretsStoreDriver(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const image = (name: "secrets-csi" | "secrets-csi-crds" | "csi-registrar" | "csi-liveness" | "secrets-csi-aws") => ({
    repository: imageRepository(platform, region, name),
    tag: IMAGES[name].tag,
  });
  const namespace = "kube-system";
  return [
    addonApplication<DriverValues>(site, {
      chart: "secrets-store-csi-driver",
      namespace,
      why: "Mounts credentials into pods as files, so that none of them lies in the cluster's own store.",
      values: {
        linux: {
          image: image("secrets-csi"),
          crds: { image: image("secrets-csi-crds") },
          registrarImage: image("csi-registrar"),
          livenessProbeImage: image("csi-liveness"),
          driver: { resources: resourcesOf("secrets-csi") },
          registrar: { resources: resourcesOf("secrets-csi-helpers") },
          livenessProbe: { resources: resourcesOf("secrets-csi-helpers") },
          tolerations: ON_EVERY_NODE,
          priorityClassName: NODE_CRITICAL,
        },
        // The whole point of it: no copy in a Secret.
        syncSecret: { enabled: false },
        enableSecretRotation: true,
        rotationPollInterval: "2m",
        // The pod's own token: its own role reads, by IRSA or by Pod Identity.
        tokenRequests: [{ audience: "sts.amazonaws.com" }, { audience: "pods.eks.amazonaws.com" }],
      },
    }),
    addonApplication<ProviderValues>(site, {
      chart: "secrets-store-csi-driver-provider-aws",
      namespace,
      why: "Reads the region's Secrets Manager and parameters for the driver, each time by the role of the pod that mounts.",
      values: {
        image: image("secrets-csi-aws"),
        awsRegion: region.name,
        "secrets-store-csi-driver": { install: false },
        tolerations: ON_EVERY_NODE,
        priorityClassName: NODE_CRITICAL,
        resources: resourcesOf("secrets-csi-aws"),
      },
    }),
  ];
}
