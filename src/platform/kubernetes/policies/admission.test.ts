// What admission refuses, tried on objects: CEL by an evaluator of its own, so what the API server's version does otherwise
// isn't seen here. Each validation has an object that only it refuses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate } from "@marcbachmann/cel-js";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import type { KubernetesObject } from "../../manifest/manifest.ts";
import { clusterManifests } from "../cluster.ts";
import { type AdmissionPolicy, admissionPolicies } from "./admission.ts";

const platform = resolve(blueprint);
const region = platform.regions.primary;
const policies = admissionPolicies({ platform, region });
const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
const registry = `${platform.accountId}.dkr.ecr.${region.name}.amazonaws.com/${platform.name}`;
const release = { version: "1.0.0", commit: "0".repeat(40), images: { app: DIGEST } };

/** The messages of the validations that refuse the object; none where the policy doesn't apply. */
function refusals(policy: AdmissionPolicy, object: unknown, groups: string[] = []): readonly string[] {
  const request = { userInfo: { groups } };
  if (policy.unless && evaluate(policy.unless.expression, { request }) !== true) return [];
  const variables = Object.fromEntries(
    Object.entries(policy.variables ?? {}).map(([name, expression]) => [name, evaluate(expression, { object })]),
  );
  return policy.validations
    .filter(({ expression }) => evaluate(expression, { object, variables, request }) !== true)
    .map(({ message }) => message);
}
const refusing = (object: unknown): readonly string[] =>
  policies.filter((policy) => policy.on === "pods" && refusals(policy, object).length > 0).map(({ name }) => name);

const container = {
  name: "app",
  image: `${registry}/app@${DIGEST}`,
  resources: { requests: { cpu: "1", memory: "1Gi" }, limits: { memory: "1Gi" } },
  securityContext: { readOnlyRootFilesystem: true },
};
type Change = Partial<Record<keyof typeof container | "securityContext", unknown>>;
const pod = (change: Change = {}, spec: object = {}) => ({
  spec: { securityContext: { runAsNonRoot: true }, containers: [{ ...container, ...change }], ...spec },
});
const image = (name: string) => pod({ image: name });

/** Object → the policies that refuse it, and no others. */
const PODS: readonly (readonly [what: string, object: unknown, refusedBy: readonly string[]])[] = [
  ["our image by its digest", pod(), []],
  ["our image by a tag", image(`${registry}/app:1.0.0`), ["own-image-by-digest"]],
  ["an image that was never built", image(`${registry}/app:unreleased`), ["own-image-by-digest", "fixed-tags"]],
  ["another of our repositories", image(`${registry}/other@${DIGEST}`), ["own-image-by-digest"]],
  ["a digest that is too short", image(`${registry}/app@sha256:abc`), ["own-image-by-digest"]],
  [
    "the same path in a stranger's registry",
    image(`ghcr.io/${platform.name}/app@${DIGEST}`),
    ["own-registry", "own-image-by-digest"],
  ],
  [
    "a host that only begins like ours",
    image(`${registry}.example.com/app@${DIGEST}`),
    ["own-registry", "own-image-by-digest"],
  ],
  ["the moving tag", image(`${registry}/app:latest`), ["own-image-by-digest", "fixed-tags"]],
  ["no tag at all", image(`${registry}/app`), ["own-image-by-digest", "fixed-tags"]],
  [
    "an init container from elsewhere",
    pod({}, { initContainers: [{ ...container, image: "busybox:1" }] }),
    ["own-registry", "own-image-by-digest"],
  ],
  [
    "a debugging container from elsewhere",
    pod({}, { ephemeralContainers: [{ ...container, image: "busybox:1" }] }),
    ["own-registry", "own-image-by-digest"],
  ],
  ["one that may be root", pod({}, { securityContext: {} }), ["unprivileged"]],
  ["no security context", pod({}, { securityContext: undefined }), ["unprivileged"]],
  [
    "the promise of each container instead of the pod's",
    pod({ securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true } }, { securityContext: {} }),
    [],
  ],
  [
    "a privileged container",
    pod({ securityContext: { readOnlyRootFilesystem: true, privileged: true } }),
    ["unprivileged"],
  ],
  [
    "a root file system that can be written",
    pod({ securityContext: { readOnlyRootFilesystem: false } }),
    ["unprivileged"],
  ],
  ["a path of the node", pod({}, { volumes: [{ name: "a", hostPath: { path: "/" } }] }), ["no-host"]],
  ["volumes of its own", pod({}, { volumes: [{ name: "a", emptyDir: {} }] }), []],
  ["the node's network", pod({}, { hostNetwork: true }), ["no-host"]],
  ["the node's processes", pod({}, { hostPID: true }), ["no-host"]],
  ["the node's shared memory", pod({}, { hostIPC: true }), ["no-host"]],
  ["no requests", pod({ resources: { limits: { memory: "1Gi" } } }), ["asks-for-resources"]],
  [
    "no request for a processor",
    pod({ resources: { requests: { memory: "1Gi" }, limits: { memory: "1Gi" } } }),
    ["asks-for-resources"],
  ],
  ["no limit of memory", pod({ resources: { requests: { cpu: "1", memory: "1Gi" } } }), ["asks-for-resources"]],
];
for (const [what, object, refusedBy] of PODS) {
  const plain = JSON.parse(JSON.stringify(object));
  test(`${refusedBy.length === 0 ? "admitted" : `refused by ${refusedBy.join(", ")}`}: ${what}`, () => {
    assert.deepEqual(refusing(plain), refusedBy);
  });
}

