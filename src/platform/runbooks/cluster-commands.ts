// The private path to a region's cluster, and what is changed inside it by hand. Its API has no public address: every kubectl
// goes through a recorded session of the operators' host.
import type { Platform } from "../../blueprint/platform.ts";
import type { Workload } from "../../blueprint/workloads.ts";
import {
  clusterArn,
  clusterName,
  operatorHost,
  SYSTEM_NODES,
  sessionDocument,
  WORKER_NODES,
} from "../names/cluster.ts";
import { nginxGroup } from "../names/edge.ts";
import { WORKLOAD_NAMESPACE } from "../names/identity.ts";
import { NAMESPACES, POOLER, POOLER_REPLICAS } from "../names/kubernetes.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import { asText, awsArgv, type Ground } from "./ground.ts";

const LOCAL_PORT = "6443";

export const findHost = ({ platform, here }: Ground): RunbookCommand =>
  reads(
    "aws",
    awsArgv(
      here.name,
      "ec2",
      "describe-instances",
      "--filters",
      `Name=tag:Name,Values=${operatorHost(platform)}`,
      "Name=instance-state-name,Values=running",
      ...asText("Reservations[0].Instances[0].InstanceId"),
    ),
    {
      why: `The operators' host in ${here.name}, which every session goes through.`,
      expect: "an instance's id. `None`: its group is starting another one; try again in two minutes.",
      like: "^(i-[0-9a-f]+|None)$",
      saves: "OPERATOR_HOST",
    },
  );

/** From a signed-in shell to a kubectl that answers. */
export function privatePath(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  const cluster = clusterName(platform, here);
  return [
    findHost(ground),
    reads("aws", awsArgv(here.name, "eks", "describe-cluster", "--name", cluster, ...asText("cluster.endpoint")), {
      why: "The name that the cluster's certificate is made out to.",
      expect: "an address that begins with `https://`.",
      like: "^https://\\S+$",
      saves: "CLUSTER_API",
    }),
    reads(
      "aws",
      awsArgv(
        here.name,
        "ssm",
        "start-session",
        "--target",
        variable("OPERATOR_HOST"),
        "--document-name",
        sessionDocument(platform, "cluster-tunnel"),
        "--parameters",
        `localPortNumber=${LOCAL_PORT}`,
      ),
      {
        why: `In a second terminal: the cluster's API on port ${LOCAL_PORT} of your machine (needs the Session Manager plugin).`,
        expect: "`Waiting for connections...`; leave it open.",
      },
    ),
    reads("aws", awsArgv(here.name, "eks", "update-kubeconfig", "--name", cluster, "--alias", cluster), {
      why: "Let kubectl sign in as you.",
      expect: `\`Added new context ${cluster}\` or \`Updated context\`.`,
      like: "(Added new|Updated) context ",
    }),
    reads(
      "kubectl",
      [
        "config",
        "set-cluster",
        clusterArn(platform, here),
        `--server=https://127.0.0.1:${LOCAL_PORT}`,
        `--tls-server-name=${variable("CLUSTER_API", "https://")}`,
      ],
      { why: "Lead kubectl through the tunnel; the certificate is still checked.", expect: "`Cluster … set.`" },
    ),
    kubectl(ground, "reads", ["get", "--raw", "/readyz"], {
      why: "Does the cluster answer?",
      expect: "`ok`.",
    }),
  ];
}

type Words = { readonly why: string; readonly expect: string };

/** Always with the region's own context: both clusters lie in one kubeconfig, and the wrong one is quickly hit. */
export const kubectl = (
  { platform, here }: Ground,
  effect: RunbookCommand["effect"],
  argv: readonly string[],
  words: Words,
): RunbookCommand => ({
  tool: "kubectl",
  argv: [...argv, "--context", clusterName(platform, here)],
  effect,
  ...words,
});

/** In the workloads' namespace. */
export const inNamespace = (
  ground: Ground,
  effect: RunbookCommand["effect"],
  argv: readonly string[],
  words: Words,
): RunbookCommand => kubectl(ground, effect, [...argv, "--namespace", WORKLOAD_NAMESPACE], words);

export const lookAtPods = (ground: Ground): RunbookCommand =>
  inNamespace(ground, "reads", ["get", "pods", "--output", "wide"], {
    why: "Which pods run, and where.",
    expect: "every pod `Running` and ready (`1/1`).",
  });

/** Nodes first, then the least number of pods that the other region was made for. */
export function scaleByHand(ground: Ground): readonly RunbookCommand[] {
  return [
    ...nodesToFullSize(ground),
    ...webTierToFullSize(ground),
    ...wakePooler(ground),
    ...podsToFullSize(ground),
    lookAtPods(ground),
  ];
}

function nodesToFullSize(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  const { nodes } = platform.cluster;
  if (platform.existing.clusters !== undefined || here.holds.nodes === "full") return [];
  const group = nodes.kind === "karpenter" ? SYSTEM_NODES : WORKER_NODES;
  const { primary, standby } = nodes.kind === "karpenter" ? nodes.system : nodes.group;
  if (primary.min === standby.min && primary.max === standby.max) return [];
  const cluster = clusterName(platform, here);
  return [
    changes(
      "aws",
      awsArgv(
        here.name,
        "eks",
        "update-nodegroup-config",
        "--cluster-name",
        cluster,
        "--nodegroup-name",
        group,
        "--scaling-config",
        `minSize=${primary.min},maxSize=${primary.max},desiredSize=${primary.min}`,
        ...asText("update.status"),
      ),
      {
        why: `Give ${here.name} as many fixed nodes as the primary has${nodes.kind === "karpenter" ? "; Karpenter adds the rest as pods ask for them" : ""}.`,
        expect: "`InProgress`.",
        like: "^(InProgress|Successful)$",
      },
    ),
    reads(
      "aws",
      awsArgv(here.name, "eks", "wait", "nodegroup-active", "--cluster-name", cluster, "--nodegroup-name", group),
      { why: "Wait until they are there.", expect: "nothing, after a minute or two." },
    ),
    kubectl(ground, "reads", ["get", "nodes", "--label-columns", "topology.kubernetes.io/zone"], {
      why: "Which nodes are ready, in which zone.",
      expect: `at least ${primary.min} nodes \`Ready\`, in three zones.`,
    }),
  ];
}

