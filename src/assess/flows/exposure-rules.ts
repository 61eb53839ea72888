// What is open to the world, and what leads there: public addresses, ways out, endpoints, buckets.
import type { Argument } from "../../platform/terraform/language/expression.ts";
import { isExpression } from "../../platform/terraform/language/expression.ts";
import type { Resource } from "../../platform/terraform/language/graph.ts";
import { addressRange, contains, overlaps } from "../../platform/terraform/refusals/address-range.ts";
import { block, blocks, list } from "../../platform/terraform/refusals/graph.ts";
import type { Rule, Violation } from "../finding.ts";
import { type Block, refTo, textOf } from "./document.ts";
import type { Subnet, Vpc } from "./ground.ts";
import { actorNamed, type Host } from "./hosts.ts";
import { isNone, portsText } from "./ports.ts";
import { type Network, surveyOf } from "./survey.ts";

const WORLD = new Set(["internet", "cloudfront", "external-cdn", "route53-checkers"]);
/** What may be reached at all, by those that are declared: where a delivery network stands before the load balancer, the
 *  internet as a whole isn't. */
const FRONT = new Set(["cloudfront", "alb"]);

export const ONLY_THE_EDGE_IS_PUBLIC: Rule<Network> = {
  id: "FLOW-6",
  title: "Nothing from the internet reaches anything but the edge",
  severity: "error",
  why: "What has a public address is scanned within minutes of its first day.",
  mend: "Take the public address away; people come through SSM, programs through the load balancer.",
  find: (network) =>
    surveyOf(network).regions.flatMap(({ vpc, hosts, possible }) => [
      ...possible
        .filter(({ from, to, undeclared }) => WORLD.has(from) && (!FRONT.has(to) || !isNone(undeclared)))
        .map(({ from, to, ports }) => ({
          address: `${vpc.stack} ${from} -> ${to}`,
          says: `${from} reaches ${to} on ${portsText(ports)}`,
        })),
      ...hosts
        .filter((host) => host.publicBy !== undefined && !isEntrance(host))
        .map(({ address, publicBy }) => ({ address: `${vpc.stack} ${address}`, says: `it is public by ${publicBy}` })),
      ...[...vpc.subnets.values()]
        .filter(({ takesPublicAddress }) => takesPublicAddress)
        .map(({ address }) => ({
          address: `${vpc.stack} ${address}`,
          says: "whatever starts here gets a public address (map_public_ip_on_launch)",
        })),
      ...vpc.resources
        .filter(({ type, args }) => type === "aws_lambda_function_url" && args.authorization_type === "NONE")
        .map(({ address }) => ({
          address: `${vpc.stack} ${address}`,
          says: "anybody may call it (authorization_type NONE)",
        })),
    ]),
};

/** The load balancer that the edge leads to is known by its security group; any other public one is somebody's mistake. */
const isEntrance = ({ actor, groups }: Host): boolean =>
  actor === "alb" && groups.some(({ address }) => actorNamed(address.replace(/^aws_security_group\./, "")) === "alb");

const DATA = new Set(["database", "database-proxy", "cache", "brokers", "search"]);

export const DATA_HAS_NO_WAY_OUT: Rule<Network> = {
  id: "FLOW-7",
  title: "Subnets that store have no way to the internet",
  severity: "error",
  why: "A way out for a store is a way out for what it stores.",
  mend: "Take the route away; what a store needs comes through what computes, or through an endpoint.",
  find: (network) =>
    surveyOf(network).regions.flatMap(({ vpc, hosts }) => {
      const storing = new Set<Subnet>(
        hosts.filter(({ actor }) => actor !== undefined && DATA.has(actor)).flatMap(({ subnets }) => subnets),
      );
      for (const [address, subnet] of vpc.subnets) if (tierOf(vpc, address) === "data") storing.add(subnet);
      return [...storing].flatMap(({ address, table }) =>
        (table?.routes ?? [])
          .filter(({ to, way }) => to.prefix === 0 || way.kind === "internet" || way.kind === "nat")
          .map((route) => ({
            address: `${vpc.stack} ${route.address}`,
            says: `${address} reaches ${route.text} by it (${route.way.kind})`,
          })),
      );
    }),
};

