// The first two objects of a cluster, of which all others follow: the project that may declare Applications and nothing
// else, and the Application that reads the region's own folder. The bootstrap build applies them; from then on they stand
// in that folder themselves. Plain data, so that the Terraform that holds the build needs no model of Kubernetes.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { ARGO_NAMESPACE, GITOPS_BRANCH, gitOpsUrl, ROOT_APPLICATION } from "../names/delivery.ts";
import { bootstrapFolder } from "./layout.ts";

type Where = Pick<Region, "name">;

/** The cluster that an Argo CD runs in; it knows no other. */
export const OWN_CLUSTER = "https://kubernetes.default.svc";
export const ROOT_PROJECT = "delivery";

const DELIVERY_KINDS = ["AppProject", "Application", "ApplicationSet"] as const;

export const rootProject = (platform: Platform) => ({
  apiVersion: "argoproj.io/v1alpha1" as const,
  kind: "AppProject" as const,
  metadata: { name: ROOT_PROJECT, namespace: ARGO_NAMESPACE },
  spec: {
    description: "Declares what is delivered, and may itself deliver nothing else.",
    sourceRepos: [gitOpsUrl(platform)],
    destinations: [{ server: OWN_CLUSTER, namespace: ARGO_NAMESPACE }],
    clusterResourceWhitelist: [],
    namespaceResourceWhitelist: DELIVERY_KINDS.map((kind) => ({ group: "argoproj.io", kind })),
  },
});

export const rootApplication = (platform: Platform, region: Where) => ({
  apiVersion: "argoproj.io/v1alpha1" as const,
  kind: "Application" as const,
  metadata: { name: ROOT_APPLICATION, namespace: ARGO_NAMESPACE },
  spec: {
    project: ROOT_PROJECT,
    source: {
      repoURL: gitOpsUrl(platform),
      targetRevision: GITOPS_BRANCH,
      path: bootstrapFolder(platform, region),
      directory: { recurse: true },
    },
    destination: { server: OWN_CLUSTER, namespace: ARGO_NAMESPACE },
    syncPolicy: {
      // Not pruned: a folder that vanishes by mistake must not take the cluster's Applications along.
      automated: { prune: false, selfHeal: true },
      syncOptions: ["ServerSideApply=true"],
      retry: { limit: 10, backoff: { duration: "10s", factor: 2, maxDuration: "5m" } },
    },
  },
});
