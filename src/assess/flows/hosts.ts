// Everything with a network interface in a region's VPC, and which actor of the declared flows it is. What a resource is
// says which actor it is; only for plain machines does its name say so.
import { ACTORS, type Actor } from "../../blueprint/flows.ts";
import type { Argument } from "../../platform/terraform/language/expression.ts";
import type { Resource } from "../../platform/terraform/language/graph.ts";
import { block, blocks } from "../../platform/terraform/refusals/graph.ts";
import { refsIn, refTo } from "./document.ts";
import type { Subnet, Vpc } from "./ground.ts";
import { clusterGroupKey, type Group, groupKeys } from "./groups.ts";
import { either, type PortSet, portsOf } from "./ports.ts";

export type Host = {
  /** undefined: nothing that the declared flows know. */
  readonly actor: Actor | undefined;
  readonly address: string;
  readonly subnets: readonly Subnet[];
  readonly groups: readonly Group[];
  /** What makes it reachable under a public address, or nothing. */
  readonly publicBy: string | undefined;
  /** Where only listeners answer: a load balancer. */
  readonly listens?: PortSet;
};

type Block = { readonly [name: string]: Argument };
type Found = Omit<Host, "address" | "subnets" | "groups"> & { subnets: readonly string[]; groups: readonly string[] };
type Reader = (args: Block, one: Resource, look: Look, cluster: string | undefined) => Found | undefined;
type Look = (address: string | undefined) => Resource | undefined;

const given = (actor: Actor | undefined, subnets: Argument | undefined, groups: Argument | undefined): Found => ({
  actor,
  subnets: refsIn(subnets),
  groups: groupKeys(groups),
  publicBy: undefined,
});
const ifSet = (is: boolean, what: string): string | undefined => (is ? what : undefined);

const database: Reader = (args, _, look) => ({
  ...given("database", look(refTo(subnetGroupOf(args, look)))?.args.subnet_ids, args.vpc_security_group_ids),
  publicBy: ifSet(args.publicly_accessible === true, "publicly_accessible"),
});
/** A read replica in its source's region stands where its source does, and AWS refuses to be told so. */
const subnetGroupOf = (args: Block, look: Look): Argument | undefined =>
  args.db_subnet_group_name ?? look(refTo(args.replicate_source_db))?.args.db_subnet_group_name;
const cache: Reader = (args, _, look) =>
  given("cache", look(refTo(args.subnet_group_name))?.args.subnet_ids ?? args.subnet_ids, args.security_group_ids);
const function_: Reader = (args, one) => {
  const inside = blocks(args.vpc_config)[0];
  return inside && given(actorNamed(one.name), inside.subnet_ids, inside.security_group_ids);
};

const READERS: Readonly<Record<string, Reader>> = {
  aws_lb: (args) => ({
    ...given(args.internal === true ? "internal-alb" : "alb", args.subnets, args.security_groups),
    publicBy: ifSet(args.internal !== true, "internal = false"),
  }),
  aws_db_instance: database,
  aws_rds_cluster: database,
  aws_db_proxy: (args) => given("database-proxy", args.vpc_subnet_ids, args.vpc_security_group_ids),
  aws_elasticache_replication_group: cache,
  aws_elasticache_cluster: cache,
  aws_elasticache_serverless_cache: cache,
  aws_msk_cluster: ({ broker_node_group_info }) => {
    const info = block(broker_node_group_info);
    const access = block(block(info.connectivity_info).public_access).type;
    return {
      ...given("brokers", info.client_subnets, info.security_groups),
      publicBy: ifSet(access !== undefined && access !== "DISABLED", "connectivity_info.public_access"),
    };
  },
  aws_opensearch_domain: (args) => {
    const inside = blocks(args.vpc_options)[0];
    return {
      ...given("search", inside?.subnet_ids, inside?.security_group_ids),
      publicBy: ifSet(inside === undefined, "no vpc_options"),
    };
  },
  aws_eks_cluster: ({ vpc_config }, { address }) => {
    const inside = block(vpc_config);
    const found = given("control-plane", inside.subnet_ids, inside.security_group_ids);
    return {
      ...found,
      groups: [...found.groups, clusterGroupKey(address)],
      publicBy: ifSet(inside.endpoint_public_access !== false, "endpoint_public_access"),
    };
  },
  aws_eks_node_group: (args, _, look, cluster) => {
    const machine = look(refTo(block(args.launch_template).id));
    const own = machineGroups(machine);
    // Without groups of their own, managed nodes get the one that EKS makes.
    return {
      ...given("nodes", args.subnet_ids, undefined),
      groups: own.length > 0 || cluster === undefined ? own : [clusterGroupKey(cluster)],
      publicBy: publicMachine(machine),
    };
  },
  aws_autoscaling_group: (args, { name }, look) => {
    const machine = look(refTo(block(args.launch_template).id));
    return {
      ...given(actorNamed(name), args.vpc_zone_identifier, undefined),
      groups: machineGroups(machine),
      publicBy: publicMachine(machine),
    };
  },
  aws_instance: (args, { name }) => ({
    ...given(actorNamed(name), args.subnet_id, args.vpc_security_group_ids),
    publicBy: ifSet(args.associate_public_ip_address === true, "associate_public_ip_address"),
  }),
  aws_codebuild_project: (args) => {
    const inside = blocks(args.vpc_config)[0];
    return inside && given("build", inside.subnets, inside.security_group_ids);
  },
  aws_lambda_function: function_,
  aws_synthetics_canary: function_,
  aws_vpc_endpoint: (args) =>
    args.vpc_endpoint_type === "Interface" ? given("endpoints", args.subnet_ids, args.security_group_ids) : undefined,
};

