// Everything of observability that goes into a cluster: rules, routes, dashboards, monitors, and the exporters' configurations
// under the names by which the add-ons mount them.
import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import { PrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Secret } from "kubernetes-models/v1/Secret";
import type { Platform, Region } from "../../blueprint/platform.ts";
import { type Manifest, manifest } from "../manifest/manifest.ts";
import { yamlText } from "../manifest/yaml-text.ts";
import { credentialKey, parameterName } from "../names/data.ts";
import { SECRET_STORES } from "../names/kubernetes.ts";
import {
  ALERTMANAGER_CONFIGURATION,
  ALERTMANAGER_SECRETS,
  CONFIGURATIONS,
  DASHBOARD_LABEL,
  LOGGING_NAMESPACE,
  MONITOR_LABEL,
  OBSERVABILITY_NAMESPACE,
  SEARCH_ADDRESS,
} from "../names/observability.ts";
import { alertmanagerConfig } from "./alertmanager.ts";
import { grafanaDashboard } from "./dashboard.ts";
import { dashboardUid } from "./dashboard-names.ts";
import { dashboardsOf } from "./dashboards.ts";
import { fluentBitConfig, logsAreSearched } from "./fluent-bit.ts";
import { monitorManifests } from "./monitors.ts";
import { RULE_FILES, ruleGroups } from "./rules.ts";
import { collectorConfig } from "./telemetry-collector.ts";
import { yaceConfig } from "./yace.ts";

export function ruleManifests(platform: Platform, region: Region): readonly Manifest[] {
  return [
    ...rules(platform),
    routes(platform, region),
    ...(platform.observability.grafana === "in-cluster" ? dashboards(platform) : []),
    ...monitorManifests(platform, region),
    configuration(
      "collector",
      yamlText(collectorConfig(platform, region)),
      "What the collector takes, and where it hands it.",
    ),
    configuration(
      "yace",
      yamlText(yaceConfig(platform, region)),
      "Which of CloudWatch's metrics come into Prometheus.",
    ),
    configuration("fluent-bit", yamlText(fluentBitConfig(platform, region)), "Which lines go to which log group."),
    ...secrets(platform, region),
  ];
}

const rules = (platform: Platform): readonly Manifest[] => {
  const groups = ruleGroups(platform);
  return RULE_FILES.map((file) =>
    manifest(
      { component: "rules", wave: 3, why: `Alerts and recordings about ${file}; the same in both regions.` },
      new PrometheusRule({
        metadata: { name: `tandem-${file}`, namespace: OBSERVABILITY_NAMESPACE, labels: MONITOR_LABEL },
        spec: { groups: [groups[file] as never] },
      }),
    ),
  );
};

/** A Secret because the operator wants one; it holds none: keys are files that it names. */
const routes = (platform: Platform, region: Region): Manifest =>
  manifest(
    { component: "rules", wave: 3, why: "Whom Alertmanager tells. No secret is in it." },
    new Secret({
      metadata: { name: ALERTMANAGER_CONFIGURATION, namespace: OBSERVABILITY_NAMESPACE },
      type: "Opaque",
      stringData: { "alertmanager.yaml": yamlText(alertmanagerConfig(platform, region)) },
    }),
  );

const dashboards = (platform: Platform): readonly Manifest[] =>
  dashboardsOf(platform).map((dashboard) =>
    manifest(
      { component: "dashboards", wave: 3, why: `Grafana's dashboard "${dashboard.title}".` },
      new ConfigMap({
        metadata: { name: dashboardUid(dashboard.name), namespace: OBSERVABILITY_NAMESPACE, labels: DASHBOARD_LABEL },
        data: { [`${dashboard.name}.json`]: JSON.stringify(grafanaDashboard(platform, dashboard)) },
      }),
    ),
  );

const configuration = (which: keyof typeof CONFIGURATIONS, text: string, why: string): Manifest => {
  const { name, namespace, file } = CONFIGURATIONS[which];
  return manifest(
    { component: "telemetry", wave: 3, why },
    new ConfigMap({ metadata: { name, namespace }, data: { [file]: text } }),
  );
};

/** By External Secrets, from the region's own store. Where a blueprint wants no Secret in the cluster, see the manual. */
function secrets(platform: Platform, region: Region): readonly Manifest[] {
  if (platform.secrets.intoPods !== "external-secrets") return [];
  const copied = (
    target: { name: string; namespace: string },
    why: string,
    store: string,
    remote: { readonly key: string; readonly property?: string },
    into: string,
  ): Manifest =>
    manifest(
      { component: "telemetry", wave: 3, why },
      new ExternalSecret({
        metadata: target,
        spec: {
          refreshInterval: "1h",
          secretStoreRef: { kind: "ClusterSecretStore", name: store },
          target: { name: target.name, creationPolicy: "Owner" },
          data: [{ secretKey: into, remoteRef: remote }],
        },
      }),
    );
  // The store keeps a document; the file holds its one field.
  const told = (which: keyof typeof ALERTMANAGER_SECRETS, why: string): Manifest => {
    const { name, key, from } = ALERTMANAGER_SECRETS[which];
    const remote = { key: credentialKey(platform, from), property: key };
    return copied({ name, namespace: OBSERVABILITY_NAMESPACE }, why, SECRET_STORES.credentials, remote, key);
  };
  return [
    ...(platform.observability.pager.kind === "pagerduty"
      ? [told("pager", "PagerDuty's routing key for Alertmanager.")]
      : []),
    ...(platform.observability.chat === "slack" ? [told("chat", "The channel's address for Alertmanager.")] : []),
    ...(logsAreSearched(platform, region)
      ? [
          copied(
            { name: SEARCH_ADDRESS.name, namespace: LOGGING_NAMESPACE },
            "Where OpenSearch answers: AWS chooses a domain's address.",
            SECRET_STORES.parameters,
            { key: parameterName(platform, "search") },
            SEARCH_ADDRESS.key,
          ),
        ]
      : []),
  ];
}
