// The SQL of the catalogue, one question per file; the file's name names the prepared statement. Values are always bound.

import { readFileSync } from "node:fs";
import type pg from "pg";

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
  const result = await asked.query<Row & pg.QueryResultRow>({ name, text: textOf(name), values });
  return result.rows;
}
