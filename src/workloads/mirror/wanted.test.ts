import assert from "node:assert/strict";
import { test } from "node:test";
import { wanted } from "./wanted.ts";

const ORIGIN = "ap-south-1~1-abcdef";
const raw = (from: number, to: number, day = "2026-11-20") =>
  `lake/v1/day=${day}/${ORIGIN}/${from}-${to}.L0.e1.1of1.0123456789abcdef.parquet`;
const merged = "lake/v1/day=2026-11-20/merged/L1.e1.0123456789abcdef.0123456789abcdef.parquet";
const watermark = (offset: number, at: number) => `lake/v1/watermarks/${ORIGIN}/${offset}-${at}.json`;
const own = (keys: string[] = [], cover: [from: number, to: number][] = [], removed: string[] = []) => ({
  keys: new Set(keys),
  objects: cover.map(([from, to]) => ({
    day: "2026-11-20",
    level: 1 as const,
    cover: [{ origin: ORIGIN, from, to, parts: 1 }],
  })),
  removed: new Set(removed),
});
const keysWanted = (keys: string[], ...mine: Parameters<typeof own>) =>
  wanted(
    keys.map((key) => ({ key })),
    own(...mine),
  ).map(({ key }) => key);

test("what is missing is wanted, what is here or was removed here is not", () => {
  const keys = [raw(0, 10), raw(10, 20), raw(20, 30)];
  assert.deepEqual(keysWanted(keys, [raw(0, 10)], [], [raw(10, 20)]), [raw(20, 30)]);
});

test("a raw object whose range lies whole in merged objects of its day here is not fetched back", () => {
  assert.deepEqual(
    keysWanted(
      [raw(5, 15)],
      [],
      [
        [0, 10],
        [10, 20],
      ],
    ),
    [],
  );
  assert.deepEqual(
    keysWanted(
      [raw(5, 25)],
      [],
      [
        [0, 10],
        [10, 20],
      ],
    ),
    [raw(5, 25)],
    "partly covered",
  );
  assert.deepEqual(keysWanted([raw(5, 15, "2026-11-19")], [], [[0, 20]]), [raw(5, 15, "2026-11-19")], "another day");
});

test("what can't be told from its name is fetched: merged objects, and names this version doesn't know", () => {
  const stranger = "lake/v1/floors/shop.json";
  assert.deepEqual(keysWanted([merged, stranger], [], [[0, 1_000_000]]).sort(), [merged, stranger].sort());
});

test("of watermarks only one that says more than any here is fetched, after the events that it speaks of", () => {
  const keys = [watermark(10, 100), watermark(30, 300), watermark(20, 200), raw(0, 30)];
  assert.deepEqual(keysWanted(keys), [raw(0, 30), watermark(30, 300)]);
  assert.deepEqual(keysWanted(keys, [watermark(40, 400)]), [raw(0, 30)]);
});

test("the latest days come first, so that today is answered before the archive is here", () => {
  const days = ["2026-11-01", "2026-11-21", "2026-10-09"];
  assert.deepEqual(
    keysWanted(days.map((day) => raw(0, 1, day))),
    ["2026-11-21", "2026-11-01", "2026-10-09"].map((day) => raw(0, 1, day)),
  );
});
