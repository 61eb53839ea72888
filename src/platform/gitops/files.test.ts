import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { type Platform, resolve } from "../../blueprint/platform.ts";
import { alertName } from "../observability/alert.ts";
import { alertsOf } from "../observability/alerts.ts";
import type { OutputFile } from "../output-file.ts";
import { synthesizeTerraform } from "../terraform/stacks.ts";
import { groupOf } from "./component.ts";
import { gitOpsFiles } from "./files.ts";
import { gameDayFiles } from "./game-days.ts";
import { belongsTo, GITOPS_DIRECTORY } from "./layout.ts";
import { promotion } from "./promotion.ts";
import { problemsOfTree, type ReleaseRecord } from "./release-record.ts";
import { testCluster, testRelease } from "./test-release.ts";

const platforms = Object.entries({ A, B, C, D, E, flagship }).flatMap(([name, blueprint]) =>
  (["prod", "dev"] as const).map((environment) => [`${name} ${environment}`, resolve(blueprint, environment)] as const),
);
const platform = resolve(flagship);
const [one, other] = [platform.regions.primary, platform.regions.standby];
const made = gitOpsFiles(platform, testRelease(1), [testCluster()]);
const inRepository = (files: readonly OutputFile[]): Map<string, string> =>
  new Map(files.map(({ path, text }) => [path.slice(GITOPS_DIRECTORY.length + 1), text]));
const tree = inRepository(made);
const recordOf = (region: string): ReleaseRecord =>
  JSON.parse(tree.get(`releases/prod-${region}.json`) ?? "") as ReleaseRecord;

type Plain = { kind: string; metadata: { name: string }; spec: Record<string, never> };
const objectsBelow = (folder: string): Plain[] =>
  [...tree]
    .filter(([path]) => path.startsWith(folder) && path.endsWith(".yaml"))
    .map(([, text]) => parse(text) as Plain);

test("every file belongs to exactly one region, in every shipped blueprint, prod and dev", () => {
  for (const [name, platform] of platforms) {
    const { primary, standby } = platform.regions;
    for (const path of inRepository(gitOpsFiles(platform, null, [testCluster()])).keys()) {
      // No Argo CD reads these.
      if (path.startsWith("drills/")) continue;
      const owners = [primary, standby].filter((region) => belongsTo(platform, region, path));
      assert.equal(owners.length, 1, `${name}: ${path}`);
    }
  }
});

