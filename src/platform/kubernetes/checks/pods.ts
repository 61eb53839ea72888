// Checks of pods: how many, where, of which image, with what rights, and how their health is known.
import type { IContainer } from "kubernetes-models/v1/Container";
import type { IProbe } from "kubernetes-models/v1/Probe";
import type { ITopologySpreadConstraint } from "kubernetes-models/v1/TopologySpreadConstraint";
import { baseName } from "../../names/base.ts";
import { imageUrl, registryHost } from "../../names/images.ts";
import { UNRELEASED } from "../workloads/site.ts";
import { HOST_KEY, ZONE_KEY } from "../workloads/spread.ts";
import { type Check, type Cluster, inEach } from "./check.ts";
import { containersOf, leastOf, matches, type PodSet } from "./graph.ts";

const of = (pods: PodSet, says: string) => ({ object: pods.called, says });
const ZONES = 3;

/** What answers clients: of the first tier, and scaled, so more than one is meant. */
const servesMany = ({ graph }: Cluster, pods: PodSet): boolean =>
  pods.labels["tandem/tier"] === "1" &&
  graph
    .ofKind("HorizontalPodAutoscaler", "ScaledObject")
    .some(
      ({ metadata, spec }) =>
        metadata.namespace === pods.namespace &&
        (spec as { scaleTargetRef: { name: string } }).scaleTargetRef.name === pods.name,
    );

const constraintsOf = ({ spec }: PodSet): readonly ITopologySpreadConstraint[] =>
  (spec.topologySpreadConstraints ?? []) as readonly ITopologySpreadConstraint[];

export const PODS: readonly Check[] = [
  {
    id: "KUBE-07",
    severity: "error",
    holds: "What serves clients has a pod for each zone at least",
    why: "With fewer, the loss of a zone can be the loss of the service.",
    mend: "Raise cluster.replicasMin to 3 in the blueprint, or say with objectives.surviveZone = false that a zone may be lost.",
    find: inEach((cluster, { platform }) =>
      cluster.graph.pods
        .filter((pods) => platform.objectives.surviveZone && servesMany(cluster, pods))
        .filter((pods) => leastOf(cluster.graph, pods) < ZONES)
        .map((pods) => of(pods, `has ${leastOf(cluster.graph, pods)} replicas at least, for ${ZONES} zones`)),
    ),
  },
  {
    id: "KUBE-08",
    severity: "error",
    holds: "More than one pod of a kind are spread over zones and over nodes",
    why: "The scheduler otherwise may put all of them on one node.",
    mend: "Use spreadOf() of workloads/spread.ts, with the pods' own labels.",
    find: inEach(({ graph }) =>
      graph.pods
        .filter((pods) => pods.lasting && pods.kind !== "DaemonSet" && leastOf(graph, pods) > 1)
        .flatMap((pods) =>
          [ZONE_KEY, HOST_KEY]
            .filter(
              (key) =>
                !constraintsOf(pods).some(
                  ({ topologyKey, labelSelector }) =>
                    topologyKey === key &&
                    matches(pods.labels, (labelSelector?.matchLabels ?? { "": "" }) as Record<string, string>),
                ),
            )
            .map((key) => of(pods, `has no spread constraint over ${key} that counts its own pods`)),
        ),
    ),
  },
  {
    id: "KUBE-09",
    severity: "error",
    holds: "Our own image is named by its digest, and everything comes from the region's own registry",
    why: "A tag can be moved after it was tested; another registry may be away when this region must start a pod.",
    mend: "Take images from appImage() or toolImage().",
    find: inEach(({ graph, region }, { platform }) => {
      const own = `${registryHost(platform, region)}/${baseName(platform)}/`;
      const app = imageUrl(platform, region, "app");
      return graph.pods.flatMap((pods) =>
        containersOf(pods).flatMap(({ image = "" }) => {
          if (!image.startsWith(own)) return [of(pods, `runs ${image}, which isn't in ${own}`)];
          const released =
            image.startsWith(`${app}@`) || image.startsWith(`${app}:`) ? /@sha256:[0-9a-f]{64}$/ : /[:@][\w.:-]+$/;
          if (image === `${app}:${UNRELEASED}` || released.test(image)) return [];
          return [of(pods, `runs ${image}, which nothing fixes`)];
        }),
      );
    }),
  },
  {
    id: "KUBE-10",
    severity: "warning",
    holds: "The manifests name a release",
    why: `Without one the image is called "${UNRELEASED}", which admission refuses in every cluster: these manifests are for reading.`,
    mend: "Render with `tandem synth --release FILE`; the build writes the file.",
    find: inEach(({ graph }) => {
      const waiting = graph.pods.filter((pods) =>
        containersOf(pods).some(({ image = "" }) => image.endsWith(`:${UNRELEASED}`)),
      );
      const [first] = waiting;
      return first ? [of(first, `and ${waiting.length - 1} others run an image that wasn't built`)] : [];
    }),
  },
  {
    id: "KUBE-11",
    severity: "error",
    holds: "Each container asks for a processor's share and for memory, and may not have more memory than its limit",
    why: "What asks for nothing is placed anywhere, and a leak takes the whole node with it.",
    mend: "Set resources.requests.cpu, resources.requests.memory and resources.limits.memory.",
    find: inEach(({ graph }) =>
      graph.pods.flatMap((pods) =>
        containersOf(pods).flatMap(({ name, resources = {} }) => {
          const requests = (resources.requests ?? {}) as Record<string, unknown>;
          const limits = (resources.limits ?? {}) as Record<string, unknown>;
          const missing = [
            ...["cpu", "memory"].filter((one) => requests[one] === undefined).map((one) => `a request for ${one}`),
            ...(limits.memory === undefined ? ["a limit of memory"] : []),
          ];
          return missing.length === 0 ? [] : [of(pods, `${name} lacks ${missing.join(" and ")}`)];
        }),
      ),
    ),
  },
  {
    id: "KUBE-12",
    severity: "error",
    holds: "What serves on a port tells on one of its ports when it is ready",
    why: "Without a readiness probe a pod gets requests before it can answer them, and goes on getting them when it no longer can.",
    mend: "Give the workload a healthPath in the table, or the container a readinessProbe on one of its ports.",
    find: inEach(({ graph }) =>
      graph.pods
        .filter(({ lasting }) => lasting)
        .flatMap((pods) =>
          (pods.spec.containers as readonly IContainer[]).flatMap((container) => probes(pods, container)),
        ),
    ),
  },
  {
    id: "KUBE-13",
    severity: "error",
    holds: "Pods in our namespaces keep to the restricted pod security standard, and write nowhere but on volumes",
    why: "The namespace refuses others at the door: the roll-out would hang with an event that nobody reads.",
    mend: "Use POD_SECURITY and CONTAINER_SECURITY of workloads/pod.ts.",
    find: inEach(({ graph }) =>
      graph.pods
        .filter(
          ({ namespace }) => graph.find("Namespace", undefined, namespace)?.metadata.labels?.["tandem/ours"] === "true",
        )
        .flatMap((pods) => unsafe(pods).map((says) => of(pods, says))),
    ),
  },
  {
    id: "KUBE-23",
    severity: "error",
    holds: "Pods are spread by labels that nodes have, and no number of zones is demanded",
    why: "A misspelt key spreads nothing. With minDomains, the loss of a zone keeps each living one to a single pod, and what died is never replaced.",
    mend: "Use spreadOf().",
    find: inEach(({ graph }) =>
      graph.pods.flatMap((pods) =>
        constraintsOf(pods).flatMap(({ topologyKey, minDomains }) => [
          ...(topologyKey === ZONE_KEY || topologyKey === HOST_KEY
            ? []
            : [of(pods, `is spread over "${topologyKey}", which no node says`)]),
          ...(minDomains === undefined ? [] : [of(pods, `demands ${minDomains} domains`)]),
        ]),
      ),
    ),
  },
];

