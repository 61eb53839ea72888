// CloudFront: one distribution per entrance. It promises that nothing which depends on a session or a key is cached, that
// a write goes to the active region and nowhere else, and that pages and files survive the loss of a region at once,
// request by request, without waiting for DNS.
import type { Platform } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import { certificateNames, type Entrance, entranceHost, entrances } from "../../names/dns.ts";
import { firewall, UNAVAILABLE_PAGE } from "../../names/edge.ts";
import { watchPrefix } from "../../names/safety.ts";
import { edgeProvider } from "../global/edge-keys.ts";
import type { Ref, Value } from "../language/expression.ts";
import type { BlockOf, File, ResourceHandle, Stack } from "../language/stack.ts";
import { buildEdgeLogs, logDistribution } from "./access-logs.ts";
import { CONFIGURED } from "./health-checks.ts";
import {
  entranceOrigin,
  ORIGIN,
  passiveOrigin,
  readsGroup,
  staticGroups,
  staticOrigins,
  watchOrigins,
} from "./origins.ts";
import { buildPolicies, MANAGED, type Policies } from "./policies.ts";
import { declareDistributionName } from "./records.ts";

type Behaviour = BlockOf<"aws_cloudfront_distribution", "ordered_cache_behavior">;
type PriceClass = Extract<Platform["edge"]["cdn"], { kind: "cloudfront" }>["priceClass"];
type Rest = Omit<Behaviour, "path_pattern">;

const READS = ["GET", "HEAD"];
/** What an origin group may serve: CloudFront repeats these at the second origin, and refuses the group any other. */
const REPEATABLE = ["GET", "HEAD", "OPTIONS"];
const ALL_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];
/** Public and the same for everybody: the description of the API and the explanations of problems. */
const PUBLIC_PAGES = ["/api/*/openapi.json", "/api/*/reference", "/problems*"];
/** How long edges remember that no origin answered: long enough to spare the origins, too short to prolong an outage. */
const ERROR_SECONDS = 5;

/** What the distributions share. */
type Shared = {
  readonly certificate: Ref<string>;
  readonly firewall: Ref<string>;
  readonly policies: Policies;
  readonly accessControl: Ref<string>;
  readonly stripWatchPrefix: Ref<string>;
};

export function buildDeliveryNetwork(platform: Platform, stack: Stack, zone: Value<string>): void {
  const { cdn } = platform.edge;
  if (cdn.kind !== "cloudfront") return;
  const file = stack.file(
    "delivery-network",
    "CloudFront, one distribution per entrance. Origins are names that health checks steer; a distribution knows no region's\nload balancer, so this root plans while a region is gone.",
  );
  const shared = declareShared(platform, stack, file);
  const logs = buildEdgeLogs(platform, stack, edgeProvider(stack));
  const names = stack.file("names", "What clients type leads to CloudFront.");
  for (const entrance of entrances(platform)) {
    const key = entrance.name.replaceAll("-", "_");
    const distribution = declareDistribution(file, platform, entrance, cdn.priceClass, shared);
    logDistribution(platform, logs, key, distribution);
    declareDistributionName(names, zone, entranceHost(platform, entrance), key, distribution);
    if (platform.edge.shield === "advanced") {
      file.resource("aws_shield_protection", key, {
        name: `${baseName(platform)}-${entrance.name}`,
        resource_arn: distribution.arn,
      });
    }
  }
}

function declareShared(platform: Platform, stack: Stack, file: File): Shared {
  const provider = edgeProvider(stack);
  const certificate = file.data(
    "aws_acm_certificate",
    "edge",
    {
      domain: certificateNames(platform)[0]!,
      statuses: ["ISSUED"],
      key_types: ["EC_prime256v1"],
      most_recent: true,
    },
    { provider },
  );
  const acl = file.data(
    "aws_wafv2_web_acl",
    "main",
    { name: firewall(platform, "cdn"), scope: "CLOUDFRONT" },
    { provider },
  );
  const accessControl = file.resource("aws_cloudfront_origin_access_control", "static", {
    name: `${baseName(platform)}-static`,
    description: "CloudFront signs its requests to the static buckets; nobody else may read them.",
    origin_access_control_origin_type: "s3",
    signing_behavior: "always",
    signing_protocol: "sigv4",
  });
  const strip = file.resource("aws_cloudfront_function", "strip_watch_prefix", {
    name: `${baseName(platform)}-strip-watch-prefix`,
    comment: "Takes the region off the path of a canary's request.",
    runtime: "cloudfront-js-2.0",
    publish: true,
    code: 'function handler(event) {\n  var request = event.request;\n  request.uri = request.uri.replace(/^\\/\\.watch\\/[^/]+/, "") || "/";\n  return request;\n}\n',
  });
  return {
    certificate: certificate.arn,
    firewall: acl.arn,
    policies: buildPolicies(platform, file),
    accessControl: accessControl.id,
    stripWatchPrefix: strip.arn,
  };
}

