// Backups by AWS Backup: a locked vault, a plan per importance that finds its resources by tag, copies into the other
// region's vault, tests that restore what was saved, and reports. Replication carries a mistake to the other region in
// seconds; this is what is left after one. What is in a vault can't be deleted early, not even by whoever deleted the rest.
import type { Platform } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import { roleName } from "../../names/identity.ts";
import { IMPORTANCE_TAG, type Importance, RECORDS_PREFIXES, vaultArn, vaultName } from "../../names/safety.ts";
import { policy } from "../language/policy.ts";
import type { ResourceHandle } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import type { Topics } from "./notifications.ts";
import type { Records } from "./records.ts";
import type { Site } from "./site.ts";

const FILE = "backups";
const COMMENT =
  "Backups by AWS Backup: a locked vault, plans by importance, copies in the other region, restore tests.";

type Plan = Platform["backups"]["plans"][number];

/** Days in which a vault's compliance lock can still be taken back; then it holds for ever. */
const COMPLIANCE_GRACE_DAYS = 3;
/** A backup begins within this time of its schedule. AWS allows no less than an hour. */
const START_WINDOW_MINUTES = 60;
/** Time for a restored resource to be looked at before AWS Backup deletes it. */
const VALIDATION_HOURS = 4;
const RESTORE_START_HOURS = 8;

/** What we ask AWS Backup to save. Clusters aren't in it: their objects come back from Git, their volumes are EBS. */
const SAVED_TYPES = ["Aurora", "DynamoDB", "EBS", "RDS", "S3"] as const;

export function buildBackups(site: Site, records: Records, topics: Topics): void {
  const vault = buildVault(site, topics);
  const role = buildRole(site);
  for (const plan of site.platform.backups.plans) buildPlan(site, plan, vault, role);
  if (site.platform.backups.restoreTests !== "none" && site.region.holds.data) buildRestoreTests(site, vault, role);
  buildReports(site, records);
}

function buildVault({ platform, stack, keys }: Site, topics: Topics): ResourceHandle<"aws_backup_vault"> {
  const tf = stack.file(FILE, COMMENT);
  const vault = tf.resource(
    "aws_backup_vault",
    "main",
    { name: vaultName(platform), kms_key_arn: keys.backup },
    {
      comment: "The other region copies into this vault by its name.",
      lifecycle: { preventDestroy: platform.backups.vaultLock !== "none" },
    },
  );
  const { plans, vaultLock } = platform.backups;
  if (vaultLock !== "none") {
    tf.resource(
      "aws_backup_vault_lock_configuration",
      "main",
      {
        backup_vault_name: vault.name,
        min_retention_days: Math.min(...plans.map(({ keepDays }) => keepDays)),
        max_retention_days: Math.max(...plans.map(({ keepDays }) => keepDays)),
        ...(vaultLock === "compliance" && { changeable_for_days: COMPLIANCE_GRACE_DAYS }),
      },
      {
        comment:
          vaultLock === "compliance"
            ? `Compliance: ${COMPLIANCE_GRACE_DAYS} days after the first apply nobody can ever take the lock off, AWS included.`
            : "Governance: taking the lock off needs a permission of its own, which nobody's daily role has.",
      },
    );
    tf.resource("aws_backup_vault_policy", "main", {
      backup_vault_name: vault.name,
      policy: policy([
        {
          sid: "NobodyDeletesEarly",
          effect: "Deny",
          principals: "*",
          actions: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
          resources: "*",
        },
      ]),
    });
  }
  tf.resource(
    "aws_backup_vault_notifications",
    "main",
    {
      backup_vault_name: vault.name,
      sns_topic_arn: topics.arns.ticket,
      backup_vault_events: ["BACKUP_JOB_EXPIRED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"],
    },
    { comment: "What EventBridge doesn't tell: single objects that couldn't be saved or restored." },
  );
  tf.resource(
    "aws_backup_region_settings",
    "main",
    { resource_type_opt_in_preference: Object.fromEntries(SAVED_TYPES.map((type) => [type, true])) },
    {
      comment:
        "AWS adds types to this list as it supports them, each off or on as it likes; ours are set once and the rest let be.",
      lifecycle: { ignoreChanges: ["resource_type_opt_in_preference", "resource_type_management_preference"] },
    },
  );
  return vault;
}

function buildRole({ platform, region, stack }: Site): ResourceHandle<"aws_iam_role"> {
  return declareRole(stack.file(FILE, COMMENT), platform, {
    key: "backup",
    name: roleName(platform, region, "backup"),
    description: "AWS Backup saves, copies and restores what is tagged for it",
    trust: trustService("backup.amazonaws.com", platform.accountId),
    managed: [
      "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
      "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
      "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
      "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore",
    ],
  });
}

