// A SecretProviderClass of the Secrets Store CSI driver: no package knows the kind. Fields as in the driver's documentation
// (secrets-store-csi-driver.sigs.k8s.io) and in that of AWS's provider for it, from memory of both.
import { stringify } from "yaml";
import type { CustomKind } from "../manifest/kinds.ts";

/** One document of the store as one file of the volume; `fields` become files too, under names of their own. */
export type MountedObject = {
  readonly objectName: string;
  readonly objectType: "secretsmanager" | "ssmparameter";
  readonly objectAlias: string;
  readonly jmesPath?: readonly { readonly path: string; readonly objectAlias: string }[];
};

export type SecretProviderClass = {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly provider: "aws";
    readonly parameters: {
      readonly region: string;
      /** "true": by the pod's association; else by the role that its ServiceAccount names. */
      readonly usePodIdentity: "true" | "false";
      /** YAML, as AWS's provider wants it. */
      readonly objects: string;
    };
    /** Also kept as a Secret while some pod mounts the volume, for what can read nothing else. */
    readonly secretObjects?: readonly {
      readonly secretName: string;
      readonly type: "Opaque";
      readonly data: readonly { readonly objectName: string; readonly key: string }[];
    }[];
  };
};

export const SECRET_PROVIDER_CLASS: CustomKind<SecretProviderClass> = {
  apiVersion: "secrets-store.csi.x-k8s.io/v1",
  kind: "SecretProviderClass",
  scope: "namespaced",
  problems: ({ spec }) => {
    const aliases = [...spec.parameters.objects.matchAll(/objectAlias: (\S+)/g)].map((match) => match[1]);
    const doubled = aliases.filter((alias, index) => aliases.indexOf(alias) !== index);
    const unknown = (spec.secretObjects ?? [])
      .flatMap(({ data }) => data.map(({ objectName }) => objectName))
      .filter((name) => !aliases.includes(name));
    return [
      ...(aliases.length === 0 ? ["spec.parameters.objects names nothing to mount"] : []),
      ...doubled.map((alias) => `two objects are mounted as ${alias}`),
      ...unknown.map((name) => `spec.secretObjects names ${name}, which isn't mounted`),
    ];
  },
};

export const mountedObjects = (objects: readonly MountedObject[]): string => stringify(objects, { lineWidth: 0 });
