// Whom Argo CD lets declare what. The project of workloads can't touch anything that is the whole cluster's, and nothing
// outside its namespace; the project of the platform takes charts from the region's own registry and from nowhere else.
import { AppProject, type IAppProject } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject";
import type { Platform, Region } from "../../blueprint/platform.ts";
import { type Manifest, manifest } from "../manifest/manifest.ts";
import { baseName } from "../names/base.ts";
import { ARGO_NAMESPACE, gitOpsUrl, PLATFORM_PROJECT } from "../names/delivery.ts";
import { WORKLOAD_NAMESPACE } from "../names/identity.ts";
import { registryHost } from "../names/images.ts";
import { WORKLOAD_KINDS_REFUSED } from "./component.ts";
import { OWN_CLUSTER, rootProject } from "./root-application.ts";

const place = (why: string) => ({ component: "projects", wave: 0, why }) as const;

export function projects(platform: Platform, region: Region): Manifest[] {
  return [
    manifest(
      place("The project that declares what is delivered and may itself deliver nothing else."),
      new AppProject(rootProject(platform)),
    ),
    manifest(
      place("What add-ons and policies may do: everything in this cluster, from our own repository and registry."),
      project(PLATFORM_PROJECT, {
        description: "Add-ons, policies, nodes: what makes the cluster.",
        sourceRepos: [gitOpsUrl(platform), `${registryHost(platform, region)}/${baseName(platform)}/*`],
        destinations: [{ server: OWN_CLUSTER, namespace: "*" }],
        clusterResourceWhitelist: [{ group: "*", kind: "*" }],
        orphanedResources: { warn: false },
      }),
    ),
    manifest(
      place("What workloads may do: objects of their one namespace, none of which sets its limits or widens rights."),
      project("workloads", {
        description: "The program's own workloads.",
        sourceRepos: [gitOpsUrl(platform)],
        destinations: [{ server: OWN_CLUSTER, namespace: WORKLOAD_NAMESPACE }],
        clusterResourceWhitelist: [],
        namespaceResourceBlacklist: WORKLOAD_KINDS_REFUSED.map((one) => ({ ...one })),
        orphanedResources: { warn: true },
      }),
    ),
    manifest(
      place("Argo CD's own default project allows everything; ours allows nothing."),
      project("default", {
        description: "Nothing is delivered without a project of its own.",
        sourceRepos: [],
        destinations: [],
        clusterResourceWhitelist: [],
      }),
    ),
  ];
}

const project = (name: string, spec: IAppProject["spec"]): AppProject =>
  new AppProject({ metadata: { name, namespace: ARGO_NAMESPACE }, spec });
