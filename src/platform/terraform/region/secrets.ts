// Credentials. No value of any is in Terraform's files, plans or states: what a machine can make is made when the secret
// is (an ephemeral random value, written once), what only a person has, a person fills in. Secrets Manager copies a
// secret into the other region by itself, under that region's key; where the blueprint keeps secrets in SSM, `link`
// copies them. The cache's password belongs to one region, as the cache does.
import { ROTATION } from "../../../blueprint/secret-rotation.ts";
import type { SecretName } from "../../../blueprint/workloads.ts";
import {
  CACHE_USER,
  DATABASE_APPLICATION,
  DATABASE_OWNER,
  parameterName,
  secretName,
  secretParameter,
} from "../../names/data.ts";
import { keyAliasArn } from "../../names/keys.ts";
import { json, type Ref } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { Declared, File } from "../language/stack.ts";
import { isPrecious } from "./database-settings.ts";
import type { Site } from "./site.ts";

export const PASSWORD_LENGTH = 40;
/** Days in which a deleted secret can be had back. */
const RECOVERY_DAYS = 30;

type Description = {
  readonly why: string;
  /** A user's name lies beside the password; other secrets are a single key. */
  readonly username?: string;
  /** Each region has its own value. */
  readonly regional?: true;
  /** For a secret that a person fills in. */
  readonly fillWith?: string;
};
export const SECRET_DESCRIPTIONS: Readonly<Record<SecretName, Description>> = {
  "database-owner": { why: "The database's owner: migrations alone use it.", username: DATABASE_OWNER },
  "database-application": { why: "The application's user in the database.", username: DATABASE_APPLICATION },
  "cache-password": {
    why: "The application's user in the cache of this region.",
    username: CACHE_USER,
    regional: true,
  },
  "link-key": { why: "With it each region knows the other." },
  "edge-key": { why: "The header by which the web tier knows the company's delivery network." },
  "repository-key": { why: "Argo CD's read-only key to the repository of manifests.", fillWith: '{"key":"…"}' },
  "chat-webhook": { why: "Where the channel for alerts takes messages.", fillWith: '{"url":"…"}' },
  "pager-key": { why: "PagerDuty's routing key.", fillWith: '{"routing_key":"…"}' },
  "sql-server": { why: "The reader of the SQL Server on the premises.", fillWith: '{"username":"…","password":"…"}' },
};

export type Secrets = {
  /** Used once, when the database is made. Nothing in a region that makes none. */
  readonly ownerPassword: Ref<string> | undefined;
  readonly arns: Readonly<Partial<Record<SecretName, Ref<string>>>>;
  /** What of a secret must be there before it can rotate. */
  readonly values: Readonly<Partial<Record<SecretName, Declared>>>;
};

export function buildSecrets(site: Site): Secrets {
  const { platform, region } = site;
  const entries = platform.secrets.entries.filter(({ name }) =>
    SECRET_DESCRIPTIONS[name].regional ? region.holds.data : region.configured === "primary",
  );
  const made: Made[] = entries.map((entry) => declareSecret(site, entry.name, entry.filledBy === "made"));
  return {
    ownerPassword: made.find(({ name }) => name === "database-owner")?.password,
    arns: Object.fromEntries(made.map(({ name, arn }) => [name, arn])),
    values: Object.fromEntries(made.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value])),
  };
}

type Made = {
  readonly name: SecretName;
  readonly arn: Ref<string> | undefined;
  readonly password: Ref<string> | undefined;
  readonly value: Declared | undefined;
};

function declareSecret(site: Site, name: SecretName, made: boolean): Made {
  const file = site.stack.file("secrets", "Credentials, whose values are in no file, plan or state of Terraform.");
  const key = terraformName(name);
  const password = made
    ? file.ephemeral("aws_secretsmanager_random_password", key, {
        password_length: PASSWORD_LENGTH,
        exclude_punctuation: true,
      }).random_password
    : undefined;
  const { username } = SECRET_DESCRIPTIONS[name];
  const content = password && (username === undefined ? json({ key: password }) : json({ username, password }));
  const held = isInSecretsManager(site.platform, name) ? asSecret : asParameter;
  return { name, password, ...held(site, file, name, content) };
}

/** Where the blueprint keeps credentials in SSM, Secrets Manager still holds those that it must: what rotates (the rotation
 *  puts each new value into SSM, where pods look), and what RDS Proxy reads. */
export const isInSecretsManager = ({ secrets, data }: Site["platform"], name: SecretName): boolean =>
  secrets.store === "secrets-manager" ||
  ROTATION[name].kind === "by-itself" ||
  (name === "database-application" && data.pooling.kind === "rds-proxy");

type Held = Pick<Made, "arn" | "value">;

function asSecret(
  { platform, peer, keys }: Site,
  file: File,
  name: SecretName,
  content: Ref<string> | undefined,
): Held {
  const { why, regional, fillWith } = SECRET_DESCRIPTIONS[name];
  const key = terraformName(name);
  const secret = file.resource(
    "aws_secretsmanager_secret",
    key,
    {
      name: secretName(platform, name),
      description: why,
      kms_key_id: keys.secrets,
      recovery_window_in_days: isPrecious(platform) ? RECOVERY_DAYS : 0,
      ...(regional
        ? {}
        : { replica: [{ region: peer.name, kms_key_id: keyAliasArn(platform, "secrets", peer.name) }] }),
    },
    {
      comment:
        fillWith === undefined
          ? why
          : `${why} A person fills it in once: aws secretsmanager put-secret-value --secret-id ${secretName(platform, name)} --secret-string '${fillWith}'`,
      // A replica that was promoted while this region was away isn't taken back by an apply.
      ...(regional ? {} : { lifecycle: { ignoreChanges: ["replica"] } }),
    },
  );
  if (content === undefined) return { arn: secret.arn, value: undefined };
  const value = file.resource("aws_secretsmanager_secret_version", key, {
    secret_id: secret.id,
    secret_string_wo: content,
    secret_string_wo_version: 1,
  });
  return { arn: secret.arn, value };
}

function asParameter({ platform, keys }: Site, file: File, name: SecretName, content: Ref<string> | undefined): Held {
  // What a person fills in, a person makes: SSM has no empty parameter.
  if (content === undefined) return { arn: undefined, value: undefined };
  const parameter = file.resource("aws_ssm_parameter", `secret_${terraformName(name)}`, {
    name: parameterName(platform, secretParameter(name)),
    description: SECRET_DESCRIPTIONS[name].why,
    type: "SecureString",
    key_id: keys.secrets,
    value_wo: content,
    value_wo_version: 1,
  });
  return { arn: parameter.arn, value: parameter };
}
