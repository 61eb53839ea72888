// What SQS, SNS, Secrets Manager and Parameter Store refuse, and which service must be let into a key to use them.

import { blocks, document, type Graph, isSet, type Placed } from "./graph.ts";
import { admits, keyOf } from "./keys.ts";
import { type Refusal, refused } from "./refusal.ts";

const PARAMETER_LENGTH_MAX = { standard: 4_096, advanced: 8_192 };
const PARAMETER_LEVELS_MAX = 15;
const isFifo = (it: Placed): boolean => it.args.fifo_queue === true || it.args.fifo_topic === true;

/** The queue that a redrive policy names, by reference or by ARN. */
function deadLetterOf(graph: Graph, queue: Placed, policy: Placed): Placed | undefined {
  const argument = document(policy.args.redrive_policy).deadLetterTargetArn;
  const direct = graph.target(policy, argument);
  if (direct) return direct;
  const name = graph.text(policy, argument)?.split(":")[5];
  return graph
    .of("aws_sqs_queue")
    .find((it) => it.region === queue.region && name !== undefined && graph.nameOf(it) === name);
}

export const MESSAGES: readonly Refusal[] = [
  {
    id: "redrive-between-kinds-of-queue",
    says: "The dead-letter queue of a FIFO queue must also be a FIFO queue. Similarly, the dead-letter queue of a standard queue must also be a standard queue.",
    source: { kind: "API model", where: "sqs CreateQueue, attribute RedrivePolicy" },
    mend: "Give each kind a dead-letter queue of its kind, in its own region.",
    *find(graph) {
      for (const policy of [...graph.of("aws_sqs_queue"), ...graph.of("aws_sqs_queue_redrive_policy")]) {
        const queue = policy.type === "aws_sqs_queue" ? policy : graph.target(policy, policy.args.queue_url);
        const dead = queue ? deadLetterOf(graph, queue, policy) : undefined;
        if (!queue || !dead) continue;
        if (isFifo(queue) !== isFifo(dead))
          yield refused(
            policy,
            `sends dead letters to ${dead.address}, which is ${isFifo(dead) ? "FIFO" : "standard"}`,
          );
        if (queue.region !== dead.region) yield refused(policy, `sends dead letters to ${dead.region}`);
        if (queue === dead) yield refused(policy, "is its own dead-letter queue");
      }
    },
  },
  {
    id: "queue-name",
    says: "InvalidParameterValue: Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length (and .fifo at the end of a FIFO queue's).",
    source: { kind: "API model", where: "sqs CreateQueue, member QueueName" },
    mend: "Rename it.",
    *find(graph) {
      for (const queue of graph.of("aws_sqs_queue", "aws_sns_topic")) {
        const name = graph.nameOf(queue);
        if (name === undefined) continue;
        const max = queue.type === "aws_sqs_queue" ? 80 : 256;
        if (name.endsWith(".fifo") !== isFifo(queue) || !/^[\w-]+(\.fifo)?$/.test(name) || name.length > max)
          yield refused(queue, `is called "${name}"`);
      }
    },
  },
  {
    id: "topic-and-queue-of-different-kinds",
    says: "InvalidParameter: Invalid parameter: Endpoint Reason: Please use FIFO SQS queue (a FIFO topic delivers to no other endpoint than SQS).",
    source: { kind: "remembered", where: "sns Subscribe" },
    mend: "Subscribe a queue of the topic's kind.",
    *find(graph) {
      for (const subscription of graph.of("aws_sns_topic_subscription")) {
        const topic = graph.target(subscription, subscription.args.topic_arn);
        const queue = graph.target(subscription, subscription.args.endpoint);
        if (!topic || queue?.type !== "aws_sqs_queue") continue;
        if (!isFifo(topic) && isFifo(queue)) yield refused(subscription, "delivers a standard topic to a FIFO queue");
      }
    },
  },
  {
    id: "alarm-cannot-use-the-topics-key",
    says: "CloudWatch Alarms does not have authorization to access the SNS topic encryption key.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services",
    },
    mend: "Let cloudwatch.amazonaws.com (and events.amazonaws.com where rules publish) do kms:GenerateDataKey* and kms:Decrypt in the key's policy; alias/aws/sns can't be opened.",
    *find(graph) {
      for (const alarm of graph.of("aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm")) {
        for (const topic of topicsOf(graph, alarm))
          yield* unusable(graph, alarm, topic, /^cloudwatch\.amazonaws\.com$/);
      }
    },
  },
  {
    id: "event-rule-cannot-use-the-targets-key",
    says: "FailedInvocations: EventBridge isn't allowed to use the key that encrypts the queue or topic; nothing is delivered.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html",
    },
    mend: "Let events.amazonaws.com use the key.",
    *find(graph) {
      for (const target of graph.of("aws_cloudwatch_event_target")) {
        const to = graph.target(target, target.args.arn);
        if (to?.type === "aws_sns_topic" || to?.type === "aws_sqs_queue")
          yield* unusable(graph, target, to, /^events\.amazonaws\.com$/);
      }
    },
  },
  {
    id: "bucket-event-cannot-use-the-targets-key",
    says: "InvalidArgument: Unable to validate the following destination configurations",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html",
    },
    mend: "Let s3.amazonaws.com use the key of the queue or topic.",
    *find(graph) {
      for (const notification of graph.of("aws_s3_bucket_notification")) {
        for (const kind of ["queue", "topic"]) {
          for (const to of blocks(notification.args[kind]).flatMap(
            (it) => graph.target(notification, it[`${kind}_arn`]) ?? [],
          ))
            yield* unusable(graph, notification, to, /^s3\.amazonaws\.com$/);
        }
      }
    },
  },
  {
    id: "log-group-cannot-use-its-key",
    says: "AccessDeniedException / InvalidParameterException: The specified KMS key does not exist or is not allowed to be used with Arn …",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    },
    mend: "Let logs.<region>.amazonaws.com use the key.",
    *find(graph) {
      for (const group of graph.of("aws_cloudwatch_log_group")) {
        if (!isSet(group.args.kms_key_id)) continue;
        const key = keyOf(graph, group, group.args.kms_key_id);
        if (key && admits(graph, key, /^logs\.([a-z0-9-]+\.)?amazonaws\.com$/) === false)
          yield refused(group, `CloudWatch Logs may not use ${key.stack}: ${key.address}`);
        if (key && key.region !== group.region) yield refused(group, `its key is in ${key.region}`);
      }
    },
  },
  {
    id: "secret-replicated-into-its-own-region",
    says: "InvalidParameterException: Invalid replica region: it is the Region of the primary secret.",
    source: { kind: "remembered", where: "secretsmanager CreateSecret, member AddReplicaRegions" },
    mend: "Name the other region only.",
    *find(graph) {
      for (const secret of graph.of("aws_secretsmanager_secret")) {
        const replicas = blocks(secret.args.replica);
        if (replicas.some((replica) => graph.text(secret, replica.region) === secret.region))
          yield refused(secret, `is replicated into ${secret.region}`);
        for (const replica of replicas) {
          const key = keyOf(graph, secret, replica.kms_key_id);
          if (key && graph.text(secret, replica.region) !== key.region)
            yield refused(secret, `its replica is encrypted with a key of ${key.region}`);
        }
      }
    },
  },
  {
    id: "parameter-name",
    says: 'ValidationException: A parameter name can\'t be prefixed with "aws" or "ssm" (case-insensitive), has at most 15 levels, and is made of a-zA-Z0-9_.-/.',
    source: { kind: "API model", where: "ssm PutParameter, member Name" },
    mend: "Begin it with the platform's name.",
    *find(graph) {
      for (const parameter of graph.of("aws_ssm_parameter")) {
        const name = graph.nameOf(parameter);
        if (name === undefined) continue;
        const levels = name.split("/").filter((it) => it !== "").length;
        if (
          /^\/?(aws|ssm)/i.test(name) ||
          !/^[\w./-]+$/.test(name) ||
          levels > PARAMETER_LEVELS_MAX ||
          (name.includes("/") && !name.startsWith("/"))
        )
          yield refused(parameter, `is called "${name}"`);
      }
    },
  },
  {
    id: "parameter-too-long",
    says: "ValidationException: Standard tier parameters support a maximum parameter value of 4096 characters.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html",
    },
    mend: 'Set tier = "Advanced" (8 KB), or keep it in S3.',
    *find(graph) {
      for (const parameter of graph.of("aws_ssm_parameter")) {
        const length = graph.text(parameter, parameter.args.value ?? parameter.args.insecure_value)?.length ?? 0;
        const tier = parameter.args.tier;
        const max =
          tier === "Advanced" || tier === "Intelligent-Tiering"
            ? PARAMETER_LENGTH_MAX.advanced
            : PARAMETER_LENGTH_MAX.standard;
        if (length > max) yield refused(parameter, `holds ${length} characters`);
      }
    },
  },
];

/** The topics that an alarm publishes to. */
function topicsOf(graph: Graph, alarm: Placed): readonly Placed[] {
  const actions = ["alarm_actions", "ok_actions", "insufficient_data_actions"].flatMap((name) => {
    const value = alarm.args[name];
    return Array.isArray(value) ? value : [];
  });
  const topics = actions
    .flatMap((action) => graph.target(alarm, action) ?? [])
    .filter((it) => it.type === "aws_sns_topic");
  return [...new Set(topics)];
}

function* unusable(
  graph: Graph,
  from: Placed,
  encrypted: Placed,
  service: RegExp,
): Iterable<ReturnType<typeof refused>> {
  const argument = encrypted.args.kms_master_key_id;
  if (!isSet(argument)) return;
  const alias = graph.text(encrypted, argument);
  if (alias !== undefined && /alias\/aws\//.test(alias)) {
    yield refused(from, `${encrypted.address} is encrypted with ${alias}, whose policy can't be changed`);
    return;
  }
  const key = keyOf(graph, encrypted, argument);
  if (key && admits(graph, key, service) === false)
    yield refused(from, `may not use ${key.stack}: ${key.address}, which encrypts ${encrypted.address}`);
}
