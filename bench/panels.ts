// Dashboard panels over generated events: 30 days, 20 projects of uneven size, merged day files; the largest project is asked.
// Result cache cold, pages of files warm; beside each panel the least that DuckDB needs to touch the same rows. "Under load":
// the same question again and again up to today, with thirty new events between each two, as 500 a second bring in 60 ms.
// TANDEM_BENCH_EVENTS sets the sizes, e.g. "1000000,20000000".

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type CoverEntry, footerFacts, lakeKey } from "../src/app/lake/lake-object.ts";
import { sql } from "../src/app/queries/sql.ts";
import type { Question } from "../src/core/question.ts";
import { addDays, dayStart } from "../src/core/time.ts";
import { type Engine, openEngine } from "../src/drivers/duckdb/engine.ts";
import { openSliceStore, type SliceStore } from "../src/drivers/duckdb/slice-store.ts";
import { openBucket } from "../src/drivers/lake/bucket.ts";
import { digestOf, digestOfFile } from "../src/drivers/lake/digest.ts";
import { literal, structLiteral } from "../src/drivers/lake/lake-database.ts";
import { openLakeIndex } from "../src/drivers/lake/lake-index.ts";
import { PARQUET_FORMAT, PARQUET_ORDER } from "../src/drivers/lake/write-range.ts";
import { lakeViews } from "../src/drivers/tail/lake-view.ts";
import { createTailIndex } from "../src/drivers/tail/tail-index.ts";
import { createEventTable } from "../src/drivers/tail/tail-table.ts";
import { createAnswerer } from "../src/workloads/query/answerer.ts";
import type { Reading } from "../src/workloads/query/reading.ts";
import { generatedDaySql } from "./generated-events.ts";
import type { BenchTable } from "./run.ts";

const SIZES = (process.env.TANDEM_BENCH_EVENTS ?? "1000000,20000000").split(",").map(Number);
const DAYS = 30;
const FIRST_DAY = "2026-10-01";
const ROUNDS = 3;
const ROUNDS_UNDER_LOAD = 3;
const EVENTS_BETWEEN = 30;
const ORIGIN = "north-1~1-00000a";
const PROJECT = "p0";
const RANGE = { from: FIRST_DAY, to: addDays(FIRST_DAY, DAYS) };
const FILTER = { where: { field: "visit.country" as const, op: "is" as const, value: ["C3"] } };

const base = { range: RANGE, tz: "Asia/Kolkata" };
const PANELS: [string, Question][] = [
  [
    "totals: visitors, visits, pageviews, bounce, duration",
    { kind: "totals", metrics: ["visitors", "visits", "pageviews", "bounce_rate", "visit_duration"], ...base },
  ],
  [
    "series of visitors and visits by day",
    { kind: "timeseries", by: ["time.day"], metrics: ["visitors", "visits"], ...base },
  ],
  ["series of pageviews by hour", { kind: "timeseries", by: ["time.hour"], metrics: ["pageviews"], ...base }],
  ["unique visitors", { kind: "totals", metrics: ["visitors"], ...base }],
  ["visits and bounce rate", { kind: "totals", metrics: ["visits", "bounce_rate"], ...base }],
  ["top 10 pages", { kind: "breakdown", by: ["event.page"], metrics: ["visitors", "pageviews"], ...base }],
  ["top 10 sources", { kind: "breakdown", by: ["visit.source"], metrics: ["visitors", "visits"], ...base }],
  ["top 10 entry pages", { kind: "breakdown", by: ["visit.entry_page"], metrics: ["visits", "bounce_rate"], ...base }],
  ["countries", { kind: "breakdown", by: ["visit.country"], metrics: ["visitors"], ...base }],
  ["breakdown on a property", { kind: "breakdown", by: ["prop.plan"], metrics: ["visitors", "events"], ...base }],
];

export async function run(): Promise<BenchTable> {
  const rows: BenchTable["rows"] = [];
  for (const events of SIZES) {
    const directory = await mkdtemp(join(tmpdir(), "tandem-panels-"));
    try {
      await generate(directory, events);
      rows.push(...(await measure(directory, events)));
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  return { name: "Panels (ms, result cache cold; median of 3)", rows };
}

async function generate(directory: string, events: number): Promise<void> {
  const bucket = await openBucket(join(directory, "bucket"));
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    memory_limit: "1500MB",
    temp_directory: join(directory, "spill"),
  });
  const connection = await instance.connect();
  const perDay = Math.round(events / DAYS);
  for (let index = 0; index < DAYS; index += 1) {
    const day = addDays(FIRST_DAY, index);
    const file = join(directory, `${day}.parquet`);
    const cover: CoverEntry[] = [{ origin: ORIGIN, from: index * perDay, to: (index + 1) * perDay, parts: 1 }];
    const facts = footerFacts(cover, { first: dayStart(day), last: dayStart(day) + 86_399_999 });
    const select = `${generatedDaySql(day, index * perDay, perDay, events)} ORDER BY ${PARQUET_ORDER}`;
    await connection.run(
      `COPY (${select}) TO ${literal(file)} (${PARQUET_FORMAT}, KV_METADATA ${structLiteral(facts)})`,
    );
    const coverDigest = digestOf(facts["tandem.cover"] as string);
    const digest = await digestOfFile(file);
    await bucket.put(lakeKey({ kind: "merged", day, level: 2, epoch: 1, coverDigest, digest }), { file });
  }
  connection.closeSync();
  instance.closeSync();
}

