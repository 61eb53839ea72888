import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { encodeIngestRecord, type IngestHeader } from "./ingest-record.ts";
import { normalise } from "./normalise.ts";
import { NO_USER_AGENT } from "./user-agent.ts";

const ORIGIN = "ap-south-1~1-000000";
const NOW = Date.UTC(2026, 10, 20, 12);
const header: IngestHeader = { v: 1, project: "web", kind: "batch", receivedAt: NOW, requestId: "r1" };

function read(body: unknown, change: Partial<IngestHeader> = {}, count = 1) {
  const chunks = encodeIngestRecord({ ...header, ...change }, new TextEncoder().encode(JSON.stringify(body)));
  const payload = Buffer.concat(chunks);
  return normalise({ offset: 40, count, receivedAt: NOW, payload }, ORIGIN, () => NO_USER_AGENT);
}
const one = (item: Record<string, unknown>, change: Partial<IngestHeader> = {}, around: object = {}) => {
  const [event] = read({ batch: [{ type: "track", event: "E", userId: "u", ...item }], ...around }, change).events;
  assert.ok(event);
  return event;
};

test("an event keeps its project, offset and id, and one without an id gets one that a retry derives again", () => {
  assert.equal(one({ messageId: "m-1" }).message_id, "m-1");
  assert.equal(one({}).message_id, "r1-0");
  assert.equal(one({}).offset, 40);
  assert.equal(one({}).project, "web");
});

test("a wrong client clock is corrected by when it says it sent, and a re-send keeps its day", () => {
  const table: [string, { timestamp?: string; sentAt?: string }, number, string, boolean][] = [
    [
      "right clock",
      { timestamp: "2026-11-20T11:59:00Z", sentAt: "2026-11-20T12:00:00Z" },
      NOW - 60_000,
      "2026-11-20",
      false,
    ],
    [
      "a year behind",
      { timestamp: "2025-11-20T11:59:00Z", sentAt: "2025-11-20T12:00:00Z" },
      NOW - 60_000,
      "2025-11-20",
      false,
    ],
    [
      "three days ahead",
      { timestamp: "2026-11-23T12:00:00Z", sentAt: "2026-11-23T12:00:05Z" },
      NOW - 5_000,
      "2026-11-20",
      false,
    ],
    ["no sentAt", { timestamp: "2015-05-17T10:05:03Z" }, Date.UTC(2015, 4, 17, 10, 5, 3), "2015-05-17", false],
    ["nothing", {}, NOW, "2026-11-20", false],
    ["the future", { timestamp: "2026-11-20T13:00:00Z" }, NOW, "2026-11-20", true],
    ["the epoch", { timestamp: "1970-01-01T00:00:00Z" }, NOW, "2000-01-01", true],
    ["no zone is UTC", { timestamp: "2026-11-20T10:00:00" }, NOW - 7_200_000, "2026-11-20", false],
    ["not a time", { timestamp: "yesterday" }, NOW, "2026-11-20", false],
  ];
  for (const [name, { timestamp, sentAt }, time, day, clamped] of table) {
    const event = one(timestamp ? { timestamp } : {}, {}, sentAt ? { sentAt } : {});
    assert.deepEqual([event.time, event.day, event.clock_clamped], [time, day, clamped], name);
  }
});

test("a device is the anonymous id, else the user, else the cookieless id; the user is who is counted", () => {
  const both = one({ anonymousId: "a", userId: "u" });
  assert.deepEqual([both.device, both.visitor], ["a", "u"]);
  const cookieless = one({ userId: undefined }, { visitor: "c" });
  assert.deepEqual([cookieless.device, cookieless.visitor], ["c", "c"]);
  assert.equal(one({ userId: 42 }).visitor, "42");
});

test("a server's library is neither the visitor's browser nor a bot; a browser's own header is", () => {
  const seen: string[] = [];
  const parse = (userAgent: string) => {
    seen.push(userAgent);
    return { ...NO_USER_AGENT, browser: "B", botReason: "bot" };
  };
  const body = Buffer.from(JSON.stringify({ batch: [{ type: "track", event: "E", userId: "u" }] }));
  const botReasonFrom = (userAgent: string) => {
    const payload = Buffer.concat(encodeIngestRecord({ ...header, userAgent }, body));
    return normalise({ offset: 0, count: 1, receivedAt: NOW, payload }, ORIGIN, parse).events[0]?.bot_reason;
  };
  for (const library of ["node", "analytics-node-next/latest", "curl/8.5", "python-requests/2"]) {
    assert.equal(botReasonFrom(library), null, library);
  }
  assert.equal(botReasonFrom("Mozilla/5.0 (compatible; Googlebot/2.1)"), "bot");
  assert.deepEqual(seen, ["Mozilla/5.0 (compatible; Googlebot/2.1)"]);
});

test("context shared by a batch lies under each item's own, and an address in it is never kept", () => {
  const event = one(
    { context: { locale: "de" } },
    {},
    { context: { locale: "en", ip: "192.0.2.1", app: { name: "shop" } } },
  );
  assert.equal(event.language, "de");
  assert.equal(event.context, '{"app":{"name":"shop"}}');
});

test("refused items are passed over and offsets stay contiguous over the accepted ones", () => {
  const batch = [{ type: "track", event: "a", userId: "u" }, { type: "nope" }, { type: "page", userId: "u" }];
  const { events, aside } = read({ batch }, { refused: [1] }, 2);
  assert.deepEqual(
    events.map((event) => [event.type, event.offset, event.message_id]),
    [
      ["track", 40, "r1-0"],
      ["page", 41, "r1-2"],
    ],
  );
  assert.deepEqual(aside, []);
});

test("what can't be converted is set aside with every one of its offsets, whatever the bytes", () => {
  assert.deepEqual(
    read({ batch: [] }, {}, 2).aside.map((one) => one.offset),
    [40, 41],
  );
  assert.equal(read({ batch: [{ type: "nope" }] }).aside[0]?.offset, 40);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (payload, count) => {
      const { events, aside } = normalise({ offset: 0, count, receivedAt: NOW, payload }, ORIGIN, () => NO_USER_AGENT);
      assert.equal(events.length + aside.length, count);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (item) => {
      const { events, aside } = read({ batch: [item] });
      assert.equal(events.length + aside.length, 1);
    }),
  );
});

test("an instant as SDKs send it is read as the platform reads it, to the millisecond, and what is no instant is none", () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, "0"));
  const year = fc.integer({ min: 1, max: 9_999 }).map((number) => String(number).padStart(4, "0"));
  const ms = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, "0"));
  const text = fc
    .tuple(year, two(13), two(32), two(25), two(61), two(61), ms)
    .map(([y, month, d, h, m, s, milli]) => `${y}-${month}-${d}T${h}:${m}:${s}.${milli}Z`);
  fc.assert(
    fc.property(text, (timestamp) => {
      const ms = Date.parse(timestamp);
      assert.equal(one({ timestamp }).original_timestamp, Number.isNaN(ms) ? null : ms, timestamp);
    }),
    { numRuns: 2_000 },
  );
});
