// The configuration of a region's PostgreSQL, written anew at each start: ports may change, and both regions' files are
// alike, so that a change of role needs no new file. What a guardian decides at run time (ALTER SYSTEM) wins over this.

import { join } from "node:path";
import { type Installation, linkPort, peerOf, type RegionLayout } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";

/** Superuser of the cluster: set-up, guardian, replication. The application never connects as this. */
export const ADMIN_USER = "postgres";
export const APPLICATION_USER = "tandem";
export const DATABASE = "tandem";

export const placesOf = (region: RegionLayout) => ({
  data: join(region.postgresDirectory, "data"),
  passwords: join(region.postgresDirectory, "passwords"),
});

/** Slot names know no hyphens. */
export const slotOf = (region: RegionName): string => region.replaceAll("-", "_");

/** As synchronous_standby_names has it: exactly this standby. */
export const quotedName = (region: RegionName): string => `"${region}"`;

/** Small on purpose: two servers and everything else share 2.5 GiB. Memory in MB, times in ms. */
const FIXED: Record<string, string | number> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  shared_buffers: "32MB",
  max_connections: 60,
  work_mem: "4MB",
  maintenance_work_mem: "16MB",
  huge_pages: "off",
  jit: "off",
  io_method: "sync",
  max_worker_processes: 2,
  max_parallel_workers: 0,
  max_parallel_workers_per_gather: 0,
  max_logical_replication_workers: 0,
  autovacuum_max_workers: 1,
  autovacuum_worker_slots: 2,
  wal_level: "replica",
  max_wal_senders: 4,
  max_replication_slots: 4,
  // What a dead standby may cost; beyond it, the standby is rebuilt.
  max_slot_wal_keep_size: "512MB",
  max_wal_size: "128MB",
  min_wal_size: "32MB",
  synchronous_commit: "on",
  hot_standby: "on",
  hot_standby_feedback: "off",
  wal_sender_timeout: "5s",
  wal_receiver_timeout: "5s",
  wal_receiver_status_interval: "1s",
  wal_retrieve_retry_interval: "500ms",
  timezone: "UTC",
  log_timezone: "UTC",
  datestyle: "iso, ymd",
  lc_messages: "C",
  log_destination: "stderr",
  logging_collector: "off",
  log_checkpoints: "off",
  log_line_prefix: "",
};

export function settingsText(installation: Installation, region: RegionLayout): string {
  const peer = peerOf(installation, region.name);
  const own: Record<string, string | number> = {
    port: region.ports.postgres,
    cluster_name: `tandem ${region.name}`,
    synchronous_standby_names: quotedName(peer.name),
    primary_slot_name: slotOf(region.name),
    primary_conninfo: [
      "host=127.0.0.1",
      `port=${linkPort(installation, region.name, peer.name, "postgres")}`,
      `user=${ADMIN_USER}`,
      `application_name=${region.name}`,
      `passfile='${placesOf(region).passwords.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
      "connect_timeout=3",
    ].join(" "),
  };
  const lines = Object.entries({ ...FIXED, ...own }).map(([name, value]) => `${name} = ${literal(value)}`);
  return `# Written by Tandem at each start; changes here don't last.\n${lines.join("\n")}\n`;
}

/** Passwords only, over loopback only; replication by the superuser only. */
export const HOST_RULES = `# Written by Tandem at each start; changes here don't last.
host all all 127.0.0.1/32 scram-sha-256
host replication ${ADMIN_USER} 127.0.0.1/32 scram-sha-256
`;

function literal(value: string | number): string {
  return typeof value === "number" ? String(value) : `'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
