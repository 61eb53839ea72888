// Who may use which key, and through what. A key's policy promises that nobody deciphers with it directly: principals of
// the account need a permission of their own and come through one of the services listed here; AWS services that act in
// their own name are held to this account's resources by the encryption context or the source account.
import type { KeyPurpose } from "../../../blueprint/workloads.ts";
import type { Statement } from "../language/policy.ts";

export type KeyPlace = { readonly accountId: string; readonly region: string };

export type KeyUse = {
  readonly why: string;
  /** Services by the name that `kms:ViaService` knows. */
  readonly through: readonly string[];
  /** Statements for services that use the key in their own name. */
  readonly services?: (place: KeyPlace) => readonly Statement[];
};

export const USE_ACTIONS = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"] as const;

const ofThisAccount = ({ accountId }: KeyPlace) => ({ StringEquals: { "aws:SourceAccount": accountId } });

export const KEY_USES: Readonly<Record<KeyPurpose, KeyUse>> = {
  state: { why: "Terraform's state.", through: ["s3"] },
  data: {
    why: "Databases, tables, caches, brokers and what they copy; mirrored sources.",
    through: ["rds", "dynamodb", "elasticache", "kafka", "es", "ec2", "backup", "codecommit"],
  },
  lake: {
    why: "The buckets of events, reports and static files.",
    through: ["s3", "backup"],
    services: (place) => [deliveryNetwork(place)],
  },
  logs: {
    why: "Log groups, trails, recordings of the configuration, search over logs.",
    through: ["s3", "es"],
    services: (place) => [
      logGroups(place),
      ...trails(place),
      configurationAndDelivery(place),
      sessions(place),
      backupReports(place),
    ],
  },
  secrets: { why: "Secrets and secret parameters.", through: ["secretsmanager", "ssm"] },
  backup: {
    why: "Vaults of backups, and what is restored from them.",
    through: ["backup", "rds", "dynamodb", "ec2", "ebs", "s3", "eks"],
  },
  cluster: {
    why: "Kubernetes secrets, nodes' volumes, recorded sessions.",
    through: ["ec2", "eks", "ebs"],
    services: (place) => [volumesOfAutoScaling(place), ...grantsOfAutoScaling(place), sessions(place)],
  },
  queue: {
    why: "Queues and topics.",
    through: ["sqs", "sns"],
    services: (place) => [publishers(place), senders(place)],
  },
  images: { why: "Container images.", through: ["ecr"] },
};

/** CloudWatch Logs names the log group in the encryption context. */
export const logGroups = ({ accountId, region }: KeyPlace): Statement => ({
  sid: "LogGroups",
  principals: { Service: `logs.${region}.amazonaws.com` },
  actions: [...USE_ACTIONS, "kms:DescribeKey"],
  resources: "*",
  conditions: {
    ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:log-group:*` },
  },
});

const trails = ({ accountId }: KeyPlace): Statement[] => [
  {
    sid: "Trails",
    principals: { Service: "cloudtrail.amazonaws.com" },
    actions: ["kms:GenerateDataKey*"],
    resources: "*",
    conditions: {
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${accountId}:trail/*` },
    },
  },
  {
    sid: "TrailsLook",
    principals: { Service: "cloudtrail.amazonaws.com" },
    actions: ["kms:DescribeKey"],
    resources: "*",
    conditions: ofThisAccount({ accountId, region: "" }),
  },
];

/** AWS Config's snapshots and logs that AWS delivers into buckets (flow logs, CloudFront, brokers). */
export const configurationAndDelivery = (place: KeyPlace): Statement => ({
  sid: "DeliveredIntoBuckets",
  principals: { Service: ["config.amazonaws.com", "delivery.logs.amazonaws.com"] },
  actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
  resources: "*",
  conditions: ofThisAccount(place),
});

/** CloudFront reads the static buckets as itself; which distribution isn't known before it exists. */
const deliveryNetwork = ({ accountId }: KeyPlace): Statement => ({
  sid: "StaticSite",
  principals: { Service: "cloudfront.amazonaws.com" },
  actions: "kms:Decrypt",
  resources: "*",
  conditions: {
    StringEquals: { "aws:SourceAccount": accountId },
    ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${accountId}:distribution/*` },
  },
});

// AWS Backup writes its reports as a service-linked role without any permission for keys of ours. The role is known by
// its ARN in a condition, since KMS refuses a policy whose principal doesn't exist yet.
const backupReports = ({ accountId, region }: KeyPlace): Statement => ({
  sid: "BackupReports",
  principals: { AWS: "*" },
  actions: ["kms:Decrypt", "kms:GenerateDataKey"],
  resources: "*",
  conditions: {
    StringEquals: { "kms:CallerAccount": accountId, "kms:ViaService": `s3.${region}.amazonaws.com` },
    ArnLike: {
      "aws:PrincipalArn": `arn:aws:iam::${accountId}:role/aws-service-role/reports.backup.amazonaws.com/*`,
    },
  },
});

/** Session Manager's two ends call the key themselves; the session's id is in the encryption context. */
const sessions = ({ accountId }: KeyPlace): Statement => ({
  sid: "Sessions",
  principals: { AWS: `arn:aws:iam::${accountId}:root` },
  actions: ["kms:Decrypt", "kms:GenerateDataKey"],
  resources: "*",
  conditions: { Null: { "kms:EncryptionContext:aws:ssm:SessionId": "false" } },
});

// EC2 Auto Scaling makes encrypted volumes as its service-linked role, which has no permission of its own for any key. A
// fresh account hasn't the role yet and KMS refuses a policy that names it; so the rule is the one of AWS's own EBS key:
// anybody of this account, through EC2 only.
const volumesOfAutoScaling = ({ accountId, region }: KeyPlace): Statement => ({
  sid: "VolumesOfAutoScaling",
  principals: { AWS: "*" },
  actions: [...USE_ACTIONS, "kms:DescribeKey"],
  resources: "*",
  conditions: {
    StringEquals: { "kms:CallerAccount": accountId, "kms:ViaService": `ec2.${region}.amazonaws.com` },
  },
});

const grantsOfAutoScaling = ({ accountId, region }: KeyPlace): Statement[] => [
  {
    sid: "GrantsOfAutoScaling",
    principals: { AWS: "*" },
    actions: ["kms:CreateGrant"],
    resources: "*",
    conditions: {
      StringEquals: { "kms:CallerAccount": accountId, "kms:ViaService": `ec2.${region}.amazonaws.com` },
      Bool: { "kms:GrantIsForAWSResource": "true" },
    },
  },
];

// EventBridge doesn't hand its source account to KMS; the topic's or queue's ARN in the encryption context says whose it
// is all the same.
const publishers = ({ accountId, region }: KeyPlace): Statement => ({
  sid: "Publishers",
  principals: {
    Service: [
      "backup.amazonaws.com",
      "budgets.amazonaws.com",
      "cloudwatch.amazonaws.com",
      "costalerts.amazonaws.com",
      "events.amazonaws.com",
      "events.rds.amazonaws.com",
    ],
  },
  actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
  resources: "*",
  conditions: { ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:${region}:${accountId}:*` } },
});

const senders = ({ accountId, region }: KeyPlace): Statement => ({
  sid: "Senders",
  principals: { Service: ["events.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com"] },
  actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
  resources: "*",
  conditions: { ArnLike: { "kms:EncryptionContext:aws:sqs:arn": `arn:aws:sqs:${region}:${accountId}:*` } },
});
