// A packet's walk from one end to another and its answer's walk back: out of a security group, along the route tables,
// through the network ACLs of either side (which know no connections, so answers need entries of their own), and into a
// security group. It asks two questions of the same walk: whether a packet can pass at all, and whether all of them do.
import type { Actor } from "../../blueprint/flows.ts";
import { type AddressRange, contains, overlaps } from "../../platform/terraform/refusals/address-range.ts";
import { EVERYWHERE } from "./document.ts";
import { type Acl, isPrivate, type Route, type Subnet, type Vpc } from "./ground.ts";
import type { Group, GroupRule } from "./groups.ts";
import type { Host } from "./hosts.ts";
import { both, covers, EVERYTHING, either, isNone, NOTHING, type PortSet, without } from "./ports.ts";

type Inside = { readonly kind: "inside"; readonly vpc: Vpc; readonly host: Host; readonly subnet: Subnet };
export type Outside = {
  readonly kind: "outside";
  readonly actor: Actor;
  /** A public place's is everywhere: what AWS keeps lists of is known by the list alone. */
  readonly range: AddressRange;
  readonly isPublic: boolean;
  /** Ranges that others than this one are known by, such as the premises'. */
  readonly notHere: readonly AddressRange[];
};
export type End = Inside | Outside;

/** "some": can any packet pass? "all": does every packet pass? */
type Asked = "some" | "all";
export type Stop = { readonly leg: "there" | "back"; readonly at: string };
type Walked = { readonly ports: PortSet; readonly stop?: Stop };

/** Ports that answers come back to: NAT gateways and load balancers use all of them. */
const ANSWERS: PortSet = [
  { protocol: "tcp", first: 1024, last: 65_535 },
  { protocol: "udp", first: 1024, last: 65_535 },
];

type Step = { readonly leg: Stop["leg"]; readonly at: () => string; readonly ports: PortSet };

/** What passes of these ports; asked for "all", where the first of them stops. */
export function walk(from: End, to: End, wanted: PortSet, asked: Asked): Walked {
  let ports = wanted;
  for (const step of steps(from, to, asked)) {
    ports = asked === "all" && !covers(step.ports, wanted) ? NOTHING : both(ports, step.ports);
    if (isNone(ports)) return { ports, stop: { leg: step.leg, at: step.at() } };
  }
  return { ports };
}

function* steps(from: End, to: End, asked: Asked): Generator<Step> {
  if (from.kind === "inside")
    yield {
      leg: "there",
      at: () => `no egress rule of ${groupNames(from)} lets it out to ${endName(to)}`,
      ports: admitted(from.host.groups, "out", to, from.vpc, asked),
    };
  if (to.kind === "inside")
    yield {
      leg: "there",
      at: () => `no ingress rule of ${groupNames(to)} lets ${endName(from)} in`,
      ports: admitted(to.host.groups, "in", from, to.vpc, asked),
    };
  const there = path(from, to, asked);
  if (there.stop !== undefined) yield { leg: "there", at: () => there.stop ?? "", ports: NOTHING };
  for (const gate of there.gates) yield gateStep(gate, "there", asked);
  if (to.kind === "inside" && to.host.listens && asked === "all")
    yield { leg: "there", at: () => `${to.host.address} has no listener there`, ports: to.host.listens };
  const back = pathBack(from, to, asked);
  if (back.stop !== undefined) yield { leg: "back", at: () => back.stop ?? "", ports: NOTHING };
  for (const gate of back.gates) yield gateStep(gate, "back", asked);
}

const endName = (end: End): string => (end.kind === "outside" ? end.actor : (end.host.actor ?? end.host.address));
const groupNames = ({ host }: Inside): string => host.groups.map(({ address }) => address).join(" or ") || host.address;

/** What a side's rules let through to (or from) the other end. */
function admitted(groups: readonly Group[], way: "in" | "out", other: End, own: Vpc, asked: Asked): PortSet {
  const ports: PortSet[] = [];
  for (const group of groups) for (const rule of group[way]) if (names(rule, other, own, asked)) ports.push(rule.ports);
  return either(...ports);
}

function names({ other: named }: GroupRule, end: End, own: Vpc, asked: Asked): boolean {
  if (end.kind === "inside") {
    // A group is known in its own VPC alone.
    if (named.kind === "group") return end.vpc === own && end.host.groups.some(({ key }) => key === named.key);
    return named.kind === "range" && holds(named.range, end.subnet.range, asked);
  }
  if (named.kind === "list")
    return named.actor === end.actor || (named.actor === undefined && end.isPublic && asked === "some");
  return named.kind === "range" && holdsPlace(named.range, end, asked);
}

const holds = (range: AddressRange, wanted: AddressRange, asked: Asked): boolean =>
  asked === "all" ? contains(range, wanted) : overlaps(range, wanted);

