import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { ACTORS } from "../../blueprint/flows.ts";
import { resolve } from "../../blueprint/platform.ts";
import { boundaryArn } from "../../platform/names/identity.ts";
import type { Resource } from "../../platform/terraform/language/graph.ts";
import { synthesizeTerraform } from "../../platform/terraform/stacks.ts";
import { judge } from "../finding.ts";
import { refTo } from "./document.ts";
import { FLOW_RULES } from "./rules.ts";
import type { Network } from "./survey.ts";

const platform = resolve(flagship, "prod");
const stacks = synthesizeTerraform(platform).map(({ name, region, resources }) => ({ name, region, resources }));
const HERE = `region/${platform.regions.primary.name}`;
const resources = stacks.find(({ name }) => name === HERE)!.resources;

/** The same network with one stack's resources changed; a resource changed into nothing is gone. */
function changed(
  change: (one: Resource) => Resource | undefined,
  added: readonly Resource[] = [],
  stack: string = HERE,
): Network {
  return {
    platform,
    stacks: stacks.map((one) =>
      one.name === stack
        ? { ...one, resources: [...one.resources.flatMap((each) => change(each) ?? []), ...added] }
        : one,
    ),
  };
}
const without = (address: string, stack: string = HERE) => {
  const all = stacks.find(({ name }) => name === stack)!.resources;
  assert.ok(
    all.some((one) => one.address === address),
    `${address} isn't in ${stack}`,
  );
  return changed((one) => (one.address === address ? undefined : one), [], stack);
};
const withArgs = (address: string, args: Resource["args"], stack: string = HERE) => {
  const all = stacks.find(({ name }) => name === stack)!.resources;
  assert.ok(
    all.some((one) => one.address === address),
    `${address} isn't in ${stack}`,
  );
  return changed((one) => (one.address === address ? { ...one, args: { ...one.args, ...args } } : one), [], stack);
};
const made = (type: string, name: string, args: Resource["args"]): Resource => ({
  kind: "resource",
  mode: "resource",
  type,
  name,
  address: `${type}.${name}`,
  file: "added",
  region: platform.regions.primary.name,
  args,
  dependsOn: [],
  lifecycle: {},
});
const idOf = (address: string) => ({ kind: "ref", address, path: ["id"] }) as const;
const keep = (one: Resource) => one;

const findings = (network: Network) => judge(FLOW_RULES, network).filter(({ severity }) => severity !== "note");
const seen = (network: Network) => [...new Set(findings(network).map(({ id }) => id))];
const says = (network: Network, id: string) =>
  findings(network)
    .filter((one) => one.id === id)
    .map(({ address, says: text }) => `${address}: ${text}`)
    .join("\n");

const anywhere = (group: string, port: number) =>
  made("aws_vpc_security_group_ingress_rule", "added", {
    security_group_id: idOf(`aws_security_group.${group}`),
    ip_protocol: "tcp",
    from_port: port,
    to_port: port,
    cidr_ipv4: "0.0.0.0/0",
  });

test("FLOW-1: a way that nobody declared is found when both ends are open to it, whoever opened them", () => {
  const rule = (type: string, own: string, other: string) =>
    made(`aws_vpc_security_group_${type}_rule`, `added_${type}`, {
      security_group_id: idOf(`aws_security_group.${own}`),
      referenced_security_group_id: idOf(`aws_security_group.${other}`),
      ip_protocol: "-1",
    });
  const network = changed(keep, [rule("egress", "nginx", "database"), rule("ingress", "database", "nginx")]);
  // The data tier's ACL lets these ports in for others, and the private tier's lets them out.
  assert.match(says(network, "FLOW-1"), /nginx can reach database on .*5432/);
});

test("FLOW-1: a database that carries the nodes' group too is reached on the nodes' ports", () => {
  const network = withArgs("aws_rds_cluster.main", {
    vpc_security_group_ids: [idOf("aws_security_group.database"), idOf("aws_security_group.nodes")],
  });
  assert.ok(seen(network).includes("FLOW-1"), seen(network).join());
});

test("FLOW-1: an ACL that no longer keeps the premises apart from the internet is found", () => {
  const refused = resources.find(({ name }) => name.startsWith("private_out_tcp_refused"))!;
  assert.match(says(without(refused.address), "FLOW-1"), /nodes can reach on-premises on 443/);
});

