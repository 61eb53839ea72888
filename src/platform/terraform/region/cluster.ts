// The region's EKS cluster: its API answers inside the network alone, its secrets are encrypted with our key, every kind
// of its logs is kept, and who may enter is a list of access entries, not whoever happened to create it. A cluster that
// the company already has is looked up instead, and then nothing of its own is made here.

import { clusterLogGroup, clusterName } from "../../names/cluster.ts";
import { machineryRole, personRoleArn } from "../../names/identity.ts";
import { ON_CALL_GROUP } from "../../names/kubernetes.ts";
import type { Ref, Value } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
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
        "A version past its standard support is raised by AWS, not billed sixfold. Zonal shift lets ARC take a sick zone out of traffic between pods. Add-ons are in addons.tf, so none is installed unmanaged.",
      dependsOn: [logs, ...ready],
    },
  );
  const made: Cluster = {
    name,
    declared: cluster,
    endpoint: cluster.endpoint,
    certificate: cluster.certificate_authority.at(0).data,
    issuer: cluster.identity.at(0).oidc.at(0).issuer,
    ours: true,
  };
  admitPeople(file, site, made);
  return made;
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

/** EKS's own policies, by their names. */
const POLICIES = {
  administer: "AmazonEKSClusterAdminPolicy",
  view: "AmazonEKSViewPolicy",
} as const;

/** Who is let into a cluster, and with what; a policy reaches the whole cluster. */
export type Entry = {
  readonly key: string;
  readonly principalArn: Value<string>;
  readonly policies: readonly { readonly may: keyof typeof POLICIES }[];
  /** Whom roles of the cluster's own name; the manifests bind them. */
  readonly groups?: readonly string[];
};

export function admit(file: File, cluster: Pick<Cluster, "name" | "declared">, entry: Entry): void {
  const admitted = file.resource(
    "aws_eks_access_entry",
    entry.key,
    {
      cluster_name: cluster.name,
      principal_arn: entry.principalArn,
      type: "STANDARD",
      ...(entry.groups === undefined ? {} : { kubernetes_groups: entry.groups }),
    },
    { dependsOn: [cluster.declared] },
  );
  for (const { may } of entry.policies) {
    file.resource("aws_eks_access_policy_association", `${entry.key}_${may}`, {
      cluster_name: admitted.cluster_name,
      principal_arn: admitted.principal_arn,
      policy_arn: `arn:aws:eks::aws:cluster-access-policy/${POLICIES[may]}`,
      access_scope: { type: "cluster" },
    });
  }
}

/** Administrators as the blueprint names them; on-call may see all but secrets, and what they may change the manifests give
 *  their group, by name: EKS's policies for that open Secrets and shells too. Viewers may look. */
function admitPeople(file: File, { platform }: Site, cluster: Cluster): void {
  for (const arn of platform.cluster.administrators) {
    const key = `administrator_${terraformName(arn.slice(arn.lastIndexOf("/") + 1))}`;
    admit(file, cluster, { key, principalArn: arn, policies: [{ may: "administer" }] });
  }
  admit(file, cluster, {
    key: "on_call",
    principalArn: personRoleArn(platform, "on-call"),
    policies: [{ may: "view" }],
    groups: [ON_CALL_GROUP],
  });
  admit(file, cluster, {
    key: "viewer",
    principalArn: personRoleArn(platform, "viewer"),
    policies: [{ may: "view" }],
  });
}
