// Advice on sizes from what was measured, as changes to the blueprint: what to write instead, why, and what it saves.
// The measurements come in a file (docs/manual/assessing.md lists the queries that fill it); a field left out gives no advice.

import * as z from "zod";
import type { Platform } from "../../blueprint/platform.ts";
import { type PriceBook, priceOf } from "./price.ts";
import { HOURS } from "./quantity.ts";

const share = () => z.number().min(0).max(1);

/** Over at least two weeks, so that a month's end or a campaign is in it. */
const measurementsSchema = z.strictObject({
  days: z.number().min(1),
  database: z
    .strictObject({
      /** 95th percentile of the writer's processor, and of its connections as a share of the most it takes. */
      cpuShareP95: share(),
      connectionShareP95: share(),
      freeMemoryShareMin: share(),
    })
    .optional(),
  cache: z
    .strictObject({
      hitShare: share(),
      evictionsPerMinuteP95: z.number().min(0),
      memoryShareMax: share(),
      cpuShareP95: share(),
    })
    .optional(),
  /** By workload: 95th percentile of its pods' processor, and the most memory that one of them had. */
  pods: z
    .record(z.string(), z.strictObject({ cpuMillisP95: z.number().min(0), memoryMibMax: z.number().min(0) }))
    .optional(),
  brokers: z.strictObject({ cpuShareP95: share(), diskShareMax: share() }).optional(),
});

export type Measurements = z.infer<typeof measurementsSchema>;

/** Throws with the field of the first mistake. */
export const readMeasurements = (text: string): Measurements => measurementsSchema.parse(JSON.parse(text));

export type Advice = {
  /** The blueprint's field, and the values before and after. */
  field: string;
  from: string | number;
  to: string | number;
  because: string;
  /** Dollars a month over both regions; negative: it costs more; null: a price is unknown. */
  savesUsd: number | null;
};

const DAYS_MIN = 14;
/** Head-room that a pod's request keeps above what was measured. */
const POD_ROOM = 1.3;
const STEP_MILLIS = 50;
const STEP_MIB = 128;

