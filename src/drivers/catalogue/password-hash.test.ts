import assert from "node:assert/strict";
import { test } from "node:test";
import { hashPassword, passwordMatches } from "./password-hash.ts";

test("a password matches its own hash, in any Unicode form, and no other password does", async () => {
  const hash = await hashPassword("caffè corretto");
  assert.match(hash, /^scrypt\$65536\$8\$2\$[\w-]{22}\$[\w-]{43}$/);
  assert.equal(await passwordMatches("caffe\u0300 corretto", hash), true);
  assert.equal(await passwordMatches("caffe corretto", hash), false);
});

test("nobody's password matches nothing, and takes as long as somebody's", async () => {
  const hash = await hashPassword("a password");
  const took = async (stored: string | null): Promise<number> => {
    const began = performance.now();
    assert.equal(await passwordMatches("", stored), false);
    return performance.now() - began;
  };
  const [somebody, nobody] = [await took(hash), await took(null)];
  assert.ok(nobody > somebody / 3, `${nobody} ms for nobody, ${somebody} ms for somebody`);
});
