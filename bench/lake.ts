// How fast a region turns its log into Parquet, and merges: rows a second, one thread.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoredEvent } from "../src/app/events/stored-event.ts";
import { openBucket } from "../src/drivers/lake/bucket.ts";
import { openLakeDatabase } from "../src/drivers/lake/lake-database.ts";
import { openLakeIndex } from "../src/drivers/lake/lake-index.ts";
import { mergeFiles } from "../src/drivers/lake/merge-files.ts";
import { openRangeWriter } from "../src/drivers/lake/write-range.ts";

const FILES = 8;
const ROWS_A_FILE = 25_000;
const DAY = "2026-11-13";
const NOON = Date.UTC(2026, 10, 13, 12);

export async function run(): Promise<{ name: string; rows: Record<string, string | number>[] }> {
  const directory = await mkdtemp(join(tmpdir(), "tandem-bench-lake-"));
  const bucket = await openBucket(join(directory, "bucket"));
  const database = await openLakeDatabase(join(directory, "cache"));
  const connection = await database.connect();
  try {
    const rows = FILES * ROWS_A_FILE;
    const writer = await openRangeWriter(connection, bucket, database.scratch);
    const origin = "ap-south-1~1-000000";
    const written = await timed(async () => {
      for (let file = 0; file < FILES; file++) {
        const from = file * ROWS_A_FILE;
        await writer.begin();
        for (let start = 0; start < ROWS_A_FILE; start += 500) {
          await writer.add(Array.from({ length: 500 }, (_, index) => event(origin, from + start + index)));
        }
        await writer.finish({ origin, from, to: from + ROWS_A_FILE }, DAY);
      }
    });
    const sources = (await openLakeIndex(bucket).refresh()).objects;
    const merge = { day: DAY, level: 2 as const, sources };
    const merged = await timed(() =>
      mergeFiles({ connection, bucket, scratch: database.scratch, merge, epoch: 1, mayPut: () => true }),
    );
    const result = (await openLakeIndex(bucket).refresh()).objects.find(({ level }) => level === 2);
    if (result?.rows !== rows) throw new Error(`The merged file has ${result?.rows} rows instead of ${rows}.`);
    const bytes = Math.round(result.bytes / rows);
    return {
      name: "lake",
      rows: [
        { step: "write raw files", rows, seconds: written, "rows/s": Math.round(rows / written) },
        { step: "merge a day", rows, seconds: merged, "rows/s": Math.round(rows / merged), "bytes/row": bytes },
      ],
    };
  } finally {
    connection.closeSync();
    database.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started) / 1_000;
}

/** Rows as varied as real ones, without chance: equal runs write equal bytes. */
function event(origin: string, offset: number): StoredEvent {
  const visitor = `visitor-${(offset * 7_919) % 4_001}`;
  const time = NOON + ((offset * 104_729) % 40_000_000);
  return {
    project: `project-${(offset * 31) % 20}`,
    origin,
    offset,
    message_id: `message-${offset}-${(offset * 2_654_435_761) % 4_294_967_296}`,
    type: "page",
    name: null,
    time,
    day: DAY,
    received_at: time + 120,
    original_timestamp: time,
    sent_at: time + 60,
    clock_clamped: false,
    device: visitor,
    visitor,
    user_id: null,
    anonymous_id: visitor,
    session_id: null,
    non_interactive: false,
    hostname: "shop.example",
    path: `/products/${(offset * 17) % 900}`,
    title: `Product ${(offset * 17) % 900}`,
    referrer: offset % 3 === 0 ? "www.google.com" : null,
    source: offset % 3 === 0 ? "Google" : null,
    medium: null,
    campaign: null,
    term: null,
    content: null,
    click_id: null,
    country: ["IN", "DE", "US", "GB", "FR"][offset % 5] ?? null,
    language: "en-GB",
    browser: "Chrome",
    browser_version: "141.0",
    os: "Windows",
    os_version: "10",
    device_type: "Desktop",
    screen: "1920×1080",
    library: "analytics.js 2.1.0",
    bot_reason: null,
    props: `{"url":"https://shop.example/products/${(offset * 17) % 900}","price":${offset % 1000}}`,
    context: "{}",
  };
}
