// What others build and the clusters run: each image at one tag, where it comes from, and how it gets into a region's own
// registry. Three upstream registries are cached by ECR at the first pull; from all others a pipeline copies.
//
// `confirmed`: the tag was read in upstream's own chart or release, or in a configuration that pins its digest, as
// `source` says (copies read on 21 November 2026, themselves of up to that month). Where it is false, the tag follows
// from the chart's version and nobody has seen it pulled.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { cachePrefix, registryHost, UPSTREAMS, type Upstream } from "./images.ts";

type ImageHost = (typeof UPSTREAMS)[Upstream] | "ghcr.io" | "docker.io" | "registry.istio.io";

export type UpstreamImage = {
  readonly host: ImageHost;
  /** Below the host: "karpenter/controller". */
  readonly path: string;
  readonly tag: string;
  readonly confirmed: boolean;
  readonly source: string;
  /** What a pipeline puts on top before it pushes: a program that would fetch it at its start can't start without the internet. */
  readonly adds?: AddedLayer;
};

/** The files of a published archive, below a directory. `{architecture}` stands for amd64 and arm64. */
export type AddedLayer = {
  readonly name: string;
  readonly version: string;
  readonly archive: string;
  readonly into: string;
};

/** Where Grafana looks for plug-ins. Not below /var/lib/grafana, where the chart mounts an empty volume. */
export const GRAFANA_PLUGINS = "/opt/grafana-plugins";
/** Grafana's plug-in for OpenSearch. It loads none that its maker didn't sign, so the archive needs no digest here. The
 *  archive's name is as public installations have it (2.34.3, for amd64); nobody has fetched this one. */
const OPENSEARCH_PLUGIN: AddedLayer = {
  name: "opensearch",
  version: "2.34.4",
  archive:
    "https://github.com/grafana/opensearch-datasource/releases/download/v2.34.4/grafana-opensearch-datasource-2.34.4.linux_{architecture}.zip",
  into: GRAFANA_PLUGINS,
};

const seen = (host: ImageHost, path: string, tag: string, source: string): UpstreamImage => ({
  host,
  path,
  tag,
  confirmed: true,
  source,
});
const assumed = (host: ImageHost, path: string, tag: string, source: string): UpstreamImage => ({
  host,
  path,
  tag,
  confirmed: false,
  source,
});

/** One release of Istio, all of its images. */
export const ISTIO_VERSION = "1.30.4";
const ISTIO_SOURCE = "istio.io/news/releases/1.30.x (1.30.4 of 27 August 2026); its hub since 1.30";

