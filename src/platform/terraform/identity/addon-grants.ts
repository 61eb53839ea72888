// What the cluster's own software may do in AWS: which of it a platform has, and each one's statements. Where AWS keeps
// a policy that grows with the add-on's versions (the CNI, the EBS driver, the CloudWatch agent), that one is attached; all others are ours.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import type { SecretName } from "../../../blueprint/workloads.ts";
import { arnOf } from "../../names/base.ts";
import { clusterName, interruptionQueueArn } from "../../names/cluster.ts";
import { bucketArn, queueArn, searchArn, VELERO_PREFIX, veleroPrefix } from "../../names/data.ts";
import { clusterDomain, ROUTES } from "../../names/dns.ts";
import { targetGroup } from "../../names/edge.ts";
import { type AddonIdentity, machineryRoleArn } from "../../names/identity.ts";
import { allRepositoriesArn } from "../../names/images.ts";
import { keyAlias } from "../../names/keys.ts";
import { heartbeatTopicArn } from "../../names/observability.ts";
import { insightsLogGroup, METRICS_NAMESPACE, SEVERITIES, topicArnIn, workloadLogGroup } from "../../names/safety.ts";
import type { Statement } from "../language/policy.ts";
import { integration, type KarpenterScope, nodeLifecycle } from "../region/karpenter-policy.ts";
import { factStatements, secretStatements, useKey } from "./grants.ts";
import { dumpJobStatements, topicJobStatements } from "./job-grants.ts";

export type AddonGrant = {
  readonly managed?: readonly string[];
  readonly policies: Readonly<Record<string, readonly Statement[]>>;
};

/** The add-ons of this platform that call AWS, in one order. */
export function addonIdentities(platform: Platform): readonly AddonIdentity[] {
  const karpenter = platform.cluster.nodes.kind === "karpenter";
  const has: Readonly<Record<AddonIdentity, boolean>> = {
    "vpc-cni": true,
    "ebs-csi": true,
    karpenter,
    "cluster-autoscaler": !karpenter,
    "load-balancers": true,
    "external-secrets": platform.secrets.intoPods === "external-secrets",
    "external-dns": true,
    "argo-cd": true,
    keda: platform.data.queues.kind === "sqs",
    "fluent-bit": true,
    "cloudwatch-agent": true,
    telemetry: true,
    yace: true,
    alertmanager: true,
    grafana: platform.observability.grafana === "in-cluster",
    velero: platform.cluster.volumeSnapshots === "velero",
    topics: platform.data.stream.kind === "msk",
    "database-dump": true,
  };
  return (Object.keys(has) as AddonIdentity[]).filter((name) => has[name]);
}

export const addonGrant = (platform: Platform, region: Region, addon: AddonIdentity): AddonGrant =>
  ADDONS[addon](platform, region);

type Grant = (platform: Platform, region: Region) => AddonGrant;
const own = (statements: readonly Statement[]): AddonGrant => ({ policies: { access: statements } });

