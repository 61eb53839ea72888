import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../../blueprints/A.ts";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint as C } from "../../../../blueprints/C.ts";
import { blueprint as D } from "../../../../blueprints/D.ts";
import { blueprint as E } from "../../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { contains } from "../../names/ranges.ts";
import { graphOf, matches, type PodSet } from "../checks/graph.ts";
import { clusterManifests } from "../cluster.ts";

type Peer = {
  ipBlock?: { cidr: string; except?: readonly string[] };
  namespaceSelector?: { matchLabels?: Record<string, string> };
};
type Rules = {
  podSelector: { matchLabels?: Record<string, string> };
  ingress?: { from?: readonly Peer[]; ports?: readonly { port: number }[] }[];
  egress?: { to?: readonly Peer[]; ports?: readonly { port: number }[] }[];
};

const cases = Object.entries({ A, B, C, D, E, flagship }).flatMap(([name, blueprint]) =>
  (["prod", "dev"] as const).flatMap((environment) => {
    const platform = resolve(blueprint, environment);
    const manifests = clusterManifests(platform, platform.regions.primary, null);
    return manifests.length === 0 ? [] : [{ name: `${name} ${environment}`, platform, graph: graphOf(manifests) }];
  }),
);
const rulesFor = ({ graph }: (typeof cases)[number], pods: PodSet): Rules[] =>
  graph
    .ofKind("NetworkPolicy")
    .filter(({ metadata }) => metadata.namespace === pods.namespace)
    .map(({ spec }) => spec as Rules)
    .filter(({ podSelector }) => matches(pods.labels, podSelector.matchLabels ?? {}));
const covers = ({ ipBlock }: Peer, address: string): boolean =>
  ipBlock !== undefined &&
  contains(ipBlock.cidr, address) &&
  !(ipBlock.except ?? []).some((one) => contains(one, address));

/** As which Istio's agent lets the node's own probes appear (istio.io/latest/docs/ambient/usage/networkpolicy). */
const PROBES = "169.254.7.127/32";

test("in a mesh without sidecars every pod that is probed over the network admits the probes", () => {
  let probed = 0;
  for (const one of cases) {
    const meshed = one.graph
      .ofKind("Namespace")
      .filter(({ metadata }) => metadata.labels?.["istio.io/dataplane-mode"] === "ambient")
      .map(({ metadata }) => metadata.name);
    for (const pods of one.graph.pods.filter(({ namespace }) => meshed.includes(namespace))) {
      const probes = pods.spec.containers.flatMap((container) => [container.readinessProbe, container.livenessProbe]);
      if (probes.every((probe) => probe === undefined || probe.exec !== undefined)) continue;
      probed += 1;
      const admitted = rulesFor(one, pods)
        .flatMap(({ ingress = [] }) => ingress)
        .some(({ from = [], ports }) => ports === undefined && from.some((peer) => covers(peer, PROBES)));
      assert.ok(admitted, `${one.name}: ${pods.called}`);
    }
  }
  assert.ok(probed > 20);
});

test("a pod with a token for the cluster's API reaches the API by the address that it is told", () => {
  let asking = 0;
  for (const one of cases) {
    const api = one.platform.cluster.serviceCidr.replace(/\.\d+\/\d+$/, ".1/32");
    for (const pods of one.graph.pods.filter(({ spec }) => spec.automountServiceAccountToken === true)) {
      if (rulesFor(one, pods).length === 0) continue;
      asking += 1;
      const admitted = rulesFor(one, pods)
        .flatMap(({ egress = [] }) => egress)
        .some(
          ({ to = [], ports = [] }) => ports.some(({ port }) => port === 443) && to.some((peer) => covers(peer, api)),
        );
      assert.ok(admitted, `${one.name}: ${pods.called} to ${api}`);
    }
  }
  assert.ok(asking >= cases.length);
});

test("a pod is told of the pool exactly where its database is to be reached through it, and may go there", () => {
  let pooled = 0;
  for (const one of cases) {
    for (const workload of one.platform.workloads) {
      const pods = one.graph.pods.find(({ name, namespace }) => name === workload.name && namespace === "tandem");
      if (pods === undefined) continue;
      const settings = one.graph.find("ConfigMap", "tandem", `${workload.name}-settings`)?.data as Record<
        string,
        string
      >;
      const host = settings.TANDEM_DATABASE_HOST;
      const toPool = rulesFor(one, pods)
        .flatMap(({ egress = [] }) => egress)
        .some(({ to = [] }) =>
          to.some((peer) => peer.namespaceSelector?.matchLabels?.["kubernetes.io/metadata.name"] === "pooling"),
        );
      // The guardian may go both ways: it asks the server itself whether it may be written.
      if (workload.name === "guardian") assert.equal(host, undefined, one.name);
      else assert.equal(host !== undefined, toPool, `${one.name}: ${workload.name}`);
      if (host === undefined) continue;
      pooled += 1;
      const [service = "", namespace = ""] = host.split(".");
      assert.ok(one.graph.find("Service", namespace, service), `${one.name}: nothing is called ${host}`);
    }
  }
  assert.ok(pooled > 5, `${pooled} pods go through a pool`);
});
