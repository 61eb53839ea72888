// CloudFront's logs: into a bucket in us-east-1, apart from every region, so that the loss of none stops them.
import type { Platform } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import { edgeLogBucket } from "../../names/edge.ts";
import { edgeKeyAlias } from "../../names/keys.ts";
import { closeBucket } from "../closed-bucket.ts";
import { EDGE_REGION } from "../global/edge-keys.ts";
import { type Ref, text } from "../language/expression.ts";
import { policy, tlsOnly } from "../language/policy.ts";
import type { Declared, File, ProviderAlias, ResourceHandle, Stack } from "../language/stack.ts";

const KEPT_DAYS = 400;

export type EdgeLogs = {
  readonly file: File;
  readonly provider: ProviderAlias;
  readonly destination: Ref<string>;
  readonly ready: Declared;
};

export function buildEdgeLogs(platform: Platform, stack: Stack, provider: ProviderAlias): EdgeLogs {
  const file = stack.file("access-logs", "CloudFront's access logs. AWS administers their delivery in us-east-1 only.");
  const options = { provider };
  const key = file.data("aws_kms_alias", "edge_logs", { name: edgeKeyAlias(platform, "edge-logs") }, options);
  const bucket = file.resource(
    "aws_s3_bucket",
    "edge_logs",
    { bucket: edgeLogBucket(platform), force_destroy: platform.environment !== "prod" },
    options,
  );
  const versioning = file.resource(
    "aws_s3_bucket_versioning",
    "edge_logs",
    { bucket: bucket.id, versioning_configuration: { status: "Enabled" } },
    options,
  );
  file.resource(
    "aws_s3_bucket_server_side_encryption_configuration",
    "edge_logs",
    {
      bucket: bucket.id,
      rule: [
        {
          apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: key.target_key_arn },
          bucket_key_enabled: true,
        },
      ],
    },
    options,
  );
  const closed = closeBucket(file, "edge_logs", bucket.id, options);
  file.resource(
    "aws_s3_bucket_lifecycle_configuration",
    "edge_logs",
    {
      bucket: bucket.id,
      rule: [
        {
          id: "forget",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days: KEPT_DAYS }],
          noncurrent_version_expiration: [{ noncurrent_days: 7 }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
    },
    { ...options, dependsOn: [versioning] },
  );
  const ready = declarePolicy(file, platform, bucket, closed, provider);
  const destination = file.resource(
    "aws_cloudwatch_log_delivery_destination",
    "edge_logs",
    {
      name: `${baseName(platform)}-edge-logs`,
      output_format: "json",
      delivery_destination_configuration: [{ destination_resource_arn: bucket.arn }],
    },
    { ...options, dependsOn: [ready] },
  );
  return { file, provider, destination: destination.arn, ready };
}

function declarePolicy(
  file: File,
  platform: Platform,
  bucket: ResourceHandle<"aws_s3_bucket">,
  closed: Declared,
  provider: ProviderAlias,
): Declared {
  const objects = text`${bucket.arn}/*`;
  return file.resource(
    "aws_s3_bucket_policy",
    "edge_logs",
    {
      bucket: bucket.id,
      policy: policy([
        tlsOnly("s3:*", [bucket.arn, objects]),
        {
          sid: "Delivery",
          principals: { Service: "delivery.logs.amazonaws.com" },
          actions: "s3:PutObject",
          resources: text`${bucket.arn}/AWSLogs/${platform.accountId}/CloudFront/*`,
          conditions: {
            StringEquals: {
              "aws:SourceAccount": platform.accountId,
              "s3:x-amz-acl": "bucket-owner-full-control",
            },
            ArnLike: { "aws:SourceArn": `arn:aws:logs:${EDGE_REGION}:${platform.accountId}:delivery-source:*` },
          },
        },
      ]),
    },
    { provider, dependsOn: [closed] },
  );
}

/** Every request that a distribution answers, to the bucket. */
export function logDistribution(
  platform: Platform,
  logs: EdgeLogs,
  key: string,
  distribution: ResourceHandle<"aws_cloudfront_distribution">,
): void {
  const source = logs.file.resource(
    "aws_cloudwatch_log_delivery_source",
    key,
    {
      name: `${baseName(platform)}-${key.replaceAll("_", "-")}`,
      log_type: "ACCESS_LOGS",
      resource_arn: distribution.arn,
    },
    { provider: logs.provider },
  );
  logs.file.resource(
    "aws_cloudwatch_log_delivery",
    key,
    { delivery_source_name: source.name, delivery_destination_arn: logs.destination },
    { provider: logs.provider },
  );
}
