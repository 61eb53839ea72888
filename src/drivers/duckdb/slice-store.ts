// Slices of past days on disk, made in the background, one day of one project at a time in a file named by what decides it.
// A cache: every file can be made again, and one whose sources changed is simply never asked for again.

import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type DaySpan, keptSlicesSql, SLICES_FORMAT } from "../../app/queries/slices-sql.ts";
import type { Source } from "../../app/queries/source-sql.ts";
import { render } from "../../app/queries/sql.ts";
import { addDays, type UtcDay } from "../../core/time.ts";
import { bindable } from "./bind.ts";
import type { Engine } from "./engine.ts";

/** `digest` stands for everything that decides the visits that begin on the day. */
export type SliceDay = { day: UtcDay; digest: string };

export type SliceStore = {
  file(project: string, day: SliceDay): string | undefined;
  /** Makes what is missing, one after the other; `source` is asked for when its turn comes, and may say that things changed. */
  want(project: string, days: SliceDay[], source: (span: DaySpan) => Promise<Source | undefined>): void;
  /** When nothing is waiting to be made. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

/** Days that are cut in one statement: more would sort too much at once, fewer would read each day too often. */
const DAYS_AT_ONCE = 5;
const FILES_MAX = 20_000;

export async function openSliceStore(
  directory: string,
  engine: Engine,
  onNotice: (event: string, details: Record<string, unknown>) => void,
): Promise<SliceStore> {
  await mkdir(directory, { recursive: true });
  const files = new Set<string>();
  for (const name of await readdir(directory)) {
    if (name.endsWith(`.${SLICES_FORMAT}.parquet`)) files.add(name);
    else await rm(join(directory, name), { force: true, recursive: true });
  }
  const connection = await engine.connect();
  const wanted = new Set<string>();
  let work = Promise.resolve();
  let closed = false;

  const nameOf = (project: string, { day, digest }: SliceDay): string =>
    `${project}.${day}.${digest}.${SLICES_FORMAT}.parquet`;
  const make = async (project: string, days: SliceDay[], source: (span: DaySpan) => Promise<Source | undefined>) => {
    const span = { first: days[0]?.day as UtcDay, last: days.at(-1)?.day as UtcDay };
    const from = closed ? undefined : await source(span);
    if (!from) return;
    const { text, values } = render(keptSlicesSql(project, span, from));
    const bound = bindable(values);
    await connection.run(`CREATE OR REPLACE TEMP TABLE built AS ${text}`, bound.values, bound.types);
    for (const one of days) await keepDay(connection, directory, one.day, nameOf(project, one));
    await connection.run("DROP TABLE built");
    for (const one of days) {
      // What stood for the day before is of no use any more.
      for (const name of files) if (name.startsWith(`${project}.${one.day}.`)) await forget(name);
      files.add(nameOf(project, one));
    }
  };
  const forget = async (name: string): Promise<void> => {
    files.delete(name);
    await rm(join(directory, name), { force: true });
  };
  return {
    file(project, day) {
      const name = nameOf(project, day);
      return files.has(name) ? join(directory, name) : undefined;
    },
    want(project, days, source) {
      const missing = days.filter((day) => !files.has(nameOf(project, day)) && !wanted.has(nameOf(project, day)));
      for (const run of runsOf(missing)) {
        if (files.size + wanted.size > FILES_MAX) return;
        for (const day of run) wanted.add(nameOf(project, day));
        work = work
          .then(() => make(project, run, source))
          .catch((error) =>
            onNotice("slices-failed", { project, because: error instanceof Error ? error.message : String(error) }),
          )
          .finally(() => {
            for (const day of run) wanted.delete(nameOf(project, day));
          });
      }
    },
    idle: () => work,
    async close() {
      closed = true;
      connection.interrupt();
      await work;
      connection.closeSync();
    },
  };
}

async function keepDay(connection: DuckDBConnection, directory: string, day: UtcDay, name: string): Promise<void> {
  const half = join(directory, `${name}.half`);
  const literal = `'${half.replaceAll("'", "''")}'`;
  await connection.run(
    `COPY (SELECT * EXCLUDE ("start_day") FROM built WHERE "start_day" = CAST('${day}' AS DATE) ORDER BY "slot")
     TO ${literal} (FORMAT parquet, COMPRESSION zstd)`,
  );
  await rename(half, join(directory, name));
}

/** Neighbouring days, a few at a time. */
function runsOf(days: SliceDay[]): SliceDay[][] {
  const runs: SliceDay[][] = [];
  for (const one of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && run.length < DAYS_AT_ONCE && addDays(last.day, 1) === one.day) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
