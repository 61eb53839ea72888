// Checks of how objects hang together: selectors and what they select, references and what they name, numbers that fit.
import type { IContainer } from "kubernetes-models/v1/Container";
import { called, type KubernetesObject } from "../../manifest/manifest.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { type Check, inEach } from "./check.ts";
import { containersOf, type Graph, type Labels, leastOf, matches, type PodSet, scalersOf, specOf } from "./graph.ts";

const of = (object: KubernetesObject, says: string) => ({ object: called(object), says });

export const SHAPE: readonly Check[] = [
  {
    id: "KUBE-01",
    severity: "error",
    holds: "A controller's selector matches the labels of its own pods",
    why: "Otherwise the API server refuses the object, or the controller makes pods for ever that it doesn't count as its own.",
    mend: "Take the selector's labels and the template's from one constant.",
    find: inEach(({ graph }) =>
      graph.pods
        .filter(
          ({ lasting, labels, selector }) =>
            lasting && (selector === undefined || Object.keys(selector).length === 0 || !matches(labels, selector)),
        )
        .map((pods) =>
          of(
            pods.owner,
            `selects ${JSON.stringify(pods.selector ?? {})}, and its pods are ${JSON.stringify(pods.labels)}`,
          ),
        ),
    ),
  },
  {
    id: "KUBE-02",
    severity: "error",
    holds: "A Service selects pods, and each of its ports is one of theirs",
    why: "A Service without pods answers nothing, and nothing else says so.",
    mend: "Name the workload's own labels and the name of one of its container's ports.",
    find: inEach(({ graph }) => graph.ofKind("Service").flatMap((service) => servicePorts(graph, service))),
  },
  {
    id: "KUBE-03",
    severity: "error",
    holds: "Whatever an object names is there",
    why: "A reference to nothing is accepted by the cluster, and does nothing.",
    mend: "Make what is named, in the same namespace and under the same name, or take the reference away.",
    find: inEach(({ graph }) => graph.objects.flatMap((object) => references(graph, object))),
  },
  {
    id: "KUBE-04",
    severity: "error",
    holds: "What an autoscaler scales has no number of its own, or nought while its region sleeps",
    why: "Each sync would put the number back, and the autoscaler would change it again.",
    mend: "Leave `replicas` out of the Deployment, Rollout or StatefulSet.",
    find: inEach(({ graph, region }) =>
      graph.pods
        .filter((pods) => pods.lasting && scalersOf(graph, pods).length > 0)
        .flatMap((pods) => {
          const { replicas } = specOf<{ replicas?: number }>(pods.owner);
          const asleep = region.holds.nodes === "none" && replicas === 0;
          return replicas === undefined || asleep
            ? []
            : [of(pods.owner, `has ${replicas} replicas beside an autoscaler`)];
        }),
    ),
  },
  {
    id: "KUBE-05",
    severity: "error",
    holds: "Nothing has two autoscalers",
    why: "KEDA makes a HorizontalPodAutoscaler of its own: two of them pull the same number in two directions.",
    mend: "Put all triggers into one of them.",
    find: inEach(({ graph }) =>
      graph.pods
        .filter((pods) => scalersOf(graph, pods).length > 1)
        .map((pods) => of(pods.owner, `is scaled by ${scalersOf(graph, pods).map(called).join(" and ")}`)),
    ),
  },
  {
    id: "KUBE-06",
    severity: "error",
    holds: "A disruption budget lets one go, and never all",
    why: "One that lets nothing go blocks each drain of a node; one that lets all go protects nothing.",
    mend: "Set maxUnavailable to 1, or leave the budget out where there is only one pod.",
    find: inEach(({ graph }) => graph.ofKind("PodDisruptionBudget").flatMap((budget) => budgets(graph, budget))),
  },
  {
    id: "KUBE-20",
    severity: "error",
    holds: "No object is there twice",
    why: "Of two of the same name the last one that is applied wins, and nobody sees which.",
    mend: "Rename one, or make them one.",
    find: inEach(({ graph }) => {
      const groups = Map.groupBy(graph.objects, ({ apiVersion, kind, metadata }) =>
        [apiVersion.split("/")[0], kind, metadata.namespace, metadata.name].join(),
      );
      return [...groups.values()]
        .filter((same) => same.length > 1)
        .map((same) => of(same[0] as KubernetesObject, `is there ${same.length} times`));
    }),
  },
  {
    id: "KUBE-21",
    severity: "error",
    holds: "Ports lie between 1 and 65535, and a pod has each name and number once",
    why: "Schemas take any number.",
    mend: "Take ports from PORTS in src/blueprint/workload-table.ts.",
    find: inEach(({ graph }) => [
      ...graph.pods.flatMap(containerPorts),
      ...graph.ofKind("Service").flatMap(rangePorts),
    ]),
  },
];