const tierOf = (vpc: Vpc, address: string): unknown =>
  block(vpc.resources.find((one) => one.address === address)?.args.tags).tier;

export const REGIONS_MEET_BY_PEERING: Rule<Network> = {
  id: "FLOW-8",
  title: "The regions' networks meet by their peering alone, and by exact ranges",
  severity: "error",
  why: "Another way between the regions is one that no flow log of the peering shows and no fence closes.",
  mend: "Route the other region's subnets through the peering connection, and nothing wider than its network.",
  find: (network) => {
    const { regions } = surveyOf(network);
    return regions.flatMap(({ vpc }) => {
      const peer = regions.find((one) => one.vpc !== vpc)?.vpc;
      if (!peer) return [];
      return [...vpc.tables.values()].flatMap(({ routes }) =>
        routes.flatMap(({ address, to, text, way }): readonly Violation[] => {
          const place = { address: address.startsWith("link ") ? address : `${vpc.stack} ${address}` };
          if (way.kind === "peering" && !contains(peer.range, to))
            return [
              { ...place, says: `it sends ${text} through the peering, and the other network is ${peer.rangeText}` },
            ];
          if (way.kind !== "peering" && to.prefix > 0 && overlaps(to, peer.range))
            return [{ ...place, says: `it sends ${text} to the other region by ${way.kind}` }];
          return [];
        }),
      );
    });
  },
};

export const ZONES_LEAVE_ALONE: Rule<Network> = {
  id: "FLOW-9",
  title: "Every zone leaves through its own NAT gateway",
  severity: "warning",
  why: "A zone that leaves through another goes down with it, and pays for the traffic between them until then.",
  mend: "Give the zone a NAT gateway of its own, or set network.natGateways to single and accept the loss.",
  find: (network) =>
    network.platform.network.natGateways === "single"
      ? []
      : surveyOf(network).regions.flatMap(({ vpc }) =>
          [...vpc.subnets.values()].flatMap(({ address, zone, table }) =>
            (table?.routes ?? []).flatMap((route): readonly Violation[] => {
              if (route.way.kind !== "nat") return [];
              const nat = vpc.subnets.get(route.way.subnet);
              if (nat?.zone === zone) return [];
              return [
                {
                  address: `${vpc.stack} ${route.address}`,
                  says: `${address} in zone ${zone} leaves through ${route.way.address} in zone ${nat?.zone ?? "nobody knows"}`,
                },
              ];
            }),
          ),
        ),
};

/** AWS takes no policy on these, or doesn't say that it does. */
const WITHOUT_POLICY = new Set(["eks-auth", "ssmmessages"]);

export const ENDPOINTS_SERVE_THE_ACCOUNT: Rule<Network> = {
  id: "FLOW-10",
  title: "An endpoint serves this account alone",
  severity: "error",
  why: "Through an open endpoint, stolen data leaves for somebody else's bucket by a way that no firewall watches.",
  mend: "Give it a policy whose every Allow asks for aws:PrincipalAccount (for S3, aws:ResourceAccount too) or names resources of this account, or reads named resources of AWS's own.",
  find: (network) =>
    surveyOf(network).regions.flatMap(({ vpc }) =>
      vpc.resources.flatMap((one): readonly Violation[] => {
        if (one.type !== "aws_vpc_endpoint" || one.mode !== "resource") return [];
        const service = String(one.args.service_name).split(`${vpc.region.name}.`)[1] ?? "";
        const address = `${vpc.stack} ${one.address}`;
        const statements = statementsOf(one.args.policy);
        if (statements === undefined)
          return WITHOUT_POLICY.has(service)
            ? []
            : [{ address, says: "it has no policy that can be read, so AWS's own stands: everybody, everything" }];
        return statements
          .filter((statement) =>
            isWide(statement, network.platform.accountId, service === "s3" && one.args.vpc_endpoint_type === "Gateway"),
          )
          .map(({ Sid }) => ({
            address,
            says: `statement ${textOf(Sid) ?? "without a Sid"} lets callers or resources of other accounts through`,
          }));
      }),
    ),
};