test("FLOW-2: a flow without its route, its group's rule or its ACL's entry stops there, by name", () => {
  assert.match(
    says(without("aws_route.private_b_internet"), "FLOW-2"),
    /nodes -> internet .*aws_route_table.private_b has no route to internet/,
  );
  assert.match(
    says(without("aws_vpc_security_group_ingress_rule.database_from_nodes_5432"), "FLOW-2"),
    /nodes -> database 5432-5432: it stops: no ingress rule of aws_security_group.database lets nodes in/,
  );
  assert.match(
    says(without("aws_vpc_security_group_egress_rule.nodes_to_database_5432"), "FLOW-2"),
    /no egress rule of aws_security_group.nodes lets it out to database/,
  );
  const entry = resources.find(({ name }) => name.startsWith("data_in_tcp_5432"))!;
  assert.match(
    says(without(entry.address), "FLOW-2"),
    /nodes -> database .*aws_network_acl.data has no entry in for from nodes|aws_network_acl.data has no entry in/,
  );
  const taken = changed(({ type, ...one }) =>
    type === "aws_ec2_transit_gateway_vpc_attachment" ? undefined : { type, ...one },
  );
  assert.match(says(taken, "FLOW-2"), /nodes -> on-premises/);
});

test("FLOW-2: an entry of lower number that refuses wins over one that allows", () => {
  const network = changed(keep, [
    made("aws_network_acl_rule", "first", {
      network_acl_id: idOf("aws_network_acl.data"),
      egress: false,
      rule_number: 1,
      rule_action: "deny",
      protocol: "tcp",
      from_port: 6379,
      to_port: 6379,
      cidr_block: "0.0.0.0/0",
    }),
  ]);
  assert.match(says(network, "FLOW-2"), /nodes -> cache 6379-6379: it stops: aws_network_acl.data/);
});

test("FLOW-2: a load balancer without a listener on its port, and a region without a delivery network, are found", () => {
  const deaf = changed((one) => (one.type === "aws_lb_listener" ? undefined : one));
  assert.match(says(deaf, "FLOW-2"), /cloudfront -> alb 443-443: it stops: aws_lb.public has no listener/);
  const bare = changed((one) => (one.type === "aws_cloudfront_distribution" ? undefined : one), [], "edge");
  assert.match(says(bare, "FLOW-2"), /internet -> cloudfront/);
});

test("FLOW-2: without the peering's acceptance nothing passes between the regions", () => {
  const network = without("aws_vpc_peering_connection_accepter.regions", "link");
  assert.match(says(network, "FLOW-2"), /nodes -> peer-nodes/);
  assert.match(says(network, "FLOW-2"), /peer-nodes -> brokers/);
});

test("FLOW-3: answers without an entry of their own, or without a route back, are found as answers", () => {
  const entries = resources.filter(({ name }) => name.startsWith("data_out_tcp_1024"));
  assert.ok(entries.length > 0);
  const network = changed((one) => (entries.includes(one) ? undefined : one));
  assert.match(
    says(network, "FLOW-3"),
    /nodes -> database 5432-5432: its answers stop: aws_network_acl.data has no entry out for answers to nodes/,
  );
  assert.doesNotMatch(says(network, "FLOW-2"), /nodes -> database/);
  const oneWay = without("aws_route.primary_data_to_private", "link");
  assert.match(says(oneWay, "FLOW-3"), /peer-nodes -> brokers .*aws_route_table.data has no route to nodes/);
});

test("FLOW-3: an entry for a part of the answers' ports lets only some connections live", () => {
  const entry = resources.find(({ name }) => name.startsWith("data_out_tcp_1024"))!;
  assert.match(says(withArgs(entry.address, { from_port: 32_768 }), "FLOW-3"), /nodes -> database/);
});

test("FLOW-4: a rule that nobody answers yet is found all the same", () => {
  const network = changed(keep, [anywhere("database", 5432)]);
  const everybody = changed(keep, [anywhere("alb", 443)]);
  assert.match(says(everybody, "FLOW-4"), /lets alb be reached from 0.0.0.0\/0 on 443/);
  assert.match(says(everybody, "FLOW-6"), /internet reaches alb/);
  assert.match(says(network, "FLOW-4"), /lets database be reached from 0.0.0.0\/0 on 5432/);
  const inline = withArgs("aws_security_group.cache", {
    ingress: [{ protocol: "-1", from_port: 0, to_port: 0, ipv6_cidr_blocks: ["::/0"] }],
  });
  assert.ok(seen(inline).includes("FLOW-4"));
});

