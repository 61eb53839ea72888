// The way in: DNS follows the health checks, and these follow the lease. Looking needs no control plane; only the last resort does.
import { entranceHost, HEALTH, regionOriginHost } from "../names/dns.ts";
import { healthCheckName } from "../names/edge.ts";
import { watchUrl } from "../names/safety.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import { asText, awsArgv, type Ground } from "./ground.ts";

/** Route 53 has one control plane, in us-east-1. */
const ROUTE_53 = "us-east-1";

/** What the region itself says, by the way that clients come. */
export const askActive = ({ platform, here }: Ground): RunbookCommand =>
  reads("curl", ["--silent", "--show-error", "--max-time", "10", watchUrl(platform, here.name, HEALTH.active.path)], {
    why: `Does ${here.name} call itself active? It does only under a valid lease, after a write was read back.`,
    expect: `JSON with \`${HEALTH.active.says}\`; 503 and the reason in words while it doesn't.`,
    like: HEALTH.active.says,
  });

export const askDns = ({ platform, here }: Ground): RunbookCommand =>
  reads("dig", ["+short", entranceHost(platform, { name: "app" })], {
    why: "Where do clients go?",
    expect:
      platform.edge.cdn.kind === "none"
        ? `\`${regionOriginHost(platform, here.name)}.\` and its addresses.`
        : "the content delivery network's addresses, always: which region it asks, the health checks decide.",
  });

const findCheck = ({ platform, here }: Ground): RunbookCommand =>
  reads(
    "aws",
    awsArgv(
      ROUTE_53,
      "route53",
      "list-health-checks",
      ...asText(
        `HealthChecks[?HealthCheckConfig.FullyQualifiedDomainName=='${regionOriginHost(platform, here.name)}' && HealthCheckConfig.ResourcePath=='${HEALTH.active.path}'].Id`,
      ),
    ),
    {
      why: `The health check that DNS follows for ${here.name} (its name is \`${healthCheckName(platform, `${here.name}-active`)}\`).`,
      expect: "an id.",
      like: "^[0-9a-f-]{36}$",
      saves: "HEALTH_CHECK",
    },
  );

export const lookAtChecks = (ground: Ground): readonly RunbookCommand[] => [
  findCheck(ground),
  reads(
    "aws",
    awsArgv(
      ROUTE_53,
      "route53",
      "get-health-check-status",
      "--health-check-id",
      variable("HEALTH_CHECK"),
      ...asText("HealthCheckObservations[].[Region,StatusReport.Status]"),
    ),
    {
      why: "What the checkers outside see.",
      expect: "`Success: HTTP Status Code 200` from most of them.",
    },
  ),
];

/** Only while the program itself can't say that it is active although it is. */
export const forceRoute = (ground: Ground): readonly RunbookCommand[] => [
  findCheck(ground),
  changes(
    "aws",
    awsArgv(
      ROUTE_53,
      "route53",
      "update-health-check",
      "--health-check-id",
      variable("HEALTH_CHECK"),
      "--disabled",
      ...asText("HealthCheck.HealthCheckConfig.Disabled"),
    ),
    {
      why: `Last resort: a disabled check counts as healthy, so DNS leads to ${ground.here.name} whatever that says. Undo it with --no-disabled on the same day: until then nothing leads away from it.`,
      expect: "`True`.",
      like: "^True$",
    },
  ),
];
