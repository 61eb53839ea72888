// What Karpenter needs around it: the role of the nodes it makes and their way into the cluster, and the queue that tells
// it of spot interruptions, rebalancing and maintenance before EC2 acts. What it may do itself is in karpenter-policy.ts.
import { interruptionQueue } from "../../names/cluster.ts";
import { machineryRole } from "../../names/identity.ts";
import { json, type Ref } from "../language/expression.ts";
import { policy, tlsOnly } from "../language/policy.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import type { Cluster } from "./cluster.ts";
import { cachingStatements, NODE_POLICIES } from "./node-groups.ts";
import type { Site } from "./site.ts";

/** An event older than this is about a node that is gone. */
const MESSAGE_SECONDS = 300;

const EVENTS = {
  health: { source: "aws.health", type: "AWS Health Event" },
  spot_interruption: { source: "aws.ec2", type: "EC2 Spot Instance Interruption Warning" },
  rebalance: { source: "aws.ec2", type: "EC2 Instance Rebalance Recommendation" },
  state_change: { source: "aws.ec2", type: "EC2 Instance State-change Notification" },
  capacity_reservation: { source: "aws.ec2", type: "EC2 Capacity Reservation Instance Interruption Warning" },
} as const;

export function buildKarpenter(site: Site, cluster: Cluster): void {
  const { platform, region } = site;
  if (platform.cluster.nodes.kind !== "karpenter" || !cluster.ours) return;
  const file = site.stack.file(
    "karpenter",
    "Around Karpenter: its nodes' role, and the events that it must hear early.",
  );
  const role = declareRole(file, platform, {
    key: "karpenter_nodes",
    name: machineryRole(platform, region, "karpenter-nodes"),
    description: "Nodes that Karpenter makes",
    trust: trustService("ec2.amazonaws.com"),
    managed: NODE_POLICIES,
    policies: { "cached-images": cachingStatements(site) },
  });
  file.resource(
    "aws_eks_access_entry",
    "karpenter_nodes",
    { cluster_name: cluster.name, principal_arn: role.arn, type: "EC2_LINUX" },
    {
      comment: "A node class names the role; Karpenter makes the instance profile, and this entry lets the nodes join.",
      dependsOn: [cluster.declared],
    },
  );
  const queue = buildQueue(file, site);
  for (const [key, { source, type }] of Object.entries(EVENTS)) {
    const rule = file.resource("aws_cloudwatch_event_rule", `karpenter_${key}`, {
      name: `${platform.name}-karpenter-${key.replaceAll("_", "-")}`,
      description: `${type}, for Karpenter`,
      event_pattern: json({ source: [source], "detail-type": [type] }),
    });
    file.resource("aws_cloudwatch_event_target", `karpenter_${key}`, {
      rule: rule.name,
      target_id: "karpenter",
      arn: queue.arn,
    });
  }
}

function buildQueue(file: File, { platform, region }: Site): ResourceHandle<"aws_sqs_queue"> {
  const queue = file.resource(
    "aws_sqs_queue",
    "karpenter_interruptions",
    {
      name: interruptionQueue(platform, region),
      message_retention_seconds: MESSAGE_SECONDS,
      sqs_managed_sse_enabled: true,
    },
    {
      comment:
        "Encrypted with SQS's own key: the events hold no secret, and a key of ours would be one more thing to fail.",
    },
  );
  file.resource("aws_sqs_queue_policy", "karpenter_interruptions", {
    queue_url: queue.url,
    policy: queuePolicy(queue.arn, platform.accountId),
  });
  return queue;
}

const queuePolicy = (arn: Ref<string>, accountId: string): Ref<string> =>
  policy([
    {
      sid: "EventsOfThisAccount",
      principals: { Service: "events.amazonaws.com" },
      actions: "sqs:SendMessage",
      resources: arn,
      conditions: { StringEquals: { "aws:SourceAccount": accountId } },
    },
    tlsOnly("sqs:*", arn),
  ]);