test("every validation refuses some object of the table, or it would be words", () => {
  const refusedOnce = new Set(
    PODS.flatMap(([, object]) =>
      policies
        .filter(({ on }) => on === "pods")
        .flatMap((policy) => refusals(policy, JSON.parse(JSON.stringify(object)))),
    ),
  );
  const never = policies
    .filter(({ on }) => on === "pods")
    .flatMap(({ validations }) => validations.map(({ message }) => message))
    .filter((message) => !refusedOnce.has(message));
  assert.deepEqual(never, []);
});

test("nobody but the control plane binds cluster-admin", () => {
  const policy = policies.find(({ name }) => name === "no-cluster-admin") ?? assert.fail();
  const binding = (name: string) => ({ roleRef: { name } });
  assert.equal(refusals(policy, binding("cluster-admin")).length, 1);
  assert.equal(refusals(policy, binding("view")).length, 0);
  assert.equal(refusals(policy, binding("cluster-admin"), ["system:masters"]).length, 0);
});

test("where Velero saves the cluster its own account alone may be bound to cluster-admin, and elsewhere not even that", () => {
  const bound = (...names: string[]) => ({
    roleRef: { name: "cluster-admin" },
    subjects: names.map((name) => ({ kind: "ServiceAccount", namespace: "velero", name })),
  });
  const refused = (site: Parameters<typeof admissionPolicies>[0], object: unknown) =>
    refusals(admissionPolicies(site).find(({ name }) => name === "no-cluster-admin") ?? assert.fail(), object).length;
  const saved = resolve(B);
  const site = { platform: saved, region: saved.regions.primary };
  assert.equal(refused(site, bound("velero")), 0);
  for (const object of [bound("velero", "other"), bound("other"), { roleRef: { name: "cluster-admin" } }])
    assert.equal(refused(site, object), 1);
  assert.equal(refused({ platform, region }, bound("velero")), 1);
});

/** The pods that a manifest makes, whichever kind keeps them. */
function podOf({ kind, spec }: KubernetesObject): { spec: unknown } | undefined {
  const made = spec as
    | { template?: { spec: unknown }; jobTemplate?: { spec: { template: { spec: unknown } } } }
    | undefined;
  if (kind === "CronJob") return made?.jobTemplate?.spec.template;
  return ["Deployment", "Rollout", "StatefulSet", "Job"].includes(kind) ? made?.template : undefined;
}

test("what we write for the workloads is admitted once it is released, and refused before", () => {
  const pods = (released: typeof release | null) =>
    clusterManifests(platform, region, released)
      .filter(({ object }) => object.metadata.namespace === "tandem")
      .flatMap(({ object }) => podOf(object) ?? []);
  assert.ok(pods(release).length >= 9);
  for (const one of pods(release)) assert.deepEqual(refusing(JSON.parse(JSON.stringify(one))), []);
  for (const one of pods(null))
    assert.deepEqual(refusing(JSON.parse(JSON.stringify(one))), ["own-image-by-digest", "fixed-tags"]);
});
