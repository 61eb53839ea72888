// RDS Proxy: keeps the database's connections few and survives its fail-over between zones. It stands before a cluster of
// Aurora, in every region that holds one: AWS lets a proxy front any member of a global database, and the one in the
// passive region answers reads until its cluster leads. It stands before an RDS instance only where no replica can take
// that instance's place in another region, because AWS refuses a replica as a target; the blueprint refuses the rest.
import { DATABASE_APPLICATION, databaseProxyName, secretArn } from "../../names/data.ts";
import { roleName } from "../../names/identity.ts";
import type { Ref } from "../language/expression.ts";
import type { ResourceHandle } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import type { Database } from "./database.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

/** A client that waits longer for a connection is told so; its own retry is better than a queue of the dead. */
const BORROW_SECONDS = 5;
const IDLE_CLIENT_SECONDS = 1_800;
/** Connections kept open without work, so that a burst needn't open them. */
const IDLE_CONNECTIONS_PERCENT = 25;

export type DatabaseProxy = { readonly host: Ref<string> };

export function buildDatabaseProxy(
  site: Site,
  network: Network,
  database: Database | undefined,
  credential: Ref<string> | undefined,
): DatabaseProxy | undefined {
  const { platform } = site;
  const { pooling } = platform.data;
  if (pooling.kind !== "rds-proxy" || database === undefined || credential === undefined) return undefined;
  const file = site.stack.file("database-proxy", "RDS Proxy before the region's database.");
  const role = declareProxyRole(site, file);
  declareLogGroup(site, file, "database_proxy", `/aws/rds/proxy/${databaseProxyName(platform)}`);
  const proxy = file.resource("aws_db_proxy", "main", {
    name: databaseProxyName(platform),
    engine_family: "POSTGRESQL",
    role_arn: role.arn,
    vpc_subnet_ids: network.subnets.data,
    vpc_security_group_ids: [network.securityGroups["database-proxy"]],
    require_tls: true,
    idle_client_timeout: IDLE_CLIENT_SECONDS,
    debug_logging: false,
    auth: [
      {
        auth_scheme: "SECRETS",
        description: DATABASE_APPLICATION,
        client_password_auth_type: "POSTGRES_SCRAM_SHA_256",
        // Pods come with a token of their role; only the proxy knows a password.
        iam_auth: "REQUIRED",
        secret_arn: credential,
      },
    ],
  });
  const group = file.resource("aws_db_proxy_default_target_group", "main", {
    db_proxy_name: proxy.name,
    connection_pool_config: {
      max_connections_percent: pooling.connectionsPercentMax,
      max_idle_connections_percent: Math.min(IDLE_CONNECTIONS_PERCENT, pooling.connectionsPercentMax),
      connection_borrow_timeout: BORROW_SECONDS,
    },
  });
  file.resource("aws_db_proxy_target", "main", {
    db_proxy_name: proxy.name,
    target_group_name: group.name,
    ...(database.target.kind === "cluster"
      ? { db_cluster_identifier: database.target.identifier }
      : { db_instance_identifier: database.target.identifier }),
  });
  return { host: proxy.endpoint };
}

function declareProxyRole(
  { platform, region, keys }: Site,
  file: Parameters<typeof declareRole>[0],
): ResourceHandle<"aws_iam_role"> {
  return declareRole(file, platform, {
    key: "database_proxy",
    name: roleName(platform, region, "database-proxy"),
    description: "Lets RDS Proxy read the application's credential.",
    trust: trustService("rds.amazonaws.com"),
    policies: {
      credential: [
        {
          sid: "Read",
          actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          resources: secretArn(platform, "database-application", region.name),
        },
        {
          sid: "Decipher",
          actions: "kms:Decrypt",
          resources: keys.secrets,
          conditions: { StringEquals: { "kms:ViaService": `secretsmanager.${region.name}.amazonaws.com` } },
        },
      ],
    },
  });
}
