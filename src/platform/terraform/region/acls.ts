// One network ACL per tier, its entries each a resource of its own, so that a change shows as what it is.
import { baseName } from "../../names/base.ts";
import { ANYWHERE, TIERS } from "../../names/network.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import { type AclRule, aclRules, rangesOfActor } from "./acl-rules.ts";
import type { Site } from "./site.ts";
import type { Ground } from "./subnets.ts";

/** After the entries for the premises, before those for anywhere. */
const REFUSED = { number: 600, step: 5 } as const;
/** Message "fragmentation needed": without it, connections that cross a link with smaller packets hang. */
const FRAGMENTATION_NEEDED = { type: 3, code: 4, number: 900 } as const;

/** A company's own VPC keeps its own ACLs. */
export function buildAcls(site: Site, ground: Ground): void {
  const { platform, region, peer, stack } = site;
  if (platform.existing.vpcs !== undefined) return;
  const file = stack.file(
    "acls",
    "Network ACLs, one per tier. They know no connections, so answers come back by entries of their own (ports 1024 to 65535).",
  );
  const rules = aclRules(platform, region, peer);
  for (const tier of TIERS) {
    const acl = file.resource("aws_network_acl", tier, {
      vpc_id: ground.vpcId,
      subnet_ids: ground.subnets[tier],
      tags: { Name: `${baseName(platform)}-${tier}` },
    });
    for (const rule of rules.filter((one) => one.tier === tier))
      file.resource(
        "aws_network_acl_rule",
        [tier, rule.way, rule.protocol, ...portsLabel(rule.ports), rangeLabel(rule.range)].join("_"),
        {
          network_acl_id: acl.id,
          egress: rule.way === "out",
          rule_number: rule.number,
          rule_action: "allow",
          protocol: rule.protocol,
          from_port: rule.ports[0],
          to_port: rule.ports[1],
          cidr_block: rule.range,
        },
      );
    if (tier === "private") refusePremises(site, file, acl, rules);
    for (const way of ["in", "out"] as const)
      file.resource("aws_network_acl_rule", `${tier}_${way}_fragmentation_needed`, {
        network_acl_id: acl.id,
        egress: way === "out",
        rule_number: FRAGMENTATION_NEEDED.number,
        rule_action: "allow",
        protocol: "icmp",
        icmp_type: FRAGMENTATION_NEEDED.type,
        icmp_code: FRAGMENTATION_NEEDED.code,
        cidr_block: tier === "data" ? region.cidr : ANYWHERE,
      });
  }
}

/** "Anywhere" is meant for the internet, and a transit gateway makes the premises a part of it: there, only what is
 *  declared for them may go. */
function refusePremises(
  { platform, region, peer }: Site,
  file: File,
  acl: ResourceHandle<"aws_network_acl">,
  rules: readonly AclRule[],
): void {
  const wide = rules.filter((rule) => rule.tier === "private" && rule.way === "out" && rule.range === ANYWHERE);
  const protocols = [...new Set(wide.map(({ protocol }) => protocol))];
  const refused = rangesOfActor("on-premises", platform, region, peer).flatMap((range) =>
    protocols.map((protocol) => ({ range, protocol })),
  );
  refused.forEach(({ range, protocol }, index) => {
    file.resource(
      "aws_network_acl_rule",
      ["private", "out", protocol, "refused", rangeLabel(range)].join("_"),
      {
        network_acl_id: acl.id,
        egress: true,
        rule_number: REFUSED.number + index * REFUSED.step,
        rule_action: "deny",
        protocol,
        from_port: 0,
        to_port: 65_535,
        cidr_block: range,
      },
      { comment: "What may go anywhere may not go to the premises for that." },
    );
  });
}

/** One port by itself, a range by both ends: parts of a resource's name. */
export const portsLabel = ([first, last]: readonly [number, number]): readonly number[] =>
  first === last ? [first] : [first, last];

/** "10.0.96.0/19" as part of a resource's name. */
export const rangeLabel = (range: string): string => (range === ANYWHERE ? "anywhere" : range.replace(/[./]/g, "_"));
