import assert from "node:assert/strict";
import { test } from "node:test";
import { drainPreview } from "./drain.ts";

const south = { name: "south", accepting: true, perSecond: 400 };
const north = { name: "north", accepting: true, perSecond: 4 };

test("what a drain would change is told in figures, with the direct senders of the other region left where they are", () => {
  const [now, then] = drainPreview([south, north], { region: "south", sharePercent: 25 }, null);
  assert.equal(now, "Now: south takes 400 events/s, north 4 events/s.");
  assert.equal(then, "Then: south about 300 events/s, north about 104 events/s.");
  const [, all] = drainPreview([north, south], { region: "south", sharePercent: 100 }, null);
  assert.equal(all, "Then: south about 0 events/s, north about 404 events/s.");
});

test("a change of a drain that stands is told from where things are now", () => {
  const at25 = [
    { ...south, perSecond: 300 },
    { ...north, perSecond: 104 },
  ] as const;
  const [, then] = drainPreview(at25, { region: "south", sharePercent: 50 }, { region: "south", sharePercent: 25 });
  assert.equal(then, "Then: south about 200 events/s, north about 204 events/s.");
});

test("a region that can't take events is said to be refused", () => {
  const lines = drainPreview([south, { ...north, accepting: false }], { region: "south", sharePercent: 25 }, null);
  assert.match(lines.at(-1) ?? "", /north can't take events now/);
});