function probes(pods: PodSet, { name, ports = [], readinessProbe }: IContainer) {
  const declared = ports as readonly { name?: string; containerPort: number }[];
  if (declared.length === 0) return [];
  if (readinessProbe === undefined) return [of(pods, `${name} has no readiness probe`)];
  const probe = readinessProbe as IProbe;
  const port = probe.httpGet?.port ?? probe.tcpSocket?.port;
  if (port === undefined || declared.some((one) => one.name === port || one.containerPort === port)) return [];
  return [of(pods, `${name} is asked on port ${port}, which it doesn't have`)];
}

/** https://kubernetes.io/docs/concepts/security/pod-security-standards, "restricted", for Linux. */
const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

function unsafe(pods: PodSet): readonly string[] {
  const { spec } = pods;
  const security = spec.securityContext ?? {};
  const volumes = (spec.volumes ?? []) as unknown as readonly Record<string, unknown>[];
  return [
    ...(["hostNetwork", "hostPID", "hostIPC"] as const).filter((one) => spec[one] === true).map((one) => `has ${one}`),
    ...volumes.flatMap(({ name, ...kinds }) =>
      Object.keys(kinds)
        .filter((kind) => !VOLUMES.includes(kind))
        .map((kind) => `mounts a ${kind} as ${name}`),
    ),
    ...(security.seccompProfile?.type === "RuntimeDefault" ? [] : ["has no seccomp profile of the runtime's"]),
    ...containersOf(pods).flatMap((container) => unsafeContainer(container, security.runAsNonRoot === true)),
  ];
}

function unsafeContainer({ name, securityContext = {} }: IContainer, podIsNobody: boolean): readonly string[] {
  const { runAsNonRoot, allowPrivilegeEscalation, privileged, readOnlyRootFilesystem, capabilities } = securityContext;
  return [
    ...((runAsNonRoot ?? podIsNobody) ? [] : [`${name} may run as root`]),
    ...(allowPrivilegeEscalation === false ? [] : [`${name} may gain rights`]),
    ...(privileged === true ? [`${name} is privileged`] : []),
    ...(readOnlyRootFilesystem === true ? [] : [`${name} may write into its root file system`]),
    ...(capabilities?.drop?.includes("ALL") ? [] : [`${name} keeps capabilities`]),
    ...((capabilities?.add ?? []).filter((one) => one !== "NET_BIND_SERVICE").map((one) => `${name} adds ${one}`) ??
      []),
  ];
}