type ServicePort = { name?: string; port: number; targetPort?: string | number };
type ServiceSpec = { selector?: Labels; ports?: readonly ServicePort[]; type?: string };

function servicePorts(graph: Graph, service: KubernetesObject) {
  const { selector, ports = [] } = specOf<ServiceSpec>(service);
  // Without a selector somebody else fills in the addresses.
  if (selector === undefined) return [];
  const selected = graph.podsSelected(service.metadata.namespace ?? "", selector);
  if (selected.length === 0) return [of(service, `selects ${JSON.stringify(selector)}, and no pods have these labels`)];
  return ports.flatMap(({ port, targetPort = port }) =>
    selected.every((pods) => declares(pods, targetPort))
      ? []
      : [of(service, `sends to port ${targetPort}, which its pods don't have`)],
  );
}

const declares = (pods: PodSet, port: string | number): boolean =>
  containersOf(pods).some(({ ports = [] }) =>
    (ports as readonly { name?: string; containerPort: number }[]).some(
      ({ name, containerPort }) => name === port || containerPort === port,
    ),
  );

type BudgetSpec = {
  maxUnavailable?: number | string;
  minAvailable?: number | string;
  selector?: { matchLabels?: Labels };
};

function budgets(graph: Graph, budget: KubernetesObject) {
  const { maxUnavailable, minAvailable, selector } = specOf<BudgetSpec>(budget);
  const selected = graph.podsSelected(budget.metadata.namespace ?? "", selector?.matchLabels ?? {});
  if (selected.length === 0) return [of(budget, "protects no pods")];
  if (maxUnavailable !== undefined && minAvailable !== undefined)
    return [of(budget, "says both maxUnavailable and minAvailable; the API server refuses that")];
  if (typeof maxUnavailable !== "number") return [of(budget, "doesn't say how many may be away as a number")];
  const least = Math.min(...selected.map((pods) => leastOf(graph, pods)));
  if (maxUnavailable === 0) return [of(budget, "lets nothing go: no node with such a pod can be drained")];
  // A sleeping region's pods aren't there yet: the budget is for when they are.
  if (least > 0 && maxUnavailable >= least) return [of(budget, `lets ${maxUnavailable} of ${least} go`)];
  return [];
}

const inRange = (port: unknown): boolean =>
  typeof port !== "number" || (Number.isInteger(port) && port >= 1 && port <= 65_535);

function containerPorts(pods: PodSet) {
  const ports = containersOf(pods).flatMap(
    ({ ports: all = [] }) => all as readonly { name?: string; containerPort: number }[],
  );
  const doubled = (values: readonly unknown[]) =>
    values.filter((value, index) => value !== undefined && values.indexOf(value) !== index);
  return [
    ...ports
      .filter(({ containerPort }) => !inRange(containerPort))
      .map(({ containerPort }) => of(pods.owner, `has the port ${containerPort}`)),
    ...doubled(ports.map(({ name }) => name)).map((name) => of(pods.owner, `has two ports called ${name}`)),
    ...doubled(ports.map(({ containerPort }) => containerPort)).map((port) =>
      of(pods.owner, `has the port ${port} twice`),
    ),
  ];
}

const rangePorts = (service: KubernetesObject) =>
  (specOf<ServiceSpec>(service).ports ?? [])
    .flatMap(({ port, targetPort }) => [port, targetPort])
    .filter((port) => !inRange(port))
    .map((port) => of(service, `has the port ${port}`));

