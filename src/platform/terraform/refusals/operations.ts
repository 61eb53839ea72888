// What CloudWatch, AWS Backup, Synthetics, FIS, Budgets, Config and EKS refuse.
import { regionOfArn } from "./cloudfront.ts";
import { block, blocks, type Graph, isSet, list, type Placed } from "./graph.ts";
import { type Refusal, refused } from "./refusal.ts";

/** Namespaces that exist in one region, whatever region the resource is in. */
const GLOBAL_METRICS: Readonly<Record<string, string>> = {
  "AWS/Route53": "us-east-1",
  "AWS/CloudFront": "us-east-1",
  "AWS/Billing": "us-east-1",
  "AWS/DDoSProtection": "us-east-1",
};
const ALARM_HISTORY_SECONDS_MAX = { short: 86_400, long: 604_800 };
const HOUR_SECONDS = 3_600;
const COMPOSITE_RULE_LENGTH_MAX = 10_240;
const COLD_STORAGE_DAYS_MIN = 90;
const CONTINUOUS_BACKUP_DAYS_MAX = 35;
const BUDGET_NOTIFICATIONS_MAX = 5;
const DASHBOARD_WIDGETS_MAX = 500;
/** Regions in which AWS Config can't record IAM users, groups, roles and policies: those launched after February 2022. */
const NO_GLOBAL_TYPES = new Set([
  "ap-south-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-7",
  "ca-west-1",
  "eu-central-2",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
  "mx-central-1",
]);

const alarms = (graph: Graph): readonly Placed[] => graph.of("aws_cloudwatch_metric_alarm");

/** The metrics that an alarm looks at: its own, or those of its queries. */
function metricsOf(
  graph: Graph,
  alarm: Placed,
): readonly { readonly namespace: string; readonly period: number | undefined; readonly region: string | undefined }[] {
  const own = graph.text(alarm, alarm.args.namespace);
  const queried = blocks(alarm.args.metric_query).flatMap((query) => blocks(query.metric));
  return [
    ...(own === undefined
      ? []
      : [{ namespace: own, period: graph.number(alarm, alarm.args.period), region: undefined }]),
    ...queried.map((metric) => ({
      namespace: graph.text(alarm, metric.namespace) ?? "",
      period: graph.number(alarm, metric.period),
      region: graph.text(alarm, block(metric.dimensions).Region),
    })),
  ];
}

