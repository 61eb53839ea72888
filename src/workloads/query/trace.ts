// One event's way, as far as this region knows it: received, mirrored, stored, merged, counted or why not.

import { join } from "node:path";
import { traceparentIn } from "../../app/events/ingest-record.ts";
import { traceSql } from "../../app/queries/trace-sql.ts";
import { ACTIVITY_TYPES } from "../../app/queries/visits-sql.ts";
import { parseOrigin, type RegionName } from "../../core/origin.ts";
import type { Trace, TraceStep } from "../../core/resources.ts";
import { parseTraceparent } from "../../core/telemetry/trace-context.ts";
import type { Engine } from "../../drivers/duckdb/engine.ts";
import { openLogReader } from "../../drivers/log/log-reader.ts";
import type { OriginTail } from "../../drivers/tail/tail.ts";
import type { Reading } from "./reading.ts";

type Copy = {
  file: string | null;
  day: string;
  origin: string;
  offset: number;
  type: string;
  bot_reason: string | null;
  received_at: number;
  time: number;
};

/** The id of the trace that brought a record, by the log here; undefined where it has none or is released. */
export type RecordTrace = (log: OriginTail, offset: number) => Promise<string | undefined>;

export type TraceParts = {
  engine: Engine;
  reading: Reading;
  region: RegionName;
  origins: () => OriginTail[];
  recordTrace: RecordTrace;
};

export async function traceEvent(
  parts: TraceParts,
  project: string,
  messageId: string,
  signal: AbortSignal,
): Promise<Trace> {
  const { reading, region } = parts;
  const held = reading.hold();
  try {
    const objects = [...held.view.plan.values()].flatMap(({ files }) => files.map(({ object }) => object));
    const byPath = new Map(objects.map((object) => [reading.path(object.key), object]));
    const copies = (await parts.engine.rows(traceSql(project, messageId, [...byPath.keys()]), signal)) as Copy[];
    const steps: TraceStep[] = [];
    for (const { origin, offset, received_at } of distinct(copies)) {
      const from = parseOrigin(origin)?.region ?? origin;
      const where = { at: received_at, origin, offset };
      const log = parts.origins().find((one) => one.origin === origin);
      const traceId = log && (await parts.recordTrace(log, offset));
      steps.push({
        step: "received",
        region: from,
        ...where,
        ...(traceId === undefined ? {} : { traceId }),
        detail: `accepted by ${from} at ${origin}/${offset}`,
      });
      if (log?.kind === "mirror" && log.end > offset) {
        steps.push({ step: "mirrored", region, ...where, at: null, detail: `in ${region}'s mirror of ${from}'s log` });
      }
    }
    for (const { file, origin, offset } of copies) {
      const object = byPath.get(file ?? "");
      if (!object) continue;
      const step = object.level === 0 ? ("stored" as const) : ("merged" as const);
      const what = object.level === 2 ? "the day's merged file" : object.level === 1 ? "a merged file" : "a raw file";
      steps.push({
        step,
        region,
        at: null,
        origin,
        offset,
        file: object.key,
        detail: `in ${what} of ${region}'s bucket`,
      });
    }
    const counted = countedStep(region, copies);
    return { messageId, project, steps: counted ? [...steps, counted] : steps };
  } finally {
    held.release();
  }
}

/** The same event lies in several files while they are merged; an event sent twice has several offsets. */
function distinct(copies: Copy[]): Copy[] {
  return [...new Map(copies.map((copy) => [`${copy.origin}/${copy.offset}`, copy])).values()];
}

function countedStep(region: RegionName, copies: Copy[]): TraceStep | undefined {
  const first = copies[0];
  if (!first) return undefined;
  const where = { step: "counted" as const, region, at: first.time, origin: first.origin, offset: first.offset };
  const repeats = distinct(copies).filter((copy) => copy.day === first.day).length - 1;
  const once = repeats > 0 ? `; ${repeats} more with the same id not counted` : "";
  if (!(ACTIVITY_TYPES as readonly string[]).includes(first.type)) {
    return { ...where, at: null, detail: `not counted as activity: ${first.type} only says who someone is${once}` };
  }
  if (first.bot_reason !== null)
    return { ...where, at: null, detail: `left out by default as a bot's: ${first.bot_reason}${once}` };
  const from = first.file === null ? "from the open tail" : "from the lake";
  return { ...where, detail: `counted once, ${from}, at ${new Date(first.time).toISOString()}${once}` };
}

/** Reads the record itself: traces are asked for one by one, by people. */
export function recordTraceIn(logDirectory: string): RecordTrace {
  return async ({ kind, origin }, offset) => {
    const reader = await openLogReader(join(logDirectory, kind, origin)).catch(() => undefined);
    try {
      const read = await reader?.read(offset, 1);
      const record = read?.kind === "records" ? read.records[0] : undefined;
      return record && parseTraceparent(traceparentIn(record.payload))?.traceId;
    } finally {
      await reader?.close();
    }
  };
}
