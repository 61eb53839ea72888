// The open tail as a DuckDB table: events that no file in this bucket covers yet, appended as the logs grow.

import { type DuckDBAppender, type DuckDBConnection, DuckDBDateValue, DuckDBTimestampValue } from "@duckdb/node-api";
import { EVENT_COLUMNS, type StoredEvent } from "../../app/events/stored-event.ts";
import { TAIL_TABLE } from "../../app/queries/source-sql.ts";
import { DAY_MS, dayStart } from "../../core/time.ts";

export async function createEventTable(connection: DuckDBConnection, table: string = TAIL_TABLE): Promise<void> {
  const columns = Object.entries(EVENT_COLUMNS).map(([name, type]) => `"${name}" ${type}`);
  await connection.run(`CREATE TABLE "${table}" (${columns.join(", ")})`);
}

type Append = (appender: DuckDBAppender, value: string | number | boolean) => void;

const APPEND: Record<string, Append> = {
  VARCHAR: (appender, value) => appender.appendVarchar(value as string),
  BIGINT: (appender, value) => appender.appendBigInt(BigInt(value as number)),
  BOOLEAN: (appender, value) => appender.appendBoolean(value as boolean),
  TIMESTAMP: (appender, value) =>
    appender.appendTimestamp(new DuckDBTimestampValue(BigInt(Math.trunc(value as number)) * 1000n)),
  DATE: (appender, value) => appender.appendDate(new DuckDBDateValue(dayStart(value as string) / DAY_MS)),
};

const COLUMNS = Object.entries(EVENT_COLUMNS).map(
  ([name, type]) => [name as keyof StoredEvent, APPEND[type] as Append] as const,
);

/** All of them or none: an appender flushes as one transaction. */
export async function appendEvents(
  connection: DuckDBConnection,
  events: Iterable<StoredEvent>,
  table: string = TAIL_TABLE,
): Promise<void> {
  const appender = await connection.createAppender(table);
  try {
    for (const event of events) {
      for (const [name, append] of COLUMNS) {
        const value = event[name];
        if (value === null) appender.appendNull();
        else append(appender, value);
      }
      appender.endRow();
    }
  } finally {
    appender.closeSync();
  }
}
