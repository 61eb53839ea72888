// What every bucket of ours has.
import type { Ref } from "./language/expression.ts";
import type { File, Options, ResourceHandle } from "./language/stack.ts";

/** Nothing in it can be made public, and whoever writes into it gives the object away. */
export function closeBucket(
  file: File,
  name: string,
  bucket: Ref<string>,
  options?: Pick<Options, "provider">,
): ResourceHandle<"aws_s3_bucket_public_access_block"> {
  const closed = file.resource(
    "aws_s3_bucket_public_access_block",
    name,
    {
      bucket,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    },
    options,
  );
  file.resource(
    "aws_s3_bucket_ownership_controls",
    name,
    { bucket, rule: { object_ownership: "BucketOwnerEnforced" } },
    options,
  );
  return closed;
}
