// How Alertmanager gets PagerDuty's key: a file at the path that its routes name. By External Secrets it is a Secret that the
// operator mounts; where a blueprint keeps credentials out of Secrets, the driver mounts it, by Alertmanager's own role.
import type { Platform } from "../../../blueprint/platform.ts";
import { customManifest, type Manifest } from "../../manifest/manifest.ts";
import { credentialKey } from "../../names/data.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { ALERTMANAGER_SECRETS, alertmanagerSecretFile } from "../../names/observability.ts";
import { mountedObjects, SECRET_PROVIDER_CLASS } from "../secret-provider-class.ts";
import type { Site } from "./application.ts";

const { pager } = ALERTMANAGER_SECRETS;
const { namespace, name: CLASS } = ADDON_ACCOUNTS.alertmanager;
const VOLUME = "pager";

export type PagerVolume = {
  name: string;
  csi: { driver: "secrets-store.csi.k8s.io"; readOnly: true; volumeAttributes: { secretProviderClass: string } };
};
export type PagerMount = { name: string; mountPath: string; readOnly: true };
type PagerValues = {
  secrets: readonly string[];
  volumes: readonly PagerVolume[];
  volumeMounts: readonly PagerMount[];
};

const mounted = ({ secrets, observability }: Platform): boolean =>
  secrets.intoPods === "csi" && observability.pager.kind === "pagerduty";

export function pagerValues(platform: Platform): PagerValues {
  const chat = platform.observability.chat === "slack" ? [ALERTMANAGER_SECRETS.chat.name] : [];
  if (platform.observability.pager.kind !== "pagerduty") return { secrets: chat, volumes: [], volumeMounts: [] };
  if (!mounted(platform)) return { secrets: [pager.name, ...chat], volumes: [], volumeMounts: [] };
  const file = alertmanagerSecretFile("pager");
  return {
    secrets: [],
    volumes: [
      {
        name: VOLUME,
        csi: {
          driver: "secrets-store.csi.k8s.io",
          readOnly: true,
          volumeAttributes: { secretProviderClass: CLASS },
        },
      },
    ],
    volumeMounts: [{ name: VOLUME, mountPath: file.slice(0, file.lastIndexOf("/")), readOnly: true }],
  };
}

export function pagerFile({ platform, region }: Site): readonly Manifest[] {
  if (!mounted(platform)) return [];
  return [
    customManifest(
      { component: "pager", wave: 3, why: "PagerDuty's routing key as a file for Alertmanager, by its own role." },
      SECRET_PROVIDER_CLASS,
      {
        metadata: { name: CLASS, namespace },
        spec: {
          provider: "aws",
          parameters: {
            region: region.name,
            usePodIdentity: platform.cluster.identity === "pod-identity" ? "true" : "false",
            objects: mountedObjects([
              {
                objectName: credentialKey(platform, pager.from),
                objectType: platform.secrets.store === "ssm" ? "ssmparameter" : "secretsmanager",
                objectAlias: pager.from,
                jmesPath: [{ path: pager.key, objectAlias: pager.key }],
              },
            ]),
          },
        },
      },
    ),
  ];
}
