// What is paid by use, worked out from the objectives. Every figure that the objectives don't name is an assumption with a
// name, printed beside the result; a bill replaces it.

import type { Platform, Region } from "../../blueprint/platform.ts";
import { type Component, GB, HOURS, type Quantity, SECONDS } from "./quantity.ts";

export type Assumption = { readonly value: number; readonly unit: string; readonly says: string };

export const ASSUMPTIONS = {
  lakeShare: { value: 0.2, unit: "of the bytes received", says: "size of an event in the lake (Parquet, zstd)" },
  eventsPerRequest: { value: 10, unit: "events", says: "events that an SDK sends in one request" },
  responseBytes: { value: 8_192, unit: "bytes", says: "mean answer to a request of `app.` and `api.`" },
  cachedShare: { value: 0.5, unit: "of those requests", says: "answered by the CDN's cache" },
  logBytesPerRequest: { value: 300, unit: "bytes", says: "log lines written for one request" },
  walBytesPerWrite: { value: 2_048, unit: "bytes", says: "replication traffic of one relational write" },
  natGbPerZone: { value: 50, unit: "GB a month", says: "traffic of a zone to addresses outside AWS" },
  leaseRoundsPerSecond: { value: 2, unit: "rounds/s", says: "renewals of the lease at each voter (a beat of 0.5 s)" },
  requestsPerLookup: { value: 100, unit: "requests", says: "requests behind one DNS query" },
  newConnectionShare: { value: 0.1, unit: "of requests", says: "requests that open a connection" },
  changesPerBackup: { value: 0.02, unit: "of the data", says: "what changes between two backups" },
  imagesGb: { value: 20, unit: "GB", says: "images kept in a region's registry" },
  configItems: { value: 5_000, unit: "items a month", says: "configuration changes that are recorded in a region" },
} as const satisfies Record<string, Assumption>;

const assumed = (name: keyof typeof ASSUMPTIONS): number => ASSUMPTIONS[name].value;
/** A month of 730 h in days. */
const DAYS = HOURS / 24;

type Load = {
  requests: number;
  eventRequests: number;
  events: number;
  eventGb: number;
  lakeGb: number;
};

/** Per month, over both regions together; what grows until the end of the planning time is not in it. */
export function monthlyLoad({ objectives }: Platform): Load {
  const seconds = SECONDS * objectives.meanShare;
  const events = objectives.eventsPerSecond * seconds;
  const eventGb = (events * objectives.eventBytes) / GB;
  return {
    requests: objectives.requestsPerSecond * seconds,
    eventRequests: events / assumed("eventsPerRequest"),
    events,
    eventGb,
    lakeGb: eventGb * assumed("lakeShare"),
  };
}

export function usage(platform: Platform): Quantity[] {
  const load = monthlyLoad(platform);
  const { primary, standby } = platform.regions;
  return [
    ...traffic(platform, load),
    ...betweenRegions(platform, load),
    ...[primary, standby].flatMap((region) => perRegion(platform, region, load)),
    ...voters(platform),
  ];
}

const line = (
  component: Component,
  region: string,
  sku: string,
  perMonth: number,
  why: string,
  address = "usage",
): Quantity => ({ component, region, address, sku, perMonth, basis: "usage", why, saving: null });

/** In and out through the edge: billed where the traffic is, which is the active region, on a good day the primary. */
function traffic(platform: Platform, load: Load): Quantity[] {
  const { name } = platform.regions.primary;
  const outGb = (load.requests * assumed("responseBytes")) / GB;
  const all = load.requests + load.eventRequests;
  const cdn = platform.edge.cdn.kind === "cloudfront";
  const external = platform.edge.cdn.kind === "external";
  const originGb = cdn || external ? outGb * (1 - assumed("cachedShare")) : outGb;
  // The largest of four dimensions is billed: connections, active connections, bytes, rules.
  const perSecond = all / SECONDS;
  const perHourGb = (originGb + load.eventGb) / HOURS;
  const units = Math.max((perSecond * assumed("newConnectionShare")) / 25, perHourGb, perSecond / 1_000);
  return [
    ...(cdn
      ? [
          line("entry", name, "cloudfront.india.https", all / 1e4, "requests at the CDN, in tens of thousands"),
          line("transfer", name, "cloudfront.india.out.first10TB", outGb, "answers from the CDN, GB"),
          line("transfer", name, "cloudfront.india.toOrigin", load.eventGb, "events through the CDN, GB"),
        ]
      : [line("transfer", name, "dataTransfer.internetOut.first10TB", originGb, "answers from the region, GB")]),
    line("entry", name, "waf.requests", all / 1e6, "millions of requests that the firewall looks at"),
    line("entry", name, "alb.lcu", units * HOURS, "load balancer capacity units, by the hour"),
    line(
      "entry",
      name,
      "route53.query.standard",
      all / assumed("requestsPerLookup") / 1e6,
      "millions of DNS queries (aliases to AWS are free; counted as if none were)",
    ),
  ];
}

/** What goes from the active region to the other one. */
function betweenRegions(platform: Platform, load: Load): Quantity[] {
  const { primary, standby } = platform.regions;
  const name = primary.name;
  const sku = `dataTransfer.interRegion.${primary.name}.to.${standby.name}`;
  const writes = load.requests * platform.objectives.writeShare;
  const live = standby.holds.data;
  return [
    line("transfer", name, "s3.crr.transfer", load.lakeGb, "the lake's new objects to the other region's bucket, GB"),
    ...(platform.data.buckets.replicationTimeControl
      ? [line("storage", name, "s3.rtc", load.lakeGb, "replicated under S3's promise of 15 minutes, GB")]
      : []),
    ...(live
      ? [
          line("transfer", name, sku, load.eventGb, "events to the other region's mirror, GB"),
          line("transfer", name, sku, (writes * assumed("walBytesPerWrite")) / GB, "database replication, GB"),
        ]
      : []),
  ];
}

