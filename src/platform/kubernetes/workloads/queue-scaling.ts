// How many workers a queue's depth asks for, by KEDA. Where the queue is in Redis or in the catalogue, KEDA must be able to
// ask there: it gets the address and a login in a Secret of its own.
import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import type { IScaleTriggers } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaleTriggers";
import { TriggerAuthentication } from "@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication";
import type { SecretName, Workload } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import {
  CACHE_PORT,
  credentialKey,
  DATABASE,
  DATABASE_PORT,
  parameterName,
  queueName,
  queueUrl,
} from "../../names/data.ts";
import { SECRET_STORES } from "../../names/kubernetes.ts";
import type { MountedObject } from "../secret-provider-class.ts";
import { type KubernetesSite, metadataOf, placeOf } from "./site.ts";

/** The view of graphile-worker over its own tables: what is due and nobody has taken. */
const TASKS_DUE =
  "SELECT count(*) FROM graphile_worker.jobs WHERE run_at <= now() AND locked_at IS NULL AND attempts < max_attempts";

/** A parameter of KEDA's scaler, and the document it comes from; without a property it is the whole document. */
type Need = {
  readonly parameter: string;
  readonly source: { readonly secret: SecretName } | { readonly fact: string };
  readonly property?: string;
};

type QueueWorkload = Workload & { readonly scaling: Extract<Workload["scaling"], { kind: "queue" }> };
export const scalesOnQueue = (workload: Workload): workload is QueueWorkload => workload.scaling.kind === "queue";

function needsOf({ platform }: KubernetesSite, workload: Workload): readonly Need[] {
  if (!scalesOnQueue(workload)) return [];
  const login = (secret: SecretName, user: string): Need[] => [
    { parameter: user, source: { secret }, property: "username" },
    { parameter: "password", source: { secret }, property: "password" },
  ];
  switch (platform.data.queues.kind) {
    case "sqs":
      return [];
    case "redis":
      return [{ parameter: "host", source: { fact: "cache/tasks" } }, ...login("cache-password", "username")];
    case "catalogue":
      return [
        { parameter: "host", source: { fact: "database" }, property: "host" },
        ...login("database-application", "userName"),
      ];
  }
}

const queueSecret = (workload: Pick<Workload, "name">): string => `${workload.name}-queue`;

export function queueTrigger({ platform, region }: KubernetesSite, workload: QueueWorkload): IScaleTriggers {
  const { queue, tasksPerReplica } = workload.scaling;
  const authenticationRef = { name: queueSecret(workload) };
  switch (platform.data.queues.kind) {
    case "sqs":
      return {
        type: "aws-sqs-queue",
        // KEDA asks under its own role, which may read the depth and nothing else.
        metadata: {
          queueURL: queueUrl(platform, queue, region.name),
          queueLength: String(tasksPerReplica),
          awsRegion: region.name,
          identityOwner: "operator",
        },
      };
    case "redis":
      return {
        type: "redis",
        authenticationRef,
        metadata: {
          port: String(CACHE_PORT),
          listName: queueName(platform, queue),
          listLength: String(tasksPerReplica),
          enableTLS: "true",
        },
      };
    case "catalogue":
      return {
        type: "postgresql",
        authenticationRef,
        metadata: {
          port: String(DATABASE_PORT),
          dbName: DATABASE,
          sslmode: "require",
          query: TASKS_DUE,
          targetQueryValue: String(tasksPerReplica),
        },
      };
  }
}

/** KEDA's way in, and the Secret it reads where no CSI volume mirrors one. */
export function queueManifests(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  const needs = needsOf(site, workload);
  if (needs.length === 0) return [];
  const name = queueSecret(workload);
  const authentication = manifest(
    placeOf(workload, `How KEDA may ask for the depth of the queue that ${workload.name} works off.`),
    new TriggerAuthentication({
      metadata: metadataOf(site, workload, name),
      spec: { secretTargetRef: needs.map(({ parameter }) => ({ parameter, name, key: parameter })) },
    }),
  );
  if (site.platform.secrets.intoPods === "csi") return [authentication];
  const { platform } = site;
  const kept = manifest(
    placeOf(workload, "The address and the login that KEDA asks the queue with."),
    new ExternalSecret({
      metadata: metadataOf(site, workload, name),
      spec: {
        refreshInterval: "5m",
        secretStoreRef: { kind: "ClusterSecretStore", name: SECRET_STORES.credentials },
        target: { name, creationPolicy: "Owner", deletionPolicy: "Retain" },
        data: needs.map(({ parameter, source, property }) => ({
          secretKey: parameter,
          remoteRef: {
            key: "secret" in source ? credentialKey(platform, source.secret) : parameterName(platform, source.fact),
            ...(property === undefined ? {} : { property }),
          },
          ...("fact" in source
            ? { sourceRef: { storeRef: { kind: "ClusterSecretStore", name: SECRET_STORES.parameters } } }
            : {}),
        })),
      },
    }),
  );
  return [kept, authentication];
}

type QueueFields = {
  /** What of a document becomes files of their own, to be mirrored into the Secret. */
  readonly jmesPath: (source: string) => Pick<MountedObject, "jmesPath">;
  readonly secretName: string | undefined;
  readonly mirrored: readonly { readonly objectName: string; readonly key: string }[];
};

/** Where the CSI driver mounts credentials, it mirrors KEDA's into a Secret. */
export function queueFields(site: KubernetesSite, workload: Workload): QueueFields {
  const needs = needsOf(site, workload);
  const named = ({ source }: Need): string => ("secret" in source ? source.secret : source.fact);
  const alias = (need: Need): string =>
    need.property === undefined ? named(need).replaceAll("/", "-") : `queue-${need.parameter.toLowerCase()}`;
  return {
    jmesPath: (source) => {
      const fields = needs.filter((need) => named(need) === source && need.property !== undefined);
      if (fields.length === 0) return {};
      return { jmesPath: fields.map((need) => ({ path: need.property as string, objectAlias: alias(need) })) };
    },
    secretName: needs.length > 0 ? queueSecret(workload) : undefined,
    mirrored: needs.map((need) => ({ objectName: alias(need), key: need.parameter })),
  };
}
