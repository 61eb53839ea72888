// Puts events into a half-replicated lake and a tail the way that regions do: raw files of contiguous offsets split by day,
// some merged, some missing here, and a tail that overlaps with files. Tells which events are here at all.

import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { StoredEvent } from "../../src/app/events/stored-event.ts";
import type { LakeObject } from "../../src/app/lake/lake-object.ts";
import { type DayRead, planRead } from "../../src/app/lake/plan-read.ts";
import { createTailIndex, type MutableTailIndex } from "../../src/drivers/tail/tail-index.ts";
import { appendEvents } from "../../src/drivers/tail/tail-table.ts";

/** Numbers below 1 that decide; the same numbers give the same lake. */
export type Chance = () => number;

export type Prepared = {
  plan: Map<string, DayRead>;
  tail: MutableTailIndex;
  present: StoredEvent[];
  path: (key: string) => string;
};

let made = 0;

export async function lakeOfEvents(
  connection: DuckDBConnection,
  directory: string,
  events: readonly StoredEvent[],
  chance: Chance,
  fileEventsMax = 12,
): Promise<Prepared> {
  await connection.run("DELETE FROM tail");
  const objects: LakeObject[] = [];
  const here = new Set<StoredEvent>();
  const tail: StoredEvent[] = [];
  for (const origin of new Set(events.map((event) => event.origin))) {
    const log = events.filter((event) => event.origin === origin).sort((a, b) => a.offset - b.offset);
    const tailFrom = Math.floor(chance() * (log.length + 1));
    tail.push(...log.slice(tailFrom));
    for (let from = 0; from < log.length; ) {
      const to = Math.min(log.length, from + 1 + Math.floor(chance() * fileEventsMax));
      objects.push(...(await rawFiles(connection, directory, log.slice(from, to), { origin, from, to }, chance)));
      from = to;
    }
  }
  const kept = await mergeSome(connection, directory, objects, events, chance);
  for (const object of kept) for (const event of coveredBy(object, events)) here.add(event);
  for (const event of tail) here.add(event);
  await appendEvents(connection, tail);
  const index = createTailIndex();
  index.add(tail);
  return { plan: planRead(kept), tail: index, present: [...here], path: (key) => join(directory, key) };
}

type Range = { origin: string; from: number; to: number };

async function rawFiles(
  connection: DuckDBConnection,
  directory: string,
  events: StoredEvent[],
  range: Range,
  chance: Chance,
) {
  const days = [...new Set(events.map((event) => event.day))];
  const objects: LakeObject[] = [];
  for (const [index, day] of days.entries()) {
    // Not replicated yet.
    if (chance() < 0.15) continue;
    const cover = [{ ...range, parts: days.length }];
    const part = { index: index + 1, of: days.length };
    const ofDay = firsts(events.filter((event) => event.day === day));
    objects.push(await writeFile(connection, directory, ofDay, { day, level: 0, cover, part }));
  }
  return objects;
}

/** Now and then the files of a day become one, and some of those that it replaces are still there. */
async function mergeSome(
  connection: DuckDBConnection,
  directory: string,
  objects: LakeObject[],
  events: readonly StoredEvent[],
  chance: Chance,
): Promise<LakeObject[]> {
  const kept: LakeObject[] = [];
  for (const day of new Set(objects.map((object) => object.day))) {
    const ofDay = objects.filter((object) => object.day === day);
    const some = chance() < 0.5 ? ofDay : ofDay.slice(0, Math.ceil(ofDay.length / 2));
    if (chance() < 0.4) {
      kept.push(...ofDay);
      continue;
    }
    const rows = firsts(some.flatMap((object) => coveredBy(object, events)));
    const cover = some.flatMap((object) => object.cover);
    kept.push(await writeFile(connection, directory, rows, { day, level: chance() < 0.5 ? 1 : 2, cover, part: null }));
    kept.push(...ofDay.filter((object) => !some.includes(object) || chance() < 0.3));
  }
  return kept;
}

function coveredBy(object: LakeObject, events: readonly StoredEvent[]): StoredEvent[] {
  const within = (event: StoredEvent): boolean =>
    object.cover.some(({ origin, from, to }) => event.origin === origin && event.offset >= from && event.offset < to);
  return events.filter((event) => event.day === object.day && within(event));
}

/** A writer drops repeats, keeping the copy that was received first. */
function firsts(events: StoredEvent[]): StoredEvent[] {
  const first = new Map<string, StoredEvent>();
  const sorted = [...events].sort(
    (a, b) =>
      a.received_at - b.received_at || (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0) || a.offset - b.offset,
  );
  for (const event of sorted) {
    const id = `${event.project} ${event.message_id}`;
    if (!first.has(id)) first.set(id, event);
  }
  return [...first.values()];
}

async function writeFile(
  connection: DuckDBConnection,
  directory: string,
  events: StoredEvent[],
  facts: Pick<LakeObject, "day" | "level" | "cover" | "part">,
): Promise<LakeObject> {
  made += 1;
  const key = `file-${made}.parquet`;
  await connection.run("CREATE OR REPLACE TEMP TABLE scratch AS SELECT * FROM tail LIMIT 0");
  await appendEvents(connection, events, "scratch");
  await connection.run(`COPY scratch TO '${join(directory, key)}' (FORMAT parquet)`);
  const times = events.map((event) => event.time);
  const time = times.length > 0 ? { first: Math.min(...times), last: Math.max(...times) } : null;
  return { key, ...facts, epoch: 1, digest: "0".repeat(16), bytes: 0, rows: events.length, time };
}
