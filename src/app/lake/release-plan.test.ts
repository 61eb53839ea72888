import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { completeRanges } from "./complete.ts";
import type { LakeObject } from "./lake-object.ts";
import { MERGE_POLICY, mergedCover, planMerges } from "./merge-plan.ts";
import { planRead } from "./plan-read.ts";
import { planRelease, removable } from "./release-plan.ts";

const NOW = Date.UTC(2026, 10, 20);
const ORIGINS = ["a~1-000000", "b~1-000000"];
const DAYS = ["2026-11-01", "2026-11-02", "2026-11-20"];

/** Raw writes as they happen: ranges in several days, some written twice with other limits, some parts not here. */
const write = fc.record({
  origin: fc.constantFrom(...ORIGINS),
  from: fc.nat(20),
  length: fc.integer({ min: 1, max: 6 }),
  days: fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1, maxLength: 3 }),
  here: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
});
type Write = typeof write extends fc.Arbitrary<infer T> ? T : never;

function rawObjects(writes: readonly Write[]): LakeObject[] {
  return writes.flatMap(({ origin, from, length, days, here }, index) =>
    days.flatMap((day, place): LakeObject[] => {
      const cover = [{ origin, from, to: from + length, parts: days.length }];
      const key = `raw-${index}-${day}`;
      const facts = { key, day, level: 0 as const, epoch: 0, cover, digest: "", bytes: 1, rows: 1, time: null };
      return here[place] ? [{ ...facts, part: { index: place + 1, of: days.length } }] : [];
    }),
  );
}

/** As the writer merges. */
function merged(objects: readonly LakeObject[], policy = MERGE_POLICY): LakeObject[] {
  const seen = objects.map((object) => ({ object, since: 0 }));
  return planMerges(seen, policy, NOW).map(({ day, level, sources }) => {
    const cover = mergedCover(sources);
    const key = `merged-${level}-${day}-${JSON.stringify(cover)}`;
    return {
      key,
      day,
      level,
      epoch: 1,
      cover,
      part: null,
      digest: "",
      bytes: 1,
      rows: 1,
      time: null,
    };
  });
}

const meaning = (objects: readonly LakeObject[]) => ({
  complete: new Map([...completeRanges(objects)].sort()),
  covered: [...planRead(objects)].map(([day, { covered }]) => [day, new Map([...covered].sort())]).sort(),
});

test("merging and removing what is replaced changes neither what is covered nor what is whole", () => {
  fc.assert(
    fc.property(
      fc.array(write, { maxLength: 12 }),
      fc.array(write, { maxLength: 6 }),
      fc.boolean(),
      (first, late, few) => {
        // A merge may take all that waits, or only the first two of it.
        const policy = few ? { ...MERGE_POLICY, rawFilesMax: 2, rawRowsMax: 2 } : MERGE_POLICY;
        let objects = rawObjects(first);
        for (const more of [[], rawObjects(late.map((one) => ({ ...one, from: one.from + 5 })))]) {
          objects = [...objects, ...more.map((object) => ({ ...object, key: `late-${object.key}` }))];
          const before = meaning(objects);
          objects = [...objects, ...merged(objects, policy)];
          assert.deepEqual(meaning(objects), before);
          const seen = objects.map((object) => ({ object, since: 0 }));
          const gone = new Set(removable(seen, new Set(objects.map(({ key }) => key)), NOW).map(({ key }) => key));
          objects = objects.filter(({ key }) => !gone.has(key));
          assert.deepEqual(meaning(objects), before);
        }
      },
    ),
  );
});

test("a past day ends as one file, whatever its raw files were", () => {
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), (writes) => {
      let objects = rawObjects(writes);
      objects = [...objects, ...merged(objects)];
      const seen = objects.map((object) => ({ object, since: 0 }));
      const gone = new Set(removable(seen, new Set(objects.map(({ key }) => key)), NOW).map(({ key }) => key));
      for (const day of DAYS.slice(0, 2)) {
        assert.ok(objects.filter((object) => object.day === day && !gone.has(object.key)).length <= 1);
        assert.ok(planRead(objects).get(day)?.dedupe !== true);
      }
    }),
  );
});

test("nothing goes whose replacement is not in the other bucket, or is young", () => {
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), (writes) => {
      const raw = rawObjects(writes).map((object) => ({ ...object, day: DAYS[0] as string }));
      const all = [...raw, ...merged(raw)];
      const seen = all.map((object) => ({ object, since: object.level === 0 ? 0 : NOW - 59_000 }));
      const keys = new Set(all.map(({ key }) => key));
      assert.deepEqual(removable(seen, new Set(), NOW), []);
      const goneYoung = removable(seen, keys, NOW);
      const replacedByRaw = removable(
        seen.filter(({ object }) => object.level === 0),
        keys,
        NOW,
      );
      assert.deepEqual(new Set(goneYoung.map(({ key }) => key)), new Set(replacedByRaw.map(({ key }) => key)));
    }),
  );
});

test("an own log waits for the other bucket unless it has outgrown its bound; a mirrored one doesn't", () => {
  const [origin] = ORIGINS as [string];
  const cover = [{ origin, from: 0, to: 10, parts: 1 }];
  const [object] = rawObjects([{ origin, from: 0, length: 10, days: [DAYS[0] as string], here: [true] }]);
  const seen = [{ object: { ...(object as LakeObject), cover }, since: 0 }];
  const policy = { ownBytesMax: 1_000, ageMs: 60_000 };
  const release = (own: boolean, bytes: number, inPeer: string[], now = NOW) =>
    planRelease([{ origin, own, first: 4, bytes }], seen, new Set(inPeer), policy, now).map(({ below }) => below);
  const key = (object as LakeObject).key;
  assert.deepEqual(release(true, 10, []), []);
  assert.deepEqual(release(true, 10, [key]), [10]);
  assert.deepEqual(release(true, 1_001, []), [10]);
  assert.deepEqual(release(false, 10, []), [10]);
  assert.deepEqual(release(false, 10, [], 59_000), []);
});

test("after a flood raw files are merged some millions of rows at a time, in their order, and all of them in the end", () => {
  const raw = (index: number, rows: number): LakeObject => ({
    key: `raw-${String(index).padStart(3, "0")}`,
    day: "2026-11-20",
    level: 0,
    epoch: 0,
    cover: [{ origin: "a~1-000000", from: index * 10, to: index * 10 + 10, parts: 1 }],
    part: { index: 1, of: 1 },
    digest: "",
    bytes: 1,
    rows,
    time: null,
  });
  const seen = Array.from({ length: 100 }, (_, index) => ({ object: raw(index, 60_000), since: NOW }));
  const [merge, ...others] = planMerges(seen, MERGE_POLICY, NOW);
  assert.deepEqual(
    merge?.sources.map(({ key }) => key),
    seen.slice(0, 33).map(({ object }) => object.key),
  );
  assert.deepEqual(others, []);
  const huge = seen.slice(0, 40).map(({ object, since }) => ({ object: { ...object, rows: 5_000_000 }, since }));
  assert.equal(planMerges(huge, MERGE_POLICY, NOW)[0]?.sources.length, 2, "fewer than two are no merge");
});
