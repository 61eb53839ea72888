// Sizes of what stands before the cluster: the firewall's rates and the Nginx tier.
import type { FilledBlueprint } from "./blueprint.ts";
import type { Platform, WebTier } from "./platform.ts";
import { replicasFor, replicasSurvivingZone, upToMultiple } from "./sizing/replicas.ts";
import type { Tally } from "./tally.ts";
import { type Load, perRegion } from "./workload-table.ts";

const WINDOW_S = 300;
/** One address may make one request in a hundred of the busiest hour's; of events, one in twenty: companies share addresses. */
const SHARE_OF_ADDRESS = 0.01;
const SHARE_OF_COLLECTING_ADDRESS = 0.05;
/** Events that SDKs put into a request on average; browsers send one, servers up to a hundred. */
const EVENTS_PER_REQUEST = 10;
/** The smallest rate that WAF takes. */
const RATE_MIN = 100;

export function firewallOf(blueprint: FilledBlueprint, tally: Tally): Platform["edge"]["firewall"] {
  const { firewall } = blueprint.edge;
  const { requestsPerSecond, eventsPerSecond } = blueprint.objectives;
  const { webTier } = blueprint;
  // What is published per key may come from one address: a firewall that is stricter would break the promise.
  const published = webTier.kind === "nginx" ? webTier.rateLimit.requestsPerSecondPerKey * WINDOW_S : RATE_MIN;
  const source = "WAF counts per address over five minutes; the shares are ours";
  const pages = Math.max(published, Math.round(requestsPerSecond * WINDOW_S * SHARE_OF_ADDRESS));
  const collecting = Math.max(
    published,
    Math.round((eventsPerSecond / EVENTS_PER_REQUEST) * WINDOW_S * SHARE_OF_COLLECTING_ADDRESS),
  );
  return {
    ...firewall,
    requestsPerAddress:
      firewall.requestsPerAddress ??
      tally.derived(
        "firewall: requests per address",
        pages,
        "in 5 minutes",
        "requests/s × 300 s × 1 %, at least what is published per key",
        source,
      ),
    collectRequestsPerAddress:
      firewall.collectRequestsPerAddress ??
      tally.derived(
        "firewall: collecting requests per address",
        collecting,
        "in 5 minutes",
        "events/s ÷ 10 per request × 300 s × 5 %, at least what is published per key",
        source,
      ),
  };
}

export function sizeWebTier(blueprint: FilledBlueprint, load: Load, tally: Tally): WebTier {
  const tier = blueprint.webTier;
  if (tier.kind === "none") return tier;
  const per = tier.requestsPerSecondPerInstance;
  const target = tier.cpuTargetPercent / 100;
  const least = upToMultiple(
    Math.max(3 * tier.minPerZone, replicasSurvivingZone(replicasFor(load.requestsPerSecond, per))),
    3,
  );
  const most = upToMultiple(
    Math.max(least * 2, replicasSurvivingZone(replicasFor(load.plannedRequestsPerSecond, per, target))),
    3,
  );
  tally.derived(
    "Nginx: instances",
    least,
    "instances",
    "requests/s ÷ per instance, surviving a zone, a multiple of three",
    "webTier.requestsPerSecondPerInstance",
  );
  return { ...tier, instances: perRegion({ min: least, max: most }, load.standbyShare) };
}
