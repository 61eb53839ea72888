// What a workload's pod is given of its own region: its credentials, and where the region's stores answer. Files either way,
// a document each, under the same paths whether External Secrets keeps them as Secrets or the CSI driver mounts them.
import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import type { IVolume } from "kubernetes-models/v1/Volume";
import type { SecretName, Workload } from "../../../blueprint/workloads.ts";
import { customManifest, type Manifest, manifest } from "../../manifest/manifest.ts";
import { credentialKey, factsFor, parameterName } from "../../names/data.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { SECRET_STORES } from "../../names/kubernetes.ts";
import { type MountedObject, mountedObjects, SECRET_PROVIDER_CLASS } from "../secret-provider-class.ts";
import { queueFields } from "./queue-scaling.ts";
import { type KubernetesSite, labelsOf, metadataOf, placeOf } from "./site.ts";

/** A rotated credential is in the pods within this; the former one still works for so long. */
const REFRESH = "5m";

export type Credentials = {
  readonly secrets: readonly SecretName[];
  /** Paths of parameters: "database", "brokers/bootstrap". */
  readonly facts: readonly string[];
};

export function credentialsOf({ platform }: KubernetesSite, workload: Pick<Workload, "access">): Credentials {
  const exist = new Set(platform.secrets.entries.map(({ name }) => name));
  const declared = workload.access.flatMap((one) => (one.to === "secret" ? [one.name] : []));
  return {
    secrets: [...new Set(declared)].filter((name) => exist.has(name)),
    facts: factsFor(platform, workload.access),
  };
}

/** A fact's file: "brokers/bootstrap" → "brokers-bootstrap". */
const factFile = (path: string): string => path.replaceAll("/", "-");
const secretsName = (workload: Pick<Workload, "name">): string => `${workload.name}-credentials`;
const regionName = (workload: Pick<Workload, "name">): string => `${workload.name}-region`;

export function credentialManifests(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  return site.platform.secrets.intoPods === "csi" ? [mounted(site, workload)] : kept(site, workload);
}

export function credentialVolumes(site: KubernetesSite, workload: Workload): IVolume[] {
  const { secrets } = credentialsOf(site, workload);
  if (site.platform.secrets.intoPods === "csi") {
    // One volume holds both; each is mounted where it belongs.
    const csi = (name: string): IVolume => ({
      name,
      csi: {
        driver: "secrets-store.csi.k8s.io",
        readOnly: true,
        volumeAttributes: { secretProviderClass: workload.name },
      },
    });
    return [...(secrets.length > 0 ? [csi("secrets")] : []), csi("region")];
  }
  return [
    ...(secrets.length > 0
      ? [{ name: "secrets", secret: { secretName: secretsName(workload), defaultMode: 0o440 } }]
      : []),
    { name: "region", secret: { secretName: regionName(workload), defaultMode: 0o440 } },
  ];
}

function kept(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  const { platform } = site;
  const { secrets, facts } = credentialsOf(site, workload);
  return [
    ...(secrets.length > 0
      ? [
          externalSecret(site, workload, {
            name: secretsName(workload),
            store: SECRET_STORES.credentials,
            why: `The credentials of ${workload.name}, from this region's own store.`,
            keys: secrets.map((secret) => [secret, credentialKey(platform, secret)]),
          }),
        ]
      : []),
    externalSecret(site, workload, {
      name: regionName(workload),
      store: SECRET_STORES.parameters,
      why: `Where the stores of this region answer that ${workload.name} uses. Nothing of it is secret.`,
      keys: facts.map((path) => [factFile(path), parameterName(platform, path)]),
    }),
  ];
}

type Kept = {
  readonly name: string;
  readonly store: string;
  readonly why: string;
  /** Key in the Secret → key in the store. */
  readonly keys: readonly (readonly [secretKey: string, key: string])[];
};

const externalSecret = (site: KubernetesSite, workload: Workload, { name, store, why, keys }: Kept): Manifest =>
  manifest(
    { ...placeOf(workload, why) },
    new ExternalSecret({
      metadata: metadataOf(site, workload, name),
      spec: {
        refreshInterval: REFRESH,
        secretStoreRef: { kind: "ClusterSecretStore", name: store },
        // A store that is away for an hour must not take the credentials of what runs with it.
        target: { name, creationPolicy: "Owner", deletionPolicy: "Retain" },
        data: keys.map(([secretKey, key]) => ({ secretKey, remoteRef: { key } })),
      },
    }),
  );

function mounted(site: KubernetesSite, workload: Workload): Manifest {
  const { platform, region } = site;
  const { secrets, facts } = credentialsOf(site, workload);
  const fields = queueFields(site, workload);
  const objects: MountedObject[] = [
    ...secrets.map((secret) => ({
      objectName: credentialKey(platform, secret),
      objectType: platform.secrets.store === "ssm" ? ("ssmparameter" as const) : ("secretsmanager" as const),
      objectAlias: secret,
      ...fields.jmesPath(secret),
    })),
    ...facts.map((path) => ({
      objectName: parameterName(platform, path),
      objectType: "ssmparameter" as const,
      objectAlias: factFile(path),
      ...fields.jmesPath(path),
    })),
  ];
  return customManifest(
    placeOf(workload, `What the CSI driver mounts into the pods of ${workload.name}, read as the pods themselves.`),
    SECRET_PROVIDER_CLASS,
    {
      metadata: { name: workload.name, namespace: WORKLOAD_NAMESPACE, labels: labelsOf(site, workload) },
      spec: {
        provider: "aws",
        parameters: {
          region: region.name,
          usePodIdentity: platform.cluster.identity === "pod-identity" ? "true" : "false",
          objects: mountedObjects(objects),
        },
        ...(fields.secretName === undefined
          ? {}
          : { secretObjects: [{ secretName: fields.secretName, type: "Opaque", data: fields.mirrored }] }),
      },
    },
  );
}
