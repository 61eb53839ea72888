// What decides where clients go: Route 53's checkers ask each region's load balancer whether it is active, and whether it
// durably accepts events. They need no control plane to do so, and nothing of a region but its name.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Configured } from "../../../blueprint/workloads.ts";
import { HEALTH, type Route, regionOriginHost } from "../../names/dns.ts";
import { healthCheckName } from "../../names/edge.ts";
import type { Ref } from "../language/expression.ts";
import type { File, ResourceHandle, Stack } from "../language/stack.ts";

type Check = ResourceHandle<"aws_route53_health_check">;
export type RegionChecks = Readonly<Record<Configured, Check>>;
export type HealthChecks = {
  readonly active: RegionChecks;
  readonly accepting: RegionChecks;
  /** Healthy while some region is active. */
  readonly someActive: Check;
  /** Unhealthy while both regions call themselves active. */
  readonly oneActive: Check;
};

export const CONFIGURED = ["primary", "standby"] as const satisfies readonly Configured[];

/** The checkers' regions: none lies in India, so those nearest to clients there, and two on other continents. */
const CHECKERS = ["ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "eu-west-1", "us-west-2"];

/** Which check an entrance's records follow. */
export const checksOf = (checks: HealthChecks, route: Route): RegionChecks =>
  route === "collect" ? checks.accepting : checks.active;

export function buildHealthChecks(platform: Platform, stack: Stack): HealthChecks {
  const file = stack.file(
    "health-checks",
    "Checkers outside the regions ask each one whether it is active and whether it accepts events. An endpoint is healthy\nwhile more than 18 % of the checkers say so. If both regions are unhealthy, DNS answers the primary, which says 503.",
  );
  const active = perRegion((configured) => declareCheck(file, platform, configured, "active"));
  const accepting = perRegion((configured) => declareCheck(file, platform, configured, "accepting"));
  const children = CONFIGURED.map((configured) => active[configured].id);
  const someActive = declareSum(file, platform, "some-active", children, {
    threshold: 1,
    comment: "Unhealthy while no region is active: relational writes are waiting.",
  });
  const oneActive = declareSum(file, platform, "one-active", children, {
    threshold: 2,
    invert: true,
    comment:
      "Unhealthy while both regions call themselves active, which the lease forbids: somebody must look at once.",
  });
  return { active, accepting, someActive, oneActive };
}

const perRegion = (make: (configured: Configured) => Check): RegionChecks => ({
  primary: make("primary"),
  standby: make("standby"),
});

function declareCheck(file: File, platform: Platform, configured: Configured, what: keyof typeof HEALTH): Check {
  const region = platform.regions[configured].name;
  const { intervalSeconds, failureThreshold } = platform.edge.healthCheck;
  return file.resource("aws_route53_health_check", `${configured}_${what}`, {
    type: "HTTPS_STR_MATCH",
    fqdn: regionOriginHost(platform, region),
    port: 443,
    enable_sni: true,
    resource_path: HEALTH[what].path,
    search_string: HEALTH[what].says,
    request_interval: intervalSeconds,
    failure_threshold: failureThreshold,
    measure_latency: true,
    regions: CHECKERS,
    tags: { Name: healthCheckName(platform, `${region}-${what}`) },
  });
}

function declareSum(
  file: File,
  platform: Platform,
  what: string,
  children: readonly Ref<string>[],
  rule: { readonly threshold: number; readonly invert?: true; readonly comment: string },
): Check {
  return file.resource(
    "aws_route53_health_check",
    what.replace("-", "_"),
    {
      type: "CALCULATED",
      child_healthchecks: children,
      child_health_threshold: rule.threshold,
      ...(rule.invert ? { invert_healthcheck: true } : {}),
      tags: { Name: healthCheckName(platform, what) },
    },
    { comment: rule.comment },
  );
}
