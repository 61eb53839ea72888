// Sizes of the data stores, each by a formula with its source. Rates are those planned for, growth included.
import { leftAfterZone, upToMultiple } from "./replicas.ts";

const GIB = 1024 ** 3;
const DAY_S = 86_400;

/** Bytes of a row with its indexes: the estimate of the briefs' own recomputation (100 GiB at 500 rows/s: 6.2 days). */
export const ROW_BYTES = 400;
/** A volume is to be at most this full at the end of the planning time: AWS's alarm for brokers, and ours for databases. */
export const VOLUME_FULL_MAX = 0.85;

/** gp3 storage for rows that stay `rowDays`: rate × day × bytes × days, kept below 85 % full; never below 20 GiB. */
export const relationalStorageGib = (rowsPerSecond: number, rowDays: number): number =>
  Math.max(20, upToMultiple((rowsPerSecond * DAY_S * rowDays * ROW_BYTES) / GIB / VOLUME_FULL_MAX, 10));

/** From this size RDS stripes gp3 over four volumes: 12,000 operations per second, and more can be bought. */
export const GP3_STRIPED_FROM_GIB = 400;
export const GP3_BASE_IOPS = 3_000;
export const GP3_STRIPED_IOPS = 12_000;

/**
 * Operations that a write and a read past the cache cost the volume: log, row, indexes and their share of checkpoints;
 * an index and a row that memory doesn't hold. Ours, until a database of one's own says otherwise.
 */
const OPERATIONS_PER_WRITE = 8;
const OPERATIONS_PER_READ = 3;
export const iopsNeeded = (writesPerSecond: number, readsPerSecond: number): number =>
  Math.ceil(writesPerSecond * OPERATIONS_PER_WRITE + readsPerSecond * OPERATIONS_PER_READ);

/** LEAST(DBInstanceClassMemory / 9531392, 5000), RDS's default parameter group for PostgreSQL. */
export const connectionsMax = (memoryGib: number): number => Math.min(5_000, Math.floor((memoryGib * GIB) / 9_531_392));
/** The share of the connections that pools may take; the rest is for people, replication and maintenance. */
export const CONNECTIONS_SHARE = 0.85;

/**
 * Little's law: connections busy = requests per second × seconds that one is held. 0.4 s is the slow end of what a
 * request holds; 500/s then keep 200 busy, the upper end of the 100 to 200 that brief C names.
 */
export const CONNECTION_HELD_S = 0.4;
export const connectionsNeeded = (requestsPerSecond: number): number =>
  Math.max(CONNECTIONS_MIN, Math.ceil(requestsPerSecond * CONNECTION_HELD_S));
/** Two for each of ten pods: a pool smaller than that makes workloads wait for one another at any rate. */
const CONNECTIONS_MIN = 20;

/** Reads one processor of a replica answers in a second: 4 ms each at 100 %, kept at half. */
const READS_PER_VCPU = 125;
/** Of the reads, how many the cache answers; to be replaced by what its metrics say. */
export const CACHE_HIT_SHARE = 0.5;
export const readReplicas = (readsPerSecond: number, vcpus: number): number =>
  Math.min(5, Math.max(1, Math.ceil(readsPerSecond / (READS_PER_VCPU * vcpus))));

/** MB/s in that one broker takes for ever, by size. AWS's sizing sheet for the .large ones; brief C for kafka.t3.small. */
const BROKER_MB_PER_S: Record<string, number> = { small: 1, large: 4.8, xlarge: 9.6, "2xlarge": 19.2, "4xlarge": 38.4 };
export const brokerMegabytesPerSecond = (type: string): number => BROKER_MB_PER_S[type.split(".").at(-1) ?? ""] ?? 1;

export const REPLICATION_FACTOR = 3;

/** Brokers, a multiple of three, that still take the load when a zone's are gone. */
export function brokers(bytesPerSecond: number, type: string): number {
  const needed = bytesPerSecond / 1e6 / brokerMegabytesPerSecond(type);
  let found = 3;
  while (leftAfterZone(found) < needed) found += 3;
  return found;
}

/** Disk of one broker: rate × retention × three copies ÷ brokers, at most 85 % full; never below 10 GiB. */
export const brokerStorageGib = (bytesPerSecond: number, retentionHours: number, brokerCount: number): number =>
  Math.max(
    10,
    Math.ceil((bytesPerSecond * retentionHours * 3_600 * REPLICATION_FACTOR) / brokerCount / GIB / VOLUME_FULL_MAX),
  );

/** A log line of a request, as stored; one replica of each shard; OpenSearch's own overhead of 45 % (its sizing guide). */
const LOG_LINE_BYTES = 500;
const SEARCH_COPIES = 2;
const SEARCH_OVERHEAD = 1.45;
export const searchStorageGib = (requestsPerSecond: number, days: number): number =>
  Math.ceil((requestsPerSecond * DAY_S * days * LOG_LINE_BYTES * SEARCH_COPIES * SEARCH_OVERHEAD) / GIB);
/** The largest gp3 volume that a .large.search node takes. */
export const SEARCH_NODE_GIB_MAX = 512;

/** The collector's own log on its volume keeps a day, at most 85 % full. */
export const embeddedLogGib = (bytesPerSecond: number): number =>
  Math.max(20, upToMultiple((bytesPerSecond * DAY_S) / GIB / VOLUME_FULL_MAX, 10));
