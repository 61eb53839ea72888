// The queue of tasks on SQS and its dead-letter queue, in each region that works: a task lives and dies in the region
// that took it, and what the lost region's queue held is asked for again from the catalogue.
import type { QueueName } from "../../../blueprint/workloads.ts";
import { deadLetterQueueArn, deadLetterQueueName, queueArn, queueName } from "../../names/data.ts";
import { json } from "../language/expression.ts";
import { policy, tlsOnly } from "../language/policy.ts";
import type { Site } from "./site.ts";

const QUEUES: readonly QueueName[] = ["tasks"];
/** SQS keeps no message longer. */
const RETENTION_SECONDS_MAX = 14 * 24 * 3600;
/** A task older than this is asked for again by whoever wanted it. */
const TASK_SECONDS_MAX = 4 * 24 * 3600;
/** A worker's call waits this long for a task instead of asking again. */
const LONG_POLL_SECONDS = 20;
/** How long SQS uses one data key before it asks KMS for the next. */
const DATA_KEY_SECONDS = 300;

export function buildQueues(site: Site): void {
  const { platform, region, keys } = site;
  const { queues } = platform.data;
  if (queues.kind !== "sqs" || !region.holds.data) return;
  const file = site.stack.file(
    "queues",
    "Queues of tasks, encrypted, over TLS only, each with a place for what can't be done.",
  );
  const encrypted = { kms_master_key_id: keys.queue, kms_data_key_reuse_period_seconds: DATA_KEY_SECONDS };
  for (const name of QUEUES) {
    const dead = file.resource("aws_sqs_queue", `${name}_dead`, {
      name: deadLetterQueueName(platform, name),
      message_retention_seconds: RETENTION_SECONDS_MAX,
      ...encrypted,
    });
    const queue = file.resource("aws_sqs_queue", name, {
      name: queueName(platform, name),
      visibility_timeout_seconds: queues.visibilitySeconds,
      message_retention_seconds: TASK_SECONDS_MAX,
      receive_wait_time_seconds: LONG_POLL_SECONDS,
      ...encrypted,
    });
    file.resource("aws_sqs_queue_redrive_policy", name, {
      queue_url: queue.url,
      redrive_policy: json({ deadLetterTargetArn: dead.arn, maxReceiveCount: queues.receivesMax }),
    });
    file.resource(
      "aws_sqs_queue_redrive_allow_policy",
      `${name}_dead`,
      {
        queue_url: dead.url,
        redrive_allow_policy: json({ redrivePermission: "byQueue", sourceQueueArns: [queue.arn] }),
      },
      { comment: "No other queue may bury its dead here." },
    );
    file.resource("aws_sqs_queue_policy", name, {
      queue_url: queue.url,
      policy: policy([tlsOnly("sqs:*", queueArn(platform, name, region.name))]),
    });
    file.resource("aws_sqs_queue_policy", `${name}_dead`, {
      queue_url: dead.url,
      policy: policy([tlsOnly("sqs:*", deadLetterQueueArn(platform, name, region.name))]),
    });
  }
}
