// Every check is shown to see what it is for: the flagship's own manifests, with one thing broken in one region, must be
// refused by that check and for that object. Unbroken, all blueprints pass, small and large.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../../blueprints/A.ts";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint as C } from "../../../../blueprints/C.ts";
import { blueprint as D } from "../../../../blueprints/D.ts";
import { blueprint as E } from "../../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { type Platform, resolve } from "../../../blueprint/platform.ts";
import type { KubernetesObject, Manifest } from "../../manifest/manifest.ts";
import { synthesizeTerraform } from "../../terraform/stacks.ts";
import { clusterManifests } from "../cluster.ts";
import type { Check, Finding, StackResources } from "./check.ts";
import { CHECKS, checkManifests, findingText, type RegionManifests, refuseBrokenManifests } from "./check-manifests.ts";
import { graphOf } from "./graph.ts";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
const release = { version: "1.0.0", commit: "0".repeat(40), images: { app: DIGEST } };

type World = { platform: Platform; clusters: readonly RegionManifests[]; stacks: readonly StackResources[] };
const worldOf = (platform: Platform): World => ({
  platform,
  clusters: [platform.regions.primary, platform.regions.standby].map((region) => ({
    region,
    manifests: clusterManifests(platform, region, release),
  })),
  stacks: synthesizeTerraform(platform),
});
const look = ({ platform, clusters, stacks }: World) => checkManifests(platform, clusters, stacks);

/** What one check finds; the others have their own tests. */
const findingsOf = (check: Check, { platform, clusters, stacks }: World): readonly Finding[] =>
  check
    .find({ platform, stacks, clusters: clusters.map((one) => ({ ...one, graph: graphOf(one.manifests) })) })
    .map((found) => ({ ...check, ...found }));

for (const [name, blueprint] of Object.entries({ A, B, C, D, E, flagship })) {
  test(`the manifests of ${name} hold together in dev and in prod`, () => {
    for (const environment of ["dev", "prod"] as const) {
      assert.deepEqual(look(worldOf(resolve(blueprint, environment))).map(findingText), [], environment);
    }
  });
}

// biome-ignore lint/suspicious/noExplicitAny: fixtures break objects in every possible place.
type Broken = any;
type Break = (world: World) => World;

const whole = worldOf(resolve(flagship));
const [primary] = whole.clusters;
const region = primary?.region.name ?? assert.fail();

const withFirst = (world: World, change: (manifests: readonly Manifest[]) => readonly Manifest[]): World => ({
  ...world,
  clusters: world.clusters.map((cluster, index) =>
    index === 0 ? { ...cluster, manifests: change(cluster.manifests) } : cluster,
  ),
});

/** One object of the first region, with one thing changed. */
const changing =
  (kind: string, name: string, change: (object: Broken) => void): Break =>
  (world) => {
    let found = false;
    const broken = withFirst(world, (manifests) =>
      manifests.map((one) => {
        if (one.object.kind !== kind || one.object.metadata.name !== name) return one;
        found = true;
        const object = structuredClone(one.object) as KubernetesObject;
        change(object);
        return { ...one, object };
      }),
    );
    assert.ok(found, `there is no ${kind} ${name} to break`);
    return broken;
  };
const without =
  (kind: string, name: string): Break =>
  (world) =>
    withFirst(world, (manifests) => {
      const left = manifests.filter(({ object }) => object.kind !== kind || object.metadata.name !== name);
      assert.notEqual(left.length, manifests.length, `there is no ${kind} ${name} to take away`);
      return left;
    });
const adding =
  (object: Broken, wave: Manifest["wave"] = 4): Break =>
  (world) =>
    withFirst(world, (manifests) => [...manifests, { component: "test", wave, why: "It breaks something.", object }]);
const inTerraform =
  (type: string, pick: (args: Broken) => boolean, change: (args: Broken) => Broken | undefined): Break =>
  (world) => ({
    ...world,
    stacks: world.stacks.map((stack) => ({
      ...stack,
      resources: stack.resources.flatMap((one) => {
        if (one.type !== type || !pick(one.args)) return [one];
        const args = change(structuredClone(one.args));
        return args === undefined ? [] : [{ ...one, args }];
      }),
    })),
  });

const container = (object: Broken) => object.spec.template.spec.containers[0];
const scaler = (name: string) => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name, namespace: "tandem" },
  spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Rollout", name: "console" }, minReplicas: 3, maxReplicas: 4 },
});

