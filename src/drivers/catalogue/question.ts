// The SQL of the catalogue, one question per file; the file's name names the prepared statement. Values are always bound.

import { readFileSync } from "node:fs";
import type pg from "pg";

/** A question of the catalogue takes milliseconds; a database that hangs must not hold its callers for ever. */
const QUESTION_MS_MAX = 5_000;

const texts = new Map<string, string>();

function textOf(name: string): string {
  const known = texts.get(name);
  if (known) return known;
  const text = readFileSync(new URL(`./questions/${name}.sql`, import.meta.url), "utf8");
  texts.set(name, text);
  return text;
}

/** The rows that the question answers; `Row` is what its text selects. */
export async function ask<Row extends object>(
  asked: pg.Pool | pg.ClientBase,
  name: string,
  values: (string | number | boolean | null)[] = [],
): Promise<Row[]> {
  const result = await asked.query<Row & pg.QueryResultRow>(limited({ name, text: textOf(name), values }));
  return result.rows;
}

/** A statement with its limit; `pg` takes it, its types don't know it. */
export function limited(
  statement: pg.QueryConfig,
  msMax = QUESTION_MS_MAX,
): pg.QueryConfig & { query_timeout: number } {
  return { ...statement, query_timeout: msMax };
}
