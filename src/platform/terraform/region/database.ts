// The relational database on RDS: PostgreSQL with a second zone, a replica of it in the other region, read replicas. It
// promises that Terraform says nothing about who is active: after a fail-over and after a fail-back a plan is empty.
import {
  CERTIFICATE_AUTHORITY,
  DATABASE,
  DATABASE_OWNER,
  DATABASE_PORT,
  databaseArn,
  databaseName,
  databaseReaderName,
  INSIGHTS_DAYS,
  MONITORING_SECONDS,
} from "../../names/data.ts";
import { savedAs } from "../../names/safety.ts";
import { adoptDatabase, incarnationKey, incarnationOf } from "../adopt/database.ts";
import type { Ref } from "../language/expression.ts";
import type { ArgumentsOf, Declared, File, ResourceHandle } from "../language/stack.ts";
import {
  BACKUP_WINDOW,
  COMMON_PARAMETERS,
  type DatabaseGround,
  declareDatabaseGround,
  isPrecious,
  maintenanceWindow,
  majorVersion,
  REPLICA_PARAMETERS,
} from "./database-settings.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

/** What other concerns may ask of the region's database, whatever kind it is. Nothing, where the region holds none. */
export type Database = {
  /** Takes writes while this region is active. */
  readonly host: Ref<string>;
  /** Read replicas, or the same host where there are none. */
  readonly readerHosts: readonly Ref<string>[];
  readonly target: { readonly kind: "instance" | "cluster"; readonly identifier: Ref<string> };
  /** The instance or the cluster, for whoever must wait until it is there. */
  readonly declared: Declared;
};

export function buildDatabase(
  site: Site,
  network: Network,
  ownerPassword: Ref<string> | undefined,
): Database | undefined {
  const { platform, region } = site;
  const relational = platform.data.relational;
  if (relational.kind !== "rds") return undefined;
  const file = site.stack.file(
    "database",
    "The relational database. Which region's takes writes is not written here: promoting it changes no argument below.",
  );
  const ground = declareDatabaseGround(site, network, file, databaseName(platform));
  const parameters = file.resource(
    "aws_db_parameter_group",
    "database",
    {
      name: `${databaseName(platform)}-${majorVersion(relational.engineVersion)}`,
      family: `postgres${majorVersion(relational.engineVersion)}`,
      description: "TLS only; slow statements, waits and connections are logged.",
      parameter: [...COMMON_PARAMETERS, ...REPLICA_PARAMETERS],
    },
    { lifecycle: { createBeforeDestroy: true } },
  );
  if (!region.holds.data) return undefined;

  const shared = sharedArguments(site, network, ground, parameters);
  const main =
    region.configured === "primary"
      ? declareWriter(site, file, shared, ownerPassword)
      : declareReplica(site, file, shared);
  adoptDatabase(file, incarnationOf(platform, region.configured), main, databaseName(platform));
  const readers = declareReaders(site, file, shared, main);
  return {
    host: main.address,
    readerHosts: readers.length > 0 ? readers.map((reader) => reader.address) : [main.address],
    target: { kind: "instance", identifier: main.identifier },
    declared: main,
  };
}

type Instance = ResourceHandle<"aws_db_instance">;
type Shared = Omit<ArgumentsOf<"aws_db_instance">, "identifier">;

function sharedArguments(
  { platform, region, keys }: Site,
  network: Network,
  ground: DatabaseGround,
  parameters: ResourceHandle<"aws_db_parameter_group">,
): Shared {
  const relational = platform.data.relational;
  if (relational.kind !== "rds") throw new Error("only RDS has instances of this kind");
  return {
    engine: "postgres",
    engine_version: relational.engineVersion,
    // Versions are raised in the blueprint, standby first: a minor version that AWS chose would be a change to undo.
    auto_minor_version_upgrade: false,
    instance_class: relational.instanceClass,
    port: DATABASE_PORT,
    storage_type: "gp3",
    allocated_storage: relational.storageGib,
    max_allocated_storage: relational.storageMaxGib,
    // Below 400 GB gp3 comes with 3,000 operations a second, and AWS refuses to be told so.
    ...(relational.iops === null ? {} : { iops: relational.iops }),
    storage_encrypted: true,
    kms_key_id: keys.data,
    db_subnet_group_name: ground.subnetGroup.name,
    vpc_security_group_ids: [network.securityGroups.database],
    publicly_accessible: false,
    parameter_group_name: parameters.name,
    ca_cert_identifier: CERTIFICATE_AUTHORITY,
    iam_database_authentication_enabled: true,
    enabled_cloudwatch_logs_exports: ["postgresql", "upgrade"],
    performance_insights_enabled: true,
    performance_insights_kms_key_id: keys.data,
    performance_insights_retention_period: INSIGHTS_DAYS,
    monitoring_interval: MONITORING_SECONDS,
    monitoring_role_arn: ground.monitoringRole.arn,
    maintenance_window: maintenanceWindow(region),
    copy_tags_to_snapshot: true,
    deletion_protection: isPrecious(platform),
    apply_immediately: false,
  };
}

