// What a workload's role allows is what the workload declared: no more, no less. The expectations are written by hand,
// access by access, and then every combination of accesses must allow exactly the union.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { blueprint } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import type { Access, Workload } from "../../../blueprint/workloads.ts";
import type { Statement } from "../language/policy.ts";
import { addonGrant, addonIdentities } from "./addon-grants.ts";
import { workloadStatements } from "./grants.ts";

const platform = resolve(blueprint);
const region = platform.regions.primary;
const name = platform.name;
const account = platform.accountId;
const here = region.name;
const there = platform.regions.standby.name;
const third = platform.regions.witness.name;

const key = (purpose: string, service: string) => `key ${purpose} in ${here} through ${service}`;
const bucket = (purpose: string) => `arn:aws:s3:::${name}-${purpose}-${here}-${account}`;
const kafka = (kind: string, where: string, rest: string) =>
  `arn:aws:kafka:${where}:${account}:${kind}/${name}-brokers/${rest}`;
const voters = [here, there, third].map((where) => `arn:aws:dynamodb:${where}:${account}:table/${name}-voter`);
const each = (actions: readonly string[], resources: readonly string[]) =>
  actions.flatMap((action) => resources.map((resource) => `${action} on ${resource}`));

const QUEUE = `arn:aws:sqs:${here}:${account}:${name}-tasks`;
const TABLE = `arn:aws:dynamodb:${here}:${account}:table/${name}-salts`;
const PARAMETERS = ["", "/*"].map((end) => `arn:aws:ssm:${here}:${account}:parameter/${name}/recovery${end}`);

/** Access → every pair of action and resource that it allows a workload called "worker". */
const EXPECTED: readonly (readonly [Access, readonly string[]])[] = [
  [
    { to: "bucket", purpose: "lake", may: "read" },
    [
      ...each(["s3:GetObject"], [`${bucket("lake")}/*`]),
      ...each(["s3:ListBucket"], [bucket("lake")]),
      ...each(["kms:Decrypt"], [key("lake", "s3")]),
    ],
  ],
  [
    { to: "bucket", purpose: "reports", may: "write" },
    [
      ...each(["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"], [`${bucket("reports")}/*`]),
      ...each(["kms:GenerateDataKey", "kms:Decrypt"], [key("lake", "s3")]),
    ],
  ],
  [
    { to: "bucket", purpose: "lake", may: "read-write-delete" },
    [
      ...each(
        ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:DeleteObject"],
        [`${bucket("lake")}/*`],
      ),
      ...each(["s3:ListBucket"], [bucket("lake")]),
      ...each(["kms:GenerateDataKey", "kms:Decrypt"], [key("lake", "s3")]),
    ],
  ],
  [
    { to: "queue", name: "tasks", may: "send" },
    [
      ...each(["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"], [QUEUE]),
      ...each(["kms:GenerateDataKey", "kms:Decrypt"], [key("queue", "sqs")]),
    ],
  ],
  [
    { to: "queue", name: "tasks", may: "receive" },
    [
      ...each(
        [
          "sqs:GetQueueAttributes",
          "sqs:GetQueueUrl",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:ChangeMessageVisibility",
        ],
        [QUEUE],
      ),
      ...each(["kms:Decrypt"], [key("queue", "sqs")]),
    ],
  ],
  [
    { to: "table", name: "salts", may: "read" },
    [
      ...each(["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"], [TABLE]),
      ...each(["kms:Decrypt"], [key("data", "dynamodb")]),
    ],
  ],
  [{ to: "voters", may: "read" }, each(["dynamodb:GetItem"], voters)],
  [{ to: "voters", may: "read-write" }, each(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], voters)],
  [
    { to: "parameters", under: "recovery", may: "read" },
    each(["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"], PARAMETERS),
  ],
  [
    { to: "parameters", under: "recovery", may: "read-write" },
    each(["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:PutParameter"], PARAMETERS),
  ],
  [
    { to: "topic", name: "user-events", may: "consume", of: "own" },
    [
      ...each(["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"], [kafka("cluster", here, "*")]),
      ...each(["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"], [kafka("topic", here, "*/user-events")]),
      ...each(["kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup"], [kafka("group", here, "*/worker")]),
    ],
  ],
  [
    { to: "topic", name: "user-events", may: "produce", of: "both" },
    [here, there].flatMap((where) => [
      ...each(
        ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:WriteDataIdempotently"],
        [kafka("cluster", where, "*")],
      ),
      ...each(["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"], [kafka("topic", where, "*/user-events")]),
    ]),
  ],
  [
    { to: "email" },
    each(["ses:SendEmail", "ses:SendRawEmail"], [`arn:aws:ses:${here}:${account}:identity/${platform.domain}`]),
  ],
  // External Secrets reads secrets; the rest is admitted by the network and a password.
  [{ to: "secret", name: "database-application" }, []],
  [{ to: "database", may: "read-write" }, []],
  [{ to: "cache" }, []],
  [{ to: "peer", why: "" }, []],
  [{ to: "sql-server" }, []],
];

