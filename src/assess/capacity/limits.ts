// What each part of a platform carries when everything that may scale has scaled, as a multiple of the planned load; with all
// zones, without one, and in the standby after the loss of a region. The smallest saturates first.

import type { Platform, Region } from "../../blueprint/platform.ts";
import { instanceShape } from "../../blueprint/sizing/instances.ts";
import { ADD_ONS } from "../../blueprint/sizing/nodes.ts";
import { leftAfterZone } from "../../blueprint/sizing/replicas.ts";
import * as stores from "../../blueprint/sizing/stores.ts";
import { EVENTS_PER_POD } from "../../blueprint/workload-table.ts";
import type { Workload } from "../../blueprint/workloads.ts";
import { nodeShape, type PodSet, pack } from "./packing.ts";

export const LOSSES = ["nothing", "a zone", "a region"] as const;
export type Loss = (typeof LOSSES)[number];

export type Limit = {
  what: string;
  /** Requests or events in a second. */
  carries: number;
  unit: "requests/s" | "events/s";
  /** Of the load planned for, growth included: below 1 it doesn't suffice. */
  multiple: number;
  because: string;
};

/** Operations on the volume that a relational write and a read that misses the cache make. Assumption, to be measured. */
const OPERATIONS_PER_WRITE = 4;
const OPERATIONS_PER_READ = 1;
/** Simple operations a second of a .large cache node with TLS, and what one request asks of it. Assumption, to be measured. */
const CACHE_OPERATIONS = 50_000;
const CACHE_ASKED_PER_REQUEST = 3;
/** More than this of the planned load isn't looked for, nor anything finer than a step. */
const MULTIPLE_MAX = 100;
const STEP = 0.05;

/** The tightest first. */
export function limits(platform: Platform, loss: Loss): Limit[] {
  const region = loss === "a region" ? platform.regions.standby : platform.regions.primary;
  const found = [
    ...serving(platform, loss),
    nodes(platform, loss),
    connections(platform),
    operations(platform),
    cache(platform),
    brokers(platform, loss),
    webTier(platform, loss, region),
  ].filter((limit) => limit !== undefined);
  return found.sort((a, b) => a.multiple - b.multiple);
}

const perSecond = ({ objectives }: Platform, unit: Limit["unit"]): number =>
  unit === "requests/s" ? objectives.plannedRequestsPerSecond : objectives.plannedEventsPerSecond;

const limit = (platform: Platform, what: string, carries: number, unit: Limit["unit"], because: string): Limit => ({
  what,
  carries,
  unit,
  multiple: carries / perSecond(platform, unit),
  because,
});

const left = (count: number, loss: Loss): number => (loss === "a zone" ? leftAfterZone(count) : count);

/** What one pod takes at full load, and of what. */
export function perPod({ cluster, objectives }: Platform, { name }: Workload): { each: number; unit: Limit["unit"] } {
  if (name === "collector") return { each: EVENTS_PER_POD, unit: "events/s" };
  const share = name === "query" ? 1 - objectives.writeShare : 1;
  return { each: cluster.requestsPerSecondPerPod / share, unit: "requests/s" };
}

function serving(platform: Platform, loss: Loss): Limit[] {
  return platform.workloads
    .filter(({ scaling }) => scaling.kind === "cpu")
    .map((workload) => {
      const { max } = workload.replicas[loss === "a region" ? "standby" : "primary"];
      // What a zone's loss takes is made again in the other zones, as long as the autoscaler and the nodes allow.
      const { each, unit } = perPod(platform, workload);
      const because = `${max} replicas at most × ${Math.round(each)} ${unit}`;
      return limit(platform, `${workload.name} pods`, max * each, unit, because);
    });
}

/** The pods that a multiple of the planned load needs, at the autoscaler's target. */
export function podsAt(platform: Platform, multiple: number): PodSet[] {
  const pods = platform.workloads.map((workload): PodSet => {
    const scale = workload.replicas.primary;
    if (workload.scaling.kind !== "cpu") return { name: workload.name, count: scale.min, ...workload.pod };
    const { each, unit } = perPod(platform, workload);
    const target = workload.scaling.cpuTargetPercent / 100;
    const wanted = Math.ceil((perSecond(platform, unit) * multiple) / (each * target));
    return { name: workload.name, count: Math.max(scale.min, wanted), ...workload.pod };
  });
  const { pods: count, cpuMillis, memoryMib } = ADD_ONS;
  const addOn = { cpuMillis: Math.round(cpuMillis / count), memoryMib: Math.round(memoryMib / count) };
  return platform.cluster.nodes.kind === "managed" ? [...pods, { name: "add-ons", count, ...addOn }] : pods;
}

