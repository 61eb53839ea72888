// The rules of delivery, held against the objects that clusters really get, of every shipped blueprint.
import assert from "node:assert/strict";
import { matchesGlob } from "node:path";
import { test } from "node:test";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { type Platform, type Region, resolve } from "../../blueprint/platform.ts";
import { clusterManifests } from "../kubernetes/cluster.ts";
import { isClusterScoped } from "../manifest/kinds.ts";
import { called, type Manifest } from "../manifest/manifest.ts";
import { componentsOf, groupOf, WORKLOAD_KINDS_REFUSED } from "./component.ts";
import { projects } from "./projects.ts";
import { delivered } from "./rendered.ts";
import { testRelease } from "./test-release.ts";

type Case = {
  readonly name: string;
  readonly platform: Platform;
  readonly region: Region;
  readonly manifests: readonly Manifest[];
};
const cases: readonly Case[] = Object.entries({ A, B, C, D, E, flagship }).flatMap(([name, blueprint]) =>
  (["prod", "dev"] as const).flatMap((environment) => {
    const platform = resolve(blueprint, environment);
    return [platform.regions.primary, platform.regions.standby].map((region) => ({
      name: `${name} ${environment} ${region.name}`,
      platform,
      region,
      manifests: clusterManifests(platform, region, testRelease(1)),
    }));
  }),
);
type ProjectSpec = {
  sourceRepos?: string[];
  destinations?: { namespace?: string }[];
  clusterResourceWhitelist?: { group: string; kind: string }[];
};
const projectsOf = ({ platform, region }: Case): ReadonlyMap<string, ProjectSpec> =>
  new Map(projects(platform, region).map(({ object }) => [object.metadata.name, object.spec as ProjectSpec]));

test("every object lies in a component whose project may deliver it, where it lies", () => {
  let seen = 0;
  for (const one of cases) {
    const known = projectsOf(one);
    for (const component of componentsOf(one.manifests)) {
      const project = known.get(component.project);
      assert.ok(project, `${one.name}: no project ${component.project}`);
      const namespaces = project.destinations?.map(({ namespace }) => namespace) ?? [];
      for (const { object } of component.manifests) {
        seen += 1;
        const { namespace } = object.metadata;
        if (namespace !== undefined)
          assert.ok(
            namespaces.includes("*") || namespaces.includes(namespace),
            `${one.name}: ${called(object)} in ${component.project}`,
          );
        if (isClusterScoped(object.apiVersion, object.kind))
          assert.ok(
            project.clusterResourceWhitelist?.some(({ kind }) => kind === "*"),
            `${one.name}: ${called(object)} in ${component.project}`,
          );
        if (component.project === "workloads")
          assert.ok(
            !WORKLOAD_KINDS_REFUSED.some(
              ({ group, kind }) => kind === object.kind && group === groupOf(object.apiVersion),
            ),
            `${one.name}: ${called(object)}`,
          );
      }
    }
  }
  assert.ok(seen > 500, `${seen} objects`);
});

test("an Application takes its chart from a place that its project allows, at one version", () => {
  let seen = 0;
  for (const one of cases) {
    const known = projectsOf(one);
    for (const { object } of one.manifests.filter(({ object }) => object.kind === "Application")) {
      seen += 1;
      const spec = object.spec as { project: string; source: { repoURL: string; targetRevision: string } };
      const { repoURL, targetRevision } = spec.source;
      const allowed = known.get(spec.project)?.sourceRepos ?? [];
      assert.ok(
        allowed.some((place) => place === repoURL || matchesGlob(repoURL, place)),
        `${one.name}: ${called(object)} takes ${repoURL}`,
      );
      assert.match(targetRevision, /^v?\d+\.\d+\.\d+/, called(object));
      assert.ok(
        repoURL.includes(one.region.name) || repoURL.startsWith("https://"),
        `${one.name}: ${repoURL} is another region's`,
      );
    }
  }
  assert.ok(seen > 50, `${seen} Applications`);
});

test("each workload is a component of the project that can't touch the cluster; only the recoverer's rights need more", () => {
  for (const one of cases.filter(({ manifests }) => manifests.length > 0)) {
    const components = componentsOf(one.manifests);
    const own = one.platform.workloads.map(({ name }) => components.find((each) => each.name === name));
    assert.ok(
      own.every((component) => component !== undefined),
      one.name,
    );
    const more = own.filter((component) => component?.project !== "workloads").map((component) => component?.name);
    assert.deepEqual(more, ["recoverer"], one.name);
  }
});

test("nothing that can't be made again from Git is ever pruned", () => {
  let kept = 0;
  for (const one of cases) {
    for (const component of componentsOf(one.manifests)) {
      for (const each of component.manifests) {
        const { kind, metadata } = delivered(component, each).object;
        if (
          ![
            "Namespace",
            "CustomResourceDefinition",
            "PersistentVolumeClaim",
            "StorageClass",
            "ClusterSecretStore",
          ].includes(kind)
        )
          continue;
        kept += 1;
        assert.match(
          metadata.annotations?.["argocd.argoproj.io/sync-options"] ?? "",
          /Prune=false/,
          `${one.name}: ${kind} ${metadata.name}`,
        );
      }
    }
  }
  assert.ok(kept > 20, `${kept} kept`);
});