const list = (value: Statement["actions"]): readonly string[] =>
  (typeof value === "string" ? [value] : Array.isArray(value) ? value : []) as readonly string[];

/** Pairs that statements allow; a key is told by its alias and the service in the condition. */
function allowed(statements: readonly Statement[]): readonly string[] {
  const pairs = statements.flatMap((statement) => {
    const alias = statement.conditions?.["ForAnyValue:StringEquals"]?.["kms:ResourceAliases"];
    const via = statement.conditions?.StringEquals?.["kms:ViaService"];
    const resources =
      typeof alias === "string" && typeof via === "string"
        ? [key(alias.replace(`alias/${name}-`, ""), via.replace(`.${here}.amazonaws.com`, ""))]
        : list(statement.resources);
    return each(list(statement.actions), resources);
  });
  return [...new Set(pairs)].sort();
}

const worker = (access: readonly Access[]): Workload => {
  const base = platform.workloads.find((one) => one.name === "worker");
  assert.ok(base);
  return { ...base, access };
};

for (const [access, pairs] of EXPECTED) {
  const what = Object.values(access)
    .filter((part) => part !== "")
    .join(" ");
  test(`declaring ${what} allows exactly what that needs`, () => {
    assert.deepEqual(allowed(workloadStatements(platform, region, worker([access]))), [...pairs].sort());
  });
}

test("whatever a workload declares together, it is allowed the union and nothing else", () => {
  fc.assert(
    fc.property(fc.subarray([...EXPECTED]), (chosen) => {
      const statements = workloadStatements(platform, region, worker(chosen.map(([access]) => access)));
      assert.deepEqual(allowed(statements), [...new Set(chosen.flatMap(([, pairs]) => pairs))].sort());
    }),
  );
});

test("with files mounted by the CSI driver, a pod's own role reads its own secrets, by name", () => {
  const mounted = { ...platform, secrets: { ...platform.secrets, intoPods: "csi" as const } };
  const statements = workloadStatements(mounted, region, worker([{ to: "secret", name: "link-key" }]));
  assert.deepEqual(
    allowed(statements).filter((pair) => pair.startsWith("secretsmanager")),
    [
      `secretsmanager:DescribeSecret on arn:aws:secretsmanager:${here}:${account}:secret:${name}/link-key-??????`,
      `secretsmanager:GetSecretValue on arn:aws:secretsmanager:${here}:${account}:secret:${name}/link-key-??????`,
    ],
  );
});

test("the recoverer changes nothing outside its own region but the global database's membership", () => {
  for (const where of [platform.regions.primary, platform.regions.standby]) {
    const statements = workloadStatements(platform, where, worker([{ to: "recovery" }]));
    for (const statement of statements) {
      for (const resource of list(statement.resources)) {
        if (resource === "*") {
          assert.equal(statement.conditions?.StringEquals?.["aws:RequestedRegion"], where.name, statement.sid);
        } else if (statement.sid !== "PromoteDatabase") {
          assert.equal(resource.split(":")[3], where.name, `${statement.sid}: ${resource}`);
        }
      }
    }
  }
});

/** Actions that AWS gives no resource, and whose statement therefore says "*". */
const WITHOUT_RESOURCE =
  /^(ec2:(Describe|GetInstanceTypes)|autoscaling:Describe|elasticloadbalancing:Describe|cloudwatch:|xray:|tag:|logs:(DescribeLogGroups|GetQueryResults|StopQuery)|route53:ListHostedZones|ecr:GetAuthorizationToken|pricing:|iam:ListInstanceProfiles|arc-zonal-shift:GetManagedResource|kafka:ListClustersV2)/;

test("no role of a pod has a star for a resource but where AWS knows none", () => {
  const loose: string[] = [];
  for (const where of [platform.regions.primary, platform.regions.standby]) {
    const all = [
      ...platform.workloads.map((workload) => [workload.name, workloadStatements(platform, where, workload)] as const),
      ...addonIdentities(platform).map(
        (addon) => [addon, Object.values(addonGrant(platform, where, addon).policies).flat()] as const,
      ),
    ];
    for (const [who, statements] of all) {
      for (const statement of statements.filter((one) => list(one.resources).includes("*"))) {
        loose.push(
          ...list(statement.actions)
            .filter((action) => !WITHOUT_RESOURCE.test(action))
            .map((action) => `${who}: ${action}`),
        );
      }
    }
  }
  assert.deepEqual(loose, []);
});

test("no role of a pod may do everything of a service", () => {
  for (const addon of addonIdentities(platform)) {
    for (const statement of Object.values(addonGrant(platform, region, addon).policies).flat()) {
      for (const action of list(statement.actions))
        assert.match(action, /^[a-z0-9-]+:[A-Za-z0-9]+$/, `${addon}: ${action}`);
    }
  }
});
