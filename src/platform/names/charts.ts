// The charts that the clusters' software is installed from, each at one version. They lie in the region's own registry,
// as OCI artefacts that a pipeline copies there; nothing is installed from anywhere else.
//
// `confirmed`: version and values were read in the chart itself (copies of up to August 2026). `kubernetes` is what
// upstream says it runs on; where upstream says nothing it is left out, and that isn't a promise. A chart can't be
// rendered here, so what it makes of its values is unverified.
import type { Platform } from "../../blueprint/platform.ts";
import { ARGO_CHART } from "./delivery.ts";
import { type ImageName, ISTIO_VERSION } from "./upstream-images.ts";

export type Chart = {
  readonly version: string;
  readonly appVersion: string;
  /** Where a pipeline takes it: a registry, a repository of charts, or a release's plain files that it packs into one. */
  readonly from:
    | { readonly kind: "oci"; readonly url: string }
    | { readonly kind: "repository"; readonly url: string; readonly chart: string }
    | { readonly kind: "files"; readonly urls: readonly string[] };
  readonly images: readonly ImageName[];
  /** The custom resources whose definitions it brings, as `<plural>.<group>`. */
  readonly definitions: readonly string[];
  /** Of the Application that installs it; "bootstrap" is installed before there are any. */
  readonly wave: 0 | 1 | 2 | 3 | "bootstrap";
  readonly kubernetes?: { readonly from: string; readonly to?: string };
  readonly source: string;
  readonly confirmed: boolean;
  readonly when: (platform: Platform) => boolean;
};

const always = (): boolean => true;
const inGroup = (group: string, ...plurals: readonly string[]): readonly string[] =>
  plurals.map((plural) => `${plural}.${group}`);
/** In a company's own cluster what makes nodes, and what any cluster has, is the company's. */
const ourCluster = ({ existing }: Platform): boolean => existing.clusters === undefined;
const karpenter = (platform: Platform): boolean => platform.cluster.nodes.kind === "karpenter" && ourCluster(platform);
const mesh = ({ cluster }: Platform): boolean => cluster.mesh === "istio-ambient";
const csi = ({ secrets }: Platform): boolean => secrets.intoPods === "csi";
const ISTIO = "https://istio-release.storage.googleapis.com/charts";
const ISTIO_RUNS_ON = { from: "1.32", to: "1.36" };
const ISTIO_SOURCE = "istio.io: 1.30.4 of 27 August 2026; values read in istio/istio";
const PROMETHEUS = "https://prometheus-community.github.io/helm-charts";

