// For each rule at least one way to break it: a whole, sound platform with one thing wrong. A rule that sees nothing fails
// its test, and so does a way that no longer hits what it means to break.

import type { Rotation } from "../../blueprint/secret-rotation.ts";
import type { Argument } from "../../platform/terraform/language/expression.ts";
import type { Resource } from "../../platform/terraform/language/stack.ts";
import { stepOf } from "../../recovery/plan/actions.ts";
import { lost, made } from "../../recovery/plan/test-situations.ts";
import type { JudgedStack, Recoverable } from "./view.ts";

type BlueprintName = "flagship" | "A" | "B" | "C" | "D";
type Change = (subject: Recoverable) => Recoverable;
type Breaking = {
  readonly rule: string;
  readonly how: string;
  /** "flagship" unless told otherwise. */
  readonly of?: BlueprintName;
  /** Makes the blueprint sound for this rule first, where it isn't. */
  readonly sound?: Change;
  readonly breaks: Change;
};

const SOUTH_1 = "region/ap-south-1";
const SOUTH_2 = "region/ap-south-2";
type Args = Readonly<Record<string, Argument>>;

const inStacks =
  (change: (stack: JudgedStack) => JudgedStack): Change =>
  (subject) => ({ ...subject, stacks: subject.stacks.map(change) });

/** Other resources in place of those at this address ("aws_nat_gateway.*" for several) of one stack, or of all ("*"). */
const replace = (stack: string, address: string, by: (resource: Resource) => readonly Resource[]): Change => {
  const fits = address.endsWith("*")
    ? (one: Resource) => one.mode === "resource" && one.address.startsWith(address.slice(0, -1))
    : (one: Resource) => one.address === address;
  return (subject) => {
    let hits = 0;
    const changed = inStacks((one) => ({
      ...one,
      resources:
        stack !== "*" && one.name !== stack
          ? one.resources
          : one.resources.flatMap((resource) => {
              if (!fits(resource)) return [resource];
              hits++;
              return by(resource);
            }),
    }))(subject);
    if (hits === 0) throw new Error(`Nothing at ${stack} ${address}: name what this is to break as it is called now.`);
    return changed;
  };
};
const drop = (stack: string, address: string): Change => replace(stack, address, () => []);
const change = (stack: string, address: string, args: Args | ((before: Args) => Args)): Change =>
  replace(stack, address, (resource) => [
    { ...resource, args: typeof args === "function" ? args(resource.args) : { ...resource.args, ...args } },
  ]);
const without = (stack: string, address: string, ...names: readonly string[]): Change =>
  change(stack, address, (args) => Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name))));
const unguarded = (stack: string, address: string): Change =>
  replace(stack, address, (resource) => [{ ...resource, lifecycle: {} }]);
const both =
  (...changes: readonly Change[]): Change =>
  (subject) =>
    changes.reduce((so, one) => one(so), subject);

const platform =
  (by: (platform: Recoverable["platform"]) => Partial<Recoverable["platform"]>): Change =>
  (subject) => ({ ...subject, platform: { ...subject.platform, ...by(subject.platform) } });
const objectives = (by: Partial<Recoverable["platform"]["objectives"]>): Change =>
  platform((now) => ({ objectives: { ...now.objectives, ...by } }));
const rotation = (all: Rotation): Change =>
  platform(({ secrets }) => ({
    secrets: { ...secrets, entries: secrets.entries.map((entry) => ({ ...entry, rotation: all })) },
  }));
const critical = (by: Partial<Recoverable["platform"]["backups"]["plans"][number]>): Change =>
  platform(({ backups }) => ({
    backups: {
      ...backups,
      plans: backups.plans.map((plan) => (plan.importance === "critical" ? { ...plan, ...by } : plan)),
    },
  }));

const ref = (address: string, attribute: string): Argument => ({ kind: "ref", address, path: [attribute] });
/** One more statement in the policy of the standby's recoverer. */
const recovererMay = (action: string, resource: string): Change =>
  change("global", "aws_iam_role_policy.standby_recoverer_access", {
    policy: { kind: "json", value: { Statement: [{ Effect: "Allow", Action: action, Resource: resource }] } },
  });
