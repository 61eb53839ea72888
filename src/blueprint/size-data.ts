// Sizes of the data stores, from the objectives by the formulas of sizing/stores.ts.
import type { FilledBlueprint } from "./blueprint.ts";
import type { Platform, Pooling, Relational, Search, SizingLine, Stream } from "./platform.ts";
import { instanceShape } from "./sizing/instances.ts";
import * as stores from "./sizing/stores.ts";
import type { Tally } from "./tally.ts";
import type { Load } from "./workload-table.ts";

type Data = FilledBlueprint["data"];

export function sizeData(blueprint: FilledBlueprint, load: Load, tally: Tally): Platform["data"] {
  const { data } = blueprint;
  const relational = sizeRelational(blueprint, load, tally);
  return {
    relational,
    pooling: sizePooling(data.pooling, relational, load, tally),
    globalTables: data.globalTables ? ["salts"] : [],
    cache: data.cache,
    stream: sizeStream(blueprint, load, tally),
    queues: data.queues,
    buckets: data.buckets,
    search: sizeSearch(blueprint, load, tally),
  };
}

const line = (what: string, value: number, unit: string, formula: string, source: string): SizingLine => ({
  what,
  value,
  unit,
  formula,
  source,
});

function sizeRelational(blueprint: FilledBlueprint, load: Load, tally: Tally): Relational {
  const { relational, cache } = blueprint.data;
  const { writeShare, meanShare, relationalRowDays } = blueprint.objectives;
  const shape = instanceShape(relational.instanceClass);
  const missed = cache.kind === "redis" ? 1 - stores.CACHE_HIT_SHARE : 1;
  const reads = load.plannedRequestsPerSecond * (1 - writeShare) * missed;
  const readReplicas = tally.atLeast(
    "data.relational.readReplicas",
    relational.readReplicas,
    line(
      "read replicas",
      stores.readReplicas(reads, shape?.vcpus ?? 2),
      "replicas",
      "reads/s that miss the cache ÷ 125 per processor",
      "4 ms a read, processors half busy",
    ),
  );
  const connectionsMax = tally.derived(
    "database connections",
    stores.connectionsMax(shape?.memoryGib ?? 8),
    "connections",
    "LEAST(memory / 9531392, 5000)",
    "RDS's default parameter group",
  );
  if (relational.kind !== "rds") return { ...relational, readReplicas, connectionsMax };
  const writes = load.plannedRequestsPerSecond * writeShare;
  const iops = tally.derived(
    "database operations",
    stores.iopsNeeded(writes, reads),
    "IOPS",
    "writes/s × 8 + reads/s that miss the cache × 3",
    "ours, until metrics say otherwise; gp3 gives 3,000 below 400 GiB and 12,000 from there",
  );
  // The only way to more than the baseline is a volume that RDS stripes.
  const storageFor = Math.max(
    stores.relationalStorageGib(writes * meanShare, relationalRowDays),
    iops > stores.GP3_BASE_IOPS ? stores.GP3_STRIPED_FROM_GIB : 0,
  );
  const storageGib = tally.atLeast(
    "data.relational.storageGib",
    relational.storageGib,
    line(
      "database storage",
      storageFor,
      "GiB",
      "rows/s × 86400 × days × 400 B ÷ 0.85; 400 where more than 3,000 IOPS are needed",
      "row size of the briefs' recomputation",
    ),
  );
  return {
    ...relational,
    readReplicas,
    connectionsMax,
    storageGib,
    storageMaxGib: Math.min(65_536, storageGib * 3),
    iops: iopsOf(Math.max(relational.iops ?? 0, iops), storageGib),
  };
}

/** null: the volume's own baseline, which AWS gives without being told, and below 400 GiB refuses to be told. */
const iopsOf = (needed: number, storageGib: number): number | null =>
  storageGib < stores.GP3_STRIPED_FROM_GIB || needed <= stores.GP3_STRIPED_IOPS ? null : needed;

function sizePooling(pooling: Data["pooling"], relational: Relational, load: Load, tally: Tally): Pooling {
  if (pooling.kind !== "pgbouncer") return pooling;
  const needed = stores.connectionsNeeded(load.plannedRequestsPerSecond);
  const room = Math.floor(relational.connectionsMax * stores.CONNECTIONS_SHARE);
  const derived = line(
    "pooled connections",
    Math.min(needed, room),
    "connections",
    "planned requests/s × 0.4 s, at most 85 % of the database's",
    "Little's law",
  );
  const serverConnectionsMax = tally.atLeast(
    "data.pooling.serverConnectionsMax",
    pooling.serverConnectionsMax,
    derived,
  );
  if (serverConnectionsMax > room)
    tally.problems.push({
      field: "data.pooling.serverConnectionsMax",
      value: serverConnectionsMax,
      wrong: `the database takes ${relational.connectionsMax} connections, of which pools may have ${room}`,
      instead: `Ask for ${room} or fewer, or take a larger data.relational.instanceClass`,
    });
  return { kind: "pgbouncer", serverConnectionsMax, clientConnectionsMax: serverConnectionsMax * 10 };
}

function sizeStream(blueprint: FilledBlueprint, load: Load, tally: Tally): Stream {
  const { stream } = blueprint.data;
  const { eventBytes, meanShare } = blueprint.objectives;
  const bytesPerSecond = load.plannedEventsPerSecond * eventBytes;
  if (stream.kind === "embedded")
    return {
      kind: "embedded",
      volumeGib: tally.derived(
        "collector's log",
        stores.embeddedLogGib(bytesPerSecond * meanShare),
        "GiB",
        "bytes/s × a day ÷ 0.85",
        "retention of the log",
      ),
    };
  const brokers = tally.atLeast(
    "data.stream.brokers",
    stream.brokers,
    line(
      "brokers per region",
      stores.brokers(bytesPerSecond, stream.brokerType),
      "brokers",
      "MB/s ÷ MB/s per broker, surviving a zone, a multiple of three",
      "AWS's sizing sheet; brief C for kafka.t3.small",
    ),
  );
  const perBroker = stores.brokerStorageGib(bytesPerSecond * meanShare, stream.retentionHours, brokers);
  const storageGibPerBroker = tally.atLeast(
    "data.stream.storageGibPerBroker",
    stream.storageGibPerBroker,
    line(
      "storage per broker",
      perBroker,
      "GiB",
      "bytes/s × retention × 3 copies ÷ brokers ÷ 0.85",
      "AWS's alarm at 85 %",
    ),
  );
  return { ...stream, brokers, storageGibPerBroker, replicationFactor: 3, inSyncMin: 2 };
}

function sizeSearch(blueprint: FilledBlueprint, load: Load, tally: Tally): Search {
  const { search } = blueprint.data;
  if (search.kind === "none") return search;
  const total = stores.searchStorageGib(load.plannedRequestsPerSecond * blueprint.objectives.meanShare, search.logDays);
  const least = Math.max(3, Math.ceil(total / stores.SEARCH_NODE_GIB_MAX / 3) * 3);
  const nodes = tally.atLeast(
    "data.search.nodes",
    search.nodes,
    line(
      "search nodes",
      least,
      "nodes",
      "storage ÷ 512 GiB, a multiple of three",
      "largest gp3 volume of a .large.search node",
    ),
  );
  const storageGibPerNode = tally.derived(
    "storage per search node",
    Math.max(20, Math.ceil(total / nodes)),
    "GiB",
    "lines/s × days × 500 B × 2 copies × 1.45 ÷ nodes",
    "OpenSearch's sizing guide",
  );
  return { ...search, nodes, storageGibPerNode };
}
