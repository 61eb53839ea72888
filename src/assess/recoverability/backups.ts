// What is left when both copies are wrong: backups of everything, in both regions, that nobody can delete and that are restored in tests.

import { BACKUP_AND_COPY } from "../../platform/runbooks/aws-times.ts";
import { block, blocks, type Placed } from "../../platform/terraform/refusals/graph.ts";
import { isReader } from "./data.ts";
import { COPIED_BUCKETS } from "./stores.ts";
import {
  bothRegions,
  graphOf,
  inStackOf,
  otherRegion,
  type Recoverable,
  type RecoverRule,
  textsIn,
  violation,
} from "./view.ts";

export const BACKUP_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-33",
    title: "Every database and every bucket that both regions need is in a backup plan",
    severity: "error",
    lastingOnly: true,
    why: "Replication copies a wrong DELETE as faithfully as a right INSERT.",
    mend: "The tag `importance` with the name of a plan of that region.",
    find: (subject) =>
      bothRegions(subject).flatMap(({ name }) => {
        const selected = new Set(
          inStackOf(subject, name, "aws_backup_selection").flatMap(({ args }) =>
            [
              ...blocks(args.condition).flatMap(({ string_equals }) => blocks(string_equals)),
              ...blocks(args.selection_tag),
            ].map(({ value }) => value),
          ),
        );
        return kept(subject, name)
          .filter(({ args }) => !selected.has(block(args.tags).importance ?? ""))
          .map((store) => violation(store, "is in no backup plan of its region"));
      }),
  },
  {
    id: "RECOVER-34",
    title: "Backups of what matters are copied to the other region",
    severity: "error",
    why: "A backup in the region that burns, burns.",
    mend: "`copy_action` to the other region's vault in the plans critical and important.",
    find: (subject) =>
      bothRegions(subject).flatMap(({ name }) => {
        const other = otherRegion(subject, name).name;
        const vaults = inStackOf(subject, other, "aws_backup_vault").map((vault) => graphOf(subject).nameOf(vault));
        return inStackOf(subject, name, "aws_backup_plan")
          .filter((plan) => plan.name === "critical" || plan.name === "important")
          .filter((plan) =>
            blocks(plan.args.rule).some(
              (rule) =>
                !blocks(rule.copy_action)
                  .flatMap(({ destination_vault_arn }) => textsIn(destination_vault_arn))
                  .some((arn) => vaults.some((vault) => arn.includes(`:${other}:`) && arn.endsWith(`:${vault}`))),
            ),
          )
          .map((plan) => violation(plan, `copies nothing to a vault in ${other}`));
      }),
  },
  {
    id: "RECOVER-35",
    title: "Nobody can delete the backups before their time",
    severity: "error",
    lastingOnly: true,
    why: "Whoever takes over an account deletes the backups first.",
    mend: "backups.vaultLock: governance, or compliance; `aws_backup_vault_lock_configuration` on each vault.",
    find: (subject) => {
      const graph = graphOf(subject);
      return graph
        .of("aws_backup_vault")
        .filter(
          (vault) =>
            !graph
              .of("aws_backup_vault_lock_configuration")
              .some(
                (lock) =>
                  lock.stack === vault.stack && graph.text(lock, lock.args.backup_vault_name) === graph.nameOf(vault),
              ),
        )
        .map((vault) => violation(vault, "isn't locked"));
    },
  },
  {
    id: "RECOVER-36",
    title: "Restoring is tested, by a schedule, in each region that holds data",
    severity: "error",
    lastingOnly: true,
    why: "A backup that was never restored is a file of unknown content.",
    mend: "backups.restoreTests: weekly; a restore testing plan with a selection for the database.",
    find: (subject) =>
      bothRegions(subject)
        .filter(({ holds }) => holds.data)
        .flatMap(({ name }) => {
          const scheduled = inStackOf(subject, name, "aws_backup_restore_testing_plan").some(
            ({ args }) => textsIn(args.schedule_expression).length > 0,
          );
          const database = inStackOf(subject, name, "aws_backup_restore_testing_selection").some(({ args }) =>
            ["Aurora", "RDS"].includes(String(args.protected_resource_type)),
          );
          return scheduled && database
            ? []
            : [{ address: `region/${name}`, says: "no test restores the database of this region" }];
        }),
  },
  {
    id: "RECOVER-37",
    title: "The database makes its own backups in both regions, whichever leads",
    severity: "error",
    why: "An RDS replica isn't promoted while it makes its first backup, and a new primary without any can't have replicas.",
    mend: "`backup_retention_period` of a day or more on the replica too.",
    find: (subject) =>
      graphOf(subject)
        .of("aws_db_instance", "aws_rds_cluster")
        .filter((database) => !isReader(subject, database))
        .filter(({ args }) => !(Number(args.backup_retention_period ?? 0) >= 1))
        .map((database) => violation(database, "makes no backups of its own")),
  },
  {
    id: "RECOVER-61",
    title: "The copy that a cold region restores is within the RPO even just before the next one arrives",
    severity: "warning",
    lastingOnly: true,
    why: "A backup every hour may begin an hour late, takes its time and is copied after that; what it lacks is older than the hour.",
    mend: "A shorter interval or start window, replicated automated backups of RDS, pilot light, or an RPO that says so.",
    find: (subject) => {
      const { objectives, regions } = subject.platform;
      if (regions.standby.holds.data) return [];
      const plan = subject.platform.backups.plans.find(({ importance }) => importance === "critical");
      const everySeconds = (plan?.everyHours ?? 0) * 3_600;
      return inStackOf(subject, regions.primary.name, "aws_backup_plan")
        .filter(({ name }) => name === "critical")
        .flatMap((critical) => {
          const startSeconds =
            Math.max(...blocks(critical.args.rule).map((rule) => Number(rule.start_window ?? 0))) * 60;
          const seconds = everySeconds + startSeconds + BACKUP_AND_COPY.usualSeconds;
          if (seconds <= objectives.rpoSeconds) return [];
          const says = `every ${everySeconds} s + start within ${startSeconds} s + making and copying ${BACKUP_AND_COPY.usualSeconds} s = ${seconds} s; the RPO is ${objectives.rpoSeconds} s`;
          return [violation(critical, says)];
        });
    },
  },
];

/** What a backup is for: not the copies inside a region, and not records of one region alone. */
const kept = (subject: Recoverable, region: string): readonly Placed[] =>
  inStackOf(subject, region, "aws_db_instance", "aws_rds_cluster", "aws_s3_bucket").filter((store) =>
    store.type === "aws_s3_bucket" ? COPIED_BUCKETS.includes(store.name) : !isReader(subject, store),
  );
