import assert from "node:assert/strict";
import { test } from "node:test";
import { PLACES, rangeOf, regionsAreJoined } from "../../names/network.ts";
import { contains } from "../../names/ranges.ts";
import { buildLinkNetwork, caseOf, networkCases, ofType } from "../region/network-cases.ts";

for (const { title, platform } of networkCases()) {
  const link = buildLinkNetwork(platform);
  const routes = ofType(link, "aws_route");

  test(`${title}: every flow to the other region finds a route there, and its answers one back`, () => {
    if (!regionsAreJoined(platform)) return assert.equal(link.resources.length, 0);
    for (const [here, there] of [
      [platform.regions.primary, platform.regions.standby],
      [platform.regions.standby, platform.regions.primary],
    ] as const) {
      const leads = (tier: string, to: string) =>
        routes.some(
          ({ name, args }) =>
            name.startsWith(`${here.configured}_${tier}`) && contains(String(args.destination_cidr_block), to),
        );
      for (const { from, to } of platform.flows) {
        if (to === "peer-nodes")
          assert.ok(leads(PLACES[from], rangeOf(platform, there, "private")), `${from} to ${to}`);
        if (to === "peer-brokers") assert.ok(leads(PLACES[from], rangeOf(platform, there, "data")), `${from} to ${to}`);
        if (from === "peer-nodes")
          assert.ok(leads(PLACES[to], rangeOf(platform, there, "private")), `${from} to ${to}`);
      }
    }
  });

  test(`${title}: each side acts through its own region's provider, and no route leads into its own region`, () => {
    for (const { name, provider, args } of routes) {
      const own = platform.regions[name.startsWith("primary") ? "primary" : "standby"];
      assert.equal(provider, own.configured);
      assert.ok(!contains(own.cidr, String(args.destination_cidr_block)), name);
    }
    const peering = link.resources.filter(({ type }) => type.startsWith("aws_vpc_peering"));
    assert.ok(peering.every(({ provider }) => provider === "primary" || provider === "standby"));
  });
}

test("routes of load balancers stay inside their region, and data subnets have one only for brokers that are mirrored", () => {
  const namesOf = (title: string) => ofType(buildLinkNetwork(caseOf(title)), "aws_route").map(({ name }) => name);
  for (const title of ["everything", "defaults"])
    assert.deepEqual(
      namesOf(title).filter((name) => name.includes("public")),
      [],
    );
  assert.ok(namesOf("everything").includes("standby_data_to_private"));
  const platform = caseOf("everything");
  const flows = platform.flows.filter(
    ({ from, to }) => to !== "brokers" && from !== "brokers" && to !== "peer-brokers",
  );
  const left = ofType(buildLinkNetwork({ ...platform, flows }), "aws_route").map(({ name }) => name);
  assert.deepEqual(
    left.filter((name) => name.includes("data")),
    [],
  );
});

test("networks that nothing joins have no peering", () => {
  const platform = caseOf("copies only");
  assert.equal(platform.regions.standby.holds.cluster, false);
  assert.equal(buildLinkNetwork(platform).resources.length, 0);
});
