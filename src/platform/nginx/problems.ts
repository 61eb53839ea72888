// What Nginx says itself, as problem documents (RFC 9457) of the program's own kinds, so that a client needs to know one
// shape of error only. The program's own answers pass through untouched.
import { API_BODY_BYTES_MAX, EVENT_BODY_BYTES_MAX } from "../../core/entrance.ts";
import { block, type Directive, directive } from "./directive.ts";
import { RETRY_AFTER_SECONDS } from "./limits.ts";

export type Problem = {
  /** Nginx's own status; 494 is "request header too large", 497 "plain HTTP on a TLS port". */
  readonly on: readonly number[];
  readonly status: number;
  /** A code of the program's table, or null: nothing more is known than the status. */
  readonly code: string | null;
  readonly title: string;
  readonly detail: string;
  readonly retryAfterSeconds?: number;
};
/** What the clients of a server send: browsers of any origin send events, and must be able to read why they may not. */
export const AUDIENCES = ["api", "events"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The same as the local edge's: long enough for a lease to change hands. */
const UNAVAILABLE_RETRY_SECONDS = 2;
const MEBIBYTE = 1024 * 1024;

const tooLarge = (audience: Audience): Problem =>
  audience === "events"
    ? {
        on: [413],
        status: 413,
        code: "body-too-large",
        title: "The body is too large.",
        detail: `A body of events has at most ${EVENT_BODY_BYTES_MAX / MEBIBYTE} MiB. Send smaller batches.`,
      }
    : {
        on: [413],
        status: 413,
        code: "too-large",
        title: "The request is too large",
        detail: `A body of the API has at most ${API_BODY_BYTES_MAX / 1024} KiB. Send less.`,
      };

export const problemsFor = (audience: Audience): readonly Problem[] => [
  {
    on: [400, 497],
    status: 400,
    code: "bad-request",
    title: "The request is not HTTP.",
    detail: "Send HTTP/1.1 over TLS, with one Host and well-formed headers.",
  },
  {
    on: [403],
    status: 403,
    code: null,
    title: "Forbidden",
    detail: "Ask the public name of this service; its origin answers nobody else.",
  },
  {
    on: [404],
    status: 404,
    code: "not-found",
    title: "There is nothing at this address.",
    detail: "See the reference page for what there is.",
  },
  {
    on: [405],
    status: 405,
    code: "wrong-method",
    title: "The method isn't known here",
    detail: "Files and pages take GET and HEAD.",
  },
  {
    on: [408],
    status: 408,
    code: "request-timeout",
    title: "The request took too long to arrive.",
    detail: "Send it again.",
  },
  tooLarge(audience),
  {
    on: [429],
    status: 429,
    code: "rate-limited",
    title: "Requests come faster than the published limit.",
    detail: "Send again after Retry-After; SDKs do so by themselves.",
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  },
  {
    on: [414, 494],
    status: 431,
    code: "header-too-large",
    title: "The request's headers are too large.",
    detail: "The address and each header line may have 8 KiB. Send less.",
  },
  {
    on: [500],
    status: 500,
    code: "internal",
    title: "The web tier has failed.",
    detail: "Try again.",
  },
  {
    on: [502, 503, 504],
    status: 503,
    code: "unavailable",
    title: "The region doesn't answer.",
    detail:
      "Send the request again after Retry-After: by then another region may answer. Events with a messageId count once.",
    retryAfterSeconds: UNAVAILABLE_RETRY_SECONDS,
  },
];

export const problemPath = (status: number): string => `/.problems/${status}`;

/** Locations of their own, and not named ones: a request that isn't HTTP has no path, and Nginx wants one for those. */
export function problemLocations(audience: Audience, always: readonly Directive[]): Directive[] {
  return problemsFor(audience).flatMap((problem) => [
    directive("error_page", ...problem.on, `=${problem.status}`, problemPath(problem.status)),
    block(
      "location",
      ["=", problemPath(problem.status)],
      [directive("internal"), ...answer(problem, audience, always)],
    ),
  ]);
}

function answer(problem: Problem, audience: Audience, always: readonly Directive[]): Directive[] {
  const { status, code, title, detail, retryAfterSeconds } = problem;
  const document = { type: code === null ? "about:blank" : `/problems/${code}`, title, status, detail };
  return [
    directive("default_type", "application/problem+json"),
    ...always,
    directive("add_header", "Cache-Control", "no-store", "always"),
    ...(retryAfterSeconds === undefined ? [] : [directive("add_header", "Retry-After", retryAfterSeconds, "always")]),
    ...(audience === "events"
      ? [
          directive("add_header", "Access-Control-Allow-Origin", "*", "always"),
          directive("add_header", "Access-Control-Expose-Headers", "retry-after", "always"),
        ]
      : []),
    directive("return", status, JSON.stringify(document)),
  ];
}