test("nothing in the repository says which region is active", () => {
  for (const [path, text] of tree) assert.doesNotMatch(text, /role["']?\s*[:=]\s*["']?(active|passive|standby)/i, path);
});

/** What Argo CD's generator of Git files says itself, whatever the file says. */
const OF_THE_GENERATOR = ["path", "commitSHA"];

test("a set of Applications reads a list that is there, and its template asks only for what each element says", () => {
  const sets = objectsBelow("bootstrap/").filter(({ kind }) => kind === "ApplicationSet");
  assert.ok(sets.length >= 4);
  for (const set of sets) {
    const spec = set.spec as unknown as { generators: { git: { files: { path: string }[] } }[]; template: unknown };
    const path = spec.generators[0]?.git.files[0]?.path ?? "";
    const elements = JSON.parse(tree.get(path) ?? "null") as Record<string, string>[];
    assert.ok(elements.length > 0, path);
    for (const element of elements)
      for (const name of OF_THE_GENERATOR) assert.ok(!(name in element), `${path}: ${name}`);
    const asked = [...JSON.stringify(spec.template).matchAll(/\{\{ \.(\w+) \}\}/g)].map((match) => match[1] ?? "");
    assert.ok(asked.length > 0);
    for (const element of elements) {
      for (const name of asked) assert.ok(element[name], `${path} says no ${name}`);
      assert.ok(
        [...tree.keys()].some((file) => file.startsWith(`${element.folder}/`)),
        `${element.folder} is empty`,
      );
    }
  }
});

test("whatever recovery changes is left alone in the wave of workloads, and nowhere else", () => {
  const templates = objectsBelow(`bootstrap/prod-${one.name}/`)
    .filter(({ kind }) => kind === "ApplicationSet")
    .map(({ metadata, spec }) => [metadata.name, JSON.stringify(spec)] as const);
  for (const [name, text] of templates) {
    for (const pointer of ["/spec/minReplicas", "/spec/minReplicaCount", "/spec/replicas"])
      assert.equal(text.includes(`"${pointer}"`), name === "wave-4", `${name} ${pointer}`);
    assert.equal(/RespectIgnoreDifferences=true/.test(text), true, name);
    assert.match(text, /"preserveResourcesOnDeletion":true/);
    assert.match(text, /"missingkey=error"/);
  }
});

test("what the controller of roll-outs writes into a Service is left alone where it does so, and nowhere else", () => {
  const pointer = "/spec/selector/rollouts-pod-template-hash";
  for (const [name, each] of platforms) {
    const sets = gitOpsFiles(each, null, [testCluster()]).filter(({ path }) => path.endsWith("appsets/wave-4.yaml"));
    for (const { text } of sets)
      assert.equal(text.includes(pointer), each.delivery.rollout === "blue-green", `${name}: ${pointer}`);
  }
  assert.ok(platforms.some(([, { delivery }]) => delivery.rollout === "blue-green"));
});

test("workloads' project can't touch the cluster, and its components hold nothing that it refuses", () => {
  const projects = new Map(
    objectsBelow(`bootstrap/prod-${one.name}/projects/`).map((one) => [one.metadata.name, one.spec]),
  );
  const workloads = projects.get("workloads") as unknown as {
    clusterResourceWhitelist: unknown[];
    destinations: { namespace: string }[];
    namespaceResourceBlacklist: { group: string; kind: string }[];
  };
  assert.deepEqual(workloads.clusterResourceWhitelist, []);
  assert.deepEqual(
    workloads.destinations.map(({ namespace }) => namespace),
    ["tandem"],
  );
  const refused = new Set(workloads.namespaceResourceBlacklist.map(({ group, kind }) => `${group}/${kind}`));
  const elements = JSON.parse(tree.get(`clusters/prod-${one.name}/wave-4.json`) ?? "[]") as {
    folder: string;
    project: string;
  }[];
  assert.ok(elements.some(({ project }) => project === "workloads"));
  for (const { folder } of elements.filter(({ project }) => project === "workloads"))
    for (const object of objectsBelow(folder) as (Plain & { apiVersion: string })[])
      assert.ok(!refused.has(`${groupOf(object.apiVersion)}/${object.kind}`), folder);
  assert.deepEqual((projects.get("default") as unknown as { sourceRepos: unknown[] }).sourceRepos, []);
});

test("PROMO-2: a promotion writes and removes files of its own region alone", () => {
  const paths = [
    ...tree.keys(),
    `rendered/prod/${one.name}/gone/x.yaml`,
    `rendered/prod/${other.name}/gone/x.yaml`,
    "README.md",
  ];
  const { writes, removals } = promotion(
    platform,
    one,
    gitOpsFiles(platform, testRelease(2), [testCluster("query")]),
    paths,
  );
  assert.ok(writes.size > 5);
  for (const path of [...writes.keys(), ...removals]) assert.ok(belongsTo(platform, one, path), path);
  assert.deepEqual(removals, [`rendered/prod/${one.name}/gone/x.yaml`]);
});

test("a record names what was changed, what is missing and what nobody rendered", () => {
  const record = recordOf(one.name);
  assert.deepEqual(problemsOfTree(platform, one, record, tree), []);
  const path = `rendered/prod/${one.name}/collector/configmap.collector.yaml`;
  const changed = new Map(tree).set(path, "{}\n");
  assert.deepEqual(problemsOfTree(platform, one, record, changed), [`${path} was changed after it was recorded`]);
  const missing = new Map(tree);
  missing.delete(path);
  assert.deepEqual(problemsOfTree(platform, one, record, missing), [`${path} is recorded and missing`]);
  const foreign = new Map(tree).set(`clusters/prod-${one.name}/extra.json`, "{}\n");
  assert.deepEqual(problemsOfTree(platform, one, record, foreign), [
    `clusters/prod-${one.name}/extra.json is in no release`,
  ]);
});

test("two regions rendered from one blueprint and release say the same input, and another release says another", () => {
  assert.equal(recordOf(one.name).input, recordOf(other.name).input);
  const again = inRepository(gitOpsFiles(platform as Platform, testRelease(2), [testCluster()]));
  assert.notEqual(JSON.parse(again.get(`releases/prod-${one.name}.json`) ?? "{}").input, recordOf(one.name).input);
});

test("a game day names an experiment that Terraform makes, alerts of the catalogue, and a limit for each", () => {
  for (const [name, platform] of platforms) {
    const templates = JSON.stringify(
      synthesizeTerraform(platform)
        .flatMap(({ resources }) => resources)
        .filter(({ type }) => type === "aws_fis_experiment_template")
        .map(({ args }) => args.tags),
    );
    const known = new Set(alertsOf(platform).map(alertName));
    for (const { path, text } of gameDayFiles(platform)) {
      const day = JSON.parse(text) as {
        begins: { experiment?: string };
        expects: {
          alertsFire: { alert: string; withinSeconds: number }[];
          alertsStayQuiet: string[];
          writesBackWithinSeconds: number;
        };
      };
      if (day.begins.experiment) assert.ok(templates.includes(`"${day.begins.experiment}"`), `${name}: ${path}`);
      for (const { alert, withinSeconds } of day.expects.alertsFire)
        assert.ok(known.has(alert) && withinSeconds > 0, path);
      for (const alert of day.expects.alertsStayQuiet) assert.ok(known.has(alert), `${path}: ${alert}`);
      assert.ok(day.expects.writesBackWithinSeconds > 0);
    }
  }
  assert.equal(gameDayFiles(platform).length, 6);
});

test("two objects that would be one file are refused by name", () => {
  assert.throws(() => gitOpsFiles(platform, null, [testCluster(), testCluster()]), /would both be/);
});