/** A rule so wide is meant for the internet as a whole, the places that AWS keeps lists of among it. */
const WIDE_PREFIX_MAX = 7;

function holdsPlace(range: AddressRange, place: Outside, asked: Asked): boolean {
  if (!place.isPublic) return holds(range, place.range, asked);
  if (isPrivate(range) || place.notHere.some((other) => contains(other, range))) return false;
  if (place.actor === "internet") return asked === "some" || range.prefix === 0;
  return range.prefix <= WIDE_PREFIX_MAX;
}

/** An ACL that a packet (or an answer) passes, and what it is seen as there. */
type Gate = {
  readonly acl: Acl | undefined;
  readonly closed: boolean;
  readonly way: "in" | "out";
  readonly other: End;
};
type Path = { readonly gates: readonly Gate[]; readonly stop?: string };

function gateStep({ acl, closed, way, other }: Gate, leg: Stop["leg"], asked: Asked): Step {
  const at = () =>
    acl
      ? `${acl.address} has no entry ${way === "in" ? "in" : "out"} for ${leg === "back" ? "answers " : ""}${way === "in" ? "from" : "to"} ${endName(other)}`
      : "the VPC's default network ACL, which is shut";
  const passed = acl ? throughAcl(acl, way, other, asked) : closed ? NOTHING : EVERYTHING;
  return { leg, at, ports: leg === "there" ? passed : answered(passed, asked) };
}

/** Answers go to ports of the caller's choice, so an entry for a part of them lets only some connections live. */
function answered(passed: PortSet, asked: Asked): PortSet {
  return EVERYTHING.filter(({ protocol }) => {
    const answers = ANSWERS.filter((span) => span.protocol === protocol);
    if (answers.length === 0) return passed.some((span) => span.protocol === protocol);
    return asked === "all" ? covers(passed, answers) : !isNone(both(passed, answers));
  });
}

const cache = new WeakMap<Acl, Map<string, PortSet>>();

/** The first entry that matches decides, lowest number first. */
function throughAcl(acl: Acl, way: "in" | "out", other: End, asked: Asked): PortSet {
  const range = other.kind === "inside" ? other.subnet.range : other.range;
  const key = `${way} ${asked} ${range.first} ${range.last} ${other.kind === "outside" && other.isPublic ? other.actor : ""}`;
  const known = cache.get(acl) ?? new Map<string, PortSet>();
  cache.set(acl, known);
  const before = known.get(key);
  if (before) return before;
  const partly = (entry: AddressRange) =>
    other.kind === "outside" ? holdsPlace(entry, other, "some") : overlaps(entry, range);
  let allowed: PortSet = NOTHING;
  let decided: PortSet = NOTHING;
  for (const entry of acl[way]) {
    if (!entry.range || !partly(entry.range)) continue;
    const wholly = contains(entry.range, range);
    // Of what an entry touches only in part, the asker's wish takes the part that fits it.
    if (!wholly && entry.allow === (asked === "all")) continue;
    if (entry.allow) allowed = either(allowed, without(entry.ports, decided));
    if (wholly || asked === "all") decided = either(decided, entry.ports);
  }
  known.set(key, allowed);
  return allowed;
}

const gate = (at: Inside, way: Gate["way"], other: End): Gate => ({
  acl: at.subnet.acl,
  closed: !at.vpc.unseen && at.vpc.defaultAclClosed,
  way,
  other,
});

/** How a packet gets from here to there: the ACLs on its way, or why it doesn't. */
function path(from: End, to: End, asked: Asked): Path {
  if (from.kind === "outside") return to.kind === "inside" ? arriving(from, to) : { gates: [] };
  if (to.kind === "outside") return leaving(from, to, asked);
  if (from.vpc === to.vpc)
    return { gates: from.subnet === to.subnet ? [] : [gate(from, "out", to), gate(to, "in", from)] };
  const gates = [gate(from, "out", to), gate(to, "in", from)];
  const route = routeOf(from, to.subnet.range, asked);
  if (from.vpc.unseen || (route?.way.kind === "peering" && route.way.regions.includes(to.vpc.region.name)))
    return { gates };
  return { gates, stop: noRoute(from, `${endName(to)} in ${to.vpc.region.name}`, route) };
}

/** The answer's way: the same walk turned round, except that what came from outside goes back where it came from. */
function pathBack(from: End, to: End, asked: Asked): Path {
  if (from.kind === "inside" && to.kind === "inside") return path(to, from, asked);
  if (to.kind === "inside" && from.kind === "outside") return returning(to, from, asked);
  if (from.kind === "inside" && to.kind === "outside") return { gates: answersFrom(from, to, asked) };
  return { gates: [] };
}

