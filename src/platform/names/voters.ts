// The voters: one table per voter region, each with one item, changed only by conditional writes.
import type { Platform } from "../../blueprint/platform.ts";
import { arnOf, baseName } from "./base.ts";

export const voterTable = (platform: Platform): string => `${baseName(platform)}-voter`;

export const voterTableArn = (platform: Platform, regionName: string): string =>
  arnOf(platform, "dynamodb", regionName, `table/${voterTable(platform)}`);

/** The regions that vote: being active takes two of them. */
export const voterRegions = (platform: Platform): readonly [string, string, string] => [
  platform.regions.primary.name,
  platform.regions.standby.name,
  platform.regions.witness.name,
];

/** The item is { register: "lease" } and the fields of a Register (src/recovery/register.ts), numbers as N, marks as a map. */
export const VOTER_HASH_KEY = "register";
export const VOTER_ITEM = "lease";
