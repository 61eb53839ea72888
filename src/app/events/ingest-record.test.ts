import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeIngestRecord, encodeIngestRecord, type IngestHeader, traceparentIn } from "./ingest-record.ts";

const header: IngestHeader = { v: 1, project: "web", kind: "track", receivedAt: 7, requestId: "request-1" };
const body = new TextEncoder().encode('{"event":"e"}');
const payloadOf = (head: IngestHeader): Uint8Array => Buffer.concat(encodeIngestRecord(head, body));
const trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

test("a record keeps the trace of the request that brought it, and a record without one is as it was", () => {
  assert.equal(traceparentIn(payloadOf({ ...header, trace })), trace);
  assert.deepEqual(decodeIngestRecord(payloadOf({ ...header, trace })), {
    kind: "record",
    header: { ...header, trace },
    body: { event: "e" },
  });
  assert.equal(traceparentIn(payloadOf(header)), undefined);
  assert.deepEqual(decodeIngestRecord(payloadOf(header)), { kind: "record", header, body: { event: "e" } });
});

test("what can't be read has no trace", () => {
  assert.equal(traceparentIn(new Uint8Array()), undefined);
  assert.equal(traceparentIn(payloadOf(header).subarray(0, 20)), undefined);
  assert.equal(traceparentIn(payloadOf({ ...header, trace: 7 as never })), undefined);
});
