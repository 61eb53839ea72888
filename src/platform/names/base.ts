// The stem of every name: what the platform is called and which environment of it. Two environments can share an
// account without a clash, and a name tells at a glance whose it is.
import type { Platform } from "../../blueprint/platform.ts";

type Named = Pick<Platform, "name" | "environment">;

/** Such as "tandem-prod"; at most 25 characters, because names are made of it that AWS cuts at 28. */
export const baseName = (platform: Named): string => `${platform.name}-${platform.environment}`;

/** An ARN of this account. Global services leave the region empty; S3 leaves the account empty, so it isn't made here. */
export const arnOf = (
  platform: Pick<Platform, "accountId">,
  service: string,
  region: string,
  resource: string,
): string => `arn:aws:${service}:${region}:${platform.accountId}:${resource}`;
