// What programs must know of the region they run in, in the region's own SSM parameters: where the stores answer, and
// what is the same everywhere. The first kind differs between regions; the second comes from the blueprint in both, and
// `link` checks that they agree. Nothing here is secret.
import type { Platform } from "../../../blueprint/platform.ts";
import { BUCKET_PURPOSES } from "../../../blueprint/workloads.ts";
import { bucketName, DATABASE_PORT, parameterName, queueUrl, searchName } from "../../names/data.ts";
import { call, json, type Ref, type Value } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { Brokers } from "./brokers.ts";
import type { Cache } from "./cache.ts";
import type { Database } from "./database.ts";
import type { DatabaseProxy } from "./database-proxy.ts";
import type { Search } from "./search.ts";
import type { Site } from "./site.ts";

export type Parameter = { readonly path: string; readonly why: string; readonly value: Value<string> };

/** The same in both regions. */
export function sharedParameters(platform: Platform): readonly Parameter[] {
  const { regions, data } = platform;
  return [
    {
      path: "platform",
      why: "What every program is told of the platform.",
      value: JSON.stringify({
        name: platform.name,
        environment: platform.environment,
        domain: platform.domain,
        regions: { primary: regions.primary.name, standby: regions.standby.name, witness: regions.witness.name },
      }),
    },
    ...(data.stream.kind === "msk"
      ? [
          {
            path: "brokers/topics",
            why: "The manifest from which a job makes the topics.",
            value: JSON.stringify(
              data.stream.topics.map(({ name, partitions }) => ({
                name,
                partitions,
                replicationFactor: data.stream.kind === "msk" ? data.stream.replicationFactor : 3,
                config: {
                  "retention.ms": String((data.stream.kind === "msk" ? data.stream.retentionHours : 0) * 3_600_000),
                  "min.insync.replicas": String(data.stream.kind === "msk" ? data.stream.inSyncMin : 2),
                },
              })),
            ),
          },
        ]
      : []),
  ];
}

/** What the stores of this region turned out to be. */
export type Stores = {
  readonly database: Database | undefined;
  readonly proxy: DatabaseProxy | undefined;
  readonly cache: Cache | undefined;
  readonly brokers: Brokers | undefined;
  readonly search: Search | undefined;
};

export function buildParameters(site: Site, stores: Stores): void {
  const { platform } = site;
  const file = site.stack.file("parameters", "What programs are told of this region. Nothing here is secret.");
  for (const { path, why, value } of [...sharedParameters(platform), ...ownParameters(site, stores)]) {
    file.resource("aws_ssm_parameter", terraformName(path), {
      name: parameterName(platform, path),
      description: why,
      type: "String",
      tier: "Standard",
      insecure_value: value,
    });
  }
}

function ownParameters(
  { platform, region }: Site,
  { database, proxy, cache, brokers, search }: Stores,
): readonly Parameter[] {
  const found: (Parameter | undefined)[] = [
    {
      path: "buckets",
      why: "This region's buckets, by purpose.",
      value: JSON.stringify(
        Object.fromEntries(BUCKET_PURPOSES.map((purpose) => [purpose, bucketName(platform, purpose, region.name)])),
      ),
    },
    region.holds.data && platform.data.queues.kind === "sqs"
      ? { path: "queues/tasks", why: "This region's queue of tasks.", value: queueUrl(platform, "tasks", region.name) }
      : undefined,
    database && {
      path: "database",
      why: "Where the region's database answers: its writer, and those that only read.",
      value: json({ host: proxy?.host ?? database.host, port: DATABASE_PORT, readers: database.readerHosts }),
    },
    ...Object.entries(cache?.hosts ?? {}).map(([purpose, host]: [string, Ref<string>]) => ({
      path: `cache/${purpose}`,
      why: `Where the region's Redis for ${purpose} answers.`,
      value: host,
    })),
    brokers && {
      path: "brokers/bootstrap",
      why: "The region's brokers, for clients that come by IAM.",
      // AWS names the brokers in any order.
      value: call<string>("join", ",", call("sort", call("split", ",", brokers.bootstrap))),
    },
    search && { path: "search", why: `Where ${searchName(platform)} answers.`, value: search.endpoint },
  ];
  return found.filter((one) => one !== undefined);
}
