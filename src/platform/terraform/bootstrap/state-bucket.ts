// The bucket of Terraform's states in one region. It promises that a state is encrypted, that no older state is lost
// within ninety days, and that a lock is a conditional write beside the state (use_lockfile), so no table is needed.
import type { Platform } from "../../../blueprint/platform.ts";
import { stateBucket } from "../../names/state.ts";
import { closeBucket } from "../closed-bucket.ts";
import { type Ref, text } from "../language/expression.ts";
import { policy, tlsOnly } from "../language/policy.ts";
import type { Stack } from "../language/stack.ts";

const OLD_VERSIONS_DAYS = 90;
/** However old, this many earlier states of each stack stay. */
const OLD_VERSIONS_MIN = 20;

export function buildStateBucket(platform: Platform, stack: Stack, key: Ref<string>): void {
  const file = stack.file(
    "state",
    "The bucket of this region's Terraform states, this root's own among them. The first time it doesn't exist yet:\n" +
      "  1. move the `backend` block of main.tf aside, `terraform init`, `terraform apply` (the state is a local file);\n" +
      "  2. put the block back, `terraform init -migrate-state`: Terraform copies the state into the bucket;\n" +
      "  3. delete the local terraform.tfstate and its backup.",
  );
  const bucket = file.resource(
    "aws_s3_bucket",
    "state",
    { bucket: stateBucket(platform, stack.region) },
    { lifecycle: { preventDestroy: true } },
  );
  const versioning = file.resource("aws_s3_bucket_versioning", "state", {
    bucket: bucket.id,
    versioning_configuration: { status: "Enabled" },
  });
  file.resource("aws_s3_bucket_server_side_encryption_configuration", "state", {
    bucket: bucket.id,
    rule: [
      {
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: key },
        bucket_key_enabled: true,
      },
    ],
  });
  const block = closeBucket(file, "state", bucket.id);
  file.resource(
    "aws_s3_bucket_lifecycle_configuration",
    "state",
    {
      bucket: bucket.id,
      rule: [
        {
          id: "old-states",
          status: "Enabled",
          filter: [{}],
          noncurrent_version_expiration: [
            { noncurrent_days: OLD_VERSIONS_DAYS, newer_noncurrent_versions: OLD_VERSIONS_MIN },
          ],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
    },
    { dependsOn: [versioning] },
  );
  file.resource(
    "aws_s3_bucket_policy",
    "state",
    {
      bucket: bucket.id,
      policy: policy([
        tlsOnly("s3:*", [bucket.arn, text`${bucket.arn}/*`]),
        {
          sid: "ThisAccountOnly",
          effect: "Deny",
          principals: "*",
          actions: "s3:*",
          resources: [bucket.arn, text`${bucket.arn}/*`],
          conditions: {
            StringNotEquals: { "aws:PrincipalAccount": platform.accountId },
            Bool: { "aws:PrincipalIsAWSService": "false" },
          },
        },
        {
          // Terraform names neither algorithm nor key, so the bucket's own apply; whoever names another is refused, since
          // his state would be readable without the key, or by nobody else.
          sid: "NoOtherAlgorithm",
          effect: "Deny",
          principals: "*",
          actions: "s3:PutObject",
          resources: text`${bucket.arn}/*`,
          conditions: {
            StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
            Null: { "s3:x-amz-server-side-encryption": "false" },
          },
        },
        {
          sid: "NoOtherKey",
          effect: "Deny",
          principals: "*",
          actions: "s3:PutObject",
          resources: text`${bucket.arn}/*`,
          conditions: {
            StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": key },
            Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
          },
        },
      ]),
    },
    {
      comment: "Who reads and writes it is recorded by the trail (data events); a bucket can't log into itself.",
      dependsOn: [block],
    },
  );
}
