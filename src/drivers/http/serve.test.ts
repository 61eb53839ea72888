import assert from "node:assert/strict";
import { test } from "node:test";
import { hasLinkKey } from "./serve.ts";

const KEY = "0123456789abcdef".repeat(4);

test("the link key and nothing else opens a path, whatever characters are sent", () => {
  assert.equal(hasLinkKey(KEY, KEY), true);
  for (const wrong of [undefined, null, "", KEY.slice(1), `${KEY}0`, "f".repeat(64), "é".repeat(64), "é".repeat(32)]) {
    assert.equal(hasLinkKey(wrong, KEY), false);
  }
});
