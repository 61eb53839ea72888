import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { zipBase64 } from "./zip.ts";

/** Reads an archive by its central directory, as unpackers do, and checks each entry's checksum. */
function unzip(base64: string): Record<string, string> {
  const bytes = Buffer.from(base64, "base64");
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50, "no end of central directory");
  let at = bytes.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50, "no directory header");
    const [crc, size, nameLength] = [
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    assert.equal(bytes.readUInt32LE(local), 0x04034b50, "no local header");
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(begin, begin + size);
    assert.equal(crc32(content), crc, `${name} is damaged`);
    files[name] = content.toString("utf8");
    at += 46 + nameLength;
  }
  assert.equal(at, end);
  return files;
}

test("what is packed comes out again, whatever its names and texts", () => {
  const path = fc.stringMatching(/^[a-zé_-]{1,8}(\/[a-z]{1,8}){0,2}\.js$/);
  fc.assert(
    fc.property(fc.dictionary(path, fc.string({ unit: "binary" })), (files) => {
      // A lone surrogate can't be written as UTF-8; everything else can.
      fc.pre(Object.values(files).every((text) => text.isWellFormed()));
      assert.deepEqual(unzip(zipBase64(files)), { ...files });
    }),
  );
});

test("the same files are the same bytes, in whatever order they are given", () => {
  assert.equal(zipBase64({ a: "1", b: "2" }), zipBase64({ b: "2", a: "1" }));
  assert.notEqual(zipBase64({ a: "1", b: "2" }), zipBase64({ a: "2", b: "1" }));
});
