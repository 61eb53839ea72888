// What belongs to no region: names, certificates, identities, the edge's firewall. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";
import { buildAuroraGlobal } from "./aurora-global.ts";
import { buildEdgeCertificate } from "./certificate.ts";
import { buildDirectConnect } from "./direct-connect.ts";
import { buildEdgeFirewall } from "./edge-firewall.ts";
import { buildEdgeKeys } from "./edge-keys.ts";
import { buildRoles } from "./roles.ts";
import { buildImageRoles } from "./roles-images.ts";
import { buildPeopleRoles } from "./roles-people.ts";
import { buildServiceRoles } from "./service-roles.ts";
import { buildSpotRole } from "./spot-role.ts";
import { buildGlobalWatch } from "./watch.ts";
import { buildZone } from "./zone.ts";

export function buildGlobal(platform: Platform, stack: Stack): void {
  const keys = buildEdgeKeys(platform, stack);
  const zone = buildZone(platform, stack, keys);
  buildEdgeCertificate(platform, stack, zone);
  buildEdgeFirewall(platform, stack, keys);
  buildDirectConnect(platform, stack);
  buildRoles(platform, stack);
  buildPeopleRoles(platform, stack);
  buildImageRoles(platform, stack);
  buildAuroraGlobal(platform, stack);
  buildServiceRoles(platform, stack);
  buildSpotRole(platform, stack);
  buildGlobalWatch(platform, stack);
}
