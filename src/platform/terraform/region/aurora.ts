// The relational database on Aurora PostgreSQL: one region's cluster, or the region's member of a global database. A
// global database changes its writer by itself, with both clusters kept; so both are declared alike and for good, and
// who leads is ignored.
import {
  auroraGlobalName,
  auroraInstanceName,
  CERTIFICATE_AUTHORITY,
  DATABASE,
  DATABASE_OWNER,
  DATABASE_PORT,
  databaseName,
  INSIGHTS_DAYS,
  MONITORING_SECONDS,
} from "../../names/data.ts";
import { savedAs } from "../../names/safety.ts";
import type { Ref } from "../language/expression.ts";
import type { ArgumentsOf, File, ResourceHandle } from "../language/stack.ts";
import type { Database } from "./database.ts";
import {
  BACKUP_WINDOW,
  COMMON_PARAMETERS,
  type DatabaseGround,
  declareDatabaseGround,
  isPrecious,
  maintenanceWindow,
  majorVersion,
} from "./database-settings.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

type Cluster = ResourceHandle<"aws_rds_cluster">;
type Groups = {
  readonly cluster: ResourceHandle<"aws_rds_cluster_parameter_group">;
  readonly instance: ResourceHandle<"aws_db_parameter_group">;
};

/** Set on the cluster, because Aurora's instances share them. */
const CLUSTER_WIDE = new Set(["rds.force_ssl", "password_encryption", "ssl_min_protocol_version"]);

export function buildAurora(
  site: Site,
  network: Network,
  ownerPassword: Ref<string> | undefined,
): Database | undefined {
  const { platform, region } = site;
  const relational = platform.data.relational;
  if (relational.kind === "rds") return undefined;
  const file = site.stack.file(
    "database",
    "The relational database on Aurora. Which region's cluster takes writes is not written here: a fail-over changes no argument below.",
  );
  const ground = declareDatabaseGround(site, network, file, databaseName(platform));
  const groups = declareParameters(site, file);
  if (!region.holds.data) return undefined;
  const cluster = declareCluster(site, network, file, ground, groups, ownerPassword);
  declareInstances(site, file, cluster, ground, groups);
  return {
    host: cluster.endpoint,
    readerHosts: [cluster.reader_endpoint],
    target: { kind: "cluster", identifier: cluster.cluster_identifier },
    declared: cluster,
  };
}

function declareParameters({ platform }: Site, file: File): Groups {
  const relational = platform.data.relational;
  const major = majorVersion(relational.engineVersion);
  const family = `aurora-postgresql${major}`;
  const name = `${databaseName(platform)}-${major}`;
  const bound =
    relational.kind === "aurora-global" && relational.rpoSeconds !== undefined
      ? [{ name: "rds.global_db_rpo", value: String(relational.rpoSeconds), apply_method: "immediate" }]
      : [];
  return {
    cluster: file.resource(
      "aws_rds_cluster_parameter_group",
      "database",
      {
        name,
        family,
        description: "TLS only; how far behind the other region may be, where the blueprint bounds it.",
        parameter: [...COMMON_PARAMETERS.filter((one) => CLUSTER_WIDE.has(one.name)), ...bound],
      },
      { lifecycle: { createBeforeDestroy: true } },
    ),
    instance: file.resource(
      "aws_db_parameter_group",
      "database",
      {
        name,
        family,
        description: "Slow statements, waits and connections are logged.",
        parameter: COMMON_PARAMETERS.filter((one) => !CLUSTER_WIDE.has(one.name)),
      },
      { lifecycle: { createBeforeDestroy: true } },
    ),
  };
}

