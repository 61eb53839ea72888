import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS } from "../core/time.ts";
import { type Kept, keptDrill, keptRun, outlived, RETENTION } from "./retention.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const SMALL = { days: 400, newest: 3 } as unknown as typeof RETENTION.drills;
const drill = (daysAgo: number, kind = "region-loss", passed = true): Kept => ({
  id: `${kind} ${daysAgo} days ago`,
  kind,
  at: NOW - daysAgo * DAY_MS,
  passed,
});

test("what is neither of the last 400 days nor among the newest goes, oldest first", () => {
  const records = [drill(900), drill(0), drill(401), drill(399), drill(500), drill(10)];
  assert.deepEqual(
    outlived(records, SMALL, NOW),
    [900, 500, 401].map((daysAgo) => drill(daysAgo).id),
  );
  assert.deepEqual(outlived(records, RETENTION.drills, NOW), [], "so few stay for good");
});

test("the last of each kind stays, and so does the last that was passed, however old they are", () => {
  const records = [
    ...[0, 1, 2].map((daysAgo) => drill(daysAgo)),
    drill(700, "cycle", false),
    drill(800, "cycle"),
    drill(900, "cycle"),
    drill(950, "cycle", false),
  ];
  assert.deepEqual(outlived(records, SMALL, NOW), [drill(950, "cycle").id, drill(900, "cycle").id]);
});

test("a clock that runs ahead takes nothing away, nor does a record from the future", () => {
  const records = [0, 1, 2, 3, 300, 399].map((daysAgo) => drill(daysAgo));
  assert.deepEqual(outlived(records, SMALL, NOW + 3_000 * DAY_MS), []);
  assert.deepEqual(outlived([drill(-3_000), ...records], SMALL, NOW), []);
});

test("whatever there is: nothing of the year before the newest goes, each kind keeps one, and a second look finds no more", () => {
  const any = fc.record({
    daysAgo: fc.integer({ min: -10, max: 2_000 }),
    kind: fc.constantFrom("region-loss", "cycle", "flapping-link"),
    passed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), fc.integer({ min: -5, max: 5 }), (made, laterDays) => {
      const records = made.map(({ daysAgo, kind, passed }, index) => ({
        ...drill(daysAgo, kind, passed),
        id: `${kind} ${index}`,
      }));
      const now = NOW + laterDays * DAY_MS;
      const gone = new Set(outlived(records, SMALL, now));
      const newest = Math.max(...records.map(({ at }) => at));
      for (const { id, at } of records) if (at >= newest - 365 * DAY_MS) assert.ok(!gone.has(id), id);
      const staying = records.filter(({ id }) => !gone.has(id));
      assert.deepEqual(new Set(staying.map(({ kind }) => kind)), new Set(records.map(({ kind }) => kind)));
      assert.deepEqual(outlived(staying, SMALL, now), []);
    }),
  );
});

test("runs and drills are known by the names that they are given, and nothing else is", () => {
  const at = Date.parse("2026-11-21T14:00:00Z");
  const run = "20261121T140000Z-fail-over-00a2";
  assert.deepEqual(keptRun(run), { id: run, kind: "fail-over", at });
  const drilled = "region-loss-20261121T140000Z";
  assert.deepEqual(keptDrill(drilled), { id: drilled, kind: "region-loss", at });
  for (const id of ["commands", "notes", "20261121-fail-over-1", "99999999T999999Z-fail-over-00a2", ""]) {
    assert.equal(keptRun(id), undefined, id);
  }
  for (const id of [".running.json", "region-loss", "region-loss-20261121T140000Z.incoming", "my-notes", ""]) {
    assert.equal(keptDrill(id), undefined, id);
  }
});
