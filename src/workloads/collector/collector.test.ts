import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { normalise } from "../../app/events/normalise.ts";
import { NO_USER_AGENT } from "../../app/events/user-agent.ts";
import {
  CLIENT_ADDRESS_HEADER,
  LINK_KEY_HEADER,
  RECEIVED_AT_HEADER,
  REQUEST_ID_HEADER,
} from "../../core/installation.ts";
import type { KeyOwner } from "../../drivers/keys/key-store.ts";
import { unheardTelemetry } from "../../drivers/telemetry/telemetry.ts";
import { BodyBudget } from "./body.ts";
import { type Collector, type CollectorOptions, startCollector } from "./collector.ts";
import { MemoryLog } from "./memory-log.ts";

const linkKey = "ab".repeat(32);
const AGENT = "Mozilla/5.0 test";
const now = Date.UTC(2026, 10, 21, 12);

const open: Collector[] = [];

type Acknowledge = (origin: string, offset: number) => void;

/** A collector on a free port over a log in memory; keys: KEY (class region), PAIR (degrade), STRICT (refuse). */
async function started(change: Partial<CollectorOptions> = {}) {
  const log = new MemoryLog();
  const keys = { current: true, refreshed: 0 };
  const owners = new Map<string, KeyOwner>([
    ["KEY", { project: "shop", acknowledgement: "region", pairPolicy: "degrade" }],
    ["OTHER", { project: "other", acknowledgement: "region", pairPolicy: "degrade" }],
    ["PAIR", { project: "pair", acknowledgement: "pair", pairPolicy: "degrade" }],
    ["STRICT", { project: "strict", acknowledgement: "pair", pairPolicy: "refuse" }],
  ]);
  let acknowledge: Acknowledge = () => undefined;
  const events: string[] = [];
  const collector = await startCollector({
    port: 0,
    linkKey,
    log,
    keys: {
      find: (key) => owners.get(key),
      isCurrent: () => keys.current,
      refresh: async () => {
        keys.refreshed += 1;
      },
      status: () => ({ asOf: now, projects: 3 }),
      close: async () => undefined,
    },
    countryOf: (address) => ({ "8.8.8.8": "US", "49.36.0.1": "IN" })[address],
    saltOf: (day) => (day === "2026-11-21" ? Buffer.alloc(32, 7) : undefined),
    link: (onAck) => {
      acknowledge = onAck;
      return async (_request, response) => {
        response.end("frames");
        return true;
      };
    },
    telemetry: unheardTelemetry(),
    now: () => now,
    onEvent: (event) => events.push(event),
    ...change,
  });
  open.push(collector);
  const url = `http://127.0.0.1:${collector.port}`;
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: "POST",
      body: typeof body === "string" || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      headers: { authorization: basic("KEY"), "user-agent": AGENT, ...headers },
    });
  const stored = () => log.records.flatMap((record) => normalise(record, log.origin, () => NO_USER_AGENT).events);
  return {
    collector,
    log,
    keys,
    url,
    send,
    stored,
    events,
    acknowledge: (offset: number) => acknowledge(log.origin, offset),
  };
}

const basic = (key: string) => `Basic ${Buffer.from(key).toString("base64")}`;

let shared: Awaited<ReturnType<typeof started>>;
before(async () => {
  shared = await started();
});
after(() => Promise.all(open.map((collector) => collector.close())));

const track = { event: "Clicked", userId: "u" };
const rawString = (text: string) => `{"event":"e","userId":"u","properties":{"a":"${text}"}}`;
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

