// Backups of the cluster by Velero, where a blueprint asks for it: its objects into the region's own bucket, its volumes as
// snapshots. The other region's backups are here as well, since the buckets copy to each other; that place is read only,
// so no cluster ever forgets another's backup. A snapshot of EBS stays in its region: nothing that recovery needs lies on a
// volume alone. (Without Velero, AWS Backup saves volumes by their tag; objects come back from Git.)
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { ClusterRole } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { customManifest, type Manifest, manifest } from "../../manifest/manifest.ts";
import { bucketName, veleroPrefix } from "../../names/data.ts";
import { ADDON_ACCOUNTS, WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { keyAlias } from "../../names/keys.ts";
import { MONITOR_LABEL } from "../../names/observability.ts";
import { IMAGES, imagePlace, imageRepository } from "../../names/upstream-images.ts";
import { addonApplication, type ServiceAccountValues, type Site, serviceAccount } from "../addons/application.ts";
import { ON_SYSTEM_NODES, type Toleration } from "../addons/placing.ts";
import { type Resources, resourcesOf } from "../addons/sizes.ts";
import { EBS_DRIVER } from "../addons/storage.ts";
import { BACKUP_STORAGE_LOCATION, SCHEDULE, VOLUME_SNAPSHOT_CLASS } from "../crds/velero.ts";

const { namespace: NAMESPACE } = ADDON_ACCOUNTS.velero;
export const OWN_LOCATION = "own";
export const PEER_LOCATION = "other-region";

type Values = {
  image: { repository: string; tag: string };
  kubectl: { image: { repository: string; tag: string } };
  initContainers: readonly {
    name: string;
    image: string;
    volumeMounts: readonly { name: string; mountPath: string }[];
  }[];
  configuration: { features: "EnableCSI"; defaultBackupStorageLocation: string };
  /** Places and schedules are objects of our own, beside the chart, each with its reason. */
  backupsEnabled: false;
  snapshotsEnabled: false;
  credentials: { useSecret: false };
  deployNodeAgent: false;
  serviceAccount: { server: ServiceAccountValues };
  metrics: { enabled: true; serviceMonitor: { enabled: true; additionalLabels: typeof MONITOR_LABEL } };
  resources: Resources;
  tolerations: readonly Toleration[];
};

export function velero(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const place = (name: "velero" | "kubectl") => {
    const { tag } = imagePlace(platform, region, name);
    return { repository: imageRepository(platform, region, name), tag };
  };
  return [
    addonApplication<Values>(site, {
      chart: "velero",
      namespace: NAMESPACE,
      why: "Saves the cluster's objects and volumes, and brings them back.",
      values: {
        image: place("velero"),
        kubectl: { image: place("kubectl") },
        initContainers: [
          {
            name: "velero-plugin-for-aws",
            image: `${imageRepository(platform, region, "velero-aws")}:${IMAGES["velero-aws"].tag}`,
            volumeMounts: [{ name: "plugins", mountPath: "/target" }],
          },
        ],
        configuration: { features: "EnableCSI", defaultBackupStorageLocation: OWN_LOCATION },
        backupsEnabled: false,
        snapshotsEnabled: false,
        credentials: { useSecret: false },
        deployNodeAgent: false,
        serviceAccount: { server: serviceAccount(site, "velero") },
        metrics: { enabled: true, serviceMonitor: { enabled: true, additionalLabels: MONITOR_LABEL } },
        resources: resourcesOf("velero"),
        tolerations: ON_SYSTEM_NODES,
      },
    }),
    ...locations(site),
    ...schedules(site),
    ...restoreTest(site),
  ];
}

const COMPONENT = "cluster-backups";
const place = (why: string) => ({ component: COMPONENT, wave: 2, why }) as const;

function locations({ platform, region }: Site): readonly Manifest[] {
  const { regions } = platform;
  const peer: Region = region.configured === "primary" ? regions.standby : regions.primary;
  const objectStorage = (of: Region) => ({
    bucket: bucketName(platform, "backups", region.name),
    prefix: veleroPrefix(of.name),
  });
  const config = { region: region.name, kmsKeyId: keyAlias(platform, "backup"), serverSideEncryption: "aws:kms" };
  return [
    customManifest(place("This cluster's backups, in the region's own bucket."), BACKUP_STORAGE_LOCATION, {
      metadata: { name: OWN_LOCATION, namespace: NAMESPACE },
      spec: {
        provider: "velero.io/aws",
        objectStorage: objectStorage(region),
        default: true,
        accessMode: "ReadWrite",
        config,
      },
    }),
    customManifest(
      place("The other region's backups, as the buckets copy them here: to restore from, never to change."),
      BACKUP_STORAGE_LOCATION,
      {
        metadata: { name: PEER_LOCATION, namespace: NAMESPACE },
        spec: { provider: "velero.io/aws", objectStorage: objectStorage(peer), accessMode: "ReadOnly", config },
      },
    ),
    customManifest(place("How Velero has snapshots of volumes made."), VOLUME_SNAPSHOT_CLASS, {
      metadata: { name: "velero", labels: { "velero.io/csi-volumesnapshot-class": "true" } },
      driver: EBS_DRIVER,
      // A snapshot outlives the object that asked for it: its backup says when it goes.
      deletionPolicy: "Retain",
    }),
  ];
}

/** As often as the blueprint's plans save what is of that importance. */
const SAVED = [
  {
    importance: "critical",
    name: "workloads",
    includedNamespaces: [WORKLOAD_NAMESPACE],
    why: "The workloads' own objects and volumes",
  },
  { importance: "important", name: "cluster", includedNamespaces: ["*"], why: "Everything in the cluster" },
] as const;
/** What comes back from elsewhere: nodes are made anew, and credentials come out of the region's stores. */
const NOT_SAVED = ["events", "events.events.k8s.io", "nodes", "secrets"];

export function cronOf(everyHours: Platform["backups"]["plans"][number]["everyHours"]): string {
  // Off the full hour, when everybody's jobs begin.
  if (everyHours === 1) return "23 * * * *";
  return everyHours === 24 ? "23 2 * * *" : `23 */${everyHours} * * *`;
}

function schedules({ platform }: Site): readonly Manifest[] {
  return SAVED.flatMap(({ importance, name, includedNamespaces, why }) => {
    const plan = platform.backups.plans.find((one) => one.importance === importance);
    if (plan === undefined) return [];
    return [
      customManifest(
        place(
          `${why}, every ${plan.everyHours} h, kept ${plan.keepDays} days: the blueprint's plan for what is ${importance}.`,
        ),
        SCHEDULE,
        {
          metadata: { name, namespace: NAMESPACE },
          spec: {
            schedule: cronOf(plan.everyHours),
            // A cluster that was just rebuilt doesn't save its empty self at once.
            skipImmediately: true,
            template: {
              includedNamespaces,
              excludedResources: NOT_SAVED,
              includeClusterResources: includedNamespaces.some((one) => one === "*"),
              snapshotVolumes: true,
              storageLocation: OWN_LOCATION,
              ttl: `${plan.keepDays * 24}h0m0s`,
            },
          },
        },
      ),
    ];
  });
}

const RESTORE_TEST = "restore-test";
const RESTORE_SECONDS_MAX = 600;
const POLL_SECONDS = 10;
const API = "https://kubernetes.default.svc";
const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";
const USER = 65_534;

/**
 * Brings the newest backup's harmless objects into a namespace of its own and looks whether Velero calls it done. Pods and
 * volumes stay out: a second copy of a workload would write to the same stores. So it proves that the backup is there, can
 * be read and names what it should; that a volume comes back is a person's to try.
 */
function restoreTest(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const { restoreTests } = platform.backups;
  if (restoreTests === "none" || !platform.backups.plans.some(({ importance }) => importance === "critical")) return [];
  const labels = { "pod-security.kubernetes.io/enforce": "restricted" };
  const metadata = { name: RESTORE_TEST, namespace: NAMESPACE };
  const subject = { kind: "ServiceAccount", name: RESTORE_TEST, namespace: NAMESPACE };
  const bind = (namespace: string, why: string) =>
    manifest(
      { component: namespace === NAMESPACE ? COMPONENT : `${RESTORE_TEST}-rights`, wave: 2, why },
      new RoleBinding({
        metadata: { name: RESTORE_TEST, namespace },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: RESTORE_TEST },
        subjects: [subject],
      }),
    );
  return [
    manifest(
      place("Where a backup is tried out; nothing runs here."),
      new Namespace({ metadata: { name: RESTORE_TEST, labels } }),
    ),
    manifest(place("Who tries a backup out."), new ServiceAccount({ metadata })),
    manifest(
      place(
        "What trying a backup out takes: to ask Velero, to count what came, and to clear it away. Bound to two namespaces.",
      ),
      new ClusterRole({
        metadata: { name: RESTORE_TEST },
        rules: [
          { apiGroups: ["velero.io"], resources: ["restores"], verbs: ["create", "get"] },
          { apiGroups: [""], resources: ["configmaps"], verbs: ["list", "deletecollection"] },
        ],
      }),
    ),
    bind(NAMESPACE, "It may ask Velero."),
    bind(RESTORE_TEST, "It may count and clear away, where it tries the backup out and nowhere else."),
    manifest(
      place("Restores the newest backup's settings beside the real ones and fails when none came."),
      new CronJob({
        metadata,
        spec: {
          schedule: restoreTests === "weekly" ? "41 4 * * 1" : "41 4 1 * *",
          timeZone: "Etc/UTC",
          concurrencyPolicy: "Forbid",
          jobTemplate: {
            spec: {
              backoffLimit: 1,
              activeDeadlineSeconds: RESTORE_SECONDS_MAX + 120,
              template: {
                spec: {
                  serviceAccountName: RESTORE_TEST,
                  restartPolicy: "Never",
                  tolerations: ON_SYSTEM_NODES.map((one) => ({ ...one })),
                  securityContext: {
                    runAsNonRoot: true,
                    runAsUser: USER,
                    seccompProfile: { type: "RuntimeDefault" },
                  },
                  containers: [
                    {
                      name: RESTORE_TEST,
                      image: `${imageRepository(platform, region, "aws-cli")}:${IMAGES["aws-cli"].tag}`,
                      command: ["bash", "-c", RESTORE_SCRIPT],
                      resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "128Mi" } },
                      securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ["ALL"] },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      }),
    ),
  ];
}

const RESTORE = JSON.stringify({
  apiVersion: "velero.io/v1",
  kind: "Restore",
  metadata: { generateName: `${RESTORE_TEST}-`, namespace: NAMESPACE },
  spec: {
    scheduleName: SAVED[0].name,
    includedNamespaces: [WORKLOAD_NAMESPACE],
    includedResources: ["configmaps"],
    namespaceMapping: { [WORKLOAD_NAMESPACE]: RESTORE_TEST },
    restorePVs: false,
  },
});

/** The image has neither kubectl nor jq; the API answers one object, of which one field is wanted. */
export const RESTORE_SCRIPT = [
  "set -euo pipefail",
  `ask() { curl --silent --show-error --fail-with-body --cacert ${ACCOUNT}/ca.crt --header @<(printf 'Authorization: Bearer %s' "$(cat ${ACCOUNT}/token)") "$@"; }`,
  'field() { grep -o "\\"$1\\": *\\"[^\\"]*\\"" | head -n 1 | cut -d \'"\' -f 4; }',
  `settings='${API}/api/v1/namespaces/${RESTORE_TEST}/configmaps?labelSelector=velero.io/restore-name'`,
  `restores='${API}/apis/velero.io/v1/namespaces/${NAMESPACE}/restores'`,
  'ask --request DELETE --output /dev/null "$settings"',
  `name="$(ask --header 'Content-Type: application/json' --data '${RESTORE}' "$restores" | field name)"`,
  'echo "asked for $name"',
  `for _ in $(seq ${RESTORE_SECONDS_MAX / POLL_SECONDS}); do`,
  '  phase="$(ask "$restores/$name" | field phase || true)"',
  '  case "$phase" in',
  "    Completed) break ;;",
  '    Failed|PartiallyFailed|FailedValidation) echo "$name: $phase" >&2; exit 1 ;;',
  `    *) sleep ${POLL_SECONDS} ;;`,
  "  esac",
  "done",
  `[ "$phase" = Completed ] || { echo "$name: still $phase after ${RESTORE_SECONDS_MAX} s" >&2; exit 1; }`,
  'came="$(ask "$settings" | { grep -o \'"uid"\' || true; } | wc -l)"',
  '[ "$came" -gt 0 ] || { echo "$name is done and brought nothing" >&2; exit 1; }',
  'echo "$came settings came back"',
  'ask --request DELETE --output /dev/null "$settings"',
  "",
].join("\n");
