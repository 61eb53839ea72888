import assert from "node:assert/strict";
import { test } from "node:test";
import { overlap, subnetsOf } from "../../../blueprint/sizing/addresses.ts";
import { ANYWHERE, rangeOf, TIERS, type Tier } from "../../names/network.ts";
import { contains } from "../../names/ranges.ts";
import type { Argument } from "../language/expression.ts";
import type { Stack } from "../language/stack.ts";
import { INTERFACE_ENDPOINTS } from "./endpoints.ts";
import { buildRegionNetwork, caseOf, networkCases, ofType, target } from "./network-cases.ts";

const REGIONS = ["primary", "standby"] as const;
const made = networkCases().filter(({ platform }) => platform.existing.vpcs === undefined);
const built = made.flatMap(({ title, platform }) =>
  REGIONS.map((configured) => ({ title: `${title}, ${configured}`, ...buildRegionNetwork(platform, configured) })),
);

/** Subnet → its route table, and route table → its routes, as the graph says. */
const tableOf = (stack: Stack, subnet: string): string => {
  const found = ofType(stack, "aws_route_table_association").filter(({ args }) => target(args.subnet_id) === subnet);
  assert.equal(found.length, 1, `${subnet} has one route table`);
  return target(found[0]!.args.route_table_id);
};
const routesOf = (stack: Stack, table: string) =>
  ofType(stack, "aws_route").filter(({ args }) => target(args.route_table_id) === table);
const zoneOf = (stack: Stack, subnet: Argument | undefined): Argument | undefined =>
  stack.resources.find(({ address }) => address === target(subnet))?.args.availability_zone_id;

for (const { title, site, stack } of built) {
  test(`${title}: a subnet of each tier in each of three zones, inside the region's range, none over another`, () => {
    const subnets = ofType(stack, "aws_subnet");
    assert.equal(subnets.length, 9);
    const ranges = subnets.map(({ args }) => String(args.cidr_block));
    for (const range of ranges) {
      assert.ok(contains(site.region.cidr, range));
      assert.equal(ranges.filter((other) => overlap(range, other)).length, 1);
    }
    for (const tier of TIERS)
      assert.deepEqual(
        subnets.filter(({ name }) => name.startsWith(tier)).map(({ args }) => args.availability_zone_id),
        site.region.zones.map(({ id }) => id),
      );
  });

  test(`${title}: data subnets have no way out, and the internet no way in`, () => {
    for (const { letter } of site.region.zones) {
      const ways = routesOf(stack, tableOf(stack, `aws_subnet.data_${letter}`)).map(
        ({ args }) => args.destination_cidr_block,
      );
      assert.ok(!ways.includes(ANYWHERE), `data ${letter}`);
    }
    const open = ofType(stack, "aws_network_acl_rule").filter(
      ({ args, name }) => name.startsWith("data_") && args.cidr_block === ANYWHERE,
    );
    assert.deepEqual(
      open.map(({ name }) => name),
      [],
    );
  });

  test(`${title}: only public subnets lead to the internet gateway`, () => {
    const leading = ofType(stack, "aws_route").filter(({ args }) => args.gateway_id !== undefined);
    assert.deepEqual([...new Set(leading.map(({ args }) => target(args.route_table_id)))], ["aws_route_table.public"]);
  });

  test(`${title}: a private subnet leaves through its own zone's NAT gateway, unless one serves all`, () => {
    for (const { letter, id } of site.region.zones) {
      const out = routesOf(stack, tableOf(stack, `aws_subnet.private_${letter}`)).filter(
        ({ args }) => args.destination_cidr_block === ANYWHERE,
      );
      assert.equal(out.length, site.region.holds.cluster ? 1 : 0);
      if (out.length === 0) continue;
      const nat = stack.resources.find(({ address }) => address === target(out[0]!.args.nat_gateway_id));
      const zone = site.platform.network.natGateways === "single" ? site.region.zones[0].id : id;
      assert.equal(zoneOf(stack, nat?.args.subnet_id), zone);
      assert.match(target(nat?.args.subnet_id), /public/);
    }
  });

  test(`${title}: every subnet is under the ACL of its tier`, () => {
    for (const acl of ofType(stack, "aws_network_acl")) {
      const subnets = (acl.args.subnet_ids as readonly Argument[]).map(target);
      assert.deepEqual(
        subnets,
        site.region.zones.map(({ letter }) => `aws_subnet.${acl.name}_${letter}`),
      );
    }
    assert.equal(ofType(stack, "aws_network_acl").length, TIERS.length);
  });

  test(`${title}: the group and the ACL that AWS makes with a VPC are emptied`, () => {
    for (const type of ["aws_default_security_group", "aws_default_network_acl"]) {
      const [closed, ...more] = ofType(stack, type);
      assert.equal(more.length, 0);
      assert.equal(closed?.args.ingress ?? closed?.args.egress, undefined);
    }
  });

  test(`${title}: interface endpoints are those that are needed, in every zone, behind their own group`, () => {
    const { platform, region } = site;
    const wanted = INTERFACE_ENDPOINTS.filter(
      ({ needed }) => platform.network.interfaceEndpoints === "needed" && region.holds.cluster && needed(platform),
    ).map(({ service }) => `com.amazonaws.${region.name}.${service}`);
    const found = ofType(stack, "aws_vpc_endpoint").filter(
      ({ args }) => args.vpc_endpoint_type === "Interface" && args.private_dns_enabled === true,
    );
    assert.deepEqual(
      found.map(({ args }) => args.service_name),
      wanted,
    );
    for (const { args } of found) {
      assert.equal((args.subnet_ids as readonly Argument[]).length, 3);
      assert.deepEqual((args.security_group_ids as readonly Argument[]).map(target), ["aws_security_group.endpoints"]);
    }
  });

  test(`${title}: S3 and DynamoDB are reached by gateways from every private subnet, and from no other`, () => {
    const found = ofType(stack, "aws_vpc_endpoint").filter(({ args }) => args.vpc_endpoint_type === "Gateway");
    assert.equal(found.length, 2);
    for (const { args } of found)
      assert.deepEqual(
        (args.route_table_ids as readonly Argument[]).map(target),
        site.region.zones.map(({ letter }) => `aws_route_table.private_${letter}`),
      );
  });

  test(`${title}: one flow log, which sees what was refused as well`, () => {
    const [log, ...more] = ofType(stack, "aws_flow_log");
    assert.equal(more.length, 0);
    assert.equal(log?.args.traffic_type, "ALL");
    assert.equal(log?.args.iam_role_arn === undefined, site.platform.network.flowLogs.to === "s3");
  });
}

