import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../../blueprints/A.ts";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { type Platform, type Region, resolve } from "../../../blueprint/platform.ts";
import { bucketName, veleroPrefix } from "../../names/data.ts";
import { addonIdentities } from "../../terraform/identity/addon-grants.ts";
import { identitiesOf } from "../../terraform/identity/identities.ts";
import { addonManifests } from "../addons/addons.ts";
import { storage } from "../addons/storage.ts";
import type { BackupStorageLocation, Schedule } from "../crds/velero.ts";
import { cronOf, OWN_LOCATION, PEER_LOCATION } from "./velero.ts";

const platform = resolve(B, "prod");
const { primary, standby } = platform.regions;
const kept = (of: Platform, region: Region, kind: string) =>
  addonManifests(of, region).flatMap(({ object }) => (object.kind === kind ? [object] : []));
const locations = (region: Region) =>
  new Map(
    kept(platform, region, "BackupStorageLocation").map(({ metadata, spec }) => [
      metadata.name,
      spec as BackupStorageLocation["spec"],
    ]),
  );

test("a cluster writes its backups into its own part of its own region's bucket, and no other cluster does", () => {
  for (const region of [primary, standby]) {
    const own = locations(region).get(OWN_LOCATION);
    assert.deepEqual(own?.objectStorage, {
      bucket: bucketName(platform, "backups", region.name),
      prefix: veleroPrefix(region.name),
    });
    assert.equal(own?.accessMode, "ReadWrite");
  }
  assert.notEqual(veleroPrefix(primary.name), veleroPrefix(standby.name));
});

test("the other cluster's backups are read where they were copied to, with the other region gone, and never written", () => {
  const peer = locations(primary).get(PEER_LOCATION);
  assert.deepEqual(peer?.objectStorage, {
    bucket: bucketName(platform, "backups", primary.name),
    prefix: veleroPrefix(standby.name),
  });
  assert.equal(peer?.accessMode, "ReadOnly");
  assert.notEqual(peer?.default, true);
});

test("Velero's role may write its own cluster's part and read all, as its places say", () => {
  const role = identitiesOf(platform, primary).find(({ key }) => key === "velero");
  const statements = Object.values(role?.policies ?? {}).flat();
  const writes = statements.filter(({ actions }) => [actions].flat().includes("s3:PutObject"));
  assert.deepEqual(
    writes.map(({ resources }) => resources),
    [`arn:aws:s3:::${bucketName(platform, "backups", primary.name)}/${veleroPrefix(primary.name)}/*`],
  );
  const reads = statements.filter(({ actions }) => [actions].flat().includes("s3:GetObject"));
  assert.ok(reads.length > 0);
});

test("what is saved, how often and for how long are the blueprint's own plans", () => {
  const schedules = kept(platform, primary, "Schedule").map(({ metadata, spec }) => ({
    name: metadata.name,
    spec: spec as Schedule["spec"],
  }));
  const of = (importance: string) => platform.backups.plans.find((plan) => plan.importance === importance);
  for (const [name, importance] of [
    ["workloads", "critical"],
    ["cluster", "important"],
  ] as const) {
    const schedule = schedules.find((one) => one.name === name);
    const plan = of(importance);
    assert.ok(schedule && plan, name);
    assert.equal(schedule.spec.schedule, cronOf(plan.everyHours));
    assert.equal(schedule.spec.template.ttl, `${plan.keepDays * 24}h0m0s`);
    assert.equal(schedule.spec.template.storageLocation, OWN_LOCATION);
    assert.ok(
      schedule.spec.template.excludedResources?.includes("secrets"),
      "credentials come out of the region's stores",
    );
  }
});

test("every interval of a plan is one that cron can say", () => {
  assert.deepEqual(([1, 4, 12, 24] as const).map(cronOf), [
    "23 * * * *",
    "23 */4 * * *",
    "23 */12 * * *",
    "23 2 * * *",
  ]);
});

test("a backup is tried out as often as the blueprint says, and never by pods or volumes", () => {
  const [job] = kept(platform, primary, "CronJob").filter(({ metadata }) => metadata.name === "restore-test");
  assert.ok(job);
  assert.match(JSON.stringify(job.spec), /41 4 \* \* 1/);
  assert.match(JSON.stringify(job.spec), /includedResources[^\]]*configmaps/);
  const none = { ...platform, backups: { ...platform.backups, restoreTests: "none" as const } };
  assert.deepEqual(
    kept(none, primary, "CronJob").filter(({ metadata }) => metadata.name === "restore-test"),
    [],
  );
});

test("volumes are saved once: by AWS Backup's tag, or by Velero where a blueprint names it", () => {
  const parameters = (of: Platform) =>
    JSON.stringify(storage({ platform: of, region: of.regions.primary }).map(({ object }) => object));
  assert.doesNotMatch(parameters(platform), /tagSpecification/);
  const aws = resolve(A, "prod");
  assert.equal(aws.cluster.volumeSnapshots, "aws-backup");
  assert.match(parameters(aws), /"tagSpecification_1":"importance=important"/);
  assert.ok(!addonIdentities(aws).includes("velero"));
  assert.deepEqual(kept(aws, aws.regions.primary, "Schedule"), []);
});
