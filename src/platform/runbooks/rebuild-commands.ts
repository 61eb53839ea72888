// Bringing a lost region's database back as a copy, by hand: what only it had is kept and listed before anything is overwritten.

import { auroraGlobalName, DATABASE, DATABASE_APPLICATION, databaseName } from "../names/data.ts";
import { alarmName } from "../names/safety.ts";
import { changes, type RunbookCommand, reads } from "./command.ts";
import { asText, awsArgv, type Ground, rootOf } from "./ground.ts";

const former = ({ platform }: Ground): string => `${databaseName(platform)}-former`;

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
export const TAIL_SQL =
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
  return [
    changes("terraform", [`-chdir=${rootOf(`region/${here.name}`)}`, "init", "-input=false"], {
      why: `After the blueprint's recovery.incarnations.${here.configured} is raised by one and synthesized anew: prepare the region's root.`,
      expect: "`Terraform has been successfully initialized!`",
    }),
    changes("terraform", [`-chdir=${rootOf(`region/${here.name}`)}`, "apply"], {
      why: "Make the new copy. Read the plan before you type yes: one database instance is made, nothing is destroyed.",
      expect: "`Apply complete!`, after the time that a copy of this size takes.",
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
