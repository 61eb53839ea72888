// S3 by purpose: the same five buckets in both regions, whatever else a region holds. Each is versioned, encrypted under
// its purpose's key, closed to the public and to plain HTTP, and forgets by the same rules on both sides; what copies
// them to each other is the link's.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { BUCKET_PURPOSES, type BucketPurpose, type KeyPurpose } from "../../../blueprint/workloads.ts";
import {
  bucketArn,
  bucketName,
  DUMPS_PREFIX,
  LOG_PREFIXES,
  SQL_SERVER_BACKUPS_PREFIX,
  VELERO_PREFIX,
} from "../../names/data.ts";
import { anyDistributionArn } from "../../names/edge.ts";
import { type Importance, savedAs } from "../../names/safety.ts";
import { closeBucket } from "../closed-bucket.ts";
import { policy, type Statement, tlsOnly } from "../language/policy.ts";
import type { BlockOf, Declared, File, ResourceHandle } from "../language/stack.ts";
import { isPrecious } from "./database-settings.ts";
import type { Site } from "./site.ts";

export type Bucket = {
  readonly bucket: ResourceHandle<"aws_s3_bucket">;
  /** Whoever has AWS deliver into the bucket waits for this. */
  readonly policy: Declared;
  /** Replication and notifications want versions first. */
  readonly versioning: Declared;
};
export type Buckets = Readonly<Record<BucketPurpose, Bucket>>;
type Rule = BlockOf<"aws_s3_bucket_lifecycle_configuration", "rule">;

/** A version that was replaced or deleted can be had back this long: the longest holiday, and some. */
const FORMER_VERSION_DAYS = 30;
const UNFINISHED_UPLOAD_DAYS = 7;
/** The lake forgets by itself (a floor per project); S3 forgets later, so that no question meets a hole. */
const LAKE_GRACE_DAYS = 60;
const REPORT_DAYS = 400;
const LOG_DAYS = 400;
/** S3 moves nothing to a colder class earlier. */
const COLD_DAYS_MIN = 30;

type Purpose = {
  readonly why: string;
  readonly key: KeyPurpose;
  readonly importance: Importance | null;
  readonly rules: (platform: Platform) => readonly Rule[];
  /** Who besides the account's own roles may do what: AWS services that deliver or serve. */
  readonly others?: (platform: Platform, region: Region) => readonly Statement[];
};

const expire = (id: string, prefix: string, days: number): Rule => ({
  id,
  status: "Enabled",
  filter: { prefix },
  expiration: { days },
});
const chill = (id: string, prefix: string, days: number, storageClass: "STANDARD_IA" | "GLACIER_IR"): Rule => ({
  id,
  status: "Enabled",
  filter: { prefix },
  transition: [{ days: Math.max(days, COLD_DAYS_MIN), storage_class: storageClass }],
});

export const PURPOSES: Readonly<Record<BucketPurpose, Purpose>> = {
  lake: {
    why: "Events as Parquet, the recovery plan's finished runs and the evidence of drills.",
    key: "lake",
    importance: "important",
    rules: ({ data, objectives }) => [
      // Old events are asked for seldom, but within the same second as new ones.
      chill("cool-old-events", "lake/", data.buckets.archiveAfterDays, "GLACIER_IR"),
      expire("forget-events", "lake/", objectives.eventRetentionDays + LAKE_GRACE_DAYS),
    ],
  },
  reports: {
    why: "Reports and exports that people fetch.",
    key: "lake",
    importance: "ordinary",
    rules: ({ data }) => [
      ...(data.buckets.archiveAfterDays < REPORT_DAYS
        ? [chill("cool-old-reports", "", data.buckets.archiveAfterDays, "STANDARD_IA")]
        : []),
      expire("forget-reports", "", REPORT_DAYS),
    ],
  },
  logs: {
    why: "Flow logs, brokers' logs, recorded sessions.",
    key: "logs",
    importance: null,
    rules: ({ network }) => [
      expire("forget-flow-logs", `${LOG_PREFIXES.flow}/`, network.flowLogs.retentionDays),
      ...([LOG_PREFIXES.sessions, LOG_PREFIXES.brokers, LOG_PREFIXES.config] as const).map((prefix) =>
        expire(`forget-${prefix}`, `${prefix}/`, LOG_DAYS),
      ),
    ],
    others: (platform, region) => deliveries(platform, region),
  },
  backups: {
    why: "Dumps and backups that tools write: Velero's, the catalogue's logical ones, SQL Server's.",
    key: "backup",
    importance: "ordinary",
    rules: ({ onPremises, backups }) => [
      ...(onPremises.kind === "connected" && onPremises.sqlServer
        ? [expire("forget-sql-server", `${SQL_SERVER_BACKUPS_PREFIX}/`, onPremises.sqlServer.backupDays)]
        : []),
      expire("forget-catalogue-dumps", `${DUMPS_PREFIX}/`, Math.max(...backups.plans.map((plan) => plan.keepDays))),
      expire("forget-cluster-backups", `${VELERO_PREFIX}/`, Math.max(...backups.plans.map((plan) => plan.keepDays))),
    ],
  },
  static: {
    why: "The console's files and the web tier's configuration.",
    key: "lake",
    importance: "ordinary",
    rules: () => [],
    others: (platform, region) => (platform.edge.cdn.kind === "cloudfront" ? [served(platform, region)] : []),
  },
};

