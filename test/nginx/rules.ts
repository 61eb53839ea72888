// Each rule of the configuration, asked of a live region: routes, rewrites, headers, the cache, refusals, identities.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { connect } from "node:tls";
import { API_BODY_BYTES_MAX, EVENT_BODY_BYTES_MAX } from "../../src/core/entrance.ts";
import { hostsOf, regionOriginHost } from "../../src/platform/names/dns.ts";
import { OWN_HEALTH } from "../../src/platform/nginx/servers.ts";
import { type Answer, type Asked, ask } from "./client.ts";
import { EDGE_KEY, type Stand, type Tier } from "./stand.ts";

export type Check = readonly [promise: string, holds: () => Promise<string | undefined>];

/** In D's ranges: one of the network's own servers. */
export const NETWORK_ADDRESS = "198.51.100.7";
const API = "/api/2026-11";

/** As the network carries a client's request: its key, its client's address, and its own address from the load balancer. */
export const through = (client: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  "x-edge-key": EDGE_KEY,
  "true-client-ip": client,
  "x-forwarded-for": `${client}, ${NETWORK_ADDRESS}`,
  ...more,
});

export const basic = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;

/** Each request of the rules comes from somebody else, so that no limit is met before its own check. */
export function stranger(): string {
  const [a, b] = randomBytes(2);
  return `203.0.${a}.${b}`;
}

export const eventsBody = (count = 1, id = randomBytes(8).toString("hex")): string =>
  JSON.stringify({
    batch: Array.from({ length: count }, (_, index) => ({
      type: "track",
      event: "Seen",
      anonymousId: "a",
      messageId: `${id}-${index}`,
    })),
  });

export const batchOf = (host: string, writeKey: string, client: string, path = "/v1/batch"): Asked => ({
  host,
  path,
  method: "POST",
  headers: through(client, { "content-type": "application/json", authorization: basic(writeKey) }),
  body: eventsBody(),
});

function problem(answer: Answer, status: number, type: string): void {
  assert.equal(answer.status, status, answer.body.slice(0, 200));
  assert.equal(answer.headers["content-type"], "application/problem+json");
  const document = JSON.parse(answer.body) as Record<string, unknown>;
  assert.deepEqual([document.type, document.status], [type, status]);
  assert.ok(document.title && document.detail);
}

