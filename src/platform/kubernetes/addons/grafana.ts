// Grafana of one region: it shows its own region, keeps nothing, and changes by a merge alone. Whoever gets through to its
// page may look; nobody signs in to edit.
import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { parameterName } from "../../names/data.ts";
import { SECRET_STORES } from "../../names/kubernetes.ts";
import {
  DASHBOARD_LABEL,
  DATA_SOURCES,
  MONITOR_LABEL,
  OBSERVABILITY_NAMESPACE,
  SEARCH_ADDRESS,
} from "../../names/observability.ts";
import { GRAFANA_PLUGINS, type ImageName, imagePlace } from "../../names/upstream-images.ts";
import { logsAreSearched } from "../../observability/fluent-bit.ts";
import { type ServiceAccountValues, type Site, serviceAccount } from "./application.ts";
import { ON_SYSTEM_NODES, type Toleration } from "./placing.ts";
import { type Resources, replicasOf, resourcesOf } from "./sizes.ts";

/** Not part of Grafana: a pipeline puts it into the image. */
const SEARCH_PLUGIN = "grafana-opensearch-datasource";
const SEARCH_HOST = "SEARCH_HOST";

type Image = { registry: string; repository: string; tag: string };
type DataSource = {
  name: string;
  uid: string;
  type: string;
  access: "proxy";
  url?: string;
  jsonData: Readonly<Record<string, string | boolean>>;
};
export type GrafanaValues =
  | { enabled: false }
  | {
      enabled: true;
      replicas: number;
      image: Image;
      sidecar: {
        image: Image;
        resources: Resources;
        dashboards: { enabled: true; label: string; labelValue: string; searchNamespace: "ALL" };
        datasources: { uid: string };
      };
      serviceAccount: ServiceAccountValues;
      serviceMonitor: { enabled: true; labels: typeof MONITOR_LABEL };
      defaultDashboardsEnabled: false;
      env: { GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: "true" };
      envValueFrom: Readonly<Record<string, { secretKeyRef: { name: string; key: string } }>>;
      "grafana.ini": {
        "auth.anonymous": { enabled: true; org_role: "Viewer" };
        auth: { disable_login_form: true; sigv4_auth_enabled: boolean };
        analytics: { check_for_updates: false; check_for_plugin_updates: false; reporting_enabled: false };
        news: { news_feed_enabled: false };
        paths: { plugins: typeof GRAFANA_PLUGINS };
        plugins: typeof PLUGINS;
      };
      additionalDataSources: readonly DataSource[];
      initChownData: { enabled: false };
      testFramework: { enabled: false };
      resources: Resources;
      tolerations: readonly Toleration[];
    };

/** As they are in the image. Left to itself Grafana asks its catalogue for plug-ins at each start, and for newer ones of those
 *  it has; the key by which it knows what Grafana Labs signed is built in. */
const PLUGINS = {
  preinstall_disabled: true,
  preinstall_auto_update: false,
  plugin_admin_enabled: false,
  public_key_retrieval_disabled: true,
} as const;

const image = ({ platform, region }: Site, name: ImageName): Image => {
  const { registry, path, tag } = imagePlace(platform, region, name);
  return { registry, repository: path, tag };
};

export function grafanaValues(site: Site): GrafanaValues {
  if (site.platform.observability.grafana !== "in-cluster") return { enabled: false };
  const searched = logsAreSearched(site.platform, site.region);
  const [[label, labelValue] = ["", ""]] = Object.entries(DASHBOARD_LABEL);
  return {
    enabled: true,
    // What it shows comes from Git, so one that starts anew is as good as a second.
    replicas: replicasOf("grafana"),
    image: image(site, "grafana"),
    sidecar: {
      image: image(site, "dashboard-sidecar"),
      resources: resourcesOf("grafana-sidecar"),
      dashboards: { enabled: true, label, labelValue, searchNamespace: "ALL" },
      datasources: { uid: DATA_SOURCES.prometheus },
    },
    serviceAccount: serviceAccount(site, "grafana"),
    serviceMonitor: { enabled: true, labels: MONITOR_LABEL },
    defaultDashboardsEnabled: false,
    // Without this the chart makes a password at each rendering, which Argo CD would take for a change.
    env: { GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: "true" },
    envValueFrom: searched ? { [SEARCH_HOST]: { secretKeyRef: SEARCH_ADDRESS } } : {},
    "grafana.ini": {
      "auth.anonymous": { enabled: true, org_role: "Viewer" },
      auth: { disable_login_form: true, sigv4_auth_enabled: searched },
      analytics: { check_for_updates: false, check_for_plugin_updates: false, reporting_enabled: false },
      news: { news_feed_enabled: false },
      paths: { plugins: GRAFANA_PLUGINS },
      plugins: PLUGINS,
    },
    additionalDataSources: [cloudWatch(site), ...(searched ? [openSearch(site)] : [])],
    initChownData: { enabled: false },
    testFramework: { enabled: false },
    resources: resourcesOf("grafana"),
    tolerations: ON_SYSTEM_NODES,
  };
}

/** By Grafana's own role, in its own region: metrics of AWS, and logs by Logs Insights. */
const cloudWatch = ({ region }: Site): DataSource => ({
  name: "CloudWatch",
  uid: DATA_SOURCES.cloudWatch,
  type: "cloudwatch",
  access: "proxy",
  jsonData: { authType: "default", defaultRegion: region.name },
});

/** The address is AWS' to choose, so it comes out of the region's parameters; the request is signed by Grafana's role. */
const openSearch = ({ region }: Site): DataSource => ({
  name: "OpenSearch",
  uid: DATA_SOURCES.search,
  type: SEARCH_PLUGIN,
  access: "proxy",
  url: `https://\${${SEARCH_HOST}}`,
  jsonData: {
    flavor: "opensearch",
    version: "2.19.0",
    database: "tandem-*",
    timeField: "@timestamp",
    sigV4Auth: true,
    sigV4AuthType: "default",
    sigV4Region: region.name,
  },
});

/** What Grafana must be told of its region beforehand. */
export function grafanaSources({ platform, region }: Site): readonly Manifest[] {
  if (platform.observability.grafana !== "in-cluster" || !logsAreSearched(platform, region)) return [];
  return [
    manifest(
      {
        component: "grafana-sources",
        wave: 3,
        why: "Where OpenSearch answers, for Grafana: AWS chooses a domain's address.",
      },
      new ExternalSecret({
        metadata: { name: SEARCH_ADDRESS.name, namespace: OBSERVABILITY_NAMESPACE },
        spec: {
          refreshInterval: "1h",
          secretStoreRef: { kind: "ClusterSecretStore", name: SECRET_STORES.parameters },
          target: { name: SEARCH_ADDRESS.name, creationPolicy: "Owner", deletionPolicy: "Retain" },
          data: [{ secretKey: SEARCH_ADDRESS.key, remoteRef: { key: parameterName(platform, "search") } }],
        },
      }),
    ),
  ];
}
