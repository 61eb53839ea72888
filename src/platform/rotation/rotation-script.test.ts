import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { beforeEach, test } from "node:test";
import { rotationScript } from "./rotation-script.ts";

const load = createRequire(import.meta.url);

type Version = { text: string; stages: string[] };
type Input = Record<string, unknown> & { SecretId: string };
type Command = { kind: string; input: Input };

let name: string;
let versions: Map<string, Version>;
let calls: Command[];
let instance: Record<string, unknown>;

beforeEach(() => {
  name = "shop/database-owner";
  versions = new Map([["v1", { text: '{"username":"owner","password":"old"}', stages: ["AWSCURRENT"] }]]);
  calls = [];
  instance = { DBInstanceStatus: "available" };
});

const missing = () => Object.assign(new Error("nothing there"), { name: "ResourceNotFoundException" });

/** Secrets Manager, RDS, ElastiCache and SSM as far as the program calls them. */
const ANSWERS: Record<string, (input: Input) => unknown> = {
  DescribeSecretCommand: () => ({
    Name: name,
    VersionIdsToStages: Object.fromEntries([...versions].map(([id, { stages }]) => [id, stages])),
  }),
  GetSecretValueCommand: ({ VersionStage, VersionId }) => {
    const found = [...versions].find(
      ([id, { text, stages }]) =>
        text !== "" && stages.includes(VersionStage as string) && (VersionId === undefined || VersionId === id),
    );
    if (!found) throw missing();
    return { SecretString: found[1].text };
  },
  GetRandomPasswordCommand: () => ({ RandomPassword: "new" }),
  PutSecretValueCommand: ({ ClientRequestToken, SecretString }) => {
    versions.set(ClientRequestToken as string, { text: SecretString as string, stages: ["AWSPENDING"] });
  },
  UpdateSecretVersionStageCommand: ({ MoveToVersionId, RemoveFromVersionId }) => {
    const from = versions.get(RemoveFromVersionId as string);
    if (from) from.stages = ["AWSPREVIOUS"];
    (versions.get(MoveToVersionId as string) as Version).stages = ["AWSCURRENT"];
  },
  DescribeDBInstancesCommand: () => ({ DBInstances: [instance] }),
  ModifyDBInstanceCommand: () => undefined,
  ModifyUserCommand: () => undefined,
  DescribeUsersCommand: () => ({ Users: [{ Status: "active", Authentication: { Type: "password" } }] }),
  PutParameterCommand: () => undefined,
};

class Client {
  async send({ kind, input }: Command) {
    calls.push({ kind, input });
    return ANSWERS[kind]?.(input);
  }
}
const sdk = new Proxy(
  {},
  {
    get: (_, kind: string) =>
      kind.endsWith("Client")
        ? Client
        : class {
            readonly kind = kind;
            readonly input: Input;
            constructor(input: Input) {
              this.input = input;
            }
          },
  },
);

/** Runs the emitted program as Lambda does. */
async function step(Step: string, token = "v2"): Promise<void> {
  const text = rotationScript({
    targets: {
      "shop/database-owner": { kind: "database-instance", identifier: "shop-database" },
      "shop/cache-password": { kind: "cache-user", identifier: "shop-application", access: "on ~* +@all" },
    },
    copies: { "shop/cache-password": { parameter: "/shop/secrets/cache-password", keyId: "alias/shop-secrets" } },
    passwordLength: 40,
    pollMs: 1,
    settleMsMax: 3,
  });
  const exports: { handler?: (event: unknown) => Promise<void> } = {};
  new Function("exports", "require", text)(exports, (from: string) => (from.startsWith("node:") ? load(from) : sdk));
  assert(exports.handler);
  await exports.handler({ SecretId: "arn", ClientRequestToken: token, Step });
}
const begin = () => versions.set("v2", { text: "", stages: ["AWSPENDING"] });
const called = (kind: string) => calls.filter((call) => call.kind === kind).map((call) => call.input);
const ALL = ["createSecret", "setSecret", "testSecret", "finishSecret"];

test("a rotation tells the database the password that the secret then holds", async () => {
  begin();
  for (const one of ALL) await step(one);
  assert.equal(called("ModifyDBInstanceCommand")[0]?.MasterUserPassword, "new");
  assert.deepEqual(versions.get("v2"), { text: '{"username":"owner","password":"new"}', stages: ["AWSCURRENT"] });
  assert.deepEqual(versions.get("v1")?.stages, ["AWSPREVIOUS"]);
});

test("a step that is run again makes no second password", async () => {
  begin();
  await step("createSecret");
  await step("createSecret");
  assert.equal(called("PutSecretValueCommand").length, 1);
});

test("a finished rotation that is asked for again does nothing", async () => {
  await step("setSecret", "v1");
  assert.deepEqual(called("ModifyDBInstanceCommand"), []);
});

test("the password of a replica is never touched: the active region's database has it", async () => {
  begin();
  instance.ReadReplicaSourceDBInstanceIdentifier = "arn:aws:rds:ap-south-2:111122223333:db:shop-database";
  await step("createSecret");
  await assert.rejects(step("setSecret"), /is active again/);
  assert.deepEqual(called("ModifyDBInstanceCommand"), []);
});

test("a rotation isn't finished before the database has taken the password in", async () => {
  begin();
  await step("createSecret");
  instance.PendingModifiedValues = { MasterUserPassword: "****" };
  await assert.rejects(step("testSecret"), /has not taken its new password in/);
});

test("the cache lets both the new and the former password in, and pods find the new one in SSM", async () => {
  name = "shop/cache-password";
  begin();
  for (const one of ALL) await step(one);
  assert.deepEqual(called("ModifyUserCommand")[0]?.AuthenticationMode, {
    Type: "password",
    Passwords: ["new", "old"],
  });
  assert.equal(called("PutParameterCommand")[0]?.Value, '{"username":"owner","password":"new"}');
});

test("a secret that the function wasn't made for is refused", async () => {
  name = "shop/else";
  await assert.rejects(step("createSecret"), /no secret that this function rotates/);
});