test("FLOW-5: an interface that is no declared actor, or has no group, is found", () => {
  const stranger = made("aws_mq_broker", "added", { security_groups: [idOf("aws_security_group.nodes")] });
  assert.match(says(changed(keep, [stranger]), "FLOW-5"), /aws_mq_broker.added: it has no actor/);
  const bare = withArgs("aws_lb.inner", { security_groups: [] });
  assert.match(says(bare, "FLOW-5"), /aws_lb.inner: it has no security group/);
});

test("FLOW-6: whatever gets a public address is found, and what the world then reaches", () => {
  const database = resources.find(({ type }) => type === "aws_rds_cluster_instance")!;
  assert.match(
    says(withArgs(database.address, { publicly_accessible: true }), "FLOW-6"),
    /aws_rds_cluster.main: it is public by publicly_accessible/,
  );
  const cluster = resources.find(({ type }) => type === "aws_eks_cluster")!;
  const shown = withArgs(cluster.address, {
    vpc_config: { ...(cluster.args.vpc_config as object), endpoint_public_access: true },
  });
  assert.match(says(shown, "FLOW-6"), /aws_eks_cluster.main: it is public by endpoint_public_access/);
  assert.ok(seen(withArgs("aws_lb.inner", { internal: false })).includes("FLOW-6"));
  assert.ok(seen(withArgs("aws_subnet.private_a", { map_public_ip_on_launch: true })).includes("FLOW-6"));
  const url = made("aws_lambda_function_url", "added", { authorization_type: "NONE" });
  assert.ok(seen(changed(keep, [url])).includes("FLOW-6"));

  // A door, a way and an open ACL together: the world reaches the database itself.
  const open = ["in", "out"].map((way) =>
    made("aws_network_acl_rule", `open_${way}`, {
      network_acl_id: idOf("aws_network_acl.data"),
      egress: way === "out",
      rule_number: 1,
      rule_action: "allow",
      protocol: "-1",
      cidr_block: "0.0.0.0/0",
    }),
  );
  const route = made("aws_route", "added", {
    route_table_id: idOf("aws_route_table.data"),
    destination_cidr_block: "0.0.0.0/0",
    gateway_id: idOf("aws_internet_gateway.main"),
  });
  const all = changed(
    (one) =>
      one.type === "aws_rds_cluster_instance" ? { ...one, args: { ...one.args, publicly_accessible: true } } : one,
    [...open, route, anywhere("database", 5432)],
  );
  assert.match(says(all, "FLOW-6"), /internet reaches database on 5432/);
});

test("FLOW-7: a route to the internet for data subnets is found, by whatever gateway", () => {
  for (const way of [
    { gateway_id: idOf("aws_internet_gateway.main") },
    { nat_gateway_id: idOf("aws_nat_gateway.a") },
  ]) {
    const route = made("aws_route", "added", {
      route_table_id: idOf("aws_route_table.data"),
      destination_cidr_block: "0.0.0.0/0",
      ...way,
    });
    assert.match(says(changed(keep, [route]), "FLOW-7"), /aws_route.added: aws_subnet.data_a reaches 0.0.0.0\/0/);
  }
});

test("FLOW-8: a way to the other region past the peering, and a peering route that is too wide, are found", () => {
  const other = made("aws_route", "added", {
    route_table_id: idOf("aws_route_table.private_a"),
    destination_cidr_block: platform.regions.standby.cidr,
    transit_gateway_id: idOf("aws_ec2_transit_gateway.main"),
  });
  assert.match(says(changed(keep, [other]), "FLOW-8"), /to the other region by transit/);
  const wide = withArgs("aws_route.primary_private_a_to_private", { destination_cidr_block: "10.0.0.0/8" }, "link");
  assert.match(says(wide, "FLOW-8"), /sends 10.0.0.0\/8 through the peering/);
});