function declareCluster(
  site: Site,
  network: Network,
  file: File,
  ground: DatabaseGround,
  groups: Groups,
  ownerPassword: Ref<string> | undefined,
): Cluster {
  const { platform, region, peer, keys } = site;
  const relational = platform.data.relational;
  const isGlobal = relational.kind === "aurora-global";
  const shared: ArgumentsOf<"aws_rds_cluster"> = {
    cluster_identifier: databaseName(platform),
    engine: "aurora-postgresql",
    engine_mode: "provisioned",
    engine_version: relational.engineVersion,
    port: DATABASE_PORT,
    storage_encrypted: true,
    kms_key_id: keys.data,
    db_subnet_group_name: ground.subnetGroup.name,
    vpc_security_group_ids: [network.securityGroups.database],
    db_cluster_parameter_group_name: groups.cluster.name,
    iam_database_authentication_enabled: true,
    enabled_cloudwatch_logs_exports: ["postgresql"],
    backup_retention_period: relational.backupDays,
    preferred_backup_window: BACKUP_WINDOW,
    preferred_maintenance_window: maintenanceWindow(region),
    copy_tags_to_snapshot: true,
    delete_automated_backups: false,
    deletion_protection: isPrecious(platform),
    skip_final_snapshot: !isPrecious(platform),
    ...(isPrecious(platform) ? { final_snapshot_identifier: `${databaseName(platform)}-${region.name}-final` } : {}),
    apply_immediately: false,
    tags: savedAs("critical"),
    ...(isGlobal ? { global_cluster_identifier: auroraGlobalName(platform) } : {}),
  };
  const logs = declareLogGroup(
    site,
    file,
    "database_postgresql",
    `/aws/rds/cluster/${databaseName(platform)}/postgresql`,
  );
  if (region.configured === "standby") {
    return file.resource(
      "aws_rds_cluster",
      "main",
      // The source region signs the copying of an encrypted volume; it is asked for once, when the cluster is made.
      { ...shared, source_region: peer.name },
      {
        comment:
          "Joins the global database by its name. It sets no user and no password: AWS refuses both for a cluster that is born second, and a password that Secrets Manager manages for any member.",
        dependsOn: [logs],
        lifecycle: { ignoreChanges: ["global_cluster_identifier", "replication_source_identifier", "source_region"] },
      },
    );
  }
  return file.resource(
    "aws_rds_cluster",
    "main",
    {
      ...shared,
      // A member of a global database has the database's name from there.
      ...(isGlobal ? {} : { database_name: DATABASE }),
      master_username: DATABASE_OWNER,
      ...(ownerPassword === undefined ? {} : { master_password_wo: ownerPassword, master_password_wo_version: 1 }),
    },
    {
      comment: isGlobal
        ? "Joins the global database by its name and, being there first, leads it. After a fail-over the other one does; nothing here says which."
        : "The writer and its readers share one volume over three zones.",
      dependsOn: [logs],
      lifecycle: {
        ignoreChanges: [
          "global_cluster_identifier",
          "replication_source_identifier",
          "database_name",
          "master_username",
          "master_password_wo_version",
        ],
      },
    },
  );
}

/** The writer and its readers; which is which, Aurora decides. With one alone a fail-over takes ten minutes, so there are two. */
function declareInstances(site: Site, file: File, cluster: Cluster, ground: DatabaseGround, groups: Groups): void {
  const { platform, region, keys } = site;
  const relational = platform.data.relational;
  const count = Math.max(isPrecious(platform) ? 2 : 1, Math.ceil((1 + relational.readReplicas) * region.share));
  for (let index = 1; index <= count; index++) {
    file.resource("aws_rds_cluster_instance", `main_${index}`, {
      identifier: auroraInstanceName(platform, index),
      cluster_identifier: cluster.id,
      engine: cluster.engine,
      engine_version: cluster.engine_version,
      instance_class: relational.instanceClass,
      db_parameter_group_name: groups.instance.name,
      db_subnet_group_name: ground.subnetGroup.name,
      publicly_accessible: false,
      promotion_tier: Math.min(index - 1, 15),
      auto_minor_version_upgrade: false,
      ca_cert_identifier: CERTIFICATE_AUTHORITY,
      performance_insights_enabled: true,
      performance_insights_kms_key_id: keys.data,
      performance_insights_retention_period: INSIGHTS_DAYS,
      monitoring_interval: MONITORING_SECONDS,
      monitoring_role_arn: ground.monitoringRole.arn,
      copy_tags_to_snapshot: true,
      preferred_maintenance_window: maintenanceWindow(region),
      apply_immediately: false,
    });
  }
}
