// How Argo CD gets at charts in the region's own registry. A registry's token lasts twelve hours and Argo CD can't ask for
// one, so a job fetches a new one every six, by the role that may pull and nothing else, and keeps it in the one Secret
// that Argo CD reads. The bootstrap build writes the first.
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { Role } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { baseName } from "../../names/base.ts";
import { ARGO_NAMESPACE, CHARTS_CREDENTIAL } from "../../names/delivery.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { registryHost } from "../../names/images.ts";
import { IMAGES, imageRepository } from "../../names/upstream-images.ts";
import type { Site } from "./application.ts";
import { ON_SYSTEM_NODES } from "./placing.ts";

const NAME = "registry-credential";
const COMPONENT = NAME;
const TIMEOUT_SECONDS = 300;
const RETRIES_MAX = 3;
const USER = 65_534;
const API = "https://kubernetes.default.svc";
const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/** Where the charts are; Argo CD matches an Application's source with it. */
export const chartsUrl = ({ platform, region }: Site): string =>
  `${registryHost(platform, region)}/${baseName(platform)}/charts`;

/** Argo CD's own form of a credential; the password is put in where it is written. */
const credentialSecret = (site: Site, password: string) => ({
  apiVersion: "v1" as const,
  kind: "Secret" as const,
  metadata: {
    name: CHARTS_CREDENTIAL,
    namespace: ARGO_NAMESPACE,
    labels: { "argocd.argoproj.io/secret-type": "repository" },
  },
  stringData: {
    type: "helm",
    name: CHARTS_CREDENTIAL,
    url: chartsUrl(site),
    enableOCI: "true",
    username: "AWS",
    password,
  },
});

/** The token never stands on a command line, where others on the node could read it: the document goes in by a pipe. */
export const registryScript = (site: Site): string =>
  [
    "set -euo pipefail",
    `token="$(aws ecr get-login-password --region ${site.region.name})"`,
    `[ -n "$token" ]`,
    `printf '${JSON.stringify(credentialSecret(site, "%s"))}' "$token" |`,
    "  curl --silent --show-error --fail-with-body --output /dev/null --request PATCH \\",
    `    --cacert ${ACCOUNT}/ca.crt --header @<(printf 'Authorization: Bearer %s' "$(cat ${ACCOUNT}/token)") \\`,
    "    --header 'Content-Type: application/apply-patch+yaml' --data-binary @- \\",
    `    '${API}/api/v1/namespaces/${ARGO_NAMESPACE}/secrets/${CHARTS_CREDENTIAL}?fieldManager=${NAME}&force=true'`,
    "",
  ].join("\n");

export function registryCredential(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const place = (why: string) => ({ component: COMPONENT, wave: 1, why }) as const;
  const account = ADDON_ACCOUNTS["argo-cd"].name;
  const metadata = { name: NAME, namespace: ARGO_NAMESPACE };
  return [
    manifest(
      place("The job may write the one Secret with the registry's token, and no other."),
      new Role({
        metadata,
        rules: [
          { apiGroups: [""], resources: ["secrets"], resourceNames: [CHARTS_CREDENTIAL], verbs: ["get", "patch"] },
          // A patch that makes an object is a creation too, and those can't be held to a name.
          { apiGroups: [""], resources: ["secrets"], verbs: ["create"] },
        ],
      }),
    ),
    manifest(
      place("Gives that right to the account whose role may pull from the registry."),
      new RoleBinding({
        metadata,
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: NAME },
        subjects: [{ kind: "ServiceAccount", name: account, namespace: ARGO_NAMESPACE }],
      }),
    ),
    manifest(
      place("A new token for the region's registry every six hours; each lasts twelve."),
      new CronJob({
        metadata,
        spec: {
          schedule: "17 */6 * * *",
          timeZone: "Etc/UTC",
          concurrencyPolicy: "Forbid",
          successfulJobsHistoryLimit: 1,
          failedJobsHistoryLimit: 3,
          jobTemplate: {
            spec: {
              backoffLimit: RETRIES_MAX,
              activeDeadlineSeconds: TIMEOUT_SECONDS,
              template: {
                spec: {
                  serviceAccountName: account,
                  restartPolicy: "Never",
                  tolerations: ON_SYSTEM_NODES.map((one) => ({ ...one })),
                  securityContext: {
                    runAsNonRoot: true,
                    runAsUser: USER,
                    seccompProfile: { type: "RuntimeDefault" },
                  },
                  containers: [
                    {
                      name: NAME,
                      image: `${imageRepository(platform, region, "aws-cli")}:${IMAGES["aws-cli"].tag}`,
                      command: ["bash", "-c", registryScript(site)],
                      env: [{ name: "HOME", value: "/tmp" }],
                      resources: {
                        requests: { cpu: "50m", memory: "128Mi" },
                        limits: { memory: "256Mi" },
                      },
                      securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ["ALL"] },
                      },
                      volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
                    },
                  ],
                  volumes: [{ name: "tmp", emptyDir: {} }],
                },
              },
            },
          },
        },
      }),
    ),
  ];
}
