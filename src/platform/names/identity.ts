// Roles and service accounts. A role's name tells whose it is and in which region, because IAM has one list of names for
// all regions; its ARN follows from its name, so a policy, an association or a manifest can name it before it exists.
import type { Platform, Region } from "../../blueprint/platform.ts";
import type { WorkloadName } from "../../blueprint/workloads.ts";
import { baseName } from "./base.ts";

type Named = Pick<Platform, "name" | "environment">;
type Owned = Named & Pick<Platform, "accountId">;
type Where = Pick<Region, "name">;

/** Where the workloads run, each under a ServiceAccount of its own name. */
export const WORKLOAD_NAMESPACE = "tandem";

export type ServiceAccount = { readonly namespace: string; readonly name: string };

/** What of the cluster's own software calls AWS, and under which ServiceAccount. */
export const ADDON_ACCOUNTS = {
  "vpc-cni": { namespace: "kube-system", name: "aws-node" },
  "ebs-csi": { namespace: "kube-system", name: "ebs-csi-controller-sa" },
  karpenter: { namespace: "kube-system", name: "karpenter" },
  "cluster-autoscaler": { namespace: "kube-system", name: "cluster-autoscaler" },
  "load-balancers": { namespace: "kube-system", name: "aws-load-balancer-controller" },
  "external-secrets": { namespace: "external-secrets", name: "external-secrets" },
  "external-dns": { namespace: "external-dns", name: "external-dns" },
  "argo-cd": { namespace: "argocd", name: "argocd-repo-server" },
  keda: { namespace: "keda", name: "keda-operator" },
  "fluent-bit": { namespace: "logging", name: "fluent-bit" },
  "cloudwatch-agent": { namespace: "amazon-cloudwatch", name: "cloudwatch-agent" },
  telemetry: { namespace: "observability", name: "opentelemetry-collector" },
  yace: { namespace: "observability", name: "yace" },
  alertmanager: { namespace: "observability", name: "alertmanager" },
  grafana: { namespace: "observability", name: "grafana" },
  velero: { namespace: "velero", name: "velero" },
  topics: { namespace: "maintenance", name: "topics" },
  "database-dump": { namespace: "maintenance", name: "database-dump" },
} as const satisfies Record<string, ServiceAccount>;
export type AddonIdentity = keyof typeof ADDON_ACCOUNTS;

export const workloadAccount = (workload: WorkloadName): ServiceAccount => ({
  namespace: WORKLOAD_NAMESPACE,
  name: workload,
});

/** A role of one region: at most 25 + 1 + 14 + 1 + 22 of IAM's 64 characters. */
export const roleName = (platform: Named, region: Where, what: string): string =>
  `${baseName(platform)}-${region.name}-${what}`;
export const roleArn = (platform: Owned, name: string): string => `arn:aws:iam::${platform.accountId}:role/${name}`;

export const workloadRole = (platform: Named, region: Where, workload: WorkloadName): string =>
  roleName(platform, region, workload);
export const workloadRoleArn = (platform: Owned, region: Where, workload: WorkloadName): string =>
  roleArn(platform, workloadRole(platform, region, workload));
export const addonRole = (platform: Named, region: Where, addon: AddonIdentity): string =>
  roleName(platform, region, addon);
export const addonRoleArn = (platform: Owned, region: Where, addon: AddonIdentity): string =>
  roleArn(platform, addonRole(platform, region, addon));

/** Roles of the cluster's machinery: the control plane, the fixed nodes, Karpenter's nodes, build projects, the host. */
export type MachineryRole =
  | "cluster"
  | "nodes"
  | "karpenter-nodes"
  | "cluster-bootstrap"
  | "source-mirror"
  | "operator-host"
  | "pull-through"
  | "source-mirror-start";
export const machineryRole = (platform: Named, region: Where, what: MachineryRole): string =>
  roleName(platform, region, what);
export const machineryRoleArn = (platform: Owned, region: Where, what: MachineryRole): string =>
  roleArn(platform, machineryRole(platform, region, what));

/** People: who is on call may change what runs; a viewer may look. Both by short sessions, in both regions. */
export type PersonRole = "on-call" | "viewer";
export const personRole = (platform: Named, who: PersonRole): string => `${baseName(platform)}-${who}`;
export const personRoleArn = (platform: Owned, who: PersonRole): string => roleArn(platform, personRole(platform, who));

/** The policy that no role of the platform may exceed: the company's where the blueprint names one, else the platform's own. */
export const boundaryName = (platform: Named): string => `${baseName(platform)}-boundary`;
export const boundaryArn = (platform: Owned & Pick<Platform, "existing">): string =>
  platform.existing.permissionsBoundaryArn ?? `arn:aws:iam::${platform.accountId}:policy/${boundaryName(platform)}`;

/** What CI takes to push images into both regions' registries. */
export const imagePushRole = (platform: Named): string => `${baseName(platform)}-image-push`;
