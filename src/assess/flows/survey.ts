// Every possible flow between the actors of a platform, and what becomes of every declared one.
import { ACTORS, type Actor, type Flow } from "../../blueprint/flows.ts";
import type { Platform } from "../../blueprint/platform.ts";
import { type AddressRange, addressRange } from "../../platform/terraform/refusals/address-range.ts";
import { blocks, type StackOfResources } from "../../platform/terraform/refusals/graph.ts";
import { readGround, type Vpc } from "./ground.ts";
import { type Host, hostsOf } from "./hosts.ts";
import { both, covers, EVERYTHING, either, isNone, NOTHING, type PortSet, portsOf, without } from "./ports.ts";
import { type End, internetPlace, type Outside, type Stop, walk } from "./walk.ts";

/** What the rules are asked about. */
export type Network = { readonly platform: Platform; readonly stacks: readonly StackOfResources[] };

type Possible = {
  readonly from: Actor;
  readonly to: Actor;
  readonly ports: PortSet;
  readonly undeclared: PortSet;
};
type Kept =
  | { readonly kind: "possible" }
  /** The region stands without this actor by design. */
  | { readonly kind: "absent" }
  /** It can't be seen from here: the company's own routes, another company's network. */
  | { readonly kind: "unseen"; readonly what: string }
  | { readonly kind: "stopped"; readonly stop: Stop };
type Declared = { readonly flow: Flow; readonly kept: Kept };

export type RegionSurvey = {
  readonly vpc: Vpc;
  readonly hosts: readonly Host[];
  readonly possible: readonly Possible[];
  readonly declared: readonly Declared[];
};
export type Survey = {
  readonly regions: readonly RegionSurvey[];
  readonly places: ReadonlyMap<Actor, readonly Outside[]>;
  readonly declaredPorts: DeclaredPorts;
};
type DeclaredPorts = (from: Actor, to: Actor) => PortSet;

const known = new WeakMap<readonly StackOfResources[], { readonly platform: Platform; readonly survey: Survey }>();

/** The rules, the matrix and the picture all look at one survey. */
export function surveyOf({ platform, stacks }: Network): Survey {
  const before = known.get(stacks);
  if (before?.platform === platform) return before.survey;
  const survey = take({ platform, stacks });
  known.set(stacks, { platform, survey });
  return survey;
}

/** In the other region, an actor goes by another name; most of them are nobody's business there. */
const PEER_NAMES: Partial<Record<Actor, Actor>> = { nodes: "peer-nodes", brokers: "peer-brokers" };
const PEERED: Partial<Record<Actor, Actor>> = { "peer-nodes": "nodes", "peer-brokers": "brokers" };

function take({ platform, stacks }: Network): Survey {
  const places = placesOf(platform);
  const declaredPorts = declarations(platform.flows);
  const grounds = readGround(platform, stacks).map((vpc) => ({ vpc, ends: endsOf(vpc) }));
  const regions = grounds.map(({ vpc, ends }): RegionSurvey => {
    const peer = grounds.find((one) => one.vpc !== vpc);
    const endsBy = (actor: Actor): readonly End[] => {
      const peered = PEERED[actor];
      return peered ? (peer?.ends.byActor.get(peered) ?? []) : (ends.byActor.get(actor) ?? places.get(actor) ?? []);
    };
    return {
      vpc,
      hosts: ends.hosts,
      possible: possibleFlows(endsBy, peer?.ends.byActor, declaredPorts, stacks),
      declared: platform.flows.map((flow) => ({ flow, kept: keptOf(platform, vpc, flow, endsBy, stacks) })),
    };
  });
  return { regions, places, declaredPorts };
}

function endsOf(vpc: Vpc) {
  const hosts = hostsOf(vpc);
  const byActor = new Map<Actor, End[]>();
  for (const host of hosts) {
    if (host.actor === undefined) continue;
    const ends = byActor.get(host.actor) ?? [];
    byActor.set(host.actor, ends);
    for (const subnet of host.subnets) {
      // Seventeen endpoints in the same subnets with the same groups are walked to once.
      const same = ends.some(
        (end) =>
          end.kind === "inside" &&
          end.subnet === subnet &&
          end.host.publicBy === host.publicBy &&
          end.host.listens === host.listens &&
          sameGroups(end.host, host),
      );
      if (!same) ends.push({ kind: "inside", vpc, host, subnet });
    }
  }
  return { hosts, byActor };
}

