import assert from "node:assert/strict";
import { test } from "node:test";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { ClusterRole } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { Service } from "kubernetes-models/v1/Service";
import { parse } from "yaml";
import type { CustomKind } from "./kinds.ts";
import { customManifest, ManifestError, manifest, manifestPath } from "./manifest.ts";
import { manifestText } from "./manifest-text.ts";

const place = { component: "collector", wave: 4, why: "Receives events." } as const;
const labels = { "app.kubernetes.io/name": "collector" };
const deployment = (metadata: object, cpu: unknown = "500m") =>
  new Deployment({
    metadata,
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: "app", resources: { requests: { cpu: cpu as string } } }] },
      },
    },
  });

test("an object that its schema refuses never becomes a manifest, and the message gives the field and the value", () => {
  assert.throws(() => manifest(place, deployment({ name: "collector", namespace: "tandem" }, "lots")), {
    name: "ManifestError",
    message: /Deployment tandem\/collector .*spec\.template\.spec\.containers\.0\.resources\.requests\.cpu .*"lots"/,
  });
});

test("names must be DNS names, short enough for what is made of them", () => {
  const service = (name: string) => () => manifest(place, new Service({ metadata: { name, namespace: "tandem" } }));
  assert.throws(service("Collector_1"), /is no DNS name/);
  assert.throws(service("a".repeat(64)), /64 characters and may have 63/);
  assert.throws(service(""), /metadata\.name is missing/);
  const job = { schedule: "0 3 * * *", jobTemplate: {} };
  assert.throws(
    () => manifest(place, new CronJob({ metadata: { name: "a".repeat(53), namespace: "tandem" }, spec: job })),
    /may have 52/,
  );
  assert.doesNotThrow(() => manifest(place, new ClusterRole({ metadata: { name: "system:tandem" }, rules: [] })));
});

test("a namespace is needed where a kind has one, and refused where it has none", () => {
  assert.throws(() => manifest(place, deployment({ name: "collector" })), /metadata\.namespace is missing/);
  assert.throws(
    () => manifest(place, new Namespace({ metadata: { name: "tandem", namespace: "tandem" } })),
    /of the whole cluster/,
  );
});

test("nobody changes a manifest once it is made", () => {
  const { object } = manifest(place, deployment({ name: "collector", namespace: "tandem" }));
  assert.throws(() => {
    (object.metadata as { name: string }).name = "other";
  }, TypeError);
});

test("the text reads back as the same object, begins with its reason and doesn't depend on the order of writing", () => {
  const data = { script: "one\ntwo\n", yes: "yes", number: "0123", time: "12:30", star: "*/5 * * * *", empty: "" };
  const one = manifest(place, new ConfigMap({ data, metadata: { namespace: "tandem", name: "settings", labels } }));
  const other = manifest(place, new ConfigMap({ metadata: { labels, name: "settings", namespace: "tandem" }, data }));
  const text = manifestText(one);
  assert.deepEqual(parse(text), one.object);
  assert.match(text, /^# Receives events\.\napiVersion: v1\nkind: ConfigMap\nmetadata:\n {2}name: settings\n/);
  assert.deepEqual(parse(text, { version: "1.1" }), one.object);
  assert.match(text, /script: \|\n {4}one\n {4}two\n/);
  assert.equal(manifestText(other), text);
  assert.equal(manifestPath(one), "collector/configmap.settings.yaml");
});

test("a kind without a package is refused by its own rule", () => {
  type Schedule = { metadata: { name: string; namespace: string }; spec: { schedule: string } };
  const schedule: CustomKind<Schedule> = {
    apiVersion: "velero.io/v1",
    kind: "Schedule",
    scope: "namespaced",
    problems: ({ spec }) => (spec.schedule.split(" ").length === 5 ? [] : [`spec.schedule "${spec.schedule}"`]),
  };
  const at = { name: "daily", namespace: "velero" };
  assert.throws(() => customManifest(place, schedule, { metadata: at, spec: { schedule: "daily" } }), ManifestError);
  const made = customManifest(place, schedule, { metadata: at, spec: { schedule: "0 3 * * *" } });
  assert.equal(made.object.apiVersion, "velero.io/v1");
});
