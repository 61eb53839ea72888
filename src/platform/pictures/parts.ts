// What a region is made of, in the few words that fit into a box.
import type { Platform, Region } from "../../blueprint/platform.ts";
import type { Workload } from "../../blueprint/workloads.ts";
import type { Look } from "./drawing.ts";

export type Part = { readonly title: string; readonly lines: readonly string[]; readonly look: Look };

export function publicParts({ edge }: Platform, region: Region): Part[] {
  if (!region.holds.entry) return [];
  const admits = edge.cdn.kind === "none" ? "admits the internet" : "admits the CDN only";
  return [
    { title: "Load balancer", lines: ["public ALB, 3 zones", admits], look: "entry" },
    { title: "NAT gateways", lines: ["one in each zone"], look: "entry" },
  ];
}

export const privateParts = (platform: Platform, region: Region): Part[] => [
  ...webParts(platform, region),
  ...workloadParts(platform, region),
];

function webParts({ webTier }: Platform, region: Region): Part[] {
  if (webTier.kind === "none" || !region.holds.entry) return [];
  const { min, max } = webTier.instances[region.configured];
  return [
    { title: "Nginx", lines: [`${min} to ${max} × ${webTier.instanceType}`], look: "entry" },
    { title: "Inner balancer", lines: ["ALB to the pods"], look: "entry" },
  ];
}

function workloadParts(platform: Platform, region: Region): Part[] {
  if (!region.holds.cluster || region.holds.nodes === "none") return [];
  return platform.workloads.map((workload) => ({
    title: workload.name,
    lines: [countOf(workload, region)],
    look: "compute" as const,
  }));
}

function countOf({ replicas, scaling }: Workload, { configured }: Region): string {
  if (scaling.kind === "cron") return "on a schedule";
  const { min, max } = replicas[configured];
  const one = max === 1 ? "pod" : "pods";
  return min === max ? `${min} ${one}` : `${min} to ${max} pods`;
}

export function storeParts(platform: Platform, region: Region): Part[] {
  if (!region.holds.data) return [];
  return [relationalPart(platform, region), ...subnetStores(platform)];
}

const RELATIONAL = { rds: "RDS PostgreSQL", aurora: "Aurora", "aurora-global": "Aurora Global" } as const;

function relationalPart({ data: { relational, pooling } }: Platform, { configured }: Region): Part {
  const readers = relational.readReplicas;
  const copy = configured === "standby" && relational.kind !== "aurora" ? "follows the primary" : undefined;
  const pool = pooling.kind === "none" ? [] : [`behind ${pooling.kind === "pgbouncer" ? "PgBouncer" : "RDS Proxy"}`];
  return {
    title: RELATIONAL[relational.kind],
    lines: [relational.instanceClass, copy ?? (readers === 0 ? "2 zones" : `${readers} readers`), ...pool].slice(0, 3),
    look: "store",
  };
}

function subnetStores({ data: { cache, stream, search } }: Platform): Part[] {
  const parts: Part[] = [];
  if (stream.kind === "msk")
    parts.push({
      title: "MSK",
      lines: [`${stream.brokers} × ${stream.brokerType}`, `keeps ${stream.retentionHours} h`],
      look: "store",
    });
  else parts.push({ title: "Event log", lines: [`${stream.volumeGib} GiB a collector`], look: "store" });
  if (cache.kind === "redis")
    parts.push({ title: "ElastiCache", lines: [`1 + ${cache.replicas} nodes`, cache.nodeType], look: "store" });
  if (search.kind === "opensearch")
    parts.push({
      title: "OpenSearch",
      lines: [`${search.nodes} nodes`, `logs of ${search.logDays} days`],
      look: "store",
    });
  return parts;
}

/** What AWS runs in the region outside of any network of ours. */
export function servicePartsOf({ data: { queues, globalTables } }: Platform): Part[] {
  const parts: Part[] = [{ title: "S3", lines: ["lake, reports, logs,", "backups, static"], look: "store" }];
  if (queues.kind === "sqs") parts.push({ title: "SQS", lines: ["tasks, and a", "dead-letter queue"], look: "store" });
  if (globalTables.length > 0) parts.push({ title: "DynamoDB", lines: ["global tables"], look: "store" });
  return parts;
}

export function edgeParts(platform: Platform): Part[] {
  const { edge } = platform;
  const dns: Part = {
    title: "Route 53",
    lines: [
      `asks /healthz/active every ${edge.healthCheck.intervalSeconds} s`,
      "the active region answers app. and api.",
    ],
    look: "entry",
  };
  const firewall: Part = { title: "WAF", lines: ["managed and rate rules"], look: "entry" };
  if (edge.cdn.kind === "none") return [dns, firewall];
  const cdn: Part =
    edge.cdn.kind === "cloudfront"
      ? { title: "CloudFront", lines: ["caches, retries reads", "in the other region"], look: "entry" }
      : { title: edge.cdn.provider === "akamai" ? "Akamai" : "External CDN", lines: ["caches"], look: "entry" };
  return [dns, cdn, firewall];
}
