// What the synthesized resources cost by being there: one rule per resource type, read off its own arguments.

import type { Platform } from "../../blueprint/platform.ts";
import { type Argument, isExpression } from "../../platform/terraform/language/expression.ts";
import type { Resource, Stack } from "../../platform/terraform/language/stack.ts";
import { type Component, HOURS, type Quantity, type Saving } from "./quantity.ts";

type Want = { sku: string; perMonth: number; why: string; saving?: Saving };
type Rule = { component: Component; wants: (args: Resource["args"], platform: Platform) => readonly Want[] };

const number = (value: Argument | undefined, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;
const string = (value: Argument | undefined): string => (typeof value === "string" ? value : "?");
/** A repeated or single block, as a list. */
const blocks = (value: Argument | undefined): readonly Argument[] =>
  value === undefined || value === null || isExpression(value)
    ? []
    : Array.isArray(value)
      ? value
      : [value as Argument];
const inside = (value: Argument | undefined, name: string): Argument | undefined => {
  const [block] = blocks(value);
  return typeof block === "object" && block !== null && !Array.isArray(block) && !isExpression(block)
    ? (block as Readonly<Record<string, Argument>>)[name]
    : undefined;
};
const hourly = (sku: string, count: number, why: string, saving: Saving = null): Want => ({
  sku,
  perMonth: count * HOURS,
  why: `${count} × ${why}`,
  saving,
});
const monthly = (sku: string, count: number, why: string): Want => ({ sku, perMonth: count, why });

/** gp3 above what is included: 3,000 operations and 125 MiB/s. */
const gp3 = (sizeGib: number, count: number): Want[] => [
  monthly("ebs.gp3.storage", sizeGib * count, `${count} × ${sizeGib} GiB gp3`),
];

const RULES: Readonly<Record<string, Rule>> = {
  aws_nat_gateway: { component: "network", wants: () => [hourly("nat.hour", 1, "NAT gateway")] },
  aws_eip: { component: "network", wants: () => [hourly("publicIpv4", 1, "public address")] },
  aws_vpc_endpoint: {
    component: "network",
    wants: (args) =>
      args.vpc_endpoint_type === "Interface"
        ? [hourly("privatelink.interface.hour", Math.max(1, blocks(args.subnet_ids).length), "zone of an endpoint")]
        : [],
  },
  aws_ec2_transit_gateway_vpc_attachment: {
    component: "on-premises",
    wants: () => [hourly("transitgateway.attachment", 1, "attachment")],
  },
  aws_dx_gateway_association: {
    component: "on-premises",
    wants: () => [hourly("transitgateway.attachment", 1, "attachment")],
  },
  aws_dx_connection: {
    component: "on-premises",
    wants: (args) => [hourly(`directconnect.port.${string(args.bandwidth)}.dedicated`, 1, "port")],
  },
  aws_vpn_connection: {
    component: "on-premises",
    wants: () => [hourly("vpn.connection", 1, "VPN connection"), hourly("transitgateway.attachment", 1, "attachment")],
  },
  aws_lb: {
    component: "entry",
    // A public one has an address in each of three zones.
    wants: (args) => [
      hourly("alb.hour", 1, "load balancer"),
      ...(args.internal === true ? [] : [hourly("publicIpv4", 3, "public address of the load balancer")]),
    ],
  },
  aws_wafv2_web_acl: {
    component: "entry",
    wants: (args) => [
      monthly("waf.acl", 1, "web ACL"),
      monthly("waf.rule", blocks(args.rule).length, `${blocks(args.rule).length} rules`),
    ],
  },
  aws_route53_zone: { component: "entry", wants: () => [monthly("route53.zone", 1, "zone")] },
  aws_route53_health_check: {
    component: "entry",
    wants: (args) => {
      if (args.type === "CALCULATED") return [monthly("route53.healthcheck.aws.basic", 1, "calculated check")];
      const options =
        Number(string(args.type).startsWith("HTTPS")) +
        Number(string(args.type).endsWith("STR_MATCH")) +
        Number(args.request_interval === 10);
      return [
        monthly("route53.healthcheck.aws.basic", 1, "health check"),
        monthly("route53.healthcheck.aws.option", options, `${options} options (HTTPS, text, 10 s)`),
      ];
    },
  },
  aws_shield_protection: { component: "entry", wants: () => [] },
  aws_shield_subscription: { component: "entry", wants: () => [monthly("shield.advanced", 1, "subscription")] },
  aws_eks_cluster: { component: "compute", wants: () => [hourly("eks.cluster.standard", 1, "cluster")] },
  aws_eks_node_group: {
    component: "compute",
    wants: (args, platform) => {
      const nodes = number(
        inside(args.scaling_config, "desired_size"),
        number(inside(args.scaling_config, "min_size"), 0),
      );
      const [type] = blocks(args.instance_types);
      return [
        hourly(`ec2.${string(type)}.linux.ondemand`, nodes, `${string(type)} node`, "compute"),
        ...gp3(platform.cluster.volumeGib, nodes),
      ];
    },
  },
  aws_autoscaling_group: {
    component: "entry",
    wants: (args, platform) => {
      if (platform.webTier.kind === "none") return [];
      const nodes = number(args.min_size, 0);
      return [
        hourly(`ec2.${platform.webTier.instanceType}.linux.ondemand`, nodes, "Nginx instance", "compute"),
        ...gp3(platform.webTier.rootVolumeGib, nodes),
      ];
    },
  },
  aws_db_instance: {
    component: "database",
    wants: (args, platform) => {
      const zones = args.multi_az === true ? "multiAz" : "singleAz";
      const relational = platform.data.relational;
      const type = string(args.instance_class);
      const gib = number(args.allocated_storage, relational.kind === "rds" ? relational.storageGib : 0);
      const included = gib >= 400 ? 12_000 : 3_000;
      const iops = Math.max(0, number(args.iops, included) - included);
      return [
        hourly(`rds.postgres.${type}.${zones}`, 1, `${type} (${zones})`, "database"),
        monthly(`rds.storage.gp3.${zones}`, gib, `${gib} GiB gp3`),
        ...(iops > 0
          ? [monthly("rds.storage.gp3.iops.aboveBaseline", iops, `${iops} operations/s above ${included}`)]
          : []),
      ];
    },
  },
  aws_rds_cluster_instance: {
    component: "database",
    wants: (args) => {
      const type = string(args.instance_class);
      return [hourly(`aurora.postgres.${type}`, 1, type, "database")];
    },
  },
  aws_db_proxy: {
    component: "database",
    // Two processors are the least that is paid, and what .large classes have.
    wants: () => [hourly("rds.proxy", 2, "vCPU behind the proxy")],
  },
  aws_elasticache_replication_group: {
    component: "cache",
    wants: (args) => {
      const nodes = number(args.num_cache_clusters, 1 + number(args.replicas_per_node_group, 0));
      return [hourly(`elasticache.redis.${string(args.node_type)}`, nodes, string(args.node_type), "cache")];
    },
  },
  aws_msk_cluster: {
    component: "stream",
    wants: (args) => {
      const brokers = number(args.number_of_broker_nodes, 3);
      const info = blocks(inside(args.broker_node_group_info, "storage_info"));
      const ebs = inside(info, "ebs_storage_info");
      const gib = number(inside(ebs, "volume_size"), 0);
      const type = string(inside(args.broker_node_group_info, "instance_type"));
      return [
        hourly(`msk.${type}`, brokers, `${type} broker`),
        monthly("msk.storage", gib * brokers, `${brokers} × ${gib} GiB`),
      ];
    },
  },
  aws_opensearch_domain: {
    component: "search",
    wants: (args) => {
      const nodes = number(inside(args.cluster_config, "instance_count"), 1);
      const masters = number(inside(args.cluster_config, "dedicated_master_count"), 0);
      const type = string(inside(args.cluster_config, "instance_type"));
      const master = string(inside(args.cluster_config, "dedicated_master_type"));
      const gib = number(inside(args.ebs_options, "volume_size"), 0);
      return [
        hourly(`opensearch.${type}`, nodes, type),
        ...(masters > 0 ? [hourly(`opensearch.${master}`, masters, `${master} (master)`)] : []),
        monthly("opensearch.gp3.storage", gib * nodes, `${nodes} × ${gib} GiB`),
      ];
    },
  },
  aws_kms_key: { component: "keys and secrets", wants: () => [monthly("kms.key", 1, "key")] },
  aws_secretsmanager_secret: {
    component: "keys and secrets",
    wants: (args) => {
      const copies = 1 + blocks(args.replica).length;
      return [monthly("secretsmanager.secret", copies, `${copies} copies of a secret`)];
    },
  },
  aws_cloudwatch_metric_alarm: {
    component: "observability",
    wants: (args) => {
      const metrics = Math.max(
        1,
        blocks(args.metric_query).filter((query) => inside(query, "metric") !== undefined).length,
      );
      return [monthly("cloudwatch.alarm", metrics, `${metrics} alarm metrics`)];
    },
  },
  aws_cloudwatch_composite_alarm: {
    component: "observability",
    wants: () => [monthly("cloudwatch.alarm.composite", 1, "composite alarm")],
  },
  aws_cloudwatch_dashboard: {
    component: "observability",
    wants: () => [monthly("cloudwatch.dashboard", 1, "dashboard")],
  },
  aws_synthetics_canary: {
    component: "observability",
    wants: (_, { observability }) => {
      const runs = Math.round((HOURS * 60) / observability.canaryMinutes);
      return [monthly("cloudwatch.synthetics", runs, `${runs} visits`)];
    },
  },
};

export function provisioned(stacks: readonly Stack[], platform: Platform): Quantity[] {
  return stacks.flatMap((stack) =>
    stack.resources.flatMap((resource) => {
      const rule = resource.mode === "resource" ? RULES[resource.type] : undefined;
      if (rule === undefined) return [];
      return rule.wants(resource.args, platform).map(({ sku, perMonth, why, saving }) => ({
        component: rule.component,
        region: resource.region,
        address: `${stack.name} ${resource.address}`,
        sku,
        perMonth,
        basis: "provisioned" as const,
        why,
        saving: saving ?? null,
      }));
    }),
  );
}
