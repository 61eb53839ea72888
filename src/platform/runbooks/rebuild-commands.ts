// Bringing a lost region's database back as a copy, by hand: what only it had is kept and listed before anything is overwritten.

import {
  auroraGlobalName,
  CERTIFICATE_AUTHORITY,
  DATABASE,
  DATABASE_APPLICATION,
  databaseArn,
  databaseName,
  databaseReaderName,
  INSIGHTS_DAYS,
  MONITORING_SECONDS,
} from "../names/data.ts";
import { alarmName } from "../names/safety.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import { asText, awsArgv, type Ground, rootOf } from "./ground.ts";

const former = ({ platform }: Ground): string => `${databaseName(platform)}-former`;

const readersOf = ({ platform, here }: Ground): readonly string[] =>
  Array.from({ length: Math.ceil(platform.data.relational.readReplicas * here.share) }, (_, at) =>
    databaseReaderName(platform, at + 1),
  );

/** Here: the region that came back. Its old data is looked for where AWS, or a person, kept it. */
export function findFormer(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  const identifier = databaseName(platform);
  if (platform.data.relational.kind !== "rds") {
    return [
      reads(
        "aws",
        awsArgv(
          here.name,
          "rds",
          "describe-db-cluster-snapshots",
          "--db-cluster-identifier",
          identifier,
          ...asText(
            "DBClusterSnapshots[?contains(DBClusterSnapshotIdentifier,'unplanned-global-failover')].[DBClusterSnapshotIdentifier,SnapshotCreateTime]",
          ),
        ),
        {
          why: "AWS keeps the old writer's storage in a snapshot of its own before it makes it a copy again.",
          expect:
            "`rds:unplanned-global-failover-…` and when it was made; nothing while the old cluster hasn't come back.",
        },
      ),
    ];
  }
  return [
    reads(
      "aws",
      awsArgv(
        here.name,
        "rds",
        "describe-db-instances",
        "--db-instance-identifier",
        identifier,
        ...asText("DBInstances[0].[DBInstanceStatus,ReadReplicaSourceDBInstanceIdentifier,LatestRestorableTime]"),
      ),
      {
        why: "The old writer still stands here as it was left: a writer that nobody writes to.",
        expect: "`available None` and a time.",
      },
    ),
  ];
}

/** The question that finds what only the former writer has; both ends are asked through their own tunnel. */
const TAIL_SQL =
  "SELECT id, epoch, who, what, before, after, at FROM journal WHERE epoch <= (SELECT max(epoch) FROM epochs) ORDER BY id DESC LIMIT 1000";

export const listTailByHand = (port: string, where: string): RunbookCommand =>
  reads(
    "psql",
    [
      `host=127.0.0.1 port=${port} dbname=${DATABASE} user=${DATABASE_APPLICATION} sslmode=require`,
      "--csv",
      "--command",
      TAIL_SQL,
    ],
    {
      why: `The newest changes that ${where} knows of, newest first.`,
      expect:
        "rows of the journal. Those that only the former writer has are the tail: same id and epoch is the same change.",
    },
  );

/** Never deleted here: it stays until its list is exported and a person drops it. */
export function keepFormer(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  const identifier = databaseName(platform);
  if (platform.data.relational.kind !== "rds") return findFormer(ground);
  return [
    ...readersOf(ground).map((reader) =>
      changes(
        "aws",
        awsArgv(
          here.name,
          "rds",
          "delete-db-instance",
          "--db-instance-identifier",
          reader,
          "--skip-final-snapshot",
          ...asText("DBInstance.DBInstanceStatus"),
        ),
        {
          why: "A read replica of the old writer: it has nothing of its own, and RDS can't give it another source. The apply at the end makes it anew.",
          expect: "`deleting`.",
          like: "^deleting$",
        },
      ),
    ),
    changes(
      "aws",
      awsArgv(
        here.name,
        "rds",
        "create-db-snapshot",
        "--db-instance-identifier",
        identifier,
        "--db-snapshot-identifier",
        former(ground),
        ...asText("DBSnapshot.Status"),
      ),
      {
        why: "Keep the old writer's data in a snapshot.",
        expect: "`creating`, or `available`.",
        like: "^(creating|available)$",
      },
    ),
    reads(
      "aws",
      awsArgv(here.name, "rds", "wait", "db-snapshot-available", "--db-snapshot-identifier", former(ground)),
      { why: "Wait until it is whole.", expect: "nothing, after minutes." },
    ),
    changes(
      "aws",
      awsArgv(
        here.name,
        "rds",
        "modify-db-instance",
        "--db-instance-identifier",
        identifier,
        "--new-db-instance-identifier",
        former(ground),
        "--apply-immediately",
        ...asText("DBInstance.DBInstanceIdentifier"),
      ),
      {
        why: "Move the old writer out of the way: its name belongs to the new copy.",
        expect: "the old or the new name; it restarts within minutes.",
        like: `^${identifier}(-former)?$`,
      },
    ),
  ];
}

export function rebuildByHand(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  if (platform.data.relational.kind !== "rds") {
    return [
      reads(
        "aws",
        awsArgv(
          here.name,
          "rds",
          "describe-global-clusters",
          "--global-cluster-identifier",
          auroraGlobalName(platform),
          ...asText("GlobalClusters[0].GlobalClusterMembers[].[DBClusterArn,IsWriter]"),
        ),
        {
          why: "AWS joins the old writer's cluster again by itself, as a copy.",
          expect: `both clusters, and \`True\` only beside ${ground.other.name}. A cluster that was cut loose by hand doesn't come back: remove it and apply region/${here.name} anew.`,
          like: "True",
        },
      ),
    ];
  }
  return [...copyAgain(ground), ...adoptCopy(ground)];
}

