// The roles that pods take, by whichever of EKS's two ways the blueprint names. A Pod Identity role trusts the cluster by
// its name and so exists before it, in the global stack, and serves it again when it is rebuilt; an IRSA role trusts the
// issuer of one cluster's tokens, which is known only once that cluster lives, so it is made in its region's stack.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { clusterName } from "../../names/cluster.ts";
import {
  ADDON_ACCOUNTS,
  addonRole,
  addonRoleArn,
  type ServiceAccount,
  workloadAccount,
  workloadRole,
  workloadRoleArn,
} from "../../names/identity.ts";
import type { Ref } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { Statement } from "../language/policy.ts";
import type { Declared, File } from "../language/stack.ts";
import { declareReadyRole } from "../role.ts";
import { addonGrant, addonIdentities } from "./addon-grants.ts";
import { workloadStatements } from "./grants.ts";

/** One ServiceAccount and the role its pods take. */
export type Identity = {
  readonly key: string;
  readonly kind: "workload" | "add-on";
  readonly account: ServiceAccount;
  readonly roleName: string;
  readonly roleArn: string;
  readonly managed: readonly string[];
  readonly policies: Readonly<Record<string, readonly Statement[]>>;
};

/** Every identity of a region's cluster. A workload that no action of AWS was declared for has a role that may do nothing,
 *  so that what it may do later is a change of one policy. */
export function identitiesOf(platform: Platform, region: Region): readonly Identity[] {
  const addons = addonIdentities(platform).map((addon): Identity => {
    const { managed = [], policies } = addonGrant(platform, region, addon);
    return {
      key: addon,
      kind: "add-on",
      account: ADDON_ACCOUNTS[addon],
      roleName: addonRole(platform, region, addon),
      roleArn: addonRoleArn(platform, region, addon),
      managed,
      policies,
    };
  });
  const workloads = platform.workloads.map(
    (workload): Identity => ({
      key: workload.name,
      kind: "workload",
      account: workloadAccount(workload.name),
      roleName: workloadRole(platform, region, workload.name),
      roleArn: workloadRoleArn(platform, region, workload.name),
      managed: [],
      policies: { access: workloadStatements(platform, region, workload) },
    }),
  );
  return [...workloads, ...addons];
}

/** Pods of this ServiceAccount in a cluster of this name, in this account; EKS vouches for all four. */
export const podIdentityTrust = (platform: Platform, region: Region, account: ServiceAccount): readonly Statement[] => [
  {
    principals: { Service: "pods.eks.amazonaws.com" },
    actions: ["sts:AssumeRole", "sts:TagSession"],
    conditions: {
      StringEquals: {
        "aws:SourceAccount": platform.accountId,
        "aws:RequestTag/eks-cluster-name": clusterName(platform, region),
        "aws:RequestTag/kubernetes-namespace": account.namespace,
        "aws:RequestTag/kubernetes-service-account": account.name,
      },
    },
  },
];

/** Declares the roles; `trust` says how each is trusted. Answers what must exist before a pod that takes one. */
export function declareIdentities(
  file: File,
  platform: Platform,
  region: Region,
  keyPrefix: string,
  trust: (identity: Identity) => readonly Statement[] | Ref<string>,
): readonly Declared[] {
  return identitiesOf(platform, region).flatMap(
    (identity) =>
      declareReadyRole(file, platform, {
        key: terraformName(`${keyPrefix}${identity.key}`),
        name: identity.roleName,
        description: `Pods of ${identity.account.namespace}/${identity.account.name} in ${region.name}`,
        trust: trust(identity),
        policies: identity.policies,
        managed: identity.managed,
      }).ready,
  );
}
