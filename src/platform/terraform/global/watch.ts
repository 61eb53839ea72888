// What the shared stacks tell and are told: the witness region's topics and pager, us-east-1's topics for the edge's
// alarms, the trail of every call in the account, the budget. It is applied before whatever refers to it by name.
import type { Platform } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import { secretName } from "../../names/data.ts";
import { keyPolicy } from "../bootstrap/key-policy.ts";
import { KEY_USES } from "../bootstrap/key-uses.ts";
import type { Stack } from "../language/stack.ts";
import type { Lookout } from "../lookout.ts";
import { buildAlarms } from "../region/alarms.ts";
import { buildEvents } from "../region/events.ts";
import {
  buildNotifications,
  buildTopics,
  NOTIFICATIONS,
  NOTIFICATIONS_COMMENT,
  subscribePager,
} from "../region/notifications.ts";
import { buildRecords } from "../region/records.ts";
import { witnessLookout } from "../witness/lookout.ts";
import { buildTrail } from "./audit.ts";
import { buildBudget } from "./budgets.ts";

/** Where Route 53, CloudFront and the bill have their metrics. */
export const EDGE_REGION = "us-east-1";

export function buildGlobalWatch(platform: Platform, stack: Stack): void {
  const lookout = witnessLookout(platform, stack);
  const records = buildRecords(lookout);
  buildPagerKey(lookout);
  const topics = buildNotifications(records);
  buildEvents(lookout, topics, "witness");
  const edge = edgeLookout(lookout);
  const edgeTopics = buildTopics(edge);
  if (topics.pager) subscribePager(edge, edgeTopics, topics.pager);
  buildTrail(lookout);
  buildBudget(platform, stack, edgeTopics);
  buildAlarms({ lookout, told: { ...topics.arns, fallback: topics.fallback } });
}

/**
 * The witness's pager reads a secret of its own: a copy of the regions' would come from one of the two, and be lost with
 * it. Where secrets are parameters, a person makes it, because SSM has no empty parameter.
 */
function buildPagerKey({ platform, stack, keys }: Lookout): void {
  if (platform.secrets.store !== "secrets-manager" || platform.observability.pager.kind !== "pagerduty") return;
  const name = secretName(platform, "pager-key");
  stack.file(NOTIFICATIONS, NOTIFICATIONS_COMMENT).resource(
    "aws_secretsmanager_secret",
    "pager_key",
    { name, description: "PagerDuty's routing key, for the witness's pager", kms_key_id: keys.secrets },
    {
      comment: `A person fills it in once: aws secretsmanager put-secret-value --region ${stack.region} --secret-id ${name} --secret-string '<routing key>'`,
    },
  );
}

/** us-east-1 has a key of its own for messages: an alarm can't publish to a topic under AWS's key. */
function edgeLookout(lookout: Lookout): Lookout {
  const { platform, stack } = lookout;
  const provider = stack.provider("us_east_1", EDGE_REGION);
  const tf = stack.file("watch-keys", "");
  const key = tf.resource(
    "aws_kms_key",
    "edge_messages",
    {
      description: "Messages of the edge's alarms",
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      policy: keyPolicy(KEY_USES.queue, { accountId: platform.accountId, region: EDGE_REGION }),
    },
    { provider },
  );
  tf.resource(
    "aws_kms_alias",
    "edge_messages",
    { name: `alias/${baseName(platform)}-edge-messages`, target_key_id: key.key_id },
    { provider },
  );
  return {
    ...lookout,
    place: { region: EDGE_REGION, edge: true },
    provider,
    keys: { ...lookout.keys, queue: key.arn },
  };
}