const unknown: Resource = {
  kind: "resource",
  mode: "resource",
  type: "aws_efs_file_system",
  name: "shared",
  address: "aws_efs_file_system.shared",
  file: "shared",
  region: "ap-south-1",
  args: {},
  dependsOn: [],
  lifecycle: {},
};
const failOver = made("fail-over", lost);

export const BREAKINGS: readonly Breaking[] = [
  {
    rule: "RECOVER-01",
    how: "a file system that nobody has judged",
    breaks: inStacks((stack) =>
      stack.name === SOUTH_1 ? { ...stack, resources: [...stack.resources, unknown] } : stack,
    ),
  },
  { rule: "RECOVER-02", how: "brokers in one region only", breaks: drop(SOUTH_2, "aws_msk_cluster.brokers") },
  { rule: "RECOVER-02", how: "a bucket in one region only", of: "C", breaks: drop(SOUTH_2, "aws_s3_bucket.lake") },
  {
    rule: "RECOVER-03",
    how: "a standby's instance that follows nobody",
    of: "A",
    breaks: without(SOUTH_2, "aws_db_instance.main", "replicate_source_db"),
  },
  {
    rule: "RECOVER-03",
    how: "a cluster outside of the global one",
    breaks: without(SOUTH_2, "aws_rds_cluster.main", "global_cluster_identifier"),
  },
  { rule: "RECOVER-03", how: "backups that stay at home", of: "C", breaks: critical({ copyToOtherRegion: false }) },
  {
    rule: "RECOVER-04",
    how: "alarms above the RPO",
    breaks: both(
      change(SOUTH_2, "aws_cloudwatch_metric_alarm.database_global_lag_main", { threshold: 90_000 }),
      change(SOUTH_2, "aws_cloudwatch_metric_alarm.relational_lag", { threshold: 90 }),
    ),
  },
  { rule: "RECOVER-04", how: "a backup every four hours", of: "C", breaks: critical({ everyHours: 4 }) },
  { rule: "RECOVER-05", how: "a table without a replica", breaks: drop("link", "aws_dynamodb_table_replica.*") },
  {
    rule: "RECOVER-06",
    how: "no way back for the lake",
    breaks: drop("link", "aws_s3_bucket_replication_configuration.lake_from_standby"),
  },
  {
    rule: "RECOVER-07",
    how: "delete markers left out",
    breaks: change("link", "aws_s3_bucket_replication_configuration.lake_from_primary", (args) => ({
      ...args,
      rule: [{ ...((args.rule as readonly Args[])[0] ?? {}), delete_marker_replication: { status: "Disabled" } }],
    })),
  },
  {
    rule: "RECOVER-08",
    how: "no lifecycle on the copy",
    breaks: drop(SOUTH_2, "aws_s3_bucket_lifecycle_configuration.lake"),
  },
  {
    rule: "RECOVER-08",
    how: "versions suspended",
    breaks: change(SOUTH_1, "aws_s3_bucket_versioning.lake", { versioning_configuration: { status: "Suspended" } }),
  },
  {
    rule: "RECOVER-09",
    how: "a stream of one hour",
    breaks: platform(({ data }) => ({
      data: { ...data, stream: data.stream.kind === "msk" ? { ...data.stream, retentionHours: 1 } : data.stream },
    })),
  },
  {
    rule: "RECOVER-09",
    how: "a log on a volume of 1 GiB",
    of: "B",
    breaks: platform(({ data }) => ({ data: { ...data, stream: { kind: "embedded", volumeGib: 1 } } })),
  },
  {
    rule: "RECOVER-09",
    how: "a queue of ten minutes",
    breaks: change(SOUTH_1, "aws_sqs_queue.tasks", { message_retention_seconds: 600 }),
  },
  {
    rule: "RECOVER-10",
    how: "two brokers",
    breaks: change("*", "aws_msk_cluster.brokers", { number_of_broker_nodes: 2 }),
  },
  {
    rule: "RECOVER-10",
    how: "leaders that lack records",
    breaks: change(SOUTH_1, "aws_msk_configuration.brokers", (args) => ({
      ...args,
      server_properties: String(args.server_properties).replace(
        "unclean.leader.election.enable=false",
        "unclean.leader.election.enable=true",
      ),
    })),
  },
  {
    rule: "RECOVER-11",
    how: "a smaller copy",
    breaks: change(SOUTH_2, "aws_rds_cluster_instance.main_1", { instance_class: "db.t4g.medium" }),
  },
  {
    rule: "RECOVER-11",
    how: "an older copy",
    of: "A",
    breaks: change(SOUTH_2, "aws_db_instance.main", { engine_version: "16.8" }),
  },
  {
    rule: "RECOVER-12",
    how: "a table that may go",
    breaks: change(SOUTH_1, "aws_dynamodb_table.salts", { deletion_protection_enabled: false }),
  },
  { rule: "RECOVER-13", how: "no key for the lake there", breaks: drop("bootstrap/ap-south-2", "aws_kms_alias.lake") },
  {
    rule: "RECOVER-14",
    how: "the primary's key in the standby",
    breaks: change(SOUTH_2, "aws_rds_cluster.main", {
      kms_key_id: "arn:aws:kms:ap-south-1:111122223333:alias/tandem-data",
    }),
  },
  {
    rule: "RECOVER-14",
    how: "brokers' disks under the other region's key",
    breaks: change(SOUTH_2, "aws_msk_cluster.brokers", {
      encryption_info: { encryption_at_rest_kms_key_arn: "arn:aws:kms:ap-south-1:111122223333:alias/tandem-data" },
    }),
  },
  {
    rule: "RECOVER-15",
    how: "a secret without a replica",
    breaks: without(SOUTH_1, "aws_secretsmanager_secret.database_owner", "replica"),
  },
  {
    rule: "RECOVER-15",
    how: "a replica under no key of its own",
    breaks: change(SOUTH_1, "aws_secretsmanager_secret.link_key", { replica: [{ region: "ap-south-2" }] }),
  },
  {
    rule: "RECOVER-15",
    how: "a secret parameter that isn't copied",
    of: "D",
    breaks: drop("link", "aws_ssm_parameter.*"),
  },
  {
    rule: "RECOVER-16",
    how: "replicas that a plan would make anew",
    breaks: unguarded(SOUTH_1, "aws_secretsmanager_secret.database_owner"),
  },
  { rule: "RECOVER-17", how: "no word of the database there", breaks: drop(SOUTH_2, "aws_ssm_parameter.database") },
  {
    rule: "RECOVER-18",
    how: "a certificate for one name",
    breaks: without(SOUTH_2, "aws_acm_certificate.region", "subject_alternative_names"),
  },
  { rule: "RECOVER-18", how: "none for CloudFront", breaks: drop("global", "aws_acm_certificate.edge") },
  {
    rule: "RECOVER-19",
    how: "images that don't come back",
    breaks: drop(SOUTH_2, "aws_ecr_replication_configuration.main"),
  },
  {
    rule: "RECOVER-20",
    how: "tags that move",
    breaks: change(SOUTH_1, "aws_ecr_repository.app", { image_tag_mutability: "MUTABLE" }),
  },
  {
    rule: "RECOVER-21",
    how: "a TTL of an hour",
    breaks: change("edge", "aws_route53_record.app_primary", { ttl: 3_600 }),
  },
  { rule: "RECOVER-22", how: "one half of a pair", breaks: drop("edge", "aws_route53_record.app_standby") },
  {
    rule: "RECOVER-22",
    how: "a pair that nothing steers",
    breaks: without("edge", "aws_route53_record.app_primary", "health_check_id"),
  },
  {
    rule: "RECOVER-22",
    how: "a pair for one region",
    breaks: change("edge", "aws_route53_record.app_standby", { records: ["ap-south-1.origin.tandem.example.com"] }),
  },
  {
    rule: "RECOVER-23",
    how: "a check that only connects",
    breaks: change("edge", "aws_route53_health_check.primary_active", { type: "TCP" }),
  },
  {
    rule: "RECOVER-23",
    how: "a fail-over by what merely accepts",
    breaks: change("edge", "aws_route53_record.app_primary", {
      health_check_id: ref("aws_route53_health_check.primary_accepting", "id"),
    }),
  },
  {
    rule: "RECOVER-24",
    how: "asked from the two regions and one more",
    breaks: change("edge", "aws_route53_health_check.primary_active", {
      regions: ["ap-south-1", "ap-south-2", "eu-west-1"],
    }),
  },
  {
    rule: "RECOVER-25",
    how: "noticed after five minutes",
    breaks: change("edge", "aws_route53_health_check.primary_active", { request_interval: 30, failure_threshold: 10 }),
  },
  { rule: "RECOVER-26", how: "events for one region", breaks: drop("edge", "aws_route53_record.collect_standby") },
  {
    rule: "RECOVER-26",
    how: "events for the active region",
    breaks: change("edge", "aws_route53_record.collect_primary", {
      health_check_id: ref("aws_route53_health_check.primary_active", "id"),
    }),
  },
  {
    rule: "RECOVER-27",
    how: "a plain record to a region",
    breaks: without("edge", "aws_route53_record.app_primary", "failover_routing_policy", "set_identifier"),
  },
  { rule: "RECOVER-28", how: "no eyes in the witness", breaks: drop("witness", "aws_synthetics_canary.ap_south_1") },
  {
    rule: "RECOVER-29",
    how: "a visit that rings nowhere",
    breaks: drop(SOUTH_2, "aws_cloudwatch_composite_alarm.lost_ap_south_1"),
  },
  {
    rule: "RECOVER-30",
    how: "a witness that nobody hears",
    breaks: drop("global", "aws_sns_topic_subscription.page_pager"),
  },
  {
    rule: "RECOVER-31",
    how: "a trail of one region",
    breaks: change("global", "aws_cloudtrail.account", { is_multi_region_trail: false }),
  },
  { rule: "RECOVER-31", how: "no trail", breaks: drop("global", "aws_cloudtrail.account") },
  {
    rule: "RECOVER-32",
    how: "drills that may be a year old",
    breaks: change(SOUTH_2, "aws_cloudwatch_metric_alarm.drill_old", { threshold: 365 * 86_400 }),
  },
  { rule: "RECOVER-33", how: "a database in no plan", breaks: without(SOUTH_1, "aws_rds_cluster.main", "tags") },
  {
    rule: "RECOVER-34",
    how: "a plan that copies nothing",
    breaks: change(SOUTH_1, "aws_backup_plan.critical", (args) => ({
      ...args,
      rule: [{ ...((args.rule as readonly Args[])[0] ?? {}), copy_action: [] }],
    })),
  },
  { rule: "RECOVER-34", how: "no vault over there", breaks: drop(SOUTH_2, "aws_backup_vault.main") },
  {
    rule: "RECOVER-35",
    how: "a vault without a lock",
    breaks: drop(SOUTH_2, "aws_backup_vault_lock_configuration.main"),
  },
  {
    rule: "RECOVER-36",
    how: "a database that is never restored",
    breaks: drop(SOUTH_1, "aws_backup_restore_testing_selection.database"),
  },
  {
    rule: "RECOVER-37",
    how: "a replica without backups",
    of: "A",
    breaks: change(SOUTH_2, "aws_db_instance.main", { backup_retention_period: 0 }),
  },
  {
    rule: "RECOVER-38",
    how: "a recoverer that may do nothing",
    breaks: drop("global", "aws_iam_role_policy.standby_recoverer_access"),
  },
  {
    rule: "RECOVER-39",
    how: "scaling the lost region first",
    breaks: recovererMay("eks:UpdateNodegroupConfig", "arn:aws:eks:ap-south-1:111122223333:nodegroup/tandem/*"),
  },
  {
    rule: "RECOVER-40",
    how: "moving a record",
    breaks: recovererMay("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/*"),
  },
  {
    rule: "RECOVER-41",
    how: "a provider for the other region",
    breaks: inStacks((stack) =>
      stack.name === SOUTH_2
        ? { ...stack, providers: [...stack.providers, { alias: "primary", region: "ap-south-1" }] }
        : stack,
    ),
  },
  {
    rule: "RECOVER-41",
    how: "a look at the other region",
    breaks: replace("edge", "data.aws_route53_zone.main", (zone) => [{ ...zone, region: "ap-south-1" }]),
  },
  {
    rule: "RECOVER-42",
    how: "a group of another region",
    breaks: change(SOUTH_1, "aws_vpc_security_group_egress_rule.nodes_to_search_443", {
      referenced_security_group_id: "sg-0123456789abcdef0",
    }),
  },
  { rule: "RECOVER-43", how: "two voters", breaks: drop("witness", "aws_dynamodb_table.voter") },
  {
    rule: "RECOVER-43",
    how: "a witness at home",
    breaks: platform(({ regions }) => ({ regions: { ...regions, witness: { name: "ap-south-1", optIn: false } } })),
  },
  {
    rule: "RECOVER-44",
    how: "a cluster whose role is written down",
    breaks: unguarded(SOUTH_2, "aws_rds_cluster.main"),
  },
  {
    rule: "RECOVER-44",
    how: "an instance whose source is written down",
    of: "A",
    breaks: unguarded(SOUTH_2, "aws_db_instance.main"),
  },
  {
    rule: "RECOVER-45",
    how: "a parameter that names the active region",
    breaks: change(SOUTH_1, "aws_ssm_parameter.platform", { insecure_value: '{"activeRegion":"ap-south-1"}' }),
  },
  {
    rule: "RECOVER-46",
    how: "promoting before fencing",
    breaks: (subject) => ({
      ...subject,
      plans: [
        { ...failOver, steps: failOver.steps.map((step) => (step.id === "promote" ? { ...step, needs: [] } : step)) },
      ],
    }),
  },
  {
    rule: "RECOVER-47",
    how: "asking the lost region to hand over",
    breaks: (subject) => ({
      ...subject,
      plans: [{ ...failOver, steps: [...failOver.steps, stepOf("yield", ["check"])] }],
    }),
  },
  { rule: "RECOVER-48", how: "an RTO of two minutes", breaks: objectives({ rtoSeconds: 120 }) },
  { rule: "RECOVER-48", how: "a pilot light in ten minutes", of: "B", breaks: objectives({ rtoSeconds: 600 }) },
  {
    rule: "RECOVER-49",
    how: "an RTO for usual days only",
    sound: objectives({ rtoSeconds: 600 }),
    breaks: objectives({ rtoSeconds: 300 }),
  },
  {
    rule: "RECOVER-50",
    how: "a drill of last year",
    sound: (subject) => ({ ...subject, today: "2026-11-21", drill: { on: "2026-11-01", rtoSecondsP95: 200 } }),
    breaks: (subject) => ({ ...subject, drill: { on: "2025-11-21", rtoSecondsP95: 200 } }),
  },
  {
    rule: "RECOVER-50",
    how: "drills that took longer",
    breaks: (subject) => ({ ...subject, drill: { on: "2026-11-01", rtoSecondsP95: 301 } }),
  },
  {
    rule: "RECOVER-51",
    how: "nobody may cut the region off",
    breaks: drop(SOUTH_1, "aws_fis_experiment_template.region_cut"),
  },
  { rule: "RECOVER-52", how: "a cold region in an hour", of: "C", breaks: objectives({ rtoSeconds: 3_600 }) },
  {
    rule: "RECOVER-53",
    how: "a lower ceiling",
    breaks: change(SOUTH_2, "aws_autoscaling_group.nginx", { max_size: 3 }),
  },
  {
    rule: "RECOVER-54",
    how: "a smaller cache",
    breaks: change(SOUTH_2, "aws_elasticache_replication_group.cache", { node_type: "cache.t4g.micro" }),
  },
  { rule: "RECOVER-55", how: "a cluster of one", breaks: drop(SOUTH_2, "aws_rds_cluster_instance.main_2") },
  {
    rule: "RECOVER-55",
    how: "an instance in one zone",
    of: "A",
    breaks: change(SOUTH_2, "aws_db_instance.main", { multi_az: false }),
  },
  {
    rule: "RECOVER-55",
    how: "a cache that waits for its zone",
    breaks: change(SOUTH_1, "aws_elasticache_replication_group.cache", { multi_az_enabled: false }),
  },
  {
    rule: "RECOVER-55",
    how: "nodes in one subnet",
    breaks: change(SOUTH_1, "aws_eks_node_group.system", { subnet_ids: [ref("aws_subnet.private_a", "id")] }),
  },
  {
    rule: "RECOVER-56",
    how: "one way out",
    breaks: both(drop(SOUTH_1, "aws_nat_gateway.b"), drop(SOUTH_1, "aws_nat_gateway.c")),
  },
  {
    rule: "RECOVER-57",
    how: "a standby inside the primary's range",
    breaks: platform(({ regions }) => ({
      regions: { ...regions, standby: { ...regions.standby, cidr: "10.0.128.0/17" } },
    })),
  },
  {
    rule: "RECOVER-58",
    how: "half a standby",
    sound: platform(({ regions }) => ({ regions: { ...regions, standby: { ...regions.standby, share: 1 } } })),
    breaks: platform(({ regions }) => ({ regions: { ...regions, standby: { ...regions.standby, share: 0.5 } } })),
  },
  {
    rule: "RECOVER-59",
    how: "the edge's state in the primary",
    breaks: inStacks((stack) =>
      stack.name === "edge"
        ? { ...stack, settings: { state: { ...stack.settings.state, region: "ap-south-1" } } }
        : stack,
    ),
  },
  {
    rule: "RECOVER-60",
    how: "states without versions",
    breaks: drop("bootstrap/ap-south-2", "aws_s3_bucket_versioning.state"),
  },
  {
    rule: "RECOVER-60",
    how: "states that a plan may delete",
    breaks: unguarded("bootstrap/ap-south-1", "aws_s3_bucket.state"),
  },
  {
    rule: "RECOVER-61",
    how: "a copy that may be two hours old",
    of: "C",
    sound: objectives({ rpoSeconds: 10_800 }),
    breaks: objectives({ rpoSeconds: 3_600 }),
  },
  {
    rule: "RECOVER-62",
    how: "an environment that is cheap on purpose",
    breaks: platform(() => ({ environment: "dev" })),
  },
  {
    rule: "RECOVER-63",
    how: "buckets that are copied in a quarter of an hour",
    sound: objectives({ rpoSeconds: 3_600 }),
    breaks: objectives({ rpoSeconds: 30 }),
  },
  {
    rule: "RECOVER-64",
    how: "two looks that nobody holds together",
    breaks: inStacks((stack) => ({
      ...stack,
      files: stack.files.map((file) => ({ ...file, items: file.items.filter(({ kind }) => kind !== "check") })),
    })),
  },
  { rule: "RECOVER-64", how: "one look only", breaks: drop("link", "data.aws_ssm_parameter.platform_in_standby") },
  {
    rule: "RECOVER-65",
    how: "a password that nothing rotates",
    breaks: drop(SOUTH_1, "aws_secretsmanager_secret_rotation.database_owner"),
  },
  {
    rule: "RECOVER-66",
    how: "keys that only a person changes",
    sound: rotation({ kind: "by-itself" }),
    breaks: rotation({ kind: "by-hand", because: "nobody else knows how" }),
  },
];
