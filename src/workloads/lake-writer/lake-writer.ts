// The lake writer of one region, joined from its parts: one loop that writes, one that tidies, each never twice at a time. A
// round that fails is said and tried again in the next one: nothing is remembered that could be wrong afterwards.

import { completeRanges } from "../../app/lake/complete.ts";
import { countOf } from "../../app/lake/offset-ranges.ts";
import type { LakeDatabase } from "../../drivers/lake/lake-database.ts";
import { openRangeWriter } from "../../drivers/lake/write-range.ts";
import { type Flusher, type FlusherParts, type OriginState, openFlusher } from "./flusher.ts";
import { openTidy, type TidyParts } from "./tidy.ts";

export type LakeWriterParts = Omit<FlusherParts, "writer"> &
  Omit<TidyParts, "connection" | "scratch" | "logs" | "policy"> & {
    database: LakeDatabase;
    mergePolicy: TidyParts["policy"];
    roundEveryMs: number;
    tidyEveryMs: number;
  };

export type LakeWriter = {
  flush: Flusher["flush"];
  tidy(): Promise<void>;
  status(): Promise<LakeWriterStatus>;
  /** Grows while the lake advances; asks nothing of the disk, so that it is answered under any load. */
  steps(): number;
  /** Age of the oldest event of the own log that isn't in the lake; 0 when there is none. */
  lagMs(): Promise<number>;
  /** Why the last round of writing failed; undefined while all is well. */
  failing(): string | undefined;
  stop(): Promise<void>;
};

export type LakeWriterStatus = {
  lake: {
    objects: number;
    bytes: number;
    events: number;
    completeUntil: number | null;
    setAside: number;
    damaged: number;
  };
  ranges: { origin: string; own: boolean; first: number; end: number; stored: number }[];
  damage: { what: string; reason: string }[];
};

/** While no log grows, rounds are this much rarer: events are written by their age in tens of seconds. */
const IDLE_ROUNDS = 4;
/** What a graceful stop may take for writing what is young. */
const STOP_FLUSH_MS_MAX = 3_000;

export async function runLakeWriter(parts: LakeWriterParts): Promise<LakeWriter> {
  const { database, bucket, index, log } = parts;
  const [flushing, merging] = [await database.connect(), await database.connect()];
  const writer = await openRangeWriter(flushing, bucket, database.scratch);
  const flusher = openFlusher({ ...parts, writer });
  const tidy = openTidy({
    ...parts,
    policy: parts.mergePolicy,
    connection: merging,
    scratch: database.scratch,
    logs: flusher.states,
  });
  let failing: string | undefined;
  const writing = every(parts.roundEveryMs, async () => {
    try {
      const grown = await flusher.round();
      failing = undefined;
      return grown ? parts.roundEveryMs : parts.roundEveryMs * IDLE_ROUNDS;
    } catch (error) {
      if (failing === undefined) log("lake-writing-failed", { because: reasonOf(error) });
      failing = reasonOf(error);
      return parts.roundEveryMs;
    }
  });
  const tidying = every(parts.tidyEveryMs, () =>
    tidy.round().catch((error) => log("lake-tidying-failed", { because: reasonOf(error) })),
  );
  return {
    flush: flusher.flush,
    tidy: tidying.now,
    steps: flusher.steps,
    failing: () => failing,
    async status() {
      const { objects, watermarks, unusable } = await index.refresh();
      const states = await flusher.states();
      const newest = states.filter(({ own }) => own).at(-1);
      const covered = [...completeRanges(objects).values()].reduce((sum, ranges) => sum + countOf(ranges), 0);
      const setAside = parts.aside.count();
      const damage = [
        ...states.flatMap((state) =>
          state.damage.map(({ range, reason }) => ({
            what: range === "unknown" ? state.origin : `${state.origin} ${range.from}-${range.to}`,
            reason,
          })),
        ),
        ...unusable.map(({ key, because }) => ({ what: key, reason: because })),
      ];
      return {
        lake: {
          objects: objects.length,
          bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
          events: covered - setAside,
          completeUntil: (newest && watermarks.get(newest.origin)?.at) ?? null,
          setAside,
          damaged: damage.length,
        },
        ranges: states.map(({ origin, own, first, end, stored }) => ({ origin, own, first, end, stored })),
        damage,
      };
    },
    async lagMs() {
      const waiting = (await flusher.states()).filter(({ own, stored, end }) => own && stored < end);
      const received = await Promise.all(waiting.map((state) => receivedAtOf(parts, state)));
      return Math.max(0, ...received.map((at) => (at === undefined ? 0 : parts.now() - at)));
    },
    async stop() {
      await writing.stop();
      const last = flusher.flush("own").catch((error) => log("lake-writing-failed", { because: reasonOf(error) }));
      await Promise.race([last, new Promise((resolve) => setTimeout(resolve, STOP_FLUSH_MS_MAX).unref())]);
      for (const connection of [flushing, merging]) connection.interrupt();
      await tidying.stop();
      await flusher.close().catch(() => undefined);
      for (const connection of [flushing, merging]) connection.closeSync();
      database.close();
    },
  };
}

/** When the first event of the log was received that the lake doesn't hold; undefined where it can't be read. */
async function receivedAtOf(parts: LakeWriterParts, { directory, stored }: OriginState): Promise<number | undefined> {
  const reader = await parts.openReader(directory);
  try {
    const read = await reader.read(stored, 1);
    return read.kind === "released" ? undefined : read.records[0]?.receivedAt;
  } finally {
    await reader.close();
  }
}

/** Runs `work` again and again, after `ms` or what it answers, never twice at a time; `now` is a run of its own. The process's port keeps it alive, not this. */
function every(ms: number, work: () => Promise<unknown>): { now(): Promise<void>; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const run = (): Promise<unknown> => {
    clearTimeout(timer);
    running = running.then(work).then((nextMs) => {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(run, typeof nextMs === "number" ? nextMs : ms).unref();
    });
    return running;
  };
  timer = setTimeout(run, Math.min(ms, 500)).unref();
  return {
    now: async () => void (await run()),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return `${error instanceof Error ? error.message : String(error)}${cause}`;
}