function perRegion(platform: Platform, region: Region, load: Load): Quantity[] {
  const { name, holds } = region;
  const primary = region.configured === "primary";
  const { observability, objectives, data, security } = platform;
  const logGb = ((load.requests + load.eventRequests) * assumed("logBytesPerRequest")) / GB;
  const months = objectives.eventRetentionDays / DAYS;
  const warmMonths = Math.min(months, data.buckets.archiveAfterDays / DAYS);
  const nats = platform.network.natGateways === "per-zone" ? 3 : 1;
  const databaseGib = data.relational.kind === "rds" ? data.relational.storageGib : auroraGib(platform);
  const lines = [
    line("storage", name, "s3.standard.storage", load.lakeGb * warmMonths, "the lake's younger part, GB"),
    line("storage", name, "s3.ia.storage", load.lakeGb * (months - warmMonths), "the lake's older part, GB"),
    // One raw object every 30 s and origin, its merges, and the copies.
    line("storage", name, "s3.put", (SECONDS / 30) * 4 * 1e-3, "thousands of objects written"),
    line("storage", name, "ecr.storage", assumed("imagesGb"), "images, GB"),
    ...backups(platform, region, databaseGib),
    ...(security.config ? [line("security", name, "config.item", assumed("configItems"), "recorded changes")] : []),
    ...(security.guardDuty
      ? [line("security", name, "guardduty.cloudtrail", 2, "millions of management events looked at")]
      : []),
  ];
  if (holds.cluster) lines.push(...clusterUse(name, primary ? logGb : logGb * 0.1, observability.logDays));
  if (holds.nodes !== "none" && platform.existing.vpcs === undefined)
    lines.push(line("network", name, "nat.gb", nats * assumed("natGbPerZone"), "through the NAT gateways, GB"));
  if (data.stream.kind === "msk" && holds.data) {
    // Two of three zones are another one's; written once, read twice, billed on both sides.
    const gb = load.eventGb * (2 / 3) * 3 * 2;
    lines.push(line("transfer", name, "dataTransfer.interAz", gb, "between zones to and from the brokers, GB"));
  }
  if (data.relational.kind !== "rds" && holds.data) {
    lines.push(line("database", name, "aurora.storage", databaseGib, "GB of the cluster's volume"));
    const writes = (load.requests * objectives.writeShare) / 1e6;
    lines.push(line("database", name, "aurora.io", writes * 4, "millions of operations (4 for a write)"));
    if (data.relational.kind === "aurora-global" && !primary)
      lines.push(line("database", name, "aurora.global.replicatedWriteIo", writes * 4, "millions replicated"));
  }
  if (data.queues.kind === "sqs" && primary)
    // A task is sent, received and deleted; one in a hundred requests makes one.
    lines.push(line("queues", name, "sqs.standard", (load.requests * 0.03) / 1e6, "millions of queue requests"));
  return lines;
}

const clusterUse = (name: string, logGb: number, logDays: number): Quantity[] => [
  line("observability", name, "cloudwatch.logs.ingest", logGb, "logs taken in, GB"),
  line("observability", name, "cloudwatch.logs.storage", (logGb * logDays) / DAYS, "logs kept, GB"),
];

function backups({ backups: { plans } }: Platform, { name, configured, holds }: Region, gib: number): Quantity[] {
  if (configured === "standby" && !holds.data) {
    const copied = plans.some(({ copyToOtherRegion }) => copyToOtherRegion);
    return copied
      ? [line("backups", name, "backup.rds.snapshot", gib * 1.5, "copies of the database's backups, GB")]
      : [];
  }
  const kept = Math.max(...plans.map(({ everyHours, keepDays }) => (keepDays * 24) / everyHours));
  // The first is whole, the others hold what changed; AWS gives as much as the database's size for nothing.
  const gb = gib * (1 + Math.min(kept, 100) * assumed("changesPerBackup")) - gib;
  const daily =
    plans.filter(({ copyToOtherRegion }) => copyToOtherRegion).length > 0
      ? gib * assumed("changesPerBackup") * DAYS
      : 0;
  return [
    line("backups", name, "backup.rds.snapshot", gb, "backups above the free part, GB"),
    ...(configured === "primary"
      ? [line("backups", name, "backup.copy.transfer.ebsRds", daily, "copied to the other region, GB")]
      : []),
  ];
}

/** Aurora's volume grows by itself; what the sizing names for RDS isn't there, so a year of writes is taken. */
const auroraGib = ({ objectives }: Platform): number =>
  (objectives.requestsPerSecond * objectives.writeShare * objectives.meanShare * SECONDS * 12 * 400) / 1.074e9;

/** Three small tables, written by whoever holds the lease and read by whoever watches it. */
function voters({ regions }: Platform): Quantity[] {
  const rounds = (SECONDS * assumed("leaseRoundsPerSecond")) / 1e6;
  return [regions.primary, regions.standby, regions.witness].flatMap(({ name }) => [
    line("tables", name, "dynamodb.wru", rounds, "millions of conditional writes to the voter"),
    line("tables", name, "dynamodb.rru", rounds, "millions of reads of the voter"),
  ]);
}
