import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseTraceparent, traceIdOfRun, traceparentOf } from "./trace-context.ts";

const hex = (digits: number) =>
  fc.bigInt({ min: 1n, max: 16n ** BigInt(digits) - 1n }).map((value) => value.toString(16).padStart(digits, "0"));

test("what is written is read back", () => {
  fc.assert(
    fc.property(hex(32), hex(16), fc.boolean(), (traceId, spanId, sampled) => {
      assert.deepEqual(parseTraceparent(traceparentOf({ traceId, spanId, sampled })), { traceId, spanId, sampled });
    }),
  );
});

test("a broken header is no trace, and a later version's is read as far as it is known", () => {
  const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  const span = "00f067aa0ba902b7";
  for (const broken of [
    undefined,
    ["a"],
    "",
    `00-${trace}-${span}`,
    `00-${trace.toUpperCase()}-${span}-01`,
    `00-${"0".repeat(32)}-${span}-01`,
    `00-${trace}-${"0".repeat(16)}-01`,
    `ff-${trace}-${span}-01`,
    `00-${trace}-${span}-01-more`,
    `00-${trace}-${span}-01\n`,
    `01-${trace}-${span}-01-${"x".repeat(600)}`,
  ]) {
    assert.equal(parseTraceparent(broken), undefined, String(broken));
  }
  const known = { traceId: trace, spanId: span, sampled: true };
  assert.deepEqual(parseTraceparent(`01-${trace}-${span}-03-more`), known);
  assert.deepEqual(parseTraceparent(`00-${trace}-${span}-02`), { ...known, sampled: false });
});

test("a run's trace id follows from its id, and is FNV-1a of 128 bits", () => {
  // http://www.isthe.com/chongo/tech/comp/fnv/ gives the hash of no bytes as the offset basis.
  assert.equal(traceIdOfRun(""), "6c62272e07bb014262b821756295c58d");
  // The published test vector of the string "a".
  assert.equal(traceIdOfRun("a"), "d228cb696f1a8caf78912b704e4a8964");
  assert.notEqual(traceIdOfRun("20261121T192600Z-fail-over-0001"), traceIdOfRun("20261121T192600Z-fail-over-0002"));
});
