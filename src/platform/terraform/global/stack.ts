// What belongs to no region: names, certificates, identities, the edge's firewall. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";
import { buildAuroraGlobal } from "./aurora-global.ts";
import { buildDirectConnect } from "./direct-connect.ts";
import { buildRoles } from "./roles.ts";

export function buildGlobal(platform: Platform, stack: Stack): void {
  buildDirectConnect(platform, stack);
  buildRoles(platform, stack);
  buildAuroraGlobal(platform, stack);
}
