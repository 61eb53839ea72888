// What a workload declared that it touches, as IAM statements: one entry per kind of access, exact ARNs from the names,
// nothing that wasn't declared. Keys are named by alias in a condition, because a key's id is known to its own region's
// stack alone and these roles exist before it.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import type { Access, BucketPurpose, KeyPurpose, Workload, WorkloadName } from "../../../blueprint/workloads.ts";
import { arnOf } from "../../names/base.ts";
import {
  brokersArn,
  bucketArn,
  consumerGroupArn,
  factsFor,
  parameterArn,
  queueArn,
  secretArn,
  secretParameter,
  tableArn,
  topicArn,
} from "../../names/data.ts";
import { keyAlias } from "../../names/keys.ts";
import { voterRegions, voterTableArn } from "../../names/voters.ts";
import type { Statement } from "../language/policy.ts";
import { PURPOSES } from "../region/buckets.ts";
import { recoveryStatements } from "./recovery-grants.ts";

/** Whose grants, and where: a role is of one region and reaches into the other only where the access says so. */
export type Grantee = { readonly platform: Platform; readonly region: Region; readonly workload: WorkloadName };

/** Everything that a workload may do in a region, by its own role. */
export function workloadStatements(platform: Platform, region: Region, workload: Workload): readonly Statement[] {
  const grantee: Grantee = { platform, region, workload: workload.name };
  // What the CSI driver mounts, it reads as the pod: credentials by their access, and where the stores answer.
  const facts = platform.secrets.intoPods === "csi" ? factStatements(platform, region, [workload]) : [];
  return joined([...workload.access.flatMap((access) => statementsFor(grantee, access)), ...facts]);
}

/** Reading what these workloads must be told of their region. None of it is secret, so no key of ours is in it. */
export const factStatements = (
  platform: Platform,
  region: Region,
  workloads: readonly Pick<Workload, "access">[],
): readonly Statement[] => {
  const paths = [...new Set(workloads.flatMap(({ access }) => factsFor(platform, access)))];
  return [
    {
      actions: ["ssm:GetParameter", "ssm:GetParameters"],
      resources: paths.map((path) => parameterArn(platform, path, region.name)),
    },
  ];
};

/** Statements of the same actions under the same conditions become one over all their resources. */
export function joined(statements: readonly Statement[]): readonly Statement[] {
  const groups = new Map<string, { statement: Statement; resources: Set<string> }>();
  for (const statement of statements) {
    const { resources, ...rest } = statement;
    const key = JSON.stringify(rest);
    const group = groups.get(key) ?? { statement, resources: new Set<string>() };
    for (const resource of plain(resources)) group.resources.add(resource);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ statement, resources }) => {
    const list = [...resources];
    return { ...statement, resources: list.length === 1 ? (list[0] as string) : list };
  });
}

/** Grants are made of names alone, so that they can be read and compared without Terraform. */
function plain(resources: Statement["resources"]): readonly string[] {
  if (typeof resources === "string") return [resources];
  if (Array.isArray(resources) && resources.every((one) => typeof one === "string")) return resources;
  throw new Error(
    "A grant names a resource by a reference of Terraform's; name it by its ARN from names/, or declare it outside the grants.",
  );
}

type Granting = {
  readonly [Kind in Access["to"]]: (grantee: Grantee, access: Extract<Access, { to: Kind }>) => readonly Statement[];
};

