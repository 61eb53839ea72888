// Writes answers: JSON, RFC 9457 problems, and the CORS headers that browser SDKs need. Never a redirect.

import type { IncomingMessage, ServerResponse } from "node:http";
import { type IngestProblemCode, ingestProblem, type Refusal } from "../../app/events/problem.ts";
import { ACKNOWLEDGED_HEADER } from "../../core/installation.ts";
import type { Problem } from "../../core/question.ts";

type AnswerHeaders = Record<string, string | number>;

/** What RudderStack's and Segment's browser SDKs send besides the simple headers; the wildcard never covers authorization. */
const ALLOWED_HEADERS = [
  "authorization",
  "content-type",
  "content-encoding",
  "x-retry-count",
  "x-write-key",
  "anonymousid",
  "sentat",
  "rsa-retry-attempt",
  "rsa-retry-reason",
  "rsa-since-last-attempt",
  "rsa-recovered",
].join(", ");

/** Longer than browsers honour (Firefox a day, Chromium two hours): one preflight per page is the most. */
const PREFLIGHT_MAX_AGE_S = 86_400;

/** Any page may send events; no cookie is ever read, so credentials are not allowed. */
function crossOrigin(request: IncomingMessage): AnswerHeaders {
  if (request.headers.origin === undefined) return {};
  return { "access-control-allow-origin": "*", "access-control-expose-headers": `Retry-After, ${ACKNOWLEDGED_HEADER}` };
}

export function answerPreflight(request: IncomingMessage, response: ServerResponse, methods: string[]): void {
  response.writeHead(204, {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": [...methods, "OPTIONS"].join(", "),
    "access-control-allow-headers": ALLOWED_HEADERS,
    "access-control-expose-headers": `Retry-After, ${ACKNOWLEDGED_HEADER}`,
    "access-control-max-age": String(PREFLIGHT_MAX_AGE_S),
    allow: [...methods, "OPTIONS"].join(", "),
  });
  response.end();
  request.resume();
}

export function answerJson(
  request: IncomingMessage,
  response: ServerResponse,
  body: object,
  headers: AnswerHeaders = {},
  status = 200,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...crossOrigin(request),
    ...headers,
  });
  response.end(request.method === "HEAD" ? undefined : text);
}

/** The answer to an accepted request. */
export function answerAccepted(
  request: IncomingMessage,
  response: ServerResponse,
  accepted: { acknowledged: string; accepted: number; refused: Refusal[] },
): void {
  const refused = accepted.refused.length === 0 ? "" : `,"refused":${JSON.stringify(accepted.refused)}`;
  const text = `{"success":true,"accepted":${accepted.accepted}${refused}}`;
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    [ACKNOWLEDGED_HEADER]: accepted.acknowledged,
    ...crossOrigin(request),
  });
  response.end(text);
}

export class ProblemAnswer extends Error {
  override readonly name = "ProblemAnswer";
  readonly code: IngestProblemCode;
  readonly problem: Problem;
  readonly headers: AnswerHeaders;
  constructor(
    code: IngestProblemCode,
    detail: string,
    more: { pointer?: string; errors?: Refusal[]; headers?: AnswerHeaders } = {},
  ) {
    super(detail);
    const { headers, ...rest } = more;
    this.code = code;
    this.problem = ingestProblem(code, detail, rest);
    this.headers = headers ?? {};
  }
}

export function answerProblem(request: IncomingMessage, response: ServerResponse, answer: ProblemAnswer): void {
  const text = JSON.stringify(answer.problem);
  response.writeHead(answer.problem.status, {
    "content-type": "application/problem+json",
    "content-length": Buffer.byteLength(text),
    ...crossOrigin(request),
    // A body that was not read to its end leaves nothing to keep the connection for.
    ...(request.complete ? {} : { connection: "close" }),
    ...answer.headers,
  });
  response.end(request.method === "HEAD" ? undefined : text);
}
