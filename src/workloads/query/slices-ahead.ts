// Makes slices of past days before anyone asks: of the projects with the most events, youngest days first, when files land and
// nothing else waits to be made. Small projects are quick without.

import { spanWindow } from "../../app/queries/slices-sql.ts";
import { sql } from "../../app/queries/sql.ts";
import { addDays, DAY_MS, dayStart, type InstantMs, utcDay } from "../../core/time.ts";
import type { Engine } from "../../drivers/duckdb/engine.ts";
import type { SliceStore } from "../../drivers/duckdb/slice-store.ts";
import type { Reading } from "./reading.ts";
import { sliceDays, sliceSource } from "./sliced.ts";

const LOOK_EVERY_MS = 30_000;
const FIRST_LOOK_MS = 500;
const DAYS_AHEAD = 31;
/** Over those days; what has fewer is answered from the lake's files in a few tens of milliseconds. */
const EVENTS_MIN = 50_000;
const PROJECTS_MAX = 100;

export type AheadParts = {
  engine: Engine;
  reading: Reading;
  slices: SliceStore;
  now: () => InstantMs;
  log: (event: string, details: Record<string, unknown>) => void;
};

export function makeSlicesAhead(parts: AheadParts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let seen: unknown;
  let looking = Promise.resolve();
  let timer: NodeJS.Timeout;
  const look = async (): Promise<void> => {
    const view = parts.reading.view();
    // A day closes without new files, so the date counts as news too.
    const news = `${view.version} ${utcDay(parts.now())}`;
    if (news === seen || parts.slices.waiting() > 0 || parts.engine.load().queued > 0) return;
    try {
      for (const project of await largestProjects(parts, stopping.signal)) wantPast(parts, project);
      seen = news;
    } catch (error) {
      // Files may be merged away meanwhile; the next look sees others.
      if (!stopping.signal.aborted)
        parts.log("slices-ahead-failed", { because: error instanceof Error ? error.message : String(error) });
    }
  };
  const again = (afterMs: number): void => {
    timer = setTimeout(() => {
      looking = look().then(() => {
        if (!stopping.signal.aborted) again(LOOK_EVERY_MS);
      });
    }, afterMs);
  };
  again(FIRST_LOOK_MS);
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}

/** The projects whose slices are worth making, largest first. */
export async function largestProjects(
  { engine, reading, now }: Pick<AheadParts, "engine" | "reading" | "now">,
  signal: AbortSignal,
): Promise<string[]> {
  const held = reading.hold();
  try {
    const today = utcDay(now());
    const { from, to } = spanWindow({ first: addDays(today, -DAYS_AHEAD), last: today });
    const keys = [...held.view.plan.values()].flatMap(({ files }) =>
      files.flatMap(({ object: { key, time } }) => (time && time.last >= from && time.first < to ? [key] : [])),
    );
    if (keys.length === 0 || (await reading.check(keys)).length > 0) return [];
    const rows = await engine.rows(
      sql`SELECT "project" FROM read_parquet(${keys.map(reading.path)}, hive_partitioning = false)
        GROUP BY "project" HAVING count(*) >= ${EVENTS_MIN} ORDER BY count(*) DESC LIMIT ${PROJECTS_MAX}`,
      signal,
    );
    return rows.map((row) => String(row.project));
  } finally {
    held.release();
  }
}

function wantPast({ reading, slices, now }: AheadParts, project: string): void {
  const held = reading.hold();
  try {
    const to = now();
    const days = sliceDays(project, { from: to - DAYS_AHEAD * DAY_MS, to }, held, reading);
    // Visits that begin on a day are over when the next day is.
    const past = days.filter(({ day, open }) => !open && dayStart(addDays(day, 2)) <= to);
    slices.want(project, past, sliceSource(reading, project), "ahead");
  } finally {
    held.release();
  }
}
