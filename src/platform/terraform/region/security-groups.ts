// Security groups: one per actor, and for each declared flow a rule on either side that is in this VPC, none else.
// Inside the region a rule names the other group; across regions and to the premises it names ranges, since AWS takes no
// reference to another region's group; CloudFront and the health checkers come by the lists of ranges that AWS keeps.
import { ACTORS, type Actor, type Flow } from "../../../blueprint/flows.ts";
import { discoveryTag } from "../../names/cluster.ts";
import { isMember, type Member, securityGroupName } from "../../names/network.ts";
import type { Ref } from "../language/expression.ts";
import type { File } from "../language/stack.ts";
import { rangesOfActor } from "./acl-rules.ts";
import { portsLabel, rangeLabel } from "./acls.ts";
import type { Site } from "./site.ts";
import type { Ground } from "./subnets.ts";

/** AWS lets a group have so many rules in each direction, unless somebody asks for more. */
export const RULES_MAX = 60;

/** A list of ranges counts as so many rules: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html,
 *  read in November 2026. CloudFront's and the checkers' together don't fit into one group. */
const PREFIX_LISTS = {
  cloudfront: { weight: 55, name: () => "com.amazonaws.global.cloudfront.origin-facing" },
  s3: { weight: 1, name: (region: string) => `com.amazonaws.${region}.s3` },
  dynamodb: { weight: 1, name: (region: string) => `com.amazonaws.${region}.dynamodb` },
  "route53-checkers": { weight: 25, name: (region: string) => `com.amazonaws.${region}.route53-healthchecks` },
} as const;
const isListed = (actor: Actor): actor is keyof typeof PREFIX_LISTS => actor in PREFIX_LISTS;

const WHAT: Record<Member, string> = {
  alb: "The public load balancer",
  nginx: "The Nginx instances",
  "internal-alb": "The load balancer between Nginx and the cluster",
  nodes: "Nodes of the cluster, and their pods",
  "control-plane": "The API of the cluster, where it stands in this VPC",
  database: "The relational database",
  "database-proxy": "RDS Proxy",
  cache: "ElastiCache",
  brokers: "Brokers of Kafka",
  search: "OpenSearch",
  endpoints: "Private endpoints of AWS services",
  build: "Build projects inside the VPC",
  "operator-host": "The host through which people work, by recorded sessions",
};

export type SecurityGroups = {
  readonly securityGroups: Readonly<Record<Member, Ref<string>>>;
  readonly securityGroupsOf: (actor: Member) => readonly Ref<string>[];
};

export function buildSecurityGroups(site: Site, ground: Ground): SecurityGroups {
  const { platform, region, stack } = site;
  const file = stack.file(
    "security-groups",
    "One security group per actor; one rule on either side of each declared flow, and no other. The flows are the blueprint's.",
  );
  const flows = unique(platform.flows);
  const groups = new Map<Member, readonly Ref<string>[]>();
  for (const actor of ACTORS.filter(isMember)) {
    if (!flows.some(({ from, to }) => from === actor || to === actor)) continue;
    const names = [actor, ...overflow(flows, actor)] as const;
    groups.set(
      actor,
      names.map((name, index) => {
        const label =
          index === 0 ? securityGroupName(platform, actor) : `${securityGroupName(platform, actor)}-${name}`;
        return file.resource("aws_security_group", snake(index === 0 ? actor : `${actor}-${name}`), {
          name: label,
          description: index === 0 ? WHAT[actor] : `${WHAT[actor]}, reached by ${name}`,
          vpc_id: ground.vpcId,
          tags: { Name: label, ...(actor === "nodes" ? discoveryTag(platform, region) : {}) },
        }).id;
      }),
    );
  }
  const groupsOf = (actor: Member): readonly Ref<string>[] => {
    const found = groups.get(actor);
    if (found) return found;
    throw new Error(
      `${actor} has no security group in ${region.name}: no declared flow of ${platform.name} begins or ends there. Declare what it speaks to in src/blueprint/declared-flows.ts.`,
    );
  };
  const lists = prefixLists(site, file, flows);
  for (const flow of flows) buildRules(site, file, flow, groupsOf, lists, flows);
  return { securityGroups: reading(groupsOf), securityGroupsOf: groupsOf };
}

