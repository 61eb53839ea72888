import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { GRAINS } from "../../core/question.ts";
import { BUCKETS_MAX, bucketsOf } from "./buckets.ts";
import { type ResolvedRange, resolveCompare, resolveRange } from "./time-range.ts";
import { isTimeZone, localDate } from "./time-zone.ts";

const HOUR = 3_600_000;
const now = Date.parse("2026-11-18T09:30:00Z"); // a Wednesday
const iso = (instant: number): string => new Date(instant).toISOString();

function range(asked: Parameters<typeof resolveRange>[0], zone: string, at = now): ResolvedRange {
  const resolved = resolveRange(asked, zone, at, null);
  assert.equal(resolved.kind, "resolved", JSON.stringify(resolved));
  return (resolved as { value: ResolvedRange }).value;
}

const PRESETS = [
  ["today", "UTC", "2026-11-18T00:00:00.000Z", "2026-11-19T00:00:00.000Z"],
  ["today", "Asia/Kathmandu", "2026-11-17T18:15:00.000Z", "2026-11-18T18:15:00.000Z"],
  ["yesterday", "America/New_York", "2026-11-17T05:00:00.000Z", "2026-11-18T05:00:00.000Z"],
  ["7d", "UTC", "2026-11-11T00:00:00.000Z", "2026-11-18T00:00:00.000Z"],
  ["7d+today", "UTC", "2026-11-11T00:00:00.000Z", "2026-11-19T00:00:00.000Z"],
  ["month", "UTC", "2026-11-01T00:00:00.000Z", "2026-11-19T00:00:00.000Z"],
  ["year", "UTC", "2026-01-01T00:00:00.000Z", "2026-11-19T00:00:00.000Z"],
] as const;

test("presets are whole local days; Nd leaves today out", () => {
  for (const [preset, zone, from, to] of PRESETS) {
    const found = range(preset, zone);
    assert.deepEqual([iso(found.from), iso(found.to)], [from, to], `${preset} in ${zone}`);
  }
});

test("a local day has 23 hours when clocks go forward and 25 when they go back", () => {
  const hours = (day: string, next: string, zone: string): number => {
    const { from, to } = range({ from: day, to: next }, zone);
    return (to - from) / HOUR;
  };
  assert.equal(hours("2026-03-29", "2026-03-30", "Europe/Berlin"), 23);
  assert.equal(hours("2026-10-25", "2026-10-26", "Europe/Berlin"), 25);
  assert.equal(hours("2026-04-05", "2026-04-06", "Australia/Lord_Howe"), 24.5);
  // Samoa skipped a whole day; midnight itself is skipped in Beirut.
  assert.equal(hours("2011-12-30", "2011-12-31", "Pacific/Apia"), 0);
  assert.equal(hours("2026-03-29", "2026-03-30", "Asia/Beirut"), 23);
});

test("buckets cover any range without gap or overlap, each label once", () => {
  const zones = fc.constantFrom(
    "UTC",
    "Asia/Kathmandu",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "America/Havana",
  );
  const start = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2030, 0) });
  fc.assert(
    fc.property(
      zones,
      fc.constantFrom(...GRAINS),
      start,
      fc.integer({ min: 1, max: 900 }),
      (zone, grain, from, hours) => {
        const to = from + hours * HOUR;
        const buckets = bucketsOf(zone, grain, from, to);
        if (!buckets) {
          assert.ok(grain === "minute" && hours * 60 > BUCKETS_MAX - 60);
          return;
        }
        assert.equal(buckets[0]?.from, from);
        assert.equal(buckets.at(-1)?.to, to);
        for (const [index, bucket] of buckets.entries()) {
          assert.ok(bucket.to > bucket.from);
          if (index > 0) assert.equal(bucket.from, buckets[index - 1]?.to);
          if (grain === "day") assert.equal(bucket.label, localDate(zone, bucket.to - 1));
        }
        assert.equal(new Set(buckets.map(({ label }) => label)).size, buckets.length);
      },
    ),
    { numRuns: 150 },
  );
});

