// The bucket of what watches a region: the code of canaries and of the pager, canaries' artefacts, Config's history, the
// reports of backups and of experiments. One per region, the witness included, so that no record crosses a border to be
// kept, and the loss of one region leaves the others' records whole.
import { RECORDS_PREFIXES, recordsBucket } from "../../names/safety.ts";
import { BOOK_FILE, runbookBook } from "../../runbooks/book.ts";
import { closeBucket } from "../closed-bucket.ts";
import { call, expression, type Ref, text } from "../language/expression.ts";
import { policy, tlsOnly } from "../language/policy.ts";
import type { Declared } from "../language/stack.ts";
import { at, type Lookout } from "../lookout.ts";

/** Canaries' artefacts tell why one failed; after a month nobody asks. */
const ARTEFACT_DAYS = 31;
/** Reports and history are an auditor's: a year, and what it takes to write about it. */
const RECORD_DAYS = 400;
const OLD_VERSION_DAYS = 30;
const UNFINISHED_UPLOAD_DAYS = 7;

const BOOK_PATH = `runbooks/${BOOK_FILE}`;

/** The bucket, whoever made it, and where it lies. */
export type Records = {
  readonly bucket: { readonly id: Ref<string>; readonly arn: Ref<string> };
  /** An object that was put before it has no version that a program could be named by. Another stack's was there first. */
  readonly versioning?: Declared;
  readonly lookout: Lookout;
};

export function buildRecords(lookout: Lookout): Records {
  const { platform, stack, place, keys } = lookout;
  const tf = stack.file(
    "records",
    "What the watchers of this region write: canaries' artefacts and code, Config's history, reports of backups.",
  );
  const bucket = tf.resource(
    "aws_s3_bucket",
    "records",
    { bucket: recordsBucket(platform, place.region) },
    at(lookout),
  );
  const id = bucket.id;
  const versioning = tf.resource("aws_s3_bucket_versioning", "records", {
    bucket: id,
    versioning_configuration: { status: "Enabled" },
  });
  tf.resource("aws_s3_bucket_server_side_encryption_configuration", "records", {
    bucket: id,
    rule: [
      {
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: keys.logs },
      },
    ],
  });
  closeBucket(tf, "records", id);
  buildLifecycle(lookout, bucket);
  tf.resource("aws_s3_bucket_policy", "records", { bucket: id, policy: bucketPolicy(lookout, bucket) });
  const records: Records = { bucket, versioning, lookout };
  putRunbooks(records);
  return records;
}

/** What people read when something is wrong lies in every region, the witness's too: the one that is lost takes its own along. */
function putRunbooks({ bucket, versioning, lookout }: Records): void {
  const { platform, stack } = lookout;
  stack.asset(BOOK_PATH, runbookBook(platform));
  const file = text`${expression<string>({ kind: "ref", address: "path.module", path: [] })}/${BOOK_PATH}`;
  stack.file("records", "").resource(
    "aws_s3_object",
    "runbooks",
    {
      bucket: bucket.id,
      key: `${RECORDS_PREFIXES.runbooks}/${BOOK_FILE}`,
      source: file,
      // The bucket's key makes the object's tag something else than the file's digest.
      source_hash: call("filemd5", file),
      content_type: "text/markdown; charset=utf-8",
    },
    {
      ...at(lookout),
      dependsOn: versioning ? [versioning] : [],
      comment: "All runbooks in one file. Read it without a repository: aws s3 cp s3://<bucket>/runbooks/book.md -",
    },
  );
}

function buildLifecycle({ stack }: Lookout, bucket: Records["bucket"]): void {
  const ageing = (name: string, prefix: string, days: number) => ({
    id: name,
    status: "Enabled",
    filter: [{ prefix: `${prefix}/` }],
    expiration: [{ days }],
    noncurrent_version_expiration: [{ noncurrent_days: OLD_VERSION_DAYS }],
    abort_incomplete_multipart_upload: [{ days_after_initiation: UNFINISHED_UPLOAD_DAYS }],
  });
  stack.file("records", "").resource("aws_s3_bucket_lifecycle_configuration", "records", {
    bucket: bucket.id,
    rule: [
      ageing("canaries", RECORDS_PREFIXES.canaries, ARTEFACT_DAYS),
      ageing("config", RECORDS_PREFIXES.config, RECORD_DAYS),
      ageing("backup-reports", RECORDS_PREFIXES.backupReports, RECORD_DAYS),
      ageing("experiments", RECORDS_PREFIXES.experiments, RECORD_DAYS),
    ],
  });
}

/** TLS alone; and the two services that write here without a role of ours. */
function bucketPolicy({ platform }: Lookout, bucket: Records["bucket"]) {
  const ours = { StringEquals: { "aws:SourceAccount": platform.accountId } };
  return policy([
    tlsOnly("s3:*", [bucket.arn, text`${bucket.arn}/*`]),
    {
      sid: "ConfigLooks",
      principals: { Service: "config.amazonaws.com" },
      actions: ["s3:GetBucketAcl", "s3:ListBucket"],
      resources: bucket.arn,
      conditions: ours,
    },
    {
      sid: "ConfigWrites",
      principals: { Service: "config.amazonaws.com" },
      actions: "s3:PutObject",
      resources: text`${bucket.arn}/${RECORDS_PREFIXES.config}/*`,
      conditions: ours,
    },
    {
      // Named by a condition, because the service makes this role with the first report plan, which is later than this
      // policy, and S3 refuses a principal that doesn't exist.
      sid: "BackupReports",
      principals: { AWS: "*" },
      actions: "s3:PutObject",
      resources: text`${bucket.arn}/${RECORDS_PREFIXES.backupReports}/*`,
      conditions: {
        ArnEquals: {
          "aws:PrincipalArn": `arn:aws:iam::${platform.accountId}:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports`,
        },
      },
    },
  ]);
}
