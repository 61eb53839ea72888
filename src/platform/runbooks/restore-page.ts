// Getting data back from a backup: after a mistake that replication carried to both regions at once, or when a copy is wanted to
// look at. Nothing here overwrites what serves; what is restored stands beside it until somebody has looked.
import type { Platform } from "../../blueprint/platform.ts";
import { baseName } from "../names/base.ts";
import { bucketName, databaseName } from "../names/data.ts";
import { roleArn, roleName } from "../names/identity.ts";
import { securityGroupName } from "../names/network.ts";
import { vaultName } from "../names/safety.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import { asText, awsArgv, groundIn, whoAmI } from "./ground.ts";
import { commands, type Input, list, type Page, type Section, text } from "./page.ts";

const REGION = (platform: Platform): Input => ({
  name: "REGION",
  says: "the region to restore in",
  example: platform.regions.primary.name,
});
const WHEN: Input = { name: "WHEN", says: "the last good moment, in UTC", example: "2026-01-31T03:00:00Z" };
const CHOSEN: readonly Input[] = [
  { name: "POINT", says: "the recovery point's ARN, from the vault's list below", example: "arn:aws:backup:…" },
  { name: "PREFIX", says: "where in the lake something is missing", example: "web/" },
  { name: "KEY", says: "the object's key, from the list of versions", example: "web/2026/…" },
  { name: "VERSION", says: "the version of its deletion mark, from the same list", example: "null" },
];
const region = variable("REGION");

export function restorePage(platform: Platform): Page {
  return {
    name: "restore",
    title: "Restore from a backup",
    why: "For data that was deleted or spoilt in both regions at once, and for the test that a backup can be restored.",
    inputs: [REGION(platform), WHEN, ...CHOSEN],
    sections: [
      {
        title: "First",
        blocks: [
          list(
            "A lost region is no case for this page: fail over. Backups lose what is younger than they are.",
            "Stop what spoils: a bad release is reverted first, a stolen key revoked.",
            "Restore beside, look, then move: nothing below touches what serves.",
          ),
          commands(whoAmI(groundIn(platform, "primary"))),
          text("**Who decides:** the incident commander, with whoever owns the data."),
        ],
      },
      databaseSection(platform),
      vaultSection(platform),
      lakeSection(platform),
      testsSection(platform),
    ],
  };
}

