// What EC2 refuses of networks: ranges, routes, network ACLs, security groups, endpoints, VPN.
import type { Argument } from "../language/expression.ts";
import { addressRange, contains, overlaps } from "./address-range.ts";
import { twice } from "./cloudfront.ts";
import { blocks, type Graph, isSet, type Placed } from "./graph.ts";
import { type Refusal, refused } from "./refusal.ts";

const ACL_RULES_MAX = 20;
const SECURITY_GROUP_RULES_MAX = 60;
const ROUTES_MAX = 50;
/** A managed prefix list counts as its maximum number of entries; CloudFront's is published with its weight. */
const PREFIX_LIST_WEIGHTS: readonly [name: RegExp, weight: number][] = [
  [/cloudfront\.origin-facing/, 55],
  [/route53-healthchecks/, 25],
];
const DESCRIPTION = /^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]{0,255}$/;
const TAG_VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const isIngress = (rule: Placed): boolean => rule.type === "aws_vpc_security_group_ingress_rule";
const rulesOf = (graph: Graph): readonly Placed[] =>
  graph.of("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule");

/** How many rules of the quota a rule takes. */
function weightOf(graph: Graph, rule: Placed): number {
  const prefixList = graph.target(rule, rule.args.prefix_list_id);
  const name = prefixList ? graph.text(prefixList, prefixList.args.name) : undefined;
  return PREFIX_LIST_WEIGHTS.find(([pattern]) => name !== undefined && pattern.test(name))?.[1] ?? 1;
}

/** What a rule admits, as one text: AWS refuses a second rule that says the same, whatever its description. */
function saying(graph: Graph, rule: Placed): string {
  const part = (name: string): string => {
    const value = rule.args[name];
    return value === undefined ? "" : (graph.text(rule, value) ?? JSON.stringify(value));
  };
  return [
    "ip_protocol",
    "from_port",
    "to_port",
    "cidr_ipv4",
    "cidr_ipv6",
    "prefix_list_id",
    "referenced_security_group_id",
  ]
    .map(part)
    .join(" ");
}

const groupKey = (graph: Graph, rule: Placed): string => {
  const group = graph.target(rule, rule.args.security_group_id);
  return `${rule.stack} ${isIngress(rule) ? "in" : "out"} ${group?.address ?? JSON.stringify(rule.args.security_group_id)}`;
};

