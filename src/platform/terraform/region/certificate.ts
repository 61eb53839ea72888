// The region's own certificate: it exists in either region before it is needed. Its names are the edge certificate's, so
// the records that `global` made validate it as well, and this stack waits for nothing in another region.
import { certificateNames } from "../../names/dns.ts";
import { certificateOf } from "../global/certificate.ts";
import type { Ref } from "../language/expression.ts";
import type { Site } from "./site.ts";

/** The ARN, once the certificate is issued. */
export function buildCertificate({ platform, stack }: Site): Ref<string> {
  const file = stack.file(
    "certificate",
    "The certificate of this region's load balancers. The records in `global` validate it: ACM asks for the same ones.",
  );
  const certificate = file.resource("aws_acm_certificate", "region", certificateOf(certificateNames(platform)), {
    lifecycle: { createBeforeDestroy: true },
  });
  return file.resource("aws_acm_certificate_validation", "region", { certificate_arn: certificate.arn })
    .certificate_arn;
}
