// Log groups of the stores of data. AWS would make them by itself at the first line, without an end and without our key;
// so they are made first, and the store waits for them.
import { baseName } from "../../names/base.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import type { Site } from "./site.ts";

/** Where a store writes that lets us choose: "/tandem/stores/brokers". */
export const storeLogGroup = (platform: Site["platform"], store: string): string =>
  `/${baseName(platform)}/stores/${store}`;

export const declareLogGroup = (
  site: Site,
  file: File,
  key: string,
  name: string,
): ResourceHandle<"aws_cloudwatch_log_group"> =>
  file.resource("aws_cloudwatch_log_group", key, {
    name,
    retention_in_days: site.platform.observability.logDays,
    kms_key_id: site.keys.logs,
  });
