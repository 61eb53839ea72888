import assert from "node:assert/strict";
import { test } from "node:test";
import { Counters } from "./counters.ts";
import { RateLimits } from "./rate-limit.ts";

test("a project may spend one second's events at once and then as many as flow in", () => {
  const limits = new RateLimits({ eventsPerSecond: 100 });
  assert.equal(limits.take("a", 100, 0), 0);
  assert.equal(limits.take("a", 1, 0), 1);
  assert.equal(limits.take("b", 100, 0), 0, "another project has its own");
  assert.equal(limits.take("a", 50, 500), 0);
  assert.equal(limits.take("a", 50, 600), 1);
});

test("a batch larger than the bucket passes once it is full, and is paid off", () => {
  const limits = new RateLimits({ eventsPerSecond: 10 });
  assert.equal(limits.take("a", 40, 0), 0);
  assert.equal(limits.take("a", 1, 1_000), 3);
  assert.equal(limits.take("a", 1, 4_000), 0);
});

test("the rate is that of the last whole seconds, and falls to nothing when nothing comes", () => {
  const counters = new Counters();
  for (let at = 100_000; at < 105_000; at += 10) counters.accepted(2, at);
  assert.equal(counters.perSecond(105_000), 200);
  assert.equal(counters.perSecond(200_000), 0);
  assert.equal(counters.acceptedTotal, 1_000);
});
