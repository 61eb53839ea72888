import assert from "node:assert/strict";
import { test } from "node:test";
import { ATTEMPT_WINDOW_MS, trackAttempts } from "./attempts.ts";

test("after so many tries a subject waits until its window ends, and another subject doesn't", () => {
  const attempts = trackAttempts();
  for (let tried = 0; tried < 3; tried += 1) {
    assert.equal(attempts.waitMs("ana", 3, 1_000), 0);
    attempts.begin("ana", 1_000);
  }
  assert.equal(attempts.waitMs("ana", 3, 2_000), ATTEMPT_WINDOW_MS - 1_000);
  assert.equal(attempts.waitMs("bob", 3, 2_000), 0);
  assert.equal(attempts.waitMs("ana", 3, 1_000 + ATTEMPT_WINDOW_MS), 0);
});

test("the right password clears a subject", () => {
  const attempts = trackAttempts();
  attempts.begin("ana", 0);
  attempts.succeeded("ana");
  assert.equal(attempts.waitMs("ana", 1, 1), 0);
});

test("a try that was none is taken back alone", () => {
  const attempts = trackAttempts();
  attempts.begin("here", 0);
  attempts.begin("here", 0);
  attempts.takeBack("here");
  assert.equal(attempts.waitMs("here", 2, 1), 0);
  assert.ok(attempts.waitMs("here", 1, 1) > 0);
});

test("strangers with ever new names can't fill the memory", () => {
  const attempts = trackAttempts();
  for (let name = 0; name < 10_001; name += 1) attempts.begin(`name ${name}`, 0);
  assert.equal(attempts.waitMs("name 0", 1, 1), 0);
  assert.ok(attempts.waitMs("name 10000", 1, 1) > 0);
});
