// Nodes that Terraform keeps: the fixed group that carries Karpenter and the add-ons, or, in a cluster without Karpenter,
// the workers themselves. No SSH, encrypted volumes, credentials of the instance out of reach of pods.
import type { Scale } from "../../../blueprint/workloads.ts";
import { POOL_LABEL, SPOT_NODES, SPOT_TAINT, SYSTEM_NODES, SYSTEM_TAINT, WORKER_NODES } from "../../names/cluster.ts";
import { machineryRole } from "../../names/identity.ts";
import { text } from "../language/expression.ts";
import type { Statement } from "../language/policy.ts";
import type { Declared, File } from "../language/stack.ts";
import { declareReadyRole, type ReadyRole, trustService } from "../role.ts";
import type { Cluster } from "./cluster.ts";
import { cacheArns } from "./images.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";

/** What each node needs: to join, to pull images, and to be reached by Session Manager. Pods' own rights are elsewhere. */
export const NODE_POLICIES = [
  "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
  "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
  "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
];

/** The first pull of an image from upstream makes its repository; the attached policy covers the pull alone. */
export const cachingStatements = (site: Site): readonly Statement[] => [
  { actions: ["ecr:CreateRepository", "ecr:BatchImportUpstreamImage"], resources: cacheArns(site) },
];

type Group = {
  readonly name: string;
  readonly instanceTypes: readonly string[];
  readonly scale: Scale;
  readonly capacity: "ON_DEMAND" | "SPOT";
  readonly taints: readonly { readonly key: string; readonly value: string; readonly effect: string }[];
  readonly comment: string;
};

/** `ready`: what must run on a node from its first moment, the network above all. */
export function buildNodeGroups(
  site: Site,
  network: Network,
  cluster: Cluster,
  ready: readonly Declared[],
): readonly Declared[] {
  if (!cluster.ours) return [];
  const file = site.stack.file("nodes", "The nodes that Terraform keeps, over three zones.");
  const role = declareReadyRole(file, site.platform, {
    key: "nodes",
    name: machineryRole(site.platform, site.region, "nodes"),
    description: "Nodes of the managed groups",
    trust: trustService("ec2.amazonaws.com"),
    managed: NODE_POLICIES,
    policies: { "cached-images": cachingStatements(site) },
    comment: "EKS makes the access entry of a managed group's role itself.",
  });
  return groupsOf(site).map((group) => buildGroup(file, site, network, cluster, role, group, ready));
}

function groupsOf({ platform, region }: Site): readonly Group[] {
  const { nodes } = platform.cluster;
  if (nodes.kind === "karpenter") {
    return [
      {
        name: SYSTEM_NODES,
        instanceTypes: nodes.systemInstanceTypes,
        scale: nodes.system[region.configured],
        capacity: "ON_DEMAND",
        taints: [SYSTEM_TAINT],
        comment: "Karpenter can't run on a node that it made itself, so these are Terraform's.",
      },
    ];
  }
  const workers = nodes.group[region.configured];
  const on: Group = {
    name: WORKER_NODES,
    instanceTypes: nodes.instanceTypes,
    scale: workers,
    capacity: "ON_DEMAND",
    taints: [],
    comment:
      "One group over all zones, so that the fewest nodes are as few as the blueprint says; volumes bind to a zone only once their pod is placed.",
  };
  const spotMax = Math.ceil(workers.max * platform.cluster.spotShare);
  if (spotMax === 0 || !platform.workloads.some(({ spot }) => spot)) return [on];
  return [
    on,
    {
      name: SPOT_NODES,
      instanceTypes: spotTypes(nodes.instanceTypes, nodes.architecture),
      scale: { min: 0, max: spotMax },
      capacity: "SPOT",
      taints: [SPOT_TAINT],
      comment: "For what retries. Several types, because a single one is taken away all at once.",
    },
  ];
}

/** Types of the same size: a scheduler that reckons with one can't be surprised by another. */
const spotTypes = (types: readonly string[], architecture: "arm64" | "amd64"): readonly string[] => {
  const size = types[0]?.split(".")[1] ?? "large";
  const families = architecture === "arm64" ? ["m7g", "m6g", "r7g", "r6g"] : ["m5", "m5a", "m6i", "r5"];
  return [...new Set([...types, ...families.map((family) => `${family}.${size}`)])];
};

function buildGroup(
  file: File,
  site: Site,
  network: Network,
  cluster: Cluster,
  { role, ready: allowed }: ReadyRole,
  group: Group,
  ready: readonly Declared[],
): Declared {
  const { platform } = site;
  const template = nodeTemplate(file, site, network, group.name);
  const max = Math.max(1, group.scale.max);
  return file.resource(
    "aws_eks_node_group",
    group.name,
    {
      cluster_name: cluster.name,
      node_group_name: group.name,
      node_role_arn: role.arn,
      subnet_ids: network.subnets.private,
      version: platform.cluster.version,
      ami_type: platform.cluster.nodes.architecture === "arm64" ? "BOTTLEROCKET_ARM_64" : "BOTTLEROCKET_x86_64",
      capacity_type: group.capacity,
      instance_types: group.instanceTypes,
      launch_template: { id: template.id, version: text`${template.latest_version}` },
      scaling_config: { min_size: group.scale.min, max_size: max, desired_size: group.scale.min },
      update_config: { max_unavailable_percentage: 33 },
      node_repair_config: { enabled: true },
      labels: { [POOL_LABEL]: group.name },
      taint: group.taints,
    },
    {
      comment: group.comment,
      dependsOn: [cluster.declared, ...allowed, ...ready],
      // How many there are now is the autoscaler's, or in a fail-over the recovery plan's.
      lifecycle: { ignoreChanges: ["scaling_config[0].desired_size"] },
    },
  );
}

function nodeTemplate(file: File, { platform, region, keys }: Site, network: Network, group: string) {
  const tags = { Name: `${platform.name}-${group}`, region: region.name, "cost-center": platform.costCenter };
  const volume = (size: number) => ({
    volume_type: "gp3",
    volume_size: size,
    encrypted: "true",
    kms_key_id: keys.cluster,
    delete_on_termination: "true",
  });
  return file.resource(
    "aws_launch_template",
    group,
    {
      name: `${platform.name}-${group}`,
      update_default_version: true,
      vpc_security_group_ids: network.securityGroupsOf("nodes"),
      block_device_mappings: [
        { device_name: "/dev/xvda", ebs: volume(BOTTLEROCKET_SYSTEM_GIB) },
        { device_name: "/dev/xvdb", ebs: volume(platform.cluster.volumeGib) },
      ],
      metadata_options: {
        http_endpoint: "enabled",
        http_tokens: "required",
        http_put_response_hop_limit: 1,
        instance_metadata_tags: "disabled",
      },
      monitoring: { enabled: true },
      tag_specifications: [
        { resource_type: "instance", tags },
        { resource_type: "volume", tags },
        { resource_type: "network-interface", tags },
      ],
    },
    {
      comment:
        "Bottlerocket: a small system on one volume, images and logs on the other. A hop limit of 1 keeps the node's own credentials from pods. No key pair and no SSH; people come by Session Manager.",
    },
  );
}

/** The system's volume of Bottlerocket; its image has 2 GiB. */
const BOTTLEROCKET_SYSTEM_GIB = 4;
