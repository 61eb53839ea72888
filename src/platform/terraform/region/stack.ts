// A whole region. It reads only itself; the other region is a set of names. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";
import { lookoutOf } from "../lookout.ts";
import { buildBuckets } from "./buckets.ts";
import { buildCompute } from "./compute.ts";
import { buildEntry } from "./entry.ts";
import { buildFlowLogs } from "./flow-logs.ts";
import { buildNetwork } from "./network.ts";
import { buildOnPremises } from "./on-premises.ts";
import { buildRecords } from "./records.ts";
import { openSite } from "./site.ts";
import { buildStores } from "./stores.ts";
import { buildUnavailablePage } from "./unavailable-page.ts";
import { buildVoter } from "./voters.ts";
import { buildWatch } from "./watch.ts";

export function buildRegion(platform: Platform, configured: "primary" | "standby", stack: Stack): void {
  const site = openSite(platform, configured, stack);
  buildVoter(platform, stack);
  const buckets = buildBuckets(site);
  const network = buildNetwork(site);
  buildFlowLogs(site, network, [buckets.logs.policy]);
  buildOnPremises(site, network);
  buildEntry(site, network, buckets.static);
  buildUnavailablePage(site, buckets.static);
  const records = buildRecords(lookoutOf(site));
  buildStores(site, network, records);
  buildCompute(site, network);
  buildWatch(site, network, records);
}
