// What holds data: how it comes to the other region, how much of it may be lost, and whether it can be found there.
import { voterTable } from "../../platform/names/voters.ts";
import { block, blocks, type Placed } from "../../platform/terraform/refusals/graph.ts";
import type { Violation } from "../finding.ts";
import { COPIED_BUCKETS, isStateless, LOSS_SECONDS, storeOf } from "./stores.ts";
import {
  bothRegions,
  graphOf,
  inRegion,
  inStackOf,
  otherRegion,
  type Recoverable,
  type RecoverRule,
  regionStack,
  textsIn,
  violation,
} from "./view.ts";

/** What waits must outlive the outage, and the time in which it is worked off: as long again, or the hour that tier 3 may wait. */
const DRAIN_SECONDS_MIN = 3_600;
const HOUR_SECONDS = 3_600;
const BROKER_SETTINGS = {
  "default.replication.factor": "3",
  "min.insync.replicas": "2",
  "unclean.leader.election.enable": "false",
} as const;

export const DATA_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-01",
    title: "Of every type of resource it is known whether it holds data, and how that is copied",
    severity: "error",
    why: "A store that nobody thought of is the one that is empty in the other region.",
    mend: "Put the type into src/assess/recoverability/stores.ts: how it is copied and what of it may be lost, or that it holds nothing.",
    find: (subject) =>
      graphOf(subject)
        .resources.filter(({ mode, type }) => mode === "resource" && !storeOf(type) && !isStateless(type))
        .map((resource) => violation(resource, `nobody has said whether ${resource.type} holds data`)),
  },
  {
    id: "RECOVER-02",
    title: "Every store has its like in the other region",
    severity: "error",
    why: "Making a database, a bucket or a registry takes longer than any RTO below an hour, and needs control planes that many others call in the same hour.",
    mend: "Declare it for both regions; the builder of a region takes `configured`, not a name.",
    find: (subject) => bothRegions(subject).flatMap(({ name }) => withoutTwin(subject, name)),
  },
  {
    id: "RECOVER-03",
    title: "The relational database is copied to the other region as it runs, or its backups are",
    severity: "error",
    why: "Nothing else can bring back a user, a dashboard or a permission.",
    mend: "RDS: `replicate_source_db` of the standby names the primary's ARN. Aurora: both clusters join one global cluster. Backup-restore: the critical plan copies to the other region.",
    find: (subject) => (subject.platform.regions.standby.holds.data ? unreplicated(subject) : unsaved(subject)),
  },
  {
    id: "RECOVER-04",
    title: "The database can't fall further behind than the RPO without somebody knowing",
    severity: "error",
    why: "Asynchronous replication promises nothing by itself: what a lost region had alone is as long as the lag of that minute.",
    mend: "An alarm on the replica's lag at or below the RPO in each region, or `rds.global_db_rpo`; with backup-restore a backup at least once per RPO.",
    find: beyondRpo,
  },
  {
    id: "RECOVER-05",
    title: "Every table but a voter's has a replica in the other region",
    severity: "error",
    why: "Without yesterday's salts the survivor counts every visitor a second time.",
    mend: "`aws_dynamodb_table_replica` in `link`, with the other region's key.",
    find: (subject) => {
      // A cold standby's tables come with the rebuild: of the salts only today's would be missed.
      if (!subject.platform.regions.standby.holds.data) return [];
      const copied = graphOf(subject)
        .of("aws_dynamodb_table_replica")
        .flatMap((replica) => textsIn(replica.args.global_table_arn).map((arn) => `${replica.region} ${arn}`));
      return graphOf(subject)
        .of("aws_dynamodb_table")
        .filter((table) => table.args.name !== voterTable(subject.platform))
        .filter((table) => {
          const to = otherRegion(subject, table.region).name;
          return !copied.some((copy) => copy.startsWith(`${to} `) && copy.endsWith(`/${String(table.args.name)}`));
        })
        .map((table) => violation(table, `has no replica in ${otherRegion(subject, table.region).name}`));
    },
  },
  {
    id: "RECOVER-06",
    title: "The buckets that both regions need are copied both ways",
    severity: "error",
    why: "After a fail-over the other region writes; copied one way only, the way back loses what was written meanwhile.",
    mend: "A replication configuration in `link` from each bucket to its namesake, enabled for all prefixes.",
    find: (subject) =>
      copiedBuckets(subject).flatMap((bucket) => {
        const graph = graphOf(subject);
        const wanted = otherBucket(subject, bucket);
        const reaches = replicationRules(subject, bucket).some(
          ({ configuration, rule }) =>
            graph.bucket(configuration, block(rule.destination).bucket) === wanted &&
            rule.status === "Enabled" &&
            (block(rule.filter).prefix ?? "") === "",
        );
        return reaches && wanted ? [] : [violation(bucket, "isn't copied whole to its like in the other region")];
      }),
  },
  {
    id: "RECOVER-07",
    title: "Copying a bucket takes along what was deleted and what was changed on the copy",
    severity: "error",
    why: "Otherwise what somebody had deleted comes back after a fail-over, and a tag set on a copy never comes home.",
    mend: "`delete_marker_replication` and `replica_modifications`, both Enabled, in both directions.",
    find: (subject) =>
      copiedBuckets(subject).flatMap((bucket) =>
        replicationRules(subject, bucket)
          .filter(
            ({ rule }) =>
              block(rule.delete_marker_replication).status !== "Enabled" ||
              block(block(rule.source_selection_criteria).replica_modifications).status !== "Enabled",
          )
          .map(({ configuration }) => violation(configuration, "leaves out delete markers or changes of replicas")),
      ),
  },
  {
    id: "RECOVER-08",
    title: "A copied bucket keeps versions and forgets old ones, in both regions alike",
    severity: "error",
    why: "Replication needs versions; without a lifecycle on the copy it grows for ever, and nobody looks at a standby's bill.",
    mend: "`versioning_configuration` Enabled and a lifecycle configuration beside each bucket.",
    find: (subject) =>
      copiedBuckets(subject).flatMap((bucket) => {
        const graph = graphOf(subject);
        const versioning = graph.besideBucket("aws_s3_bucket_versioning", bucket);
        const versioned = block(versioning?.args.versioning_configuration).status === "Enabled";
        const tidied = graph.besideBucket("aws_s3_bucket_lifecycle_configuration", bucket) !== undefined;
        return [
          ...(versioned ? [] : [violation(bucket, "keeps no versions")]),
          ...(tidied ? [] : [violation(bucket, "has no lifecycle")]),
        ];
      }),
  },
  {
    id: "RECOVER-09",
    title: "What waits in a stream or a queue outlives the outage and the time to work it off",
    severity: "error",
    why: "A backlog that expires while a region is away was acknowledged and is gone.",
    mend: "Raise data.stream.retentionHours (or its volume), and the queue's retention, above the RTO and as long again, an hour at least.",
    find: expiring,
  },
  {
    id: "RECOVER-10",
    title: "The loss of one broker loses no record",
    severity: "error",
    why: "A region's mirror reads what its brokers still have; a leader that lacks records passes the hole on to the other region.",
    mend: `Three brokers or more and, in the configuration, ${Object.entries(BROKER_SETTINGS)
      .map(([name, value]) => `${name}=${value}`)
      .join(", ")}.`,
    find: (subject) => [
      ...graphOf(subject)
        .of("aws_msk_cluster")
        .filter(({ args }) => typeof args.number_of_broker_nodes === "number" && args.number_of_broker_nodes < 3)
        .map((brokers) => violation(brokers, `has ${String(brokers.args.number_of_broker_nodes)} brokers`)),
      ...graphOf(subject)
        .of("aws_msk_configuration")
        .flatMap((configuration) => {
          const lines = String(configuration.args.server_properties).split("\n");
          return Object.entries(BROKER_SETTINGS)
            .filter(([name, value]) => !lines.includes(`${name}=${value}`))
            .map(([name, value]) => violation(configuration, `doesn't set ${name}=${value}`));
        }),
    ],
  },
  {
    id: "RECOVER-11",
    title: "Both copies of the database run the same version on machines of the same size",
    severity: "error",
    why: "A replica that is older can't follow, and one that is smaller carries the lag of the first busy hour into the promotion.",
    mend: "Derive both from data.relational; upgrade the standby first, then the primary, in one change.",
    find: (subject) =>
      ["engine_version", "instance_class"].flatMap((argument) => {
        const { primary, standby } = subject.platform.regions;
        const said = (region: string) =>
          inStackOf(subject, region, "aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance").flatMap(
            (database) => {
              const value = graphOf(subject).text(database, database.args[argument]);
              return value === undefined ? [] : [{ database, value }];
            },
          );
        const values = new Set(said(primary.name).map(({ value }) => value));
        return said(standby.name)
          .filter(({ value }) => !values.has(value))
          .map(({ database, value }) =>
            violation(database, `${argument} is ${value}; in ${primary.name} ${[...values].join(", ")}`),
          );
      }),
  },
  {
    id: "RECOVER-12",
    title: "No plan of Terraform deletes a database or a table by the way",
    severity: "error",
    lastingOnly: true,
    why: "The quickest way to lose both copies is to change an argument that replaces them.",
    mend: "`deletion_protection` on databases, `deletion_protection_enabled` on tables.",
    find: (subject) =>
      graphOf(subject)
        .of("aws_db_instance", "aws_rds_cluster", "aws_rds_global_cluster", "aws_dynamodb_table")
        .filter((store) => !isReader(subject, store))
        .filter(({ args }) => args.deletion_protection !== true && args.deletion_protection_enabled !== true)
        .map((store) => violation(store, "isn't protected from deletion")),
  },
  {
    id: "RECOVER-63",
    title: "What is copied more slowly than the RPO can be had in another way",
    severity: "note",
    why: "The RPO holds for what was acknowledged: relational changes and events, which the mirror copies within seconds. A report, an image or a file of the last minutes may have to be made anew.",
    mend: "Nothing, when that is so. Keep nothing in a bucket alone that can't be made again from events and the database.",
    find: (subject) => {
      const { objectives, regions } = subject.platform;
      const types = new Set(
        graphOf(subject)
          .resources.filter(({ mode, stack }) => mode === "resource" && stack === regionStack(regions.primary.name))
          .map(({ type }) => type),
      );
      return [...types].flatMap((type) => {
        const seconds = LOSS_SECONDS[storeOf(type)?.loses ?? "own"];
        if (seconds <= objectives.rpoSeconds) return [];
        const says = `copies may be ${seconds} s behind; the RPO is ${objectives.rpoSeconds} s`;
        return [{ address: `${regionStack(regions.primary.name)} ${type}`, says }];
      });
    },
  },
];

