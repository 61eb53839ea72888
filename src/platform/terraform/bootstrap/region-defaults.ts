// The account's settings in one region: what is made later without a thought is safe by default.
import type { Ref } from "../language/expression.ts";
import type { Stack } from "../language/stack.ts";

/** @param volumeKey the key of volumes that name none; without it AWS's own is used. */
export function buildRegionDefaults(stack: Stack, volumeKey: Ref<string> | undefined): void {
  const file = stack.file("defaults", "The account's settings in this region.");
  file.resource("aws_ebs_encryption_by_default", "main", { enabled: true });
  if (volumeKey) file.resource("aws_ebs_default_kms_key", "main", { key_arn: volumeKey });
  file.resource("aws_ebs_snapshot_block_public_access", "main", { state: "block-all-sharing" });
  file.resource("aws_ec2_image_block_public_access", "main", { state: "block-new-sharing" });
  file.resource(
    "aws_ec2_instance_metadata_defaults",
    "main",
    { http_tokens: "required" },
    { comment: "Instance metadata with a session token only, whatever a launch template forgets." },
  );
}
