// Security groups with their rules, in whichever of the provider's ways they are written.
import type { Actor } from "../../blueprint/flows.ts";
import type { Argument } from "../../platform/terraform/language/expression.ts";
import { isExpression } from "../../platform/terraform/language/expression.ts";
import { type AddressRange, addressRange } from "../../platform/terraform/refusals/address-range.ts";
import { blocks, list } from "../../platform/terraform/refusals/graph.ts";
import { EVERYWHERE, type Of, refTo } from "./document.ts";
import { EVERYTHING, type PortSet, portsOf } from "./ports.ts";

type Other =
  | { readonly kind: "group"; readonly key: string }
  | { readonly kind: "range"; readonly range: AddressRange; readonly text: string }
  | { readonly kind: "list"; readonly actor: Actor | undefined; readonly text: string }
  | { readonly kind: "unknown"; readonly text: string };
export type GroupRule = { readonly address: string; readonly ports: PortSet; readonly other: Other };
export type Group = {
  readonly key: string;
  readonly address: string;
  readonly tags: Readonly<Record<string, Argument>>;
  readonly in: GroupRule[];
  readonly out: GroupRule[];
};

/** A security group is itself, or the one that EKS makes with a cluster. */
export function groupKeys(argument: Argument | undefined): readonly string[] {
  return list(argument).flatMap((one) => {
    const address = refTo(one);
    if (address === undefined) return [];
    const path = isExpression(one) && one.kind === "ref" ? one.path : [];
    return [path.includes("cluster_security_group_id") ? clusterGroupKey(address) : address];
  });
}
export const clusterGroupKey = (cluster: string): string => `${cluster} (its own group)`;

export function readGroups(of: Of, vpcRange: string): Map<string, Group> {
  const groups = new Map<string, Group>();
  const lists = new Map(of("aws_ec2_managed_prefix_list").map(({ address, args }) => [address, String(args.name)]));
  for (const { address, args } of of("aws_security_group")) {
    const group: Group = { key: address, address, tags: blocks(args.tags)[0] ?? {}, in: [], out: [] };
    groups.set(address, group);
    for (const [way, into] of [
      ["ingress", group.in],
      ["egress", group.out],
    ] as const)
      for (const block of blocks(args[way])) into.push(...inlineRules(address, address, block, lists));
  }
  for (const type of ["ingress", "egress"] as const)
    for (const { address, args } of of(`aws_vpc_security_group_${type}_rule`)) {
      const ports = portsOf(args.ip_protocol, args.from_port, args.to_port);
      const group = groups.get(groupKeys(args.security_group_id)[0] ?? "");
      group?.[type === "ingress" ? "in" : "out"].push({ address, ports, other: otherOf(args, lists) });
    }
  for (const { address, args } of of("aws_security_group_rule")) {
    const key = groupKeys(args.security_group_id)[0] ?? "";
    groups.get(key)?.[args.type === "egress" ? "out" : "in"].push(...inlineRules(key, address, args, lists));
  }
  for (const { address } of of("aws_eks_cluster"))
    groups.set(clusterGroupKey(address), clusterGroup(address, vpcRange));
  return groups;
}

/** The group that EKS makes with a cluster isn't Terraform's, so it is in no graph: whoever carries it may speak to one
 *  another, and send anything to anybody. It is on the control plane's own interfaces, where AWS's API server is the only
 *  program: that speaks to kubelets, webhooks and metrics inside the VPC, so "anybody" is modelled as the VPC. */
function clusterGroup(cluster: string, vpcRange: string): Group {
  const key = clusterGroupKey(cluster);
  const inside: Other = { kind: "range", range: addressRange(vpcRange) ?? EVERYWHERE, text: vpcRange };
  return {
    key,
    address: key,
    tags: {},
    in: [{ address: key, ports: EVERYTHING, other: { kind: "group", key } }],
    out: [{ address: key, ports: EVERYTHING, other: inside }],
  };
}

function otherOf(args: Readonly<Record<string, Argument>>, lists: ReadonlyMap<string, string>): Other {
  const [key] = groupKeys(args.referenced_security_group_id);
  if (key !== undefined) return { kind: "group", key };
  if (args.prefix_list_id !== undefined) return listed(args.prefix_list_id, lists);
  return ranged(args.cidr_ipv4 ?? args.cidr_ipv6);
}

function inlineRules(
  own: string,
  address: string,
  args: Readonly<Record<string, Argument>>,
  lists: ReadonlyMap<string, string>,
): readonly GroupRule[] {
  const ports = portsOf(args.protocol, args.from_port, args.to_port);
  const others: Other[] = [
    ...[...list(args.cidr_blocks), ...list(args.ipv6_cidr_blocks)].map(ranged),
    ...list(args.prefix_list_ids).map((one) => listed(one, lists)),
    ...[...groupKeys(args.security_groups), ...groupKeys(args.source_security_group_id)].map(
      (key): Other => ({ kind: "group", key }),
    ),
    ...(args.self === true ? [{ kind: "group", key: own } as const] : []),
  ];
  return others.map((other) => ({ address, ports, other }));
}

function ranged(argument: Argument | undefined): Other {
  const text = typeof argument === "string" ? argument : "an address that only Terraform knows";
  const range = addressRange(text);
  return range ? { kind: "range", range, text } : { kind: "unknown", text };
}

const LISTS: readonly (readonly [ending: string, actor: Actor])[] = [
  ["cloudfront.origin-facing", "cloudfront"],
  ["route53-healthchecks", "route53-checkers"],
  [".s3", "s3"],
  [".dynamodb", "dynamodb"],
];

function listed(argument: Argument, lists: ReadonlyMap<string, string>): Other {
  const text = lists.get(refTo(argument) ?? "") ?? "a list that only Terraform knows";
  return { kind: "list", actor: LISTS.find(([ending]) => text.endsWith(ending))?.[1], text };
}
