// What watches and saves the platform: vaults, trails, topics, canaries, alarms, the buckets of their records. Regions
// name each other's things by these functions and never read them.
import type { Platform } from "../../blueprint/platform.ts";
import { arnOf, baseName } from "./base.ts";
import { entranceHost, regionOriginHost } from "./dns.ts";

type Named = Pick<Platform, "name">;
type Owned = Named & Pick<Platform, "accountId">;

// How much a store's loss would hurt decides how often it is saved. Backup plans choose resources by this tag, so a
// store that carries none isn't saved, and a test asks why.

export const IMPORTANCE_TAG = "importance";
export const IMPORTANCES = ["critical", "important", "ordinary"] as const;
export type Importance = (typeof IMPORTANCES)[number];
/** The tag that puts a resource into the backup plan of that importance. */
export const savedAs = (importance: Importance): { readonly importance: Importance } => ({
  [IMPORTANCE_TAG]: importance,
});

export const vaultName = (platform: Named): string => `${baseName(platform)}-vault`;
export const vaultArn = (platform: Owned, regionName: string): string =>
  arnOf(platform, "backup", regionName, `backup-vault:${vaultName(platform)}`);

// Topics by what a person does on hearing of it: get up now, or work on it in the day. "fallback" is written to people
// directly when the way to PagerDuty itself is broken.

export const SEVERITIES = ["page", "ticket"] as const;
export type Severity = (typeof SEVERITIES)[number];
export type TopicPurpose = Severity | "fallback";
/** us-east-1 is watched too, where the edge's metrics are; its topics must not clash when it is a region of ours. */
export type TopicPlace = { readonly region: string; readonly edge?: boolean };

export const topicName = (platform: Named, purpose: TopicPurpose, place: TopicPlace): string =>
  `${baseName(platform)}-${place.edge ? "edge-" : ""}${purpose}`;
export const topicArnIn = (platform: Owned, purpose: TopicPurpose, place: TopicPlace): string =>
  arnOf(platform, "sns", place.region, topicName(platform, purpose, place));
export const pagerName = (platform: Named, place: TopicPlace): string =>
  `${baseName(platform)}-${place.edge ? "edge-" : ""}pager`;

/** Code of canaries and of the pager, canaries' artefacts, Config's history, backup reports, runbooks: one bucket per region. */
export const recordsBucket = (platform: Owned, regionName: string): string =>
  `${baseName(platform)}-records-${regionName}-${platform.accountId}`;
export const RECORDS_PREFIXES = {
  code: "code",
  canaries: "canaries",
  config: "config",
  backupReports: "backup-reports",
  experiments: "experiments",
  runbooks: "runbooks",
} as const;

export const trailName = (platform: Named): string => `${baseName(platform)}-trail`;
export const trailBucket = (platform: Owned): string => `${baseName(platform)}-trail-${platform.accountId}`;
export const trailArn = (platform: Owned & Pick<Platform, "regions">): string =>
  arnOf(platform, "cloudtrail", platform.regions.witness.name, `trail/${trailName(platform)}`);

// Log groups.

/** Of one workload's pods; Fluent Bit writes here. */
export const workloadLogGroup = (platform: Named, workload: string): string => `/${baseName(platform)}/${workload}`;
/** Of Container Insights; the agent makes names of this form. */
export const insightsLogGroup = (clusterName: string, kind: "application" | "dataplane" | "host" | "performance") =>
  `/aws/containerinsights/${clusterName}/${kind}`;
export const trailLogGroup = (platform: Named): string => `/${baseName(platform)}/trail`;
export const experimentLogGroup = (platform: Named): string => `/${baseName(platform)}/experiments`;

// Alarms and dashboards.

/** `what` is unique within a region: "database-cpu", "queue-age-tasks". */
export const alarmName = (platform: Named, regionName: string, what: string): string =>
  `${baseName(platform)}-${regionName}-${what}`;
/** Rings when a region sees itself ill. */
export const regionIllAlarm = (platform: Named, regionName: string): string =>
  alarmName(platform, regionName, "region-ill");
/** Rings, in the region that watches, when it can't reach the watched one. */
export const regionLostAlarm = (platform: Named, watcher: string, watched: string): string =>
  alarmName(platform, watcher, `lost-${watched}`);
export const dashboardName = (platform: Named, what: string): string => `${baseName(platform)}-${what}`;

// Canaries.

/** By what it watches: one region, or the entrance that any of them may answer. Where it runs, its ARN tells. */
export const canaryName = (platform: Named, watched: "active" | { readonly region: string }): string =>
  `${baseName(platform)}-watch-${watched === "active" ? "active" : watched.region}`;

/**
 * Where a canary asks a given region, whichever is active. The load balancer admits only the content delivery network
 * and the health checkers, so with CloudFront the way leads through a behaviour that goes to this region alone.
 */
export function watchUrl(platform: Platform, regionName: string, path: string): string {
  return platform.edge.cdn.kind === "none"
    ? `https://${regionOriginHost(platform, regionName)}${path}`
    : `https://${entranceHost(platform, { name: "app" })}${watchPrefix(regionName)}${path}`;
}
/** The path prefix that the content delivery network takes off and sends to this region. */
export const watchPrefix = (regionName: string): string => `/.watch/${regionName}`;

// Experiments.

export const EXPERIMENTS = ["zone-loss", "node-loss", "database-fail-over", "region-cut"] as const;
export type Experiment = (typeof EXPERIMENTS)[number];

/** The namespace of the program's own metrics in CloudWatch, as the collector agent writes them. */
export const METRICS_NAMESPACE = "Tandem";
