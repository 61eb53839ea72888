// What looks over the shoulders of those who may change things: threats, the configuration's history and its rules, what
// outsiders can reach, snapshots that must never be public. The same in each region; the trail of calls is `global`'s.
import { baseName } from "../../names/base.ts";
import { roleName } from "../../names/identity.ts";
import { RECORDS_PREFIXES } from "../../names/safety.ts";
import { text } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { Declared } from "../language/stack.ts";
import type { Lookout } from "../lookout.ts";
import { declareRole, trustService } from "../role.ts";
import type { Records } from "./records.ts";

const FILE = "audit";
const COMMENT = "Threats, the configuration's history and its rules, and what outsiders can reach.";

/** Runtime monitoring is left out: its agent is a privileged pod on every node, which the clusters' policies refuse. */
const GUARD_DUTY_FEATURES = [
  "S3_DATA_EVENTS",
  "EKS_AUDIT_LOGS",
  "EBS_MALWARE_PROTECTION",
  "RDS_LOGIN_EVENTS",
  "LAMBDA_NETWORK_LOGS",
] as const;

type ConfigRule = {
  readonly id: string;
  /** AWS's own rule. */
  readonly source: string;
  /** "account": once, in the witness region, because what it looks at belongs to no region. */
  readonly where: "everywhere" | "regions" | "account";
};

/** Rules that hold for everything here; a resource that breaks one was changed by hand. */
export const CONFIG_RULES: readonly ConfigRule[] = [
  { id: "buckets-not-public-to-read", source: "S3_BUCKET_PUBLIC_READ_PROHIBITED", where: "everywhere" },
  { id: "buckets-not-public-to-write", source: "S3_BUCKET_PUBLIC_WRITE_PROHIBITED", where: "everywhere" },
  { id: "buckets-tls-only", source: "S3_BUCKET_SSL_REQUESTS_ONLY", where: "everywhere" },
  { id: "tables-deletion-protected", source: "DYNAMODB_TABLE_DELETION_PROTECTION_ENABLED", where: "everywhere" },
  { id: "keys-not-being-deleted", source: "KMS_CMK_NOT_SCHEDULED_FOR_DELETION", where: "everywhere" },
  { id: "volumes-encrypted", source: "ENCRYPTED_VOLUMES", where: "regions" },
  { id: "databases-encrypted", source: "RDS_STORAGE_ENCRYPTED", where: "regions" },
  { id: "databases-not-public", source: "RDS_INSTANCE_PUBLIC_ACCESS_CHECK", where: "regions" },
  { id: "databases-deletion-protected", source: "RDS_INSTANCE_DELETION_PROTECTION_ENABLED", where: "regions" },
  { id: "cluster-endpoint-private", source: "EKS_ENDPOINT_NO_PUBLIC_ACCESS", where: "regions" },
  { id: "cluster-secrets-encrypted", source: "EKS_SECRETS_ENCRYPTED", where: "regions" },
  { id: "instances-imdsv2", source: "EC2_IMDSV2_CHECK", where: "regions" },
  { id: "network-flow-logs", source: "VPC_FLOW_LOGS_ENABLED", where: "regions" },
  { id: "default-group-closed", source: "VPC_DEFAULT_SECURITY_GROUP_CLOSED", where: "regions" },
  { id: "ssh-closed", source: "INCOMING_SSH_DISABLED", where: "regions" },
  { id: "trail-enabled", source: "MULTI_REGION_CLOUD_TRAIL_ENABLED", where: "account" },
  { id: "root-without-keys", source: "IAM_ROOT_ACCESS_KEY_CHECK", where: "account" },
  { id: "root-with-mfa", source: "ROOT_ACCOUNT_MFA_ENABLED", where: "account" },
  { id: "no-admin-policies", source: "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS", where: "account" },
];

export function buildAudit(records: Records, kind: "region" | "witness"): void {
  const { lookout } = records;
  const { security } = lookout.platform;
  const tf = lookout.stack.file(FILE, COMMENT);
  if (security.guardDuty) buildGuardDuty(lookout);
  if (security.config) buildConfig(records, kind);
  if (security.accessAnalyzer) {
    tf.resource(
      "aws_accessanalyzer_analyzer",
      "account",
      { analyzer_name: baseName(lookout.platform), type: "ACCOUNT" },
      { comment: "Reports what somebody outside the account can reach." },
    );
  }
  tf.resource(
    "aws_ebs_snapshot_block_public_access",
    "snapshots",
    { state: "block-all-sharing" },
    { comment: "A snapshot of a volume is a copy of its data; nobody can publish one by mistake." },
  );
}

function buildGuardDuty({ stack }: Lookout): void {
  const tf = stack.file(FILE, COMMENT);
  const detector = tf.resource("aws_guardduty_detector", "threats", {
    enable: true,
    finding_publishing_frequency: "FIFTEEN_MINUTES",
  });
  for (const name of GUARD_DUTY_FEATURES) {
    tf.resource("aws_guardduty_detector_feature", terraformName(name), {
      detector_id: detector.id,
      name,
      status: "ENABLED",
    });
  }
}

function buildConfig(records: Records, kind: "region" | "witness"): void {
  const { bucket, lookout } = records;
  const { platform, stack, place, keys } = lookout;
  const tf = stack.file(FILE, COMMENT);
  const role = declareRole(tf, platform, {
    key: "config",
    name: roleName(platform, { name: place.region }, "config"),
    description: "AWS Config reads every resource and writes its history",
    trust: trustService("config.amazonaws.com", platform.accountId),
    managed: ["arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"],
    policies: {
      history: [
        {
          sid: "Write",
          actions: "s3:PutObject",
          resources: text`${bucket.arn}/${RECORDS_PREFIXES.config}/AWSLogs/${platform.accountId}/*`,
        },
        { sid: "Look", actions: ["s3:GetBucketAcl", "s3:ListBucket"], resources: bucket.arn },
        { sid: "Encrypt", actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: keys.logs },
      ],
    },
  });
  const recorder = tf.resource(
    "aws_config_configuration_recorder",
    "history",
    {
      name: baseName(platform),
      role_arn: role.arn,
      recording_group: { all_supported: true, include_global_resource_types: kind === "witness" },
    },
    {
      comment:
        "Roles and policies belong to no region, so one region records them: the witness's, which outlives either of the two. (ap-south-2 can't record them at all.)",
    },
  );
  const channel = tf.resource(
    "aws_config_delivery_channel",
    "history",
    {
      name: baseName(platform),
      s3_bucket_name: bucket.id,
      s3_key_prefix: RECORDS_PREFIXES.config,
      s3_kms_key_arn: keys.logs,
      snapshot_delivery_properties: { delivery_frequency: "TwentyFour_Hours" },
    },
    { dependsOn: [recorder] },
  );
  const recording = tf.resource(
    "aws_config_configuration_recorder_status",
    "history",
    { name: recorder.name, is_enabled: true },
    { dependsOn: [channel] },
  );
  buildConfigRules(lookout, kind, recording);
}

function buildConfigRules({ platform, stack }: Lookout, kind: "region" | "witness", recording: Declared): void {
  const tf = stack.file(FILE, COMMENT);
  for (const { id, source, where } of CONFIG_RULES) {
    if (where !== "everywhere" && (where === "regions") !== (kind === "region")) continue;
    tf.resource(
      "aws_config_config_rule",
      terraformName(id),
      {
        name: `${baseName(platform)}-${id}`,
        source: { owner: "AWS", source_identifier: source },
      },
      { dependsOn: [recording] },
    );
  }
}
