// The firewall before everything, where CloudFront stands there. AWS keeps it in us-east-1; the edge finds it by name.
import type { Platform } from "../../../blueprint/platform.ts";
import { declareFirewall } from "../firewall.ts";
import type { Stack } from "../language/stack.ts";
import type { EdgeKeys } from "./edge-keys.ts";

export function buildEdgeFirewall(platform: Platform, stack: Stack, keys: EdgeKeys): void {
  if (platform.edge.shield === "advanced") {
    stack.file("shield", "Protection against floods.").resource(
      "aws_shield_subscription",
      "main",
      { auto_renew: "ENABLED" },
      {
        comment: "3,000 USD a month for a year at least. Destroying this resource doesn't end the year.",
        provider: keys.provider,
      },
    );
  }
  if (platform.edge.cdn.kind !== "cloudfront") return;
  const file = stack.file("firewall", "The firewall that CloudFront asks about every request, and its log.");
  declareFirewall(file, platform, "cdn", { key: keys.logs, provider: keys.provider });
}