/** A read replica inside its own region: made anew at any time, from the database beside it. */
export function isReader(subject: Recoverable, instance: Placed): boolean {
  return graphOf(subject).target(instance, instance.args.replicate_source_db)?.stack === instance.stack;
}

function withoutTwin(subject: Recoverable, region: string): Violation[] {
  const other = otherRegion(subject, region);
  return graphOf(subject)
    .resources.filter(({ mode, stack }) => mode === "resource" && stack === regionStack(region))
    .filter((store) => {
      const { twin } = storeOf(store.type) ?? { twin: "none" };
      if (twin === "none" || isReader(subject, store)) return false;
      if (twin === "with-data") return other.holds.data;
      if (twin === "with-nodes") return other.holds.nodes !== "none";
      return store.type !== "aws_s3_bucket" || COPIED_BUCKETS.includes(store.name);
    })
    .filter((store) => !inStackOf(subject, other.name, store.type).some(({ address }) => address === store.address))
    .map((store) => violation(store, `has no like in ${other.name}`));
}

function unreplicated(subject: Recoverable): Violation[] {
  const { primary, standby } = subject.platform.regions;
  const graph = graphOf(subject);
  switch (subject.platform.data.relational.kind) {
    case "rds":
      return inStackOf(subject, standby.name, "aws_db_instance")
        .filter((instance) => !isReader(subject, instance))
        .filter(
          ({ args }) =>
            !textsIn(args.replicate_source_db).some((arn) => arn.startsWith(`arn:aws:rds:${primary.name}:`)),
        )
        .map((instance) => violation(instance, `doesn't replicate from ${primary.name}`));
    case "aurora-global":
      return graph
        .of("aws_rds_cluster")
        .filter(
          (cluster) =>
            !graph
              .of("aws_rds_global_cluster")
              .some(
                (bracket) =>
                  graph.nameOf(bracket) !== undefined &&
                  graph.nameOf(bracket) === graph.text(cluster, cluster.args.global_cluster_identifier),
              ),
        )
        .map((cluster) => violation(cluster, "is in no global cluster"));
    case "aurora":
      return [{ address: "data.relational.kind", says: "aurora stays in its region, and the standby is to hold data" }];
  }
}

