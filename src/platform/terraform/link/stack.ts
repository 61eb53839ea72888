// What needs both regions to be there: replication and routes between them. Recovery never needs this stack.
import type { Platform } from "../../../blueprint/platform.ts";
import type { ProviderAlias, Stack } from "../language/stack.ts";
import { buildBucketReplication } from "./bucket-replication.ts";
import { buildParameterLinks } from "./parameters.ts";
import { buildPeering } from "./peering.ts";
import { buildTableReplicas } from "./table-replicas.ts";
import { buildLinkWatch } from "./watch.ts";

/** The stack's own region is the witness's, where its state lies; whatever it makes is made in one of the two. */
export type Link = {
  readonly platform: Platform;
  readonly stack: Stack;
  readonly primary: ProviderAlias;
  readonly standby: ProviderAlias;
};

export function buildLink(platform: Platform, stack: Stack): void {
  const link: Link = {
    platform,
    stack,
    primary: stack.provider("primary", platform.regions.primary.name),
    standby: stack.provider("standby", platform.regions.standby.name),
  };
  buildPeering(link);
  buildBucketReplication(link);
  buildTableReplicas(link);
  buildParameterLinks(link);
  buildLinkWatch(link);
}
