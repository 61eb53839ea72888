// How people reach what is private: through one small instance that has no public address, no open port and no key pair,
// by sessions of Systems Manager that are recorded and encrypted. Not through a worker node: nodes come and go, and
// whoever is on one is near everything that runs there.
import { operatorHost, sessionDocument, sessionLogGroup } from "../../names/cluster.ts";
import { databaseName } from "../../names/data.ts";
import { machineryRole } from "../../names/identity.ts";
import { call, json, text } from "../language/expression.ts";
import type { File } from "../language/stack.ts";
import { declareReadyRole, trustService } from "../role.ts";
import type { Cluster } from "./cluster.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

/** Replaced weekly, so that it is never long without patches. */
const LIFETIME_SECONDS = 604_800;
const VOLUME_GIB = 8;
const IDLE_MINUTES = 20;
const SESSION_MINUTES = 240;

export function buildPeopleAccess(site: Site, network: Network, cluster: Cluster): void {
  const { platform, stack } = site;
  const file = stack.file("people-access", "The host that people's sessions go through, and what a session may be.");
  const logs = declareLogGroup(site, file, "sessions", sessionLogGroup(platform));
  buildDocuments(file, site, cluster);
  buildHost(file, site, network, logs);
}

function buildHost(file: File, site: Site, network: Network, logs: ReturnType<typeof declareLogGroup>): void {
  const { platform, region, keys } = site;
  const { role, ready } = declareReadyRole(file, platform, {
    key: "operator_host",
    name: machineryRole(platform, region, "operator-host"),
    description: "The host of people's sessions",
    trust: trustService("ec2.amazonaws.com"),
    managed: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
    policies: {
      sessions: [
        {
          actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          resources: text`${logs.arn}:*`,
        },
        // The agent looks the group up, and that takes no resource.
        { actions: ["logs:DescribeLogGroups"], resources: "*" },
        { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: keys.cluster },
      ],
    },
  });
  const profile = file.resource("aws_iam_instance_profile", "operator_host", {
    name: machineryRole(platform, region, "operator-host"),
    role: role.name,
  });
  const tags = { Name: operatorHost(platform), "cost-center": platform.costCenter };
  const template = file.resource("aws_launch_template", "operator_host", {
    name: operatorHost(platform),
    update_default_version: true,
    image_id: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
    instance_type: "t4g.nano",
    iam_instance_profile: { arn: profile.arn },
    vpc_security_group_ids: network.securityGroupsOf("operator-host"),
    block_device_mappings: [
      {
        device_name: "/dev/xvda",
        ebs: {
          volume_type: "gp3",
          volume_size: VOLUME_GIB,
          encrypted: "true",
          kms_key_id: keys.cluster,
          delete_on_termination: "true",
        },
      },
    ],
    metadata_options: { http_endpoint: "enabled", http_tokens: "required", http_put_response_hop_limit: 1 },
    monitoring: { enabled: true },
    tag_specifications: [
      { resource_type: "instance", tags },
      { resource_type: "volume", tags },
    ],
  });
  file.resource(
    "aws_autoscaling_group",
    "operator_host",
    {
      name: operatorHost(platform),
      min_size: 1,
      max_size: 1,
      desired_capacity: 1,
      vpc_zone_identifier: network.subnets.private,
      health_check_type: "EC2",
      max_instance_lifetime: LIFETIME_SECONDS,
      launch_template: { id: template.id, version: text`${template.latest_version}` },
    },
    { comment: "A group of one: when its zone is lost it starts in another.", dependsOn: ready },
  );
}

/** A person's session is one of these or none: the roles of people allow no other document. */
function buildDocuments(file: File, site: Site, cluster: Cluster): void {
  const { platform, region, keys } = site;
  file.resource("aws_ssm_document", "shell", {
    name: sessionDocument(platform, "shell"),
    document_type: "Session",
    document_format: "JSON",
    content: json({
      schemaVersion: "1.0",
      description: "A shell on the operators' host, recorded",
      sessionType: "Standard_Stream",
      inputs: {
        cloudWatchLogGroupName: sessionLogGroup(platform),
        cloudWatchEncryptionEnabled: true,
        cloudWatchStreamingEnabled: true,
        kmsKeyId: keys.cluster,
        idleSessionTimeout: String(IDLE_MINUTES),
        maxSessionDuration: String(SESSION_MINUTES),
        runAsEnabled: false,
      },
    }),
  });
  file.resource(
    "aws_ssm_document",
    "cluster_tunnel",
    {
      name: sessionDocument(platform, "cluster-tunnel"),
      document_type: "Session",
      document_format: "JSON",
      content: json({
        schemaVersion: "1.0",
        description: "The cluster's API on a local port",
        sessionType: "Port",
        parameters: {
          localPortNumber: {
            type: "String",
            description: "The port on the person's machine",
            default: "6443",
            allowedPattern: "^[0-9]{1,5}$",
          },
        },
        properties: {
          host: textOfHost(cluster),
          portNumber: "443",
          type: "LocalPortForwarding",
          localPortNumber: "{{ localPortNumber }}",
        },
      }),
    },
    { comment: "One target, the cluster's API: who may look at the cluster gets nowhere else with it." },
  );
  file.resource("aws_ssm_document", "database_tunnel", {
    name: sessionDocument(platform, "database-tunnel"),
    document_type: "Session",
    document_format: "JSON",
    content: json({
      schemaVersion: "1.0",
      description: "The region's database on a local port",
      sessionType: "Port",
      parameters: {
        host: {
          type: "String",
          description: "The database's address",
          allowedPattern: `^${databaseName(platform)}(-[a-z0-9-]+)?[.][a-z0-9.-]+[.]${region.name}[.]rds[.]amazonaws[.]com$`,
        },
        localPortNumber: {
          type: "String",
          description: "The port on the person's machine",
          default: "5432",
          allowedPattern: "^[0-9]{1,5}$",
        },
      },
      properties: {
        host: "{{ host }}",
        portNumber: "5432",
        type: "LocalPortForwarding",
        localPortNumber: "{{ localPortNumber }}",
      },
    }),
  });
}

const textOfHost = (cluster: Cluster) => call<string>("replace", cluster.endpoint, "https://", "");
