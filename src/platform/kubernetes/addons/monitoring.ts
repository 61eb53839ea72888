// Prometheus, Alertmanager and Grafana of one region. Each region watches itself whole: a workspace for both would make one
// region need the other just when that is gone. Rules, dashboards and routes are ours; none of the chart's own is taken,
// since each of ours has a runbook, an owner and a test.

import type { Manifest } from "../../manifest/manifest.ts";
import { STORAGE_CLASS } from "../../names/kubernetes.ts";
import {
  ALERTMANAGER_CONFIGURATION,
  externalLabels,
  MONITOR_LABEL,
  OBSERVABILITY_NAMESPACE,
} from "../../names/observability.ts";
import { type ImageName, imagePlace } from "../../names/upstream-images.ts";
import { addonApplication, type ServiceAccountValues, type Site, serviceAccount } from "./application.ts";
import { type GrafanaValues, grafanaSources, grafanaValues } from "./grafana.ts";
import { NODE_METRICS_NAMESPACE } from "./namespaces.ts";
import { type PagerMount, type PagerVolume, pagerFile, pagerValues } from "./pager.ts";
import { CLUSTER_CRITICAL, NODE_CRITICAL, ON_EVERY_NODE, ON_SYSTEM_NODES, type Toleration } from "./placing.ts";
import { type ReplicatedName, type Resources, replicasOf, resourcesOf } from "./sizes.ts";

/** Two weeks are kept in the region; what must last longer is in CloudWatch. */
const RETENTION_DAYS = 15;
const PROMETHEUS_VOLUME_GIB = 50;
/** A volume is full before its last gibibyte. */
const RETENTION_GIB = 45;
const ALERTMANAGER_VOLUME_GIB = 2;
const SCRAPE_SECONDS = 30;

type Image = { registry: string; repository: string; tag: string };
type Selector = { matchLabels: typeof MONITOR_LABEL };
type Volume = {
  volumeClaimTemplate: {
    spec: {
      storageClassName: string;
      accessModes: readonly ["ReadWriteOnce"];
      resources: { requests: { storage: string } };
    };
  };
};
type Zones = {
  maxSkew: 1;
  topologyKey: "topology.kubernetes.io/zone";
  whenUnsatisfiable: "ScheduleAnyway";
  labelSelector: { matchLabels: Readonly<Record<string, string>> };
};
type Spec = {
  image: Image;
  replicas: number;
  resources: Resources;
  tolerations: readonly Toleration[];
  topologySpreadConstraints: readonly Zones[];
  podAntiAffinity: "hard";
  priorityClassName: string;
};
type Budget = { enabled: true; minAvailable: 1 };

type PrometheusValues = {
  podDisruptionBudget: Budget;
  prometheusSpec: Spec & {
    externalLabels: Readonly<Record<string, string>>;
    scrapeInterval: string;
    evaluationInterval: string;
    retention: string;
    retentionSize: string;
    enableFeatures: readonly ["exemplar-storage"];
    storageSpec: Volume;
    ruleSelectorNilUsesHelmValues: false;
    serviceMonitorSelectorNilUsesHelmValues: false;
    podMonitorSelectorNilUsesHelmValues: false;
    scrapeConfigSelectorNilUsesHelmValues: false;
    ruleSelector: Selector;
    serviceMonitorSelector: Selector;
    podMonitorSelector: Selector;
    scrapeConfigSelector: Selector;
  };
};
type AlertmanagerValues = {
  podDisruptionBudget: Budget;
  serviceAccount: ServiceAccountValues;
  alertmanagerSpec: Spec & {
    useExistingSecret: true;
    configSecret: string;
    secrets: readonly string[];
    volumes: readonly PagerVolume[];
    volumeMounts: readonly PagerMount[];
    storage: Volume;
  };
};
type Values = {
  commonLabels: typeof MONITOR_LABEL;
  crds: { enabled: false };
  defaultRules: { create: false };
  prometheus: PrometheusValues;
  alertmanager: AlertmanagerValues;
  grafana: GrafanaValues;
  prometheusOperator: {
    image: Image;
    prometheusConfigReloader: { image: Image; resources: Resources };
    admissionWebhooks: { enabled: true; patch: { enabled: false }; certManager: { enabled: true } };
    resources: Resources;
    tolerations: readonly Toleration[];
  };
  "kube-state-metrics": {
    image: Image;
    resources: Resources;
    tolerations: readonly Toleration[];
    prometheus: { monitor: { additionalLabels: typeof MONITOR_LABEL } };
  };
  "prometheus-node-exporter": {
    namespaceOverride: string;
    image: Image & { distroless: false };
    resources: Resources;
    tolerations: readonly Toleration[];
    priorityClassName: string;
    prometheus: { monitor: { additionalLabels: typeof MONITOR_LABEL } };
  };
  /** AWS runs these, and shows nothing of them. */
  kubeControllerManager: { enabled: false };
  kubeScheduler: { enabled: false };
  kubeEtcd: { enabled: false };
  kubeProxy: { enabled: false };
};

