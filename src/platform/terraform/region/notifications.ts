// Who is told. A topic per severity takes alarms and events; a small function carries them to PagerDuty with a key that
// it reads from its secret when it runs, so no state of Terraform ever holds it. When that function itself fails, people
// are written to directly: a broken pager must not be quiet.
import type { Platform } from "../../../blueprint/platform.ts";
import { parameterArn, parameterName, secretArn, secretName, secretParameter } from "../../names/data.ts";
import { roleName } from "../../names/identity.ts";
import { heartbeatTopic } from "../../names/observability.ts";
import { pagerName, SEVERITIES, type Severity, type TopicPurpose, topicName } from "../../names/safety.ts";
import {
  PAGER_ARCHIVE_PATH,
  PAGER_HANDLER,
  PAGERDUTY_ENDPOINT,
  pagerScript,
} from "../../observability/pager-script.ts";
import { json, type Ref, text } from "../language/expression.ts";
import { policy, type Statement, tlsOnly } from "../language/policy.ts";
import type { ResourceHandle } from "../language/stack.ts";
import { at, type Lookout } from "../lookout.ts";
import { declareRole, trustService } from "../role.ts";
import { uploadProgram } from "./code.ts";
import type { Records } from "./records.ts";

export const NOTIFICATIONS = "notifications";
export const NOTIFICATIONS_COMMENT = "Who is told: topics by severity, and what carries them to people.";
/** AWS services that publish to topics in their own name. */
const PUBLISHERS = ["budgets.amazonaws.com", "cloudwatch.amazonaws.com", "costalerts.amazonaws.com"];
/** Answers come in tens of milliseconds; a page that waited longer than this is tried again. */
const ANSWER_MS_MAX = 10_000;
const PAGER_SECONDS_MAX = 30;
/** Two weeks: longer than anybody is away from a broken pager. */
const UNDELIVERED_SECONDS = 1_209_600;

export type Topics = {
  readonly arns: Readonly<Record<Severity, Ref<string>>>;
  /** Where a failure of the pager itself is told. */
  readonly fallback: Ref<string>;
  readonly pager?: Pager;
};
export type Pager = {
  readonly function: ResourceHandle<"aws_lambda_function">;
  readonly undelivered: ResourceHandle<"aws_sqs_queue">;
};

/** Topics of a place, with their pager. */
export function buildNotifications(records: Records): Topics {
  const { lookout } = records;
  const topics = buildTopics(lookout);
  if (lookout.platform.observability.pager.kind !== "pagerduty") return topics;
  const pager = buildPager(records);
  subscribePager(lookout, topics, pager);
  return { ...topics, pager };
}

/** Topics alone: us-east-1's, whose messages a pager elsewhere carries. */
export function buildTopics(lookout: Lookout): Topics {
  const { platform } = lookout;
  const page = buildTopic(lookout, "page", "A person gets up.");
  const ticket = buildTopic(lookout, "ticket", "A person looks at it in the day.");
  if (platform.observability.pager.kind === "email") {
    for (const [severity, topic] of [["page", page] as const, ["ticket", ticket] as const]) {
      writeTo(lookout, severity, topic, platform.observability.pager.address);
    }
    return { arns: { page: page.arn, ticket: ticket.arn }, fallback: page.arn };
  }
  const fallback = buildTopic(lookout, "fallback", "The way to PagerDuty is broken; people are written to.");
  writeTo(lookout, "fallback", fallback, platform.owner);
  return { arns: { page: page.arn, ticket: ticket.arn }, fallback: fallback.arn };
}

const key = ({ place }: Lookout, what: string): string => `${place.edge ? "edge_" : ""}${what}`;

function buildTopic(lookout: Lookout, purpose: TopicPurpose, comment: string): ResourceHandle<"aws_sns_topic"> {
  const { platform, stack, place, keys } = lookout;
  const tf = stack.file(NOTIFICATIONS, NOTIFICATIONS_COMMENT);
  const topic = tf.resource(
    "aws_sns_topic",
    key(lookout, purpose),
    { name: topicName(platform, purpose, place), kms_master_key_id: keys.queue },
    { ...at(lookout), comment },
  );
  const statements: readonly Statement[] = [
    {
      sid: "ServicesOfThisAccount",
      principals: { Service: PUBLISHERS },
      actions: "sns:Publish",
      resources: topic.arn,
      conditions: { StringEquals: { "aws:SourceAccount": platform.accountId } },
    },
    {
      // AWS Backup names no account; the topic's key lets nothing of other accounts through.
      sid: "Backups",
      principals: { Service: "backup.amazonaws.com" },
      actions: "sns:Publish",
      resources: topic.arn,
    },
    {
      sid: "RulesOfThisAccount",
      principals: { Service: "events.amazonaws.com" },
      actions: "sns:Publish",
      resources: topic.arn,
      conditions: { ArnLike: { "aws:SourceArn": `arn:aws:events:${place.region}:${platform.accountId}:rule/*` } },
    },
    tlsOnly("sns:Publish", topic.arn),
  ];
  tf.resource(
    "aws_sns_topic_policy",
    key(lookout, purpose),
    { arn: topic.arn, policy: policy(statements) },
    at(lookout),
  );
  return topic;
}

/** The dead man's switch of the cluster's alerting: nobody subscribes, an alarm counts what comes. */
export function buildHeartbeat(lookout: Lookout): void {
  const { platform, stack, keys } = lookout;
  const tf = stack.file(NOTIFICATIONS, NOTIFICATIONS_COMMENT);
  const topic = tf.resource(
    "aws_sns_topic",
    "heartbeat",
    { name: heartbeatTopic(platform), kms_master_key_id: keys.queue },
    { comment: "Alertmanager writes here every minute; the alarm alerting-silent rings when it stops." },
  );
  tf.resource("aws_sns_topic_policy", "heartbeat", {
    arn: topic.arn,
    policy: policy([tlsOnly("sns:Publish", topic.arn)]),
  });
}