/** Arguments by which any other resource would carry a security group. */
const CARRYING = ["security_groups", "security_group_ids", "vpc_security_group_ids"];
/** They carry groups only through what starts from them. */
const PATTERNS = new Set(["aws_launch_template", "aws_security_group"]);

export function hostsOf(vpc: Vpc): readonly Host[] {
  const byAddress = new Map(vpc.resources.map((resource) => [resource.address, resource]));
  const look: Look = (address) => (address === undefined ? undefined : byAddress.get(address));
  const listeners = listenersOf(vpc);
  const cluster = vpc.resources.find(({ type, mode }) => type === "aws_eks_cluster" && mode !== "ephemeral")?.address;
  const hosts: Host[] = [];
  for (const one of vpc.resources) {
    if (one.mode !== "resource") continue;
    const found = READERS[one.type]?.(one.args, one, look, cluster) ?? stranger(one);
    if (!found) continue;
    const listens = listeners.get(one.address);
    hosts.push({
      ...found,
      address: one.address,
      subnets: found.subnets.flatMap((address) => vpc.subnets.get(address) ?? []),
      groups: found.groups.flatMap((key) => vpc.groups.get(key) ?? []),
      ...(one.type === "aws_lb" ? { listens: listens ?? [] } : {}),
    });
  }
  return [...publicInstances(vpc, hosts), ...startedByKarpenter(vpc)];
}

/** The instances of an Aurora cluster say whether it is public. */
function publicInstances(vpc: Vpc, hosts: readonly Host[]): readonly Host[] {
  const shown = new Set(
    vpc.resources
      .filter(({ type, args }) => type === "aws_rds_cluster_instance" && args.publicly_accessible === true)
      .map(({ args }) => refTo(args.cluster_identifier)),
  );
  return hosts.map((host) =>
    shown.has(host.address) ? { ...host, publicBy: "publicly_accessible of an instance" } : host,
  );
}

const DISCOVERY = "karpenter.sh/discovery";

/** Karpenter's nodes are in no graph: it finds their subnets and groups by a tag, and so do we. */
function startedByKarpenter(vpc: Vpc): readonly Host[] {
  const groups = [...vpc.groups.values()].filter(({ tags }) => tags[DISCOVERY] !== undefined);
  const found = vpc.resources.flatMap(({ type, address, args }) => {
    if (type === "aws_subnet" && block(args.tags)[DISCOVERY] !== undefined) return [address];
    return type === "aws_ec2_tag" && args.key === DISCOVERY ? [refTo(args.resource_id) ?? ""] : [];
  });
  const subnets = found.flatMap((address) => vpc.subnets.get(address) ?? []);
  const cluster = vpc.resources.some(({ type, mode }) => type === "aws_eks_cluster" && mode === "resource");
  if (!cluster || groups.length === 0 || subnets.length === 0) return [];
  return [{ actor: "nodes", address: "nodes that Karpenter starts", subnets, groups, publicBy: undefined }];
}

function stranger(one: Resource): Found | undefined {
  if (PATTERNS.has(one.type)) return undefined;
  const carrying = CARRYING.find((name) => one.args[name] !== undefined);
  return carrying && one.type in READERS === false ? given(undefined, undefined, one.args[carrying]) : undefined;
}

const machineGroups = (machine: Resource | undefined): readonly string[] => [
  ...groupKeys(machine?.args.vpc_security_group_ids),
  ...blocks(machine?.args.network_interfaces).flatMap((card) => groupKeys(card.security_groups)),
];
const publicMachine = (machine: Resource | undefined): string | undefined =>
  ifSet(
    blocks(machine?.args.network_interfaces).some((card) => String(card.associate_public_ip_address) === "true"),
    "associate_public_ip_address",
  );

function listenersOf(vpc: Vpc): Map<string, PortSet> {
  const found = new Map<string, PortSet>();
  for (const { type, mode, args } of vpc.resources) {
    const balancer = type === "aws_lb_listener" && mode === "resource" ? refTo(args.load_balancer_arn) : undefined;
    if (balancer === undefined) continue;
    found.set(balancer, either(found.get(balancer) ?? [], portsOf("tcp", args.port, args.port)));
  }
  return found;
}

/** The actor whose name a resource's name begins with: "operator_host", "alb_route53_checkers". */
export function actorNamed(name: string): Actor | undefined {
  const plain = name.replaceAll("_", "-");
  const fitting = ACTORS.filter((actor) => plain === actor || plain.startsWith(`${actor}-`));
  return fitting.sort((a, b) => b.length - a.length)[0];
}
