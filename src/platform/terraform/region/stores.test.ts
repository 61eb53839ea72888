import assert from "node:assert/strict";
import { test } from "node:test";
import type { Blueprint } from "../../../blueprint/blueprint.ts";
import { type Platform, resolve } from "../../../blueprint/platform.ts";
import { buildAuroraGlobal } from "../global/aurora-global.ts";
import { createStack } from "../language/create-stack.ts";
import type { Import, Removed } from "../language/graph.ts";
import type { Resource, Stack } from "../language/stack.ts";
import { buildBucketReplication, REPLICATED } from "../link/bucket-replication.ts";
import { buildParameterLinks } from "../link/parameters.ts";
import type { Link } from "../link/stack.ts";
import { buildTableReplicas } from "../link/table-replicas.ts";
import { lookoutOf } from "../lookout.ts";
import { buildBuckets } from "./buckets.ts";
import { buildNetwork } from "./network.ts";
import { buildRecords } from "./records.ts";
import { openSite } from "./site.ts";
import { buildStores } from "./stores.ts";

type Built = { platform: Platform; primary: Stack; standby: Stack; link: Stack; global: Stack };

const empty = (name: string, region: string): Stack =>
  createStack({
    name,
    comment: "",
    region,
    accountId: "111122223333",
    tags: {},
    state: { bucket: "states", key: name, region },
  });

function build(blueprint: Blueprint): Built {
  const platform = resolve(blueprint);
  const region = (configured: "primary" | "standby"): Stack => {
    const { name } = platform.regions[configured];
    const stack = empty(`region/${name}`, name);
    const site = openSite(platform, configured, stack);
    buildBuckets(site);
    buildStores(site, buildNetwork(site), buildRecords(lookoutOf(site)));
    return stack;
  };
  const [stack, global] = [empty("link", "ap-southeast-1"), empty("global", "ap-southeast-1")];
  const link: Link = {
    platform,
    stack,
    primary: stack.provider("primary", platform.regions.primary.name),
    standby: stack.provider("standby", platform.regions.standby.name),
  };
  buildBucketReplication(link);
  buildTableReplicas(link);
  buildParameterLinks(link);
  buildAuroraGlobal(platform, global);
  return { platform, primary: region("primary"), standby: region("standby"), link: stack, global };
}

const all = (stack: Stack, type: string): readonly Resource[] =>
  stack.resources.filter((one) => one.mode === "resource" && one.type === type);
function one(stack: Stack, address: string): Resource {
  const found = stack.resources.find((resource) => resource.address === address);
  assert(found, `${stack.name} has no ${address}; it has ${stack.resources.map(({ address: a }) => a).join(", ")}`);
  return found;
}
const ignored = (resource: Resource): readonly string[] => {
  const { ignoreChanges } = resource.lifecycle;
  return ignoreChanges === undefined || ignoreChanges === "all" ? [] : ignoreChanges;
};
const items = <Kind>(stack: Stack, kind: string): readonly Kind[] =>
  stack.files.flatMap((file) => file.items.filter((item) => item.kind === kind)) as never;

const rds = build({});
const global = build({ data: { relational: { kind: "aurora-global" }, pooling: { kind: "rds-proxy" } } });

test("a replica sets no credentials, has a key of its own region, and ignores where it copies from", () => {
  const replica = one(rds.standby, "aws_db_instance.main");
  for (const argument of ["username", "password_wo", "db_name", "manage_master_user_password"]) {
    assert.equal(replica.args[argument], undefined, argument);
  }
  assert.equal(replica.args.replicate_source_db, "arn:aws:rds:ap-south-1:111122223333:db:tandem-database");
  assert.deepEqual(replica.args.kms_key_id, {
    kind: "ref",
    address: "data.aws_kms_alias.data",
    path: ["target_key_arn"],
  });
  assert.deepEqual(ignored(replica), ["replicate_source_db"]);
});

test("the first writer ignores what it wouldn't have if it had been rebuilt as a replica", () => {
  const writer = one(rds.primary, "aws_db_instance.main");
  assert.deepEqual(ignored(writer), ["replicate_source_db", "db_name", "username", "password_wo_version"]);
  assert.equal(writer.args.manage_master_user_password, undefined);
});

