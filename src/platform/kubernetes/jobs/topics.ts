// Kafka's topics, made before the workloads that use them: at each sync, whatever is missing is made, and what has too few
// partitions gets more. Nothing is taken away. By AWS's own calls (MSK has them for Kafka 3.6 and later), so no Kafka client
// with IAM has to be kept in an image.
import { Job } from "kubernetes-models/batch/v1/Job";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { type Manifest, manifest, type Place } from "../../manifest/manifest.ts";
import { brokersName } from "../../names/data.ts";
import { ADDON_ACCOUNTS, addonRoleArn } from "../../names/identity.ts";
import { awsRules, DNS_RULE } from "../policies/network.ts";
import { toolContainer, toolPod } from "../tool-pod.ts";
import { IRSA_ANNOTATION } from "../workloads/accounts.ts";
import type { KubernetesSite } from "../workloads/site.ts";

const { namespace, name: NAME } = ADDON_ACCOUNTS.topics;
const labels = { "app.kubernetes.io/name": NAME };
const RUN_SECONDS_MAX = 900;
const place = (why: string): Place => ({ component: NAME, wave: 2, why });

/**
 * A line per topic: its name, partitions, copies. Retention and copies that must acknowledge are the brokers' own defaults,
 * which Terraform sets. Answers of AWS's are a minute old at most, so a topic that was just made may be asked for again: that
 * is refused with a conflict and is no failure.
 */
export const TOPICS_SCRIPT = `set -euo pipefail
arn="$(aws kafka list-clusters-v2 --cluster-name-filter "$BROKERS" --query "ClusterInfoList[?ClusterName=='$BROKERS'].ClusterArn | [0]" --output text)"
if [ "$arn" = None ]; then echo "There are no brokers called $BROKERS in $AWS_REGION. Apply this region's Terraform first." >&2; exit 1; fi
while read -r topic partitions copies; do
  found="$(aws kafka describe-topic --cluster-arn "$arn" --topic-name "$topic" --query PartitionCount --output text 2>/dev/null || echo 0)"
  if [ "$found" = 0 ]; then
    if said="$(aws kafka create-topic --cluster-arn "$arn" --topic-name "$topic" --partition-count "$partitions" --replication-factor "$copies" 2>&1)"; then
      echo "$topic: made with $partitions partitions"
    elif [[ "$said" == *Conflict* || "$said" == *AlreadyExists* ]]; then
      echo "$topic: is being made"
    else
      echo "$topic: $said" >&2; exit 1
    fi
  elif [ "$found" -lt "$partitions" ]; then
    aws kafka update-topic --cluster-arn "$arn" --topic-name "$topic" --partition-count "$partitions" >/dev/null
    echo "$topic: from $found to $partitions partitions"
  else
    echo "$topic: has $found partitions"
  fi
done < /etc/topics/topics
`;

export function topicManifests(site: KubernetesSite): readonly Manifest[] {
  const { platform, region } = site;
  const { stream } = platform.data;
  if (stream.kind !== "msk" || !region.holds.data) return [];
  const list = stream.topics
    .map(({ name, partitions }) => `${name} ${partitions} ${stream.replicationFactor}\n`)
    .join("");
  const container = toolContainer(site, {
    name: NAME,
    image: "aws-cli",
    script: TOPICS_SCRIPT,
    memoryMib: 256,
    env: { BROKERS: brokersName(platform), AWS_REGION: region.name, HOME: "/tmp", AWS_PAGER: "" },
    mounts: [{ name: "topics", mountPath: "/etc/topics", readOnly: true }],
  });
  const pod = toolPod(NAME, [container], 1);
  return [
    manifest(
      place("The job's own role: it may make topics and give them partitions, nothing else."),
      new ServiceAccount({
        metadata: {
          name: NAME,
          namespace,
          labels,
          ...(platform.cluster.identity === "irsa"
            ? { annotations: { [IRSA_ANNOTATION]: addonRoleArn(platform, region, "topics") } }
            : {}),
        },
        automountServiceAccountToken: false,
      }),
    ),
    manifest(
      place("The topics of the blueprint: name, partitions, copies."),
      new ConfigMap({ metadata: { name: NAME, namespace, labels }, data: { topics: list } }),
    ),
    manifest(
      place("Makes the topics that are missing, at each sync, before the workloads come."),
      new Job({
        metadata: {
          name: NAME,
          namespace,
          labels,
          annotations: {
            "argocd.argoproj.io/hook": "Sync",
            "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
          },
        },
        spec: {
          backoffLimit: 3,
          activeDeadlineSeconds: RUN_SECONDS_MAX,
          template: {
            metadata: { labels },
            spec: { ...pod, volumes: [...(pod.volumes ?? []), { name: "topics", configMap: { name: NAME } }] },
          },
        },
      }),
    ),
    manifest(
      place("The job asks AWS, and nobody asks the job."),
      new NetworkPolicy({
        metadata: { name: NAME, namespace, labels },
        spec: {
          podSelector: { matchLabels: labels },
          policyTypes: ["Ingress", "Egress"],
          egress: [DNS_RULE, ...awsRules(site)],
        },
      }),
    ),
  ];
}
