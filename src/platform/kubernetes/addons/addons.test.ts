import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { blueprint as A } from "../../../../blueprints/A.ts";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint as C } from "../../../../blueprints/C.ts";
import { blueprint as D } from "../../../../blueprints/D.ts";
import { blueprint as E } from "../../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { type Platform, type Region, resolve } from "../../../blueprint/platform.ts";
import { ADD_ONS, AGENTS } from "../../../blueprint/sizing/nodes.ts";
import type { Manifest } from "../../manifest/manifest.ts";
import { CHARTS, type ChartName, chartRepository, chartsOf, chartTitle } from "../../names/charts.ts";
import { ADDON_ACCOUNTS, addonRoleArn } from "../../names/identity.ts";
import { registryHost } from "../../names/images.ts";
import { NAMESPACES } from "../../names/kubernetes.ts";
import { alertmanagerSecretFile } from "../../names/observability.ts";
import { repositoriesOf } from "../../names/repositories.ts";
import { type ImageName, imagePlace } from "../../names/upstream-images.ts";
import { addonIdentities } from "../../terraform/identity/addon-grants.ts";
import { ADDON_VERSIONS } from "../../terraform/region/addon-versions.ts";
import { CARRIED_BY_ADDONS } from "../../terraform/region/addons.ts";
import { clusterManifests } from "../cluster.ts";
import { addonManifests } from "./addons.ts";
import { OWNERS, type Owner } from "./owners.ts";
import { addonPage } from "./page.ts";
import { SIZES, type Size, sizesOf } from "./sizes.ts";

type Case = {
  readonly name: string;
  readonly platform: Platform;
  readonly region: Region;
  readonly manifests: readonly Manifest[];
};
const cases: readonly Case[] = Object.entries({ A, B, C, D, E, flagship }).flatMap(([letter, blueprint]) =>
  (["prod", "dev"] as const).flatMap((environment) => {
    const platform = resolve(blueprint, environment);
    return (["primary", "standby"] as const).map((configured) => {
      const region = platform.regions[configured];
      return {
        name: `${letter}, ${environment}, ${configured}`,
        platform,
        region,
        manifests: addonManifests(platform, region),
      };
    });
  }),
);

type Source = { repoURL: string; chart: string; targetRevision: string; helm: { valuesObject: unknown } };
const applicationsOf = (manifests: readonly Manifest[]) =>
  manifests
    .filter(({ object }) => object.kind === "Application")
    .map(({ component, object }) => {
      const spec = object.spec as {
        source: Source;
        destination: { namespace: string };
        syncPolicy: { syncOptions: string[] };
      };
      return { chart: component as ChartName, namespace: spec.destination.namespace, ...spec };
    });

type Values = {
  alertmanager: { alertmanagerSpec: { secrets: string[]; volumeMounts: { mountPath: string }[] } };
};

/** Every string of a value, with the path to it. */
function* strings(value: unknown, path = ""): Generator<readonly [string, string]> {
  if (typeof value === "string") yield [path, value];
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* strings(inner, `${path}.${key}`);
}

test("each chart that the blueprint asks for is installed once, from the region's own registry, at its pinned version", () => {
  for (const { name, platform, region, manifests } of cases) {
    const applications = applicationsOf(manifests);
    const wanted = chartsOf(platform).filter((chart) => chart !== "argo-cd");
    assert.deepEqual(applications.map(({ chart }) => chart).sort(), [...wanted].sort(), name);
    for (const { chart, source } of applications) {
      assert.equal(source.repoURL, `${registryHost(platform, region)}/${platform.name}/charts`);
      assert.equal(source.chart, chartTitle(chart));
      assert.equal(source.targetRevision, CHARTS[chart].version);
      assert.ok(repositoriesOf(platform).includes(chartRepository(chart)), chart);
    }
  }
});

test("no value names an image of another registry, nor of the other region's", () => {
  for (const { name, platform, region, manifests } of cases) {
    const own = `${platform.accountId}.dkr.ecr.${region.name}.amazonaws.com`;
    for (const { object } of manifests) {
      for (const [path, text] of strings(object)) {
        assert.doesNotMatch(
          text,
          /\b(docker\.io|ghcr\.io|quay\.io|registry\.k8s\.io|public\.ecr\.aws|registry\.istio\.io)\//,
          `${name} ${path}`,
        );
        for (const [host] of text.matchAll(/\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com/g))
          assert.equal(host, own, `${name} ${path}`);
      }
    }
  }
});

