// Where the next page goes on: opaque text that belongs to one question and to what had been received when its first page
// was made.

import { z } from "zod";
import type { Question } from "../../core/question.ts";
import type { InstantMs } from "../../core/time.ts";
import { hashOf } from "./cache-key.ts";

export type Cursor = {
  asOf: InstantMs;
  /** Rows of a breakdown that earlier pages had. */
  skip: number;
  /** The last event of the page before. */
  after: { time: InstantMs; origin: string; offset: number } | null;
};

const SKIP_MAX = 100_000;

const schema = z.strictObject({
  q: z.string(),
  asOf: z.int().min(0),
  skip: z.int().min(0).max(SKIP_MAX),
  after: z.strictObject({ time: z.int(), origin: z.string().max(60), offset: z.int().min(0) }).nullable(),
});

export function writeCursor(question: Question, cursor: Cursor): string {
  return `c_${base64(JSON.stringify({ q: fingerprint(question), ...cursor }))}`;
}

/** undefined when it isn't a cursor of this question. */
export function readCursor(text: string, question: Question): Cursor | undefined {
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success || parsed.data.q !== fingerprint(question)) return undefined;
  const { asOf, skip, after } = parsed.data;
  return { asOf, skip, after };
}

function fingerprint(question: Question): string {
  const { cursor: _, ...rest } = question;
  return hashOf(rest);
}

// Only ASCII is ever encoded: names of origins and digits.
const base64 = (text: string): string => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function parse(text: string): unknown {
  try {
    return JSON.parse(atob(text.replace(/^c_/, "").replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return undefined;
  }
}
