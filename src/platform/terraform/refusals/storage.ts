// What S3 and ECR refuse.
import type { Argument } from "../language/expression.ts";
import { twice } from "./cloudfront.ts";
import { block, blocks, document, type Graph, isSet, type Placed } from "./graph.ts";
import { type Refusal, refused } from "./refusal.ts";

const INFREQUENT = new Set(["STANDARD_IA", "ONEZONE_IA"]);
const INFREQUENT_DAYS_MIN = 30;
/** From warm to cold: an object only ever moves to the right. */
const WATERFALL = ["STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"];

type Rule = { readonly [name: string]: Argument };
const replicationRules = (graph: Graph): readonly { readonly at: Placed; readonly rule: Rule }[] =>
  graph
    .of("aws_s3_bucket_replication_configuration")
    .flatMap((at) => blocks(at.args.rule).map((rule) => ({ at, rule })));

const isVersioned = (graph: Graph, bucket: Placed): boolean => {
  const versioning = graph.besideBucket("aws_s3_bucket_versioning", bucket);
  return versioning !== undefined && block(versioning.args.versioning_configuration).status === "Enabled";
};

export const STORAGE: readonly Refusal[] = [
  {
    id: "bucket-name",
    says: "InvalidBucketName: The specified bucket is not valid.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
    },
    mend: "3 to 63 of a-z, 0-9, - and no dot; nothing that begins with xn-- or sthree-, or ends with -s3alias or --ol-s3.",
    *find(graph) {
      for (const bucket of graph.of("aws_s3_bucket")) {
        const name = graph.nameOf(bucket);
        if (name === undefined) continue;
        const wrong =
          !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) ||
          /\.\.|^\d+\.\d+\.\d+\.\d+$|^xn--|^sthree-|^amzn-s3-demo-|-s3alias$|--ol-s3$|\.mrap$|--x-s3$/.test(name);
        if (wrong) yield refused(bucket, `is called "${name}" (${name.length} characters)`);
      }
    },
  },
  {
    id: "replication-without-versioning",
    says: "InvalidRequest: Destination bucket must have versioning enabled. (And so must the source.)",
    source: { kind: "issue", where: "https://github.com/nozaq/terraform-aws-remote-state-s3-backend/issues/107" },
    mend: "Enable versioning on both buckets.",
    *find(graph) {
      for (const { at, rule } of replicationRules(graph)) {
        for (const argument of [at.args.bucket, block(rule.destination).bucket]) {
          const bucket = graph.bucket(at, argument);
          if (bucket && !isVersioned(graph, bucket))
            yield refused(at, `replicates ${bucket.stack}: ${bucket.address}, which keeps no versions`);
        }
      }
    },
  },
  {
    id: "replication-of-encrypted-objects",
    says: "InvalidRequest: To replicate KMS-encrypted objects, add SourceSelectionCriteria, SseKmsEncryptedObjects, EncryptionConfiguration and ReplicaKmsKeyID, all of them.",
    source: { kind: "API model", where: "s3 PutBucketReplication, Handling Replication of Encrypted Objects" },
    mend: "Set source_selection_criteria.sse_kms_encrypted_objects and destination.encryption_configuration together.",
    *find(graph) {
      for (const { at, rule } of replicationRules(graph)) {
        const chosen = block(block(rule.source_selection_criteria).sse_kms_encrypted_objects).status === "Enabled";
        const key = isSet(block(block(rule.destination).encryption_configuration).replica_kms_key_id);
        const source = graph.bucket(at, at.args.bucket);
        const encryption = source
          ? graph.besideBucket("aws_s3_bucket_server_side_encryption_configuration", source)
          : undefined;
        const kms = encryption
          ? /^aws:kms/.test(
              String(block(block(encryption.args.rule).apply_server_side_encryption_by_default).sse_algorithm),
            )
          : false;
        if (chosen !== key)
          yield refused(
            at,
            chosen
              ? "chooses KMS-encrypted objects and names no key for the replica"
              : "names a key for the replica and doesn't choose KMS-encrypted objects",
          );
        else if (kms && !chosen)
          yield refused(at, `leaves out every object of ${source?.address}, since all are encrypted with KMS`);
      }
    },
  },
  {
    id: "replication-filter-without-delete-markers",
    says: "InvalidRequest: DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema.",
    source: {
      kind: "API model",
      where:
        "s3 ReplicationRule: if you include the Filter element, you must also include the DeleteMarkerReplication and Priority elements",
    },
    mend: "Add delete_marker_replication and priority to rules with a filter; none of them may filter by tag.",
    *find(graph) {
      for (const { at, rule } of replicationRules(graph)) {
        if (rule.filter === undefined) continue;
        const filter = block(rule.filter);
        const tagged = isSet(filter.tag) || isSet(block(filter.and).tags);
        const markers = block(rule.delete_marker_replication).status;
        if (markers === undefined)
          yield refused(at, `its rule ${String(rule.id ?? "")} has a filter and says nothing of delete markers`);
        else if (tagged && markers === "Enabled") yield refused(at, "filters by tag and replicates delete markers");
        if (!isSet(rule.priority)) yield refused(at, `its rule ${String(rule.id ?? "")} has a filter and no priority`);
      }
      for (const at of graph.of("aws_s3_bucket_replication_configuration")) {
        for (const priority of twice(blocks(at.args.rule).map((rule) => graph.text(at, rule.priority))))
          yield refused(at, `has two rules of priority ${priority}`);
      }
    },
  },
  {
    id: "replication-threshold-without-time",
    says: "InvalidArgument: Metrics cannot contain an event threshold when ReplicationTime is not specified or Disabled",
    source: { kind: "issue", where: "https://github.com/crossplane-contrib/provider-aws/issues/1117" },
    mend: "Leave event_threshold out, or add replication_time: metrics alone need neither.",
    *find(graph) {
      for (const { at, rule } of replicationRules(graph)) {
        const destination = block(rule.destination);
        if (
          isSet(block(destination.metrics).event_threshold) &&
          block(destination.replication_time).status !== "Enabled"
        )
          yield refused(at, "has metrics with an event threshold and no replication time control");
      }
    },
  },
  {
    id: "replication-time-without-metrics",
    says: "InvalidRequest: Replication Time Control needs Metrics, and 15 is the only value of both.",
    source: {
      kind: "API model",
      where:
        "s3 Destination, members ReplicationTime (must be specified together with a Metrics block) and ReplicationTimeValue",
    },
    mend: "Add metrics with event_threshold.minutes = 15, and time.minutes = 15.",
    *find(graph) {
      for (const { at, rule } of replicationRules(graph)) {
        const destination = block(rule.destination);
        const time = block(destination.replication_time);
        if (time.status !== "Enabled") continue;
        if (block(destination.metrics).status !== "Enabled")
          yield refused(at, "has replication time control and no metrics");
        const minutes = graph.number(at, block(time.time).minutes);
        if (minutes !== undefined && minutes !== 15)
          yield refused(at, `controls replication within ${minutes} minutes`);
      }
    },
  },
  {
    id: "lifecycle-transition-too-early",
    says: "InvalidArgument: 'Days' in Transition action must be greater than or equal to 30 for storageClass 'STANDARD_IA'",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html",
    },
    mend: "Move to infrequent access after 30 days, or to INTELLIGENT_TIERING at once.",
    *find(graph) {
      for (const { at, transitions } of lifecycles(graph)) {
        for (const { storage, days } of transitions)
          if (INFREQUENT.has(storage) && days < INFREQUENT_DAYS_MIN)
            yield refused(at, `moves to ${storage} after ${days} days`);
      }
    },
  },
  {
    id: "lifecycle-transitions-out-of-order",
    says: "InvalidArgument: 'Days' in the 'Transition' action for StorageClass … must be at least 30 days more than … (and less than the 'Expiration' action's)",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html",
    },
    mend: "Order the transitions from warm to cold, 30 days after infrequent access, and all before the expiration.",
    *find(graph) {
      for (const { at, transitions, expiresDays } of lifecycles(graph)) {
        const ordered = [...transitions].sort((a, b) => a.days - b.days);
        for (const [index, later] of ordered.entries()) {
          const earlier = ordered[index - 1];
          if (expiresDays !== undefined && later.days >= expiresDays)
            yield refused(at, `moves to ${later.storage} after ${later.days} days and expires after ${expiresDays}`);
          if (!earlier) continue;
          const backwards = WATERFALL.indexOf(later.storage) < WATERFALL.indexOf(earlier.storage);
          const gap = INFREQUENT.has(earlier.storage) ? INFREQUENT_DAYS_MIN : 1;
          if (backwards || later.days - earlier.days < gap)
            yield refused(
              at,
              `moves to ${earlier.storage} after ${earlier.days} days and to ${later.storage} after ${later.days}`,
            );
        }
      }
    },
  },
  {
    id: "acl-on-bucket-without-acls",
    says: "AccessControlListNotSupported: The bucket does not allow ACLs",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
    },
    mend: "Leave the ACL out, or set the ownership to BucketOwnerPreferred.",
    *find(graph) {
      for (const acl of graph.of("aws_s3_bucket_acl")) {
        const bucket = graph.bucket(acl, acl.args.bucket);
        const controls = bucket ? graph.besideBucket("aws_s3_bucket_ownership_controls", bucket) : undefined;
        const ownership = controls ? block(controls.args.rule).object_ownership : "BucketOwnerEnforced";
        if (bucket && ownership === "BucketOwnerEnforced") yield refused(acl, `${bucket.address} has no ACLs`);
      }
    },
  },
  {
    id: "access-logs-into-kms-bucket",
    says: "Default encryption with SSE-KMS isn't supported for server access logging destination buckets; no log is delivered.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html",
    },
    mend: "Encrypt the log bucket with AES256, in the region of the bucket that it logs.",
    *find(graph) {
      for (const logging of graph.of("aws_s3_bucket_logging")) {
        const into = graph.bucket(logging, logging.args.target_bucket);
        const from = graph.bucket(logging, logging.args.bucket);
        if (!into) continue;
        if (from && from.region !== into.region)
          yield refused(logging, `logs ${from.region} into a bucket of ${into.region}`);
        const encryption = graph.besideBucket("aws_s3_bucket_server_side_encryption_configuration", into);
        const how = encryption
          ? block(block(encryption.args.rule).apply_server_side_encryption_by_default).sse_algorithm
          : "AES256";
        if (typeof how === "string" && how !== "AES256")
          yield refused(logging, `logs into ${into.address}, which is encrypted with ${how}`);
      }
    },
  },
  {
    id: "bucket-configured-twice",
    says: "A bucket has one configuration of each kind; of two resources for one bucket the later apply wins, and each plan wants its own back.",
    source: {
      kind: "documentation",
      where: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_notification",
    },
    mend: "Join them in one resource.",
    *find(graph) {
      const kinds = [
        "policy",
        "lifecycle_configuration",
        "notification",
        "replication_configuration",
        "versioning",
        "server_side_encryption_configuration",
        "public_access_block",
        "ownership_controls",
        "logging",
      ];
      for (const kind of kinds) {
        const all = graph.of(`aws_s3_bucket_${kind}`);
        for (const name of twice(all.map((it) => graph.text(it, it.args.bucket)))) {
          const [, second] = all.filter((it) => graph.text(it, it.args.bucket) === name);
          if (second) yield refused(second, `is a second one for the bucket ${name}`);
        }
      }
    },
  },
  {
    id: "ecr-lifecycle-rules",
    says: "InvalidParameterException: Invalid parameter at 'LifecyclePolicyText': rule priorities are unique, and a rule with tagStatus any has the highest priority number.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
    },
    mend: "Number the rules apart, the one for any image last.",
    *find(graph) {
      for (const lifecycle of graph.of("aws_ecr_lifecycle_policy")) {
        const rules = blocks(document(lifecycle.args.policy).rules);
        const priorities = rules.map((rule) => graph.number(lifecycle, rule.rulePriority));
        for (const priority of twice(priorities)) yield refused(lifecycle, `has two rules of priority ${priority}`);
        const any = rules
          .filter((rule) => block(rule.selection).tagStatus === "any")
          .map((rule) => graph.number(lifecycle, rule.rulePriority) ?? 0);
        if (any.length > 0 && Math.max(...any) < Math.max(...priorities.map((it) => it ?? 0)))
          yield refused(lifecycle, "has rules after the one for any image");
      }
    },
  },
  {
    id: "ecr-replicates-into-itself",
    says: "InvalidParameterException: A replication destination can't be the registry's own Region and account.",
    source: { kind: "remembered", where: "ecr PutReplicationConfiguration" },
    mend: "Replicate to the other region.",
    *find(graph) {
      for (const replication of graph.of("aws_ecr_replication_configuration")) {
        const destinations = blocks(block(replication.args.replication_configuration).rule).flatMap((rule) =>
          blocks(rule.destination),
        );
        if (destinations.some((destination) => graph.text(replication, destination.region) === replication.region))
          yield refused(replication, `replicates ${replication.region} into itself`);
      }
    },
  },
];

type Transition = { readonly storage: string; readonly days: number };
type Lifecycle = {
  readonly at: Placed;
  readonly transitions: readonly Transition[];
  readonly expiresDays: number | undefined;
};

/** Each lifecycle rule's moves of current and of old versions, apart. */
function lifecycles(graph: Graph): readonly Lifecycle[] {
  const found: Lifecycle[] = [];
  for (const at of graph.of("aws_s3_bucket_lifecycle_configuration")) {
    for (const rule of blocks(at.args.rule)) {
      for (const [moves, end, days] of [
        ["transition", "expiration", "days"],
        ["noncurrent_version_transition", "noncurrent_version_expiration", "noncurrent_days"],
      ] as const) {
        const transitions = blocks(rule[moves]).flatMap((it) => {
          const after = graph.number(at, it[days]);
          return typeof it.storage_class === "string" && after !== undefined
            ? [{ storage: it.storage_class, days: after }]
            : [];
        });
        found.push({ at, transitions, expiresDays: graph.number(at, block(rule[end])[days]) });
      }
    }
  }
  return found;
}
