import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Answer, answerReader } from "./answer-reader.ts";

/** Of one, two, three and four bytes, and what ends lines. */
const LETTERS = ["a", "0", "ü", "€", "😀", "\r", "\n", ":"];
const BYTES_MAX = 10_000;

function readIn(pieces: readonly Buffer[], bytesMax = BYTES_MAX): Answer | undefined {
  const read = answerReader(bytesMax);
  let answer: Answer | undefined;
  for (const piece of pieces) answer = read(piece);
  return answer;
}

function cut(bytes: Buffer, at: readonly number[]): Buffer[] {
  const places = [...new Set(at.map((one) => one % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}

const withLength = (body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nx: y\r\n\r\n`), body]);

function inChunks(body: Buffer, size: number): Buffer {
  const parts: Buffer[] = [Buffer.from("HTTP/1.1 409 Conflict\r\ntransfer-encoding: chunked\r\n\r\n")];
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size);
    parts.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\nlast: word\r\n\r\n")]);
}

test("an answer is the same however its bytes are cut, and comes with the last of them", () => {
  const cuts = fc.array(fc.nat(2_000), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 300 }),
      fc.integer({ min: 1, max: 50 }),
      cuts,
      (text, size, at) => {
        const body = Buffer.from(text);
        const wanted = { body: body.toString("utf8"), mayStay: true };
        const whole = withLength(body);
        assert.deepEqual(readIn(cut(whole, at)), { status: 200, ...wanted });
        assert.deepEqual(readIn(cut(inChunks(body, size), at)), { status: 409, ...wanted });
        assert.equal(readIn([whole.subarray(0, -1)]), undefined);
      },
    ),
    { numRuns: 50 },
  );
});

test("what announces an answer is passed over, and an answer without a body ends with its head", () => {
  const text = "HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n";
  assert.deepEqual(readIn([Buffer.from(text)]), { status: 204, body: "", mayStay: true });
});

test("a connection that its server closes, or that says more than it was asked, takes no further question", () => {
  const closing = "HTTP/1.1 200 OK\r\nConnection: close\r\ncontent-length: 2\r\n\r\nok";
  assert.equal(readIn([Buffer.from(closing)])?.mayStay, false);
  assert.equal(readIn([Buffer.concat([withLength(Buffer.from("ok")), Buffer.from("HTTP/1.1 200")])])?.mayStay, false);
});

for (const [name, text] of [
  ["no HTTP", "SSH-2.0-OpenSSH_9.6\r\n\r\n"],
  ["an older HTTP", "HTTP/1.0 200 OK\r\ncontent-length: 0\r\n\r\n"],
  ["an unknown length", "HTTP/1.1 200 OK\r\n\r\n"],
  ["a length that is none", "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n"],
  ["a chunk without a size", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"],
  ["a chunk that doesn't end", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nokmore\r\n"],
  ["more than was wanted", `HTTP/1.1 200 OK\r\ncontent-length: ${BYTES_MAX + 1}\r\n\r\n`],
  ["more than was wanted, in chunks", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffff\r\n"],
  ["an endless head", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(20_000)}`],
] as const) {
  test(`${name} is refused`, () => {
    assert.throws(() => readIn([Buffer.from(text)]), Error);
  });
}
