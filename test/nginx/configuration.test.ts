// What the generated web tier promises, over every blueprint, environment and region. The same text runs under a real
// Nginx in `npm run proof:nginx`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { parse as parseYaml } from "yaml";
import { INGEST_LIMITS } from "../../src/app/events/limits.ts";
import { PROBLEM_CODES, type ProblemCode } from "../../src/app/problems.ts";
import type { Blueprint } from "../../src/blueprint/blueprint.ts";
import { type Platform, type Region, resolve } from "../../src/blueprint/platform.ts";
import { API_BODY_BYTES_MAX, HIDDEN_SEGMENTS } from "../../src/core/entrance.ts";
import { bucketName } from "../../src/platform/names/data.ts";
import { entranceHost, entrances } from "../../src/platform/names/dns.ts";
import { MAIN_FILE, nginxConfiguration } from "../../src/platform/nginx/configuration.ts";
import { nginxFiles } from "../../src/platform/nginx/files.ts";
import { publishedZones } from "../../src/platform/nginx/limits.ts";
import { machineFiles } from "../../src/platform/nginx/machine.ts";
import { instancePlace } from "../../src/platform/nginx/place.ts";
import { AUDIENCES, problemsFor } from "../../src/platform/nginx/problems.ts";
import { blueprintNames } from "../terraform/synthesized.ts";
import { all, child, type Parsed, parse } from "./parse.ts";

const ENVIRONMENTS = ["dev", "prod"] as const;
/** The briefs that ask for an Nginx tier. */
const WITH_TIER = ["D", "flagship"];

type Case = {
  readonly name: string;
  readonly platform: Platform;
  readonly region: Region;
  readonly tree: readonly Parsed[];
};

async function platforms(): Promise<readonly { blueprint: string; platform: Platform }[]> {
  const found = [];
  for (const blueprint of blueprintNames()) {
    const made = (await import(`../../blueprints/${blueprint}.ts`)) as { blueprint: Blueprint };
    for (const environment of ENVIRONMENTS) found.push({ blueprint, platform: resolve(made.blueprint, environment) });
  }
  return found;
}
const PLATFORMS = await platforms();
const CASES: readonly Case[] = PLATFORMS.flatMap(({ blueprint, platform }) =>
  [platform.regions.primary, platform.regions.standby].flatMap((region) => {
    const text = nginxConfiguration(platform, region, instancePlace(platform, region)).get(MAIN_FILE);
    const name = `${blueprint} ${platform.environment} ${region.name}`;
    return text === undefined ? [] : [{ name, platform, region, tree: parse(text) }];
  }),
);

const serverOf = ({ tree }: Case, host: string): Parsed =>
  all(tree, "server").find((one) => child(one, "server_name")?.args.includes(host))!;
/** Passes a request on, or gives a file. */
const works = (location: Parsed): boolean =>
  ["proxy_pass", "try_files"].some((name) => child(location, name) !== undefined);
const isHealth = ({ args }: Parsed): boolean => args.at(-1)?.startsWith("/healthz") ?? false;

test("the blueprints that ask for a web tier have one, and no other has a file of it", () => {
  for (const { blueprint, platform } of PLATFORMS) {
    assert.equal(
      nginxFiles(platform).length > 0,
      WITH_TIER.includes(blueprint),
      `${blueprint} ${platform.environment}`,
    );
  }
  assert.equal(CASES.length, WITH_TIER.length * ENVIRONMENTS.length * 2);
});

test("every location that works for a client says its limits", () => {
  for (const { name, tree } of CASES) {
    const locations = all(tree, "location").filter(works);
    assert.ok(locations.length > 10);
    for (const one of locations) assert.ok(child(one, "limit_req"), `${name}: ${one.args.join(" ")}`);
  }
});

test("a limit on the tier's whole is never stricter than what is published, and little more generous", () => {
  for (const { name, platform, region, tree } of CASES) {
    assert.ok(platform.webTier.kind === "nginx");
    const { min } = platform.webTier.instances[region.configured];
    const rates = new Map(
      all(tree, "limit_req_zone").map(({ args }) => [
        /^zone=([a-z]+):/.exec(args[1]!)![1]!,
        Number(/^rate=(\d+)r\/s$/.exec(args[2]!)![1]),
      ]),
    );
    for (const { name: zone, perSecond } of publishedZones(platform, platform.webTier)) {
      if (zone === "health") continue;
      const rate = rates.get(zone)!;
      const left = Math.max(1, Math.floor((min * 2) / 3));
      assert.ok(rate * left >= perSecond, `${name} ${zone}: ${rate} × ${left} < ${perSecond}, with a zone lost`);
      assert.ok(rate * Math.max(1, min) <= perSecond * 1.5 + min, `${name} ${zone}: ${rate} × ${min}`);
    }
  }
});

test("the firewall before the tier lets through what the tier publishes per key", () => {
  for (const { platform } of CASES) {
    assert.ok(platform.webTier.kind === "nginx");
    const { requestsPerAddress, collectRequestsPerAddress } = platform.edge.firewall;
    const perWindow = platform.webTier.rateLimit.requestsPerSecondPerKey * 300;
    assert.ok(Math.min(requestsPerAddress, collectRequestsPerAddress) >= perWindow);
  }
});

