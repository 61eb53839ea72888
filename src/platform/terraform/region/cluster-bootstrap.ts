// Who carries out the bootstrap: a build project inside the network, since the cluster's API answers nowhere else. It is
// started by a person or a pipeline (the output has the command), never by Terraform, and it may run again.

import { arnOf } from "../../names/base.ts";
import { bootstrapLogGroup, bootstrapProject, clusterArn } from "../../names/cluster.ts";
import { machineryRole } from "../../names/identity.ts";
import { repositoryArn } from "../../names/images.ts";
import { pullStatements } from "../identity/addon-grants.ts";
import { secretStatements } from "../identity/grants.ts";
import { type Ref, text } from "../language/expression.ts";
import type { Statement } from "../language/policy.ts";
import { declareReadyRole, trustService } from "../role.ts";
import { bootstrapSpec } from "./bootstrap-build.ts";
import { BUILD_ENVIRONMENT } from "./build-environment.ts";
import { admit, type Cluster } from "./cluster.ts";
import type { Network } from "./network.ts";
import { cachingStatements } from "./node-groups.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

const BUILD_MINUTES = 45;
const QUEUED_MINUTES = 30;

export function buildClusterBootstrap(site: Site, network: Network, cluster: Cluster): void {
  const { platform, region, stack } = site;
  if (platform.delivery.clusterBootstrap !== "codebuild") return;
  const file = stack.file(
    "cluster-bootstrap",
    "Installs Argo CD from inside the network; from then on the cluster delivers itself.",
  );
  const logs = declareLogGroup(site, file, "cluster_bootstrap", bootstrapLogGroup(platform));
  const { role, ready } = declareReadyRole(file, platform, {
    key: "cluster_bootstrap",
    name: machineryRole(platform, region, "cluster-bootstrap"),
    description: "The build that installs Argo CD",
    trust: trustService("codebuild.amazonaws.com", platform.accountId),
    policies: {
      network: networkStatements(site, network),
      build: buildStatements(site, logs.arn),
    },
  });
  if (cluster.ours) {
    admit(file, cluster, { key: "cluster_bootstrap", principalArn: role.arn, policies: [{ may: "administer" }] });
  }
  const project = file.resource(
    "aws_codebuild_project",
    "cluster_bootstrap",
    {
      name: bootstrapProject(platform),
      description: "Installs Argo CD and applies the root application",
      service_role: role.arn,
      build_timeout: BUILD_MINUTES,
      queued_timeout: QUEUED_MINUTES,
      concurrent_build_limit: 1,
      // It leaves nothing behind, so it names no key: CodeBuild encrypts what it leaves, and nothing else, with it.
      artifacts: { type: "NO_ARTIFACTS" },
      environment: BUILD_ENVIRONMENT,
      source: { type: "NO_SOURCE", buildspec: stack.asset("code/cluster-bootstrap.json", bootstrapSpec(site)) },
      logs_config: { cloudwatch_logs: { group_name: logs.name, status: "ENABLED" } },
      vpc_config: {
        vpc_id: network.vpcId,
        subnets: network.subnets.private,
        security_group_ids: [network.securityGroups.build],
      },
    },
    { comment: "Its commands lie beside this file, in code/cluster-bootstrap.json.", dependsOn: ready },
  );
  file.output(
    "cluster_bootstrap_command",
    text`aws codebuild start-build --region ${region.name} --project-name ${project.name}`,
    "Run once after the region's first apply, and whenever Argo CD is to be put back.",
  );
}

/** An interface in the private subnets, for CodeBuild alone. */
function networkStatements({ platform, region }: Site, network: Network): readonly Statement[] {
  return [
    {
      // Describing takes no resource.
      actions: [
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
      ],
      resources: "*",
      conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
    },
    {
      // An interface has no ARN before it is made.
      actions: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
      resources: "*",
      conditions: { StringEquals: { "aws:RequestedRegion": region.name } },
    },
    {
      actions: ["ec2:CreateNetworkInterfacePermission"],
      resources: arnOf(platform, "ec2", region.name, "network-interface/*"),
      conditions: {
        StringEquals: { "ec2:AuthorizedService": "codebuild.amazonaws.com" },
        ArnEquals: {
          "ec2:Subnet": network.subnets.private.map(
            (id) => text`arn:aws:ec2:${region.name}:${platform.accountId}:subnet/${id}`,
          ),
        },
      },
    },
  ];
}

const buildStatements = (site: Site, logGroupArn: Ref<string>): readonly Statement[] => {
  const { platform, region } = site;
  return [
    { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: text`${logGroupArn}:*` },
    { actions: ["eks:DescribeCluster"], resources: clusterArn(platform, region) },
    ...pullStatements(platform, region),
    ...cachingStatements(site),
    {
      actions: ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"],
      resources: repositoryArn(platform, region, "charts/argo-cd"),
    },
    ...secretStatements(platform, region, ["repository-key"]),
  ];
};
