// The region's EKS cluster: its API answers inside the network alone, its secrets are encrypted with our key, every kind
// of its logs is kept, and who may enter is a list of access entries, not whoever happened to create it. A cluster that
// the company already has is looked up instead, and then nothing of its own is made here.

import { clusterLogGroup, clusterName } from "../../names/cluster.ts";
import { ADDON_ACCOUNTS, machineryRole, personRoleArn, WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { terraformName } from "../language/identifier.ts";
import type { Ref } from "../language/expression.ts";
import type { Declared, File } from "../language/stack.ts";
import { declareReadyRole, trustService } from "../role.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";

export type Cluster = {
  readonly name: string;
  readonly declared: Declared;
  readonly endpoint: Ref<string>;
  /** Base64, as kubeconfig and nodes want it. */
  readonly certificate: Ref<string>;
  /** Who signs the tokens of its ServiceAccounts. */
  readonly issuer: Ref<string>;
  /** Whether Terraform made it, and so its nodes and add-ons too. */
  readonly ours: boolean;
};

const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** Nothing where the region holds no cluster: copies alone wait there, and the cluster comes with the rebuild. */
export function buildCluster(site: Site, network: Network): Cluster | undefined {
  const { platform, region, stack } = site;
  if (!region.holds.cluster) return undefined;
  const name = clusterName(platform, region);
  const file = stack.file(
    "cluster",
    "The EKS cluster: private, encrypted, logged, and entered by access entries alone.",
  );
  if (platform.existing.clusters !== undefined) {
    const found = file.data("aws_eks_cluster", "main", { name }, { comment: "The company's own cluster." });
    return {
      name,
      declared: found,
      endpoint: found.endpoint,
      certificate: found.certificate_authority.at(0).data,
      issuer: found.identity.at(0).oidc.at(0).issuer,
      ours: false,
    };
  }
  const logs = file.resource(
    "aws_cloudwatch_log_group",
    "cluster",
    {
      name: clusterLogGroup(platform, region),
      retention_in_days: platform.observability.logDays,
      kms_key_id: site.keys.logs,
    },
    { comment: "Made before the cluster: EKS would make it without a retention and without a key." },
  );
  const { role, ready } = clusterRole(file, site);
  const cluster = file.resource(
    "aws_eks_cluster",
    "main",
    {
      name,
      version: platform.cluster.version,
      role_arn: role.arn,
      enabled_cluster_log_types: LOG_TYPES,
      bootstrap_self_managed_addons: false,
      access_config: { authentication_mode: "API", bootstrap_cluster_creator_admin_permissions: false },
      vpc_config: {
        subnet_ids: network.subnets.private,
        security_group_ids: [network.securityGroups["control-plane"]],
        endpoint_private_access: true,
        endpoint_public_access: false,
      },
      encryption_config: { resources: ["secrets"], provider: { key_arn: site.keys.cluster } },
      kubernetes_network_config: { ip_family: "ipv4", service_ipv4_cidr: platform.cluster.serviceCidr },
      upgrade_policy: { support_type: "STANDARD" },
      zonal_shift_config: { enabled: true },
    },
    {
      comment:
        "A version past its standard support is raised by AWS, not billed sixfold. Zonal shift lets ARC take a sick zone\nout of traffic between pods. Add-ons are in addons.tf, so none is installed unmanaged.",
      dependsOn: [logs, ...ready],
    },
  );
  admitPeople(file, site, cluster);
  return {
    name,
    declared: cluster,
    endpoint: cluster.endpoint,
    certificate: cluster.certificate_authority.at(0).data,
    issuer: cluster.identity.at(0).oidc.at(0).issuer,
    ours: true,
  };
}

function clusterRole(file: File, { platform, region, keys }: Site) {
  return declareReadyRole(file, platform, {
    key: "cluster",
    name: machineryRole(platform, region, "cluster"),
    description: "The EKS control plane",
    trust: trustService("eks.amazonaws.com", platform.accountId),
    managed: ["arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"],
    policies: {
      secrets: [
        {
          sid: "EncryptSecrets",
          actions: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
          resources: keys.cluster,
        },
      ],
    },
  });
}

const POLICY = "arn:aws:eks::aws:cluster-access-policy";
type Scope = { readonly type: "cluster" } | { readonly type: "namespace"; readonly namespaces: readonly string[] };

/** Lets a role into the cluster with one of EKS's own policies. */
export function admit(
  file: File,
  clusterName: Ref<string>,
  key: string,
  principalArn: string | Ref<string>,
  policyName:
    | "AmazonEKSClusterAdminPolicy"
    | "AmazonEKSAdminPolicy"
    | "AmazonEKSViewPolicy"
    | "AmazonEKSAdminViewPolicy",
  scope: Scope = { type: "cluster" },
): void {
  const entry = file.resource("aws_eks_access_entry", key, {
    cluster_name: clusterName,
    principal_arn: principalArn,
    type: "STANDARD",
  });
  grant(file, key, clusterName, entry.principal_arn, policyName, scope);
}

const grant = (
  file: File,
  key: string,
  clusterName: Ref<string>,
  principalArn: Ref<string>,
  policyName: string,
  scope: Scope,
) =>
  file.resource("aws_eks_access_policy_association", key, {
    cluster_name: clusterName,
    principal_arn: principalArn,
    policy_arn: `${POLICY}/${policyName}`,
    access_scope: scope.type === "cluster" ? { type: "cluster" } : { type: "namespace", namespaces: scope.namespaces },
  });

/** Administrators as the blueprint names them; on-call may see all but secrets and change what runs; viewers may look. */
function admitPeople(file: File, { platform }: Site, cluster: { readonly name: Ref<string> }): void {
  for (const arn of platform.cluster.administrators) {
    const role = terraformName(arn.slice(arn.lastIndexOf("/") + 1).toLowerCase());
    admit(file, cluster.name, `administrator_${role}`, arn, "AmazonEKSClusterAdminPolicy");
  }
  const onCall = file.resource("aws_eks_access_entry", "on_call", {
    cluster_name: cluster.name,
    principal_arn: personRoleArn(platform, "on-call"),
    type: "STANDARD",
  });
  grant(file, "on_call_looks", cluster.name, onCall.principal_arn, "AmazonEKSViewPolicy", { type: "cluster" });
  grant(file, "on_call_acts", cluster.name, onCall.principal_arn, "AmazonEKSAdminPolicy", {
    type: "namespace",
    namespaces: ON_CALL_NAMESPACES,
  });
  admit(file, cluster.name, "viewer", personRoleArn(platform, "viewer"), "AmazonEKSViewPolicy");
}

/** Where the person on call may restart, scale and roll back: the workloads, and what delivers them. */
const ON_CALL_NAMESPACES = [WORKLOAD_NAMESPACE, ADDON_ACCOUNTS["argo-cd"].namespace];