function writeTo(
  lookout: Lookout,
  purpose: TopicPurpose,
  topic: ResourceHandle<"aws_sns_topic">,
  address: string,
): void {
  lookout.stack
    .file(NOTIFICATIONS, NOTIFICATIONS_COMMENT)
    .resource(
      "aws_sns_topic_subscription",
      key(lookout, `${purpose}_email`),
      { topic_arn: topic.arn, protocol: "email", endpoint: address },
      { ...at(lookout), comment: "AWS writes to the address first; nothing is sent until the person there says yes." },
    );
}

function buildPager(records: Records): Pager {
  const { lookout } = records;
  const { platform, stack, place, keys } = lookout;
  const tf = stack.file(NOTIFICATIONS, NOTIFICATIONS_COMMENT);
  const name = pagerName(platform, place);
  const archive = uploadProgram(records, NOTIFICATIONS, {
    name: "pager",
    path: PAGER_ARCHIVE_PATH,
    text: pagerScript({ endpoint: PAGERDUTY_ENDPOINT, key: pagerKey(platform), answerMsMax: ANSWER_MS_MAX }),
  });
  const undelivered = tf.resource(
    "aws_sqs_queue",
    "undelivered",
    {
      name: `${name}-dead`,
      kms_master_key_id: keys.queue,
      message_retention_seconds: UNDELIVERED_SECONDS,
    },
    { comment: "Notifications that never reached PagerDuty. An alarm looks at it and writes to people." },
  );
  const log = tf.resource("aws_cloudwatch_log_group", "pager", {
    name: `/aws/lambda/${name}`,
    retention_in_days: platform.observability.logDays,
    kms_key_id: keys.logs,
  });
  const role = declareRole(tf, platform, {
    key: "pager",
    name: roleName(platform, { name: place.region }, "pager"),
    description: "Reads the pager's key, writes its log, keeps what it could not deliver",
    trust: trustService("lambda.amazonaws.com"),
    policies: { pager: pagerPermissions(lookout, undelivered, log) },
  });
  const handler = tf.resource("aws_lambda_function", "pager", {
    function_name: name,
    description: "Carries alarms and events to PagerDuty",
    role: role.arn,
    runtime: "nodejs22.x",
    architectures: ["arm64"],
    handler: PAGER_HANDLER,
    s3_bucket: records.bucket.id,
    s3_key: archive.key,
    s3_object_version: archive.version_id,
    timeout: PAGER_SECONDS_MAX,
    memory_size: 256,
    dead_letter_config: { target_arn: undelivered.arn },
    logging_config: { log_format: "JSON", log_group: log.name },
  });
  return { function: handler, undelivered };
}

/** The secret `pager-key`, wherever the blueprint keeps secrets. A person fills it in once, in each region. */
const pagerKey = (platform: Platform) =>
  platform.secrets.store === "secrets-manager"
    ? ({ store: "secrets-manager", name: secretName(platform, "pager-key") } as const)
    : ({ store: "ssm", name: parameterName(platform, secretParameter("pager-key")) } as const);

function pagerPermissions(
  { platform, place, keys }: Lookout,
  undelivered: Pager["undelivered"],
  log: ResourceHandle<"aws_cloudwatch_log_group">,
): readonly Statement[] {
  const fromSecrets = platform.secrets.store === "secrets-manager";
  return [
    {
      sid: "ReadKey",
      actions: fromSecrets ? "secretsmanager:GetSecretValue" : "ssm:GetParameter",
      resources: fromSecrets
        ? secretArn(platform, "pager-key", place.region)
        : parameterArn(platform, secretParameter("pager-key"), place.region),
    },
    { sid: "DecryptKey", actions: "kms:Decrypt", resources: keys.secrets },
    { sid: "KeepUndelivered", actions: "sqs:SendMessage", resources: undelivered.arn },
    { sid: "EncryptUndelivered", actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: keys.queue },
    { sid: "Log", actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: text`${log.arn}:*` },
  ];
}

/** Lets the topics of a place ring this pager, which may stand in another region than they. */
export function subscribePager(lookout: Lookout, topics: Topics, pager: Pager): void {
  const tf = lookout.stack.file(NOTIFICATIONS, NOTIFICATIONS_COMMENT);
  for (const severity of SEVERITIES) {
    const permission = tf.resource("aws_lambda_permission", key(lookout, severity), {
      action: "lambda:InvokeFunction",
      function_name: pager.function.function_name,
      principal: "sns.amazonaws.com",
      source_arn: topics.arns[severity],
    });
    tf.resource(
      "aws_sns_topic_subscription",
      key(lookout, `${severity}_pager`),
      {
        topic_arn: topics.arns[severity],
        protocol: "lambda",
        endpoint: pager.function.arn,
        ...(lookout.place.edge ? {} : { redrive_policy: json({ deadLetterTargetArn: pager.undelivered.arn }) }),
      },
      { ...at(lookout), dependsOn: [permission] },
    );
  }
  if (lookout.place.edge) return;
  tf.resource("aws_sqs_queue_policy", "undelivered", {
    queue_url: pager.undelivered.url,
    policy: policy([
      {
        sid: "Topics",
        principals: { Service: "sns.amazonaws.com" },
        actions: "sqs:SendMessage",
        resources: pager.undelivered.arn,
        conditions: { ArnEquals: { "aws:SourceArn": SEVERITIES.map((severity) => topics.arns[severity]) } },
      },
      tlsOnly("sqs:*", pager.undelivered.arn),
    ]),
  });
}
