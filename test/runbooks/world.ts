// What the emulator has to hold for the runbooks, in the platform's own names.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Platform } from "../../src/blueprint/platform.ts";
import {
  bootstrapProject,
  clusterName,
  operatorHost,
  SYSTEM_NODES,
  sessionLogGroup,
  WORKER_NODES,
} from "../../src/platform/names/cluster.ts";
import {
  auroraGlobalName,
  brokersName,
  bucketName,
  cacheName,
  databaseArn,
  databaseName,
  databaseReaderName,
  deadLetterQueueName,
  parameterName,
  queueName,
  searchName,
  secretName,
  secretParameter,
  tableName,
} from "../../src/platform/names/data.ts";
import { HEALTH, ROUTES, regionOriginHost } from "../../src/platform/names/dns.ts";
import { nginxGroup, targetGroup } from "../../src/platform/names/edge.ts";
import { personRole, personRoleArn } from "../../src/platform/names/identity.ts";
import { securityGroupName } from "../../src/platform/names/network.ts";
import { pagerName, trailLogGroup, vaultName, workloadLogGroup } from "../../src/platform/names/safety.ts";
import { stateBucket, stateKey } from "../../src/platform/names/state.ts";
import { VOTER_HASH_KEY, voterRegions, voterTable } from "../../src/platform/names/voters.ts";

export type Roles = {
  /** The region that holds the writer. */
  readonly active: string;
  /** The region whose database still is the writer that it was before it was lost. */
  readonly former: string | null;
  /** Or only what recovery plans ask about. */
  readonly whole: boolean;
};

/** Answers what was made under names of AWS's own, as values of variables. */
export function makeWorld(
  platform: Platform,
  endpoint: string,
  python: string,
  { active, former, whole }: Roles,
): Readonly<Record<string, string>> {
  const { primary, standby, witness } = platform.regions;
  const { data, webTier, secrets, cluster } = platform;
  const both = [primary, standby];
  const perRegion = <T>(of: (region: string) => T) => Object.fromEntries(both.map(({ name }) => [name, of(name)]));
  const names = {
    endpoint,
    primary: primary.name,
    standby: standby.name,
    witness: witness.name,
    active,
    former,
    whole,
    voters: { table: voterTable(platform), key: VOTER_HASH_KEY, regions: voterRegions(platform) },
    tables: data.globalTables.map((table) => tableName(platform, table)),
    database: {
      kind: data.relational.kind,
      name: databaseName(platform),
      global: auroraGlobalName(platform),
      storageGib: data.relational.kind === "rds" ? data.relational.storageGib : 0,
      readers: Array.from({ length: data.relational.readReplicas }, (_, at) => databaseReaderName(platform, at + 1)),
      arns: perRegion((region) => databaseArn(platform, region)),
    },
    checks: both.flatMap(({ name }) =>
      Object.values(HEALTH).map(({ path }) => ({ host: regionOriginHost(platform, name), path })),
    ),
    securityGroups: [securityGroupName(platform, "database")],
    host: operatorHost(platform),
    clusters: Object.fromEntries(both.map((region) => [region.name, clusterName(platform, region)])),
    nodeGroup: cluster.nodes.kind === "karpenter" ? SYSTEM_NODES : WORKER_NODES,
    role: `arn:aws:iam::${platform.accountId}:role/any`,
    queue: data.queues.kind === "sqs" ? [queueName(platform, "tasks"), deadLetterQueueName(platform, "tasks")] : null,
    secrets: secrets.entries.map(({ name }) => secretName(platform, name)),
    parameters:
      secrets.store === "ssm" ? secrets.entries.map(({ name }) => parameterName(platform, secretParameter(name))) : [],
    buckets: perRegion((region) => [bucketName(platform, "lake", region), stateBucket(platform, region)]),
    lake: perRegion((region) => bucketName(platform, "lake", region)),
    state: perRegion((region) => stateBucket(platform, region)),
    stateKey: stateKey(`region/${standby.name}`),
    vault: vaultName(platform),
    logGroups: [
      sessionLogGroup(platform),
      ...["collector", "console", "query", "lake-writer", "mirror"].map((name) => workloadLogGroup(platform, name)),
      `/aws/lambda/${pagerName(platform, { region: primary.name })}`,
    ],
    targetGroups: ROUTES.map((route) => targetGroup(platform, route)),
    brokers: data.stream.kind === "msk" ? brokersName(platform) : null,
    cache: data.cache.kind === "redis" ? cacheName(platform, "cache") : null,
    search: data.search.kind === "opensearch" ? searchName(platform) : null,
    webTier: webTier.kind === "nginx" ? nginxGroup(platform) : null,
    project: bootstrapProject(platform),
    trail: trailLogGroup(platform),
    onCall: personRole(platform, "on-call"),
    onCallArn: personRoleArn(platform, "on-call"),
  };
  const { status, stdout, stderr } = spawnSync(python, [fileURLToPath(new URL("world.py", import.meta.url))], {
    input: JSON.stringify(names),
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`The emulator couldn't be given what ${platform.name} has:\n${stderr.slice(-2_000)}`);
  return JSON.parse(stdout) as Record<string, string>;
}