/** Check → ways to break what it promises, and the object that it must name. */
const BREAKS: Readonly<Record<string, readonly (readonly [what: string, object: RegExp, broken: Break])[]>> = {
  "KUBE-01": [
    [
      "a selector that isn't the pods' label",
      /Deployment tandem\/worker/,
      changing("Deployment", "worker", (o) => {
        o.spec.selector.matchLabels["app.kubernetes.io/name"] = "other";
      }),
    ],
  ],
  "KUBE-02": [
    [
      "a Service that selects nobody",
      /Service tandem\/console/,
      changing("Service", "console", (o) => {
        o.spec.selector = { a: "b" };
      }),
    ],
    [
      "a Service with a port that no pod has",
      /Service tandem\/console/,
      changing("Service", "console", (o) => {
        o.spec.ports[0].targetPort = "web";
      }),
    ],
  ],
  "KUBE-03": [
    [
      "an autoscaler of nothing",
      /HorizontalPodAutoscaler tandem\/console/,
      changing("HorizontalPodAutoscaler", "console", (o) => {
        o.spec.scaleTargetRef.name = "consol";
      }),
    ],
    [
      "a trigger of KEDA's for nothing",
      /ScaledObject tandem\/worker/,
      changing("ScaledObject", "worker", (o) => {
        o.spec.scaleTargetRef.kind = "StatefulSet";
      }),
    ],
    [
      "a route to a Service that isn't there",
      /HTTPRoute tandem\/app/,
      changing("HTTPRoute", "app", (o) => {
        o.spec.rules[0].backendRefs[0].name = "web";
      }),
    ],
    [
      "a route of another gateway",
      /HTTPRoute tandem\/app/,
      changing("HTTPRoute", "app", (o) => {
        o.spec.parentRefs[0].name = "outer";
      }),
    ],
    [
      "a target group's binding to nothing",
      /TargetGroupBinding tandem/,
      changing("TargetGroupBinding", "tandem-collect", (o) => {
        o.spec.serviceRef.name = "collect";
      }),
    ],
    ["pods of an account that isn't there", /Deployment tandem\/mirror/, without("ServiceAccount", "mirror")],
    ["settings that aren't there", /Deployment tandem\/mirror/, without("ConfigMap", "mirror-settings")],
    ["a certificate that nobody asks for", /Deployment tandem\/mirror/, without("Certificate", "mirror")],
    ["credentials that nothing brings", /Deployment tandem\/mirror/, without("ExternalSecret", "mirror-credentials")],
    [
      "a roll-out's analysis that isn't there",
      /Rollout tandem\/console/,
      without("AnalysisTemplate", "console-answers"),
    ],
    ["a priority that isn't there", /Deployment tandem\/mirror/, without("PriorityClass", "tandem-catching-up")],
    ["a role that isn't there", /RoleBinding tandem\/recovery/, without("Role", "recovery")],
    [
      "an admission policy's binding without the policy",
      /ValidatingAdmissionPolicyBinding tandem-no-host/,
      without("ValidatingAdmissionPolicy", "tandem-no-host"),
    ],
  ],
  "KUBE-04": [
    [
      "a number beside an autoscaler",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.replicas = 3;
      }),
    ],
  ],
  "KUBE-05": [["two autoscalers of one target", /Rollout tandem\/console/, adding(scaler("second"))]],
  "KUBE-06": [
    [
      "a budget that lets nothing go",
      /PodDisruptionBudget tandem\/console/,
      changing("PodDisruptionBudget", "console", (o) => {
        o.spec.maxUnavailable = 0;
      }),
    ],
    [
      "a budget that lets all go",
      /PodDisruptionBudget tandem\/mirror/,
      changing("PodDisruptionBudget", "mirror", (o) => {
        o.spec.maxUnavailable = 2;
      }),
    ],
    [
      "a budget that says two things",
      /PodDisruptionBudget tandem\/console/,
      changing("PodDisruptionBudget", "console", (o) => {
        o.spec.minAvailable = 1;
      }),
    ],
    [
      "a budget of nothing",
      /PodDisruptionBudget tandem\/console/,
      changing("PodDisruptionBudget", "console", (o) => {
        o.spec.selector.matchLabels = { a: "b" };
      }),
    ],
  ],
  "KUBE-07": [
    [
      "two pods for three zones",
      /Rollout tandem\/console/,
      changing("HorizontalPodAutoscaler", "console", (o) => {
        o.spec.minReplicas = 2;
      }),
    ],
  ],
  "KUBE-08": [
    [
      "pods that aren't spread over zones",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.template.spec.topologySpreadConstraints.shift();
      }),
    ],
    [
      "a spread that counts others' pods",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.template.spec.topologySpreadConstraints[1].labelSelector.matchLabels = { a: "b" };
      }),
    ],
  ],
  "KUBE-09": [
    [
      "our image by a tag",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).image = container(o).image.replace(/@.*/, ":1.0.0");
      }),
    ],
    [
      "an image from elsewhere",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).image = `ghcr.io/tandem/app@${DIGEST}`;
      }),
    ],
    [
      "the other region's registry",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).image = container(o).image.replace("ap-south-1", "ap-south-2");
      }),
    ],
    [
      "a tool without a tag",
      /Deployment pooling\/pgbouncer/,
      changing("Deployment", "pgbouncer", (o) => {
        container(o).image = container(o).image.replace(/:[^:/]*$/, "");
      }),
    ],
  ],
  "KUBE-10": [
    [
      "an image that wasn't built",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).image = container(o).image.replace(/@.*/, ":unreleased");
      }),
    ],
  ],
  "KUBE-11": [
    [
      "no request",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        delete container(o).resources.requests.cpu;
      }),
    ],
    [
      "no limit",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        delete container(o).resources.limits;
      }),
    ],
  ],
  "KUBE-12": [
    [
      "no readiness probe",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        delete container(o).readinessProbe;
      }),
    ],
    [
      "a probe of a port that isn't there",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).readinessProbe.httpGet.port = "web";
      }),
    ],
  ],
  "KUBE-13": [
    [
      "a pod that may be root",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.template.spec.securityContext.runAsNonRoot = false;
      }),
    ],
    [
      "no seccomp profile",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        delete o.spec.template.spec.securityContext.seccompProfile;
      }),
    ],
    [
      "rights that can be gained",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        delete container(o).securityContext.allowPrivilegeEscalation;
      }),
    ],
    [
      "capabilities that stay",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).securityContext.capabilities = { drop: ["NET_RAW"] };
      }),
    ],
    [
      "capabilities that are added",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).securityContext.capabilities.add = ["SYS_ADMIN"];
      }),
    ],
    [
      "a privileged container",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).securityContext.privileged = true;
      }),
    ],
    [
      "a root file system that can be written",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).securityContext.readOnlyRootFilesystem = false;
      }),
    ],
    [
      "a path of the node",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.template.spec.volumes.push({ name: "a", hostPath: { path: "/" } });
      }),
    ],
    [
      "the node's network",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.template.spec.hostNetwork = true;
      }),
    ],
  ],
  "KUBE-14": [
    ["a namespace that refuses nothing", /Namespace pooling/, without("NetworkPolicy", "default-deny-pooling")],
    [
      "a refusal of one direction",
      /Namespace tandem/,
      changing("NetworkPolicy", "default-deny-tandem", (o) => {
        o.spec.policyTypes = ["Ingress"];
      }),
    ],
  ],
  "KUBE-15": [
    [
      "a way to the other region that nobody declared",
      /NetworkPolicy tandem\/collector/,
      changing("NetworkPolicy", "collector", (o) => {
        o.spec.egress.push({ to: [{ ipBlock: { cidr: "10.1.0.0/17" } }], ports: [{ protocol: "TCP", port: 22 }] });
      }),
    ],
    [
      "a way in that nobody declared",
      /NetworkPolicy tandem\/query/,
      changing("NetworkPolicy", "query", (o) => {
        o.spec.ingress.push({ from: [{ ipBlock: { cidr: "10.1.0.0/17" } }], ports: [{ protocol: "TCP", port: 8082 }] });
      }),
    ],
    [
      "a way to the internet that nobody declared",
      /NetworkPolicy tandem\/collector/,
      changing("NetworkPolicy", "collector", (o) => {
        o.spec.egress.push({ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }], ports: [{ protocol: "TCP", port: 25 }] });
      }),
    ],
    [
      "a way to the premises that nobody declared",
      /NetworkPolicy tandem\/cache-warmer/,
      changing("NetworkPolicy", "cache-warmer", (o) => {
        o.spec.egress.push({ to: [{ ipBlock: { cidr: "192.168.0.0/16" } }], ports: [{ protocol: "TCP", port: 3389 }] });
      }),
    ],
  ],
  "KUBE-16": [
    [
      "an account without an identity",
      /ServiceAccount tandem\/worker/,
      inTerraform(
        "aws_eks_pod_identity_association",
        ({ service_account }) => service_account === "worker",
        () => undefined,
      ),
    ],
    [
      "an account with two",
      /ServiceAccount tandem\/worker/,
      inTerraform(
        "aws_eks_pod_identity_association",
        ({ service_account }) => service_account === "mirror",
        (args) => ({ ...args, service_account: "worker" }),
      ),
    ],
    [
      "an account that needs none and has one",
      /ServiceAccount tandem\/drill/,
      inTerraform(
        "aws_eks_pod_identity_association",
        ({ service_account }) => service_account === "mirror",
        (args) => ({ ...args, service_account: "drill" }),
      ),
    ],
    [
      "a role by annotation that Terraform doesn't make",
      /ServiceAccount tandem\/worker/,
      changing("ServiceAccount", "worker", (o) => {
        o.metadata.annotations = { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/other" };
      }),
    ],
  ],
  "KUBE-17": [
    [
      "a credential that isn't kept",
      /ExternalSecret tandem\/mirror-credentials/,
      inTerraform(
        "aws_secretsmanager_secret",
        ({ name }) => name === "tandem/link-key",
        () => undefined,
      ),
    ],
    [
      "a credential that has no replica",
      /ExternalSecret tandem\/mirror-credentials/,
      inTerraform(
        "aws_secretsmanager_secret",
        ({ name }) => name === "tandem/link-key",
        ({ replica: _, ...args }) => args,
      ),
    ],
    [
      "a fact that isn't kept",
      /ExternalSecret tandem\/collector-region/,
      inTerraform(
        "aws_ssm_parameter",
        ({ name }) => name === "/tandem/database",
        () => undefined,
      ),
    ],
    [
      "a key with a slip in it",
      /ExternalSecret tandem\/mirror-credentials/,
      changing("ExternalSecret", "mirror-credentials", (o) => {
        o.spec.data[0].remoteRef.key = "tandem/link-keys";
      }),
    ],
  ],
  "KUBE-18": [
    [
      "a custom resource before its definition",
      /Certificate tandem\/mirror/,
      (world) =>
        withFirst(world, (all) =>
          all.map((one) =>
            one.object.kind === "Certificate" && one.object.metadata.name === "mirror" ? { ...one, wave: 0 } : one,
          ),
        ),
    ],
    [
      "a kind that nobody defines",
      /Widget tandem\/one/,
      adding({ apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "one", namespace: "tandem" } }),
    ],
    [
      "an object before its namespace",
      /Deployment tandem\/mirror/,
      (world) =>
        withFirst(world, (all) =>
          all.map((one) =>
            one.object.kind === "Namespace" && one.object.metadata.name === "tandem"
              ? { ...one, wave: 4 }
              : one.object.metadata.name === "mirror" && one.object.kind === "Deployment"
                ? { ...one, wave: 3 }
                : one,
          ),
        ),
    ],
  ],
  "KUBE-19": [
    [
      "a group of another name",
      /TargetGroupBinding tandem/,
      changing("TargetGroupBinding", "tandem-collect", (o) => {
        o.spec.targetGroupName = "tandem-collects";
      }),
    ],
    [
      "a group with another port",
      /TargetGroupBinding tandem/,
      inTerraform(
        "aws_lb_target_group",
        ({ name }) => name === "tandem-collect",
        (args) => ({ ...args, port: 9999 }),
      ),
    ],
    [
      "a group with another protocol",
      /TargetGroupBinding tandem/,
      inTerraform(
        "aws_lb_target_group",
        ({ name }) => name === "tandem-collect",
        (args) => ({ ...args, protocol: "HTTP" }),
      ),
    ],
    [
      "a gateway that listens elsewhere",
      /TargetGroupBinding gateway/,
      changing("Gateway", "inner", (o) => {
        o.spec.listeners[0].port = 8443;
      }),
    ],
    [
      "a gateway without TLS",
      /TargetGroupBinding gateway/,
      changing("Gateway", "inner", (o) => {
        o.spec.listeners[0].protocol = "HTTP";
      }),
    ],
  ],
  "KUBE-20": [
    [
      "an object twice",
      /Service tandem\/mirror/,
      (world) =>
        withFirst(world, (all) => [
          ...all,
          ...all.filter(({ object }) => object.kind === "Service" && object.metadata.name === "mirror"),
        ]),
    ],
  ],
  "KUBE-21": [
    [
      "a port beyond the last",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).ports[0].containerPort = 99_999;
      }),
    ],
    [
      "a Service's port of nought",
      /Service tandem\/console/,
      changing("Service", "console", (o) => {
        o.spec.ports[0].port = 0;
      }),
    ],
    [
      "a port twice",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).ports[1].containerPort = container(o).ports[0].containerPort;
      }),
    ],
    [
      "two ports of one name",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).ports[1].name = "http";
      }),
    ],
  ],
  "KUBE-22": [
    [
      "a setting of one region alone",
      /ConfigMap tandem\/console-settings/,
      changing("ConfigMap", "console-settings", (o) => {
        o.data.TANDEM_MORE = "1";
      }),
    ],
    ["an object of one region alone", /NetworkPolicy tandem\/console/, without("NetworkPolicy", "console")],
    [
      "more memory in one region",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        container(o).resources.limits.memory = "4Gi";
      }),
    ],
  ],
  "KUBE-23": [
    [
      "a key that no node has",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.template.spec.topologySpreadConstraints[0].topologyKey = "zone";
      }),
    ],
    [
      "a demand for three zones",
      /Rollout tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.template.spec.topologySpreadConstraints[0].minDomains = 3;
      }),
    ],
  ],
  "KUBE-24": [
    ["a target group that nothing joins", /aws_lb_target_group/, without("TargetGroupBinding", "tandem-collect")],
  ],
  "KUBE-25": [
    [
      "a call that the callee doesn't admit",
      /NetworkPolicy tandem\/console/,
      changing("NetworkPolicy", "query", (o) => {
        o.spec.ingress.shift();
      }),
    ],
    [
      "a call on another port",
      /NetworkPolicy tandem\/console/,
      changing("NetworkPolicy", "query", (o) => {
        o.spec.ingress[0].ports[0].port = 8099;
      }),
    ],
  ],
  "KUBE-27": [
    [
      "pods without the certificate of their Service",
      /Service tandem\/console/,
      changing("Rollout", "console", (o) => {
        o.spec.template.spec.volumes = o.spec.template.spec.volumes.filter(
          (one: { name: string }) => one.name !== "tls",
        );
      }),
    ],
    [
      "a certificate for another name",
      /Service tandem\/console/,
      changing("Certificate", "console", (o) => {
        o.spec.dnsNames = ["console.example.com"];
      }),
    ],
  ],
  "KUBE-26": [
    [
      "a container that fetches before it serves",
      /Deployment tandem\/worker/,
      changing("Deployment", "worker", (o) => {
        container(o).command = ["sh", "-c", "curl -fsS https://example.com/more | tar x"];
      }),
    ],
    [
      "a variable that has Grafana fetch",
      /Deployment tandem\/worker/,
      changing("Deployment", "worker", (o) => {
        container(o).env = [{ name: "GF_INSTALL_PLUGINS", value: "one" }];
      }),
    ],
    [
      "a chart's value that has Grafana fetch",
      /Application argocd\/kube-prometheus-stack-chart/,
      changing("Application", "kube-prometheus-stack-chart", (o) => {
        o.spec.source.helm.valuesObject.grafana.plugins = ["one"];
      }),
    ],
    [
      "a Grafana that may renew what it has",
      /Application argocd\/kube-prometheus-stack-chart/,
      changing("Application", "kube-prometheus-stack-chart", (o) => {
        delete o.spec.source.helm.valuesObject.grafana["grafana.ini"].plugins.preinstall_auto_update;
      }),
    ],
  ],
};

