// The Direct Connect gateway: it belongs to no region, and joins the company's lines to the transit gateways of both.
import type { Platform } from "../../../blueprint/platform.ts";
import { AUTONOMOUS_SYSTEMS, directConnectGatewayName } from "../../names/network.ts";
import type { Stack } from "../language/stack.ts";

export function buildDirectConnect(platform: Platform, stack: Stack): void {
  if (platform.onPremises.kind !== "connected" || platform.existing.vpcs !== undefined) return;
  stack
    .file("direct-connect", "The gateway between the company's lines and both regions; each region joins it by name.")
    .resource("aws_dx_gateway", "main", {
      name: directConnectGatewayName(platform),
      amazon_side_asn: String(AUTONOMOUS_SYSTEMS.directConnect),
    });
}