/** What is sent → what is answered. The manual names the same codes. */
const ANSWERS: [what: string, path: string, body: unknown, status: number, code: string | null][] = [
  ["an event", "/v1/track", track, 200, null],
  ["a short path", "/t", track, 200, null],
  ["a trailing slash", "/v1/p/", { anonymousId: "a" }, 200, null],
  ["RudderStack's beacon", "/beacon/v1/batch", { batch: [] }, 200, null],
  ["the browser SDK's own metrics", "/v1/m", { series: [] }, 200, null],
  ["an empty batch", "/v1/batch", { batch: [] }, 200, null],
  ["an event without any id", "/v1/page", {}, 200, null],
  ["a number as user id", "/v1/track", { event: "e", userId: 7 }, 200, null],
  ["a clock wrong by years", "/v1/track", { ...track, timestamp: "1931-01-01T00:00:00Z" }, 200, null],
  ["a time that is no time", "/v1/track", { ...track, timestamp: "yesterday" }, 200, null],
  [
    "a prototype key",
    "/v1/track",
    '{"event":"e","userId":"u","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    200,
    null,
  ],
  [
    "invalid UTF-8, which is read as U+FFFD",
    "/v1/track",
    Buffer.from('{"event":"e","userId":"\xff"}', "latin1"),
    200,
    null,
  ],
  ["a byte order mark", "/v1/track", `\uFEFF${JSON.stringify(track)}`, 200, null],
  ["the largest depth", "/v1/track", `{"event":"e","userId":"u","properties":${nested(19)}}`, 200, null],
  ["nothing", "/v1/track", "", 400, "invalid-json"],
  ["half of a document", "/v1/track", '{"event":', 400, "invalid-json"],
  ["NUL outside a string", "/v1/track", "\0", 400, "invalid-json"],
  ["an array", "/v1/track", "[]", 400, "invalid-body"],
  ["null", "/v1/batch", "null", 400, "invalid-body"],
  ["a batch without events", "/v1/batch", { events: [] }, 400, "invalid-body"],
  ["a batch that is an object", "/v1/batch", { batch: { length: 1, 0: track } }, 400, "invalid-body"],
  ["a batch whose context is text", "/v1/batch", { batch: [{ type: "page" }], context: "x" }, 400, "invalid-body"],
  ["a track call without name", "/v1/track", { userId: "u" }, 400, "event-refused"],
  ["a name that is a number", "/v1/track", { event: 1, userId: "u" }, 400, "event-refused"],
  ["a user id that is an object", "/v1/track", { event: "e", userId: {} }, 400, "event-refused"],
  ["a message id that is a number", "/v1/track", { ...track, messageId: 5 }, 400, "event-refused"],
  ["a message id of 256 characters", "/v1/track", { ...track, messageId: "m".repeat(256) }, 400, "event-refused"],
  ["properties that are an array", "/v1/track", { ...track, properties: [] }, 400, "event-refused"],
  ["a time that is an object", "/v1/track", { ...track, timestamp: {} }, 400, "event-refused"],
  ["identify without an identity", "/v1/identify", { traits: {} }, 400, "event-refused"],
  ["group without a group", "/v1/group", { userId: "u" }, 400, "event-refused"],
  ["alias without a user", "/v1/alias", { previousId: "u" }, 400, "event-refused"],
  ["an escaped NUL", "/v1/track", rawString("\\u0000"), 400, "event-refused"],
  ["half of a surrogate pair", "/v1/track", rawString("\\ud800"), 400, "event-refused"],
  ["a number beyond range", "/v1/track", '{"event":"e","userId":"u","properties":{"a":1e999}}', 400, "event-refused"],
  ["one level too deep", "/v1/track", `{"event":"e","userId":"u","properties":${nested(20)}}`, 400, "event-refused"],
  [
    "depth without end",
    "/v1/track",
    `{"event":"e","userId":"u","properties":${"[".repeat(200_000)}${"]".repeat(200_000)}}`,
    400,
    "event-refused",
  ],
  [
    "too many keys",
    "/v1/track",
    { ...track, properties: Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [i, 1])) },
    400,
    "event-refused",
  ],
  ["a string too long", "/v1/track", rawString("a".repeat(16_385)), 400, "event-refused"],
  [
    "an event of 33 KiB",
    "/v1/track",
    { ...track, properties: { list: Array.from({ length: 33 }, () => "a".repeat(1_024)) } },
    413,
    "event-too-large",
  ],
  [
    "2,501 events",
    "/v1/batch",
    { batch: Array.from({ length: 2_501 }, () => ({ type: "page" })) },
    413,
    "too-many-events",
  ],
  ["400,001 values", "/v1/batch", `[${"0,".repeat(400_000)}0]`, 413, "body-too-large"],
  ["more than 5 MiB", "/v1/batch", " ".repeat(5 * 1024 * 1024 + 1), 413, "body-too-large"],
  ["no such path", "/v2/track", track, 404, "not-found"],
  ["a path of a prototype", "/constructor", track, 404, "not-found"],
];

