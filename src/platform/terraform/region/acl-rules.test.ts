import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ACTORS, type Flow } from "../../../blueprint/flows.ts";
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { ANYWHERE, isMember, PLACES, RETURN_PORTS, TIERS, type Tier } from "../../names/network.ts";
import { contains } from "../../names/ranges.ts";
import { type AclRule, aclRules, ENTRIES_MAX, rangesOfActor } from "./acl-rules.ts";
import { caseOf, networkCases } from "./network-cases.ts";

type Ports = readonly [number, number];
const passes = (rules: readonly AclRule[], tier: Tier, way: "in" | "out", flow: Flow, ports: Ports, range: string) =>
  rules.some(
    (rule) =>
      rule.tier === tier &&
      rule.way === way &&
      rule.protocol === flow.protocol &&
      rule.ports[0] <= ports[0] &&
      ports[1] <= rule.ports[1] &&
      contains(rule.range, range),
  );

/** Where a flow's packets, or their answers, would be stopped. */
function stops(rules: readonly AclRule[], flow: Flow, platform: Platform, region: Region, peer: Region): string[] {
  const stopped: string[] = [];
  for (const from of rangesOfActor(flow.from, platform, region, peer))
    for (const to of rangesOfActor(flow.to, platform, region, peer)) {
      const [here, there] = [PLACES[flow.from], PLACES[flow.to]];
      const legs: [Tier | "outside", "in" | "out", Ports, string][] = [
        [here, "out", flow.ports, to],
        [there, "in", flow.ports, from],
        [there, "out", RETURN_PORTS, from],
        [here, "in", RETURN_PORTS, to],
      ];
      if (here === "private" && flow.to === "internet")
        legs.push(
          ["public", "in", flow.ports, from],
          ["public", "out", flow.ports, to],
          ["public", "in", RETURN_PORTS, to],
          ["public", "out", RETURN_PORTS, from],
        );
      for (const [tier, way, ports, range] of legs)
        if (tier !== "outside" && !passes(rules, tier, way, flow, ports, range))
          stopped.push(`${flow.from} to ${flow.to} ${flow.ports.join("-")}: ${tier} ${way} ${range}`);
    }
  return stopped;
}

for (const { title, platform } of networkCases()) {
  const { primary, standby } = platform.regions;
  for (const [region, peer] of [
    [primary, standby],
    [standby, primary],
  ] as const) {
    const rules = aclRules(platform, region, peer);

    test(`${title}, ${region.configured}: every declared flow passes the ACLs, and so do its answers`, () => {
      assert.deepEqual(
        platform.flows.flatMap((flow) => stops(rules, flow, platform, region, peer)),
        [],
      );
    });

    test(`${title}, ${region.configured}: no list is longer than AWS takes, and no number is used twice in one`, () => {
      for (const tier of TIERS)
        for (const way of ["in", "out"] as const) {
          const list = rules.filter((rule) => rule.tier === tier && rule.way === way);
          // One more lets the message "fragmentation needed" through.
          assert.ok(list.length + 1 <= ENTRIES_MAX, `${tier} ${way}: ${list.length}`);
          assert.equal(new Set(list.map(({ number }) => number)).size, list.length);
          assert.ok(list.every(({ number }) => number < 900));
        }
    });
  }
}

const anyFlow: fc.Arbitrary<Flow> = fc
  .record({
    from: fc.constantFrom(...ACTORS),
    to: fc.constantFrom(...ACTORS),
    protocol: fc.constantFrom("tcp" as const, "udp" as const),
    first: fc.integer({ min: 1, max: 65_535 }),
    more: fc.nat(2_000),
  })
  .filter(({ from, to }) => isMember(from) || isMember(to))
  .map(({ from, to, protocol, first, more }) => ({
    from,
    to,
    protocol,
    ports: [first, Math.min(first + more, 65_535)],
    why: "Made up.",
  }));
const EVERYTHING = caseOf("everything");

test("whatever flows are declared, they pass, and without any of its entries one of them doesn't", () => {
  fc.assert(
    fc.property(fc.array(anyFlow, { minLength: 1, maxLength: 6 }), (flows) => {
      const platform = { ...EVERYTHING, flows };
      const { primary, standby } = platform.regions;
      const rules = aclRules(platform, primary, standby);
      const stopped = (left: readonly AclRule[]) =>
        flows.flatMap((flow) => stops(left, flow, platform, primary, standby));
      assert.deepEqual(stopped(rules), []);
      for (const rule of rules)
        assert.notDeepEqual(stopped(rules.filter((one) => one !== rule)), [], JSON.stringify(rule));
    }),
    { numRuns: 60 },
  );
});

test("without a flow to or from the internet, nothing is open to anywhere", () => {
  const flows = EVERYTHING.flows.filter(({ from, to }) =>
    [from, to].every((actor) => isMember(actor) || actor === "peer-nodes" || actor === "peer-brokers"),
  );
  const { primary, standby } = EVERYTHING.regions;
  const open = aclRules({ ...EVERYTHING, flows }, primary, standby).filter(({ range }) => range === ANYWHERE);
  assert.deepEqual(open, []);
});
