// What carries traces, metrics of AWS and logs. Their configurations are files of their own, which `observability` writes
// as ConfigMaps of agreed names; here is only who runs them.

import type { Manifest } from "../../manifest/manifest.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import {
  COLLECTOR,
  CONFIGURATIONS,
  FLUENT_BIT_STATE,
  LOGGING_NAMESPACE,
  OBSERVABILITY_NAMESPACE,
  SEARCH_ADDRESS,
  TELEMETRY_PORTS,
} from "../../names/observability.ts";
import { IMAGES, imagePlace, imageRepository } from "../../names/upstream-images.ts";
import { fluentBitConfig, logsAreSearched, SEARCH_HOST_VARIABLE } from "../../observability/fluent-bit.ts";
import { collectorConfig } from "../../observability/telemetry-collector.ts";
import { yaceConfig } from "../../observability/yace.ts";
import { fingerprint } from "../workloads/settings.ts";
import { addonApplication, type ServiceAccountValues, type Site, serviceAccount } from "./application.ts";
import {
  instanceLabel,
  NODE_CRITICAL,
  ON_EVERY_NODE,
  ON_SYSTEM_NODES,
  type Spread,
  spread,
  type Toleration,
} from "./placing.ts";
import { type Resources, replicasOf, resourcesOf } from "./sizes.ts";

/** What "restricted" asks of a pod, for charts that don't set it themselves. */
const RESTRICTED_POD = { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } } as const;
const RESTRICTED_CONTAINER = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  readOnlyRootFilesystem: true,
} as const;

/** None of the three reads its file again, so a change of it is a roll-out. The charts' own sums are of ConfigMaps they write. */
type Rolled = { "tandem/configuration": string };
const rolledWith = (configuration: unknown): Rolled => ({ "tandem/configuration": fingerprint(configuration) });

type ConfigVolume = { name: string; configMap: { name: string } };
type Mount = { name: string; mountPath: string; readOnly?: boolean };
type Environment =
  | { name: string; value: string }
  | { name: string; valueFrom: { fieldRef: { fieldPath: string } } | { secretKeyRef: { name: string; key: string } } };
type Port = {
  enabled: boolean;
  containerPort?: number;
  servicePort?: number;
  hostPort?: number;
  protocol?: "TCP" | "UDP";
  appProtocol?: "grpc";
};

type CollectorValues = {
  mode: "deployment";
  fullnameOverride: string;
  replicaCount: number;
  image: { repository: string; tag: string };
  /** The binary of AWS' distribution. */
  command: { name: "awscollector"; extraArgs: readonly string[] };
  configMap: { create: false };
  podAnnotations: Rolled;
  extraVolumes: readonly ConfigVolume[];
  extraVolumeMounts: readonly Mount[];
  extraEnvs: readonly Environment[];
  ports: Readonly<Record<string, Port>>;
  serviceAccount: ServiceAccountValues;
  podSecurityContext: typeof RESTRICTED_POD & { runAsUser: number };
  securityContext: typeof RESTRICTED_CONTAINER;
  podDisruptionBudget: { enabled: true; minAvailable: 1 };
  resources: Resources;
  tolerations: readonly Toleration[];
  topologySpreadConstraints: readonly Spread[];
};

const MOUNT = "/etc/otel";
/** The user that the image itself names. */
const COLLECTOR_USER = 4317;

export function collector(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  const open = (port: number, appProtocol?: "grpc"): Port => ({
    enabled: true,
    containerPort: port,
    servicePort: port,
    protocol: "TCP",
    ...(appProtocol === undefined ? {} : { appProtocol }),
  });
  const closed: Port = { enabled: false };
  return [
    addonApplication<CollectorValues>(site, {
      chart: "opentelemetry-collector",
      namespace: OBSERVABILITY_NAMESPACE,
      why: "Takes traces and metrics from the workloads and hands them to X-Ray and CloudWatch, by its own role.",
      values: {
        mode: "deployment",
        fullnameOverride: COLLECTOR,
        replicaCount: replicasOf("telemetry"),
        image: { repository: imageRepository(platform, region, "telemetry"), tag: IMAGES.telemetry.tag },
        command: { name: "awscollector", extraArgs: [`--config=${MOUNT}/${CONFIGURATIONS.collector.file}`] },
        configMap: { create: false },
        podAnnotations: rolledWith(collectorConfig(platform, region)),
        extraVolumes: [{ name: "configuration", configMap: { name: CONFIGURATIONS.collector.name } }],
        extraVolumeMounts: [{ name: "configuration", mountPath: MOUNT, readOnly: true }],
        extraEnvs: [{ name: "AWS_REGION", value: region.name }],
        ports: {
          otlp: open(TELEMETRY_PORTS.otlpGrpc, "grpc"),
          "otlp-http": open(TELEMETRY_PORTS.otlpHttp),
          metrics: open(TELEMETRY_PORTS.collectorMetrics),
          "jaeger-compact": closed,
          "jaeger-thrift": closed,
          "jaeger-grpc": closed,
          zipkin: closed,
        },
        serviceAccount: serviceAccount(site, "telemetry"),
        podSecurityContext: { ...RESTRICTED_POD, runAsUser: COLLECTOR_USER },
        securityContext: RESTRICTED_CONTAINER,
        podDisruptionBudget: { enabled: true, minAvailable: 1 },
        resources: resourcesOf("telemetry"),
        tolerations: ON_SYSTEM_NODES,
        topologySpreadConstraints: spread(instanceLabel("opentelemetry-collector")),
      },
    }),
  ];
}

