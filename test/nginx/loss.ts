// A region's processes die behind its web tier: what that tier says, and what the other one does.
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { hostsOf } from "../../src/platform/names/dns.ts";
import type { RunningInstallation } from "../scenarios/running-installation.ts";
import { ask } from "./client.ts";
import { batchOf, type Check, stranger, through } from "./rules.ts";
import type { Stand } from "./stand.ts";

const ACTIVE_MS_MAX = 60_000;
const ANSWER_MS_MAX = 3_000;

export function loss(
  { platform, tiers: [lost, other] }: Stand,
  installation: RunningInstallation,
  key: string,
): Check[] {
  const [api, collect] = [hostsOf(platform, "api")[0]!, hostsOf(platform, "collect")[0]!];
  const active = async (port: number) => (await ask(port, { host: api, path: "/healthz/active" })).status;
  return [
    [
      "when a region dies its web tier says so at once and in the program's words, and the other one becomes active",
      async () => {
        assert.equal(await active(lost.port), 200);
        assert.notEqual(await active(other.port), 200);
        const before = performance.now();
        const killed = await installation.tandem("kill", lost.region.name);
        assert.equal(killed.code, 0, killed.stderr);
        const since = performance.now();
        const refused = await ask(lost.port, batchOf(collect, key, stranger()));
        const tookMs = performance.now() - since;
        assert.equal(refused.status, 503, refused.body);
        assert.equal(refused.headers["retry-after"], "2");
        assert.equal(JSON.parse(refused.body).type, "/problems/unavailable");
        assert.ok(tookMs < ANSWER_MS_MAX, `${tookMs} ms`);
        assert.notEqual(await active(lost.port), 200);
        let accepted = 0;
        while ((await active(other.port)) !== 200) {
          assert.equal((await ask(other.port, batchOf(collect, key, stranger()))).status, 200);
          accepted += 1;
          assert.ok(performance.now() - before < ACTIVE_MS_MAX, "the other region doesn't become active");
          await wait(100);
        }
        const activeAfterMs = performance.now() - before;
        const page = await ask(lost.port, { host: hostsOf(platform, "app")[0]!, headers: through(stranger()) });
        assert.equal(page.status, 200, "files come from disk");
        return `503 within ${tookMs.toFixed(0)} ms; the other tier active after ${(activeAfterMs / 1_000).toFixed(1)} s (the kill command's own time included), ${accepted} events taken there meanwhile, 0 refused`;
      },
    ],
  ];
}
