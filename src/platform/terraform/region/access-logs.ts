// The bucket that load balancers and other buckets write their access logs into. AWS delivers those only where S3's own
// encryption is used, so it is a bucket apart from the one of all other logs.
import { accessLogBucket } from "../../names/edge.ts";
import { closeBucket } from "../closed-bucket.ts";
import { text } from "../language/expression.ts";
import { policy, tlsOnly } from "../language/policy.ts";
import type { Declared, ResourceHandle } from "../language/stack.ts";
import type { Site } from "./site.ts";

const KEPT_DAYS = 400;

export type AccessLogs = {
  readonly bucket: ResourceHandle<"aws_s3_bucket">;
  /** Whoever has AWS deliver here waits for this. */
  readonly policy: Declared;
};

export function buildAccessLogs({ platform, region, stack }: Site): AccessLogs {
  const file = stack.file("access-logs", "The bucket of load balancers' and buckets' access logs.");
  const bucket = file.resource("aws_s3_bucket", "access_logs", {
    bucket: accessLogBucket(platform, region.name),
    force_destroy: platform.environment !== "prod",
  });
  const versioning = file.resource("aws_s3_bucket_versioning", "access_logs", {
    bucket: bucket.id,
    versioning_configuration: { status: "Enabled" },
  });
  file.resource(
    "aws_s3_bucket_server_side_encryption_configuration",
    "access_logs",
    { bucket: bucket.id, rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }] },
    { comment: "Elastic Load Balancing can't deliver to a bucket encrypted with a key of ours." },
  );
  const closed = closeBucket(file, "access_logs", bucket.id);
  file.resource(
    "aws_s3_bucket_lifecycle_configuration",
    "access_logs",
    {
      bucket: bucket.id,
      rule: [
        {
          id: "forget",
          status: "Enabled",
          filter: [{}],
          expiration: [{ days: KEPT_DAYS }],
          noncurrent_version_expiration: [{ noncurrent_days: 7 }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
    },
    { dependsOn: [versioning] },
  );
  const ours = { StringEquals: { "aws:SourceAccount": platform.accountId } };
  const allowed = file.resource(
    "aws_s3_bucket_policy",
    "access_logs",
    {
      bucket: bucket.id,
      policy: policy([
        tlsOnly("s3:*", [bucket.arn, text`${bucket.arn}/*`]),
        {
          sid: "LoadBalancers",
          principals: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
          actions: "s3:PutObject",
          // The account in the path is the condition: AWS documents no other for this service.
          resources: text`${bucket.arn}/*/AWSLogs/${platform.accountId}/*`,
        },
        {
          sid: "Buckets",
          principals: { Service: "logging.s3.amazonaws.com" },
          actions: "s3:PutObject",
          resources: text`${bucket.arn}/*`,
          conditions: ours,
        },
      ]),
    },
    { dependsOn: [closed] },
  );
  return { bucket, policy: allowed };
}