test("the hour that clocks repeat is two buckets, told apart by their offset", () => {
  const { from, to } = range({ from: "2026-10-25", to: "2026-10-26" }, "Europe/Berlin");
  const labels = bucketsOf("Europe/Berlin", "hour", from, to)?.map(({ label }) => label);
  assert.equal(labels?.length, 25);
  assert.deepEqual(labels?.slice(2, 4), ["2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00"]);
});

test("weeks begin on Monday and carry its date, months their first day", () => {
  const { from, to } = range({ from: "2026-11-18", to: "2026-12-02" }, "UTC");
  assert.deepEqual(
    bucketsOf("UTC", "week", from, to)?.map(({ label }) => label),
    ["2026-11-16", "2026-11-23", "2026-11-30"],
  );
  assert.deepEqual(
    bucketsOf("UTC", "month", from, to)?.map(({ label }) => label),
    ["2026-11-01", "2026-12-01"],
  );
});

const COMPARED = [
  // The same weekday, and only as much of it as has passed.
  ["today", "previous", "2026-11-11T00:00:00.000Z", "2026-11-11T09:30:00.000Z"],
  ["today", { to: "previous", align: "date" }, "2026-11-17T00:00:00.000Z", "2026-11-17T09:30:00.000Z"],
  ["7d", "previous", "2026-11-04T00:00:00.000Z", "2026-11-11T00:00:00.000Z"],
  ["month", { to: "previous", align: "date" }, "2026-10-01T00:00:00.000Z", "2026-10-18T09:30:00.000Z"],
  ["7d", "year", "2025-11-12T00:00:00.000Z", "2025-11-19T00:00:00.000Z"],
  ["7d", { to: "year", align: "date" }, "2025-11-11T00:00:00.000Z", "2025-11-18T00:00:00.000Z"],
  ["7d", { from: "2026-01-01", to: "2026-01-31" }, "2026-01-01T00:00:00.000Z", "2026-01-31T00:00:00.000Z"],
] as const;

test("a period is compared with the same weekdays before, and a running one with the same elapsed part", () => {
  for (const [preset, compare, from, to] of COMPARED) {
    const resolved = resolveCompare(compare, range(preset, "UTC"), "UTC", now);
    assert.equal(resolved.kind, "resolved");
    const { counted } = (resolved as { value: { counted: { from: number; to: number } } }).value;
    assert.deepEqual([iso(counted.from), iso(counted.to)], [from, to], `${preset} against ${JSON.stringify(compare)}`);
  }
});

test("the elapsed part ends at the same time on the wall, not after as many hours", () => {
  // Noon on the day after clocks went forward in Berlin.
  const noon = Date.parse("2026-03-30T10:00:00Z");
  const resolved = resolveCompare(
    { to: "previous", align: "date" },
    range("today", "Europe/Berlin", noon),
    "Europe/Berlin",
    noon,
  );
  const { counted } = (resolved as { value: { counted: { from: number; to: number } } }).value;
  assert.equal(iso(counted.to), "2026-03-29T10:00:00.000Z");
  assert.equal((counted.to - counted.from) / HOUR, 11);
});

test("wrong ranges are told apart", () => {
  const wrong: [Parameters<typeof resolveRange>[0], RegExp][] = [
    [{ from: "2026-02-30", to: "2026-03-02" }, /neither a date/],
    [{ from: "2026-03-02", to: "2026-03-02" }, /ends before it begins/],
    [{ from: "2001-01-01", to: "2026-03-02" }, /at most 10 years/],
  ];
  for (const [asked, because] of wrong) {
    const resolved = resolveRange(asked, "UTC", now, null);
    assert.equal(resolved.kind, "wrong");
    assert.match((resolved as { because: string }).because, because);
  }
});

test("only names of zones are zones", () => {
  for (const name of ["UTC", "Asia/Kolkata", "America/Argentina/Buenos_Aires"]) assert.ok(isTimeZone(name), name);
  for (const name of ["", "+05:30", "Asia/Nowhere", "UTC'; DROP TABLE tail; --", "../etc"])
    assert.ok(!isTimeZone(name), name);
});
