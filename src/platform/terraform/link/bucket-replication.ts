// Buckets copy to their twins, both ways, so that either region's is whole after the other's loss. Deletions are copied
// as delete markers, and changes to a replica's metadata go back. What was there before replication began is not copied
// by S3: `link` is applied before the first object is written, or a batch replication job is run once by hand.
import { BUCKET_PURPOSES, type BucketPurpose, type KeyPurpose } from "../../../blueprint/workloads.ts";
import { bucketArn, bucketName, bucketReplicationRoleName } from "../../names/data.ts";
import type { Ref } from "../language/expression.ts";
import type { Statement } from "../language/policy.ts";
import type { File } from "../language/stack.ts";
import { PURPOSES } from "../region/buckets.ts";
import { declareRole, trustService } from "../role.ts";
import { keyOf, type Side } from "./keys.ts";
import type { Link } from "./stack.ts";

/** The only time that S3's replication time control knows. */
const PROMISE_MINUTES = 15;

const WAYS = [
  ["primary", "standby"],
  ["standby", "primary"],
] as const satisfies readonly (readonly [Side, Side])[];

type Keys = Readonly<Record<Side, Readonly<Partial<Record<KeyPurpose, Ref<string>>>>>>;

/** Logs stay where they were written: the trail has a bucket of its own, and a region's flow logs tell of that region. */
export const REPLICATED: readonly BucketPurpose[] = BUCKET_PURPOSES.filter((purpose) => purpose !== "logs");

export function buildBucketReplication(link: Link): void {
  const file = link.stack.file("buckets", "Buckets copy to their twins in the other region, both ways.");
  const keys = lookUp(link);
  for (const [from, to] of WAYS) {
    const role = declareReplicationRole(link, file, keys, from, to);
    for (const purpose of REPLICATED) declareReplication(link, file, keys, { from, to, purpose, role: role.arn });
  }
}

function lookUp(link: Link): Keys {
  const purposes = [...new Set(REPLICATED.map((purpose) => PURPOSES[purpose].key))];
  const side = (name: Side) => Object.fromEntries(purposes.map((purpose) => [purpose, keyOf(link, name, purpose)]));
  return { primary: side("primary"), standby: side("standby") };
}

type Way = { readonly from: Side; readonly to: Side; readonly purpose: BucketPurpose; readonly role: Ref<string> };

function declareReplication(
  { platform, ...link }: Link,
  file: File,
  keys: Keys,
  { from, to, purpose, role }: Way,
): void {
  const timed = platform.data.buckets.replicationTimeControl;
  const key = keys[to][PURPOSES[purpose].key];
  if (key === undefined) throw new Error(`no key was looked up for the bucket ${purpose}`);
  file.resource(
    "aws_s3_bucket_replication_configuration",
    `${purpose}_from_${from}`,
    {
      bucket: bucketName(platform, purpose, platform.regions[from].name),
      role,
      rule: [
        {
          id: "all",
          priority: 1,
          status: "Enabled",
          filter: { prefix: "" },
          delete_marker_replication: { status: "Enabled" },
          source_selection_criteria: {
            sse_kms_encrypted_objects: { status: "Enabled" },
            replica_modifications: { status: "Enabled" },
          },
          destination: {
            bucket: bucketArn(platform, purpose, platform.regions[to].name),
            encryption_configuration: { replica_kms_key_id: key },
            // Metrics tell how far behind a copy is; alarms read them whether or not AWS promises a time. S3 takes the
            // threshold with the promise only.
            metrics: { status: "Enabled", ...(timed ? { event_threshold: { minutes: PROMISE_MINUTES } } : {}) },
            ...(timed ? { replication_time: { status: "Enabled", time: { minutes: PROMISE_MINUTES } } } : {}),
          },
        },
      ],
    },
    { provider: link[from] },
  );
}

function declareReplicationRole({ platform }: Link, file: File, keys: Keys, from: Side, to: Side) {
  const source = platform.regions[from].name;
  const destination = platform.regions[to].name;
  const buckets = (region: string) => REPLICATED.map((purpose) => bucketArn(platform, purpose, region));
  const objects = (region: string) => buckets(region).map((arn) => `${arn}/*`);
  const through = (region: string, arns: readonly string[]) => ({
    StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
    // With bucket keys the context is the bucket; of objects that were written without, the object.
    StringLike: { "kms:EncryptionContext:aws:s3:arn": arns },
  });
  const policies: readonly Statement[] = [
    { sid: "ReadRules", actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"], resources: buckets(source) },
    {
      sid: "ReadObjects",
      actions: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
      resources: objects(source),
    },
    {
      sid: "WriteCopies",
      actions: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
      resources: objects(destination),
    },
    {
      sid: "Decipher",
      actions: "kms:Decrypt",
      resources: Object.values(keys[from]),
      conditions: through(source, [...buckets(source), ...objects(source)]),
    },
    {
      sid: "Encipher",
      actions: ["kms:Encrypt", "kms:GenerateDataKey"],
      resources: Object.values(keys[to]),
      conditions: through(destination, [...buckets(destination), ...objects(destination)]),
    },
  ];
  return declareRole(file, platform, {
    key: `replication_from_${from}`,
    name: bucketReplicationRoleName(platform, source),
    description: `Lets S3 copy objects from ${source} to ${destination}.`,
    trust: trustService("s3.amazonaws.com"),
    policies: { replicate: policies },
  });
}
