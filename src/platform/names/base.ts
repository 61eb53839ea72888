// The stem of every name. A platform's name tells whose it is; environments live in accounts of their own, or, where two
// of them share an account, have names of their own.
import type { Platform } from "../../blueprint/platform.ts";

/** Such as "tandem"; at most 20 characters, because names are made of it that AWS cuts at 28 and 32. */
export const baseName = (platform: Pick<Platform, "name">): string => platform.name;

/** An ARN of this account. Global services leave the region empty; S3 leaves the account empty, so it isn't made here. */
export const arnOf = (
  platform: Pick<Platform, "accountId">,
  service: string,
  region: string,
  resource: string,
): string => `arn:aws:${service}:${region}:${platform.accountId}:${resource}`;
