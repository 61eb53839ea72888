// The published limits, as zones that Nginx counts in and as what a location says. A request with a key counts for the key
// and for its address; without one for its address alone, more strictly. So neither many addresses with one key nor many
// invented keys from one address get past.
import type { Platform } from "../../blueprint/platform.ts";
import { CLIENT, KEY, KEYED_ADDRESS, UNKEYED_ADDRESS } from "./clients.ts";
import { commented, type Directive, directive, withVariables } from "./directive.ts";
import type { Place } from "./place.ts";

type Tier = Extract<Platform["webTier"], { kind: "nginx" }>;
/** What a location's requests are: the API and pages, events, files, or the health checkers' questions. */
export type Counted = "pages" | "events" | "files" | "health";

/** AWS WAF, whose rates these are, counts over five minutes. */
const FIREWALL_WINDOW_SECONDS = 300;
/** From one address; Route 53's checkers ask every ten seconds, from some sixty addresses. */
const HEALTH_PER_SECOND = 10;
/** 10 MB hold some 28,000 keys of full length or 80,000 addresses; the longest unused goes first. */
const ZONE = "10m";
/** A tenth of a second's worth is never worth a refusal. */
const BURST_MIN = 1;

export const RETRY_AFTER_SECONDS = 1;

type Zone = { readonly name: string; readonly by: string; readonly perSecond: number };

/** Requests per second over the whole tier, as published. */
export function publishedZones({ edge: { firewall } }: Platform, tier: Tier): readonly Zone[] {
  const { requestsPerSecondPerKey, requestsPerSecondPerAddress } = tier.rateLimit;
  const ofFirewall = (requests: number) =>
    Math.max(requestsPerSecondPerAddress, Math.ceil(requests / FIREWALL_WINDOW_SECONDS));
  return [
    { name: "keys", by: KEY, perSecond: requestsPerSecondPerKey },
    { name: "addresses", by: UNKEYED_ADDRESS, perSecond: requestsPerSecondPerAddress },
    { name: "pages", by: KEYED_ADDRESS, perSecond: ofFirewall(firewall.requestsPerAddress) },
    { name: "events", by: KEYED_ADDRESS, perSecond: ofFirewall(firewall.collectRequestsPerAddress) },
    // A page takes a dozen files at once, from people who have no key yet; from disk they cost next to nothing.
    { name: "files", by: CLIENT, perSecond: Math.max(requestsPerSecondPerKey, requestsPerSecondPerAddress) },
    { name: "health", by: CLIENT, perSecond: HEALTH_PER_SECOND },
  ];
}

/** Each instance counts by itself, and the load balancer spreads a client's requests over all of them. */
export function limitZones(platform: Platform, tier: Tier, { instances }: Place): Directive[] {
  const zones = publishedZones(platform, tier).map(({ name, by, perSecond }) =>
    directive(
      "limit_req_zone",
      withVariables(by),
      `zone=${name}:${ZONE}`,
      `rate=${Math.ceil(name === "health" ? perSecond : perSecond / instances)}r/s`,
    ),
  );
  return [
    commented(
      `The published limits, shared by ${instances} ${instances === 1 ? "instance" : "instances"}: what is left of the smallest group when a zone is lost.`,
      zones[0]!,
    ),
    ...zones.slice(1),
    directive("limit_req_status", 429),
    commented(
      "The access log has each refusal; the error log would add the client's address.",
      directive("limit_req_log_level", "info"),
    ),
  ];
}

export function limitsOf(counted: Counted, tier: Tier, { instances }: Place): Directive[] {
  const burst = Math.max(BURST_MIN, Math.ceil(tier.rateLimit.burst / instances));
  const zones = counted === "health" || counted === "files" ? [counted] : ["keys", "addresses", counted];
  return zones.map((zone) => directive("limit_req", `zone=${zone}`, `burst=${burst}`, "nodelay"));
}
