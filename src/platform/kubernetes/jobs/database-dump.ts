// A logical dump of the catalogue each night, beside AWS's snapshots: it is read by any PostgreSQL, in any account, and a
// mistake that replication has copied into both regions isn't in last week's. A dump that can't be read back isn't kept.
import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { IVolume } from "kubernetes-models/v1/Volume";
import { customManifest, type Manifest, manifest, type Place } from "../../manifest/manifest.ts";
import {
  bucketName,
  credentialKey,
  DATABASE,
  DATABASE_OWNER,
  DATABASE_PORT,
  DUMPS_PREFIX,
  parameterName,
} from "../../names/data.ts";
import { ADDON_ACCOUNTS, addonRoleArn } from "../../names/identity.ts";
import { SECRET_STORES } from "../../names/kubernetes.ts";
import { awsRules, DNS_RULE, databaseRule } from "../policies/network.ts";
import { mountedObjects, SECRET_PROVIDER_CLASS } from "../secret-provider-class.ts";
import { toolContainer, toolPod } from "../tool-pod.ts";
import { IRSA_ANNOTATION } from "../workloads/accounts.ts";
import type { KubernetesSite } from "../workloads/site.ts";

const { namespace, name: NAME } = ADDON_ACCOUNTS["database-dump"];
const labels = { "app.kubernetes.io/name": NAME };
const LOGIN = "/var/run/login";
/** Both regions dump their own copy; the standby an hour later, so that they don't meet on the line between them. */
const SCHEDULE = { primary: "17 1 * * *", standby: "17 2 * * *" } as const;
const RUN_SECONDS_MAX = 10_800;
/** A compressed dump of the catalogue; rows older than the blueprint's days are rolled up, so it stays small. */
const DUMP_GIB_MAX = 20;
const place = (why: string): Place => ({ component: NAME, wave: 4, why });

export const DUMP_SCRIPT = `set -euo pipefail
export PGPASSWORD="$(cat ${LOGIN}/password)" PGHOST="$(cat ${LOGIN}/host)" PGSSLMODE=require
pg_dump --username ${DATABASE_OWNER} --port ${DATABASE_PORT} --format custom --compress 6 --file /tmp/catalogue.dump ${DATABASE}
entries="$(pg_restore --list /tmp/catalogue.dump | grep -c 'TABLE DATA' || true)"
if [ "$entries" -lt 1 ]; then echo "The dump holds no table. Look whether $PGHOST has been migrated." >&2; exit 1; fi
echo "$entries tables dumped"
`;

/** By day, so that a second run of a day replaces the first one's. */
export const UPLOAD_SCRIPT = `set -euo pipefail
aws s3 cp --only-show-errors /tmp/catalogue.dump "s3://$BUCKET/${DUMPS_PREFIX}/$(date --utc +%F).dump"
`;

export function dumpManifests(site: KubernetesSite): readonly Manifest[] {
  if (!site.region.holds.data) return [];
  return [account(site), login(site), cronJob(site), network(site)];
}

const metadata = { name: NAME, namespace, labels };

const account = ({ platform, region }: KubernetesSite): Manifest =>
  manifest(
    place("The dump's own role: it may put files below one prefix, and neither read nor delete them."),
    new ServiceAccount({
      metadata: {
        ...metadata,
        ...(platform.cluster.identity === "irsa"
          ? { annotations: { [IRSA_ANNOTATION]: addonRoleArn(platform, region, "database-dump") } }
          : {}),
      },
      automountServiceAccountToken: false,
    }),
  );

/** The owner's login: the application's may not read every table. */
function login({ platform, region }: KubernetesSite): Manifest {
  const secret = credentialKey(platform, "database-owner");
  const address = parameterName(platform, "database");
  if (platform.secrets.intoPods === "csi") {
    return customManifest(
      place("The address and the owner's password, mounted as the dump's own role may read them."),
      SECRET_PROVIDER_CLASS,
      {
        metadata,
        spec: {
          provider: "aws",
          parameters: {
            region: region.name,
            usePodIdentity: platform.cluster.identity === "pod-identity" ? "true" : "false",
            objects: mountedObjects([
              {
                objectName: secret,
                objectType: platform.secrets.store === "ssm" ? "ssmparameter" : "secretsmanager",
                objectAlias: "owner",
                jmesPath: [{ path: "password", objectAlias: "password" }],
              },
              {
                objectName: address,
                objectType: "ssmparameter",
                objectAlias: "database",
                jmesPath: [{ path: "host", objectAlias: "host" }],
              },
            ]),
          },
        },
      },
    );
  }
  return manifest(
    place("The address and the owner's password."),
    new ExternalSecret({
      metadata,
      spec: {
        refreshInterval: "5m",
        secretStoreRef: { kind: "ClusterSecretStore", name: SECRET_STORES.credentials },
        target: { name: NAME, creationPolicy: "Owner", deletionPolicy: "Retain" },
        data: [
          { secretKey: "password", remoteRef: { key: secret, property: "password" } },
          {
            secretKey: "host",
            remoteRef: { key: address, property: "host" },
            sourceRef: { storeRef: { kind: "ClusterSecretStore", name: SECRET_STORES.parameters } },
          },
        ],
      },
    }),
  );
}

function cronJob(site: KubernetesSite): Manifest {
  const { platform, region } = site;
  const mounted: IVolume =
    platform.secrets.intoPods === "csi"
      ? {
          name: "login",
          csi: { driver: "secrets-store.csi.k8s.io", readOnly: true, volumeAttributes: { secretProviderClass: NAME } },
        }
      : { name: "login", secret: { secretName: NAME, defaultMode: 0o440 } };
  const dump = toolContainer(site, {
    name: "dump",
    image: "postgres",
    script: DUMP_SCRIPT,
    memoryMib: 512,
    mounts: [{ name: "login", mountPath: LOGIN, readOnly: true }],
  });
  const upload = toolContainer(site, {
    name: "upload",
    image: "aws-cli",
    script: UPLOAD_SCRIPT,
    memoryMib: 512,
    env: { BUCKET: bucketName(platform, "backups", region.name), AWS_REGION: region.name, HOME: "/tmp" },
  });
  const pod = toolPod(NAME, [upload], DUMP_GIB_MAX);
  return manifest(
    place(
      "Dumps the catalogue each night, reads the dump's list back, and puts it into the bucket of backups, which is copied to the other region.",
    ),
    new CronJob({
      metadata,
      spec: {
        schedule: SCHEDULE[region.configured],
        timeZone: "Etc/UTC",
        concurrencyPolicy: "Forbid",
        startingDeadlineSeconds: 3_600,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        suspend: region.holds.nodes === "none",
        jobTemplate: {
          spec: {
            backoffLimit: 2,
            activeDeadlineSeconds: RUN_SECONDS_MAX,
            ttlSecondsAfterFinished: 172_800,
            template: {
              metadata: { labels },
              spec: { ...pod, initContainers: [dump], volumes: [...(pod.volumes ?? []), mounted] },
            },
          },
        },
      },
    }),
  );
}

const network = (site: KubernetesSite): Manifest =>
  manifest(
    place("The dump reads the database, past any pool, and speaks to AWS."),
    new NetworkPolicy({
      metadata,
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ["Ingress", "Egress"],
        egress: [DNS_RULE, databaseRule(site), ...awsRules(site)],
      },
    }),
  );