function isWide(statement: Block, accountId: string, keepsResources: boolean): boolean {
  if (statement.Effect !== "Allow") return false;
  const asked = conditionsOf(statement);
  const callers = asked.get("aws:principalaccount") === accountId;
  const resources = list(statement.Resource).map((one) => textOf(one) ?? "*");
  if (callers && (!keepsResources || asked.get("aws:resourceaccount") === accountId)) return false;
  if (resources.every((one) => one.split(":")[4] === accountId)) return false;
  // Reading AWS's own buckets of images and packages, by name.
  const reads = list(statement.Action).every((one) => textOf(one) === "s3:GetObject");
  return !(reads && resources.every((one) => /^arn:aws:s3:::[a-z0-9][^*/]+/.test(one)));
}

/** What a statement insists on: keys in small letters, one value each. */
function conditionsOf(statement: Block): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [operator, pairs] of Object.entries(block(statement.Condition))) {
    if (!/^(String|Arn|Bool|IpAddress)/.test(operator) || /Not|IfExists/.test(operator)) continue;
    for (const [key, value] of Object.entries(block(pairs))) {
      const values = list(value);
      found.set(key.toLowerCase(), values.length === 1 ? (textOf(values[0]) ?? "known to Terraform") : "several");
    }
  }
  return found;
}

/** undefined: there is none, or Terraform alone knows it. */
function statementsOf(policy: Argument | undefined): readonly Block[] | undefined {
  if (typeof policy === "string") return undefined;
  const document = isExpression(policy) && policy.kind === "json" ? policy.value : undefined;
  return document === undefined ? undefined : blocks(block(document).Statement);
}

const BLOCKS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"] as const;
const LIMITS_CALLERS =
  /^aws:(principalaccount|principalorgid|principalarn|sourceaccount|sourcearn|sourcevpce?|userid)$/;

export const BUCKETS_ARE_NOT_PUBLIC: Rule<Network> = {
  id: "FLOW-11",
  title: "No bucket is public",
  severity: "error",
  why: "A public bucket needs no network path at all.",
  mend: "Give the bucket a public access block with all four switches on, and no Allow for everybody; CloudFront comes by origin access control.",
  find: ({ stacks }) =>
    stacks.flatMap(({ name, resources }) => {
      const beside = (type: string, bucket: Resource) =>
        resources.filter((one) => one.type === type && one.mode === "resource" && namesBucket(one, bucket));
      return resources
        .filter(({ type, mode }) => type === "aws_s3_bucket" && mode === "resource")
        .flatMap((bucket): readonly Violation[] => {
          const address = `${name} ${bucket.address}`;
          const [guard] = beside("aws_s3_bucket_public_access_block", bucket);
          const off = BLOCKS.filter((one) => guard?.args[one] !== true);
          return [
            ...(guard ? [] : [{ address, says: "it has no public access block of its own" }]),
            ...(guard && off.length > 0
              ? [{ address: `${name} ${guard.address}`, says: `${off.join(", ")} off` }]
              : []),
            ...beside("aws_s3_bucket_policy", bucket).flatMap((policy) =>
              (statementsOf(policy.args.policy) ?? []).filter(isForEverybody).map(({ Sid }) => ({
                address: `${name} ${policy.address}`,
                says: `statement ${textOf(Sid) ?? "without a Sid"} allows everybody`,
              })),
            ),
          ];
        });
    }),
};

const namesBucket = (one: Resource, bucket: Resource): boolean =>
  refTo(one.args.bucket) === bucket.address ||
  (typeof one.args.bucket === "string" && one.args.bucket === bucket.args.bucket);

function isForEverybody(statement: Block): boolean {
  if (statement.Effect !== "Allow") return false;
  const principal = statement.Principal;
  const everybody = principal === "*" || list(block(principal).AWS).some((one) => one === "*");
  return everybody && ![...conditionsOf(statement).keys()].some((key) => LIMITS_CALLERS.test(key));
}

