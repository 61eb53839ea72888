// The program that rotates passwords which an AWS service can be told by a call: the database owner's and the cache
// user's. Secrets Manager runs it as a Lambda function, step by step, and runs a step again that failed; every step may
// therefore be run twice. It needs neither a network of ours nor the old password, so it also heals a password that was
// changed behind its back, and it gives each secret its first real value.

export type RotationTarget =
  | { readonly kind: "database-instance"; readonly identifier: string }
  | { readonly kind: "database-cluster"; readonly identifier: string }
  | { readonly kind: "cache-user"; readonly identifier: string; readonly access: string };

export type RotationSettings = {
  /** Whose password lies in which secret, by the secret's name. */
  readonly targets: Readonly<Record<string, RotationTarget>>;
  /** Where a new value is put for pods too, by the secret's name: the SSM parameter, and the key that encrypts it. */
  readonly copies: Readonly<Record<string, { readonly parameter: string; readonly keyId: string }>>;
  readonly passwordLength: number;
  /** How often and how long the service is asked whether it has taken the password in. */
  readonly pollMs: number;
  readonly settleMsMax: number;
};

export const ROTATION_ARCHIVE_PATH = "rotation.js";
export const ROTATION_HANDLER = "rotation.handler";

/** The text of `rotation.js`. A value is JSON with `username` and `password`. */
export function rotationScript(settings: RotationSettings): string {
  return `"use strict";
// Secrets Manager -> RDS and ElastiCache. Written by tandem synth.
const SETTINGS = ${JSON.stringify(settings, null, 2)};

// The SDK is part of the Lambda runtime.
const sm = require("@aws-sdk/client-secrets-manager");
const secrets = new sm.SecretsManagerClient({});

const ask = async (client, command) => await client.send(command);
const nameOf = (description) => description.Name;
const pause = require("node:timers/promises").setTimeout;

const valueAt = async (SecretId, VersionStage, VersionId) => {
  const found = await ask(secrets, new sm.GetSecretValueCommand({ SecretId, VersionStage, VersionId }));
  return JSON.parse(found.SecretString);
};
const valueOrNothing = async (...at) => {
  try {
    return await valueAt(...at);
  } catch (error) {
    if (error.name === "ResourceNotFoundException") return undefined;
    throw error;
  }
};

// One row per kind of target: tell it the new password, and say whether it has been taken in. A cache user has two
// passwords at a time, so pods that still come with the former one are let in.
const TARGETS = {
  "database-instance": {
    async set({ identifier }, next) {
      const rds = require("@aws-sdk/client-rds");
      const client = new rds.RDSClient({});
      const { DBInstances: [instance] } = await ask(client, new rds.DescribeDBInstancesCommand({ DBInstanceIdentifier: identifier }));
      if (instance.ReadReplicaSourceDBInstanceIdentifier) {
        throw new Error(identifier + " copies " + instance.ReadReplicaSourceDBInstanceIdentifier + " now, so its password is that one's. Rotation goes on when this region is active again.");
      }
      await ask(client, new rds.ModifyDBInstanceCommand({ DBInstanceIdentifier: identifier, MasterUserPassword: next.password, ApplyImmediately: true }));
    },
    async settled({ identifier }) {
      const rds = require("@aws-sdk/client-rds");
      const { DBInstances: [instance] } = await ask(new rds.RDSClient({}), new rds.DescribeDBInstancesCommand({ DBInstanceIdentifier: identifier }));
      return instance.DBInstanceStatus === "available" && !instance.PendingModifiedValues?.MasterUserPassword;
    },
  },
  "database-cluster": {
    async set({ identifier }, next) {
      const rds = require("@aws-sdk/client-rds");
      await ask(new rds.RDSClient({}), new rds.ModifyDBClusterCommand({ DBClusterIdentifier: identifier, MasterUserPassword: next.password, ApplyImmediately: true }));
    },
    async settled({ identifier }) {
      const rds = require("@aws-sdk/client-rds");
      const { DBClusters: [cluster] } = await ask(new rds.RDSClient({}), new rds.DescribeDBClustersCommand({ DBClusterIdentifier: identifier }));
      return cluster.Status === "available" && !cluster.PendingModifiedValues?.MasterUserPassword;
    },
  },
  "cache-user": {
    async set({ identifier, access }, next, former) {
      const cache = require("@aws-sdk/client-elasticache");
      const Passwords = [...new Set([next.password, former?.password].filter(Boolean))];
      await ask(new cache.ElastiCacheClient({}), new cache.ModifyUserCommand({ UserId: identifier, AccessString: access, AuthenticationMode: { Type: "password", Passwords } }));
    },
    async settled({ identifier }) {
      const cache = require("@aws-sdk/client-elasticache");
      const { Users: [user] } = await ask(new cache.ElastiCacheClient({}), new cache.DescribeUsersCommand({ UserId: identifier }));
      return user.Status === "active" && user.Authentication?.Type === "password";
    },
  },
};

const STEPS = {
  async createSecret(id, token) {
    if (await valueOrNothing(id, "AWSPENDING", token)) return;
    const former = await valueOrNothing(id, "AWSCURRENT");
    const made = await ask(secrets, new sm.GetRandomPasswordCommand({ PasswordLength: SETTINGS.passwordLength, ExcludePunctuation: true }));
    const SecretString = JSON.stringify({ ...former, password: made.RandomPassword });
    await ask(secrets, new sm.PutSecretValueCommand({ SecretId: id, ClientRequestToken: token, SecretString, VersionStages: ["AWSPENDING"] }));
  },
  async setSecret(id, token, target) {
    const [next, former] = [await valueAt(id, "AWSPENDING", token), await valueOrNothing(id, "AWSCURRENT")];
    await TARGETS[target.kind].set(target, next, former);
  },
  async testSecret(_id, _token, target) {
    for (let waited = 0; ; waited += SETTINGS.pollMs) {
      if (await TARGETS[target.kind].settled(target)) return;
      if (waited >= SETTINGS.settleMsMax) throw new Error(target.identifier + " has not taken its new password in after " + waited + " ms. Secrets Manager tries again.");
      await pause(SETTINGS.pollMs);
    }
  },
  async finishSecret(id, token, _target, description) {
    const current = Object.entries(description.VersionIdsToStages).find(([, stages]) => stages.includes("AWSCURRENT"))?.[0];
    const copy = SETTINGS.copies[nameOf(description)];
    if (copy) {
      const ssm = require("@aws-sdk/client-ssm");
      const Value = JSON.stringify(await valueAt(id, "AWSPENDING", token));
      await ask(new ssm.SSMClient({}), new ssm.PutParameterCommand({ Name: copy.parameter, Type: "SecureString", KeyId: copy.keyId, Value, Overwrite: true }));
    }
    await ask(secrets, new sm.UpdateSecretVersionStageCommand({ SecretId: id, VersionStage: "AWSCURRENT", MoveToVersionId: token, RemoveFromVersionId: current }));
  },
};

exports.handler = async ({ SecretId, ClientRequestToken, Step }) => {
  const description = await ask(secrets, new sm.DescribeSecretCommand({ SecretId }));
  const target = SETTINGS.targets[nameOf(description)];
  if (!target) throw new Error(nameOf(description) + " is no secret that this function rotates.");
  const stages = description.VersionIdsToStages?.[ClientRequestToken];
  if (!stages) throw new Error("Version " + ClientRequestToken + " of " + nameOf(description) + " was not begun by a rotation.");
  if (stages.includes("AWSCURRENT")) return;
  const step = STEPS[Step];
  if (!step) throw new Error("There is no step " + Step + " in a rotation.");
  await step(SecretId, ClientRequestToken, target, description);
};
`;
}
