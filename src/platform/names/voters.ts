// The voters: one table per voter region, each with one item, changed only by conditional writes.
import type { Platform } from "../../blueprint/platform.ts";

export const voterTable = (platform: Platform): string => `${platform.name}-voter`;

export const voterTableArn = (platform: Platform, regionName: string): string =>
  `arn:aws:dynamodb:${regionName}:${platform.accountId}:table/${voterTable(platform)}`;

/** The regions that vote: being active takes two of them. */
export const voterRegions = (platform: Platform): readonly [string, string, string] => [
  platform.regions.primary.name,
  platform.regions.standby.name,
  platform.regions.witness.name,
];

/** The item is { register: "lease", epoch, holder, beat, marks }. */
export const VOTER_HASH_KEY = "register";
export const VOTER_ITEM = "lease";
