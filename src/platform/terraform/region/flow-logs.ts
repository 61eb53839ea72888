// Flow logs: what was let through and what was turned away, for whoever asks afterwards who spoke to whom.
import { baseName } from "../../names/base.ts";
import { bucketArn, LOG_PREFIXES } from "../../names/data.ts";
import { roleName } from "../../names/identity.ts";
import { text } from "../language/expression.ts";
import type { Declared, File } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import type { Site } from "./site.ts";
import type { Ground } from "./subnets.ts";

const AGGREGATION_SECONDS = 600;
/** The usual fields, and those that name the flow's real ends behind a NAT gateway, its zone and its way. */
const FORMAT = [
  "version",
  "account-id",
  "interface-id",
  "srcaddr",
  "dstaddr",
  "srcport",
  "dstport",
  "protocol",
  "packets",
  "bytes",
  "start",
  "end",
  "action",
  "log-status",
  "vpc-id",
  "subnet-id",
  "az-id",
  "tcp-flags",
  "pkt-srcaddr",
  "pkt-dstaddr",
  "flow-direction",
  "traffic-path",
]
  .map((field) => `\${${field}}`)
  .join(" ");

/** `after`: what must be there before AWS may write into the bucket, its policy above all. */
export function buildFlowLogs(site: Site, ground: Pick<Ground, "vpcId">, after: readonly Declared[]): void {
  const { platform, region, stack } = site;
  const file = stack.file("flow-logs", "The VPC's flow logs.");
  const common = {
    vpc_id: ground.vpcId,
    traffic_type: "ALL",
    max_aggregation_interval: AGGREGATION_SECONDS,
    log_format: FORMAT,
    tags: { Name: `${baseName(platform)}-flow` },
  };
  if (platform.network.flowLogs.to === "s3")
    file.resource(
      "aws_flow_log",
      "main",
      {
        ...common,
        log_destination_type: "s3",
        log_destination: `${bucketArn(platform, "logs", region.name)}/${LOG_PREFIXES.flow}/`,
        destination_options: { file_format: "parquet", hive_compatible_partitions: true, per_hour_partition: true },
      },
      { comment: "Parquet by the hour: Athena reads a day without reading the month.", dependsOn: after },
    );
  else file.resource("aws_flow_log", "main", { ...common, ...logGroup(site, file) });
}

/** CloudWatch keeps logs for these numbers of days and no others; rather longer than was asked for than shorter. */
const KEPT_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
const keptDays = (days: number): number => KEPT_DAYS.find((kept) => kept >= days) ?? 0;

function logGroup({ platform, region, keys }: Site, file: File) {
  const group = file.resource("aws_cloudwatch_log_group", "flow", {
    name: `/${baseName(platform)}/flow`,
    retention_in_days: keptDays(platform.network.flowLogs.retentionDays),
    kms_key_id: keys.logs,
  });
  const role = declareRole(file, platform, {
    key: "flow_logs",
    name: roleName(platform, region, "flow-logs"),
    description: "VPC flow logs write their log group.",
    trust: trustService("vpc-flow-logs.amazonaws.com", platform.accountId),
    policies: {
      "write-flow-logs": [
        {
          actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
          resources: [group.arn, text`${group.arn}:*`],
        },
      ],
    },
  });
  return { log_destination_type: "cloud-watch-logs", log_destination: group.arn, iam_role_arn: role.arn };
}