type GroupsOf = (actor: Member) => readonly Ref<string>[];
type Lists = Readonly<Partial<Record<Actor, Ref<string>>>>;
/** The other side of a rule, and how it is named in the rule's own name. */
type Side = { readonly label?: string } & (
  | { readonly referenced_security_group_id: Ref<string> }
  | { readonly prefix_list_id: Ref<string> }
  | { readonly cidr_ipv4: string }
);

function buildRules(
  site: Site,
  file: File,
  flow: Flow,
  groupsOf: GroupsOf,
  lists: Lists,
  flows: readonly Flow[],
): void {
  const { from, to, protocol, ports } = flow;
  const name = (one: Actor, word: string, other: Actor, side: Side) =>
    snake(
      [one, word, other, ...(protocol === "tcp" ? [] : [protocol]), ...portsLabel(ports), side.label ?? []]
        .flat()
        .join("-"),
    );
  const what = { ip_protocol: protocol, from_port: ports[0], to_port: ports[1], description: describe(flow.why) };
  if (isMember(to))
    for (const { label, ...side } of sidesOf(site, from, groupsOf, lists))
      file.resource("aws_vpc_security_group_ingress_rule", name(to, "from", from, { label, ...side } as Side), {
        security_group_id: groupsOf(to)[overflow(flows, to).indexOf(from) + 1]!,
        ...what,
        ...side,
      });
  if (isMember(from))
    for (const { label, ...side } of sidesOf(site, to, groupsOf, lists))
      file.resource("aws_vpc_security_group_egress_rule", name(from, "to", to, { label, ...side } as Side), {
        security_group_id: groupsOf(from)[0]!,
        ...what,
        ...side,
      });
}

function sidesOf({ platform, region, peer }: Site, actor: Actor, groupsOf: GroupsOf, lists: Lists): readonly Side[] {
  if (isMember(actor)) return [{ referenced_security_group_id: groupsOf(actor)[0]! }];
  const list = lists[actor];
  if (list) return [{ prefix_list_id: list }];
  const ranges = rangesOfActor(actor, platform, region, peer);
  return ranges.map((range) => ({ cidr_ipv4: range, ...(ranges.length > 1 ? { label: rangeLabel(range) } : {}) }));
}

/** Lists of AWS that don't fit into an actor's first group, in the order of the flows. */
function overflow(flows: readonly Flow[], actor: Actor): readonly Actor[] {
  const arriving = flows.filter(({ to }) => to === actor);
  const listed = arriving.filter(({ from }) => isListed(from));
  let room = RULES_MAX - (arriving.length - listed.length);
  const beyond = new Set<Actor>();
  for (const { from } of listed) {
    const { weight } = PREFIX_LISTS[from as keyof typeof PREFIX_LISTS];
    if (weight <= room && !beyond.has(from)) room -= weight;
    else beyond.add(from);
  }
  return [...beyond];
}

function prefixLists({ region }: Site, file: File, flows: readonly Flow[]): Lists {
  const asked = ACTORS.filter(isListed).filter((actor) =>
    flows.some(({ from, to }) => (from === actor && isMember(to)) || (to === actor && isMember(from))),
  );
  return Object.fromEntries(
    asked.map((actor) => [
      actor,
      file.data("aws_ec2_managed_prefix_list", snake(actor), { name: PREFIX_LISTS[actor].name(region.name) }).id,
    ]),
  );
}

/** Two flows of the same packets are one flow with two reasons. */
function unique(flows: readonly Flow[]): readonly Flow[] {
  const found = new Map<string, Flow>();
  for (const flow of flows) {
    const key = [flow.from, flow.to, flow.protocol, ...flow.ports].join();
    const before = found.get(key);
    found.set(key, before && before.why !== flow.why ? { ...flow, why: `${before.why} ${flow.why}` } : flow);
  }
  return [...found.values()];
}

const reading = (groupsOf: GroupsOf): Readonly<Record<Member, Ref<string>>> =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      ACTORS.filter(isMember).map((actor) => [actor, { enumerable: true, get: () => groupsOf(actor)[0] }]),
    ),
  ) as Readonly<Record<Member, Ref<string>>>;

const snake = (text: string): string => text.replaceAll("-", "_");

/** AWS takes these characters only in a rule's description, and 255 of them; no apostrophe, no typographic sign. */
const describe = (why: string): string =>
  why
    .replace(/['’`]/g, "")
    .replace(/[^a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]/g, " ")
    .slice(0, 255);
