// Whether the role that a page names may do what the page has people type: AWS's operations, by IAM's names for them, against the
// role's own policies in Terraform and the policies of AWS that it has. A statement counts for a region when its resources or its
// condition name it. Which resource is meant is not looked at, and neither are the resources' own policies and the boundary.
import { execFileSync } from "node:child_process";
import type { Platform } from "../../src/blueprint/platform.ts";
import { personRole } from "../../src/platform/names/identity.ts";
import { Graph, list, type Placed, statements } from "../../src/platform/terraform/refusals/graph.ts";
import { synthesizeTerraform } from "../../src/platform/terraform/stacks.ts";

export type Call = { readonly action: string; readonly region: string };
export type Grant = {
  /** IAM's patterns. */
  readonly actions: readonly string[];
  /** Where it holds; null: everywhere. */
  readonly regions: readonly string[] | null;
};
export type Grants = { readonly role: string; readonly all: readonly Grant[] };

/** Services that IAM calls otherwise than the AWS CLI. */
const IAM_PREFIX: Readonly<Record<string, string>> = {
  elbv2: "elasticloadbalancing",
  opensearch: "es",
  "service-quotas": "servicequotas",
};
/** Operations that IAM calls otherwise: its own page of each service's actions, as remembered. */
const IAM_ACTION: Readonly<Record<string, string>> = {
  "s3:HeadBucket": "s3:ListBucket",
  "s3:HeadObject": "s3:GetObject",
  "s3:ListObjectVersions": "s3:ListBucketVersions",
  "s3:ListObjectsV2": "s3:ListBucket",
  "s3:GetBucketReplication": "s3:GetReplicationConfiguration",
  "kafka:ListClustersV2": "kafka:ListClustersV2",
};
/** Commands that the CLI makes of several calls. */
const OF_THE_CLI: Readonly<Record<string, readonly string[]>> = {
  "eks update-kubeconfig": ["eks:DescribeCluster"],
  "s3 cp": ["s3:GetObject"],
};
/** Everybody may. */
const FREE = new Set(["sts:GetCallerIdentity"]);

export function actionsOf(argv: readonly string[], calls: readonly string[]): readonly Call[] {
  const region = argv[argv.indexOf("--region") + 1] ?? "";
  const own = OF_THE_CLI[argv.slice(0, 2).join(" ")];
  const actions =
    own ??
    calls.map((call) => {
      const [service = "", operation = ""] = call.split(" ");
      const action = `${IAM_PREFIX[service] ?? service}:${operation}`;
      return IAM_ACTION[action] ?? action;
    });
  return actions.filter((action) => !FREE.has(action)).map((action) => ({ action, region }));
}

/** What refuses it; undefined when something grants it. */
export function refusedBy({ role, all }: Grants, { action, region }: Call): string | undefined {
  const granted = all.some(
    ({ actions, regions }) =>
      actions.some((pattern) => matches(pattern, action)) && (regions === null || regions.includes(region)),
  );
  return granted ? undefined : `nothing lets ${role} do ${action} in ${region}`;
}

const matches = (pattern: string, action: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^$()|[\]{}]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "i",
  ).test(action);

/** A proof that lets these pass would let anything pass: what on call must not do, and a right of one region used in another. */
export function missedFixtures(grants: Grants, platform: Platform): readonly string[] {
  const { primary, witness } = platform.regions;
  const never: readonly Call[] = [
    { action: "rds:DeleteDBInstance", region: primary.name },
    { action: "secretsmanager:GetSecretValue", region: primary.name },
    { action: "dynamodb:DeleteItem", region: primary.name },
    { action: "iam:PutRolePolicy", region: primary.name },
    { action: "codebuild:StartBuild", region: witness.name },
  ];
  return [
    ...never
      .filter((call) => refusedBy(grants, call) === undefined)
      .map((call) => `${grants.role} may do ${call.action}`),
    ...(refusedBy({ ...grants, all: [] }, { action: "rds:DescribeDBInstances", region: primary.name }) === undefined
      ? ["a role without a policy is let through"]
      : []),
  ];
}

/** The role's inline policies, and those of AWS that are attached to it, as moto has copied them. */
export function grantsOnCall(platform: Platform, python: string): Grants {
  const graph = new Graph(synthesizeTerraform(platform));
  const name = personRole(platform, "on-call");
  const isOurs = (it: Placed): boolean => graph.text(it, it.args.role) === name;
  const own = graph
    .of("aws_iam_role_policy")
    .filter(isOurs)
    .flatMap((it) => statements(it.args.policy).map((one) => grantOf(graph, it, one)));
  const attached = graph
    .of("aws_iam_role_policy_attachment")
    .filter(isOurs)
    .flatMap((it) => managed(String(graph.text(it, it.args.policy_arn)).replace(/^.*\//, ""), python));
  if (own.length === 0 || attached.length === 0)
    throw new Error(`The Terraform of ${platform.name} grants ${name} nothing.`);
  return { role: name, all: [...own, ...attached] };
}

type Statement = ReturnType<typeof statements>[number];

function grantOf(graph: Graph, it: Placed, statement: Statement): Grant {
  const words = (value: unknown) => list(value as never).map((one) => String(graph.text(it, one as never)));
  if (statement.Effect !== "Allow") throw new Error(`${it.address} denies something, which this proof can't weigh.`);
  const conditions = (statement.Condition ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const asked = words(conditions.StringEquals?.["aws:RequestedRegion"] ?? []);
  const named = words(statement.Resource).map((arn) => arn.split(":")[3] ?? "");
  const everywhere = named.some((region) => region === "" || region === "*");
  return { actions: words(statement.Action), regions: asked.length > 0 ? asked : everywhere ? null : named };
}

const AWS_POLICIES = new Map<string, readonly Grant[]>();
const READ_POLICY = `
import json, sys
from moto.iam.aws_managed_policies import aws_managed_policies_data
print(json.dumps(json.loads(aws_managed_policies_data)[sys.argv[1]]["Document"]["Statement"]))
`;

function managed(name: string, python: string): readonly Grant[] {
  const known = AWS_POLICIES.get(name);
  if (known !== undefined) return known;
  const read = JSON.parse(
    execFileSync(python, ["-c", READ_POLICY, name], { encoding: "utf8", maxBuffer: 16 * 1024 * 1024 }),
  ) as readonly { Effect: string; Action: string | readonly string[] }[];
  const grants = read
    .filter(({ Effect }) => Effect === "Allow")
    .map(({ Action }): Grant => ({ actions: [Action].flat(), regions: null }));
  AWS_POLICIES.set(name, grants);
  return grants;
}
