// Where something that watches is built: a region's stack, or one of the shared stacks in the witness region and in
// us-east-1. It is less than a site: no network, and only the keys that messages and records need.
import type { Platform } from "../../blueprint/platform.ts";
import type { TopicPlace } from "../names/safety.ts";
import type { Ref } from "./language/expression.ts";
import type { ProviderAlias, Stack } from "./language/stack.ts";
import type { Site } from "./region/site.ts";

export type Lookout = {
  readonly platform: Platform;
  readonly stack: Stack;
  readonly place: TopicPlace;
  /** Where the place isn't the stack's own region. */
  readonly provider?: ProviderAlias;
  /** ARNs: `queue` encrypts messages, `logs` records, `secrets` what the pager reads. */
  readonly keys: { readonly queue: Ref<string>; readonly logs: Ref<string>; readonly secrets: Ref<string> };
};

export const lookoutOf = (site: Site): Lookout => ({
  platform: site.platform,
  stack: site.stack,
  place: { region: site.region.name },
  keys: site.keys,
});

/** The options of whatever is made there. */
export const at = (lookout: Lookout): { readonly provider?: ProviderAlias } =>
  lookout.provider === undefined ? {} : { provider: lookout.provider };
