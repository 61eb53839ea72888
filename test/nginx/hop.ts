// What the tier costs: the same question through it and past it, one after the other, on kept connections.
import assert from "node:assert/strict";
import { hostsOf } from "../../src/platform/names/dns.ts";
import { ask, keepingAgent } from "./client.ts";
import { type Check, stranger, through } from "./rules.ts";
import type { Stand, Tier } from "./stand.ts";

const QUESTIONS = 300;

export function hop({ platform }: Stand, tier: Tier): Check[] {
  const host = hostsOf(platform, "api")[0]!;
  const median = async (port: number, agent = keepingAgent(1)): Promise<number> => {
    const taken: number[] = [];
    for (let index = 0; index < QUESTIONS; index += 1) {
      const began = performance.now();
      const answer = await ask(port, { host, path: "/healthz", headers: through(stranger()), agent });
      assert.equal(answer.status, 200);
      taken.push(performance.now() - began);
    }
    return taken.sort((a, b) => a - b)[QUESTIONS / 2]!;
  };
  return [
    [
      "the way through the tier, against the way past it",
      async () => {
        const past = await median(tier.inner.port);
        const by = await median(tier.port);
        return `p50 ${by.toFixed(2)} ms through, ${past.toFixed(2)} ms past it: ${(by - past).toFixed(2)} ms a request, TLS on both sides`;
      },
    ],
  ];
}