test("FLOW-9: a zone that leaves through another zone's NAT gateway is found, unless one for all was chosen", () => {
  const network = withArgs("aws_route.private_b_internet", { nat_gateway_id: idOf("aws_nat_gateway.a") });
  assert.match(says(network, "FLOW-9"), /aws_subnet.private_b in zone .* leaves through aws_nat_gateway.a/);
  const chosen = {
    ...network,
    platform: { ...platform, network: { ...platform.network, natGateways: "single" } },
  } as Network;
  assert.ok(!seen(chosen).includes("FLOW-9"));
});

test("FLOW-10: an endpoint without a policy, or with one for everybody's accounts, is found", () => {
  const policy = (statement: object) =>
    ({
      kind: "json",
      value: { Version: "2012-10-17", Statement: [{ Sid: "Added", Effect: "Allow", Principal: "*", ...statement }] },
    }) as never;
  const s3 = "aws_vpc_endpoint.s3";
  assert.ok(seen(withArgs(s3, { policy: null })).includes("FLOW-10"));
  assert.match(says(withArgs(s3, { policy: policy({ Action: "*", Resource: "*" }) }), "FLOW-10"), /statement Added/);
  const ours = { StringEquals: { "aws:PrincipalAccount": platform.accountId } };
  // Our callers, but anybody's buckets: this is how data leaves.
  assert.ok(
    seen(withArgs(s3, { policy: policy({ Action: "s3:*", Resource: "*", Condition: ours }) })).includes("FLOW-10"),
  );
  assert.ok(
    seen(withArgs(s3, { policy: policy({ Action: "s3:PutObject", Resource: "arn:aws:s3:::others/*" }) })).includes(
      "FLOW-10",
    ),
  );
  const theirs = { StringEquals: { "aws:PrincipalAccount": "999988887777" } };
  assert.ok(
    seen(
      withArgs("aws_vpc_endpoint.logs", { policy: policy({ Action: "*", Resource: "*", Condition: theirs }) }),
    ).includes("FLOW-10"),
  );
  assert.ok(
    !seen(
      withArgs("aws_vpc_endpoint.logs", { policy: policy({ Action: "*", Resource: "*", Condition: ours }) }),
    ).includes("FLOW-10"),
  );
});

