// What RDS and Aurora refuse: storage, replicas, credentials, proxies, the global database.
import { blocks, type Graph, isSet, list, type Placed } from "./graph.ts";
import { type Refusal, refused } from "./refusal.ts";

/** RDS for PostgreSQL, MySQL and MariaDB stripe gp3 from this size on; SQL Server never, Oracle from 200. */
const GP3_RAISABLE_FROM_GB = 400;
const GP3_IOPS = { min: 12_000, max: 64_000 };
const GP3_THROUGHPUT_MIBPS = { min: 500, max: 4_000 };
const MYSQL_ENGINES = new Set(["mysql", "mariadb"]);
/** Parameters that PostgreSQL reads at start only (context "postmaster"), and RDS' own that restart it. */
const STATIC_PARAMETERS = new Set([
  "max_connections",
  "shared_buffers",
  "shared_preload_libraries",
  "max_wal_senders",
  "max_replication_slots",
  "max_worker_processes",
  "max_prepared_transactions",
  "max_locks_per_transaction",
  "wal_buffers",
  "huge_pages",
  "track_activity_query_size",
  "track_commit_timestamp",
  "autovacuum_freeze_max_age",
  "rds.logical_replication",
]);
const SECRETS_LIMITS =
  "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations";
const AURORA_SECRETS_LIMITS =
  "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations";

const isReplica = (instance: Placed): boolean => isSet(instance.args.replicate_source_db);
const replicas = (graph: Graph): readonly Placed[] => graph.of("aws_db_instance").filter(isReplica);

/** The instance that a replica copies, by reference, by identifier in its own region, or by ARN in another. */
function sourceOf(graph: Graph, replica: Placed): Placed | undefined {
  const direct = graph.target(replica, replica.args.replicate_source_db);
  if (direct) return direct;
  const text = graph.text(replica, replica.args.replicate_source_db);
  if (text === undefined) return undefined;
  const [, arnRegion, arnName] = /^arn:[^:]+:rds:([^:]+):\d+:db:(.+)$/.exec(text) ?? [];
  const [region, name] = arnName === undefined ? [replica.region, text] : [arnRegion, arnName];
  return graph.of("aws_db_instance").find((instance) => instance.region === region && graph.nameOf(instance) === name);
}

const isAcrossRegions = (graph: Graph, replica: Placed): boolean => {
  const source = sourceOf(graph, replica);
  if (source) return source.region !== replica.region;
  return /^arn:/.test(graph.text(replica, replica.args.replicate_source_db) ?? "");
};

/** Members of each global database, by its identifier. */
function members(graph: Graph): ReadonlyMap<string, readonly Placed[]> {
  const found = new Map<string, Placed[]>();
  for (const cluster of graph.of("aws_rds_cluster")) {
    const global = graph.text(cluster, cluster.args.global_cluster_identifier);
    if (global !== undefined) found.set(global, [...(found.get(global) ?? []), cluster]);
  }
  return found;
}
const inGlobal = (cluster: Placed): boolean => isSet(cluster.args.global_cluster_identifier);
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const DAY_MINUTES = 1_440;

