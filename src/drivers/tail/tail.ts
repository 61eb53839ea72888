// The open tail: events of this region's log and of its mirror that no file of this bucket covers yet, in a DuckDB table that
// grows within a quarter of a second of the log. Bounded: when it is full it stops reading and says so; nothing is lost.
//
// T1: an event is in the tail, or covered by a file of the view, or not yet read; never forgotten.
// T2: rows leave the table only when no question that planned with an older view is still running.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { normalise } from "../../app/events/normalise.ts";
import type { StoredEvent } from "../../app/events/stored-event.ts";
import type { ParseUserAgent } from "../../app/events/user-agent.ts";
import { contiguousEnd } from "../../app/lake/offset-ranges.ts";
import type { LogReader } from "../../app/log/port.ts";
import { TAIL_TABLE } from "../../app/queries/source-sql.ts";
import { type OriginId, parseOrigin } from "../../core/origin.ts";
import type { InstantMs } from "../../core/time.ts";
import { listOrigins } from "../log/origins.ts";
import type { LakeView } from "./lake-view.ts";
import { createTailIndex, type MutableTailIndex } from "./tail-index.ts";
import { appendEvents, createEventTable } from "./tail-table.ts";

export type OriginTail = {
  origin: OriginId;
  kind: "own" | "mirror";
  /** Everything below is in the tail or in files. */
  next: number;
  /** What the log here held when it was last looked at. */
  end: number;
  sealed: boolean;
  /** When the log here had last been read to its end. */
  caughtUpAt: InstantMs | null;
  /** Receipt of the last record that was read. */
  lastReceivedAt: InstantMs | null;
};

export type Tail = {
  origins(): OriginTail[];
  index(): MutableTailIndex;
  /** Where news shows itself: the two logs and the origins that may still grow. */
  directories(): string[];
  /** The tail is full: younger events are not in answers until files cover the older ones. */
  full(): boolean;
  /** Takes over what a newer view covers; the caller sees to T2. */
  prune(view: LakeView): Promise<void>;
  /** One round of reading; true when there was news. */
  poll(view: LakeView): Promise<boolean>;
  close(): Promise<void>;
};

export type TailParts = {
  connection: DuckDBConnection;
  /** …/log, which holds own/ and mirror/. */
  logDirectory: string;
  openReader: (originDirectory: string) => Promise<LogReader>;
  parseUserAgent: ParseUserAgent;
  now: () => InstantMs;
  onNotice: (event: string, details: Record<string, unknown>) => void;
  eventsMax?: number;
};

export const TAIL_EVENTS_MAX = 400_000;
const READ_BYTES = 2 * 1024 * 1024;
/** New origins are looked for every so many polls, and in each while nothing comes. */
const FOLLOW_ROUNDS = 4;
/** Reads of one origin in a row, before the others have their turn. */
const READS_MAX = 8;

type Followed = OriginTail & { reader: LogReader };

