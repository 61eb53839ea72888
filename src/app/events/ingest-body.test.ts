import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cleanBody, type IngestKind, parseBody, readBody, signsOf } from "./ingest-body.ts";
import { EVENT_TYPES, encodeIngestRecord, type IngestHeader } from "./ingest-record.ts";
import { INGEST_LIMITS } from "./limits.ts";
import { normalise } from "./normalise.ts";
import { INGEST_PROBLEMS, REFUSALS } from "./problem.ts";
import { NO_USER_AGENT } from "./user-agent.ts";
import { validateEvent } from "./validate.ts";

const KINDS: IngestKind[] = ["batch", ...EVENT_TYPES];

/** The collector's whole way with one body, without the network: what it accepts must be what the log's readers see. */
function takeIn(kind: IngestKind, bytes: Buffer) {
  const signs = signsOf(bytes);
  const parsed = parseBody(bytes.toString("utf8"));
  if (parsed.kind === "problem") return { code: parsed.code, accepted: 0, stored: 0, aside: 0, text: "" };
  const read = readBody(kind, parsed.body, signs);
  if (read.kind === "problem") {
    assert.ok(INGEST_PROBLEMS[read.code].status < 500, read.code);
    for (const error of read.errors ?? []) assert.ok(error.code in REFUSALS, error.code);
    return { code: read.code, accepted: 0, stored: 0, aside: 0, text: "" };
  }
  if (read.accepted === 0) return { code: null, accepted: 0, stored: 0, aside: 0, text: "" };
  const header: IngestHeader = { v: 1, project: "p", kind, receivedAt: 1_700_000_000_000, requestId: "r" };
  if (read.refused.length > 0) header.refused = read.refused.map((refusal) => refusal.index);
  const mustClean = signs.address || read.refused.length > 0;
  const body = mustClean ? Buffer.from(cleanBody(kind, parsed.body as never, read.refused)) : bytes;
  const payload = Buffer.concat(encodeIngestRecord(header, body));
  const record = { offset: 0, count: read.accepted, receivedAt: header.receivedAt, payload };
  const { events, aside } = normalise(record, "here~1-000000", () => NO_USER_AGENT);
  return { code: null, accepted: read.accepted, stored: events.length, aside: aside.length, text: body.toString() };
}

function holds(kind: IngestKind, bytes: Buffer): void {
  const { accepted, stored, aside } = takeIn(kind, bytes);
  assert.equal(stored, accepted, bytes.toString());
  assert.equal(aside, 0, bytes.toString());
}

const kinds = fc.constantFrom(...KINDS);

/** Members that matter, with every kind of value, so that most events are nearly right. */
const member = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>("", "x", "u-1", 7, null, "2026-11-21T10:00:00Z", "track", "page") },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>({}, [], "9".repeat(300), 1e308, -1, true, {
      ip: "8.8.8.8",
      page: { url: "x" },
    }),
  },
);
const names = ["type", "event", "userId", "anonymousId", "messageId", "groupId", "previousId", "timestamp", "sentAt"];
const objects = ["properties", "traits", "context", "ip", "__proto__", "constructor", "originalTimestamp", "name"];
const event = fc.dictionary(fc.constantFrom(...names, ...objects), member, { maxKeys: 8 });
const almost = fc
  .tuple(event, fc.constantFrom(...EVENT_TYPES))
  .map(([rest, type]) => ({ event: "e", userId: "u", ...rest, type }));
const body = fc.oneof(
  almost,
  fc.record({
    batch: fc.array(fc.oneof(almost, event, fc.jsonValue()), { maxLength: 6 }),
    context: member,
    sentAt: member,
  }),
);

test("what is accepted is exactly what the log's readers see, for nearly right bodies", () => {
  fc.assert(
    fc.property(kinds, body, (kind, value) => holds(kind, Buffer.from(JSON.stringify(value)))),
    { numRuns: 2_000 },
  );
});

test("bodies with bytes changed, cut out or doubled never throw and never store what can't be read", () => {
  const change = fc.record({ at: fc.nat(), with: fc.uint8Array({ maxLength: 4 }), over: fc.nat({ max: 6 }) });
  fc.assert(
    fc.property(kinds, body, fc.array(change, { minLength: 1, maxLength: 4 }), (kind, value, changes) => {
      let bytes = Buffer.from(JSON.stringify(value));
      for (const { at, with: put, over } of changes) {
        const from = at % (bytes.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + over)]);
      }
      holds(kind, bytes);
    }),
    { numRuns: 2_000 },
  );
});

