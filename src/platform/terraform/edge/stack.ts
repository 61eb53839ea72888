// What clients meet first: records, health checks, the content delivery network. It knows regions by their DNS names
// alone, so it plans while one of them is gone. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";
import { lookUpZone } from "../zone.ts";
import { buildDeliveryNetwork } from "./delivery-network.ts";
import { buildHealthChecks } from "./health-checks.ts";
import { buildExternalNames, buildSteering } from "./records.ts";
import { buildEdgeWatch } from "./watch.ts";

export function buildEdge(platform: Platform, stack: Stack): void {
  const zone = lookUpZone(platform, stack.file("zone", "The zone, which `global` made or the company has."));
  const checks = buildHealthChecks(platform, stack);
  buildSteering(platform, stack, zone, checks);
  buildExternalNames(platform, stack, zone);
  buildDeliveryNetwork(platform, stack, zone);
  buildEdgeWatch(platform, stack);
}
