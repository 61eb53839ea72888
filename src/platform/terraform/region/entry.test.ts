import assert from "node:assert/strict";
import { test } from "node:test";
import type { Blueprint } from "../../../blueprint/blueprint.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { certificateNames, entranceHost, entrances, regionOriginHost } from "../../names/dns.ts";
import { nginxConfiguration } from "../../nginx/configuration.ts";
import { instancePlace } from "../../nginx/place.ts";
import { createStack } from "../language/create-stack.ts";
import type { Argument } from "../language/expression.ts";
import { buildBuckets } from "./buckets.ts";
import { buildEntry } from "./entry.ts";
import { buildNetwork } from "./network.ts";
import { bootScript, UPSTREAM } from "./nginx-boot.ts";
import { openSite } from "./site.ts";
import { architectureOf, requestsTarget } from "./web-tier.ts";

const NGINX = { edge: { cdn: { kind: "cloudfront" } }, webTier: { kind: "nginx" } } satisfies Blueprint;
const EXTERNAL = {
  edge: { cdn: { kind: "external", provider: "akamai", originRanges: ["198.51.100.0/24"], hosts: ["a.edgekey.net"] } },
  webTier: { kind: "nginx" },
} satisfies Blueprint;
const DIRECT = { edge: { cdn: { kind: "none" } } } satisfies Blueprint;
const COPIES = {
  recovery: { approach: "backup-restore" },
  objectives: { rtoSeconds: 14_400, rpoSeconds: 3_600 },
} satisfies Blueprint;

function entryOf(blueprint: Blueprint, configured: "primary" | "standby" = "primary") {
  const platform = resolve(blueprint);
  const region = platform.regions[configured];
  const state = { bucket: "b", key: "k", region: region.name };
  const stack = createStack({
    name: "region",
    comment: "",
    region: region.name,
    accountId: platform.accountId,
    tags: {},
    state,
  });
  const site = openSite(platform, configured, stack);
  buildEntry(site, buildNetwork(site), buildBuckets(site).static);
  const of = (type: string) => stack.resources.filter((one) => one.mode === "resource" && one.type === type);
  return { platform, region, of };
}
const told = (argument: Argument | undefined): string => JSON.stringify(argument ?? null);

test("a load balancer answers the platform's own hosts and nobody else's", () => {
  for (const blueprint of [NGINX, DIRECT]) {
    const { platform, region, of } = entryOf(blueprint);
    const rules = of("aws_lb_listener_rule").map(({ args }) => args);
    const withHosts = rules.filter(({ condition }) => told(condition).includes("host_header"));
    assert.ok(rules.every((rule) => withHosts.includes(rule) || told(rule.action).includes("404")));
    for (const entrance of entrances(platform)) {
      assert.ok(withHosts.some(({ condition }) => told(condition).includes(`"${entranceHost(platform, entrance)}"`)));
    }
    const own = withHosts.filter(({ condition }) => told(condition).includes(regionOriginHost(platform, region.name)));
    assert.ok(
      own.length > 0 && own.every(({ condition }) => told(condition).includes("/healthz")),
      "its own name: health alone",
    );
  }
});

test("no two rules of a listener have the same priority, and none has more values than AWS allows", () => {
  for (const blueprint of [NGINX, DIRECT]) {
    const rules = entryOf(blueprint)
      .of("aws_lb_listener_rule")
      .map(({ args }) => args);
    assert.equal(new Set(rules.map(({ priority }) => priority)).size, rules.length);
    for (const { condition } of rules) {
      const values = (condition as { host_header?: { values: [] }; path_pattern?: { values: [] } }[]).flatMap((one) => [
        ...(one.host_header?.values ?? []),
        ...(one.path_pattern?.values ?? []),
      ]);
      assert.ok(values.length <= 5, told(condition));
    }
  }
});

test("load balancers log, drop malformed headers, and speak TLS 1.2 or better", () => {
  const { of } = entryOf(NGINX);
  assert.equal(of("aws_lb").length, 2);
  for (const { args } of of("aws_lb")) {
    assert.match(told(args.access_logs), /"enabled":true/);
    assert.equal(args.drop_invalid_header_fields, true);
  }
  for (const { args } of of("aws_lb_listener")) assert.match(String(args.ssl_policy), /TLS13-1-2/);
});

