import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import {
  decodeSegmentHeader,
  encodeFrameHeader,
  encodeSegmentHeader,
  PAYLOAD_BYTES_MAX,
  parseSegmentName,
  SEGMENT_HEADER_BYTES,
  segmentName,
} from "./frame.ts";
import { gapBefore, scan, type Walk } from "./scan.ts";

type Record = { count: number; text: string };

const ORIGIN = "ap-south-1~7-00ff00";
const SEED = 0x5eed1234;
const START: Walk = { byte: 0, expected: 0, bad: undefined };
const records = fc.array(
  fc.record({ count: fc.integer({ min: 1, max: 9 }), text: fc.string({ minLength: 1, maxLength: 40 }) }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

test("frames come back as they were written, however the bytes are cut into chunks", () => {
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 200 }), (written, chunkBytes) => {
      const bytes = framesOf(written, SEED);
      const found: string[] = [];
      let walk = START;
      let needBytes = 1;
      while (walk.byte < bytes.length) {
        const result = scan(bytes.subarray(walk.byte, walk.byte + Math.max(chunkBytes, needBytes)), walk, options());
        found.push(...result.frames.map((frame) => textOf(frame.bytes)));
        assert.deepEqual(result.damage, []);
        assert.ok(result.stopped.kind === "more");
        needBytes = result.stopped.needBytes;
        walk = result.walk;
      }
      assert.deepEqual(
        found,
        written.map(({ text }) => text),
      );
      assert.equal(walk.expected, countOf(written));
    }),
  );
});

test("a log cut at any byte gives exactly the whole records before the cut", () => {
  fc.assert(
    fc.property(records, fc.double({ min: 0, max: 1, noNaN: true }), (written, share) => {
      const bytes = framesOf(written, SEED);
      const cut = Math.floor(bytes.length * share);
      const result = scan(bytes.subarray(0, cut), START, options());
      const whole = written.filter((_, index) => framesOf(written.slice(0, index + 1), SEED).length <= cut);
      assert.deepEqual(
        result.frames.map((frame) => textOf(frame.bytes)),
        whole.map(({ text }) => text),
      );
      assert.deepEqual(result.damage, []);
    }),
  );
});

test("any flipped bit costs the record that it lies in, named with its offsets, and no other", () => {
  const written = ["one", "two and more", "õTF\u0001 three", "four", "last"].map((text, index) => ({
    text,
    count: index + 1,
  }));
  const bytes = framesOf(written, SEED);
  const ends = written.map((_, index) => framesOf(written.slice(0, index + 1), SEED).length);
  const offsets = written.map((_, index) => countOf(written.slice(0, index)));
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Uint8Array.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
    const hit = ends.findIndex((end) => bit >> 3 < end);
    const result = scan(flipped, START, options());
    const served = written.filter((_, index) => index !== hit).map(({ text }) => text);
    assert.deepEqual(
      result.frames.map((frame) => textOf(frame.bytes)),
      served,
      `bit ${bit}`,
    );
    const from = offsets[hit] as number;
    const range = { from, to: from + (written[hit] as Record).count };
    // What is lost at the very end shows when something follows, or when the end is known.
    const damage = [...result.damage, gapBefore(countOf(written), result.walk)].filter((found) => found !== undefined);
    assert.deepEqual(
      damage.map((found) => found.range),
      [range],
      `bit ${bit}`,
    );
    assert.equal(damage[0]?.byte, ends[hit - 1] ?? 0, `bit ${bit}`);
  }
});

test("bytes of any kind between records are passed over, and never taken for a record", () => {
  fc.assert(
    fc.property(records, fc.uint8Array({ maxLength: 80 }), records, (before, noise, behind) => {
      const bytes = Buffer.concat([framesOf(before, SEED), noise, framesOf(behind, SEED, countOf(before))]);
      const result = scan(bytes, START, options());
      assert.deepEqual(
        result.frames.map((frame) => textOf(frame.bytes)),
        [...before, ...behind].map(({ text }) => text),
      );
      assert.deepEqual(result.damage, [], "no offset is missing");
    }),
  );
});

test("frames that a client hides in a payload are not believed, for they can't know the seed", () => {
  const forged = framesOf([{ count: 1, text: "forged" }], SEED + 1, 1);
  const payload = Buffer.concat([Buffer.from("{"), forged]);
  const bytes = Buffer.concat([frameOf(0, 1, payload, SEED), framesOf([{ count: 1, text: "true" }], SEED, 1)]);
  bytes[4] = (bytes[4] as number) ^ 1;
  const result = scan(bytes, START, options());
  assert.deepEqual(
    result.frames.map((frame) => textOf(frame.bytes)),
    ["true"],
  );
});

