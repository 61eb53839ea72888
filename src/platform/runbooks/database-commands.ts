// The relational database by hand, per kind: RDS with a replica, an Aurora Global Database, Aurora in one region. AWS promotes
// through the control plane of the surviving region; nothing here asks the lost one.

import { sessionDocument } from "../names/cluster.ts";
import {
  auroraGlobalName,
  DATABASE,
  DATABASE_APPLICATION,
  DATABASE_PORT,
  databaseArn,
  databaseName,
} from "../names/data.ts";
import { findHost } from "./cluster-commands.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import { asText, awsArgv, type Ground } from "./ground.ts";

/** What this region's database is now: the writer, a copy, or neither. */
export function lookAtDatabase(ground: Ground, wanted: "writer" | "copy" | "any"): readonly RunbookCommand[] {
  const { platform, here } = ground;
  const identifier = databaseName(platform);
  switch (platform.data.relational.kind) {
    case "rds":
      return [
        reads(
          "aws",
          awsArgv(
            here.name,
            "rds",
            "describe-db-instances",
            "--db-instance-identifier",
            identifier,
            ...asText("DBInstances[0].[DBInstanceStatus,ReadReplicaSourceDBInstanceIdentifier]"),
          ),
          {
            why: `What the database in ${here.name} is: its state, and whom it copies (\`None\`: it is a writer).`,
            expect:
              wanted === "writer"
                ? "`available None`."
                : wanted === "copy"
                  ? "`available` and the other region's ARN."
                  : "`available`; `None` says that it is a writer.",
            ...(wanted === "any" ? {} : { like: wanted === "writer" ? "^available\\s+None$" : "^available\\s+\\S+" }),
          },
        ),
      ];
    case "aurora-global":
      return [
        reads(
          "aws",
          awsArgv(
            here.name,
            "rds",
            "describe-global-clusters",
            "--global-cluster-identifier",
            auroraGlobalName(platform),
            ...asText("GlobalClusters[0].GlobalClusterMembers[?IsWriter].DBClusterArn"),
          ),
          {
            why: "Which region's cluster is the writer of the global database.",
            expect:
              wanted === "any"
                ? "the ARN of one of the two clusters."
                : `the cluster in ${wanted === "writer" ? here.name : ground.other.name}.`,
            ...(wanted === "any"
              ? {}
              : { like: `^${databaseArn(platform, wanted === "writer" ? here.name : ground.other.name)}$` }),
          },
        ),
        clusterStatus(ground),
      ];
    case "aurora":
      return [clusterStatus(ground)];
  }
}

const clusterStatus = ({ platform, here }: Ground): RunbookCommand =>
  reads(
    "aws",
    awsArgv(
      here.name,
      "rds",
      "describe-db-clusters",
      "--db-cluster-identifier",
      databaseName(platform),
      ...asText("DBClusters[0].Status"),
    ),
    { why: `Whether the cluster in ${here.name} can work.`, expect: "`available`.", like: "^available$" },
  );

/** Unplanned: the lost region is not asked. */
export function promoteAfterLoss(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  const { relational } = platform.data;
  if (relational.kind === "aurora-global") {
    return [
      changes(
        "aws",
        awsArgv(
          here.name,
          "rds",
          "failover-global-cluster",
          "--global-cluster-identifier",
          auroraGlobalName(platform),
          "--target-db-cluster-identifier",
          databaseArn(platform, here.name),
          "--allow-data-loss",
          ...asText("GlobalCluster.Status"),
        ),
        {
          why: `Make the cluster in ${here.name} the writer; what it hasn't received yet is given up.`,
          expect: "`failing-over`, or `available` when it is done already.",
          like: "^(failing-over|available|None)$",
        },
      ),
    ];
  }
  return relational.kind === "rds" ? promoteReplica(ground) : [];
}

/** Planned: nothing is lost; AWS waits until the copy has everything. */
export function promoteInOrder(ground: Ground): readonly RunbookCommand[] {
  const { platform, here, other } = ground;
  const { relational } = platform.data;
  if (relational.kind === "aurora-global") {
    return [
      changes(
        "aws",
        awsArgv(
          other.name,
          "rds",
          "switchover-global-cluster",
          "--global-cluster-identifier",
          auroraGlobalName(platform),
          "--target-db-cluster-identifier",
          databaseArn(platform, here.name),
          ...asText("GlobalCluster.Status"),
        ),
        {
          why: `Hand the writer's role to the cluster in ${here.name}; nothing is lost.`,
          expect: "`switching-over`, or `available` when it is done already.",
          like: "^(switching-over|available|None)$",
        },
      ),
    ];
  }
  return relational.kind === "rds" ? promoteReplica(ground) : [];
}

