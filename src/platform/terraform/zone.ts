// The platform's DNS zone, as every stack but `global`, which may have made it, finds it: by its name.
import type { Platform } from "../../blueprint/platform.ts";
import type { Value } from "./language/expression.ts";
import type { File } from "./language/stack.ts";

export const lookUpZone = (platform: Platform, file: File): Value<string> =>
  platform.existing.zoneId ??
  file.data("aws_route53_zone", "main", { name: platform.domain, private_zone: false }).zone_id;