/** After a planned change of roles the old writer stands as it was: it makes room in the same way. */
export const followByHand = (ground: Ground): readonly RunbookCommand[] =>
  ground.platform.data.relational.kind === "rds"
    ? [...keepFormer(ground), ...rebuildByHand(ground)]
    : rebuildByHand(ground);

/** What the copy is made with, as the one before it had it. */
const ofFormer = (ground: Ground, path: string, saves: string, what: string): RunbookCommand =>
  reads(
    "aws",
    awsArgv(
      ground.here.name,
      "rds",
      "describe-db-instances",
      "--db-instance-identifier",
      former(ground),
      ...asText(`DBInstances[0].${path}`),
    ),
    {
      why: `The ${what} that the old writer has, and the copy shall have.`,
      expect: "one value.",
      like: "^\\S+$",
      saves,
    },
  );

/** Terraform can't make it: to it the region's first database is one that nobody copied. So it is made here, and adopted. */
function copyAgain(ground: Ground): readonly RunbookCommand[] {
  const { platform, here, other } = ground;
  const relational = platform.data.relational;
  const identifier = databaseName(platform);
  const isPrecious = platform.environment !== "dev";
  return [
    ofFormer(ground, "DBInstanceClass", "DATABASE_CLASS", "class"),
    ofFormer(ground, "DBSubnetGroup.DBSubnetGroupName", "DATABASE_SUBNETS", "subnet group"),
    ofFormer(ground, "VpcSecurityGroups[0].VpcSecurityGroupId", "DATABASE_GROUP", "security group"),
    ofFormer(ground, "DBParameterGroups[0].DBParameterGroupName", "DATABASE_PARAMETERS", "parameter group"),
    ofFormer(ground, "KmsKeyId", "DATABASE_KEY", "key of this region"),
    ofFormer(ground, "MonitoringRoleArn", "DATABASE_MONITOR", "monitoring role"),
    changes(
      "aws",
      awsArgv(
        here.name,
        "rds",
        "create-db-instance-read-replica",
        "--db-instance-identifier",
        identifier,
        "--source-db-instance-identifier",
        databaseArn(platform, other.name),
        "--source-region",
        other.name,
        "--db-instance-class",
        variable("DATABASE_CLASS"),
        "--db-subnet-group-name",
        variable("DATABASE_SUBNETS"),
        "--vpc-security-group-ids",
        variable("DATABASE_GROUP"),
        "--db-parameter-group-name",
        variable("DATABASE_PARAMETERS"),
        "--kms-key-id",
        variable("DATABASE_KEY"),
        "--storage-type",
        "gp3",
        ...(relational.kind === "rds" ? ["--max-allocated-storage", String(relational.storageMaxGib)] : []),
        isPrecious ? "--multi-az" : "--no-multi-az",
        "--no-publicly-accessible",
        "--no-auto-minor-version-upgrade",
        "--enable-iam-database-authentication",
        "--enable-cloudwatch-logs-exports",
        "postgresql",
        "upgrade",
        "--ca-certificate-identifier",
        CERTIFICATE_AUTHORITY,
        "--monitoring-interval",
        String(MONITORING_SECONDS),
        "--monitoring-role-arn",
        variable("DATABASE_MONITOR"),
        "--enable-performance-insights",
        "--performance-insights-kms-key-id",
        variable("DATABASE_KEY"),
        "--performance-insights-retention-period",
        String(INSIGHTS_DAYS),
        "--copy-tags-to-snapshot",
        isPrecious ? "--deletion-protection" : "--no-deletion-protection",
        ...asText("DBInstance.DBInstanceIdentifier"),
      ),
      {
        why: `Make the new copy of ${other.name}'s database, under the name of old.`,
        expect: `\`${identifier}\`.`,
        like: `^${identifier}$`,
      },
    ),
    reads("aws", awsArgv(here.name, "rds", "wait", "db-instance-available", "--db-instance-identifier", identifier), {
      why: "Wait until it is there; AWS's command gives up after half an hour, then run it again.",
      expect: "nothing, after the time that a copy of this size takes.",
    }),
  ];
}

function adoptCopy({ here }: Ground): readonly RunbookCommand[] {
  return [
    changes("terraform", [`-chdir=${rootOf(`region/${here.name}`)}`, "init", "-input=false"], {
      why: `After the blueprint's recovery.incarnations.${here.configured} is raised by one and synthesized anew: prepare the region's root.`,
      expect: "`Terraform has been successfully initialized!`",
    }),
    changes("terraform", [`-chdir=${rootOf(`region/${here.name}`)}`, "apply"], {
      why: "Adopt the new copy. Read the plan before you type yes: one database is imported and one forgotten, read replicas are made anew, nothing is destroyed.",
      expect: "`Apply complete!`",
    }),
  ];
}

export const lookAtLag = ({ platform, here, other }: Ground): RunbookCommand =>
  reads(
    "aws",
    awsArgv(
      other.name,
      "cloudwatch",
      "describe-alarms",
      "--alarm-names",
      alarmName(platform, other.name, "relational-lag"),
      ...asText("MetricAlarms[].StateValue"),
    ),
    {
      why: `Whether ${here.name} is close behind, as ${other.name} sees it.`,
      expect: "`OK`; `ALARM` while it catches up.",
      like: "^(OK|ALARM|INSUFFICIENT_DATA)?$",
    },
  );
