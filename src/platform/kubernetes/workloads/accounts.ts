// Who a workload's pods are: one ServiceAccount each, and, for the recoverer alone, what it may do in the cluster.
import { Role } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { Workload } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { WORKLOAD_NAMESPACE, workloadRoleArn } from "../../names/identity.ts";
import { type KubernetesSite, metadataOf, placeOf } from "./site.ts";

export const IRSA_ANNOTATION = "eks.amazonaws.com/role-arn";

/** On an account that takes no role: nothing in AWS knows it. */
export const WITHOUT_ROLE = { "tandem/identity": "none" } as const;

export function accountManifests(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  const { platform, region } = site;
  const irsa = platform.cluster.identity === "irsa";
  return [
    manifest(
      placeOf(
        workload,
        irsa
          ? `Pods of ${workload.name} take the role of this name, by the annotation.`
          : `Pods of ${workload.name} take the role of this name, by the association that Terraform made.`,
      ),
      new ServiceAccount({
        metadata: {
          ...metadataOf(site, workload, workload.name),
          ...(irsa ? { annotations: { [IRSA_ANNOTATION]: workloadRoleArn(platform, region, workload.name) } } : {}),
        },
        automountServiceAccountToken: false,
      }),
    ),
    ...(workload.access.some(({ to }) => to === "recovery") ? recoveryRights(site, workload) : []),
  ];
}

/** A plan's step "scale" raises minimums and wakes what sleeps: it changes numbers, and makes or deletes nothing. */
function recoveryRights(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  const metadata = metadataOf(site, workload, "recovery");
  return [
    manifest(
      placeOf(workload, "What a recovery plan may change in the cluster: how many there are of what is there."),
      new Role({
        metadata,
        rules: [
          {
            apiGroups: ["apps"],
            resources: ["deployments/scale", "statefulsets/scale"],
            verbs: ["get", "patch"],
          },
          { apiGroups: ["argoproj.io"], resources: ["rollouts/scale"], verbs: ["get", "patch"] },
          { apiGroups: ["autoscaling"], resources: ["horizontalpodautoscalers"], verbs: ["get", "list", "patch"] },
          { apiGroups: ["keda.sh"], resources: ["scaledobjects"], verbs: ["get", "list", "patch"] },
          { apiGroups: ["batch"], resources: ["cronjobs"], verbs: ["get", "list", "patch"] },
          {
            apiGroups: ["apps", "argoproj.io"],
            resources: ["deployments", "statefulsets", "rollouts"],
            verbs: ["get", "list"],
          },
          { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] },
        ],
      }),
    ),
    manifest(
      placeOf(workload, "Gives the recoverer that role, and nobody else."),
      new RoleBinding({
        metadata,
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "recovery" },
        subjects: [{ kind: "ServiceAccount", name: workload.name, namespace: WORKLOAD_NAMESPACE }],
      }),
    ),
  ];
}
