// The names that clients type, and the names behind them that health checks steer.
import type { Platform } from "../../../blueprint/platform.ts";
import {
  type Entrance,
  entranceHost,
  entranceOriginHost,
  entrances,
  passiveOriginHost,
  steeredTtlSeconds,
} from "../../names/dns.ts";
import type { Value } from "../language/expression.ts";
import type { File, Stack } from "../language/stack.ts";
import { checksOf, type HealthChecks } from "./health-checks.ts";
import { declareSteered, passiveSteering, steeredBy } from "./steering.ts";

/** Steered names: the clients' own where nothing stands before the load balancers, the origins' names otherwise. */
export function buildSteering(platform: Platform, stack: Stack, zone: Value<string>, checks: HealthChecks): void {
  const file = stack.file(
    "steering",
    "Names that health checks steer to a region. A fail-over changes no record: the checkers see which region is active.",
  );
  const direct = platform.edge.cdn.kind === "none";
  const steered = (entrance: Pick<Entrance, "name">) =>
    direct ? entranceHost(platform, entrance) : entranceOriginHost(platform, entrance);
  for (const entrance of entrances(platform)) {
    const otherwise = steered({ name: entrance.route });
    declareSteered(
      file,
      platform,
      zone,
      entrance.name,
      steered(entrance),
      steeredBy(platform, entrance.answer, checksOf(checks, entrance.route), otherwise),
    );
  }
  if (platform.edge.cdn.kind === "cloudfront") {
    declareSteered(
      file,
      platform,
      zone,
      "passive",
      passiveOriginHost(platform),
      passiveSteering(platform, checks.active),
    );
  }
}

/** Where an external network serves the names, DNS points them at it; several names of its are given in the entrances' order. */
export function buildExternalNames(platform: Platform, stack: Stack, zone: Value<string>): void {
  const { cdn } = platform.edge;
  if (cdn.kind !== "external") return;
  const file = stack.file(
    "names",
    `What clients type leads to ${cdn.provider}'s network, which asks the names in steering.tf. There, set for each host its\norigin (\`<entrance>.origin.${platform.domain}\`), the header \`${cdn.secretHeader}\`, and that the client's address is passed on.`,
  );
  entrances(platform).forEach((entrance, index) => {
    file.resource("aws_route53_record", `public_${entrance.name}`.replaceAll("-", "_"), {
      zone_id: zone,
      name: entranceHost(platform, entrance),
      type: "CNAME",
      ttl: steeredTtlSeconds(platform),
      records: [cdn.hosts[index] ?? cdn.hosts[0]!],
    });
  });
}

/** An A and an AAAA alias to a distribution. */
export function declareDistributionName(
  file: File,
  zone: Value<string>,
  host: string,
  key: string,
  distribution: { readonly domain_name: Value<string>; readonly hosted_zone_id: Value<string> },
): void {
  for (const type of ["A", "AAAA"] as const) {
    file.resource("aws_route53_record", `${key}_${type.toLowerCase()}`, {
      zone_id: zone,
      name: host,
      type,
      alias: { name: distribution.domain_name, zone_id: distribution.hosted_zone_id, evaluate_target_health: false },
    });
  }
}