test("port 80 is open, to redirect, only where nothing stands before the load balancer", () => {
  const ports = (blueprint: Blueprint) =>
    entryOf(blueprint)
      .of("aws_lb_listener")
      .map(({ args }) => args.port);
  assert.deepEqual([ports(NGINX).includes(80), ports(DIRECT).includes(80)], [false, true]);
});

test("the region's certificate has the edge's names", () => {
  const { platform, of } = entryOf(NGINX, "standby");
  const [certificate] = of("aws_acm_certificate");
  const names = [certificate?.args.domain_name, ...(certificate!.args.subject_alternative_names as string[])];
  assert.deepEqual(names, certificateNames(platform));
});

test("a region that holds no entry has none of it", () => {
  const { of } = entryOf(COPIES, "standby");
  assert.equal(of("aws_lb").length + of("aws_acm_certificate").length + of("aws_wafv2_web_acl").length, 0);
});

test("rates are limited where the client's address is known: not behind CloudFront, by the network's header behind another", () => {
  const rates = (blueprint: Blueprint) =>
    (entryOf(blueprint).of("aws_wafv2_web_acl")[0]!.args.rule as Argument[])
      .map(told)
      .filter((rule) => rule.includes("rate_based"));
  assert.equal(rates(NGINX).length, 0);
  assert.ok(
    rates(DIRECT).length === 2 && rates(DIRECT).every((rule) => rule.includes('"IP"') && rule.includes("Retry-After")),
  );
  assert.ok(rates(EXTERNAL).every((rule) => rule.includes("True-Client-IP")));
});

test("rules that read bodies don't read events", () => {
  const rules = entryOf(DIRECT).of("aws_wafv2_web_acl")[0]!.args.rule as { name: string }[];
  for (const group of ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"]) {
    const rule = rules.find(({ name }) => name === group);
    assert.match(JSON.stringify(rule), /not_statement.*collect\./, group);
  }
});

test("Nginx instances have encrypted volumes, session tokens only, and come in without a loss of capacity", () => {
  const { of } = entryOf(NGINX);
  const [template] = of("aws_launch_template");
  assert.match(told(template?.args.block_device_mappings), /"encrypted":"true".*kms/);
  assert.match(told(template?.args.metadata_options), /"http_tokens":"required"/);
  assert.match(told(of("aws_autoscaling_group")[0]?.args.instance_refresh), /"min_healthy_percentage":100/);
  const metrics = of("aws_autoscaling_policy").map(({ args }) => told(args.target_tracking_configuration));
  assert.ok(metrics.some((one) => one.includes("ASGAverageCPUUtilization")));
  assert.ok(metrics.some((one) => one.includes("ALBRequestCountPerTarget")));
});

test("the configuration that an instance fetches is the generated one, and is there before the first instance", () => {
  const { platform, region, of } = entryOf(NGINX);
  const wanted = nginxConfiguration(platform, region, instancePlace(platform, region));
  const objects = of("aws_s3_object").filter(({ args }) => String(args.key).startsWith(`nginx/${region.name}/`));
  assert.deepEqual(
    objects.map(({ args }) => String(args.key).split("/").at(-1)),
    [...wanted.keys()],
  );
  const group = of("aws_autoscaling_group")[0]!;
  for (const { address } of objects) assert.ok(group.dependsOn.includes(address), address);
  assert.match(bootScript(platform, region), new RegExp(`/nginx/${region.name}/ `));
});

test("an instance learns the inner load balancer's name at birth, and with an external network lets nobody in before it knows the key", () => {
  for (const blueprint of [NGINX, EXTERNAL]) {
    const platform = resolve(blueprint);
    const script = bootScript(platform, platform.regions.primary);
    assert.ok(script.includes(UPSTREAM));
    assert.ok(script.length < 12_000, "AWS takes 16 KiB, and the name of the load balancer is still to come");
    assert.equal(script.includes("$edge_key_right"), platform.edge.cdn.kind === "external");
  }
});

test("an instance type's processor is known by its name, and the target follows from what one instance carries", () => {
  assert.deepEqual(
    ["c7g.large", "m6gd.xlarge", "t4g.micro", "c5.large", "g4dn.xlarge", "m7i.large"].map(architectureOf),
    ["arm64", "arm64", "arm64", "x86_64", "x86_64", "x86_64"],
  );
  const { webTier } = resolve(NGINX);
  assert.ok(webTier.kind === "nginx");
  assert.equal(requestsTarget({ ...webTier, requestsPerSecondPerInstance: 1_000, cpuTargetPercent: 60 }), 36_000);
});
