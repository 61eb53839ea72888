import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { overlap } from "../../blueprint/sizing/addresses.ts";
import { contains, cover } from "./ranges.ts";

const cidr = fc.tuple(fc.nat(0xffff), fc.integer({ min: 8, max: 32 })).map(([high, prefix]) => {
  const size = 2 ** (32 - prefix);
  const first = Math.floor((high * 65_536) / size) * size;
  return `${[24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256).join(".")}/${prefix}`;
});

test("three thirds of a half are held by that half", () => {
  assert.equal(cover(["10.0.0.0/19", "10.0.32.0/19", "10.0.64.0/19"]), "10.0.0.0/17");
  assert.equal(cover(["10.0.160.0/24"]), "10.0.160.0/24");
  assert.equal(cover(["0.0.0.0/1", "128.0.0.0/1"]), "0.0.0.0/0");
});

test("what covers ranges contains each of them, and half of it doesn't contain them all", () => {
  fc.assert(
    fc.property(fc.array(cidr, { minLength: 1, maxLength: 5 }), (cidrs) => {
      const whole = cover(cidrs);
      assert.ok(cidrs.every((one) => contains(whole, one)));
      const [address = "", prefix = ""] = whole.split("/");
      if (prefix === "32") return;
      const half = `${address}/${Number(prefix) + 1}`;
      const upper = cidrs.filter((one) => !contains(half, one));
      assert.ok(upper.length > 0, `${half} would do`);
      assert.ok(upper.length < cidrs.length || cidrs.some((one) => overlap(one, half)), `the upper half would do`);
    }),
  );
});

test("one range overlaps another exactly when one of them contains the other", () => {
  fc.assert(
    fc.property(cidr, cidr, (one, other) => {
      assert.equal(overlap(one, other), contains(one, other) || contains(other, one));
    }),
  );
});
