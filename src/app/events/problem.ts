// Every answer of ingest that isn't "accepted", as data: its status, its title, and whether a client gains by trying again.
// Bodies are RFC 9457 problem documents; the manual prints this table.

import type { Problem } from "../../core/question.ts";
import { type ProblemCode, problemUri } from "../problems.ts";

type Kind = { status: number; title: string };

export const INGEST_PROBLEMS = {
  "invalid-json": { status: 400, title: "The body is not JSON." },
  "invalid-body": { status: 400, title: "The body has not the shape of this call." },
  "event-refused": { status: 400, title: "No event of the request can be accepted." },
  "bad-encoding": { status: 400, title: "The body can't be decompressed." },
  "incomplete-body": { status: 400, title: "The body ended before its announced length." },
  "bad-request": { status: 400, title: "The request is not HTTP." },
  "missing-write-key": { status: 401, title: "The request carries no write key." },
  "unknown-write-key": { status: 401, title: "The write key is not known." },
  "link-key-required": { status: 401, title: "This path is for Tandem's own processes." },
  "not-found": { status: 404, title: "There is nothing at this path." },
  "method-not-allowed": { status: 405, title: "This path takes another method." },
  "request-timeout": { status: 408, title: "The request took too long to arrive." },
  "body-too-large": { status: 413, title: "The body is too large." },
  "event-too-large": { status: 413, title: "The event is too large." },
  "too-many-events": { status: 413, title: "The batch holds too many events." },
  "unsupported-media-type": { status: 415, title: "This kind of body can't be an event." },
  "unsupported-encoding": { status: 415, title: "The body is compressed in a way that is not supported." },
  "rate-limited": { status: 429, title: "The project sends faster than it may." },
  "header-too-large": { status: 431, title: "The request's headers are too large." },
  "keys-not-current": { status: 503, title: "The write key can't be checked right now." },
  "log-unavailable": { status: 503, title: "Events can't be stored durably right now." },
  "peer-unavailable": { status: 503, title: "The other region can't confirm the events right now." },
  "too-busy": { status: 503, title: "The collector holds as many bodies as it may." },
  unexpected: { status: 503, title: "The request met a fault of the collector." },
} as const satisfies Partial<Record<ProblemCode, Kind>>;

export type IngestProblemCode = keyof typeof INGEST_PROBLEMS;

/** Why one event was refused. */
export type Refusal = { index: number; code: RefusalCode; detail: string; pointer?: string };

export const REFUSALS = {
  "not-an-object": "The event is not a JSON object.",
  "unknown-type": "`type` is none of track, page, screen, identify, group, alias.",
  "missing-field": "A member that the call needs is absent or empty.",
  "invalid-type": "A member has the wrong JSON type.",
  "too-long": "A string, key or id is longer than its limit.",
  "too-deep": "Objects and arrays are nested too deeply.",
  "too-many-keys": "The event has too many keys.",
  "too-large": "The event is larger than its limit.",
  "nul-character": "A string or key contains the character U+0000, which databases can't keep.",
  "lone-surrogate": "A string or key contains half of a surrogate pair, which is not Unicode text.",
  "number-out-of-range": "A number is beyond what a double can hold.",
} as const;
export type RefusalCode = keyof typeof REFUSALS;

export function ingestProblem(
  code: IngestProblemCode,
  detail: string,
  more: { pointer?: string; errors?: Refusal[] } = {},
): Problem {
  const { status, title } = INGEST_PROBLEMS[code];
  return { type: problemUri(code), title, status, detail, ...more };
}
