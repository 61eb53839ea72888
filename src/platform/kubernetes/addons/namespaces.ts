// The namespaces of add-ons, each held to the strictest pod security that its pods can live with. Made by us rather than by
// each chart, so that they exist before any of them, with their labels, and no chart's removal takes one away.
import { Namespace } from "kubernetes-models/v1/Namespace";
import type { Platform } from "../../../blueprint/platform.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { type ChartName, chartsOf } from "../../names/charts.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { LOGGING_NAMESPACE, OBSERVABILITY_NAMESPACE } from "../../names/observability.ts";

export const NODE_METRICS_NAMESPACE = "node-metrics";
export const ISTIO_NAMESPACE = "istio-system";

type Level = "restricted" | "baseline" | "privileged";
type Row = { readonly level: Level; readonly why: string; readonly chart: ChartName };

const ROWS: Readonly<Record<string, Row>> = {
  [ADDON_ACCOUNTS["external-secrets"].namespace]: {
    level: "restricted",
    why: "What copies credentials runs with nothing else.",
    chart: "external-secrets",
  },
  [ADDON_ACCOUNTS["external-dns"].namespace]: {
    level: "restricted",
    why: "What writes names runs with nothing else.",
    chart: "external-dns",
  },
  [ADDON_ACCOUNTS.keda.namespace]: { level: "restricted", why: "What scales workers on queues.", chart: "keda" },
  "argo-rollouts": { level: "restricted", why: "What brings new versions in.", chart: "argo-rollouts" },
  "cert-manager": {
    level: "restricted",
    why: "Certificates, and the authority's key: whoever reads Secrets here can sign for the region.",
    chart: "cert-manager",
  },
  [ISTIO_NAMESPACE]: {
    level: "privileged",
    why: "Istio; with a mesh, agents that change each node's network.",
    chart: "istiod",
  },
  [ADDON_ACCOUNTS.velero.namespace]: {
    level: "baseline",
    why: "Backups of objects and volumes.",
    chart: "velero",
  },
  [OBSERVABILITY_NAMESPACE]: {
    level: "restricted",
    why: "Prometheus, Alertmanager, Grafana, the collector and YACE.",
    chart: "kube-prometheus-stack",
  },
  [NODE_METRICS_NAMESPACE]: {
    level: "privileged",
    why: "The node exporter: it reads the node's own files, so it has a namespace to itself.",
    chart: "kube-prometheus-stack",
  },
  [LOGGING_NAMESPACE]: {
    level: "privileged",
    why: "Fluent Bit: it reads every node's logs, so it has a namespace to itself.",
    chart: "fluent-bit",
  },
};

export function addonNamespaces(platform: Platform): readonly Manifest[] {
  const charts = chartsOf(platform);
  return Object.entries(ROWS)
    .filter(([, { chart }]) => charts.includes(chart))
    .map(([name, { level, why }]) =>
      manifest(
        { component: "addon-namespaces", wave: 0, why },
        new Namespace({
          metadata: {
            name,
            labels: {
              "pod-security.kubernetes.io/enforce": level,
              "pod-security.kubernetes.io/enforce-version": "latest",
              "pod-security.kubernetes.io/warn": "restricted",
            },
            annotations: { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" },
          },
        }),
      ),
    );
}
