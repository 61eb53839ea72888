// How requests come in: DNS, certificates, CDN, firewall, load balancer, and the optional tier of Nginx instances.
import { z } from "zod";
import { cidr, count, domainName, label, part, share, way } from "./field.ts";

const audience = z.strictObject({
  name: label(30).describe("What this kind of client is called; `<name>.<domain>` is its host."),
  formerly: label(30).optional().describe("The name it had before, so that its records are renamed and not made anew."),
  route: z.enum(["app", "api", "collect"]).describe("Which entrance these clients use."),
  answer: z
    .discriminatedUnion("kind", [
      way("fail-over"),
      way("geolocation", {
        continents: z
          .array(z.enum(["AF", "AN", "AS", "EU", "NA", "OC", "SA"]))
          .min(1)
          .describe("The continents whose clients get this record."),
        prefer: z.enum(["primary", "standby"]).describe("The region they are sent to while it is healthy."),
      }),
      way("latency"),
      way("weighted", { primaryShare: share().describe("The share of clients sent to the primary region.") }),
    ])
    .describe("How DNS chooses a region for them."),
});

export const edge = part({
  healthCheck: part({
    intervalSeconds: z
      .union([z.literal(10), z.literal(30)])
      .default(10)
      .describe("Seconds between a checker's requests; AWS fixes it when the check is made."),
    failureThreshold: count(1, 10).default(3).describe("Failures in a row that make an endpoint unhealthy."),
  }).describe("Route 53's health checks of `/healthz/active` in each region."),
  recordTtlSeconds: count(1, 300).default(60).describe("Time to live of records that aren't aliases."),
  audiences: z.array(audience).max(20).default([]).describe("Kinds of client that get a DNS answer of their own."),
  cdn: z
    .discriminatedUnion("kind", [
      way("cloudfront", {
        priceClass: z
          .enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"])
          .default("PriceClass_200")
          .describe("Which edge locations; 200 includes India."),
        cachedSeconds: count(0, 86_400).default(60).describe("How long pages that don't say otherwise are cached."),
      }),
      way("external", {
        provider: z.enum(["akamai", "other"]).describe("Whose network it is."),
        originRanges: z
          .array(cidr(8, 32))
          .min(1)
          .describe("The ranges its servers come from; the load balancer admits only them and the health checkers."),
        secretHeader: z
          .string()
          .default("x-edge-key")
          .describe("A header with a secret that it adds and the load balancer insists on."),
        hosts: z
          .array(domainName)
          .min(1)
          .describe("The names that the provider gave; DNS points the public names at them."),
      }),
      way("none"),
    ])
    .prefault({ kind: "cloudfront" })
    .describe("The content delivery network before the load balancers."),
  firewall: part({
    managedRules: z
      .array(
        z.enum([
          "AWSManagedRulesCommonRuleSet",
          "AWSManagedRulesKnownBadInputsRuleSet",
          "AWSManagedRulesSQLiRuleSet",
          "AWSManagedRulesAmazonIpReputationList",
          "AWSManagedRulesAnonymousIpList",
          "AWSManagedRulesBotControlRuleSet",
        ]),
      )
      .default([
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
      ])
      .describe("AWS's rule groups, in order."),
    requestsPerAddress: count(100, 2_000_000)
      .optional()
      .describe("Requests that one address may send in five minutes. Left out: derived from the objectives."),
    collectRequestsPerAddress: count(100, 2_000_000)
      .optional()
      .describe("The same for `collect.`, where one address may be a whole company. Left out: derived."),
    logDays: count(1, 3_650).default(90).describe("How long the firewall's log is kept."),
  }).describe("AWS WAF, at the CDN and at each region's load balancer."),
  shield: z
    .enum(["standard", "advanced"])
    .default("standard")
    .describe("Protection against floods. Advanced costs 3,000 USD a month and a year's subscription."),
  staticSite: z.boolean().default(true).describe("Serve the console's files and the browser script from S3."),
}).describe("How requests arrive.");

export const webTier = z
  .discriminatedUnion("kind", [
    way("nginx", {
      instanceType: z.string().default("c7g.large").describe("The instances' type."),
      requestsPerSecondPerInstance: count(10, 100_000)
        .default(2_000)
        .describe("What one instance carries; the group scales on it and on its processor."),
      cpuTargetPercent: count(10, 95).default(60).describe("The processor load that the group holds."),
      minPerZone: count(1, 10).default(1).describe("Instances per zone at least."),
      rateLimit: part({
        requestsPerSecondPerKey: count(1, 100_000).default(100).describe("The published limit per API key."),
        requestsPerSecondPerAddress: count(1, 100_000)
          .default(20)
          .describe("The published limit per address, for requests without a key."),
        burst: count(0, 100_000).default(40).describe("Requests above the limit that are still answered."),
      }).describe("The published limits; beyond them the answer is 429 with Retry-After and a problem document."),
      rootVolumeGib: count(8, 500).default(20).describe("The encrypted root volume."),
    }),
    way("none"),
  ])
  .prefault({ kind: "none" })
  .describe("A tier of Nginx instances between the public load balancer and the cluster, or none.");