test("charts that would pull an image of their own choosing have it set: each image of the table stands in the values", () => {
  for (const { name, platform, manifests } of cases) {
    for (const { chart, source } of applicationsOf(manifests)) {
      const texts = [...strings(source.helm.valuesObject)].map(([, text]) => text);
      for (const image of CHARTS[chart].images) {
        // Istio is given one hub for all of its images.
        const last = chart.startsWith("isti") || chart === "ztunnel" ? "/images/release" : image;
        const found = texts.some((text) =>
          last === image ? text.includes(pathOf(image, platform)) : text.endsWith(last),
        );
        assert.ok(found, `${name}: ${chart} isn't told where ${image} is`);
      }
    }
  }
});

test("an add-on that calls AWS runs under the ServiceAccount that its role trusts, and no chart makes another's", () => {
  for (const { name, platform, region, manifests } of cases) {
    const texts = JSON.stringify(manifests.map(({ object }) => object));
    const charted = addonIdentities(platform).filter(
      (one) =>
        !CARRIED_BY_ADDONS.includes(one) &&
        one !== "argo-cd" &&
        !OUR_NAMESPACES.includes(ADDON_ACCOUNTS[one].namespace),
    );
    for (const identity of charted) {
      const { namespace, name: account } = ADDON_ACCOUNTS[identity];
      const owner = applicationsOf(manifests).find(
        (one) =>
          one.namespace === namespace && JSON.stringify(one.source.helm.valuesObject).includes(`"name":"${account}"`),
      );
      assert.ok(owner, `${name}: nobody makes ${namespace}/${account} for ${identity}`);
      assert.equal(
        texts.includes(addonRoleArn(platform, region, identity)),
        platform.cluster.identity === "irsa",
        `${name}: ${identity}`,
      );
    }
  }
});

test("each namespace that asks a store for a secret is one that the store answers", () => {
  for (const { name, platform, region } of cases) {
    const manifests = clusterManifests(platform, region, null).map(({ object }) => object);
    const answered = new Map(
      manifests
        .filter(({ kind }) => kind === "ClusterSecretStore")
        .map(({ metadata, spec }) => [
          metadata.name,
          (spec as { conditions: { namespaces: string[] }[] }).conditions.flatMap(({ namespaces }) => namespaces),
        ]),
    );
    for (const { metadata, spec } of manifests.filter(({ kind }) => kind === "ExternalSecret")) {
      const { secretStoreRef, data = [] } = spec as {
        secretStoreRef: { name: string };
        data?: { sourceRef?: { storeRef: { name: string } } }[];
      };
      const { namespace = "" } = metadata;
      // One field of it may come from another store than the rest.
      for (const store of [secretStoreRef.name, ...data.flatMap(({ sourceRef }) => sourceRef?.storeRef.name ?? [])])
        assert.ok(answered.get(store)?.includes(namespace), `${name}: ${store} for ${namespace}/${metadata.name}`);
    }
  }
});

test("another configuration of what carries telemetry is another pod, and the same is the same", () => {
  const charts = {
    "opentelemetry-collector": "opentelemetry-collector",
    yace: "yace",
    "fluent-bit": "fluent-bit",
  } as const;
  for (const [chart, name] of Object.entries(charts)) {
    const seen = new Map<string, string>();
    for (const { platform, region } of cases) {
      const manifests = clusterManifests(platform, region, null);
      const own = manifests.find(({ object }) => object.kind === "ConfigMap" && object.metadata.name === name);
      const text = JSON.stringify((own?.object as { data?: unknown } | undefined)?.data);
      const mark = /"tandem\/configuration":"(\w+)"/.exec(
        JSON.stringify(applicationsOf(manifests).find((one) => one.chart === chart)?.source.helm.valuesObject ?? {}),
      )?.[1];
      if (text === undefined || mark === undefined) continue;
      assert.equal(seen.get(text) ?? mark, mark, chart);
      seen.set(text, mark);
    }
    assert.ok(seen.size > 1, chart);
    assert.equal(new Set(seen.values()).size, seen.size, chart);
  }
});

