// The certificate that CloudFront shows, in us-east-1, and the records that prove the names are ours. ACM asks for the
// same record for the same name wherever in the account a certificate is made: these records validate the regions' own
// certificates too, and keep renewing all of them.
import type { Platform } from "../../../blueprint/platform.ts";
import { certificateNames } from "../../names/dns.ts";
import type { Value } from "../language/expression.ts";
import type { Stack } from "../language/stack.ts";
import { edgeProvider } from "./edge-keys.ts";

const RECORD_TTL_SECONDS = 300;

export function buildEdgeCertificate(platform: Platform, stack: Stack, zone: Value<string>): void {
  const file = stack.file(
    "certificate",
    "The certificate of the edge, in us-east-1, where CloudFront looks for it; and the records that validate it and the\nregions' certificates for the same names.",
  );
  const provider = edgeProvider(stack);
  const names = certificateNames(platform);
  const certificate = file.resource("aws_acm_certificate", "edge", certificateOf(names), {
    provider,
    lifecycle: { createBeforeDestroy: true },
  });
  const records = names.map((name) => {
    const option = certificate.domain_validation_options.where("domain_name", name);
    return file.resource("aws_route53_record", `validation_${labelOf(name, platform.domain)}`, {
      zone_id: zone,
      name: option.resource_record_name,
      type: "CNAME",
      records: [option.resource_record_value],
      ttl: RECORD_TTL_SECONDS,
      allow_overwrite: true,
    });
  });
  file.resource(
    "aws_acm_certificate_validation",
    "edge",
    { certificate_arn: certificate.arn, validation_record_fqdns: records.map((record) => record.fqdn) },
    { provider, comment: "Waits until the certificate is issued; for ever, if the zone isn't delegated yet." },
  );
}

/** The arguments of a certificate for these names, the first of which is its own. */
export const certificateOf = ([first, ...others]: readonly string[]) => ({
  domain_name: first!,
  subject_alternative_names: others,
  validation_method: "DNS" as const,
  key_algorithm: "EC_prime256v1",
  options: { certificate_transparency_logging_preference: "ENABLED" as const },
});

/** "app.example.com" → "app"; "*.origin.example.com" → "any_origin". */
const labelOf = (name: string, domain: string): string =>
  name
    .slice(0, -domain.length - 1)
    .replace("*", "any")
    .replaceAll(/[^a-z0-9]+/g, "_");