export const CHARTS = {
  "argo-cd": {
    version: ARGO_CHART.version,
    appVersion: "v3.3.6",
    from: { kind: "oci", url: `oci://${ARGO_CHART.upstream}/${ARGO_CHART.name}` },
    images: ["argocd"],
    definitions: inGroup("argoproj.io", "applications", "applicationsets", "appprojects"),
    wave: "bootstrap",
    source: "argo-helm",
    confirmed: true,
    when: always,
  },
  "gateway-api": {
    version: "1.5.1",
    appVersion: "v1.5.1",
    from: {
      kind: "files",
      urls: ["https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.5.1/standard-install.yaml"],
    },
    images: [],
    definitions: inGroup(
      "gateway.networking.k8s.io",
      "backendtlspolicies",
      "gatewayclasses",
      "gateways",
      "grpcroutes",
      "httproutes",
      "referencegrants",
    ),
    wave: 0,
    source: "kubernetes-sigs/gateway-api; 1.6.1 exists, 1.5 is what Istio 1.30's and our types are made from",
    confirmed: true,
    when: always,
  },
  "prometheus-operator-crds": {
    version: "31.0.1",
    appVersion: "v0.93.1",
    from: { kind: "repository", url: PROMETHEUS, chart: "prometheus-operator-crds" },
    images: [],
    definitions: inGroup(
      "monitoring.coreos.com",
      "alertmanagerconfigs",
      "alertmanagers",
      "podmonitors",
      "probes",
      "prometheusagents",
      "prometheuses",
      "prometheusrules",
      "scrapeconfigs",
      "servicemonitors",
      "thanosrulers",
    ),
    wave: 0,
    source: "prometheus-community/helm-charts",
    confirmed: true,
    when: always,
  },
  "karpenter-crd": {
    version: "1.14.1",
    appVersion: "1.14.1",
    from: { kind: "oci", url: "oci://public.ecr.aws/karpenter/karpenter-crd" },
    images: [],
    definitions: [
      ...inGroup("karpenter.sh", "nodepools", "nodeclaims", "nodeoverlays"),
      ...inGroup("karpenter.k8s.aws", "ec2nodeclasses"),
    ],
    wave: 0,
    source: "karpenter-provider-aws",
    confirmed: true,
    when: karpenter,
  },
  "istio-base": {
    version: ISTIO_VERSION,
    appVersion: ISTIO_VERSION,
    from: { kind: "repository", url: ISTIO, chart: "base" },
    images: [],
    definitions: [
      ...inGroup(
        "networking.istio.io",
        "destinationrules",
        "envoyfilters",
        "gateways",
        "proxyconfigs",
        "serviceentries",
        "sidecars",
        "virtualservices",
        "workloadentries",
        "workloadgroups",
      ),
      ...inGroup("security.istio.io", "authorizationpolicies", "peerauthentications", "requestauthentications"),
      ...inGroup("telemetry.istio.io", "telemetries"),
      ...inGroup("extensions.istio.io", "wasmplugins"),
    ],
    wave: 0,
    kubernetes: ISTIO_RUNS_ON,
    source: ISTIO_SOURCE,
    confirmed: true,
    when: always,
  },
  karpenter: {
    version: "1.14.1",
    appVersion: "1.14.1",
    from: { kind: "oci", url: "oci://public.ecr.aws/karpenter/karpenter" },
    images: ["karpenter"],
    definitions: [],
    wave: 1,
    kubernetes: { from: "1.29" },
    source: "karpenter-provider-aws; its table of versions names 1.35 from 1.9 on",
    confirmed: true,
    when: karpenter,
  },
  "cluster-autoscaler": {
    version: "9.59.0",
    appVersion: "1.35.0",
    from: { kind: "repository", url: "https://kubernetes.github.io/autoscaler", chart: "cluster-autoscaler" },
    images: ["cluster-autoscaler"],
    definitions: [],
    wave: 1,
    kubernetes: { from: "1.35", to: "1.35" },
    source:
      "kubermatic/kubermatic#16253 (9.59.0, app 1.35.0); values read in kubernetes/autoscaler, whose tests take its own minor alone",
    confirmed: true,
    when: (platform) => platform.cluster.nodes.kind === "managed" && ourCluster(platform),
  },
  "aws-load-balancer-controller": {
    version: "3.5.0",
    appVersion: "v3.5.0",
    from: { kind: "repository", url: "https://aws.github.io/eks-charts", chart: "aws-load-balancer-controller" },
    images: ["load-balancers"],
    definitions: [
      ...inGroup("elbv2.k8s.aws", "albtargetcontrolconfigs", "ingressclassparams", "targetgroupbindings"),
      ...inGroup("aga.k8s.aws", "globalaccelerators"),
      ...inGroup(
        "gateway.k8s.aws",
        "listenerruleconfigurations",
        "loadbalancerconfigurations",
        "targetgroupconfigurations",
      ),
    ],
    wave: 1,
    kubernetes: { from: "1.22" },
    source: "aws/eks-charts",
    confirmed: true,
    when: always,
  },
  "external-secrets": {
    version: "2.9.0",
    appVersion: "v2.9.0",
    from: { kind: "repository", url: "https://charts.external-secrets.io", chart: "external-secrets" },
    images: ["external-secrets"],
    definitions: inGroup(
      "external-secrets.io",
      "clusterexternalsecrets",
      "clusterpushsecrets",
      "clustersecretstores",
      "externalsecrets",
      "pushsecrets",
      "secretstores",
    ),
    wave: 1,
    kubernetes: { from: "1.19" },
    source: "external-secrets, chart's kubeVersion; upstream tests 2.9 on 1.36 and 2.8 on 1.35 to 1.36",
    confirmed: true,
    when: (platform) => !csi(platform),
  },
  "secrets-store-csi-driver": {
    version: "1.6.0",
    appVersion: "1.6.0",
    from: {
      kind: "repository",
      url: "https://kubernetes-sigs.github.io/secrets-store-csi-driver/charts",
      chart: "secrets-store-csi-driver",
    },
    images: ["secrets-csi", "secrets-csi-crds", "csi-registrar", "csi-liveness"],
    definitions: inGroup("secrets-store.csi.x-k8s.io", "secretproviderclasses", "secretproviderclasspodstatuses"),
    wave: 1,
    kubernetes: { from: "1.30" },
    source: "kubernetes-sigs/secrets-store-csi-driver",
    confirmed: true,
    when: csi,
  },
  "secrets-store-csi-driver-provider-aws": {
    version: "3.1.1",
    appVersion: "3.1.1",
    from: {
      kind: "repository",
      url: "https://aws.github.io/secrets-store-csi-driver-provider-aws",
      chart: "secrets-store-csi-driver-provider-aws",
    },
    images: ["secrets-csi-aws"],
    definitions: [],
    wave: 1,
    kubernetes: { from: "1.17" },
    source: "aws/secrets-store-csi-driver-provider-aws",
    confirmed: true,
    when: csi,
  },
  "metrics-server": {
    version: "3.13.1",
    appVersion: "0.8.1",
    from: { kind: "repository", url: "https://kubernetes-sigs.github.io/metrics-server", chart: "metrics-server" },
    images: ["metrics-server"],
    definitions: [],
    wave: 1,
    kubernetes: { from: "1.31" },
    source: "kubernetes-sigs/metrics-server, its table of versions",
    confirmed: true,
    when: ourCluster,
  },
  keda: {
    version: "2.20.2",
    appVersion: "2.20.2",
    from: { kind: "repository", url: "https://kedacore.github.io/charts", chart: "keda" },
    images: ["keda", "keda-metrics", "keda-webhooks"],
    definitions: [
      ...inGroup("keda.sh", "clustertriggerauthentications", "scaledjobs", "scaledobjects", "triggerauthentications"),
      ...inGroup("eventing.keda.sh", "cloudeventsources", "clustercloudeventsources"),
    ],
    wave: 1,
    kubernetes: { from: "1.33", to: "1.35" },
    source: "kedacore/charts; keda.sh/docs: 2.20 is tested on 1.33 to 1.35, 2.21 on 1.34 to 1.36",
    confirmed: true,
    when: ({ workloads }) => workloads.some(({ scaling }) => scaling.kind === "queue"),
  },
  "argo-rollouts": {
    version: "2.41.0",
    appVersion: "v1.9.0",
    from: { kind: "repository", url: "https://argoproj.github.io/argo-helm", chart: "argo-rollouts" },
    images: ["argo-rollouts"],
    definitions: inGroup(
      "argoproj.io",
      "analysisruns",
      "analysistemplates",
      "clusteranalysistemplates",
      "experiments",
      "rollouts",
    ),
    wave: 1,
    source: "argoproj/argo-helm",
    confirmed: true,
    when: ({ delivery }) => delivery.rollout !== "rolling",
  },
  "cert-manager": {
    version: "v1.21.2",
    appVersion: "v1.21.2",
    from: { kind: "oci", url: "oci://quay.io/jetstack/charts/cert-manager" },
    images: ["cert-manager", "cert-manager-webhook", "cert-manager-cainjector"],
    definitions: [
      ...inGroup("cert-manager.io", "certificaterequests", "certificates", "clusterissuers", "issuers"),
      ...inGroup("acme.cert-manager.io", "challenges", "orders"),
    ],
    wave: 1,
    kubernetes: { from: "1.33", to: "1.36" },
    source: "1.21.2 as installed by others in October 2026, 1.33 to 1.36; values read in cert-manager's main branch",
    confirmed: true,
    when: always,
  },
  istiod: {
    version: ISTIO_VERSION,
    appVersion: ISTIO_VERSION,
    from: { kind: "repository", url: ISTIO, chart: "istiod" },
    images: ["istiod", "istio-proxy"],
    definitions: [],
    wave: 1,
    kubernetes: ISTIO_RUNS_ON,
    source: ISTIO_SOURCE,
    confirmed: true,
    when: always,
  },
  "istio-cni": {
    version: ISTIO_VERSION,
    appVersion: ISTIO_VERSION,
    from: { kind: "repository", url: ISTIO, chart: "cni" },
    images: ["istio-cni"],
    definitions: [],
    wave: 1,
    kubernetes: ISTIO_RUNS_ON,
    source: ISTIO_SOURCE,
    confirmed: true,
    when: mesh,
  },
  ztunnel: {
    version: ISTIO_VERSION,
    appVersion: ISTIO_VERSION,
    from: { kind: "repository", url: ISTIO, chart: "ztunnel" },
    images: ["ztunnel"],
    definitions: [],
    wave: 1,
    kubernetes: ISTIO_RUNS_ON,
    source: ISTIO_SOURCE,
    confirmed: true,
    when: mesh,
  },
  "external-dns": {
    version: "1.21.1",
    appVersion: "0.21.0",
    from: { kind: "repository", url: "https://kubernetes-sigs.github.io/external-dns", chart: "external-dns" },
    images: ["external-dns"],
    definitions: inGroup("externaldns.k8s.io", "dnsendpoints", "dnsrecords"),
    wave: 1,
    kubernetes: { from: "1.21" },
    source: "kubernetes-sigs/external-dns",
    confirmed: true,
    when: always,
  },
  velero: {
    version: "12.1.0",
    appVersion: "1.18.1",
    from: { kind: "repository", url: "https://vmware-tanzu.github.io/helm-charts", chart: "velero" },
    images: ["velero", "velero-aws", "kubectl"],
    definitions: inGroup(
      "velero.io",
      "backuprepositories",
      "backups",
      "backupstoragelocations",
      "datadownloads",
      "datauploads",
      "deletebackuprequests",
      "downloadrequests",
      "podvolumebackups",
      "podvolumerestores",
      "restores",
      "schedules",
      "serverstatusrequests",
      "volumesnapshotlocations",
    ),
    wave: 1,
    kubernetes: { from: "1.18" },
    source: "vmware-tanzu/helm-charts; Velero 1.18 was tested up to 1.35",
    confirmed: true,
    when: ({ cluster }) => cluster.volumeSnapshots === "velero",
  },
  "kube-prometheus-stack": {
    version: "88.5.3",
    appVersion: "v0.93.1",
    from: { kind: "repository", url: PROMETHEUS, chart: "kube-prometheus-stack" },
    images: [
      "prometheus",
      "alertmanager",
      "prometheus-operator",
      "config-reloader",
      "kube-state-metrics",
      "node-exporter",
      "grafana",
      "dashboard-sidecar",
    ],
    definitions: [],
    wave: 3,
    kubernetes: { from: "1.25" },
    source: "prometheus-community/helm-charts",
    confirmed: true,
    when: always,
  },
  "opentelemetry-collector": {
    version: "0.170.0",
    appVersion: "0.158.0",
    from: {
      kind: "repository",
      url: "https://open-telemetry.github.io/opentelemetry-helm-charts",
      chart: "opentelemetry-collector",
    },
    images: ["telemetry"],
    definitions: [],
    wave: 3,
    source: "open-telemetry/opentelemetry-helm-charts; it runs AWS' distribution of the collector",
    confirmed: true,
    when: always,
  },
  yace: {
    version: "0.47.0",
    appVersion: "v0.67.0",
    from: { kind: "repository", url: PROMETHEUS, chart: "prometheus-yet-another-cloudwatch-exporter" },
    images: ["yace"],
    definitions: [],
    wave: 3,
    source: "prometheus-community/helm-charts",
    confirmed: true,
    when: always,
  },
  "fluent-bit": {
    version: "0.58.1",
    appVersion: "5.1.1",
    from: { kind: "repository", url: "https://fluent.github.io/helm-charts", chart: "fluent-bit" },
    images: ["fluent-bit"],
    definitions: [],
    wave: 3,
    source: "fluent/helm-charts; it runs AWS' build, whose Fluent Bit is older than the chart's",
    confirmed: true,
    when: always,
  },
} as const satisfies Record<string, Chart>;
export type ChartName = keyof typeof CHARTS;

/** The charts that a platform's clusters are made of, in the order of the table. */
export const chartsOf = (platform: Platform): readonly ChartName[] =>
  (Object.keys(CHARTS) as ChartName[]).filter((name) => CHARTS[name].when(platform));

/** What the chart calls itself: a registry's client pushes it into a repository of that name, whatever we call it. */
export function chartTitle(name: ChartName): string {
  const { from }: Chart = CHARTS[name];
  return from.kind === "repository" ? from.chart : name;
}
export const chartRepository = (name: ChartName): `charts/${string}` => `charts/${chartTitle(name)}`;

/** Charts that upstream doesn't say it tests on the platform's Kubernetes version. */
export function untestedOn(platform: Platform): readonly ChartName[] {
  const minor = (version: string): number => Number(version.split(".")[1]);
  const ours = minor(platform.cluster.version);
  return chartsOf(platform).filter((name) => {
    const { kubernetes }: Chart = CHARTS[name];
    if (kubernetes === undefined) return false;
    return ours < minor(kubernetes.from) || (kubernetes.to !== undefined && ours > minor(kubernetes.to));
  });
}