test("only public pages are kept, and never with a key or a session", () => {
  for (const { name, tree } of CASES) {
    const keeping = all(tree, "location").filter((one) => child(one, "proxy_cache"));
    assert.ok(keeping.length > 0);
    for (const one of keeping) {
      const matches = new RegExp(one.args.at(-1)!);
      for (const path of ["/api/2026-11/projects", "/api/2026-11/session", "/healthz/active", "/v1/batch", "/"]) {
        assert.ok(!matches.test(path), `${name}: ${path}`);
      }
      for (const what of ["proxy_cache_bypass", "proxy_no_cache"]) {
        assert.deepEqual(child(one, what)?.args, ["$http_authorization", "$http_cookie"]);
      }
    }
    assert.equal(all(tree, "proxy_cache").length, keeping.length);
  }
});

test("health passes through to the program: uncached, unguarded, untranslated, on every host", () => {
  for (const { name, tree } of CASES) {
    const health = all(tree, "location").filter((one) => isHealth(one) && works(one));
    assert.equal(health.length, 2 * 4, name);
    for (const one of health) {
      assert.equal(one.args[0], "=");
      for (const unwanted of ["if", "proxy_cache", "proxy_intercept_errors"])
        assert.equal(child(one, unwanted), undefined);
    }
  }
});

test("behind an external network every way in asks for its key, and nothing else does", () => {
  for (const { name, platform, tree } of CASES) {
    const ways = all(tree, "location").filter((one) => works(one) && !isHealth(one) && one.args[0] !== "@inner");
    for (const one of ways) {
      assert.equal(
        child(one, "if") !== undefined,
        platform.edge.cdn.kind === "external",
        `${name}: ${one.args.join(" ")}`,
      );
    }
  }
});

test("every entrance has a server, which takes the bodies that the program takes", () => {
  for (const one of CASES) {
    for (const entrance of entrances(one.platform)) {
      const server = serverOf(one, entranceHost(one.platform, entrance));
      const wanted = entrance.route === "collect" ? INGEST_LIMITS.bodyBytes : API_BODY_BYTES_MAX;
      assert.deepEqual(child(server, "client_max_body_size")?.args, [String(wanted)]);
      const hidden = new RegExp(server.children.find(({ args }) => args[1]?.includes("internal"))!.args[1]!);
      for (const segment of HIDDEN_SEGMENTS) assert.ok(hidden.test(`/${segment}/x`) && hidden.test(`/${segment}`));
    }
  }
});

test("TLS is 1.2 or better on both sides, and the inner side is checked", () => {
  for (const { tree } of CASES) {
    for (const what of ["ssl_protocols", "proxy_ssl_protocols"]) {
      assert.deepEqual(
        all(tree, what).map(({ args }) => args),
        [["TLSv1.2", "TLSv1.3"]],
      );
    }
    assert.deepEqual(
      all(tree, "proxy_ssl_verify").map(({ args }) => args),
      [["on"]],
    );
    assert.deepEqual(
      all(tree, "ssl_session_tickets").map(({ args }) => args),
      [["off"]],
    );
    for (const { args } of all(tree, "proxy_pass")) assert.match(args[0]!, /^https:/);
  }
});

test("an event that may have been taken is never sent twice", () => {
  for (const { tree } of CASES) {
    for (const { args } of all(tree, "proxy_next_upstream")) assert.ok(!args.includes("non_idempotent"));
  }
});

test("no log holds a query, a key or a cookie", () => {
  for (const { tree } of CASES) {
    for (const { args } of all(tree, "log_format")) {
      assert.doesNotMatch(
        args.join(" "),
        /\$(?:request|request_uri|args|arg_\w+|query_string|key\w*|http_cookie|http_authorization)\b/,
      );
      JSON.parse(args[2]!.replaceAll(/:\$(\w+)/g, ":0"));
    }
  }
});

test("what Nginx says itself is of the program's own kinds", () => {
  for (const audience of AUDIENCES) {
    for (const { code, status } of problemsFor(audience)) {
      if (code === null) continue;
      const known = PROBLEM_CODES[code as ProblemCode];
      assert.ok(known, code);
      assert.ok((known.status as readonly number[]).includes(status), `${code} isn't ${status}`);
    }
  }
});

test("the machine's scripts are shell, and name the region's own bucket", () => {
  for (const { platform, region } of CASES) {
    const script = machineFiles(platform, region).find(({ mode }) => mode === "0755")!;
    const { status, stderr } = spawnSync("bash", ["-n"], { input: script.text, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.ok(script.text.includes(`s3://${bucketName(platform, "static", region.name)}/`));
  }
});

test("Ansible's files are YAML, notify handlers that exist, and copy files that this output has", () => {
  for (const { platform, region } of CASES) {
    const files = new Map(nginxFiles(platform).map(({ path, text }) => [path, text]));
    const read = (path: string) => parseYaml(files.get(`ansible/${path}`)!) as Record<string, unknown>[];
    for (const [path, text] of files) if (path.endsWith(".yml")) parseYaml(text);
    const handlers = read("roles/web_tier/handlers/main.yml").map(({ name }) => name as string);
    for (const task of read("roles/web_tier/tasks/main.yml")) {
      for (const handler of [task.notify ?? []].flat())
        assert.ok(handlers.includes(handler as string), String(handler));
      const { src } = (task["ansible.builtin.copy"] ?? {}) as { src?: string };
      if (src === undefined) continue;
      for (const item of (task.loop as string[] | undefined) ?? [""]) {
        const path = src
          .replace("{{ web_tier_output }}/", "")
          .replace("{{ web_tier_region }}", region.name)
          .replace("{{ item }}", item);
        assert.ok(files.has(path), path);
      }
    }
  }
});
