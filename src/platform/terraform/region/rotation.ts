// Rotation of the passwords that an AWS service can be told by a call. AWS's own ways don't fit: a password that RDS
// manages forbids read replicas and global databases, and the ready-made functions come from a repository that the
// standby's region hasn't got. So each region runs a function of ours, for the secrets that are its own.
import type { SecretName } from "../../../blueprint/workloads.ts";
import { baseName } from "../../names/base.ts";
import {
  cacheUserArn,
  cacheUserId,
  databaseArn,
  databaseName,
  parameterArn,
  parameterName,
  secretArn,
  secretName,
  secretParameter,
} from "../../names/data.ts";
import { roleName } from "../../names/identity.ts";
import { keyAlias } from "../../names/keys.ts";
import {
  ROTATION_ARCHIVE_PATH,
  ROTATION_HANDLER,
  type RotationTarget,
  rotationScript,
} from "../../rotation/rotation-script.ts";
import type { Ref } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { Statement } from "../language/policy.ts";
import type { Declared } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import { uploadProgram } from "./code.ts";
import type { Records } from "./records.ts";
import { PASSWORD_LENGTH } from "./secrets.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

const TIMEOUT_SECONDS = 600;
const SETTLE_MS_MAX = 480_000;
const POLL_MS = 5_000;
/** What the application may do in the cache: everything but what an operator does. */
const CACHE_ACCESS = "on ~* &* +@all -@admin -@dangerous +info";

/** A secret of this region that rotates here, and what must stand before its first rotation. */
export type Rotating = { readonly secret: SecretName; readonly arn: Ref<string>; readonly after: readonly Declared[] };

export function buildRotation(site: Site, records: Records, rotating: readonly Rotating[]): void {
  if (rotating.length === 0) return;
  const { platform, region } = site;
  const file = site.stack.file(
    "rotation",
    "The function that rotates the passwords of the region's database and cache.",
  );
  const name = `${baseName(platform)}-rotation`;
  const archive = uploadProgram(records, "rotation", {
    name: "rotation",
    path: ROTATION_ARCHIVE_PATH,
    text: rotationScript({
      targets: Object.fromEntries(rotating.map(({ secret }) => [secretName(platform, secret), targetOf(site, secret)])),
      copies:
        platform.secrets.store === "ssm"
          ? Object.fromEntries(
              rotating.map(({ secret }) => [
                secretName(platform, secret),
                { parameter: parameterName(platform, secretParameter(secret)), keyId: keyAlias(platform, "secrets") },
              ]),
            )
          : {},
      passwordLength: PASSWORD_LENGTH,
      pollMs: POLL_MS,
      settleMsMax: SETTLE_MS_MAX,
    }),
  });
  const role = declareRole(file, platform, {
    key: "rotation",
    name: roleName(platform, region, "rotation"),
    description: "Rotates the passwords of the database's owner and of the cache's user.",
    trust: trustService("lambda.amazonaws.com"),
    policies: {
      rotate: rotatingGrants(
        site,
        rotating.map(({ secret }) => secret),
      ),
    },
  });
  const logs = declareLogGroup(site, file, "rotation", `/aws/lambda/${name}`);
  const program = file.resource(
    "aws_lambda_function",
    "rotation",
    {
      function_name: name,
      description: "Rotates passwords for Secrets Manager, one step per call.",
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: ROTATION_HANDLER,
      s3_bucket: archive.bucket,
      s3_key: archive.key,
      s3_object_version: archive.version_id,
      timeout: TIMEOUT_SECONDS,
      memory_size: 256,
      logging_config: { log_format: "JSON", log_group: logs.name },
      tracing_config: { mode: "Active" },
    },
    { dependsOn: [logs] },
  );
  const permission = file.resource("aws_lambda_permission", "rotation", {
    statement_id: "SecretsManager",
    action: "lambda:InvokeFunction",
    function_name: program.function_name,
    principal: "secretsmanager.amazonaws.com",
    source_account: platform.accountId,
  });
  for (const { secret, arn, after } of rotating) {
    file.resource(
      "aws_secretsmanager_secret_rotation",
      terraformName(secret),
      {
        secret_id: arn,
        rotation_lambda_arn: program.arn,
        // The first rotation gives the service the password that the secret holds.
        rotate_immediately: true,
        rotation_rules: { automatically_after_days: platform.secrets.rotationDays },
      },
      { dependsOn: [permission, ...after] },
    );
  }
}

function targetOf({ platform }: Site, secret: SecretName): RotationTarget {
  if (secret === "cache-password")
    return { kind: "cache-user", identifier: cacheUserId(platform), access: CACHE_ACCESS };
  if (secret === "database-owner") {
    const kind = platform.data.relational.kind === "rds" ? "database-instance" : "database-cluster";
    return { kind, identifier: databaseName(platform) };
  }
  throw new Error(`nothing knows how to rotate ${secret}: add a kind of target to rotation-script.ts`);
}

function rotatingGrants({ platform, region, keys }: Site, secrets: readonly SecretName[]): readonly Statement[] {
  const database: Statement = {
    sid: "Database",
    actions:
      platform.data.relational.kind === "rds"
        ? ["rds:DescribeDBInstances", "rds:ModifyDBInstance"]
        : ["rds:DescribeDBClusters", "rds:ModifyDBCluster"],
    resources: databaseArn(platform, region.name),
  };
  const cache: Statement = {
    sid: "Cache",
    actions: ["elasticache:DescribeUsers", "elasticache:ModifyUser"],
    resources: cacheUserArn(platform, region.name),
  };
  const copying: Statement = {
    sid: "Copies",
    actions: "ssm:PutParameter",
    resources: secrets.map((secret) => parameterArn(platform, secretParameter(secret), region.name)),
  };
  return [
    {
      sid: "Secrets",
      actions: [
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:PutSecretValue",
        "secretsmanager:UpdateSecretVersionStage",
      ],
      resources: secrets.map((secret) => secretArn(platform, secret, region.name)),
    },
    // Making a random password touches no resource.
    { sid: "Passwords", actions: "secretsmanager:GetRandomPassword", resources: "*" },
    {
      sid: "Key",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: keys.secrets,
      conditions: {
        StringEquals: {
          "kms:ViaService": [`secretsmanager.${region.name}.amazonaws.com`, `ssm.${region.name}.amazonaws.com`],
        },
      },
    },
    ...(platform.secrets.store === "ssm" ? [copying] : []),
    ...(secrets.includes("database-owner") ? [database] : []),
    ...(secrets.includes("cache-password") ? [cache] : []),
    {
      sid: "Logs",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: `arn:aws:logs:${region.name}:${platform.accountId}:log-group:/aws/lambda/${baseName(platform)}-rotation:*`,
    },
    // X-Ray's calls have no resources.
    { sid: "Traces", actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: "*" },
  ];
}
