// Where a concern of a regional stack is built: the platform, this region and the other, the stack, and the region's
// keys. A concern is a function of a site (and of what earlier concerns made) in a file of its own.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import type { KeyPurpose } from "../../../blueprint/workloads.ts";
import { keyAlias, keyPurposesIn } from "../../names/keys.ts";
import type { Ref } from "../language/expression.ts";
import type { Stack } from "../language/stack.ts";

export type Site = {
  readonly platform: Platform;
  /** The region this stack is in. */
  readonly region: Region;
  /** The other region, which is named and never read. */
  readonly peer: Region;
  readonly stack: Stack;
  /** ARN of the region's key of each purpose. */
  readonly keys: Readonly<Record<KeyPurpose, Ref<string>>>;
};

/** The site of a region, its keys looked up by their aliases: the region's bootstrap made them. */
export function openSite(platform: Platform, configured: "primary" | "standby", stack: Stack): Site {
  const region = platform.regions[configured];
  const peer = platform.regions[configured === "primary" ? "standby" : "primary"];
  const file = stack.file(
    "keys",
    "The region's keys, one per purpose. `bootstrap` makes them; nothing here can destroy them.",
  );
  const keys = Object.fromEntries(
    keyPurposesIn(platform, region.name).map((purpose) => [
      purpose,
      file.data("aws_kms_alias", purpose.replaceAll("-", "_"), { name: keyAlias(platform, purpose) }).target_key_arn,
    ]),
  ) as Record<KeyPurpose, Ref<string>>;
  return { platform, region, peer, stack, keys };
}
