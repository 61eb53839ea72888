import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint as D } from "../../../../blueprints/D.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { type Platform, resolve } from "../../../blueprint/platform.ts";
import { PORTS } from "../../../blueprint/workload-table.ts";
import { rangeOf } from "../../names/network.ts";
import { meshManifests } from "./policies.ts";

type Rule = {
  from: { source: { principals?: string[]; ipBlocks?: string[] } }[];
  to: { operation: { ports: string[] } }[];
};
const objectsOf = (platform: Platform) =>
  meshManifests({ platform, region: platform.regions.primary }).map(({ object }) => object);
const rulesOf = (platform: Platform, workload: string): readonly Rule[] => {
  const found = objectsOf(platform).find(
    ({ kind, metadata }) => kind === "AuthorizationPolicy" && metadata.name === workload,
  );
  assert.ok(found, workload);
  return (found.spec as { rules: Rule[] }).rules;
};
const callers = (rules: readonly Rule[]): readonly string[] =>
  rules
    .flatMap(({ from }) => from.flatMap(({ source }) => source.principals ?? []))
    .map((one) => one.split("/sa/")[1] ?? "");
const addresses = (rules: readonly Rule[], port: number): readonly string[] =>
  rules
    .filter(({ to }) => to.some(({ operation }) => operation.ports.includes(String(port))))
    .flatMap(({ from }) => from.flatMap(({ source }) => source.ipBlocks ?? []));

test("without a mesh there are no rules of one", () => assert.deepEqual(objectsOf(resolve(D, "prod")), []));

for (const [name, blueprint] of [
  ["B", B],
  ["flagship", flagship],
] as const) {
  const platform = resolve(blueprint, "prod");

  test(`${name}: whoever isn't named is refused, and nothing comes without a certificate but where it is said`, () => {
    const objects = objectsOf(platform);
    const refusing = objects.filter(
      ({ kind, spec }) => kind === "AuthorizationPolicy" && JSON.stringify(spec) === "{}",
    );
    assert.equal(refusing.length, 1);
    for (const { kind, spec } of objects)
      if (kind === "PeerAuthentication") assert.deepEqual((spec as { mtls: unknown }).mtls, { mode: "STRICT" });
  });

  test(`${name}: the callers of a workload are those that declare the call, and the gateway for what it leads to`, () => {
    for (const workload of platform.workloads.filter(({ ports }) => ports.some((port) => port.name === "http"))) {
      const declared = platform.workloads
        .filter(({ access }) => access.some((one) => one.to === "workload" && one.name === workload.name))
        .map((one): string => one.name);
      const gateway = workload.entrances.some((route) => route !== "collect") ? ["inner-istio"] : [];
      assert.deepEqual(
        [...callers(rulesOf(platform, workload.name))].sort(),
        [...declared, ...gateway].sort(),
        workload.name,
      );
    }
  });

  test(`${name}: from outside the mesh come the load balancer, the other region and Prometheus, each by its addresses`, () => {
    const { primary, standby } = platform.regions;
    const collector = addresses(rulesOf(platform, "collector"), PORTS.collector);
    assert.ok(collector.includes(rangeOf(platform, primary, platform.webTier.kind === "nginx" ? "private" : "public")));
    assert.ok(collector.includes(rangeOf(platform, standby, "private")));
    assert.deepEqual(addresses(rulesOf(platform, "query"), PORTS.query), []);
    assert.deepEqual(addresses(rulesOf(platform, "query"), PORTS.metrics), [rangeOf(platform, primary, "private")]);
    // That two regions are active, or none, is seen by reading both guardians.
    assert.deepEqual(addresses(rulesOf(platform, "guardian"), PORTS.metrics), [
      rangeOf(platform, primary, "private"),
      rangeOf(platform, standby, "private"),
    ]);
    const open = objectsOf(platform).filter(
      ({ kind, metadata }) => kind === "PeerAuthentication" && metadata.name === "query",
    );
    assert.deepEqual(
      open.map(({ spec }) => (spec as { portLevelMtls: unknown }).portLevelMtls),
      [{ [PORTS.metrics]: { mode: "PERMISSIVE" } }],
    );
  });
}
