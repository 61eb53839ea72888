import assert from "node:assert/strict";
import { test } from "node:test";
import type { Platform } from "../../../blueprint/platform.ts";
import { overlap } from "../../../blueprint/sizing/addresses.ts";
import { ANYWHERE, AUTONOMOUS_SYSTEMS } from "../../names/network.ts";
import { ENTRIES_MAX } from "./acl-rules.ts";
import { buildGlobalNetwork, buildRegionNetwork, caseOf, networkCases, ofType, target } from "./network-cases.ts";

const platform = caseOf("everything");
const onPremises = connected(platform.onPremises);

function connected(premises: Platform["onPremises"]): Extract<Platform["onPremises"], { kind: "connected" }> {
  assert.ok(premises.kind === "connected");
  return premises;
}

const REGIONS = ["primary", "standby"] as const;

test("both regions have a way to the premises of their own, by Direct Connect and by a VPN of two tunnels to each address", () => {
  for (const configured of REGIONS) {
    const { stack, site } = buildRegionNetwork(platform, configured);
    assert.equal(ofType(stack, "aws_ec2_transit_gateway").length, 1);
    const [line] = ofType(stack, "aws_dx_gateway_association");
    assert.deepEqual(line?.args.allowed_prefixes, [site.region.cidr]);
    const [face] = ofType(stack, "aws_dx_transit_virtual_interface");
    assert.equal(face?.args.connection_id, onPremises.connections?.[configured].id);
    const far = ofType(stack, "aws_customer_gateway").map(({ args }) => args.ip_address);
    assert.deepEqual(far, onPremises.vpnAddresses);
    assert.equal(ofType(stack, "aws_vpn_connection").length, far.length);
  }
});

test("every private subnet knows the way to every range of the premises, and no other subnet does", () => {
  for (const configured of REGIONS) {
    const { stack, site } = buildRegionNetwork(platform, configured);
    const ways = ofType(stack, "aws_route").filter(({ args }) => args.transit_gateway_id !== undefined);
    assert.deepEqual(
      ways.map(({ args }) => `${target(args.route_table_id)} ${args.destination_cidr_block}`).sort(),
      site.region.zones
        .flatMap(({ letter }) => onPremises.cidr.map((range) => `aws_route_table.private_${letter} ${range}`))
        .sort(),
    );
  }
});

test("what may go anywhere on the internet may not go to the premises for that, and no list of entries is too long", () => {
  for (const configured of REGIONS) {
    const { stack } = buildRegionNetwork(platform, configured);
    const leaving = ofType(stack, "aws_network_acl_rule")
      .filter(({ args }) => target(args.network_acl_id) === "aws_network_acl.private" && args.egress === true)
      .map(({ args }) => args)
      .sort((a, b) => Number(a.rule_number) - Number(b.rule_number));
    assert.ok(leaving.length <= ENTRIES_MAX, String(leaving.length));
    assert.equal(new Set(leaving.map((entry) => entry.rule_number)).size, leaving.length);
    for (const range of onPremises.cidr) {
      const [first] = leaving.filter(
        (entry) =>
          [range, ANYWHERE].includes(String(entry.cidr_block)) &&
          entry.protocol === "tcp" &&
          Number(entry.from_port) <= 443 &&
          443 <= Number(entry.to_port),
      );
      assert.equal(first?.rule_action, "deny", range);
    }
  }
});

test("no key of a tunnel comes into a plan or a state by us", () => {
  const { stack } = buildRegionNetwork(platform, "primary");
  for (const { args } of ofType(stack, "aws_vpn_connection")) {
    assert.equal(args.preshared_key_storage, "SecretsManager");
    assert.ok(!Object.keys(args).some((name) => name.endsWith("preshared_key")));
    assert.deepEqual([args.tunnel1_ike_versions, args.tunnel2_ike_versions], [["ikev2"], ["ikev2"]]);
  }
});

test("no two gateways, and not the premises, have the same autonomous system", () => {
  const systems = [...Object.values(AUTONOMOUS_SYSTEMS), onPremises.bgpAsn];
  assert.equal(new Set(systems).size, systems.length);
  const [gateway] = ofType(buildGlobalNetwork(platform), "aws_dx_gateway");
  assert.equal(gateway?.args.amazon_side_asn, String(AUTONOMOUS_SYSTEMS.directConnect));
});

test("the premises overlap with neither region, nor the regions with each other", () => {
  for (const { platform: one } of networkCases()) {
    const { primary, standby } = one.regions;
    const ranges = [primary.cidr, standby.cidr, ...(one.onPremises.kind === "connected" ? one.onPremises.cidr : [])];
    for (const range of ranges) assert.equal(ranges.filter((other) => overlap(range, other)).length, 1, range);
  }
});

test("without premises nothing of it is made", () => {
  const { stack } = buildRegionNetwork(caseOf("defaults"), "primary");
  assert.deepEqual(
    stack.resources.filter(({ file }) => file === "on-premises"),
    [],
  );
  assert.equal(buildGlobalNetwork(caseOf("defaults")).resources.length, 0);
});

test("a line that isn't patched through yet leaves its interface out, and the VPN carries everything", () => {
  const { connections: _, ...waiting } = onPremises;
  const { stack } = buildRegionNetwork({ ...platform, onPremises: waiting }, "primary");
  assert.equal(ofType(stack, "aws_dx_transit_virtual_interface").length, 0);
  assert.equal(ofType(stack, "aws_dx_gateway_association").length, 1);
  assert.ok(ofType(stack, "aws_vpn_connection").length > 0);
});