test("arbitrary bytes and arbitrary JSON never throw", () => {
  fc.assert(fc.property(kinds, fc.uint8Array({ maxLength: 200 }), (kind, bytes) => holds(kind, Buffer.from(bytes))));
  fc.assert(fc.property(kinds, fc.json(), (kind, text) => holds(kind, Buffer.from(text))));
});

/** Bodies that once broke some parser somewhere. */
const CORPUS = [
  `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
  `{"batch":[${"[".repeat(50_000)}${"]".repeat(50_000)}]}`,
  '{"batch":[],"batch":[{"type":"page"}]}',
  '{"type":"page","type":"track","event":"e"}',
  '{"batch":[{"type":"page","__proto__":{"type":"track"}}]}',
  '{"__proto__":{"batch":[{"type":"page"}]}}',
  '{"batch":{"length":4294967295}}',
  '{"batch":[{"type":"page","toString":1,"valueOf":2,"hasOwnProperty":3}]}',
  '{"batch":[{"type":"toString"},{"type":"__proto__"},{"type":"constructor"}]}',
  '{"event":"e","timestamp":"+275760-09-13T00:00:00.001Z"}',
  '{"event":"e","timestamp":-9e15,"sentAt":9e15}',
  '{"event":"e","timestamp":1e308}',
  '{"event":"e","properties":{"url":"http://[::1","referrer":"http://%"},"context":{"page":{"url":"//"}}}',
  '{"event":"e","userId":"\\ud83d\\ude00"}',
  '{"event":"e","userId":"\\udc00\\ud800"}',
  '{"event":"\\u0000"}',
  '{"event":"e","properties":{"\\u0000":1}}',
  '{"event":"e","properties":{"n":-1e999}}',
  '{"event":"e","context":{"screen":{"width":1e300,"height":-0}}}',
  "\u2028",
  '"\\',
  "NaN",
  '{"event":"e"}{"event":"f"}',
];

test("the corpus of hostile bodies is answered, never thrown at", () => {
  for (const text of CORPUS) for (const kind of KINDS) holds(kind, Buffer.from(text));
});

test("no address survives, in whatever way its key is written", () => {
  const spelling = fc.constantFrom('"ip"', '"\\u0069p"', '"i\\u0070"', '"\\u0069\\u0070"');
  fc.assert(
    fc.property(spelling, spelling, spelling, (a, b, c) => {
      const single = `{"event":"e","context":{${a}:"192.0.2.1"},"context":{${b}:"192.0.2.2"},${c}:"192.0.2.3"}`;
      assert.doesNotMatch(takeIn("track", Buffer.from(single)).text, /192/);
      const batch = `{"context":{${a}:"192.0.2.1"},"batch":[{"type":"page","context":{${b}:"192.0.2.2"}},{"type":"page",${c}:"192.0.2.3"}]}`;
      const taken = takeIn("batch", Buffer.from(batch));
      assert.equal(taken.stored, 2);
      assert.doesNotMatch(taken.text, /192/);
    }),
  );
});

test("an event is refused for its size exactly when it is larger than its limit as compact JSON", () => {
  const sized = fc.tuple(fc.array(fc.string({ unit: "binary", maxLength: 400 }), { maxLength: 60 }), fc.nat(33_000));
  fc.assert(
    fc.property(sized, ([strings, padding]) => {
      const rest = Array.from({ length: Math.ceil(padding / 8_000) }, () => "a".repeat(8_000));
      const value = { event: "e", userId: "u", properties: { strings, rest } };
      const objection = validateEvent(value, "track", { escapes: false, large: true });
      const bytes = Buffer.byteLength(JSON.stringify(value));
      assert.equal(objection?.code, bytes > INGEST_LIMITS.eventBytes ? "too-large" : undefined, `${bytes}`);
    }),
  );
});

test("duplicate message ids in one batch are accepted; the lake counts them once", () => {
  const batch = Array.from({ length: 3 }, () => ({ type: "page", messageId: "same" }));
  assert.equal(takeIn("batch", Buffer.from(JSON.stringify({ batch }))).stored, 3);
});
