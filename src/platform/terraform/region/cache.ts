// ElastiCache: a primary node and replicas in other zones, over TLS, for users with passwords only. What may be evicted
// (answers, sessions) and what must not be (the task queue, where it lives in Redis) are two groups, because one policy
// of eviction can't serve both. Nothing here is replicated between regions: a cache is filled again, by the warmer first.
import { CACHE_PORT, CACHE_PURPOSES, CACHE_USER, type CachePurpose, cacheName, cacheUserId } from "../../names/data.ts";
import type { Ref } from "../language/expression.ts";
import type { Declared, File, ResourceHandle } from "../language/stack.ts";
import { BACKUP_WINDOW, maintenanceWindow } from "./database-settings.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { declareLogGroup, storeLogGroup } from "./store-logs.ts";

const ENGINE_VERSION = "7.1";
const FAMILY = "redis7";
const TASK_SNAPSHOT_DAYS = 7;

type Purpose = {
  readonly why: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly snapshotDays: number;
};
const PURPOSES: Readonly<Record<CachePurpose, Purpose>> = {
  cache: {
    why: "Answers and sessions: the least used go first when memory is short.",
    parameters: { "maxmemory-policy": "allkeys-lru", "lazyfree-lazy-eviction": "yes" },
    snapshotDays: 0,
  },
  tasks: {
    why: "The task queue: nothing is ever evicted; when memory is short, writers are refused and an alarm rings.",
    parameters: { "maxmemory-policy": "noeviction" },
    snapshotDays: TASK_SNAPSHOT_DAYS,
  },
};

export type Cache = {
  /** Where it answers, by purpose; only those that the blueprint asks for. */
  readonly hosts: Readonly<Partial<Record<CachePurpose, Ref<string>>>>;
  /** The user whose password rotates. */
  readonly user: Declared;
};

export function buildCache(site: Site, network: Network): Cache | undefined {
  const { platform, region } = site;
  const { cache } = platform.data;
  if (cache.kind === "none" || !region.holds.data) return undefined;
  const file = site.stack.file(
    "cache",
    "Redis by purpose: what may be evicted never shares memory with what must not be.",
  );
  const subnetGroup = file.resource("aws_elasticache_subnet_group", "cache", {
    name: cacheName(platform, "cache"),
    description: "The data subnets of all three zones.",
    subnet_ids: network.subnets.data,
  });
  const { application, users } = declareUsers(site, file);
  const wanted = CACHE_PURPOSES.filter(
    (purpose) => purpose === "cache" || cache.taskBroker || platform.data.queues.kind === "redis",
  );
  const hosts = wanted.map((purpose) => {
    const group = declareGroup(site, network, file, purpose, subnetGroup, users);
    return [purpose, group.primary_endpoint_address] as const;
  });
  return { hosts: Object.fromEntries(hosts), user: application };
}

/** The user that everybody knows is switched off. The platform's own is born switched off too: its password is set by the
 *  first rotation, which also switches it on, so that no password is ever Terraform's. */
function declareUsers({ platform }: Site, file: File) {
  const nobody = file.resource("aws_elasticache_user", "default", {
    user_id: `${cacheUserId(platform)}-default`,
    user_name: "default",
    engine: "redis",
    access_string: "off ~* -@all",
    authentication_mode: { type: "no-password-required" },
  });
  const application = file.resource(
    "aws_elasticache_user",
    "application",
    {
      user_id: cacheUserId(platform),
      user_name: CACHE_USER,
      engine: "redis",
      access_string: "off ~* -@all",
      authentication_mode: { type: "no-password-required" },
    },
    {
      comment:
        "Born switched off. The first rotation gives it a password and its rights; both are the rotation's from then on.",
      lifecycle: { ignoreChanges: ["access_string", "authentication_mode", "no_password_required", "passwords"] },
    },
  );
  const users = file.resource("aws_elasticache_user_group", "cache", {
    user_group_id: cacheName(platform, "cache"),
    engine: "redis",
    user_ids: [nobody.user_id, application.user_id],
  });
  return { application, users };
}

function declareGroup(
  site: Site,
  network: Network,
  file: File,
  purpose: CachePurpose,
  subnetGroup: ResourceHandle<"aws_elasticache_subnet_group">,
  users: ResourceHandle<"aws_elasticache_user_group">,
): ResourceHandle<"aws_elasticache_replication_group"> {
  const { platform, keys } = site;
  const { cache } = platform.data;
  if (cache.kind !== "redis") throw new Error("there is no cache to build");
  const { why, parameters, snapshotDays } = PURPOSES[purpose];
  const parameterGroup = file.resource("aws_elasticache_parameter_group", purpose, {
    name: cacheName(platform, purpose),
    family: FAMILY,
    description: why,
    parameter: Object.entries(parameters).map(([name, value]) => ({ name, value })),
  });
  const logs = (["slow-log", "engine-log"] as const).map((kind) => ({
    kind,
    group: declareLogGroup(
      site,
      file,
      `${purpose}_${kind.replace("-", "_")}`,
      storeLogGroup(platform, `${purpose}/${kind}`),
    ),
  }));
  return file.resource(
    "aws_elasticache_replication_group",
    purpose,
    {
      replication_group_id: cacheName(platform, purpose),
      description: why,
      engine: "redis",
      engine_version: ENGINE_VERSION,
      node_type: cache.nodeType,
      port: CACHE_PORT,
      num_cache_clusters: 1 + cache.replicas,
      automatic_failover_enabled: true,
      multi_az_enabled: true,
      subnet_group_name: subnetGroup.name,
      security_group_ids: [network.securityGroups.cache],
      parameter_group_name: parameterGroup.name,
      user_group_ids: [users.user_group_id],
      transit_encryption_enabled: true,
      transit_encryption_mode: "required",
      at_rest_encryption_enabled: "true",
      kms_key_id: keys.data,
      snapshot_retention_limit: snapshotDays,
      ...(snapshotDays > 0 ? { snapshot_window: BACKUP_WINDOW } : {}),
      maintenance_window: maintenanceWindow(site.region),
      auto_minor_version_upgrade: "true",
      apply_immediately: false,
      log_delivery_configuration: logs.map(({ kind, group }) => ({
        destination: group.name,
        destination_type: "cloudwatch-logs",
        log_format: "json",
        log_type: kind,
      })),
    },
    { comment: why },
  );
}
