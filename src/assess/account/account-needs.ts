// What a platform asks of an AWS account, read off the synthesized stacks: quotas, services, regions switched on, permissions.

import type { Platform } from "../../blueprint/platform.ts";
import { instanceShape } from "../../blueprint/sizing/instances.ts";
import type { QuotaName } from "../../platform/names/quotas.ts";
import type { Resource, Stack } from "../../platform/terraform/language/stack.ts";
import { nodeShape, pack } from "../capacity/packing.ts";
import { podsOf } from "../cost/nodes.ts";
import type { QuotaNeed } from "./quotas.ts";

/** Kept for the whole account, and asked for in us-east-1. */
const GLOBAL = "us-east-1";

const COUNTED: readonly {
  type: string;
  quota: QuotaName;
  where: "region" | "account";
  only?: (args: Resource["args"]) => boolean;
}[] = [
  { type: "aws_vpc", quota: "vpcs", where: "region" },
  { type: "aws_eip", quota: "elasticIps", where: "region" },
  {
    type: "aws_vpc_endpoint",
    quota: "interfaceEndpointsPerVpc",
    where: "region",
    only: ({ vpc_endpoint_type }) => vpc_endpoint_type === "Interface",
  },
  { type: "aws_lb", quota: "loadBalancers", where: "region" },
  { type: "aws_eks_cluster", quota: "clusters", where: "region" },
  { type: "aws_db_instance", quota: "databaseInstances", where: "region" },
  { type: "aws_rds_cluster_instance", quota: "databaseInstances", where: "region" },
  { type: "aws_s3_bucket", quota: "buckets", where: "account" },
  { type: "aws_iam_role", quota: "roles", where: "account" },
  { type: "aws_route53_health_check", quota: "healthChecks", where: "account" },
];

export function quotaNeeds(platform: Platform, stacks: readonly Stack[]): QuotaNeed[] {
  const counts = new Map<string, QuotaNeed>();
  const add = (quota: QuotaName, region: string, count: number) => {
    const key = `${quota} ${region}`;
    counts.set(key, { quota, region, count: (counts.get(key)?.count ?? 0) + count });
  };
  for (const resource of stacks.flatMap(({ resources }) => resources)) {
    if (resource.mode !== "resource") continue;
    for (const { type, quota, where, only } of COUNTED)
      if (type === resource.type && (only?.(resource.args) ?? true))
        add(quota, where === "account" ? GLOBAL : resource.region, 1);
    if (resource.type === "aws_nat_gateway")
      counts.set(`natGatewaysPerZone ${resource.region}`, {
        quota: "natGatewaysPerZone",
        region: resource.region,
        count: 1,
      });
  }
  for (const { quota, region, count } of processors(platform)) add(quota, region, count);
  return [...counts.values()].sort((a, b) => (`${a.region} ${a.quota}` < `${b.region} ${b.quota}` ? -1 : 1));
}

/** Either region may have to carry everything at its largest: a standby without a cluster is built from nothing when the
 * primary is lost, and a quota takes days to be raised. */
function processors(platform: Platform): QuotaNeed[] {
  const { primary, standby } = platform.regions;
  const { nodes } = platform.cluster;
  return [primary, standby].flatMap(({ name }): QuotaNeed[] => {
    if (nodes.kind === "karpenter") {
      const spot = podsOf(platform, primary).filter((pod) => pod.spot);
      const shape = nodeShape("m7g.large");
      const spotNodes = shape === undefined ? 0 : pack(spot, shape).nodes * platform.cluster.spotShare;
      return [
        { quota: "vcpusOnDemand", region: name, count: nodes.processorsMax + nodes.system.primary.max * 2 },
        { quota: "vcpusSpot", region: name, count: Math.ceil(spotNodes) * 2 },
      ];
    }
    const [type = "m7g.large"] = nodes.instanceTypes;
    return [
      { quota: "vcpusOnDemand", region: name, count: nodes.group.primary.max * (instanceShape(type)?.vcpus ?? 2) },
    ];
  });
}
