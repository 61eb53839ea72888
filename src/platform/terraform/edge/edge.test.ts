import assert from "node:assert/strict";
import { test } from "node:test";
import type { Blueprint } from "../../../blueprint/blueprint.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { certificateNames, entranceHost, entranceOriginHost, entrances, passiveOriginHost } from "../../names/dns.ts";
import { createStack } from "../language/create-stack.ts";
import type { Resource } from "../language/stack.ts";
import { buildEdge } from "./stack.ts";

const audiences: NonNullable<NonNullable<Blueprint["edge"]>["audiences"]> = [
  { name: "mobile", route: "api", answer: { kind: "geolocation", continents: ["AS", "OC"], prefer: "standby" } },
  { name: "beta", route: "app", answer: { kind: "weighted", primaryShare: 0.9 } },
];
const CASES = {
  cloudfront: { edge: { cdn: { kind: "cloudfront" }, audiences } },
  external: {
    edge: {
      cdn: {
        kind: "external",
        provider: "akamai",
        originRanges: ["198.51.100.0/24"],
        hosts: ["a.edgekey.net", "b.edgekey.net"],
      },
      audiences,
    },
  },
  direct: { edge: { cdn: { kind: "none" }, audiences } },
} satisfies Record<string, Blueprint>;

function edgeOf(name: keyof typeof CASES) {
  const platform = resolve(CASES[name]);
  const region = platform.regions.witness.name;
  const stack = createStack({
    name: "edge",
    comment: "",
    region,
    accountId: platform.accountId,
    tags: {},
    state: { bucket: "b", key: "k", region },
  });
  buildEdge(platform, stack);
  const of = (type: string) => stack.resources.filter((one) => one.mode === "resource" && one.type === type);
  return { platform, stack, of };
}
type Blocks = readonly Record<string, unknown>[];
const blocks = (resource: Resource, name: string): Blocks => {
  const value = resource.args[name];
  return (value === undefined ? [] : Array.isArray(value) ? value : [value]) as Blocks;
};
const NAMES = Object.keys(CASES) as (keyof typeof CASES)[];

test("a record that health checks steer is forgotten by resolvers within sixty seconds", () => {
  for (const name of NAMES) {
    const steered = edgeOf(name)
      .of("aws_route53_record")
      .filter((record) => record.args.set_identifier !== undefined);
    assert.ok(steered.length > 0);
    for (const { address, args } of steered) assert.ok((args.ttl as number) <= 60, `${name} ${address}`);
  }
});

test("an origin group serves only methods that may be repeated at the second origin", () => {
  const distributions = edgeOf("cloudfront").of("aws_cloudfront_distribution");
  assert.equal(distributions.length, 5);
  for (const distribution of distributions) {
    const groups = new Set(blocks(distribution, "origin_group").map((group) => group.origin_id));
    const behaviours = [
      ...blocks(distribution, "default_cache_behavior"),
      ...blocks(distribution, "ordered_cache_behavior"),
    ];
    for (const behaviour of behaviours) {
      if (!groups.has(behaviour.target_origin_id)) continue;
      assert.deepEqual(behaviour.allowed_methods, ["GET", "HEAD", "OPTIONS"], distribution.address);
    }
    assert.ok(!groups.has(behaviours[0]?.target_origin_id), "writes go to one origin");
  }
});

