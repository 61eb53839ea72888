import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { type Platform, resolve } from "../../blueprint/platform.ts";
import { CHARTS, type Chart, type ChartName, chartRepository, chartsOf, untestedOn } from "./charts.ts";
import { ARGO_CHART } from "./delivery.ts";
import { registryHost } from "./images.ts";
import { repositoriesOf, upstreamImagesOf } from "./repositories.ts";
import { cacheOf, IMAGES, type ImageName, imagePlace, type UpstreamImage } from "./upstream-images.ts";

const blueprints = { A, B, C, D, E, flagship };
const platforms: readonly (readonly [string, Platform])[] = Object.entries(blueprints).flatMap(([name, one]) =>
  (["prod", "dev"] as const).map((environment) => [`${name}, ${environment}`, resolve(one, environment)] as const),
);
const charts = Object.keys(CHARTS) as ChartName[];

test("every chart and every image has one version, and none of them can move", () => {
  for (const name of charts) assert.match(CHARTS[name].version, /^v?\d+\.\d+\.\d+$/, name);
  for (const [name, { tag }] of Object.entries(IMAGES)) assert.match(tag, /^v?\d+\.\d+(\.\d+)?(-[a-z0-9]+)?$/, name);
});

test("what nobody could confirm is counted: more of it is a change that somebody makes on purpose", () => {
  const open = (table: Record<string, { confirmed: boolean }>) =>
    Object.entries(table).flatMap(([name, { confirmed }]) => (confirmed ? [] : [name]));
  assert.deepEqual(open(CHARTS), []);
  assert.deepEqual(open(IMAGES), ["aws-cli", "postgres", "pgbouncer", "kubectl"]);
  for (const one of [...Object.values(CHARTS), ...Object.values(IMAGES)]) assert.ok(one.source.length > 5, one.source);
});

test("every chart and image is one that a reference blueprint asks for", () => {
  const used = new Set(platforms.flatMap(([, platform]) => chartsOf(platform)));
  assert.deepEqual(
    charts.filter((name) => !used.has(name)),
    [],
  );
  const pulled = new Set(platforms.flatMap(([, platform]) => upstreamImagesOf(platform)));
  assert.deepEqual(
    (Object.keys(IMAGES) as ImageName[]).filter((name) => !pulled.has(name)),
    [],
  );
});

test("a custom resource is defined by one chart alone", () => {
  const definitions = charts.flatMap((name): readonly string[] => CHARTS[name].definitions);
  assert.deepEqual(
    definitions.filter((one, index) => definitions.indexOf(one) !== index),
    [],
  );
  for (const one of definitions) assert.match(one, /^[a-z0-9]+\.[a-z0-9.-]+\.[a-z]+$/);
});

test("the chart that the bootstrap installs is the table's", () => {
  assert.equal(CHARTS["argo-cd"].version, ARGO_CHART.version);
});

for (const [name, platform] of platforms) {
  test(`${name}: no chart is one that upstream doesn't test on this Kubernetes`, () => {
    assert.deepEqual(untestedOn(platform), []);
  });

  test(`${name}: what is pushed has a repository of its own, what is cached has none, and ECR takes the names`, () => {
    const repositories = repositoriesOf(platform);
    assert.equal(new Set(repositories).size, repositories.length);
    for (const chart of chartsOf(platform)) assert.ok(repositories.includes(chartRepository(chart)), chart);
    for (const image of upstreamImagesOf(platform)) {
      const upstream: UpstreamImage = IMAGES[image];
      const place = imagePlace(platform, platform.regions.standby, image);
      assert.equal(place.registry, registryHost(platform, platform.regions.standby));
      const own = place.path.slice(platform.name.length + 1);
      assert.equal(
        repositories.some((one) => one === own),
        cacheOf(upstream) === undefined,
        image,
      );
    }
    for (const one of repositories) assert.match(one, /^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/);
  });
}

test("a Kubernetes that a chart was never tested on is named", () => {
  const [, platform] = platforms.find(([name]) => name.startsWith("flagship")) ?? [];
  assert.ok(platform);
  const newer = { ...platform, cluster: { ...platform.cluster, version: "1.36" as const } };
  assert.deepEqual(untestedOn(newer), ["keda"]);
  const older: Chart = CHARTS["cluster-autoscaler"];
  assert.deepEqual(older.kubernetes, { from: "1.35", to: "1.35" });
});