test("a region's database differs from the other's only in who copied whom, its hours and its last snapshot", () => {
  const [first, second] = [one(rds.primary, "aws_db_instance.main"), one(rds.standby, "aws_db_instance.main")];
  const names = [...new Set([...Object.keys(first.args), ...Object.keys(second.args)])];
  const differing = names.filter((name) => JSON.stringify(first.args[name]) !== JSON.stringify(second.args[name]));
  assert.deepEqual(differing.sort(), [
    "db_name",
    "final_snapshot_identifier",
    "maintenance_window",
    "password_wo",
    "password_wo_version",
    "replicate_source_db",
    "username",
  ]);
});

test("a rebuilt database is imported under an address of its own, and no former one is destroyed", () => {
  const { primary, standby } = build({ recovery: { incarnations: { primary: 3 } } });
  assert.equal(one(primary, "aws_db_instance.main_3").args.identifier, "tandem-database");
  assert.deepEqual(
    items<Removed>(primary, "removed").map(({ from, destroy }) => [from, destroy]),
    [
      ["aws_db_instance.main", false],
      ["aws_db_instance.main_2", false],
    ],
  );
  assert.deepEqual(
    items<Import>(primary, "import").map(({ to, id }) => [to, id]),
    [["aws_db_instance.main_3", "tandem-database"]],
  );
  assert.deepEqual(items(standby, "import"), []);
  const reader = all(primary, "aws_db_instance").find(({ name }) => name.startsWith("reader"));
  if (reader) assert.match(JSON.stringify(reader.args.replicate_source_db), /main_3/);
});

test("a read replica has its source's subnets and key, which AWS refuses to be told in one region", () => {
  const { primary } = build({ data: { relational: { kind: "rds", readReplicas: 1 } } });
  const { args } = one(primary, "aws_db_instance.reader_1");
  assert.equal(args.db_subnet_group_name, undefined);
  assert.equal(args.kms_key_id, undefined);
  assert.equal(args.storage_encrypted, true);
});

test("IOPS are set from 400 GB of gp3 on, and never below", () => {
  for (const { args } of all(rds.primary, "aws_db_instance")) {
    assert.equal(args.iops !== undefined, (args.allocated_storage as number) >= 400);
  }
  const large = build({ data: { relational: { kind: "rds", storageGib: 500, iops: 20_000 } } });
  assert.equal(one(large.primary, "aws_db_instance.main").args.iops, 20_000);
});

test("both clusters of a global database join one shell by its name, and nobody says which of them leads", () => {
  const shell = one(global.global, "aws_rds_global_cluster.main");
  assert.equal(shell.args.source_db_cluster_identifier, undefined);
  for (const stack of [global.primary, global.standby]) {
    const cluster = one(stack, "aws_rds_cluster.main");
    assert.equal(cluster.args.global_cluster_identifier, shell.args.global_cluster_identifier);
    for (const role of ["global_cluster_identifier", "replication_source_identifier"])
      assert(ignored(cluster).includes(role));
    assert.equal(cluster.args.manage_master_user_password, undefined);
  }
  const second = one(global.standby, "aws_rds_cluster.main");
  assert.equal(second.args.master_username, undefined);
  assert.equal(second.args.master_password_wo, undefined);
});

test("a proxy stands before a cluster of Aurora in each region that holds one, and before no replica", () => {
  for (const stack of [global.primary, global.standby]) {
    const target = one(stack, "aws_db_proxy_target.main");
    assert.notEqual(target.args.db_cluster_identifier, undefined);
    assert.equal(target.args.db_instance_identifier, undefined);
  }
  assert.deepEqual(all(rds.standby, "aws_db_proxy_target"), []);
});

test("each bucket is versioned, under a key, closed, over TLS, and forgets by the same rules in both regions", () => {
  for (const stack of [rds.primary, rds.standby]) {
    for (const { name } of all(stack, "aws_s3_bucket").filter(({ file }) => file === "buckets")) {
      for (const part of ["versioning", "server_side_encryption_configuration", "public_access_block", "policy"]) {
        one(stack, `aws_s3_bucket_${part}.${name}`);
      }
      assert.match(JSON.stringify(one(stack, `aws_s3_bucket_policy.${name}`).args), /aws:SecureTransport/);
    }
  }
  const rules = (stack: Stack) =>
    all(stack, "aws_s3_bucket_lifecycle_configuration")
      .filter(({ file }) => file === "buckets")
      .map(({ args }) => args.rule);
  assert.deepEqual(rules(rds.primary), rules(rds.standby));
});

