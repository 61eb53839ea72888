import type { Platform, Region } from "../../blueprint/platform.ts";
import type { Argument } from "../../platform/terraform/language/expression.ts";
import type { Resource } from "../../platform/terraform/language/graph.ts";
import { type AddressRange, addressRange, contains } from "../../platform/terraform/refusals/address-range.ts";
import { blocks, type StackOfResources } from "../../platform/terraform/refusals/graph.ts";
import { EVERYWHERE, type Of, refsIn, refTo } from "./document.ts";
import { type Group, readGroups } from "./groups.ts";
import { type PortSet, portsOf } from "./ports.ts";

type AclRule = {
  readonly address: string;
  readonly number: number;
  readonly allow: boolean;
  readonly ports: PortSet;
  readonly range: AddressRange | undefined;
};
export type Acl = { readonly address: string; readonly in: readonly AclRule[]; readonly out: readonly AclRule[] };

type Way =
  | { readonly kind: "internet" }
  | { readonly kind: "nat"; readonly subnet: string; readonly address: string }
  | { readonly kind: "peering"; readonly regions: readonly string[] }
  | { readonly kind: "transit"; readonly gateway: string }
  | { readonly kind: "other"; readonly what: string };
export type Route = { readonly address: string; readonly to: AddressRange; readonly text: string; readonly way: Way };
type RouteTable = {
  readonly address: string;
  readonly routes: Route[];
  /** Services whose gateway endpoint hangs on this table. */
  readonly gateways: Set<"s3" | "dynamodb">;
};

export type Subnet = {
  readonly address: string;
  readonly zone: string;
  readonly range: AddressRange;
  /** undefined: AWS's main table, which leads nowhere but inside. */
  table: RouteTable | undefined;
  /** undefined: the default ACL, or one that can't be seen. */
  acl: Acl | undefined;
  readonly takesPublicAddress: boolean;
};

export type Vpc = {
  readonly region: Region;
  readonly stack: string;
  readonly resources: readonly Resource[];
  readonly range: AddressRange;
  readonly rangeText: string;
  /** The company's own: its routes, ACLs and gateways aren't in the graph. */
  readonly unseen: boolean;
  readonly defaultAclClosed: boolean;
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly tables: ReadonlyMap<string, RouteTable>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Transit gateways this VPC is joined to, the subnets they stand in, and whether a line leads on from them. */
  readonly transits: ReadonlyMap<string, { readonly subnets: readonly string[]; readonly leadsOn: boolean }>;
  readonly hasInternetGateway: boolean;
};

const nameTag = (resource: Resource): string | undefined => {
  const name = blocks(resource.args.tags)[0]?.Name;
  return typeof name === "string" ? name : undefined;
};

/** Both regions' VPCs, joined as stack `link` joins them. */
export function readGround(platform: Platform, stacks: readonly StackOfResources[]): readonly Vpc[] {
  const { primary, standby } = platform.regions;
  const vpcs = [primary, standby].flatMap((region) => {
    const stack = stacks.find(({ name }) => name === `region/${region.name}`);
    return stack ? [readVpc(platform, region, stack)] : [];
  });
  const link = stacks.find(({ name }) => name === "link");
  if (link) joinRegions(vpcs, link);
  return vpcs;
}

function readVpc(platform: Platform, region: Region, stack: StackOfResources): Vpc {
  const byType = indexed(stack.resources);
  const of = (type: string): readonly Resource[] => byType.get(type) ?? [];
  const unseen = platform.existing.vpcs !== undefined;
  const made = of("aws_vpc").find(({ mode }) => mode === "resource");
  const rangeText = typeof made?.args.cidr_block === "string" ? made.args.cidr_block : region.cidr;
  const range = addressRange(rangeText) ?? EVERYWHERE;
  const tables = readTables(of);
  const subnets = readSubnets(of, tables, range);
  return {
    region,
    stack: stack.name,
    resources: stack.resources,
    range,
    rangeText,
    unseen,
    defaultAclClosed: of("aws_default_network_acl").some(
      ({ args }) => args.ingress === undefined && args.egress === undefined,
    ),
    subnets,
    tables,
    groups: readGroups(of, rangeText),
    transits: readTransits(of),
    hasInternetGateway: of("aws_internet_gateway").length > 0,
  };
}