for (const [what, path, body, status, code] of ANSWERS) {
  test(`${what}: ${status} ${code ?? ""}`, async () => {
    const before = shared.log.durableEnd();
    const response = await shared.send(path, body);
    const answer = (await response.json()) as { type?: string; accepted?: number; status?: number };
    assert.equal(response.status, status, JSON.stringify(answer));
    if (code === null) return;
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.equal(answer.type, `/problems/${code}`);
    assert.equal(answer.status, status);
    assert.equal(shared.log.durableEnd(), before, "nothing was stored");
  });
}

test("hostile prototypes change no prototype and are kept as data", async () => {
  await shared.send("/v1/track", '{"event":"proto","userId":"u","properties":{"__proto__":{"polluted":1}}}');
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  assert.equal(shared.stored().find((event) => event.name === "proto")?.props, '{"__proto__":{"polluted":1}}');
});

test("a batch keeps its good events and names the index and reason of each refused one", async () => {
  const { send, stored, log } = await started();
  const batch = [
    { type: "track", ...track, messageId: "1" },
    { type: "trakc" },
    null,
    { type: "page", messageId: "2" },
  ];
  const answer = await (await send("/v1/batch", { batch })).json();
  assert.deepEqual(answer, {
    success: true,
    accepted: 2,
    refused: [
      {
        index: 1,
        code: "unknown-type",
        detail: '`type` is "trakc"; it is one of track, page, screen, identify, group, alias.',
        pointer: "/type",
      },
      { index: 2, code: "not-an-object", detail: "An event is a JSON object, not null." },
    ],
  });
  assert.deepEqual(
    stored().map((event) => [event.message_id, event.offset]),
    [
      ["1", 0],
      ["2", 1],
    ],
  );
  assert.equal(
    Buffer.from(log.records[0]?.payload as Uint8Array).includes("trakc"),
    false,
    "what was refused is not stored",
  );
  const none = await send("/v1/batch", { batch: [{ type: 1 }, 2] });
  assert.equal(none.status, 400);
  assert.deepEqual(
    ((await none.json()) as { errors: { index: number }[] }).errors.map((error) => error.index),
    [0, 1],
  );
});

test("one oversized event among good ones is refused alone", async () => {
  const big = { type: "track", ...track, properties: { list: Array.from({ length: 40 }, () => "é".repeat(1_000)) } };
  const response = await shared.send("/v1/batch", { batch: [big, { type: "page" }] });
  const answer = (await response.json()) as { accepted: number; refused: [{ code: string }] };
  assert.equal(answer.accepted, 1);
  assert.equal(answer.refused[0].code, "too-large");
});

test("the bytes pass through to the log as they came when nothing has to be left out", async () => {
  const { send, log } = await started();
  const body = ' {"batch" : [ {"type":"track","event":"é\\u00e9","userId":"u"} ]}';
  await send("/v1/batch", body);
  assert.ok(Buffer.from(log.records[0]?.payload as Uint8Array).includes(body));
});

test("a raw address is never stored, however it is spelt; its country is", async () => {
  const { send, log, stored } = await started();
  await send("/v1/batch", { batch: [{ type: "page", context: { ip: "8.8.8.8" } }], context: { ip: "49.36.0.1" } });
  await send("/v1/track", '{"event":"e","context":{"\\u0069p":"49.36.0.1"},"context":{"\\u0069\\u0070":"8.8.8.8"}}');
  await send("/v1/page", '{"ip":"8.8.8.8","anonymousId":"a"}');
  await send("/v1/page", {}, { [LINK_KEY_HEADER]: linkKey, [CLIENT_ADDRESS_HEADER]: "49.36.0.1" });
  const nested = { device: { ip: "8.8.8.8" }, hops: [{ ip: "49.36.0.1" }], traits: { request_ip: "8.8.8.8" } };
  await send("/v1/batch", {
    batch: [{ type: "page", request_ip: "8.8.8.8", context: nested }],
    context: nested,
    request_ip: "8.8.8.8",
  });
  await send("/v1/page", '{"request\\u005Fip":"8.8.8.8","context":{"a":{"\\u0069p":"8.8.8.8"}}}');
  for (const { payload } of log.records) {
    const text = Buffer.from(payload).toString();
    assert.doesNotMatch(text, /8\.8\.8\.8|49\.36|127\.0\.0\.1/);
  }
  assert.deepEqual(
    stored().map((event) => event.country),
    ["US", "US", null, "IN", null, null],
  );
});