function grouped(graph: Graph, rules: readonly Placed[]): readonly (readonly Placed[])[] {
  const groups = new Map<string, Placed[]>();
  for (const rule of rules) {
    const key = groupKey(graph, rule);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}

export const NETWORK: readonly Refusal[] = [
  {
    id: "security-group-across-regions",
    says: "InvalidGroup.NotFound: a rule refers to security groups of its own Region; across a peering between Regions use the CIDR block.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html",
    },
    mend: "Name the other side's range by CIDR.",
    *find(graph) {
      for (const rule of rulesOf(graph)) {
        const own = graph.target(rule, rule.args.security_group_id);
        const other = graph.target(rule, rule.args.referenced_security_group_id);
        if (other && (other.region !== rule.region || (own && own.region !== other.region))) {
          yield refused(rule, `refers to ${other.address} in ${other.region} from ${own?.region ?? rule.region}`);
        }
      }
    },
  },
  {
    id: "security-group-rules-over-quota",
    says: "RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has been reached. (A prefix list counts with its maximum of entries.)",
    source: { kind: "issue", where: "https://github.com/terraform-aws-modules/terraform-aws-alb/issues/400" },
    mend: "Give CloudFront's prefix list a group of its own, one port per group; or ask for a higher quota.",
    *find(graph) {
      for (const rules of grouped(graph, rulesOf(graph))) {
        const weight = rules.reduce((sum, rule) => sum + weightOf(graph, rule), 0);
        const first = rules[0];
        if (first && weight > SECURITY_GROUP_RULES_MAX) {
          yield refused(
            first,
            `and the others of its group count ${weight}, and ${SECURITY_GROUP_RULES_MAX} are allowed each way`,
          );
        }
      }
    },
  },
  {
    id: "security-group-rule-twice",
    says: "InvalidPermission.Duplicate: the specified rule already exists",
    source: { kind: "API model", where: "ec2 AuthorizeSecurityGroupIngress" },
    mend: "Declare the flow once.",
    *find(graph) {
      for (const rules of grouped(graph, rulesOf(graph))) {
        const again = twice(rules.map((rule) => saying(graph, rule)));
        for (const said of again) {
          const [, second] = rules.filter((rule) => saying(graph, rule) === said);
          if (second)
            yield refused(second, `says the same as another rule of its group: ${said.trim().replace(/\s+/g, " ")}`);
        }
      }
    },
  },
  {
    id: "security-group-description-characters",
    says: "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
    source: { kind: "issue", where: "https://github.com/aws-cloudformation/cfn-lint/issues/173" },
    mend: "Write it without apostrophes, dashes or arrows.",
    *find(graph) {
      for (const it of [...rulesOf(graph), ...graph.of("aws_security_group")]) {
        const description = graph.text(it, it.args.description);
        if (description !== undefined && !DESCRIPTION.test(description))
          yield refused(it, `its description is "${description}"`);
      }
    },
  },
  {
    id: "tag-value-characters",
    says: "Tag values may hold letters, spaces, numbers and _ . : / = + - @ only.",
    source: {
      kind: "API model",
      where: "iam shape tagValueType: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*; s3, rds and others alike",
    },
    mend: "Leave other characters out of tags; reasons belong into comments.",
    *find(graph) {
      for (const it of graph.resources) {
        const tags = it.args.tags;
        if (typeof tags !== "object" || tags === null || Array.isArray(tags) || "kind" in tags) continue;
        for (const [name, value] of Object.entries(tags as { [name: string]: Argument })) {
          const text = graph.text(it, value);
          if (text !== undefined && (!TAG_VALUE.test(text) || text.length > 256))
            yield refused(it, `its tag ${name} is "${text}"`);
        }
      }
    },
  },
  {
    id: "subnet-outside-its-vpc",
    says: "InvalidSubnet.Range: The CIDR is invalid.",
    source: { kind: "remembered", where: "ec2 CreateSubnet" },
    mend: "Take it from the VPC's own range, /16 to /28.",
    *find(graph) {
      for (const subnet of graph.of("aws_subnet")) {
        const vpc = graph.target(subnet, subnet.args.vpc_id);
        const own = addressRange(graph.text(subnet, subnet.args.cidr_block));
        if (!vpc || !own || vpc.type !== "aws_vpc") continue;
        const further = graph
          .of("aws_vpc_ipv4_cidr_block_association")
          .filter((it) => graph.target(it, it.args.vpc_id) === vpc);
        const ranges = [vpc, ...further]
          .map((it) => addressRange(graph.text(it, it.args.cidr_block)))
          .filter((it) => it !== undefined);
        if (ranges.length === 0) continue;
        if (!ranges.some((range) => contains(range, own)))
          yield refused(subnet, `${graph.text(subnet, subnet.args.cidr_block)} is outside of ${vpc.address}`);
        else if (own.prefix < 16 || own.prefix > 28) yield refused(subnet, `is a /${own.prefix}`);
      }
    },
  },
  {
    id: "subnets-overlap",
    says: "InvalidSubnet.Conflict: The CIDR conflicts with another subnet",
    source: { kind: "remembered", where: "ec2 CreateSubnet" },
    mend: "Give each subnet a range of its own.",
    *find(graph) {
      const subnets = graph.of("aws_subnet");
      for (const [index, one] of subnets.entries()) {
        const range = addressRange(graph.text(one, one.args.cidr_block));
        const vpc = graph.target(one, one.args.vpc_id);
        for (const other of subnets.slice(index + 1)) {
          const its = addressRange(graph.text(other, other.args.cidr_block));
          if (vpc && range && its && graph.target(other, other.args.vpc_id) === vpc && overlaps(range, its))
            yield refused(other, `overlaps ${one.address}`);
        }
      }
    },
  },
  {
    id: "peering-of-overlapping-networks",
    says: "You cannot create a VPC peering connection between VPCs that have matching or overlapping IPv4 CIDR blocks.",
    source: { kind: "documentation", where: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html" },
    mend: "Give the regions ranges that don't overlap.",
    *find(graph) {
      if (graph.of("aws_vpc_peering_connection").length === 0) return;
      const vpcs = graph.of("aws_vpc");
      for (const [index, one] of vpcs.entries()) {
        const range = addressRange(graph.text(one, one.args.cidr_block));
        for (const other of vpcs.slice(index + 1)) {
          const its = addressRange(graph.text(other, other.args.cidr_block));
          if (range && its && other.region !== one.region && overlaps(range, its))
            yield refused(other, `overlaps ${one.stack}: ${one.address}, and the two are peered`);
        }
      }
    },
  },
  {
    id: "peering-accepted-from-the-wrong-side",
    says: "peer_region cannot be set whilst auto_accept is true",
    source: {
      kind: "documentation",
      where: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_peering_connection",
    },
    mend: "Accept it with aws_vpc_peering_connection_accepter through the other region's provider.",
    *find(graph) {
      for (const peering of graph.of("aws_vpc_peering_connection")) {
        if (isSet(peering.args.peer_region) && peering.args.auto_accept === true)
          yield refused(peering, "accepts itself across regions");
      }
    },
  },
  {
    id: "network-acl-rule-number-twice",
    says: "NetworkAclEntryAlreadyExists: The network acl entry identified by … already exists.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    },
    mend: "Number the rules of one direction apart.",
    *find(graph) {
      for (const rules of entries(graph)) {
        for (const number of twice(rules.map((rule) => graph.number(rule, rule.args.rule_number)))) {
          const [, second] = rules.filter((rule) => graph.number(rule, rule.args.rule_number) === number);
          if (second) yield refused(second, `is a second rule ${number}`);
        }
      }
    },
  },
  {
    id: "network-acl-rules-over-quota",
    says: "NetworkAclEntryLimitExceeded: You've reached the limit on the number of rules that you can add to the network ACL.",
    source: { kind: "documentation", where: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html" },
    mend: "Join neighbouring ranges, or ask for up to 40.",
    *find(graph) {
      for (const rules of entries(graph)) {
        const first = rules[0];
        // The default rule, which denies what no other admits, counts too.
        if (first && rules.length + 1 > ACL_RULES_MAX)
          yield refused(first, `and ${rules.length - 1} others of its ACL and direction are over ${ACL_RULES_MAX}`);
      }
    },
  },
  {
    id: "routes-over-quota",
    says: "RouteLimitExceeded: You've reached the limit on the number of routes that you can add to a route table.",
    source: { kind: "documentation", where: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html" },
    mend: "Summarise the destinations, or use a prefix list.",
    *find(graph) {
      for (const routes of byTable(graph)) {
        const first = routes[0];
        if (first && routes.length > ROUTES_MAX)
          yield refused(first, `and ${routes.length - 1} others are over ${ROUTES_MAX}`);
      }
    },
  },
  {
    id: "route-twice",
    says: "RouteAlreadyExists: The route identified by … already exists.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    },
    mend: "Keep one route for each destination of a table.",
    *find(graph) {
      for (const routes of byTable(graph)) {
        for (const destination of twice(routes.map((route) => graph.text(route, route.args.destination_cidr_block)))) {
          const [, second] = routes.filter(
            (route) => graph.text(route, route.args.destination_cidr_block) === destination,
          );
          if (second) yield refused(second, `is a second route to ${destination}`);
        }
      }
    },
  },
  {
    id: "gateway-endpoint-with-subnets",
    says: "InvalidParameter: subnets, security groups and private DNS aren't for gateway endpoints.",
    source: {
      kind: "API model",
      where:
        "ec2 CreateVpcEndpoint: (Interface and Gateway Load Balancer endpoints) SubnetIds; (Interface endpoint) SecurityGroupIds, PrivateDnsEnabled",
    },
    mend: "Give a gateway endpoint route tables, and an interface endpoint the rest.",
    *find(graph) {
      for (const endpoint of graph.of("aws_vpc_endpoint")) {
        const gateway = (endpoint.args.vpc_endpoint_type ?? "Gateway") === "Gateway";
        const wrong = gateway ? ["subnet_ids", "security_group_ids", "private_dns_enabled"] : ["route_table_ids"];
        for (const name of wrong)
          if (isSet(endpoint.args[name]))
            yield refused(endpoint, `is a ${gateway ? "gateway" : "interface"} endpoint and sets ${name}`);
      }
    },
  },
  {
    id: "private-dns-twice",
    says: "InvalidParameter: private-dns-enabled cannot be set because there is already a conflicting DNS domain for … in the VPC",
    source: { kind: "remembered", where: "ec2 CreateVpcEndpoint" },
    mend: "Keep one interface endpoint for each service of a VPC.",
    *find(graph) {
      const own = graph.of("aws_vpc_endpoint").filter((it) => it.args.private_dns_enabled === true);
      const key = (it: Placed): string =>
        `${it.stack} ${graph.target(it, it.args.vpc_id)?.address ?? ""} ${graph.text(it, it.args.service_name)}`;
      for (const again of twice(own.map(key))) {
        const [, second] = own.filter((it) => key(it) === again);
        if (second)
          yield refused(
            second,
            `is a second endpoint with private DNS of ${graph.text(second, second.args.service_name)}`,
          );
      }
    },
  },
  {
    id: "transit-and-direct-connect-share-asn",
    says: "To associate your transit gateway with one or more Direct Connect gateways, the Autonomous System Number (ASN) used by the transit gateway and the Direct Connect gateway must be different.",
    source: { kind: "API model", where: "directconnect CreateDirectConnectGatewayAssociation" },
    mend: "Give the Direct Connect gateway another private ASN than each transit gateway.",
    *find(graph) {
      const DEFAULT_ASN = "64512";
      for (const gateway of graph.of("aws_dx_gateway")) {
        const asn = graph.text(gateway, gateway.args.amazon_side_asn);
        for (const transit of graph.of("aws_ec2_transit_gateway")) {
          if (asn !== undefined && (graph.text(transit, transit.args.amazon_side_asn) ?? DEFAULT_ASN) === asn) {
            yield refused(gateway, `has the ASN ${asn}, as ${transit.stack}: ${transit.address} has`);
          }
        }
      }
    },
  },
  {
    id: "gp3-volume-ratio",
    says: "InvalidParameterCombination: gp3 takes 3,000 to 16,000 IOPS, at most 500 for each GiB, and at most 0.25 MiB/s of throughput for each of them.",
    source: { kind: "documentation", where: "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html" },
    mend: "Enlarge the volume, or ask for less.",
    *find(graph) {
      for (const template of graph.of("aws_launch_template")) {
        for (const ebs of blocks(template.args.block_device_mappings).flatMap((mapping) => blocks(mapping.ebs))) {
          if (ebs.volume_type !== "gp3") continue;
          const [size, iops, throughput] = [ebs.volume_size, ebs.iops, ebs.throughput].map((value) =>
            graph.number(template, value),
          );
          if (iops !== undefined && (iops < 3_000 || iops > 16_000 || (size !== undefined && iops > size * 500))) {
            yield refused(template, `asks for ${iops} IOPS on ${size ?? "?"} GiB`);
          }
          if (throughput !== undefined && throughput > (iops ?? 3_000) / 4)
            yield refused(template, `asks for ${throughput} MiB/s with ${iops ?? 3_000} IOPS`);
        }
      }
    },
  },
];

/** The entries of each network ACL and direction. */
function entries(graph: Graph): readonly (readonly Placed[])[] {
  const found = new Map<string, Placed[]>();
  for (const rule of graph.of("aws_network_acl_rule")) {
    const acl = graph.target(rule, rule.args.network_acl_id)?.address ?? JSON.stringify(rule.args.network_acl_id);
    const key = `${rule.stack} ${acl} ${rule.args.egress === true ? "out" : "in"}`;
    found.set(key, [...(found.get(key) ?? []), rule]);
  }
  return [...found.values()];
}

/** The routes of each table. */
function byTable(graph: Graph): readonly (readonly Placed[])[] {
  const found = new Map<string, Placed[]>();
  for (const route of graph.of("aws_route")) {
    const table = graph.target(route, route.args.route_table_id)?.address ?? JSON.stringify(route.args.route_table_id);
    const key = `${route.stack} ${route.region} ${table}`;
    found.set(key, [...(found.get(key) ?? []), route]);
  }
  return [...found.values()];
}
