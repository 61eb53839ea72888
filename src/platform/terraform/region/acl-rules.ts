// What each tier's network ACL lets through, worked out from the declared flows. An ACL judges every packet alone, so a
// flow needs four entries: out and in for the connection, in and out for its answers; and where NAT stands between, the
// public tier carries both once more. ACLs are the coarse sieve, by tier and range; security groups are the fine one.
import type { Actor, Flow } from "../../../blueprint/flows.ts";
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { ANYWHERE, PLACES, RETURN_PORTS, rangeOf, regionsAreJoined, type Tier } from "../../names/network.ts";
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
  const entries = platform.flows.flatMap((flow) => entriesOf(flow, platform, region, peer));
  const needed = entries.filter((entry, index) => !entries.some((other, at) => covers(other, entry, at, index)));
  return numbered(needed, platform, region, peer);
}

function entriesOf(flow: Flow, platform: Platform, region: Region, peer: Region): readonly AclRule[] {
  const [from, to] = [PLACES[flow.from], PLACES[flow.to]];
  const [fromRanges, toRanges] = [flow.from, flow.to].map((actor) => rangesOfActor(actor, platform, region, peer)) as [
    readonly string[],
    readonly string[],
  ];
  const entry = (tier: Tier, way: "in" | "out", ports: Flow["ports"], ranges: readonly string[]): AclRule[] =>
    ranges.map((range) => ({ tier, way, protocol: flow.protocol, ports, range }));
  const answers = RETURN_PORTS;
  const entries: AclRule[] = [];
  if (from !== "outside" && toRanges.length > 0)
    entries.push(...entry(from, "out", flow.ports, toRanges), ...entry(from, "in", answers, toRanges));
  if (to !== "outside" && fromRanges.length > 0)
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

/** The ranges that an actor's packets may come from. None: in this platform it can't be reached at all. */
export function rangesOfActor(actor: Actor, platform: Platform, region: Region, peer: Region): readonly string[] {
  const place = PLACES[actor];
  if (place !== "outside") return [rangeOf(platform, region, place)];
  if (actor === "peer-nodes") return regionsAreJoined(platform) ? [rangeOf(platform, peer, "private")] : [];
  if (actor === "peer-brokers") return regionsAreJoined(platform) ? [rangeOf(platform, peer, "data")] : [];
  if (actor === "on-premises") return platform.onPremises.kind === "connected" ? platform.onPremises.cidr : [];
  // An ACL can't hold AWS's lists of ranges; the security groups do.
  return [ANYWHERE];
}

function covers(one: AclRule, other: AclRule, oneAt: number, otherAt: number): boolean {
  if (one.tier !== other.tier || one.way !== other.way || one.protocol !== other.protocol) return false;
  const wider = one.ports[0] <= other.ports[0] && other.ports[1] <= one.ports[1] && contains(one.range, other.range);
  const same = one.range === other.range && one.ports[0] === other.ports[0] && one.ports[1] === other.ports[1];
  return wider && oneAt !== otherAt && (!same || oneAt < otherAt);
}

/** Numbers come in blocks by where a packet comes from or goes to, so that a new flow moves few of the others. */
const BLOCK = { public: 100, private: 200, data: 300, peer: 400, "on-premises": 500, anywhere: 700 } as const;
const STEP = 5;

function numbered(
  rules: readonly AclRule[],
  platform: Platform,
  region: Region,
  peer: Region,
): readonly NumberedAclRule[] {
  const blockOf = ({ range }: AclRule): number => {
    const tier = (["public", "private", "data"] as const).find((one) => rangeOf(platform, region, one) === range);
    if (tier) return BLOCK[tier];
    if (range === ANYWHERE) return BLOCK.anywhere;
    return contains(peer.cidr, range) ? BLOCK.peer : BLOCK["on-premises"];
  };
  const keyOf = (rule: AclRule) => [rule.tier, rule.way, String(blockOf(rule))].join();
  const sorted = [...rules].sort(
    (a, b) =>
      compare(a.tier, b.tier) ||
      compare(a.way, b.way) ||
      blockOf(a) - blockOf(b) ||
      compare(a.protocol, b.protocol) ||
      a.ports[0] - b.ports[0] ||
      a.ports[1] - b.ports[1] ||
      compare(a.range, b.range),
  );
  const used = new Map<string, number>();
  return sorted.map((rule) => {
    const key = keyOf(rule);
    const number = used.get(key) ?? blockOf(rule);
    used.set(key, number + STEP);
    return { ...rule, number };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
