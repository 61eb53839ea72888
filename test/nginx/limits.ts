// The published limits under load: who keeps to them is served, who doesn't is told when to come back, and nobody else
// notices.
import assert from "node:assert/strict";
import { hostsOf } from "../../src/platform/names/dns.ts";
import { publishedZones } from "../../src/platform/nginx/limits.ts";
import { keepingAgent } from "./client.ts";
import { load, percentile, type Result } from "./load.ts";
import { batchOf, type Check, stranger, through } from "./rules.ts";
import type { Stand, Tier } from "./stand.ts";

const SECONDS = 6;
const FLOOD_PER_SECOND = 400;
const CALM_PER_SECOND = 25;
/** Processors are shared with everything else on this machine, the load's own clients included. */
const HARM = { factor: 3, spareMs: 250 };

const told = (one: Result): string =>
  `${one.sent} sent, ${Object.entries(one.statuses)
    .map(([status, count]) => `${count} × ${status}`)
    .join(", ")}, p50 ${percentile(one, 0.5).toFixed(1)} ms, p99 ${percentile(one, 0.99).toFixed(1)} ms`;

export function limits({ platform, tiers }: Stand, tier: Tier, keys: readonly [string, string]): Check[] {
  assert.ok(platform.webTier.kind === "nginx");
  const { rateLimit } = platform.webTier;
  const zone = (name: string) => publishedZones(platform, platform.webTier as never).find((one) => one.name === name)!;
  const collect = hostsOf(platform, "collect")[0]!;
  const api = hostsOf(platform, "api")[0]!;
  const sending = (key: string, sockets: number) => {
    const agent = keepingAgent(sockets);
    return () => ({ ...batchOf(collect, key, stranger()), agent });
  };
  return [
    [
      `a tenant that floods is held at ${rateLimit.requestsPerSecondPerKey} requests a second and told so; another tenant loses nothing`,
      async () => {
        const beside = (flooded: Tier) =>
          Promise.all([
            load(flooded.port, FLOOD_PER_SECOND, SECONDS, sending(keys[0], 60)),
            load(tier.port, CALM_PER_SECOND, SECONDS, sending(keys[1], 20)),
          ]);
        // The control costs this machine the same: the flood goes to the other region's tier.
        const [, calm] = await beside(tiers[1]);
        const [flood, other] = await beside(tier);
        for (const one of [calm, flood, other]) assert.deepEqual(one.broken, []);
        assert.deepEqual(Object.keys(other.statuses), ["200"], told(other));
        assert.ok(percentile(other, 0.99) <= percentile(calm, 0.99) * HARM.factor + HARM.spareMs, told(other));
        const served = flood.statuses[200] ?? 0;
        const allowed = (seconds: number) => rateLimit.requestsPerSecondPerKey * seconds + rateLimit.burst;
        assert.ok(served >= allowed(SECONDS) * 0.85, `${served} of ${allowed(SECONDS)}: ${told(flood)}`);
        assert.ok(
          served <= allowed(flood.tookSeconds) * 1.05,
          `${served} of ${allowed(flood.tookSeconds)}: ${told(flood)}`,
        );
        assert.deepEqual(Object.keys(flood.statuses), ["200", "429"]);
        for (const answer of flood.answers.filter(({ status }) => status === 429)) {
          assert.equal(answer.headers["retry-after"], "1");
          assert.equal(answer.headers["access-control-allow-origin"], "*");
          assert.equal(answer.headers["content-type"], "application/problem+json");
          assert.equal(JSON.parse(answer.body).type, "/problems/rate-limited");
        }
        return `the flood elsewhere: ${told(calm)}\n      beside the flood: ${told(other)}\n      the flood: ${told(flood)}; ${allowed(flood.tookSeconds).toFixed(0)} were allowed in ${flood.tookSeconds.toFixed(1)} s`;
      },
    ],
    [
      "who comes back after Retry-After is served",
      async () => {
        const next = sending(keys[0], 10);
        const full = await load(tier.port, FLOOD_PER_SECOND, 1, next);
        assert.ok((full.statuses[429] ?? 0) > 0);
        await new Promise((resolve) =>
          setTimeout(
            resolve,
            1_000 * Number(full.answers.find(({ status }) => status === 429)!.headers["retry-after"]),
          ),
        );
        const again = await load(tier.port, 50, 1, next);
        assert.deepEqual(Object.keys(again.statuses), ["200"]);
        return undefined;
      },
    ],
    [
      `an address without a key is held at ${rateLimit.requestsPerSecondPerAddress} a second, and one that invents keys at ${zone("pages").perSecond}`,
      async () => {
        const agent = keepingAgent(40);
        const path = "/api/2026-11/regions";
        const shares: string[] = [];
        for (const [name, invents] of [
          ["addresses", false],
          ["pages", true],
        ] as const) {
          const client = stranger();
          const seconds = 3;
          const result = await load(tier.port, 300, seconds, (index) => ({
            ...{ host: api, path, agent },
            headers: through(client, invents ? { authorization: `Bearer invented-${index}` } : {}),
          }));
          const allowed = (within: number) => zone(name).perSecond * within + rateLimit.burst;
          const passed = result.sent - (result.statuses[429] ?? 0);
          assert.ok(passed >= allowed(seconds) * 0.85, `${name}: ${passed}; ${told(result)}`);
          assert.ok(passed <= allowed(result.tookSeconds) * 1.05, `${name}: ${passed}; ${told(result)}`);
          shares.push(
            `${name}: ${passed} of ${result.sent} passed, ${allowed(result.tookSeconds).toFixed(0)} were allowed in ${result.tookSeconds.toFixed(1)} s`,
          );
        }
        return shares.join("; ");
      },
    ],
  ];
}
