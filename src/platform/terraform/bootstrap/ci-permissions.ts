// What the two Terraform roles of the pipelines may do. Planning reads every setting and no datum. Applying changes what
// the platform is made of, in its own regions, and can neither change its own role nor destroy what nobody could bring
// back. It makes roles, and only within the permissions boundary, which it can neither take off nor alter (boundary.ts).
import type { Platform } from "../../../blueprint/platform.ts";
import { terraformRole } from "../../names/bootstrap.ts";
import { bucketArn } from "../../names/data.ts";
import { nginxPrefix, UNAVAILABLE_PAGE } from "../../names/edge.ts";
import { boundaryArn } from "../../names/identity.ts";
import { keyAlias } from "../../names/keys.ts";
import { RECORDS_PREFIXES, recordsBucket } from "../../names/safety.ts";
import { stateBucketArn } from "../../names/state.ts";
import type { Statement } from "../language/policy.ts";

/** The services that the platform is made of, by IAM's prefix. */
export const APPLY_SERVICES = [
  "acm",
  "access-analyzer",
  "application-autoscaling",
  "aps",
  "autoscaling",
  "backup",
  "backup-storage",
  "budgets",
  "ce",
  "cloudfront",
  "cloudtrail",
  "cloudwatch",
  "codebuild",
  "codecommit",
  "config",
  "directconnect",
  "dynamodb",
  "ec2",
  "ecr",
  "eks",
  "elasticache",
  "elasticloadbalancing",
  "es",
  "events",
  "fis",
  "grafana",
  "guardduty",
  "inspector2",
  "kafka",
  "lambda",
  "logs",
  "rds",
  "resource-groups",
  "route53",
  "s3",
  "scheduler",
  "secretsmanager",
  "servicequotas",
  "shield",
  "sns",
  "sqs",
  "ssm",
  "synthetics",
  "tag",
  "wafv2",
  "xray",
] as const;

/** Reading data isn't planning: AWS's ReadOnlyAccess would allow it. */
const DATA_ACTIONS = [
  "athena:GetQueryResults",
  "codecommit:GetFile",
  "codecommit:GitPull",
  "dynamodb:BatchGetItem",
  "dynamodb:GetItem",
  "dynamodb:GetRecords",
  "dynamodb:PartiQLSelect",
  "dynamodb:Query",
  "dynamodb:Scan",
  "ecr:BatchGetImage",
  "kafka-cluster:ReadData",
  "logs:FilterLogEvents",
  "logs:GetLogEvents",
  "logs:GetLogRecord",
  "logs:GetQueryResults",
  "logs:StartQuery",
  "logs:Unmask",
  "rds:DownloadCompleteDBLogFile",
  "rds:DownloadDBLogFilePortion",
  "sqs:ReceiveMessage",
];

const stateBuckets = (platform: Platform): string[] =>
  Object.values(platform.regions).map((region) => stateBucketArn(platform, region.name));

const stateKeys = (platform: Platform): Statement => ({
  sid: "StateKeys",
  actions: ["kms:Decrypt", "kms:GenerateDataKey"],
  resources: `arn:aws:kms:*:${platform.accountId}:key/*`,
  conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(platform, "state") } },
});

export function planStatements(platform: Platform): Statement[] {
  const regional = [platform.regions.primary.name, platform.regions.standby.name];
  return [
    {
      sid: "Lock",
      actions: ["s3:PutObject", "s3:DeleteObject"],
      resources: stateBuckets(platform).map((arn) => `${arn}/*.tflock`),
    },
    stateKeys(platform),
    // Passwords made on the way into a write-only argument are made while planning, too, and thrown away.
    { sid: "ThrowAwayPasswords", actions: "secretsmanager:GetRandomPassword", resources: "*" },
    { sid: "NoData", effect: "Deny", actions: DATA_ACTIONS, resources: "*" },
    {
      // Terraform compares the objects that it wrote itself: a page, the web tier's configuration and the watchers' code.
      sid: "NoObjectsButItsOwn",
      effect: "Deny",
      actions: ["s3:GetObject", "s3:GetObjectVersion"],
      notResources: [
        ...stateBuckets(platform).map((arn) => `${arn}/*`),
        ...regional.flatMap((name) => [
          `${bucketArn(platform, "static", name)}${UNAVAILABLE_PAGE}`,
          `${bucketArn(platform, "static", name)}/${nginxPrefix(name)}/*`,
        ]),
        ...[...regional, platform.regions.witness.name].map(
          (name) => `arn:aws:s3:::${recordsBucket(platform, name)}/${RECORDS_PREFIXES.code}/*`,
        ),
      ],
    },
  ];
}

