// The repository that the Argo CDs read. Everything that a region obeys lies in that region's own folders, nothing is
// shared between two: so a change reaches a region only by the merge that names it, and a revert takes back that region
// and no other. Which region is active is in none of them.
//
//   bootstrap/<environment>-<region>/   the root Application, its projects, one ApplicationSet per wave
//   clusters/<environment>-<region>/    facts about the cluster; what belongs to each wave
//   rendered/<environment>/<region>/    every object, final, one per file
//   releases/<environment>-<region>.json  what that region runs, and the digest of each file above
//   drills/<environment>/               game days; no Argo CD reads them
import type { Platform, Region } from "../../blueprint/platform.ts";
import { rootPath } from "../names/delivery.ts";

export const GITOPS_DIRECTORY = "gitops";

type Where = Pick<Region, "name">;
type Named = Pick<Platform, "environment">;

/** Such as "prod-ap-south-1". */
export const clusterKey = ({ environment }: Named, { name }: Where): string => `${environment}-${name}`;
export const bootstrapFolder = (platform: Platform, region: Where): string => rootPath(platform, region);
export const clusterFolder = (platform: Named, region: Where): string => `clusters/${clusterKey(platform, region)}`;
export const renderedFolder = ({ environment }: Named, { name }: Where): string => `rendered/${environment}/${name}`;
export const recordPath = (platform: Named, region: Where): string => `releases/${clusterKey(platform, region)}.json`;
export const drillsFolder = ({ environment }: Named): string => `drills/${environment}`;
export const waveFile = (platform: Named, region: Where, wave: number): string =>
  `${clusterFolder(platform, region)}/wave-${wave}.json`;

/** All that one region obeys: what a promotion replaces whole, and nothing else. */
export const regionFolders = (platform: Platform, region: Where): readonly string[] => [
  bootstrapFolder(platform, region),
  clusterFolder(platform, region),
  renderedFolder(platform, region),
];

/** Whether a path of the repository belongs to that region. */
export const belongsTo = (platform: Platform, region: Where, path: string): boolean =>
  path === recordPath(platform, region) ||
  regionFolders(platform, region).some((folder) => path.startsWith(`${folder}/`));