test("a record that repeats earlier offsets is not served", () => {
  const bytes = Buffer.concat([
    framesOf([{ count: 2, text: "a" }], SEED),
    framesOf([{ count: 1, text: "again" }], SEED, 1),
  ]);
  const result = scan(bytes, START, options());
  assert.deepEqual(
    result.frames.map((frame) => textOf(frame.bytes)),
    ["a"],
  );
  assert.equal(result.walk.bad?.reason, "a record out of order");
});

test("a seek by headers stops before the record that holds the offset", () => {
  const written = [3, 4, 5].map((count) => ({ count, text: "x".repeat(count) }));
  const bytes = framesOf(written, SEED);
  for (const [until, expected] of [
    [0, 0],
    [2, 0],
    [3, 3],
    [6, 3],
    [7, 7],
    [11, 7],
  ] as const) {
    const result = scan(bytes, START, { ...options(), check: "headers", until });
    assert.equal(result.stopped.kind, "enough");
    assert.equal(result.walk.expected, expected, `offset ${until}`);
  }
  assert.equal(scan(bytes, START, { ...options(), check: "headers", until: 12 }).walk.expected, 12);
});

test("either copy of a segment's header is enough, and a flipped bit anywhere never changes what it says", () => {
  const header = { origin: ORIGIN, first: 2 ** 40 + 7, seed: SEED };
  const bytes = encodeSegmentHeader(header, crc32);
  assert.equal(bytes.length, SEGMENT_HEADER_BYTES);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Uint8Array.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
    assert.deepEqual(decodeSegmentHeader(flipped, crc32), { kind: "header", header }, `bit ${bit}`);
  }
  assert.deepEqual(decodeSegmentHeader(bytes.subarray(0, 50), crc32), { kind: "damaged" });
});

test("a segment of a newer format is refused with a sentence that names both", () => {
  const bytes = encodeSegmentHeader({ origin: ORIGIN, first: 0, seed: SEED }, crc32);
  const copy = bytes.subarray(0, 96);
  new DataView(copy.buffer).setUint32(8, 2, true);
  new DataView(copy.buffer).setUint32(92, crc32(copy.subarray(0, 92)), true);
  const decoded = decodeSegmentHeader(bytes, crc32);
  assert.ok(decoded.kind === "newer");
  assert.match(decoded.because, /format 2.* formats up to 1/);
});

test("names of segments sort as their offsets do, and strangers aren't segments", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 50 }), fc.integer({ min: 0, max: 2 ** 50 }), (a, b) => {
      assert.equal(segmentName(a) < segmentName(b), a < b);
      assert.equal(parseSegmentName(segmentName(a)), a);
    }),
  );
  for (const name of ["clean", "sealed", "0000000000000000.segment.new", "12.segment"]) {
    assert.equal(parseSegmentName(name), undefined);
  }
});

test("a header that claims an impossible payload is damage, whatever its checksum says", () => {
  const header = { offset: 0, count: 1, receivedAt: 0, payloadBytes: PAYLOAD_BYTES_MAX + 1, payloadCrc: 0 };
  const result = scan(encodeFrameHeader(header, SEED, crc32), START, options());
  assert.equal(result.frames.length, 0);
  assert.equal(result.walk.bad?.byte, 0);
});

function options() {
  return { seed: SEED, crc32, check: "payloads" } as const;
}

function framesOf(written: Record[], seed: number, first = 0): Buffer {
  let offset = first;
  const frames = written.map(({ count, text }) => {
    const frame = frameOf(offset, count, Buffer.from(text), seed);
    offset += count;
    return frame;
  });
  return Buffer.concat(frames);
}

function frameOf(offset: number, count: number, payload: Buffer, seed: number): Buffer {
  const header = {
    offset,
    count,
    receivedAt: 1_700_000_000_000,
    payloadBytes: payload.length,
    payloadCrc: crc32(payload),
  };
  return Buffer.concat([encodeFrameHeader(header, seed, crc32), payload]);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(36)).toString();
}

function countOf(written: Record[]): number {
  return written.reduce((sum, { count }) => sum + count, 0);
}