test("the caller's address and the edge's request id are believed only with the link key", async () => {
  const { send, stored } = await started();
  const claims = { [CLIENT_ADDRESS_HEADER]: "49.36.0.1", [REQUEST_ID_HEADER]: "stamped-by-edge" };
  await send("/v1/page", {}, { ...claims, [LINK_KEY_HEADER]: "cd".repeat(32) });
  await send("/v1/page", {}, { ...claims, [LINK_KEY_HEADER]: linkKey });
  const [stranger, edge] = stored();
  assert.equal(stranger?.country, null);
  assert.doesNotMatch(stranger?.message_id ?? "", /stamped/);
  assert.equal(edge?.country, "IN");
  assert.equal(edge?.message_id, "stamped-by-edge-0");
});

test("a retry of the edge keeps the day on which the edge received the event, and no stranger sets it", async () => {
  const midnight = Date.UTC(2026, 10, 21);
  const { send, stored } = await started({ now: () => midnight + 5 });
  const stamped = { [RECEIVED_AT_HEADER]: String(midnight - 5), [REQUEST_ID_HEADER]: "stamped-by-edge" };
  await send("/v1/page", {}, { ...stamped, [LINK_KEY_HEADER]: linkKey });
  await send("/v1/page", {}, stamped);
  await send("/v1/page", {}, { [RECEIVED_AT_HEADER]: String(midnight - 10 ** 7), [LINK_KEY_HEADER]: linkKey });
  assert.deepEqual(
    stored().map((event) => event.day),
    ["2026-11-20", "2026-11-21", "2026-11-21"],
  );
});

test("without any id the visitor is the same for the same project, address, agent and day, and another one otherwise", async () => {
  const { send, stored } = await started();
  const from = (ip: string, userAgent: string) => ({ type: "page", context: { ip, userAgent } });
  await send("/v1/batch", {
    batch: [from("8.8.8.8", "A"), from("8.8.8.8", "A"), from("8.8.8.8", "B"), from("49.36.0.1", "A")],
  });
  await send("/v1/page", from("8.8.8.8", "A"));
  await send("/v1/page", from("8.8.8.8", "A"), { authorization: basic("OTHER") });
  const [a, same, agent, address, again, project] = stored().map((event) => event.device);
  assert.match(a ?? "", /^[\w-]{16}$/);
  assert.equal(same, a);
  assert.equal(again, a);
  assert.equal(new Set([a, agent, address, project]).size, 4);
});

test("without a salt an event counts as a visitor of its own, and somebody is told", async () => {
  const { send, stored, events } = await started({ saltOf: () => undefined });
  await send("/v1/page", {});
  await send("/v1/page", {});
  const devices = stored().map((event) => event.device);
  assert.equal(new Set(devices).size, 2);
  assert.match(devices[0] ?? "", /^unsalted-/);
  assert.deepEqual(events, ["salt-missing"]);
});

const packers = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync, "x-gzip": gzipSync };
for (const [encoding, pack] of Object.entries(packers)) {
  test(`${encoding} bodies are inflated`, async () => {
    const small = await shared.send("/v1/track", pack(JSON.stringify(track)), { "content-encoding": encoding });
    assert.equal(small.status, 200);
    const noise = Array.from({ length: 200 }, (_, i) => ({
      type: "page",
      messageId: `${i}`,
      userId: `${Math.sin(i)}`,
    }));
    const large = await shared.send("/v1/batch", pack(JSON.stringify({ batch: noise })), {
      "content-encoding": encoding,
    });
    assert.equal(((await large.json()) as { accepted: number }).accepted, 200);
  });
}

test("bare deflate streams are inflated too", async () => {
  const response = await shared.send("/v1/track", deflateRawSync(JSON.stringify(track)), {
    "content-encoding": "deflate",
  });
  assert.equal(response.status, 200);
});

test("what inflates beyond 5 MiB or a hundredfold is 413, what doesn't inflate 400, an unknown encoding 415", async () => {
  const status = async (body: Uint8Array | string, encoding: string) =>
    (await shared.send("/v1/batch", body, { "content-encoding": encoding })).status;
  assert.equal(await status(gzipSync(Buffer.alloc(6 * 1024 * 1024, 32)), "gzip"), 413);
  assert.equal(await status(brotliCompressSync(Buffer.alloc(1024 * 1024, 32)), "br"), 413);
  assert.equal(await status(gzipSync("{}").subarray(0, 12), "gzip"), 400);
  assert.equal(await status("{}", "gzip"), 400);
  assert.equal(await status("{}", "zstd"), 415);
  assert.equal(await status(gzipSync(gzipSync("{}")), "gzip, gzip"), 415);
});

