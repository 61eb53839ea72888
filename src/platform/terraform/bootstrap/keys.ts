// A region's keys, one per purpose. They are made here, before anything is encrypted with them or replicated to them, and
// no plan can destroy them.
import type { Platform } from "../../../blueprint/platform.ts";
import type { KeyPurpose } from "../../../blueprint/workloads.ts";
import { keyAlias, keyPurposesIn } from "../../names/keys.ts";
import type { Ref } from "../language/expression.ts";
import type { Stack } from "../language/stack.ts";
import { keyPolicy } from "./key-policy.ts";
import { KEY_USES } from "./key-uses.ts";

/** Time to notice that a key was given up by mistake; the longest AWS offers. */
export const KEY_DELETION_DAYS = 30;

/** ARN of each key made. */
export function buildKeys(platform: Platform, stack: Stack): ReadonlyMap<KeyPurpose, Ref<string>> {
  const file = stack.file(
    "keys",
    "One key per purpose, so that a permission to read logs is none to read data, and a key can be given up alone. Other\nstacks find them by alias. Keys are regional on purpose: what is replicated is encrypted again with the other region's.",
  );
  const place = { accountId: platform.accountId, region: stack.region };
  const made = new Map<KeyPurpose, Ref<string>>();
  for (const purpose of keyPurposesIn(platform, stack.region)) {
    const use = KEY_USES[purpose];
    const key = file.resource(
      "aws_kms_key",
      purpose,
      {
        description: `${platform.name}: ${use.why}`,
        policy: keyPolicy(use, place),
        enable_key_rotation: true,
        deletion_window_in_days: KEY_DELETION_DAYS,
      },
      { lifecycle: { preventDestroy: true } },
    );
    file.resource("aws_kms_alias", purpose, { name: keyAlias(platform, purpose), target_key_id: key.key_id });
    made.set(purpose, key.arn);
  }
  return made;
}