// References.

type Reference = {
  readonly kind: string | readonly string[];
  readonly name: string;
  readonly namespace: string | undefined;
};

function references(graph: Graph, object: KubernetesObject) {
  return namedBy(graph, object)
    .filter(({ kind, name, namespace }) => ![kind].flat().some((one) => exists(graph, one, namespace, name)))
    .map(({ kind, name }) => of(object, `names the ${[kind].flat().join(" or ")} ${name}, which isn't there`));
}

/** A Secret is made by whatever says so; the gateway's Service and pods are made by Istio from the Gateway. */
function exists(graph: Graph, kind: string, namespace: string | undefined, name: string): boolean {
  if (graph.find(kind, namespace, name) !== undefined) return true;
  if (kind === "Secret") return secretsMade(graph, namespace).has(name);
  if (kind === "PriorityClass") return name.startsWith("system-");
  // An add-on's own account is made by its chart.
  if (kind === "ServiceAccount")
    return Object.values(ADDON_ACCOUNTS).some((account) => account.namespace === namespace && account.name === name);
  if (kind === "Service")
    return graph
      .ofKind("Gateway")
      .some(
        ({ metadata, spec }) =>
          metadata.namespace === namespace &&
          name === `${metadata.name}-${(spec as { gatewayClassName: string }).gatewayClassName}`,
      );
  return false;
}

function secretsMade(graph: Graph, namespace: string | undefined): ReadonlySet<string> {
  const here = (object: KubernetesObject) => object.metadata.namespace === namespace;
  return new Set([
    ...graph
      .ofKind("ExternalSecret")
      .filter(here)
      .map((one) => specOf<{ target?: { name?: string } }>(one).target?.name ?? one.metadata.name),
    ...graph
      .ofKind("Certificate")
      .filter(here)
      .map((one) => specOf<{ secretName: string }>(one).secretName),
    ...graph
      .ofKind("SecretProviderClass")
      .filter(here)
      .flatMap((one) =>
        (specOf<{ secretObjects?: { secretName: string }[] }>(one).secretObjects ?? []).map(
          ({ secretName }) => secretName,
        ),
      ),
  ]);
}

function namedBy(graph: Graph, object: KubernetesObject): readonly Reference[] {
  const { namespace } = object.metadata;
  const here = (kind: Reference["kind"], name: string | undefined): Reference[] =>
    name === undefined ? [] : [{ kind, name, namespace }];
  const spec = object.spec as Record<string, never> & Record<string, unknown>;
  const pods = graph.pods.filter(({ owner }) => owner === object);
  switch (object.kind) {
    case "HorizontalPodAutoscaler":
    case "ScaledObject": {
      const { scaleTargetRef, triggers = [] } = spec as unknown as {
        scaleTargetRef: { kind?: string; name: string };
        triggers?: { authenticationRef?: { name: string } }[];
      };
      return [
        ...here(scaleTargetRef.kind ?? "Deployment", scaleTargetRef.name),
        ...triggers.flatMap(({ authenticationRef }) => here("TriggerAuthentication", authenticationRef?.name)),
      ];
    }
    case "TriggerAuthentication":
      return ((spec.secretTargetRef ?? []) as { name: string }[]).flatMap(({ name }) => here("Secret", name));
    case "TargetGroupBinding":
      return here("Service", (spec as unknown as { serviceRef: { name: string } }).serviceRef.name);
    case "HTTPRoute":
      return routed(spec as unknown as RouteSpec, namespace);
    case "RoleBinding":
    case "ClusterRoleBinding":
      return bound(object);
    case "ValidatingAdmissionPolicyBinding":
      return [
        {
          kind: "ValidatingAdmissionPolicy",
          name: (spec as unknown as { policyName: string }).policyName,
          namespace: undefined,
        },
      ];
    case "Rollout":
      return [...rolledOut(spec as unknown as RolloutSpec, here), ...pods.flatMap((one) => podNames(one, here))];
    default:
      return pods.flatMap((one) => podNames(one, here));
  }
}

