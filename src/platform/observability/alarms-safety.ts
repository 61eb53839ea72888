// Alarms of what watches and saves: backups, canaries, the pager, the account's trail.
import type { AlarmRule, Subject } from "./alarm-rule.ts";
import { AT_ONCE, own } from "./alarm-rule.ts";
import { metricOf } from "./alarms-cluster.ts";

/** The namespace of what the trail's log is searched for. */
export const TRAIL_NAMESPACE = "Tandem/Trail";
/** Of the trail's metrics those that get a person up. */
export const TRAIL_PAGES: readonly string[] = ["RootUsed", "TrailChanged"];

const ofTrail = ({ resource }: Subject): boolean => metricOf(resource.args).namespace === TRAIL_NAMESPACE;
const pages = ({ resource }: Subject): boolean => TRAIL_PAGES.includes(metricOf(resource.args).name ?? "");
const trailReading = ({ resource }: Subject) => ({
  kind: "metric" as const,
  metric: { namespace: TRAIL_NAMESPACE, name: metricOf(resource.args).name ?? "", statistic: "Sum" as const },
});
const isPager = ({ resource }: Subject): boolean => /-pager(-dead)?$/.test(pagerNameOf(resource.args));
const pagerNameOf = (args: Subject["resource"]["args"]): string => String(args.function_name ?? args.name);

/** An alarm of the canary itself only: what it says of a region is that region's composite. */
const asksForTheActive = ({ resource }: Subject): boolean => /-watch-active$/.test(String(resource.args.name));

export const SAFETY_ALARMS: readonly AlarmRule[] = [
  {
    id: "active-lost",
    component: "canaries",
    on: "aws_synthetics_canary",
    when: asksForTheActive,
    dimensions: (subject) => ({ CanaryName: own(subject, "name") }),
    says: "From outside, no region answers as the active one",
    reading: {
      kind: "metric",
      metric: { namespace: "CloudWatchSynthetics", name: "SuccessPercent", statistic: "Average" },
    },
    periodSeconds: ({ platform }) => platform.observability.canaryMinutes * 60,
    datapoints: { beyond: 2, of: 2 },
    comparison: "<",
    threshold: () => 50,
    unit: "% of visits",
    formula: "two visits in a row; each asks twice before it calls anything failed",
    missing: "breaching",
    severity: "page",
    ill: false,
    owner: "recovery",
    first:
      "`tandem status` from any machine: who holds the lease? Nobody: the recovery plan's page. Somebody: DNS or the CDN.",
  },
  {
    id: "canary-failed",
    component: "canaries",
    on: "aws_synthetics_canary",
    when: (subject) => !asksForTheActive(subject),
    dimensions: (subject) => ({ CanaryName: own(subject, "name") }),
    says: "A region doesn't answer when asked from here",
    reading: {
      kind: "metric",
      metric: { namespace: "CloudWatchSynthetics", name: "SuccessPercent", statistic: "Average" },
    },
    periodSeconds: ({ platform }) => platform.observability.canaryMinutes * 60,
    datapoints: { beyond: 2, of: 2 },
    comparison: "<",
    threshold: () => 50,
    unit: "% of visits",
    formula: "two visits in a row; each asks twice before it calls anything failed",
    missing: "breaching",
    severity: "ticket",
    ill: false,
    owner: "recovery",
    first: "The canary's last run names the address and the reason. The composite `lost-…` has paged already.",
  },
  {
    id: "backup-none",
    component: "backups",
    on: "aws_backup_vault",
    when: ({ region }) => region?.holds.data === true,
    dimensions: (subject) => ({ BackupVaultName: own(subject, "name") }),
    says: "Not one backup was finished in a day",
    reading: {
      kind: "metric",
      metric: { namespace: "AWS/Backup", name: "NumberOfBackupJobsCompleted", statistic: "Sum" },
    },
    periodSeconds: 86_400,
    datapoints: AT_ONCE,
    comparison: "<",
    threshold: () => 1,
    unit: "backups",
    formula:
      "the rarest plan saves once a day; a failed job is told by the event backup-failed, a job that never began by this",
    missing: "breaching",
    severity: "ticket",
    ill: false,
    owner: "safety",
    first: "Do the stores carry the tag `importance`? Is the type opted in (aws backup describe-region-settings)?",
  },
  {
    id: "pager-undelivered",
    component: "pager",
    on: "aws_sqs_queue",
    when: isPager,
    dimensions: (subject) => ({ QueueName: own(subject, "name") }),
    says: "Notifications never reached PagerDuty",
    reading: {
      kind: "metric",
      metric: { namespace: "AWS/SQS", name: "ApproximateNumberOfMessagesVisible", statistic: "Maximum" },
    },
    periodSeconds: 60,
    datapoints: AT_ONCE,
    comparison: ">",
    threshold: () => 0,
    unit: "notifications",
    formula: "any: each was tried three times",
    missing: "notBreaching",
    severity: "page",
    ill: false,
    fallback: true,
    owner: "safety",
    first:
      "Read them: they are the pages that nobody got. Then the function's log: an empty secret, a wrong key, or PagerDuty itself.",
  },
  {
    id: "pager-errors",
    component: "pager",
    on: "aws_lambda_function",
    when: isPager,
    dimensions: (subject) => ({ FunctionName: own(subject, "function_name") }),
    says: "The pager fails",
    reading: { kind: "metric", metric: { namespace: "AWS/Lambda", name: "Errors", statistic: "Sum" } },
    periodSeconds: 60,
    datapoints: AT_ONCE,
    comparison: ">",
    threshold: () => 0,
    unit: "runs",
    formula: "any; it is tried again twice, which can take minutes",
    missing: "notBreaching",
    severity: "page",
    ill: false,
    fallback: true,
    owner: "safety",
    first: "The function's log says what PagerDuty or the secret answered.",
  },
  {
    id: "trail-page",
    component: "trail",
    on: "aws_cloudwatch_log_metric_filter",
    when: (subject) => ofTrail(subject) && pages(subject),
    dimensions: () => ({}),
    says: "Somebody used the account's root, or touched the trail itself",
    reading: trailReading,
    periodSeconds: 300,
    datapoints: AT_ONCE,
    comparison: ">",
    threshold: () => 0,
    unit: "calls",
    formula: "any (CIS AWS Foundations 4.3 and 4.5)",
    missing: "notBreaching",
    severity: "page",
    ill: false,
    owner: "safety",
    first: "Who, from where? The trail's log group has the call. Not planned: treat it as a break-in.",
  },
  {
    id: "trail-ticket",
    component: "trail",
    on: "aws_cloudwatch_log_metric_filter",
    when: (subject) => ofTrail(subject) && !pages(subject),
    dimensions: () => ({}),
    says: "The trail shows calls that a person should look at",
    reading: trailReading,
    periodSeconds: 300,
    datapoints: AT_ONCE,
    comparison: ">",
    threshold: ({ resource }) => (metricOf(resource.args).name === "CallsRefused" ? 20 : 0),
    unit: "calls",
    formula: "any; of refused calls more than twenty in five minutes, since tools probe what they may do",
    missing: "notBreaching",
    severity: "ticket",
    ill: false,
    owner: "safety",
    first: "The trail's log group, searched for what the alarm's name tells.",
  },
];
