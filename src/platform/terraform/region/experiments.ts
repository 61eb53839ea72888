// Four faults that AWS's Fault Injection Service can cause, ready to be started by a person or by a drill: the loss of a
// zone, of nodes, of the database's writer, of the link to the other region. Nothing starts by itself; each stops as soon
// as the region is seen to be ill.

import { clusterName } from "../../names/cluster.ts";
import { bucketArn, databaseArn, tableArn } from "../../names/data.ts";
import { roleName } from "../../names/identity.ts";
import { type Experiment, experimentLogGroup, RECORDS_PREFIXES } from "../../names/safety.ts";
import { type Ref, text, type Value } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { ArgumentsOf, ResourceHandle } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import type { Network } from "./network.ts";
import type { Records } from "./records.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

const FILE = "experiments";
const COMMENT = "Faults to cause on purpose. Nothing here starts by itself.";
const LASTS = "PT10M";
/** More than one of three zones' worth, as a zone's loss with a straggler would be. */
const NODES_LOST = "PERCENT(34)";
const MANAGED = "arn:aws:iam::aws:policy/service-role/AWSFaultInjectionSimulator";

type Template = ArgumentsOf<"aws_fis_experiment_template">;
type Fault = {
  readonly why: string;
  readonly action: NonNullable<Template["action"]>;
  readonly target: NonNullable<Template["target"]>;
};

/** `ill` is the region's composite alarm, which ends an experiment that hurts customers. */
export function buildExperiments(
  site: Site,
  network: Network,
  records: Records,
  ill: ResourceHandle<"aws_cloudwatch_composite_alarm">,
): void {
  const { platform, region, stack } = site;
  const tf = stack.file(FILE, COMMENT);
  const log = declareLogGroup(site, tf, "experiments", experimentLogGroup(platform));
  const role = declareRole(tf, platform, {
    key: "experiments",
    name: roleName(platform, region, "experiments"),
    description: "Causes the faults of the experiments, in this region only",
    trust: trustService("fis.amazonaws.com", platform.accountId),
    managed: [`${MANAGED}NetworkAccess`, `${MANAGED}EC2Access`, `${MANAGED}RDSAccess`],
    policies: { faults: permissions(site, records) },
  });
  for (const [name, fault] of Object.entries(faultsOf(site, network)) as [Experiment, Fault][]) {
    tf.resource(
      "aws_fis_experiment_template",
      terraformName(name),
      {
        description: fault.why,
        role_arn: role.arn,
        action: fault.action,
        target: fault.target,
        stop_condition: [{ source: "aws:cloudwatch:alarm", value: ill.arn }],
        log_configuration: {
          log_schema_version: 2,
          cloudwatch_logs_configuration: { log_group_arn: text`${log.arn}:*` },
        },
        experiment_options: { account_targeting: "single-account", empty_target_resolution_mode: "fail" },
        tags: { Name: `${platform.name}-${name}` },
      },
      {
        comment: `${fault.why}. Start it: aws fis start-experiment --region ${region.name} --experiment-template-id ...`,
      },
    );
  }
}

const faultsOf = (site: Site, network: Network): Readonly<Record<Experiment, Fault>> => ({
  "zone-loss": zoneLoss(site, network),
  "node-loss": nodeLoss(site),
  "database-fail-over": databaseFailOver(site),
  "region-cut": regionCut(site, network),
});

const subnetArn = ({ platform, region }: Site, id: Ref<string>): Ref<string> =>
  text`arn:aws:ec2:${region.name}:${platform.accountId}:subnet/${id}`;
const parameters = (values: Readonly<Record<string, Value<string>>>) =>
  Object.entries(values).map(([key, value]) => ({ key, value }));

function zoneLoss(site: Site, { subnets }: Network): Fault {
  return {
    why: `Nothing in zone ${site.region.zones[2].letter} reaches anything for ten minutes`,
    action: [
      {
        name: "cut-zone",
        action_id: "aws:network:disrupt-connectivity",
        parameter: parameters({ duration: LASTS, scope: "all" }),
        target: { key: "Subnets", value: "zone" },
      },
    ],
    target: [
      {
        name: "zone",
        resource_type: "aws:ec2:subnet",
        selection_mode: "ALL",
        resource_arns: [subnets.private[2], subnets.data[2]].map((id) => subnetArn(site, id)),
      },
    ],
  };
}

