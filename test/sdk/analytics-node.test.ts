// Segment's own server SDKs, three major versions, unchanged but for the host.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { Analytics as Analytics1 } from "analytics-node-1";
import { Analytics as Analytics2 } from "analytics-node-2";
import { Analytics as Analytics3 } from "analytics-node-3";
import { type Fault, type TwoCollectors, twoCollectors, WRITE_KEY } from "./two-collectors.ts";

const SDKS = { "1.3": Analytics1, "2.3": Analytics2, "3.1": Analytics3 };

let collectors: TwoCollectors | undefined;
beforeEach(async () => {
  await collectors?.close();
  collectors = await twoCollectors();
});
after(() => collectors?.close());

function open(version: keyof typeof SDKS) {
  const { url } = collectors as TwoCollectors;
  // The three versions' types differ in ways that don't matter here; what is used is the same in all.
  const Sdk = SDKS[version] as typeof Analytics3;
  const analytics = new Sdk({ writeKey: WRITE_KEY, host: url, flushAt: 5, flushInterval: 50, maxRetries: 8 });
  const errors: unknown[] = [];
  analytics.on("error", (error) => errors.push(error));
  return { analytics, errors };
}

for (const version of Object.keys(SDKS) as (keyof typeof SDKS)[]) {
  test(`analytics-node ${version}: every call arrives exactly once with all its fields`, async () => {
    const { analytics, errors } = open(version);
    const timestamp = new Date("2026-11-20T10:00:00.000Z");
    analytics.track({
      userId: "user-1",
      event: "Order Completed",
      properties: { revenue: 12.5, products: [{ sku: "a" }], name: "überall 🎉" },
      context: {
        ip: "8.8.8.8",
        userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36",
      },
      timestamp,
      messageId: "my-own-id",
    });
    analytics.page({
      anonymousId: "anon-1",
      name: "Home",
      properties: { url: "https://shop.example/home?utm_source=news" },
    });
    analytics.screen({ userId: "user-1", name: "Cart" });
    analytics.identify({ userId: "user-1", traits: { email: "a@b.example", plan: "pro" } });
    analytics.group({ userId: "user-1", groupId: "group-1", traits: { name: "Initech" } });
    analytics.alias({ userId: "user-1", previousId: "old" });
    await analytics.closeAndFlush();

    assert.deepEqual(errors, []);
    const stored = await (collectors as TwoCollectors).stored();
    const by = Object.fromEntries(stored.map((event) => [event.type, event]));
    assert.deepEqual(stored.map((event) => event.type).sort(), [
      "alias",
      "group",
      "identify",
      "page",
      "screen",
      "track",
    ]);
    assert.equal(new Set(stored.map((event) => event.message_id)).size, 6);
    // Version 1 puts its own id in place of the caller's.
    if (version !== "1.3") assert.equal(by.track?.message_id, "my-own-id");
    assert.equal(by.track?.name, "Order Completed");
    assert.equal(by.track?.user_id, "user-1");
    assert.equal(by.track?.browser, "Chrome");
    assert.equal(by.track?.original_timestamp, timestamp.getTime());
    assert.ok(Math.abs((by.track?.time ?? 0) - timestamp.getTime()) < 60_000);
    assert.deepEqual(JSON.parse(by.track?.props ?? ""), {
      revenue: 12.5,
      products: [{ sku: "a" }],
      name: "überall 🎉",
    });
    assert.deepEqual([by.page?.anonymous_id, by.page?.name, by.page?.path], ["anon-1", "Home", "/home"]);
    assert.equal(by.screen?.name, "Cart");
    assert.deepEqual(JSON.parse(by.identify?.props ?? ""), { email: "a@b.example", plan: "pro" });
    assert.deepEqual(JSON.parse(by.group?.props ?? ""), { name: "Initech" });
    assert.ok(stored.every((event) => event.library?.startsWith("@segment/analytics-node")));
    assert.doesNotMatch(JSON.stringify(stored), /8\.8\.8\.8/);
  });

  const TROUBLES: Record<string, Fault[]> = {
    "the first region dies": [{ kind: "answer-lost" }, { kind: "first-dies" }],
    "a region answers 503": [
      { kind: "answer", status: 503 },
      { kind: "answer", status: 503 },
    ],
    "a region answers 429 with Retry-After": [{ kind: "answer", status: 429, retryAfter: 1 }],
    "connections are cut": [{ kind: "connection-cut" }, { kind: "answer-lost" }, { kind: "connection-cut" }],
  };
  for (const [trouble, faults] of Object.entries(TROUBLES)) {
    test(`analytics-node ${version}: every event counts exactly once though ${trouble}`, async () => {
      const { url, faults: upcoming, requests, stored } = collectors as TwoCollectors;
      assert.match(url, /^http/);
      upcoming.push(...faults);
      const { analytics, errors } = open(version);
      const sent = Array.from({ length: 30 }, (_, index) => `event-${index}`);
      for (const event of sent) analytics.track({ userId: "u", event });
      await analytics.closeAndFlush({ timeout: 30_000 });

      assert.deepEqual(errors, []);
      assert.equal(upcoming.length, 0, "every fault happened");
      assert.ok(requests() >= 6 + faults.length);
      const copies = await stored();
      // What has an id and is delivered twice is counted once: one name per id, and each name under one id.
      const names = new Map(copies.map((event) => [event.message_id, event.name]));
      assert.deepEqual([...names.values()].sort(), [...sent].sort());
    });
  }
}
