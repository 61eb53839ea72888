// Part 1: traffic, DNS, edge, network.
import { by, file, type Row, resource, row, source } from "./row.ts";

const FLOWS = by("P0", "src/assess/flows/flows.test.ts", "test/networks.test.ts");
const DRILLS = by("P3", "test/scenarios/drills.test.ts");

export const TRAFFIC_ROWS: readonly Row[] = [
  row(
    1,
    "A, B, D",
    "Several regions: ap-south-1, and ap-south-2 for disaster recovery",
    [...file("A", "terraform/region/*/main.tf", "gitops/clusters/*/cluster.json"), ...source("src/local")],
    [...by("P0", "test/terraform/regions-alike.test.ts"), ...by("P3", "test/scenarios/up.test.ts")],
  ),
  row(
    2,
    "A, D",
    "Active-passive, the other region on standby",
    [...source("src/recovery/plan/plans.ts", "src/blueprint/schema/operating.ts")],
    [...by("P1", "npm run simulate"), ...by("P3", "test/scenarios/recovery.test.ts")],
    { lacks: "Pilot light and backup-restore are priced and assessed; only the warm standby is drilled." },
  ),
  row(
    3,
    "A, B, C, E",
    "Several availability zones",
    resource("A", "aws_subnet", "aws_nat_gateway"),
    by("P0", "src/platform/terraform/region/network.test.ts", "src/assess/capacity/capacity.test.ts"),
    { instead: "Three zones where a brief says two or more: what two of three carry is what counts." },
  ),
  row(4, "A, B, D", "Route 53 fail-over records", resource("A", "aws_route53_record", "aws_route53_zone"), [
    ...by("P0", "src/platform/terraform/edge/edge.test.ts"),
    ...by("P3", "src/workloads/edge/routing.test.ts"),
  ]),
  row(
    5,
    "A",
    "A health check on the primary load balancer",
    resource("A", "aws_route53_health_check"),
    [...by("P0", "src/platform/terraform/edge/edge.test.ts"), ...DRILLS],
    { instead: "On `/healthz/active`, which is 200 only under a valid lease, instead of the load balancer itself." },
  ),
  row(6, "D", "Different DNS for different kinds of client", resource("D", "aws_route53_record"), [
    ...by("P0", "src/platform/terraform/edge/edge.test.ts"),
  ]),
  row(7, "A", "A VPC of 10.0.0.0/16", resource("A", "aws_vpc"), by("P0", "test/blueprints/briefs.test.ts"), {
    instead: "The other region's is 10.1.0.0/16: peered networks can't overlap.",
  }),
  row(8, "A, B, C, E", "Public and private subnets", resource("A", "aws_subnet"), FLOWS, {
    instead: "A third tier for what stores and never calls out.",
  }),
  row(9, "A", "Internet gateway, route tables", resource("A", "aws_internet_gateway", "aws_route_table"), FLOWS),
  row(
    10,
    "A",
    "NAT gateway",
    resource("A", "aws_nat_gateway"),
    by("P0", "src/platform/terraform/region/network.test.ts"),
    {
      instead: "One in each zone: a single one takes the cluster down with its zone.",
    },
  ),
  row(11, "A", "Network ACLs", resource("A", "aws_network_acl", "aws_network_acl_rule"), [
    ...by("P0", "src/platform/terraform/region/acl-rules.test.ts"),
    ...FLOWS,
  ]),
  row(
    12,
    "A, C",
    "Security groups from the balancer to the cluster to the stores",
    resource("A", "aws_security_group", "aws_vpc_security_group_ingress_rule"),
    FLOWS,
  ),
  row(13, "C", "VPC CNI", resource("C", "aws_eks_addon"), by("P0", "src/blueprint/sizing/sizing.test.ts")),
  row(14, "A-E", "A public load balancer over several zones", resource("A", "aws_lb", "aws_lb_listener"), [
    ...by("P0", "src/platform/terraform/region/entry.test.ts"),
    ...by("P3", "src/workloads/edge/forward.test.ts"),
  ]),
  row(
    15,
    "B, C",
    "Target groups of pods, with health checks",
    [...resource("B", "aws_lb_target_group"), ...file("B", "gitops/rendered/*/*/collector/targetgroupbinding.*.yaml")],
    [...by("P0", "src/platform/terraform/region/entry.test.ts"), ...by("P3", "test/scenarios/kill.test.ts")],
  ),
  row(
    16,
    "A, D",
    "Ingress with two paths, reverse proxy, rewrites",
    file("D", "gitops/rendered/*/*/*/httproute.*.yaml"),
    by("P0", "src/platform/kubernetes/checks/checks.test.ts", "npm run proof:kubernetes"),
    { instead: "Gateway API: ingress-nginx was retired in March 2026." },
  ),
  row(
    17,
    "D",
    "An Nginx group: static files from S3, the rest to the inner balancer",
    [...resource("D", "aws_autoscaling_group", "aws_launch_template"), ...file("D", "nginx/*/nginx.conf")],
    by("P3", "npm run proof:nginx"),
    { lacks: "P3 is the configuration; no instance of AWS was booted with it." },
  ),
  row(
    18,
    "D",
    "A rate limit by the published objective, with a proper answer",
    [...file("D", "nginx/*/nginx.conf"), ...source("src/workloads/collector/rate-limit.ts")],
    [...by("P3", "npm run proof:nginx", "src/workloads/collector/rate-limit.test.ts")],
  ),
  row(
    19,
    "D",
    "The Nginx group scales on CPU or requests",
    resource("D", "aws_autoscaling_policy"),
    by("P0", "src/platform/terraform/region/entry.test.ts"),
  ),
  row(
    20,
    "D, E",
    "CloudFront or Akamai before the balancer",
    resource("flagship", "aws_cloudfront_distribution", "aws_cloudfront_origin_access_control"),
    by("P0", "src/platform/terraform/edge/edge.test.ts"),
    {
      lacks:
        "No caching proxy stands before the local regions. Akamai is its owner's to set up: the output only admits it, by its addresses and a key. Behind CloudFront there is no key: a stranger's distribution that sends our host goes round the firewall there (decision 0025).",
    },
  ),
  row(
    21,
    "D, E",
    "WAF, and protection against floods",
    resource("E", "aws_wafv2_web_acl"),
    by("P0", "src/platform/terraform/edge/edge.test.ts"),
    {
      lacks: "The rules run nowhere but at AWS; the local edge has none of them.",
    },
  ),
  row(
    22,
    "D",
    "Direct Connect to the premises",
    resource("D", "aws_dx_gateway", "aws_vpn_connection", "aws_ec2_transit_gateway"),
    by("P0", "src/platform/terraform/region/on-premises.test.ts"),
    { instead: "From both regions, with a VPN behind it.", lacks: "The line isn't cut in any drill." },
  ),
  row(
    23,
    "D, E",
    "Clients: browsers, apps, consumers of the API",
    source("src/app/events", "src/workloads/console/openapi.ts"),
    [...by("P3", "test/sdk/analytics-node.test.ts", "npm run test:browser")],
  ),
  row(24, "C", "500 requests a second", source("src/blueprint/sizing/replicas.ts"), [
    ...by("P0", "src/blueprint/sizing/sizing.test.ts"),
    ...by("P3", "npm run bench"),
  ]),
  row(
    25,
    "D",
    "Traffic shifted between clusters by the CDN or a mesh",
    resource("D", "aws_route53_record"),
    [...by("P0", "src/platform/terraform/edge/edge.test.ts"), ...by("P3", "test/scenarios/recovery.test.ts")],
    {
      instead: "The lease moves traffic: a region that isn't active answers 503, and DNS follows.",
      lacks: "No CDN's and no mesh's weights are moved; brief D's Akamai follows the names.",
    },
  ),
];
