// A workload's pod: one container that may write nowhere but where a volume is, runs as nobody, and is asked for its health
// by HTTPS.
import type { IContainer } from "kubernetes-models/v1/Container";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import type { IProbe } from "kubernetes-models/v1/Probe";
import type { IVolume } from "kubernetes-models/v1/Volume";
import type { IVolumeMount } from "kubernetes-models/v1/VolumeMount";
import type { Workload } from "../../../blueprint/workloads.ts";
import { POOL_LABEL, SPOT_NODES, SPOT_TAINT } from "../../names/cluster.ts";
import { DEREGISTRATION_SECONDS } from "../../names/edge.ts";
import { POD_PATHS, POD_USER, PRIORITY_CLASSES, selectorOf } from "../../names/kubernetes.ts";
import { credentialsOf, credentialVolumes } from "./credentials.ts";
import { settingsName } from "./settings.ts";
import { appImage, controllerKind, type KubernetesSite, keepsLog, replicasMin, servedPort } from "./site.ts";
import { spreadOf } from "./spread.ts";

/** Until every load balancer node and proxy has heard that a pod is leaving. */
const PROPAGATION_SECONDS = 5;
/** The program ends within this of a SIGTERM. */
const STOP_SECONDS = 5;
const MARGIN_SECONDS = 5;
/** A leaving pod goes on serving for as long as requests may still reach it; then it is told to stop. */
const DRAIN_SECONDS = DEREGISTRATION_SECONDS + PROPAGATION_SECONDS;
export const GRACE_SECONDS = DRAIN_SECONDS + STOP_SECONDS + MARGIN_SECONDS;
/** What nobody calls through a load balancer needs only the time of its own end. */
const QUICK_GRACE_SECONDS = STOP_SECONDS + 2 * MARGIN_SECONDS;

/** What a pod may write on its node: temporary files, and copies of salts, keys and lake objects; together the limit. */
const TEMPORARY_GIB = 1;
const DATA_GIB = 4;
const EPHEMERAL = { request: "1Gi", limit: `${TEMPORARY_GIB + DATA_GIB + 1}Gi` };

export function podSpecOf(site: KubernetesSite, workload: Workload): IPodSpec {
  const { platform } = site;
  return {
    serviceAccountName: workload.name,
    // Roles come by their own projected token; the cluster's API is the recoverer's alone.
    automountServiceAccountToken: workload.name === "recoverer",
    enableServiceLinks: false,
    priorityClassName: PRIORITY_CLASSES[workload.tier].name,
    terminationGracePeriodSeconds: drains(workload) ? GRACE_SECONDS : QUICK_GRACE_SECONDS,
    securityContext: POD_SECURITY,
    ...(workload.spot ? spotPlacement(platform.cluster.spotShare) : {}),
    ...(replicasMin(site, workload) > 1
      ? { topologySpreadConstraints: spreadOf(selectorOf(workload), controllerKind(site, workload)) }
      : {}),
    containers: [containerOf(site, workload)],
    volumes: volumesOf(site, workload),
  };
}

export const POD_SECURITY = {
  runAsNonRoot: true,
  runAsUser: POD_USER,
  runAsGroup: POD_USER,
  fsGroup: POD_USER,
  // A volume of many files isn't walked at each start.
  fsGroupChangePolicy: "OnRootMismatch",
  seccompProfile: { type: "RuntimeDefault" },
} as const satisfies IPodSpec["securityContext"];

export const CONTAINER_SECURITY = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
} satisfies IContainer["securityContext"];

