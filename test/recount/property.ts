// Random events and random questions: what DuckDB answers equals the naive recount.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { StoredEvent } from "../../src/app/events/stored-event.ts";
import { DIMENSIONS, type Dimension, GRAINS, METRICS, type Question, type Where } from "../../src/core/question.ts";
import { addDays, utcDay } from "../../src/core/time.ts";
import { openEngine } from "../../src/drivers/duckdb/engine.ts";
import { openSliceStore } from "../../src/drivers/duckdb/slice-store.ts";
import { createEventTable } from "../../src/drivers/tail/tail-table.ts";
import { assertSameAnswer } from "./compare.ts";
import { lakeOfEvents } from "./lake-of-events.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The pauses that decide: at, just below and just above each limit. */
const PAUSES = [0, 1, 1_000, 7 * MINUTE, 29 * MINUTE, 30 * MINUTE, 30 * MINUTE + 1, 31 * MINUTE, 3 * HOUR, 11 * HOUR];
const LONG_PAUSES = [24 * HOUR - 1, 24 * HOUR, 24 * HOUR + 1, 40 * HOUR];
/** Days on which clocks change in some of the zones below. */
const STARTS = ["2026-03-27", "2026-04-03", "2026-10-23", "2026-11-01", "2011-12-28"].map((day) =>
  Date.parse(`${day}T00:00:00Z`),
);
const ZONES = [
  "UTC",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/St_Johns",
  "Pacific/Kiritimati",
];
const ORIGINS = ["north-1~1-00000a", "south-1~1-00000b"];
const PROJECTS = ["shop", "blog"];

const pick = <T>(...values: T[]) => fc.constantFrom(...values);

const eventDraft = fc.record({
  project: fc.oneof({ weight: 5, arbitrary: pick("shop") }, { weight: 1, arbitrary: pick("blog") }),
  pause: fc.oneof({ weight: 9, arbitrary: pick(...PAUSES) }, { weight: 1, arbitrary: pick(...LONG_PAUSES) }),
  device: pick("d1", "d1", "d2", "d3"),
  user: pick(null, null, "u1", "u2"),
  session: pick(null, null, null, "s1", "s1", "s2"),
  type: pick("page", "page", "page", "screen", "track", "track", "identify", "alias"),
  name: pick(null, "Signup", "Order Completed"),
  path: pick(null, "/", "/a", "/a/b", "/pricing"),
  source: pick(null, "Google", "Facebook", "newsletter", "example.org"),
  medium: pick(null, "cpc", "organic", "email"),
  campaign: pick(null, "eshop", "workshop"),
  clickId: pick(null, "gclid"),
  country: pick(null, "IN", "NP"),
  bot: pick(null, null, null, null, "bot"),
  passive: pick(false, false, true),
  props: pick<object>(
    {},
    { plan: "pro" },
    { plan: "free", price: 12.5 },
    { cart: { total: 7 }, plan: null },
    { 'a"b/c~': "x" },
  ),
  receivedAfter: pick(5, 2_000, 3 * HOUR, 30 * HOUR),
  dayAway: pick(0, 0, 0, 0, 1, -1, -4_000),
  origin: pick(0, 1),
  again: pick(0, 0, 0, 1, 2),
  againShift: pick(0, 0, 5_000, -40 * MINUTE),
});

type Draft = typeof eventDraft extends fc.Arbitrary<infer T> ? T : never;

function stored(drafts: Draft[], start: number): StoredEvent[] {
  const events: StoredEvent[] = [];
  let time = start;
  for (const [index, draft] of drafts.entries()) {
    time += draft.pause;
    const first = one(draft, index, time);
    events.push(first);
    for (let copy = 1; copy <= draft.again; copy += 1) {
      const origin = ORIGINS[(draft.origin + copy) % 2] as string;
      events.push({
        ...first,
        origin,
        received_at: first.received_at + copy * (draft.againShift || 1),
        time: time + draft.againShift,
      });
    }
  }
  // Offsets in the order of receipt, as a log gives them.
  events.sort((a, b) => a.received_at - b.received_at);
  for (const origin of ORIGINS)
    for (const [offset, event] of events.filter((event) => event.origin === origin).entries()) event.offset = offset;
  return events;
}