/** What an instance has that can be restored to any moment and promoted. */
const kept = ({ platform, region }: Site): Partial<Shared> => {
  const relational = platform.data.relational;
  return {
    multi_az: isPrecious(platform),
    // A replica keeps backups too: AWS promotes one without them, but then the new primary has none.
    backup_retention_period: relational.backupDays,
    backup_window: BACKUP_WINDOW,
    delete_automated_backups: false,
    skip_final_snapshot: !isPrecious(platform),
    ...(isPrecious(platform) ? { final_snapshot_identifier: `${databaseName(platform)}-${region.name}-final` } : {}),
    tags: savedAs("critical"),
  };
};

function declareWriter(site: Site, file: File, shared: Shared, ownerPassword: Ref<string> | undefined): Instance {
  const { platform, region } = site;
  const identifier = databaseName(platform);
  return file.resource(
    "aws_db_instance",
    incarnationKey(incarnationOf(platform, region.configured)),
    {
      identifier,
      db_name: DATABASE,
      username: DATABASE_OWNER,
      // Sent once, when the instance is made. The first rotation then sets the password that the secret holds.
      ...(ownerPassword === undefined ? {} : { password_wo: ownerPassword, password_wo_version: 1 }),
      ...shared,
      ...kept(site),
    },
    {
      comment:
        "Where the platform's first changes are written. Once it has been rebuilt as the other region's replica, its source, its user and its password are that one's; none of them is Terraform's to say.",
      dependsOn: logGroups(site, file, identifier),
      lifecycle: { ignoreChanges: ["replicate_source_db", "db_name", "username", "password_wo_version"] },
    },
  );
}

function declareReplica(site: Site, file: File, shared: Shared): Instance {
  const { platform, region, peer } = site;
  const identifier = databaseName(platform);
  return file.resource(
    "aws_db_instance",
    incarnationKey(incarnationOf(platform, region.configured)),
    { identifier, replicate_source_db: databaseArn(platform, peer.name), ...shared, ...kept(site) },
    {
      comment:
        "Made as a copy of the other region's database, under a key of this region. It sets no user and no password: a replica has its source's. After promotion it has no source, which is ignored, or an apply would undo the fail-over.",
      dependsOn: logGroups(site, file, identifier),
      lifecycle: { ignoreChanges: ["replicate_source_db"] },
    },
  );
}

/** Copies that only answer. When the database behind them is rebuilt they are gone, and an apply makes them anew. */
function declareReaders(site: Site, file: File, shared: Shared, main: Instance): readonly Instance[] {
  const { platform, region } = site;
  const count = Math.ceil(platform.data.relational.readReplicas * region.share);
  // A copy in the same region has its source's subnets and its source's key, and AWS refuses to be told either.
  const { db_subnet_group_name: _subnets, kms_key_id: _key, ...inherited } = shared;
  return Array.from({ length: count }, (_, at) => {
    const identifier = databaseReaderName(platform, at + 1);
    return file.resource(
      "aws_db_instance",
      `reader_${at + 1}`,
      {
        identifier,
        replicate_source_db: main.identifier,
        ...inherited,
        multi_az: false,
        backup_retention_period: 0,
        skip_final_snapshot: true,
        deletion_protection: false,
      },
      { dependsOn: logGroups(site, file, identifier) },
    );
  });
}

function logGroups(site: Site, file: File, identifier: string) {
  const key = identifier.slice(databaseName(site.platform).length).replaceAll("-", "_");
  return ["postgresql", "upgrade"].map((log) =>
    declareLogGroup(site, file, `database${key}_${log}`, `/aws/rds/instance/${identifier}/${log}`),
  );
}