type Here = (kind: Reference["kind"], name: string | undefined) => Reference[];
type RouteSpec = {
  parentRefs?: { kind?: string; name: string; namespace?: string }[];
  rules?: { backendRefs?: { kind?: string; name: string; namespace?: string }[] }[];
};

const routed = ({ parentRefs = [], rules = [] }: RouteSpec, namespace: string | undefined): Reference[] =>
  [
    ...parentRefs.map((one) => ({ kind: "Gateway", ...one })),
    ...rules.flatMap(({ backendRefs = [] }) => backendRefs.map((one) => ({ kind: "Service", ...one }))),
  ].map(({ kind, name, namespace: other = namespace }) => ({ kind, name, namespace: other }));

/** Roles that Kubernetes itself has. */
const BUILT_IN = /^(system:.*|view|edit|admin|cluster-admin)$/;

function bound({ metadata, ...rest }: KubernetesObject): Reference[] {
  const { roleRef, subjects = [] } = rest as unknown as {
    roleRef: { kind: string; name: string };
    subjects?: { kind: string; name: string; namespace?: string }[];
  };
  return [
    ...(BUILT_IN.test(roleRef.name)
      ? []
      : [
          {
            kind: roleRef.kind,
            name: roleRef.name,
            namespace: roleRef.kind === "Role" ? metadata.namespace : undefined,
          },
        ]),
    ...subjects
      .filter(({ kind, namespace }) => kind === "ServiceAccount" && namespace === metadata.namespace)
      .map(({ name, namespace }) => ({ kind: "ServiceAccount", name, namespace })),
  ];
}

type Analysis = { templates?: { templateName?: string }[] };
type RolloutSpec = {
  strategy?: {
    canary?: { steps?: { analysis?: Analysis }[]; stableService?: string; canaryService?: string };
    blueGreen?: {
      activeService?: string;
      previewService?: string;
      prePromotionAnalysis?: Analysis;
      postPromotionAnalysis?: Analysis;
    };
  };
};

function rolledOut({ strategy = {} }: RolloutSpec, here: Here): Reference[] {
  const { canary, blueGreen } = strategy;
  const analyses = [
    ...(canary?.steps ?? []).map(({ analysis }) => analysis),
    blueGreen?.prePromotionAnalysis,
    blueGreen?.postPromotionAnalysis,
  ];
  return [
    ...[canary?.stableService, canary?.canaryService, blueGreen?.activeService, blueGreen?.previewService].flatMap(
      (name) => here("Service", name),
    ),
    ...analyses.flatMap((one) =>
      (one?.templates ?? []).flatMap(({ templateName }) => here("AnalysisTemplate", templateName)),
    ),
  ];
}

function podNames({ spec, owner }: PodSet, here: Here): Reference[] {
  const volumes = (spec.volumes ?? []) as readonly {
    secret?: { secretName?: string };
    configMap?: { name?: string };
    persistentVolumeClaim?: { claimName?: string };
    csi?: { driver: string; volumeAttributes?: Record<string, string> };
  }[];
  const containers = [...spec.containers, ...(spec.initContainers ?? [])] as readonly IContainer[];
  const from = containers.flatMap(
    ({ envFrom = [] }) => envFrom as readonly { configMapRef?: { name?: string }; secretRef?: { name?: string } }[],
  );
  return [
    ...here("ServiceAccount", spec.serviceAccountName),
    ...(spec.priorityClassName === undefined
      ? []
      : [{ kind: "PriorityClass", name: spec.priorityClassName, namespace: undefined }]),
    ...volumes.flatMap(({ secret, configMap, csi }) => [
      ...here("Secret", secret?.secretName),
      ...here("ConfigMap", configMap?.name),
      ...(csi?.driver === "secrets-store.csi.k8s.io"
        ? here("SecretProviderClass", csi.volumeAttributes?.secretProviderClass)
        : []),
    ]),
    ...from.flatMap(({ configMapRef, secretRef }) => [
      ...here("ConfigMap", configMapRef?.name),
      ...here("Secret", secretRef?.name),
    ]),
    ...(owner.kind === "StatefulSet" ? here("Service", specOf<{ serviceName?: string }>(owner).serviceName) : []),
  ];
}
