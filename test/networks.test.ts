// The networks of the reference blueprints, in every environment: within AWS's default quotas, so that a first apply needs
// no request to AWS beforehand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../blueprints/A.ts";
import { blueprint as B } from "../blueprints/B.ts";
import { blueprint as C } from "../blueprints/C.ts";
import { blueprint as D } from "../blueprints/D.ts";
import { blueprint as E } from "../blueprints/E.ts";
import { blueprint as flagship } from "../blueprints/flagship.ts";
import { ENVIRONMENTS } from "../src/blueprint/blueprint.ts";
import { resolve } from "../src/blueprint/platform.ts";
import { TIERS } from "../src/platform/names/network.ts";
import { aclRules, ENTRIES_MAX } from "../src/platform/terraform/region/acl-rules.ts";
import { buildRegionNetwork, ofType, target } from "../src/platform/terraform/region/network-cases.ts";
import { RULES_MAX } from "../src/platform/terraform/region/security-groups.ts";

/** A VPC's default quotas: routes in a table, groups in a region, interface endpoints in a VPC. */
const ROUTES_MAX = 50;
const ENDPOINTS_MAX = 50;
/** What CloudFront's list of ranges counts as, which is more than any other. */
const HEAVIEST = 55;

for (const [title, blueprint] of Object.entries({ A, B, C, D, E, flagship }))
  for (const environment of ENVIRONMENTS)
    test(`${title} in ${environment}: its networks keep within AWS's default quotas`, () => {
      const platform = resolve(blueprint, environment);
      const { primary, standby } = platform.regions;
      for (const [region, peer] of [
        [primary, standby],
        [standby, primary],
      ] as const) {
        const { stack } = buildRegionNetwork(platform, region.configured);
        const entries = aclRules(platform, region, peer);
        for (const tier of TIERS)
          for (const way of ["in", "out"] as const)
            assert.ok(
              entries.filter((one) => one.tier === tier && one.way === way).length + 1 <= ENTRIES_MAX,
              `${tier} ${way}`,
            );
        for (const { address } of ofType(stack, "aws_security_group"))
          for (const way of ["ingress", "egress"]) {
            const rules = ofType(stack, `aws_vpc_security_group_${way}_rule`).filter(
              ({ args }) => target(args.security_group_id) === address,
            );
            const weighed = rules.some(({ args }) => target(args.prefix_list_id).endsWith("cloudfront"))
              ? HEAVIEST - 1
              : 0;
            assert.ok(rules.length + weighed <= RULES_MAX, address);
          }
        const routes = new Map<string, number>();
        for (const { args } of ofType(stack, "aws_route")) {
          const table = target(args.route_table_id);
          routes.set(table, (routes.get(table) ?? 0) + 1);
        }
        assert.ok(Math.max(...routes.values()) <= ROUTES_MAX);
        assert.ok(ofType(stack, "aws_vpc_endpoint").length <= ENDPOINTS_MAX);
      }
    });