export const DEFAULTS_ARE_SHUT: Rule<Network> = {
  id: "FLOW-12",
  title: "The VPC's default security group and network ACL let nothing through",
  severity: "error",
  why: "Whatever is made by hand without a word on its network lands in them, and by default they are open.",
  mend: "Take both over without a rule (aws_default_security_group, aws_default_network_acl).",
  find: (network) =>
    surveyOf(network).regions.flatMap(({ vpc }) =>
      vpc.unseen
        ? []
        : (["aws_default_security_group", "aws_default_network_acl"] as const).flatMap((type): readonly Violation[] => {
            const one = vpc.resources.find((resource) => resource.type === type && resource.mode === "resource");
            if (!one) return [{ address: `${vpc.stack} ${type}`, says: "it stays as AWS made it, which is open" }];
            const open = one.args.ingress !== undefined || one.args.egress !== undefined;
            return open ? [{ address: `${vpc.stack} ${one.address}`, says: "it has rules" }] : [];
          }),
    ),
};

export const WHAT_CANNOT_BE_SEEN: Rule<Network> = {
  id: "FLOW-13",
  title: "Everything on a flow's way can be seen from here",
  severity: "note",
  why: "What isn't in the graph isn't judged: no finding about it is no proof of it.",
  mend: "Look there yourself, for example with AWS's Reachability Analyzer, before you rely on it.",
  find: (network) => [
    ...surveyOf(network).regions.flatMap(({ vpc, declared, hosts }): readonly Violation[] => [
      ...(vpc.unseen
        ? [
            {
              address: `${vpc.stack} data.aws_vpc.main`,
              says: "the VPC is the company's: its routes, network ACLs, gateways and default security group aren't in the graph, so flows were judged by security groups alone",
            },
          ]
        : []),
      ...(network.platform.existing.clusters === undefined
        ? []
        : [
            {
              address: `${vpc.stack} existing.clusters`,
              says: "the cluster is the company's: which groups its nodes and its control plane carry isn't in the graph, so no flow of theirs was judged",
            },
          ]),
      ...vpc.resources.flatMap((one) => unreadable(vpc, one)),
      ...declared.flatMap(({ flow, kept }) =>
        kept.kind === "unseen" && !vpc.unseen && network.platform.existing.clusters === undefined
          ? [
              {
                address: `${vpc.stack} ${flow.from} -> ${flow.to}`,
                says: `whether it passes can't be told: ${kept.what}`,
              },
            ]
          : [],
      ),
      ...hosts
        .filter(({ actor }) => actor === "control-plane")
        .map(({ address }) => ({
          address: `${vpc.stack} ${address}`,
          says: "EKS makes a security group of its own for the cluster, which no graph holds; it was taken to join its carriers and to let them send anything inside the VPC",
        })),
    ]),
    ...premises(network),
  ],
};

/** What changes a network by a way that the walk doesn't know. None of it is made today; a patch might. */
const UNREAD = new Set([
  "aws_default_route_table",
  "aws_egress_only_internet_gateway",
  "aws_main_route_table_association",
  "aws_network_acl_association",
  "aws_network_interface",
  "aws_network_interface_sg_attachment",
  "aws_networkfirewall_firewall",
  "aws_vpc_endpoint_policy",
  "aws_vpc_endpoint_route_table_association",
  "aws_vpc_endpoint_security_group_association",
  "aws_vpc_endpoint_subnet_association",
  "aws_vpc_ipv4_cidr_block_association",
  "aws_vpc_ipv6_cidr_block_association",
]);

function unreadable(vpc: Vpc, { type, mode, address, args }: Resource): readonly Violation[] {
  if (mode !== "resource") return [];
  const place = { address: `${vpc.stack} ${address}` };
  if (UNREAD.has(type)) return [{ ...place, says: "what it changes isn't followed here" }];
  const isEntry = type === "aws_route" || type === "aws_network_acl_rule";
  const range = args.destination_cidr_block ?? args.cidr_block;
  return isEntry && (typeof range !== "string" || addressRange(range) === undefined)
    ? [{ ...place, says: "it isn't for a range of IPv4 that is written down, and only those are followed here" }]
    : [];
}

function premises({ platform }: Network): readonly Violation[] {
  const { onPremises } = platform;
  if (onPremises.kind !== "connected") return [];
  return onPremises.cidr
    .filter((text) => addressRange(text) !== undefined)
    .map((text) => ({ address: "onPremises.cidr", says: `what ${text} lets in and routes back is its own to say` }));
}
