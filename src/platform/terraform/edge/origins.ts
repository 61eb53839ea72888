// What CloudFront asks. A write goes to the fail-over name alone and is never repeated elsewhere; an origin group, which
// tries a second origin when the first fails, serves only what is asked for with GET, HEAD or OPTIONS.
import type { Platform } from "../../../blueprint/platform.ts";
import { bucketName } from "../../names/data.ts";
import { type Entrance, entranceOriginHost, passiveOriginHost, regionOriginHost } from "../../names/dns.ts";
import { SITE_PREFIX } from "../../names/edge.ts";
import type { Ref } from "../language/expression.ts";
import type { BlockOf } from "../language/stack.ts";
import { CONFIGURED } from "./health-checks.ts";

export type Origin = BlockOf<"aws_cloudfront_distribution", "origin">;
export type OriginGroup = BlockOf<"aws_cloudfront_distribution", "origin_group">;

export const ORIGIN = {
  entrance: "entrance",
  passive: "passive",
  reads: "reads",
  site: "site",
  errors: "errors",
  watch: (region: string) => `watch-${region}`,
} as const;

/** Below CloudFront's own 10 s × 3, which would keep a client waiting half a minute before the second origin is tried. */
const CONNECT = { attempts: 2, seconds: 4 };
const READ_SECONDS = 30;
const KEEP_ALIVE_SECONDS = 55;
/** Answers after which the second origin is tried; S3 answers 403 for an object that isn't there yet. */
const FAILURES = [500, 502, 503, 504];

const custom = (id: string, host: string): Origin => ({
  origin_id: id,
  domain_name: host,
  connection_attempts: CONNECT.attempts,
  connection_timeout: CONNECT.seconds,
  custom_origin_config: {
    http_port: 80,
    https_port: 443,
    origin_protocol_policy: "https-only",
    origin_ssl_protocols: ["TLSv1.2"],
    origin_read_timeout: READ_SECONDS,
    origin_keepalive_timeout: KEEP_ALIVE_SECONDS,
  },
});

export const entranceOrigin = (platform: Platform, entrance: Entrance): Origin =>
  custom(ORIGIN.entrance, entranceOriginHost(platform, entrance));

/** The region that isn't active, for reads: it serves them from its replica. */
export const passiveOrigin = (platform: Platform): Origin => custom(ORIGIN.passive, passiveOriginHost(platform));

/** Each region by itself, for canaries that watch it from elsewhere. */
export const watchOrigins = (platform: Platform): Origin[] =>
  CONFIGURED.map((configured) => platform.regions[configured].name).map((name) =>
    custom(ORIGIN.watch(name), regionOriginHost(platform, name)),
  );

/** The static bucket of each region, twice: below the site's prefix, and whole, for the pages shown when nothing answers. */
export const staticOrigins = (platform: Platform, accessControl: Ref<string>): Origin[] =>
  CONFIGURED.flatMap((configured) => {
    const region = platform.regions[configured].name;
    const bucket = {
      domain_name: `${bucketName(platform, "static", region)}.s3.${region}.amazonaws.com`,
      connection_attempts: CONNECT.attempts,
      connection_timeout: CONNECT.seconds,
      origin_access_control_id: accessControl,
    };
    return [
      { ...bucket, origin_id: `${ORIGIN.site}-${configured}`, origin_path: `/${SITE_PREFIX}` },
      { ...bucket, origin_id: `${ORIGIN.errors}-${configured}` },
    ];
  });

const group = (id: string, first: string, second: string, codes: readonly number[]): OriginGroup => ({
  origin_id: id,
  failover_criteria: { status_codes: codes },
  member: [{ origin_id: first }, { origin_id: second }],
});

export const readsGroup = (): OriginGroup => group(ORIGIN.reads, ORIGIN.entrance, ORIGIN.passive, FAILURES);

export const staticGroups = (): OriginGroup[] =>
  [ORIGIN.site, ORIGIN.errors].map((id) => group(id, `${id}-primary`, `${id}-standby`, [403, ...FAILURES]));