export const DATABASES: readonly Refusal[] = [
  {
    id: "rds-gp3-iops-below-400-gb",
    says: "You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400.",
    source: { kind: "issue", where: "https://github.com/pulumi/pulumi-aws-native/issues/968" },
    mend: "Leave iops and storage_throughput out (3,000 and 125 MiB/s come with it), or take 400 GB.",
    *find(graph) {
      for (const instance of graph.of("aws_db_instance")) {
        const size = graph.number(instance, instance.args.allocated_storage);
        if (instance.args.storage_type !== "gp3" || size === undefined || size >= GP3_RAISABLE_FROM_GB) continue;
        if (isSet(instance.args.iops) || isSet(instance.args.storage_throughput)) {
          yield refused(instance, `asks for IOPS or throughput on ${size} GB of gp3`);
        }
      }
    },
  },
  {
    id: "rds-gp3-iops-out-of-range",
    says: "A gp3 volume of 400 GB or more takes 12,000 to 64,000 IOPS and 500 to 4,000 MiB/s.",
    source: { kind: "issue", where: "https://github.com/braintrustdata/terraform-aws-braintrust-data-plane/pull/126" },
    mend: "Leave both out for 12,000 and 500 MiB/s, or ask for more.",
    *find(graph) {
      for (const instance of graph.of("aws_db_instance")) {
        const size = graph.number(instance, instance.args.allocated_storage) ?? 0;
        if (instance.args.storage_type !== "gp3" || size < GP3_RAISABLE_FROM_GB) continue;
        const iops = graph.number(instance, instance.args.iops);
        const throughput = graph.number(instance, instance.args.storage_throughput);
        if (iops !== undefined && (iops < GP3_IOPS.min || iops > GP3_IOPS.max))
          yield refused(instance, `asks for ${iops} IOPS`);
        if (
          throughput !== undefined &&
          (throughput < GP3_THROUGHPUT_MIBPS.min || throughput > GP3_THROUGHPUT_MIBPS.max)
        ) {
          yield refused(instance, `asks for ${throughput} MiB/s`);
        }
      }
    },
  },
  {
    id: "rds-provisioned-storage-without-iops",
    says: "InvalidParameterCombination: The storage type io1 requires iops to be specified.",
    source: { kind: "issue", where: "https://github.com/terraform-community-modules/tf_aws_rds/issues/22" },
    mend: "Say how many IOPS, or use gp3.",
    *find(graph) {
      for (const instance of graph.of("aws_db_instance")) {
        const type = instance.args.storage_type;
        if ((type === "io1" || type === "io2") && !isSet(instance.args.iops))
          yield refused(instance, `has ${type} storage and no iops`);
      }
    },
  },
  {
    id: "rds-storage-ceiling-below-size",
    says: "InvalidParameterCombination: Max storage size must be greater than storage size.",
    source: { kind: "remembered", where: "rds CreateDBInstance, member MaxAllocatedStorage" },
    mend: "Set max_allocated_storage at least a tenth above allocated_storage, or leave it out.",
    *find(graph) {
      for (const instance of graph.of("aws_db_instance")) {
        const size = graph.number(instance, instance.args.allocated_storage);
        const ceiling = graph.number(instance, instance.args.max_allocated_storage);
        if (size !== undefined && ceiling !== undefined && ceiling !== 0 && ceiling <= size) {
          yield refused(instance, `may grow to ${ceiling} GB and begins with ${size}`);
        }
      }
    },
  },
  {
    id: "rds-replica-with-credentials",
    says: "InvalidParameterCombination: Cannot change master user password on an RDS postgres Read Replica because it uses physical replication and therefore cannot differ from its parent.",
    source: { kind: "issue", where: "https://github.com/terraform-aws-modules/terraform-aws-rds/issues/526" },
    mend: "Leave user name and password out: a replica has its source's.",
    *find(graph) {
      for (const replica of replicas(graph)) {
        const given = ["username", "password", "password_wo", "manage_master_user_password", "db_name"].filter(
          (name) => isSet(replica.args[name]) && replica.args[name] !== false,
        );
        if (given.length > 0) yield refused(replica, `is a replica and sets ${given.join(" and ")}`);
      }
    },
  },
  {
    id: "rds-replica-of-managed-password",
    says: "InvalidParameterValue: Creating read replicas for source instance with engine … where ManageMasterUserPassword is enabled is not supported.",
    source: { kind: "documentation", where: SECRETS_LIMITS },
    mend: "Give the source a write-only password that a secret of Secrets Manager holds, and rotate that.",
    *find(graph) {
      for (const replica of replicas(graph)) {
        const source = sourceOf(graph, replica);
        if (
          source?.args.manage_master_user_password === true &&
          !/^sqlserver/.test(graph.text(source, source.args.engine) ?? "")
        ) {
          yield refused(
            source,
            `manages its password in Secrets Manager and has the replica ${replica.stack}: ${replica.address}`,
          );
        }
      }
    },
  },
  {
    id: "rds-replica-of-source-without-backups",
    says: "Your source DB instance or cluster must have backup retention enabled.",
    source: { kind: "API model", where: "rds CreateDBInstanceReadReplica" },
    mend: "Set backup_retention_period on the source.",
    *find(graph) {
      for (const replica of replicas(graph)) {
        const source = sourceOf(graph, replica);
        if (source && (graph.number(source, source.args.backup_retention_period) ?? 0) === 0 && !isReplica(source)) {
          yield refused(source, `keeps no backups and has the replica ${replica.stack}: ${replica.address}`);
        }
      }
    },
  },
  {
    id: "rds-encrypted-replica-without-key",
    says: "InvalidParameterCombination: You must specify a KMS key of the destination Region for an encrypted cross-Region read replica.",
    source: { kind: "API model", where: "rds CreateDBInstanceReadReplica, member KmsKeyId" },
    mend: "Set kms_key_id to a key of the replica's own region.",
    *find(graph) {
      for (const replica of replicas(graph)) {
        const source = sourceOf(graph, replica);
        if (
          isAcrossRegions(graph, replica) &&
          source?.args.storage_encrypted === true &&
          !isSet(replica.args.kms_key_id)
        ) {
          yield refused(replica, `copies an encrypted instance of ${source.region} and has no key`);
        }
      }
    },
  },
  {
    id: "rds-replica-across-regions-without-subnets",
    says: "A cross-Region read replica without DBSubnetGroupName is made in the default VPC, where the platform's security groups don't exist.",
    source: { kind: "API model", where: "rds CreateDBInstanceReadReplica, member DBSubnetGroupName" },
    mend: "Set db_subnet_group_name to the region's own.",
    *find(graph) {
      for (const replica of replicas(graph)) {
        if (isAcrossRegions(graph, replica) && !isSet(replica.args.db_subnet_group_name)) {
          yield refused(replica, "is a replica from another region without a subnet group");
        }
      }
    },
  },
  {
    id: "rds-replica-in-region-with-subnets",
    says: "DBSubnetGroupNotAllowedFault: DbSubnetGroupName should not be specified for read replicas that are created in the same region as the master.",
    source: { kind: "issue", where: "https://github.com/hashicorp/terraform-provider-aws/issues/528" },
    mend: "Leave db_subnet_group_name out: a replica has its source's. In other subnets of the network: name the source by its ARN.",
    *find(graph) {
      for (const replica of replicas(graph)) {
        const source = sourceOf(graph, replica);
        // By its ARN the source may be in other subnets.
        const named = graph.text(replica, replica.args.replicate_source_db);
        const byName = source !== undefined && named !== undefined && named === graph.nameOf(source);
        if (byName && source.region === replica.region && isSet(replica.args.db_subnet_group_name)) {
          yield refused(replica, "copies an instance of its own region and sets a subnet group");
        }
      }
    },
  },
  {
    id: "rds-proxy-on-replica",
    says: "You can associate a proxy only with the writer DB instance, not a read replica.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html#rds-proxy.limitations",
    },
    mend: "Put the proxy in front of the writer; the standby's proxy gets its target when the replica is promoted.",
    *find(graph) {
      for (const target of graph.of("aws_db_proxy_target")) {
        const instance = graph.target(target, target.args.db_instance_identifier);
        const name = graph.text(target, target.args.db_instance_identifier);
        const found =
          instance ??
          graph.of("aws_db_instance").find((it) => it.region === target.region && graph.nameOf(it) === name);
        if (found && isReplica(found)) yield refused(target, `stands before the replica ${found.address}`);
      }
    },
  },
  {
    id: "rds-proxy-in-one-zone",
    says: "You must specify at least two subnets in different Availability Zones for a DB proxy.",
    source: { kind: "remembered", where: "rds CreateDBProxy, member VpcSubnetIds" },
    mend: "Give it the data subnets of all zones.",
    *find(graph) {
      for (const proxy of graph.of("aws_db_proxy")) {
        const count = list(proxy.args.vpc_subnet_ids).length;
        if (Array.isArray(proxy.args.vpc_subnet_ids) && count < 2) yield refused(proxy, `has ${count} subnet`);
      }
    },
  },
  {
    id: "rds-subnet-group-in-one-zone",
    says: "DBSubnetGroupDoesNotCoverEnoughAZs: The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement.",
    source: { kind: "API model", where: "rds CreateDBSubnetGroup, exception DBSubnetGroupDoesNotCoverEnoughAZs" },
    mend: "Give it subnets of at least two zones.",
    *find(graph) {
      for (const group of graph.of("aws_db_subnet_group")) {
        if (Array.isArray(group.args.subnet_ids) && list(group.args.subnet_ids).length < 2)
          yield refused(group, "has one subnet");
      }
    },
  },
  {
    id: "rds-zone-and-multi-az",
    says: "You can't set the AvailabilityZone parameter if the DB instance is a Multi-AZ deployment.",
    source: { kind: "API model", where: "rds CreateDBInstance, members MultiAZ and AvailabilityZone" },
    mend: "Leave availability_zone out.",
    *find(graph) {
      for (const instance of graph.of("aws_db_instance")) {
        if (instance.args.multi_az === true && isSet(instance.args.availability_zone))
          yield refused(instance, "is Multi-AZ and names a zone");
      }
    },
  },
  {
    id: "rds-insights-retention",
    says: "Valid values are 7, 731, or month * 31 with 1 to 23 months. If you specify a retention period that isn't valid, such as 94, Amazon RDS issues an error.",
    source: { kind: "API model", where: "rds CreateDBInstance, member PerformanceInsightsRetentionPeriod" },
    mend: "Use 7, 731, or a multiple of 31 up to 713.",
    *find(graph) {
      for (const it of graph.of("aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance")) {
        const days = graph.number(it, it.args.performance_insights_retention_period);
        if (days === undefined || days === 0 || days === 7 || days === 731) continue;
        if (days % 31 !== 0 || days > 713) yield refused(it, `keeps Performance Insights for ${days} days`);
      }
    },
  },
  {
    id: "rds-insights-on-unsupported-class",
    says: "InvalidParameterCombination: Performance Insights not supported for this configuration.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html",
    },
    mend: "Use a medium class or larger, or leave Performance Insights off (MySQL and MariaDB; PostgreSQL has no such limit).",
    *find(graph) {
      for (const instance of graph.of("aws_db_instance")) {
        const engine = graph.text(instance, instance.args.engine) ?? "";
        const size = graph.text(instance, instance.args.instance_class) ?? "";
        if (
          MYSQL_ENGINES.has(engine) &&
          /^db\.(t2|t3|t4g)\.(micro|small)$/.test(size) &&
          instance.args.performance_insights_enabled === true
        ) {
          yield refused(instance, `${engine} on ${size} has no Performance Insights`);
        }
      }
    },
  },
  {
    id: "rds-monitoring-without-role",
    says: "If MonitoringInterval is set to a value other than 0, supply a MonitoringRoleArn value.",
    source: { kind: "API model", where: "rds CreateDBInstance, member MonitoringInterval" },
    mend: "Set monitoring_role_arn.",
    *find(graph) {
      for (const it of graph.of("aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance")) {
        const interval = graph.number(it, it.args.monitoring_interval) ?? 0;
        if (interval > 0 && !isSet(it.args.monitoring_role_arn))
          yield refused(it, `is watched every ${interval} s without a role`);
      }
    },
  },
  {
    id: "rds-windows-overlap",
    says: "The backup window and maintenance window must not overlap.",
    source: {
      kind: "API model",
      where:
        "rds CreateDBInstance, member PreferredBackupWindow: must not conflict with the preferred maintenance window",
    },
    mend: "Put the maintenance window after the backup window.",
    *find(graph) {
      for (const it of graph.of("aws_db_instance", "aws_rds_cluster")) {
        const backup = graph.text(it, it.args.backup_window ?? it.args.preferred_backup_window);
        const upkeep = graph.text(it, it.args.maintenance_window ?? it.args.preferred_maintenance_window);
        if (backup !== undefined && upkeep !== undefined && overlap(backup, upkeep))
          yield refused(it, `${backup} overlaps ${upkeep}`);
      }
    },
  },
  {
    id: "rds-database-name",
    says: "DBName must begin with a letter and contain only alphanumeric characters (PostgreSQL: or underscores).",
    source: { kind: "API model", where: "rds CreateDBInstance, member DBName" },
    mend: "Use letters, digits and underscores, 63 at most.",
    *find(graph) {
      for (const it of graph.of("aws_db_instance", "aws_rds_cluster")) {
        const name = graph.text(it, it.args.db_name ?? it.args.database_name);
        if (name !== undefined && !/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(name))
          yield refused(it, `calls its database "${name}"`);
      }
    },
  },
  {
    id: "rds-reserved-user-name",
    says: "MasterUsername admin cannot be used as it is a reserved word used by the engine.",
    source: { kind: "issue", where: "https://github.com/aws-cloudformation/cfn-lint/pull/4425" },
    mend: "Choose another name for the master user.",
    *find(graph) {
      for (const it of graph.of("aws_db_instance", "aws_rds_cluster")) {
        const name = graph.text(it, it.args.username ?? it.args.master_username);
        const postgres = /postgres/.test(graph.text(it, it.args.engine) ?? "");
        if (postgres && name !== undefined && ["admin", "rdsadmin"].includes(name))
          yield refused(it, `its master user is "${name}"`);
      }
    },
  },
  {
    id: "rds-static-parameter-at-once",
    says: "InvalidParameterCombination: cannot use immediate apply method for static parameter",
    source: { kind: "issue", where: "https://github.com/hashicorp/terraform-provider-aws/issues/216" },
    mend: 'Set apply_method = "pending-reboot" for it.',
    *find(graph) {
      for (const group of graph.of("aws_db_parameter_group", "aws_rds_cluster_parameter_group")) {
        if (!/postgres/.test(graph.text(group, group.args.family) ?? "")) continue;
        for (const parameter of blocks(group.args.parameter)) {
          const name = graph.text(group, parameter.name) ?? "";
          const method = graph.text(group, parameter.apply_method) ?? "immediate";
          if (STATIC_PARAMETERS.has(name) && method === "immediate") yield refused(group, `applies ${name} at once`);
        }
      }
    },
  },
  {
    id: "aurora-global-managed-password",
    says: "Managing master user passwords with Secrets Manager isn't supported for DB clusters that are part of an Aurora global database.",
    source: { kind: "documentation", where: AURORA_SECRETS_LIMITS },
    mend: "Give the first cluster a write-only password that a secret of Secrets Manager holds.",
    *find(graph) {
      for (const cluster of graph.of("aws_rds_cluster")) {
        if (inGlobal(cluster) && cluster.args.manage_master_user_password === true)
          yield refused(cluster, "is a member of a global database");
      }
    },
  },
  {
    id: "aurora-global-two-with-credentials",
    says: "InvalidParameterCombination: Cannot specify user name (or database name) for cross region replication cluster",
    source: { kind: "issue", where: "https://github.com/cloudposse/terraform-aws-rds-cluster/issues/157" },
    mend: "Only the cluster that is created first sets credentials; the others take its.",
    *find(graph) {
      for (const [global, clusters] of members(graph)) {
        const named = clusters.filter((cluster) =>
          ["master_username", "master_password", "master_password_wo", "database_name"].some((name) =>
            isSet(cluster.args[name]),
          ),
        );
        for (const extra of named.slice(1))
          yield refused(extra, `is a second member of ${global} with credentials or a database name`);
      }
    },
  },
  {
    id: "aurora-global-encryption-differs",
    says: "An encrypted global database has encrypted members, and a secondary in another Region needs a key of its own Region.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
    },
    mend: "Set storage_encrypted alike on all, and kms_key_id on each.",
    *find(graph) {
      for (const [global, clusters] of members(graph)) {
        const encrypted = clusters.filter((cluster) => cluster.args.storage_encrypted === true);
        if (encrypted.length > 0 && encrypted.length < clusters.length) {
          for (const cluster of clusters)
            if (!encrypted.includes(cluster)) yield refused(cluster, `is the unencrypted member of ${global}`);
        }
        for (const cluster of encrypted) {
          const secondary = !isSet(cluster.args.master_username) && clusters.length > 1;
          if (secondary && !isSet(cluster.args.kms_key_id))
            yield refused(cluster, `is a secondary of ${global} without a key`);
        }
      }
    },
  },
  {
    id: "aurora-global-unsupported-mode",
    says: "Aurora global databases don't support Aurora Serverless v1, backtracking, or in a secondary cluster Aurora Auto Scaling of readers.",
    source: {
      kind: "documentation",
      where:
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html#aurora-global-database.limitations",
    },
    mend: "Use provisioned or Serverless v2 members, and no backtrack window.",
    *find(graph) {
      for (const cluster of graph.of("aws_rds_cluster").filter(inGlobal)) {
        if (cluster.args.engine_mode === "serverless") yield refused(cluster, "is Serverless v1 in a global database");
        if ((graph.number(cluster, cluster.args.backtrack_window) ?? 0) > 0)
          yield refused(cluster, "backtracks in a global database");
      }
    },
  },
  {
    id: "aurora-global-small-class",
    says: "InvalidParameterValue: The requested instance class isn't supported in a global database: memory-optimised classes (db.r5, db.r6g, …) only.",
    source: {
      kind: "remembered",
      where: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html",
    },
    mend: "Use db.r6g.large or larger, or db.serverless.",
    *find(graph) {
      for (const instance of graph.of("aws_rds_cluster_instance")) {
        const cluster = graph.target(instance, instance.args.cluster_identifier);
        const size = graph.text(instance, instance.args.instance_class) ?? "";
        if (cluster && inGlobal(cluster) && /^db\.t/.test(size))
          yield refused(instance, `${size} in a global database`);
      }
    },
  },
  {
    id: "aurora-serverless-without-capacity",
    says: "InvalidDBClusterStateFault: Set the Serverless v2 scaling configuration on the parent DB cluster before creating a Serverless v2 DB instance.",
    source: { kind: "remembered", where: "rds CreateDBInstance with class db.serverless" },
    mend: "Give the cluster serverlessv2_scaling_configuration.",
    *find(graph) {
      for (const instance of graph.of("aws_rds_cluster_instance")) {
        const cluster = graph.target(instance, instance.args.cluster_identifier);
        if (
          instance.args.instance_class === "db.serverless" &&
          cluster?.type === "aws_rds_cluster" &&
          !isSet(cluster.args.serverlessv2_scaling_configuration)
        ) {
          yield refused(instance, `${cluster.address} has no Serverless v2 capacity`);
        }
      }
    },
  },
  {
    id: "rds-final-snapshot-unnamed",
    says: "final_snapshot_identifier is required when skip_final_snapshot is false (the destroy fails, after everything before it is gone).",
    source: {
      kind: "documentation",
      where: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance",
    },
    mend: "Name the final snapshot.",
    *find(graph) {
      for (const it of graph.of("aws_db_instance", "aws_rds_cluster")) {
        const skipped = it.args.skip_final_snapshot === true || (it.type === "aws_db_instance" && isReplica(it));
        if (!skipped && !isSet(it.args.final_snapshot_identifier))
          yield refused(it, "keeps a final snapshot without a name");
      }
    },
  },
];

/** Whether "03:00-04:00" and "sun:03:30-sun:05:00" share a minute of that day. */
function overlap(daily: string, weekly: string): boolean {
  const [start = "", end = ""] = daily.split("-");
  const match = /^[a-z]{3}:(\d\d:\d\d)-[a-z]{3}:(\d\d:\d\d)$/.exec(weekly.toLowerCase());
  if (!/^\d\d:\d\d$/.test(start) || !/^\d\d:\d\d$/.test(end) || !match) return false;
  const minutes = (from: number, to: number): Set<number> => {
    const all = new Set<number>();
    for (let minute = from; minute !== to; minute = (minute + 1) % DAY_MINUTES) all.add(minute);
    return all;
  };
  const backup = minutes(minutesOf(start), minutesOf(end));
  return [...minutes(minutesOf(match[1] ?? ""), minutesOf(match[2] ?? ""))].some((minute) => backup.has(minute));
}
