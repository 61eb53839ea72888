// The permissions boundary of every role of the platform, where the company has none of its own. It promises that whoever
// may make roles can't make one that may more than he: a role made by CI's applying role may at most what that role may,
// and what the platform's own programs need; it can neither take a boundary off nor alter this policy. A boundary grants
// nothing: what a role may is what both its own policies and this one allow.
import type { Platform } from "../../../blueprint/platform.ts";
import { boundaryName } from "../../names/identity.ts";
import { policy, type Statement } from "../language/policy.ts";
import type { Declared, Stack } from "../language/stack.ts";
import { applyStatements, keepOutStatements, regionsOf } from "./ci-permissions.ts";

/** What programs, nodes and AWS's own services in our roles call beside what Terraform changes, by IAM's prefix. */
const RUNNING_SERVICES = [
  "arc-zonal-shift",
  "ebs",
  "ec2messages",
  "eks-auth",
  "kafka-cluster",
  "pricing",
  "ses",
  "ssmmessages",
] as const;

/** Reading is left out of what the pipelines' roles are kept from: looking at a role widens nothing. */
const IAM_CHANGES = ["Add", "Attach", "Create", "Delete", "Detach", "Pass", "Put", "Remove", "Set", "Update"].map(
  (verb) => `iam:${verb}*`,
);

/** Nothing where the blueprint names the company's boundary. */
export function buildBoundary(platform: Platform, stack: Stack): readonly Declared[] {
  if (platform.existing.permissionsBoundaryArn !== undefined) return [];
  return [
    stack
      .file("boundary", "What no role of the platform may exceed, whatever its own policies say.")
      .resource("aws_iam_policy", "boundary", {
        name: boundaryName(platform),
        description: "Permissions boundary of every role of the platform. It grants nothing by itself.",
        policy: policy(boundaryStatements(platform)),
      }),
  ];
}

/** IAM counts at most 6,144 characters in a managed policy. */
export const boundaryStatements = (platform: Platform): readonly Statement[] => [
  ...applyStatements(platform).change,
  {
    sid: "Running",
    actions: RUNNING_SERVICES.map((service) => `${service}:*`),
    resources: "*",
    conditions: { StringEquals: { "aws:RequestedRegion": regionsOf(platform) } },
  },
  {
    // Keys that AWS keeps for a service, such as the one of queues without a key of their own.
    sid: "KeysOfServices",
    actions: ["kms:Decrypt", "kms:GenerateDataKey*", "kms:CreateGrant"],
    resources: `arn:aws:kms:*:${platform.accountId}:key/*`,
    conditions: { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/aws/*" } },
  },
  {
    // ECR gives back the grant by which it filled a repository.
    sid: "GrantsGivenBack",
    actions: "kms:RetireGrant",
    resources: `arn:aws:kms:*:${platform.accountId}:key/*`,
  },
  // Karpenter names the profiles of its nodes after the cluster.
  {
    sid: "NodeProfiles",
    actions: "iam:*InstanceProfile*",
    resources: `arn:aws:iam::${platform.accountId}:instance-profile/*`,
  },
  ...keepOutStatements(platform, IAM_CHANGES),
];
