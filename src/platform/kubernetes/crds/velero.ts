// Velero's own kinds, of which no package has types: the fields that we write, as its definitions of 1.18 have them, and
// what its server would refuse or take and then not do.
import type { CustomKind } from "../../manifest/kinds.ts";

type Metadata = {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
};

export type BackupStorageLocation = {
  readonly metadata: Metadata;
  readonly spec: {
    readonly provider: string;
    readonly objectStorage: { readonly bucket: string; readonly prefix?: string };
    readonly accessMode?: "ReadOnly" | "ReadWrite";
    readonly default?: boolean;
    readonly config?: Readonly<Record<string, string>>;
    readonly backupSyncPeriod?: string;
    readonly validationFrequency?: string;
  };
};

export type Schedule = {
  readonly metadata: Metadata;
  readonly spec: {
    /** Five fields of cron, in UTC. */
    readonly schedule: string;
    readonly paused?: boolean;
    readonly skipImmediately?: boolean;
    readonly useOwnerReferencesInBackup?: boolean;
    readonly template: {
      readonly includedNamespaces?: readonly string[];
      readonly excludedNamespaces?: readonly string[];
      readonly excludedResources?: readonly string[];
      readonly includeClusterResources?: boolean;
      readonly snapshotVolumes?: boolean;
      readonly storageLocation?: string;
      /** Such as "168h0m0s". */
      readonly ttl?: string;
      readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
    };
  };
};

const API = "velero.io/v1";
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const DURATION = /^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$/;
const CRON = /^(\S+\s+){4}\S+$/;

export const BACKUP_STORAGE_LOCATION: CustomKind<BackupStorageLocation> = {
  apiVersion: API,
  kind: "BackupStorageLocation",
  scope: "namespaced",
  problems: (object) => {
    const { spec } = object;
    const { provider, objectStorage, config = {} } = spec;
    return [
      ...unknownFields(object, "metadata", "spec"),
      ...unknownFields(
        spec,
        "provider",
        "objectStorage",
        "accessMode",
        "default",
        "config",
        "backupSyncPeriod",
        "validationFrequency",
      ),
      ...unknownFields(objectStorage, "bucket", "prefix"),
      ...(provider === "" ? ["spec.provider is missing"] : []),
      ...(BUCKET.test(objectStorage.bucket)
        ? []
        : [`spec.objectStorage.bucket "${objectStorage.bucket}" is no bucket`]),
      // The plug-in reads its own keys and passes over others without a word.
      ...(provider === "velero.io/aws" ? unknownFields(config, "region", "kmsKeyId", "serverSideEncryption") : []),
      ...(provider === "velero.io/aws" && config.region === undefined ? ["spec.config.region is missing"] : []),
      ...(spec.accessMode === "ReadOnly" && spec.default === true
        ? ["a location that may only be read can't be the default"]
        : []),
      ...durationProblems("spec.backupSyncPeriod", spec.backupSyncPeriod),
      ...durationProblems("spec.validationFrequency", spec.validationFrequency),
    ];
  },
};

export const SCHEDULE: CustomKind<Schedule> = {
  apiVersion: API,
  kind: "Schedule",
  scope: "namespaced",
  problems: (object) => {
    const { schedule, template } = object.spec;
    return [
      ...unknownFields(object, "metadata", "spec"),
      ...unknownFields(object.spec, "schedule", "paused", "skipImmediately", "useOwnerReferencesInBackup", "template"),
      ...unknownFields(
        template,
        "includedNamespaces",
        "excludedNamespaces",
        "excludedResources",
        "includeClusterResources",
        "snapshotVolumes",
        "storageLocation",
        "ttl",
        "metadata",
      ),
      ...(CRON.test(schedule) ? [] : [`spec.schedule "${schedule}" doesn't have cron's five fields`]),
      ...durationProblems("spec.template.ttl", template.ttl),
    ];
  },
};

export type VolumeSnapshotClass = {
  readonly metadata: Omit<Metadata, "namespace">;
  readonly driver: string;
  readonly deletionPolicy: "Delete" | "Retain";
  readonly parameters?: Readonly<Record<string, string>>;
};

/** Of the snapshot controller, an add-on of EKS; it too is without types here. */
export const VOLUME_SNAPSHOT_CLASS: CustomKind<VolumeSnapshotClass> = {
  apiVersion: "snapshot.storage.k8s.io/v1",
  kind: "VolumeSnapshotClass",
  scope: "cluster",
  problems: (object) => [
    ...unknownFields(object, "metadata", "driver", "deletionPolicy", "parameters"),
    ...(object.driver === "" ? ["driver is missing"] : []),
    ...(object.deletionPolicy === "Delete" || object.deletionPolicy === "Retain"
      ? []
      : [`deletionPolicy "${object.deletionPolicy}" is neither Delete nor Retain`]),
  ],
};

/** The compiler knows our fields; an object that was cast, or read from a file, might have others. */
const unknownFields = (object: object, ...known: readonly string[]): string[] =>
  Object.keys(object)
    .filter((field) => !known.includes(field))
    .map((field) => `there is no field "${field}"`);

const durationProblems = (field: string, value: string | undefined): string[] =>
  value === undefined || DURATION.test(value) ? [] : [`${field} "${value}" is no duration such as "168h0m0s"`];
