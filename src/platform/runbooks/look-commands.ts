// The first look, by what rang: commands that only read, for the region that the alarm's name tells.
import type { Platform } from "../../blueprint/platform.ts";
import {
  auroraGlobalName,
  brokersName,
  bucketName,
  cacheName,
  deadLetterQueueName,
  queueName,
  searchName,
  tableName,
} from "../names/data.ts";
import { ARGO_NAMESPACE } from "../names/delivery.ts";
import { hostsOf, ROUTES } from "../names/dns.ts";
import { nginxGroup, targetGroup } from "../names/edge.ts";
import { OBSERVABILITY_NAMESPACE } from "../names/observability.ts";
import { canaryName, pagerName, trailLogGroup, vaultName, workloadLogGroup } from "../names/safety.ts";
import { inNamespace, kubectl, lookAtPods } from "./cluster-commands.ts";
import { type RunbookCommand, reads, variable } from "./command.ts";
import { lookAtDatabase } from "./database-commands.ts";
import { askActive, lookAtChecks } from "./entry-commands.ts";
import { asText, awsArgv, type Ground, groundIn } from "./ground.ts";
import { listTail, status } from "./tandem-commands.ts";
import { readVoters } from "./voter-commands.ts";

const REGION = variable("REGION");

/** Either region: names are the same in both, but for the region that is a part of them. */
export const groundAnywhere = (platform: Platform): Ground => {
  const ground = groundIn(platform, "primary");
  return { ...ground, here: { ...ground.here, name: REGION } };
};

type Look = (ground: Ground) => readonly RunbookCommand[];

const errorsOf = (group: string, why: string): RunbookCommand =>
  reads(
    "aws",
    awsArgv(
      REGION,
      "logs",
      "filter-log-events",
      "--log-group-name",
      group,
      "--filter-pattern",
      "error",
      "--max-items",
      "20",
      ...asText("events[].message"),
    ),
    { why, expect: "nothing, or the first lines of what is wrong." },
  );

const pods: Look = (ground) => [
  lookAtPods(ground),
  inNamespace(ground, "reads", ["get", "events", "--field-selector", "type=Warning", "--sort-by", "lastTimestamp"], {
    why: "What the cluster itself complains of.",
    expect: "nothing of the last minutes.",
  }),
];

const targets: Look = ({ platform }) =>
  ROUTES.flatMap((route) => [
    reads(
      "aws",
      awsArgv(
        REGION,
        "elbv2",
        "describe-target-groups",
        "--names",
        targetGroup(platform, route),
        ...asText("TargetGroups[0].TargetGroupArn"),
      ),
      {
        why: `The target group of ${hostsOf(platform, route).join(", ")}.`,
        expect: "an ARN.",
        like: "^arn:aws:",
        saves: "TARGET_GROUP",
      },
    ),
    reads(
      "aws",
      awsArgv(
        REGION,
        "elbv2",
        "describe-target-health",
        "--target-group-arn",
        variable("TARGET_GROUP"),
        ...asText("TargetHealthDescriptions[].[Target.Id,TargetHealth.State,TargetHealth.Reason]"),
      ),
      { why: "Its pods, and why one isn't healthy.", expect: "`healthy` in each line." },
    ),
  ]);

const queueDepths: Look = ({ platform }) =>
  platform.data.queues.kind !== "sqs"
    ? []
    : [queueName(platform, "tasks"), deadLetterQueueName(platform, "tasks")].flatMap((name, index) => [
        reads("aws", awsArgv(REGION, "sqs", "get-queue-url", "--queue-name", name, ...asText("QueueUrl")), {
          why: index === 0 ? "The queue of tasks." : "The queue of those that were set aside.",
          expect: "its address.",
          like: "^https?://",
          saves: "QUEUE_URL",
        }),
        reads(
          "aws",
          awsArgv(
            REGION,
            "sqs",
            "get-queue-attributes",
            "--queue-url",
            variable("QUEUE_URL"),
            "--attribute-names",
            "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible",
            ...asText("Attributes.[ApproximateNumberOfMessages,ApproximateNumberOfMessagesNotVisible]"),
          ),
          { why: "How many wait, and how many are being worked on.", expect: "two numbers.", like: "^\\d+\\s+\\d+$" },
        ),
      ]);

