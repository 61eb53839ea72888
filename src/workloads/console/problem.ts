// The console's errors as RFC 9457 problem documents; `detail` says what to do next.

import { OutcomeUnknown } from "../../app/catalogue/port.ts";
import { type ProblemCode as AnyCode, problemUri } from "../../app/problems.ts";
import { Unavailable } from "../../core/errors.ts";
import type { Problem } from "../../core/question.ts";
import { TooBusy } from "../../drivers/catalogue/password-hash.ts";

/** What the console itself answers, with its status; app/problems.ts has the meaning of each. */
export const PROBLEMS = {
  "bad-request": [400, "The request can't be understood"],
  "not-signed-in": [401, "Not signed in"],
  "wrong-password": [401, "The name or the password is wrong"],
  "link-used-up": [401, "The sign-in link is used up"],
  "forged-request": [403, "The request doesn't come from this console"],
  "other-project": [403, "The key belongs to another project"],
  "not-allowed": [403, "Your role doesn't allow this"],
  "password-needed": [403, "Set a password first"],
  "confirmation-needed": [403, "Confirm that it is you"],
  "passkey-refused": [403, "The passkey isn't accepted"],
  "not-found": [404, "There is no such thing"],
  "wrong-method": [405, "The method isn't known here"],
  "write-lost-in-fail-over": [409, "The change was lost when the role moved on"],
  "idempotency-conflict": [409, "The Idempotency-Key was used for another request"],
  "recovery-refused": [409, "Recovery refuses"],
  "too-large": [413, "The request is too large"],
  "not-json": [415, "The body must be JSON"],
  "bad-password": [422, "Choose another password"],
  "too-many-tries": [429, "Too many tries"],
  internal: [500, "The console has failed"],
  "not-active": [503, "This region doesn't take changes now"],
  "outcome-unknown": [503, "Whether the change was made isn't known"],
  "replica-behind": [503, "This region doesn't have the change yet"],
  "replica-stale": [503, "This region's copy is too old"],
  "catalogue-unavailable": [503, "The catalogue can't be reached"],
  "answers-unavailable": [503, "Questions can't be answered right now"],
  "recovery-unavailable": [503, "The region's recoverer doesn't answer"],
  "drills-unavailable": [503, "Drills can't be started or seen right now"],
  "files-missing": [503, "The console's pages aren't built"],
} satisfies Partial<Record<AnyCode, [number, string]>>;
export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_TYPE = "application/problem+json";
const RETRY_SECONDS = 1;

export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly more: Partial<Problem> & { retrySeconds?: number; active?: string | null };
  constructor(code: ProblemCode, detail: string, more: ProblemError["more"] = {}, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
    this.more = more;
  }
}

export function problemResponse({ code, message, more }: ProblemError): Response {
  const [status, title] = PROBLEMS[code];
  const { retrySeconds = status === 503 ? RETRY_SECONDS : undefined, ...members } = more;
  const problem: Problem = { type: problemUri(code), title, status, detail: message, ...members };
  const headers: Record<string, string> = { "content-type": PROBLEM_TYPE, "cache-control": "no-store" };
  if (retrySeconds !== undefined) headers["retry-after"] = String(Math.max(1, Math.ceil(retrySeconds)));
  return new Response(JSON.stringify(problem), { status, headers });
}

/** What a thrown error means to the caller; undefined for a bug of ours, which is logged and answered without details. */
export function asProblem(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof OutcomeUnknown) return new ProblemError("outcome-unknown", error.message);
  if (error instanceof TooBusy) return new ProblemError("too-many-tries", error.message, { retrySeconds: 5 });
  if (error instanceof Unavailable) return new ProblemError("catalogue-unavailable", error.message);
  return undefined;
}
