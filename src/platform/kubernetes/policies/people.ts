// What the person on call may do in a cluster beyond EKS's policy of viewers, which knows no custom resource and no node: to look
// at what scales and delivers, and to change by hand what recovery changes by itself. EKS's policies for editors and
// administrators would give them every Secret of the namespace and a shell in its pods, Argo CD's among them.
import { ClusterRole } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole";
import { ClusterRoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding";
import type { IPolicyRule } from "kubernetes-models/rbac.authorization.k8s.io/v1/PolicyRule";
import { Role } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import type { Platform } from "../../../blueprint/platform.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { ARGO_NAMESPACE } from "../../names/delivery.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { NAMESPACES, ON_CALL_GROUP } from "../../names/kubernetes.ts";
import { OBSERVABILITY_NAMESPACE } from "../../names/observability.ts";

const NAME = "on-call";
const GROUP = { kind: "Group", name: ON_CALL_GROUP, apiGroup: "rbac.authorization.k8s.io" };
const LOOK = ["get", "list", "watch"];
const CHANGE = ["patch", "update"];
/** A pod that is deleted comes back: that is a restart, and nothing else is. */
const RESTART: IPolicyRule = { apiGroups: [""], resources: ["pods"], verbs: ["delete"] };

const place = (why: string) => ({ component: "policies", wave: 2, why }) as const;
const roleRef = (kind: "ClusterRole" | "Role", name: string) => ({ kind, name, apiGroup: GROUP.apiGroup });

/** Where the person on call changes what, and why. A Job runs whatever our own image can: admission lets no other one in. */
const CHANGES: readonly {
  readonly name: string;
  readonly namespace: string;
  readonly why: string;
  readonly rules: IPolicyRule[];
}[] = [
  {
    name: NAME,
    namespace: WORKLOAD_NAMESPACE,
    why: "What the person on call scales, wakes, restarts and takes back among the workloads.",
    rules: [
      { apiGroups: ["apps"], resources: ["deployments/scale", "statefulsets/scale"], verbs: CHANGE },
      { apiGroups: ["argoproj.io"], resources: ["rollouts", "rollouts/scale", "rollouts/status"], verbs: CHANGE },
      { apiGroups: ["autoscaling"], resources: ["horizontalpodautoscalers"], verbs: CHANGE },
      { apiGroups: ["keda.sh"], resources: ["scaledobjects"], verbs: CHANGE },
      { apiGroups: ["batch"], resources: ["cronjobs"], verbs: CHANGE },
      { apiGroups: ["batch"], resources: ["jobs"], verbs: ["create", "delete"] },
      { apiGroups: ["cert-manager.io"], resources: ["certificates/status"], verbs: CHANGE },
      RESTART,
    ],
  },
  {
    name: "on-call-delivery",
    namespace: ARGO_NAMESPACE,
    why: "The person on call stops Argo CD from keeping a component in step, lets it go on, and restarts it.",
    rules: [{ apiGroups: ["argoproj.io"], resources: ["applications"], verbs: ["patch"] }, RESTART],
  },
  {
    name: "on-call-pooling",
    namespace: NAMESPACES.pooling,
    why: "The person on call wakes the pool before the database, and restarts it.",
    rules: [{ apiGroups: ["apps"], resources: ["deployments/scale"], verbs: CHANGE }, RESTART],
  },
  {
    name: "on-call-dashboards",
    namespace: OBSERVABILITY_NAMESPACE,
    why: "The person on call opens Grafana and Prometheus through the cluster's own tunnel: they have no other door.",
    rules: [{ apiGroups: [""], resources: ["pods/portforward"], verbs: ["create"] }, RESTART],
  },
];

export const peopleManifests = ({ data }: Platform): readonly Manifest[] => [
  manifest(
    place("What the person on call looks at anywhere in the cluster; no secret is in it."),
    new ClusterRole({
      metadata: { name: NAME },
      rules: [
        { apiGroups: [""], resources: ["nodes"], verbs: LOOK },
        { apiGroups: ["metrics.k8s.io"], resources: ["nodes", "pods"], verbs: LOOK },
        {
          apiGroups: [
            "argoproj.io",
            "cert-manager.io",
            "elbv2.k8s.aws",
            "external-secrets.io",
            "gateway.networking.k8s.io",
            "karpenter.k8s.aws",
            "karpenter.sh",
            "keda.sh",
            "velero.io",
          ],
          resources: ["*"],
          verbs: LOOK,
        },
        { nonResourceURLs: ["/readyz", "/readyz/*"], verbs: ["get"] },
      ],
    }),
  ),
  manifest(
    place("The person on call looks."),
    new ClusterRoleBinding({ metadata: { name: NAME }, roleRef: roleRef("ClusterRole", NAME), subjects: [GROUP] }),
  ),
  ...CHANGES.filter(({ namespace }) => namespace !== NAMESPACES.pooling || data.pooling.kind === "pgbouncer").flatMap(
    ({ name, namespace, why, rules }) => [
      manifest(place(why), new Role({ metadata: { name, namespace }, rules: [...rules] })),
      manifest(
        place(`Gives the person on call what the role ${name} lists.`),
        new RoleBinding({ metadata: { name, namespace }, roleRef: roleRef("Role", name), subjects: [GROUP] }),
      ),
    ],
  ),
];