test("any content type is read as JSON unless it plainly isn't", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/octet-stream", "nonsense"]) {
    assert.equal((await shared.send("/v1/track", track, { "content-type": type })).status, 200, type);
  }
  for (const type of ["multipart/form-data; boundary=x", "image/png", "application/x-protobuf", "TEXT/HTML"]) {
    const response = await shared.send("/v1/track", track, { "content-type": type });
    assert.equal(response.status, 415, type);
  }
});

test("the write key is taken from Basic auth with or without colon, X-Write-Key, the query, or the body", async () => {
  const send = async (path: string, body: object, headers: Record<string, string>) =>
    (await fetch(shared.url + path, { method: "POST", body: JSON.stringify(body), headers })).status;
  assert.equal(await send("/v1/track", track, { authorization: basic("KEY:") }), 200);
  assert.equal(await send("/v1/track", track, { authorization: basic("KEY:secret") }), 200);
  assert.equal(await send("/v1/track", track, { "x-write-key": "KEY" }), 200);
  assert.equal(await send("/v1/track?writeKey=KEY", track, {}), 200);
  assert.equal(await send("/v1/track", { ...track, writeKey: "KEY" }, {}), 200);
  assert.equal(await send("/v1/batch", { batch: [], writeKey: "KEY" }, { authorization: "Bearer x" }), 200);
  assert.equal(await send("/v1/track", track, {}), 401);
  assert.equal(await send("/v1/track", { ...track, writeKey: ["KEY"] }, {}), 401);
});

test("an unknown key is 401 only while the copy of the keys is current, else 503 with Retry-After", async () => {
  const { send, keys } = await started();
  assert.equal((await send("/v1/track", track, { authorization: basic("constructor") })).status, 401);
  assert.equal(keys.refreshed, 1, "it was looked up afresh");
  keys.current = false;
  const response = await send("/v1/track", track, { authorization: basic("NEW") });
  assert.equal(response.status, 503);
  assert.equal(response.headers.get("retry-after"), "2");
  assert.equal((await send("/v1/track", track)).status, 200, "known keys go on");
});

test("a full log is 503 with Retry-After, and the health check says why", async () => {
  const { send, log, url } = await started();
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  log.refusal = "The disk is full.";
  const response = await send("/v1/track", track);
  assert.equal(response.status, 503);
  assert.ok(Number(response.headers.get("retry-after")) >= 1);
  const health = await fetch(`${url}/healthz`);
  assert.equal(health.status, 503);
  assert.deepEqual(await health.json(), { ok: false, because: "The disk is full." });
  log.refusal = undefined;
  assert.equal((await send("/v1/track", track)).status, 200);
});

test("a project over its rate is 429 with Retry-After in whole seconds, others are not held up", async () => {
  const { send } = await started({ rateLimit: { eventsPerSecond: 2 } });
  const batch = { batch: [{ type: "page" }, { type: "page" }] };
  assert.equal((await send("/v1/batch", batch)).status, 200);
  const response = await send("/v1/batch", batch);
  assert.equal(response.status, 429);
  assert.equal(response.headers.get("retry-after"), "1");
  assert.equal((await send("/v1/batch", batch, { authorization: basic("OTHER") })).status, 200);
});

test("more bodies than the budget holds are 503 with Retry-After, and it is given back", async () => {
  const { send } = await started({ bodyBudget: new BodyBudget(1_000) });
  const large = { ...track, properties: { text: "a".repeat(2_000) } };
  const response = await send("/v1/track", large);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get("retry-after"), "1");
  const packed = await send("/v1/track", gzipSync(JSON.stringify(large)), { "content-encoding": "gzip" });
  assert.equal(packed.status, 503, "what counts is what it inflates to");
  for (let i = 0; i < 30; i += 1) assert.equal((await send("/v1/track", track)).status, 200);
});

test("a fault of the log is told once, recorded, and answered 503", async () => {
  const { send, log, events } = await started();
  log.append = () => Promise.reject(new Error("bug"));
  const response = await send("/v1/track", track);
  assert.equal(response.status, 503);
  assert.ok(response.headers.get("retry-after"));
  assert.deepEqual(events, ["fault"]);
});

