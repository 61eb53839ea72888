// Where each stack keeps its state. What must be changed while a region is dead lies in the witness's bucket.
import type { Platform } from "../../blueprint/platform.ts";

/** One bucket per region, the witness's included; the account id makes the name unique in the world. */
export const stateBucket = (platform: Platform, regionName: string): string =>
  `${platform.name}-state-${platform.accountId}-${regionName}`;

export const stateBucketArn = (platform: Platform, regionName: string): string =>
  `arn:aws:s3:::${stateBucket(platform, regionName)}`;

export const stateKey = (stackName: string): string => `${stackName}/terraform.tfstate`;
