// Events as one DuckDB chunk, column by column. DuckDB's own chunk class keeps each value twice and each null as a BigInt's bit,
// which costs as much as all the rest of the writing; here numbers go over as whole arrays and strings one call each.

import { BIGINT, BOOLEAN, DATE, DuckDBDataChunk, type DuckDBType, TIMESTAMP, VARCHAR } from "@duckdb/node-api";
import duckdb, { type Vector } from "@duckdb/node-bindings";
import { EVENT_COLUMNS, type StoredEvent } from "../../app/events/stored-event.ts";
import { DAY_MS, dayStart } from "../../core/time.ts";

/** DuckDB's vector size: the most that one chunk holds. */
export const CHUNK_ROWS = 2_048;

type Fill = (vector: Vector, events: readonly StoredEvent[], name: keyof StoredEvent) => void;

const MICROS_A_MS = 1_000;
const FILLS: Record<string, { type: DuckDBType; fill: Fill }> = {
  VARCHAR: { type: VARCHAR, fill: fillTexts },
  BOOLEAN: { type: BOOLEAN, fill: fillBooleans },
  BIGINT: { type: BIGINT, fill: fillWholes(1) },
  TIMESTAMP: { type: TIMESTAMP, fill: fillWholes(MICROS_A_MS) },
  DATE: { type: DATE, fill: fillDays },
};

const COLUMNS = Object.entries(EVENT_COLUMNS).map(([name, type]) => ({
  name: name as keyof StoredEvent,
  sqlType: type,
  ...(FILLS[type] as { type: DuckDBType; fill: Fill }),
}));
const TYPES = COLUMNS.map(({ type }) => type);

/** Column definitions of a table that takes such chunks. */
export const EVENT_TABLE = COLUMNS.map(({ name, sqlType }) => `"${name}" ${sqlType}`).join(", ");

/** At most `CHUNK_ROWS` events. */
export function chunkOf(events: readonly StoredEvent[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(TYPES, events.length);
  for (const [index, { name, fill }] of COLUMNS.entries()) {
    fill(duckdb.data_chunk_get_vector(chunk.chunk, index), events, name);
  }
  return chunk;
}

function fillTexts(vector: Vector, events: readonly StoredEvent[], name: keyof StoredEvent): void {
  let valid: Uint8Array | undefined;
  for (let row = 0; row < events.length; row += 1) {
    const value = (events[row] as StoredEvent)[name] as string | null;
    if (value !== null) duckdb.vector_assign_string_element(vector, row, value);
    else valid = withNull(valid, row);
  }
  if (valid) setValidity(vector, valid);
}

function fillBooleans(vector: Vector, events: readonly StoredEvent[], name: keyof StoredEvent): void {
  const items = new Uint8Array(events.length);
  for (let row = 0; row < events.length; row += 1) items[row] = Number((events[row] as StoredEvent)[name]);
  duckdb.copy_data_to_vector(vector, 0, items.buffer, 0, items.byteLength);
}

function fillDays(vector: Vector, events: readonly StoredEvent[], name: keyof StoredEvent): void {
  const items = new Int32Array(events.length);
  let last = { day: "", index: 0 };
  for (let row = 0; row < events.length; row += 1) {
    const day = (events[row] as StoredEvent)[name] as string;
    if (day !== last.day) last = { day, index: dayStart(day) / DAY_MS };
    items[row] = last.index;
  }
  duckdb.copy_data_to_vector(vector, 0, items.buffer, 0, items.byteLength);
}

const WORD = 2 ** 32;

/** 64-bit integers as two words each, little-endian, multiplied: exact for every instant of four-digit years, and no BigInts. */
function fillWholes(factor: number): Fill {
  return (vector, events, name) => {
    const words = new Int32Array(2 * events.length);
    let valid: Uint8Array | undefined;
    for (let row = 0; row < events.length; row += 1) {
      const value = (events[row] as StoredEvent)[name] as number | null;
      if (value === null) {
        valid = withNull(valid, row);
        continue;
      }
      const whole = nearest(value);
      const high = Math.floor(whole / WORD);
      const low = (whole - high * WORD) * factor;
      words[2 * row] = (low % WORD) | 0;
      words[2 * row + 1] = high * factor + Math.floor(low / WORD);
    }
    duckdb.copy_data_to_vector(vector, 0, words.buffer, 0, words.byteLength);
    if (valid) setValidity(vector, valid);
  };
}

/** Clients may send fractions of milliseconds; halves go to the even number, as in a cast of SQL. */
function nearest(value: number): number {
  if (Number.isInteger(value)) return value;
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** A bit for each row, set where there is a value. */
function withNull(valid: Uint8Array | undefined, row: number): Uint8Array {
  const bits = valid ?? new Uint8Array(CHUNK_ROWS / 8).fill(0xff);
  bits[row >> 3] = (bits[row >> 3] as number) & ~(1 << (row & 7));
  return bits;
}

function setValidity(vector: Vector, valid: Uint8Array): void {
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, valid.buffer as ArrayBuffer, 0, valid.byteLength);
}
