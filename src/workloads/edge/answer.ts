// What the edge says itself: JSON and problem documents, readable by browsers of any origin.

import type { ServerResponse } from "node:http";
import { type ProblemCode, problemUri } from "../../app/problems.ts";
import type { Problem } from "../../core/question.ts";

const RETRY_AFTER_S = 2;

export function problem(status: number, code: ProblemCode, detail: string): Problem {
  return { type: problemUri(code), title: code.replaceAll("-", " "), status, detail };
}

export function answer(
  response: ServerResponse,
  body: { status: number; [member: string]: unknown },
  close = false,
): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const json = JSON.stringify(body);
  response.writeHead(body.status, {
    "content-type": body.status >= 400 ? "application/problem+json" : "application/json",
    "content-length": Buffer.byteLength(json),
    // SDKs in browsers must be able to read why, and when to come back.
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "retry-after",
    "cache-control": "no-store",
    ...(body.status === 503 ? { "retry-after": String(RETRY_AFTER_S) } : {}),
    ...(close ? { connection: "close" } : {}),
  });
  response.end(json);
}
