import assert from "node:assert/strict";
import { test } from "node:test";
import { errorShares } from "./error-share.ts";

test("the share of failed requests counts the last ten seconds, region by region, and nothing with too few requests", () => {
  const shares = errorShares();
  assert.equal(shares.of("a", 0), null);
  for (let index = 0; index < 19; index += 1) shares.note("a", true, 500);
  assert.equal(shares.of("a", 900), null, "nineteen requests are too few");
  shares.note("a", false, 900);
  assert.equal(shares.of("a", 900), 0.95);
  assert.equal(shares.of("b", 900), null);
  for (let index = 0; index < 20; index += 1) shares.note("a", false, 8_000);
  assert.equal(shares.of("a", 9_000), 19 / 40);
  assert.equal(shares.of("a", 10_500), 0, "what is ten seconds old is forgotten");
  assert.equal(shares.of("a", 60_000), null);
});
