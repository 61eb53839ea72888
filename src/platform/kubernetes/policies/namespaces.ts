// Our own namespaces: made first, each with what nothing in it may break: pod security, and what it may use at most.
import { PriorityClass } from "kubernetes-models/scheduling.k8s.io/v1/PriorityClass";
import { LimitRange } from "kubernetes-models/v1/LimitRange";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { ResourceQuota } from "kubernetes-models/v1/ResourceQuota";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { NAMESPACES, PRIORITY_CLASSES } from "../../names/kubernetes.ts";
import { controllerKind, type KubernetesSite } from "../workloads/site.ts";

/** Admission policies and checks hold for the namespaces that carry it. */
export const OURS = { "tandem/ours": "true" } as const;
type OwnNamespace = keyof typeof NAMESPACES;

const WHY: Readonly<Record<OwnNamespace, string>> = {
  workloads: "The workloads: nothing but our own image runs here.",
  gateway: "The inner gateway, whose proxy is Istio's.",
  pooling: "PgBouncer, between the workloads and the database.",
  maintenance: "Jobs with others' tools: topics, dumps of the database.",
};

/** In the order of `NAMESPACES`; only what the platform has. */
export const namespacesOf = ({ platform }: Pick<KubernetesSite, "platform">): readonly OwnNamespace[] =>
  (Object.keys(NAMESPACES) as OwnNamespace[]).filter(
    (one) => one !== "pooling" || platform.data.pooling.kind === "pgbouncer",
  );

export function namespaceManifests(site: KubernetesSite): readonly Manifest[] {
  return namespacesOf(site)
    .flatMap((one) => [namespace(site, one), limits(one)])
    .concat(quota(site), priorities());
}

function namespace({ platform }: KubernetesSite, one: OwnNamespace): Manifest {
  const entered = one === "workloads" || one === "gateway";
  const meshed = platform.cluster.mesh === "istio-ambient" && one !== "gateway";
  return manifest(
    { component: "namespaces", wave: 0, why: WHY[one] },
    new Namespace({
      metadata: {
        name: NAMESPACES[one],
        labels: {
          ...OURS,
          // Istio makes the gateway's pods and keeps to "restricted" except, in some versions, for the system calls.
          "pod-security.kubernetes.io/enforce": one === "gateway" ? "baseline" : "restricted",
          "pod-security.kubernetes.io/enforce-version": "latest",
          "pod-security.kubernetes.io/audit": "restricted",
          "pod-security.kubernetes.io/warn": "restricted",
          // A new pod counts as ready once the load balancer has found it well: a roll-out can't outrun it.
          ...(entered ? { "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled" } : {}),
          ...(meshed ? { "istio.io/dataplane-mode": "ambient" } : {}),
        },
        annotations: { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" },
      },
    }),
  );
}

const limits = (one: OwnNamespace): Manifest =>
  manifest(
    { component: "policies", wave: 2, why: `What a container in ${NAMESPACES[one]} gets that asks for nothing.` },
    new LimitRange({
      metadata: { name: `defaults-${NAMESPACES[one]}`, namespace: NAMESPACES[one] },
      spec: {
        limits: [
          {
            type: "Container",
            defaultRequest: { cpu: "100m", memory: "128Mi", "ephemeral-storage": "256Mi" },
            default: { memory: "256Mi", "ephemeral-storage": "1Gi" },
          },
        ],
      },
    }),
  );

/** Room for jobs, for a roll-out's second set of pods, and for a mistake of a quarter. */
const HEADROOM = 1.25;

/** What all workloads can ask for at their largest; beyond it something has run away. */
function quota(site: KubernetesSite): Manifest {
  const { platform, region } = site;
  const doubled = platform.delivery.rollout === "blue-green" ? 2 : 1.25;
  const total = { cpuMillis: 0, memoryMib: 0, pods: 0 };
  for (const workload of platform.workloads) {
    const most = workload.replicas[region.configured].max;
    const pods = controllerKind(site, workload) === "Rollout" ? Math.ceil(most * doubled) : most + 1;
    total.pods += pods;
    total.cpuMillis += pods * workload.pod.cpuMillis;
    total.memoryMib += pods * workload.pod.memoryMib;
  }
  const most = (value: number) => Math.ceil(value * HEADROOM);
  const name = NAMESPACES.workloads;
  return manifest(
    {
      component: "policies",
      wave: 2,
      why: "What the workloads may use together: all of them at their largest, during a roll-out, and a quarter more.",
    },
    new ResourceQuota({
      metadata: { name, namespace: name },
      spec: {
        hard: {
          pods: String(most(total.pods)),
          "requests.cpu": `${most(total.cpuMillis)}m`,
          "requests.memory": `${most(total.memoryMib)}Mi`,
          "limits.memory": `${most(total.memoryMib)}Mi`,
          // The load balancers are Terraform's.
          "services.loadbalancers": "0",
          "services.nodeports": "0",
        },
      },
    }),
  );
}

const TIERS = {
  1: "What answers clients and what decides which region does.",
  2: "What must catch up within minutes.",
  3: "What may wait an hour; it makes room for the others, and pushes nothing out itself.",
} as const;

const priorities = (): readonly Manifest[] =>
  ([1, 2, 3] as const).map((tier) =>
    manifest(
      { component: "policies", wave: 2, why: TIERS[tier] },
      new PriorityClass({
        metadata: { name: PRIORITY_CLASSES[tier].name },
        value: PRIORITY_CLASSES[tier].value,
        globalDefault: false,
        preemptionPolicy: tier === 3 ? "Never" : "PreemptLowerPriority",
        description: TIERS[tier],
      }),
    ),
  );