function one(draft: Draft, index: number, time: number): StoredEvent {
  return {
    project: draft.project,
    origin: ORIGINS[draft.origin] as string,
    offset: 0,
    message_id: `m${index}`,
    type: draft.type as StoredEvent["type"],
    name: draft.name,
    time,
    day: addDays(utcDay(time), draft.dayAway),
    received_at: time + draft.receivedAfter,
    original_timestamp: null,
    sent_at: null,
    clock_clamped: false,
    device: draft.device,
    visitor: draft.user ?? draft.device,
    user_id: draft.user,
    anonymous_id: draft.device,
    session_id: draft.session,
    non_interactive: draft.passive,
    hostname: "example.com",
    path: draft.path,
    title: null,
    referrer: null,
    source: draft.source,
    medium: draft.medium,
    campaign: draft.campaign,
    term: null,
    content: null,
    click_id: draft.clickId,
    country: draft.country,
    language: "en",
    browser: draft.country === "IN" ? "Firefox" : null,
    browser_version: null,
    os: null,
    os_version: null,
    device_type: draft.device === "d2" ? "Mobile" : "Desktop",
    screen: null,
    library: null,
    bot_reason: draft.bot,
    props: JSON.stringify(draft.props),
    context: "{}",
  };
}

const dimension: fc.Arbitrary<Dimension> = fc.oneof(
  {
    weight: 3,
    arbitrary: pick<Dimension>(
      "event.page",
      "event.name",
      "event.type",
      "visit.source",
      "visit.channel",
      "visit.entry_page",
      "visit.exit_page",
      "visit.country",
    ),
  },
  { weight: 1, arbitrary: pick<Dimension>(...DIMENSIONS) },
  { weight: 1, arbitrary: pick<Dimension>("prop.plan", "prop.price", "prop.cart.total", 'prop.a"b/c~') },
);

const leaf: fc.Arbitrary<Where> = fc.oneof(
  fc.record({
    field: dimension,
    op: pick("is" as const),
    value: fc.array(pick("/", "/a", "pro", "Google", "track", "IN", "7", "Direct"), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    field: dimension,
    op: pick("contains" as const, "starts" as const, "matches" as const),
    value: pick(["/a"], ["a", "o"], ["Or", "G"]),
  }),
  fc.record({
    field: pick<Dimension>("prop.price", "prop.cart.total", "event.page"),
    op: pick("gt" as const, "gte" as const, "lt" as const, "lte" as const),
    value: pick([7], [12.5]),
  }),
  fc.record({ field: dimension, op: pick("exists" as const), value: pick([true], [false]) }),
);
const { where } = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 2, depthIdentifier: "where" },
    leaf,
    fc.record({ all: fc.array(tie("where"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie("where"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie("where") }),
  ),
}));

const questionDraft = fc.record({
  kind: pick("totals" as const, "timeseries" as const, "breakdown" as const, "breakdown" as const),
  tz: pick(...ZONES),
  first: fc.integer({ min: -1, max: 5 }),
  days: fc.integer({ min: 1, max: 4 }),
  metrics: fc.uniqueArray(pick(...METRICS), { minLength: 1 }),
  by: fc.uniqueArray(dimension, { minLength: 1, maxLength: 2 }),
  grain: pick(...GRAINS.filter((grain) => grain !== "minute")),
  where: fc.option(where, { nil: undefined, freq: 2 }),
  bots: pick(false, false, true),
});

function asQuestion(draft: typeof questionDraft extends fc.Arbitrary<infer T> ? T : never, start: number): Question {
  const from = addDays(utcDay(start), draft.first);
  const by =
    draft.kind === "totals" ? undefined : draft.kind === "timeseries" ? [`time.${draft.grain}` as const] : draft.by;
  return {
    kind: draft.kind,
    tz: draft.tz,
    range: { from, to: addDays(from, draft.days) },
    metrics: draft.metrics,
    ...(by ? { by } : {}),
    ...(draft.where ? { where: draft.where } : {}),
    bots: draft.bots,
  };
}

/** Throws fast-check's report of the smallest case that differs. */
export async function recountProperty(runs: number, seed?: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "tandem-recount-"));
  const engine = await openEngine(join(directory, "scratch"));
  const connection = await engine.connect();
  await createEventTable(connection);
  const failures: unknown[] = [];
  const store = await openSliceStore(join(directory, "slices"), engine, (event, details) =>
    failures.push(event, details),
  );
  const lakes = fc.record({
    start: pick(...STARTS),
    drafts: fc.array(eventDraft, { minLength: 1, maxLength: 60 }),
    chances: fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
    questions: fc.array(questionDraft, { minLength: 8, maxLength: 8 }),
  });
  try {
    const holds = fc.asyncProperty(lakes, async ({ start, drafts, chances, questions }) => {
      const chance = (): number => chances.next().value as number;
      const lake = await lakeOfEvents(connection, directory, stored(drafts, start), chance);
      for (const draft of questions) {
        const slices = { store, keptShare: [0, 0.5, 1][questions.indexOf(draft) % 3] as number };
        await assertSameAnswer(engine, lake, PROJECTS[0] as string, asQuestion(draft, start), slices);
      }
    });
    await fc.assert(holds, {
      numRuns: runs,
      ...(seed === undefined ? {} : { seed }),

      interruptAfterTimeLimit: 120_000,
    });
    assert.deepEqual(failures, []);
  } finally {
    await store.close();
    connection.closeSync();
    await engine.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