test("class pair is answered when the peer has the events", async () => {
  const { send, log, acknowledge } = await started();
  const answer = send("/v1/track", track, { authorization: basic("PAIR") });
  while (log.durableEnd() === 0) await new Promise(setImmediate);
  acknowledge(1);
  assert.equal((await answer).headers.get("tandem-acknowledged"), "pair");
  assert.equal((await send("/v1/track", track)).headers.get("tandem-acknowledged"), "region");
});

test("without the peer the project's policy decides, nobody waits twice, and what is at risk is counted until it is there", async () => {
  const { collector, send, acknowledge } = await started();
  const [degraded, refused] = await Promise.all([
    send("/v1/track", track, { authorization: basic("PAIR") }),
    send("/v1/track", track, { authorization: basic("STRICT") }),
  ]);
  assert.equal(degraded.status, 200);
  assert.equal(degraded.headers.get("tandem-acknowledged"), "pair; degraded");
  assert.equal(refused.status, 503);
  assert.equal(refused.headers.get("retry-after"), "1");
  const began = performance.now();
  assert.equal((await send("/v1/track", track, { authorization: basic("PAIR") })).status, 200);
  assert.ok(performance.now() - began < 500, "the peer is known to be away");
  assert.equal(collector.status().atRisk, 2);
  acknowledge(3);
  assert.equal(collector.status().atRisk, 0);
  assert.equal(collector.status().peerAway, false);
});

test("a browser's preflight allows what the SDKs send and exposes Retry-After", async () => {
  const response = await fetch(`${shared.url}/v1/t`, {
    method: "OPTIONS",
    headers: { origin: "https://shop.example", "access-control-request-method": "POST" },
  });
  assert.equal(response.status, 204);
  const allowed = response.headers.get("access-control-allow-headers") ?? "";
  for (const header of [
    "authorization",
    "content-type",
    "x-retry-count",
    "anonymousid",
    "sentat",
    "rsa-retry-attempt",
  ]) {
    assert.ok(allowed.split(", ").includes(header), header);
  }
  assert.match(response.headers.get("access-control-allow-methods") ?? "", /POST/);
  assert.ok(Number(response.headers.get("access-control-max-age")) >= 3_600);
  const refused = await shared.send("/v1/t", "{", { origin: "https://shop.example" });
  assert.equal(refused.headers.get("access-control-allow-origin"), "*");
  assert.match(refused.headers.get("access-control-expose-headers") ?? "", /Retry-After, tandem-acknowledged/);
});

test("another method is 405 with Allow, never a redirect", async () => {
  const response = await fetch(`${shared.url}/v1/track`, { redirect: "manual" });
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("allow"), "POST, OPTIONS");
});

test("the settings document starts the browser SDK, for GET and HEAD", async () => {
  for (const path of ["/v1/projects/KEY/settings", "/projects/KEY/settings/"]) {
    const settings = (await (await fetch(shared.url + path)).json()) as {
      integrations: { "Segment.io": { apiKey: string; apiHost: string; protocol: string } };
    };
    const { apiKey, apiHost, protocol } = settings.integrations["Segment.io"];
    assert.deepEqual([apiKey, `${protocol}://${apiHost}`], ["KEY", `${shared.url}/v1`]);
    const head = await fetch(shared.url + path, { method: "HEAD" });
    assert.deepEqual([head.status, await head.text()], [200, ""]);
  }
});

test("paths between processes need the link key, and are closed to what the edge forwards", async () => {
  for (const path of ["/internal/status", "/link/log"]) {
    assert.equal((await fetch(shared.url + path)).status, 401, path);
    const headers = { [LINK_KEY_HEADER]: linkKey };
    assert.equal((await fetch(shared.url + path, { headers })).status, 200, path);
    const forwarded = { ...headers, [CLIENT_ADDRESS_HEADER]: "8.8.8.8" };
    assert.equal((await fetch(shared.url + path, { headers: forwarded })).status, 401, path);
  }
});

test("what isn't HTTP gets a problem document and a closed connection", async () => {
  for (const [bytes, status] of [
    ["nonsense\r\n\r\n", 400],
    [`GET / HTTP/1.1\r\nhost: x\r\nlong: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["POST /v1/track HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n", 400],
  ] as const) {
    const text = await raw(shared.collector, bytes);
    assert.match(text, new RegExp(`^HTTP/1.1 ${status} `));
    assert.match(text, /"type":"\/problems\//);
  }
});

function raw(collector: Collector, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(collector.port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text)).on("error", reject);
  });
}