/** The ports on which charts' webhooks and metrics interfaces serve the control plane, as their values have them. */
const ASKED_BY_CONTROL_PLANE: Partial<Record<ChartName, readonly number[]>> = {
  "aws-load-balancer-controller": [9443],
  "cert-manager": [10250],
  "external-secrets": [10250],
  istiod: [15017],
  keda: [6443, 9443],
  "kube-prometheus-stack": [10250],
  "metrics-server": [10250],
};
test("the control plane may reach every webhook: one that it can't would stop each change that it is asked about", () => {
  for (const { name, platform, manifests } of cases) {
    const open = platform.flows
      .filter(({ from, to }) => from === "control-plane" && to === "nodes")
      .map(({ ports }) => ports[0]);
    for (const { chart } of applicationsOf(manifests))
      for (const port of ASKED_BY_CONTROL_PLANE[chart] ?? [])
        assert.ok(open.includes(port), `${name}: ${chart} on ${port}`);
  }
});

test("in a company's own cluster nobody makes nodes, nor a second of what every cluster has", () => {
  const platform = resolve(B, "qa");
  assert.ok(platform.existing.clusters);
  const manifests = addonManifests(platform, platform.regions.primary);
  const charts = applicationsOf(manifests).map(({ chart }) => chart);
  for (const absent of ["karpenter", "karpenter-crd", "cluster-autoscaler", "metrics-server"] as const)
    assert.ok(!charts.includes(absent), absent);
  assert.ok(charts.includes("cert-manager"));
  for (const { object } of manifests) {
    assert.ok(!["NodePool", "EC2NodeClass"].includes(object.kind));
    const usual = object.metadata.annotations?.["storageclass.kubernetes.io/is-default-class"];
    if (object.kind === "StorageClass") assert.equal(usual, "false");
  }
});

test("PagerDuty's key is a file where the routes look for it: of a Secret, or mounted where credentials stay out of Secrets", () => {
  for (const { name, platform, manifests } of cases) {
    const stack = applicationsOf(manifests).find(({ chart }) => chart === "kube-prometheus-stack");
    assert.ok(stack);
    const { alertmanagerSpec } = (stack.source.helm.valuesObject as Values).alertmanager;
    const pages = platform.observability.pager.kind === "pagerduty";
    const csi = platform.secrets.intoPods === "csi";
    assert.deepEqual(
      alertmanagerSpec.secrets,
      [
        ...(pages && !csi ? ["alertmanager-pager"] : []),
        ...(platform.observability.chat === "slack" ? ["alertmanager-chat"] : []),
      ],
      name,
    );
    const mounted = alertmanagerSpec.volumeMounts.map(({ mountPath }) => `${mountPath}/routing_key`);
    assert.deepEqual(mounted, pages && csi ? [alertmanagerSecretFile("pager")] : [], name);
    assert.equal(
      manifests.some(({ object }) => object.kind === "SecretProviderClass"),
      pages && csi,
      name,
    );
  }
});

test("each piece has one owner: EKS's add-ons and charts are all named, each once", () => {
  const owners: readonly Owner[] = Object.values(OWNERS);
  const addons = owners.flatMap((one) => (one.by === "eks" ? [one.addon] : []));
  const charts = owners.flatMap((one) => (one.by === "eks" ? [] : [one.chart]));
  for (const versions of Object.values(ADDON_VERSIONS))
    assert.deepEqual([...addons].sort(), Object.keys(versions).sort());
  assert.deepEqual([...charts].sort(), Object.keys(CHARTS).sort());
});

test("what defines custom resources is never pruned, and comes no later than what uses them", () => {
  for (const { name, manifests } of cases) {
    const definitions = applicationsOf(manifests).flatMap(({ chart }) =>
      CHARTS[chart].definitions.map((definition: string) => ({ definition, wave: CHARTS[chart].wave })),
    );
    for (const { chart, syncPolicy } of applicationsOf(manifests))
      assert.equal(syncPolicy.syncOptions.includes("Prune=false"), CHARTS[chart].definitions.length > 0, chart);
    for (const { object, wave } of manifests) {
      // "NetworkPolicy" is "networkpolicies": all but the last letter is the same.
      const begins = object.kind.toLowerCase().slice(0, -1);
      const defined = definitions.find(({ definition }) => {
        const [plural = "", ...group] = definition.split(".");
        return plural.startsWith(begins) && group.join(".") === object.apiVersion.split("/")[0];
      })?.wave;
      if (defined === undefined || defined === "bootstrap") continue;
      assert.ok(
        defined < wave,
        `${name}: ${object.kind} ${object.metadata.name} of wave ${wave} is defined in wave ${defined}`,
      );
    }
  }
});