const sameGroups = (one: Host, other: Host): boolean =>
  one.groups.length === other.groups.length && one.groups.every((group, index) => other.groups[index] === group);

function placesOf({ edge, onPremises }: Platform): Map<Actor, readonly Outside[]> {
  const ranges = (texts: readonly string[]): readonly AddressRange[] =>
    texts.flatMap((text) => addressRange(text) ?? []);
  const premises = onPremises.kind === "connected" ? ranges(onPremises.cidr) : [];
  const network = edge.cdn.kind === "external" ? ranges(edge.cdn.originRanges) : [];
  const found = new Map<Actor, readonly Outside[]>();
  const elsewhere = [...premises, ...network];
  for (const actor of ["internet", "cloudfront", "route53-checkers", "s3", "dynamodb"] as const)
    found.set(actor, [internetPlace(actor, elsewhere)]);
  for (const [actor, all] of [
    ["on-premises", premises],
    ["external-cdn", network],
  ] as const)
    found.set(
      actor,
      all.map((range) => ({ kind: "outside", actor, range, isPublic: false, notHere: [] })),
    );
  return found;
}

/** These are reached over the internet, so whoever may speak to all of it may speak to them. */
const ON_THE_INTERNET: readonly Actor[] = ["cloudfront", "external-cdn", "route53-checkers", "s3", "dynamodb"];

function declarations(flows: readonly Flow[]): DeclaredPorts {
  const found = new Map<string, PortSet>();
  for (const { from, to, protocol, ports } of flows) {
    const key = `${from} ${to}`;
    found.set(key, either(found.get(key) ?? NOTHING, portsOf(protocol, ...ports)));
  }
  const exact = (from: Actor, to: Actor) => found.get(`${from} ${to}`) ?? NOTHING;
  // What is open to the internet is open to everybody.
  return (from, to) =>
    either(exact(from, to), ON_THE_INTERNET.includes(to) ? exact(from, "internet") : NOTHING, exact("internet", to));
}

const OUTSIDE: readonly Actor[] = [
  "internet",
  "cloudfront",
  "external-cdn",
  "route53-checkers",
  "s3",
  "dynamodb",
  "on-premises",
];

type EndsBy = (actor: Actor) => readonly End[];

function possibleFlows(
  endsBy: EndsBy,
  peers: ReadonlyMap<Actor, readonly End[]> | undefined,
  declaredPorts: DeclaredPorts,
  stacks: readonly StackOfResources[],
): readonly Possible[] {
  const found: Possible[] = [];
  const add = (from: Actor, to: Actor, ports: PortSet, declared: PortSet) => {
    if (!isNone(ports)) found.push({ from, to, ports, undeclared: without(ports, declared) });
  };
  const members = ACTORS.filter((actor) => !OUTSIDE.includes(actor) && PEERED[actor] === undefined);
  const sources = [...members, ...OUTSIDE];
  for (const from of sources)
    for (const to of sources) {
      if (OUTSIDE.includes(from) && OUTSIDE.includes(to)) continue;
      // AWS's own interfaces, joined by the group that EKS makes for them: nobody of ours stands there.
      if (from === "control-plane" && to === "control-plane") continue;
      add(from, to, between(endsBy(from), endsBy(to)), declaredPorts(from, to));
    }
  // To the other region's and back; both ends' declarations must name it.
  for (const [actor, ends] of peers ?? [])
    for (const own of members) {
      const name = PEER_NAMES[actor] ?? "peer-nodes";
      const ownName = PEER_NAMES[own];
      const declared = (near: PortSet, far: PortSet) => (PEER_NAMES[actor] && ownName ? both(near, far) : NOTHING);
      const there = declared(declaredPorts(own, name), declaredPorts(ownName ?? own, actor));
      add(own, name, between(endsBy(own), ends), there);
    }
  const front = frontDoor(stacks);
  add("internet", "cloudfront", front, declaredPorts("internet", "cloudfront"));
  return found;
}