function nodes(platform: Platform, loss: Loss): Limit | undefined {
  const { nodes: ways } = platform.cluster;
  if (platform.existing.clusters !== undefined) return undefined;
  const type = ways.kind === "managed" ? ways.instanceTypes[0] : ways.systemInstanceTypes[0];
  const shape = nodeShape(type ?? "");
  const processors = instanceShape(type ?? "")?.vcpus ?? 2;
  if (shape === undefined) return undefined;
  const configured = loss === "a region" ? "standby" : "primary";
  const most = ways.kind === "managed" ? ways.group[configured].max : Math.floor(ways.processorsMax / processors);
  // A group spread over zones is refilled in those that are left.
  const zones = loss === "a zone" ? 2 : 3;
  const fits = (steps: number): boolean => {
    const packed = pack(podsAt(platform, steps * STEP), shape, zones);
    return packed.left.length === 0 && packed.nodes <= most;
  };
  const multiple = largest(MULTIPLE_MAX / STEP, fits) * STEP;
  const because = `${most} nodes of ${processors} processors at most, packed over ${zones} zones`;
  return limit(platform, "nodes", multiple * perSecond(platform, "requests/s"), "requests/s", because);
}

/** The largest number up to `most` that still fits; more never fits where less doesn't. 0: none does. */
function largest(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function connections(platform: Platform): Limit {
  const { pooling, relational } = platform.data;
  const most =
    pooling.kind === "pgbouncer"
      ? pooling.serverConnectionsMax
      : pooling.kind === "rds-proxy"
        ? Math.floor((relational.connectionsMax * pooling.connectionsPercentMax) / 100)
        : Math.floor(relational.connectionsMax * stores.CONNECTIONS_SHARE);
  const because = `${most} connections, each held ${stores.CONNECTION_HELD_S} s by a request`;
  return limit(platform, "database connections", most / stores.CONNECTION_HELD_S, "requests/s", because);
}

function operations(platform: Platform): Limit | undefined {
  const { relational, cache: cached } = platform.data;
  if (relational.kind !== "rds") return undefined;
  const striped = relational.storageGib >= stores.GP3_STRIPED_FROM_GIB;
  const iops = relational.iops ?? (striped ? stores.GP3_STRIPED_IOPS : stores.GP3_BASE_IOPS);
  const { writeShare } = platform.objectives;
  const missed = cached.kind === "redis" ? 1 - stores.CACHE_HIT_SHARE : 1;
  // Read replicas take the reads where there are any.
  const reads = relational.readReplicas > 0 ? 0 : (1 - writeShare) * missed * OPERATIONS_PER_READ;
  const each = writeShare * OPERATIONS_PER_WRITE + reads;
  const because = `${iops} operations/s, ${each.toFixed(2)} for the mean request`;
  return limit(platform, "database operations", iops / each, "requests/s", because);
}

function cache(platform: Platform): Limit | undefined {
  if (platform.data.cache.kind !== "redis") return undefined;
  const because = `${CACHE_OPERATIONS} operations/s of the primary node, ${CACHE_ASKED_PER_REQUEST} for a request`;
  return limit(platform, "cache", CACHE_OPERATIONS / CACHE_ASKED_PER_REQUEST, "requests/s", because);
}

function brokers(platform: Platform, loss: Loss): Limit | undefined {
  const { stream } = platform.data;
  if (stream.kind !== "msk") return undefined;
  const count = left(stream.brokers, loss);
  const each = stores.brokerMegabytesPerSecond(stream.brokerType);
  const because = `${count} brokers × ${each} MB/s, ${platform.objectives.eventBytes} bytes an event`;
  return limit(platform, "brokers", (count * each * 1e6) / platform.objectives.eventBytes, "events/s", because);
}

function webTier(platform: Platform, loss: Loss, { configured }: Region): Limit | undefined {
  const { webTier: tier } = platform;
  if (tier.kind === "none") return undefined;
  const most = left(tier.instances[configured].max, loss);
  const because = `${most} instances × ${tier.requestsPerSecondPerInstance} requests/s`;
  return limit(platform, "Nginx instances", most * tier.requestsPerSecondPerInstance, "requests/s", because);
}
