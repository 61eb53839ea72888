// Where images and charts lie: each region's own registry, so that no region needs another one, nor the internet, to
// start a pod that it has started before.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { arnOf, baseName } from "./base.ts";

type Named = Pick<Platform, "name" | "environment">;
type Owned = Named & Pick<Platform, "accountId">;
type Where = Pick<Region, "name">;

export const registryHost = (platform: Pick<Platform, "accountId">, region: Where): string =>
  `${platform.accountId}.dkr.ecr.${region.name}.amazonaws.com`;

/** What is pushed to us: the one image of all workloads, charts, and images that ECR can't cache by itself. Which of them a
 *  platform has is in repositories.ts. */
export type RepositoryName = "app" | `charts/${string}` | `images/${string}`;
/** All of them begin with one of these, so that a rule about repositories needs no list. */
export const REPOSITORY_PREFIXES = ["app", "charts/", "images/"] as const;
export const repositoryName = (platform: Named, repository: RepositoryName): string =>
  `${baseName(platform)}/${repository}`;
export const repositoryArn = (platform: Owned, region: Where, repository: RepositoryName): string =>
  arnOf(platform, "ecr", region.name, `repository/${repositoryName(platform, repository)}`);
/** Every repository that a pipeline may push into; the cached ones are ECR's own to fill. */
export const pushedRepositoryArns = (platform: Owned, region: Where): readonly string[] =>
  REPOSITORY_PREFIXES.map((prefix) =>
    arnOf(platform, "ecr", region.name, `repository/${baseName(platform)}/${prefix}${prefix.endsWith("/") ? "*" : ""}`),
  );
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
