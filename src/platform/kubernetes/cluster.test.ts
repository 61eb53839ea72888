// What runs in the clusters of the six reference blueprints, small and large.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import { parse } from "yaml";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { type Platform, type Region, resolve } from "../../blueprint/platform.ts";
import { manifestPath } from "../manifest/manifest.ts";
import { manifestText } from "../manifest/manifest-text.ts";
import { DEREGISTRATION_SECONDS } from "../names/edge.ts";
import { graphOf, leastOf, scalersOf } from "./checks/graph.ts";
import { clusterManifests } from "./cluster.ts";

const PLATFORMS = Object.entries({ A, B, C, D, E, flagship }).flatMap(([name, blueprint]) =>
  (["dev", "prod"] as const).map((environment) => [`${name} ${environment}`, resolve(blueprint, environment)] as const),
);
const regionsOf = ({ regions }: Platform): readonly Region[] =>
  [regions.primary, regions.standby].filter(({ holds }) => holds.cluster);
const each = (look: (graph: ReturnType<typeof graphOf>, platform: Platform, region: Region, where: string) => void) => {
  for (const [name, platform] of PLATFORMS) {
    for (const region of regionsOf(platform))
      look(graphOf(clusterManifests(platform, region, null)), platform, region, `${name} ${region.name}`);
  }
};
const of = (blueprint: typeof A, configured: "primary" | "standby" = "primary") => {
  const platform = resolve(blueprint);
  const region = platform.regions[configured];
  return { platform, region, graph: graphOf(clusterManifests(platform, region, null)) };
};
const kindsOf = ({ graph }: ReturnType<typeof of>, name: string) =>
  graph.pods.filter((pods) => pods.namespace === "tandem" && pods.name === name).map(({ kind }) => kind);

test("each workload of the blueprint has one controller and one account in each region that has a cluster", () => {
  each((graph, platform, _, where) => {
    for (const { name } of platform.workloads) {
      assert.equal(
        graph.pods.filter((pods) => pods.namespace === "tandem" && pods.name === name).length,
        1,
        `${where} ${name}`,
      );
      assert.ok(graph.find("ServiceAccount", "tandem", name), `${where} ${name}`);
      assert.ok(graph.find("NetworkPolicy", "tandem", name), `${where} ${name}`);
    }
  });
});

test("the same platform gives the same files, each of which reads back as its object", () => {
  const [one, other] = [of(flagship), of(flagship)];
  const texts = ({ platform, region }: typeof one) =>
    clusterManifests(platform, region, null).map(
      (manifest) => [manifestPath(manifest), manifestText(manifest)] as const,
    );
  assert.deepEqual(texts(one), texts(other));
  for (const manifest of clusterManifests(one.platform, one.region, null))
    assert.deepEqual(parse(manifestText(manifest), { version: "1.1" }), manifest.object);
});

test("a version comes in as the blueprint says, and only what serves is watched while it does", () => {
  assert.deepEqual(kindsOf(of(flagship), "console"), ["Rollout"]);
  assert.deepEqual(kindsOf(of(flagship), "collector"), ["Rollout"]);
  assert.deepEqual(kindsOf(of(flagship), "guardian"), ["Deployment"]);
  assert.deepEqual(kindsOf(of(B), "console"), ["Deployment"]);
  assert.deepEqual(kindsOf(of(D), "console"), ["Rollout"]);
  const strategies = (blueprint: typeof A) =>
    of(blueprint)
      .graph.ofKind("Rollout")
      .flatMap(({ spec }) => Object.keys((spec as { strategy: object }).strategy));
  assert.deepEqual([...new Set(strategies(flagship))], ["canary"]);
  assert.deepEqual([...new Set(strategies(D))], ["blueGreen"]);
});

test("a collector that keeps its own log gets its volume back, and is never scaled down by itself", () => {
  for (const blueprint of [B, D, E]) {
    const { graph } = of(blueprint);
    const set = graph.find("StatefulSet", "tandem", "collector")?.spec as {
      persistentVolumeClaimRetentionPolicy: object;
    };
    assert.deepEqual(set.persistentVolumeClaimRetentionPolicy, { whenDeleted: "Retain", whenScaled: "Retain" });
    const scaled = graph.find("ScaledObject", "tandem", "collector")?.spec as {
      advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: object } } };
    };
    assert.deepEqual(scaled.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown, { selectPolicy: "Disabled" });
  }
});

