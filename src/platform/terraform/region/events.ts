// Events of AWS that a person should hear of: a table, one EventBridge rule per line. What a metric shows as well is an
// alarm's business; this is for what only happens once and leaves no curve.
import { baseName } from "../../names/base.ts";
import type { Severity } from "../../names/safety.ts";
import { json } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import { at, type Lookout } from "../lookout.ts";
import type { Topics } from "./notifications.ts";

export type EventRule = {
  readonly id: string;
  readonly severity: Severity;
  readonly why: string;
  readonly pattern: Readonly<Record<string, unknown>>;
  /** "regions": only where workloads run. */
  readonly where: "everywhere" | "regions";
};

/** Findings of GuardDuty from 7 up are "high"; below 4 they are "low" and stay in its console. */
const GUARD_DUTY_HIGH = 7;
const GUARD_DUTY_MEDIUM = 4;

export const EVENT_RULES: readonly EventRule[] = [
  {
    id: "aws-health",
    severity: "ticket",
    where: "everywhere",
    why: "AWS has trouble here, or will change something under us",
    pattern: {
      source: ["aws.health"],
      "detail-type": ["AWS Health Event"],
      detail: { eventTypeCategory: ["issue", "scheduledChange"] },
    },
  },
  {
    id: "backup-failed",
    severity: "ticket",
    where: "regions",
    why: "A backup or its copy was not made",
    pattern: {
      source: ["aws.backup"],
      "detail-type": ["Backup Job State Change", "Copy Job State Change"],
      detail: { state: ["FAILED", "ABORTED", "EXPIRED"] },
    },
  },
  {
    id: "restore-failed",
    severity: "page",
    where: "regions",
    why: "A backup could not be restored, in a test or in earnest",
    pattern: {
      source: ["aws.backup"],
      "detail-type": ["Restore Job State Change"],
      detail: { status: ["FAILED", "ABORTED"] },
    },
  },
  {
    id: "threat-high",
    severity: "page",
    where: "everywhere",
    why: "GuardDuty found a serious threat",
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", GUARD_DUTY_HIGH] }] },
    },
  },
  {
    id: "threat-medium",
    severity: "ticket",
    where: "everywhere",
    why: "GuardDuty found something suspicious",
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", GUARD_DUTY_MEDIUM, "<", GUARD_DUTY_HIGH] }] },
    },
  },
  {
    id: "database-event",
    severity: "ticket",
    where: "regions",
    why: "The database failed over, failed or ran short of storage",
    pattern: {
      source: ["aws.rds"],
      "detail-type": ["RDS DB Instance Event", "RDS DB Cluster Event"],
      detail: { EventCategories: ["failover", "failure", "low storage", "read replica"] },
    },
  },
  {
    id: "rule-broken",
    severity: "ticket",
    where: "everywhere",
    why: "AWS Config sees a resource that breaks a rule",
    pattern: {
      source: ["aws.config"],
      "detail-type": ["Config Rules Compliance Change"],
      detail: { newEvaluationResult: { complianceType: ["NON_COMPLIANT"] } },
    },
  },
  {
    id: "outside-access",
    severity: "ticket",
    where: "everywhere",
    why: "Access Analyzer sees something that outsiders can reach",
    pattern: {
      source: ["aws.access-analyzer"],
      "detail-type": ["Access Analyzer Finding"],
      detail: { status: ["ACTIVE"] },
    },
  },
  {
    id: "certificate-ends",
    severity: "ticket",
    where: "everywhere",
    why: "A certificate will end, or its renewal waits for somebody",
    pattern: {
      source: ["aws.acm"],
      "detail-type": [
        "ACM Certificate Approaching Expiration",
        "ACM Certificate Expired",
        "ACM Certificate Renewal Action Required",
      ],
    },
  },
  {
    id: "rotation-failed",
    severity: "ticket",
    where: "regions",
    why: "A secret was not rotated",
    pattern: {
      source: ["aws.secretsmanager"],
      "detail-type": ["AWS Service Event via CloudTrail"],
      detail: { eventName: ["RotationFailed"] },
    },
  },
  {
    id: "key-in-danger",
    severity: "page",
    where: "everywhere",
    why: "Somebody disables a key or schedules its deletion; what it encrypted would be lost",
    pattern: {
      source: ["aws.kms"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventSource: ["kms.amazonaws.com"], eventName: ["DisableKey", "ScheduleKeyDeletion"] },
    },
  },
  {
    id: "image-vulnerable",
    severity: "ticket",
    where: "regions",
    why: "A scanned image has a critical vulnerability",
    pattern: {
      source: ["aws.ecr"],
      "detail-type": ["ECR Image Scan"],
      detail: { "finding-severity-counts": { CRITICAL: [{ numeric: [">", 0] }] } },
    },
  },
  {
    id: "instance-refused",
    severity: "ticket",
    where: "regions",
    why: "An instance could not be launched: no capacity, no quota, or a broken template",
    pattern: { source: ["aws.autoscaling"], "detail-type": ["EC2 Instance Launch Unsuccessful"] },
  },
  {
    id: "experiment",
    severity: "ticket",
    where: "regions",
    why: "A fault experiment begins, ends or was stopped: whoever is on call should know what the noise is",
    pattern: { source: ["aws.fis"], "detail-type": ["FIS Experiment State Change"] },
  },
];

export function buildEvents(lookout: Lookout, topics: Topics, kind: "region" | "witness"): void {
  const { platform, stack } = lookout;
  const tf = stack.file("events", "Events of AWS that a person should hear of.");
  const here = EVENT_RULES.filter(({ where }) => where === "everywhere" || kind === "region");
  for (const { id, severity, why, pattern } of here) {
    const rule = tf.resource(
      "aws_cloudwatch_event_rule",
      terraformName(id),
      { name: `${baseName(platform)}-${id}`, description: why, event_pattern: json(pattern) },
      at(lookout),
    );
    tf.resource(
      "aws_cloudwatch_event_target",
      terraformName(id),
      { rule: rule.name, target_id: severity, arn: topics.arns[severity] },
      at(lookout),
    );
  }
}
