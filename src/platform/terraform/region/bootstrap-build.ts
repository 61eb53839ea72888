// The build that turns an empty cluster into one that delivers itself: it installs Argo CD from the region's own registry
// and gives it the one Application from which everything else follows. Each command may run again at any time.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { argoValues } from "../../gitops/argo-values.ts";
import { rootApplication, rootProject } from "../../gitops/root-application.ts";
import { clusterName } from "../../names/cluster.ts";
import { parameterName, secretName, secretParameter } from "../../names/data.ts";
import { ARGO_CHART, ARGO_NAMESPACE, CHARTS_CREDENTIAL, gitOpsUrl, ROOT_APPLICATION } from "../../names/delivery.ts";
import { imageUrl, registryHost, repositoryName } from "../../names/images.ts";

/** Tools that the build's own image hasn't, or has in whatever version; digests as published with them. */
const KUBECTL = { version: "v1.35.0", sha256: "a2e984a18a0c063279d692533031c1eff93a262afcc0afdc517375432d060989" };
export const HELM = { version: "v4.0.4", sha256: "29454bc351f4433e66c00f5d37841627cbbcc02e4c70a6d796529d355237671c" };

type Where = { readonly platform: Platform; readonly region: Region };

/** The buildspec, as JSON, which is YAML too. */
export const bootstrapSpec = (where: Where): string =>
  `${JSON.stringify(
    {
      version: "0.2",
      env: { shell: "bash" },
      phases: {
        install: { commands: installTools },
        pre_build: { commands: [...signIn(where), ...fetchChart(where)] },
        build: {
          commands: [...installArgo(where), ...giveRepository(where), ...giveCharts(where), ...applyRoot(where)],
        },
      },
    },
    null,
    2,
  )}\n`;

const installTools = [
  "set -euo pipefail",
  `curl -fsSLo /tmp/kubectl https://dl.k8s.io/release/${KUBECTL.version}/bin/linux/amd64/kubectl`,
  `echo "${KUBECTL.sha256}  /tmp/kubectl" | sha256sum --check --strict`,
  "install -m 0755 /tmp/kubectl /usr/local/bin/kubectl",
  `curl -fsSLo /tmp/helm.tar.gz https://get.helm.sh/helm-${HELM.version}-linux-amd64.tar.gz`,
  `echo "${HELM.sha256}  /tmp/helm.tar.gz" | sha256sum --check --strict`,
  "tar -xzf /tmp/helm.tar.gz -C /tmp && install -m 0755 /tmp/linux-amd64/helm /usr/local/bin/helm",
];

const signIn = ({ platform, region }: Where): readonly string[] => [
  `aws eks update-kubeconfig --region ${region.name} --name ${clusterName(platform, region)}`,
  `aws ecr get-login-password --region ${region.name} | helm registry login --username AWS --password-stdin ${registryHost(platform, region)}`,
];

/** Copied from upstream only if neither CI nor the other region's replication has brought it here. */
function fetchChart({ platform, region }: Where): readonly string[] {
  const { upstream, name, version } = ARGO_CHART;
  const ours = imageUrl(platform, region, "charts/argo-cd");
  const parent = ours.slice(0, ours.lastIndexOf("/"));
  return [
    [
      `aws ecr describe-images --region ${region.name} --repository-name ${repositoryName(platform, "charts/argo-cd")} --image-ids imageTag=${version} > /dev/null`,
      `{ helm pull oci://${upstream}/${name} --version ${version} --destination /tmp && helm push /tmp/${name}-${version}.tgz oci://${parent}; }`,
    ].join(" || "),
  ];
}

const installArgo = (where: Where): readonly string[] => [
  writeFile("/tmp/values.json", argoValues(where.platform, where.region)),
  [
    "helm upgrade --install argocd",
    `oci://${imageUrl(where.platform, where.region, "charts/argo-cd")} --version ${ARGO_CHART.version}`,
    `--namespace ${ARGO_NAMESPACE} --create-namespace --values /tmp/values.json --wait --timeout 15m`,
  ].join(" "),
];

const APPLY_AS_REPOSITORY =
  "kubectl label --local --filename=- argocd.argoproj.io/secret-type=repository --output=yaml | kubectl apply --server-side --force-conflicts --filename=-";

/** The token is read and handed on without ever being printed; a public repository needs none. */
function giveRepository({ platform, region }: Where): readonly string[] {
  const read =
    platform.secrets.store === "ssm"
      ? `aws ssm get-parameter --region ${region.name} --name ${parameterName(platform, secretParameter("repository-key"))} --with-decryption --query Parameter.Value --output text`
      : `aws secretsmanager get-secret-value --region ${region.name} --secret-id ${secretName(platform, "repository-key")} --query SecretString --output text`;
  return [
    `set +x; if TOKEN="$(${read} 2>/dev/null)" && [ -n "$TOKEN" ]; then ${[
      `kubectl create secret generic manifests --namespace ${ARGO_NAMESPACE}`,
      `--from-literal=type=git --from-literal=url=${gitOpsUrl(platform)}`,
      '--from-literal=username=token --from-literal=password="$TOKEN"',
      "--dry-run=client --output=yaml",
    ].join(
      " ",
    )} | ${APPLY_AS_REPOSITORY}; else echo "No token in repository-key: the repository of manifests must be public."; fi`,
  ];
}

/** The registry's token for charts, the first: from then on a job in the cluster writes a new one every six hours. */
function giveCharts({ platform, region }: Where): readonly string[] {
  const argoCd = imageUrl(platform, region, "charts/argo-cd");
  return [
    `set +x; TOKEN="$(aws ecr get-login-password --region ${region.name})"; ${[
      `kubectl create secret generic ${CHARTS_CREDENTIAL} --namespace ${ARGO_NAMESPACE}`,
      `--from-literal=type=helm --from-literal=name=${CHARTS_CREDENTIAL} --from-literal=enableOCI=true`,
      `--from-literal=url=${argoCd.slice(0, argoCd.lastIndexOf("/"))}`,
      '--from-literal=username=AWS --from-literal=password="$TOKEN"',
      "--dry-run=client --output=yaml",
    ].join(" ")} | ${APPLY_AS_REPOSITORY}`,
  ];
}

/** The project before what belongs to it. Both stand in the region's own folder too, which they then read. */
const applyRoot = ({ platform, region }: Where): readonly string[] => [
  writeFile("/tmp/project.json", rootProject(platform)),
  "kubectl apply --server-side --filename=/tmp/project.json",
  writeFile("/tmp/root.json", rootApplication(platform, region)),
  "kubectl apply --server-side --filename=/tmp/root.json",
  `kubectl wait --namespace ${ARGO_NAMESPACE} --for=jsonpath='{.status.sync.status}'=Synced application/${ROOT_APPLICATION} --timeout=20m`,
];

/** As standard input of a shell's here-document that expands nothing, so that any text may stand in it. */
function writeFile(path: string, value: unknown): string {
  const text = JSON.stringify(value);
  if (text.split("\n").includes(END_OF_FILE)) throw new Error(`${path} of the bootstrap build holds ${END_OF_FILE}.`);
  return `cat > ${path} <<'${END_OF_FILE}'\n${text}\n${END_OF_FILE}`;
}
const END_OF_FILE = "END_OF_FILE";
