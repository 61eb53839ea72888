import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../../blueprints/A.ts";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint as C } from "../../../../blueprints/C.ts";
import { blueprint as D } from "../../../../blueprints/D.ts";
import { blueprint as E } from "../../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { type Platform, resolve } from "../../../blueprint/platform.ts";
import { boundaryArn } from "../../names/identity.ts";
import type { Statement } from "../language/policy.ts";
import type { Resource } from "../language/stack.ts";
import { synthesizeTerraform } from "../stacks.ts";
import { boundaryStatements } from "./boundary.ts";
import { applyStatements } from "./ci-permissions.ts";

const platform = resolve(flagship, "prod");
const boundary = boundaryArn(platform);
const apply = Object.values(applyStatements(platform)).flat();
const account = platform.accountId;
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;

type Asked = {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
};
const texts = (value: unknown): string[] => [value].flat().map(String);
const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split("")
      .map((one) => (one === "*" ? ".*" : one === "?" ? "." : one.replace(/[\\^$.|+()[\]{}]/, "\\$&")))
      .join("")}$`,
    "i",
  ).test(text);

/** IAM's own order: a denial that fits, then a permission that fits, else no. Only the operators that stand here. */
function allows(statements: readonly Statement[], { action, resource, context = {} }: Asked): boolean {
  const asked: Readonly<Record<string, string>> = { "aws:RequestedRegion": platform.regions.primary.name, ...context };
  const applies = ({ actions, resources, notResources, conditions = {} }: Statement) =>
    texts(actions).some((one) => fits(one, action)) &&
    (notResources === undefined || !texts(notResources).some((one) => fits(one, resource))) &&
    (resources === undefined || texts(resources).some((one) => fits(one, resource))) &&
    Object.entries(conditions).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => {
        const given = asked[key];
        const equal = given !== undefined && texts(wanted).some((one) => fits(one, given));
        if (operator === "StringNotEquals") return !equal;
        assert(/^(ForAnyValue:)?String(Equals|Like)$/.test(operator), operator);
        return equal;
      }),
    );
  const fitting = statements.filter(applies);
  return fitting.some(({ effect }) => effect !== "Deny") && !fitting.some(({ effect }) => effect === "Deny");
}
/** What a role may do that carries the boundary, whatever its own policies say. */
const atMost = (asked: Asked) => allows(boundaryStatements(platform), asked);
const within = { "iam:PermissionsBoundary": boundary };

test("whoever applies makes and widens roles within the boundary, and none beyond it", () => {
  const one = role(`${platform.name}-new`);
  for (const action of [
    "iam:CreateRole",
    "iam:AttachRolePolicy",
    "iam:PutRolePolicy",
    "iam:PutRolePermissionsBoundary",
  ])
    for (const may of [(asked: Asked) => allows(apply, asked), atMost]) {
      assert.ok(may({ action, resource: one, context: within }), action);
      assert.ok(!may({ action, resource: one }), `${action} without a boundary`);
      const wider = { "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess" };
      assert.ok(!may({ action, resource: one, context: wider }), `${action} with another boundary`);
      assert.ok(!may({ action, resource: role("somebody-else"), context: within }), `${action} on another's role`);
    }
});