function promoteReplica({ platform, here }: Ground): readonly RunbookCommand[] {
  const identifier = databaseName(platform);
  const days = String(platform.data.relational.backupDays);
  return [
    changes(
      "aws",
      awsArgv(
        here.name,
        "rds",
        "promote-read-replica",
        "--db-instance-identifier",
        identifier,
        "--backup-retention-period",
        days,
        ...asText("DBInstance.DBInstanceIdentifier"),
      ),
      {
        why: `Make the replica in ${here.name} a writer of its own. It restarts; there is no way back but a new replica.`,
        expect: `\`${identifier}\`.`,
        like: `^${identifier}$`,
      },
    ),
    reads("aws", awsArgv(here.name, "rds", "wait", "db-instance-available", "--db-instance-identifier", identifier), {
      why: "Wait until it is back from its restart.",
      expect: "nothing, after minutes. It may answer at once, before the restart has begun: the next look decides.",
    }),
  ];
}

/** For when AWS's managed way doesn't get through: cut this region's copy loose. */
export function detachDatabase({ platform, here }: Ground): readonly RunbookCommand[] {
  if (platform.data.relational.kind !== "aurora-global") return [];
  return [
    changes(
      "aws",
      awsArgv(
        here.name,
        "rds",
        "remove-from-global-cluster",
        "--global-cluster-identifier",
        auroraGlobalName(platform),
        "--db-cluster-identifier",
        databaseArn(platform, here.name),
        ...asText("GlobalCluster.GlobalClusterIdentifier"),
      ),
      {
        why: `Only when the fail-over above hasn't ended after ten minutes: take ${here.name} out of the global database; it becomes a writer of its own, and the global database is made anew later.`,
        expect: `\`${auroraGlobalName(platform)}\`.`,
        like: `^(${auroraGlobalName(platform)}|None)$`,
      },
    ),
  ];
}

/** The second zone, which a replica may do without. */
export function secondZone({ platform, here }: Ground): readonly RunbookCommand[] {
  if (platform.data.relational.kind !== "rds") return [];
  return [
    changes(
      "aws",
      awsArgv(
        here.name,
        "rds",
        "modify-db-instance",
        "--db-instance-identifier",
        databaseName(platform),
        "--multi-az",
        "--apply-immediately",
        ...asText("DBInstance.DBInstanceIdentifier"),
      ),
      {
        why: "Give the new writer its second zone; it takes minutes and interrupts nothing.",
        expect: `\`${databaseName(platform)}\`.`,
        like: `^${databaseName(platform)}$`,
      },
    ),
  ];
}

const LOCAL_DATABASE_PORT = "15432";

/** Asks the database itself, through the private path, whether it takes writes. */
export function verifyByHand(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  const single = platform.data.relational.kind === "rds";
  return [
    reads(
      "aws",
      single
        ? awsArgv(
            here.name,
            "rds",
            "describe-db-instances",
            "--db-instance-identifier",
            databaseName(platform),
            ...asText("DBInstances[0].Endpoint.Address"),
          )
        : awsArgv(
            here.name,
            "rds",
            "describe-db-clusters",
            "--db-cluster-identifier",
            databaseName(platform),
            ...asText("DBClusters[0].Endpoint"),
          ),
      { why: "Where the database answers.", expect: "a host name.", like: "^\\S+$", saves: "DATABASE_HOST" },
    ),
    findHost(ground),
    reads(
      "aws",
      awsArgv(
        here.name,
        "ssm",
        "start-session",
        "--target",
        variable("OPERATOR_HOST"),
        "--document-name",
        sessionDocument(platform, "database-tunnel"),
        "--parameters",
        `host=${variable("DATABASE_HOST")},localPortNumber=${LOCAL_DATABASE_PORT}`,
      ),
      {
        why: `In a second terminal: the database on port ${LOCAL_DATABASE_PORT} of your machine (needs the Session Manager plugin).`,
        expect: `\`Waiting for connections...\`; leave it open. It is port ${DATABASE_PORT} at the other end.`,
      },
    ),
    reads(
      "psql",
      [
        `host=127.0.0.1 port=${LOCAL_DATABASE_PORT} dbname=${DATABASE} user=${DATABASE_APPLICATION} sslmode=require`,
        "--no-align",
        "--tuples-only",
        "--command",
        "CREATE TEMPORARY TABLE verified AS SELECT 1; SELECT pg_is_in_recovery(), count(*) FROM verified",
      ],
      {
        why: "Write something that vanishes with the session, and read it back. A copy refuses the write.",
        expect: "`f|1`. `cannot execute … in a read-only transaction`: it isn't promoted yet.",
        like: "f\\|1",
      },
    ),
  ];
}
