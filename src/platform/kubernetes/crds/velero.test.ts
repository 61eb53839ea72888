import assert from "node:assert/strict";
import { test } from "node:test";
import { customManifest } from "../../manifest/manifest.ts";
import {
  BACKUP_STORAGE_LOCATION,
  type BackupStorageLocation,
  SCHEDULE,
  type Schedule,
  VOLUME_SNAPSHOT_CLASS,
  type VolumeSnapshotClass,
} from "./velero.ts";

const metadata = { name: "own", namespace: "velero" };
const location: BackupStorageLocation = {
  metadata,
  spec: {
    provider: "velero.io/aws",
    objectStorage: { bucket: "some-backups", prefix: "velero/x" },
    config: { region: "ap-south-1" },
  },
};
const schedule: Schedule = { metadata, spec: { schedule: "23 * * * *", template: { ttl: "168h0m0s" } } };
const snapshots: VolumeSnapshotClass = { metadata: { name: "x" }, driver: "ebs.csi.aws.com", deletionPolicy: "Retain" };
const place = { component: "cluster-backups", wave: 2, why: "It is tried." } as const;

test("what is written as it should be passes", () => {
  assert.deepEqual(BACKUP_STORAGE_LOCATION.problems(location), []);
  assert.deepEqual(SCHEDULE.problems(schedule), []);
  assert.deepEqual(VOLUME_SNAPSHOT_CLASS.problems(snapshots), []);
  assert.equal(customManifest(place, SCHEDULE, schedule).object.apiVersion, "velero.io/v1");
});

/** Mistakes that the compiler would find in our own code, but not in an object read from a file. */
const locationWith = (spec: object): BackupStorageLocation =>
  ({ metadata, spec: { ...location.spec, ...spec } }) as BackupStorageLocation;
const scheduleWith = (spec: object): Schedule => ({ metadata, spec: { ...schedule.spec, ...spec } }) as Schedule;
const REFUSED: readonly (readonly [what: string, problems: readonly string[], says: RegExp])[] = [
  ["an unknown field", BACKUP_STORAGE_LOCATION.problems(locationWith({ bucket: "x" })), /no field "bucket"/],
  ["no provider", BACKUP_STORAGE_LOCATION.problems(locationWith({ provider: "" })), /provider is missing/],
  [
    "no bucket's name",
    BACKUP_STORAGE_LOCATION.problems(locationWith({ objectStorage: { bucket: "Up" } })),
    /no bucket/,
  ],
  ["no region", BACKUP_STORAGE_LOCATION.problems(locationWith({ config: {} })), /region is missing/],
  [
    "a setting that the plug-in passes over",
    BACKUP_STORAGE_LOCATION.problems(locationWith({ config: { region: "x", kmsKey: "y" } })),
    /no field "kmsKey"/,
  ],
  [
    "a default that can't be written",
    BACKUP_STORAGE_LOCATION.problems(locationWith({ accessMode: "ReadOnly", default: true })),
    /default/,
  ],
  ["six fields of cron", SCHEDULE.problems(scheduleWith({ schedule: "0 23 * * * *" })), /five fields/],
  ["days as a duration", SCHEDULE.problems(scheduleWith({ template: { ttl: "7d" } })), /no duration/],
  ["a field outside the template", SCHEDULE.problems(scheduleWith({ ttl: "168h" })), /no field "ttl"/],
  [
    "a policy that doesn't exist",
    VOLUME_SNAPSHOT_CLASS.problems({ ...snapshots, deletionPolicy: "Keep" as never }),
    /neither/,
  ],
];
for (const [what, problems, says] of REFUSED) test(`refused: ${what}`, () => assert.match(problems.join("; "), says));

test("a refused object never becomes a manifest, and the error names it", () => {
  assert.throws(
    () => customManifest(place, SCHEDULE, scheduleWith({ schedule: "hourly" })),
    /Schedule velero\/own can't work: .*five fields/,
  );
});
