// Alarms of the copies between the regions' buckets. S3 publishes them in the region that receives, so each alarm stands
// in the other region than the bucket that it is about, and tells that region's people.
import type { Platform } from "../../../blueprint/platform.ts";
import type { ProviderAlias, Stack } from "../language/stack.ts";
import { buildAlarms } from "../region/alarms.ts";
import { toldByName } from "../witness/watch.ts";

type Link = {
  readonly platform: Platform;
  readonly stack: Stack;
  readonly primary: ProviderAlias;
  readonly standby: ProviderAlias;
};

export function buildLinkWatch({ platform, stack, primary, standby }: Link): void {
  for (const [from, to] of [[primary, standby] as const, [standby, primary] as const]) {
    const lookout = { platform, stack, provider: to, place: { region: to.region } };
    buildAlarms({
      lookout,
      told: toldByName(lookout),
      about: ({ type, provider }) => type === "aws_s3_bucket_replication_configuration" && provider === from.alias,
    });
  }
}