export const monitoring = (site: Site): readonly Manifest[] => [
  addonApplication(site, {
    chart: "prometheus-operator-crds",
    namespace: OBSERVABILITY_NAMESPACE,
    why: "What a rule and a monitor are, before anything else, since every part brings some.",
    values: {},
  }),
  addonApplication<Values>(site, {
    chart: "kube-prometheus-stack",
    namespace: OBSERVABILITY_NAMESPACE,
    why: "Prometheus, Alertmanager and Grafana of this region, with our own rules and none of the chart's.",
    values: valuesOf(site),
  }),
  ...grafanaSources(site),
  ...pagerFile(site),
];

function valuesOf(site: Site): Values {
  return {
    commonLabels: MONITOR_LABEL,
    crds: { enabled: false },
    defaultRules: { create: false },
    prometheus: prometheusValues(site),
    alertmanager: alertmanagerValues(site),
    grafana: grafanaValues(site),
    prometheusOperator: {
      image: image(site, "prometheus-operator"),
      prometheusConfigReloader: {
        image: image(site, "config-reloader"),
        resources: resourcesOf("prometheus-reloader"),
      },
      // By cert-manager: the chart's other way runs jobs of an image that we would have to copy.
      admissionWebhooks: { enabled: true, patch: { enabled: false }, certManager: { enabled: true } },
      resources: resourcesOf("prometheus-operator"),
      tolerations: ON_SYSTEM_NODES,
    },
    "kube-state-metrics": {
      image: image(site, "kube-state-metrics"),
      resources: resourcesOf("kube-state-metrics"),
      tolerations: ON_SYSTEM_NODES,
      prometheus: { monitor: { additionalLabels: MONITOR_LABEL } },
    },
    "prometheus-node-exporter": {
      // It looks at the whole node, which the namespace of the others doesn't allow.
      namespaceOverride: NODE_METRICS_NAMESPACE,
      // The tag says already that it is the build without a shell.
      image: { ...image(site, "node-exporter"), distroless: false },
      resources: resourcesOf("node-exporter"),
      tolerations: ON_EVERY_NODE,
      priorityClassName: NODE_CRITICAL,
      prometheus: { monitor: { additionalLabels: MONITOR_LABEL } },
    },
    kubeControllerManager: { enabled: false },
    kubeScheduler: { enabled: false },
    kubeEtcd: { enabled: false },
    kubeProxy: { enabled: false },
  };
}

const image = ({ platform, region }: Site, name: ImageName): Image => {
  const { registry, path, tag } = imagePlace(platform, region, name);
  return { registry, repository: path, tag };
};
const budget: Budget = { enabled: true, minAvailable: 1 };
const monitored: Selector = { matchLabels: MONITOR_LABEL };
const volume = (gib: number): Volume => ({
  volumeClaimTemplate: {
    spec: {
      storageClassName: STORAGE_CLASS,
      accessModes: ["ReadWriteOnce"],
      resources: { requests: { storage: `${gib}Gi` } },
    },
  },
});

/** Never two of them on one node; in different zones as far as there is room. */
const spec = (site: Site, name: Extract<ReplicatedName & ImageName, "prometheus" | "alertmanager">): Spec => ({
  image: image(site, name),
  replicas: replicasOf(name),
  resources: resourcesOf(name),
  tolerations: ON_SYSTEM_NODES,
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: "topology.kubernetes.io/zone",
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchLabels: { "app.kubernetes.io/name": name } },
    },
  ],
  podAntiAffinity: "hard",
  priorityClassName: CLUSTER_CRITICAL,
});

const prometheusValues = (site: Site): PrometheusValues => ({
  podDisruptionBudget: budget,
  prometheusSpec: {
    ...spec(site, "prometheus"),
    externalLabels: externalLabels(site.platform, site.region),
    scrapeInterval: `${SCRAPE_SECONDS}s`,
    evaluationInterval: `${SCRAPE_SECONDS}s`,
    retention: `${RETENTION_DAYS}d`,
    retentionSize: `${RETENTION_GIB}GB`,
    enableFeatures: ["exemplar-storage"],
    storageSpec: volume(PROMETHEUS_VOLUME_GIB),
    ruleSelectorNilUsesHelmValues: false,
    serviceMonitorSelectorNilUsesHelmValues: false,
    podMonitorSelectorNilUsesHelmValues: false,
    scrapeConfigSelectorNilUsesHelmValues: false,
    ruleSelector: monitored,
    serviceMonitorSelector: monitored,
    podMonitorSelector: monitored,
    scrapeConfigSelector: monitored,
  },
});

const alertmanagerValues = (site: Site): AlertmanagerValues => ({
  podDisruptionBudget: budget,
  serviceAccount: serviceAccount(site, "alertmanager"),
  alertmanagerSpec: {
    ...spec(site, "alertmanager"),
    useExistingSecret: true,
    configSecret: ALERTMANAGER_CONFIGURATION,
    ...pagerValues(site.platform),
    storage: volume(ALERTMANAGER_VOLUME_GIB),
  },
});