async function measure(directory: string, events: number): Promise<BenchTable["rows"]> {
  await mkdir(join(directory, "cache"), { recursive: true });
  const engine = await openEngine(join(directory, "scratch"), { ...LIMITS });
  const reading = await readingOf(engine, directory);
  const paths = [...reading.view().plan.values()].flatMap(({ files }) =>
    files.map(({ object }) => reading.path(object.key)),
  );
  const control = await median(ROUNDS, () =>
    engine.rows(
      sql`SELECT count(*), count(DISTINCT "visitor") FROM read_parquet(${paths}, hive_partitioning = false) WHERE "project" = ${PROJECT}`,
    ),
  );
  const slices = await openSliceStore(join(directory, "slices"), engine, (event, details) =>
    console.error(event, details),
  );
  const began = performance.now();
  // The first question finds no slices, and has them made.
  await ask(engine, reading, slices, PANELS[0]?.[1] as Question, 0);
  const first = performance.now() - began;
  while (slices.waiting() > 0) await slices.idle();
  const rows: BenchTable["rows"] = [
    { events, panel: "first question of all, no slices yet", unfiltered: round(first) },
    { events, panel: "slices of 30 days made in the background", unfiltered: round(performance.now() - began - first) },
  ];
  for (const [name, question] of PANELS) {
    const unfiltered = await ask(engine, reading, slices, question);
    const filtered = await ask(engine, reading, slices, { ...question, ...FILTER });
    const underLoad = await askUnderLoad(engine, reading, slices, question);
    rows.push({
      events,
      panel: name,
      unfiltered,
      "one filter": filtered,
      "under load": underLoad,
      "control: raw distinct": control,
      ratio: round(unfiltered / control),
    });
  }
  const panels = rows.slice(2);
  const worst = (key: string): number => Math.max(...panels.map((row) => Number(row[key])));
  const middle =
    [...panels].map((row) => Number(row.unfiltered)).sort((a, b) => a - b)[Math.floor(panels.length / 2)] ?? 0;
  rows.push({
    events,
    panel: "p50 unfiltered, worst",
    unfiltered: `${middle}, ${worst("unfiltered")}`,
    "one filter": worst("one filter"),
    "under load": worst("under load"),
    "control: raw distinct": control,
    ratio: round(middle / control),
  });
  await slices.close();
  await engine.close();
  return rows;
}

const LIMITS = { slots: 3, waitingMax: 64, timeMsMax: 120_000, rowsMax: 10_000, memory: "300MB", threads: 2 };

async function ask(
  engine: Engine,
  reading: Reading,
  slices: SliceStore,
  question: Question,
  rounds = ROUNDS,
): Promise<number> {
  return median(rounds, async () => {
    // A new answerer each time: its cache of results is empty.
    const answerer = createAnswerer({ engine, reading, slices, region: "north-1", now: Date.now, freshness: () => [] });
    const answered = await answerer.ask(PROJECT, question);
    if (answered.kind === "problem") throw new Error(JSON.stringify(answered.problem));
  });
}

/** What an answerer knows already may serve again; events keep coming to all projects. */
async function askUnderLoad(
  engine: Engine,
  reading: BenchReading,
  slices: SliceStore,
  question: Question,
): Promise<number> {
  const answerer = createAnswerer({ engine, reading, slices, region: "north-1", now: Date.now, freshness: () => [] });
  const untilToday = { ...question, range: { from: FIRST_DAY, to: addDays(FIRST_DAY, DAYS + 1) } };
  const times: number[] = [];
  for (let index = 0; index <= ROUNDS_UNDER_LOAD; index += 1) {
    await reading.arrive();
    const began = performance.now();
    const answered = await answerer.ask(PROJECT, untilToday);
    if (answered.kind === "problem") throw new Error(JSON.stringify(answered.problem));
    times.push(performance.now() - began);
  }
  reading.empty();
  return round(times.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS_UNDER_LOAD / 2)] ?? 0);
}

type BenchReading = Reading & { arrive(): Promise<void>; empty(): void };

async function readingOf(engine: Engine, directory: string): Promise<BenchReading> {
  const bucket = await openBucket(join(directory, "bucket"));
  const views = lakeViews(bucket, openLakeIndex(bucket), () => {});
  const connection = await engine.connect();
  await createEventTable(connection);
  const view = await views.refresh();
  let tail = createTailIndex();
  let arrived = 0;
  const today = addDays(FIRST_DAY, DAYS);
  return {
    async arrive() {
      const select = generatedDaySql(today, 1_000_000_000 + arrived, EVENTS_BETWEEN, 20_000_000);
      await connection.run(`INSERT INTO tail ${select}`);
      arrived += EVENTS_BETWEEN;
      const times = { from: dayStart(today), to: dayStart(today) + 86_400_000 };
      const extent = { from: 1_000_000_000, to: 1_000_000_000 + arrived };
      tail.put(PROJECT, today, ORIGIN, extent, times, EVENTS_BETWEEN);
    },
    empty() {
      tail = createTailIndex(tail.version() + 1);
    },
    hold: () => ({ view, tail, release: () => {} }),
    renew: async () => {},
    path: views.path,
    check: views.check,
    view: () => view,
    warnings: () => [],
    stop: async () => {},
  };
}

async function median(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  await work();
  for (let index = 0; index < rounds; index += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return round(times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
}

const round = (value: number): number => Math.round(value * 10) / 10;
