// What each tier's network ACL lets through, worked out from the declared flows. An ACL judges every packet alone, so a
// flow needs four entries: out and in for the connection, in and out for its answers; and where NAT stands between, the
// public tier carries both once more. ACLs are the coarse sieve, by tier and range; security groups are the fine one.
import type { Actor, Flow } from "../../../blueprint/flows.ts";
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { ANYWHERE, PLACES, RETURN_PORTS, rangeOf, regionsAreJoined, TIERS, type Tier } from "../../names/network.ts";
import { contains } from "../../names/ranges.ts";

export type AclRule = {
  readonly tier: Tier;
  readonly way: "in" | "out";
  readonly protocol: Flow["protocol"];
  readonly ports: readonly [first: number, last: number];
  /** Where it comes from, or goes to. */
  readonly range: string;
};

/** A rule with its place in the list; AWS takes the first that matches, lowest number first. */
export type NumberedAclRule = AclRule & { readonly number: number };

/** AWS lets an ACL have so many entries in each direction, unless somebody asks for more. */
export const ENTRIES_MAX = 20;

export function aclRules(platform: Platform, region: Region, peer: Region): readonly NumberedAclRule[] {
  const ranges = new Map(
    [...new Set(platform.flows.flatMap(({ from, to }) => [from, to]))].map((actor) => [
      actor,
      coarseRangesOf(actor, platform, region, peer),
    ]),
  );
  const entries = new Map<string, AclRule>();
  for (const flow of platform.flows)
    for (const entry of entriesOf(flow, ranges.get(flow.from) ?? [], ranges.get(flow.to) ?? []))
      entries.set([entry.tier, entry.way, entry.protocol, ...entry.ports, entry.range].join(), entry);
  const distinct = [...entries.values()];
  const needed = distinct.filter((entry) => !distinct.some((other) => other !== entry && covers(other, entry)));
  return numbered(needed, platform, region, peer);
}

function entriesOf(flow: Flow, fromRanges: readonly string[], toRanges: readonly string[]): readonly AclRule[] {
  const [from, to] = [PLACES[flow.from], PLACES[flow.to]];
  // An actor that can't be reached in this platform needs no way opened to it.
  if (fromRanges.length === 0 || toRanges.length === 0) return [];
  const entry = (tier: Tier, way: "in" | "out", ports: Flow["ports"], ranges: readonly string[]): AclRule[] =>
    ranges.map((range) => ({ tier, way, protocol: flow.protocol, ports, range }));
  const answers = RETURN_PORTS;
  const entries: AclRule[] = [];
  if (from !== "outside")
    entries.push(...entry(from, "out", flow.ports, toRanges), ...entry(from, "in", answers, toRanges));
  if (to !== "outside")
    entries.push(...entry(to, "in", flow.ports, fromRanges), ...entry(to, "out", answers, fromRanges));
  // A private subnet reaches the internet through the NAT gateway in a public one.
  if (from === "private" && flow.to === "internet")
    entries.push(
      ...entry("public", "in", flow.ports, fromRanges),
      ...entry("public", "out", answers, fromRanges),
      ...entry("public", "out", flow.ports, toRanges),
      ...entry("public", "in", answers, toRanges),
    );
  return entries;
}

/** An ACL has room for few entries, so a delivery network's ranges are anywhere to it; the security groups know better. */
const coarseRangesOf = (actor: Actor, platform: Platform, region: Region, peer: Region): readonly string[] =>
  actor === "external-cdn" && platform.edge.cdn.kind === "external"
    ? [ANYWHERE]
    : rangesOfActor(actor, platform, region, peer);

/** The ranges that an actor's packets may come from. None: in this platform it can't be reached at all. */
export function rangesOfActor(actor: Actor, platform: Platform, region: Region, peer: Region): readonly string[] {
  const place = PLACES[actor];
  if (place !== "outside") return [rangeOf(platform, region, place)];
  if (actor === "peer-nodes") return regionsAreJoined(platform) ? [rangeOf(platform, peer, "private")] : [];
  if (actor === "peer-brokers") return regionsAreJoined(platform) ? [rangeOf(platform, peer, "data")] : [];
  if (actor === "on-premises") return platform.onPremises.kind === "connected" ? platform.onPremises.cidr : [];
  if (actor === "external-cdn") return platform.edge.cdn.kind === "external" ? platform.edge.cdn.originRanges : [];
  // The internet, and what AWS keeps lists of: groups take those by name, ACLs can't.
  return [ANYWHERE];
}

/** Whether one entry lets through all that another does. Of equal ones there is one only. */
const covers = (one: AclRule, other: AclRule): boolean =>
  one.tier === other.tier &&
  one.way === other.way &&
  one.protocol === other.protocol &&
  one.ports[0] <= other.ports[0] &&
  other.ports[1] <= one.ports[1] &&
  contains(one.range, other.range);

/** Numbers come in blocks by where a packet comes from or goes to, so that a new flow moves few of the others. */
const BLOCK = { public: 100, private: 200, data: 300, peer: 400, "on-premises": 500, anywhere: 700 } as const;
const STEP = 5;

function numbered(
  rules: readonly AclRule[],
  platform: Platform,
  region: Region,
  peer: Region,
): readonly NumberedAclRule[] {
  const tierAt = new Map(TIERS.map((tier) => [rangeOf(platform, region, tier), tier]));
  const blockOf = (range: string): number => {
    const tier = tierAt.get(range);
    if (tier) return BLOCK[tier];
    if (range === ANYWHERE) return BLOCK.anywhere;
    return contains(peer.cidr, range) ? BLOCK.peer : BLOCK["on-premises"];
  };
  const sorted = rules
    .map((rule) => ({ rule, block: blockOf(rule.range), list: `${rule.tier} ${rule.way}` }))
    .sort(
      (a, b) =>
        compare(a.list, b.list) ||
        a.block - b.block ||
        compare(a.rule.protocol, b.rule.protocol) ||
        a.rule.ports[0] - b.rule.ports[0] ||
        a.rule.ports[1] - b.rule.ports[1] ||
        compare(a.rule.range, b.rule.range),
    );
  const next = new Map<string, number>();
  return sorted.map(({ rule, block, list }) => {
    const number = next.get(`${list} ${block}`) ?? block;
    next.set(`${list} ${block}`, number + STEP);
    return { ...rule, number };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
