import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type BrokenRequest, type ReadRequest, requestReader } from "./request-reader.ts";

/** Of one, two, three and four bytes, and what ends lines. */
const LETTERS = ["a", "0", "ü", "€", "😀", "\r", "\n", ":"];
const BYTES_MAX = 400;
const everybody = () => undefined;

function readAll(pieces: readonly Buffer[], admit = everybody as Parameters<typeof requestReader>[1]) {
  const reader = requestReader(BYTES_MAX, admit);
  const read: (ReadRequest | BrokenRequest)[] = [];
  for (const piece of pieces) {
    reader.take(piece);
    for (let next = reader.next(); next; next = reader.next()) {
      read.push(next);
      if ("status" in next) return read;
    }
  }
  return read;
}

const statusOf = (text: string, admit?: Parameters<typeof requestReader>[1]): number | undefined => {
  const [first] = readAll([Buffer.from(text, "latin1")], admit);
  return first && "status" in first ? first.status : undefined;
};

test("questions are read one after the other, however their bytes are cut", () => {
  const question = fc.record({
    path: fc.stringMatching(/^\/[a-z?=&%]{0,20}$/),
    body: fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 80 }),
  });
  const cuts = fc.array(fc.nat(2_000), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(question, { maxLength: 4 }), cuts, (questions, at) => {
      const bytes = Buffer.from(
        questions
          .map(
            ({ path, body }) =>
              `PUT ${path} HTTP/1.1\r\nX-Key: k \r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
          )
          .join(""),
      );
      const places = [...new Set(at.map((one) => one % (bytes.length + 1)))].sort((a, b) => a - b);
      const read = readAll([...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end)));
      assert.deepEqual(
        read.map((one) => "target" in one && [one.method, one.target, one.headers["x-key"], one.body, one.mayStay]),
        questions.map(({ path, body }) => ["PUT", path, "k", Buffer.from(body).toString("utf8"), true]),
      );
    }),
    { numRuns: 50 },
  );
});

test("a stranger is refused by the head alone, before anything of the body has come", () => {
  const head = "POST /x HTTP/1.1\r\ncontent-length: 300\r\n\r\n";
  assert.equal(statusOf(head), undefined);
  assert.equal(
    statusOf(head, () => ({ status: 401, because: "who?" })),
    401,
  );
});

for (const [name, text, status] of [
  ["what isn't HTTP", "SSH-2.0-OpenSSH\r\n\r\n", 400],
  ["another version", "GET / HTTP/2.0\r\n\r\n", 400],
  ["a path with a blank", "GET /a b HTTP/1.1\r\n\r\n", 400],
  ["a whole address", "GET http://elsewhere/ HTTP/1.1\r\n\r\n", 400],
  ["a header without a name", "GET / HTTP/1.1\r\n: x\r\n\r\n", 400],
  ["a folded header", "GET / HTTP/1.1\r\na: b\r\n c\r\n\r\n", 400],
  ["a name that ends with a blank", "GET / HTTP/1.1\r\ncontent-length : 3\r\n\r\n", 400],
  ["two lengths", "PUT / HTTP/1.1\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\n", 400],
  ["a length that is none", "PUT / HTTP/1.1\r\ncontent-length: +3\r\n\r\n", 400],
  ["a body in chunks", "PUT / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n", 411],
  ["a body in chunks with a length", "PUT / HTTP/1.1\r\ncontent-length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 411],
  ["a long body", `PUT / HTTP/1.1\r\ncontent-length: ${BYTES_MAX + 1}\r\n\r\n`, 413],
  ["an endless head", `GET / HTTP/1.1\r\nx: ${"y".repeat(20_000)}`, 431],
] as const) {
  test(`${name} is refused with ${status}`, () => {
    assert.equal(statusOf(text), status);
  });
}

test("a connection stays unless its other side says that it won't, or speaks HTTP/1.0", () => {
  const stays = (text: string) => readAll([Buffer.from(text)]).map((one) => "mayStay" in one && one.mayStay);
  assert.deepEqual(stays("GET / HTTP/1.1\r\n\r\n"), [true]);
  assert.deepEqual(stays("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n"), [false]);
  assert.deepEqual(stays("GET / HTTP/1.0\r\n\r\n"), [false]);
});
