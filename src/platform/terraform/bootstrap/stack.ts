// What stands before anything else: one root per region, the witness's included. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";
import { buildAccount } from "./account.ts";
import { buildBoundary } from "./boundary.ts";
import { buildCiIdentity } from "./ci-identity.ts";
import { buildKeys } from "./keys.ts";
import { buildRegionDefaults } from "./region-defaults.ts";
import { buildStateBucket } from "./state-bucket.ts";

export function buildBootstrap(platform: Platform, stack: Stack): void {
  const keys = buildKeys(platform, stack);
  buildStateBucket(platform, stack, keys.get("state")!);
  buildRegionDefaults(stack, keys.get("cluster"));
  if (stack.region !== platform.regions.witness.name) return;
  buildAccount(platform, stack);
  buildCiIdentity(platform, stack, buildBoundary(platform, stack));
}
