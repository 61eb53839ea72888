// The DNS zone: made here, or the company's own. It promises that only AWS (and an external delivery network's own
// authorities) may issue certificates for its names, that queries are logged, and that it is signed, once a person has
// handed the key's digest to the registrar.
import type { Platform } from "../../../blueprint/platform.ts";
import { zoneQueryLogGroup } from "../../names/edge.ts";
import type { Ref, Value } from "../language/expression.ts";
import { text } from "../language/expression.ts";
import { policy } from "../language/policy.ts";
import type { File, Stack } from "../language/stack.ts";
import type { EdgeKeys } from "./edge-keys.ts";

const QUERY_LOG_DAYS = 30;

/** Amazon issues under four names. */
const AMAZON = ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"];
/** External delivery networks bring certificates of their own, from these authorities. */
const EXTERNAL = ["letsencrypt.org", "digicert.com"];

export function buildZone(platform: Platform, stack: Stack, keys: EdgeKeys): Value<string> {
  const file = stack.file(
    "zone",
    "The DNS zone, who may issue certificates for it, the log of its queries, its signature.",
  );
  const ours = platform.existing.zoneId === undefined;
  const zone = ours ? makeZone(platform, file) : platform.existing.zoneId;
  file.resource("aws_route53_record", "authorities", {
    zone_id: zone,
    name: platform.domain,
    type: "CAA",
    ttl: 3_600,
    records: [
      ...authorities(platform).flatMap((name) => [`0 issue "${name}"`, `0 issuewild "${name}"`]),
      `0 iodef "mailto:${platform.owner}"`,
    ],
  });
  // A zone that the company has is the company's to log and to sign.
  if (ours) {
    logQueries(platform, file, zone, keys);
    if (keys.dnssec) sign(platform, file, zone, keys.dnssec);
  }
  return zone;
}

function makeZone(platform: Platform, file: File): Ref<string> {
  const zone = file.resource(
    "aws_route53_zone",
    "main",
    { name: platform.domain, comment: `${platform.name} (${platform.environment})` },
    { lifecycle: { preventDestroy: true } },
  );
  file.output(
    "name_servers",
    zone.name_servers,
    "Enter these at the registrar, or as NS records in the parent zone: nothing resolves before, and no certificate is issued.",
  );
  return zone.zone_id;
}

function authorities(platform: Platform): string[] {
  return platform.edge.cdn.kind === "external" ? [...AMAZON, ...EXTERNAL] : AMAZON;
}

function logQueries(platform: Platform, file: File, zone: Value<string>, keys: EdgeKeys): void {
  const group = file.resource(
    "aws_cloudwatch_log_group",
    "queries",
    { name: zoneQueryLogGroup(platform), retention_in_days: QUERY_LOG_DAYS, kms_key_id: keys.logs },
    { provider: keys.provider, comment: "Route 53 logs queries to us-east-1 only." },
  );
  const allowed = file.resource(
    "aws_cloudwatch_log_resource_policy",
    "queries",
    {
      policy_name: `${platform.name}-route53-queries`,
      policy_document: policy([
        {
          principals: { Service: "route53.amazonaws.com" },
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: text`${group.arn}:*`,
          conditions: { StringEquals: { "aws:SourceAccount": platform.accountId } },
        },
      ]),
    },
    { provider: keys.provider },
  );
  file.resource(
    "aws_route53_query_log",
    "main",
    { zone_id: zone, cloudwatch_log_group_arn: group.arn },
    { provider: keys.provider, dependsOn: [allowed] },
  );
}

function sign(platform: Platform, file: File, zone: Value<string>, signer: Ref<string>): void {
  const key = file.resource("aws_route53_key_signing_key", "main", {
    hosted_zone_id: zone,
    key_management_service_arn: signer,
    name: platform.name.replaceAll("-", "_"),
  });
  file.resource(
    "aws_route53_hosted_zone_dnssec",
    "main",
    { hosted_zone_id: zone },
    {
      comment:
        "Signing by itself changes nothing for anybody. A resolver checks signatures only once the parent zone has the DS\nrecord (output `ds_record`), which a person enters; take that record out again, and wait for its time to live,\nbefore signing is switched off, or the zone becomes unresolvable.",
      dependsOn: [key],
    },
  );
  file.output("ds_record", key.ds_record, "Enter this at the registrar, or in the parent zone, to complete DNSSEC.");
}