export async function openTail(parts: TailParts): Promise<Tail> {
  const { connection, onNotice } = parts;
  const eventsMax = parts.eventsMax ?? TAIL_EVENTS_MAX;
  await createEventTable(connection);
  const followed = new Map<OriginId, Followed>();
  let index = createTailIndex();
  let complete: LakeView["complete"] = new Map();
  let rounds = 0;
  let news = false;

  const follow = async (): Promise<void> => {
    for (const kind of ["own", "mirror"] as const) {
      for (const { origin, directory, sealed } of await listOrigins(join(parts.logDirectory, kind))) {
        const known = followed.get(origin);
        if (known) known.sealed = sealed;
        if (known || !(await hasSegments(directory))) continue;
        const reader = await parts.openReader(directory);
        const start = { origin, kind, next: 0, end: 0, sealed, caughtUpAt: null, lastReceivedAt: null };
        followed.set(origin, { ...start, reader });
      }
    }
  };
  const readOrigin = async (one: Followed, view: LakeView): Promise<boolean> => {
    const bounds = await one.reader.bounds();
    const at = parts.now();
    one.end = bounds.to;
    const whole = view.complete.get(one.origin) ?? [];
    let news = false;
    for (let reads = 0; reads < READS_MAX && index.count() < eventsMax; reads += 1) {
      one.next = contiguousEnd(whole, one.next);
      if (one.next >= bounds.to) break;
      const read = await one.reader.read(one.next, READ_BYTES);
      if (read.kind === "released") {
        // A region lets go only of what its own lake holds, so files cover what is missing here.
        one.next = Math.max(read.first, one.next + 1);
        continue;
      }
      for (const damage of read.damage) onNotice("log-damage", { ...damage });
      const events = read.records.flatMap((record) => normalise(record, one.origin, parts.parseUserAgent).events);
      const fresh = events.filter((event) => event.offset >= one.next && !isCovered(view, event));
      if (fresh.length > 0) {
        await appendEvents(connection, fresh);
        index.add(fresh);
        news = true;
      }
      one.next = Math.max(read.next, one.next);
      one.lastReceivedAt = read.records.at(-1)?.receivedAt ?? one.lastReceivedAt;
      if (read.records.length === 0 && read.damage.length === 0) break;
    }
    if (one.next >= bounds.to) one.caughtUpAt = at;
    return news;
  };
  const startAnew = async (): Promise<void> => {
    await connection.run(`DELETE FROM "${TAIL_TABLE}"`);
    index = createTailIndex(index.version() + 1);
    for (const one of followed.values()) one.next = 0;
  };

  return {
    origins: () => [...followed.values()].map(({ reader: _, ...one }) => ({ ...one })),
    index: () => index,
    directories: () => [
      ...(["own", "mirror"] as const).map((kind) => join(parts.logDirectory, kind)),
      ...[...followed.values()].flatMap((one) => (one.sealed ? [] : [join(parts.logDirectory, one.kind, one.origin)])),
    ],
    full: () => index.count() >= eventsMax,
    async prune(view) {
      if (shrunk(complete, view.complete)) {
        onNotice("tail-read-anew", { because: "files that covered events are gone" });
        await startAnew();
      }
      complete = view.complete;
      if (await deleteCovered(connection, index, view)) index = await readIndex(connection, index.version() + 1);
    },
    async poll(view) {
      if (!news || rounds % FOLLOW_ROUNDS === 0) await follow();
      rounds += 1;
      news = false;
      for (const one of followed.values()) news = (await readOrigin(one, view)) || news;
      return news;
    },
    async close() {
      for (const one of followed.values()) await one.reader.close();
      connection.closeSync();
    },
  };
}

async function hasSegments(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch(() => []);
  return (
    parseOrigin(directory.split("/").at(-1) ?? "") !== undefined && names.some((name) => name.endsWith(".segment"))
  );
}

function isCovered(view: LakeView, event: StoredEvent): boolean {
  const ranges = view.plan.get(event.day)?.covered.get(event.origin);
  return ranges !== undefined && contiguousEnd(ranges, event.offset) > event.offset;
}

/** Whether something that was complete no longer is. */
function shrunk(before: LakeView["complete"], after: LakeView["complete"]): boolean {
  for (const [origin, ranges] of before) {
    const now = after.get(origin) ?? [];
    if (ranges.some((range) => contiguousEnd(now, range.from) < range.to)) return true;
  }
  return false;
}

async function deleteCovered(connection: DuckDBConnection, index: MutableTailIndex, view: LakeView): Promise<boolean> {
  let deleted = false;
  for (const [day, origins] of index.extents) {
    for (const [origin, extent] of origins) {
      for (const range of view.plan.get(day)?.covered.get(origin) ?? []) {
        if (range.to <= extent.from || range.from >= extent.to) continue;
        const where = `"day" = CAST($1 AS DATE) AND "origin" = $2 AND "offset" >= $3 AND "offset" < $4`;
        await connection.run(`DELETE FROM "${TAIL_TABLE}" WHERE ${where}`, [day, origin, range.from, range.to]);
        deleted = true;
      }
    }
  }
  return deleted;
}

async function readIndex(connection: DuckDBConnection, version: number): Promise<MutableTailIndex> {
  const index = createTailIndex(version);
  const groups = await connection.runAndReadAll(
    `SELECT "project", CAST("day" AS VARCHAR) AS "day", "origin", min("offset") AS "from", max("offset") + 1 AS "to",
       epoch_ms(min("time")) AS "first", epoch_ms(max("time")) + 1 AS "last", count(*) AS "count"
     FROM "${TAIL_TABLE}" GROUP BY ALL`,
  );
  for (const row of groups.getRowObjectsJS()) {
    const extent = { from: Number(row.from), to: Number(row.to) };
    const times = { from: Number(row.first), to: Number(row.last) };
    index.put(String(row.project), String(row.day), String(row.origin), extent, times, Number(row.count));
  }
  return index;
}
