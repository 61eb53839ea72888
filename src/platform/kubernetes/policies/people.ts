// What the person on call may do in a cluster beyond EKS's own policies, which know no custom resource and no node: to look at
// what scales and delivers, and to change by hand what recovery changes by itself.
import { ClusterRole } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole";
import { ClusterRoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding";
import { Role } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { ARGO_NAMESPACE } from "../../names/delivery.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { ON_CALL_GROUP } from "../../names/kubernetes.ts";

const NAME = "on-call";
const DELIVERY = "on-call-delivery";
const GROUP = { kind: "Group", name: ON_CALL_GROUP, apiGroup: "rbac.authorization.k8s.io" };
const LOOK = ["get", "list", "watch"];

const place = (why: string) => ({ component: "policies", wave: 2, why }) as const;
const roleRef = (kind: "ClusterRole" | "Role", name = NAME) => ({ kind, name, apiGroup: GROUP.apiGroup });

export const peopleManifests = (): readonly Manifest[] => [
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
    new ClusterRoleBinding({ metadata: { name: NAME }, roleRef: roleRef("ClusterRole"), subjects: [GROUP] }),
  ),
  manifest(
    place("What the person on call scales, wakes and takes back by hand among the workloads."),
    new Role({
      metadata: { name: NAME, namespace: WORKLOAD_NAMESPACE },
      rules: [
        {
          apiGroups: ["argoproj.io"],
          resources: ["rollouts", "rollouts/scale", "rollouts/status"],
          verbs: ["patch", "update"],
        },
        { apiGroups: ["keda.sh"], resources: ["scaledobjects"], verbs: ["patch", "update"] },
      ],
    }),
  ),
  manifest(
    place("The person on call stops Argo CD from keeping a component in step, and lets it go on."),
    new Role({
      metadata: { name: DELIVERY, namespace: ARGO_NAMESPACE },
      rules: [{ apiGroups: ["argoproj.io"], resources: ["applications"], verbs: ["patch"] }],
    }),
  ),
  manifest(
    place("The person on call may hold Argo CD back."),
    new RoleBinding({
      metadata: { name: DELIVERY, namespace: ARGO_NAMESPACE },
      roleRef: roleRef("Role", DELIVERY),
      subjects: [GROUP],
    }),
  ),
  manifest(
    place("The person on call changes what runs."),
    new RoleBinding({
      metadata: { name: NAME, namespace: WORKLOAD_NAMESPACE },
      roleRef: roleRef("Role"),
      subjects: [GROUP],
    }),
  ),
];
