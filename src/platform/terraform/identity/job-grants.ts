// What the cluster's jobs with others' tools may do in AWS: the job that makes topics, and the one that dumps the catalogue.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { brokersArn, bucketArn, DUMPS_PREFIX, topicArn } from "../../names/data.ts";
import type { Statement } from "../language/policy.ts";
import { PURPOSES } from "../region/buckets.ts";
import { factStatements, secretStatements, useKey } from "./grants.ts";

/** Making topics and giving them more partitions, never taking one away. Actions by docs.aws.amazon.com/msk/latest/
 *  developerguide/msk-topic-operations-information.html, November 2026. */
export function topicJobStatements(platform: Platform, region: Region): readonly Statement[] {
  const { stream } = platform.data;
  if (stream.kind !== "msk") return [];
  return [
    {
      // Clusters are found by name, and that takes no resource.
      actions: ["kafka:ListClustersV2"],
      resources: "*",
      conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
    },
    { actions: ["kafka-cluster:Connect"], resources: brokersArn(platform, region.name) },
    {
      actions: [
        "kafka-cluster:CreateTopic",
        "kafka-cluster:DescribeTopic",
        "kafka-cluster:DescribeTopicDynamicConfiguration",
        "kafka-cluster:AlterTopic",
        "kafka-cluster:AlterTopicDynamicConfiguration",
      ],
      resources: stream.topics.map(({ name }) => topicArn(platform, name, region.name)),
    },
  ];
}

/** Dumps are put there, and neither read back nor taken away by who makes them. */
export function dumpJobStatements(platform: Platform, region: Region): readonly Statement[] {
  const mounted =
    platform.secrets.intoPods === "csi"
      ? [
          ...secretStatements(platform, region, ["database-owner"]),
          ...factStatements(platform, region, [{ access: [{ to: "database", may: "read" }] }]),
        ]
      : [];
  return [
    {
      actions: ["s3:PutObject", "s3:AbortMultipartUpload"],
      resources: `${bucketArn(platform, "backups", region.name)}/${DUMPS_PREFIX}/*`,
    },
    // A multipart upload is completed by reading its data key back.
    useKey(platform, region, PURPOSES.backups.key, "s3", ["kms:GenerateDataKey", "kms:Decrypt"]),
    ...mounted,
  ];
}
