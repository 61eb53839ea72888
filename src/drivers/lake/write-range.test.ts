import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { EVENT_COLUMNS, type StoredEvent } from "../../app/events/stored-event.ts";
import { openBucket } from "./bucket.ts";
import { openLakeDatabase } from "./lake-database.ts";
import { openRangeWriter } from "./write-range.ts";

const ORIGIN = "ap-south-1~1-000000";
const DAY = "2026-11-13";
const ROWS = 2_500;

function event(offset: number): StoredEvent {
  const filled = Object.entries(EVENT_COLUMNS).map(([name, type]) => {
    if (type === "BOOLEAN") return [name, false];
    if (type === "DATE") return [name, DAY];
    return [name, type === "VARCHAR" ? `${name} ${offset}` : Date.UTC(2026, 10, 13) + offset];
  });
  return { ...Object.fromEntries(filled), origin: ORIGIN, offset } as StoredEvent;
}

test("a range that is finished leaves nothing in memory or in the spill, however many there were", async () => {
  const directory = await mkdtemp(join(tmpdir(), "tandem-range-"));
  const database = await openLakeDatabase(join(directory, "cache"));
  const connection = await database.connect();
  try {
    const writer = await openRangeWriter(connection, await openBucket(join(directory, "bucket")), database.scratch);
    const held = async (): Promise<number> => {
      const rows = await connection.runAndReadAll(
        "SELECT sum(memory_usage_bytes + temporary_storage_bytes)::DOUBLE FROM duckdb_memory() WHERE tag IN ('BASE_TABLE', 'IN_MEMORY_TABLE')",
      );
      return Number(rows.getRows()[0]?.[0] ?? 0);
    };
    for (let from = 0; from < 3 * ROWS; from += ROWS) {
      await writer.begin();
      await writer.add(Array.from({ length: ROWS }, (_, index) => event(from + index)));
      const [made] = await writer.finish({ origin: ORIGIN, from, to: from + ROWS }, DAY);
      assert.equal(made?.made, "created");
      assert.equal(await held(), 0, `after ${from + ROWS} rows`);
    }
  } finally {
    connection.closeSync();
    database.close();
    await rm(directory, { recursive: true, force: true });
  }
});
