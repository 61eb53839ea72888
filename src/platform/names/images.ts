// Where images and charts lie: each region's own registry, so that no region needs another one, nor the internet, to
// start a pod that it has started before.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { arnOf, baseName } from "./base.ts";

type Named = Pick<Platform, "name" | "environment">;
type Owned = Named & Pick<Platform, "accountId">;
type Where = Pick<Region, "name">;

export const registryHost = (platform: Pick<Platform, "accountId">, region: Where): string =>
  `${platform.accountId}.dkr.ecr.${region.name}.amazonaws.com`;

/** What is pushed to us: the one image of all workloads, and the chart that the bootstrap installs. */
export const REPOSITORIES = ["app", "charts/argo-cd"] as const;
export type RepositoryName = (typeof REPOSITORIES)[number];
export const repositoryName = (platform: Named, repository: RepositoryName): string =>
  `${baseName(platform)}/${repository}`;
export const repositoryArn = (platform: Owned, region: Where, repository: RepositoryName): string =>
  arnOf(platform, "ecr", region.name, `repository/${repositoryName(platform, repository)}`);
export const imageUrl = (platform: Owned, region: Where, repository: RepositoryName): string =>
  `${registryHost(platform, region)}/${repositoryName(platform, repository)}`;

/** Upstream registries that ECR caches without a password. Others (ghcr.io, Docker Hub) want one: CI copies from there. */
export const UPSTREAMS = {
  pub: "public.ecr.aws",
  k8s: "registry.k8s.io",
  quay: "quay.io",
} as const;
export type Upstream = keyof typeof UPSTREAMS;
/** At most 30 characters, as AWS has it. */
export const cachePrefix = (platform: Named, upstream: Upstream): string => `${baseName(platform)}/${upstream}`;
export const cachedImage = (platform: Owned, region: Where, upstream: Upstream, path: string): string =>
  `${registryHost(platform, region)}/${cachePrefix(platform, upstream)}/${path}`;
/** Every repository of the platform in a region, pushed or cached. */
export const allRepositoriesArn = (platform: Owned, region: Where): string =>
  arnOf(platform, "ecr", region.name, `repository/${baseName(platform)}/*`);
