// What stands between clients and the cluster: load balancers, target groups, firewalls, and where they log.
import type { Platform } from "../../blueprint/platform.ts";
import { arnOf, baseName } from "./base.ts";
import type { Route } from "./dns.ts";

// AWS allows 32 characters for load balancers and target groups; a stem has at most 20.

export const publicLoadBalancer = (platform: Platform): string => `${baseName(platform)}-public`;
/** The one behind the Nginx tier. */
export const internalLoadBalancer = (platform: Platform): string => `${baseName(platform)}-inner`;

/** Between a load balancer and the pods, and the Nginx instances: encrypted there too, though nobody checks the name. */
export const TARGET_PROTOCOL = "HTTPS";
/** How long a load balancer lets a leaving target finish: long enough for requests, short enough for a roll-out. Pods wait
 *  longer than this before they end. */
export const DEREGISTRATION_SECONDS = 30;
/** Pods register here through a TargetGroupBinding, which finds the group by its name. */
export const targetGroup = (platform: Platform, route: Route): string => `${baseName(platform)}-${route}`;
export const nginxTargetGroup = (platform: Platform): string => `${baseName(platform)}-nginx`;

// The Nginx tier.

export const nginxGroup = (platform: Platform): string => `${baseName(platform)}-nginx`;
/** The instances' role in a region; IAM is global, so the region is part of it. */
export const nginxRole = (platform: Platform, regionName: string): string =>
  `${baseName(platform)}-nginx-${regionName}`;
export const nginxLogGroup = (platform: Platform): string => `/${baseName(platform)}/nginx`;

// The static buckets: the site that clients read, and a configuration newer than the one that instances are born with.

export const SITE_PREFIX = "site";
export const UNAVAILABLE_PAGE = "/errors/unavailable.html";
/** Of the region's own Nginx instances. The buckets copy to each other, so the region is part of it. */
export const nginxPrefix = (regionName: string): string => `nginx/${regionName}`;

// Firewalls.

export const firewall = (platform: Platform, where: "cdn" | "region"): string => `${baseName(platform)}-${where}`;
/** AWS insists on the prefix. */
export const firewallLogGroup = (platform: Platform, where: "cdn" | "region"): string =>
  `aws-waf-logs-${baseName(platform)}-${where}`;

// Access logs. AWS delivers load balancers' and buckets' own logs only to a bucket with S3's own encryption.

export const accessLogBucket = (platform: Platform, regionName: string): string =>
  `${baseName(platform)}-access-logs-${regionName}-${platform.accountId}`;
export const ACCESS_LOG_PREFIXES = { public: "public", inner: "inner", buckets: "buckets" } as const;

// Logs of what has no region.

export const zoneQueryLogGroup = (platform: Platform): string => `/aws/route53/${platform.domain}`;
/** CloudFront's logs: in us-east-1, so that no region's loss stops them. */
export const edgeLogBucket = (platform: Platform): string =>
  `${baseName(platform)}-edge-logs-us-east-1-${platform.accountId}`;

/** Readers of the static buckets: any distribution of this account, since an id is known only once it exists. */
export const anyDistributionArn = (platform: Platform): string => arnOf(platform, "cloudfront", "", "distribution/*");

/** Route 53's checks carry their name as a tag; their metrics are in us-east-1 alone. */
export const healthCheckName = (platform: Platform, what: string): string => `${baseName(platform)}-${what}`;