export const IMAGES = {
  argocd: seen("quay.io", "argoproj/argocd", "v3.3.6", "argo-helm, chart argo-cd 9.5.0"),
  karpenter: seen("public.ecr.aws", "karpenter/controller", "1.14.1", "karpenter-provider-aws, chart 1.14.1"),
  "cluster-autoscaler": seen(
    "registry.k8s.io",
    "autoscaling/cluster-autoscaler",
    "v1.35.0",
    "kubernetes/autoscaler#9193: the chart's own since 9.56",
  ),
  "load-balancers": seen(
    "public.ecr.aws",
    "eks/aws-load-balancer-controller",
    "v3.5.0",
    "aws-load-balancer-controller, chart 3.5.0",
  ),
  "external-secrets": seen(
    "ghcr.io",
    "external-secrets/external-secrets",
    "v2.9.0",
    "external-secrets, chart 2.9.0: its appVersion",
  ),
  "secrets-csi": seen("registry.k8s.io", "csi-secrets-store/driver", "v1.6.0", "secrets-store-csi-driver 1.6.0"),
  "secrets-csi-crds": seen(
    "registry.k8s.io",
    "csi-secrets-store/driver-crds",
    "v1.6.0",
    "secrets-store-csi-driver 1.6.0",
  ),
  "csi-registrar": seen(
    "registry.k8s.io",
    "sig-storage/csi-node-driver-registrar",
    "v2.16.0",
    "secrets-store-csi-driver 1.6.0",
  ),
  "csi-liveness": seen("registry.k8s.io", "sig-storage/livenessprobe", "v2.18.0", "secrets-store-csi-driver 1.6.0"),
  "secrets-csi-aws": seen(
    "public.ecr.aws",
    "aws-secrets-manager/secrets-store-csi-driver-provider-aws",
    "3.1.1",
    "secrets-store-csi-driver-provider-aws 3.1.1",
  ),
  "metrics-server": seen(
    "registry.k8s.io",
    "metrics-server/metrics-server",
    "v0.8.1",
    "metrics-server, chart 3.13.1: its appVersion",
  ),
  keda: seen("ghcr.io", "kedacore/keda", "2.20.2", "kedacore/charts, keda 2.20.2: its appVersion"),
  "keda-metrics": seen("ghcr.io", "kedacore/keda-metrics-apiserver", "2.20.2", "kedacore/charts, keda 2.20.2"),
  "keda-webhooks": seen("ghcr.io", "kedacore/keda-admission-webhooks", "2.20.2", "kedacore/charts, keda 2.20.2"),
  "argo-rollouts": seen("quay.io", "argoproj/argo-rollouts", "v1.9.0", "argo-helm, chart argo-rollouts 2.41.0"),
  prometheus: seen("quay.io", "prometheus/prometheus", "v3.14.0-distroless", "kube-prometheus-stack 88.5.3"),
  alertmanager: seen("quay.io", "prometheus/alertmanager", "v0.34.0", "kube-prometheus-stack 88.5.3"),
  "prometheus-operator": seen(
    "quay.io",
    "prometheus-operator/prometheus-operator",
    "v0.93.1",
    "kube-prometheus-stack 88.5.3: its appVersion",
  ),
  "config-reloader": seen(
    "quay.io",
    "prometheus-operator/prometheus-config-reloader",
    "v0.93.1",
    "kube-prometheus-stack 88.5.3: its appVersion",
  ),
  "kube-state-metrics": seen(
    "registry.k8s.io",
    "kube-state-metrics/kube-state-metrics",
    "v2.20.0",
    "kube-state-metrics, chart 8.4.0: its appVersion",
  ),
  "node-exporter": seen(
    "quay.io",
    "prometheus/node-exporter",
    "v1.12.1-distroless",
    "prometheus-node-exporter, chart 4.56.1",
  ),
  grafana: {
    ...seen("docker.io", "grafana/grafana", "13.2.0", "grafana, chart 12.11.1: its appVersion"),
    adds: OPENSEARCH_PLUGIN,
  },
  "dashboard-sidecar": seen("quay.io", "kiwigrid/k8s-sidecar", "2.10.1", "grafana, chart 12.11.1"),
  telemetry: seen(
    "public.ecr.aws",
    "aws-observability/aws-otel-collector",
    "v0.48.0",
    "pinned with its digest in public configurations of 2026",
  ),
  yace: seen(
    "quay.io",
    "prometheuscommunity/yet-another-cloudwatch-exporter",
    "v0.67.0",
    "prometheus-yet-another-cloudwatch-exporter 0.47.0: its appVersion",
  ),
  "fluent-bit": seen(
    "public.ecr.aws",
    "aws-observability/aws-for-fluent-bit",
    "3.4.17",
    "pinned with its digest in public configurations of 2026",
  ),
  "external-dns": seen(
    "registry.k8s.io",
    "external-dns/external-dns",
    "v0.21.0",
    "external-dns, chart 1.21.1: its appVersion",
  ),
  "cert-manager": seen("quay.io", "jetstack/cert-manager-controller", "v1.21.2", "cert-manager 1.21.2"),
  "cert-manager-webhook": seen("quay.io", "jetstack/cert-manager-webhook", "v1.21.2", "cert-manager 1.21.2"),
  "cert-manager-cainjector": seen("quay.io", "jetstack/cert-manager-cainjector", "v1.21.2", "cert-manager 1.21.2"),
  "aws-cli": assumed(
    "public.ecr.aws",
    "aws-cli/aws-cli",
    "2.34.0",
    "its tags follow the AWS CLI's own versions; it must know `kafka create-topic`, which is of 2026",
  ),
  postgres: assumed(
    "public.ecr.aws",
    "docker/library/postgres",
    "17.6",
    "Docker's official image as AWS mirrors it; pg_dump must be as new as the server",
  ),
  pgbouncer: assumed("docker.io", "edoburu/pgbouncer", "v1.24.1-p1", "its tags are PgBouncer's version and a patch"),
  istiod: seen("registry.istio.io", "release/pilot", ISTIO_VERSION, ISTIO_SOURCE),
  "istio-proxy": seen("registry.istio.io", "release/proxyv2", ISTIO_VERSION, ISTIO_SOURCE),
  "istio-cni": seen("registry.istio.io", "release/install-cni", ISTIO_VERSION, ISTIO_SOURCE),
  ztunnel: seen("registry.istio.io", "release/ztunnel", ISTIO_VERSION, ISTIO_SOURCE),
  velero: seen("docker.io", "velero/velero", "v1.18.1", "vmware-tanzu/helm-charts, velero 12.1.0"),
  "velero-aws": seen("docker.io", "velero/velero-plugin-for-aws", "v1.14.2", "pinned with its digest for Velero 1.18"),
  kubectl: assumed("registry.k8s.io", "kubectl", "v1.35.0", "velero's chart names the image; the tag is Kubernetes'"),
} as const satisfies Record<string, UpstreamImage>;
export type ImageName = keyof typeof IMAGES;

/** Whether ECR fetches it itself at the first pull; all others are pushed by a pipeline, into both regions. */
export const cacheOf = (image: UpstreamImage): Upstream | undefined =>
  (Object.keys(UPSTREAMS) as Upstream[]).find((upstream) => UPSTREAMS[upstream] === image.host);

type PushedRepository = `images/${string}`;
/** The repository that an image is pushed into; cached ones have none of ours. */
export const pushedRepository = (image: UpstreamImage): PushedRepository | undefined =>
  cacheOf(image) === undefined ? `images/${image.path}` : undefined;

/** Ours is another image than upstream's once something was added. */
export const pushedTag = ({ tag, adds }: UpstreamImage): string =>
  adds === undefined ? tag : `${tag}-${adds.name}-${adds.version}`;

type Owned = Pick<Platform, "name" | "environment" | "accountId">;

/** An image as a chart wants it named: the region's registry, the path in it, the tag. */
type ImagePlace = { readonly registry: string; readonly path: string; readonly tag: string };

export function imagePlace(platform: Owned, region: Pick<Region, "name">, name: ImageName): ImagePlace {
  const image: UpstreamImage = IMAGES[name];
  const cache = cacheOf(image);
  const prefix = cache === undefined ? `${platform.name}/images` : cachePrefix(platform, cache);
  return { registry: registryHost(platform, region), path: `${prefix}/${image.path}`, tag: pushedTag(image) };
}

/** Registry and path, without the tag. */
export function imageRepository(platform: Owned, region: Pick<Region, "name">, name: ImageName): string {
  const { registry, path } = imagePlace(platform, region, name);
  return `${registry}/${path}`;
}

export const upstreamOf = (name: ImageName): string => `${IMAGES[name].host}/${IMAGES[name].path}:${IMAGES[name].tag}`;