function databaseSection(platform: Platform): Section {
  const single = platform.data.relational.kind === "rds";
  const name = databaseName(platform);
  const restored = `${name}-restored`;
  const what = single ? "db-instance" : "db-cluster";
  const restore = single
    ? awsArgv(
        region,
        "rds",
        "restore-db-instance-to-point-in-time",
        "--source-db-instance-identifier",
        name,
        "--target-db-instance-identifier",
        restored,
        "--restore-time",
        variable("WHEN"),
        "--db-subnet-group-name",
        name,
        "--no-publicly-accessible",
        "--vpc-security-group-ids",
        variable("DATABASE_GROUP"),
        ...asText("DBInstance.DBInstanceStatus"),
      )
    : awsArgv(
        region,
        "rds",
        "restore-db-cluster-to-point-in-time",
        "--source-db-cluster-identifier",
        name,
        "--db-cluster-identifier",
        restored,
        "--restore-to-time",
        variable("WHEN"),
        "--db-subnet-group-name",
        name,
        "--vpc-security-group-ids",
        variable("DATABASE_GROUP"),
        ...asText("DBCluster.Status"),
      );
  const instance: readonly RunbookCommand[] = single
    ? []
    : [
        changes(
          "aws",
          awsArgv(
            region,
            "rds",
            "create-db-instance",
            "--db-instance-identifier",
            `${restored}-1`,
            "--db-cluster-identifier",
            restored,
            "--engine",
            "aurora-postgresql",
            "--db-instance-class",
            platform.data.relational.instanceClass,
            ...asText("DBInstance.DBInstanceStatus"),
          ),
          {
            why: "A cluster restored has no instance; without one nobody can ask it.",
            expect: "`creating`.",
            like: "^(creating|available)$",
          },
        ),
      ];
  return {
    title: "The database, at any moment of the last days",
    anchor: "database",
    blocks: [
      text(
        `AWS keeps ${platform.data.relational.backupDays} days. The result is a new database beside the one that serves, in the same subnets; take single rows out of it, or make it the writer by a release that changes the address.`,
      ),
      commands(
        reads(
          "aws",
          awsArgv(
            region,
            "rds",
            single ? "describe-db-instances" : "describe-db-clusters",
            single ? "--db-instance-identifier" : "--db-cluster-identifier",
            name,
            ...asText(
              single
                ? "DBInstances[0].LatestRestorableTime"
                : "DBClusters[0].[EarliestRestorableTime,LatestRestorableTime]",
            ),
          ),
          { why: "Between which moments it can be restored.", expect: "times; yours must lie before the last." },
        ),
        reads(
          "aws",
          awsArgv(
            region,
            "ec2",
            "describe-security-groups",
            "--filters",
            `Name=group-name,Values=${securityGroupName(platform, "database")}`,
            ...asText("SecurityGroups[0].GroupId"),
          ),
          {
            why: "The security group of databases: without it nobody reaches the restored one.",
            expect: "an id.",
            like: "^(sg-[0-9a-f]+|None)$",
            saves: "DATABASE_GROUP",
          },
        ),
        changes("aws", restore, {
          why: "Restore it beside.",
          expect: "`creating`; usually half an hour for 100 GB.",
          like: "^(creating|available)$",
        }),
        ...instance,
        reads("aws", awsArgv(region, "rds", "wait", `${what}-available`, `--${what}-identifier`, restored), {
          why: "Wait until it answers.",
          expect: "nothing, after minutes.",
        }),
        changes(
          "aws",
          single
            ? awsArgv(
                region,
                "rds",
                "delete-db-instance",
                "--db-instance-identifier",
                restored,
                "--skip-final-snapshot",
              )
            : awsArgv(
                region,
                "rds",
                "delete-db-instance",
                "--db-instance-identifier",
                `${restored}-1`,
                "--skip-final-snapshot",
              ),
          {
            why: `Afterwards: away with it${single ? "" : " (and with the cluster, the next command)"}, or it is paid for for ever.`,
            expect: "its description, `deleting`.",
          },
        ),
        ...(single
          ? []
          : [
              changes(
                "aws",
                awsArgv(
                  region,
                  "rds",
                  "delete-db-cluster",
                  "--db-cluster-identifier",
                  restored,
                  "--skip-final-snapshot",
                ),
                { why: "The restored cluster too.", expect: "its description, `deleting`." },
              ),
            ]),
      ),
    ],
  };
}

