// What can go wrong with a question, as answers: status, title, and when to come back.

import { type ProblemCode, problemUri } from "../../app/problems.ts";
import { invalid } from "../../app/queries/validate.ts";
import { Unavailable } from "../../core/errors.ts";
import type { Problem } from "../../core/question.ts";
import { StatementStopped } from "../../drivers/duckdb/engine.ts";

const PROBLEMS = {
  "question-too-long": [
    503,
    "The question takes too long",
    "Ask for a shorter range, fewer dimensions or a narrower filter.",
  ],
  "question-too-large": [
    503,
    "The question needs too much memory",
    "Ask for a shorter range, fewer dimensions or a narrower filter.",
  ],
  "too-many-questions": [429, "Too many questions at once", "Wait a moment and ask again."],
  "lake-changing": [503, "The lake changed while it was read", "Ask again."],
} as const satisfies Partial<Record<ProblemCode, readonly [number, string, string]>>;

type Code = keyof typeof PROBLEMS;

const BECAUSE: Partial<Record<StatementStopped["because"], Code>> = {
  "too-long": "question-too-long",
  "too-much-memory": "question-too-large",
  "too-many-rows": "question-too-large",
  busy: "too-many-questions",
};

export const RETRY_SECONDS = 2;

/** undefined for a bug of ours. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof StatementStopped) {
    if (error.because === "bad-pattern") {
      return invalid("/where", "A pattern of `matches` is not a regular expression that RE2 understands.");
    }
    const code = BECAUSE[error.because];
    return code ? problem(code) : undefined;
  }
  return error instanceof Unavailable ? problem("lake-changing") : undefined;
}

function problem(code: Code): Problem {
  const [status, title, detail] = PROBLEMS[code];
  return { type: problemUri(code), title, status, detail };
}

export function problemResponse(found: Problem): Response {
  const headers: Record<string, string> = { "content-type": "application/problem+json", "cache-control": "no-store" };
  if (found.status === 503 || found.status === 429) headers["retry-after"] = String(RETRY_SECONDS);
  return new Response(JSON.stringify(found), { status: found.status, headers });
}

export function refusal(status: number, code: ProblemCode, title: string, detail: string): Response {
  return problemResponse({ type: problemUri(code), title, status, detail });
}
