// The trail of every call in the account, in all regions, into a bucket in the witness region that outlives either of the
// two, with digests that show when a file was changed; and what its log is searched for.
import { baseName } from "../../names/base.ts";
import { trailArn, trailBucket, trailLogGroup, trailName } from "../../names/safety.ts";
import { TRAIL_NAMESPACE } from "../../observability/alarms-safety.ts";
import { closeBucket } from "../closed-bucket.ts";
import { text } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import { policy, tlsOnly } from "../language/policy.ts";
import type { ResourceHandle } from "../language/stack.ts";
import type { Lookout } from "../lookout.ts";
import { declareRole, trustService } from "../role.ts";

const FILE = "trail";
const COMMENT = "CloudTrail: every call in the account, in all regions.";
const NOT_CURRENT_DAYS = 30;
const UNFINISHED_UPLOAD_DAYS = 7;

/** Patterns of the CIS AWS Foundations benchmark, section 4; the metric's name tells what was seen. */
export const TRAIL_FILTERS = [
  {
    metric: "RootUsed",
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  },
  {
    metric: "TrailChanged",
    pattern:
      "{ ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StopLogging) || ($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDetector) }",
  },
  {
    metric: "CallsRefused",
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  },
  {
    metric: "SignedInWithoutMfa",
    pattern:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  },
  {
    metric: "AccessKeyMade",
    pattern: "{ ($.eventName = CreateAccessKey) || ($.eventName = CreateUser) }",
  },
  {
    metric: "BackupsChanged",
    pattern:
      '{ ($.eventSource = "backup.amazonaws.com") && (($.eventName = DeleteBackupVault*) || ($.eventName = DeleteBackupPlan) || ($.eventName = DeleteBackupSelection) || ($.eventName = DeleteRecoveryPoint)) }',
  },
] as const;

export function buildTrail(lookout: Lookout): void {
  const { platform, stack, keys } = lookout;
  const tf = stack.file(FILE, COMMENT);
  const bucket = buildBucket(lookout);
  const written = tf.resource("aws_s3_bucket_policy", "trail", {
    bucket: bucket.id,
    policy: bucketPolicy(lookout, bucket),
  });
  const log = tf.resource("aws_cloudwatch_log_group", "trail", {
    name: trailLogGroup(platform),
    retention_in_days: platform.observability.logDays,
    kms_key_id: keys.logs,
  });
  const role = declareRole(tf, platform, {
    key: "trail",
    name: `${baseName(platform)}-trail`,
    description: "CloudTrail writes into its log group",
    trust: trustService("cloudtrail.amazonaws.com", platform.accountId),
    policies: {
      log: [{ sid: "Write", actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: text`${log.arn}:*` }],
    },
  });
  tf.resource(
    "aws_cloudtrail",
    "account",
    {
      name: trailName(platform),
      s3_bucket_name: bucket.id,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      kms_key_id: keys.logs,
      cloud_watch_logs_group_arn: text`${log.arn}:*`,
      cloud_watch_logs_role_arn: role.arn,
      insight_selector: [{ insight_type: "ApiCallRateInsight" }, { insight_type: "ApiErrorRateInsight" }],
    },
    { dependsOn: [written], lifecycle: { preventDestroy: true } },
  );
  for (const { metric, pattern } of TRAIL_FILTERS) {
    tf.resource("aws_cloudwatch_log_metric_filter", terraformName(metric), {
      name: metric,
      log_group_name: log.name,
      pattern,
      metric_transformation: { namespace: TRAIL_NAMESPACE, name: metric, value: "1", default_value: "0" },
    });
  }
}

function buildBucket({ platform, stack, keys }: Lookout): ResourceHandle<"aws_s3_bucket"> {
  const tf = stack.file(FILE, COMMENT);
  const bucket = tf.resource(
    "aws_s3_bucket",
    "trail",
    { bucket: trailBucket(platform) },
    { lifecycle: { preventDestroy: true } },
  );
  tf.resource("aws_s3_bucket_versioning", "trail", {
    bucket: bucket.id,
    versioning_configuration: { status: "Enabled" },
  });
  tf.resource("aws_s3_bucket_server_side_encryption_configuration", "trail", {
    bucket: bucket.id,
    rule: [
      {
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: keys.logs },
      },
    ],
  });
  closeBucket(tf, "trail", bucket.id);
  tf.resource("aws_s3_bucket_lifecycle_configuration", "trail", {
    bucket: bucket.id,
    rule: [
      {
        id: "age",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days: platform.security.trailDays }],
        noncurrent_version_expiration: [{ noncurrent_days: NOT_CURRENT_DAYS }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: UNFINISHED_UPLOAD_DAYS }],
      },
    ],
  });
  return bucket;
}

function bucketPolicy({ platform }: Lookout, bucket: ResourceHandle<"aws_s3_bucket">) {
  const ofTheTrail = { StringEquals: { "aws:SourceArn": trailArn(platform) } };
  return policy([
    {
      sid: "TrailLooks",
      principals: { Service: "cloudtrail.amazonaws.com" },
      actions: "s3:GetBucketAcl",
      resources: bucket.arn,
      conditions: ofTheTrail,
    },
    {
      sid: "TrailWrites",
      principals: { Service: "cloudtrail.amazonaws.com" },
      actions: "s3:PutObject",
      resources: text`${bucket.arn}/AWSLogs/${platform.accountId}/*`,
      conditions: { StringEquals: { ...ofTheTrail.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
    tlsOnly("s3:*", [bucket.arn, text`${bucket.arn}/*`]),
  ]);
}