/** Backup-restore: what the restored database is made from. */
function unsaved({ platform }: Recoverable): Violation[] {
  const plan = platform.backups.plans.find(({ importance }) => importance === "critical");
  if (plan?.copyToOtherRegion) return [];
  return [
    { address: "backups.plans", says: "the standby holds no database, and no critical plan copies its backups there" },
  ];
}

/** Metrics that say how far a copy is behind, with their unit. */
const LAG_METRICS: Readonly<Record<string, number>> = {
  ReplicaLag: 1,
  AuroraGlobalDBReplicationLag: 0.001,
  RelationalLagSeconds: 1,
};

function beyondRpo(subject: Recoverable): Violation[] {
  const { objectives, regions, backups } = subject.platform;
  const { rpoSeconds } = objectives;
  if (!regions.standby.holds.data) {
    const everySeconds =
      (backups.plans.find(({ importance }) => importance === "critical")?.everyHours ?? Infinity) * 3_600;
    if (everySeconds <= rpoSeconds) return [];
    const says = `what the standby restores is up to ${everySeconds} s old; the RPO is ${rpoSeconds} s`;
    return [{ address: "backups.plans", says }];
  }
  return bothRegions(subject).flatMap(({ name }) => {
    const bounded = inRegion(subject, name, "aws_rds_cluster_parameter_group").some(({ args }) =>
      blocks(args.parameter).some((one) => one.name === "rds.global_db_rpo" && Number(one.value) <= rpoSeconds),
    );
    const lags = inStackOf(subject, name, "aws_cloudwatch_metric_alarm").flatMap(({ args }) => {
      const unitSeconds = LAG_METRICS[String(args.metric_name)];
      return unitSeconds === undefined ? [] : [Number(args.threshold) * unitSeconds];
    });
    if (bounded || lags.some((seconds) => seconds <= rpoSeconds)) return [];
    const says =
      lags.length === 0
        ? `nothing in ${name} watches how far the copy is behind; the RPO is ${rpoSeconds} s`
        : `the first alarm in ${name} rings at ${Math.min(...lags)} s of lag; the RPO is ${rpoSeconds} s`;
    return [{ address: `region/${name}`, says }];
  });
}