function vaultSection(platform: Platform): Section {
  const role = roleArn(platform, roleName(platform, { name: region }, "backup"));
  return {
    title: "Anything else that is saved, from the vault",
    anchor: "vault",
    blocks: [
      text(
        `The vault holds what carries the tag \`importance\`: ${platform.backups.plans
          .map(({ importance, everyHours, keepDays }) => `${importance} every ${everyHours} h for ${keepDays} days`)
          .join("; ")}. The other region's vault has copies of what its plan says.`,
      ),
      commands(
        reads(
          "aws",
          awsArgv(
            region,
            "backup",
            "list-recovery-points-by-backup-vault",
            "--backup-vault-name",
            vaultName(platform),
            ...asText("RecoveryPoints[].[ResourceType,CreationDate,Status,RecoveryPointArn]"),
          ),
          {
            why: "What there is, by type and time.",
            expect: "`COMPLETED` points; copy the ARN of the one that you want.",
          },
        ),
        reads(
          "aws",
          awsArgv(
            region,
            "backup",
            "get-recovery-point-restore-metadata",
            "--backup-vault-name",
            vaultName(platform),
            "--recovery-point-arn",
            variable("POINT"),
            "--query",
            "RestoreMetadata",
            "--output",
            "json",
            "--no-paginate",
          ),
          {
            why: "How it was made: edit the names in it, keep it as metadata.json.",
            expect: "a JSON object of names and values.",
          },
        ),
        changes(
          "aws",
          awsArgv(
            region,
            "backup",
            "start-restore-job",
            "--recovery-point-arn",
            variable("POINT"),
            "--iam-role-arn",
            role,
            "--metadata",
            "file://metadata.json",
            ...asText("RestoreJobId"),
          ),
          { why: "Restore it under the new names.", expect: "the job's id.", saves: "RESTORE_JOB" },
        ),
        reads(
          "aws",
          awsArgv(
            region,
            "backup",
            "describe-restore-job",
            "--restore-job-id",
            variable("RESTORE_JOB"),
            ...asText("[Status,PercentDone,CreatedResourceArn]"),
          ),
          { why: "How far it is.", expect: "`COMPLETED 100.00%` and the ARN of what was made." },
        ),
      ),
    ],
  };
}

function lakeSection(platform: Platform): Section {
  const lake = bucketName(platform, "lake", region);
  return {
    title: "The lake, by version",
    anchor: "lake",
    blocks: [
      text(
        "Objects of the lake are never changed; what was deleted still has its version. The lake describes itself, so an object that is put back is counted again, and nothing twice.",
      ),
      commands(
        reads(
          "aws",
          awsArgv(
            region,
            "s3api",
            "list-object-versions",
            "--bucket",
            lake,
            "--prefix",
            variable("PREFIX"),
            ...asText("DeleteMarkers[?IsLatest].[Key,VersionId,LastModified]"),
          ),
          {
            why: "What was deleted below a prefix, and the mark that hides it.",
            expect: "a line per object; `None`: nothing.",
          },
        ),
        changes(
          "aws",
          awsArgv(
            region,
            "s3api",
            "delete-object",
            "--bucket",
            lake,
            "--key",
            variable("KEY"),
            "--version-id",
            variable("VERSION"),
          ),
          { why: "Take one mark away: the object is there again.", expect: "`DeleteMarker` true, and the mark's id." },
        ),
        reads("tandem", ["lake", "verify", "--region", region], {
          why: "Every object is read; ranges, digests and counts are compared.",
          expect: "no finding. (A local installation's lake; on AWS this waits for the drivers: P0.)",
        }),
      ),
    ],
  };
}

function testsSection(platform: Platform): Section {
  const plan = `${baseName(platform)}_restore_test`.replaceAll("-", "_");
  return {
    title: "Has a restore been tested?",
    anchor: "tests",
    blocks: [
      text(
        platform.backups.restoreTests === "none"
          ? "This environment restores nothing on a schedule. Restore one by hand each quarter, with the commands above, and write down how long it took."
          : `AWS Backup restores one of each ${platform.backups.restoreTests === "weekly" ? "every week" : "every month"}; a failed test pages.`,
      ),
      commands(
        ...(platform.backups.restoreTests === "none"
          ? []
          : [
              reads(
                "aws",
                awsArgv(
                  region,
                  "backup",
                  "list-restore-jobs",
                  ...asText("RestoreJobs[].[ResourceType,Status,CreationDate,CompletionDate]"),
                ),
                {
                  why: `What the plan \`${plan}\` and people have restored lately.`,
                  expect: "`COMPLETED` in each line, the last one younger than the schedule.",
                },
              ),
            ]),
        reads(
          "aws",
          awsArgv(
            region,
            "backup",
            "list-backup-jobs",
            "--by-state",
            "FAILED",
            ...asText("BackupJobs[].[ResourceType,ResourceArn,StatusMessage]"),
          ),
          { why: "Whether a backup failed.", expect: "nothing." },
        ),
      ),
    ],
  };
}