/** From the internet only to a public address behind an internet gateway; from the premises through a transit gateway. */
function arriving(from: Outside, to: Inside): Path {
  const gates = [gate(to, "in", from)];
  if (from.actor === "on-premises") {
    if (to.vpc.unseen) return { gates };
    const joined = [...to.vpc.transits.values()].find(({ leadsOn }) => leadsOn);
    if (!joined) return { gates, stop: `no transit gateway of ${to.vpc.region.name} leads to the premises` };
    // AWS looks at no entry for what a transit gateway hands to its own subnet.
    return { gates: joined.subnets.includes(to.subnet.address) ? [] : gates };
  }
  if (to.host.publicBy === undefined && !to.subnet.takesPublicAddress)
    return { gates, stop: `${to.host.address} has no public address` };
  if (!to.vpc.hasInternetGateway && !to.vpc.unseen) return { gates, stop: `${to.vpc.stack} has no internet gateway` };
  return { gates };
}

function returning(at: Inside, other: Outside, asked: Asked): Path {
  const gates = [gate(at, "out", other)];
  if (at.vpc.unseen) return { gates };
  const route = routeOf(at, other.range, asked);
  const wanted = other.actor === "on-premises" ? "transit" : "internet";
  return route?.way.kind === wanted ? { gates } : { gates, stop: noRoute(at, other.actor, route) };
}

function leaving(from: Inside, to: Outside, asked: Asked): Path {
  const gates = [gate(from, "out", to)];
  const { table } = from.subnet;
  if (from.vpc.unseen) return { gates };
  if ((to.actor === "s3" || to.actor === "dynamodb") && table?.gateways.has(to.actor)) return { gates };
  const route = routeOf(from, to.range, asked);
  if (to.actor === "on-premises") {
    if (route?.way.kind !== "transit") return { gates, stop: noRoute(from, to.actor, route) };
    const joined = from.vpc.transits.get(route.way.gateway);
    const zones = joined?.subnets.map((address) => from.vpc.subnets.get(address)?.zone);
    if (!joined?.leadsOn || !zones?.includes(from.subnet.zone))
      return { gates, stop: `${route.way.gateway} doesn't lead from zone ${from.subnet.zone} to the premises` };
    return { gates };
  }
  if (route?.way.kind === "internet")
    return from.host.publicBy !== undefined || from.subnet.takesPublicAddress
      ? { gates }
      : {
          gates,
          stop: `${route.address} leads to the internet gateway, but ${from.host.address} has no public address`,
        };
  if (route?.way.kind !== "nat") return { gates, stop: noRoute(from, to.actor, route) };
  const nat = from.vpc.subnets.get(route.way.subnet);
  const exit = nat?.table?.routes.find(({ to: range, way }) => range.prefix === 0 && way.kind === "internet");
  if (!nat || !exit) return { gates, stop: `${route.way.address} stands in a subnet that has no way to the internet` };
  const standing: Inside = { ...from, subnet: nat };
  if (nat !== from.subnet) gates.push(gate(standing, "in", from));
  return { gates: [...gates, gate(standing, "out", to)] };
}

/** Answers from outside come back over the same gateway. */
function answersFrom(from: Inside, to: Outside, asked: Asked): readonly Gate[] {
  const gates = [gate(from, "in", to)];
  if (from.vpc.unseen) return gates;
  if (to.actor === "on-premises") {
    const route = routeOf(from, to.range, asked);
    const joined = route?.way.kind === "transit" ? from.vpc.transits.get(route.way.gateway) : undefined;
    return joined?.subnets.includes(from.subnet.address) ? [] : gates;
  }
  if ((to.actor === "s3" || to.actor === "dynamodb") && from.subnet.table?.gateways.has(to.actor)) return gates;
  const route = routeOf(from, to.range, asked);
  const nat = route?.way.kind === "nat" ? from.vpc.subnets.get(route.way.subnet) : undefined;
  if (!nat) return gates;
  const standing: Inside = { ...from, subnet: nat };
  return [gate(standing, "in", to), ...(nat === from.subnet ? [] : [gate(standing, "out", from)]), ...gates];
}

/** The most exact route wins. */
function routeOf({ subnet }: Inside, to: AddressRange, asked: Asked): Route | undefined {
  let best: Route | undefined;
  for (const route of subnet.table?.routes ?? [])
    if (holds(route.to, to, to.prefix === 0 ? "all" : asked) && (!best || route.to.prefix > best.to.prefix))
      best = route;
  return best;
}

function noRoute({ subnet, vpc }: Inside, to: string, route: Route | undefined): string {
  const table = subnet.table?.address ?? `the main route table of ${vpc.stack}`;
  return route
    ? `${route.address} leads ${route.text} elsewhere (${route.way.kind}), not to ${to}`
    : `${table} has no route to ${to}`;
}

export const internetPlace = (actor: Actor, notHere: readonly AddressRange[]): Outside => ({
  kind: "outside",
  actor,
  range: EVERYWHERE,
  isPublic: true,
  notHere,
});