test("what is replicated is replicated both ways, deletions and changed replicas included", () => {
  const ways = all(rds.link, "aws_s3_bucket_replication_configuration");
  assert.deepEqual(
    ways.map(({ name, region }) => [name, region]).sort(),
    REPLICATED.flatMap((purpose) => [
      [`${purpose}_from_primary`, "ap-south-1"],
      [`${purpose}_from_standby`, "ap-south-2"],
    ]).sort(),
  );
  for (const { args } of ways) {
    const text = JSON.stringify(args);
    assert.match(text, /"delete_marker_replication":\{"status":"Enabled"\}/);
    assert.match(text, /"replica_modifications":\{"status":"Enabled"\}/);
  }
});

test("what may be evicted and what must not be never share a server", () => {
  const { primary } = build({ data: { cache: { kind: "redis", taskBroker: true } } });
  const policies = all(primary, "aws_elasticache_parameter_group").map(({ name, args }) => [
    name,
    /"name":"maxmemory-policy","value":"([a-z-]+)"/.exec(JSON.stringify(args.parameter))?.[1],
  ]);
  assert.deepEqual(policies, [
    ["cache", "allkeys-lru"],
    ["tasks", "noeviction"],
  ]);
  assert.equal(all(primary, "aws_elasticache_replication_group").length, 2);
});

test("no salt can be brought back: no point-in-time recovery, no backup plan, in neither region", () => {
  const table = one(rds.primary, "aws_dynamodb_table.salts");
  const replica = one(rds.link, "aws_dynamodb_table_replica.salts");
  assert.deepEqual(table.args.point_in_time_recovery, { enabled: false });
  assert.equal(replica.args.point_in_time_recovery, false);
  for (const { args } of [table, replica]) assert.equal(args.tags, undefined);
  assert.deepEqual(ignored(table), ["replica"]);
});

test("every credential is made from an ephemeral value or left to a person, and is copied to the other region", () => {
  for (const version of all(rds.primary, "aws_secretsmanager_secret_version")) {
    assert.match(JSON.stringify(version.args.secret_string_wo), /ephemeral\.aws_secretsmanager_random_password/);
    assert.equal(version.args.secret_string, undefined);
  }
  const secrets = all(rds.primary, "aws_secretsmanager_secret").filter(({ name }) => name !== "cache_password");
  assert(secrets.length > 3);
  for (const { args } of secrets) assert.match(JSON.stringify(args.replica), /ap-south-2/);
  assert.deepEqual(
    all(rds.standby, "aws_secretsmanager_secret").map(({ name }) => name),
    ["cache_password"],
  );
});

test("what rotates does so in the region whose service has the password", () => {
  const rotating = (stack: Stack) => all(stack, "aws_secretsmanager_secret_rotation").map(({ name }) => name);
  assert.deepEqual(rotating(rds.primary), ["database_owner", "cache_password"]);
  assert.deepEqual(rotating(rds.standby), ["cache_password"]);
});

test("credentials kept in SSM are written once and copied by the link, never read into a state", () => {
  const { primary, link } = build({ secrets: { store: "ssm" } });
  const inPrimary = all(primary, "aws_ssm_parameter").filter(({ args }) => args.type === "SecureString");
  const copied = all(link, "aws_ssm_parameter");
  assert.deepEqual(
    copied.map(({ args }) => args.name),
    inPrimary.map(({ args }) => args.name),
  );
  assert(copied.length > 0);
  for (const { args } of copied) assert.match(JSON.stringify(args.value_wo), /ephemeral\.aws_ssm_parameter/);
});

test("what both regions must be told alike comes from one source and is compared", () => {
  const value = (stack: Stack) => one(stack, "aws_ssm_parameter.platform").args.insecure_value;
  assert.deepEqual(value(rds.primary), value(rds.standby));
  assert(items(rds.link, "check").length > 0);
});

test("a region that holds only copies has buckets and what a restore needs, and no store that runs", () => {
  const { standby, link } = build({
    objectives: { rtoSeconds: 28_800, rpoSeconds: 86_400 },
    recovery: { approach: "backup-restore" },
  });
  one(standby, "aws_db_subnet_group.database");
  one(standby, "aws_db_parameter_group.database");
  for (const type of ["aws_db_instance", "aws_elasticache_replication_group", "aws_msk_cluster", "aws_sqs_queue"]) {
    assert.deepEqual(all(standby, type), [], type);
  }
  assert.deepEqual(all(link, "aws_dynamodb_table_replica"), []);
  assert(all(link, "aws_s3_bucket_replication_configuration").length > 0);
});