function containerOf(site: KubernetesSite, workload: Workload): IContainer {
  const { cpuMillis, memoryMib } = workload.pod;
  return {
    name: workload.name,
    image: appImage(site),
    imagePullPolicy: "IfNotPresent",
    args: [...workload.command],
    ...(workload.ports.length > 0
      ? { ports: workload.ports.map(({ name, port }) => ({ name, containerPort: port, protocol: "TCP" as const })) }
      : {}),
    envFrom: [{ configMapRef: { name: settingsName(workload) } }],
    resources: {
      // No limit on the processor: a throttled event loop looks like a sick process, and requests already share it out.
      requests: { cpu: `${cpuMillis}m`, memory: `${memoryMib}Mi`, "ephemeral-storage": EPHEMERAL.request },
      limits: { memory: `${memoryMib}Mi`, "ephemeral-storage": EPHEMERAL.limit },
    },
    ...probesOf(workload),
    ...(drains(workload) ? { lifecycle: { preStop: { sleep: { seconds: DRAIN_SECONDS } } } } : {}),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: mountsOf(site, workload),
  };
}

/** Requests from outside may be on their way to it when it leaves. */
export const drains = (workload: Workload): boolean => workload.entrances.length > 0 || workload.scaling.kind === "cpu";

/**
 * Startup gives a first start two minutes. Readiness takes a pod out of the load balancer within ten seconds. Liveness only
 * asks whether the port is open: a restart mends a dead process, never a full disk or a database that is away, and a
 * stalled fsync must not look like death.
 */
function probesOf(workload: Workload): Pick<IContainer, "startupProbe" | "readinessProbe" | "livenessProbe"> {
  const port = servedPort(workload);
  if (workload.healthPath === null || port === undefined) return {};
  const health: IProbe = { httpGet: { path: workload.healthPath, port: port.name, scheme: "HTTPS" } };
  return {
    startupProbe: { ...health, periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 60 },
    readinessProbe: { ...health, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 2, successThreshold: 1 },
    livenessProbe: { tcpSocket: { port: port.name }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
  };
}

function volumesOf(site: KubernetesSite, workload: Workload): IVolume[] {
  return [
    { name: "temporary", emptyDir: { sizeLimit: `${TEMPORARY_GIB}Gi` } },
    ...(workload.ports.length > 0
      ? [{ name: "tls", secret: { secretName: certificateSecret(workload), defaultMode: 0o440 } }]
      : []),
    ...credentialVolumes(site, workload),
    ...(holdsFiles(site, workload) ? [{ name: "data", emptyDir: { sizeLimit: `${DATA_GIB}Gi` } }] : []),
  ];
}

function mountsOf(site: KubernetesSite, workload: Workload): IVolumeMount[] {
  const { facts, secrets } = credentialsOf(site, workload);
  return [
    { name: "temporary", mountPath: POD_PATHS.temporary },
    ...(workload.ports.length > 0 ? [{ name: "tls", mountPath: POD_PATHS.tls, readOnly: true }] : []),
    ...(secrets.length > 0 ? [{ name: "secrets", mountPath: POD_PATHS.secrets, readOnly: true }] : []),
    ...(facts.length > 0 ? [{ name: "region", mountPath: POD_PATHS.region, readOnly: true }] : []),
    // By a volume of its own or by one that goes with the pod.
    { name: "data", mountPath: POD_PATHS.data },
  ];
}

/** Copies of salts, keys and lake objects: made anew wherever the pod starts. A kept log has a volume of its own instead. */
const holdsFiles = ({ platform }: KubernetesSite, workload: Workload): boolean => !keepsLog(platform, workload);

/** cert-manager keeps a workload's certificate here. */
export const certificateSecret = (workload: Pick<Workload, "name">): string => `${workload.name}-tls`;

/** Spot nodes are tainted, so only these come there; a share below one only leans that way. */
function spotPlacement(share: number): Pick<IPodSpec, "tolerations" | "affinity"> {
  return {
    tolerations: [{ key: SPOT_TAINT.key, operator: "Equal", value: SPOT_TAINT.value, effect: "NoSchedule" }],
    affinity: {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: Math.max(1, Math.round(share * 100)),
            preference: { matchExpressions: [{ key: POOL_LABEL, operator: "In", values: [SPOT_NODES] }] },
          },
        ],
      },
    },
  };
}