function buildPlan(
  { platform, stack, peer }: Site,
  plan: Plan,
  vault: ResourceHandle<"aws_backup_vault">,
  role: ResourceHandle<"aws_iam_role">,
): void {
  const tf = stack.file(FILE, COMMENT);
  const lifecycle = {
    delete_after: plan.keepDays,
    ...(plan.coldAfterDays === undefined ? {} : { cold_storage_after: plan.coldAfterDays }),
  };
  const made = tf.resource("aws_backup_plan", plan.importance, {
    name: `${baseName(platform)}-${plan.importance}`,
    rule: [
      {
        rule_name: `every-${plan.everyHours}-hours`,
        target_vault_name: vault.name,
        schedule: scheduleOf(plan.everyHours),
        start_window: START_WINDOW_MINUTES,
        // Longer than the interval, or a large store's backup would be given up just before the next one begins.
        completion_window: START_WINDOW_MINUTES + Math.max(plan.everyHours, 4) * 60,
        lifecycle,
        recovery_point_tags: { [IMPORTANCE_TAG]: plan.importance, project: platform.name },
        ...(plan.copyToOtherRegion && {
          copy_action: [{ destination_vault_arn: vaultArn(platform, peer.name), lifecycle }],
        }),
      },
    ],
  });
  tf.resource("aws_backup_selection", plan.importance, {
    name: `tagged-${plan.importance}`,
    plan_id: made.id,
    iam_role_arn: role.arn,
    resources: ["*"],
    condition: [
      {
        string_equals: [
          { key: `aws:ResourceTag/${IMPORTANCE_TAG}`, value: plan.importance },
          { key: "aws:ResourceTag/project", value: platform.name },
        ],
      },
    ],
  });
}

/** Five past, so that hourly backups don't meet everybody's jobs at the full hour; daily ones at three in the night, UTC. */
const scheduleOf = (everyHours: Plan["everyHours"]): string =>
  everyHours === 24 ? "cron(5 3 * * ? *)" : `cron(5 0/${everyHours} * * ? *)`;

type RestoreTest = { readonly name: string; readonly type: string; readonly importance?: Importance };

/**
 * What is restored to see that it can be. Of S3 the reports only: a test restores the whole bucket, and a lake restored
 * each week would cost more than it proves; the lake describes itself, and drills read it back.
 */
const restoreTestsOf = ({ data, cluster }: Platform): readonly RestoreTest[] => [
  { name: "database", type: data.relational.kind === "rds" ? "RDS" : "Aurora" },
  { name: "reports", type: "S3", importance: "ordinary" },
  ...(cluster.volumeSnapshots === "aws-backup" ? [{ name: "volumes", type: "EBS" }] : []),
];

function buildRestoreTests(
  { platform, stack }: Site,
  vault: ResourceHandle<"aws_backup_vault">,
  role: ResourceHandle<"aws_iam_role">,
): void {
  const weekly = platform.backups.restoreTests === "weekly";
  const tf = stack.file(FILE, COMMENT);
  const plan = tf.resource(
    "aws_backup_restore_testing_plan",
    "main",
    {
      // Letters, digits and underscores only.
      name: `${baseName(platform)}_restore_test`.replaceAll("-", "_"),
      schedule_expression: weekly ? "cron(30 4 ? * SUN *)" : "cron(30 4 1 * ? *)",
      start_window_hours: RESTORE_START_HOURS,
      recovery_point_selection: [
        {
          algorithm: "LATEST_WITHIN_WINDOW",
          include_vaults: [vault.arn],
          recovery_point_types: ["SNAPSHOT"],
          selection_window_days: weekly ? 7 : 31,
        },
      ],
    },
    { comment: "A backup that was never restored is a hope. A failed test pages." },
  );
  for (const { name, type, importance } of restoreTestsOf(platform)) {
    tf.resource("aws_backup_restore_testing_selection", name, {
      name,
      restore_testing_plan_name: plan.name,
      protected_resource_type: type,
      protected_resource_conditions: [
        {
          string_equals: [
            { key: "aws:ResourceTag/project", value: platform.name },
            ...(importance === undefined ? [] : [{ key: `aws:ResourceTag/${IMPORTANCE_TAG}`, value: importance }]),
          ],
        },
      ],
      iam_role_arn: role.arn,
      validation_window_hours: VALIDATION_HOURS,
    });
  }
}

function buildReports({ platform, region, stack }: Site, { bucket }: Records): void {
  const tf = stack.file(FILE, COMMENT);
  for (const what of ["backup", "copy", "restore"] as const) {
    tf.resource("aws_backup_report_plan", what, {
      name: `${baseName(platform)}_${what}_jobs`.replaceAll("-", "_"),
      description: `Every ${what} job of the last day, for auditors`,
      report_setting: {
        report_template: `${what.toUpperCase()}_JOB_REPORT`,
        accounts: [platform.accountId],
        regions: [region.name],
      },
      report_delivery_channel: {
        s3_bucket_name: bucket.id,
        s3_key_prefix: RECORDS_PREFIXES.backupReports,
        formats: ["CSV", "JSON"],
      },
    });
  }
}