test("what isn't a public page or file is never cached, and goes to the name that follows the active region", () => {
  const { platform, of } = edgeOf("cloudfront");
  for (const distribution of of("aws_cloudfront_distribution")) {
    const [behaviour] = blocks(distribution, "default_cache_behavior");
    assert.equal(behaviour?.cache_policy_id, "4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    const origin = blocks(distribution, "origin").find((one) => one.origin_id === behaviour?.target_origin_id);
    const entrance = entrances(platform).find((one) => entranceHost(platform, one) === distribution.args.comment);
    assert.equal(origin?.domain_name, entranceOriginHost(platform, entrance!));
  }
});

test("every behaviour and every member of a group leads to an origin that exists", () => {
  for (const distribution of edgeOf("cloudfront").of("aws_cloudfront_distribution")) {
    const origins = blocks(distribution, "origin").map((one) => one.origin_id);
    const groups = blocks(distribution, "origin_group");
    const targets = [
      ...blocks(distribution, "default_cache_behavior"),
      ...blocks(distribution, "ordered_cache_behavior"),
    ];
    for (const { target_origin_id } of targets) {
      assert.ok(
        [...origins, ...groups.map((one) => one.origin_id)].includes(target_origin_id),
        String(target_origin_id),
      );
    }
    for (const group of groups) {
      for (const member of group.member as Blocks)
        assert.ok(origins.includes(member.origin_id), String(member.origin_id));
    }
  }
});

test("collect. follows acceptance, and everything else follows the lease", () => {
  for (const name of NAMES) {
    const { platform, of } = edgeOf(name);
    const hostOf = name === "direct" ? entranceHost : entranceOriginHost;
    for (const entrance of entrances(platform)) {
      const records = of("aws_route53_record").filter(
        (record) => record.args.name === hostOf(platform, entrance) && record.args.health_check_id !== undefined,
      );
      assert.ok(records.length > 0, `${name} ${entrance.name}`);
      const wanted = entrance.route === "collect" ? "accepting" : "active";
      for (const record of records)
        assert.match(JSON.stringify(record.args.health_check_id), new RegExp(`_${wanted}"`));
    }
  }
});

test("a fail-over name has a checked primary and a checked secondary, so that with both ill the primary answers", () => {
  const { platform, of } = edgeOf("cloudfront");
  const app = of("aws_route53_record").filter(
    (record) => record.args.name === entranceOriginHost(platform, { name: "app" }),
  );
  assert.deepEqual(
    app.map((record) => blocks(record, "failover_routing_policy")[0]?.type),
    ["PRIMARY", "SECONDARY"],
  );
  assert.ok(app.every((record) => record.args.health_check_id !== undefined));
});

test("the passive name is the other region's: the standby's while the primary is active", () => {
  const { platform, of } = edgeOf("cloudfront");
  const [first, second] = of("aws_route53_record").filter((record) => record.args.name === passiveOriginHost(platform));
  assert.deepEqual(first?.args.records, [`${platform.regions.standby.name}.origin.${platform.domain}`]);
  assert.match(JSON.stringify(first?.args.health_check_id), /primary_active/);
  assert.deepEqual(second?.args.records, [`${platform.regions.primary.name}.origin.${platform.domain}`]);
  assert.equal(second?.args.health_check_id, undefined);
});

test("checkers ask from at least three regions, every ten seconds, three times, and read the answer", () => {
  const checks = edgeOf("direct")
    .of("aws_route53_health_check")
    .filter((check) => check.args.type === "HTTPS_STR_MATCH");
  assert.equal(checks.length, 4);
  for (const { args } of checks) {
    assert.ok((args.regions as unknown[]).length >= 3);
    assert.deepEqual([args.request_interval, args.failure_threshold, args.enable_sni], [10, 3, true]);
    assert.match(String(args.search_string), /"ok":true/);
  }
});

test("every public host and every origin is on the certificate", () => {
  for (const name of NAMES) {
    const { platform, of } = edgeOf(name);
    const names = certificateNames(platform);
    const covered = (host: string) => names.includes(host) || names.includes(host.replace(/^[^.]+/, "*"));
    const hosts = of("aws_route53_record").map((record) => String(record.args.name));
    for (const host of hosts) assert.ok(covered(host), `${name} ${host}`);
  }
});

test("the edge refers to regions by DNS name only: no resource of it lies in one, and none names a load balancer", () => {
  for (const name of NAMES) {
    const { platform, stack } = edgeOf(name);
    const regions = [platform.regions.primary.name, platform.regions.standby.name];
    for (const { address, region, args } of stack.resources) {
      assert.ok(!regions.includes(region), address);
      assert.doesNotMatch(JSON.stringify(args), /elasticloadbalancing|\.elb\.amazonaws/, address);
    }
  }
});

test("with an external network, public names lead to it, in the order of the entrances", () => {
  const { platform, of } = edgeOf("external");
  const records = new Map(of("aws_route53_record").map((record) => [record.args.name, record.args.records]));
  assert.deepEqual(records.get(`app.${platform.domain}`), ["a.edgekey.net"]);
  assert.deepEqual(records.get(`api.${platform.domain}`), ["b.edgekey.net"]);
  assert.deepEqual(records.get(`collect.${platform.domain}`), ["a.edgekey.net"]);
});
