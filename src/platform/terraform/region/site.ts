// Where a concern of a regional stack is built: the platform, this region and the other, the stack, and the region's
// keys. A concern is a function of a site (and of what earlier concerns made) in a file of its own.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import type { Ref } from "../language/expression.ts";
import type { Stack } from "../language/stack.ts";

/** One key per purpose and region; they are made by the region's bootstrap and found by their alias. */
export const KEY_PURPOSES = ["state", "data", "lake", "logs", "secrets", "backup", "cluster", "queue", "images"] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

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