const copiedBuckets = (subject: Recoverable): readonly Placed[] =>
  bothRegions(subject).flatMap(({ name }) =>
    inStackOf(subject, name, "aws_s3_bucket").filter((bucket) => COPIED_BUCKETS.includes(bucket.name)),
  );

const otherBucket = (subject: Recoverable, bucket: Placed): Placed | undefined =>
  inStackOf(subject, otherRegion(subject, bucket.region).name, "aws_s3_bucket").find(
    ({ name }) => name === bucket.name,
  );

const replicationRules = (subject: Recoverable, bucket: Placed) => {
  const graph = graphOf(subject);
  return graph
    .of("aws_s3_bucket_replication_configuration")
    .filter((configuration) => graph.bucket(configuration, configuration.args.bucket) === bucket)
    .flatMap((configuration) => blocks(configuration.args.rule).map((rule) => ({ configuration, rule })));
};

function expiring(subject: Recoverable): Violation[] {
  const { data, objectives } = subject.platform;
  const drainSeconds = Math.max(objectives.rtoSeconds, DRAIN_SECONDS_MIN);
  const neededSeconds = objectives.rtoSeconds + drainSeconds;
  const needs = `${neededSeconds} s are needed (RTO ${objectives.rtoSeconds} s + ${drainSeconds} s to work it off)`;
  const found: Violation[] = [];
  if (data.stream.kind === "msk") {
    const seconds = data.stream.retentionHours * HOUR_SECONDS;
    if (seconds < neededSeconds)
      found.push({ address: "data.stream.retentionHours", says: `is ${seconds} s; ${needs}` });
  } else {
    const bytes = objectives.plannedEventsPerSecond * objectives.eventBytes * neededSeconds;
    if (data.stream.volumeGib * 2 ** 30 < bytes) {
      const says = `${data.stream.volumeGib} GiB; ${Math.ceil(bytes / 2 ** 30)} GiB come in while ${needs}`;
      found.push({ address: "data.stream.volumeGib", says });
    }
  }
  for (const queue of bothRegions(subject).flatMap(({ name }) => inStackOf(subject, name, "aws_sqs_queue"))) {
    // An instance that is about to go is gone when its message is late.
    if (queue.name.startsWith("karpenter")) continue;
    const seconds = Number(queue.args.message_retention_seconds ?? 345_600);
    if (seconds < neededSeconds) found.push(violation(queue, `forgets after ${seconds} s; ${needs}`));
  }
  return found;
}