const recovery: Look = (ground) => [
  status("the verdict in the first line. (A local installation; on AWS the voters below tell as much.)"),
  ...readVoters(groundIn(ground.platform, "standby")),
  askActive(ground),
];

/** By the component that the catalogues name. */
const LOOKS: Readonly<Record<string, Look>> = {
  entry: (ground) => [askActive(ground), ...targets(ground)],
  "web tier": ({ platform }) => [
    reads(
      "aws",
      awsArgv(
        REGION,
        "autoscaling",
        "describe-scaling-activities",
        "--auto-scaling-group-name",
        nginxGroup(platform),
        "--max-items",
        "10",
        ...asText("Activities[].[StartTime,StatusCode,StatusMessage]"),
      ),
      { why: "What the group did lately, and what AWS refused.", expect: "`Successful` in each line." },
    ),
  ],
  network: () => [
    reads(
      "aws",
      awsArgv(REGION, "ec2", "describe-nat-gateways", ...asText("NatGateways[].[NatGatewayId,State,SubnetId]")),
      {
        why: "The NAT gateways, one per zone.",
        expect: "`available` in each line.",
      },
    ),
  ],
  edge: (ground) => [askActive(ground), ...lookAtChecks(ground)],
  cluster: pods,
  processes: pods,
  ingest: (ground) => [
    ...pods(ground),
    errorsOf(workloadLogGroup(ground.platform, "collector"), "What the collectors complain of."),
  ],
  lake: (ground) => [
    ...pods(ground),
    errorsOf(workloadLogGroup(ground.platform, "lake-writer"), "What the lake writer complains of."),
    errorsOf(workloadLogGroup(ground.platform, "mirror"), "What the mirror complains of."),
  ],
  query: (ground) => [
    ...pods(ground),
    errorsOf(workloadLogGroup(ground.platform, "query"), "What the query processes complain of."),
  ],
  objectives: (ground) => [askActive(ground), ...targets(ground), ...pods(ground)],
  delivery: (ground) => [
    kubectl(ground, "reads", ["get", "applications.argoproj.io", "--namespace", ARGO_NAMESPACE], {
      why: "What is in step with Git.",
      expect: "`Synced` and `Healthy` in each line.",
    }),
  ],
  alerting: (ground) => [
    kubectl(ground, "reads", ["get", "pods", "--namespace", OBSERVABILITY_NAMESPACE], {
      why: "Prometheus, Alertmanager, the collectors.",
      expect: "each pod `Running`.",
    }),
  ],
  database: (ground) => [
    ...lookAtDatabase(ground, "any"),
    reads(
      "aws",
      awsArgv(
        REGION,
        "rds",
        "describe-events",
        "--duration",
        "120",
        ...asText("Events[].[Date,SourceIdentifier,Message]"),
      ),
      { why: "What AWS did to databases in the last two hours.", expect: "nothing, or what explains it." },
    ),
    ...(ground.platform.data.relational.kind === "aurora-global"
      ? [
          reads(
            "aws",
            awsArgv(
              REGION,
              "rds",
              "describe-global-clusters",
              "--global-cluster-identifier",
              auroraGlobalName(ground.platform),
              ...asText("GlobalClusters[0].[Status,FailoverState.Status]"),
            ),
            { why: "Whether the global database is whole.", expect: "`available None`." },
          ),
        ]
      : []),
  ],
  cache: ({ platform }) =>
    platform.data.cache.kind !== "redis"
      ? []
      : [
          reads(
            "aws",
            awsArgv(
              REGION,
              "elasticache",
              "describe-replication-groups",
              "--replication-group-id",
              cacheName(platform, "cache"),
              ...asText("ReplicationGroups[0].[Status,AutomaticFailover,MemberClusters]"),
            ),
            { why: "The cache's servers.", expect: "`available enabled` and their names." },
          ),
        ],
  brokers: ({ platform }) =>
    platform.data.stream.kind !== "msk"
      ? []
      : [
          reads(
            "aws",
            awsArgv(
              REGION,
              "kafka",
              "list-clusters",
              "--cluster-name-filter",
              brokersName(platform),
              ...asText("ClusterInfoList[].[State,NumberOfBrokerNodes,ClusterArn]"),
            ),
            { why: "The brokers.", expect: "`ACTIVE` and how many there are.", like: "^ACTIVE\\s+\\d+" },
          ),
        ],
  queues: queueDepths,
  tables: ({ platform }) =>
    platform.data.globalTables.map((table) =>
      reads(
        "aws",
        awsArgv(
          REGION,
          "dynamodb",
          "describe-table",
          "--table-name",
          tableName(platform, table),
          ...asText("Table.[TableStatus,Replicas[].[RegionName,ReplicaStatus]]"),
        ),
        { why: `The table ${table} and its copy.`, expect: "`ACTIVE`." },
      ),
    ),
  search: ({ platform }) =>
    platform.data.search.kind !== "opensearch"
      ? []
      : [
          reads(
            "aws",
            awsArgv(
              REGION,
              "opensearch",
              "describe-domain",
              "--domain-name",
              searchName(platform),
              ...asText("DomainStatus.[Processing,UpgradeProcessing,Deleted]"),
            ),
            {
              why: "The log search.",
              expect: "`False` three times.",
            },
          ),
        ],
  buckets: ({ platform }) => [
    reads(
      "aws",
      awsArgv(
        REGION,
        "s3api",
        "get-bucket-replication",
        "--bucket",
        bucketName(platform, "lake", REGION),
        ...asText("ReplicationConfiguration.Rules[].[ID,Status]"),
      ),
      {
        why: "Whether the lake is copied.",
        expect: "`Enabled` in each line.",
      },
    ),
  ],
  recovery: (ground) => [...recovery(ground), listTail()],
  canaries: ({ platform }) => [
    reads(
      "aws",
      awsArgv(
        REGION,
        "synthetics",
        "get-canary-runs",
        "--name",
        canaryName(platform, "active"),
        "--max-results",
        "5",
        ...asText("CanaryRuns[].[Timeline.Started,Status.State,Status.StateReason]"),
      ),
      { why: "What the canary saw in its last visits.", expect: "`PASSED`, or the address and the reason." },
    ),
  ],
  backups: ({ platform }) => [
    reads(
      "aws",
      awsArgv(
        REGION,
        "backup",
        "list-backup-jobs",
        "--by-backup-vault-name",
        vaultName(platform),
        ...asText("BackupJobs[].[State,ResourceType,CreationDate,StatusMessage]"),
      ),
      { why: "The last jobs.", expect: "`COMPLETED` in each line." },
    ),
  ],
  pager: ({ platform }) => [
    errorsOf(`/aws/lambda/${pagerName(platform, { region: REGION })}`, "What PagerDuty or the secret answered."),
  ],
  trail: ({ platform }) => [
    reads(
      "aws",
      awsArgv(
        platform.regions.witness.name,
        "logs",
        "filter-log-events",
        "--log-group-name",
        trailLogGroup(platform),
        "--filter-pattern",
        '{ ($.errorCode = "*Denied*") || ($.userIdentity.type = "Root") }',
        "--max-items",
        "20",
        ...asText("events[].message"),
      ),
      { why: "The calls themselves: who, from where, what.", expect: "calls that somebody can explain." },
    ),
  ],
};

export const LOOKED_AT: readonly string[] = Object.keys(LOOKS);
export const lookAt = (component: string, ground: Ground): readonly RunbookCommand[] =>
  LOOKS[component]?.(ground) ?? [];