test("a component is of one wave, and no two objects are one file", () => {
  for (const { name, manifests } of cases) {
    for (const [component, own] of Map.groupBy(manifests, (one) => one.component)) {
      assert.equal(new Set(own.map(({ wave }) => wave)).size, 1, `${name}: ${component}`);
      const paths = own.map(({ object }) => `${object.kind} ${object.metadata.name}`);
      assert.equal(new Set(paths).size, paths.length, `${name}: ${component}`);
    }
  }
});

test("a chart lands in a namespace that is made before it, or that Kubernetes or the bootstrap brings", () => {
  for (const { name, manifests } of cases) {
    const made = new Set(
      manifests.filter(({ object }) => object.kind === "Namespace").map(({ object }) => object.metadata.name),
    );
    for (const { chart, namespace } of applicationsOf(manifests))
      assert.ok(
        made.has(namespace) || ["kube-system", "argocd"].includes(namespace),
        `${name}: ${chart} in ${namespace}`,
      );
  }
});

test("what add-ons ask for fits into what the nodes were sized for", () => {
  for (const { name, platform } of cases) {
    const sizes = sizesOf(platform).map((one): Size => SIZES[one]);
    const fixed = sizes.filter(({ replicas }) => replicas !== "node");
    const sum = (read: (one: Size) => number) =>
      fixed.reduce((total, one) => total + read(one) * Number(one.replicas), 0);
    const perNode = sizes.filter(({ replicas }) => replicas === "node");
    const each = (read: (one: Size) => number) => perNode.reduce((total, one) => total + read(one), 0);
    const asked = {
      cpuMillis: sum((one) => one.cpuMillis),
      memoryMib: sum((one) => one.memoryMib),
      pods: sum(() => 1),
    };
    assert.ok(asked.pods + OTHERS.pods <= ADD_ONS.pods, `${name}: ${asked.pods} pods`);
    assert.ok(asked.cpuMillis + OTHERS.cpuMillis <= ADD_ONS.cpuMillis, `${name}: ${asked.cpuMillis} m`);
    assert.ok(asked.memoryMib + OTHERS.memoryMib <= ADD_ONS.memoryMib, `${name}: ${asked.memoryMib} MiB`);
    assert.ok(
      each((one) => one.cpuMillis) + OTHER_AGENTS.cpuMillis <= AGENTS.cpuMillis,
      `${name}: ${each((one) => one.cpuMillis)} m on each node`,
    );
    assert.ok(
      each((one) => one.memoryMib) + OTHER_AGENTS.memoryMib <= AGENTS.memoryMib,
      `${name}: ${each((one) => one.memoryMib)} MiB on each node`,
    );
  }
});

/** Whose ServiceAccounts are manifests of our own, not a chart's. */
const OUR_NAMESPACES: readonly string[] = Object.values(NAMESPACES);

/** What EKS's own add-ons request, by their defaults as far as those are known (from memory), and Argo CD by argo-values.ts. */
const OTHERS = { pods: 20, cpuMillis: 750, memoryMib: 1_800 };
const OTHER_AGENTS = { cpuMillis: 160, memoryMib: 220 };

test("docs/manual/add-ons.md is the tables as they are; TANDEM_WRITE_DOCS=1 writes it", () => {
  const path = fileURLToPath(new URL("../../../../docs/manual/add-ons.md", import.meta.url));
  if (process.env.TANDEM_WRITE_DOCS === "1") writeFileSync(path, addonPage());
  assert.equal(readFileSync(path, "utf8"), addonPage());
});

const pathOf = (image: ImageName, platform: Platform): string =>
  imagePlace(platform, platform.regions.primary, image).path;