export function advise(platform: Platform, measured: Measurements, book: PriceBook): Advice[] | { tooShort: string } {
  if (measured.days < DAYS_MIN)
    return {
      tooShort: `${measured.days} days were measured; advice needs ${DAYS_MIN}, so that a fortnight's rhythm is in it.`,
    };
  return [
    ...database(platform, measured, book),
    ...cache(platform, measured, book),
    ...pods(platform, measured),
    ...brokers(platform, measured, book),
  ];
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;
const copies = ({ regions }: Platform): number => (regions.standby.holds.data ? 2 : 1);

function database(platform: Platform, { database: seen }: Measurements, book: PriceBook): Advice[] {
  if (seen === undefined) return [];
  const { relational } = platform.data;
  const from = relational.instanceClass;
  const busy = `processor ${percent(seen.cpuShareP95)}, connections ${percent(seen.connectionShareP95)}, free memory ${percent(seen.freeMemoryShareMin)}`;
  const sku = (type: string) =>
    relational.kind === "rds" ? `rds.postgres.${type}.multiAz` : `aurora.postgres.${type}`;
  const change = (to: string | null, because: string): Advice[] =>
    to === null
      ? []
      : [
          {
            field: "data.relational.instanceClass",
            from,
            to,
            because,
            savesUsd: saving(platform, book, sku(from), sku(to), copies(platform)),
          },
        ];
  if (seen.cpuShareP95 > 0.7 || seen.connectionShareP95 > 0.8 || seen.freeMemoryShareMin < 0.05)
    return change(resized(from, 1), `${busy}: no room for the loss of the cache or a surge`);
  if (seen.cpuShareP95 < 0.3 && seen.connectionShareP95 < 0.35 && seen.freeMemoryShareMin > 0.5)
    return change(resized(from, -1), `${busy}: half of it would do`);
  return [];
}

function cache(platform: Platform, { cache: seen }: Measurements, book: PriceBook): Advice[] {
  const { cache: made } = platform.data;
  if (seen === undefined || made.kind !== "redis") return [];
  const from = made.nodeType;
  const nodes = (1 + made.replicas) * copies(platform);
  const sku = (type: string) => `elasticache.redis.${type}`;
  const change = (to: string | null, because: string): Advice[] =>
    to === null
      ? []
      : [
          {
            field: "data.cache.nodeType",
            from,
            to,
            because,
            savesUsd: saving(platform, book, sku(from), sku(to), nodes),
          },
        ];
  if (seen.evictionsPerMinuteP95 > 10 || seen.memoryShareMax > 0.85)
    return change(
      resized(from, 1),
      `${Math.round(seen.evictionsPerMinuteP95)} evictions a minute at ${percent(seen.memoryShareMax)} of memory: what is asked for doesn't fit`,
    );
  if (seen.hitShare < 0.5)
    return [
      {
        field: "data.cache.sessionTtlSeconds",
        from: made.sessionTtlSeconds,
        to: Math.min(86_400, made.sessionTtlSeconds * 2),
        because: `${percent(seen.hitShare)} of the questions hit, and nothing is evicted: entries go too early`,
        savesUsd: 0,
      },
    ];
  if (seen.memoryShareMax < 0.35 && seen.cpuShareP95 < 0.3)
    return change(
      resized(from, -1),
      `${percent(seen.memoryShareMax)} of memory and ${percent(seen.cpuShareP95)} of the processor are used, nothing is evicted`,
    );
  return [];
}

function pods(platform: Platform, { pods: seen = {} }: Measurements): Advice[] {
  const serving = platform.workloads.filter(({ scaling, name }) => scaling.kind === "cpu" && seen[name] !== undefined);
  // The blueprint has one size for all that serves, so the hungriest of them says.
  const cpuMillis = Math.max(0, ...serving.map(({ name }) => seen[name]?.cpuMillisP95 ?? 0));
  const memoryMib = Math.max(0, ...serving.map(({ name }) => seen[name]?.memoryMibMax ?? 0));
  if (serving.length === 0) return [];
  const names = serving.map(({ name }) => name).join(", ");
  const wanted = { cpuMillis: up(cpuMillis * POD_ROOM, STEP_MILLIS), memoryMib: up(memoryMib * POD_ROOM, STEP_MIB) };
  return (["cpuMillis", "memoryMib"] as const).flatMap((field): Advice[] => {
    const from = platform.cluster.pod[field];
    const to = wanted[field];
    if (Math.abs(to - from) / from < 0.2) return [];
    const most =
      field === "cpuMillis" ? `${Math.round(cpuMillis)} thousandths of a processor` : `${Math.round(memoryMib)} MiB`;
    return [
      {
        field: `cluster.pod.${field}`,
        from,
        to,
        because: `${names} use ${most} at most, and 30 % above that is enough`,
        savesUsd: null,
      },
    ];
  });
}

function brokers(platform: Platform, { brokers: seen }: Measurements, book: PriceBook): Advice[] {
  const { stream } = platform.data;
  if (seen === undefined || stream.kind !== "msk") return [];
  const from = stream.brokerType;
  const sku = (type: string) => `msk.${type}`;
  const count = stream.brokers * copies(platform);
  const change = (to: string | null, because: string): Advice[] =>
    to === null
      ? []
      : [
          {
            field: "data.stream.brokerType",
            from,
            to,
            because,
            savesUsd: saving(platform, book, sku(from), sku(to), count),
          },
        ];
  // AWS's own limit for brokers is 60 %: above it there is no room for the loss of one.
  if (seen.cpuShareP95 > 0.6)
    return change(resized(from, 1), `brokers' processors at ${percent(seen.cpuShareP95)}; AWS asks for less than 60 %`);
  if (seen.diskShareMax > 0.85)
    return [
      {
        field: "data.stream.storageGibPerBroker",
        from: stream.storageGibPerBroker,
        to: Math.ceil((stream.storageGibPerBroker * seen.diskShareMax) / 0.7),
        because: `brokers' disks at ${percent(seen.diskShareMax)}`,
        savesUsd: null,
      },
    ];
  return [];
}

const up = (value: number, step: number): number => Math.max(step, Math.ceil(value / step) * step);

const SIZES = ["micro", "small", "medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge"] as const;

/** Only the burstable families of RDS, ElastiCache and MSK have sizes below this one. */
const SMALLEST = SIZES.indexOf("large");

/** The same family one size up or down; null at either end. */
export function resized(type: string, by: 1 | -1): string | null {
  const parts = type.split(".");
  const burstable = parts.at(-2)?.startsWith("t") === true;
  const at = (SIZES as readonly string[]).indexOf(parts.at(-1) ?? "");
  const to = at + by;
  const size = at < 0 || (!burstable && to < SMALLEST) ? undefined : SIZES[to];
  return size === undefined ? null : [...parts.slice(0, -1), size].join(".");
}

function saving({ regions }: Platform, book: PriceBook, from: string, to: string, count: number): number | null {
  const { name } = regions.primary;
  const [before, after] = [priceOf(book, from, name, name), priceOf(book, to, name, name)];
  if (before.kind !== "known" || after.kind !== "known") return null;
  return (before.usd - after.usd) * HOURS * count;
}
