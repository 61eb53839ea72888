import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as rebuilt } from "../../../blueprints/C.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
import { synthesizeTerraform } from "../../platform/terraform/stacks.ts";
import { accountChecks, identityCheck } from "./account-checks.ts";
import { quotaNeeds } from "./account-needs.ts";
import { ACTIONS, actionsOf, permissionCheck } from "./permissions.ts";
import { quotaCheck } from "./quotas.ts";

const platform = resolve(flagship);
const stacks = synthesizeTerraform(platform);
const principal = "arn:aws:iam::111122223333:role/deploy";
const actions = actionsOf(stacks);

test("every question only reads", () => {
  const checks = [
    identityCheck(platform, "ap-south-1"),
    ...accountChecks(platform, stacks),
    permissionCheck(principal, actions),
  ];
  for (const { command } of checks) assert.match(command[1] ?? "", /^(get|list|describe|simulate)-/);
});

test("each kind of resource that the stacks hold is asked for, but for those that need no permission of their own", () => {
  const prefixes = Object.keys(ACTIONS);
  const types = new Set(
    stacks.flatMap(({ resources }) => resources.filter(({ mode }) => mode === "resource").map(({ type }) => type)),
  );
  const unasked = [...types].filter(
    (type) => !prefixes.some((prefix) => type === prefix || type.startsWith(`${prefix}_`)),
  );
  // Made by the same permission as what they belong to: networks', alias' and defaults' parts.
  const parts =
    /^aws_(route|internet_gateway|network_acl|default_|nat_|ec2_|shield|xray|sesv2|spot_|volume|main_route)/;
  assert.deepEqual(
    unasked.filter((type) => !parts.test(type)),
    [],
  );
});

test("a quota below the need is short with the command that raises it, at the need it suffices", () => {
  const check = quotaCheck({ quota: "elasticIps", region: "ap-south-1", count: 6 });
  const judged = check.judge({ Quota: { Value: 5 } });
  assert.ok(judged.kind === "short");
  assert.match(judged.mend, /request-service-quota-increase .*--quota-code L-0263D0A3 --desired-value 6/);
  assert.equal(check.judge({ Quota: { Value: 6 } }).kind, "ok");
  assert.equal(check.judge({}).kind, "unknown");
});

test("the needs count what the stacks make", () => {
  const eips = stacks.flatMap(({ resources }) =>
    resources.filter(({ type, region }) => type === "aws_eip" && region === "ap-south-1"),
  );
  const need = quotaNeeds(platform, stacks).find(
    ({ quota, region }) => quota === "elasticIps" && region === "ap-south-1",
  );
  assert.equal(need?.count, eips.length);
  assert.ok((need?.count ?? 0) >= 3);
});

test("a standby without a cluster needs the primary's processors all the same: it is built from nothing", () => {
  const cold = resolve(rebuilt);
  assert.equal(cold.regions.standby.holds.cluster, false);
  const processors = (region: string) =>
    quotaNeeds(cold, synthesizeTerraform(cold)).find((need) => need.quota === "vcpusOnDemand" && need.region === region)
      ?.count;
  assert.ok((processors(cold.regions.primary.name) ?? 0) > 0);
  assert.equal(processors(cold.regions.standby.name), processors(cold.regions.primary.name));
});

test("another account, a region that is off, a missing service and a denied action are each said", () => {
  assert.equal(identityCheck(platform, "ap-south-1").judge({ Account: "999988887777", Arn: "x" }).kind, "short");
  const [optIn] = accountChecks(platform, stacks);
  assert.equal(optIn?.judge({ RegionOptStatus: "DISABLED" }).kind, "short");
  assert.equal(optIn?.judge({ RegionOptStatus: "ENABLED_BY_DEFAULT" }).kind, "ok");
  const services = accountChecks(platform, stacks).find(({ command }) => command[0] === "ssm");
  const offered = services?.judge({ Parameters: [{ Value: "eks" }] });
  assert.ok(offered?.kind === "short" && offered.says.includes("rds"));
  const denied = permissionCheck(principal, ["s3:CreateBucket"]).judge({
    EvaluationResults: [{ EvalActionName: "s3:CreateBucket", EvalDecision: "implicitDeny" }],
  });
  assert.ok(denied.kind === "short" && denied.says.includes("s3:CreateBucket"));
});
