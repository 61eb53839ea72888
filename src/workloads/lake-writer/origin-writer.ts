// Turns one origin's log into objects of the lake. It remembers nothing that matters: what is still to be written follows from
// the bucket and the log alone, so a crash at any point costs a repetition and nothing else.
//
// W1: a range is put into the lake only when each of its events is a row, is a repeat of a row, or is set aside on disk.
// W2: offsets that can't be read here are never covered, so that the other region's copy can fill them.

import { traceparentIn } from "../../app/events/ingest-record.ts";
import { normalise } from "../../app/events/normalise.ts";
import type { ParseUserAgent } from "../../app/events/user-agent.ts";
import { contiguousEnd, intersect, subtract, union } from "../../app/lake/offset-ranges.ts";
import type { LogDamage, LogReader, LogRecord } from "../../app/log/port.ts";
import type { OffsetRange, OriginId, RegionName } from "../../core/origin.ts";
import { parseTraceparent } from "../../core/telemetry/trace-context.ts";
import { utcDay } from "../../core/time.ts";
import type { AsideFiles } from "../../drivers/lake/aside.ts";
import type { RangeWriter } from "../../drivers/lake/write-range.ts";
import type { Telemetry } from "../../drivers/telemetry/telemetry.ts";
import { type RangeTraces, rangeTraces } from "./range-traces.ts";

/** A raw file holds about so much of the log. */
export const RANGE_LOG_BYTES = 8 * 1024 * 1024;
/** Or so many rows: a row is several times its record in a batch, and sorting them must fit into memory. */
const RANGE_ROWS = 32_768;
const READ_BYTES = 1024 * 1024;

export type OriginWriter = {
  readonly origin: OriginId;
  /** What the log here holds now. */
  bounds(): Promise<OffsetRange & { sealed: boolean }>;
  /** Writes whatever below `until` the lake doesn't hold whole; `complete` is what it does. Returns what was written. */
  write(complete: readonly OffsetRange[], until: number): Promise<OffsetRange[]>;
  /** Found by this process, and not yet filled by the other region's copy. */
  damage(complete: readonly OffsetRange[]): LogDamage[];
  close(): Promise<void>;
};

export type OriginWriterParts = {
  reader: LogReader;
  writer: RangeWriter;
  aside: AsideFiles;
  parseUserAgent: ParseUserAgent;
  now: () => number;
  onDamage: (damage: LogDamage) => void;
  telemetry: Telemetry;
  region: RegionName;
  rangeLogBytes?: number;
  rangeRows?: number;
};

type Run = {
  from: number;
  to: number;
  logBytes: number;
  firstReceivedAt: number | undefined;
  rows: number;
  /** While tracing is on. */
  traces: RangeTraces | undefined;
};

export function originWriter(parts: OriginWriterParts): OriginWriter {
  const { reader, writer, aside, parseUserAgent, now } = parts;
  const { metrics, tracer } = parts.telemetry;
  const rowsWritten = metrics.counter("tandem_lake_rows_written_total", {});
  const setAside = metrics.counter("tandem_lake_set_aside_total", {});
  const begin = (at: number): Run => ({
    from: at,
    to: at,
    logBytes: 0,
    firstReceivedAt: undefined,
    rows: 0,
    traces: tracer.on ? rangeTraces(tracer, { region: parts.region, origin: reader.origin, from: at }) : undefined,
  });
  const { rangeLogBytes = RANGE_LOG_BYTES, rangeRows = RANGE_ROWS } = parts;
  const { origin } = reader;
  const damage = new Map<string, LogDamage>();

  const remember = (found: LogDamage): void => {
    const name = found.range === "unknown" ? `${found.file}:${found.byte}` : `${found.range.from}-${found.range.to}`;
    if (damage.has(name)) return;
    damage.set(name, found);
    parts.onDamage(found);
  };
  /** Returns how many rows it adds. */
  const addRecord = async (record: LogRecord, piece: OffsetRange): Promise<number> => {
    const within = ({ offset }: { offset: number }): boolean => piece.from <= offset && offset < piece.to;
    const normalised = normalise(record, origin, parseUserAgent);
    const unconverted = normalised.aside.filter(within);
    if (unconverted.length > 0) {
      await aside.add(origin, unconverted, record.payload, record.receivedAt);
      setAside.add(unconverted.length);
    }
    const events = normalised.events.filter(within);
    await writer.add(events);
    return events.length;
  };
  const finish = async (run: Run, written: OffsetRange[]): Promise<void> => {
    if (run.to <= run.from) return;
    await writer.finish({ origin, from: run.from, to: run.to }, utcDay(run.firstReceivedAt ?? now()));
    rowsWritten.add(run.rows);
    run.traces?.end(run.to, now());
    written.push({ from: run.from, to: run.to });
  };
  const writeGap = async (gap: OffsetRange, written: OffsetRange[]): Promise<void> => {
    let run: Run = begin(gap.from);
    let at = gap.from;
    while (at < gap.to) {
      const read = await reader.read(at, Math.min(READ_BYTES, rangeLogBytes));
      if (read.kind === "released") {
        await finish(run, written);
        at = Math.max(read.first, at + 1);
        run = begin(at);
        continue;
      }
      for (const found of read.damage) remember(found);
      const end = Math.min(read.next, gap.to);
      if (end <= at) break;
      for (const piece of readable({ from: at, to: end }, read.records, read.damage)) {
        if (piece.from !== run.to || run.logBytes >= rangeLogBytes || run.rows >= rangeRows) {
          await finish(run, written);
          run = begin(piece.from);
        }
        for (const record of read.records) {
          if (record.offset >= piece.to || record.offset + record.count <= piece.from) continue;
          run.firstReceivedAt ??= record.receivedAt;
          run.logBytes += record.payload.length;
          if (run.traces) run.traces.note(parseTraceparent(traceparentIn(record.payload)), record.receivedAt);
          run.rows += await addRecord(record, piece);
        }
        run.to = piece.to;
      }
      at = end;
    }
    await finish(run, written);
  };

  return {
    origin,
    bounds: () => reader.bounds(),
    async write(complete, until) {
      await writer.begin();
      const bounds = await reader.bounds();
      const kept = union([{ from: bounds.from, to: Math.min(bounds.to, until) }]);
      const known = union([...damage.values()].flatMap(({ range }) => (range === "unknown" ? [] : [range])));
      const written: OffsetRange[] = [];
      for (const gap of subtract(subtract(kept, complete), known)) await writeGap(gap, written);
      return written;
    },
    damage: (complete) =>
      [...damage.values()].filter(({ range }) => range === "unknown" || contiguousEnd(complete, range.from) < range.to),
    close: () => reader.close(),
  };
}

/** W2: what of a stretch was read. Where the limits of damage aren't known, only the records themselves were. */
function readable(stretch: OffsetRange, records: readonly LogRecord[], damage: readonly LogDamage[]): OffsetRange[] {
  if (damage.some(({ range }) => range === "unknown")) {
    return intersect([stretch], union(records.map(({ offset, count }) => ({ from: offset, to: offset + count }))));
  }
  return subtract([stretch], union(damage.flatMap(({ range }) => (range === "unknown" ? [] : [range]))));
}
