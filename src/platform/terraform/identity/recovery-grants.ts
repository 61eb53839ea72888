// The calls that a recovery plan makes in its own region, action by action. The recoverer of a region acts there alone:
// what it may do to the other one is nothing, because a fail-over must not need it.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { arnOf } from "../../names/base.ts";
import { clusterArn, nodeGroupArn, SYSTEM_NODES, WORKER_NODES } from "../../names/cluster.ts";
import { auroraGlobalName, databaseArn, databaseName } from "../../names/data.ts";
import { nginxGroup } from "../../names/edge.ts";
import type { Statement } from "../language/policy.ts";

export const recoveryStatements = (platform: Platform, region: Region): readonly Statement[] => [
  ...promotion(platform, region),
  ...scaling(platform, region),
  {
    // Reading alarms and metrics takes no resource; the condition keeps it in this region.
    sid: "WatchRegion",
    actions: ["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData"],
    resources: "*",
    conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
  },
];

/** Making this region's copy of the database the writer. Aurora in one region fails over by itself. */
function promotion(platform: Platform, region: Region): readonly Statement[] {
  const database = databaseArn(platform, region.name);
  const kind = platform.data.relational.kind;
  const describe: Statement = {
    sid: "DescribeDatabase",
    actions: kind === "rds" ? ["rds:DescribeDBInstances"] : ["rds:DescribeDBClusters", "rds:DescribeDBInstances"],
    resources: [
      arnOf(platform, "rds", region.name, `db:${databaseName(platform)}*`),
      ...(kind === "rds" ? [] : [database]),
    ],
  };
  switch (kind) {
    case "rds":
      return [
        describe,
        // Promotion, and then the second zone that a replica may do without.
        { sid: "PromoteDatabase", actions: ["rds:PromoteReadReplica", "rds:ModifyDBInstance"], resources: database },
        ...proxying(platform, region),
      ];
    case "aurora":
      return [describe];
    case "aurora-global":
      return [
        describe,
        {
          sid: "PromoteDatabase",
          actions: ["rds:FailoverGlobalCluster", "rds:SwitchoverGlobalCluster", "rds:DescribeGlobalClusters"],
          // AWS checks the global cluster and both members of it.
          resources: [
            `arn:aws:rds::${platform.accountId}:global-cluster:${auroraGlobalName(platform)}`,
            databaseArn(platform, platform.regions.primary.name),
            databaseArn(platform, platform.regions.standby.name),
          ],
        },
      ];
  }
}

/** A proxy can't stand before a replica, so the plan points it at the database once that is a writer. */
const proxying = (platform: Platform, region: Region): readonly Statement[] =>
  platform.data.pooling.kind === "rds-proxy"
    ? [
        {
          sid: "AimProxy",
          actions: ["rds:RegisterDBProxyTargets", "rds:DeregisterDBProxyTargets", "rds:DescribeDBProxyTargets"],
          // AWS gives proxies and target groups ids of its own; the database is named exactly.
          resources: [
            arnOf(platform, "rds", region.name, "db-proxy:*"),
            arnOf(platform, "rds", region.name, "target-group:*"),
            databaseArn(platform, region.name),
          ],
          conditions: { StringEquals: { "aws:ResourceAccount": platform.accountId } },
        },
        {
          sid: "FindProxy",
          actions: ["rds:DescribeDBProxies", "rds:DescribeDBProxyTargetGroups"],
          resources: arnOf(platform, "rds", region.name, "db-proxy:*"),
        },
      ]
    : [];

/** Bringing a reduced region to full size. Workloads and Karpenter's nodes are scaled inside the cluster. */
function scaling(platform: Platform, region: Region): readonly Statement[] {
  const groups = platform.cluster.nodes.kind === "karpenter" ? [SYSTEM_NODES] : [WORKER_NODES];
  const nodes: readonly Statement[] =
    platform.existing.clusters === undefined && region.holds.cluster
      ? [
          {
            sid: "ScaleNodes",
            actions: ["eks:UpdateNodegroupConfig", "eks:DescribeNodegroup"],
            // AWS ends a node group's ARN with an id of its own.
            resources: groups.map((group) => nodeGroupArn(platform, region, group)),
          },
          {
            sid: "FindCluster",
            actions: ["eks:DescribeCluster", "eks:ListNodegroups"],
            resources: clusterArn(platform, region),
          },
        ]
      : [];
  if (platform.webTier.kind !== "nginx" || !region.holds.entry) return nodes;
  return [
    ...nodes,
    {
      sid: "ScaleWebTier",
      actions: ["autoscaling:SetDesiredCapacity", "autoscaling:UpdateAutoScalingGroup"],
      // The id in the middle of a group's ARN is AWS's; the name is exact.
      resources: arnOf(
        platform,
        "autoscaling",
        region.name,
        `autoScalingGroup:*:autoScalingGroupName/${nginxGroup(platform)}`,
      ),
    },
  ];
}