/** Kinds without a statement are admitted by the network and a password: no action of AWS stands between. */
const GRANTS: Granting = {
  bucket: ({ platform, region }, { purpose, may }) => bucketStatements(platform, region, purpose, may),
  queue: ({ platform, region }, { name, may }) => {
    const resources = queueArn(platform, name, region.name);
    const sends = may !== "receive";
    const receives = may !== "send";
    return [
      { actions: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"], resources },
      ...(sends ? [{ actions: ["sqs:SendMessage"], resources }] : []),
      ...(receives
        ? [{ actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"], resources }]
        : []),
      useKey(platform, region, "queue", "sqs", sends ? ["kms:GenerateDataKey", "kms:Decrypt"] : ["kms:Decrypt"]),
    ];
  },
  table: ({ platform, region }, { name, may }) => [
    {
      actions: may === "read" ? TABLE_READ : [...TABLE_READ, ...TABLE_WRITE],
      resources: tableArn(platform, name, region.name),
    },
    useKey(platform, region, "data", "dynamodb", ["kms:Decrypt"]),
  ],
  voters: ({ platform }, { may }) => [
    {
      actions: may === "read" ? ["dynamodb:GetItem"] : ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
      resources: voterRegions(platform).map((name) => voterTableArn(platform, name)),
    },
  ],
  // External Secrets reads them instead, under its own role; only files that the CSI driver mounts are read by the pod's.
  secret: ({ platform, region }, { name }) =>
    platform.secrets.intoPods === "csi" ? secretStatements(platform, region, [name]) : [],
  parameters: ({ platform, region }, { under, may }) => [
    {
      actions: [
        "ssm:GetParameter",
        "ssm:GetParameters",
        "ssm:GetParametersByPath",
        ...(may === "read-write" ? ["ssm:PutParameter"] : []),
      ],
      resources: [parameterArn(platform, under, region.name), parameterArn(platform, `${under}/*`, region.name)],
    },
  ],
  topic: ({ platform, region, workload }, { name, may, of }) =>
    (of === "both" ? [region, otherRegion(platform, region)] : [region]).flatMap((where) =>
      topicStatements(platform, where, workload, name, may),
    ),
  email: ({ platform, region }) => [
    {
      actions: ["ses:SendEmail", "ses:SendRawEmail"],
      resources: arnOf(platform, "ses", region.name, `identity/${platform.domain}`),
      conditions: { StringLike: { "ses:FromAddress": `*@${platform.domain}` } },
    },
  ],
  recovery: ({ platform, region }) => recoveryStatements(platform, region),
  database: () => [],
  cache: () => [],
  peer: () => [],
  workload: () => [],
  "sql-server": () => [],
};

export const statementsFor = <Kind extends Access["to"]>(
  grantee: Grantee,
  access: Extract<Access, { to: Kind }>,
): readonly Statement[] =>
  (GRANTS[access.to as Kind] as (g: Grantee, a: Access) => readonly Statement[])(grantee, access);

const TABLE_READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
const TABLE_WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"];

export const otherRegion = (platform: Platform, region: Region): Region =>
  region.configured === "primary" ? platform.regions.standby : platform.regions.primary;

/** Use of one key through one service, which is how AWS services use it on a caller's behalf. */
export const useKey = (
  platform: Platform,
  region: Pick<Region, "name">,
  purpose: KeyPurpose,
  service: "s3" | "sns" | "sqs" | "dynamodb" | "secretsmanager" | "ssm",
  actions: readonly string[],
): Statement => ({
  actions,
  // A key's id isn't known here; the alias in the condition leaves one key of the region.
  resources: arnOf(platform, "kms", region.name, "key/*"),
  conditions: {
    "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(platform, purpose) },
    StringEquals: { "kms:ViaService": `${service}.${region.name}.amazonaws.com` },
  },
});

function bucketStatements(
  platform: Platform,
  region: Region,
  purpose: BucketPurpose,
  may: Extract<Access, { to: "bucket" }>["may"],
): readonly Statement[] {
  const bucket = bucketArn(platform, purpose, region.name);
  const reads = may !== "write";
  const writes = may !== "read";
  const actions = [
    ...(reads ? ["s3:GetObject"] : []),
    ...(writes ? ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"] : []),
    ...(may === "read-write-delete" ? ["s3:DeleteObject"] : []),
  ];
  return [
    { actions, resources: `${bucket}/*` },
    ...(reads ? [{ actions: ["s3:ListBucket"], resources: bucket }] : []),
    // A multipart upload is completed by reading its data key back, hence Decrypt for writers too.
    useKey(
      platform,
      region,
      PURPOSES[purpose].key,
      "s3",
      writes ? ["kms:GenerateDataKey", "kms:Decrypt"] : ["kms:Decrypt"],
    ),
  ];
}

/** Reading credentials of the region's own copies. */
export function secretStatements(
  platform: Platform,
  region: Region,
  names: readonly Extract<Access, { to: "secret" }>["name"][],
): readonly Statement[] {
  if (names.length === 0) return [];
  if (platform.secrets.store === "ssm") {
    return [
      {
        actions: ["ssm:GetParameter", "ssm:GetParameters"],
        resources: names.map((name) => parameterArn(platform, secretParameter(name), region.name)),
      },
      useKey(platform, region, "secrets", "ssm", ["kms:Decrypt"]),
    ];
  }
  return [
    {
      actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
      resources: names.map((name) => secretArn(platform, name, region.name)),
    },
    useKey(platform, region, "secrets", "secretsmanager", ["kms:Decrypt"]),
  ];
}

function topicStatements(
  platform: Platform,
  where: Region,
  workload: WorkloadName,
  topic: string,
  may: Extract<Access, { to: "topic" }>["may"],
): readonly Statement[] {
  const produces = may !== "consume";
  const consumes = may !== "produce";
  return [
    {
      // Idempotent producers ask the cluster, not the topic.
      actions: [
        "kafka-cluster:Connect",
        "kafka-cluster:DescribeCluster",
        ...(produces ? ["kafka-cluster:WriteDataIdempotently"] : []),
      ],
      resources: brokersArn(platform, where.name),
    },
    {
      actions: [
        "kafka-cluster:DescribeTopic",
        ...(produces ? ["kafka-cluster:WriteData"] : []),
        ...(consumes ? ["kafka-cluster:ReadData"] : []),
      ],
      resources: topicArn(platform, topic, where.name),
    },
    ...(consumes
      ? [
          {
            // A workload's consumer group has its name, so that no other's offsets can be moved.
            actions: ["kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup"],
            resources: consumerGroupArn(platform, workload, where.name),
          },
        ]
      : []),
  ];
}
