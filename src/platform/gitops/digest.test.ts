import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { sha256 } from "./digest.ts";

const known = (text: string): string => createHash("sha256").update(text).digest("hex");

test("a digest is the one that every other tool works out", () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000]) {
    assert.equal(sha256("x".repeat(length)), known("x".repeat(length)), `${length} bytes`);
  }
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => sha256(text) === known(text)));
});
