// EKS's own add-ons, each at a pinned version. The network comes before the first node, what runs on nodes after it.
import { ADDON_ACCOUNTS, type AddonIdentity, addonRoleArn } from "../../names/identity.ts";
import { json } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { Declared, File } from "../language/stack.ts";
import { ADDON_VERSIONS, type AddonName } from "./addon-versions.ts";
import type { Cluster } from "./cluster.ts";
import type { Site } from "./site.ts";

type Addon = {
  readonly name: AddonName;
  readonly identity?: AddonIdentity;
  readonly settings?: unknown;
  readonly comment?: string;
};

/** They run wherever they are put, the fixed nodes included. */
const ANYWHERE = { tolerations: [{ operator: "Exists" }] };
/** A cluster's names must survive the loss of a zone: replicas in different zones, and scaling with the cluster. */
const DNS = {
  ...ANYWHERE,
  autoScaling: { enabled: true, minReplicas: 3, maxReplicas: 12 },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: "topology.kubernetes.io/zone",
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchLabels: { "k8s-app": "kube-dns" } },
    },
  ],
};

const INSIGHTS = {
  agent: { config: { logs: { metrics_collected: { kubernetes: { enhanced_container_insights: true } } } } },
  containerLogs: { enabled: false },
};

const NETWORK: Addon = {
  name: "vpc-cni",
  identity: "vpc-cni",
  settings: {
    enableNetworkPolicy: "true",
    env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" },
  },
  comment:
    "Addresses come in blocks of sixteen, so a node's pods aren't bound by its interfaces; network policies are enforced.",
};

/** Before any node: the network, and without Pod Identity's agent the network has no credentials. */
export function buildEarlyAddons(site: Site, cluster: Cluster, after: readonly Declared[]): readonly Declared[] {
  if (!cluster.ours) return [];
  const file = openFile(site);
  const early: readonly Addon[] = [
    NETWORK,
    { name: "kube-proxy" },
    ...(site.platform.cluster.identity === "pod-identity"
      ? [{ name: "eks-pod-identity-agent", comment: "Hands pods the credentials of their roles." } as const]
      : []),
  ];
  return early.map((addon) => buildAddon(file, site, cluster, addon, after));
}

/** After the nodes: an add-on that waits for pods isn't ready before there is a node to run them on. */
export function buildLateAddons(site: Site, cluster: Cluster, nodes: readonly Declared[]): void {
  if (!cluster.ours) return;
  const late: readonly Addon[] = [
    { name: "coredns", settings: DNS },
    {
      name: "snapshot-controller",
      settings: ANYWHERE,
      comment: "Snapshots of persistent volumes; its definitions are there before the driver that uses them.",
    },
    {
      name: "aws-ebs-csi-driver",
      identity: "ebs-csi",
      settings: { controller: ANYWHERE, defaultStorageClass: { enabled: false } },
      comment: "The storage class, with our key, is the cluster's manifests'.",
    },
    {
      name: "eks-node-monitoring-agent",
      comment: "Sees what a kubelet doesn't say of itself; EKS then replaces the node.",
    },
    {
      name: "amazon-cloudwatch-observability",
      identity: "cloudwatch-agent",
      settings: INSIGHTS,
      comment:
        "Metrics of nodes and pods, which alarms read. Pods' logs are Fluent Bit's, which sends them to search as well.",
    },
  ];
  const file = openFile(site);
  for (const addon of late) buildAddon(file, site, cluster, addon, nodes);
}

const openFile = (site: Site): File =>
  site.stack.file(
    "addons",
    "EKS add-ons, at pinned versions; the rest of the cluster's software is delivered by Argo CD.",
  );

function buildAddon(file: File, site: Site, cluster: Cluster, addon: Addon, after: readonly Declared[]): Declared {
  const { platform } = site;
  return file.resource(
    "aws_eks_addon",
    terraformName(addon.name),
    {
      cluster_name: cluster.name,
      addon_name: addon.name,
      addon_version: ADDON_VERSIONS[platform.cluster.version][addon.name],
      // What Terraform says is what runs: a change by hand is put back, not kept.
      resolve_conflicts_on_create: "OVERWRITE",
      resolve_conflicts_on_update: "OVERWRITE",
      ...(addon.settings === undefined ? {} : { configuration_values: json(addon.settings) }),
      ...(addon.identity === undefined ? {} : identityOf(site, addon.identity)),
    },
    {
      ...(addon.comment === undefined ? {} : { comment: addon.comment }),
      dependsOn: [cluster.declared, ...after],
    },
  );
}

/** By Pod Identity the add-on's association is part of it; by IRSA its ServiceAccount names the role. */
function identityOf({ platform, region }: Site, identity: AddonIdentity) {
  const role = addonRoleArn(platform, region, identity);
  return platform.cluster.identity === "pod-identity"
    ? { pod_identity_association: [{ role_arn: role, service_account: ADDON_ACCOUNTS[identity].name }] }
    : { service_account_role_arn: role };
}

/** Identities whose association an EKS add-on carries itself. */
export const CARRIED_BY_ADDONS: readonly AddonIdentity[] = ["vpc-cni", "ebs-csi", "cloudwatch-agent"];
