// Where what is watched lies in a cluster: names of configurations, ports, paths of secrets, labels. The add-ons mount these by
// name; the rules, dashboards and exporters' configurations are written to be found there.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { arnOf, baseName } from "./base.ts";
import { ADDON_ACCOUNTS } from "./identity.ts";

type Named = Pick<Platform, "name">;

/** Prometheus, Alertmanager, Grafana, YACE and the collector of OpenTelemetry. */
export const OBSERVABILITY_NAMESPACE = ADDON_ACCOUNTS.telemetry.namespace;
/** Fluent Bit alone: it reads every node's logs. */
export const LOGGING_NAMESPACE = ADDON_ACCOUNTS["fluent-bit"].namespace;

/** ConfigMaps that an add-on mounts whole, each with the one file that it reads. */
export const CONFIGURATIONS = {
  collector: { name: "opentelemetry-collector", namespace: OBSERVABILITY_NAMESPACE, file: "collector.yaml" },
  yace: { name: "yace", namespace: OBSERVABILITY_NAMESPACE, file: "config.yml" },
  "fluent-bit": { name: "fluent-bit", namespace: LOGGING_NAMESPACE, file: "fluent-bit.yaml" },
} as const;

/** What X-Ray is told to keep of what isn't decided yet: its own default rate. */
export const TRACED_SHARE = 0.05;

/** Where Fluent Bit notes how far it has read, on the node, so that a restart neither loses nor repeats lines. */
export const FLUENT_BIT_STATE = "/var/lib/fluent-bit";

export const TELEMETRY_PORTS = {
  otlpGrpc: 4317,
  otlpHttp: 4318,
  /** The collector's own metrics. */
  collectorMetrics: 8888,
  collectorHealth: 13133,
  yace: 5000,
  fluentBit: 2020,
  alertmanager: 9093,
  prometheus: 9090,
} as const;

/** The Service and Deployment of the collector; workloads send their traces to its port for OTLP over HTTP. */
export const COLLECTOR = "opentelemetry-collector";
export const otlpEndpoint = (): string =>
  `http://${COLLECTOR}.${OBSERVABILITY_NAMESPACE}.svc:${TELEMETRY_PORTS.otlpHttp}`;

/** Grafana's sidecar takes every ConfigMap with this label for dashboards. */
export const DASHBOARD_LABEL = { grafana_dashboard: "1" } as const;
/** Prometheus takes rules and monitors with this label, from every namespace. */
export const MONITOR_LABEL = { "tandem/monitored": "true" } as const;

/** Data sources by the uid that dashboards' variables are set to at first. Each region's Grafana has its own region's. */
export const DATA_SOURCES = {
  prometheus: "prometheus",
  cloudWatch: "cloudwatch",
  logs: "cloudwatch",
  search: "opensearch",
} as const;

/** A Secret whose one key the operator mounts below `/etc/alertmanager/secrets/<name>/`. */
export const ALERTMANAGER_SECRETS = {
  /** PagerDuty's routing key, out of the platform's secret `pager-key`. */
  pager: { name: "alertmanager-pager", key: "routing_key", from: "pager-key" },
  /** The address of the channel's webhook, which lets whoever knows it write there. */
  chat: { name: "alertmanager-chat", key: "url", from: "chat-webhook" },
} as const;
export const alertmanagerSecretFile = (secret: keyof typeof ALERTMANAGER_SECRETS): string =>
  `/etc/alertmanager/secrets/${ALERTMANAGER_SECRETS[secret].name}/${ALERTMANAGER_SECRETS[secret].key}`;

/** What a region's Prometheus adds to whatever it tells Alertmanager or another Prometheus. */
export const externalLabels = (platform: Pick<Platform, "environment">, region: Pick<Region, "name">) =>
  ({ region: region.name, environment: platform.environment }) as const;

/** The scrape of the other region's guardian, of which only the lease is kept: who is active takes both sides to tell. */
export const PEER_JOB = "peer-guardian";

/** The dead man's switch: Alertmanager publishes here every minute, and CloudWatch rings when it stops. */
export const heartbeatTopic = (platform: Named): string => `${baseName(platform)}-heartbeat`;
export const heartbeatTopicArn = (platform: Named & Pick<Platform, "accountId">, regionName: string): string =>
  arnOf(platform, "sns", regionName, heartbeatTopic(platform));

// Incidents. PagerDuty makes one of all events with the same deduplication key, whoever sends them.

/** Whatever tells that the two regions have lost each other: one incident, whoever sees it and from where. */
export const pairIncident = (platform: Named): string => `${baseName(platform)}-region-lost`;
/** What concerns one region: `what` is the alert's id. */
export const regionIncident = (platform: Named, regionName: string, what: string): string =>
  `${baseName(platform)}-${regionName}-${what}`;
/**
 * The key that Alertmanager makes of it is the SHA-256 of this text: its group key, of the route's matchers and the group's
 * labels (dispatch/route.go, `Route.Key`, and notify/notify.go, `Key.Hash`, in 0.25). The pager's function makes the same.
 */
export const alertmanagerGroupKey = (severity: "page" | "ticket", incident: string): string =>
  `{}/{severity="${severity}"}:{incident="${incident}"}`;

/** The Secret in which Prometheus's operator looks for Alertmanager's routes. */
export const ALERTMANAGER_CONFIGURATION = "alertmanager-configuration";
/** A Secret of Fluent Bit's, with the search domain's address out of the region's parameters. */
export const SEARCH_ADDRESS = { name: "search-address", key: "host" } as const;
