// The generated script that keeps a machine current, in front of the emulated bucket; and reloads under load.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bucketName } from "../../src/platform/names/data.ts";
import { hostsOf } from "../../src/platform/names/dns.ts";
import { nginxPrefix, SITE_PREFIX } from "../../src/platform/names/edge.ts";
import { MAIN_FILE } from "../../src/platform/nginx/configuration.ts";
import { ask, keepingAgent } from "./client.ts";
import { load } from "./load.ts";
import { batchOf, type Check, stranger, through } from "./rules.ts";
import type { Stand, Tier } from "./stand.ts";

const RELOADS = 6;
const RELOAD_EVERY_MS = 700;

export function keeping(stand: Stand, tier: Tier, key: string): Check[] {
  const { platform, aws } = stand;
  const [app, collect] = [hostsOf(platform, "app")[0]!, hostsOf(platform, "collect")[0]!];
  const bucket = bucketName(platform, "static", tier.region.name);
  const put = async (name: string, text: string): Promise<void> => {
    const file = join(tier.directory, "put");
    writeFileSync(file, text);
    await aws("s3", "cp", "--only-show-errors", file, `s3://${bucket}/${name}`);
  };
  const main = `${nginxPrefix(tier.region.name)}/${MAIN_FILE}`;
  const live = (): string => readFileSync(join(tier.machine.place.live, MAIN_FILE), "utf8");
  const file = async (path: string) => ask(tier.port, { host: app, path, headers: through(stranger()) });
  return [
    [
      "a file that is put into the bucket is served after the next fetch",
      async () => {
        await put(`${SITE_PREFIX}/assets/new-1a2b3c4d.js`, "export const here = true;\n");
        assert.equal((await file("/assets/new-1a2b3c4d.js")).status, 404);
        await tier.keep("site");
        assert.match((await file("/assets/new-1a2b3c4d.js")).body, /here = true/);
        return undefined;
      },
    ],
    [
      "a configuration that Nginx refuses is never taken, and the next good one is",
      async () => {
        const good = live();
        await put(main, `${good}\nno_such_directive on;\n`);
        await assert.rejects(tier.keep("site"), /no_such_directive[\s\S]*the old ones stay/);
        assert.equal(live(), good);
        assert.equal((await file("/")).status, 200);
        await put(main, `${good}# A newer one.\n`);
        await tier.keep("site");
        assert.match(live(), /A newer one/);
        await tier.keep("upstream");
        return undefined;
      },
    ],
    [
      `${RELOADS} reloads under load drop no request`,
      async () => {
        const seconds = (RELOADS * RELOAD_EVERY_MS) / 1_000 + 1;
        let reloads = 0;
        const timer = setInterval(() => {
          if (reloads >= RELOADS) return;
          reloads += 1;
          void tier.nginx.reload();
        }, RELOAD_EVERY_MS);
        const kept = keepingAgent(20);
        const before = tier.seen().length;
        const [anew, onKept] = await Promise.all([
          load(tier.port, 20, seconds, () => batchOf(collect, key, stranger())),
          load(tier.port, 20, seconds, () => ({ ...batchOf(collect, key, stranger()), agent: kept })),
        ]).finally(() => clearInterval(timer));
        assert.deepEqual([anew.broken, Object.keys(anew.statuses)], [[], ["200"]]);
        // A worker that ends closes idle connections; a client that writes on one just then hears "reset" before any
        // answer and sends again, which is safe for it to do by itself (RFC 9112, 9.3.1).
        const refused = onKept.broken.filter((why) => !/ECONNRESET|socket hang up|EPIPE/.test(why));
        assert.deepEqual([refused, Object.keys(onKept.statuses)], [[], ["200"]]);
        const done = (anew.statuses[200] ?? 0) + (onKept.statuses[200] ?? 0);
        assert.equal(tier.seen().length - before, done, "none of those was begun");
        return `${anew.sent} requests on connections of their own, 0 dropped; ${onKept.sent} on kept ones, ${onKept.broken.length} to be sent again`;
      },
    ],
    [
      "without the bucket everything goes on",
      async () => {
        await stand.stopEmulator();
        await assert.rejects(tier.keep("site"), /connect/i);
        assert.equal((await file("/assets/new-1a2b3c4d.js")).status, 200);
        return undefined;
      },
    ],
  ];
}