function webTierToFullSize({ platform, here }: Ground): readonly RunbookCommand[] {
  if (platform.webTier.kind !== "nginx" || !here.holds.entry) return [];
  const { primary, standby } = platform.webTier.instances;
  if (primary.min === standby.min) return [];
  return [
    changes(
      "aws",
      awsArgv(
        here.name,
        "autoscaling",
        "update-auto-scaling-group",
        "--auto-scaling-group-name",
        nginxGroup(platform),
        "--min-size",
        String(primary.min),
        "--max-size",
        String(primary.max),
        "--desired-capacity",
        String(primary.min),
      ),
      { why: `As many Nginx instances as the primary has.`, expect: "nothing.", like: "^$" },
    ),
  ];
}

/** Where a region sleeps so does its PgBouncer, and no workload reaches the database past it. */
function wakePooler(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  if (platform.data.pooling.kind !== "pgbouncer" || here.holds.nodes !== "none") return [];
  return [
    kubectl(
      ground,
      "changes",
      ["scale", "deployments.apps", POOLER, `--replicas=${POOLER_REPLICAS}`, "--namespace", NAMESPACES.pooling],
      {
        why: `${POOLER_REPLICAS} of ${POOLER}, which everything below reaches the database through.`,
        expect: "`scaled`.",
      },
    ),
  ];
}

/** Argo CD lets these numbers be: they are what recovery changes. */
const podsToFullSize = (ground: Ground): readonly RunbookCommand[] =>
  ground.platform.workloads
    .filter(({ replicas }) => replicas.primary.min > replicas[ground.here.configured].min)
    .map((workload) => (isAsleep(ground, workload) ? wakeUp(ground, workload) : raiseLeast(ground, workload)));

/** A pilot light's workloads are there at nought; their autoscalers know the primary's numbers already. */
const isAsleep = ({ here }: Ground, { replicas }: Workload): boolean => replicas[here.configured].min === 0;

type Controller = "deployments.apps" | "rollouts.argoproj.io" | "statefulsets.apps";
/** What keeps a workload's pods; a test holds it against the manifests. */
function controllerOf({ data, delivery }: Platform, { name, scaling }: Workload): Controller {
  if (name === "collector" && data.stream.kind === "embedded") return "statefulsets.apps";
  return scaling.kind === "cpu" && delivery.rollout !== "rolling" ? "rollouts.argoproj.io" : "deployments.apps";
}
/** Collectors grow with events, workers with their queue: both by KEDA. */
const isOfKeda = ({ name, scaling }: Workload): boolean =>
  scaling.kind === "queue" || (scaling.kind === "cpu" && name === "collector");

const scaleTo = (ground: Ground, workload: Workload, replicas: number): RunbookCommand =>
  inNamespace(
    ground,
    "changes",
    ["scale", controllerOf(ground.platform, workload), workload.name, `--replicas=${replicas}`],
    { why: `${replicas} of ${workload.name}, as in the primary.`, expect: "`scaled`." },
  );

const merge = (ground: Ground, kind: string, name: string, spec: object, why: string): RunbookCommand =>
  inNamespace(ground, "changes", ["patch", kind, name, "--type", "merge", "--patch", JSON.stringify({ spec })], {
    why,
    expect: "`patched`, or `patched (no change)` when it was so already.",
  });

function wakeUp(ground: Ground, workload: Workload): RunbookCommand {
  const { name, scaling, replicas } = workload;
  if (scaling.kind === "cron")
    return merge(ground, "cronjobs.batch", name, { suspend: false }, `Let ${name} run at its times.`);
  if (!isOfKeda(workload)) return scaleTo(ground, workload, replicas.primary.min);
  return inNamespace(
    ground,
    "changes",
    ["annotate", "scaledobjects.keda.sh", name, "autoscaling.keda.sh/paused-replicas-"],
    { why: `Wake ${name}: its autoscaler goes to ${replicas.primary.min} at once.`, expect: "`annotated`." },
  );
}

function raiseLeast(ground: Ground, workload: Workload): RunbookCommand {
  const { name, scaling, replicas } = workload;
  const least = replicas.primary.min;
  const why = `At least ${least} of ${name}, as in the primary.`;
  if (isOfKeda(workload)) return merge(ground, "scaledobjects.keda.sh", name, { minReplicaCount: least }, why);
  if (scaling.kind === "cpu")
    return merge(ground, "horizontalpodautoscalers.autoscaling", name, { minReplicas: least }, why);
  return scaleTo(ground, workload, least);
}

/** Asks the dashboards' questions once, from the job that does so on a schedule. */
export const warmByHand = (ground: Ground): readonly RunbookCommand[] =>
  ground.platform.workloads.some(({ name }) => name === "cache-warmer")
    ? [
        inNamespace(ground, "changes", ["create", "job", "warm-now", "--from=cronjob/cache-warmer"], {
          why: "Run the cache warmer now instead of at its time.",
          expect: "`job.batch/warm-now created`.",
        }),
      ]
    : [];