export function rules({ platform }: Stand, tier: Tier, writeKey: string): Check[] {
  const [app, api, collect] = (["app", "api", "collect"] as const).map((route) => hostsOf(platform, route)[0]!) as [
    string,
    string,
    string,
  ];
  const get = (host: string, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(tier.port, { host, path, headers: through(stranger(), headers) });
  /** How many requests reached the cluster, once all that were answered have been written. */
  const reached = async (): Promise<number> => {
    await tier.seenOf(await get(api, `${API}/regions`));
    return tier.seen().length;
  };
  return [
    [
      "a page comes from the bucket's mirror, is asked for again each time, and has the console's own headers",
      async () => {
        for (const path of ["/", "/regions", "/projects/shop/live"]) {
          const answer = await get(app, path);
          assert.equal(answer.status, 200);
          assert.match(answer.body, /<!doctype html>/i);
          assert.equal(answer.headers["cache-control"], "no-cache");
          assert.match(String(answer.headers["content-security-policy"]), /default-src 'none'/);
          assert.match(String(answer.headers["strict-transport-security"]), /max-age=63072000/);
        }
        return undefined;
      },
    ],
    [
      "a hashed file is immutable and compressed, and an unknown one is asked of the pods",
      async () => {
        const page = await get(app, "/");
        const path = /\/assets\/[^"]+\.js/.exec(page.body)![0];
        const answer = await get(app, path, { "accept-encoding": "gzip" });
        assert.equal(answer.status, 200);
        assert.equal(answer.headers["cache-control"], "public, max-age=31536000, immutable");
        assert.equal(answer.headers["content-encoding"], "gzip");
        const missing = await get(app, "/assets/none-00000000.js");
        problem(missing, 404, "/problems/not-found");
        assert.equal((await tier.seenOf(missing)).uri, "/assets/none-00000000.js");
        return undefined;
      },
    ],
    [
      "the API answers on its host, and a path without its first part is rewritten",
      async () => {
        problem(await get(api, `${API}/regions`), 401, "/problems/not-signed-in");
        const short = await get(api, "/2026-11/regions?a=b");
        problem(short, 401, "/problems/not-signed-in");
        assert.equal((await tier.seenOf(short)).uri, `${API}/regions?a=b`);
        problem(await get(app, `${API}/regions`), 401, "/problems/not-signed-in");
        return undefined;
      },
    ],
    [
      "events are acknowledged, whichever of the paths they take, and reach the collector by the one path",
      async () => {
        for (const path of ["/v1/batch", "/batch", "/b", "/beacon/v1/batch", "/v1/batch/"]) {
          const answer = await ask(tier.port, batchOf(collect, writeKey, stranger(), path));
          assert.equal(answer.status, 200, `${path}: ${answer.body}`);
          assert.match((await tier.seenOf(answer)).uri, /^\/v1\/(?:batch|b)$/);
        }
        assert.equal((await get(collect, `/v1/projects/${writeKey}/settings`)).status, 200);
        return undefined;
      },
    ],
    [
      "a public page is kept once and given to everybody; who shows a key or a session neither gets nor leaves a kept one",
      async () => {
        const path = `${API}/openapi.json`;
        const states: (string | undefined)[] = [];
        const headers = [{}, {}, { authorization: "Bearer x" }, { cookie: "tandem_session_1=x" }, {}];
        for (const one of headers) {
          const answer = await get(api, path, one as Record<string, string>);
          assert.equal(answer.status, 200);
          states.push(answer.headers["tandem-cache"] as string);
        }
        assert.deepEqual(states, ["MISS", "HIT", "BYPASS", "BYPASS", "HIT"]);
        return states.join(" ");
      },
    ],
    [
      "health passes through uncached and without the network's key, by the region's own name too",
      async () => {
        const own = regionOriginHost(platform, tier.region.name);
        for (const host of [own, api]) {
          const before = await reached();
          for (let round = 0; round < 2; round += 1) {
            const answer = await ask(tier.port, { host, path: "/healthz/active" });
            assert.match(answer.body, /"ok":(?:true|false)/);
            assert.equal((await ask(tier.port, { host, path: "/healthz" })).status, 200);
          }
          assert.equal((await reached()) - before, 5);
        }
        problem(await ask(tier.port, { host: own, path: "/" }), 404, "/problems/not-found");
        return undefined;
      },
    ],
    [
      "the load balancer's own check is answered by Nginx alone, and a stranger's host meets 404",
      async () => {
        const before = await reached();
        assert.equal((await ask(tier.port, { host: "10.0.0.1", path: OWN_HEALTH })).status, 200);
        problem(await get("app.elsewhere.example", "/"), 404, "/problems/not-found");
        assert.equal((await reached()) - before, 1);
        return undefined;
      },
    ],
    [
      "paths that processes keep for each other are 404, however they are spelt",
      async () => {
        const before = await reached();
        for (const host of [app, api, collect]) {
          for (const path of [
            "/internal/status",
            "//internal/status",
            "/%69nternal/status",
            "/a/../link/log",
            "/register",
          ]) {
            problem(await get(host, path), 404, "/problems/not-found");
          }
        }
        assert.equal((await reached()) - before, 1);
        return undefined;
      },
    ],
    [
      "who doesn't show the network's key is refused",
      async () => {
        for (const key of ["", "key", `${EDGE_KEY}x`, "default"]) {
          for (const [host, path] of [
            [app, "/"],
            [api, `${API}/regions`],
            [collect, "/v1/batch"],
          ] as const) {
            problem(await get(host, path, { "x-edge-key": key }), 403, "about:blank");
          }
        }
        return undefined;
      },
    ],
    [
      "a body is as large as the program takes it, and one byte more is refused in the program's words",
      async () => {
        const sized = (host: string, path: string, bytes: number) =>
          ask(tier.port, { host, path, method: "POST", headers: through(stranger()), body: Buffer.alloc(bytes, 32) });
        const events = await sized(collect, "/v1/batch", EVENT_BODY_BYTES_MAX + 1);
        problem(events, 413, "/problems/body-too-large");
        assert.equal(events.headers["access-control-allow-origin"], "*");
        problem(await sized(api, `${API}/projects`, API_BODY_BYTES_MAX + 1), 413, "/problems/too-large");
        assert.notEqual((await sized(collect, "/v1/batch", EVENT_BODY_BYTES_MAX)).status, 413);
        assert.notEqual((await sized(api, `${API}/projects`, API_BODY_BYTES_MAX)).status, 413);
        return undefined;
      },
    ],
    [
      "headers that are too large, and what isn't HTTP, are told so",
      async () => {
        problem(await get(api, "/", { "x-long": "x".repeat(9_000) }), 431, "/problems/header-too-large");
        problem(await get(api, `/${"x".repeat(9_000)}`), 431, "/problems/header-too-large");
        const said = await raw(tier.port, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        assert.match(said, /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*bad-request/);
        problem(
          await ask(tier.port, { host: app, path: "/", method: "POST", headers: through(stranger()) }),
          405,
          "/problems/wrong-method",
        );
        return undefined;
      },
    ],
    [
      "a client's address is the network's word, and nobody else's",
      async () => {
        const client = stranger();
        const asked: [Record<string, string>, string][] = [
          [through(client), client],
          // From elsewhere than the network: what the load balancer saw counts, whatever the headers claim.
          [
            { "x-edge-key": EDGE_KEY, "true-client-ip": "192.0.2.1", "x-forwarded-for": `192.0.2.1, ${client}` },
            client,
          ],
          [through("not an address"), NETWORK_ADDRESS],
        ];
        for (const [headers, wanted] of asked) {
          const answer = await ask(tier.port, { host: api, path: `${API}/regions`, headers });
          assert.equal((await tier.seenOf(answer)).forwardedFor, wanted);
          assert.equal((await tier.lineOf(answer)).client, wanted);
        }
        const counted = await ask(tier.port, batchOf(collect, writeKey, "203.0.113.77"));
        assert.equal((await tier.lineOf(counted)).client, "203.0.113.0", "visitors who are only counted aren't logged");
        return undefined;
      },
    ],
    [
      "a trace goes through, or begins here, and the log names it",
      async () => {
        const trace = randomBytes(16).toString("hex");
        const traced = await get(api, `${API}/regions`, { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
        assert.equal((await tier.seenOf(traced)).traceparent, `00-${trace}-00f067aa0ba902b7-01`);
        assert.equal((await tier.lineOf(traced)).trace, trace);
        for (const traceparent of ["", "nonsense", `00-${"0".repeat(32)}-00f067aa0ba902b7-01`]) {
          const answer = await get(api, `${API}/regions?writeKey=secret`, { traceparent, "x-request-id": "forged" });
          const line = await tier.lineOf(answer);
          const seen = await tier.seenOf(answer);
          assert.match(seen.traceparent, new RegExp(`^00-${line.trace as string}-[0-9a-f]{16}-00$`));
          assert.equal(seen.requestId, line.request);
          assert.equal(answer.headers["tandem-request-id"], line.request);
          assert.ok(!JSON.stringify(line).includes("secret"), "no query is logged");
        }
        return undefined;
      },
    ],
    [
      "connections to the inner load balancer are kept",
      async () => {
        const before = await reached();
        for (let round = 0; round < 20; round += 1) await get(api, `${API}/regions`);
        await reached();
        const used = new Set(
          tier
            .seen()
            .slice(before)
            .map(({ connection }) => connection),
        ).size;
        assert.ok(used <= 4, `${used} connections`);
        return `20 requests on ${used}`;
      },
    ],
  ];
}

function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => socket.write(text));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
  });
}