test("a tier's range holds no other tier's subnet, however large the region's range", () => {
  for (const prefix of [16, 17, 18, 19, 20]) {
    const zones = ([0, 1, 2] as const).map((zone) => ({ subnets: subnetsOf(`10.64.0.0/${prefix}`, zone) }));
    const platform = caseOf("defaults");
    const region = { ...platform.regions.primary, zones } as never;
    const all = (tier: Tier) => zones.map(({ subnets }) => subnets[tier]);
    for (const tier of TIERS)
      for (const other of TIERS.filter((one) => one !== tier))
        for (const subnet of all(other))
          assert.ok(!overlap(rangeOf(platform, region, tier), subnet), `/${prefix}: ${tier} over ${other}`);
  }
});

test("flow logs in CloudWatch are kept for a time that it knows, never shorter than asked", () => {
  const platform = caseOf("another delivery network");
  for (const [retentionDays, kept] of [
    [90, 90],
    [91, 120],
    [3_650, 3_653],
  ]) {
    const network = { ...platform.network, flowLogs: { to: "cloud-watch", retentionDays: retentionDays! } } as const;
    const { stack } = buildRegionNetwork({ ...platform, network }, "primary");
    assert.equal(
      ofType(stack, "aws_cloudwatch_log_group").find(({ name }) => name === "flow")?.args.retention_in_days,
      kept,
    );
  }
});

test("the premises reach S3 inside the network exactly where a flow says so", () => {
  for (const [title, wanted] of [
    ["everything", 1],
    ["defaults", 0],
  ] as const) {
    const { stack } = buildRegionNetwork(caseOf(title), "standby");
    const found = ofType(stack, "aws_vpc_endpoint").filter(({ args }) => args.private_dns_enabled === false);
    assert.deepEqual(
      found.map(({ args }) => args.service_name),
      Array(wanted).fill("com.amazonaws.ap-south-2.s3"),
    );
  }
});

test("the regions' networks differ in names, zones and ranges alone", () => {
  const platform = caseOf("everything");
  const shape = (configured: "primary" | "standby") =>
    buildRegionNetwork(platform, configured).stack.resources.map(({ address }) =>
      address.replace(/_10_[01]_/, "_10_x_"),
    );
  assert.deepEqual(shape("primary"), shape("standby"));
});

test("a company's own network is read, tagged and never made anew", () => {
  const platform = caseOf("the company's own networks");
  for (const configured of REGIONS) {
    const { stack, network } = buildRegionNetwork(platform, configured);
    const types = new Set(stack.resources.filter(({ mode }) => mode === "resource").map(({ type }) => type));
    for (const type of ["aws_vpc", "aws_subnet", "aws_route_table", "aws_route", "aws_nat_gateway", "aws_network_acl"])
      assert.ok(!types.has(type), type);
    for (const type of ["aws_security_group", "aws_vpc_endpoint", "aws_flow_log", "aws_ec2_tag"])
      assert.ok(types.has(type), type);
    assert.deepEqual(
      TIERS.map((tier) => network.subnets[tier].length),
      [3, 3, 3],
    );
  }
});