const between = (from: readonly End[], to: readonly End[]): PortSet => {
  let ports: PortSet = NOTHING;
  for (const one of from)
    for (const other of to) {
      const passing = walk(one, other, EVERYTHING, "some").ports;
      if (!covers(ports, passing)) ports = either(ports, passing);
    }
  return ports;
};

/** CloudFront listens on both ports whatever it is told; a distribution that sends 80 on to 443 serves nothing there. */
function frontDoor(stacks: readonly StackOfResources[]): PortSet {
  const distributions = stacks.flatMap(({ resources }) =>
    resources.filter(({ type, mode }) => type === "aws_cloudfront_distribution" && mode === "resource"),
  );
  if (distributions.length === 0) return NOTHING;
  const plain = distributions.some(({ args }) =>
    [...blocks(args.default_cache_behavior), ...blocks(args.ordered_cache_behavior)].some(
      (behaviour) => behaviour.viewer_protocol_policy === "allow-all",
    ),
  );
  return either(portsOf("tcp", 443, 443), plain ? portsOf("tcp", 80, 80) : NOTHING);
}

const IN_CLUSTER: readonly Actor[] = ["nodes", "control-plane", "build", "operator-host", "endpoints"];
const OF_A_CLUSTER: readonly Actor[] = ["nodes", "control-plane", "peer-nodes"];
const IN_ENTRY: readonly Actor[] = ["alb", "nginx", "internal-alb"];

/** Whether an actor stands in a region at all: a copy of the data has neither entrance nor cluster. */
function standsIn({ region }: Vpc, actor: Actor): boolean {
  if (OUTSIDE.includes(actor)) return true;
  if (IN_CLUSTER.includes(actor)) return region.holds.cluster;
  // It keeps the logs of what runs here, so it comes with the nodes.
  if (actor === "search") return region.holds.nodes !== "none";
  return IN_ENTRY.includes(actor) ? region.holds.entry : region.holds.data;
}

function keptOf(
  platform: Platform,
  vpc: Vpc,
  { from, to, protocol, ports }: Flow,
  endsBy: EndsBy,
  stacks: readonly StackOfResources[],
): Kept {
  const wanted = portsOf(protocol, ...ports);
  if (OUTSIDE.includes(from) && OUTSIDE.includes(to)) {
    if (to !== "cloudfront") return { kind: "unseen", what: `what ${to} lets in is ${to}'s own to say` };
    const missing = without(wanted, frontDoor(stacks));
    return isNone(missing) ? { kind: "possible" } : stopped("there", "no CloudFront distribution takes it");
  }
  const stands = (actor: Actor) => {
    const peered = PEERED[actor];
    if (peered === undefined) return standsIn(vpc, actor);
    const { primary, standby } = platform.regions;
    return primary.holds.cluster && standby.holds.cluster;
  };
  if (!stands(from) || !stands(to)) return { kind: "absent" };
  if (platform.existing.clusters !== undefined && [from, to].some((actor) => OF_A_CLUSTER.includes(actor)))
    return { kind: "unseen", what: "the cluster is the company's own: its nodes and their groups aren't in the graph" };
  for (const actor of [from, to]) if (endsBy(actor).length === 0) return stopped("there", `nothing here is ${actor}`);
  for (const one of endsBy(from))
    for (const other of endsBy(to)) {
      const { stop } = walk(one, other, wanted, "all");
      if (stop) return { kind: "stopped", stop: { ...stop, at: `${stop.at}${zonesOf(one, other)}` } };
    }
  return vpc.unseen ? { kind: "unseen", what: "routes and network ACLs are the company's own" } : { kind: "possible" };
}

const stopped = (leg: Stop["leg"], at: string): Kept => ({ kind: "stopped", stop: { leg, at } });

const zonesOf = (from: End, to: End): string => {
  const subnets = [from, to].flatMap((end) => (end.kind === "inside" ? [end.subnet.address] : []));
  return ` (${[...new Set(subnets)].join(" to ")})`;
};