/** Where the platform is at all: its regions, and us-east-1 for what the edge and the account have only there. */
export const regionsOf = ({ regions }: Platform): string[] => [
  ...Object.values(regions).map(({ name }) => name),
  "us-east-1",
];

/** Two documents, so that each stays readable; IAM counts at most 10,240 characters in both together. */
export function applyStatements(platform: Platform): Record<"change" | "keep-out", Statement[]> {
  const own = (kind: string) => `arn:aws:iam::${platform.accountId}:${kind}/${platform.name}-*`;
  const named = [own("role"), own("policy"), own("instance-profile")];
  return {
    change: [
      {
        sid: "Services",
        actions: APPLY_SERVICES.map((service) => `${service}:*`),
        resources: "*",
        conditions: { StringEquals: { "aws:RequestedRegion": regionsOf(platform) } },
      },
      {
        sid: "Look",
        actions: ["iam:Get*", "iam:List*", "kms:Describe*", "kms:List*", "kms:Get*", "sts:Get*"],
        resources: "*",
      },
      { sid: "OwnRoles", actions: "iam:*", resources: named },
      {
        sid: "ClusterIssuers",
        actions: "iam:*OpenIDConnectProvider*",
        resources: `arn:aws:iam::${platform.accountId}:oidc-provider/oidc.eks.*`,
      },
      {
        sid: "ServiceLinkedRoles",
        actions: ["iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole"],
        resources: `arn:aws:iam::${platform.accountId}:role/aws-service-role/*`,
      },
      {
        // Only the edge's keys in us-east-1 are made outside bootstrap.
        sid: "EdgeKeys",
        actions: [
          "kms:CreateKey",
          "kms:CreateAlias",
          "kms:UpdateAlias",
          "kms:TagResource",
          "kms:PutKeyPolicy",
          "kms:EnableKeyRotation",
          "kms:UpdateKeyDescription",
          "kms:Sign",
        ],
        resources: "*",
        conditions: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
      },
      {
        sid: "KeysThroughServices",
        actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant"],
        resources: `arn:aws:kms:*:${platform.accountId}:key/*`,
        conditions: { "ForAnyValue:StringLike": { "kms:ResourceAliases": `alias/${platform.name}-*` } },
      },
    ],
    "keep-out": keepOutStatements(platform, ["iam:*"]),
  };
}

/**
 * What widens a role's permissions. Of each IAM knows the boundary of the role that it touches (iam:PermissionsBoundary,
 * remembered; the list is at
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html). Where
 * the role has none, the condition's StringNotEquals holds too.
 */
const WIDENS_A_ROLE = ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:AttachRolePolicy", "iam:PutRolePolicy"];

/** @param untouchable what of IAM may not be done to the pipelines' own roles and to the boundary. */
export function keepOutStatements(platform: Platform, untouchable: readonly string[]): Statement[] {
  const boundary = boundaryArn(platform);
  const pipelines = `arn:aws:iam::${platform.accountId}:role/${terraformRole(platform, "plan").replace(/plan$/, "*")}`;
  return [
    { sid: "NotItself", effect: "Deny", actions: untouchable, resources: [pipelines, boundary] },
    {
      sid: "NotTheUnrecoverable",
      effect: "Deny",
      actions: [
        "backup:DeleteBackupVault*",
        "backup:DeleteRecoveryPoint",
        "backup:UpdateRecoveryPointLifecycle",
        "cloudtrail:DeleteTrail",
        "cloudtrail:StopLogging",
        "guardduty:DeleteDetector",
        "kms:DisableKey",
        "kms:ScheduleKeyDeletion",
        "route53:DeleteHostedZone",
      ],
      resources: "*",
    },
    {
      sid: "NotOldStates",
      effect: "Deny",
      actions: [
        "s3:DeleteBucket*",
        "s3:DeleteObjectVersion",
        "s3:PutBucketPolicy",
        "s3:PutBucketVersioning",
        "s3:PutLifecycleConfiguration",
      ],
      resources: stateBuckets(platform).flatMap((arn) => [arn, `${arn}/*`]),
    },
    {
      sid: "RolesWithinTheBoundary",
      effect: "Deny",
      actions: WIDENS_A_ROLE,
      resources: "*",
      conditions: { StringNotEquals: { "iam:PermissionsBoundary": boundary } },
    },
    { sid: "TheBoundaryStays", effect: "Deny", actions: "iam:DeleteRolePermissionsBoundary", resources: "*" },
  ];
}