const ADDONS: Readonly<Record<AddonIdentity, Grant>> = {
  "vpc-cni": () => ({ managed: ["arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"], policies: {} }),
  "ebs-csi": (platform, region) => ({
    managed: ["arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"],
    policies: { key: volumeKey(platform, region) },
  }),
  karpenter: (platform, region) => {
    const scope = karpenterScope(platform, region);
    return {
      policies: {
        "node-lifecycle": nodeLifecycle(scope),
        integration: integration(scope),
        key: volumeKey(platform, region),
      },
    };
  },
  "cluster-autoscaler": (platform, region) => own(autoscalerStatements(platform, region)),
  "load-balancers": (platform, region) => own(targetStatements(platform, region)),
  "external-secrets": (platform, region) =>
    own([
      ...secretStatements(platform, region, secretsOf(platform)),
      ...factStatements(platform, region, platform.workloads),
    ]),
  "external-dns": (platform, region) => own(recordStatements(platform, region)),
  "argo-cd": (platform, region) => own(pullStatements(platform, region)),
  keda: (platform, region) =>
    own([
      { actions: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"], resources: queueArn(platform, "tasks", region.name) },
    ]),
  "fluent-bit": (platform, region) => own([...writeLogs(platform, region), ...indexLogs(platform, region, "write")]),
  "cloudwatch-agent": () => ({ managed: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"], policies: {} }),
  telemetry: (platform, region) => own(telemetryStatements(platform, region)),
  yace: (_, region) => own([...readMetrics(region), ...findTagged(region)]),
  alertmanager: (platform, region) => own(tellStatements(platform, region)),
  grafana: (platform, region) =>
    own([...readMetrics(region), ...readLogs(platform, region), ...indexLogs(platform, region, "read")]),
  velero: (platform, region) => own(veleroStatements(platform, region)),
  topics: (platform, region) => own(topicJobStatements(platform, region)),
  "database-dump": (platform, region) => own(dumpJobStatements(platform, region)),
};

export const karpenterScope = (platform: Platform, region: Region): KarpenterScope => ({
  accountId: platform.accountId,
  region: region.name,
  clusterName: clusterName(platform, region),
  nodeRoleArn: machineryRoleArn(platform, region, "karpenter-nodes"),
  queueArn: interruptionQueueArn(platform, region),
});

/** What of the cluster's own needs a secret: Argo CD its repository, Alertmanager the pager, the migration the owner. */
const CLUSTER_SECRETS: readonly SecretName[] = ["repository-key", "pager-key", "chat-webhook", "database-owner"];

/** Every secret that some workload declared, and the cluster's own. */
function secretsOf(platform: Platform): readonly SecretName[] {
  const exist = new Set(platform.secrets.entries.map(({ name }) => name));
  const declared = platform.workloads.flatMap(({ access }) =>
    access.flatMap((one) => (one.to === "secret" ? [one.name] : [])),
  );
  return [...new Set([...declared, ...CLUSTER_SECRETS])].filter((name) => exist.has(name));
}

/** Volumes are encrypted with the cluster's key: EC2 uses it through a grant that whoever makes the volume gives it. */
function volumeKey(platform: Platform, region: Region): readonly Statement[] {
  const key = {
    "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(platform, "cluster") },
    StringEquals: { "kms:ViaService": `ec2.${region.name}.amazonaws.com` },
  };
  const resources = arnOf(platform, "kms", region.name, "key/*");
  return [
    {
      sid: "GrantVolumes",
      actions: ["kms:CreateGrant"],
      resources,
      conditions: { ...key, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    {
      sid: "EncryptVolumes",
      actions: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      resources,
      conditions: key,
    },
  ];
}

function autoscalerStatements(platform: Platform, region: Region): readonly Statement[] {
  const cluster = clusterName(platform, region);
  return [
    {
      // Looking at groups, types and templates takes no resource.
      actions: [
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeLaunchConfigurations",
        "autoscaling:DescribeScalingActivities",
        "autoscaling:DescribeTags",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:GetInstanceTypesFromInstanceRequirements",
      ],
      resources: "*",
      conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
    },
    { actions: ["eks:DescribeNodegroup"], resources: arnOf(platform, "eks", region.name, `nodegroup/${cluster}/*`) },
    {
      // EKS names the groups; the tag that it puts on them leaves this cluster's.
      actions: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      resources: arnOf(platform, "autoscaling", region.name, "autoScalingGroup:*:autoScalingGroupName/*"),
      conditions: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${cluster}`]: "owned" } },
    },
  ];
}

/** The controller only puts pods into target groups that Terraform made; it makes no load balancer. */
const targetStatements = (platform: Platform, region: Region): readonly Statement[] => [
  {
    actions: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
    resources: ROUTES.map((route) =>
      arnOf(platform, "elasticloadbalancing", region.name, `targetgroup/${targetGroup(platform, route)}/*`),
    ),
  },
  {
    // None of these takes a resource.
    actions: [
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth",
      "ec2:DescribeAvailabilityZones",
      "ec2:DescribeInstances",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
    ],
    resources: "*",
    conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
  },
];

/** Names inside the region only: what clients and the edge resolve is Terraform's, and nothing in a cluster may move it. */
const recordStatements = (platform: Platform, region: Region): readonly Statement[] => [
  {
    // The zone's id is AWS's; the names in the condition leave nothing but this region's own branch of our domain.
    actions: ["route53:ChangeResourceRecordSets"],
    resources: "arn:aws:route53:::hostedzone/*",
    conditions: {
      "ForAllValues:StringLike": {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": `*.${clusterDomain(platform, region.name)}`,
      },
    },
  },
  { actions: ["route53:ListResourceRecordSets"], resources: "arn:aws:route53:::hostedzone/*" },
  // Listing zones takes no resource.
  { actions: ["route53:ListHostedZones"], resources: "*" },
];

/** Reading from the region's own registry. The token for it takes no resource. */
export const pullStatements = (platform: Platform, region: Region): readonly Statement[] => [
  { actions: ["ecr:GetAuthorizationToken"], resources: "*" },
  {
    actions: [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:DescribeImages",
      "ecr:GetDownloadUrlForLayer",
    ],
    resources: allRepositoriesArn(platform, region),
  },
];

const logGroups = (platform: Platform, region: Region): readonly string[] => [
  ...platform.workloads.map(({ name }) => workloadLogGroup(platform, name)),
  ...(["application", "dataplane", "host", "performance"] as const).map((kind) =>
    insightsLogGroup(clusterName(platform, region), kind),
  ),
];
const logArns = (platform: Platform, region: Region, suffix: string): readonly string[] =>
  logGroups(platform, region).map((group) => arnOf(platform, "logs", region.name, `log-group:${group}${suffix}`));

const writeLogs = (platform: Platform, region: Region): readonly Statement[] => [
  {
    actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
    resources: logArns(platform, region, ":*"),
  },
];

const readLogs = (platform: Platform, region: Region): readonly Statement[] => [
  {
    actions: ["logs:StartQuery", "logs:GetLogEvents", "logs:FilterLogEvents", "logs:GetLogGroupFields"],
    resources: logArns(platform, region, ":*"),
  },
  // A query is known by its id alone, and the list of groups takes no resource.
  {
    actions: ["logs:DescribeLogGroups", "logs:GetQueryResults", "logs:StopQuery"],
    resources: "*",
    conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
  },
];

function indexLogs(platform: Platform, region: Region, may: "read" | "write"): readonly Statement[] {
  if (platform.data.search.kind === "none" || !platform.observability.podLogsToSearch) return [];
  return [
    {
      actions: may === "read" ? ["es:ESHttpGet", "es:ESHttpPost"] : ["es:ESHttpPost", "es:ESHttpPut"],
      resources: `${searchArn(platform, region.name)}/*`,
    },
  ];
}

const telemetryStatements = (platform: Platform, region: Region): readonly Statement[] => [
  {
    // Metrics take no resource; the condition names our own namespaces.
    actions: ["cloudwatch:PutMetricData"],
    resources: "*",
    conditions: { StringEquals: { "cloudwatch:namespace": [METRICS_NAMESPACE, "ContainerInsights"] } },
  },
  ...writeLogs(platform, region),
  ...(platform.observability.tracing === "x-ray"
    ? [
        {
          // Traces take no resource either.
          actions: [
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
          ],
          resources: "*",
          conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
        },
      ]
    : []),
];

/** CloudWatch's reads take no resource. */
const readMetrics = (region: Region): readonly Statement[] => [
  {
    actions: [
      "cloudwatch:DescribeAlarms",
      "cloudwatch:GetMetricData",
      "cloudwatch:GetMetricStatistics",
      "cloudwatch:ListMetrics",
    ],
    resources: "*",
    conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
  },
];

const findTagged = (region: Region): readonly Statement[] => [
  {
    actions: ["tag:GetResources"],
    resources: "*",
    conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
  },
];

/** Its heartbeat; and, where people are written to instead of paged, the topics that write to them. */
const tellStatements = (platform: Platform, region: Region): readonly Statement[] => [
  {
    actions: ["sns:Publish"],
    resources: [
      heartbeatTopicArn(platform, region.name),
      ...(platform.observability.pager.kind === "email"
        ? SEVERITIES.map((severity) => topicArnIn(platform, severity, { region: region.name }))
        : []),
    ],
  },
  useKey(platform, region, "queue", "sns", ["kms:GenerateDataKey", "kms:Decrypt"]),
  // Where credentials are mounted, the pod that mounts reads them itself.
  ...(platform.secrets.intoPods === "csi" && platform.observability.pager.kind === "pagerduty"
    ? secretStatements(platform, region, ["pager-key"])
    : []),
];

function veleroStatements(platform: Platform, region: Region): readonly Statement[] {
  const bucket = bucketArn(platform, "backups", region.name);
  return [
    // The other cluster's backups are copied into the same bucket: to be read, never to be changed.
    { actions: ["s3:GetObject"], resources: `${bucket}/${VELERO_PREFIX}/*` },
    {
      actions: ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
      resources: `${bucket}/${veleroPrefix(region.name)}/*`,
    },
    {
      actions: ["s3:ListBucket"],
      resources: bucket,
      conditions: { StringLike: { "s3:prefix": `${VELERO_PREFIX}/*` } },
    },
    useKey(platform, region, "backup", "s3", ["kms:GenerateDataKey", "kms:Decrypt"]),
    // Snapshots are asked of the snapshot controller, whose driver has a role of its own.
  ];
}
