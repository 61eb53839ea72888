// How requests come into a region: the public load balancer with its certificate, listeners, target groups, firewall and
// access logs, and the region's own name. Terraform owns all of it (decision 0003); the cluster only registers its pods,
// so it can be rebuilt without touching the address that clients use.
import { regionOriginHost } from "../../names/dns.ts";
import { ACCESS_LOG_PREFIXES, publicLoadBalancer } from "../../names/edge.ts";
import { declareFirewall } from "../firewall.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import { lookUpZone } from "../zone.ts";
import { buildAccessLogs } from "./access-logs.ts";
import type { Bucket } from "./buckets.ts";
import { buildCertificate } from "./certificate.ts";
import { declareRules, declareTargetGroups, NOT_FOUND, type TargetGroups } from "./entry-rules.ts";
import { declareLoadBalancer, TLS_POLICY } from "./load-balancer.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { buildWebTier } from "./web-tier.ts";

export type Entry = {
  readonly loadBalancer: ResourceHandle<"aws_lb">;
  readonly targetGroups: TargetGroups;
};

/** Nothing, in a region that holds no entry until it is needed. */
export function buildEntry(site: Site, network: Network, staticBucket: Bucket): Entry | undefined {
  const { platform, region, stack } = site;
  if (!region.holds.entry) return undefined;
  const logs = buildAccessLogs(site);
  const certificate = buildCertificate(site);
  const file = stack.file(
    "entry",
    "The public load balancer: who may reach it is in security-groups.tf, what it logs in access-logs.tf.",
  );
  const loadBalancer = declareLoadBalancer(file, site, logs, {
    key: "public",
    name: publicLoadBalancer(platform),
    internal: false,
    subnets: network.subnets.public,
    securityGroups: network.securityGroupsOf("alb"),
    prefix: ACCESS_LOG_PREFIXES.public,
  });
  const targetGroups = declareTargetGroups(file, platform, network.vpcId);
  const tier =
    platform.webTier.kind === "nginx"
      ? buildWebTier(site, network, logs, certificate, targetGroups, loadBalancer, staticBucket)
      : undefined;
  const listener = file.resource("aws_lb_listener", "https", {
    load_balancer_arn: loadBalancer.arn,
    port: 443,
    protocol: "HTTPS",
    ssl_policy: TLS_POLICY,
    certificate_arn: certificate,
    routing_http_response_server_enabled: false,
    default_action: [tier ? { type: "forward", target_group_arn: tier.targetGroup.arn } : NOT_FOUND],
  });
  if (!tier) declareRules(file, site, listener, targetGroups);
  if (platform.edge.cdn.kind === "none") redirectToHttps(file, loadBalancer);
  guard(site, loadBalancer);
  nameRegion(site, loadBalancer);
  return { loadBalancer, targetGroups };
}

/** Where a delivery network stands before the load balancer, it redirects, and port 80 isn't open here. */
function redirectToHttps(file: File, loadBalancer: ResourceHandle<"aws_lb">): void {
  file.resource("aws_lb_listener", "http", {
    load_balancer_arn: loadBalancer.arn,
    port: 80,
    protocol: "HTTP",
    default_action: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", status_code: "HTTP_301" } }],
  });
}

function guard(site: Site, loadBalancer: ResourceHandle<"aws_lb">): void {
  const { platform, stack } = site;
  const file = stack.file(
    "firewall",
    "The firewall at the load balancer. Where a delivery network stands before it, rates are limited there.",
  );
  const acl = declareFirewall(file, platform, "region", { key: site.keys.logs });
  file.resource("aws_wafv2_web_acl_association", "public", {
    resource_arn: loadBalancer.arn,
    web_acl_arn: acl.arn,
  });
  if (platform.edge.shield === "advanced") {
    file.resource("aws_shield_protection", "public", {
      name: publicLoadBalancer(platform),
      resource_arn: loadBalancer.arn,
    });
  }
}

function nameRegion({ platform, region, stack }: Site, loadBalancer: ResourceHandle<"aws_lb">): void {
  const file = stack.file("origin", "The region's own name. The edge knows the region by it and by nothing else.");
  file.resource(
    "aws_route53_record",
    "origin",
    {
      zone_id: lookUpZone(platform, file),
      name: regionOriginHost(platform, region.name),
      type: "A",
      alias: { name: loadBalancer.dns_name, zone_id: loadBalancer.zone_id, evaluate_target_health: false },
    },
    { comment: "It answers whatever the targets' health: the edge's own checks decide where clients go." },
  );
}
