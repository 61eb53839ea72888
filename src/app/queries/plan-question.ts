// From a valid question to what is to be computed: instants, buckets, and one aggregation for the range and one for the
// period it is compared with. Pure; "now" and the first event's instant are arguments.

import type { Dimension, Grain, Metric, Problem, Question } from "../../core/question.ts";
import type { InstantMs } from "../../core/time.ts";
import { BUCKETS_MAX, type Bucket, bucketsOf, grainFor } from "./buckets.ts";
import type { Aggregation } from "./compile.ts";
import { type Cursor, readCursor } from "./cursor.ts";
import type { EventsAsk } from "./events-sql.ts";
import { type Comparison, resolveCompare, resolveRange, type Stretch } from "./time-range.ts";
import { isTimeZone } from "./time-zone.ts";
import { DEFAULT_METRICS, invalid } from "./validate.ts";

export type Planned = {
  question: Question;
  zone: string;
  range: Stretch;
  grain: Grain | null;
  comparison: Comparison | null;
  /** null for kind "events". */
  ask: Aggregation | null;
  compared: Aggregation | null;
  events: EventsAsk | null;
};

export type Planning = { kind: "planned"; planned: Planned } | { kind: "problem"; problem: Problem };

const BREAKDOWN_LIMIT = 10;
const EVENTS_LIMIT = 100;
const DEFAULT_RANGE = "7d";
const DEFAULT_WINDOW = "30m";
const MINUTE_MS = 60_000;

const wrong = (pointer: string, detail: string): Planning => ({ kind: "problem", problem: invalid(pointer, detail) });

export function planQuestion(
  project: string,
  question: Question,
  at: { now: InstantMs; earliest: InstantMs | null },
): Planning {
  const zone = question.tz ?? "UTC";
  if (!isTimeZone(zone))
    return wrong("/tz", `"${zone}" is not a time zone; write an IANA name such as Asia/Kolkata or UTC.`);
  const cursor = question.cursor === undefined ? null : readCursor(question.cursor, question);
  if (cursor === undefined)
    return wrong("/cursor", "The cursor doesn't belong to this question. Ask again without it.");
  const now = cursor?.asOf ?? at.now;

  const resolved =
    question.kind === "live"
      ? ({ kind: "resolved", value: { ...liveRange(question.window ?? DEFAULT_WINDOW, now), dates: null } } as const)
      : resolveRange(question.range ?? DEFAULT_RANGE, zone, now, at.earliest);
  if (resolved.kind === "wrong") return wrong("/range", resolved.because);
  const range = { from: resolved.value.from, to: resolved.value.to };

  const compare =
    question.compare === undefined || question.kind === "events" || question.kind === "live" ? null : question.compare;
  const against = compare === null ? null : resolveCompare(compare, resolved.value, zone, now);
  if (against?.kind === "wrong") return wrong("/compare", against.because);
  const comparison = against?.value ?? null;

  const grain = grainOf(question, range);
  const buckets = grain ? bucketsOf(zone, grain, range.from, range.to) : null;
  const before = grain && comparison ? bucketsOf(zone, grain, comparison.whole.from, comparison.whole.to) : null;
  if (buckets === undefined || before === undefined) {
    return wrong(
      "/by",
      `The series would have more than ${BUCKETS_MAX} points; ask a coarser grain or a shorter range.`,
    );
  }
  const planned = { question, zone, range, grain, comparison };
  if (question.kind === "events") {
    const events = eventsAsk(project, question, range, cursor, now);
    return { kind: "planned", planned: { ...planned, comparison: null, ask: null, compared: null, events } };
  }
  const ask = aggregation(project, question, range, buckets, cursor);
  const compared = comparison ? { ...ask, range: comparison.counted, buckets: before, limit: null, skip: 0 } : null;
  return { kind: "planned", planned: { ...planned, ask, compared, events: null } };
}

/** Whole minutes; the last one is running. */
function liveRange(window: string, now: InstantMs): Stretch {
  const minutes = Number.parseInt(window, 10) * (window.endsWith("h") ? 60 : 1);
  const to = now - (now % MINUTE_MS) + MINUTE_MS;
  return { from: to - minutes * MINUTE_MS, to };
}

function grainOf(question: Question, range: Stretch): Grain | null {
  const time = question.by?.find((one) => one.startsWith("time."));
  if (time) return time.slice("time.".length) as Grain;
  return question.kind === "timeseries" ? grainFor(range.from, range.to) : null;
}

function aggregation(
  project: string,
  question: Question,
  range: Stretch,
  buckets: Bucket[] | null,
  cursor: Cursor | null,
): Aggregation {
  const metrics: readonly Metric[] = question.metrics ?? (question.kind === "live" ? ["visitors"] : DEFAULT_METRICS);
  const dimensions = (question.by ?? []).filter((one): one is Dimension => !one.startsWith("time."));
  return {
    project,
    range,
    metrics: [...new Set(metrics)],
    dimensions,
    buckets,
    where: question.where,
    bots: question.bots ?? false,
    order: question.order ?? [[metrics[0] ?? "visitors", "desc"]],
    limit: dimensions.length > 0 ? (question.limit ?? BREAKDOWN_LIMIT) : null,
    skip: cursor?.skip ?? 0,
    only: null,
    totals: dimensions.length > 0 || buckets !== null,
    asOf: cursor?.asOf ?? null,
  };
}

function eventsAsk(
  project: string,
  question: Question,
  range: Stretch,
  cursor: Cursor | null,
  now: InstantMs,
): EventsAsk {
  return {
    project,
    range,
    where: question.where,
    bots: question.bots ?? false,
    limit: question.limit ?? EVENTS_LIMIT,
    after: cursor?.after ?? null,
    asOf: cursor ? now : null,
  };
}