function nodeLoss({ platform, region }: Site): Fault {
  return {
    why: "A third of the cluster's nodes are terminated at once",
    action: [
      {
        name: "terminate-nodes",
        action_id: "aws:ec2:terminate-instances",
        target: { key: "Instances", value: "nodes" },
      },
    ],
    target: [
      {
        name: "nodes",
        resource_type: "aws:ec2:instance",
        selection_mode: NODES_LOST,
        // On fixed nodes and on Karpenter's alike.
        resource_tag: [{ key: `kubernetes.io/cluster/${clusterName(platform, region)}`, value: "owned" }],
        filter: [{ path: "State.Name", values: ["running"] }],
      },
    ],
  };
}

function databaseFailOver({ platform, region }: Site): Fault {
  const single = platform.data.relational.kind === "rds";
  return {
    why: "The database's writer fails over to another zone of this region",
    action: [
      single
        ? {
            name: "fail-over",
            action_id: "aws:rds:reboot-db-instances",
            parameter: parameters({ forceFailover: "true" }),
            target: { key: "DBInstances", value: "database" },
          }
        : {
            name: "fail-over",
            action_id: "aws:rds:failover-db-cluster",
            target: { key: "Clusters", value: "database" },
          },
    ],
    target: [
      {
        name: "database",
        resource_type: single ? "aws:rds:db" : "aws:rds:cluster",
        selection_mode: "ALL",
        resource_arns: [databaseArn(platform, region.name)],
      },
    ],
  };
}

const replicatedBuckets = ({ platform, region }: Site): readonly string[] =>
  (["lake", "reports"] as const).map((purpose) => bucketArn(platform, purpose, region.name));

/** The peering, AWS's own replication of buckets and tables: what a cut between regions takes away. */
function regionCut(site: Site, { subnets }: Network): Fault {
  const { platform, region, peer } = site;
  const tables = platform.data.globalTables.map((table) => tableArn(platform, table, region.name));
  const during = parameters({ duration: LASTS, region: peer.name });
  return {
    why: `This region and ${peer.name} don't reach each other for ten minutes`,
    action: [
      {
        name: "cut-network",
        action_id: "aws:network:route-table-disrupt-cross-region-connectivity",
        parameter: during,
        target: { key: "Subnets", value: "nodes" },
      },
      {
        name: "pause-buckets",
        action_id: "aws:s3:bucket-pause-replication",
        parameter: during,
        target: { key: "Buckets", value: "buckets" },
      },
      ...(tables.length === 0
        ? []
        : [
            {
              name: "pause-tables",
              action_id: "aws:dynamodb:global-table-pause-replication",
              parameter: parameters({ duration: LASTS }),
              target: { key: "Tables", value: "tables" },
            },
          ]),
    ],
    target: [
      {
        name: "nodes",
        resource_type: "aws:ec2:subnet",
        selection_mode: "ALL",
        resource_arns: subnets.private.map((id) => subnetArn(site, id)),
      },
      {
        name: "buckets",
        resource_type: "aws:s3:bucket",
        selection_mode: "ALL",
        resource_arns: [...replicatedBuckets(site)],
      },
      ...(tables.length === 0
        ? []
        : [
            {
              name: "tables",
              resource_type: "aws:dynamodb:global-table",
              selection_mode: "ALL",
              resource_arns: tables,
            },
          ]),
    ],
  };
}

/** What the managed policies leave out: pausing replication, and the experiment's own log. */
function permissions(site: Site, { bucket }: Records) {
  const { platform, region } = site;
  return [
    {
      sid: "PauseBuckets",
      actions: ["s3:GetReplicationConfiguration", "s3:PutReplicationConfiguration", "s3:PauseReplication"],
      resources: [...replicatedBuckets(site)],
    },
    // Neither call knows resources.
    { sid: "Find", actions: ["s3:ListAllMyBuckets", "tag:GetResources"], resources: "*" },
    {
      sid: "PauseTables",
      actions: [
        "dynamodb:DescribeTable",
        "dynamodb:GetResourcePolicy",
        "dynamodb:PutResourcePolicy",
        "dynamodb:DeleteResourcePolicy",
        "dynamodb:InjectError",
      ],
      resources: platform.data.globalTables.map((table) => tableArn(platform, table, region.name)),
    },
    {
      // Log delivery is set up by the caller's permission; AWS knows no resources for it.
      sid: "Log",
      actions: [
        "logs:CreateLogDelivery",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
        "logs:DescribeLogGroups",
      ],
      resources: "*",
    },
    { sid: "Report", actions: "s3:PutObject", resources: text`${bucket.arn}/${RECORDS_PREFIXES.experiments}/*` },
  ].filter(({ resources }) => !Array.isArray(resources) || resources.length > 0);
}