type YaceValues = {
  /** The label that its monitor looks for. */
  nameOverride: string;
  fullnameOverride: string;
  image: { registry: string; repository: string; tag: string };
  /** The chart mounts the ConfigMap of its own name, which is then ours. */
  configMap: { enabled: false };
  podAnnotations: Rolled;
  containerPort: number;
  serviceAccount: ServiceAccountValues;
  podSecurityContext: typeof RESTRICTED_POD & { runAsUser: number };
  securityContext: typeof RESTRICTED_CONTAINER;
  testConnection: false;
  resources: Resources;
  tolerations: readonly Toleration[];
};
const NOBODY = 65_534;

export function yace(site: Site): readonly Manifest[] {
  const { registry, path, tag } = imagePlace(site.platform, site.region, "yace");
  return [
    addonApplication<YaceValues>(site, {
      chart: "yace",
      namespace: ADDON_ACCOUNTS.yace.namespace,
      why: "Brings CloudWatch's metrics of databases, queues and balancers into Prometheus.",
      values: {
        nameOverride: CONFIGURATIONS.yace.name,
        fullnameOverride: CONFIGURATIONS.yace.name,
        image: { registry, repository: path, tag },
        configMap: { enabled: false },
        podAnnotations: rolledWith(yaceConfig(site.platform, site.region)),
        containerPort: TELEMETRY_PORTS.yace,
        serviceAccount: serviceAccount(site, "yace"),
        podSecurityContext: { ...RESTRICTED_POD, runAsUser: NOBODY },
        securityContext: RESTRICTED_CONTAINER,
        testConnection: false,
        resources: resourcesOf("yace"),
        tolerations: ON_SYSTEM_NODES,
      },
    }),
  ];
}

type HostVolume = { name: string; hostPath: { path: string; type?: "DirectoryOrCreate" } };
type FluentBitValues = {
  image: { repository: string; tag: string };
  existingConfigMap: string;
  podAnnotations: Rolled;
  args: readonly string[];
  metricsPort: number;
  daemonSetVolumes: readonly HostVolume[];
  daemonSetVolumeMounts: readonly Mount[];
  env: readonly Environment[];
  serviceAccount: ServiceAccountValues;
  testFramework: { enabled: false };
  priorityClassName: string;
  resources: Resources;
  tolerations: readonly Toleration[];
};
const CONFIGURATION_FOLDER = "/fluent-bit/etc/conf";

export function fluentBit(site: Site): readonly Manifest[] {
  const { platform, region } = site;
  return [
    addonApplication<FluentBitValues>(site, {
      chart: "fluent-bit",
      namespace: LOGGING_NAMESPACE,
      why: "Sends every pod's log to CloudWatch, and to the search domain where there is one.",
      values: {
        image: { repository: imageRepository(platform, region, "fluent-bit"), tag: IMAGES["fluent-bit"].tag },
        existingConfigMap: CONFIGURATIONS["fluent-bit"].name,
        podAnnotations: rolledWith(fluentBitConfig(platform, region)),
        args: ["--workdir=/fluent-bit/etc", `--config=${CONFIGURATION_FOLDER}/${CONFIGURATIONS["fluent-bit"].file}`],
        metricsPort: TELEMETRY_PORTS.fluentBit,
        daemonSetVolumes: [
          { name: "logs", hostPath: { path: "/var/log" } },
          { name: "state", hostPath: { path: FLUENT_BIT_STATE, type: "DirectoryOrCreate" } },
        ],
        daemonSetVolumeMounts: [
          { name: "logs", mountPath: "/var/log", readOnly: true },
          { name: "state", mountPath: FLUENT_BIT_STATE },
        ],
        env: [
          { name: "AWS_REGION", value: region.name },
          { name: "NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
          ...(logsAreSearched(platform, region)
            ? [{ name: SEARCH_HOST_VARIABLE, valueFrom: { secretKeyRef: SEARCH_ADDRESS } }]
            : []),
        ],
        serviceAccount: serviceAccount(site, "fluent-bit"),
        testFramework: { enabled: false },
        priorityClassName: NODE_CRITICAL,
        resources: resourcesOf("fluent-bit"),
        tolerations: ON_EVERY_NODE,
      },
    }),
  ];
}
