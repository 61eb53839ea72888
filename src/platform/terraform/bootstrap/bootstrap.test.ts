import assert from "node:assert/strict";
import { test } from "node:test";
import { resolve } from "../../../blueprint/platform.ts";
import { keyPurposesIn } from "../../names/keys.ts";
import { createStack } from "../language/create-stack.ts";
import type { Resource } from "../language/stack.ts";
import { buildBootstrap } from "./stack.ts";

const platform = resolve({ delivery: { pipelines: ["github", "gitlab", "jenkins"], repository: "acme/tandem" } });
const { primary, standby, witness } = platform.regions;

function bootstrapOf(region: string) {
  const state = { bucket: "b", key: "k", region };
  const stack = createStack({ name: "bootstrap", comment: "", region, accountId: platform.accountId, tags: {}, state });
  buildBootstrap(platform, stack);
  return (type: string) => stack.resources.filter((one) => one.mode === "resource" && one.type === type);
}

type Statement = {
  Sid?: string;
  Effect: string;
  Principal?: Record<string, unknown> | "*";
  Action?: string | string[];
  NotResource?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
};
const statementsOf = (resource: Resource, argument = "policy"): Statement[] =>
  (resource.args[argument] as unknown as { value: { Statement: Statement[] } }).value.Statement;
const USING = /^kms:(\*|Encrypt|Decrypt|ReEncrypt|GenerateDataKey)/;
const uses = ({ Action = [] }: Statement) => [Action].flat().some((action) => USING.test(action));

test("each region has one key per purpose, which rotates and no plan can destroy", () => {
  for (const { name } of [primary, standby, witness]) {
    const keys = bootstrapOf(name)("aws_kms_key");
    assert.equal(keys.length, keyPurposesIn(platform, name).length);
    for (const { address, args, lifecycle } of keys) {
      assert.deepEqual([args.enable_key_rotation, args.deletion_window_in_days], [true, 30], address);
      assert.equal(lifecycle.preventDestroy, true, address);
    }
  }
});

test("nobody uses a key but through a service, or as a service held to this account", () => {
  for (const key of bootstrapOf(primary.name)("aws_kms_key")) {
    for (const statement of statementsOf(key).filter(uses)) {
      const told = JSON.stringify(statement.Condition ?? {});
      assert.match(told, /kms:ViaService|kms:EncryptionContext:|aws:SourceAccount/, `${key.address} ${statement.Sid}`);
      assert.match(
        told,
        new RegExp(`${platform.accountId}|kms:ViaService|SessionId`),
        `${key.address} ${statement.Sid}`,
      );
    }
  }
});

test("whoever is anybody in a key's policy must be of this account", () => {
  for (const key of bootstrapOf(primary.name)("aws_kms_key")) {
    for (const statement of statementsOf(key)) {
      if (statement.Principal === "*" || (statement.Principal as { AWS?: unknown })?.AWS !== "*") continue;
      assert.equal(statement.Condition?.StringEquals?.["kms:CallerAccount"], platform.accountId, statement.Sid);
    }
  }
});

test("the administration of a key never includes its use, nor a grant to anybody but a service", () => {
  for (const key of bootstrapOf(primary.name)("aws_kms_key")) {
    for (const statement of statementsOf(key)) {
      if (statement.Sid === "Administer") assert.ok(!uses(statement));
      if (![statement.Action].flat().includes("kms:CreateGrant")) continue;
      assert.deepEqual(statement.Condition?.Bool, { "kms:GrantIsForAWSResource": "true" }, key.address);
    }
  }
});

test("a state bucket is versioned, encrypted with its own key, closed, and open to TLS alone", () => {
  const of = bootstrapOf(standby.name);
  assert.equal(of("aws_s3_bucket")[0]?.lifecycle.preventDestroy, true);
  assert.match(JSON.stringify(of("aws_s3_bucket_versioning")[0]?.args), /"Enabled"/);
  assert.match(JSON.stringify(of("aws_s3_bucket_server_side_encryption_configuration")[0]?.args), /aws_kms_key\.state/);
  const { bucket: _, ...closed } = of("aws_s3_bucket_public_access_block")[0]!.args;
  assert.deepEqual(Object.values(closed), [true, true, true, true]);
  const denials = statementsOf(of("aws_s3_bucket_policy")[0]!).filter(({ Effect }) => Effect === "Deny");
  assert.ok(denials.some(({ Condition }) => Condition?.Bool?.["aws:SecureTransport"] === "false"));
});

test("only the witness's bootstrap touches the account, and opts in to regions that AWS keeps switched off", () => {
  const of = bootstrapOf(witness.name);
  assert.deepEqual(
    of("aws_account_region").map(({ args }) => args.region_name),
    [primary, standby].filter(({ optIn }) => optIn).map(({ name }) => name),
  );
  assert.ok(of("aws_account_region").length > 0);
  for (const type of ["aws_account_region", "aws_iam_role", "aws_s3_account_public_access_block"]) {
    assert.equal(bootstrapOf(primary.name)(type).length, 0, type);
  }
});

test("a pipeline takes a role only with a token for this repository, and applies only from where it is protected", () => {
  const of = bootstrapOf(witness.name);
  const subjects = (name: string) => {
    const role = of("aws_iam_role").find(({ args }) => args.name === name);
    return statementsOf(role!, "assume_role_policy").flatMap(({ Condition }) =>
      Object.entries(Condition?.StringLike ?? {}).flatMap(([, value]) => value as string[]),
    );
  };
  const plan = subjects(`${platform.name}-terraform-plan`);
  const apply = subjects(`${platform.name}-terraform-apply`);
  assert.ok([...plan, ...apply].every((subject) => subject.includes("acme/tandem")));
  assert.deepEqual(apply, [
    `repo:acme/tandem:environment:${platform.environment}`,
    "project_path:acme/tandem:ref_type:branch:ref:main",
  ]);
});

test("the planning role reads no data, and the applying role can't change itself or destroy keys, backups and the trail", () => {
  const of = bootstrapOf(witness.name);
  const policies = of("aws_iam_role_policy");
  const denied = (name: string) =>
    policies
      .filter(({ address }) => address.includes(name))
      .flatMap((one) => statementsOf(one))
      .filter(({ Effect }) => Effect === "Deny")
      .flatMap(({ Action }) => [Action].flat());
  for (const action of ["dynamodb:GetItem", "s3:GetObject", "sqs:ReceiveMessage", "logs:FilterLogEvents"])
    assert.ok(denied("terraform_plan").includes(action), action);
  for (const action of ["iam:*", "kms:ScheduleKeyDeletion", "backup:DeleteRecoveryPoint", "cloudtrail:StopLogging"])
    assert.ok(denied("terraform_apply").includes(action), action);
});

test("a role's own policies fit into what IAM counts", () => {
  const of = bootstrapOf(witness.name);
  const sizes = new Map<string, number>();
  for (const one of of("aws_iam_role_policy")) {
    const role = JSON.stringify(one.args.role);
    sizes.set(role, (sizes.get(role) ?? 0) + JSON.stringify({ Statement: statementsOf(one) }).length);
  }
  for (const [role, size] of sizes) assert.ok(size < 10_240, `${role} ${size}`);
});
