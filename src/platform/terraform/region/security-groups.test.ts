import assert from "node:assert/strict";
import { test } from "node:test";
import { ACTORS, type Actor, type Flow } from "../../../blueprint/flows.ts";
import { ANYWHERE, isMember, type Member } from "../../names/network.ts";
import type { Resource } from "../language/stack.ts";
import { rangesOfActor } from "./acl-rules.ts";
import { buildRegionNetwork, caseOf, networkCases, ofType, target } from "./network-cases.ts";
import { RULES_MAX } from "./security-groups.ts";

const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";
const WEIGHTS: Readonly<Record<string, number>> = {
  "data.aws_ec2_managed_prefix_list.cloudfront": 55,
  "data.aws_ec2_managed_prefix_list.route53_checkers": 25,
};
const LISTED: Partial<Record<Actor, string>> = {
  cloudfront: "data.aws_ec2_managed_prefix_list.cloudfront",
  "route53-checkers": "data.aws_ec2_managed_prefix_list.route53_checkers",
  s3: "data.aws_ec2_managed_prefix_list.s3",
  dynamodb: "data.aws_ec2_managed_prefix_list.dynamodb",
};
const group = (actor: Member) => `aws_security_group.${actor.replaceAll("-", "_")}`;
/** The other end of a rule, as one word. */
const otherEnd = ({ args }: Resource): string =>
  target(args.referenced_security_group_id ?? args.prefix_list_id ?? args.cidr_ipv4);
const ruleOf = (rule: Resource): string =>
  [
    rule.type === INGRESS ? "in" : "out",
    target(rule.args.security_group_id).replace("_route53_checkers", ""),
    otherEnd(rule),
    rule.args.ip_protocol,
    rule.args.from_port,
    rule.args.to_port,
  ].join(" ");

for (const { title, platform } of networkCases())
  for (const configured of ["primary", "standby"] as const) {
    const { stack, site } = buildRegionNetwork(platform, configured);
    const rules = [...ofType(stack, INGRESS), ...ofType(stack, EGRESS)];

    test(`${title}, ${configured}: a rule on either side of each declared flow, and none else`, () => {
      const ends = (actor: Actor): readonly string[] =>
        isMember(actor)
          ? [group(actor)]
          : LISTED[actor]
            ? [LISTED[actor]]
            : rangesOfActor(actor, platform, site.region, site.peer);
      const wanted = (flow: Flow) => {
        const what = [flow.protocol, ...flow.ports].join(" ");
        return [
          ...(isMember(flow.to) ? ends(flow.from).map((end) => `in ${group(flow.to as Member)} ${end} ${what}`) : []),
          ...(isMember(flow.from)
            ? ends(flow.to).map((end) => `out ${group(flow.from as Member)} ${end} ${what}`)
            : []),
        ];
      };
      assert.deepEqual([...rules.map(ruleOf)].sort(), [...new Set(platform.flows.flatMap(wanted))].sort());
    });

    test(`${title}, ${configured}: nobody on the internet reaches anything but a load balancer that has no network before it`, () => {
      const open = ofType(stack, INGRESS).filter(({ args }) => args.cidr_ipv4 === ANYWHERE);
      const groups = [...new Set(open.map(({ args }) => target(args.security_group_id)))];
      assert.deepEqual(groups, platform.edge.cdn.kind === "none" ? ["aws_security_group.alb"] : []);
    });

    test(`${title}, ${configured}: no group has more rules than AWS takes, its lists of ranges weighed`, () => {
      for (const type of [INGRESS, EGRESS])
        for (const { address } of ofType(stack, "aws_security_group")) {
          const own = ofType(stack, type).filter(({ args }) => target(args.security_group_id) === address);
          const weight = own.reduce((sum, rule) => sum + (WEIGHTS[otherEnd(rule)] ?? 1), 0);
          assert.ok(weight <= RULES_MAX, `${address}: ${weight}`);
        }
    });

    test(`${title}, ${configured}: descriptions are in the characters that AWS takes`, () => {
      for (const { args, address } of [...rules, ...ofType(stack, "aws_security_group")]) {
        assert.match(String(args.description), /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/, address);
      }
    });

    test(`${title}, ${configured}: no rule refers to a group of another region`, () => {
      for (const { args, address } of rules)
        if (args.referenced_security_group_id !== undefined)
          assert.ok(
            stack.resources.some((one) => one.address === target(args.referenced_security_group_id)),
            address,
          );
    });
  }

test("a load balancer that both CloudFront and the health checkers reach carries two groups", () => {
  const { network } = buildRegionNetwork(caseOf("everything"), "primary");
  assert.equal(network.securityGroupsOf("alb").length, 2);
  assert.equal(network.securityGroupsOf("nodes").length, 1);
});

test("asking for the group of an actor that no flow begins or ends at says what to declare", () => {
  const platform = caseOf("defaults");
  const flows = platform.flows.filter(({ from, to }) => from !== "search" && to !== "search");
  const { network } = buildRegionNetwork({ ...platform, flows }, "primary");
  assert.throws(() => network.securityGroups.search, /search has no security group.*declared-flows/);
});

test("each actor that has network interfaces can have a group", () => {
  const flows: Flow[] = ACTORS.filter(isMember).map((actor) => ({
    from: actor,
    to: actor,
    protocol: "tcp",
    ports: [443, 443],
    why: "Made up.",
  }));
  const { stack } = buildRegionNetwork({ ...caseOf("defaults"), flows }, "primary");
  assert.equal(ofType(stack, "aws_security_group").length, flows.length);
});
