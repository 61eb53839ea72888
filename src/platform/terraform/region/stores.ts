// All stores of data of a region, in the order in which they need each other: credentials, then what they open, then the
// rotation that changes them, then what programs are told.
import type { SecretName } from "../../../blueprint/workloads.ts";
import { secretName } from "../../names/data.ts";
import type { Ref } from "../language/expression.ts";
import { buildAurora } from "./aurora.ts";
import { buildBrokers } from "./brokers.ts";
import { buildCache } from "./cache.ts";
import { buildDatabase } from "./database.ts";
import { buildDatabaseProxy } from "./database-proxy.ts";
import type { Network } from "./network.ts";
import { buildParameters, type Stores } from "./parameters.ts";
import { buildQueues } from "./queues.ts";
import type { Records } from "./records.ts";
import { buildRotation, type Rotating } from "./rotation.ts";
import { buildSearch } from "./search.ts";
import { buildSecrets, type Secrets } from "./secrets.ts";
import type { Site } from "./site.ts";
import { buildSqlServerBackups } from "./sql-server-backups.ts";
import { buildTables } from "./tables.ts";

export function buildStores(site: Site, network: Network, records: Records): Stores {
  const secrets = buildSecrets(site);
  const database =
    buildDatabase(site, network, secrets.ownerPassword) ?? buildAurora(site, network, secrets.ownerPassword);
  const proxy = buildDatabaseProxy(site, network, database, proxyCredential(site, secrets));
  buildTables(site);
  const cache = buildCache(site, network);
  const brokers = buildBrokers(site, network);
  buildQueues(site);
  buildSqlServerBackups(site);
  const search = buildSearch(site, network);
  const stores: Stores = { database, proxy, cache, brokers, search };
  buildRotation(site, records, rotatingHere(secrets, stores));
  buildParameters(site, stores);
  return stores;
}

function rotatingHere({ arns, values }: Secrets, { database, cache }: Stores): readonly Rotating[] {
  const users = { "database-owner": database?.declared, "cache-password": cache?.user } as const;
  return Object.entries(users).flatMap(([name, user]) => {
    const secret = name as SecretName;
    const [arn, value] = [arns[secret], values[secret]];
    return user && arn && value ? [{ secret, arn, after: [user, value] }] : [];
  });
}

/** The secret that the proxy reads: made here, or the replica of the other region's. */
function proxyCredential({ platform, region, stack }: Site, { arns }: Secrets): Ref<string> | undefined {
  if (platform.data.pooling.kind !== "rds-proxy" || !region.holds.data) return undefined;
  return (
    arns["database-application"] ??
    stack
      .file("secrets", "")
      .data("aws_secretsmanager_secret", "database_application", { name: secretName(platform, "database-application") })
      .arn
  );
}
