import assert from "node:assert/strict";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { EVENT_COLUMNS, type StoredEvent } from "../../app/events/stored-event.ts";
import { addDays } from "../../core/time.ts";
import { CHUNK_ROWS, chunkOf, EVENT_TABLE } from "./event-chunk.ts";

const FIRST = Date.UTC(0, 0, 1) - 1_899 * 365 * 86_400_000;
const LAST = Date.UTC(9_999, 11, 31);
const ORDINARY: Record<string, fc.Arbitrary<unknown>> = {
  VARCHAR: fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "ümlaut", "a\u001fb", "x".repeat(3_000))),
  BOOLEAN: fc.boolean(),
  BIGINT: fc.nat(Number.MAX_SAFE_INTEGER),
  TIMESTAMP: fc.oneof(
    fc.integer({ min: FIRST, max: LAST }),
    fc.constantFrom(-1, 0, 2 ** 32, 2 ** 32 - 1, 0.5, 1.5, 2.25, -0.5),
  ),
  DATE: fc.integer({ min: -30_000, max: 60_000 }).map((days) => addDays("1970-01-01", days)),
};
const NULLABLE: (keyof StoredEvent)[] = ["name", "original_timestamp", "sent_at", "referrer", "bot_reason"];
const event = fc.record(
  Object.fromEntries(
    Object.entries(EVENT_COLUMNS).map(([name, type]) => {
      const value = ORDINARY[type] as fc.Arbitrary<unknown>;
      return [name, NULLABLE.includes(name as keyof StoredEvent) ? fc.option(value) : value];
    }),
  ),
) as unknown as fc.Arbitrary<StoredEvent>;

test("a chunk gives every value of its events back: nulls, any text, any instant of four-digit years", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`CREATE TABLE events (${EVENT_TABLE})`);
  const shown = Object.entries(EVENT_COLUMNS).map(([name, type]) => {
    if (type === "TIMESTAMP") return `epoch_us("${name}")::VARCHAR AS "${name}"`;
    return type === "BOOLEAN" ? `"${name}"` : `"${name}"::VARCHAR AS "${name}"`;
  });
  const read = async () => (await connection.runAndReadAll(`SELECT ${shown.join(", ")} FROM events`)).getRowObjectsJS();
  const even = (value: number) => (Math.abs(value % 1) === 0.5 ? 2 * Math.round(value / 2) : Math.round(value));
  const expected = (one: StoredEvent) =>
    Object.fromEntries(
      Object.entries(EVENT_COLUMNS).map(([name, type]) => {
        const value = one[name as keyof StoredEvent];
        if (value === null || type === "BOOLEAN") return [name, value];
        return [name, type === "TIMESTAMP" ? String(BigInt(even(value as number)) * 1_000n) : String(value)];
      }),
    );
  const append = async (rows: StoredEvent[]) => {
    await connection.run("TRUNCATE events");
    const appender = await connection.createAppender("events");
    appender.appendDataChunk(chunkOf(rows));
    appender.closeSync();
  };
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 4 }), async (events) => {
        await append(events);
        assert.deepEqual(await read(), events.map(expected));
      }),
      { numRuns: 40 },
    );
    const [one, other] = fc.sample(event, 2) as [StoredEvent, StoredEvent];
    const [odd, rest] = [
      { ...other, offset: 7, name: null },
      { ...one, offset: 8 },
    ];
    await append(Array.from({ length: CHUNK_ROWS }, (_, row) => (row % 3 === 0 ? odd : rest)));
    const nulls = await connection.runAndReadAll(
      `SELECT count(*) AS "all", count(*) FILTER ("name" IS NULL) AS "nulls" FROM events WHERE "offset" = 7`,
    );
    const third = Math.ceil(CHUNK_ROWS / 3);
    assert.deepEqual(nulls.getRowsJson(), [[String(third), String(third)]]);
  } finally {
    connection.closeSync();
  }
});
