// Private ways to AWS's own services, so that what the platform can't do without (images, credentials, keys, queues,
// promotion of a database) needs no way out to the internet. Each endpoint admits this account's callers only.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import type { Ref } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import { policy, type Statement } from "../language/policy.ts";
import type { File } from "../language/stack.ts";
import type { RouteTables } from "./routes.ts";
import type { SecurityGroups } from "./security-groups.ts";
import type { Site } from "./site.ts";
import type { Ground } from "./subnets.ts";

type Endpoint = {
  readonly service: string;
  readonly why: string;
  readonly needed: (platform: Platform) => boolean;
  /** AWS takes no policy on this one, or doesn't say that it does. */
  readonly open?: true;
};

const always = () => true;

/** About 8 USD a month per zone each, so the list is what the platform calls and no more. GuardDuty makes its own; session
 *  agents since 3.3.40 need no `ec2messages`. */
export const INTERFACE_ENDPOINTS: readonly Endpoint[] = [
  { service: "ecr.api", why: "Nodes ask for the right to pull an image.", needed: always },
  { service: "ecr.dkr", why: "Nodes pull images; their layers come through the S3 gateway.", needed: always },
  { service: "sts", why: "Pods and builds take their roles.", needed: always },
  { service: "eks", why: "Nodes and builds ask where the cluster is.", needed: always },
  {
    service: "eks-auth",
    why: "The Pod Identity agent fetches pods' credentials.",
    needed: ({ cluster }) => cluster.identity === "pod-identity",
    open: true,
  },
  {
    service: "ec2",
    why: "The network add-on, volumes and Karpenter manage interfaces, disks and nodes.",
    needed: always,
  },
  { service: "elasticloadbalancing", why: "The controller registers pods with target groups.", needed: always },
  {
    service: "autoscaling",
    why: "The Cluster Autoscaler sizes node groups.",
    needed: ({ cluster }) => cluster.nodes.kind === "managed",
  },
  { service: "kms", why: "Sessions and secrets are sealed with keys of ours.", needed: always },
  {
    service: "secretsmanager",
    why: "Credentials are read in this region, also while the internet is away.",
    needed: ({ secrets }) => secrets.store === "secrets-manager",
  },
  { service: "ssm", why: "Parameters; instances register for sessions.", needed: always },
  { service: "ssmmessages", why: "People's sessions, without a bastion.", needed: always, open: true },
  { service: "logs", why: "Pods, builds and sessions write their logs.", needed: always },
  { service: "monitoring", why: "Metrics go out, and scaling reads them.", needed: always },
  {
    service: "sqs",
    why: "Tasks, and Karpenter's warnings of interruptions.",
    needed: ({ data, cluster }) => data.queues.kind === "sqs" || cluster.nodes.kind === "karpenter",
  },
  { service: "rds", why: "The recoverer promotes the database.", needed: always },
  { service: "xray", why: "Traces.", needed: ({ observability }) => observability.tracing === "x-ray" },
];

export function buildEndpoints(site: Site, ground: Ground, tables: RouteTables, groups: SecurityGroups): void {
  const { platform, region, stack } = site;
  const file = stack.file(
    "endpoints",
    "Private endpoints of AWS services: gateways for S3 and DynamoDB, interfaces for the rest.",
  );
  // A company's own VPC has its own gateways or none; its private subnets reach S3 either way.
  if (platform.existing.vpcs === undefined) buildGateways(site, file, ground, tables);
  // Interfaces cost by the hour, so they come with what calls them.
  if (platform.network.interfaceEndpoints !== "needed" || !region.holds.cluster) return;
  const behind = {
    vpc_id: ground.vpcId,
    vpc_endpoint_type: "Interface",
    subnet_ids: ground.subnets.private,
    security_group_ids: groups.securityGroupsOf("endpoints"),
  };
  for (const { service, why, needed, open } of INTERFACE_ENDPOINTS)
    if (needed(platform))
      file.resource(
        "aws_vpc_endpoint",
        terraformName(service),
        {
          ...behind,
          service_name: serviceName(region, service),
          private_dns_enabled: true,
          ...(open ? {} : { policy: endpointPolicy(platform, service) }),
          tags: { Name: `${baseName(platform)}-${service}` },
        },
        { comment: why },
      );
  if (platform.flows.some(({ from, to }) => from === "on-premises" && to === "endpoints"))
    file.resource(
      "aws_vpc_endpoint",
      "s3_from_premises",
      {
        ...behind,
        service_name: serviceName(region, "s3"),
        private_dns_enabled: false,
        policy: policy([accountsOwn(platform)]),
        tags: { Name: `${baseName(platform)}-s3-from-premises` },
      },
      {
        comment:
          "The premises can't reach a gateway. This interface has a name of its own, so that the VPC keeps using the gateway.",
      },
    );
}

const serviceName = (region: Region, service: string): string => `com.amazonaws.${region.name}.${service}`;

function buildGateways({ platform, region }: Site, file: File, ground: Ground, tables: RouteTables): void {
  for (const [service, statements] of [
    ["s3", bucketStatements(platform, region.name)],
    ["dynamodb", [accountsOwn(platform)]],
  ] as const)
    file.resource("aws_vpc_endpoint", service, {
      vpc_id: ground.vpcId,
      service_name: serviceName(region, service),
      vpc_endpoint_type: "Gateway",
      route_table_ids: tables.private,
      policy: policy(statements),
      tags: { Name: `${baseName(platform)}-${service}` },
    });
}

const accountsOwn = (platform: Platform): Statement => ({
  sid: "CallersOfThisAccount",
  principals: "*",
  actions: "*",
  resources: "*",
  conditions: { StringEquals: { "aws:PrincipalAccount": platform.accountId } },
});

function endpointPolicy(platform: Platform, service: string): Ref<string> {
  if (service !== "sts" || platform.cluster.identity !== "irsa") return policy([accountsOwn(platform)]);
  return policy([
    accountsOwn(platform),
    {
      // A pod that shows its token is nobody yet, so the caller's account can't be asked for.
      sid: "TokensForRolesOfThisAccount",
      principals: "*",
      actions: "sts:AssumeRoleWithWebIdentity",
      resources: `arn:aws:iam::${platform.accountId}:role/*`,
    },
  ]);
}

/** This account's buckets, and those of AWS's own without which a node can't start: nothing leaves to anybody else's. */
const bucketStatements = (platform: Platform, region: string): readonly Statement[] => [
  {
    sid: "BucketsOfThisAccount",
    principals: "*",
    actions: "s3:*",
    resources: "*",
    conditions: {
      StringEquals: { "aws:PrincipalAccount": platform.accountId, "aws:ResourceAccount": platform.accountId },
    },
  },
  {
    sid: "ImagesPackagesAndSessions",
    principals: "*",
    actions: "s3:GetObject",
    resources: [
      `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
      `arn:aws:s3:::al2023-repos-${region}-*/*`,
      `arn:aws:s3:::amazon-ssm-${region}/*`,
      `arn:aws:s3:::aws-ssm-${region}/*`,
      `arn:aws:s3:::amazoncloudwatch-agent-${region}/*`,
    ],
  },
];