function indexed(resources: readonly Resource[]): Map<string, Resource[]> {
  const byType = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (resource.mode === "ephemeral") continue;
    const same = byType.get(resource.type);
    if (same) same.push(resource);
    else byType.set(resource.type, [resource]);
  }
  return byType;
}

function readTables(of: Of): Map<string, RouteTable> {
  const tables = new Map<string, RouteTable>();
  const nats = new Map(of("aws_nat_gateway").map((nat) => [nat.address, refTo(nat.args.subnet_id) ?? ""]));
  for (const { address, args } of of("aws_route_table")) {
    const table: RouteTable = { address, routes: [], gateways: new Set() };
    tables.set(address, table);
    for (const route of blocks(args.route)) addRoute(table, address, route, route.cidr_block, nats);
  }
  for (const { address, args } of of("aws_route")) {
    const table = tables.get(refTo(args.route_table_id) ?? "");
    if (table) addRoute(table, address, args, args.destination_cidr_block, nats);
  }
  for (const { args } of of("aws_vpc_endpoint")) {
    const service = /\.(s3|dynamodb)$/.exec(String(args.service_name))?.[1] as "s3" | "dynamodb" | undefined;
    if (args.vpc_endpoint_type !== "Gateway" || service === undefined) continue;
    for (const address of refsIn(args.route_table_ids)) tables.get(address)?.gateways.add(service);
  }
  return tables;
}

function addRoute(
  table: RouteTable,
  address: string,
  args: Readonly<Record<string, Argument>>,
  destination: Argument | undefined,
  nats: ReadonlyMap<string, string>,
): void {
  const text = String(destination);
  const to = addressRange(text);
  if (to) table.routes.push({ address, to, text, way: wayOf(args, nats) });
}

function wayOf(args: Readonly<Record<string, Argument>>, nats: ReadonlyMap<string, string>): Way {
  const gateway = refTo(args.gateway_id);
  if (gateway?.startsWith("aws_internet_gateway.")) return { kind: "internet" };
  const nat = refTo(args.nat_gateway_id);
  if (nat !== undefined) return { kind: "nat", subnet: nats.get(nat) ?? "", address: nat };
  const transit = refTo(args.transit_gateway_id);
  if (transit !== undefined) return { kind: "transit", gateway: transit };
  const what = Object.keys(args).find((name) => name.endsWith("_id") && name !== "route_table_id") ?? "nothing";
  return { kind: "other", what: `${what} ${gateway ?? ""}`.trim() };
}

function readSubnets(of: Of, tables: ReadonlyMap<string, RouteTable>, vpc: AddressRange): Map<string, Subnet> {
  const subnets = new Map<string, Subnet>();
  for (const { address, args } of of("aws_subnet"))
    subnets.set(address, {
      address,
      zone: String(args.availability_zone_id ?? args.availability_zone ?? ""),
      range: addressRange(typeof args.cidr_block === "string" ? args.cidr_block : undefined) ?? vpc,
      table: undefined,
      acl: undefined,
      takesPublicAddress: args.map_public_ip_on_launch === true,
    });
  for (const { args } of of("aws_route_table_association")) {
    const subnet = subnets.get(refTo(args.subnet_id) ?? "");
    if (subnet) subnet.table = tables.get(refTo(args.route_table_id) ?? "");
  }
  for (const acl of readAcls(of))
    for (const address of acl.subnets) {
      const subnet = subnets.get(address);
      if (subnet) subnet.acl = acl;
    }
  return subnets;
}