test("FLOW-14: a role without the boundary is found, and one that may make or widen roles beyond it", () => {
  const role = "aws_iam_role.nodes";
  assert.match(says(withArgs(role, { permissions_boundary: null }), "FLOW-14"), /nodes: it doesn't carry .*boundary/);
  const grant = (more: Record<string, unknown>) =>
    changed(keep, [
      made("aws_iam_role_policy", "added", {
        role: { kind: "ref", address: role, path: ["name"] },
        policy: {
          kind: "json",
          value: { Statement: [{ Effect: "Allow", Resource: "*", ...more }] },
        } as never,
      }),
    ]);
  assert.match(
    says(grant({ Action: "iam:Put*" }), "FLOW-14"),
    /may do iam:PutRolePermissionsBoundary, iam:PutRolePolicy/,
  );
  assert.match(says(grant({ Action: ["iam:DeleteRole*"] }), "FLOW-14"), /iam:DeleteRolePermissionsBoundary/);
  const within = { StringEquals: { "iam:PermissionsBoundary": boundaryArn(platform) } };
  assert.ok(!seen(grant({ Action: "iam:CreateRole", Condition: within })).includes("FLOW-14"));

  const bootstrap = `bootstrap/${platform.regions.witness.name}`;
  const unlocked = without("aws_iam_role_policy.terraform_apply_keep_out", bootstrap);
  assert.match(says(unlocked, "FLOW-14"), /terraform_apply: it may do iam:CreateRole/);
});

test("FLOW-11: a bucket without its block, with a switch off, or with an Allow for everybody is found", () => {
  assert.match(
    says(without("aws_s3_bucket_public_access_block.lake"), "FLOW-11"),
    /aws_s3_bucket.lake: it has no public access block/,
  );
  assert.match(
    says(withArgs("aws_s3_bucket_public_access_block.lake", { block_public_policy: false }), "FLOW-11"),
    /block_public_policy off/,
  );
  const open = (condition: object) =>
    withArgs("aws_s3_bucket_policy.lake", {
      policy: {
        kind: "json",
        value: {
          Statement: [
            { Sid: "All", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*", ...condition },
          ],
        },
      } as never,
    });
  assert.match(says(open({}), "FLOW-11"), /statement All allows everybody/);
  assert.ok(!seen(open({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example" } } })).includes("FLOW-11"));
});

test("FLOW-12: the VPC's own default group or ACL, left as AWS made it or given a rule, is found", () => {
  assert.match(says(without("aws_default_security_group.closed"), "FLOW-12"), /stays as AWS made it/);
  assert.match(
    says(withArgs("aws_default_network_acl.closed", { ingress: [{ rule_no: 1 }] }), "FLOW-12"),
    /it has rules/,
  );
});

test("each rule has an id of its own, in order", () => {
  assert.deepEqual(
    FLOW_RULES.map(({ id }) => id),
    FLOW_RULES.map((_, index) => `FLOW-${index + 1}`),
  );
});

const GROUP_RULE = /^aws_vpc_security_group_(ingress|egress)_rule$/;
const groupRules = resources.filter(({ type }) => GROUP_RULE.test(type));

/** A wider rule of the same group still carries what this one did: so it is in AWS too. */
const stillCarried = ({ address, type, args }: Resource): boolean =>
  refTo(args.security_group_id) === "aws_security_group.control_plane" && type.includes("egress")
    ? true // EKS's own group lets the control plane out.
    : groupRules.some(
        (other) =>
          other.address !== address &&
          other.type === type &&
          refTo(other.args.security_group_id) === refTo(args.security_group_id) &&
          other.args.cidr_ipv4 === "0.0.0.0/0" &&
          other.args.ip_protocol === args.ip_protocol &&
          Number(other.args.from_port) <= Number(args.from_port) &&
          Number(args.to_port) <= Number(other.args.to_port),
      );

test("whichever security group rule of a declared flow is taken away, a flow stops, unless a wider one carries it", () => {
  const samples = groupRules.filter((rule) => !stillCarried(rule));
  assert.ok(samples.length > 50, String(samples.length));
  fc.assert(
    fc.property(fc.constantFrom(...samples), ({ address }) => {
      assert.ok(seen(without(address)).includes("FLOW-2"), address);
    }),
    { numRuns: 30 },
  );
});

const actorOf = (group: string) =>
  ACTORS.filter((actor) => group === actor || group.startsWith(`${actor}-`)).sort((a, b) => b.length - a.length)[0];
const GROUPS = resources.filter(({ type }) => type === "aws_security_group").map(({ name }) => name);

test("whichever rule is added to a security group, it is found, unless the flows declare all of it", () => {
  const added = fc.record({
    way: fc.constantFrom("ingress" as const, "egress" as const),
    own: fc.constantFrom(...GROUPS),
    other: fc.constantFrom(...GROUPS, "0.0.0.0/0", "203.0.113.0/24"),
    first: fc.constantFrom(22, 53, 80, 443, 3389, 5432, 6379, 9098, 30_000),
    more: fc.constantFrom(0, 0, 1, 40),
  });
  fc.assert(
    fc.property(added, ({ way, own, other, first, more }) => {
      const [here, there] = [own, other].map((name) => actorOf(name.replaceAll("_", "-")) ?? "internet");
      const [from, to] = way === "ingress" ? [there, here] : [here, there];
      const declares = (port: number) =>
        platform.flows.some(
          (flow) =>
            flow.from === from &&
            flow.to === to &&
            flow.protocol === "tcp" &&
            flow.ports[0] <= port &&
            port <= flow.ports[1],
        );
      const ports = Array.from({ length: more + 1 }, (_, index) => first + index);
      const rule = made(`aws_vpc_security_group_${way}_rule`, "added", {
        security_group_id: idOf(`aws_security_group.${own}`),
        ip_protocol: "tcp",
        from_port: first,
        to_port: first + more,
        ...(other.includes("/")
          ? { cidr_ipv4: other }
          : { referenced_security_group_id: idOf(`aws_security_group.${other}`) }),
      });
      const found = findings(changed(keep, [rule])).some(({ address }) => address.endsWith("_rule.added"));
      assert.equal(found, !ports.every(declares), `${from} -> ${to} ${first}+${more}`);
    }),
    { numRuns: 60 },
  );
});
