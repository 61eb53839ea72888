// What stands between clients and the cluster: load balancers, target groups, firewalls, and where they log.
import type { Platform } from "../../blueprint/platform.ts";
import type { Route } from "./dns.ts";

/** AWS allows 32 characters for load balancers and target groups; a platform's name has at most 20. */
export const publicLoadBalancer = (platform: Platform): string => `${platform.name}-public`;
/** The one behind the Nginx tier. */
export const internalLoadBalancer = (platform: Platform): string => `${platform.name}-inner`;
/** Pods register here through a TargetGroupBinding, which finds the group by its name. */
export const targetGroup = (platform: Platform, route: Route): string => `${platform.name}-${route}`;
export const nginxTargetGroup = (platform: Platform): string => `${platform.name}-nginx`;
export const nginxGroup = (platform: Platform): string => `${platform.name}-nginx`;

/** The role of the Nginx instances in a region; IAM is global, so the region is part of it. */
export const nginxRole = (platform: Platform, regionName: string): string => `${platform.name}-nginx-${regionName}`;
/** Where the instances look for a configuration newer than the one they were born with; absent until somebody writes it. */
export const nginxConfigurationParameter = (platform: Platform): string => `/${platform.name}/nginx/configuration`;

export const firewall = (platform: Platform, where: "cdn" | "region"): string => `${platform.name}-${where}`;
/** AWS insists on the prefix. */
export const firewallLogGroup = (platform: Platform, where: "cdn" | "region"): string =>
  `aws-waf-logs-${platform.name}-${where}`;
export const zoneQueryLogGroup = (platform: Platform): string => `/aws/route53/${platform.domain}`;

/** Load balancers' and buckets' own access logs in one region: AWS can deliver them only to a bucket with S3's own encryption. */
export const accessLogBucket = (platform: Platform, regionName: string): string =>
  `${platform.name}-access-logs-${regionName}-${platform.accountId}`;

/** The static site's readers: any distribution of this account, since a distribution's id is known only after it exists. */
export const anyDistributionArn = (platform: Platform): string =>
  `arn:aws:cloudfront::${platform.accountId}:distribution/*`;

/** Name of the alarm-worthy health checks; Route 53's metrics are in us-east-1 alone. */
export const healthCheckName = (platform: Platform, what: string): string => `${platform.name}-${what}`;