test("there are as many as the blueprint says, in each region", () => {
  each((graph, platform, region, where) => {
    for (const workload of platform.workloads) {
      const pods = graph.pods.find((one) => one.namespace === "tandem" && one.name === workload.name);
      if (!pods || workload.scaling.kind === "cron") continue;
      const asleep = region.holds.nodes === "none";
      assert.equal(
        leastOf(graph, pods),
        asleep && scalersOf(graph, pods).length === 0
          ? 0
          : workload.replicas[asleep ? "primary" : region.configured].min,
        `${where} ${workload.name}`,
      );
    }
  });
});

test("a region without nodes sleeps: nothing is scaled, no job runs, and what wakes it is a number alone", () => {
  const { graph } = of(B, "standby");
  for (const pods of graph.pods.filter(({ namespace, lasting }) => namespace === "tandem" && lasting))
    assert.equal((pods.owner.spec as { replicas?: number }).replicas, 0, pods.called);
  for (const { spec, metadata } of graph.ofKind("CronJob").filter((one) => one.metadata.namespace === "tandem"))
    assert.equal((spec as { suspend: boolean }).suspend, true, metadata.name);
  for (const { metadata } of graph.ofKind("ScaledObject"))
    assert.equal(metadata.annotations?.["autoscaling.keda.sh/paused-replicas"], "0", metadata.name);
});

test("a pod that clients reach serves until the load balancer has forgotten it, and has time to end after that", () => {
  each((graph, platform, _, where) => {
    for (const { name, entrances } of platform.workloads.filter((one) => one.entrances.length > 0)) {
      const spec = graph.pods.find((pods) => pods.name === name)?.spec as IPodSpec;
      const drain =
        (spec.containers[0]?.lifecycle?.preStop as { sleep?: { seconds: number } } | undefined)?.sleep?.seconds ?? 0;
      assert.ok(drain > DEREGISTRATION_SECONDS, `${where} ${name} ${entrances}`);
      assert.ok((spec.terminationGracePeriodSeconds ?? 0) >= drain + 10, `${where} ${name}`);
    }
  });
});

test("workers grow with the queue that the blueprint has", () => {
  const trigger = (blueprint: typeof A) => {
    const scaled = of(blueprint).graph.find("ScaledObject", "tandem", "worker") ?? assert.fail();
    return (scaled.spec as { triggers: { type: string }[] }).triggers.map(({ type }) => type);
  };
  assert.deepEqual(trigger(flagship), ["aws-sqs-queue"]);
  assert.deepEqual(trigger(D), ["redis"]);
  assert.deepEqual(trigger(A), ["postgresql"]);
});

test("credentials come as the blueprint says, from the region's own store", () => {
  assert.equal(
    of(A)
      .graph.ofKind("ExternalSecret")
      .filter(({ metadata }) => metadata.namespace === "tandem").length,
    0,
  );
  assert.ok(of(A).graph.find("SecretProviderClass", "tandem", "console"));
  assert.equal(of(flagship).graph.ofKind("SecretProviderClass").length, 0);
  const keys = of(D).graph.find("ExternalSecret", "tandem", "console-credentials")?.spec as {
    data: { remoteRef: { key: string } }[];
  };
  for (const { remoteRef } of keys.data) assert.match(remoteRef.key, /^\/hybrid-web\/secrets\//);
});

test("nothing in the manifests says which region is active", () => {
  each((graph, _, __, where) => {
    for (const object of graph.objects.filter(({ metadata }) => metadata.namespace === "tandem")) {
      const { labels, annotations } = object.metadata;
      assert.doesNotMatch(
        JSON.stringify([labels, annotations, object.data ?? null]),
        /"(role|active|passive)"/i,
        `${where} ${object.kind} ${object.metadata.name}`,
      );
    }
  });
});