for (const check of CHECKS) {
  for (const [what, object, breaking] of BREAKS[check.id] ?? []) {
    test(`${check.id} sees ${what}`, () => {
      const found = findingsOf(check, breaking(whole));
      assert.ok(found.length > 0, `nothing was found; it promises: ${check.holds}`);
      assert.ok(
        found.some((one) => object.test(one.object)),
        found.map(findingText).join("\n"),
      );
    });
  }
}

test("every check has something that breaks it, an id of its own, and words for whoever must mend it", () => {
  assert.deepEqual(
    CHECKS.filter(({ id }) => !(id in BREAKS)).map(({ id }) => id),
    [],
  );
  assert.deepEqual(
    Object.keys(BREAKS).filter((id) => !CHECKS.some((check) => check.id === id)),
    [],
  );
  assert.equal(new Set(CHECKS.map(({ id }) => id)).size, CHECKS.length);
  for (const { id, holds, why, mend } of CHECKS) {
    assert.match(id, /^KUBE-\d\d$/);
    assert.doesNotMatch(holds, /\.$/);
    for (const sentence of [why, mend]) assert.match(sentence, /^[A-Z].*\.$/, id);
  }
});

test("all errors are told at once, each with its object, its region and what to do", () => {
  const broken = changing("Service", "console", (o) => {
    o.spec.selector = { a: "b" };
  })(
    changing("Rollout", "console", (o) => {
      o.spec.replicas = 3;
    })(whole),
  );
  assert.throws(
    () => refuseBrokenManifests(broken.platform, broken.clusters, broken.stacks),
    (error: Error) => {
      assert.match(error.message, new RegExp(`KUBE-02 in ${region}: Service tandem/console selects`));
      assert.match(error.message, new RegExp(`KUBE-04 in ${region}: Rollout tandem/console has 3 replicas`));
      return true;
    },
  );
});