function declareDistribution(
  file: File,
  platform: Platform,
  entrance: Entrance,
  priceClass: PriceClass,
  shared: Shared,
): ResourceHandle<"aws_cloudfront_distribution"> {
  const host = entranceHost(platform, entrance);
  const pages = entrance.route !== "collect";
  const site = platform.edge.staticSite && entrance.route !== "api";
  const watched = entrance.name === "app";
  return file.resource("aws_cloudfront_distribution", entrance.name.replaceAll("-", "_"), {
    comment: host,
    aliases: [host],
    enabled: true,
    is_ipv6_enabled: true,
    http_version: "http2and3",
    price_class: priceClass,
    web_acl_id: shared.firewall,
    origin: [
      entranceOrigin(platform, entrance),
      ...(pages ? [passiveOrigin(platform)] : []),
      ...(site ? staticOrigins(platform, shared.accessControl) : []),
      ...(watched ? watchOrigins(platform) : []),
    ],
    origin_group: [...(pages ? [readsGroup()] : []), ...(site ? staticGroups() : [])],
    default_cache_behavior: passedOn(shared),
    ordered_cache_behavior: [
      ...(watched ? watching(platform, shared) : []),
      ...(site ? staticFiles(shared) : []),
      ...(pages ? PUBLIC_PAGES.map((path_pattern) => ({ path_pattern, ...page(shared) })) : []),
    ],
    // Only what CloudFront says itself when no origin answers; an answer of ours (503 "not active") has its own text.
    custom_error_response: site && pages ? [502, 504].map(unavailable) : [],
    restrictions: { geo_restriction: { restriction_type: "none" } },
    viewer_certificate: {
      acm_certificate_arn: shared.certificate,
      ssl_support_method: "sni-only",
      minimum_protocol_version: "TLSv1.2_2021",
    },
  });
}

/** Everything that may be a write, a session's or a key's: to the fail-over name, never cached, never repeated. */
const passedOn = ({ policies }: Shared): Rest => ({
  target_origin_id: ORIGIN.entrance,
  viewer_protocol_policy: "redirect-to-https",
  allowed_methods: ALL_METHODS,
  cached_methods: READS,
  compress: true,
  cache_policy_id: MANAGED.cachingDisabled,
  origin_request_policy_id: MANAGED.allViewerAndCloudFrontHeaders,
  response_headers_policy_id: policies.headers,
});

const page = ({ policies }: Shared): Rest => ({
  target_origin_id: ORIGIN.reads,
  viewer_protocol_policy: "redirect-to-https",
  allowed_methods: REPEATABLE,
  cached_methods: REPEATABLE,
  compress: true,
  cache_policy_id: policies.pages,
  response_headers_policy_id: policies.headers,
});

const staticFiles = (shared: Shared): Behaviour[] =>
  (
    [
      ["/assets/*", ORIGIN.site],
      ["/errors/*", ORIGIN.errors],
    ] as const
  ).map(([path_pattern, target_origin_id]) => ({
    ...page(shared),
    path_pattern,
    target_origin_id,
    cache_policy_id: MANAGED.cachingOptimized,
  }));

const watching = (platform: Platform, shared: Shared): Behaviour[] =>
  CONFIGURED.map((configured) => platform.regions[configured].name).map((region) => ({
    ...passedOn(shared),
    path_pattern: `${watchPrefix(region)}/*`,
    target_origin_id: ORIGIN.watch(region),
    allowed_methods: READS,
    origin_request_policy_id: MANAGED.allViewerExceptHostHeader,
    function_association: [{ event_type: "viewer-request", function_arn: shared.stripWatchPrefix }],
  }));

const unavailable = (code: number) => ({
  error_code: code,
  response_code: 503,
  response_page_path: UNAVAILABLE_PAGE,
  error_caching_min_ttl: ERROR_SECONDS,
});