test("nobody within the boundary takes it off, alters it, or touches the pipelines' own roles", () => {
  for (const may of [(asked: Asked) => allows(apply, asked), atMost]) {
    assert.ok(!may({ action: "iam:DeleteRolePermissionsBoundary", resource: role(`${platform.name}-new`) }));
    for (const action of ["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:DeletePolicy"])
      assert.ok(!may({ action, resource: boundary }), action);
    for (const which of ["plan", "apply"])
      for (const action of ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:PassRole"])
        assert.ok(!may({ action, resource: role(`${platform.name}-terraform-${which}`), context: within }), action);
  }
});

test("a role that may everything may, within the boundary, neither enter another role, nor make a user, nor destroy what nobody brings back", () => {
  const never: readonly Asked[] = [
    { action: "sts:AssumeRole", resource: role("administrator") },
    { action: "iam:CreateUser", resource: `arn:aws:iam::${account}:user/${platform.name}-backdoor` },
    { action: "iam:CreateAccessKey", resource: `arn:aws:iam::${account}:user/${platform.name}-backdoor` },
    { action: "iam:PassRole", resource: role("administrator") },
    { action: "iam:UpdateAssumeRolePolicy", resource: role("administrator") },
    { action: "organizations:LeaveOrganization", resource: "*" },
    { action: "account:EnableRegion", resource: "*" },
    { action: "kms:ScheduleKeyDeletion", resource: `arn:aws:kms:x:${account}:key/1` },
    { action: "backup:DeleteRecoveryPoint", resource: "*" },
    { action: "cloudtrail:StopLogging", resource: "*" },
    { action: "ec2:RunInstances", resource: "*", context: { "aws:RequestedRegion": "eu-west-3" } },
  ];
  for (const asked of never) assert.ok(!atMost(asked), asked.action);
});

/** The stacks of a blueprint, as what each role is granted in words. */
function grantsOf(of: Platform) {
  return synthesizeTerraform(of).flatMap(({ name, resources }) =>
    resources
      .filter(({ type, mode }) => type === "aws_iam_role_policy" && mode === "resource")
      .flatMap((policy) => documentOf(policy).map((statement) => ({ at: `${name} ${policy.address}`, statement }))),
  );
}
type Document = { Effect: string; Action?: string | string[]; Resource?: unknown };
const documentOf = ({ args }: Resource): Document[] =>
  (args.policy as unknown as { value: { Statement: Document[] } }).value.Statement;

/** Where the boundary names resources, a grant's own must be among them; what Terraform alone knows is left out. */
function isCut(of: Platform, action: string, resource: unknown): boolean {
  const named = texts(resource).filter((one) => one.startsWith("arn:") || one === "*");
  const allowing = boundaryStatements(of).filter(
    ({ effect, actions }) => effect !== "Deny" && texts(actions).some((one) => fits(one, action)),
  );
  const denied = boundaryStatements(of).some(
    ({ effect, actions, resources, conditions }) =>
      effect === "Deny" && resources === "*" && !conditions && texts(actions).some((one) => fits(one, action)),
  );
  if (allowing.length === 0 || denied) return true;
  if (!/^(iam|sts):/.test(action)) return false;
  const ranges = allowing.flatMap(({ resources }) => texts(resources));
  return named.some((one) => !ranges.some((range) => fits(range, one)));
}

for (const [name, blueprint] of Object.entries({ flagship, A, B, C, D, E })) {
  test(`the boundary cuts off nothing that a role of blueprint ${name} is granted`, () => {
    const of = resolve(
      { ...blueprint, existing: { ...blueprint.existing, permissionsBoundaryArn: undefined } },
      "prod",
    );
    const grants = grantsOf(of).filter(({ statement }) => statement.Effect === "Allow");
    assert.ok(grants.length > 50);
    const cut = grants.flatMap(({ at, statement: { Action, Resource } }) =>
      texts(Action)
        .filter((action) => isCut(of, action, Resource))
        .map((action) => `${at}: ${action}`),
    );
    assert.deepEqual(cut, []);
  });
}

/**
 * What AWS-managed policies call of the services that the platform uses, by IAM's prefix; from the emulator's copy of them
 * (moto 5.2, iam/aws_managed_policies.py). Those that read all of AWS are cut to the platform's services on purpose.
 */
const MANAGED: Readonly<Record<string, readonly string[]>> = {
  AWSBackupServiceRolePolicyForBackup: ["backup", "dynamodb", "ec2", "kms", "rds", "ssm", "tag"],
  AWSBackupServiceRolePolicyForRestores: ["backup", "dynamodb", "ebs", "ec2", "iam", "kms", "rds"],
  AWSBackupServiceRolePolicyForS3Backup: ["backup", "cloudwatch", "events", "kms", "s3"],
  AWSBackupServiceRolePolicyForS3Restore: ["kms", "s3"],
  AWSFaultInjectionSimulatorEC2Access: ["ec2", "kms", "ssm"],
  AWSFaultInjectionSimulatorNetworkAccess: ["ec2"],
  AWSFaultInjectionSimulatorRDSAccess: ["rds", "tag"],
  AWS_ConfigRole: [],
  AmazonEBSCSIDriverPolicy: ["ec2"],
  AmazonEC2ContainerRegistryPullOnly: ["ecr"],
  AmazonEKSClusterPolicy: ["autoscaling", "ec2", "elasticloadbalancing", "iam", "kms"],
  AmazonEKSWorkerNodePolicy: ["ec2", "eks", "eks-auth"],
  AmazonEKS_CNI_Policy: ["ec2"],
  AmazonRDSEnhancedMonitoringRole: ["logs"],
  AmazonSSMManagedInstanceCore: ["ec2messages", "ssm", "ssmmessages"],
  CloudWatchAgentServerPolicy: ["cloudwatch", "ec2", "logs", "ssm", "xray"],
  ReadOnlyAccess: [],
  ViewOnlyAccess: [],
};

test("every AWS-managed policy that a role is given is known here, and the boundary has the services that it calls", () => {
  const allowed = boundaryStatements(platform)
    .filter(({ effect }) => effect !== "Deny")
    .flatMap(({ actions }) => texts(actions).map((one) => one.slice(0, one.indexOf(":"))));
  const given = [flagship, A, B, C, D, E].flatMap((blueprint) =>
    synthesizeTerraform(resolve(blueprint, "prod")).flatMap(({ resources }) =>
      resources
        .filter(({ type }) => type === "aws_iam_role_policy_attachment")
        .map(({ args }) => String(args.policy_arn).split("/").at(-1) ?? ""),
    ),
  );
  assert.deepEqual([...new Set(given)].sort(), Object.keys(MANAGED).sort());
  for (const [name, services] of Object.entries(MANAGED))
    for (const service of services) assert.ok(allowed.includes(service), `${name}: ${service}`);
});
