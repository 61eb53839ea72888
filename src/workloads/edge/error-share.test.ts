import assert from "node:assert/strict";
import { test } from "node:test";
import { nextOfShare } from "./drain.ts";
import { errorShares } from "./error-share.ts";

test("the share of failed requests counts the last ten seconds, region by region, and nothing with too few requests", () => {
  const shares = errorShares();
  const note = (region: string, failed: boolean, nowMs: number) =>
    shares.note(region, { failed, ingest: false }, nowMs);
  assert.equal(shares.of("a", 0), null);
  for (let index = 0; index < 19; index += 1) note("a", true, 500);
  assert.equal(shares.of("a", 900), null, "nineteen requests are too few");
  note("a", false, 900);
  assert.equal(shares.of("a", 900), 0.95);
  assert.equal(shares.of("b", 900), null);
  for (let index = 0; index < 20; index += 1) note("a", false, 8_000);
  assert.equal(shares.of("a", 9_000), 19 / 40);
  assert.equal(shares.of("a", 10_500), 0, "what is ten seconds old is forgotten");
  assert.equal(shares.of("a", 60_000), null);
});

type Traffic = { events: number; eventsFailing: number; others: number; othersFailing: number };

/** Every `1 / sharePercent`th request with events is drained; failures are spread evenly, as a sick process spreads them. */
function shareUnder(sharePercent: number, { events, eventsFailing, others, othersFailing }: Traffic): number | null {
  const shares = errorShares();
  let owed = 0;
  for (let index = 0; index < events; index += 1) {
    const next = nextOfShare(owed, sharePercent);
    owed = next.owed;
    const failed = Math.floor((index + 1) * eventsFailing) > Math.floor(index * eventsFailing);
    if (next.drains) shares.noteDrained("a", 0);
    else shares.note("a", { failed, ingest: true }, 0);
  }
  for (let index = 0; index < others; index += 1) {
    shares.note("a", { failed: index < others * othersFailing, ingest: false }, 0);
  }
  return shares.of("a", 0);
}

test("a drain changes no verdict: a region is found as sick as it would be with all of its events", () => {
  const wellEvents = { events: 800, eventsFailing: 0, others: 200, othersFailing: 1 };
  for (const percent of [0, 25, 50, 99, 100]) {
    assert.equal(shareUnder(percent, wellEvents), 0.2, `${percent} %: what the drain took away diluted the failures`);
  }
  for (const percent of [0, 25, 50, 90]) {
    const sick = shareUnder(percent, { events: 1_000, eventsFailing: 1, others: 100, othersFailing: 0 });
    assert.ok(sick !== null && sick > 0.9, `${percent} %: ${sick}`);
  }
});

test("with nearly all events drained the few that are left don't accuse a region", () => {
  assert.equal(shareUnder(99, { events: 300, eventsFailing: 1, others: 0, othersFailing: 0 }), 3 / 300);
  const few = errorShares();
  few.note("a", { failed: true, ingest: true }, 0);
  for (let index = 0; index < 18; index += 1) few.noteDrained("a", 0);
  assert.equal(few.of("a", 0), null, "nineteen requests are too few, drained or not");
});