export function buildBuckets(site: Site): Buckets {
  const file = site.stack.file(
    "buckets",
    "Buckets by purpose. The other region has the same ones, and each copies to its twin.",
  );
  return Object.fromEntries(BUCKET_PURPOSES.map((purpose) => [purpose, declareBucket(site, file, purpose)])) as Buckets;
}

function declareBucket(site: Site, file: File, purpose: BucketPurpose): Bucket {
  const { platform, region } = site;
  const { why, key, importance, rules, others } = PURPOSES[purpose];
  const bucket = file.resource(
    "aws_s3_bucket",
    purpose,
    {
      bucket: bucketName(platform, purpose, region.name),
      force_destroy: !isPrecious(platform),
      ...(importance === null ? {} : { tags: savedAs(importance) }),
    },
    { comment: why },
  );
  const versioning = file.resource("aws_s3_bucket_versioning", purpose, {
    bucket: bucket.id,
    versioning_configuration: { status: "Enabled" },
  });
  file.resource("aws_s3_bucket_server_side_encryption_configuration", purpose, {
    bucket: bucket.id,
    rule: [
      {
        // One data key per bucket and while, not per object: a hundredth of the calls to KMS.
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: site.keys[key] },
      },
    ],
  });
  const closed = closeBucket(file, purpose, bucket.id);
  const allowed = file.resource(
    "aws_s3_bucket_policy",
    purpose,
    {
      bucket: bucket.id,
      policy: policy([...guarded(bucketArn(platform, purpose, region.name)), ...(others?.(platform, region) ?? [])]),
    },
    { dependsOn: [closed] },
  );
  file.resource(
    "aws_s3_bucket_lifecycle_configuration",
    purpose,
    {
      bucket: bucket.id,
      rule: [tidy, ...rules(platform)],
    },
    { dependsOn: [versioning] },
  );
  return { bucket, policy: allowed, versioning };
}

/** What every bucket forgets. Rules of lifecycle aren't replicated, so both regions have the same ones. */
const tidy: Rule = {
  id: "tidy",
  status: "Enabled",
  filter: { prefix: "" },
  abort_incomplete_multipart_upload: { days_after_initiation: UNFINISHED_UPLOAD_DAYS },
  noncurrent_version_expiration: { noncurrent_days: FORMER_VERSION_DAYS },
  expiration: { expired_object_delete_marker: true },
};

const guarded = (arn: string): readonly Statement[] => [
  tlsOnly("s3:*", [arn, `${arn}/*`]),
  {
    sid: "ModernTlsOnly",
    effect: "Deny",
    principals: "*",
    actions: "s3:*",
    resources: [arn, `${arn}/*`],
    conditions: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
  },
];

/** CloudFront reads as itself, for a distribution of this account; which one isn't known before it exists. */
const served = (platform: Platform, region: Region): Statement => ({
  sid: "ServedByCloudFront",
  principals: { Service: "cloudfront.amazonaws.com" },
  actions: "s3:GetObject",
  resources: `${bucketArn(platform, "static", region.name)}/*`,
  conditions: {
    StringEquals: { "aws:SourceAccount": platform.accountId },
    ArnLike: { "aws:SourceArn": anyDistributionArn(platform) },
  },
});

/** VPC flow logs and brokers' logs are delivered by CloudWatch Logs' delivery service. */
const deliveries = (platform: Platform, region: Region): readonly Statement[] => {
  const arn = bucketArn(platform, "logs", region.name);
  const ours = {
    StringEquals: { "aws:SourceAccount": platform.accountId },
    ArnLike: { "aws:SourceArn": `arn:aws:logs:${region.name}:${platform.accountId}:*` },
  };
  return [
    {
      sid: "DeliveryLooks",
      principals: { Service: "delivery.logs.amazonaws.com" },
      actions: ["s3:GetBucketAcl", "s3:ListBucket"],
      resources: arn,
      conditions: ours,
    },
    {
      sid: "DeliveryWrites",
      principals: { Service: "delivery.logs.amazonaws.com" },
      actions: "s3:PutObject",
      // Flow logs are partitioned as Hive wants it, which changes how the account is written.
      resources: [
        `${arn}/${LOG_PREFIXES.flow}/AWSLogs/aws-account-id=${platform.accountId}/*`,
        `${arn}/${LOG_PREFIXES.brokers}/AWSLogs/${platform.accountId}/*`,
      ],
      conditions: ours,
    },
  ];
};
