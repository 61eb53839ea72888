// What a region's cluster and the things made for it are called. Terraform makes them, Karpenter finds them by tag, and
// the manifests name them: all ask here.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { arnOf, baseName } from "./base.ts";

type Named = Pick<Platform, "name" | "environment" | "existing">;
type Owned = Named & Pick<Platform, "accountId">;
type Where = Pick<Region, "name" | "configured">;

/** The region is part of it, so that a person who has both clusters in one kubeconfig can't mistake them. */
export const clusterName = (platform: Named, region: Where): string =>
  platform.existing.clusters?.[region.configured] ?? `${baseName(platform)}-${region.name}`;
export const clusterArn = (platform: Owned, region: Where): string =>
  arnOf(platform, "eks", region.name, `cluster/${clusterName(platform, region)}`);

/** AWS gives the control plane's logs this name; made beforehand, so that they have a retention and a key. */
export const clusterLogGroup = (platform: Named, region: Where): string =>
  `/aws/eks/${clusterName(platform, region)}/cluster`;

/** How Karpenter finds the subnets and the security group of its nodes. */
export const discoveryTag = (platform: Named, region: Where): Readonly<Record<string, string>> => ({
  "karpenter.sh/discovery": clusterName(platform, region),
});

/** Karpenter itself, the add-ons, and what must not depend on Karpenter. */
export const SYSTEM_NODES = "system";
/** Workers of a cluster without Karpenter. */
export const WORKER_NODES = "workers";
export const SPOT_NODES = "spot";
/** Only what tolerates this runs on spot instances. */
export const SPOT_TAINT = { key: "tandem/spot", value: "true", effect: "NO_SCHEDULE" } as const;
/** Only add-ons tolerate this, so workloads land on Karpenter's nodes. */
export const SYSTEM_TAINT = { key: "CriticalAddonsOnly", value: "true", effect: "NO_SCHEDULE" } as const;
export const POOL_LABEL = "tandem/pool";
export const nodeGroupArn = (platform: Owned, region: Where, group: string): string =>
  arnOf(platform, "eks", region.name, `nodegroup/${clusterName(platform, region)}/${group}/*`);

/** Warnings of spot interruptions and of maintenance, for Karpenter. */
export const interruptionQueue = (platform: Named, region: Where): string =>
  `${clusterName(platform, region)}-interruptions`;
export const interruptionQueueArn = (platform: Owned, region: Where): string =>
  arnOf(platform, "sqs", region.name, interruptionQueue(platform, region));

/** The build project inside the network that installs Argo CD. */
export const bootstrapProject = (platform: Named): string => `${baseName(platform)}-cluster-bootstrap`;
export const bootstrapLogGroup = (platform: Named): string => `/aws/codebuild/${bootstrapProject(platform)}`;
/** Copies the source repository into CodeCommit. */
export const mirrorProject = (platform: Named): string => `${baseName(platform)}-source-mirror`;
export const mirrorLogGroup = (platform: Named): string => `/aws/codebuild/${mirrorProject(platform)}`;
export const mirrorRepository = (platform: Named, which: "source" | "deploy"): string =>
  `${baseName(platform)}-${which}`;
export const mirrorRepositoryArn = (platform: Owned, region: Where, which: "source" | "deploy"): string =>
  arnOf(platform, "codecommit", region.name, mirrorRepository(platform, which));

/** The instance that people's sessions go through, the session documents, and their log. */
export const operatorHost = (platform: Named): string => `${baseName(platform)}-operator`;
export const sessionLogGroup = (platform: Named): string => `/${baseName(platform)}/sessions`;
/** A shell on the host; the cluster's API, or the database, on a port of the person's own machine. */
export type SessionKind = "shell" | "cluster-tunnel" | "database-tunnel";
export const sessionDocument = (platform: Named, kind: SessionKind): string => `${baseName(platform)}-${kind}`;
