// Records that health checks steer: a name, and how DNS chooses the region that answers it. They are CNAMEs to the
// regions' own names, not aliases: an alias to a load balancer is kept for sixty seconds whatever we say, and needs the
// region's stack to exist before this one can be planned.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Configured } from "../../../blueprint/workloads.ts";
import { type Answer, regionOriginHost, steeredTtlSeconds } from "../../names/dns.ts";
import type { Value } from "../language/expression.ts";
import type { ArgumentsOf, File } from "../language/stack.ts";
import { CONFIGURED, type RegionChecks } from "./health-checks.ts";

type Routing = Partial<
  Pick<
    ArgumentsOf<"aws_route53_record">,
    | "failover_routing_policy"
    | "geolocation_routing_policy"
    | "health_check_id"
    | "latency_routing_policy"
    | "weighted_routing_policy"
  >
>;
/** One record of a steered name: its identifier, where it leads, when. */
export type Steered = { readonly identifier: string; readonly target: string; readonly routing: Routing };

export function declareSteered(
  file: File,
  platform: Platform,
  zone: Value<string>,
  key: string,
  host: string,
  records: readonly Steered[],
): void {
  for (const { identifier, target, routing } of records) {
    file.resource("aws_route53_record", `${key}_${identifier}`.replaceAll("-", "_"), {
      zone_id: zone,
      name: host,
      type: "CNAME",
      ttl: steeredTtlSeconds(platform),
      records: [target],
      set_identifier: identifier,
      ...routing,
    });
  }
}

/** @param otherwise for clients of no listed continent, and while the preferred region is unhealthy: a fail-over name. */
export function steeredBy(platform: Platform, answer: Answer, checks: RegionChecks, otherwise: string): Steered[] {
  const target = (configured: Configured) => regionOriginHost(platform, platform.regions[configured].name);
  switch (answer.kind) {
    case "fail-over":
      return CONFIGURED.map((configured) => ({
        identifier: configured,
        target: target(configured),
        routing: {
          failover_routing_policy: { type: configured === "primary" ? "PRIMARY" : "SECONDARY" },
          health_check_id: checks[configured].id,
        },
      }));
    case "latency":
      return CONFIGURED.map((configured) => ({
        identifier: configured,
        target: target(configured),
        routing: {
          latency_routing_policy: { region: platform.regions[configured].name },
          health_check_id: checks[configured].id,
        },
      }));
    case "weighted": {
      const primary = Math.round(answer.primaryShare * 100);
      return CONFIGURED.map((configured) => ({
        identifier: configured,
        target: target(configured),
        routing: {
          weighted_routing_policy: { weight: configured === "primary" ? primary : 100 - primary },
          health_check_id: checks[configured].id,
        },
      }));
    }
    case "geolocation":
      return [
        ...answer.continents.map((continent) => ({
          identifier: continent.toLowerCase(),
          target: target(answer.prefer),
          routing: { geolocation_routing_policy: { continent }, health_check_id: checks[answer.prefer].id },
        })),
        { identifier: "elsewhere", target: otherwise, routing: { geolocation_routing_policy: { country: "*" } } },
      ];
  }
}

/** While the primary region is active, the passive one is the standby; otherwise it is the primary. */
export const passiveSteering = (platform: Platform, active: RegionChecks): Steered[] => [
  {
    identifier: "standby",
    target: regionOriginHost(platform, platform.regions.standby.name),
    routing: { failover_routing_policy: { type: "PRIMARY" }, health_check_id: active.primary.id },
  },
  {
    identifier: "primary",
    target: regionOriginHost(platform, platform.regions.primary.name),
    routing: { failover_routing_policy: { type: "SECONDARY" } },
  },
];
