// The account's settings that belong to no region. They are part of the witness's bootstrap, which is applied first.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";

export function buildAccount(platform: Platform, stack: Stack): void {
  const file = stack.file(
    "account",
    "The account's settings, and the regions it opts in to. Applied before any other root: the roots of a region that\nAWS keeps switched off fail until it is on, which takes minutes, sometimes hours.",
  );
  for (const region of [platform.regions.primary, platform.regions.standby, platform.regions.witness]) {
    if (!region.optIn) continue;
    file.resource(
      "aws_account_region",
      region.name.replaceAll("-", "_"),
      { region_name: region.name, enabled: true },
      {
        comment: `AWS keeps ${region.name} switched off until the account opts in.`,
        lifecycle: { preventDestroy: true },
      },
    );
  }
  file.resource("aws_s3_account_public_access_block", "main", {
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  file.resource(
    "aws_iam_account_password_policy",
    "main",
    {
      minimum_password_length: 14,
      require_lowercase_characters: true,
      require_uppercase_characters: true,
      require_numbers: true,
      require_symbols: true,
      allow_users_to_change_password: true,
      max_password_age: 90,
      password_reuse_prevention: 24,
    },
    {
      comment:
        "People come by single sign-on and machines by roles; should a user be made after all, this is the least.",
    },
  );
}
