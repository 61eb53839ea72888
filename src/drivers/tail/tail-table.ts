// The open tail as a DuckDB table: events that no file in this bucket covers yet, appended as the logs grow.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { StoredEvent } from "../../app/events/stored-event.ts";
import { TAIL_TABLE } from "../../app/queries/source-sql.ts";
import { CHUNK_ROWS, chunkOf, EVENT_TABLE } from "../lake/event-chunk.ts";

export async function createEventTable(connection: DuckDBConnection, table: string = TAIL_TABLE): Promise<void> {
  await connection.run(`CREATE TABLE "${table}" (${EVENT_TABLE})`);
}

/** All of them or none: an appender flushes as one transaction. */
export async function appendEvents(
  connection: DuckDBConnection,
  events: Iterable<StoredEvent>,
  table: string = TAIL_TABLE,
): Promise<void> {
  const rows = [...events];
  const appender = await connection.createAppender(table);
  try {
    for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
      appender.appendDataChunk(chunkOf(rows.slice(start, start + CHUNK_ROWS)));
    }
  } finally {
    appender.closeSync();
  }
}
