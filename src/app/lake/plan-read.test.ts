import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { completeRanges } from "./complete.ts";
import type { CoverEntry, LakeObject } from "./lake-object.ts";
import { contains, countOf, intersect, subtract, union } from "./offset-ranges.ts";
import { before, planRead } from "./plan-read.ts";

const DAYS = ["2026-11-01", "2026-11-02"];
const ORIGINS = ["a~1-000000", "b~1-000000"];
const OFFSETS = 24;

const entry = fc
  .record({
    origin: fc.constantFrom(...ORIGINS),
    from: fc.nat(OFFSETS - 1),
    length: fc.integer({ min: 1, max: 8 }),
    parts: fc.constantFrom(1, 1, 2),
  })
  .map(
    ({ origin, from, length, parts }): CoverEntry => ({ origin, from, to: Math.min(from + length, OFFSETS), parts }),
  );
const lake = fc
  .array(
    fc.record({
      day: fc.constantFrom(...DAYS),
      level: fc.constantFrom<0 | 1 | 2>(0, 0, 1, 2),
      epoch: fc.integer({ min: 1, max: 3 }),
      cover: fc.array(entry, { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 10 },
  )
  .map((list) =>
    list.map(
      (object, index): LakeObject => ({
        ...object,
        key: `object-${index}`,
        cover: object.level === 0 ? object.cover.slice(0, 1) : object.cover,
        part: null,
        digest: "",
        bytes: 1,
        rows: 1,
        time: null,
      }),
    ),
  );

const holds = (
  object: { cover: readonly { origin: string; from: number; to: number }[] },
  origin: string,
  offset: number,
) => object.cover.some((range) => range.origin === origin && range.from <= offset && offset < range.to);

test("each covered offset of a day is taken from exactly one file, the first in order, and no other offset from any", () => {
  fc.assert(
    fc.property(lake, (objects) => {
      const plan = planRead(objects);
      for (const day of DAYS) {
        const read = plan.get(day);
        const ofDay = objects.filter((object) => object.day === day).sort(before);
        for (const origin of ORIGINS) {
          for (let offset = 0; offset < OFFSETS; offset++) {
            const expected = ofDay.find((object) => holds(object, origin, offset));
            const takers = (read?.files ?? []).filter(({ object, take }) =>
              holds(take === "all" ? object : { cover: take }, origin, offset),
            );
            assert.deepEqual(
              takers.map(({ object }) => object.key),
              expected ? [expected.key] : [],
            );
            const covered = read?.covered.get(origin) ?? [];
            assert.equal(contains(covered, { from: offset, to: offset + 1 }), expected !== undefined);
          }
        }
        if (read && !read.dedupe) {
          assert.equal(read.files.length, 1);
          assert.equal(read.files[0]?.take, "all");
        }
      }
    }),
  );
});

test("the order of a listing changes nothing", () => {
  fc.assert(
    fc.property(lake, (objects) => {
      const shape = (list: LakeObject[]) =>
        [...planRead(list)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([day, read]) => [day, read.files.map(({ object, take }) => [object.key, take])]);
      assert.deepEqual(shape(objects), shape([...objects].reverse()));
    }),
  );
});

test("a range is whole only where all its days are there", () => {
  fc.assert(
    fc.property(lake, (objects) => {
      const whole = completeRanges(objects);
      for (const origin of ORIGINS) {
        for (let offset = 0; offset < OFFSETS; offset++) {
          const claims = objects.flatMap((object) =>
            object.cover
              .filter((range) => holds({ cover: [range] }, origin, offset))
              .map((range) => ({
                day: object.day,
                name: `${range.from}-${range.to}-${range.parts}`,
                parts: range.parts,
              })),
          );
          const expected = claims.some(
            ({ name, parts }) =>
              parts === 1 || new Set(claims.filter((one) => one.name === name).map((one) => one.day)).size >= parts,
          );
          assert.equal(contains(whole.get(origin) ?? [], { from: offset, to: offset + 1 }), expected);
        }
      }
    }),
  );
});

test("sets of offsets behave as sets of numbers", () => {
  const ranges = fc
    .array(fc.record({ from: fc.nat(30), length: fc.nat(6) }), { maxLength: 8 })
    .map((list) => list.map(({ from, length }) => ({ from, to: from + length })));
  const numbers = (list: { from: number; to: number }[]) =>
    new Set(list.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
  fc.assert(
    fc.property(ranges, ranges, (first, second) => {
      const [a, b] = [union(first), union(second)];
      assert.deepEqual(numbers(a), new Set([...numbers(first)].sort((x, y) => x - y)));
      assert.deepEqual(numbers(subtract(a, b)), numbers(a).difference(numbers(b)));
      assert.deepEqual(numbers(intersect(a, b)), numbers(a).intersection(numbers(b)));
      assert.equal(countOf(a), numbers(a).size);
      for (const set of [a, subtract(a, b)]) {
        assert.ok(set.every((range, index) => range.from < range.to && (set[index + 1]?.from ?? Infinity) >= range.to));
      }
    }),
  );
});