export const OPERATIONS: readonly Refusal[] = [
  {
    id: "alarm-on-another-regions-metric",
    says: "An alarm watches metrics of its own Region; Route 53, CloudFront and billing publish in us-east-1 alone. Elsewhere it stays in INSUFFICIENT_DATA.",
    source: { kind: "issue", where: "https://github.com/hashicorp/terraform/issues/7371" },
    mend: "Declare it through a provider of that region.",
    *find(graph) {
      for (const alarm of alarms(graph)) {
        for (const { namespace } of metricsOf(graph, alarm)) {
          const home = GLOBAL_METRICS[namespace];
          if (home !== undefined && home !== alarm.region)
            yield refused(alarm, `watches ${namespace} from ${alarm.region}, and it is in ${home}`);
        }
        for (const value of Object.values(block(alarm.args.dimensions))) {
          const target = graph.target(alarm, value);
          if (target && target.region !== alarm.region && !isGlobal(target))
            yield refused(alarm, `watches ${target.address} of ${target.region} from ${alarm.region}`);
          const arn = regionOfArn(graph.text(alarm, value));
          if (arn !== undefined && arn !== alarm.region)
            yield refused(alarm, `watches a resource of ${arn} from ${alarm.region}`);
        }
      }
    },
  },
  {
    id: "alarm-acts-in-another-region",
    says: "ValidationError: Invalid region ca-central-1 specified. Only us-west-2 is supported.",
    source: { kind: "issue", where: "https://github.com/cds-snc/notification-terraform/pull/128" },
    mend: "Publish to a topic of the alarm's own region.",
    *find(graph) {
      for (const alarm of [...alarms(graph), ...graph.of("aws_cloudwatch_composite_alarm")]) {
        for (const action of ["alarm_actions", "ok_actions", "insufficient_data_actions"].flatMap((name) =>
          list(alarm.args[name]),
        )) {
          const region = graph.target(alarm, action)?.region ?? regionOfArn(graph.text(alarm, action));
          if (region !== undefined && region !== alarm.region)
            yield refused(alarm, `acts in ${region} from ${alarm.region}`);
        }
      }
    },
  },
  {
    id: "alarm-period",
    says: "ValidationError: Period must be 10, 20, 30 or a multiple of 60; the evaluation at most one day for periods below an hour, at most seven else; datapoints to alarm at most the periods.",
    source: {
      kind: "API model",
      where: "cloudwatch PutMetricAlarm, members Period, EvaluationPeriods, DatapointsToAlarm",
    },
    mend: "Look less far back, or with longer periods.",
    *find(graph) {
      for (const alarm of alarms(graph)) {
        const evaluated = graph.number(alarm, alarm.args.evaluation_periods) ?? 1;
        const needed = graph.number(alarm, alarm.args.datapoints_to_alarm);
        if (needed !== undefined && needed > evaluated) yield refused(alarm, `needs ${needed} of ${evaluated} periods`);
        for (const { namespace, period } of metricsOf(graph, alarm)) {
          if (period === undefined) continue;
          const seconds = period * evaluated;
          const max = period < HOUR_SECONDS ? ALARM_HISTORY_SECONDS_MAX.short : ALARM_HISTORY_SECONDS_MAX.long;
          if (![10, 20, 30].includes(period) && period % 60 !== 0) yield refused(alarm, `has a period of ${period} s`);
          else if (period < 60 && namespace.startsWith("AWS/"))
            yield refused(alarm, `asks ${namespace} every ${period} s, and AWS's own metrics come by the minute`);
          if (seconds > max) yield refused(alarm, `looks ${seconds} s back`);
        }
      }
    },
  },
  {
    id: "composite-alarm-of-unknown-alarm",
    says: "ValidationError: AlarmRule refers to alarms that don't exist in the Region, or is over 10,240 characters.",
    source: { kind: "API model", where: "cloudwatch PutCompositeAlarm, member AlarmRule" },
    mend: "Name alarms of the composite's own account and region, which are created before it.",
    *find(graph) {
      for (const composite of graph.of("aws_cloudwatch_composite_alarm")) {
        const rule = graph.text(composite, composite.args.alarm_rule);
        if (rule === undefined) continue;
        if (rule.length > COMPOSITE_RULE_LENGTH_MAX) yield refused(composite, `its rule has ${rule.length} characters`);
        const known = new Set(
          [...alarms(graph), ...graph.of("aws_cloudwatch_composite_alarm")]
            .filter((alarm) => alarm.region === composite.region)
            .map((alarm) => graph.nameOf(alarm)),
        );
        for (const [, quoted, bare] of rule.matchAll(
          /(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]+)"|([^")\s]+))\s*\)/g,
        )) {
          const name = (quoted ?? bare ?? "").replace(/^arn:.*:alarm:/, "");
          if (!known.has(name))
            yield refused(composite, `its rule names "${name}", which is no alarm of ${composite.region}`);
        }
      }
    },
  },
  {
    id: "dashboard-too-large",
    says: "InvalidParameterInput: The dashboard body is invalid: at most 500 widgets; its name of A-Z, a-z, 0-9, - and _.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html",
    },
    mend: "Split it.",
    *find(graph) {
      for (const dashboard of graph.of("aws_cloudwatch_dashboard")) {
        const name = graph.text(dashboard, dashboard.args.dashboard_name);
        const body = dashboard.args.dashboard_body;
        const widgets =
          typeof body === "object" && body !== null && "kind" in body && body.kind === "json"
            ? list(block((body as { value?: never }).value).widgets).length
            : 0;
        if (widgets > DASHBOARD_WIDGETS_MAX) yield refused(dashboard, `has ${widgets} widgets`);
        if (name !== undefined && !/^[\w-]{1,255}$/.test(name)) yield refused(dashboard, `is called "${name}"`);
      }
    },
  },
  {
    id: "log-group-name",
    says: "InvalidParameterException: Log group names are 1 to 512 characters of a-z, A-Z, 0-9, _, -, /, . and #, and don't begin with aws/.",
    source: { kind: "API model", where: "logs CreateLogGroup" },
    mend: "Rename it.",
    *find(graph) {
      for (const group of graph.of("aws_cloudwatch_log_group")) {
        const name = graph.nameOf(group);
        if (name !== undefined && (!/^[\w/.#-]{1,512}$/.test(name) || name.startsWith("aws/")))
          yield refused(group, `is called "${name}"`);
      }
    },
  },
  {
    id: "backup-cold-storage-too-short",
    says: "InvalidParameterValueException: Backups transitioned to cold storage must be stored in cold storage for a minimum of 90 days.",
    source: { kind: "API model", where: "backup Lifecycle" },
    mend: "Keep it 90 days longer than until the move.",
    *find(graph) {
      for (const plan of graph.of("aws_backup_plan")) {
        for (const rule of blocks(plan.args.rule)) {
          for (const lifecycle of [
            ...blocks(rule.lifecycle),
            ...blocks(rule.copy_action).flatMap((copy) => blocks(copy.lifecycle)),
          ]) {
            const [cold, end] = [lifecycle.cold_storage_after, lifecycle.delete_after].map((value) =>
              graph.number(plan, value),
            );
            if (cold !== undefined && end !== undefined && end < cold + COLD_STORAGE_DAYS_MIN)
              yield refused(plan, `moves to cold storage after ${cold} days and deletes after ${end}`);
          }
        }
      }
    },
  },
  {
    id: "backup-continuous-too-long",
    says: "InvalidParameterValueException: Continuous backups are kept 1 to 35 days, and never move to cold storage.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html",
    },
    mend: "Make a second rule of snapshots for longer retention.",
    *find(graph) {
      for (const plan of graph.of("aws_backup_plan")) {
        for (const rule of blocks(plan.args.rule)) {
          if (rule.enable_continuous_backup !== true) continue;
          const lifecycle = block(rule.lifecycle);
          const days = graph.number(plan, lifecycle.delete_after);
          if (days === undefined || days > CONTINUOUS_BACKUP_DAYS_MAX)
            yield refused(plan, `keeps continuous backups ${days === undefined ? "for ever" : `${days} days`}`);
          if (isSet(lifecycle.cold_storage_after)) yield refused(plan, "moves continuous backups to cold storage");
        }
      }
    },
  },
  {
    id: "backup-outside-the-vaults-lock",
    says: "Any backup or copy job to the vault must have a lifecycle policy with a retention period between the lock's minimum and maximum; else the job fails.",
    source: {
      kind: "API model",
      where: "backup PutBackupVaultLockConfiguration, members MinRetentionDays, MaxRetentionDays",
    },
    mend: "Make the plans' retention and the vault's lock agree.",
    *find(graph) {
      for (const plan of graph.of("aws_backup_plan")) {
        for (const rule of blocks(plan.args.rule)) {
          const days = graph.number(plan, block(rule.lifecycle).delete_after);
          const vault = graph.text(plan, rule.target_vault_name);
          const lock = graph
            .of("aws_backup_vault_lock_configuration")
            .find((it) => it.region === plan.region && graph.text(it, it.args.backup_vault_name) === vault);
          if (!lock || vault === undefined || days === undefined) continue;
          const least = graph.number(lock, lock.args.min_retention_days) ?? 0;
          const most = graph.number(lock, lock.args.max_retention_days) ?? Number.POSITIVE_INFINITY;
          if (days < least || days > most)
            yield refused(plan, `keeps ${days} days in ${vault}, whose lock admits ${least} to ${most}`);
        }
      }
    },
  },
  {
    id: "canary-slower-than-its-schedule",
    says: "ValidationException: TimeoutInSeconds can't be longer than the frequency of the runs of this canary.",
    source: { kind: "API model", where: "synthetics CanaryRunConfigInput, member TimeoutInSeconds" },
    mend: "Shorten the time-out, or run it less often.",
    *find(graph) {
      for (const canary of graph.of("aws_synthetics_canary")) {
        const [, count, unit] =
          /^rate\((\d+) (minute|hour)s?\)$/.exec(graph.text(canary, block(canary.args.schedule).expression) ?? "") ??
          [];
        const timeout = graph.number(canary, block(canary.args.run_config).timeout_in_seconds);
        const every = count === undefined ? 0 : Number(count) * (unit === "hour" ? HOUR_SECONDS : 60);
        if (timeout !== undefined && every > 0 && timeout > every)
          yield refused(canary, `may take ${timeout} s every ${every} s`);
        if (every > HOUR_SECONDS) yield refused(canary, `runs every ${every} s, and an hour is the most`);
      }
    },
  },
  {
    id: "canary-name",
    says: "Value at 'name' failed to satisfy constraint: ^[0-9a-z_\\-]+$ and 255 characters (21 before 2024).",
    source: { kind: "API model", where: "synthetics shape CanaryName" },
    mend: "Use lower-case letters, digits, - and _.",
    *find(graph) {
      for (const canary of graph.of("aws_synthetics_canary")) {
        const name = graph.nameOf(canary);
        if (name !== undefined && !/^[0-9a-z_-]{1,255}$/.test(name)) yield refused(canary, `is called "${name}"`);
      }
    },
  },
  {
    id: "experiment-target-by-both",
    says: "A target must have at least one ARN or at least one resource tag. You cannot specify both ARNs and tags.",
    source: { kind: "API model", where: "fis CreateExperimentTemplateTargetInput" },
    mend: "Choose targets by tag, or by ARN.",
    *find(graph) {
      for (const template of graph.of("aws_fis_experiment_template")) {
        for (const target of blocks(template.args.target)) {
          if (list(target.resource_arns).length > 0 && blocks(target.resource_tag).length > 0)
            yield refused(template, `its target ${String(target.name)} has ARNs and tags`);
        }
      }
    },
  },
  {
    id: "budget-notifications-over-quota",
    says: "CreationLimitExceededException: A budget can have up to five notifications.",
    source: { kind: "API model", where: "budgets shape NotificationWithSubscribersList" },
    mend: "Keep five, or make a second budget.",
    *find(graph) {
      for (const budget of graph.of("aws_budgets_budget")) {
        const count = blocks(budget.args.notification).length;
        if (count > BUDGET_NOTIFICATIONS_MAX) yield refused(budget, `has ${count} notifications`);
      }
    },
  },
  {
    id: "recorder-of-global-types",
    says: "IAM users, groups, roles and policies can't be recorded in Regions supported by AWS Config after February 2022 (ap-south-2 among them); includeGlobalResourceTypes needs allSupported.",
    source: { kind: "API model", where: "config RecordingGroup, member includeGlobalResourceTypes" },
    mend: "Record the global types in one older region.",
    *find(graph) {
      for (const recorder of graph.of("aws_config_configuration_recorder")) {
        for (const group of blocks(recorder.args.recording_group)) {
          if (group.include_global_resource_types !== true) continue;
          if (NO_GLOBAL_TYPES.has(recorder.region))
            yield refused(recorder, `records global types in ${recorder.region}`);
          if (group.all_supported === false) yield refused(recorder, "records global types without all supported ones");
        }
      }
    },
  },
  {
    id: "cluster-in-one-zone",
    says: "You must specify at least two subnets that are in different Availability Zones.",
    source: { kind: "API model", where: "eks UpdateClusterConfig, VpcConfigRequest" },
    mend: "Give it the private subnets of all zones.",
    *find(graph) {
      for (const cluster of graph.of("aws_eks_cluster")) {
        const subnets = block(cluster.args.vpc_config).subnet_ids;
        if (Array.isArray(subnets) && subnets.length < 2) yield refused(cluster, "has one subnet");
      }
    },
  },
  {
    id: "cluster-without-any-endpoint",
    says: "InvalidParameterException: Private and public endpoint access cannot be false.",
    source: { kind: "remembered", where: "eks CreateCluster, VpcConfigRequest" },
    mend: "Enable the private endpoint.",
    *find(graph) {
      for (const cluster of graph.of("aws_eks_cluster")) {
        const vpc = block(cluster.args.vpc_config);
        if (vpc.endpoint_public_access === false && vpc.endpoint_private_access !== true)
          yield refused(cluster, "can be reached by nobody");
      }
    },
  },
  {
    id: "node-group-says-what-its-template-says",
    says: "InvalidParameterException: Disk size / instance type / instance profile / remote access can't be given both in the node group and in its launch template.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html#launch-template-basics",
    },
    mend: "Say it in one of the two; an instance profile in neither (the group's role becomes one).",
    *find(graph) {
      for (const group of graph.of("aws_eks_node_group")) {
        const reference = block(group.args.launch_template);
        const template = graph.target(group, reference.id) ?? graph.target(group, reference.name);
        if (!template) continue;
        if (isSet(group.args.disk_size)) yield refused(group, `sets disk_size beside ${template.address}`);
        if (isSet(group.args.remote_access)) yield refused(group, `sets remote_access beside ${template.address}`);
        if (isSet(group.args.instance_types) && isSet(template.args.instance_type))
          yield refused(group, `names instance types, as ${template.address} does`);
        if (isSet(template.args.iam_instance_profile))
          yield refused(group, `${template.address} names an instance profile`);
        if (
          isSet(template.args.vpc_security_group_ids) &&
          isSet(block(template.args.network_interfaces).security_groups)
        )
          yield refused(group, `${template.address} names security groups twice`);
      }
    },
  },
  {
    id: "access-entry-of-system-group",
    says: "InvalidParameterException: The kubernetes group name … is invalid, it cannot start with system:, eks:, aws:, amazon: or iam:",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html",
    },
    mend: "Bind a group of your own, or use an access policy. An entry of a node's type has neither.",
    *find(graph) {
      for (const entry of graph.of("aws_eks_access_entry")) {
        const groups = list(entry.args.kubernetes_groups).map((group) => graph.text(entry, group) ?? "");
        for (const group of groups.filter((it) => /^(system|eks|aws|amazon|iam):/.test(it)))
          yield refused(entry, `belongs to ${group}`);
        const node = /^EC2/.test(String(entry.args.type ?? "STANDARD"));
        if (node && groups.length > 0) yield refused(entry, `is of type ${String(entry.args.type)} and names groups`);
      }
    },
  },
  {
    id: "region-opted-in-late",
    says: "DisabledRegionException / AuthFailure: an opt-in Region answers nobody before it is enabled, which takes minutes to hours.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html",
    },
    mend: "Enable it with aws_account_region in the bootstrap of another region, and apply that first.",
    *find(graph) {
      const opened = new Set(graph.of("aws_account_region").map((it) => graph.text(it, it.args.region_name)));
      const asked = new Set<string>();
      for (const it of graph.resources) {
        if (!NO_GLOBAL_TYPES.has(it.region) || opened.has(it.region) || asked.has(it.region)) continue;
        asked.add(it.region);
        yield refused(it, `and others are in ${it.region}, which must be opted into, and no stack does`);
      }
    },
  },
];

/** Services whose resources have no region, whatever provider declares them. */
const isGlobal = (it: Placed): boolean => /^aws_(iam|route53|cloudfront|globalaccelerator)_/.test(it.type);
