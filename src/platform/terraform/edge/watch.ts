// Alarms of what clients meet first. Route 53 and CloudFront publish their metrics in us-east-1 alone, whatever region a
// stack is in; so do these alarms stand there, and tell topics that the global stack made there.
import type { Platform } from "../../../blueprint/platform.ts";
import { EDGE_REGION } from "../global/watch.ts";
import type { Stack } from "../language/stack.ts";
import { buildAlarms, type Watched } from "../region/alarms.ts";
import { buildDashboard } from "../region/dashboards.ts";
import { toldByName } from "../witness/watch.ts";

const OF_THE_EDGE: readonly string[] = ["aws_route53_health_check", "aws_cloudfront_distribution"];

export function buildEdgeWatch(platform: Platform, stack: Stack): void {
  const provider = stack.provider("us_east_1", EDGE_REGION);
  const lookout = { platform, stack, provider, place: { region: EDGE_REGION, edge: true } };
  const watched: Watched = { lookout, told: toldByName(lookout), about: ({ type }) => OF_THE_EDGE.includes(type) };
  buildDashboard(watched, buildAlarms(watched));
}
