// What RDS and Aurora instances of PostgreSQL share: parameters, hours of work, who watches them.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { roleName } from "../../names/identity.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";

type Parameter = {
  readonly name: string;
  readonly value: string;
  readonly apply_method: "immediate" | "pending-reboot";
};
const now = (name: string, value: string): Parameter => ({ name, value, apply_method: "immediate" });
const atStart = (name: string, value: string): Parameter => ({ name, value, apply_method: "pending-reboot" });

/** A statement that runs longer is logged: a panel's whole answer is to come within 300 ms. */
const SLOW_STATEMENT_MS = 500;
/** A transaction that waits for its client this long holds locks for nobody. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** Parameters that RDS and Aurora both know. */
export const COMMON_PARAMETERS: readonly Parameter[] = [
  now("rds.force_ssl", "1"),
  now("ssl_min_protocol_version", "TLSv1.2"),
  now("password_encryption", "scram-sha-256"),
  now("log_connections", "1"),
  now("log_disconnections", "1"),
  now("log_lock_waits", "1"),
  now("log_temp_files", "10240"),
  now("log_autovacuum_min_duration", "10000"),
  now("log_min_duration_statement", String(SLOW_STATEMENT_MS)),
  now("idle_in_transaction_session_timeout", String(IDLE_IN_TRANSACTION_MS)),
  atStart("shared_preload_libraries", "pg_stat_statements"),
  atStart("track_activity_query_size", "4096"),
];

/** A replica tells its primary what its queries still read, so that none of them is cancelled half-way. Aurora's readers
 *  share the storage and have no such setting. */
export const REPLICA_PARAMETERS: readonly Parameter[] = [
  now("hot_standby_feedback", "1"),
  now("max_standby_streaming_delay", "30000"),
];

export const majorVersion = (engineVersion: string): string => engineVersion.split(".")[0] as string;

// Hours are UTC and the quiet ones of the briefs' own country. The two regions never work on their databases on the same
// night, and the standby goes first: what is wrong with a new version is seen where nobody writes.
export const BACKUP_WINDOW = "19:30-20:30";
export const maintenanceWindow = (region: Region): string =>
  region.configured === "primary" ? "sun:21:00-sun:22:00" : "fri:21:00-fri:22:00";

/** Databases of `dev` may be thrown away with one command; all others ask twice. */
export const isPrecious = (platform: Platform): boolean => platform.environment !== "dev";

export type DatabaseGround = {
  readonly subnetGroup: ResourceHandle<"aws_db_subnet_group">;
  readonly monitoringRole: ResourceHandle<"aws_iam_role">;
};

/** What a database stands on. A region that holds only backups has it too: a restore asks for it first. */
export function declareDatabaseGround(site: Site, network: Network, file: File, name: string): DatabaseGround {
  const subnetGroup = file.resource("aws_db_subnet_group", "database", {
    name,
    description: "The data subnets of all three zones.",
    subnet_ids: network.subnets.data,
  });
  const monitoringRole = declareRole(file, site.platform, {
    key: "database_monitoring",
    name: roleName(site.platform, site.region, "database-monitoring"),
    description: "Lets RDS write Enhanced Monitoring to CloudWatch Logs.",
    trust: trustService("monitoring.rds.amazonaws.com", site.platform.accountId),
    managed: ["arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"],
  });
  return { subnetGroup, monitoringRole };
}