function readAcls(of: Of): readonly (Acl & { readonly subnets: readonly string[] })[] {
  const rules = new Map<string, { in: AclRule[]; out: AclRule[] }>();
  const add = (acl: string, out: boolean, rule: AclRule) => {
    const lists = rules.get(acl) ?? { in: [], out: [] };
    rules.set(acl, lists);
    lists[out ? "out" : "in"].push(rule);
  };
  const read = (address: string, args: Readonly<Record<string, Argument>>, number: unknown, action: unknown) => ({
    address,
    number: Number(number),
    allow: action === "allow",
    ports: portsOf(args.protocol, args.from_port, args.to_port),
    range: addressRange(typeof args.cidr_block === "string" ? args.cidr_block : undefined),
  });
  for (const { address, args } of of("aws_network_acl_rule"))
    add(
      refTo(args.network_acl_id) ?? "",
      args.egress === true,
      read(address, args, args.rule_number, args.rule_action),
    );
  for (const { address, args } of of("aws_network_acl"))
    for (const way of ["ingress", "egress"] as const)
      for (const block of blocks(args[way]))
        add(address, way === "egress", read(address, block, block.rule_no, block.action));
  const sorted = (list: AclRule[] | undefined) => (list ?? []).sort((a, b) => a.number - b.number);
  return of("aws_network_acl").map(({ address, args }) => ({
    address,
    in: sorted(rules.get(address)?.in),
    out: sorted(rules.get(address)?.out),
    subnets: refsIn(args.subnet_ids),
  }));
}

function readTransits(of: Of): Vpc["transits"] {
  const leading = new Set(
    [...of("aws_dx_gateway_association"), ...of("aws_vpn_connection")].flatMap(({ args }) => [
      refTo(args.associated_gateway_id) ?? "",
      refTo(args.transit_gateway_id) ?? "",
    ]),
  );
  return new Map(
    of("aws_ec2_transit_gateway_vpc_attachment").map(({ args }) => {
      const gateway = refTo(args.transit_gateway_id) ?? "";
      return [gateway, { subnets: refsIn(args.subnet_ids), leadsOn: leading.has(gateway) }] as const;
    }),
  );
}

/** The routes of `link`: its tables are found by region and Name, or by a subnet of the company's, and so are they here. */
function joinRegions(vpcs: readonly Vpc[], link: StackOfResources): void {
  const byAddress = new Map(link.resources.map((resource) => [resource.address, resource]));
  const regionOf = (argument: Argument | undefined) => byAddress.get(refTo(argument) ?? "")?.region;
  const accepted = new Map<string, Argument | undefined>();
  const peerings = new Map<string, readonly string[]>();
  for (const { type, mode, address, args } of link.resources)
    if (mode === "resource" && type === "aws_vpc_peering_connection_accepter")
      accepted.set(address, args.vpc_peering_connection_id);
  for (const { type, mode, address, args } of link.resources) {
    if (mode !== "resource" || type !== "aws_vpc_peering_connection") continue;
    const takers = [...accepted].filter(([, asked]) => refTo(asked) === address).map(([taker]) => taker);
    // Nobody accepted it: it carries nothing.
    if (takers.length === 0 && args.auto_accept !== true) continue;
    const regions = [regionOf(args.vpc_id) ?? "", regionOf(args.peer_vpc_id) ?? ""];
    for (const one of [address, ...takers]) peerings.set(one, regions);
  }
  for (const { type, mode, address, args, region } of link.resources) {
    if (type !== "aws_route" || mode !== "resource") continue;
    const text = String(args.destination_cidr_block);
    const to = addressRange(text);
    const vpc = vpcs.find((one) => one.region.name === region);
    const found = byAddress.get(refTo(args.route_table_id) ?? "");
    const table = vpc && found && tableLike(vpc, found);
    if (!to || !table) continue;
    const peering = refTo(args.vpc_peering_connection_id);
    const regions = peerings.get(peering ?? "");
    const way: Way = regions
      ? { kind: "peering", regions }
      : peering === undefined
        ? wayOf(args, new Map())
        : { kind: "other", what: `${peering}, which nobody accepted` };
    table.routes.push({ address: `link ${address}`, to, text, way });
  }
}

function tableLike(vpc: Vpc, wanted: Resource): RouteTable | undefined {
  const name = nameTag(wanted);
  const same = vpc.resources.find(
    (one) =>
      one.type === "aws_route_table" &&
      (name === undefined ? wanted.args.subnet_id !== undefined && vpc.unseen : nameTag(one) === name),
  );
  return same && vpc.tables.get(same.address);
}

/** Whether no address of this range is a public one. */
export const isPrivate = (range: AddressRange): boolean => PRIVATE.some((one) => contains(one, range));
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"].map(
  (text) => addressRange(text)!,
);
