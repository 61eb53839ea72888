import assert from "node:assert/strict";
import { test } from "node:test";
import { chance } from "./chance.ts";
import { Shop } from "./shop.ts";

const AT = Date.UTC(2026, 10, 20, 12);

test("the same seed makes the same shop, and every event says that it is synthetic", () => {
  const make = () => {
    const shop = new Shop(chance(7));
    return Array.from({ length: 300 }, (_, index) => shop.visit(AT + index * 60_000)).flat();
  };
  const events = make();
  assert.deepEqual(make(), events);
  assert.equal(new Set(events.map((one) => one.event.messageId)).size, events.length);
  assert.ok(events.every((one) => String(one.event.messageId).startsWith("demo-")));
});

test("visitors browse, order, sign up and come back", () => {
  const shop = new Shop(chance(1));
  const events = Array.from({ length: 500 }, (_, index) => shop.visit(AT + index * 60_000)).flat();
  const names = new Set(events.map((one) => one.event.event ?? one.event.type));
  for (const name of ["page", "identify", "Product Viewed", "Product Added", "Order Completed", "Signed Up"]) {
    assert.ok(names.has(name), name);
  }
  const visitors = new Set(events.map((one) => one.event.anonymousId));
  assert.ok(visitors.size > 200 && visitors.size < 450, `${visitors.size} visitors in 500 visits`);
});

test("events of a visit are in order, and visits come faster in the evening", () => {
  const shop = new Shop(chance(3));
  for (let index = 0; index < 100; index += 1) {
    const times = shop.visit(AT).map((one) => one.at);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
    );
  }
  const mean = (hour: number) => {
    const from = Date.UTC(2026, 10, 20, hour);
    return Array.from({ length: 400 }, () => shop.nextVisitAt(from, 60) - from).reduce((a, b) => a + b) / 400;
  };
  assert.ok(mean(14.5) < mean(21.5));
});
