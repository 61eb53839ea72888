// How changes reach the clusters: the repository of manifests that Argo CD reads, and where in it a region begins.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { ADDON_ACCOUNTS } from "./identity.ts";

/** The system that the repositories lie in: GitLab where only its pipelines are written, GitHub else. */
export const gitHost = (platform: Platform): "github.com" | "gitlab.com" =>
  platform.delivery.pipelines.includes("gitlab") && !platform.delivery.pipelines.includes("github")
    ? "gitlab.com"
    : "github.com";
export const sourceUrl = (platform: Platform): string =>
  `https://${gitHost(platform)}/${platform.delivery.repository}.git`;
export const gitOpsUrl = (platform: Platform): string =>
  `https://${gitHost(platform)}/${platform.delivery.gitOpsRepository}.git`;

/** The folder of a region's first Application, of which all others follow. */
export const rootPath = (platform: Platform, region: Pick<Region, "name">): string =>
  `bootstrap/${platform.environment}-${region.name}`;
export const GITOPS_BRANCH = "main";
export const ROOT_APPLICATION = "root";
/** Not the component's own name: that is free for an Application among its objects, as a chart's is. */
export const componentApplication = (component: string): string => `component-${component}`;
/** How each of them is kept in step, until somebody on call stops it. */
export const AUTOMATED = { prune: true, selfHeal: true } as const;
export const ARGO_NAMESPACE = ADDON_ACCOUNTS["argo-cd"].namespace;

/** Argo CD 3.3.6, and the chart that installs it. */
export const ARGO_CHART = { upstream: "ghcr.io/argoproj/argo-helm", name: "argo-cd", version: "9.5.0" } as const;

/** The Secret by which Argo CD pulls charts from the region's own registry; a registry's token lasts twelve hours. */
export const CHARTS_CREDENTIAL = "charts";
/** Argo CD's project for what makes the cluster: add-ons, policies, nodes. */
export const PLATFORM_PROJECT = "platform";
