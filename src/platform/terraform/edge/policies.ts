// What CloudFront keeps, what it passes on, and what it adds. AWS's own policies where they say what we want; they are
// known by ids that never change.
import type { Platform } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import type { Ref } from "../language/expression.ts";
import type { File } from "../language/stack.ts";

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html and …-origin-request-policies.html */
export const MANAGED = {
  cachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  cachingOptimized: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  /** Everything the viewer sent, its host included, and what CloudFront knows of it, its address included. */
  allViewerAndCloudFrontHeaders: "33f36d7e-f396-46d9-90e0-52428a34d9dc",
  /** So that the origin sees its own name: for the watching of one region. */
  allViewerExceptHostHeader: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
} as const;

const TWO_YEARS_SECONDS = 63_072_000;
const DAY_SECONDS = 86_400;

export type Policies = { readonly pages: Ref<string>; readonly headers: Ref<string> };

export function buildPolicies(platform: Platform, file: File): Policies {
  const { cdn } = platform.edge;
  const cachedSeconds = cdn.kind === "cloudfront" ? cdn.cachedSeconds : 0;
  const pages = file.resource(
    "aws_cloudfront_cache_policy",
    "pages",
    {
      name: `${baseName(platform)}-pages`,
      comment: "Public pages: as long as they say, or a little.",
      min_ttl: 0,
      default_ttl: cachedSeconds,
      max_ttl: DAY_SECONDS,
      parameters_in_cache_key_and_forwarded_to_origin: {
        enable_accept_encoding_brotli: true,
        enable_accept_encoding_gzip: true,
        cookies_config: { cookie_behavior: "none" },
        // The host is part of the key: two entrances may answer the same path differently.
        headers_config: { header_behavior: "whitelist", headers: { items: ["Host"] } },
        query_strings_config: { query_string_behavior: "all" },
      },
    },
    { comment: "Pages that are the same for everybody. Nothing that depends on a session or a key is ever cached." },
  );
  const headers = file.resource("aws_cloudfront_response_headers_policy", "main", {
    name: `${baseName(platform)}-headers`,
    comment: "What every answer carries.",
    security_headers_config: {
      strict_transport_security: {
        access_control_max_age_sec: TWO_YEARS_SECONDS,
        include_subdomains: true,
        preload: false,
        override: true,
      },
      content_type_options: { override: true },
      // The program sets these itself where it knows better.
      frame_options: { frame_option: "DENY", override: false },
      referrer_policy: { referrer_policy: "strict-origin-when-cross-origin", override: false },
    },
    remove_headers_config: { items: [{ header: "Server" }] },
  });
  return { pages: pages.id, headers: headers.id };
}
